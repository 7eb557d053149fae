"""Counts of a ledger by day and place, against sorting them and keeping the newest in a dict."""

from datetime import date
from typing import Any

import attrs
import pytest
from counting import MOST, calls
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import writing as w
from careplan.documents.scales.sums import Ends
from careplan.verbs.tracking.counting import counted
from careplan.verbs.tracking.newest import newest_by

TITLE = cp.Text(zh="台账", en="ledger")
CLAUSE = w.Clause("1", "一", w.Modality.MUST, TITLE)
DAYS = tuple(date(2024, 6, day) for day in (1, 2, 3, 4))
NAMES = ("甲镇", "乙镇", "丙镇")


def ledger_of(*names: str, columns: tuple[str, ...] = ("slots", "places")) -> w.Ledger:
    """Make a ledger of some localities and columns."""
    return w.Ledger(
        clause=CLAUSE,
        key="k",
        title=TITLE,
        precision=w.Precision.DAY,
        columns=tuple(w.Column(key=key, label=TITLE) for key in columns),
        rows=tuple(
            w.LedgerRow(
                clause=CLAUSE, part=name, locality=name, milestones=(w.Milestone(DAYS[2], 10),)
            )
            for name in names
        ),
    )


LEDGER = ledger_of(*NAMES)


@attrs.frozen
class OwnCount(cp.SlotCount):
    """A caller's own sort of count, of another column."""

    @property
    def of(self) -> str:
        """Of places."""
        return "places"


def made(name: str, day: date, number: int, sort: int) -> Any:
    """Make a count of one of four sorts; the last two are of the same column."""
    if sort < 2:
        return (cp.SlotCount, OwnCount)[sort](name, day, number)
    return cp.LedgerCount(name, day, ("slots", "places")[sort - 2], number)


COUNTS = st.lists(
    st.builds(
        made,
        st.sampled_from(NAMES),
        st.sampled_from(DAYS),
        st.integers(0, 2),
        st.one_of(st.just(0), st.integers(0, 3)),
    ),
    max_size=12,
)


@given(COUNTS, st.sampled_from(DAYS), st.sampled_from(("refuse", "ignore")))
def test_counts_are_as_if_sorted_and_the_newest_as_if_kept_one_by_one(
    counts: list[Any], on: date, later: str
) -> None:
    figures: dict[Any, set[int]] = {}
    for one in counts:
        figures.setdefault((one.locality, one.of, one.on), set()).add(one.number)
    late = later == "refuse" and any(one.on > on for one in counts)
    if late or any(len(numbers) > 1 for numbers in figures.values()):
        with pytest.raises(cp.InvalidInput) as caught:
            counted(tuple(counts), LEDGER, on, later)
        assert {one.code for one in caught.value.problems} <= {"after_on", "two_figures"}
        return
    found = counted(tuple(counts), LEDGER, on, later)
    kept = sorted((one for one in counts if one.on <= on), key=lambda one: one.on)
    assert [id(one) for one in found.counts] == [id(one) for one in kept]
    newest: dict[str, dict[str, Any]] = {}
    for one in kept:
        newest.setdefault(one.of, {})[one.locality] = one
    assert {of: by for of, by in found.newest.items() if by} == newest
    earlier = {of: by for of, by in newest_by(found.counts, DAYS[0]).items() if by}
    assert all(one.on == DAYS[0] for by in earlier.values() for one in by.values())


@pytest.mark.parametrize(
    ("counts", "problems"),
    [
        # A locality that the ledger does not have, on the day asked or after it.
        ([("丁镇", DAYS[0], 1, 0)], [("reports[0].locality", "not_found")]),
        ([("丁镇", DAYS[3], 1, 0)], [("reports[0].locality", "not_found")]),
        # Two figures of one day, in the order they stand, beside a stranger: all at once.
        (
            [("甲镇", DAYS[0], 1, 0), ("丁镇", DAYS[1], 1, 2), ("甲镇", DAYS[0], 2, 2)],
            [("reports[1].locality", "not_found"), ("reports[2]", "two_figures")],
        ),
        # A column that a ledger of one does not have.
        ([("甲镇", DAYS[0], 1, 3)], [("reports[0].of", "not_found")]),
    ],
)
def test_all_that_is_wrong_is_said_at_once(counts: Any, problems: Any) -> None:
    listed = tuple(made(*one) for one in counts)
    with pytest.raises(cp.InvalidInput) as caught:
        counted(listed, ledger_of(*NAMES, columns=("slots",)), DAYS[2], "ignore")
    assert [(one.path, one.code) for one in caught.value.problems] == problems


def many(localities: int, days: int) -> tuple[w.Ledger, list[cp.SlotCount]]:
    """Make a ledger, and as many counts of each of its localities."""
    names = [f"第{n}镇" for n in range(localities)]
    dates = [date.fromordinal(DAYS[0].toordinal() - n) for n in range(days)]
    return ledger_of(*names), [cp.SlotCount(name, day, 5) for day in dates for name in names]


def test_twice_the_localities_or_days_cost_twice_the_calls() -> None:
    def cost(localities: int, days: int) -> int:
        ledger, counts = many(localities, days)
        return calls(lambda: cp.track_progress(ledger, counts, on=DAYS[0]))

    once = cost(100, 10)
    assert max(cost(200, 10), cost(100, 20)) <= MOST * once


def test_a_count_costs_no_call_but_that_it_is_put_with_its_day() -> None:
    """A bare loop looks each up in a dict, one call; each locality costs some calls more."""
    ledger, counts = many(50, 40)
    fewer = counts[: len(counts) // 2]
    whole, half = (
        calls(lambda listed=listed: cp.track_progress(ledger, listed, on=DAYS[0]))  # type: ignore[misc]
        for listed in (counts, fewer)
    )
    # 1000 counts more, of 20 days more: a call for each count, and some for each day.
    assert whole - half <= 1000 + 20 * 10


def test_more_reports_than_the_largest_task_has_are_taken() -> None:
    """40,000 localities with 20 counts each are 800,000 reports, and fit; here one, many times."""
    ledger, [one] = many(1, 1)
    assert cp.track_progress(ledger, [one] * 800_000, on=DAYS[0]).rows[0].reached == 5
    with pytest.raises(cp.InvalidInput, match="1,000,000"):
        cp.track_progress(ledger, [one] * 1_000_001, on=DAYS[0])


ENDS = st.builds(Ends, *[st.integers(0, 9)] * 7)


@given(ENDS, ENDS)
def test_what_is_added_is_taken_away_again(one: Ends, other: Ends) -> None:
    both = one.plus(other)
    assert attrs.astuple(both) == tuple(
        a + b for a, b in zip(attrs.astuple(one), attrs.astuple(other), strict=True)
    )
    assert both.minus(other) == one
