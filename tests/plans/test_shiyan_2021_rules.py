"""Shiyan 2021, rules and benefits by hand from the text. Locators stand beside each."""

from datetime import date
from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.documents.clauses import Force
from careplan.documents.encoded import pick
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding

PLAN = cp.get_plan("shiyan_2021")
Body = cp.Body
NON, FOR = cp.ProfitStatus.NON_PROFIT, cp.ProfitStatus.FOR_PROFIT
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
OPEN, NOT_OPEN = cp.Availability.OPEN, cp.Availability.NOT_OPEN
UNSTATED = cp.Availability.UNKNOWN
BINDING, ADVISORY = Force.BINDING, Force.ADVISORY
RURAL, URBAN = cp.CommunityKind.RURAL, cp.CommunityKind.URBAN


def find(number: str, subject: Any, **readings: str) -> Finding:
    """Return the finding of one clause about a subject."""
    found = cp.assess(subject, PLAN, readings=readings).finding(number)
    assert isinstance(found, Finding)
    return found


def offer(number: str, subject: Any, **readings: str) -> BenefitFinding:
    """Return what one clause offers a subject."""
    return cp.assess(subject, PLAN, readings=readings).benefit(number)


def term(number: str, subject: Any, **readings: str) -> DefinitionFinding:
    """Return whether a subject falls under the term of one clause."""
    return cp.assess(subject, PLAN, readings=readings).definition(number)


# --- terms and ages ---


def age(years: int, *, days: int = 0) -> int:
    """Return the completed months of a child `days` before or after a birthday."""
    return cp.age_in_months(date(2020, 6, 15), on=date(2020 + years, 6, 15 + days))


def test_who_is_an_infant() -> None:
    (infant,) = (one for one in PLAN.definitions if one.number == "0.def.infant")
    expected = {
        # 前言: 3岁以下; the day before the third birthday, the day itself, the fourth.
        "before_birthday": (cp.Truth.TRUE, cp.Truth.FALSE, cp.Truth.FALSE),
        "age_three": (cp.Truth.TRUE, cp.Truth.TRUE, cp.Truth.FALSE),
    }
    months = (age(3, days=-1), age(3), age(4))
    assert months == (35, 36, 48)
    for option, truths in expected.items():
        criterion = pick(infant.criterion, {"under_three": option})
        found = tuple(cp.evaluate(criterion, cp.Child(age_months=m)).truth for m in months)
        assert found == truths


@pytest.mark.parametrize(
    ("months", "before_birthday", "age_three"),
    [
        # 二（二）3: 2—3岁.
        (age(2, days=-1), cp.Truth.FALSE, cp.Truth.FALSE),
        (age(2), cp.Truth.TRUE, cp.Truth.TRUE),
        (age(3, days=-1), cp.Truth.TRUE, cp.Truth.TRUE),
        (age(3), cp.Truth.FALSE, cp.Truth.TRUE),
        (age(4, days=-1), cp.Truth.FALSE, cp.Truth.TRUE),
        (age(4), cp.Truth.FALSE, cp.Truth.FALSE),
        (None, cp.Truth.UNKNOWN, cp.Truth.UNKNOWN),
    ],
)
def test_ages_of_a_toddler_class(
    months: int | None, before_birthday: cp.Truth, age_three: cp.Truth
) -> None:
    # A term: the sentence offers the child nothing, it says for whom kindergartens open classes.
    child = cp.Child(age_months=months)
    assert term("2.2.3.d/age", child).falls_under is before_birthday
    late = term("2.2.3.d/age", child, upper_age="age_three")
    assert late.falls_under is age_three
    assert late.definition.term.zh == "2—3岁幼儿"
    assert cp.assess(child, PLAN).benefits == ()
    assert [(r.interpretation.id, r.option.id) for r in late.readings] == [
        ("upper_age", "age_three")
    ]


def test_ages_at_medical_institutions() -> None:
    # 二（二）5: 0—3岁.
    newborn, three, four = (cp.Child(age_months=m) for m in (0, 36, 48))
    assert term("2.2.5.a/age", newborn).falls_under is cp.Truth.TRUE
    assert term("2.2.5.a/age", three).falls_under is cp.Truth.FALSE
    assert term("2.2.5.a/age", three, upper_age="age_three").falls_under is cp.Truth.TRUE
    assert term("2.2.5.a/age", four, upper_age="age_three").falls_under is cp.Truth.FALSE
    assert term("2.2.5.a/age", newborn).definition.term.zh == "0—3岁婴幼儿"


