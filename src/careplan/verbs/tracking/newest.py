"""Counts of a ledger over time: the newest of each place by a day, and what has fallen."""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from careplan.nouns.counts import LedgerCount, SlotCount

Count = SlotCount | LedgerCount
Place = tuple[str, str]  # a locality and a column
Newest = dict[str, dict[str, Count]]  # by column and locality
MOST_SUMS = 7  # of earlier days, in a chart


def place_of(count: Count) -> Place:
    """Return what a count is of."""
    return count.locality, count.of


def by_column(counts: Iterable[Count]) -> dict[str, list[Count]]:
    """Return counts by the column that they are of."""
    found: dict[str, list[Count]] = {}
    for one in counts:
        found.setdefault(one.of, []).append(one)
    return found


def newest_by(counts: Sequence[Count], day: date) -> Newest:
    """Return the newest count of each place by a day, of counts that stand in order."""
    return newest_among(counts[: bisect_right(counts, day, key=attrgetter("on"))])


def newest_among(counts: Iterable[Count]) -> Newest:
    """Return the newest count of each place, of counts that stand in order."""
    each = by_column(counts).items()
    return {of: {one.locality: one for one in several} for of, several in each}


def fallen(counts: Iterable[Count]) -> Mapping[Place, int]:
    """Return how many fewer each place has than it had before, of counts that stand in order."""
    last, found = dict[Place, Count](), dict[Place, int]()
    for one in counts:
        place = place_of(one)
        before = last.get(place)
        if before is None or before.on < one.on:
            found[place] = 0 if before is None else before.number - one.number
        last[place] = one
    return {place: fall for place, fall in found.items() if fall > 0}


def month_ends(counts: Iterable[Count], on: date) -> tuple[date, ...]:
    """Return the ends of the months before a day in which somebody counted, the latest ones."""
    months = {(one.on.year, one.on.month) for one in counts}
    ends = (date(year, month, monthrange(year, month)[1]) for year, month in months)
    return tuple(sorted(end for end in ends if end < on))[-MOST_SUMS:]
