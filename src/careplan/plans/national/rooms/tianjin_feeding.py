"""Tianjin on breastfeeding, January 2022: the rate of public places with facilities by 2025.

Source: 天津市促进母乳喂养的文件（2022年1月）, by two reports of the same day, which agree on the rate.
The document itself was not seen.

Limits: the reports name neither its title nor its number, so that the title here is ours. What
else they report of it is not listed as known.
"""

from datetime import date

from careplan import writing as w
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import TJM1, TJM2


def known(fact: str = "") -> w.KnownFrom:
    """Say that two reports agree on a fact."""
    return w.known_from(w.Support.SOLID, TJM1, TJM2, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("rate.2025", "目标（条次不详）", w.MUST, "到2025年，公共场所母婴设施配置率达到80%以上",
        "By 2025, at least 80 % of public places have facilities for mothers and babies.",
        w.target("equipped", ("公共场所母婴设施配置率", "public places with facilities"), w.Measure.PERCENT,
            value=80, due=date(2025, 12, 31), precision=w.Precision.YEAR),
        title=("2025年配置率", "rate by 2025"), known_from=known("tj.mb2025")),
    w.clause("rest", "其余内容", w.FACT, "文件的其余内容", "Whatever else the document says.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "tianjin_feeding_2022",
    w.Document(
        title=w.Text(
            zh="天津市促进母乳喂养的文件（2022年1月）",
            en="Tianjin's document on breastfeeding (January 2022)",
        ),
        issuer=w.Text(zh="天津市卫生健康委员会", en="Tianjin Health Commission"),
        in_force=in_force_since(2022),
        parallels=("national_rooms_2016",),
        known_from=known(),
    ),
    CLAUSES,
)
