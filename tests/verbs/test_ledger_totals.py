"""The total of a ledger: its own dates, what is certainly there, and ranges where counts lack."""

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from slot_counts import COUNTS, LEDGER, NAMES, track

import careplan as cp
from careplan import writing as w
from careplan.base.messages import show
from careplan.display.ranges import Range
from careplan.verbs.tracking.totals import TotalProgress

Y2023, Y2024, Y2025, Y2026 = (date(year, 12, 31) for year in range(2023, 2027))
ASKED = date(2026, 1, 31)


def ledger_of(*owed: dict[date, int], totals: dict[date, int] | None = None) -> w.Ledger:
    """Make a ledger of localities A, B, ..., each with what it owes by which date."""
    clause = LEDGER.clause
    rows = tuple(
        w.LedgerRow(
            clause=clause,
            part=name,
            locality=name,
            milestones=tuple(w.Milestone(*one) for one in row.items()),
        )
        for name, row in zip("ABCDE", owed, strict=False)
    )
    printed = tuple(w.Milestone(*one) for one in (totals or {}).items())
    return attrs.evolve(LEDGER, rows=rows, totals=printed)


@pytest.mark.parametrize(
    ("owed", "totals", "expected"),
    [
        # Only the rows; only the total; a total later, earlier, and on a date of the rows.
        ([{Y2024: 10}, {Y2024: 5}], {}, [(Y2024, 15, True)]),
        ([{}, {}], {Y2025: 100}, [(Y2025, 100, False)]),
        ([{Y2024: 10}], {Y2025: 100}, [(Y2024, 10, True), (Y2025, 100, False)]),
        ([{Y2024: 10}], {Y2024: 10}, [(Y2024, 10, False)]),
        # Cumulative: once 100 are owed, what the rows add up to a year later is no less.
        ([{Y2024: 10}], {Y2023: 100}, [(Y2023, 100, False), (Y2024, 100, True)]),
        (
            [{Y2024: 60}, {Y2025: 60}],
            {Y2023: 100},
            [(Y2023, 100, False), (Y2024, 100, True), (Y2025, 120, True)],
        ),
        # What is printed stands, even below the rows: find_flaws says so.
        (
            [{Y2023: 10, Y2025: 12}],
            {Y2024: 9},
            [(Y2023, 10, True), (Y2024, 9, False), (Y2025, 12, True)],
        ),
        # Rows of other dates: 10, then 10 + 5, then 20 + 5.
        (
            [{Y2023: 10, Y2025: 20}, {Y2024: 5}],
            {},
            [(Y2023, 10, True), (Y2024, 15, True), (Y2025, 25, True)],
        ),
    ],
)
def test_what_all_localities_owe(
    owed: list[dict[date, int]], totals: dict[date, int], expected: list[tuple[date, int, bool]]
) -> None:
    ledger = ledger_of(*owed, totals=totals)
    assert ledger.milestones == tuple(w.Milestone(*one) for one in expected)
    assert ledger.dates() == tuple(due for due, _, _ in expected)
    assert [ledger.total(due) for due in ledger.dates()] == list(ledger.milestones)
    assert ledger.total(Y2026).slots == max(slots for _, slots, _ in expected)
    assert ledger.row_dates() == tuple(sorted({due for row in owed for due in row}))


def test_a_total_is_due_when_no_row_is() -> None:
    # 10 by the end of 2024, a total of 100 by the end of 2025, 12 counted that day: 100 - 12.
    ledger = ledger_of({Y2024: 10}, totals={Y2025: 100})
    total = cp.track_progress(ledger, [cp.SlotCount("A", Y2025, 12)], on=ASKED).total
    assert total.due == w.Milestone(Y2025, 100)
    assert total.outcome is cp.Outcome.NOT_MET


def total_of(ledger: w.Ledger, *counts: tuple[str, date, int]) -> TotalProgress:
    """Track counts against a ledger as of the end of January 2026."""
    reports = [cp.SlotCount(*count) for count in counts]
    return cp.track_progress(ledger, reports, on=ASKED).total


@pytest.mark.parametrize(
    ("counted", "low", "high", "reported", "outcome"),
    [
        # A row that owes nothing yet was counted ten years ago: nobody knows what is there now.
        (date(2016, 1, 31), 60, None, 1, cp.Outcome.UNKNOWN),
        # Older than the total's date by a day, though not than its own row's.
        (date(2025, 12, 30), 60, None, 1, cp.Outcome.UNKNOWN),
        (Y2025, 160, 160, 2, cp.Outcome.MET),
    ],
)
def test_a_count_is_stale_for_the_total_by_the_date_of_the_total(
    counted: date, low: int, high: int | None, reported: int, outcome: cp.Outcome
) -> None:
    for owed in ({Y2026: 50}, {Y2024: 50}, {}):
        ledger = ledger_of(owed, {Y2025: 100}, totals={Y2025: 150})
        total = total_of(ledger, ("A", counted, 100), ("B", Y2025, 60))
        assert (total.low, total.high, total.outcome) == (low, high, outcome)
        assert (total.reported, total.stale, total.localities) == (reported, 2 - reported, 2)


