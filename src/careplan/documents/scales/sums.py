"""Sums of figures within bounds: at least so many and at least so many more, end by end."""

from fractions import Fraction

from careplan.base.exact import Exact, ratio, tidy
from careplan.base.frozenmap import frozen
from careplan.documents.scales.between import Between


@frozen
class Ends:
    """What several figures come to: how many there are, which ends they state, and their sums.

    A sum has a low end once one of its figures has one, for no figure is below zero; it has a
    high end only if all have one. Sums are taken apart again by `minus`, so that a figure that
    takes the place of another costs no second look at the rest.

    >>> least, exactly = Ends.of(Between(5)), Ends.of(Between(3, 3))
    >>> least.plus(exactly).figures().told("en"), exactly.plus(exactly).figures().told("en")
    ('at least 8', '6')
    """

    number: int = 0
    lows: int = 0
    low: Fraction | int = 0
    above: int = 0
    highs: int = 0
    high: Fraction | int = 0
    below: int = 0

    @classmethod
    def of(cls, figures: Between | None) -> "Ends":
        """Return the ends of one figure; None is one of which nothing is said."""
        if figures is None:
            return cls(1)
        lows, low = _stated(figures.low)
        highs, high = _stated(figures.high)
        return cls(1, lows, low, figures.above, highs, high, figures.below)

    def plus(self, other: "Ends") -> "Ends":
        """Return both together."""
        return Ends(
            self.number + other.number,
            self.lows + other.lows,
            self.low + other.low,
            self.above + other.above,
            self.highs + other.highs,
            self.high + other.high,
            self.below + other.below,
        )

    def minus(self, other: "Ends") -> "Ends":
        """Return what is left without figures that are part of these."""
        return Ends(
            self.number - other.number,
            self.lows - other.lows,
            self.low - other.low,
            self.above - other.above,
            self.highs - other.highs,
            self.high - other.high,
            self.below - other.below,
        )

    def figures(self) -> Between | None:
        """Return the figures that the sum can be; None where nothing is said of any end."""
        high = tidy(ratio(self.high)) if self.highs == self.number else None
        if not self.lows:
            return None if high is None else Between(high=high, below=self.below > 0)
        low = tidy(ratio(self.low))
        below = high is not None and self.below > 0
        return Between(low, high, above=self.above > 0, below=below)


def _stated(end: Exact | None) -> tuple[int, Fraction | int]:
    if end is None:
        return 0, 0
    return 1, end if isinstance(end, int) else ratio(end)
