"""Shuangliao 2021, answers by hand from the text. Locators stand beside each."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from local_names import names

import careplan as cp
from careplan import writing as w
from careplan.base.text import Labelled
from careplan.documents.clauses import Force
from careplan.fields.declaring import choice

PLAN = cp.get_plan("shuangliao_2021")
Category = cp.VenueCategory
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE


def find(number: str, subject: Any, **readings: str) -> cp.Outcome:
    """Return the outcome of one clause about a subject."""
    return cp.assess(subject, PLAN, readings=readings).finding(number).outcome


def place(area: Any, *usable: Any, category: cp.VenueCategory = Category.HOSPITAL) -> cp.Venue:
    """Make a place with independent rooms of the usable areas given."""
    rooms = [cp.Room(independent=True, usable_area_m2=m2) for m2 in usable]
    return cp.Venue(category=category, building_area_m2=area, rooms=rooms)


@pytest.mark.parametrize(
    ("area", "room", "lower", "upper"),
    [
        # 四（一）: 5千至1万 includes both ends (6 m2); 超过1万 excludes 10,000 (10 m2).
        (Decimal("4999.99"), 6, NOT_APPLICABLE, NOT_APPLICABLE),
        (5_000, Decimal("5.99"), NOT_MET, NOT_APPLICABLE),
        (5_000, 6, MET, NOT_APPLICABLE),
        (10_000, Decimal("5.99"), NOT_MET, NOT_APPLICABLE),
        (10_000, 6, MET, NOT_APPLICABLE),
        (10_000, Decimal("9.99"), MET, NOT_APPLICABLE),
        (Decimal("10000.01"), 6, NOT_APPLICABLE, NOT_MET),
        (Decimal("10000.01"), Decimal("9.99"), NOT_APPLICABLE, NOT_MET),
        (Decimal("10000.01"), 10, NOT_APPLICABLE, MET),
        (4999.99, 5.99, NOT_APPLICABLE, NOT_APPLICABLE),  # floats at their printed value
        (10000.01, 9.99, NOT_APPLICABLE, NOT_MET),
    ],
)
def test_area_tiers(area: Any, room: Any, lower: cp.Outcome, upper: cp.Outcome) -> None:
    assert find("4.1.a", place(area, room)) is lower
    assert find("4.1.b", place(area, room)) is upper


def test_below_5000_is_no_rule_and_not_an_exemption() -> None:
    a = cp.assess(place(3_000), PLAN)
    assert a.outcome is NOT_APPLICABLE
    assert "not an exemption" in a.explain("en")
    assert "不等于免除" in a.explain("zh")


def test_several_rooms_one_of_unknown_area() -> None:
    # Several rooms, one of unknown area: 8 and unknown satisfies 6 and leaves 10 open.
    assert find("4.1.a", place(8_000, 8, None)) is MET
    assert find("4.1.b", place(12_000, 8, None)) is UNKNOWN


def test_a_room_must_be_independent_and_its_usable_area_counts() -> None:
    shared = cp.Room(independent=False, usable_area_m2=20)
    plain = cp.Room(independent=True, area_m2=20)
    hall = place(6_000)
    assert find("4.1.a", cp.Venue(**_stated(hall), rooms=[shared])) is NOT_MET
    assert find("4.1.a", cp.Venue(**_stated(hall), rooms=[plain])) is UNKNOWN


def _stated(venue: cp.Venue) -> dict[str, Any]:
    return {"category": venue.category, "building_area_m2": venue.building_area_m2}


@pytest.mark.parametrize(
    ("grade", "outcome"),
    [
        # 二级以上: grade 1 is higher than grade 2, so 1 and 2 are in and 3 is out.
        (1, NOT_MET),
        (2, NOT_MET),
        (3, NOT_APPLICABLE),
        (None, UNKNOWN),
    ],
)
def test_coach_stations(grade: int | None, outcome: cp.Outcome) -> None:
    station = cp.Venue(
        category=Category.COACH_STATION,
        coach_station_grade=grade,
        building_area_m2=6_000,
        rooms=[],
    )
    assert find("4.1.a", station) is outcome


LISTED = "listed"  # printed in 四（一）
MAY_BE = "may be one of those listed"
NOT_LISTED = "surely none of those listed"
KINDS: dict[cp.VenueCategory, str] = {
    Category.TRANSPORT_HUB: LISTED,  # 交通枢纽
    Category.COMMERCIAL_CENTRE: LISTED,  # 商业中心
    Category.HOSPITAL: LISTED,  # 医院
    Category.INTEGRATED_PASSENGER_HUB: LISTED,  # 综合客运枢纽
    Category.CULTURAL_CENTRE: LISTED,  # 文化活动中心
    Category.COMMUNITY_SERVICE_CENTRE: LISTED,  # 社区服务中心
    Category.GOVERNMENT_SERVICE_CENTRE: LISTED,  # 政务服务中心
    Category.SCENIC_AREA: LISTED,  # 旅游景区
    Category.AMUSEMENT_VENUE: LISTED,  # 游览娱乐
    Category.STATION: MAY_BE,  # a large one is a hub, a coach station of a high grade is listed
    Category.SHOP: MAY_BE,  # a commercial centre is one of many kinds of shop
    Category.CULTURE_OR_TOURISM: MAY_BE,  # cultural centres and scenic areas are of this kind
    Category.RAILWAY_STATION: MAY_BE,  # a large one is a hub
    Category.METRO_STATION: MAY_BE,  # as above
    Category.AIRPORT: MAY_BE,  # most are hubs
    Category.PASSENGER_PORT: MAY_BE,  # a large one is a hub
    Category.LIBRARY: MAY_BE,  # a 文化活动中心 may be the library
    Category.MUSEUM: MAY_BE,  # as above; it may be a place of 游览
    Category.EXHIBITION_HALL: MAY_BE,  # as above
    Category.THEATRE: MAY_BE,  # as above; it may be one of 娱乐
    Category.STADIUM: MAY_BE,  # a 文体活动中心 is both
    Category.PARK: MAY_BE,  # some are scenic areas
    Category.SERVICE_AREA: NOT_LISTED,  # nobody changes there: no hub
    Category.UNIVERSITY: NOT_LISTED,  # a place of study
    Category.CHARACTERISTIC_PARK: NOT_LISTED,  # a business park is a place of work
    Category.OTHER: NOT_LISTED,  # what no list names
}


@pytest.mark.parametrize("category", Category)
def test_the_list_of_places(category: cp.VenueCategory) -> None:
    if category is Category.COACH_STATION:  # listed with its grade: see the tests of that
        return
    kind = KINDS[category]
    findings = {
        (held, reading): cp.assess(
            cp.Venue(category=category, treated_as_listed=held, building_area_m2=12_000, rooms=[]),
            PLAN,
            readings={"place_list": reading},
        ).finding("4.1.b")
        for held in (None, True, False)
        for reading in ("closed", "open")
    }
    outcomes = {asked: found.outcome for asked, found in findings.items()}
    # 四（一）等: read as open, the authority may count in any place (4.1.c).
    by_fact = {None: UNKNOWN, True: NOT_MET, False: NOT_APPLICABLE}
    for held, when_open in by_fact.items():
        closed = {LISTED: NOT_MET, MAY_BE: when_open, NOT_LISTED: NOT_APPLICABLE}[kind]
        assert outcomes[held, "closed"] is closed
        assert outcomes[held, "open"] is (NOT_MET if kind is LISTED else when_open)
    for found in findings.values():
        if found.outcome is UNKNOWN:
            assert found.missing == ("treated_as_listed",)
        told = found.note is not None and "none of those" in found.note.get("en")
        assert told is (kind is NOT_LISTED and found.outcome is NOT_APPLICABLE)


class TownKind(Labelled):
    """A county's own kinds of place."""

    BATHHOUSE = ("bathhouse", "浴场", "bathhouse")