CITY: Any = {"totals": {Y2025: 100, Y2026: 130}}
MONTHS = 11  # from the end of January to the end of December 2026


@pytest.mark.parametrize(
    ("counts", "outcome", "short", "zh", "en"),
    [
        # 100 - 12 = 88 and 130 - 12 = 118 at most; nobody knows what the second one has.
        (
            [("A", Y2025, 12)],
            cp.Outcome.UNKNOWN,
            ((0, 88), (0, 118)),
            "应达100个，尚差不超过88个；2026年底目标130个，尚差不超过118个，每月需新增不超过11个。",
            "at most 88 slots short; 130 slots next, by end of 2026, at most 118 slots short",
        ),
        # Both are known: 100 - (12 + 60) = 28, 130 - 72 = 58.
        (
            [("A", Y2025, 12), ("B", Y2025, 60)],
            cp.Outcome.NOT_MET,
            ((28, 28), (58, 58)),
            "合计现有72个；2025年底应达100个，尚差28个；2026年底目标130个，尚差58个，每月约需新增6个",
            "Total: 72 slots; 100 slots due by end of 2025, 28 slots short; 130 slots next, by end",
        ),
        # Enough already, whatever the second one has; and enough for good.
        (
            [("A", Y2025, 100)],
            cp.Outcome.MET,
            ((0, 0), (0, 30)),
            "2025年底应达100个，已达到；2026年底目标130个，尚差不超过30个，",
            "reached; 130 slots next, by end of 2026, at most 30 slots short",
        ),
        (
            [("A", Y2025, 130)],
            cp.Outcome.MET,
            ((0, 0), (0, 0)),
            "2026年底目标130个，已达到。",
            "130 slots next, by end of 2026, reached.",
        ),
        # What is too old says nothing: all 100 may be short, and nobody knows how many are.
        (
            [("A", Y2024, 99)],
            cp.Outcome.UNKNOWN,
            ((0, 100), (0, 130)),
            "合计的统计均已过期；2025年底应达100个；2026年底目标130个。",
            "all counts are too old; 100 slots due by end of 2025; 130 slots next",
        ),
    ],
)
def test_what_a_total_is_short_of(
    counts: list[tuple[str, date, int]],
    outcome: cp.Outcome,
    short: tuple[tuple[int, int], tuple[int, int]],
    zh: str,
    en: str,
) -> None:
    total = total_of(ledger_of({Y2024: 10}, {}, **CITY), *counts)
    assert total.outcome is outcome
    due, coming = short
    assert (total.short_of_due, total.short_of_next) == (Range(*due), Range(*coming))
    pace = Range(*(Fraction(short, MONTHS) for short in coming))
    assert total.pace_per_month == pace
    assert zh in total.explain("zh")
    assert en in total.explain("en")
    [record] = total.records()
    for name, ends in (
        ("short_of_due", due),
        ("short_of_next", coming),
        ("pace_per_month", (pace.low, pace.high)),
    ):
        assert (record[f"{name}_low"], record[f"{name}_high"]) == ends
        assert record[name] is None  # the one figure of a locality
    assert ("short" in total.explain("en")) is (coming[1] > 0 and total.reported > 0)


def test_the_example_of_one_locality() -> None:
    # It owes 10 by the end of 2024; the total is printed as 100 by the end of 2025.
    total = total_of(ledger_of({Y2024: 10}, totals={Y2025: 100}), ("A", Y2025, 12))
    assert (total.outcome, total.short_of_due) == (cp.Outcome.NOT_MET, Range(88, 88))
    assert "88 slots short" in total.explain("en")


def test_a_total_without_dates_is_short_of_nothing() -> None:
    total = total_of(ledger_of({}), ("A", Y2025, 12))
    assert (total.outcome, total.short_of_due) == (cp.Outcome.NOT_APPLICABLE, None)
    assert (total.short_of_next, total.pace_per_month) == (None, None)
    [record] = total.records()
    assert record["short_of_due_low"] is record["short_of_due_high"] is None
    assert record["pace_per_month_low"] is record["pace_per_month_high"] is None


@given(
    COUNTS,
    st.dates(date(2023, 1, 1), date(2025, 12, 31)),
    st.lists(st.integers(0, 600), min_size=15, max_size=15),
)
def test_whatever_is_reported_next_the_shortfall_stays_in_its_range(
    counts: list[tuple[str, date, int]], on: date, more: list[int]
) -> None:
    """Counts of that day of all localities that gave none: the ends hold whatever they are."""
    past = [count for count in counts if count[1] <= on]
    before = track(on, *past)
    silent = {row.locality for row in before if row.count is None}
    added = [(name, on, slots) for name, slots in zip(NAMES, more, strict=True) if name in silent]
    after = track(on, *past, *added).total
    for first, then in (
        (before.total.short_of_due, after.short_of_due),
        (before.total.short_of_next, after.short_of_next),
        (before.total.pace_per_month, after.pace_per_month),
    ):
        if first is None or then is None:
            assert first is then
            continue
        assert first.high is not None
        assert then.high is not None
        assert first.low <= then.low <= then.high <= first.high


