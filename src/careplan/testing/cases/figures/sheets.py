"""Cases of sheets: sums about the mark to pass and each band, and what must pass by itself."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

import attrs

from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import FALSE, TRUE, AllOf, Criterion, Not, noun_of
from careplan.documents.clauses import read_as
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.scales.sheets import Band, Line, Marking, Scorecard, SheetItem
from careplan.fields.declaring import Noun
from careplan.testing.cases.days import DAY, asks_day, on_day
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.wanted import Parts, Wanted
from careplan.testing.cases.figures.marking import Asked, Point
from careplan.testing.cases.solving import satisfying
from careplan.testing.cases.variants import readings_of


def of_sheets(plan: Plan) -> Iterator[Parts]:
    """Yield what there are cases of: each item and band with its sheet, and the sheet."""
    for sheet in plan.scorecards.values():
        yield from ((one, sheet) for one in (*sheet.items, *sheet.bands))
        yield (sheet,)


def sheet_cases(plan: Plan, wanted: Wanted) -> Iterator[BoundaryCase]:
    """Yield the cases of the sheets, items and bands that are asked for, each reading once."""
    for sheet in plan.scorecards.values():
        parts = (*sheet.items, *sheet.bands)
        if not any(wanted.takes(one, sheet) for one in parts):
            continue
        seen = set()
        for readings in readings_of(sheet.questions, sheet.interpretations()):
            asked = _Scored.of(sheet, readings)
            if sheet.holds_under(asked.taken) and asked.told_apart not in seen:
                seen.add(asked.told_apart)
                own: dict[str, Any] = {
                    "plan_id": plan.id,
                    "whole": sheet,
                    "readings": readings,
                    "on": asked.on,
                }
                for case in asked.cases(wanted):
                    yield BoundaryCase(**own, **case)


@attrs.frozen
class _Scored:
    """A sheet under some readings: what its items ask of whom, and its lines."""

    sheet: Scorecard
    taken: Mapping[str, str]
    on: date | None
    marking: Marking
    pass_mark: Line | None
    bands: tuple[tuple[Band, Line | None], ...]
    applies: tuple[Criterion, ...]

    @classmethod
    def of(cls, sheet: Scorecard, readings: Mapping[str, str]) -> "_Scored":
        taken = read_as(sheet.questions, readings)
        asked = [sheet.applies, *(pick(item.applies, taken) for item in sheet.items)]
        on = DAY if asks_day(asked) else None
        return cls(
            sheet=sheet,
            taken=taken,
            on=on,
            marking=pick(sheet.marking, taken),
            pass_mark=pick(sheet.pass_mark, taken),
            bands=sheet.cuts(taken, on),
            applies=tuple(
                on_day(one, DAY) if item.holds_under(taken, on) else FALSE
                for item, one in zip(sheet.items, asked[1:], strict=True)
            ),
        )

    @property
    def told_apart(self) -> tuple[object, ...]:
        """What makes a score another; what a room shows sets no mark in these cases."""
        return (self.marking, self.pass_mark, self.bands, self.applies)

    def cases(self, wanted: Wanted) -> Iterator[dict[str, Any]]:
        """Yield the cases, as far as they differ by what is stated and what is expected.

        Of who is asked for all items first every item is tried, then, of who is not asked for
        one, the largest.
        """
        for place, room in enumerate(self._rooms()):
            asked = self._asked(room)
            largest = max(asked.items, key=lambda one: one.max_points, default=None)
            for item in asked.items:
                if (place == 0 or item is largest) and wanted.takes(item, self.sheet):
                    yield from self._of_item(asked, item, room)
            for band, cut in self.bands:
                if largest and place == 0 and cut is not None and wanted.takes(band, self.sheet):
                    points = asked.around(largest, cut)
                    made = [(one, asked.reaches(one[1], cut)) for one in points]
                    yield from _differing(band, largest, room, made)

    def _of_item(self, asked: Asked, item: SheetItem, room: Any) -> Iterator[dict[str, Any]]:
        sums = () if self.pass_mark is None else asked.around(item, self.pass_mark)
        for points in (asked.by_itself(item), sums):
            made = [(one, asked.outcome(one[1], self.pass_mark)) for one in points]
            yield from _differing(self.sheet, item, room, made)

    def _asked(self, room: Any) -> Asked:
        pairs = zip(self.sheet.items, self.applies, strict=True)
        items = tuple(item for item, asked in pairs if _truth(asked, room) is Truth.TRUE)
        return Asked(items, whole=self.marking is Marking.ALL_OR_NOTHING)

    def _rooms(self) -> Iterator[Any]:
        """Yield who is scored: nobody, where all items are for all, else who tells them apart."""
        some = tuple(dict.fromkeys(one for one in self.applies if one not in {TRUE, FALSE}))
        if not some:
            yield None
            return
        noun = next(found for one in some if (found := noun_of(one)) is not None)
        applies = on_day(self.sheet.applies, DAY)
        wanted: tuple[Criterion, ...] = (AllOf(some), *map(Not, some))
        for criterion in wanted:
            rooms = islice(satisfying(noun, AllOf((applies, criterion))), 1)
            yield from (room for room in rooms if self._says_all(room))

    def _says_all(self, room: Noun) -> bool:
        """Say whether a room tells which items are for it, and sets no mark itself."""
        if any(_truth(one, room) is Truth.UNKNOWN for one in self.applies):
            return False
        shows = (item.criterion for item in self.sheet.items if item.criterion is not None)
        read = (on_day(pick(one, self.taken), DAY) for one in shows)
        by_room = self.marking is Marking.ALL_OR_NOTHING
        return not (by_room and any(_truth(one, room) is not Truth.UNKNOWN for one in read))


def _truth(criterion: Criterion, room: Any) -> Truth:
    if criterion in {TRUE, FALSE}:
        return Truth.TRUE if criterion == TRUE else Truth.FALSE
    return evaluate(criterion, room).truth


def _differing(
    cited: Scorecard | Band, item: SheetItem, room: Any, made: list[tuple[Point, Any]]
) -> Iterator[dict[str, Any]]:
    """Yield cases, if what is expected of them is not all the same."""
    if len({expected for _, expected in made}) > 1:
        for (place, marks), expected in made:
            yield {
                "cited": cited,
                "leaf": item,
                "path": item.key,
                "place": place,
                "value": marks.get(item.key),
                "subject": marks,
                "room": room,
                "expected": expected,
            }
