"""Chapter 二（一）: leave, land, money, prices, loans, insurance and service posts.

No amount, rate or number of days is stated; none is made up.
"""

from careplan.base.text import Text
from careplan.criteria.nodes import TRUE, all_of, any_of
from careplan.criteria.proxies import facts
from careplan.documents.authorities.offices import named
from careplan.documents.clauses import Modality
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit, Rule
from careplan.documents.targets import Target
from careplan.nouns.counts import Measure
from careplan.nouns.estates import LandPlot
from careplan.nouns.facilities import Employer
from careplan.nouns.institutions import Institution, ProfitStatus
from careplan.nouns.people import StaffMember
from careplan.plans.shiyan_2021.clauses import C
from careplan.plans.shiyan_2021.offices import OFFICES

employer, plot, institution = facts(Employer), facts(LandPlot), facts(Institution)
staff = facts(StaffMember)

FOR_CARE = any_of(plot.for_care_facility, plot.for_institution)
# For-profit institutions are not mentioned here; facilities are, whoever runs them.
FACILITY_OR_NON_PROFIT = any_of(
    plot.for_care_facility,
    all_of(plot.for_institution, plot.institution_profit_status == ProfitStatus.NON_PROFIT),
)
COUNTIES, LAND_OFFICE = named(OFFICES, "各县市区"), named(OFFICES, "市自然资源和规划局")
# The leads of 二（一）5, whose sentence on tax relief has no subject of its own.
RELIEF = named(OFFICES, "各县市区 市财政局 市税务局")
SUPPORTED = ByReading("supported", {"every": TRUE, "registered": institution.registered})

RULES = (Rule(clause=C["2.1.1.c"], requires=all_of(employer.flexible_hours, employer.keeps_jobs)),)

# Who owes a benefit is its sentence's subject, or the leads of its item's list if it has none.
BENEFITS = (
    Benefit(clause=C["2.1.4.a"], condition=FOR_CARE, owed_by=COUNTIES),
    # "Suitably": a preference without a figure, which nobody can claim.
    Benefit(
        clause=C["2.1.4.b"],
        condition=plot.for_institution,
        owed_by=COUNTIES,
        modality=Modality.SHOULD,
    ),
    Benefit(
        clause=C["2.1.4.c"], condition=all_of(FOR_CARE, plot.inefficient_or_idle), owed_by=COUNTIES
    ),
    Benefit(
        clause=C["2.1.4.d"],
        condition=all_of(FACILITY_OR_NON_PROFIT, plot.fits_allocation_catalogue),
        owed_by=COUNTIES,
    ),
    Benefit(
        clause=C["a1.4.8"],
        part="quota",
        condition=all_of(FOR_CARE, plot.needs_new_quota),
        owed_by=LAND_OFFICE,
    ),
    Benefit(
        clause=C["a1.4.8"], part="priority", condition=FACILITY_OR_NON_PROFIT, owed_by=LAND_OFFICE
    ),
    # Whom a county supports, and who is relieved of tax, lies in other rules: declared facts.
    Benefit(clause=C["2.1.5.a"], condition=institution.meets_local_support_rules, owed_by=COUNTIES),
    Benefit(
        clause=C["2.1.5.d"],
        also=(C["a1.4.12"],),
        condition=institution.qualifies_for_tax_relief,
        owed_by=RELIEF,
    ),
    Benefit(clause=C["2.1.6.a"], condition=SUPPORTED, owed_by=COUNTIES),
    Benefit(clause=C["2.1.6.b"], condition=institution.inclusive, owed_by=COUNTIES),
    # Banks lend and insurers insure, no offices of the plan; the item's list has them encouraged.
    Benefit(clause=C["2.1.6.c"], condition=SUPPORTED),
    Benefit(clause=C["2.1.6.d"], condition=SUPPORTED),
    # Hours count as grass-roots service; how they are credited is not stated.
    Benefit(
        clause=C["2.1.7.b"],
        condition=all_of(staff.paediatric, staff.serves_at_care_institution),
        owed_by=named(OFFICES, "市卫健委"),
    ),
)

TARGETS = (
    # No date stands here; the end of 2021 belongs to 一.
    Target(
        clause=C["2.1.5.c"],
        key="pilot_per_county",
        title=Text(
            zh="县市区内承担指导功能的普惠示范试点机构",
            en="inclusive demonstration pilots with a guidance function, in one county",
        ),
        measure=Measure.COUNT,
        value=1,
        due=None,
        acting=COUNTIES,
    ),
)
