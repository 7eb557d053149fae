"""Dawa 2023, answers by hand from the text. Locators stand beside each."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from goals import only

import careplan as cp
from careplan import writing as w
from careplan.documents.clauses import Force
from careplan.documents.encoded import pick
from careplan.documents.rules import Cited
from careplan.verbs.assessing.findings import BenefitFinding, Finding

PLAN = cp.get_plan("dawa_2023")
Body, Role, Use, Kind = cp.Body, cp.Role, cp.RoomUse, cp.EmployerKind
NON, FOR = cp.ProfitStatus.NON_PROFIT, cp.ProfitStatus.FOR_PROFIT
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
OPEN, NOT_OPEN = cp.Availability.OPEN, cp.Availability.NOT_OPEN


def find(number: str, subject: Any, **readings: str) -> Finding:
    """Return the finding of one clause about a subject."""
    found = cp.assess(subject, PLAN, readings=readings).finding(number)
    assert isinstance(found, Finding)
    return found


def offer(number: str, subject: Any, **readings: str) -> BenefitFinding:
    """Return what one clause offers a subject."""
    return cp.assess(subject, PLAN, readings=readings).benefit(number)


def task(name: str) -> w.Task:
    """Return the one task with this id."""
    (found,) = (one for one in PLAN.tasks if one.id == name)
    return found


def names(offices: tuple[w.Office, ...]) -> str:
    return "、".join(office.name for office in offices)


# --- coverage -------------------------------------------------------------------------------

KINDS: dict[str, tuple[type[Cited], ...]] = {
    "criterion": (w.Rule, w.Benefit, w.Definition, w.Task),
    "criteria-set": (w.Rule, w.Benefit, w.Definition, w.Task),
    "responsibility-entry": (w.Task,),
    "indicator-target": (w.Target,),
    "count-target": (w.Target,),
    "slot-target": (w.Target, w.Ledger, w.LedgerRow),
    "recurring-duty": (w.Duty,),
    "registration-step": (w.Registration, w.Route, w.Step),
    "benefit": (w.Benefit,),
}


def inventory() -> list[dict[str, str]]:
    path = Path(__file__).parent.parent / "data" / "clauses.csv"
    with path.open(encoding="utf-8") as lines:
        return [row for row in csv.DictReader(lines) if row["plan"] == "dawa_2023"]


def test_every_clause_is_encoded_or_declined() -> None:
    coverage = PLAN.coverage()
    assert coverage.complete
    assert len(coverage.encoded) + len(coverage.declined) == 147
    assert coverage.declined == (
        "0.issue", "0.basis.1", "0.basis.3", "1", "3.2.1.b", "5.3.b", "5.3.c",
        "0.annexes", "0.footer",
    )  # fmt: skip


@pytest.mark.parametrize("row", inventory(), ids=lambda row: row["number"])
def test_kinds_are_the_inventorys(row: dict[str, str]) -> None:
    number, asked = row["number"], row["computable_as"]
    clause = PLAN.clause(number)
    assert (clause.locator, clause.modality.value) == (row["locator"], row["modality"])
    if number in PLAN.not_encoded:
        assert asked in {"narrative", "reference-data"}
    elif number == "3.0.leadrule":  # a rule about all lists, no list itself
        assert [type(one) for one in PLAN.encoded_by(number)] == [w.Definition]
    elif asked in KINDS:
        assert any(isinstance(one, KINDS[asked]) for one in PLAN.encoded_by(number))


# --- 三、四: the 22 lists; 列第一位为牵头单位 --------------------------------------------------

LISTS = (
    ("3.1.1", "区人力资源社会保障局、区总工会、区妇联"),
    (
        "3.1.2",
        "区卫生健康局、区发展改革局、区住房城乡建设局、市公安局大洼分局、区总工会、区妇联",
    ),
    ("3.1.3", "区卫生健康局、区委宣传部、区教育局、区总工会、团区委、区妇联"),
    ("3.2.1", "区发展改革局、区财政局、区卫生健康局、区住房城乡建设局"),
    ("3.2.2", "区民政局、区教育局、区卫生健康局、区妇联"),
    ("3.2.3", "区民政局、区卫生健康局、区教育局、团区委、区妇联"),
    ("3.3.1", "区总工会、团区委、区民政局、区发展改革局"),
    ("3.3.2", "区教育局、区民政局、区人力资源社会保障局、区卫生健康局"),
    ("3.3.3", "区教育局、区发展改革局、区财政局、区住房城乡建设局"),
    ("3.4.1", "市自然资源局大洼分局、区发展和改革局、区民政局、区住房和城乡建设局"),
    ("3.4.2", "市自然资源局大洼分局、区发展改革局、区住房城乡建设局、区卫生健康局、区应急局"),
    ("3.4.3", "区住房城乡建设局、市自然资源局大洼分局、区应急局"),
    ("3.4.4", "区住房城乡建设局"),
    ("3.4.5", "区住房城乡建设局、区卫生健康局、区应急局"),
    ("3.5.1", "区民政局、区委编办、区市场监管局、区卫生健康局"),
    (
        "3.5.2",
        (
            "区卫生健康局、区教育局、市公安局大洼分局、区民政局、区人力资源社会保障局、"
            "区市场监管局、区应急局"
        ),
    ),
    ("3.5.3", "区卫生健康局"),
    (
        "3.5.4",
        "区卫生健康局、区教育局、市公安局大洼分局、区人力资源社会保障局、区市场监管局、区应急局",
    ),
    ("4.1", "区税务局、区发展改革局、区财政局"),
    ("4.2", "市自然资源局大洼分局"),
    ("4.3", "区财政局、区卫生健康局、区发展改革局、区教育局、区人力资源社会保障局"),
    ("4.4", "区教育局、市公安局大洼分局、区人力资源社会保障局、区卫生健康局、区总工会"),
)


def test_there_are_22_lists() -> None:
    listed = [clause.number for clause in PLAN.clauses if clause.number.endswith(".resp")]
    assert [f"{number}.resp" for number, _ in LISTS] == listed
    assert len(listed) == 22


@pytest.mark.parametrize(("number", "printed"), LISTS)
def test_the_first_of_a_list_leads(number: str, printed: str) -> None:
    found = task(f"{number}.resp")
    first, _, others = printed.partition("、")
    assert (names(found.lead), names(found.support)) == (first, others)
    assert (names(found.territorial), found.open_list) == ("各镇街", True)  # 等部门；各镇街落实
    assert found.acting == ()


def test_what_bodies_lead() -> None:
    lists = {number for number, _ in LISTS}
    led = [one.number.removesuffix(".resp") for one in PLAN.tasks_of(Body.HEALTH, role=Role.LEAD)]
    assert [n for n in led if n in lists] == ["3.1.2", "3.1.3", "3.5.2", "3.5.3", "3.5.4"]
    assert led[-1] == "5.2"  # 由卫生健康部门牵头
    (publicity,) = (n for n in PLAN.tasks_of(Body.PUBLICITY) if n.number.endswith(".resp"))
    assert publicity.number == "3.1.3.resp"  # 区委宣传部 stands in no other list
    row = PLAN.matrix()["3.3.1.resp"]
    assert [one.role for one in row[Body.TRADE_UNION]] == [Role.LEAD]
    assert [one.role for one in row[Body.TOWNSHIP]] == [Role.TERRITORIAL]


@pytest.mark.parametrize(
    ("number", "lead", "acting"),
    [
        ("3.1.1.c/return", "区人力资源社会保障局", ""),  # nobody named: the list of the paragraph
        (
            "3.1.3.b",
            "区卫生健康局",
            # 充分依托各级妇幼保健机构…: the district's own is of one of the levels
            "各级妇幼保健机构、区妇幼保健机构、社区卫生服务中心(站)、婴幼儿照护服务机构",
        ),
        ("3.1.3.c", "区卫生健康局", ""),
        ("3.2.1.c", "", "各级政府"),
        ("3.2.3", "区民政局", ""),
        ("3.3.2.a", "区教育局", ""),
        ("3.4.1.a", "", "各镇街"),
        ("3.5.2.a", "区卫生健康局", ""),  # 逐步建立健全五项制度
        ("3.5.2.c", "区卫生健康局", "区、镇(街道)、村(社区)"),  # 三级联动
        ("3.5.3.a", "", "区妇幼保健机构、疾病预防控制机构、卫生监督机构"),
        ("3.5.3.d", "", "区卫生健康部门"),
        ("3.5.4.a", "", "婴幼儿照护服务机构"),  # 负主体责任
        ("4.3.a", "", "财政部门"),
        ("4.3.e", "区财政局", ""),
        ("4.4.b", "", "中等职业学校"),
        ("4.4.c/base", "区教育局", ""),
        ("5.1", "", "各级政府"),
        ("5.3.a", "", "各相关部门、各级政府"),
    ],
)
def test_who_acts(number: str, lead: str, acting: str) -> None:
    found = task(number)
    assert (names(found.lead), names(found.acting)) == (lead, acting)


def test_fifteen_departments_help_health() -> None:
    together = task("5.2")  # 五（二）
    assert names(together.support) == (
        "机构编制、发展改革、教育、公安、民政、财政、人社、自然资源、住房城乡建设、应急管理、"
        "市场监管、税务、工会、共青团、妇联"
    )
    assert (len(together.support), together.open_list) == (15, True)
    assert not {Body.FIRE_RESCUE, Body.ADMIN_APPROVAL, Body.PUBLICITY} & {
        office.body for office in together.support
    }


def test_two_spellings_are_one_body() -> None:
    for written in ("区发展改革局", "区发展和改革局", "发展改革部门", "发展改革"):
        assert PLAN.office(written).body is Body.DEVELOPMENT_REFORM
    assert PLAN.office("住房城乡建设部").level is cp.Level.NATIONAL  # 三（四）1


# --- 二: pilots, goals ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "key"),
    [("2.1.1", "brand_chain"), ("2.1.2", "community_pilot"), ("2.1.3", "toddler_class_pilot")],
)
def test_one_pilot_of_each_kind_in_a_town_or_in_the_district(number: str, key: str) -> None:
    town, district = PLAN.encoded_by(number)[:2]
    assert (town, district) == (PLAN.targets[f"{key}_in_town"], PLAN.targets[f"{key}_in_district"])
    for one in (PLAN.targets[f"{key}_in_town"], PLAN.targets[f"{key}_in_district"]):
        assert (only(one).value, only(one).due, one.measure) == (
            1,
            None,
            w.Measure.COUNT,
        )  # 1个, undated
        none = [cp.Measurement(on=date(2025, 1, 1), value=0)]
        open_still = cp.track_progress(one, none, on=date(2025, 1, 1))
        assert (open_still.outcome, open_still.short_by) == (cp.Outcome.UNKNOWN, 1)
        built = [cp.Measurement(on=date(2024, 1, 1), value=1)]
        assert cp.track_progress(one, built, on=date(2025, 1, 1)).outcome is cp.Outcome.MET
    taken, other = PLAN.read_as(), PLAN.read_as({"pilot_unit": "whole_district"})
    assert (town.holds_under(taken), district.holds_under(taken)) == (True, False)
    assert (town.holds_under(other), district.holds_under(other)) == (False, True)


@pytest.mark.parametrize("key", ["demonstration_sites", "employer_pilots", "community_facilities"])
def test_goals_without_a_number(key: str) -> None:
    # 二（一）, 二（一）4, 三（二）1 "一批": no number, no date.
    target = PLAN.targets[key]
    assert (only(target).value, only(target).due) == (None, None)
    many = [cp.Measurement(on=date(2025, 1, 1), value=99)]
    progress = cp.track_progress(target, many, on=date(2025, 1, 1))
    assert progress.outcome is cp.Outcome.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("kind", "young", "on_site", "outcome"),
    [
        # 二（一）4: organs, enterprises and public institutions with many young workers.
        (Kind.STATE_ORGAN, True, False, NOT_MET),
        (Kind.ENTERPRISE, True, True, MET),
        (Kind.PUBLIC_INSTITUTION, True, None, UNKNOWN),
        (Kind.ENTERPRISE, False, False, NOT_APPLICABLE),
        (Kind.ENTERPRISE, None, False, UNKNOWN),
        (Kind.OTHER, True, False, NOT_APPLICABLE),
    ],
)
def test_employer_pilots(
    kind: cp.EmployerKind, young: bool | None, on_site: bool | None, outcome: cp.Outcome
) -> None:
    employer = cp.Employer(kind=kind, young_workers_concentrated=young, care_on_site=on_site)
    found = find("2.1.4", employer)
    assert (found.outcome, found.force) == (outcome, Force.ADVISORY)  # a pilot


def defined(number: str, part: str, subject: Any, **readings: str) -> cp.Truth:
    (term,) = (
        one for one in PLAN.encoded_by(number) if isinstance(one, w.Definition) and one.part == part
    )
    return cp.evaluate(pick(term.criterion, PLAN.read_as(readings)), subject).truth


@pytest.mark.parametrize(
    ("mode", "setting", "truth"),
    [
        # 二（一）2: 公办民营或民办公助, in a community.
        (cp.OwnershipMode.PUBLIC_BUILT_PRIVATELY_RUN, cp.Setting.COMMUNITY, cp.Truth.TRUE),
        (cp.OwnershipMode.PRIVATE_WITH_PUBLIC_AID, cp.Setting.COMMUNITY, cp.Truth.TRUE),
        (cp.OwnershipMode.PRIVATE, cp.Setting.COMMUNITY, cp.Truth.FALSE),
        (cp.OwnershipMode.PRIVATE_WITH_PUBLIC_AID, cp.Setting.EMPLOYER, cp.Truth.FALSE),
        (None, cp.Setting.COMMUNITY, cp.Truth.UNKNOWN),
    ],
)
def test_what_counts_as_a_community_pilot(
    mode: cp.OwnershipMode | None, setting: cp.Setting, truth: cp.Truth
) -> None:
    subject = cp.Institution(ownership_mode=mode, setting=setting)
    assert defined("2.1.2", "kind", subject) is truth


def test_what_counts_as_a_toddler_class_pilot() -> None:
    # 二（一）3: 普惠幼儿园开设托班
    plain = cp.Kindergarten(inclusive=False, toddler_class=True)
    assert defined("2.1.3", "kind", plain) is cp.Truth.FALSE
    assert defined("2.1.3", "kind", cp.Kindergarten(inclusive=True, toddler_class=True)) is (
        cp.Truth.TRUE
    )


@pytest.mark.parametrize(
    ("months", "under_three", "three_too"),
    [
        # 二（一）3, 三（三）3: 2—3岁; two is in, the upper end is open.
        (23, cp.Truth.FALSE, cp.Truth.FALSE),
        (24, cp.Truth.TRUE, cp.Truth.TRUE),
        (35, cp.Truth.TRUE, cp.Truth.TRUE),
        (36, cp.Truth.FALSE, cp.Truth.TRUE),
        (47, cp.Truth.FALSE, cp.Truth.TRUE),
        (48, cp.Truth.FALSE, cp.Truth.FALSE),
    ],
)
def test_the_age_of_toddler_classes(
    months: int, under_three: cp.Truth, three_too: cp.Truth
) -> None:
    child = cp.Child(age_months=months)
    for number in ("2.1.3", "3.3.3.a"):
        assert defined(number, "age", child) is under_three
        assert defined(number, "age", child, toddler_age="three_too") is three_too


def test_an_institution_in_each_town_in_2023() -> None:
    target = PLAN.targets["institution_in_town"]  # 二（三）
    due = date(2023, 12, 31)
    figure = only(target)
    assert (figure.value, figure.due, figure.precision) == (1, due, w.Precision.YEAR)
    none = [cp.Measurement(on=due, value=0)]
    assert cp.track_progress(target, none, on=due).outcome is NOT_MET


def test_the_rate_of_slots_is_the_three_year_plans() -> None:
    # 二（四）: 确保完成…文件确定的4.5个
    assert PLAN.encoded_by("2.4.basis") == (PLAN.targets["slots_per_thousand"],)


# --- 三（一）-（三） --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uses", "all_three", "any_one"),
    [
        # 三（一）2: 育婴室、哺乳室、女职工特殊关爱室, of every employer.
        ([], NOT_MET, NOT_MET),
        ([Use.LACTATION], NOT_MET, MET),
        ([Use.NURSERY], NOT_MET, MET),
        ([Use.SPECIAL_CARE], NOT_MET, MET),
        ([Use.NURSERY, Use.LACTATION], NOT_MET, MET),
        ([Use.NURSERY, Use.LACTATION, Use.SPECIAL_CARE], MET, MET),
        ([Use.MOTHER_AND_BABY, Use.MUMMY_HUT], NOT_MET, NOT_MET),
        ([Use.NURSERY, Use.LACTATION, None], UNKNOWN, MET),
        # The text asks for three kinds and not for three rooms: one room may be all of them.
        ([{Use.NURSERY, Use.LACTATION, Use.SPECIAL_CARE}], MET, MET),
        ([{Use.NURSERY, Use.LACTATION}], NOT_MET, MET),
        ([{Use.NURSERY, Use.LACTATION}, Use.SPECIAL_CARE], MET, MET),
        ([set()], NOT_MET, NOT_MET),  # a room of which it is said that it serves none of these
    ],
)
def test_employers_rooms(
    uses: list[cp.RoomUse | set[cp.RoomUse] | None], all_three: cp.Outcome, any_one: cp.Outcome
) -> None:
    employer = cp.Employer(female_employees=1, rooms=[cp.Room(use=use) for use in uses])
    found = find("3.1.2.b", employer)
    assert (found.outcome, found.force) == (all_three, Force.BINDING)
    assert [reading.interpretation.id for reading in found.readings] == ["employer_rooms"]
    assert find("3.1.2.b", employer, employer_rooms="any_one").outcome is any_one


@pytest.mark.parametrize(
    ("number", "fact"), [("3.1.1.b", "eases_care"), ("3.1.2.c", "breastfeeding_time")]
)
def test_duties_of_every_employer(number: str, fact: str) -> None:
    # 三（一）1 灵活的方式和措施; 三（一）2 灵活安排哺乳时间
    done: dict[str, Any] = {fact: True}
    not_done: dict[str, Any] = {fact: False}
    assert find(number, cp.Employer(**done)).outcome is MET
    assert find(number, cp.Employer(**not_done)).outcome is NOT_MET
    assert find(number, cp.Employer()).missing == (fact,)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        # 三（三）1: 机关、企事业单位
        (Kind.STATE_ORGAN, NOT_MET),
        (Kind.ENTERPRISE, NOT_MET),
        (Kind.PUBLIC_INSTITUTION, NOT_MET),
        (Kind.OTHER, NOT_APPLICABLE),
        (None, UNKNOWN),
    ],
)
@pytest.mark.parametrize(
    ("reading", "force"),
    [
        # 要, and 鼓励 in the next sentence: the default lets the next sentence say how strongly.
        (None, Force.ADVISORY),
        ("advice", Force.ADVISORY),
        ("binds", Force.BINDING),
    ],
)
def test_whether_employers_must_offer_care(
    kind: cp.EmployerKind | None, outcome: cp.Outcome, reading: str | None, force: Force
) -> None:
    taken = {} if reading is None else {"employer_care": reading}
    found = find("3.3.1.a", cp.Employer(kind=kind, offers_care=False), **taken)
    assert (found.outcome, found.force) == (outcome, force)
    assert found.clause.modality is w.Modality.MUST
    assert [one.interpretation.id for one in found.readings] == ["employer_care"]
    assert (found.rule.advisory is None) is (force is Force.BINDING)  # advice has a reason


def test_only_a_binding_sentence_decides_the_whole() -> None:
    # All that binds an employer otherwise is done (三（一）1, 2); care is not offered.
    rooms = [cp.Room(use={Use.NURSERY, Use.LACTATION, Use.SPECIAL_CARE})]
    employer = cp.Employer(
        kind=Kind.ENTERPRISE,
        eases_care=True,
        breastfeeding_time=True,
        rooms=rooms,
        offers_care=False,
    )
    assert cp.assess(employer, PLAN).outcome is MET
    bound = cp.assess(employer, PLAN, readings={"employer_care": "binds"})
    assert bound.outcome is NOT_MET


def test_inclusive_care_is_what_both_sentences_want() -> None:
    # 三（三）1: 普惠性; the second sentence asks whether the young work there in numbers.
    caring = cp.Employer(kind=Kind.ENTERPRISE, offers_care=True, care_is_inclusive=True)
    dear = cp.Employer(kind=Kind.ENTERPRISE, offers_care=True, care_is_inclusive=False)
    for reading in ("advice", "binds"):
        assert find("3.3.1.a", caring, employer_care=reading).outcome is MET
        assert find("3.3.1.a", dear, employer_care=reading).outcome is NOT_MET
    assert find("3.3.1.b", caring).outcome is MET  # whether the workers are young or not
    organ = cp.Employer(kind=Kind.STATE_ORGAN, young_workers_concentrated=True, offers_care=False)
    second = find("3.3.1.b", organ)
    assert (second.outcome, second.force) == (NOT_MET, Force.ADVISORY)  # 鼓励
    assert second.rule.advisory is None
    other = cp.Employer(kind=Kind.OTHER, young_workers_concentrated=False, offers_care=False)
    assert find("3.3.1.b", other).outcome is NOT_APPLICABLE


def test_opening_to_neighbours_is_leave_and_no_claim() -> None:
    able = offer("3.3.1.c", cp.Employer(offers_care=True, conditions_allow=True))
    assert (able.availability, able.entitled) == (OPEN, cp.Truth.FALSE)  # 可
    assert offer("3.3.1.c", cp.Employer(offers_care=False)).availability is NOT_OPEN


def test_modes_of_care() -> None:
    # 三（三）2: four modes, 等
    for mode in cp.ServiceMode:
        assert defined("3.3.2.b", "", cp.Institution(service_modes={mode})) is cp.Truth.TRUE
    assert defined("3.3.2.b", "", cp.Institution(service_modes=[])) is cp.Truth.FALSE


def test_kindergartens_are_encouraged() -> None:
    # 三（三）3
    able = cp.Kindergarten(conditions_allow=True, toddler_class=False, new=False)
    found = find("3.3.3.a", able)
    assert (found.outcome, found.force) == (NOT_MET, Force.ADVISORY)
    assert find("3.3.3.a", cp.Kindergarten(conditions_allow=False)).outcome is NOT_APPLICABLE
    assert find("3.3.3.a", cp.Kindergarten(toddler_class=True)).outcome is MET
    assert find("3.3.3.b", able).outcome is NOT_APPLICABLE
    new = cp.Kindergarten(new=True, toddler_class=True, suitable_share=True)
    assert find("3.3.3.b", new).outcome is MET
    few = cp.Kindergarten(new=True, toddler_class=True, suitable_share=False)
    assert find("3.3.3.b", few).outcome is NOT_MET


# --- 三（四）, 三（五） -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "facts", "outcome"),
    [
        ("3.4.1.b", {"urban": True, "considers_migrant_infants": False}, NOT_MET),  # 城镇
        ("3.4.1.b", {"urban": True, "considers_migrant_infants": True}, MET),
        ("3.4.1.b", {"urban": False}, NOT_APPLICABLE),
        ("3.5.1.b", {"meets_provincial_rules": False}, NOT_MET),
        ("3.5.1.b", {"meets_provincial_rules": True}, MET),
        ("3.5.4.b", {"safety_systems": True, "safety_equipment": True}, UNKNOWN),
        ("3.5.4.b", {"security_guards": False}, NOT_MET),  # 安保人员, no number
        ("3.5.4.c", {}, UNKNOWN),  # left to the province
        ("3.5.4.c", {"meets_provincial_rules": True}, UNKNOWN),  # entry is not safety
        ("3.5.4.c", {"meets_provincial_safety_rules": True}, MET),
        ("3.5.4.c", {"meets_provincial_safety_rules": False}, NOT_MET),
    ],
)
def test_institutions(number: str, facts: dict[str, Any], outcome: cp.Outcome) -> None:
    assert find(number, cp.Institution(**facts)).outcome is outcome


FIVE_QUALITIES = (
    "good_conditions",
    "suitable_environment",
    "convenient_transport",
    "residents_concentrated",
    "good_public_order",
)


@pytest.mark.parametrize("lacking", [*FIVE_QUALITIES, None])
def test_five_qualities_of_a_site(lacking: str | None) -> None:
    # 三（四）2
    facts = {quality: quality != lacking for quality in FIVE_QUALITIES}
    found = find("3.4.2.a", cp.Institution(site=cp.Site(**facts)))
    assert found.outcome is (MET if lacking is None else NOT_MET)


def test_what_a_site_keeps_away_from() -> None:
    near = cp.Institution(site=cp.Site(away_from_pollution=False, near_pipeline=True))
    assert find("3.4.2.b", near).outcome is NOT_MET
    assert find("3.4.2.c", near).outcome is NOT_MET  # either of the two
    clear = cp.Institution(site=cp.Site(crossed_by_power_corridor=False))
    assert find("3.4.2.d", clear).outcome is MET


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        ("3.4.3.a", ("safety_first_design",)),  # 以保障安全为先
        (
            "3.4.3.b",  # JGJ39, 抗震, 消防
            ("meets_nursery_design_code", "meets_seismic_standard", "meets_fire_standard"),
        ),
        ("3.4.4.b", ("meets_provincial_area_rules",)),  # left to the province
        ("3.4.5.a", ("evacuation_route", "fire_equipment")),
        ("3.4.5.b", ("cold_protection", "heat_protection")),
    ],
)
def test_premises(number: str, facts: tuple[str, ...]) -> None:
    def built(lacking: str | None) -> cp.Institution:
        stated: dict[str, Any] = {fact: fact != lacking for fact in facts}
        return cp.Institution(newly_built_or_altered=True, premises=cp.Premises(**stated))

    assert find(number, built(None)).outcome is MET
    for lacking in facts:
        assert find(number, built(lacking)).outcome is NOT_MET


def test_urban_facilities_take_account_of_migrants_infants_too() -> None:
    # 三（四）1: 城镇婴幼儿照护服务机构和设施
    def community(kind: cp.CommunityKind, considers: bool | None) -> cp.Outcome:
        subject = cp.Community(kind=kind, care_facility=True, facility_considers_migrants=considers)
        return find("3.4.1.b/facility", subject).outcome

    assert community(cp.CommunityKind.URBAN, considers=True) is MET
    assert community(cp.CommunityKind.URBAN, considers=False) is NOT_MET
    assert community(cp.CommunityKind.URBAN, considers=None) is UNKNOWN
    assert community(cp.CommunityKind.RURAL, considers=False) is NOT_APPLICABLE  # 城镇
    none = cp.Community(kind=cp.CommunityKind.URBAN, care_facility=False)
    assert find("3.4.1.b/facility", none).outcome is NOT_APPLICABLE


# 三（四）4: 用餐区、睡眠区、母乳喂养区、游戏区、盥洗区、储物区等; 保健室、办公室、安保室等;
# 厨房、库房、消毒房等
TWELVE = (
    "dining", "sleeping", "breastfeeding", "play", "washing", "storage",
    "health_room", "office", "security_room",
    "kitchen", "storeroom", "disinfection_room",
)  # fmt: skip


def test_twelve_rooms_are_examples_and_seen_one_by_one() -> None:
    assert [room.value for room in cp.PremisesRoom] == list(TWELVE)
    some = cp.Premises(
        room_groups=list(cp.RoomGroup),
        rooms_or_areas={cp.PremisesRoom.DINING, cp.PremisesRoom.KITCHEN},
    )
    found = cp.assess(cp.Institution(premises=some), PLAN)
    there = {one.number: one.falls_under for one in found.definitions}
    for room in TWELVE:
        expected = cp.Truth.TRUE if room in {"dining", "kitchen"} else cp.Truth.FALSE
        assert there[f"3.4.4.a/{room}"] is expected
    # 由…三部分组成 is what binds; ten of the examples lack, and nothing is broken.
    assert found.finding("3.4.4.a").outcome is MET
    assert found.finding("3.4.4.a").force is Force.BINDING
    unseen = cp.assess(cp.Institution(), PLAN)
    open_still = [one for one in unseen.definitions if one.clause.number == "3.4.4.a"]
    assert {one.missing for one in open_still} == {("premises.rooms_or_areas",)}
    assert len(open_still) == 12
    assert "premises.rooms_or_areas" not in unseen.missing  # nothing hangs on it


def test_a_safe_institution() -> None:
    safe = cp.Institution(safety_systems=True, safety_equipment=True, security_guards=True)
    assert find("3.5.4.b", safe).outcome is MET


@pytest.mark.parametrize("number", ["3.4.1.c", "3.4.4.b", "3.5.1.b", "3.5.4.c", "4.1.b"])
def test_five_clauses_leave_their_details_to_the_province(number: str) -> None:
    (left,) = (one for one in PLAN.encoded_by(number) if isinstance(one, w.Definition))
    assert left.number == "0.basis.2"
    assert "辽政办发〔2020〕12号" in left.term.zh
    assert left.criterion == cp.all_of()  # no figure is invented


def test_records_are_pushed_promptly() -> None:
    path = cp.registration_paths(cp.Applicant(profit_status=FOR), PLAN).paths[0]
    push = path.steps[1]  # 三（五）1: 及时推送至同级卫生健康部门
    assert (push.id, push.promptly, push.limit) == ("push", True, None)


def test_duties_that_come_back() -> None:
    duties = {duty.key: duty for duty in PLAN.duties}
    # 三（五）3: 每年组织1次
    yearly = duties["staff_training_and_health_check"]
    assert (yearly.number, names(yearly.acting)) == ("3.5.3.b", "区卫健部门")
    assert cp.next_due(yearly, date(2024, 2, 29)) == date(2025, 2, 28)
    for key, number in (
        ("quality_and_safety_assessment", "3.5.2.d"),
        ("hygiene_inspection", "3.5.3.c"),
    ):
        assert (duties[key].number, duties[key].every) == (number, None)  # 定期
        with pytest.raises(cp.InvalidInput):
            cp.next_due(duties[key], date(2024, 1, 1))
    assert names(duties["quality_and_safety_assessment"].acting) == dict(LISTS)["3.5.2"]
    assert names(duties["hygiene_inspection"].acting) == "区卫健部门"


def test_the_agenda_of_2024() -> None:
    found = cp.agenda(PLAN, date(2024, 1, 1), date(2024, 12, 31))
    assert sorted(entry.clause.number for entry in found.entries) == [
        "2.2", "2.2", "3.5.3.b", "a2.0",
    ]  # fmt: skip
    assert [duty.number for duty in found.unscheduled] == ["3.5.2.d", "3.5.3.c"]


def test_every_year_for_three_or_for_supply_only() -> None:
    # 二（二）: 每年增加供给，降低成本，入托率明显提升
    supply = next(duty for duty in PLAN.duties if duty.key == "more_supply")
    other = next(duty for duty in PLAN.duties if duty.key == "lower_cost_higher_enrolment")
    goal = PLAN.targets["cost_and_enrolment"]
    assert supply.every == other.every == w.Interval(12)
    assert names(supply.acting) == names(other.acting) == "各镇街"
    assert (only(goal).value, only(goal).due) == (None, None)
    taken, supply_only = PLAN.read_as(), PLAN.read_as({"every_year": "supply_only"})
    assert [one.holds_under(taken) for one in (supply, other, goal)] == [True, True, False]
    assert [one.holds_under(supply_only) for one in (supply, other, goal)] == [True, False, True]


@pytest.mark.parametrize(
    ("number", "fact"),
    [
        ("3.5.3.b/training", "hygiene_trained_this_year"),
        ("3.5.3.b/health_check", "health_check_this_year"),
    ],
)
def test_yearly_training_and_check_of_one_worker(number: str, fact: str) -> None:
    stated: list[dict[str, Any]] = [{fact: True}, {fact: False}]
    had, not_yet = (cp.StaffMember(works_in_care=True, **one) for one in stated)
    assert {offer(number, one).availability for one in (had, not_yet)} == {OPEN}
    assert offer(number, cp.StaffMember(works_in_care=False)).availability is NOT_OPEN
    assert offer(number, had, yearly_event="each_worker").availability is NOT_OPEN
    assert offer(number, not_yet, yearly_event="each_worker").availability is OPEN


# --- 四 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "facts", "availability", "entitled"),
    [
        # 四（二）: land enters the plans first (must); quotas lean to institutions' land.
        ("4.2.a", {"for_care_facility": True}, OPEN, True),
        ("4.2.a", {"for_institution": True}, OPEN, True),
        ("4.2.a", {"for_care_facility": False, "for_institution": False}, NOT_OPEN, False),
        # 适当倾斜: a preference without a figure, which nobody can claim
        ("4.2.b", {"for_institution": True}, OPEN, False),
        ("4.2.b", {"for_care_facility": True, "for_institution": False}, NOT_OPEN, False),
        # 附件1 第8段 names facilities' land beside institutions'
        ("a1.8/quota", {"for_care_facility": True, "for_institution": False}, OPEN, False),
        ("a1.8/quota", {"for_care_facility": False, "for_institution": False}, NOT_OPEN, False),
        ("a1.8/priority", {"for_care_facility": True, "for_institution": False}, OPEN, True),
        ("a1.8/priority", {"for_care_facility": False, "for_institution": False}, NOT_OPEN, False),
        # 引导支持
        ("4.2.c", {"for_institution": True, "inefficient_or_idle": True}, OPEN, False),
        ("4.2.c", {"for_institution": True, "inefficient_or_idle": False}, NOT_OPEN, False),
    ],
)
def test_land(
    number: str, facts: dict[str, Any], availability: cp.Availability, entitled: bool
) -> None:
    found = offer(number, cp.LandPlot(**facts))
    assert found.availability is availability
    assert (found.entitled is cp.Truth.TRUE) is entitled


@pytest.mark.parametrize(
    ("facts", "availability"),
    [
        # 四（二）: 设施 or 非营利性机构, and in the catalogue; 可
        ({"for_care_facility": True, "fits_allocation_catalogue": True}, OPEN),
        ({"for_care_facility": True, "fits_allocation_catalogue": False}, NOT_OPEN),
        (
            {
                "for_institution": True,
                "institution_profit_status": NON,
                "fits_allocation_catalogue": True,
            },
            OPEN,
        ),
        (
            {
                "for_care_facility": False,
                "for_institution": True,
                "institution_profit_status": FOR,
                "fits_allocation_catalogue": True,
            },
            NOT_OPEN,
        ),
        ({"for_care_facility": True}, cp.Availability.UNKNOWN),
    ],
)
def test_land_by_allocation(facts: dict[str, Any], availability: cp.Availability) -> None:
    found = offer("4.2.d", cp.LandPlot(**facts))
    assert (found.availability, found.entitled) == (availability, cp.Truth.FALSE)


def test_tax_relief_is_left_to_higher_levels() -> None:
    # 四（一）
    assert offer("4.1.a", cp.Institution()).missing == ("qualifies_for_tax_relief",)
    known = offer("4.1.a", cp.Institution(qualifies_for_tax_relief=True))
    assert (known.availability, known.benefit.amount_yuan) == (OPEN, None)
    unfit = cp.Institution(qualifies_for_tax_relief=False)
    assert offer("4.1.a", unfit).availability is NOT_OPEN


@pytest.mark.parametrize("lacking", ["run_by_social_forces", "profit_status", "inclusive", None])
def test_purchase_of_services_needs_all_three(lacking: str | None) -> None:
    # 四（三）: 社会力量举办, 非营利, 普惠; 可以
    facts: dict[str, Any] = {"run_by_social_forces": True, "profit_status": NON, "inclusive": True}
    if lacking is not None:
        facts[lacking] = FOR if lacking == "profit_status" else False
    found = offer("4.3.b", cp.Institution(**facts))
    assert found.availability is (OPEN if lacking is None else NOT_OPEN)
    assert (found.entitled, found.benefit.amount_yuan) == (cp.Truth.FALSE, None)


@pytest.mark.parametrize("lacking", ["works_in_care", "trained_as_carer", "passed_appraisal", None])
def test_training_subsidy(lacking: str | None) -> None:
    # 四（三）: 从业人员 trained and 鉴定合格; 可
    names = ("works_in_care", "trained_as_carer", "passed_appraisal")
    facts: dict[str, Any] = dict.fromkeys(names, True)
    if lacking is not None:
        facts[lacking] = False
    found = offer("4.3.c", cp.StaffMember(**facts))
    assert found.availability is (OPEN if lacking is None else NOT_OPEN)
    assert (found.entitled, found.benefit.amount_yuan) == (cp.Truth.FALSE, None)