@attrs.frozen(kw_only=True)
class TownVenue(cp.Venue):
    """A place whose kind is none of ours."""

    category: Any = choice(TownKind, "类型", "kind")


@pytest.mark.parametrize("reading", ["closed", "open"])
def test_a_kind_of_somebody_elses_is_left_to_the_authority(reading: str) -> None:
    # Nobody here can say whether it is one of those of 四（一）: a declared fact does.
    own: dict[str, Any] = {"category": TownKind.BATHHOUSE, "building_area_m2": 12_000, "rooms": []}
    found = cp.assess(TownVenue(**own), PLAN, readings={"place_list": reading}).finding("4.1.b")
    assert (found.outcome, found.missing) == (UNKNOWN, ("treated_as_listed",))
    for held, outcome in ((True, NOT_MET), (False, NOT_APPLICABLE)):
        venue = TownVenue(**own, treated_as_listed=held)
        assert find("4.1.b", venue, place_list=reading) is outcome
    assert find("4.2.f", TownVenue(**own)) is UNKNOWN
    served = cp.assess(TownVenue(**own), PLAN).finding("4.2.f").missing
    assert served == ("serves_passengers", "priority_boarding")


def test_why_a_rule_on_area_does_not_apply() -> None:
    def note(number: str, **facts: Any) -> str | None:
        found = cp.assess(cp.Venue(rooms=[], **facts), PLAN).finding(number).note
        return None if found is None else found.en

    low: dict[str, Any] = {"category": Category.COACH_STATION, "coach_station_grade": 3}
    # 四（一）: 二级以上汽车客运站; nothing below 5千. 4.1.d is about rooms of the same places.
    for number, area in (
        *(("4.1.a", 6_000), ("4.1.b", 12_000)),
        *(("4.1.d/lower", 6_000), ("4.1.d/upper", 12_000)),
    ):
        said = note(number, building_area_m2=area, **low)
        assert said is not None
        assert "grade two" in said
        for category in (Category.OTHER, Category.CHARACTERISTIC_PARK):
            assert note(number, building_area_m2=area, category=category) == (
                "this kind of place is none of those the document lists"
            )
        assert note(number, building_area_m2=area, category=Category.HOSPITAL) is None
    # One note is said, and below 5,000 m2 it is that of the area, whatever the kind.
    for facts in (low, {"category": Category.OTHER}, {"category": Category.HOSPITAL}):
        for number in ("4.1.a", "4.1.d/lower"):
            assert "not an exemption" in (note(number, building_area_m2=3_000, **facts) or "")
    assert note("4.1.b", building_area_m2=3_000, category=Category.HOSPITAL) is None


