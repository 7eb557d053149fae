"""Design code of nurseries and kindergartens, JGJ 39-2016 as amended in 2019: one area.

Source: 《托儿所、幼儿园建筑设计规范（2019年修订）》, note to article 4.2.3A, by one page with the text
of section 4.2; a city's conditions have the same number. The code itself was not seen.

Limits: known is the area of a lower toddler class that sleeps where it plays. The sizes of
classes, which the amendment has too, stand in the plan of the setting standard. All else in the
code, and since when the amendment is in force, is not known. The area is asked of a class, and of
an institution in each of its classes.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import every, facts, some
from careplan.nouns.care.groups import ClassGroup, ClassKind
from careplan.nouns.care.institutions import Institution
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import SZ, ZXBK

group, institution = facts(ClassGroup), facts(Institution)

SHARES_ONE_AREA = all_of(group.kind == ClassKind.SMALL, group.sleeps_where_it_plays)
LARGE_ENOUGH = group.usable_area_m2 >= 50


def known(fact: str = "") -> w.KnownFrom:
    """Say that one page has a fact, and another text the same number."""
    return w.known_from(w.Support.CORROBORATED, ZXBK, also=[SZ], facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("4.2.3A", "第4.2.3A条注", w.MUST, "托小班睡眠区与活动区合用的，使用面积不小于50平方米",
        "A lower toddler class that sleeps where it plays has at least 50 m2 of usable area.",
        w.duty(applies=SHARES_ONE_AREA, requires=LARGE_ENOUGH),
        w.duty(part="institution",
            applies=some(institution.classes, SHARES_ONE_AREA),
            requires=every(institution.classes, any_of(not_(SHARES_ONE_AREA), LARGE_ENOUGH))),
        title=("托小班合用区面积", "area of a lower toddler class"), known_from=known("jgj.small.area")),
    w.clause("rest", "其余条文", w.FACT, "规范的其余条文", "All other articles of the code.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_design_2019",
    w.Document(
        title=w.Text(
            zh="托儿所、幼儿园建筑设计规范（2019年修订）",
            en="Design code for nursery and kindergarten buildings (amended 2019)",
        ),
        issuer=w.Text(zh="住房和城乡建设部", en="Ministry of Housing and Urban-Rural Development"),
        number="JGJ 39-2016",
        in_force=in_force_since(2019),
        parallels=("national_setting_2019",),
        known_from=known(),
    ),
    CLAUSES,
)
