"""Chapter 二（二）: private, community, kindergarten, employer, medical and rural care."""

from datetime import date

from careplan.base.text import Text
from careplan.criteria.nodes import all_of, any_of
from careplan.criteria.proxies import among, facts, has
from careplan.documents.authorities.offices import named
from careplan.documents.clauses import Modality
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit, Definition, Rule
from careplan.documents.targets import Precision, Target
from careplan.nouns.counts import Measure
from careplan.nouns.estates import Community, CommunityKind, Kindergarten, MedicalInstitution
from careplan.nouns.facilities import Employer, EmployerKind
from careplan.nouns.institutions import Institution, ProfitStatus, ServiceMode, Setting
from careplan.nouns.people import Child
from careplan.plans.shiyan_2021.clauses import C
from careplan.plans.shiyan_2021.offices import OFFICES

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
    Definition(
        clause=C["2.2.3.d"],
        also=(C["2.2.3.b"],),
        part="age",
        term=Text(zh="2—3岁幼儿", en="children aged two to three"),
        criterion=ByReading(
            "upper_age",
            {
                "before_birthday": all_of(child.age_months >= 24, child.age_months < 36),
                "age_three": all_of(child.age_months >= 24, child.age_months < 48),
            },
        ),
    ),
    Definition(
        clause=C["2.2.5.a"],
        part="age",
        term=Text(zh="0—3岁婴幼儿", en="infants up to three years"),
        criterion=ByReading(
            "upper_age",
            {"before_birthday": child.age_months < 36, "age_three": child.age_months < 48},
        ),
    ),
)

RULES = (
    # The target counts communities; of one that has no facility it can only be said that most
    # are to have one by then.
    Rule(
        clause=C["2.2.2.3.b"],
        part="community",
        applies=community.kind == CommunityKind.URBAN,
        requires=community.care_facility,
        advisory=Text(
            zh="到2025年底“基本”建有，没有说明比例，也就不约束单个社区",
            en="'basically' by the end of 2025 gives no share, so no single community is bound",
        ),
    ),
    Rule(
        clause=C["2.2.2.3.c"],
        under=("emphasis", "priority"),
        applies=RURAL_WITH_NEED,
        requires=community.early_development_centre,
        advisory=Text(
            zh="“重点”只定工作重点，不约束单个社区",
            en="'mainly' sets priorities and binds no single community",
        ),
    ),
    Rule(
        clause=C["2.2.2.3.c"],
        under=("emphasis", "each"),
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
        # Able must be the county, here; in the next sentence it is the kindergarten.
        applies=all_of(kindergarten.new, kindergarten.county_conditions_allow),
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
        # Only where a rural service building is planned or built is there anything to plan in.
        applies=all_of(RURAL_WITH_NEED, community.service_building_under_way),
        requires=community.care_in_service_building,
    ),
)

# No sentence says who supports; those owe it who lead the item. What is open to an employer
# (2.2.4.c) is owed by nobody.
PRIVATE_PROVISION = named(OFFICES, "各县市区 市发改委 市卫健委")
TO_BE_SUPPORTED_FIRST = any_of(institution.demonstration, institution.setting == Setting.COMMUNITY)

BENEFITS = (
    Benefit(
        clause=C["2.2.1.a"],
        condition=institution.run_by_social_forces,
        owed_by=PRIVATE_PROVISION,
    ),
    Benefit(
        clause=C["2.2.1.a"],
        part="non_profit",
        condition=all_of(
            institution.profit_status == ProfitStatus.NON_PROFIT, institution.open_to_public
        ),
        owed_by=PRIVATE_PROVISION,
    ),
    Benefit(clause=C["2.2.1.c"], condition=institution.inclusive, owed_by=PRIVATE_PROVISION),
    # A preference nobody can claim, unless "mainly" is taken to hold for each one listed.
    Benefit(
        clause=C["2.2.1.d"],
        under=("emphasis", "priority"),
        condition=TO_BE_SUPPORTED_FIRST,
        owed_by=PRIVATE_PROVISION,
    ),
    Benefit(
        clause=C["2.2.1.d"],
        under=("emphasis", "each"),
        condition=TO_BE_SUPPORTED_FIRST,
        owed_by=PRIVATE_PROVISION,
        modality=Modality.MUST,
    ),
    Benefit(
        clause=C["2.2.2.1.b"],
        condition=all_of(
            institution.run_by_social_forces, institution.setting == Setting.COMMUNITY
        ),
        owed_by=named(OFFICES, "各县市区 市卫健委 市民政局"),
    ),
    Benefit(
        clause=C["2.2.4.b"],
        condition=employer.joint_non_profit_institution,
        owed_by=named(OFFICES, "市总工会 市妇联"),
    ),
    Benefit(clause=C["2.2.4.c"], condition=all_of(employer.offers_care, employer.conditions_allow)),
    Benefit(
        clause=C["2.2.6.c"],
        condition=all_of(
            institution.setting == Setting.RURAL,
            institution.profit_status == ProfitStatus.NON_PROFIT,
        ),
        owed_by=named(OFFICES, "各县市区"),
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
        acting=named(OFFICES, "城镇社区"),
    ),
    # As needed: neither a number nor a date.
    Target(
        clause=C["2.2.2.3.c"],
        key="rural_centres",
        title=Text(
            zh="建有早期发展中心的农村社区", en="rural communities with an early development centre"
        ),
        measure=Measure.WORDS,
        value=None,
        due=None,
        acting=named(OFFICES, "农村社区"),
    ),
)
