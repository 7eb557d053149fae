"""Foreword and chapter 一: what the terms mean, and what is to be reached by 2021 and 2025."""

from datetime import date

from careplan.base.text import Text
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import facts
from careplan.documents.authorities.offices import named
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit, Definition
from careplan.documents.targets import Precision, Target
from careplan.nouns.counts import Measure
from careplan.nouns.institutions import Institution
from careplan.nouns.people import Child
from careplan.plans.shiyan_2021.clauses import C
from careplan.plans.shiyan_2021.offices import OFFICES

child, institution = facts(Child), facts(Institution)

DEFINITIONS = (
    Definition(
        clause=C["0.def.infant"],
        term=Text(zh="婴幼儿", en="infant"),
        criterion=ByReading(
            "under_three",
            {"before_birthday": child.age_months < 36, "age_three": child.age_months < 48},
        ),
    ),
    Definition(
        clause=C["0.def.institution"],
        term=Text(
            zh="婴幼儿照护服务机构（又称托育机构、婴幼儿照护机构）",
            en="care institution (also called nursery or infant-care institution)",
        ),
    ),
    Definition(
        clause=C["1.b"],
        term=Text(
            zh="四个体系：政策支持、服务供给、标准规范、监督管理",
            en="four systems: policy support, supply, standards, supervision",
        ),
    ),
)

BENEFITS = (
    # Private providers are encouraged and supported in this; nobody is named who does so.
    Benefit(
        clause=C["1.c"],
        condition=all_of(institution.run_by_social_forces, institution.inclusive),
    ),
)

COUNTIES = named(OFFICES, "各县市区")

TARGETS = (
    # "Generally", "a batch" and "basically" carry no number: what exists can be shown, not judged.
    Target(
        clause=C["1.e"],
        key="family_guidance",
        title=Text(
            zh="普遍开展家庭育儿指导的县市区", en="counties that generally offer family guidance"
        ),
        measure=Measure.WORDS,
        value=None,
        due=date(2021, 12, 31),
        precision=Precision.YEAR_END,
        acting=COUNTIES,
    ),
    Target(
        clause=C["1.f"],
        key="demonstration_institutions",
        title=Text(
            zh="建成合标、示范的普惠机构",
            en="inclusive institutions up to standard, with demonstration effect",
        ),
        measure=Measure.WORDS,
        value=None,
        due=date(2021, 12, 31),
        precision=Precision.YEAR_END,
        acting=COUNTIES,
    ),
    Target(
        clause=C["1.g"],
        key="system_2025",
        title=Text(
            zh="城乡照护服务体系基本成型，水平提升，需求进一步满足",
            en="a system for town and country basically formed, service and demand better met",
        ),
        measure=Measure.WORDS,
        value=None,
        due=date(2025, 12, 31),
        precision=Precision.YEAR,
    ),
)
