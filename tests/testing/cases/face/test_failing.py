"""What a failed check says: the readings once, a line for each case, of whom it was asked."""

from collections.abc import Callable
from typing import Any

import pytest
from lots import PLAN as LOTS
from testing.cases.small_plans import CLAUSE, plan_of, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing import BoundaryCase, BoundaryCases, boundary_cases
from careplan.testing.cases.face.failing import briefly

room = cp.facts(cp.Room)
WHICH = w.question("which", "1.a", "甲", large="甲", small="乙")
OTHER = w.question("other", "1.a", "乙", one="甲", two="乙")


def told(cases: BoundaryCases, answer: Callable[[BoundaryCase], object]) -> list[str]:
    """List the lines of a failed check."""
    with pytest.raises(AssertionError) as caught:
        cases.check(answer, without=cases.without)
    return str(caught.value).splitlines()


def wrong_if(fails: Callable[[BoundaryCase], bool]) -> Callable[[BoundaryCase], object]:
    """Answer as expected but where it fails."""
    return lambda case: None if fails(case) else case.expected


def read_both_ways(under: Any = None) -> cp.Plan:
    """Make a plan of a rule that two questions read: areas by one, what counts by the other."""
    area = w.choose(WHICH, large=room.area_m2 >= 16, small=room.area_m2 >= 6)
    kept = w.choose(OTHER, one=room.clean, two=room.private)
    rule = w.Rule(clause=CLAUSE, applies=kept, requires=area, under=under)
    return small_plan(interpretations=(WHICH, OTHER), rules=(rule,))


def test_a_line_says_what_was_stated_where_of_whom_and_by_which_clause() -> None:
    cases = boundary_cases(plan_of(requires=room.area_m2 >= 10))
    [line] = told(cases, wrong_if(lambda case: case.value == 10))
    said = "with area_m2 10 expected Outcome.MET, got None; of Room(area_m2=10)"
    assert line == f"1.a-area_m2-at (第一条): {said}"


# Six months before 30 June 2025 a room was opened in time, and a day later it was not.
def test_the_day_asked_is_said() -> None:
    cases = boundary_cases(LOTS, only="2")
    [line] = told(cases, wrong_if(lambda case: case.place.value == "at"))
    assert " on 2025-06-30 expected Outcome.MET, got None" in line


def test_readings_are_said_once_above_what_fails_under_them() -> None:
    cases = boundary_cases(read_both_ways())
    # Two options of each question, three places.
    assert len(cases) == 2 * 2 * 3
    small = {"which": "small"}
    lines = told(cases, wrong_if(lambda case: small.items() <= case.readings.items()))
    # What the other question says does not matter: not a word about it.
    assert lines[0] == "under readings={'which': 'small'}:"
    assert [line.partition(" (")[0] for line in lines[1:]] == [
        "  1.a-area_m2-below",
        "  1.a-area_m2-at",
        "  1.a-area_m2-above",
    ]


def test_what_fails_by_default_only_says_so() -> None:
    cases = boundary_cases(read_both_ways())
    default = {"which": "large", "other": "one"}
    lines = told(cases, wrong_if(lambda case: dict(case.readings) == default))
    assert lines[0] == "under readings={'other': 'one', 'which': 'large'}:"
    assert len(lines) == 1 + 3


def test_what_fails_under_several_choices_says_each() -> None:
    cases = boundary_cases(kept_alike())
    odd = [{"which": "large", "other": "two"}, {"which": "small", "other": "one"}]
    lines = told(cases, wrong_if(lambda case: dict(case.readings) in odd))
    assert lines[0] == (
        "under readings={'other': 'one', 'which': 'small'} or "
        "readings={'other': 'two', 'which': 'large'}:"
    )


def kept_alike() -> cp.Plan:
    """Make a plan of a rule with a threshold that stays under every reading."""
    kept = w.choose(OTHER, one=room.clean, two=room.private)
    size = room.area_m2 >= 10
    area = w.choose(WHICH, large=size & room.lockable, small=size & room.existing)
    rule = w.Rule(clause=CLAUSE, applies=kept, requires=area)
    return small_plan(interpretations=(WHICH, OTHER), rules=(rule,))


def test_what_fails_under_every_reading_is_said_once() -> None:
    cases = boundary_cases(kept_alike())
    lines = told(cases, wrong_if(lambda _: True))
    assert lines[0] == "under every reading:"
    assert len(lines) == 1 + 3


# The rule holds under the option that is not the default: without it, it would not be asked.
def test_a_reading_that_has_to_be_passed_is_said() -> None:
    lines = told(boundary_cases(read_both_ways(under=("which", "small"))), wrong_if(lambda _: True))
    assert lines[0] == "under readings={'which': 'small'}:"


def test_what_no_reading_changes_stands_first_without_one() -> None:
    plain = w.Rule(clause=CLAUSE, part="b", requires=room.area_m2 >= 10)
    plan = read_both_ways()
    both = small_plan(interpretations=(WHICH, OTHER), rules=(*plan.rules, plain))
    lines = told(boundary_cases(both), wrong_if(lambda case: case.place.value == "at"))
    assert [line.partition(" (")[0] for line in lines] == [
        "1.a/b-area_m2-at",
        "under readings={'which': 'large'}:",
        "  1.a-area_m2-at",
        "under readings={'which': 'small'}:",
        "  1.a-area_m2-at",
    ]


def test_a_value_is_said_without_what_is_not_stated() -> None:
    hut = cp.Room(use={cp.RoomUse.MUMMY_HUT}, clean=True)
    places = (cp.Venue(rooms=(hut,)), cp.Venue(rooms=[]))
    assert briefly(places) == (
        "(Venue(rooms=(Room(use={RoomUse.MUMMY_HUT}, clean=True),)), Venue(rooms=()))"
    )
    assert briefly({"area": 20}) == "{'area': 20}"
    assert briefly(frozenset()) == "frozenset()"
    assert briefly((1, None)) == "(1, None)"