def test_care_modes_named() -> None:
    (modes,) = (one for one in PLAN.definitions if one.number == "2.2.1.b")
    criterion = pick(modes.criterion, {})
    for mode in cp.ServiceMode:  # 二（二）1: four are named, the list is open
        found = cp.evaluate(criterion, cp.Institution(service_modes={mode})).truth
        assert found is (cp.Truth.FALSE if mode is cp.ServiceMode.OTHER else cp.Truth.TRUE)


def test_terms_without_a_criterion() -> None:
    terms = {one.number: one.term.zh for one in PLAN.definitions}
    assert "托育机构" in terms["0.def.institution"]  # 全文
    assert terms["1.b"].count("、") == 3  # 一: 四个体系


# --- 二（一）: land, money, prices ---

FACILITY: dict[str, Any] = {"for_care_facility": True, "for_institution": False}
INSTITUTION: dict[str, Any] = {"for_care_facility": False, "for_institution": True}


@pytest.mark.parametrize(
    ("number", "facts", "availability"),
    [
        ("2.1.4.a", FACILITY, OPEN),
        ("2.1.4.a", {"for_care_facility": False, "for_institution": False}, NOT_OPEN),
        ("2.1.4.b", INSTITUTION, OPEN),
        ("2.1.4.b", FACILITY, NOT_OPEN),  # 向…机构建设用地倾斜
        ("2.1.4.c", {**FACILITY, "inefficient_or_idle": True}, OPEN),
        ("2.1.4.c", {**FACILITY, "inefficient_or_idle": False}, NOT_OPEN),
        ("2.1.4.d", {**FACILITY, "fits_allocation_catalogue": True}, OPEN),
        ("2.1.4.d", {**FACILITY, "fits_allocation_catalogue": False}, NOT_OPEN),
        ("2.1.4.d", {**INSTITUTION, "fits_allocation_catalogue": True}, UNSTATED),
        (
            "2.1.4.d",
            {
                **INSTITUTION,
                "fits_allocation_catalogue": True,
                "institution_profit_status": NON,
            },
            OPEN,
        ),
        (
            "2.1.4.d",
            {
                **INSTITUTION,
                "fits_allocation_catalogue": True,
                "institution_profit_status": FOR,
            },
            NOT_OPEN,
        ),
        ("a1.4.8/quota", {**INSTITUTION, "needs_new_quota": True}, OPEN),  # 附件 四（八）
        ("a1.4.8/quota", {**INSTITUTION, "needs_new_quota": False}, NOT_OPEN),
        ("a1.4.8/priority", FACILITY, OPEN),
        ("a1.4.8/priority", {**INSTITUTION, "institution_profit_status": FOR}, NOT_OPEN),
    ],
)
def test_land(number: str, facts: dict[str, Any], availability: cp.Availability) -> None:
    found = offer(number, cp.LandPlot(**facts))
    assert found.availability is availability
    assert found.benefit.amount_yuan is None


def test_allocation_is_possible_and_never_owed() -> None:
    plot = cp.LandPlot(**FACILITY, fits_allocation_catalogue=True)
    assert offer("2.1.4.d", plot).entitled is cp.Truth.FALSE  # 可采取划拨方式
    assert offer("2.1.4.a", plot).entitled is cp.Truth.TRUE  # 优先予以保障


@pytest.mark.parametrize("number", ["2.1.6.a", "2.1.6.c", "2.1.6.d"])
def test_prices_loans_and_insurance(number: str) -> None:
    # 二（一）6 says 托育机构 without a condition.
    bare, unregistered = cp.Institution(), cp.Institution(registered=False)
    for subject in (bare, unregistered, cp.Institution(profit_status=FOR)):
        assert offer(number, subject).availability is OPEN
    strict = {"supported": "registered"}
    assert offer(number, cp.Institution(), **strict).availability is UNSTATED
    assert offer(number, cp.Institution(), **strict).missing == ("registered",)
    assert offer(number, cp.Institution(registered=False), **strict).availability is NOT_OPEN
    assert offer(number, cp.Institution(registered=True), **strict).availability is OPEN


