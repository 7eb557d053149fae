"""The least and the greatest that terms of a sum can come to, and what that settles.

None is infinite, so that no float enters arithmetic, and every finite end is attained.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.exact import ratio
from careplan.criteria.signs import Op
from careplan.fields.paths import Path, kind_at

Ends = tuple[Fraction | None, Fraction | None]
FLIPPED = {
    Op.GE: Op.LE,
    Op.LE: Op.GE,
    Op.GT: Op.LT,
    Op.LT: Op.GT,
    Op.EQ: Op.EQ,
    Op.NE: Op.NE,
}


def settled(op: Op, ends: Ends, bound: Fraction) -> bool | None:
    """Say whether every number between two ends is so against a bound, or none; None if some."""
    low, high = ends
    at_least, above = low is not None and low >= bound, low is not None and low > bound
    at_most, below = high is not None and high <= bound, high is not None and high < bound
    yes, no = {
        Op.GE: (at_least, below),
        Op.GT: (above, at_most),
        Op.LE: (at_most, above),
        Op.LT: (below, at_least),
        Op.EQ: (at_least and at_most, above or below),
        Op.NE: (above or below, at_least and at_most),
    }[op]
    return True if yes else False if no else None


def hull(noun: type[Any], term: n.Term) -> Ends:
    """Return what a term can come to of which nothing is stated."""
    low: Fraction = Fraction(1)
    high: Fraction | None = Fraction(1)
    if term.amount:
        low, high = least(noun, amount_path(term)), None
    if term.where != n.TRUE or term.over:  # it may not be so, or there may be none
        low = min(low, Fraction(0))
        high = None if high is None else max(high, Fraction(0))
    if term.over:
        return (low if low == 0 else None, None)
    return low, high


def scaled(ends: Ends, factor: Fraction) -> Ends:
    """Multiply ends by a factor, which may turn them round."""
    low, high = (None if end is None else end * factor for end in ends)
    return (low, high) if factor > 0 else (high, low)


def added(several: Iterable[Ends]) -> Ends:
    """Add ends up; of nothing, 0."""
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    for one, other in several:
        low = None if low is None or one is None else low + one
        high = None if high is None or other is None else high + other
    return low, high


def is_whole(noun: type[Any], term: n.Term) -> bool:
    """Say whether a term comes to whole numbers only."""
    return not term.amount or isinstance(kind_at(noun, amount_path(term)), k.CountKind)


def least(noun: type[Any], path: Path) -> Fraction:
    """Return the declared minimum of a number or a count."""
    kind = kind_at(noun, path)
    assert isinstance(kind, k.NumberKind | k.CountKind)  # noqa: S101 - checked as it was written
    return ratio(kind.minimum)


def amount_path(term: n.Term) -> Path:
    """Return the path of a term's amount; of items, that of the first one's."""
    return (*term.over, 0, *term.amount) if term.over else term.amount


def item_noun(noun: type[Any], term: n.Term) -> type[Any]:
    """Return the noun of the items that a term is about."""
    kind = kind_at(noun, term.over)
    assert isinstance(kind, k.ItemsKind)  # noqa: S101 - checked as it was written
    return kind.noun
