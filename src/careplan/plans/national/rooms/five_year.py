"""Fourteenth five-year plan, 2021: slots for children under three per thousand residents.

Source: 《国民经济和社会发展第十四个五年规划和2035年远景目标纲要》, by an official report and two
news reports that agree on 4.5 by the end of 2025; the 1.8 of 2020 stands in the official report
alone. The plan itself was not seen.

Limits: 1.8 is what there was, and binds nobody: it stands as the expected beginning of the
series. Nothing else of the plan is encoded. How many slots a population needs follows from the
figure:

>>> import careplan as cp
>>> by_2025 = PLAN.targets["slots_per_thousand"].milestones[-1]
>>> cp.slots_required(350_000, per_thousand=by_2025.value)
1575
"""

from decimal import Decimal

from careplan import writing as w
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import P14A, P14B, P14C


def known(fact: str = "") -> w.KnownFrom:
    """Say that an official report and two others agree on a fact."""
    return w.known_from(w.Support.SOLID, P14A, P14B, P14C, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("slots.2020", "主要指标（条次不详）", w.FACT, "2020年每千人口拥有3岁以下婴幼儿托位1.8个",
        "In 2020 there were 1.8 slots for children under three per thousand residents.",
        w.encoded_with("slots.2025"),
        title=("2020年每千人口托位数", "slots per thousand in 2020"),
        known_from=w.known_from(w.Support.SOLID, P14A, facts="p14.base")),
    w.clause("slots.2025", "主要指标（条次不详）", w.MUST, "到2025年底，每千人口拥有3岁以下婴幼儿托位达到4.5个",
        "By the end of 2025 there are 4.5 slots for children under three per thousand residents.",
        w.target("slots_per_thousand", ("每千人口托位数", "slots per thousand people"), w.Measure.PER_THOUSAND,
            w.milestone(2020, Decimal("1.8"), strength=w.Strength.EXPECTED, scope=("2020年基数", "what there was in 2020")),
            w.milestone(2025, Decimal("4.5")),
            also="slots.2020"),
        title=("2025年每千人口托位数", "slots per thousand by 2025"), known_from=known("p14.slots")),
    w.clause("rest", "其余内容", w.FACT, "规划纲要的其余内容", "Whatever else the plan says.",
        w.declined("不涉及托位，不作编码", "not about slots"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_five_year_2021",
    w.Document(
        title=w.Text(
            zh="国民经济和社会发展第十四个五年规划和2035年远景目标纲要",
            en="Fourteenth five-year plan (2021-2025) and long-range goals to 2035",
        ),
        issuer=w.Text(zh="全国人民代表大会", en="National People's Congress"),
        in_force=in_force_since(2021),
        known_from=known(),
    ),
    CLAUSES,
)