def test_a_place_the_authority_counts_among_the_listed() -> None:
    school = cp.Venue(
        category=Category.OTHER, treated_as_listed=True, building_area_m2=6_000, rooms=[]
    )
    assert find("4.1.a", school) is NOT_APPLICABLE
    assert find("4.1.a", school, place_list="open") is NOT_MET


def test_existing_rooms_under_both_readings() -> None:
    old = cp.Venue(
        category=Category.HOSPITAL,
        building_area_m2=12_000,
        rooms=[cp.Room(independent=True, usable_area_m2=8, existing=True)],
    )
    assert find("4.1.b", old) is NOT_MET
    assert find("4.1.d", old) is NOT_MET
    improve = cp.assess(old, PLAN, readings={"existing_rooms": "improve"})
    assert improve.finding("4.1.b").outcome is MET
    to_improve = improve.finding("4.1.d")
    assert (to_improve.outcome, to_improve.force) == (NOT_MET, Force.ADVISORY)
    new = cp.Venue(
        category=Category.HOSPITAL,
        building_area_m2=12_000,
        rooms=[cp.Room(independent=True, usable_area_m2=8, existing=False)],
    )
    assert find("4.1.b", new, existing_rooms="improve") is NOT_MET


@pytest.mark.parametrize(
    ("kind", "many", "uses", "outcome"),
    [
        # 四（一）: state organs, enterprises and public institutions with many women.
        (cp.EmployerKind.STATE_ORGAN, True, [], NOT_MET),
        (cp.EmployerKind.ENTERPRISE, True, [cp.RoomUse.REST_AND_LACTATION], MET),
        (cp.EmployerKind.PUBLIC_INSTITUTION, True, [cp.RoomUse.MUMMY_HUT], NOT_MET),
        (cp.EmployerKind.OTHER, True, [], NOT_APPLICABLE),
        (cp.EmployerKind.ENTERPRISE, False, [], NOT_APPLICABLE),
        # "Many" has no figure here: a head count does not answer it.
        (cp.EmployerKind.ENTERPRISE, None, [], UNKNOWN),
    ],
)
def test_employers(
    kind: cp.EmployerKind, many: bool | None, uses: list[cp.RoomUse], outcome: cp.Outcome
) -> None:
    rooms = [cp.Room(use=use) for use in uses]
    employer = cp.Employer(kind=kind, many_female_employees=many, female_employees=500, rooms=rooms)
    assert find("4.1.e", employer) is outcome


