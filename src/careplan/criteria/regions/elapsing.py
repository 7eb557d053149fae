"""Whether time can have passed where each day is bounded by itself, and ways in which it has."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import careplan.criteria.nodes as n
from careplan.criteria.elapsing import settled_on
from careplan.criteria.regions.spans import Spans
from careplan.criteria.signs import Op
from careplan.fields.paths import Path, dotted

# Days from which a period is tried: neither all, nor wrong.
_TRIED = tuple(date(year, 1, 1) for year in (2020, 2010, 2030, 2000, 1950, 1, 9000))


def ways_to_pass(node: n.Elapsed, *, positive: bool) -> Iterator[n.Criterion]:
    """Yield criteria each of which is enough for time to have passed, or not to have.

    The day asked is the calendar's last for all: on one day all that is said of it is so or not.
    """
    if node.end is None:
        yield settled_on(node, date.max) if positive else n.Not(settled_on(node, date.max))
        return
    assert not isinstance(node.start, date)  # noqa: S101 - only where the day asked ends it
    for start in _TRIED:
        done = node.period.complete(start)
        if done is None:  # from then on it is never complete
            if not positive:
                yield n.Compare(node.noun, node.start, Op.GE, start)
        else:
            ops = (Op.LE, Op.GE) if positive else (Op.GE, Op.LT)
            first = n.Compare(node.noun, node.start, ops[0], start)
            yield n.AllOf((first, n.Compare(node.noun, node.end, ops[1], done)))


def can_pass(several: Iterable[tuple[n.Several, bool]], values: Mapping[str, Any]) -> bool:
    """Say whether the periods among several that are to be complete (or not) can be.

    Never wrongly no. Each day has the bounds in `values`; of two periods between the same days
    a shorter one is complete where the longer one is.
    """
    periods = [(node, so) for node, so in several if isinstance(node, n.Elapsed)]
    if not all(_can_be(node, values, positive=so) for node, so in periods):
        return False
    complete = [node for node, so in periods if so]
    open_ones = [node for node, so in periods if not so]
    return not any(_implies(*pair) for pair in product(complete, open_ones))


def _can_be(node: n.Elapsed, values: Mapping[str, Any], *, positive: bool) -> bool:
    first, last = _bounds(node.start, values), _bounds(node.end, values)
    done = node.period.complete(first[0] if positive else first[1])
    if positive:
        return done is not None and done <= last[1]
    return done is None or done > last[0]


def _implies(longer: n.Elapsed, other: n.Elapsed) -> bool:
    """Say whether a period is complete wherever another between the same days is."""
    if (longer.start, longer.end) != (other.start, other.end):
        return False
    mine, its = longer.period, other.period
    alike = (mine.both_days, mine.missing_day) == (its.both_days, its.missing_day)
    return alike and its.months <= mine.months and its.days <= mine.days


def _bounds(day: date | Path | None, values: Mapping[str, Any]) -> tuple[date, date]:
    """Return the first and the last day that a day may be."""
    if isinstance(day, date):
        return day, day
    known = values.get(dotted(day)) if day is not None else None
    if not isinstance(known, Spans) or not known.parts:
        return date.min, date.max
    low, high = known.parts[0].low, known.parts[-1].high
    assert isinstance(low, Fraction)  # noqa: S101 - of a day both ends are in the calendar
    assert isinstance(high, Fraction)  # noqa: S101 - as above
    # A day fills the numbers up to the next.
    return date.fromordinal(int(low)), date.fromordinal(int(high) - 1)