def test_nothing_due_makes_no_count_stale() -> None:
    total = total_of(ledger_of({Y2026: 50}), ("A", date(2016, 1, 31), 30))
    assert (total.due, total.low, total.reported, total.stale) == (None, 30, 1, 0)


def test_without_a_locality_nothing_is_known() -> None:
    # Nobody could report: that nothing is there was not said.
    total = total_of(ledger_of(totals={Y2025: 100}))
    assert (total.localities, total.low, total.high) == (0, 0, None)
    assert total.outcome is cp.Outcome.UNKNOWN


def test_rows_without_milestones_and_a_total() -> None:
    ledger = ledger_of({}, {}, totals={Y2025: 100})
    for second, outcome in ((60, cp.Outcome.NOT_MET), (88, cp.Outcome.MET)):
        counts = [cp.SlotCount("A", Y2025, 12), cp.SlotCount("B", Y2025, second)]
        found = cp.track_progress(ledger, counts, on=ASKED)
        assert found.total.outcome is outcome
        assert {row.outcome for row in found} == {cp.Outcome.NOT_APPLICABLE}
    assert cp.track_progress(ledger, [], on=ASKED).total.outcome is cp.Outcome.UNKNOWN


# --- the ledger as a whole -------------------------------------------------------------------

THREE = ledger_of({Y2025: 10}, {Y2025: 10}, {Y2026: 10}, totals={Y2025: 25})
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("counts", "rows", "total", "outcome"),
    [
        # C owes nothing yet; the total of 25 is due with A and B.
        ({"A": 10, "B": 10, "C": 5}, "MM-", MET, MET),
        ({"A": 9, "B": 10, "C": 9}, "NM-", MET, NOT_MET),
        ({"A": 10, "B": 10, "C": 4}, "MM-", NOT_MET, NOT_MET),
        ({"A": 10, "B": 10}, "MM-", UNKNOWN, UNKNOWN),
        ({"A": 20, "C": 5}, "M?-", MET, UNKNOWN),
        ({"A": 9, "C": 5}, "N?-", UNKNOWN, NOT_MET),
        ({}, "??-", UNKNOWN, UNKNOWN),
    ],
)
def test_the_outcome_of_a_ledger(
    counts: dict[str, int], rows: str, total: cp.Outcome, outcome: cp.Outcome
) -> None:
    reports = [cp.SlotCount(name, Y2025, slots) for name, slots in counts.items()]
    found = cp.track_progress(THREE, reports, on=ASKED)
    signs = {MET: "M", NOT_MET: "N", UNKNOWN: "?", cp.Outcome.NOT_APPLICABLE: "-"}
    assert "".join(signs[row.outcome] for row in found) == rows
    assert (found.total.outcome, found.outcome) == (total, outcome)
    assert [row.locality for row in found.behind] == [
        n for n, s in zip("ABC", rows, strict=True) if s == "N"
    ]
    assert [row.locality for row in found.unreported] == [n for n in "ABC" if n not in counts]


def test_before_anything_is_due_a_ledger_does_not_apply() -> None:
    found = cp.track_progress(THREE, [cp.SlotCount("A", Y2024, 1)], on=Y2024)
    assert (found.outcome, found.behind) == (cp.Outcome.NOT_APPLICABLE, ())
    assert [row.locality for row in found.unreported] == ["B", "C"]


def test_the_first_line_says_how_many_are_behind_and_how_many_are_silent() -> None:
    # A has 9 of 10; the count of B is older than the date; C gave none.
    reports = [cp.SlotCount("A", Y2025, 9), cp.SlotCount("B", Y2024, 50)]
    found = cp.track_progress(THREE, reports, on=ASKED)
    assert [row.stale for row in found] == [False, True, False]
    zh, en = (found.explain(language).splitlines()[0] for language in ("zh", "en"))
    # Nothing is due of C yet: that it gave none is no breach.
    on = show(ASKED, "zh")
    assert zh.startswith(f"未达标：截至{on}，3个地方中1个未达标、1个统计过期、1个未到期；")
    assert en.startswith("Not met: As of ")
    assert "of 3 places: 1 not met, 1 with a count too old, 1 not yet due; Total: " in en


def test_between_two_dates_what_was_owed_by_the_first_of_them_is_owed() -> None:
    """Printed 9 for the end of 2024, though the row owed 10 by 2023: the text stands until 2025."""
    mixed = ledger_of(
        {date(2023, 12, 31): 10, date(2025, 12, 31): 12}, totals={date(2024, 12, 31): 9}
    )
    assert mixed.total(date(2025, 1, 1)).slots == 9
    assert mixed.total(date(2023, 12, 31)).slots == 10
    assert mixed.total(date(2020, 1, 1)) == w.Milestone(date(2020, 1, 1), 0, derived=True)
    progress = cp.track_progress(mixed, [], on=date(2025, 1, 1))
    assert progress.total.due == w.Milestone(date(2024, 12, 31), 9)