def test_room_duties_apply_only_where_a_room_exists() -> None:
    duties = ("4.1.d", "4.2.b", "4.2.c", "4.2.d", "7.2.c")
    empty = cp.assess(place(3_000), PLAN)
    assert {empty.finding(number).outcome for number in duties} == {NOT_APPLICABLE}
    room = cp.Room(
        existing=True,
        direction_sign=True,
        meets_provincial_standard=True,
        clean=True,
        in_normal_use=True,
    )
    kept = cp.assess(cp.Venue(rooms=[room]), PLAN)
    assert kept.finding("4.2.b").outcome is MET  # 醒目位置
    assert kept.finding("4.2.c").outcome is NOT_APPLICABLE  # no new room
    assert kept.finding("4.2.d").outcome is MET
    assert kept.finding("7.2.c").outcome is MET  # 整洁卫生，正常使用


def test_new_rooms_follow_a_standard_nobody_fills_in() -> None:
    new = cp.Venue(rooms=[cp.Room(existing=False, equipment=dict.fromkeys(cp.Equipment, 9))])
    found = cp.assess(new, PLAN).finding("4.2.c")
    assert (found.outcome, found.missing) == (UNKNOWN, ("rooms[0].meets_provincial_standard",))


def test_comforts_for_passengers_are_advice() -> None:
    hub = cp.Venue(category=Category.TRANSPORT_HUB, waiting_area=True, reserved_seats=False)
    found = cp.assess(hub, PLAN).finding("4.2.e")
    assert (found.outcome, found.force) == (NOT_MET, Force.ADVISORY)
    assert find("4.2.f", cp.Venue(category=Category.HOSPITAL)) is NOT_APPLICABLE


@pytest.mark.parametrize("number", ["4.2.e", "4.2.f"])
@pytest.mark.parametrize("category", Category)
def test_where_passengers_wait(category: cp.VenueCategory, number: str) -> None:
    # 四（二）: 候乘, 乘车和检票口, 乘客. Stations, hubs, airports and ports have them; a service
    # area, or a place that is none of our kinds, may; the rest are surely none.
    bare: dict[str, Any] = {"waiting_area": False, "priority_boarding": False}
    passengers = {
        *(Category.TRANSPORT_HUB, Category.COACH_STATION),
        *(Category.INTEGRATED_PASSENGER_HUB, Category.STATION),
        *(Category.RAILWAY_STATION, Category.METRO_STATION),
        *(Category.AIRPORT, Category.PASSENGER_PORT),
    }
    perhaps = {Category.OTHER, Category.SERVICE_AREA}
    if category in perhaps:
        by_fact = {None: UNKNOWN, True: NOT_MET, False: NOT_APPLICABLE}
    else:
        outcome = NOT_MET if category in passengers else NOT_APPLICABLE
        by_fact = dict.fromkeys((None, True, False), outcome)
    for served, outcome in by_fact.items():
        venue = cp.Venue(category=category, serves_passengers=served, **bare)
        found = cp.assess(venue, PLAN).finding(number)
        assert found.outcome is outcome
        # A kind that is surely outside is told so; where a fact decides, the evidence says it.
        outside = category not in passengers | perhaps
        told = found.note is not None and "passengers" in found.note.get("en")
        assert told is outside


def test_full_coverage_by_the_end_of_2021() -> None:
    target = PLAN.targets["coverage"]  # 二: 2021年底, 全覆盖
    full = cp.Measurement(on=date(2021, 12, 31), value=100)
    short = cp.Measurement(on=date(2021, 12, 31), value=99.99)
    eve, due = date(2021, 12, 30), date(2021, 12, 31)
    assert cp.track_progress(target, [], on=eve).outcome is NOT_APPLICABLE
    assert cp.track_progress(target, [full], on=due).outcome is MET
    assert cp.track_progress(target, [short], on=due).outcome is NOT_MET


def test_every_clause_is_encoded_or_declined() -> None:
    coverage = PLAN.coverage()
    assert (len(PLAN.clauses), coverage.complete) == (58, True)
    assert coverage.declined == (
        *("0.plan", "0.basis.1", "0.basis.2"),  # title; two texts cited
        *("1", "4.3.c"),  # an idea, a wish
        *("a1", "a2", "a3", "a4", "a5"),  # annexes known by title
    )


