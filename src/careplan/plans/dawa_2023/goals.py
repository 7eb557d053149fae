"""Chapter 二（二）-（四）: what to reach by 2023 and 2025; community facilities of 三（二）1.

The towns are to reach what （二） and （三） ask; （四） names nobody.
"""

from datetime import date

from careplan.base.exact import exact
from careplan.base.text import Text
from careplan.documents.authorities.offices import named
from careplan.documents.targets import Precision, Target
from careplan.nouns.counts import Measure
from careplan.plans.dawa_2023.clauses import C
from careplan.plans.dawa_2023.offices import OFFICES
from careplan.plans.dawa_2023.readings import EVERY_YEAR

BY_2025 = date(2025, 12, 31)
TOWNS = named(OFFICES, "各镇街")

TARGETS = (
    # A direction without a size; every year as well (duties.py), unless read otherwise.
    Target(
        clause=C["2.2"],
        part="goal",
        under=("every_year", "supply_only"),
        question=EVERY_YEAR,
        key="cost_and_enrolment",
        title=Text(
            zh="降低照护成本，明显提升入托率", en="lower cost of care, clearly higher enrolment"
        ),
        measure=Measure.WORDS,
        value=None,
        due=None,
        acting=TOWNS,
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
        acting=TOWNS,
    ),
    Target(
        clause=C["2.4.a"],
        also=(C["2.4.basis"],),
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
            zh="受过育儿指导的家长和照护者占比", en="parents and carers given parenting guidance"
        ),
        measure=Measure.PERCENT,
        value=95,
        due=BY_2025,
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.4.d"],
        key="community_coverage",
        title=Text(zh="有照护机构覆盖的社区占比", en="communities covered by an institution"),
        measure=Measure.PERCENT,
        value=50,
        due=BY_2025,
        precision=Precision.YEAR,
    ),
    Target(
        clause=C["2.4.e"],
        key="clearly_higher",
        title=Text(
            zh="机构覆盖、幼儿入托和照护质量明显向好",
            en="coverage and enrolment clearly higher, care clearly better",
        ),
        measure=Measure.WORDS,
        value=None,
        due=BY_2025,
        precision=Precision.YEAR,
    ),
    # "A batch": no number. Who builds them is said by the list of the item (tasks.py).
    Target(
        clause=C["3.2.1.a"],
        key="community_facilities",
        title=Text(zh="新建、改扩建社区照护服务设施", en="community facilities built or rebuilt"),
        measure=Measure.WORDS,
        value=None,
        due=None,
    ),
)
