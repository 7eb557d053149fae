"""What marks come to, and marks about a line: reckoned from the items of a sheet alone."""

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import attrs

from careplan.base.exact import Exact, exact, ratio, tidy
from careplan.base.truth import Outcome, Truth
from careplan.documents.scales.sheets import Line, Share, SheetItem
from careplan.testing.cases.pivots import Place

Marks = Mapping[str, Exact]
# A place of a mark, and the marks with it.
Point = tuple[Place, Marks]
_STEP = ratio(exact(0.5))  # marks are given in half points
# Sums of marks of all points or none that are looked at: n items have 2 ** n.
_MOST_SUMS = 4096


@attrs.frozen
class Asked:
    """The items of a sheet that are for somebody, and whether each is marked all or nothing."""

    items: tuple[SheetItem, ...]
    whole: bool = False

    def outcome(self, marks: Marks, line: Line | None) -> Outcome:
        """Return what marks come to by the mark to pass; None where no mark is known."""
        reached = self.reaches(marks, 0 if line is None else line)
        if reached is not Truth.TRUE:
            return Outcome.NOT_MET if reached is Truth.FALSE else Outcome.UNKNOWN
        return Outcome.NOT_MEASURABLE if line is None else Outcome.MET

    def reaches(self, marks: Marks, line: Line) -> Truth:
        """Say whether marks reach a line: an item without a mark may bring all or nothing."""
        asked = self.points(line)
        low = sum((_points(one, marks[one.key]) for one in self.items if one.key in marks), 0)
        spare = sum((ratio(one.max_points) for one in self.items if one.key not in marks), 0)
        failed = any(one.key in marks and _fails(one, marks[one.key]) for one in self.items)
        if failed or low + spare < asked:
            return Truth.FALSE
        open_ended = any(one.key not in marks and _may_fail(one) for one in self.items)
        return Truth.UNKNOWN if open_ended or low < asked else Truth.TRUE

    def points(self, line: Line) -> Fraction:
        """Return a line in points: of a share, those that the items bring together."""
        if isinstance(line, Share):
            return ratio(line.value) * sum((ratio(one.max_points) for one in self.items), 0)
        return ratio(line)

    def full(self) -> dict[str, Exact]:
        """Return all points of each item; of one without points that it is passed."""
        return {one.key: _most(one) for one in self.items}

    def by_itself(self, item: SheetItem) -> Iterator[Point]:
        """Yield marks of an item that must pass, or has a least mark, beside all other points."""
        full = self.full()
        if item.yes_or_no:
            yield Place.AS_ASKED, {**full, item.key: True}
            yield Place.OTHERWISE, {**full, item.key: False}
        elif item.floor is not None:
            floor = ratio(item.floor)
            yield from self._about(full, item, floor, exactly=True)
        else:
            return
        yield Place.UNSTATED, _left_blank(full, item)

    def around(self, item: SheetItem, line: Line) -> Iterator[Point]:
        """Yield marks that make the sum stand just below, at and above a line as an item does.

        Then without a mark of the item. Nothing where the sum cannot turn on it.
        """
        asked = self.points(line)
        sums = math.ceil(asked / _STEP) * _STEP
        beside = self._in_whole(item, asked) if self.whole else self._in_halves(item, sums)
        if beside is None:
            return
        held = sum((ratio(one) for one in beside.values() if one is not True), Fraction(0))
        turn = ratio(item.max_points) if self.whole else sums - held
        exactly = held + turn == asked
        yield from self._about(beside, item, turn, exactly=exactly)
        yield Place.UNSTATED, _left_blank(beside, item)

    def _about(
        self, beside: Marks, item: SheetItem, turn: Fraction, *, exactly: bool
    ) -> Iterator[Point]:
        """Yield an item's mark where something turns, and one step to each side of it."""
        most = ratio(item.max_points)
        if self.whole:
            yield Place.BELOW, {**beside, item.key: 0}
            yield (
                (Place.AT if exactly and turn == most else Place.ABOVE),
                {
                    **beside,
                    item.key: item.max_points,
                },
            )
            return
        yield Place.BELOW, {**beside, item.key: tidy(max(Fraction(0), turn - _STEP))}
        yield Place.AT if exactly else Place.ABOVE, {**beside, item.key: tidy(turn)}
        if exactly and turn + _STEP <= most:
            yield Place.ABOVE, {**beside, item.key: tidy(turn + _STEP)}

    def _in_halves(self, item: SheetItem, sums: Fraction) -> dict[str, Exact] | None:
        """Return marks of the others that leave about half of an item's points to decide."""
        others = [one for one in self.items if one is not item]
        most = math.floor(ratio(item.max_points) / _STEP) * _STEP
        least = max(ratio(item.floor or 0) + _STEP, sums - sum(map(_whole, others), Fraction(0)))
        floors = sum((ratio(one.floor or 0) for one in others), Fraction(0))
        turn = max(least, min(math.ceil(most / 2 / _STEP) * _STEP, sums - floors))
        if turn > most or turn > sums - floors:
            return None
        spare = sums - turn - floors
        marks: dict[str, Exact] = {}
        for one in others:
            given = min(spare, _whole(one) - ratio(one.floor or 0))
            spare -= given
            marks[one.key] = True if one.yes_or_no else tidy(ratio(one.floor or 0) + given)
        return marks

    def _in_whole(self, item: SheetItem, asked: Fraction) -> dict[str, Exact] | None:
        """Return others with all their points, or none, so that all of an item's decide."""
        others = [one for one in self.items if one is not item]
        must = {one.key: _most(one) for one in others if one.floor is not None}
        sums: dict[Fraction, tuple[str, ...]] = {
            sum((_whole(one) for one in others if one.key in must), Fraction(0)): ()
        }
        for one in others:
            if one.key not in must and len(sums) < _MOST_SUMS:
                more = {held + _whole(one): (*keys, one.key) for held, keys in sums.items()}
                sums = {**more, **sums}
        turning = [held for held in sums if held < asked <= held + ratio(item.max_points)]
        if not turning:
            return None
        chosen = sums[min(turning)]
        given = {one.key: one.max_points if one.key in chosen else 0 for one in others}
        return {**given, **must}


def _points(item: SheetItem, mark: Any) -> Fraction:
    return Fraction(0) if item.yes_or_no else ratio(mark)


def _fails(item: SheetItem, mark: Any) -> bool:
    if item.yes_or_no:
        return mark is False
    return item.floor is not None and ratio(mark) < ratio(item.floor)


def _may_fail(item: SheetItem) -> bool:
    return item.yes_or_no or item.floor is not None


def _most(item: SheetItem) -> Any:
    return True if item.yes_or_no else item.max_points


def _whole(item: SheetItem) -> Fraction:
    return ratio(item.max_points)


def _left_blank(marks: Marks, item: SheetItem) -> dict[str, Exact]:
    return {key: mark for key, mark in marks.items() if key != item.key}