def test_stages_by_month_and_overlapping() -> None:
    # 五（一）6月；（二）6月—9月；（三）7月—8月；（四）9月. The year is the title's.
    spans = {s.key: (s.number, s.period.start, s.period.end) for s in PLAN.stages}
    assert spans == {
        "deployment": ("5.1", date(2021, 6, 1), date(2021, 6, 30)),
        "implementation": ("5.2", date(2021, 6, 1), date(2021, 9, 30)),
        "mid_term": ("5.3", date(2021, 7, 1), date(2021, 8, 31)),
        "evaluation": ("5.4", date(2021, 9, 1), date(2021, 9, 30)),
    }
    assert {s.period.precision for s in PLAN.stages} == {w.Precision.MONTH}


def test_who_does_what_in_which_stage() -> None:
    # 五（一）-（四）: the departments, and the group where it is named.
    group = "市母婴室设施建设工作协调组"
    tasks = {s.key: [(t.number, names(t.acting)) for t in s.tasks] for s in PLAN.stages}
    assert tasks == {
        "deployment": [("5.1.a", "各部门"), ("5.1.b", "各部门")],
        "implementation": [("5.2.a", "各部门"), ("5.2.c", "各部门")],
        "mid_term": [("5.3.a", group)],
        "evaluation": [("5.4.a", "各部门"), ("5.4.b", group)],
    }


def test_filing_in_june_has_no_day() -> None:
    [filed] = PLAN.deadlines  # 五（一）: 上报市工作协调组备案
    assert (filed.number, filed.period.precision) == ("5.1.c", w.Precision.MONTH)
    assert (filed.period.start, filed.period.end) == (date(2021, 6, 1), date(2021, 6, 30))
    assert filed.recipient is not None
    assert (filed.recipient.name, filed.recipient.body) == ("市工作协调组", cp.Body.COUNCIL)
    assert names(filed.acting) == "各部门"


def test_agenda_from_june_to_december() -> None:
    # 五 by month, 七（一） every quarter, 二 at the end of the year.
    agenda = cp.agenda(PLAN, date(2021, 6, 1), date(2021, 12, 31))
    quarter, month = w.Precision.QUARTER, w.Precision.MONTH
    assert [(e.clause.number, e.period.start, e.period.precision) for e in agenda.entries] == [
        ("7.1.e", date(2021, 4, 1), quarter),
        ("5.1", date(2021, 6, 1), month),
        ("5.1.c", date(2021, 6, 1), month),
        ("5.2", date(2021, 6, 1), month),
        ("5.3", date(2021, 7, 1), month),
        ("7.1.e", date(2021, 7, 1), quarter),
        ("5.4", date(2021, 9, 1), month),
        ("7.1.e", date(2021, 10, 1), quarter),
        ("2", date(2021, 12, 31), w.Precision.YEAR_END),
    ]
    assert [duty.number for duty in agenda.unscheduled] == ["5.2.b", "7.1.f", "7.3.a"]


@pytest.mark.parametrize(
    ("start", "end", "tables", "regular"),
    [
        # 五（一）: the work begins in June; the plan is one of 2021 (its title).
        (date(2021, 1, 1), date(2021, 5, 31), [], []),
        (date(2021, 5, 31), date(2021, 5, 31), [], []),
        (date(2021, 6, 1), date(2021, 6, 1), [4], ["5.2.b", "7.1.f", "7.3.a"]),
        (date(2021, 1, 1), date(2021, 6, 30), [4], ["5.2.b", "7.1.f", "7.3.a"]),
        (date(2021, 12, 31), date(2021, 12, 31), [10], ["7.1.f", "7.3.a"]),
        (date(2021, 1, 1), date(2022, 12, 31), [4, 7, 10], ["5.2.b", "7.1.f", "7.3.a"]),
        (date(2022, 1, 1), date(2022, 12, 31), [], []),
    ],
)
def test_nothing_is_due_before_the_work_begins(
    start: date, end: date, tables: list[int], regular: list[str]
) -> None:
    agenda = cp.agenda(PLAN, start, end)
    quarters = [e.period.start.month for e in agenda.entries if e.clause.number == "7.1.e"]
    assert quarters == tables
    assert [duty.number for duty in agenda.unscheduled] == regular


def test_regular_checks_of_the_building_stage_end_with_it() -> None:
    # 五（二）定期: June to September; 七（一） and （三） have no end.
    after = cp.agenda(PLAN, date(2021, 10, 1), date(2021, 10, 31))
    assert [duty.number for duty in after.unscheduled] == ["7.1.f", "7.3.a"]


