"""The chart of a ledger: what is due as stairs, what was reported by a day as columns.

Never a line through the sums: it is not the same localities that report each time.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

import attrs

from careplan.base.messages import say, show
from careplan.display.views.parts import Figure
from careplan.display.views.shapes import Box, Ink, Label, Shape, Stroke, diamond, picture
from careplan.documents.scales.milestones import Milestone, rank
from careplan.verbs.tracking.shown import words
from careplan.verbs.tracking.shown.bars import mark_of
from careplan.verbs.tracking.shown.grid import LedgerGrid
from careplan.verbs.tracking.totals import TotalProgress

WIDTH, HEIGHT = 440, 190
LEFT, RIGHT, TOP, BOTTOM = 8, WIDTH - 8, 22, HEIGHT - 64
BEFORE, AFTER = timedelta(days=120), timedelta(days=20)
GAP = 2  # between two labels side by side
WIDE = 0x2E80  # from this character on, one is as wide as it is high
HALF, LEAST = 5, 1  # of a column's width
LINE, LINES = 15, 44  # how much lower the next row of dates, and of what columns come to, stands

Step = tuple[date, int, Milestone]


@attrs.frozen
class Chart:
    """What all localities together owe and have, over time."""

    grid: LedgerGrid
    totals: tuple[TotalProgress, ...]
    language: str

    @cached_property
    def _steps(self) -> list[Step]:
        """What is due by each date, of the strongest kind."""
        owed = self.grid.total.owed
        strongest = min(map(rank, owed), default=0)
        numbered = ((one.due, mark_of(one), one) for one in owed if rank(one) == strongest)
        return [
            (due, number, one)
            for due, number, one in numbered
            if due is not None and number is not None
        ]

    @cached_property
    def _sums(self) -> list[TotalProgress]:
        """The sums in order of time; those of which nobody reported are none."""
        return [one for one in self.totals if one.reported]

    def figure(self) -> Figure | None:
        """Return the chart, with what it says as a sentence; None where nothing is due ever."""
        if not self._steps:
            return None
        dates = _in_rows(self._dates())
        lower = LINE * max(row for row, _ in dates)  # by so much all below the first row of dates
        columns = _in_rows(list(self._under(one)) for one in self._sums)
        height = HEIGHT + lower + LINES * max((row for row, _ in columns), default=0)
        shapes = [
            *self._axis(),
            *(attrs.evolve(one, y=one.y + LINE * row) for row, said in dates for one in said),
            *self._stairs(),
            *self._columns(),
            *(
                attrs.evolve(one, y=one.y + lower + LINES * row)
                for row, said in columns
                for one in said
            ),
        ]
        return Figure(picture(WIDTH, height, shapes, self._said()), self._caption())

    def title(self) -> str:
        """Say what the chart is of."""
        if len(self.grid.ledger.columns) == 1:
            return say("tracking.chart", self.language)
        return say("tracking.chart.of", self.language, column=self.grid.column.label)

    def _caption(self) -> str:
        if not self._sums:
            return ""
        places = words.places(self.grid.ledger, self.language)
        if any(one.high is None for one in self._sums):
            return say("tracking.chart.reading_open", self.language, places=places)
        return say("tracking.chart.reading", self.language, places=places)

    def _said(self) -> str:
        steps, sums = self._steps, self._sums
        targets = (self._target(step) for step in steps)
        counts = [self._count(one) for one in sums]
        joint = say("tracking.comma", self.language)
        none = say("tracking.chart.alt_none", self.language)
        return say(
            "tracking.chart.alt",
            self.language,
            targets=joint.join(targets),
            counts=joint.join(counts) or none,
        )

    def _target(self, step: Step) -> str:
        due, number, _ = step
        figure = words.so_many(number, self.grid.column, self.language)
        return say("tracking.chart.alt_due", self.language, due=self.grid.named(due), figure=figure)

    def _count(self, total: TotalProgress) -> str:
        day = words.long_day(total.on, self.language)
        figure = words.so_many(total.low, self.grid.column, self.language)
        if total.high is not None:
            return say("tracking.chart.alt_all", self.language, day=day, figure=figure)
        return say(
            "tracking.chart.alt_least",
            self.language,
            day=day,
            figure=figure,
            count=total.reported,
            places=words.places(self.grid.ledger, self.language),
        )

    @cached_property
    def _span(self) -> tuple[int, int]:
        days = [*(due for due, _, _ in self._steps), *(one.on for one in self._sums)]
        first, last = min(days).toordinal(), max(days).toordinal()
        return first - BEFORE.days, last + AFTER.days

    def _x(self, day: date) -> float:
        first, last = self._span
        return round(LEFT + (RIGHT - LEFT) * (day.toordinal() - first) / (last - first), 1)

    @cached_property
    def _most(self) -> int:
        return max([*(n for _, n, _ in self._steps), *(one.low for one in self._sums), 1])

    def _y(self, number: int) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * number / self._most, 1)

    def _axis(self) -> Iterator[Shape]:
        yield Stroke(((LEFT, BOTTOM), (RIGHT, BOTTOM)), Ink.EDGE)
        for due, _, _ in self._steps:
            x = self._x(due)
            yield Stroke(((x, BOTTOM), (x, BOTTOM + 4)), Ink.EDGE)

    def _dates(self) -> Iterator[list[Label]]:
        for due in dict.fromkeys(due for due, _, _ in self._steps):
            said = self.grid.named(due)
            yield [Label(self._x(due), BOTTOM + 17, said, 11.5, "middle", muted=True)]

    def _stairs(self) -> Iterator[Shape]:
        points, at = [], float(BOTTOM)
        for due, number, _ in self._steps:
            x, y = self._x(due), self._y(number)
            points += [(x, at), (x, y)]
            at = y
        yield Stroke((*points, (RIGHT, at)), Ink.INK, 1.8)
        for n, (due, number, _) in enumerate(self._steps):
            x, y = self._x(due), self._y(number)
            yield diamond(x, y, 5)
            said = say("tracking.chart.due", self.language, number=number)
            left, anchor = (x, "middle") if n == 0 else (x - 8, "end")
            yield Label(left, y - 9, said, 12, anchor, strong=True, haloed=True)

    def _columns(self) -> Iterator[Shape]:
        places = sorted({self._x(one.on) for one in self._sums})
        near = min((after - x for x, after in pairwise(places)), default=float(WIDTH))
        half = max(min(HALF, near / 2 - 1), LEAST)
        for one in self._sums:
            x, top = self._x(one.on), self._y(one.low)
            yield Box(x - half, top, 2 * half, BOTTOM - top)
            if one.high is None:
                yield Stroke(((x, top), (x, top - 20)), Ink.FILL, 1.6, dashed=True)
                yield Stroke(((x - 4, top - 17), (x, top - 22), (x + 4, top - 17)), Ink.FILL, 1.6)

    def _under(self, total: TotalProgress) -> Iterator[Label]:
        """Yield the day of a column and what it comes to, below the axis."""
        x = self._x(total.on)
        day = words.short_day(total.on, self.grid.on, self.language)
        least = say("tracking.at_least", self.language, number=total.low)
        low = least if total.high is None else show(total.low, self.language)
        yield Label(x, BOTTOM + 33, day, 11, "middle", muted=True)
        yield Label(x, BOTTOM + 47, low, 12, "middle", strong=True)
        if total.high is None:
            reported = say("tracking.reported", self.language, count=total.reported)
            yield Label(x, BOTTOM + 60, reported, 11, "middle", muted=True)


def _in_rows(columns: Iterable[list[Label]]) -> list[tuple[int, list[Label]]]:
    """Return labels below each other with the row in which they have room, within the picture.

    They come in order; the first row that has room beside its last ones takes the next.
    """
    ends: list[float] = []  # of what stands last in each row
    found = []
    for labels in columns:
        half = max(map(_width, labels)) / 2
        x = max(min(float(labels[0].x), WIDTH - half), half)
        row = next((n for n, end in enumerate(ends) if end + GAP <= x - half), len(ends))
        ends[row : row + 1] = [x + half]
        found.append((row, [attrs.evolve(one, x=x) for one in labels]))
    return found


def _width(label: Label) -> float:
    """Return about how wide a label is: a letter takes half of what a character takes."""
    return label.size * sum(1 if ord(one) >= WIDE else 0.56 for one in label.text)
