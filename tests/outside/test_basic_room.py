"""The made-up list of a basic room: general words, each of which decides an answer.

Expected are the figures of the list: one of each fitting, two cleanings a day, more than 10,000
visitors for the advice.
"""

from typing import Any

import attrs
import pytest
from outside.basic_room import PLAN, Fitting, Kind

import careplan as cp
from careplan import testing
from careplan.audit import find_flaws

MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
ALL = dict.fromkeys(Fitting, 1)
ROOM = cp.Room(
    nameplate=True,
    lockable=True,
    non_slip_floor=True,
    keeper_named=True,
    cleanings_per_day=2,
    equipment=ALL,
)


def place(room: cp.Room = ROOM, **facts: Any) -> cp.Venue:
    return cp.Venue(**{"category": Kind.LIBRARY, "daily_visitors": 10_000, **facts}, rooms=[room])


def test_a_room_with_all_of_it() -> None:
    a = cp.assess(place(), PLAN)
    assert (a.outcome, a.missing) == (MET, ())
    assert a.finding("5").outcome is NOT_APPLICABLE  # 超过一万
    assert cp.assess(place(daily_visitors=10_001), PLAN).finding("5").outcome is MET


@pytest.mark.parametrize("name", ["nameplate", "non_slip_floor", "keeper_named"])
def test_a_flag_that_is_asked(name: str) -> None:
    for value, outcome in ((False, NOT_MET), (None, UNKNOWN)):
        facts: dict[str, Any] = {name: value}
        changed = place(attrs.evolve(ROOM, **facts))
        assert cp.assess(changed, PLAN).outcome is outcome
        assert cp.assess(changed, PLAN).missing == (() if value is False else (f"rooms[0].{name}",))


@pytest.mark.parametrize(("times", "outcome"), [(1, NOT_MET), (2, MET), (3, MET)])
def test_cleanings_a_day(times: int, outcome: cp.Outcome) -> None:
    a = cp.assess(place(attrs.evolve(ROOM, cleanings_per_day=times)), PLAN)
    assert a.finding("4").outcome is outcome


@pytest.mark.parametrize(
    ("lacking", "number", "outcome"),
    [
        ({Fitting.CHANGING_TABLE}, "2", NOT_MET),
        ({Fitting.BASIN}, "2", NOT_MET),
        ({Fitting.NURSING_SEAT}, "2", NOT_MET),
        ({Fitting.LIDDED_BIN}, "2", NOT_MET),
        ({Fitting.CALL_DEVICE}, "2", NOT_MET),
        ({Fitting.HOT_WATER_TAP}, "2", MET),  # a kettle will do
        ({Fitting.HOT_WATER_TAP, Fitting.KETTLE}, "2", NOT_MET),
        ({Fitting.COT}, "5", NOT_MET),
        ({Fitting.AIR_CONDITIONER}, "5", NOT_MET),
        ({Fitting.CURTAIN}, "3", MET),  # the door is locked
    ],
)
def test_what_is_lacking(lacking: set[cp.Equipment], number: str, outcome: cp.Outcome) -> None:
    room = attrs.evolve(ROOM, equipment={**ALL, **dict.fromkeys(lacking, 0)})
    a = cp.assess(place(room, daily_visitors=10_001), PLAN)
    assert a.finding(number).outcome is outcome


def test_a_curtain_for_a_lock() -> None:
    open_door = attrs.evolve(ROOM, lockable=False)
    assert cp.assess(place(open_door), PLAN).finding("3").outcome is MET
    neither = attrs.evolve(open_door, equipment={**ALL, Fitting.CURTAIN: 0})
    assert cp.assess(place(neither), PLAN).finding("3").outcome is NOT_MET


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (Kind.AIRPORT, NOT_MET),
        (Kind.UNIVERSITY, NOT_MET),
        (Kind.STATION, UNKNOWN),  # it may be a railway station
        (Kind.CULTURAL_CENTRE, UNKNOWN),  # it may be the library of its place
        (Kind.HOSPITAL, NOT_APPLICABLE),
    ],
)
def test_the_places_listed(kind: cp.VenueCategory, outcome: cp.Outcome) -> None:
    assert cp.assess(cp.Venue(category=kind, rooms=[]), PLAN).finding("1").outcome is outcome


def test_the_labels_are_a_clerks() -> None:
    flags = ["nameplate", "lockable", "non_slip_floor", "keeper_named"]
    facts: dict[str, Any] = dict.fromkeys(flags, False)
    bare = cp.Room(**facts)
    said = cp.assess(place(attrs.evolve(bare, equipment={Fitting.CURTAIN: 0})), PLAN).explain("zh")
    for words in ("门口设标牌", "门可从内上锁", "地面防滑", "明确专人管理", "遮挡帘"):
        assert words in said


def test_what_is_built_has_all_of_it() -> None:
    assert cp.assess(testing.make_venue(category=Kind.MUSEUM), PLAN).finding("2").outcome is MET


def test_nothing_is_left_out_and_nothing_at_odds() -> None:
    assert PLAN.coverage().complete
    assert find_flaws(PLAN) == ()