def test_prices_are_owed_loans_are_not() -> None:
    assert offer("2.1.6.a", cp.Institution()).entitled is cp.Truth.TRUE
    assert offer("2.1.6.c", cp.Institution()).entitled is cp.Truth.FALSE


@pytest.mark.parametrize(
    ("number", "fact"),
    [
        ("2.1.5.a", "meets_local_support_rules"),  # 二（一）5: amounts are not stated
        ("2.1.5.d", "qualifies_for_tax_relief"),
        ("a1.4.12", "qualifies_for_tax_relief"),  # 附件 四（十二） says it again
        ("2.1.6.b", "inclusive"),  # 二（一）6
    ],
)
def test_support_under_rules_outside_the_text(number: str, fact: str) -> None:
    for stated, availability in ((True, OPEN), (False, NOT_OPEN)):
        facts: dict[str, Any] = {fact: stated}
        assert offer(number, cp.Institution(**facts)).availability is availability
    assert offer(number, cp.Institution()).missing == (fact,)


def test_service_posts_of_paediatric_staff() -> None:
    # 二（一）7
    doctor = cp.StaffMember(paediatric=True, serves_at_care_institution=True)
    assert offer("2.1.7.b", doctor).availability is OPEN
    clerk = cp.StaffMember(paediatric=False, serves_at_care_institution=True)
    assert offer("2.1.7.b", clerk).availability is NOT_OPEN


def test_employers() -> None:
    kept = cp.Employer(flexible_hours=True, keeps_jobs=True)
    assert find("2.1.1.c", kept).outcome is MET  # 二（一）1, advocated
    lost = find("2.1.1.c", cp.Employer(flexible_hours=True, keeps_jobs=False))
    assert (lost.outcome, lost.force) == (NOT_MET, ADVISORY)
    for kind in cp.EmployerKind:  # 二（二）4: 机关、企事业单位
        found = find("2.2.4.a", cp.Employer(kind=kind, offers_care=False))
        listed = kind is not cp.EmployerKind.OTHER
        assert found.outcome is (NOT_MET if listed else NOT_APPLICABLE)
        assert found.force is ADVISORY
    some = cp.Employer(kind=cp.EmployerKind.STATE_ORGAN, offers_care=True, conditions_allow=True)
    assert find("2.2.4.a", some).outcome is MET
    assert offer("2.2.4.c", some).availability is OPEN  # 可向社会开放
    assert offer("2.2.4.c", some).entitled is cp.Truth.FALSE
    small = cp.Employer(offers_care=True, conditions_allow=False)
    assert offer("2.2.4.c", small).availability is NOT_OPEN
    # 支持用人单位与所在街道、社区联合举办非营利性…机构.
    for stated, availability in ((True, OPEN), (False, NOT_OPEN), (None, UNSTATED)):
        joint = offer("2.2.4.b", cp.Employer(joint_non_profit_institution=stated))
        assert joint.availability is availability
        assert joint.entitled is not cp.Truth.TRUE  # 支持


@pytest.mark.parametrize(
    ("number", "facts", "availability"),
    [
        # 一 鼓励、支持社会力量发展普惠…服务
        ("1.c", {"run_by_social_forces": True, "inclusive": True}, OPEN),
        ("1.c", {"run_by_social_forces": True, "inclusive": False}, NOT_OPEN),
        ("1.c", {"run_by_social_forces": False}, NOT_OPEN),
        # 二（二）1 鼓励、引导社会力量举办; 支持面向社会大众的非营利性…项目
        ("2.2.1.a", {"run_by_social_forces": True}, OPEN),
        ("2.2.1.a", {"run_by_social_forces": False}, NOT_OPEN),
        ("2.2.1.a/non_profit", {"profit_status": NON, "open_to_public": True}, OPEN),
        ("2.2.1.a/non_profit", {"profit_status": NON, "open_to_public": False}, NOT_OPEN),
        ("2.2.1.a/non_profit", {"profit_status": FOR}, NOT_OPEN),
        # 支持举办普惠…机构
        ("2.2.1.c", {"inclusive": True}, OPEN),
        ("2.2.1.c", {"inclusive": False}, NOT_OPEN),
        # 二（二）2（1） 引导社会力量在社区举办
        (
            "2.2.2.1.b",
            {"run_by_social_forces": True, "setting": cp.Setting.COMMUNITY},
            OPEN,
        ),
        ("2.2.2.1.b", {"run_by_social_forces": True, "setting": cp.Setting.RURAL}, NOT_OPEN),
        # 三（二） 鼓励各县市区将普惠性…点建设纳入政府实事项目
        ("3.2.b", {"inclusive": True}, OPEN),
        ("3.2.b", {"inclusive": False}, NOT_OPEN),
    ],
)
def test_encouragement_that_names_whom(
    number: str, facts: dict[str, Any], availability: cp.Availability
) -> None:
    found = offer(number, cp.Institution(**facts))
    assert found.availability is availability
    assert found.entitled is cp.Truth.FALSE


