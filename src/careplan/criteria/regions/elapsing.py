"""Some ways in which time has passed, or has not, each day bounded by itself."""

from collections.abc import Iterator
from datetime import date

import careplan.criteria.nodes as n

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
                yield n.Compare(node.noun, node.start, n.Op.GE, start)
        else:
            ops = (n.Op.LE, n.Op.GE) if positive else (n.Op.GE, n.Op.LT)
            first = n.Compare(node.noun, node.start, ops[0], start)
            yield n.AllOf((first, n.Compare(node.noun, node.end, ops[1], done)))


def settled_on(node: n.Elapsed, on: date) -> n.Criterion:
    """Return what is asked of the start where time is to pass up to the day asked."""
    if isinstance(node.start, date):
        return n.TRUE if node.period.passed(node.start, on) else n.FALSE
    latest = node.period.latest_start(on)
    return n.FALSE if latest is None else n.Compare(node.noun, node.start, n.Op.LE, latest)
