"""Cases of a ledger by hand: a row, a column, increments, and all localities together."""

from datetime import date
from typing import Any

import pytest
from testing.cases.small_plans import CLAUSE, by_library, small_plan

import careplan as cp
from careplan import writing as w
from careplan.criteria.signs import Op
from careplan.testing import BoundaryCase, Place, boundary_cases, decisive_cases

DAWA = cp.get_plan("dawa_2023")
FIRST, SECOND = date(2024, 12, 31), date(2025, 12, 31)
TITLE = cp.Text(zh="台账", en="ledger")
COLUMNS = (
    w.Column(key="slots", label=cp.Text(zh="托位", en="slots")),
    w.Column(key="staff", label=cp.Text(zh="人员", en="staff")),
)


def row(locality: str, *milestones: w.Milestone, **more: Any) -> w.LedgerRow:
    """Make a row of the clause that all share."""
    return w.LedgerRow(clause=CLAUSE, locality=locality, milestones=milestones, **more)


def plan_of(*rows: w.LedgerRow, **more: Any) -> cp.Plan:
    """Make a plan of one ledger."""
    ledger = w.Ledger(
        clause=CLAUSE,
        part="all",
        key="slots",
        title=TITLE,
        rows=rows,
        precision=w.Precision.DAY,
        **more,
    )
    return small_plan(ledgers=[ledger])


def told(case: BoundaryCase) -> tuple[str, object, str, str]:
    """Say where a figure stands, what it is, the day asked, and what is expected."""
    return (case.place.value, case.value, str(case.on), case.expected.name)


# 附件2: 大洼街道 owes 80 by the end of 2023 and 241 by the end of 2024.
def test_a_row_by_hand() -> None:
    cases = [case for case in boundary_cases(DAWA, only="大洼街道") if "2024" in case.id]
    assert list(map(told, cases)) == [
        ("below", 240, "2024-12-31", "NOT_MET"),
        ("at", 241, "2024-12-31", "MET"),
        ("above", 242, "2024-12-31", "MET"),
        ("unstated", None, "2024-12-31", "UNKNOWN"),
        ("stale", 241, "2024-12-31", "UNKNOWN"),
        # The day before only 80 are due: 240 are enough.
        ("before", 240, "2024-12-30", "MET"),
        ("after", 240, "2025-01-01", "NOT_MET"),
    ]
    stale = cases[4]
    assert stale.subject == (cp.SlotCount("大洼街道", date(2024, 12, 30), 241),)
    assert cases[3].subject == ()
    assert all(case.path == "slots" and case.clause.number in case.id for case in cases)


# 附件2: all together 1892 by the end of 2025, of which fourteen places bring 126 each here.
def test_all_localities_together_by_hand() -> None:
    ledger = DAWA.ledgers["slots"]
    cases = [
        case
        for case in boundary_cases(DAWA, only=ledger.id)
        if case.cited is ledger and "2025" in case.id
    ]
    share = 1892 // 15
    last = 1892 - 14 * share
    assert share == 126
    # A day before, 1276 are due: what the rows come to, as the total of 2024 is not printed.
    assert list(map(told, cases)) == [
        ("below", 1891 - 14 * share, "2025-12-31", "NOT_MET"),
        ("at", last, "2025-12-31", "MET"),
        ("above", last + 1, "2025-12-31", "MET"),
        ("unstated", None, "2025-12-31", "UNKNOWN"),
        ("stale", last, "2025-12-31", "UNKNOWN"),
        ("before", 1891 - 14 * share, "2025-12-30", "MET"),
        ("after", 1891 - 14 * share, "2026-01-01", "NOT_MET"),
    ]
    assert sum(count.slots for count in cases[1].subject) == 1892
    assert len(cases[3].subject) == 14
    assert {str(count.on) for count in cases[4].subject} == {"2025-12-31", "2025-12-30"}


def test_each_column_has_its_own_cases() -> None:
    figures = (w.Milestone(FIRST, 5), w.Milestone(FIRST, 2, of="staff"))
    plan = plan_of(row("甲镇", *figures), columns=COLUMNS)
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    at = [case for case in cases if case.place is Place.AT]
    # One locality: the row and the total turn at the same counts.
    assert [(case.path, case.value) for case in at] == [
        ("slots", 5), ("staff", 2), ("slots", 5), ("staff", 2),
    ]  # fmt: skip
    assert at[1].subject == (cp.LedgerCount("甲镇", FIRST, "staff", 2),)


# 20 a year on top of 100 that there were: 120, then 140.
def test_increments_are_held_to_what_they_come_to() -> None:
    figures = (w.Milestone(FIRST, 20), w.Milestone(SECOND, 20))
    plan = plan_of(row("甲镇", *figures, base={"slots": 100}), increments=True)
    cases = boundary_cases(plan, only="甲镇")
    cases.check(by_library(plan))
    assert [case.value for case in cases if case.place is Place.AT] == [120, 140]


# A figure that is only striven for decides nothing once another binds.
def test_a_weaker_figure_is_tried_and_does_not_decide() -> None:
    figures = (
        w.Milestone(FIRST, 40),
        w.Milestone(FIRST, 50, strength=w.Strength.STRIVEN_FOR),
    )
    plan = plan_of(row("甲镇", *figures))
    cases = boundary_cases(plan, only="甲镇")
    cases.check(by_library(plan))
    found = [told(case)[1::2] for case in cases if case.leaf == figures[1]]
    assert found[:3] == [(49, "MET"), (50, "MET"), (51, "MET")]


@pytest.mark.parametrize("op", [Op.GT, Op.LE, Op.LT, Op.EQ])
def test_other_bounds_have_the_same_places(op: Op) -> None:
    plan = plan_of(row("甲镇", w.Milestone(FIRST, 5, op=op)), row("乙镇", w.Milestone(FIRST, 1)))
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    # 5 is 不满 5 read wrongly, and 超过 5 as well.
    at = next(case for case in cases if case.place is Place.AT)
    assert at.expected is (cp.Outcome.MET if op in {Op.LE, Op.EQ} else cp.Outcome.NOT_MET)


def test_rows_of_one_clause_are_told_apart_and_what_owes_nothing_is_listed() -> None:
    plan = plan_of(
        row("甲镇", w.Milestone(FIRST, 5)), row("乙镇", w.Milestone(FIRST, 5)), row("丙镇")
    )
    cases = boundary_cases(plan)
    assert "1.a-row2-slots-2024-12-31-at" in [case.id for case in cases]
    assert cases.without == ("1.a: 丙镇",)
    assert boundary_cases(plan, only="丙镇").without == ("1.a",)
    empty = plan_of()
    assert boundary_cases(empty).without == ("1.a/all",)


# The calendar begins on 1 January of year 1: nothing can be reported before it.
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_have_what_cases_there_can_be(day: date) -> None:
    plan = plan_of(row("甲镇", w.Milestone(day, 5)))
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    assert len(cases) >= 2 * 4


def test_a_ledger_has_the_same_cases_among_the_decisive_ones() -> None:
    found = [case for case in boundary_cases(DAWA) if case.whole is not None]
    decisive = [case for case in decisive_cases(DAWA) if case.whole is not None]
    assert [case for case in decisive if case.place is not Place.NEWEST] == found
    # Beside these an older count stands before the newest and behind it: of 15 rows, and of the
    # 11 targets of 16 that are not in words.
    assert len(decisive) - len(found) == 2 * (15 + 11)
    # Fifteen rows and the total, three years, seven cases each.
    ledger = [case for case in found if isinstance(case.whole, w.Ledger)]
    assert len(ledger) == (15 + 1) * 3 * 7
