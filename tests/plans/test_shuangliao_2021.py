"""Shuangliao 2021, answers by hand from the text. Locators stand beside each."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import careplan as cp

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


@pytest.mark.parametrize("category", Category)
def test_the_list_of_places(category: cp.VenueCategory) -> None:
    unlisted = {
        Category.OTHER,
        Category.CHARACTERISTIC_PARK,
        Category.STATION,
        Category.SHOP,
        Category.CULTURE_OR_TOURISM,
    }
    subject = place(6_000, 3, category=category)
    closed = find("4.1.a", subject)
    if category in unlisted:
        assert closed is NOT_APPLICABLE
        # 四（一）等: read as open, a place outside the list is unknown (4.1.c).
        assert find("4.1.a", subject, place_list="open") is UNKNOWN
    elif category is Category.COACH_STATION:
        assert closed is UNKNOWN  # its grade is not stated
    else:
        assert closed is NOT_MET
        assert find("4.1.a", subject, place_list="open") is NOT_MET


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
    assert (to_improve.outcome, to_improve.force) == (NOT_MET, cp.Force.ADVISORY)
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
    assert (found.outcome, found.force) == (NOT_MET, cp.Force.ADVISORY)
    assert find("4.2.f", cp.Venue(category=Category.HOSPITAL)) is NOT_APPLICABLE


def test_full_coverage_by_the_end_of_2021() -> None:
    target = PLAN.targets["coverage"]  # 二: 2021年底, 全覆盖
    full = cp.Measurement(on=date(2021, 12, 31), value=100)
    short = cp.Measurement(on=date(2021, 12, 31), value=99.99)
    eve, due = date(2021, 12, 30), date(2021, 12, 31)
    assert cp.track_progress(target, [], on=eve).outcome is NOT_APPLICABLE
    assert cp.track_progress(target, [full], on=due).outcome is MET
    assert cp.track_progress(target, [short], on=due).outcome is NOT_MET