def test_support_first_under_both_readings() -> None:
    # 二（二）1 重点扶持一批…示范性…机构和社区…设施: a preference, or a claim of each one.
    model = cp.Institution(demonstration=True)
    for subject in (model, cp.Institution(setting=cp.Setting.COMMUNITY)):
        first = offer("2.2.1.d", subject)
        assert (first.availability, first.entitled) == (OPEN, cp.Truth.FALSE)
        each = offer("2.2.1.d", subject, emphasis="each")
        assert (each.availability, each.entitled) == (OPEN, cp.Truth.TRUE)
    plain = cp.Institution(demonstration=False, setting=cp.Setting.OTHER)
    for option in ("priority", "each"):
        assert offer("2.2.1.d", plain, emphasis=option).availability is NOT_OPEN
    assert [(r.interpretation.id, r.option.id) for r in offer("2.2.1.d", model).readings] == [
        ("emphasis", "priority")
    ]


# --- 二（二）2: residential areas and communities ---

PLANNED = {
    "new": True,
    "care_facility_planned": True,
    "safety_facility_planned": True,
    "fits_population": True,
    "meets_standards": True,
}


def area(**facts: Any) -> cp.ResidentialArea:
    return cp.ResidentialArea(**{**PLANNED, **facts})


def test_new_areas_plan_a_facility() -> None:
    assert find("2.2.2.2.a", area()).outcome is MET  # 二（二）2（2）
    for fact in list(PLANNED)[1:]:
        assert find("2.2.2.2.a", area(**{fact: False})).outcome is NOT_MET
        assert find("2.2.2.2.a", area(**{fact: None})).outcome is UNKNOWN
    assert find("2.2.2.2.a", area(new=False)).outcome is NOT_APPLICABLE


def test_acceptance_and_delivery_with_the_housing() -> None:
    both = area(accepted_with_housing=True, delivered_with_housing=True)
    assert find("2.2.2.2.b", both).outcome is MET  # 同步验收、同步交付使用
    late = area(accepted_with_housing=True, delivered_with_housing=False)
    assert find("2.2.2.2.b", late).outcome is NOT_MET
    early = area(accepted_with_housing=False, delivered_with_housing=True)
    assert find("2.2.2.2.b", early).outcome is NOT_MET
    without = area(care_facility_planned=False, accepted_with_housing=False)
    assert find("2.2.2.2.b", without).outcome is NOT_APPLICABLE


def test_two_recipients_by_way_of_building() -> None:
    alone = {"independently_built": True, "combined_with_kindergarten": False}
    joint = {"independently_built": False, "combined_with_kindergarten": True}
    given = area(**alone, handed_over_to=Body.HEALTH, handed_over_free=True)
    assert find("2.2.2.2.d", given).outcome is MET  # 无偿移交…卫生健康部门
    assert find("2.2.2.2.d/with_kindergarten", given).outcome is NOT_APPLICABLE
    sold = area(**alone, handed_over_to=Body.HEALTH, handed_over_free=False)
    assert find("2.2.2.2.d", sold).outcome is NOT_MET
    wrong = area(**alone, handed_over_to=Body.EDUCATION, handed_over_free=True)
    assert find("2.2.2.2.d", wrong).outcome is NOT_MET
    school = area(**joint, handed_over_to=Body.EDUCATION)
    together = find("2.2.2.2.c", school)  # 一并整体移交县市区教育部门
    assert (together.number, together.outcome) == ("2.2.2.2.d/with_kindergarten", MET)
    assert find("2.2.2.2.d", school).outcome is NOT_APPLICABLE
    kept = find("2.2.2.2.c", area(**joint, handed_over_to=Body.HEALTH))
    assert (kept.outcome, kept.force) == (NOT_MET, BINDING)


