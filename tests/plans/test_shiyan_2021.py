"""Shiyan 2021, answers by hand from the text. Locators stand beside each."""

import csv
from datetime import date
from pathlib import Path

import pytest
from goals import only

import careplan as cp
from careplan import writing as w
from careplan.documents.rules import Cited

PLAN = cp.get_plan("shiyan_2021")
Body, Role, Level = cp.Body, cp.Role, cp.Level
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
NOT_APPLICABLE, NOT_MEASURABLE = cp.Outcome.NOT_APPLICABLE, cp.Outcome.NOT_MEASURABLE


def names(offices: tuple[w.Office, ...]) -> str:
    return "、".join(office.name for office in offices)


# --- coverage ---

KINDS: dict[str, tuple[type[Cited], ...]] = {
    "criterion": (w.Rule, w.Benefit, w.Definition, w.Task),
    "criteria-set": (w.Rule, w.Benefit, w.Definition, w.Task),
    "responsibility-entry": (w.Task,),
    "indicator-target": (w.Target,),
    "count-target": (w.Target,),
    "recurring-duty": (w.Duty,),
    "council": (w.Council, w.Meeting),
    "registration-step": (w.Registration, w.Route, w.Step, w.BusinessScope, w.Oversight),
    "benefit": (w.Benefit,),
}


def inventory() -> list[dict[str, str]]:
    path = Path(__file__).parent.parent / "data" / "clauses.csv"
    with path.open(encoding="utf-8") as lines:
        return [row for row in csv.DictReader(lines) if row["plan"] == "shiyan_2021"]


def test_every_clause_is_encoded_or_declined() -> None:
    coverage = PLAN.coverage()
    assert coverage.complete
    assert len(coverage.encoded) + len(coverage.declined) == 176
    # What names who does what is a task or a benefit, even if it is only encouraged. Of the
    # last two, 三（二） and 三（三） name nobody, and chapter 三 closes with no list.
    assert coverage.declined == (
        *("0.issue", "0.addressees", "0.basis.1", "0.basis.2", "1.a"),
        *("3.2.c", "3.3.b"),
    )


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


MEMBERS = (
    "市委编办、市发改委、市教育局、市公安局、市民政局、市财政局、市人社局、市自然资源和规划局、"
    "市住建局、市卫健委、市应急管理局、市税务局、市行政审批局、市市场监管局、市总工会、团市委、"
    "市妇联、市消防救援支队、市计划生育协会"
)


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
        "annual_review": w.Interval(12),  # 二（三）4 年审
        "publish_inspections": None,  # 二（四）1 及时
        "child_health_check": w.Interval(12),  # 二（四）3 每年健康体检1次
        "staff_hygiene_training": None,  # 二（四）3, no interval
        "staff_health_check": None,
        "supervise_and_assess": None,  # 三（三） 定期
        "yearly_work_plan": w.Interval(12),  # 附件 一 年度工作计划
        "yearly_report": w.Interval(12),  # 附件 三（一） 年度工作报告
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
        ("2.3.4.b", w.Precision.YEAR),
        ("2.4.3.c", w.Precision.YEAR),
        ("a1.1", w.Precision.YEAR),
        ("a1.3.1.c", w.Precision.YEAR),
        ("a1.3.1.a", w.Precision.YEAR),  # 附件 三（一） 每年召开1—2次
        ("1.e", w.Precision.YEAR_END),
        ("1.f", w.Precision.YEAR_END),
    ]
    assert [duty.key for duty in found.unscheduled] == [
        "publish_inspections",
        "staff_hygiene_training",
        "staff_health_check",
        "supervise_and_assess",
        "circulate_progress",
    ]


def test_the_agenda_says_years_and_not_their_ends() -> None:
    # 二（三）4 年审, 二（四）3 每年健康体检1次, 附件 一 and 三（一）: a year; only 一 prints 年底.
    year = cp.agenda(PLAN, date(2022, 1, 1), date(2022, 12, 31))
    lines = {"zh": year.explain("zh"), "en": year.explain("en")}
    assert "2022年；事项：全体会议：每年1至2次（原则上）（会议；" in lines["zh"]
    assert "2022; What: plenary meeting: 1 to 2 a year (in principle) (meeting; " in lines["en"]
    assert "2022年；事项：在托婴幼儿健康体检（定期；" in lines["zh"]
    assert "；条款：二（四）3" in lines["zh"]
    assert "2022年底" not in lines["zh"]
    first = cp.agenda(PLAN, date(2021, 8, 17), date(2021, 12, 31)).explain("zh")
    assert "2021年底；事项：普遍开展家庭育儿指导的县市区（目标；" in first


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
        ("rural_centres", "2.2.2.3.c", None, None),  # 根据实际需要
        ("own_plot_facilities", "2.3.2.a", None, None),  # 一批
        ("demonstrations_developed", "3.2.a", None, None),  # 一批
    ],
)
def test_targets(key: str, number: str, value: int | None, due: date | None) -> None:
    target = PLAN.targets[key]
    assert (target.number, only(target).value, only(target).due) == (number, value, due)
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
        "emphasis": "priority",
        "office_split": "annex_duties",
        "public_when_merged": "approval_office",
        "city_registers": "guides",
        "scope_for": "for_profit",
        "goods_actor": "unnamed",
        "check_year": "calendar",
        "charges_published": "for_profit",
    }
