"""Items that are not alike, and none: what is expected is counted by hand."""

from typing import Any

import pytest
from testing.cases.small_plans import by_library, plan_of

import careplan as cp
from careplan.testing import Place, decisive_cases

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
NOT_APPLICABLE = cp.Outcome.NOT_APPLICABLE


def told(plan: cp.Plan) -> list[tuple[Place, list[Any], cp.Outcome]]:
    """Return what each case about several rooms, or none, states of their being clean."""
    cases = decisive_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    return [
        (case.place, [one.clean for one in case.subject.rooms], case.expected)  # type: ignore[misc]
        for case in cases
        if case.place in {Place.MIXED, Place.EMPTY}
    ]


@pytest.mark.parametrize(
    ("requires", "expected"),
    [
        # One clean room is some; the one that is not stands first, so that no first one decides.
        (
            cp.some(venue.rooms, room.clean),
            [(Place.MIXED, [False, True], MET), (Place.EMPTY, [], NOT_MET)],
        ),
        (
            cp.every(venue.rooms, room.clean),
            [(Place.MIXED, [True, False], NOT_MET), (Place.EMPTY, [], MET)],
        ),
        (
            cp.not_(cp.every(venue.rooms, room.clean)),
            [(Place.MIXED, [True, False], MET), (Place.EMPTY, [], NOT_MET)],
        ),
        # That there is any room is asked of nothing in the rooms: none are of two sorts.
        (cp.some(venue.rooms), [(Place.EMPTY, [], NOT_MET)]),
    ],
)
def test_two_sorts_of_rooms_and_none(requires: Any, expected: Any) -> None:
    assert told(plan_of(requires=requires)) == expected


# All rooms are clean, of which there have to be some: without any the rule does not apply.
def test_a_room_that_says_nothing_is_left_out() -> None:
    plan = plan_of(applies=cp.some(venue.rooms), requires=cp.every(venue.rooms, room.clean))
    assert told(plan) == [
        (Place.EMPTY, [], NOT_APPLICABLE),
        (Place.MIXED, [True, False], NOT_MET),
    ]


# A room of which nobody says whether it is clean makes the rule apply: it is existing.
def test_a_room_that_makes_the_rule_apply_stays() -> None:
    existing = cp.some(venue.rooms, room.existing)
    plan = plan_of(applies=existing, requires=cp.every(venue.rooms, room.clean))
    *_, mixed = [clean for place, clean, _ in told(plan) if place is Place.MIXED]
    assert sorted(mixed, key=str) == [False, None, True]
