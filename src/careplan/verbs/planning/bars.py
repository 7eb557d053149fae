"""The bars of an agenda: from when until when, by months, as exactly as the text says."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from careplan.base.messages import say
from careplan.display.views.shapes import (
    Area,
    Box,
    Ink,
    Label,
    Picture,
    Shape,
    Stroke,
    diamond,
    picture,
)
from careplan.documents.periods import MONTHS_A_YEAR
from careplan.verbs.planning.entries import AgendaEntry, Kind, kind_of

WIDTH, HEIGHT, AXIS = 238, 22, 18
MIDDLE = HEIGHT / 2
TOP, THICK = 5, 12
LEAST = 4  # of what is shorter than the eye can see
FEW, MANY = 12, 36  # months: each of a few is named, of many every quarter, of more every year
POINTS = {Kind.TARGET, Kind.LEDGER}
OUTLINED = {Kind.DUTY, Kind.MEETING}


@attrs.frozen
class Bars:
    """The bars of an agenda between two days, in one language."""

    start: date
    end: date
    language: str

    def axis(self) -> Picture:
        """Return the months, or the quarters or years, over the bars."""
        return picture(WIDTH, AXIS, self._axis(), say("planning.head.months", self.language))

    def _axis(self) -> Iterator[Shape]:
        marks = [self.start, *self._marks()]
        for place, mark in enumerate(marks):
            x = self._x(mark)
            after = self._x(marks[place + 1]) if place + 1 < len(marks) else float(WIDTH - 1)
            if place:
                yield Stroke(((x, 2), (x, AXIS)), Ink.LINE)
            said = self._called(mark)
            if after - x >= 7 * len(said) + 4:
                yield Label((x + after) / 2, 13, said, 11, "middle", muted=True)

    def _called(self, mark: date) -> str:
        if self._step < MONTHS_A_YEAR:
            return say(f"short_month.{mark.month}", self.language)
        return say("period.year", self.language, year=str(mark.year))

    def bar(self, entry: AgendaEntry) -> Picture:
        """Return when something is: a stage solid, what recurs an outline, an end a diamond."""
        return picture(WIDTH, HEIGHT, [*self._grid(), *self._shapes(entry)])

    def _grid(self) -> Iterator[Shape]:
        for mark in self._marks():
            yield Stroke(((self._x(mark), 0), (self._x(mark), HEIGHT)), Ink.LINE)

    def _shapes(self, entry: AgendaEntry) -> Iterator[Shape]:
        kind, period = kind_of(entry.source), entry.period
        first, last = self._x(period.start), self._x(_after(period.end))
        if kind in POINTS:
            yield diamond(min(max(last - 6, 7), WIDTH - 7), MIDDLE, 6)
            return
        last = max(last, first + LEAST)
        if kind is Kind.DEADLINE:
            yield Stroke(((first, MIDDLE), (last, MIDDLE)), Ink.FILL, 2)
            if period.end <= self.end:
                yield diamond(max(last - 6, 7), MIDDLE, 6)
        elif kind in OUTLINED:
            yield Box(first + 1, TOP + 1, last - first - 3, THICK - 2, Ink.FILL, filled=False)
        else:
            yield Box(first, TOP, last - first, THICK)
        if period.start < self.start:
            yield from _goes_on(first, 1)
        if period.end > self.end:
            yield from _goes_on(last, -1)

    def _x(self, day: date) -> float:
        """Return where a day begins; before the first, or after the last, at the edge."""
        first, last = self.start.toordinal(), self.end.toordinal() + 1
        at = min(max(day.toordinal(), first), last)
        return round(1 + (WIDTH - 2) * (at - first) / (last - first), 1)

    @property
    def _step(self) -> int:
        months = MONTHS_A_YEAR * (self.end.year - self.start.year)
        months += self.end.month - self.start.month + 1
        return 1 if months <= FEW else 3 if months <= MANY else MONTHS_A_YEAR

    def _marks(self) -> Iterator[date]:
        """Yield the first days of months, quarters or years after the start."""
        for year in range(self.start.year, self.end.year + 1):
            for month in range(1, MONTHS_A_YEAR + 1, self._step):
                if self.start < date(year, month, 1) <= self.end:
                    yield date(year, month, 1)


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _goes_on(x: float, way: int) -> Iterator[Shape]:
    """Return an arrow: it goes on beyond the edge of the picture."""
    tip = x
    yield Area(
        ((tip, 4), (tip + 6 * way, 4), (tip, MIDDLE), (tip + 6 * way, 18), (tip, 18)), Ink.PAPER
    )
    points = ((tip + 5 * way, 5), (tip + way, MIDDLE), (tip + 5 * way, 17))
    yield Stroke(points, Ink.FILL, 1.5)


def key_stage() -> Picture:
    """Return the sign of a stage."""
    return picture(18, 10, [Box(0, 0, 18, 10)])


def key_recurring() -> Picture:
    """Return the sign of what comes back."""
    return picture(18, 10, [Box(1, 1, 16, 8, Ink.FILL, filled=False)])


def key_end() -> Picture:
    """Return the sign of a day by which something is done."""
    return picture(12, 12, [diamond(6, 6, 6)])
