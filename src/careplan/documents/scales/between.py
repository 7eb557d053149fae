"""A figure within bounds, each end with its operator: a band of money, of a share, of places."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import Exact, addend, ratio, tidy
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.criteria.signs import Op
from careplan.documents.encoded import Encoded
from careplan.fields.shapes import left_out


@frozen
class Between(Encoded):
    """All figures from `low` to `high`. Both ends belong to it (以上、以下, Civil Code 1259).

    `above` leaves the low end out (超过), `below` the high one (不满). An end that is None is
    open; one of the two is stated.

    >>> fine = Between(5_000, 10_000, below=True)
    >>> fine.told("zh"), fine.told("en"), fine.holds(5_000), fine.holds(10_000)
    ('5000以上不满10000', '5,000 to less than 10,000', True, False)
    """

    low: Exact | None = None
    high: Exact | None = None
    above: bool = attrs.field(default=False, kw_only=True, metadata=left_out())
    below: bool = attrs.field(default=False, kw_only=True, metadata=left_out())

    @classmethod
    def of(cls, op: Op, value: Exact) -> "Between":
        """Return the figures that satisfy a comparison; raises InvalidInput for "is not".

        >>> Between.of(Op.GT, 5_000)
        Between(low=5000, high=None, above=True, below=False)
        """
        match op:
            case Op.GE | Op.GT:
                return cls(value, above=op is Op.GT)
            case Op.LE | Op.LT:
                return cls(high=value, below=op is Op.LT)
            case Op.EQ:
                return cls(value, value)
            case _:
                options = ", ".join(str(one.value) for one in Op if one is not Op.NE)
                raise InvalidInput([Problem("op", "not_an_option", op, {"options": options})])

    def _contradictions(self) -> Iterable[Problem]:
        if self.low is None and self.high is None:
            yield Problem("low", "required", None)
        for out, end in (("above", "low"), ("below", "high")):
            if getattr(self, out) and getattr(self, end) is None:
                other = {"other_field": end, "other": None}
                yield Problem(out, "contradiction", getattr(self, out), other)
        if self.low is not None and self.high is not None:
            least, most = ratio(self.low), ratio(self.high)
            if least > most:
                yield Problem("high", "too_small", self.high, {"minimum": self.low})
            elif least == most and (self.above or self.below):
                out = "above" if self.above else "below"
                yield Problem(
                    "high", "contradiction", self.high, {"other_field": out, "other": True}
                )

    def holds(self, figure: Exact) -> bool:
        """Say whether a figure is one of these."""
        return not (self._under(figure) or self._over(figure))

    def all_hold(self, low: Exact, high: Exact | None) -> bool:
        """Say whether all figures from `low` to `high` (None: any more) are of these."""
        return self.holds(low) and (self.high is None if high is None else self.holds(high))

    def none_holds(self, low: Exact, high: Exact | None) -> bool:
        """Say whether no figure from `low` to `high` (None: any more) is one of these."""
        return self._over(low) or (high is not None and self._under(high))

    def short(self, figure: Exact) -> Exact:
        """Return how much a figure lacks of the low end; 0 for one that lacks nothing."""
        return tidy(max(0, self._least - addend(figure)))

    def over(self, figure: Exact) -> Exact:
        """Return how far a figure is over the high end; 0 for one that is not."""
        at = addend(figure)
        return tidy(max(0, at - self._most(at)))

    def off(self, figure: Exact) -> Exact:
        """Return how far a figure is from the nearer end; 0 for one that is one of these.

        A figure at an end that does not belong is no way off, and still none of these.
        """
        return self.short(figure) or self.over(figure)

    def counted(self) -> "Between | None":
        """Return the whole numbers that are of these, with ends that belong; None if none is.

        >>> Between(5, 10, above=True).counted(), Between(5, 6, above=True, below=True).counted()
        (Between(low=6, high=10, above=False, below=False), None)
        """
        low = None if self.low is None else ceil(ratio(self.low))
        high = None if self.high is None else floor(ratio(self.high))
        if low is not None and self.above and low == self.low:
            low += 1
        if high is not None and self.below and high == self.high:
            high -= 1
        if high is not None and (low or 0) > high:
            return None
        return self if (low, high) == (self.low, self.high) else Between(low, high)

    def _under(self, figure: Exact) -> bool:
        at = addend(figure)
        return at < self._least or (self.above and at == self._least)

    def _over(self, figure: Exact) -> bool:
        at = addend(figure)
        return at > self._most(at) or (self.below and at == self._most(at))

    @property
    def _least(self) -> int | Fraction:
        return 0 if self.low is None else addend(self.low)

    def _most(self, otherwise: int | Fraction) -> int | Fraction:
        return otherwise if self.high is None else addend(self.high)

    def told(self, language: str, end: str = "between.end") -> str:
        """Say the figures; in Chinese "以上" and "以下" include their number.

        `end` is the sentence that says the figure at an end, such as one with its unit.
        """
        low, high = (
            None if figure is None else say(end, language, amount=figure)
            for figure in (self.low, self.high)
        )
        if low is not None and self.low == self.high:
            return low
        least, most = "above" if self.above else "least", "below" if self.below else "most"
        if self.high is None:
            return say(f"between.{least}", language, low=low)
        if self.low is None:
            return say(f"between.{most}", language, high=high)
        return say(f"between.{least}.{most}", language, low=low, high=high)
