"""Chapter 二（二）: private, community, kindergarten, employer, medical and rural care."""

from datetime import date

from careplan.criteria import all_of, among, any_of, facts, has
from careplan.estates import Community, CommunityKind, Kindergarten, MedicalInstitution
from careplan.facilities import Employer, EmployerKind
from careplan.institutions import Institution, ProfitStatus, ServiceMode, Setting
from careplan.people import Child
from careplan.plans.shiyan_2021.clauses import C
from careplan.targets import Measure, Precision, Target
from careplan.text import Text
from careplan.verdicts import Benefit, ByReading, Definition, Rule

institution, employer, child = facts(Institution), facts(Employer), facts(Child)
kindergarten, medical = facts(Kindergarten), facts(MedicalInstitution)
community = facts(Community)

RURAL_WITH_NEED = all_of(community.kind == CommunityKind.RURAL, community.needs_care)

DEFINITIONS = (
    # The list is open, so a mode outside it has no name here.
    Definition(
        clause=C["2.2.1.b"],
        term=Text(
            zh="所列托育形式：全日托、半日托、计时托、临时托",
            en="the care modes listed: full-day, half-day, hourly, temporary",
        ),
        criterion=any_of(
            has(institution.service_modes, ServiceMode.FULL_DAY),
            has(institution.service_modes, ServiceMode.HALF_DAY),
            has(institution.service_modes, ServiceMode.HOURLY),
            has(institution.service_modes, ServiceMode.TEMPORARY),
        ),
    ),
)

RULES = (
    Rule(
        clause=C["2.2.2.3.c"],
        applies=RURAL_WITH_NEED,
        requires=community.early_development_centre,
    ),
    Rule(
        clause=C["2.2.2.3.d"],
        applies=community.care_facility,
        requires=community.facility_considers_migrants,
    ),
    Rule(
        clause=C["2.2.3.b"],
        applies=all_of(kindergarten.new, kindergarten.conditions_allow),
        requires=all_of(kindergarten.toddler_class, kindergarten.suitable_share),
    ),
    Rule(
        clause=C["2.2.3.d"],
        applies=kindergarten.conditions_allow,
        requires=kindergarten.toddler_class,
    ),
    Rule(
        clause=C["2.2.4.a"],
        applies=among(
            employer.kind,
            {
                EmployerKind.STATE_ORGAN,
                EmployerKind.ENTERPRISE,
                EmployerKind.PUBLIC_INSTITUTION,
            },
        ),
        requires=employer.offers_care,
    ),
    Rule(clause=C["2.2.5.a"], applies=medical.conditions_allow, requires=medical.care_place),
    Rule(
        clause=C["2.2.5.b"],
        applies=medical.conditions_allow,
        requires=medical.supports_nearby_institutions,
    ),
    Rule(
        clause=C["2.2.6.b"],
        applies=RURAL_WITH_NEED,
        requires=community.care_in_service_building,
    ),
)

BENEFITS = (
    Benefit(
        clause=C["2.2.3.d"],
        also=(C["2.2.3.b"],),
        part="age",
        condition=ByReading(
            "upper_age",
            {
                "before_birthday": all_of(child.age_months >= 24, child.age_months < 36),
                "age_three": all_of(child.age_months >= 24, child.age_months < 48),
            },
        ),
    ),
    Benefit(clause=C["2.2.4.c"], condition=all_of(employer.offers_care, employer.conditions_allow)),
    Benefit(
        clause=C["2.2.5.a"],
        part="age",
        condition=ByReading(
            "upper_age",
            {"before_birthday": child.age_months < 36, "age_three": child.age_months < 48},
        ),
    ),
    Benefit(
        clause=C["2.2.6.c"],
        condition=all_of(
            institution.setting == Setting.RURAL,
            institution.profit_status == ProfitStatus.NON_PROFIT,
        ),
    ),
)

TARGETS = (
    Target(
        clause=C["2.2.1.d"],
        key="supported_demonstrations",
        title=Text(
            zh="重点扶持的示范机构和社区设施",
            en="demonstration institutions and community facilities given support",
        ),
        measure=Measure.WORDS,
        value=None,
        due=None,
    ),
    # "Basically" gives no share; the date stands before the urban clause only.
    Target(
        clause=C["2.2.2.3.b"],
        key="urban_communities",
        title=Text(zh="建有照护设施的城镇社区", en="urban communities with a care facility"),
        measure=Measure.WORDS,
        value=None,
        due=date(2025, 12, 31),
        precision=Precision.YEAR_END,
    ),
)
