"""Fire code of buildings, GB 50016-2014 in the edition of 2018: floors of children's rooms.

Source: 《建筑设计防火规范（2018年版）》, article 5.4.4, by three pages that agree (a fire forum, a
design firm and an exam key). The standard itself was not seen.

Limits: of the article is known how high the rooms of children may lie by the fire rating of the
building, and that none lies in a basement or half-basement; what else it and the code say, and
since when this edition is in force, is not. A rule is about an institution and asks of its
premises, as the local documents do: whoever knows the building alone states an institution with
these premises.
"""

from careplan import writing as w
from careplan.criteria.nodes import not_
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import GB1, GB2, GB3

institution = facts(Institution)
premises = institution.premises


def known(fact: str = "") -> w.KnownFrom:
    """Say that three pages agree on a fact."""
    return w.known_from(w.Support.SOLID, GB1, GB2, GB3, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("5.4.4.1", "第5.4.4条", w.MUST, "耐火等级为一级的建筑，婴幼儿用房最高设在三层",
        "In a building of fire rating 1, rooms for children are on floor 3 at the highest.",
        w.duty(applies=premises.fire_rating == 1, requires=premises.highest_floor <= 3),
        title=("一级建筑的楼层", "floors, fire rating 1"), known_from=known("gb.floor.1")),
    w.clause("5.4.4.2", "第5.4.4条", w.MUST, "耐火等级为二级的建筑，婴幼儿用房最高设在三层",
        "In a building of fire rating 2, rooms for children are on floor 3 at the highest.",
        w.duty(applies=premises.fire_rating == 2, requires=premises.highest_floor <= 3),
        title=("二级建筑的楼层", "floors, fire rating 2"), known_from=known("gb.floor.2")),
    w.clause("5.4.4.3", "第5.4.4条", w.MUST, "耐火等级为三级的建筑，婴幼儿用房最高设在二层",
        "In a building of fire rating 3, rooms for children are on floor 2 at the highest.",
        w.duty(applies=premises.fire_rating == 3, requires=premises.highest_floor <= 2),
        title=("三级建筑的楼层", "floors, fire rating 3"), known_from=known("gb.floor.3")),
    w.clause("5.4.4.4", "第5.4.4条", w.MUST, "耐火等级为四级的建筑，婴幼儿用房只设在一层",
        "In a building of fire rating 4, rooms for children are on floor 1 only.",
        w.duty(applies=premises.fire_rating == 4, requires=premises.highest_floor <= 1),
        title=("四级建筑的楼层", "floors, fire rating 4"), known_from=known("gb.floor.4")),
    w.clause("5.4.4.below", "第5.4.4条", w.PROHIBITED, "婴幼儿用房不得设在地下或半地下",
        "No room for children is in a basement or half-basement.",
        w.duty(requires=not_(premises.below_ground)),
        title=("不得设在地下或半地下", "no basement or half-basement"),
        known_from=known("gb.floor.1 gb.floor.2 gb.floor.3 gb.floor.4")),
    w.clause("rest", "其余条文", w.FACT, "第5.4.4条的其余内容和其他条文",
        "The rest of article 5.4.4, and all other articles.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_fire_code_2018",
    w.Document(
        title=w.Text(
            zh="建筑设计防火规范（2018年版）",
            en="Code for fire protection design of buildings (2018 edition)",
        ),
        issuer=w.Text(zh="住房和城乡建设部", en="Ministry of Housing and Urban-Rural Development"),
        number="GB 50016-2014",
        in_force=in_force_since(2018),
        parallels=("national_fire_guide_2022",),
        known_from=known(),
    ),
    CLAUSES,
)
