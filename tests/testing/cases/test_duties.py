"""Whether a rule applies is not known, and what it asks for is so: that is met."""

from typing import Any

import pytest
from testing.cases.documents import OURS
from testing.cases.small_plans import by_library, plan_of

import careplan as cp
from careplan import writing as w
from careplan.testing import BoundaryCase, BoundaryCases, boundary_cases, decisive_cases
from careplan.testing.cases.boundaries import fact_cases
from careplan.testing.cases.pivots import Place

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
SOME_ROOM = cp.some(venue.rooms)


def met_anyway(cases: BoundaryCases) -> list[BoundaryCase]:
    """Return the cases of rules that are met while a fact is not stated."""
    asked = (case for case in cases if isinstance(case.cited, w.Rule))
    return [
        case for case in asked if (case.place, case.expected) == (Place.UNSTATED, cp.Outcome.MET)
    ]


# "Not applies, or requires": the second half is so, whatever the first will be.
def test_each_fact_by_which_a_rule_applies_is_left_blank_where_it_is_fulfilled() -> None:
    applies = (venue.building_area_m2 > 10_000) & venue.serves_passengers
    plan = plan_of(applies=applies, requires=SOME_ROOM)
    cases = decisive_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    found = [(case.id, case.value) for case in met_anyway(cases)]
    assert found == [
        ("1.a-building_area_m2-unstated-met", None),
        ("1.a-serves_passengers-unstated-met", None),
    ]
    area = met_anyway(cases)[0].subject
    assert (area.building_area_m2, area.serves_passengers, len(area.rooms)) == (None, True, 1)
    # Beside each is the one where there is no room: there it is not known.
    unknown = {case.id for case in cases if case.expected is cp.Outcome.UNKNOWN}
    assert {name.removesuffix("-met") for name, _ in found} == unknown


@pytest.mark.parametrize(
    ("applies", "requires", "paths"),
    [
        # Two bounds of one fact: once.
        (
            (venue.daily_visitors >= 5_000) & (venue.daily_visitors <= 10_000),
            SOME_ROOM,
            ["daily_visitors"],
        ),
        # It decides both whether the rule applies and whether it is fulfilled: never both surely.
        (venue.daily_visitors > 100, venue.daily_visitors >= 101, []),
        (venue.daily_visitors > 100, (venue.daily_visitors > 50) | SOME_ROOM, []),
        # All are bound, or nothing fulfils it.
        (cp.all_of(), SOME_ROOM, []),
        (venue.waiting_area, cp.all_of(SOME_ROOM, cp.not_(SOME_ROOM)), []),
    ],
)
def test_what_else_is_left_blank(applies: Any, requires: Any, paths: list[str]) -> None:
    plan = plan_of(applies=applies, requires=requires)
    cases = decisive_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    assert [case.path for case in met_anyway(cases)] == paths


def unknown_where_it_may_not_apply(case: BoundaryCase) -> object:
    """Answer as a program does that asks first who is bound, and goes no further if it is open."""
    if isinstance(case.cited, w.Rule):
        applies: Any = case.cited.applies  # read already: a criterion
        if cp.evaluate(applies, case.subject, on=case.on).truth is cp.Truth.UNKNOWN:
            return cp.Outcome.UNKNOWN
    return case.expected


@pytest.mark.parametrize("plan", OURS.values(), ids=OURS)
def test_unknown_read_where_it_is_met_is_found_in_each_document(plan: cp.Plan) -> None:
    cases = decisive_cases(plan)
    with pytest.raises(AssertionError, match=r"-unstated-met .*got Outcome\.UNKNOWN"):
        cases.check(unknown_where_it_may_not_apply, without=cases.without)
    # Without these the fault is not seen: thresholds state every fact, and so do others.
    boundary_cases(plan).check(unknown_where_it_may_not_apply, without=boundary_cases(plan).without)
    assert met_anyway(fact_cases(plan)) == []
