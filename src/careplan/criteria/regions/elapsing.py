"""Some ways in which time has passed, or has not, each day bounded by itself."""

from collections.abc import Iterator
from datetime import date

import careplan.criteria.nodes as n
from careplan.criteria.elapsing import settled_on

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
