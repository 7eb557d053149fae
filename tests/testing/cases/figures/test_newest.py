"""The newest figure beside an older one: what is expected follows from the newest alone."""

from datetime import date
from typing import Any

from testing.cases.small_plans import CLAUSE, by_library, small_plan

import careplan as cp
from careplan import writing as w
from careplan.criteria.signs import Op
from careplan.testing import Place, boundary_cases, decisive_cases

TITLE = cp.Text(zh="目标", en="target")
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN


def told(*milestones: w.Milestone, measure: w.Measure = w.Measure.COUNT) -> list[Any]:
    """Return the days and figures of each case about a target, and what is expected."""
    target = w.Target(
        clause=CLAUSE, part="t", key="t", title=TITLE, measure=measure, milestones=milestones
    )
    plan = small_plan(targets=[target])
    cases = decisive_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    assert not [case for case in boundary_cases(plan) if case.place is Place.NEWEST]
    return [
        ([(one.on, one.value) for one in case.subject], case.value, case.expected)
        for case in cases
        if case.place is Place.NEWEST
    ]


DUE, NEXT = date(2025, 12, 31), date(2026, 1, 1)


def test_two_orders_of_what_is_due_last() -> None:
    earlier = w.Milestone(due=date(2024, 12, 31), value=5)
    assert told(earlier, w.Milestone(due=DUE, value=10)) == [
        ([(DUE, 10), (NEXT, 9)], 9, NOT_MET),
        ([(NEXT, 10), (DUE, 9)], 10, MET),
    ]


# At most 10: it is 11 that does not do.
def test_a_figure_that_may_be_too_large() -> None:
    assert told(w.Milestone(due=DUE, value=10, op=Op.LE)) == [
        ([(DUE, 9), (NEXT, 11)], 11, NOT_MET),
        ([(NEXT, 9), (DUE, 11)], 9, MET),
    ]


# Without a date what is not reached yet is not known, however old the figure is.
def test_what_has_no_date() -> None:
    assert [expected for _, _, expected in told(w.Milestone(due=None, value=10))] == [UNKNOWN, MET]


def test_nothing_to_tell_two_figures_apart() -> None:
    # No count is below 0, a goal in words has no figure, and no day comes after the last one.
    assert told(w.Milestone(due=DUE, value=0)) == []
    assert told(w.Milestone(due=date.max, value=10)) == []
