"""Shiyan 2021, answers by hand from the text. Locators stand beside each."""

import csv
from datetime import date
from pathlib import Path

import pytest

import careplan as cp
from careplan.verdicts import Cited

PLAN = cp.get_plan("shiyan_2021")
Body, Role, Level = cp.Body, cp.Role, cp.Level
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
NOT_APPLICABLE, NOT_MEASURABLE = cp.Outcome.NOT_APPLICABLE, cp.Outcome.NOT_MEASURABLE


def names(offices: tuple[cp.Office, ...]) -> str:
    return "、".join(office.name for office in offices)


def task(number: str) -> cp.Task:
    """Return the one task of a clause."""
    (found,) = (one for one in PLAN.encoded_by(number) if isinstance(one, cp.Task))
    return found


# --- coverage ---

KINDS: dict[str, tuple[type[Cited], ...]] = {
    "criterion": (cp.Rule, cp.Benefit, cp.Definition, cp.Task),
    "criteria-set": (cp.Rule, cp.Benefit, cp.Definition, cp.Task),
    "responsibility-entry": (cp.Task,),
    "indicator-target": (cp.Target,),
    "count-target": (cp.Target,),
    "recurring-duty": (cp.Duty,),
    "council": (cp.Council, cp.Meeting),
    "registration-step": (cp.Registration, cp.Route, cp.Step, cp.BusinessScope, cp.Oversight),
    "benefit": (cp.Benefit,),
}


def inventory() -> list[dict[str, str]]:
    path = Path(__file__).parent.parent / "data" / "clauses.csv"
    with path.open(encoding="utf-8") as lines:
        return [row for row in csv.DictReader(lines) if row["plan"] == "shiyan_2021"]


def test_every_clause_is_encoded_or_declined() -> None:
    coverage = PLAN.coverage()
    assert coverage.complete
    assert len(coverage.encoded) + len(coverage.declined) == 176
    assert coverage.declined == (
        "0.issue", "0.addressees", "0.basis.1", "0.basis.2", "1.a", "1.c", "2.1.1.b",
        "2.2.1.a", "2.2.1.c", "2.2.2.1.b", "2.2.3.a", "2.2.4.b", "2.3.2.b", "2.4.1.d",
        "2.4.2.h", "3.2.b", "3.2.c", "3.3.b",
    )  # fmt: skip


@pytest.mark.parametrize("row", inventory(), ids=lambda row: row["number"])
def test_kinds_are_the_inventorys(row: dict[str, str]) -> None:
    number, asked = row["number"], row["computable_as"]
    clause = PLAN.clause(number)
    assert (clause.locator, clause.modality.value) == (row["locator"], row["modality"])
    if number in PLAN.not_encoded:
        assert asked in {"narrative", "reference-data"}
        reason = PLAN.not_encoded[number]
        assert reason.zh
        assert reason.en
    elif asked in KINDS:
        assert any(isinstance(one, KINDS[asked]) for one in PLAN.encoded_by(number))


# --- who does what: the 26 lists (牵头单位；责任单位) ---

