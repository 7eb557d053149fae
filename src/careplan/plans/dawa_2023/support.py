"""Chapter 四, and what 三（二） and 三（五）3 give. No amount or rate is stated.

`owed_by` is the sentence's own subject; for one without a subject, the list of its item.
"""

from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import facts
from careplan.documents.authorities.offices import named
from careplan.documents.clauses import Modality
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit
from careplan.nouns.estates import LandPlot
from careplan.nouns.institutions import Institution, ProfitStatus, Setting
from careplan.nouns.people import StaffMember
from careplan.plans.dawa_2023.clauses import C
from careplan.plans.dawa_2023.offices import OFFICES
from careplan.plans.dawa_2023.tasks import offices_of

institution, plot, staff = facts(Institution), facts(LandPlot), facts(StaffMember)

FOR_CARE = any_of(plot.for_care_facility, plot.for_institution)
# Private providers that work from a community.
IN_COMMUNITY = all_of(institution.run_by_social_forces, institution.setting == Setting.COMMUNITY)
GOVERNMENTS = named(OFFICES, "各级政府")
DISTRICT_HEALTH = named(OFFICES, "区卫健部门")
LAND_OFFICE = named(OFFICES, "自然资源部门")

BENEFITS = (
    # "Support and guide", said twice: no measure, so nobody can claim it.
    Benefit(
        clause=C["3.2.1.c"],
        part="support",
        condition=IN_COMMUNITY,
        owed_by=GOVERNMENTS,
        modality=Modality.SHOULD,
    ),
    Benefit(
        clause=C["3.2.2"],
        part="support",
        condition=IN_COMMUNITY,
        owed_by=offices_of("3.2.2.resp"),
        modality=Modality.SHOULD,
    ),
    Benefit(
        clause=C["3.5.3.b"],
        part="training",
        condition=ByReading(
            "yearly_event",
            {
                "one_event": staff.works_in_care,
                "each_worker": all_of(staff.works_in_care, not_(staff.hygiene_trained_this_year)),
            },
        ),
        owed_by=DISTRICT_HEALTH,
    ),
    Benefit(
        clause=C["3.5.3.b"],
        part="health_check",
        condition=ByReading(
            "yearly_event",
            {
                "one_event": staff.works_in_care,
                "each_worker": all_of(staff.works_in_care, not_(staff.health_check_this_year)),
            },
        ),
        owed_by=DISTRICT_HEALTH,
    ),
    # National and provincial rules decide who qualifies: a declared fact.
    Benefit(
        clause=C["4.1.a"],
        condition=institution.qualifies_for_tax_relief,
        owed_by=offices_of("4.1.resp"),
    ),
    Benefit(clause=C["4.2.a"], condition=FOR_CARE, owed_by=GOVERNMENTS),
    # This sentence speaks of institutions' land only; annex 1 (a1.8) adds facilities'.
    # "Suitably": a preference without a figure, which nobody can claim.
    Benefit(
        clause=C["4.2.b"],
        condition=plot.for_institution,
        owed_by=offices_of("4.2.resp"),
        modality=Modality.SHOULD,
    ),
    Benefit(
        clause=C["a1.8"],
        part="quota",
        condition=FOR_CARE,
        owed_by=LAND_OFFICE,
        modality=Modality.SHOULD,
    ),
    Benefit(clause=C["a1.8"], part="priority", condition=FOR_CARE, owed_by=LAND_OFFICE),
    Benefit(
        clause=C["4.2.c"],
        condition=all_of(FOR_CARE, plot.inefficient_or_idle),
        owed_by=offices_of("4.2.resp"),
    ),
    Benefit(
        clause=C["4.2.d"],
        condition=all_of(
            any_of(
                plot.for_care_facility,
                all_of(
                    plot.for_institution,
                    plot.institution_profit_status == ProfitStatus.NON_PROFIT,
                ),
            ),
            plot.fits_allocation_catalogue,
        ),
        owed_by=offices_of("4.2.resp"),
    ),
    Benefit(
        clause=C["4.3.b"],
        condition=all_of(
            institution.run_by_social_forces,
            institution.profit_status == ProfitStatus.NON_PROFIT,
            institution.inclusive,
        ),
        owed_by=named(OFFICES, "政府"),
    ),
    # The rate is that of the programme for scarce skills, another text.
    Benefit(
        clause=C["4.3.c"],
        condition=all_of(staff.works_in_care, staff.trained_as_carer, staff.passed_appraisal),
        owed_by=offices_of("4.3.resp"),
    ),
)