def test_another_way_of_building_has_no_recipient() -> None:
    other = cp.assess(area(independently_built=False, combined_with_kindergarten=False), PLAN)
    assert other.finding("2.2.2.2.c").outcome is NOT_APPLICABLE
    assert other.finding("2.2.2.2.d").outcome is NOT_APPLICABLE
    # Of a clause that does not apply the note stands with all that was looked at.
    assert "two ways of building only" in other.explain("en", detail="all")
    old = cp.assess(area(new=False, combined_with_kindergarten=False), PLAN)
    assert "two ways of building only" not in old.explain("en", detail="all")


def test_building_with_a_kindergarten_is_allowed() -> None:
    assert offer("2.2.2.2.c", area()).availability is OPEN  # 可与配套幼儿园合并建设
    assert offer("2.2.2.2.c", area()).entitled is cp.Truth.FALSE
    assert offer("2.2.2.2.c", area(new=False)).availability is NOT_OPEN


BUILDING = {"kind": RURAL, "needs_care": True, "service_building_under_way": True}


@pytest.mark.parametrize(
    ("number", "facts", "outcome"),
    [
        # 二（二）2（3）: 根据实际需要, read as an obligation of each.
        ("2.2.2.3.c", {"kind": RURAL, "needs_care": True}, UNKNOWN),
        (
            "2.2.2.3.c",
            {"kind": RURAL, "needs_care": True, "early_development_centre": True},
            MET,
        ),
        (
            "2.2.2.3.c",
            {"kind": RURAL, "needs_care": True, "early_development_centre": False},
            NOT_MET,
        ),
        ("2.2.2.3.c", {"kind": RURAL, "needs_care": False}, NOT_APPLICABLE),
        ("2.2.2.3.c", {"kind": URBAN, "needs_care": True}, NOT_APPLICABLE),
        ("2.2.2.3.d", {"care_facility": True, "facility_considers_migrants": True}, MET),
        ("2.2.2.3.d", {"care_facility": True, "facility_considers_migrants": False}, NOT_MET),
        ("2.2.2.3.d", {"care_facility": False}, NOT_APPLICABLE),
        # 二（二）6: 有…需要的在农村综合服务设施建设中统筹考虑: only where one is being built.
        ("2.2.6.b", {**BUILDING, "care_in_service_building": True}, MET),
        ("2.2.6.b", {**BUILDING, "care_in_service_building": False}, NOT_MET),
        ("2.2.6.b", {**BUILDING, "needs_care": False}, NOT_APPLICABLE),
        (
            "2.2.6.b",
            {**BUILDING, "service_building_under_way": False, "care_in_service_building": False},
            NOT_APPLICABLE,
        ),
        (
            "2.2.6.b",
            {**BUILDING, "service_building_under_way": None, "care_in_service_building": False},
            UNKNOWN,
        ),
        ("2.2.6.b", {"kind": URBAN, "needs_care": True}, NOT_APPLICABLE),
    ],
)
def test_communities(number: str, facts: dict[str, Any], outcome: cp.Outcome) -> None:
    found = find(number, cp.Community(**facts), emphasis="each")
    assert (found.outcome, found.force) == (outcome, BINDING)


def test_rural_centres_are_advice_by_default() -> None:
    # 二（二）2（3） 重点建设: what work concentrates on; no single community is bound.
    facts: dict[str, Any] = {"kind": RURAL, "needs_care": True}
    for stated, outcome in ((True, MET), (False, NOT_MET)):
        found = find("2.2.2.3.c", cp.Community(**facts, early_development_centre=stated))
        assert (found.outcome, found.force) == (outcome, ADVISORY)
    assert cp.assess(cp.Community(**facts, early_development_centre=False), PLAN).outcome is UNKNOWN
    none = find("2.2.2.3.c", cp.Community(kind=RURAL, needs_care=False))
    assert none.outcome is NOT_APPLICABLE