def test_duties() -> None:
    duties = {duty.number: duty for duty in PLAN.duties}
    table = duties["7.1.e"]  # 七（一）: 每季度报建设进展情况表
    assert table.recipient is not None
    assert (table.every, table.recipient.body) == (w.Interval(3), cp.Body.HEALTH)
    assert names(table.acting) == "各成员单位"
    assert cp.next_due(table, date(2021, 11, 30)) == date(2022, 2, 28)
    assert {number for number, duty in duties.items() if duty.every is None} == {
        "5.2.b",  # 定期
        "7.1.f",  # 定期
        "7.3.a",  # 定期
    }
    with pytest.raises(cp.InvalidInput):
        cp.next_due(duties["7.1.f"], date(2021, 6, 30))
    assert names(duties["7.3.a"].acting) == "各有关部门和单位"


def test_the_group_has_four_names_and_nine_named_members() -> None:
    [group] = PLAN.councils  # 七（一）, with the names of 五 and 六
    printed = {
        "双辽市母婴设施建设工作协调组",
        "市母婴设施建设工作协调组",
        "市母婴室设施建设工作协调组",
        "市工作协调组",
    }
    assert {group.name, *group.aliases} == printed
    assert {PLAN.office(name).body for name in printed} == {cp.Body.COUNCIL}
    assert names(group.members) == (
        "市财政局 市交通运输局 市文广旅局 市商务局 市政数局 市住建局 市总工会 市妇联 火车站"
    )
    assert group.lead is not None
    assert (group.lead.name, group.open_list) == ("市卫生健康局", True)
    assert group.lead not in group.members
    assert group.convenor is not None
    assert "分管领导" in group.convenor.zh
    assert (group.meetings, group.office_at) == ((), None)


def test_who_answers_for_what() -> None:
    roles = {
        task.id: tuple(names(task.offices(role)) for role in cp.Role)[:4] for task in PLAN.tasks
    }
    assert roles == {  # lead, support, territorial, acting
        "3.1.a": ("", "", "", "行业主管部门"),  # 三（一）
        "3.1.b": ("", "", "", "行业主管部门"),
        "3.1.c": ("", "", "", "行业主管部门"),
        "3.2.a": ("", "", "", "场所管理者"),  # 三（二）: 谁管理、谁建设
        "3.2.b": ("", "", "属地", ""),
        "3.2.a/leadership": ("", "", "", "市政府"),  # 统一领导, which is no 牵头
        "3.2.b/leadership": ("", "", "", "市政府"),
        "3.2.c": ("", "", "", "社会组织和团体"),  # 鼓励 … 积极参与
        "3.3": ("", "", "", "各部门 各行业"),  # 三（三）
        "4.1.e": ("", "", "", "用人单位"),  # 机关、企事业用人单位 … 建设
        "4.3.a": ("", "", "", ""),  # 四（三） has no subject in any sentence
        "4.3.b": ("", "", "", ""),
        "6": ("", "", "", "市母婴设施建设工作协调组"),  # 协调组争取财政
        "7.1.b": ("市卫生健康局", "", "", ""),  # 七（一）: 牵头部门
        "7.1.c": ("", "", "", "各成员单位"),
        "7.1.d": ("", "", "", "各成员单位"),
        "7.1.g": ("", "", "各部门", "各部门"),  # 落实属地化管理责任
        "7.2.a": ("", "", "", "各部门"),
        "7.2.b": ("", "", "", "各部门"),
        "7.2.c": ("", "", "", "各部门"),  # 做好日常管理和维护
        "7.3.a/guidance": ("", "", "", "各有关部门和单位"),  # 七（三）: 指导
        "7.3.b": ("", "总工会", "", ""),  # 协同推进
        "7.3.c": ("", "", "", "卫生健康局"),  # 要发挥行业指导和技术支持作用
    }


def asked_of(body: cp.Body | str, **asked: Any) -> dict[str, list[str]]:
    """Return what is asked of a body or an office: ids by role."""
    found: dict[str, list[str]] = {}
    for one in PLAN.tasks_of(body, **asked):
        found.setdefault(one.role.value, []).append(one.id)
    return found


