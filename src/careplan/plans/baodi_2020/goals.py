"""Chapter 二: two demonstration institutions in 2020, and goals in words."""

from datetime import date

from careplan.base.text import Text
from careplan.documents.targets import Precision, Target
from careplan.nouns.counts import Measure
from careplan.plans.baodi_2020.clauses import C

TARGETS = (
    # Issued on the last day of the year it sets the target for.
    Target(
        clause=C["2.1.a"],
        key="demonstration_institutions",
        title=Text(zh="建成具有示范效应的机构", en="institutions with demonstration effect built"),
        measure=Measure.COUNT,
        value=2,
        due=date(2020, 12, 31),
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.1.b"],
        key="mechanism_2020",
        title=Text(
            zh="工作机制初步建立，家庭指导能力提升",
            en="a mechanism first set up, family guidance ability raised",
        ),
        measure=Measure.WORDS,
        value=None,
        due=date(2020, 12, 31),
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.2"],
        key="system_2025",
        title=Text(
            zh="多元化、覆盖城乡的服务体系基本形成",
            en="a diverse system for town and country basically formed",
        ),
        measure=Measure.WORDS,
        value=None,
        due=date(2025, 12, 31),
        precision=Precision.YEAR,
    ),
)
