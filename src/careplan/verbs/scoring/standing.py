"""Where the marks of a sheet stand: the sums they can come to, and the lines these can reach."""

from collections.abc import Callable, Mapping

import attrs

from careplan.base.exact import Exact, addend, ratio, tidy
from careplan.base.truth import Truth
from careplan.documents.scales.sheets import Line, Share
from careplan.verbs.scoring.applying import Amount, Applying, Worth
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
        return tidy(self.applying.least(lambda index: addend(points(self.items[index]))))

    def high(self, points: Points = _high) -> Exact:
        """Return the greatest sum of points over the items that apply."""
        return tidy(-self.applying.least(lambda index: -addend(points(self.items[index]))))

    def possible(self) -> tuple[Exact, Exact]:
        """Return the least and the greatest sum of what the items that apply can bring."""
        return self.low(_maximum), self.high(_maximum)

    def short_of(self, line: Line) -> Amount:
        """Return how far the certain points are from a line, whichever items apply."""
        share, points = _of_line(line)
        return points - self.applying.least(
            lambda index: self._beside(self.items[index].low, index, share)
        )

    def surely(self, line: Line) -> bool:
        """Say whether the points reach a line whatever the open items bring."""
        return self.short_of(line) <= 0

    def can_reach(self, line: Line | None) -> bool:
        """Say whether the points can reach a line, with all passed that must pass."""
        share, points = _of_line(0 if line is None else line)
        found = self.applying.most(self._worth(share))
        return found is not None and found >= points

    def spare(self, line: Line) -> Mapping[int, Amount]:
        """Return by how much the points can pass a line at most, for each item where it applies."""
        share, points = _of_line(line)
        found = self.applying.most_with(lambda index: self._beyond(index, share))
        return {index: one - points for index, one in found.items()}

    def _worth(self, share: Amount) -> Worth:
        """Return what items are worth at most, None for one that failed and must pass."""

        def worth(index: int) -> Amount | None:
            failed = self.items[index].passed is Truth.FALSE
            return None if failed else self._beyond(index, share)

        return worth

    def _beyond(self, index: int, share: Amount) -> Amount:
        """Return what an item brings at most beyond a share of what it can bring."""
        return self._beside(self.items[index].high, index, share)

    def _beside(self, points: Exact, index: int, share: Amount) -> Amount:
        """Return the points of an item without a share of what it can bring."""
        return addend(points) - share * self._maximum(index) if share else addend(points)

    @property
    def may_fail(self) -> bool:
        """Whether an item that must pass may fail, whatever the points."""
        able = self.applying.able
        passed = (one.passed is Truth.TRUE for one in self.items)
        return any(not one and index in able for index, one in enumerate(passed))

    def _maximum(self, index: int) -> Amount:
        return addend(self.items[index].item.max_points)


def _of_line(line: Line) -> tuple[Amount, Amount]:
    """Return a line as the share of what applies and the points that it asks for."""
    return (ratio(line.value), 0) if isinstance(line, Share) else (0, addend(line))