def test_an_urban_community_hears_of_the_goal() -> None:
    # 二（二）2（3） 到2025年底之前，城镇社区…基本建有: advice to one, a target for all.
    bare = cp.assess(cp.Community(kind=URBAN, care_facility=False), PLAN)
    found = bare.finding("2.2.2.3.b")
    assert (found.outcome, found.force) == (NOT_MET, ADVISORY)
    assert "'basically' by the end of 2025 gives no share" in bare.explain("en")
    assert "没有说明比例" in bare.explain("zh")
    assert bare.outcome is NOT_APPLICABLE  # nothing binds it
    assert find("2.2.2.3.b", cp.Community(kind=URBAN, care_facility=True)).outcome is MET
    assert find("2.2.2.3.b", cp.Community(kind=RURAL)).outcome is NOT_APPLICABLE
    assert PLAN.targets["urban_communities"].number == "2.2.2.3.b"


def test_rural_purchase_of_services() -> None:
    # 二（二）6: 支持非营利性…机构.
    rural = cp.Institution(setting=cp.Setting.RURAL, profit_status=NON)
    assert offer("2.2.6.c", rural).availability is OPEN
    trade = cp.Institution(setting=cp.Setting.RURAL, profit_status=FOR)
    assert offer("2.2.6.c", trade).availability is NOT_OPEN
    town = cp.Institution(setting=cp.Setting.COMMUNITY, profit_status=NON)
    assert offer("2.2.6.c", town).availability is NOT_OPEN


# --- 二（二）3 and 5: kindergartens and medical institutions ---


def test_kindergartens() -> None:
    # 二（二）3: 鼓励有条件的县市区 for new ones, 有条件的幼儿园 for those there are.
    new = {"new": True, "conditions_allow": True, "county_conditions_allow": True}
    full = cp.Kindergarten(**new, toddler_class=True, suitable_share=True)
    assert find("2.2.3.b", full).outcome is MET  # 适当比例: a judgement, no figure
    few = find("2.2.3.b", cp.Kindergarten(**new, toddler_class=True, suitable_share=False))
    assert (few.outcome, few.force) == (NOT_MET, ADVISORY)
    old = cp.Kindergarten(new=False, conditions_allow=True, toddler_class=False)
    assert find("2.2.3.b", old).outcome is NOT_APPLICABLE
    assert find("2.2.3.d", old).outcome is NOT_MET
    assert find("2.2.3.d", full).outcome is MET
    unable = cp.Kindergarten(new=True, conditions_allow=False, county_conditions_allow=False)
    assert find("2.2.3.d", unable).outcome is NOT_APPLICABLE
    assert find("2.2.3.b", unable).outcome is NOT_APPLICABLE
    poor = cp.Kindergarten(
        new=True, conditions_allow=False, county_conditions_allow=True, toddler_class=False
    )
    assert find("2.2.3.b", poor).outcome is NOT_MET
    asked = find("2.2.3.b", cp.Kindergarten(new=True, conditions_allow=True, toddler_class=False))
    assert asked.missing == ("county_conditions_allow",)


def test_medical_institutions() -> None:
    able = cp.MedicalInstitution(
        conditions_allow=True, care_place=True, supports_nearby_institutions=False
    )
    assert find("2.2.5.a", able).outcome is MET
    assert find("2.2.5.b", able).outcome is NOT_MET
    assert {find(n, able).force for n in ("2.2.5.a", "2.2.5.b")} == {ADVISORY}
    helping = cp.MedicalInstitution(
        conditions_allow=True, care_place=False, supports_nearby_institutions=True
    )
    assert find("2.2.5.a", helping).outcome is NOT_MET
    assert find("2.2.5.b", helping).outcome is MET
    unable = cp.MedicalInstitution(conditions_allow=False)
    assert cp.assess(unable, PLAN).finding("2.2.5.a").outcome is NOT_APPLICABLE


# --- 二（三）3 and 5 ---


def test_the_business_scope_under_both_readings() -> None:
    # 二（三）3: the quotation mark is never closed, and the sentence is about 营利性机构.
    silent = cp.Institution(profit_status=NON, scope_states_modes=False)
    assert find("2.3.3.c", silent).outcome is NOT_APPLICABLE
    assert find("2.3.3.c", silent, scope_for="all").outcome is NOT_MET
    stated = cp.Institution(profit_status=FOR, scope_states_modes=True)
    assert find("2.3.3.c", stated).outcome is MET
    applicant = cp.Applicant(
        profit_status=NON,
        legal_form=cp.LegalForm.SOCIAL_SERVICE_ORGANISATION,
        approval_powers_merged=False,
        service_modes={cp.ServiceMode.FULL_DAY, cp.ServiceMode.HOURLY},
    )
    (path,) = cp.registration_paths(applicant, PLAN).paths
    assert path.business_scope is None
    (path,) = cp.registration_paths(applicant, PLAN, readings={"scope_for": "all"}).paths
    assert path.business_scope == "3岁以下婴幼儿照护服务（全日托、计时托）"


