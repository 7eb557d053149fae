"""The day on which cases are asked, and criteria as they are on one day."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import careplan.criteria.elapsing as e
import careplan.criteria.nodes as n
from careplan.criteria.steps import counts_to_day

_C = TypeVar("_C")
# The day asked in cases; any day would do.
DAY = date(2025, 6, 30)


def on_day(criterion: _C, on: date) -> _C:
    """Return a criterion as it is on a day: the same object where no time is counted up to it.

    >>> from careplan.criteria.proxies import elapsed, facts
    >>> from careplan.nouns.counts import SlotCount
    >>> on_day(elapsed(facts(SlotCount).on, months=6), date(2018, 5, 15))
    SlotCount.on <= datetime.date(2017, 11, 15)
    """
    if not isinstance(criterion, n.Criterion) or not counts_to_day(criterion):
        return criterion
    return e.on_day(criterion, on)  # type: ignore[return-value]  # a criterion for a criterion


def asks_day(criteria: Iterable[n.Criterion]) -> bool:
    """Say whether time is counted up to the day asked."""
    return any(map(counts_to_day, criteria))