LISTS = (
    ("2.1.1", "市人社局", "市卫健委、市总工会、市妇联"),
    ("2.1.2", "市人社局", "市总工会、市妇联"),
    ("2.1.3", "市卫健委", "市教育局、团市委、市妇联"),
    ("2.1.4", "各县市区", "市自然资源和规划局"),
    ("2.1.5", "各县市区、市财政局、市税务局", "市发改委、市卫健委、市民政局"),
    ("2.1.6", "各县市区", "市发改委、市财政局、市地方金融工作局、十堰银保监分局"),
    ("2.1.7", "市卫健委", ""),
    ("2.1.8", "各县市区", "市发改委、市市场监管局"),
    ("2.2.1", "各县市区、市发改委、市卫健委", "市行政审批局、市民政局、市市场监管局"),
    ("2.2.2.1", "各县市区、市卫健委、市民政局", "市自然资源和规划局、市住建局"),
    ("2.2.2.2", "各县市区、市自然资源和规划局", "市住建局、市教育局、市民政局、市卫健委"),
    ("2.2.2.3", "各县市区", "市民政局、市自然资源和规划局、市住建局、市卫健委"),
    ("2.2.3", "各县市区、市教育局", "市卫健委"),
    (
        "2.2.4",
        "市总工会、市妇联",
        "市人社局、市行政审批局、市民政局、市市场监管局、市卫健委",
    ),
    ("2.2.5", "市卫健委", "市总工会"),
    ("2.2.6", "各县市区", "市卫健委"),
    ("2.3.1", "各县市区", "市自然资源和规划局、市发改委"),
    ("2.3.2", "各县市区", "市自然资源和规划局、市住建局、市卫健委、市总工会"),
    (
        "2.3.3",
        "各县市区、市委编办、市行政审批局、市民政局、市市场监管局",
        "市卫健委、市教育局",
    ),
    ("2.3.4", "各县市区", "市卫健委、市行政审批局、市民政局、市市场监管局"),
    ("2.3.5", "市人社局、市教育局", "市卫健委"),
    ("2.4.1", "各县市区、市卫健委", "市行政审批局、市市场监管局、市民政局"),
    (
        "2.4.2",
        "各县市区",
        (
            "市发改委、市卫健委、市教育局、市公安局、市民政局、市人社局、市市场监管局、市住建局、"
            "市应急管理局、市总工会、团市委、市妇联、市计生协"
        ),
    ),
    ("2.4.3", "市卫健委", ""),
    ("2.4.4", "各县市区", "市发改委、市教育局、市市场监管局"),
    # The semicolon after the counties stands before 责任单位, so the four bureaus lead too.
    (
        "2.4.5",
        "各县市区、市行政审批局、市民政局、市市场监管局、市人社局",
        "市卫健委、市公安局、市教育局",
    ),
)


@pytest.mark.parametrize(("item", "lead", "support"), LISTS)
def test_the_lists(item: str, lead: str, support: str) -> None:
    found = task(f"{item}.resp")
    assert (names(found.lead), names(found.support)) == (lead, support)
    assert (found.acting, found.territorial, found.open_list) == ((), (), False)


def test_there_are_26_lists() -> None:
    lists = [one.number for one in PLAN.tasks if one.number.endswith(".resp")]
    assert lists == [f"{item}.resp" for item, _, _ in LISTS]
    assert len(lists) == 26


MEMBERS = (
    "市委编办、市发改委、市教育局、市公安局、市民政局、市财政局、市人社局、市自然资源和规划局、"
    "市住建局、市卫健委、市应急管理局、市税务局、市行政审批局、市市场监管局、市总工会、团市委、"
    "市妇联、市消防救援支队、市计划生育协会"
)


def test_every_member_unit_has_its_own_entry() -> None:
    # 附件 四（一）-（十九）: the nineteen of 附件 二, in the same order.
    entries = [task(f"a1.4.{place}") for place in range(1, 20)]
    assert "、".join(names(entry.acting) for entry in entries) == MEMBERS


@pytest.mark.parametrize(
    ("number", "acting"),
    [
        ("1.d", "茅箭区、张湾区"),  # 一
        ("2.1.5.c", "各县市区"),  # 二（一）5 由各县市区主导
        ("2.1.5.e", "财政部门"),
        ("2.1.7.a", "卫生健康部门、妇幼保健、疾病预防控制、卫生监督等机构"),
        ("2.1.8", "各县市区"),
        ("2.2.3.c", "教育部门"),
        ("2.3.1.a", "各县市区"),
        ("2.3.1.c", "各县市区"),
        ("2.3.3.i", "卫健部门"),
        ("2.3.5.c", "高等院校和职业院校"),
        ("2.4.2.a", "各县市区人民政府"),
        ("2.4.2.b", "各相关部门"),
        ("2.4.2.g", "各职能部门"),
        ("2.4.3.a", "婴幼儿照护服务机构"),  # 二（四）3 负主体责任
        ("2.4.3.e", "妇幼保健机构、疾病预防控制机构、卫生监督机构"),
        ("2.4.4.d", "市场监管部门"),
        ("3.1.a", "各地、各部门"),
        ("a1.3.4.a", "市卫健委"),  # 由牵头单位报市人民政府审定
        ("a1.4.0.c", "成员单位、联席会议办公室"),
        ("a1.4.0.d", "市卫健委"),  # 代章
        ("a1.5.1", "成员单位"),
        ("a1.5.3", "各县市区"),
    ],
)
def test_who_acts(number: str, acting: str) -> None:
    assert names(task(number).acting) == acting


