"""A fact of one item decides beside others: it is as asked, otherwise, and left blank."""

from typing import Any

import pytest
from testing.cases.small_plans import CLAUSE, by_library, plan_of, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing import Place, class_cases, decisive_cases

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
UNKNOWN = cp.Outcome.UNKNOWN


def blank(plan: cp.Plan, path: str) -> list[Any]:
    """Return the cases in which a fact of rooms is left blank."""
    cases = decisive_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    return [case for case in cases if case.path == path and case.place is Place.UNSTATED]


# 1 or 2 of two clean rooms: with one of them blank nobody knows whether there are 2, or 3 of 3.
@pytest.mark.parametrize(("least", "stated"), [(2, [True]), (3, [True, True])])
def test_what_is_counted_is_left_blank_in_the_last(least: int, stated: list[bool]) -> None:
    plan = plan_of(requires=cp.count(venue.rooms, room.clean) >= least)
    [case] = blank(plan, "rooms[*].clean")
    clean = [one.clean for one in case.subject.rooms if one.clean is not False]
    assert (clean, case.expected) == ([*stated, None], UNKNOWN)


# Of a total, too: whether the last room's area adds to 16 hangs on its being clean.
def test_what_a_total_counts_is_left_blank_once() -> None:
    plan = plan_of(requires=cp.total(venue.rooms, room.usable_area_m2, room.clean) >= 16)
    [case] = blank(plan, "rooms[*].clean")
    assert case.subject.rooms[-1].clean is None
    assert case.expected is UNKNOWN


# All rooms are existing or clean, where one is not existing: so a second one decides by either.
def test_a_fact_that_filters_decides_beside_another_room() -> None:
    plan = plan_of(
        applies=cp.some(venue.rooms, cp.not_(room.existing)),
        requires=cp.every(venue.rooms, cp.any_of(room.existing, room.clean)),
    )
    cases = [case for case in decisive_cases(plan) if case.path == "rooms[*].existing"]
    beside = [case for case in cases if len(case.subject.rooms) > 1]
    assert [(case.place, case.value, case.expected) for case in beside] == [
        (Place.AS_ASKED, True, cp.Outcome.MET),
        (Place.OTHERWISE, False, cp.Outcome.NOT_MET),
        (Place.UNSTATED, None, UNKNOWN),
    ]


def test_terms_have_them_as_well() -> None:
    title = cp.Text(zh="净", en="clean")
    criterion = cp.all_of(
        cp.some(venue.rooms, cp.not_(room.existing)),
        cp.every(venue.rooms, cp.any_of(room.existing, room.clean)),
        cp.count(venue.rooms, room.independent) >= 2,
    )
    term = w.Definition(clause=CLAUSE, part="term", term=title, criterion=criterion)
    plan = small_plan(definitions=(term,))
    cases = class_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    paths = {case.path for case in cases if case.place is Place.UNSTATED}
    assert {"rooms[*].existing", "rooms[*].independent"} <= paths
    assert {Place.MIXED, Place.EMPTY} & {case.place for case in cases} == {Place.MIXED}
