"""The smallest ways to make a sum come out as asked: what is pulled of its terms, together.

A term changes with its amounts, with what makes an item count or not, and with items that are
added. What one of them cannot do alone several do.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.criteria.evidence import is_changeable
from careplan.criteria.signs import Op
from careplan.fields.paths import Path

Way = frozenset[Path]
# Unions of levers that are tried for one sum, and items that are added by one lever.
MOST_UNIONS = 300
MOST_NEW = 20
_UP, _BOTH = {Op.GE, Op.GT}, {Op.EQ, Op.NE}


@attrs.define
class SumWays:
    """Looks for ways. `helps` says whether a way leaves it open that the sum comes out so.

    `stated`, `can_change` and `can_add` are about a path, `ways` about a criterion at one.
    """

    helps: Callable[[Way], bool]
    stated: Callable[[Path], Any]
    can_change: Callable[[Path], bool]
    can_add: Callable[[Path], bool]
    ways: Callable[..., list[Way]]
    cut: bool = False

    def found(self, node: n.Linear, at: Path, *, positive: bool) -> list[Way]:
        """Return the smallest unions of levers that help; `cut` says that not all were tried."""
        if self.helps(frozenset()):
            return [frozenset()]
        op = node.op if positive else ~node.op
        levers = [one for one in dict.fromkeys(self._levers(node, at, op)) if one]
        unions = (
            frozenset().union(*several)
            for size in range(1, len(levers) + 1)
            for several in combinations(levers, size)
        )
        helping: list[Way] = []
        for way in islice(unions, MOST_UNIONS):
            if not any(smaller <= way for smaller in helping) and self.helps(way):
                helping.append(way)
        self.cut = next(unions, None) is not None
        return helping

    def _levers(self, node: n.Linear, at: Path, op: Op) -> Iterator[Way]:
        for factor, term in node.terms:
            turns = (True, False) if op in _BOTH else ((factor > 0) == (op in _UP),)
            if not term.over:
                yield from self._at(term, at, turns)
                continue
            path = at + term.over
            items: Sequence[object] | None = self.stated(path)
            if items is None:  # it is asked for, and nothing to change
                continue
            for place in range(len(items)):
                yield from self._at(term, (*path, place), turns)
            if True in turns and self.can_add(path):
                yield from self._new(path, len(items))

    def _at(self, term: n.Term, place: Path, turns: tuple[bool, ...]) -> Iterator[Way]:
        """Yield what changes a term at an item: whether it counts, and how much it is."""
        if term.where != n.TRUE and is_changeable(term.where):
            for counts in turns:
                yield from self.ways(term.where, place, positive=counts)
        amount = place + term.amount
        if term.amount and self.stated(amount) is not None and self.can_change(amount):
            for way in self.ways(term.where, place, positive=True):
                yield way | {amount}

    def _new(self, path: Path, start: int) -> Iterator[Way]:
        """Yield one new item, and as many as are needed if nothing else changes."""
        first = _added(path, start, 1)
        yield first
        for number in range(1, MOST_NEW + 1):
            if self.helps(way := _added(path, start, number)):
                yield way
                return


def _added(path: Path, start: int, number: int) -> Way:
    return frozenset((*path, start + place) for place in range(number))
