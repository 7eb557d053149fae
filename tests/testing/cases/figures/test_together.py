"""What the cases of figures cost, and that those of any plan are right and told apart."""

from datetime import date
from typing import Any

import pytest
from counting import MOST, calls
from hypothesis import HealthCheck, given, settings
from testing.cases.small_plans import CLAUSE, by_library, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing import boundary_cases
from careplan.testing.drawing import plans

TITLE = cp.Text(zh="甲", en="A")


def ledger(size: int) -> Any:
    """Make a ledger of so many rows, all of one clause."""
    rows = tuple(
        w.LedgerRow(
            clause=CLAUSE, locality=f"{n}镇", milestones=(w.Milestone(date(2024, 12, 31), n + 1),)
        )
        for n in range(size)
    )
    one = w.Ledger(
        clause=CLAUSE, part="all", key="k", title=TITLE, rows=rows, precision=w.Precision.DAY
    )
    return {"ledgers": [one]}


def targets(size: int) -> Any:
    """Make so many targets."""
    due = date(2024, 12, 31)
    return {
        "targets": [
            w.Target(
                clause=CLAUSE,
                part=f"t{n}",
                key=f"t{n}",
                title=TITLE,
                measure=w.Measure.PERCENT,
                milestones=(w.Milestone(due, 50),),
            )
            for n in range(size)
        ]
    }


@pytest.mark.parametrize("make", [ledger, targets])
def test_twice_as_many_figures_cost_twice_as_much(make: Any) -> None:
    def cost(size: int) -> int:
        plan = small_plan(**make(size))
        return calls(lambda: boundary_cases(plan))

    cost(8)  # what is done once is done
    assert cost(64) < MOST * cost(32)


# Marks are listed for each item beside all others: n items are n * n marks.
@pytest.mark.parametrize("marking", list(w.Marking))
def test_twice_as_many_items_cost_four_times_as_much(marking: w.Marking) -> None:
    def cost(size: int) -> int:
        items = tuple(
            w.SheetItem(clause=CLAUSE, part=f"i{n}", key=f"i{n}", label=TITLE, max_points=10)
            for n in range(size)
        )
        sheet = w.Scorecard(
            clause=CLAUSE,
            key="s",
            title=TITLE,
            items=items,
            pass_mark=5 * size,
            marking=marking,
        )
        plan = small_plan(scorecards=[sheet])
        return calls(lambda: boundary_cases(plan))

    cost(4)
    assert cost(32) < 4 * MOST * cost(16)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
@given(plan=plans())
def test_the_figures_of_any_plan_are_right(plan: cp.Plan) -> None:
    figures = [*plan.ledgers, *plan.targets, *plan.scorecards]
    if figures:
        found = boundary_cases(plan, only=figures)
        found.check(by_library(plan), without=found.without)
        assert len({case.id for case in found}) == len(found)