def test_a_sentence_that_names_nobody_takes_its_list() -> None:
    for number, item in (("2.1.1.a", "2.1.1"), ("2.2.6.a", "2.2.6"), ("2.4.1.b", "2.4.1")):
        assert task(number).lead == task(f"{item}.resp").lead
        assert task(number).support == task(f"{item}.resp").support


def test_offices_with_tasks_and_seats() -> None:
    # 二（一）6 gives two bureaus a task and 附件 二 no seat; the fire unit the other way round.
    seats = {office.body for office in PLAN.councils[0].members}
    for body in (Body.LOCAL_FINANCE, Body.BANKING_INSURANCE_REGULATION):
        assert [one.number for one in PLAN.tasks_of(body)] == ["2.1.6.resp"]
        assert body not in seats
    assert [one.number for one in PLAN.tasks_of(Body.FIRE_RESCUE)] == ["a1.4.18"]
    assert Body.FIRE_RESCUE in seats
    # 市计生协 and 市计划生育协会 are one body.
    association = PLAN.tasks_of(Body.FAMILY_PLANNING_ASSOCIATION)
    assert [one.number for one in association] == ["2.4.2.resp", "a1.4.19"]
    assert PLAN.office("市计生协").body is PLAN.office("市计划生育协会").body
    led = PLAN.tasks_of(Body.EDUCATION, role=Role.LEAD)
    assert [one.number for one in led if one.number.endswith(".resp")] == [
        "2.2.3.resp",
        "2.3.5.resp",
    ]
    assert PLAN.matrix()["2.1.6.resp"][Body.FINANCE] == (Role.SUPPORT,)


def test_names_of_offices() -> None:
    assert PLAN.office("市总工会").body is Body.TRADE_UNION
    assert PLAN.office("县市区卫生健康部门").level is Level.COUNTY
    assert PLAN.office("国家卫生健康委").level is Level.NATIONAL
    assert PLAN.office("各县市区").level is Level.COUNTY


# --- 三（一） and the annex: the joint conference ---


def test_the_conference() -> None:
    conference = PLAN.councils[0]
    assert names(conference.members) == MEMBERS  # 附件 二
    assert len(conference.members) == 19
    assert conference.open_list  # 等单位
    assert conference.convenor is not None
    assert conference.convenor.zh == "市政府分管领导"
    assert [deputy.zh for deputy in conference.deputies] == [
        "市政府分管副秘书长",
        "市卫健委主要负责同志",
    ]
    health = PLAN.office("市卫健委")
    assert (conference.lead, conference.office_at) == (health, health)  # 牵头部门；附件 四
    assert "联席会议" in conference.aliases


def test_meetings() -> None:
    conference = PLAN.councils[0]
    plenary = conference.meeting("plenary")  # 附件 三（一）: 原则上每年召开1—2次
    assert [plenary.kept(held) for held in (0, 1, 2, 3)] == [NOT_MET, MET, MET, MET]
    assert plenary.chaired_by.zh == "召集人或副召集人"
    thematic, liaison = conference.meeting("thematic"), conference.meeting("liaison")
    assert thematic.kept(0) is NOT_MEASURABLE  # 附件 三（二） 不定期
    assert liaison.kept(0) is NOT_MEASURABLE  # 附件 三（三） 不定期
    assert thematic.chaired_by.zh == "副召集人或办公室主任"
    assert liaison.chaired_by.zh == "办公室主任"
    assert len(conference.meetings) == 3
    counties = PLAN.councils[1]  # 附件 五（三）: to be set up, nothing more is said
    assert (counties.number, counties.members, counties.meetings) == ("a1.5.3", (), ())


# --- what comes back ---


def test_duties() -> None:
    by_key = {duty.key: duty for duty in PLAN.duties}
    assert {key: duty.every for key, duty in by_key.items()} == {
        "annual_review": cp.Every(12),  # 二（三）4 年审
        "publish_inspections": None,  # 二（四）1 及时
        "child_health_check": cp.Every(12),  # 二（四）3 每年健康体检1次
        "staff_hygiene_training": None,  # 二（四）3, no interval
        "staff_health_check": None,
        "supervise_and_assess": None,  # 三（三） 定期
        "yearly_work_plan": cp.Every(12),  # 附件 一 年度工作计划
        "yearly_report": cp.Every(12),  # 附件 三（一） 年度工作报告
        "circulate_progress": None,  # 附件 三（四） 及时
    }
    assert names(by_key["child_health_check"].acting) == "婴幼儿照护服务机构"
    three = "妇幼保健机构、疾病预防控制机构、卫生监督机构"
    assert names(by_key["staff_health_check"].acting) == three
    assert names(by_key["staff_hygiene_training"].acting) == three
    assert names(by_key["supervise_and_assess"].acting) == "各县市区、各相关部门"
    assert by_key["circulate_progress"].recipient == PLAN.office("成员单位")
    assert by_key["yearly_report"].recipient == PLAN.office("联席会议")
    assert by_key["annual_review"].acting == ()  # nobody is named


