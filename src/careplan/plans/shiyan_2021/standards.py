"""Chapters 二（三）2, 4 and 5: facilities on their own plots, annual review, training subsidies."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import facts
from careplan.documents.authorities.calendar import Duty, Interval
from careplan.documents.authorities.offices import named
from careplan.documents.clauses import Modality
from careplan.documents.rules import Benefit
from careplan.documents.targets import Target
from careplan.nouns.counts import Measure
from careplan.nouns.people import StaffMember
from careplan.plans.shiyan_2021.clauses import C
from careplan.plans.shiyan_2021.offices import OFFICES

staff = facts(StaffMember)

TARGETS = (
    # The heading speaks of residential areas, the sentence of facilities on their own plots.
    Target(
        clause=C["2.3.2.a"],
        key="own_plot_facilities",
        title=Text(
            zh="新建、扩建、改建的独立占地照护设施",
            en="care facilities on their own plots, built, extended or rebuilt",
        ),
        measure=Measure.WORDS,
        value=None,
        due=None,
        acting=named(OFFICES, "各县市区"),
    ),
)

# The text names the yearly review, but neither its day nor who holds it.
DUTIES = (
    Duty(
        clause=C["2.3.4.b"],
        key="annual_review",
        title=Text(zh="机构年审", en="yearly review of institutions"),
        every=Interval(12),
    ),
)

# The sentence names nobody; these lead the item.
LEADS = named(OFFICES, "市人社局 市教育局")

BENEFITS = (
    # The plan takes in occupations; nobody has a place in it by that alone.
    Benefit(
        clause=C["2.3.5.b"],
        part="plan",
        condition=staff.works_in_care,
        owed_by=LEADS,
        modality=Modality.SHOULD,
    ),
    # Amounts, and who qualifies, lie in other rules.
    Benefit(
        clause=C["2.3.5.b"],
        part="subsidies",
        condition=all_of(staff.works_in_care, staff.meets_subsidy_rules),
        owed_by=LEADS,
    ),
)