@pytest.mark.parametrize(
    ("name", "body"),
    [
        # 七（一）: 成员为 …
        ("市财政局", cp.Body.FINANCE),
        ("市交通运输局", cp.Body.TRANSPORT),
        ("市文广旅局", cp.Body.CULTURE_TOURISM),
        ("市商务局", cp.Body.COMMERCE),
        ("市政数局", cp.Body.GOVERNMENT_SERVICES),
        ("市住建局", cp.Body.HOUSING_CONSTRUCTION),
        ("市总工会", cp.Body.TRADE_UNION),
        ("市妇联", cp.Body.WOMENS_FEDERATION),
        ("火车站", cp.Body.RAILWAY_STATION),
    ],
)
def test_each_of_nine_members_has_the_members_tasks(name: str, body: cp.Body) -> None:
    # 各成员单位: a section and a person, contact with the health bureau, a table each quarter.
    members_tasks = ["7.1.a", "7.1.c", "7.1.d", "7.1.e"]
    for asked in (name, body):
        found = asked_of(asked)
        # 七（三）: the trade union's own task is its only other one.
        own = found.pop("support", [])
        assert own == (["7.3.b"] if body is cp.Body.TRADE_UNION else [])
        assert found == {"member": members_tasks}
    table = PLAN.tasks_of(name, role=cp.Role.MEMBER)[-1]
    assert (table.origin.value, table.title.zh) == ("duty", "建设进展情况表")
    assert table.through == PLAN.councils[0]


def test_the_lead_department_is_no_member() -> None:
    # 七（一）: 牵头部门为市卫生健康局, 成员为 … others; 七（三）: 卫生健康局 gives standards.
    health = {"lead": ["7.1.a", "7.1.b"], "acting": ["7.3.c"]}
    for asked in (cp.Body.HEALTH, "市卫生健康局", "市卫健局", "卫生健康局"):
        assert asked_of(asked) == health


def test_what_is_asked_of_everybody_else() -> None:
    group = ["5.3.a", "5.4.b", "6", "7.1.f"]  # 五（三）（四）, 六 and, by reading, 七（一）
    for name in ("双辽市母婴设施建设工作协调组", "市工作协调组"):
        assert asked_of(name) == {"acting": group}
    assert asked_of(cp.Body.COUNCIL) == {"acting": group}
    assert asked_of(cp.Body.DEPARTMENTS) == {
        "acting": [
            "3.3",
            *("5.1.a", "5.1.b", "5.1.c", "5.2.a", "5.2.b", "5.2.c", "5.4.a"),  # 五: 各部门
            *("7.1.g", "7.2.a", "7.2.b", "7.2.c", "7.3.a/guidance", "7.3.a"),
        ],
        "territorial": ["7.1.g"],
    }
    assert asked_of(cp.Body.SECTOR_AUTHORITY) == {"acting": ["3.1.a", "3.1.b", "3.1.c", "3.3"]}
    assert asked_of(cp.Body.PLACE_MANAGER) == {"acting": ["3.2.a"]}
    assert asked_of(cp.Body.SOCIAL_ORGANISATIONS) == {"acting": ["3.2.c"]}
    assert asked_of(cp.Body.EMPLOYERS) == {"acting": ["4.1.e"]}
    government = asked_of(cp.Body.LOCAL_GOVERNMENT)
    assert government == {
        "acting": ["3.2.a/leadership", "3.2.b/leadership"],
        "territorial": ["3.2.b"],
    }
    assert asked_of("市政府") == government  # the territory may be the city's


@pytest.mark.parametrize("number", ["4.3.a", "4.3.b"])
def test_nobody_is_made_up_where_the_text_names_nobody(number: str) -> None:
    # 四（三）: 充分利用 … 广泛宣传 …; 加大 … 宣传力度, 普及 …: no subject anywhere in 四.
    [task] = PLAN.encoded_by(number)
    assert isinstance(task, w.Task)
    assert task.offices() == ()
    assert task.title is not None
    assert "nobody" in task.title.get("en")
    assert "未写由谁" in task.title.zh
    assert number not in PLAN.matrix()


def test_who_supervises_the_city_under_both_readings() -> None:
    # 七（一）: 定期对全市 … 督导、检查评估 has no subject; the group by 五（三）（四）, or each
    # member, the subject of the sentence before.
    assert set(PLAN.matrix()["7.1.f"]) == {cp.Body.COUNCIL}
    row = PLAN.matrix(readings={"city_supervision": "members"})["7.1.f"]
    assert len(row) == 1 + 9  # 各成员单位, and each of them
    assert row[cp.Body.FINANCE][0].role is cp.Role.MEMBER
    assert cp.Body.HEALTH not in row


