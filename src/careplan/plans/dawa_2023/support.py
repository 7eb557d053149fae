"""Chapter 四, and what 三（五）3 gives those who work in care. No amount or rate is stated."""

from careplan.criteria import all_of, any_of, facts, not_
from careplan.estates import LandPlot
from careplan.institutions import Institution, ProfitStatus
from careplan.people import StaffMember
from careplan.plans.dawa_2023.clauses import C
from careplan.sources import Modality
from careplan.verdicts import Benefit, ByReading

institution, plot, staff = facts(Institution), facts(LandPlot), facts(StaffMember)

FOR_CARE = any_of(plot.for_care_facility, plot.for_institution)

BENEFITS = (
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
    ),
    # National and provincial rules decide who qualifies: a declared fact.
    Benefit(clause=C["4.1.a"], condition=institution.qualifies_for_tax_relief),
    Benefit(clause=C["4.2.a"], condition=FOR_CARE),
    # This sentence speaks of institutions' land only; annex 1 (a1.8) adds facilities'.
    # "Suitably": a preference without a figure, which nobody can claim.
    Benefit(clause=C["4.2.b"], condition=plot.for_institution, modality=Modality.SHOULD),
    Benefit(clause=C["a1.8"], part="quota", condition=FOR_CARE, modality=Modality.SHOULD),
    Benefit(clause=C["a1.8"], part="priority", condition=FOR_CARE),
    Benefit(clause=C["4.2.c"], condition=all_of(FOR_CARE, plot.inefficient_or_idle)),
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
    ),
    Benefit(
        clause=C["4.3.b"],
        condition=all_of(
            institution.run_by_social_forces,
            institution.profit_status == ProfitStatus.NON_PROFIT,
            institution.inclusive,
        ),
    ),
    # The rate is that of the programme for scarce skills, another text.
    Benefit(
        clause=C["4.3.c"],
        condition=all_of(staff.works_in_care, staff.trained_as_carer, staff.passed_appraisal),
    ),
)
