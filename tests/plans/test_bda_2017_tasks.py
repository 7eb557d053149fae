"""Beijing 2017: who is asked for what, sentence by sentence, and by when."""

from datetime import date

import pytest
from goals import only
from local_names import names

import careplan as cp
from careplan import writing as w
from careplan.documents.authorities.assignments import Origin

PLAN = cp.get_plan("bda_2017")


def test_material_is_due_on_the_last_of_august() -> None:
    # 四: 请各基层工会女职工委员会在2017年8月31日之前……报送区总女工部
    due = next(d for d in PLAN.deadlines if d.holds_under(PLAN.read_as()))
    assert (due.number, due.period.end) == ("4.a", date(2017, 8, 31))
    assert due.period.precision is w.Precision.DAY
    assert names(due.acting) == "各基层工会女职工委员会"
    assert due.recipient is not None
    assert due.recipient.name == "区总女工部"
    found = cp.agenda(PLAN, date(2017, 8, 31), date(2017, 8, 31)).entries
    assert [e.clause.number for e in found] == ["4.a"]


@pytest.mark.parametrize(
    ("readings", "last"),
    [
        # 之前: article 1259 of the Civil Code says nothing of it, so both are named.
        ({}, date(2017, 8, 31)),
        ({"before_the_day": "including"}, date(2017, 8, 31)),
        ({"before_the_day": "day_before"}, date(2017, 8, 30)),
    ],
)
def test_before_the_day_under_both_readings(readings: dict[str, str], last: date) -> None:
    days = [date(2017, 8, day) for day in (29, 30, 31)]
    on_agenda = [
        day
        for day in days
        for entry in cp.agenda(PLAN, day, day, readings=readings).entries
        if entry.clause.number == "4.a"
    ]
    assert on_agenda == [last]
    assert [a.number for a in PLAN.tasks_of("各基层工会女职工委员会", readings=readings)].count(
        "4.a"
    ) == 1


COMMITTEE, ZONE = "区总工会女职工委员会", "区总工会"
ASKED = [
    # 前言: 北京经济技术开发区总工会女职工委员会继续推进……建设项目
    ("0.issue", COMMITTEE, Origin.TASK),
    # 前言: 区总工会女职工委员会将……开展关爱孕期妈妈行动的同时……建立母婴关爱室
    ("0.a/care_action", COMMITTEE, Origin.TASK),
    ("0.a/care_rooms", COMMITTEE, Origin.TASK),
    # 1 prints no subject: the acts are those of 前言 (继续推进……建设; 建立母婴关爱室).
    ("1.a", COMMITTEE, Origin.TASK),
    ("1.b", COMMITTEE, Origin.TASK),
    ("1.c", COMMITTEE, Origin.TASK),
    ("1.d/rooms", COMMITTEE, Origin.TARGET),
    # 二: 区总工会专门制定了……标准, 供各基层工会、园区物业参照标准进行规范管理和合理使用
    ("2/standard", ZONE, Origin.TASK),
    ("2/use", "各基层工会", Origin.TASK),
    ("2/use", "园区物业", Origin.TASK),
    # 三1: 区总工会将适时开展……评选工作, 并将把……作为……评选内容之一
    ("3.1.a", ZONE, Origin.BENEFIT),
    ("3.1.b", ZONE, Origin.BENEFIT),
    # 三2: 通过验收合格的……区总工会将给予1万元的资金支持
    ("3.2.a", ZONE, Origin.BENEFIT),
    # 三2: 得到资金支持的各基层工会、园区物业要记入上级补助收入科目
    ("3.2.c", "各基层工会", Origin.TASK),
    ("3.2.c", "园区物业", Origin.TASK),
    # 三3: 由区总工会申请加挂……牌匾; 市总相关配套物资
    ("3.3.a", ZONE, Origin.BENEFIT),
    ("3.3.b", "市总", Origin.BENEFIT),
    # 四: 请各基层工会女职工委员会在……之前……报送
    ("4.a", "各基层工会女职工委员会", Origin.DEADLINE),
    # 附件1 二（一）: 各单位……上报区总工会。区总工会按照标准验收合格后, 发放统一标识
    ("a1.2.1.a", "各单位", Origin.TASK),
    ("a1.2.1.b", ZONE, Origin.BENEFIT),
    ("a1.2.1.b/acceptance", ZONE, Origin.TASK),
    # 附件1 二（三）says 三 again, and of the grant's recipients the unions only.
    ("a1.2.3.1", ZONE, Origin.TASK),
    ("a1.2.3.2/grant", ZONE, Origin.TASK),
    ("a1.2.3.2/earmark", "各基层工会", Origin.TASK),
    ("a1.2.3.3/plaque", ZONE, Origin.TASK),
    ("a1.2.3.3/supplies", "市总", Origin.TASK),
    # 附件4 注: 区总工会将对合格单位的统一挂牌
    ("a4.plaque", ZONE, Origin.BENEFIT),
]


def test_who_is_asked_for_what() -> None:
    assignments = PLAN.assignments()
    assert [(a.id, a.office.name, a.origin) for a in assignments] == ASKED
    assert {a.role for a in assignments} == {cp.Role.ACTING}  # 牵头 is printed nowhere
    # 附件1 二（二）and the notes of 附件2, 3 name nobody.
    assert not {"a1.2.2", "a2.notes", "a3.notes"} & set(PLAN.matrix())


@pytest.mark.parametrize(
    ("asked", "offices"),
    [
        # A union's committee or department is the union; one of a unit is not the zone's.
        (ZONE, {ZONE, COMMITTEE}),
        ("区总女工部", {ZONE, COMMITTEE}),
        ("北京经济技术开发区总工会", {ZONE, COMMITTEE}),
        ("各基层工会", {"各基层工会", "各基层工会女职工委员会"}),
        ("园区物业", {"园区物业"}),
        ("各单位", {"各单位"}),
        ("市总工会", {"市总"}),  # 三3: 市总 is Beijing's 市总工会
    ],
)
def test_tasks_of_an_office_by_its_printed_name(asked: str, offices: set[str]) -> None:
    found = PLAN.tasks_of(asked, role=cp.Role.ACTING)
    assert [a.id for a in found] == [id_ for id_, name, _ in ASKED if name in offices]


def test_how_strongly_they_are_asked() -> None:
    modalities = {a.id: a.modality for a in PLAN.assignments()}
    assert modalities["2/standard"] is w.Modality.FACT  # 制定了: it is done
    assert modalities["2/use"] is w.Modality.SHOULD  # 供……参照
    assert modalities["3.3.b"] is modalities["a1.2.3.3/supplies"] is w.Modality.MAY  # 可以享受


def test_levels_of_the_unions() -> None:
    # 三3: 市总工会 is Beijing's, 区总工会 the zone's.
    levels = [PLAN.office(name).level for name in ("市总工会", "区总工会")]
    assert levels == [cp.Level.CITY, cp.Level.COUNTY]


def test_ten_rooms_under_both_readings() -> None:
    # 1: 预计全年建成10个, a forecast; together by default, or ten of each.
    held = {
        option: [
            t.key
            for t in PLAN.targets.values()
            if t.holds_under(PLAN.read_as({"ten_rooms": option}))
        ]
        for option in ("together", "each")
    }
    assert held == {"together": ["rooms"], "each": ["mummy_huts", "care_rooms"]}
    assert {(t.value, t.strength, t.due) for t in map(only, PLAN.targets.values())} == {
        (10, w.Strength.EXPECTED, date(2017, 12, 31))
    }