def test_entry_by_the_national_standard() -> None:
    for number in ("2.3.3.f", "2.4.1.a"):  # 二（三）3; 二（四）1 严把准入关
        assert find(number, cp.Institution(meets_national_standard=True)).outcome is MET
        assert find(number, cp.Institution(meets_national_standard=False)).outcome is NOT_MET
        assert find(number, cp.Institution()).missing == ("meets_national_standard",)


def test_filing() -> None:
    filed = cp.Institution(registered=True, filed_with_health=True)
    assert find("2.3.3.e", filed).outcome is MET
    unfiled = cp.Institution(registered=True, filed_with_health=False)
    assert find("2.3.3.e", unfiled).outcome is NOT_MET
    assert find("2.3.3.e", cp.Institution(registered=False)).outcome is NOT_APPLICABLE
    steps = [one for one in PLAN.encoded_by("2.3.4.b") if isinstance(one, w.Step)]
    assert [step.key for step in steps] == ["register", "file"]  # 注册登记、备案


def test_steps_are_prompt_without_days() -> None:
    assert PLAN.registration is not None
    prompt = {step.key: step.promptly for step in PLAN.registration.steps}
    assert prompt == {"register": False, "push": True, "file": True}  # 及时推送、及时备案


def test_training_plan_and_subsidies() -> None:
    # 二（三）5: 符合条件的按规定落实.
    carer = cp.StaffMember(works_in_care=True)
    assert offer("2.3.5.b/plan", carer).availability is OPEN
    assert offer("2.3.5.b/subsidies", carer).missing == ("meets_subsidy_rules",)
    fit = cp.StaffMember(works_in_care=True, meets_subsidy_rules=True)
    assert offer("2.3.5.b/subsidies", fit).availability is OPEN
    assert offer("2.3.5.b/subsidies", fit).benefit.amount_yuan is None
    other = cp.StaffMember(works_in_care=False, meets_subsidy_rules=True)
    assert offer("2.3.5.b/subsidies", other).availability is NOT_OPEN
    assert offer("2.3.5.b/plan", other).availability is NOT_OPEN


# --- 二（四）: safety, health, who may work here ---


def test_safety() -> None:
    three: dict[str, Any] = {
        "safety_systems": True,
        "safety_equipment": True,
        "security_guards": True,
    }
    assert find("2.4.2.c", cp.Institution(**three)).outcome is MET  # 二（四）2
    for fact in three:
        lacking = find("2.4.2.c", cp.Institution(**{**three, fact: False}))
        assert (lacking.outcome, lacking.force) == (NOT_MET, BINDING)


def test_goods_under_both_readings() -> None:
    # 二（四）2: the sentence names nobody who assesses and monitors.
    bad, good = (cp.Institution(goods_assessed=stated) for stated in (False, True))
    unnamed = find("2.4.2.f", bad)
    assert (unnamed.outcome, unnamed.force) == (NOT_MET, ADVISORY)
    named = find("2.4.2.f", bad, goods_actor="institution")
    assert (named.outcome, named.force) == (NOT_MET, BINDING)
    assert find("2.4.2.f", good).outcome is MET
    assert find("2.4.2.f", good, goods_actor="institution").outcome is MET


def test_phased_systems_are_advice() -> None:
    # 二（四）2 逐步实行, without a date.
    half = find("2.4.2.e", cp.Institution(qualification_entry=True, stained_record_ban=False))
    assert (half.outcome, half.force) == (NOT_MET, ADVISORY)
    both = cp.Institution(qualification_entry=True, stained_record_ban=True)
    assert find("2.4.2.e", both).outcome is MET


