"""Chapter 二（二）-（四）: what is to be reached by 2023 and by 2025."""

from datetime import date

from careplan.exact import exact
from careplan.plans.dawa_2023.clauses import C
from careplan.sources import Text
from careplan.targets import Measure, Precision, Target

BY_2025 = date(2025, 12, 31)

TARGETS = (
    # A direction every year, without a size.
    Target(
        clause=C["2.2"],
        key="supply_cost_enrolment",
        title=Text(
            zh="每年增加供给、降低成本、明显提升入托率",
            en="every year more supply, lower cost, clearly higher enrolment",
        ),
        measure=Measure.PERCENT,
        value=None,
        due=None,
    ),
    Target(
        clause=C["2.3"],
        key="institution_in_town",
        title=Text(
            zh="镇街建有规模适度的机构", en="an institution of moderate size in the locality"
        ),
        measure=Measure.COUNT,
        value=1,
        due=date(2023, 12, 31),
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.4.a"],
        key="slots_per_thousand",
        title=Text(zh="千人口托位数", en="slots per thousand people"),
        measure=Measure.PER_THOUSAND,
        value=exact(4.5),
        due=BY_2025,
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.4.b"],
        key="health_management",
        title=Text(zh="婴幼儿健康管理率", en="infants under health management"),
        measure=Measure.PERCENT,
        value=90,
        due=BY_2025,
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.4.c"],
        key="parenting_guidance",
        title=Text(
            zh="家长和看护人员接受科学育儿指导率", en="parents and carers given parenting guidance"
        ),
        measure=Measure.PERCENT,
        value=95,
        due=BY_2025,
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.4.d"],
        key="community_coverage",
        title=Text(zh="社区照护服务机构覆盖率", en="communities covered by an institution"),
        measure=Measure.PERCENT,
        value=50,
        due=BY_2025,
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.4.e"],
        key="clearly_higher",
        title=Text(
            zh="覆盖率、入托率明显提高，服务水平明显提升",
            en="coverage and enrolment clearly higher, care clearly better",
        ),
        measure=Measure.PERCENT,
        value=None,
        due=BY_2025,
        precision=Precision.YEAR,
    ),
)
