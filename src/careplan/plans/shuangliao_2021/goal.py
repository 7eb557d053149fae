"""Chapter 二: full coverage by the end of 2021."""

from datetime import date

from careplan.base.text import Text
from careplan.documents.targets import Precision, Target
from careplan.nouns.counts import Measure
from careplan.plans.shuangliao_2021.clauses import C

TARGETS = (
    Target(
        clause=C["2"],
        key="coverage",
        title=Text(
            zh="公共场所和用人单位母婴设施配置率",
            en="public places and employers with mother-and-baby facilities",
        ),
        measure=Measure.PERCENT,
        value=100,
        due=date(2021, 12, 31),
        precision=Precision.YEAR_END,
    ),
)
