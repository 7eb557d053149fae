"""What one comparison allows a fact: numbers as intervals, flags and choices as their members."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

import careplan.fields.kinds as k
from careplan.base.exact import ratio
from careplan.base.frozenmap import frozen
from careplan.criteria.nodes import Among, Compare, Has, Leaf
from careplan.criteria.regions.spans import INFINITY, Span, Spans
from careplan.criteria.signs import Op
from careplan.fields.paths import kind_at, parse_path


@frozen
class AnyTextBut:
    """All texts but some: what a text may be that is asked to be none of them."""

    named: frozenset[str]

    def __and__(self, other: Any) -> Any:
        if isinstance(other, AnyTextBut):
            return AnyTextBut(self.named | other.named)
        return other - self.named if isinstance(other, frozenset) else NotImplemented

    __rand__ = __and__

    def __contains__(self, text: object) -> bool:
        return text not in self.named


# Of flags, choices and texts the values themselves.
Values = Spans | frozenset[Any] | AnyTextBut


def values_of(leaf: Leaf, *, positive: bool) -> Values | None:
    """Return what a comparison (or its denial) leaves of its fact; None where that is no few.

    Sets are not bounded: only the denial of the same comparison excludes it.
    """
    kind = kind_at(leaf.noun, leaf.path)
    if isinstance(leaf, Compare):
        return _compared(kind, leaf.op, leaf.value, positive=positive)
    return _left(kind, _listed(leaf, kind), positive=positive)


# The same few comparisons are asked of one item after another. No more than these are kept:
# numbers can be found that all have one hash, and each of them is met by all others.
@lru_cache(maxsize=256)
def _compared(kind: k.Kind, op: Op, value: Any, *, positive: bool) -> Values | None:
    return _left(kind, _values(kind, op, value), positive=positive)


def _left(kind: k.Kind, values: Values | None, *, positive: bool) -> Values | None:
    """Return values, or all others that a fact of a kind may have."""
    if isinstance(values, Spans):
        return (values if positive else ~values) & natural(kind)
    if values is None or positive:
        return values
    if isinstance(kind, k.TextKind):
        return values.named if isinstance(values, AnyTextBut) else AnyTextBut(values)
    assert isinstance(values, frozenset)  # noqa: S101 - of a flag or a choice
    return frozenset(k.members(kind)) - values


def kind_of(noun: Any, fact: str) -> k.Kind:
    """Return the kind of a fact that is bounded by numbers, by its name."""
    if fact.endswith("]"):  # an entry of a table
        return k.CountKind()
    return kind_at(noun, parse_path(noun, fact.replace("[*]", "[0]")))


@lru_cache(maxsize=64)
def natural(kind: k.Kind) -> Spans:
    """Return the numbers a fact of this kind may have at all."""
    if isinstance(kind, k.NumberKind | k.CountKind):
        return Spans.of([Span(ratio(kind.minimum), INFINITY)])
    return interval(Op.GE, date.min, whole=True) & interval(Op.LE, date.max, whole=True)


def union(sets: Iterable[Spans]) -> Spans:
    """Join sets of numbers, all at once."""
    found = list(sets)
    if len(found) == 1:
        return found[0]
    return Spans.of(part for one in found for part in one.parts)


def any_of(several: Iterable[Values]) -> Values:
    """Join what several alternatives allow one fact: all of them numbers, or none."""
    found = list(several)
    numbers = [one for one in found if isinstance(one, Spans)]
    if numbers:
        return union(numbers)
    listed = frozenset().union(*(one for one in found if isinstance(one, frozenset)))
    but = [one.named for one in found if isinstance(one, AnyTextBut)]
    return AnyTextBut(but[0].intersection(*but[1:]) - listed) if but else listed


def _values(kind: k.Kind, op: Op, value: Any) -> Values:
    match kind:
        case k.NumberKind() | k.CountKind() | k.DayKind():
            return interval(op, value, whole=not isinstance(kind, k.NumberKind))
        case k.FlagKind() | k.ChoiceKind():
            return frozenset(m for m in k.members(kind) if op.holds(m, value))
        case _:  # a text: nothing else is compared
            alone: frozenset[Any] = frozenset({value})
            return alone if op is Op.EQ else AnyTextBut(alone)


def _listed(leaf: Among | Has, kind: k.Kind) -> Values | None:
    match leaf, kind:
        case Among(values=values), k.NumberKind() | k.CountKind() | k.DayKind():
            whole = not isinstance(kind, k.NumberKind)
            return union(interval(Op.EQ, value, whole=whole) for value in values)
        case Among(values=values), k.FlagKind() | k.ChoiceKind() | k.TextKind():
            return values
        case _:
            return None


def interval(op: Op, value: Any, *, whole: bool) -> Spans:
    """Return the numbers that compare so with a value; of whole ones each fills the next."""
    number = Fraction(value.toordinal()) if isinstance(value, date) else ratio(value)
    # A count or a day fills the numbers up to the next: above 99 is 100 and more, and
    # nothing lies between them.
    after = number + 1 if whole else number
    below = Span(-INFINITY, number, high_in=False)
    point = Span(number, after, high_in=not whole)
    above = Span(after, INFINITY, low_in=whole)
    chosen = {
        Op.GE: (point, above),
        Op.GT: (above,),
        Op.LE: (below, point),
        Op.LT: (below,),
        Op.EQ: (point,),
        Op.NE: (below, above),
    }
    return Spans.of(chosen[op])