def test_the_subsidy_is_sought_and_owed_to_nobody() -> None:
    # 六: 争取; neither amount nor beneficiary nor condition.
    hospital = place(12_000, 8)
    found = cp.assess(hospital, PLAN).benefit("6")
    assert found.availability is cp.Availability.UNKNOWN
    assert (found.missing, found.benefit.amount_yuan) == (("subsidy_secured",), None)
    assert found.benefit.owed_by == ()  # 争取财政: who is to give it is not said
    for secured, availability in ((True, cp.Availability.OPEN), (False, cp.Availability.NOT_OPEN)):
        place_found = cp.assess(cp.Venue(subsidy_secured=secured), PLAN).benefit("6")
        employer = cp.assess(cp.Employer(subsidy_secured=secured), PLAN).benefit("6/employers")
        for one in (place_found, employer):
            assert (one.availability, one.entitled) == (availability, cp.Truth.FALSE)


def definition(number: str, **readings: str) -> cp.Criterion:
    """Return the criterion of a definition under some readings."""
    [one] = [d for d in PLAN.definitions if d.id == number]
    criterion = one.criterion
    if isinstance(criterion, w.ByReading):
        criterion = criterion.options[PLAN.read_as(readings)[criterion.interpretation]]
    assert isinstance(criterion, cp.Criterion)
    return criterion


def test_the_listed_places_as_a_definition() -> None:
    # 四（一）等, and 二级以上汽车客运站: grade 2 is in, 3 is out under either reading.
    school = cp.Venue(category=Category.OTHER, treated_as_listed=True)
    closed, opened = definition("4.1.c"), definition("4.1.c", place_list="open")
    assert cp.evaluate(closed, school).truth is cp.Truth.FALSE
    assert cp.evaluate(opened, school).truth is cp.Truth.TRUE
    for grade, truth in ((2, cp.Truth.TRUE), (3, cp.Truth.FALSE)):
        station = cp.Venue(category=Category.COACH_STATION, coach_station_grade=grade)
        assert cp.evaluate(closed, station).truth is truth
        assert cp.evaluate(opened, station).truth is truth


def test_factors_are_weighed_by_those_who_build() -> None:
    # 三（三）: 各部门、各行业 … 综合考虑 four factors. No weights and no thresholds, so nothing is
    # asked of a place or an employer, and no term is made of it.
    [task] = PLAN.encoded_by("3.3")
    assert isinstance(task, w.Task)
    assert names(task.acting) == "各部门 各行业"
    said = task.clause.summary
    for factor in ("面积", "人流量", "母婴", "孕期和哺乳期女职工人数"):
        assert factor in said.zh
    for factor in ("area", "footfall", "mothers and infants", "pregnant and nursing employees"):
        assert factor in said.get("en")
    crowded = cp.Venue(daily_visitors=1, mothers_and_infants_stay=True)
    for subject in (crowded, cp.Employer(pregnant_or_nursing_employees=9)):
        with pytest.raises(cp.NotFound):
            cp.assess(subject, PLAN).under("3.3")


def test_the_standard_named_is_the_one_both_kinds_of_room_are_held_to() -> None:
    # 四（二）: the provincial rules are another text, so a declared fact.
    rooms = [cp.Room(existing=old, meets_provincial_standard=not old) for old in (True, False)]
    named = cp.assess(cp.Venue(rooms=rooms), PLAN).under("4.2.a")
    assert [(f.number, f.outcome) for f in named.findings] == [("4.2.c", MET), ("4.2.d", NOT_MET)]


def test_comforts_met_by_those_who_have_them() -> None:
    hub: dict[str, Any] = {"category": Category.INTEGRATED_PASSENGER_HUB}  # 四（二）
    seated = cp.Venue(**hub, waiting_area=True, reserved_seats=True, priority_boarding=True)
    assert (find("4.2.e", seated), find("4.2.f", seated)) == (MET, MET)
    assert find("4.2.f", cp.Venue(**hub, priority_boarding=False)) is NOT_MET


def test_room_duties_broken_and_an_existing_room_large_enough() -> None:
    large = cp.Room(independent=True, usable_area_m2=10, existing=True, direction_sign=False)
    dirty = cp.Room(
        independent=True, usable_area_m2=3, existing=False, clean=False, in_normal_use=True
    )
    hall = cp.Venue(**_stated(place(12_000)), rooms=[large, dirty])
    assert find("4.1.d", hall) is MET
    assert find("4.2.b", hall) is NOT_MET
    assert find("7.2.c", hall) is NOT_MET