def test_children_in_care() -> None:
    # 二（四）3: 体检合格后…方可接收，并每年健康体检1次.
    fit = cp.Child(admitted=True, health_check_passed=True)
    assert find("2.4.3.b", fit).outcome is MET
    unfit = find("2.4.3.b", cp.Child(admitted=True, health_check_passed=False))
    assert (unfit.outcome, unfit.force) == (NOT_MET, BINDING)
    assert find("2.4.3.b", cp.Child(admitted=False)).outcome is NOT_APPLICABLE
    # 二（四）2: 鼓励…购买相关安全责任保险.
    bare = find("2.4.2.d", cp.Child(admitted=True, insured=False))
    assert (bare.outcome, bare.force) == (NOT_MET, ADVISORY)
    assert find("2.4.2.d", cp.Child(admitted=True, insured=True)).outcome is MET


def test_the_yearly_check_under_both_readings() -> None:
    # Checked last December, asked in January: in time by the rolling year only.
    child = cp.Child(
        admitted=True, health_check_this_year=False, health_check_within_12_months=True
    )
    assert find("2.4.3.c", child).outcome is NOT_MET
    assert find("2.4.3.c", child, check_year="rolling").outcome is MET
    for stated, outcome in ((True, MET), (False, NOT_MET)):
        both = cp.Child(
            admitted=True, health_check_this_year=stated, health_check_within_12_months=stated
        )
        assert find("2.4.3.c", both).outcome is outcome
        assert find("2.4.3.c", both, check_year="rolling").outcome is outcome
    assert find("2.4.3.c", cp.Child(admitted=False)).outcome is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("facts", "lifetime", "stained"),
    [
        # 二（四）5 终身禁入 binds; 二（四）2 污点禁入 is phased in.
        ({"abuse_found": True, "works_in_care": True}, NOT_MET, UNKNOWN),
        (
            {"managed_abuser": True, "works_in_care": True, "stained_record": False},
            NOT_MET,
            NOT_APPLICABLE,
        ),
        ({"abuse_found": True, "works_in_care": False, "stained_record": True}, MET, MET),
        (
            {
                "abuse_found": False,
                "managed_abuser": False,
                "works_in_care": True,
                "stained_record": True,
            },
            NOT_APPLICABLE,
            NOT_MET,
        ),
        ({"abuse_found": False, "works_in_care": True, "stained_record": None}, UNKNOWN, UNKNOWN),
    ],
)
def test_who_may_not_work_in_care(
    facts: dict[str, Any], lifetime: cp.Outcome, stained: cp.Outcome
) -> None:
    person = cp.assess(cp.StaffMember(**facts), PLAN)
    bar, phased = person.finding("2.4.5.b"), person.finding("2.4.2.e/person")
    assert (bar.outcome, bar.force) == (lifetime, BINDING)
    assert (phased.outcome, phased.force) == (stained, ADVISORY)


def test_a_stained_record_alone_breaks_nothing() -> None:
    person = cp.StaffMember(
        works_in_care=True, abuse_found=False, managed_abuser=False, stained_record=True
    )
    assert cp.assess(person, PLAN).outcome is NOT_APPLICABLE


def test_qualification_is_phased_in() -> None:
    # 二（四）5 依法逐步实行.
    found = find("2.4.5.a", cp.StaffMember(works_in_care=True, qualified=False))
    assert (found.outcome, found.force) == (NOT_MET, ADVISORY)
    assert find("2.4.5.a", cp.StaffMember(works_in_care=True, qualified=True)).outcome is MET
    assert find("2.4.5.a", cp.StaffMember(works_in_care=False)).outcome is NOT_APPLICABLE


def test_charges() -> None:
    # 二（四）4
    market = cp.Institution(
        profit_status=FOR, charges_set_fairly=False, charges_marked_and_published=True
    )
    assert find("2.4.4.a", market).outcome is NOT_MET
    fair = cp.Institution(profit_status=FOR, charges_set_fairly=True)
    assert find("2.4.4.a", fair).outcome is MET
    assert find("2.4.4.b", market).outcome is MET
    silent = cp.Institution(profit_status=NON, charges_marked_and_published=False)
    assert find("2.4.4.b", silent).outcome is NOT_APPLICABLE
    assert find("2.4.4.b", silent, charges_published="all").outcome is NOT_MET
    guided = find("2.4.4.c", cp.Institution(profit_status=NON, charges_follow_guidance=True))
    assert (guided.outcome, guided.force) == (MET, ADVISORY)
    own = cp.Institution(profit_status=NON, charges_follow_guidance=False)
    assert find("2.4.4.c", own).outcome is NOT_MET  # a reference, no ceiling