def test_next_check_of_a_child() -> None:
    (check,) = (duty for duty in PLAN.duties if duty.key == "child_health_check")
    assert check.number == "2.4.3.c"
    assert cp.next_due(check, date(2024, 2, 29)) == date(2025, 2, 28)
    assert cp.next_due(check, date(2021, 9, 30)) == date(2022, 9, 30)


def test_agenda_of_2021() -> None:
    found = cp.agenda(PLAN, date(2021, 9, 1), date(2021, 12, 31))
    assert [(entry.clause.number, entry.period.precision) for entry in found.entries] == [
        ("2.3.4.b", cp.Precision.YEAR),
        ("2.4.3.c", cp.Precision.YEAR),
        ("a1.1", cp.Precision.YEAR),
        ("a1.3.1.c", cp.Precision.YEAR),
        ("1.e", cp.Precision.YEAR_END),
        ("1.f", cp.Precision.YEAR_END),
    ]
    assert [duty.key for duty in found.unscheduled] == [
        "publish_inspections",
        "staff_hygiene_training",
        "staff_health_check",
        "supervise_and_assess",
        "circulate_progress",
    ]


# --- what is to be reached ---


@pytest.mark.parametrize(
    ("key", "number", "value", "due"),
    [
        ("family_guidance", "1.e", None, date(2021, 12, 31)),  # 普遍
        ("demonstration_institutions", "1.f", None, date(2021, 12, 31)),  # 一批
        ("system_2025", "1.g", None, date(2025, 12, 31)),  # 基本形成
        ("pilot_per_county", "2.1.5.c", 1, None),  # 一家, without a date
        ("supported_demonstrations", "2.2.1.d", None, None),  # 一批
        ("urban_communities", "2.2.2.3.b", None, date(2025, 12, 31)),  # 基本建有
        ("own_plot_facilities", "2.3.2.a", None, None),  # 一批
        ("demonstrations_developed", "3.2.a", None, None),  # 一批
    ],
)
def test_targets(key: str, number: str, value: int | None, due: date | None) -> None:
    target = PLAN.targets[key]
    assert (target.number, target.value, target.due) == (number, value, due)
    one = cp.Measurement(on=date(2026, 1, 1), value=1)
    found = cp.track_progress(target, [one], on=date(2026, 6, 30))
    assert found.figure == 1  # shown, whether or not it can be judged
    # Without a number nothing is judged; one institution reaches the one without a date.
    assert found.outcome is (NOT_MEASURABLE if value is None else cp.Outcome.MET)


def test_one_pilot_per_county_is_a_floor() -> None:
    target = PLAN.targets["pilot_per_county"]
    none, two = (cp.Measurement(on=date(2022, 1, 1), value=n) for n in (0, 2))
    # No day is set by which it is not met: until it is reached, it is open.
    open_still = cp.track_progress(target, [none], on=date(2022, 2, 1))
    assert (open_still.outcome, open_still.short_by) == (cp.Outcome.UNKNOWN, 1)
    reached = cp.track_progress(target, [two], on=date(2022, 2, 1))
    assert (reached.outcome, reached.short_by) == (cp.Outcome.MET, 0)


# --- readings ---


def test_every_interpretation_is_used() -> None:
    used = frozenset().union(*(one.interpretations() for one in PLAN.encoded()))
    assert used == {interpretation.id for interpretation in PLAN.interpretations}
    assert {one.id: one.default for one in PLAN.interpretations} == {
        "under_three": "before_birthday",
        "supported": "every",
        "upper_age": "before_birthday",
        "office_split": "annex_duties",
        "public_when_merged": "approval_office",
        "city_registers": "guides",
        "scope_for": "for_profit",
        "goods_actor": "unnamed",
        "check_year": "calendar",
        "charges_published": "for_profit",
    }
