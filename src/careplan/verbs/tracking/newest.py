"""Counts of a ledger over time: the newest of each place by a day, and what has fallen."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from careplan.nouns.counts import LedgerCount, SlotCount

Count = SlotCount | LedgerCount
Place = tuple[str, str]  # a locality and a column
MOST_SUMS = 7  # of earlier days, in a chart


def place_of(count: Count) -> Place:
    """Return what a count is of."""
    return count.locality, count.of


def newest_by(counts: Iterable[Count], day: date) -> dict[Place, Count]:
    """Return the newest count of each place by a day, of counts that stand in order."""
    return {place_of(one): one for one in counts if one.on <= day}


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
