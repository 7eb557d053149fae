"""Sets of numbers as unions of intervals: what tiers of a rule cover, leave out or share.

Bounds are exact; dates are handled as day numbers. The laws of the algebra are
property-tested: see tests/criteria/test_spans.py.
"""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from careplan.base.frozenmap import frozen

INFINITY = float("inf")  # compares with every Fraction; never enters arithmetic
Bound = Fraction | float


@attrs.frozen(order=True)
class Span:
    """All numbers from `low` to `high`; a bound belongs to it if its flag says so."""

    low: Bound
    high: Bound
    low_in: bool = True
    high_in: bool = True

    def is_empty(self) -> bool:
        """Say whether no number lies in the interval."""
        if self.low == self.high:
            return not (self.low_in and self.high_in)
        return self.low > self.high

    def __and__(self, other: "Span") -> "Span":
        low, low_in = max((self.low, not self.low_in), (other.low, not other.low_in))
        high, high_in = min((self.high, self.high_in), (other.high, other.high_in))
        return Span(low, high, not low_in, high_in)

    def touches(self, other: "Span") -> bool:
        """Say whether the union with a later interval has no hole."""
        if self.high == other.low:
            return self.high_in or other.low_in
        return self.high > other.low


EVERYTHING = Span(-INFINITY, INFINITY, low_in=False, high_in=False)


@frozen
class Spans:
    """A set of numbers in its one canonical form: sorted intervals, apart from each other."""

    parts: tuple[Span, ...] = ()

    @classmethod
    def of(cls, intervals: Iterable[Span]) -> "Spans":
        """Join any intervals into the canonical form."""
        kept: list[Span] = []
        finite = (one & EVERYTHING for one in intervals)  # infinity is no number
        real = (one for one in finite if not one.is_empty())
        for one in sorted(real, key=lambda one: (one.low, not one.low_in)):
            if kept and kept[-1].touches(one):
                last = kept[-1]
                high, high_in = max((last.high, last.high_in), (one.high, one.high_in))
                kept[-1] = Span(last.low, high, last.low_in, high_in)
            else:
                kept.append(one)
        return cls(tuple(kept))

    def __contains__(self, number: Fraction | int) -> bool:
        point = Fraction(number)
        return any(not (one & Span(point, point)).is_empty() for one in self.parts)

    def __or__(self, other: "Spans") -> "Spans":
        return Spans.of((*self.parts, *other.parts))

    def __and__(self, other: "Spans") -> "Spans":
        """Walk along both: the piece that ends first meets no further piece of the other."""
        shared: list[Span] = []
        mine, others = 0, 0
        while mine < len(self.parts) and others < len(other.parts):
            one, two = self.parts[mine], other.parts[others]
            both = one & two
            if not both.is_empty():
                shared.append(both)
            if (one.high, one.high_in) <= (two.high, two.high_in):
                mine += 1
            else:
                others += 1
        return Spans(tuple(shared))  # pieces that were apart stay so, and in order

    def __invert__(self) -> "Spans":
        gaps = []
        low, low_in = EVERYTHING.low, EVERYTHING.low_in
        for one in self.parts:
            gaps.append(Span(low, one.low, low_in, not one.low_in))
            low, low_in = one.high, not one.high_in
        gaps.append(Span(low, EVERYTHING.high, low_in, EVERYTHING.high_in))
        return Spans.of(gaps)

    def is_empty(self) -> bool:
        """Say whether no number is in the set."""
        return not self.parts


NOTHING = Spans()
ALL = Spans((EVERYTHING,))
