"""Fire safety guide for institutions, 2022: on which floors they may be.

Source: 《托育机构消防安全指南（试行）》, by one page, the report of a fire protection firm; a page on
the fire code has the same number. The guide itself was not seen.

Limits: what else the guide says, and since when it is in force, is not known. It speaks of floors
whatever the fire rating; the code goes by the rating, and neither is read into the other.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of, not_
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import FG1, GB1

premises = facts(Institution).premises


def known(fact: str = "") -> w.KnownFrom:
    """Say that one page has a fact, and another text the same number."""
    return w.known_from(w.Support.CORROBORATED, FG1, also=[GB1], facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("floor", "楼层（条次不详）", w.MUST, "设在一至三层，不得设在四层及以上、地下或半地下",
        "Institutions are on floors 1 to 3, never on floor 4 or above, nor in a basement or half-basement.",
        w.duty(requires=all_of(premises.highest_floor <= 3, not_(premises.below_ground))),
        title=("所在楼层", "floors"), known_from=known("fs.floor")),
    w.clause("rest", "其余内容", w.FACT, "指南的其余内容", "Whatever else the guide says.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_fire_guide_2022",
    w.Document(
        title=w.Text(
            zh="托育机构消防安全指南（试行）",
            en="Fire safety guide for childcare institutions (trial)",
        ),
        issuer=w.Text(
            zh="国家卫生健康委、应急管理部",
            en="National Health Commission, Ministry of Emergency Management",
        ),
        in_force=in_force_since(2022),
        parallels=("national_fire_code_2018",),
        known_from=known(),
    ),
    CLAUSES,
)
