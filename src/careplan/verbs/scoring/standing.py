"""Where the marks of a sheet stand: the sums they can come to, and the lines these can reach."""

from collections.abc import Callable
from fractions import Fraction

import attrs

from careplan.base.exact import Exact, ratio, tidy
from careplan.base.truth import Truth
from careplan.documents.sheets import Line, Share
from careplan.verbs.scoring.applying import Applying
from careplan.verbs.scoring.items import ItemScore

Points = Callable[[ItemScore], Exact]


def _low(one: ItemScore) -> Exact:
    return one.low


def _high(one: ItemScore) -> Exact:
    return one.high


def _maximum(one: ItemScore) -> Exact:
    return one.item.max_points


@attrs.frozen
class Standing:
    """The marks of a sheet's items, and which of these can apply together."""

    items: tuple[ItemScore, ...]
    applying: Applying

    @classmethod
    def of(cls, items: tuple[ItemScore, ...]) -> "Standing":
        """Return where items stand."""
        return cls(items, Applying.of([one.condition for one in items]))

    def low(self, points: Points = _low) -> Exact:
        """Return the least sum of points over the items that apply."""
        return tidy(self.applying.least(lambda index: ratio(points(self.items[index]))))

    def high(self, points: Points = _high) -> Exact:
        """Return the greatest sum of points over the items that apply."""
        found = self.applying.most(lambda index: ratio(points(self.items[index])))
        return tidy(Fraction(0) if found is None else found)

    def possible(self) -> tuple[Exact, Exact]:
        """Return the least and the greatest sum of what the items that apply can bring."""
        return self.low(_maximum), self.high(_maximum)

    def short_of(self, line: Line) -> Fraction:
        """Return how far the certain points are from a line, whichever items apply."""
        share, points = _of_line(line)
        return points - self.applying.least(
            lambda index: ratio(self.items[index].low) - share * self._maximum(index)
        )

    def surely(self, line: Line) -> bool:
        """Say whether the points reach a line whatever the open items bring."""
        return self.short_of(line) <= 0

    def can_reach(
        self, line: Line | None, *, passing: bool = True, holding: int | None = None
    ) -> bool:
        """Say whether the points can reach a line, by default with all passed that must pass."""
        margin = self.margin(line, passing=passing, holding=holding)
        return margin is not None and margin >= 0

    def margin(
        self, line: Line | None, *, passing: bool = True, holding: int | None = None
    ) -> Fraction | None:
        """Return by how much the points can pass a line at most; None if nothing can pass."""
        share, points = _of_line(0 if line is None else line)

        def worth(index: int) -> Fraction | None:
            one = self.items[index]
            if passing and one.passed is Truth.FALSE:
                return None
            return ratio(one.high) - share * self._maximum(index)

        found = self.applying.most(worth, holding)
        return None if found is None else found - points

    @property
    def may_fail(self) -> bool:
        """Whether an item that must pass may fail, whatever the points."""
        return any(
            one.passed is not Truth.TRUE and self.applying.can(index)
            for index, one in enumerate(self.items)
        )

    def _maximum(self, index: int) -> Fraction:
        return ratio(self.items[index].item.max_points)


def _of_line(line: Line) -> tuple[Fraction, Fraction]:
    """Return a line as the share of what applies and the points that it asks for."""
    return (
        (ratio(line.value), Fraction(0)) if isinstance(line, Share) else (Fraction(0), ratio(line))
    )
