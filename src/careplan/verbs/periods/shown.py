"""What there was at the end of each period, as grids: a row a locality, a column a period."""

from collections.abc import Iterator, Mapping

import attrs

import careplan.display.views.parts as p
from careplan.base.messages import say, show
from careplan.base.truth import Outcome
from careplan.display.views.words import Mark, Piece, Small, Strong, Words
from careplan.documents.periods import Period
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.wording.milestones import figure_text
from careplan.verbs.periods.rows import PeriodProgress
from careplan.verbs.periods.totals import PeriodTotal
from careplan.verbs.tracking.shown import words
from careplan.verbs.tracking.shown.grid import LedgerGrid

SIDE_BY_SIDE = 6  # periods in a grid: more have no room on paper
BESIDE = 3  # so many have room for remarks beside the figures, which saves height


@attrs.frozen
class PeriodGrids:
    """The grids of a table of periods, in one language."""

    ledger: Ledger
    rows: Mapping[Period, tuple[PeriodProgress, ...]]
    totals: Mapping[Period, Mapping[str, PeriodTotal]]
    language: str

    def part(self, grid: LedgerGrid) -> p.Part:
        """Return what there was in a column, the rows in the order of its grid."""
        periods = tuple(self.rows)
        spans = range(0, len(periods), SIDE_BY_SIDE)
        grids = (self._grid(grid, periods[n : n + SIDE_BY_SIDE]) for n in spans)
        title = say("tracking.periods", self.language)
        if len(self.ledger.columns) > 1:
            title = say("tracking.of", self.language, place=title, column=grid.column.label)
        return p.part(title, *grids)

    def carried(self) -> str:
        """Say what is to be known of counts of an earlier period, if there are any."""
        each = (row for rows in self.rows.values() for row in rows)
        if any(row.counted_on is not None and not row.counted_in_period for row in each):
            return say("tracking.note.carried", self.language)
        return ""

    def _grid(self, grid: LedgerGrid, periods: tuple[Period, ...]) -> p.Grid:
        of = grid.column.key
        found = {
            (period, row.locality): row
            for period in periods
            for row in self.rows[period]
            if row.column.key == of
        }
        named = enumerate((row.locality for row in grid.ordered), start=1)
        return p.Grid(
            label=say("tracking.periods", self.language),
            heads=tuple(self._heads(periods)),
            lines=tuple(
                p.line(str(n), name, *(self._cell(found[period, name]) for period in periods))
                for n, name in named
            ),
            foot=tuple(self._foot([self.totals[period][of] for period in periods])),
            right=say(
                "tracking.measured_in",
                self.language,
                unit=words.unit_of(grid.column, self.language),
            ),
            one_line=True,
        )

    def _heads(self, periods: tuple[Period, ...]) -> Iterator[p.Head]:
        yield p.Head(say("tracking.head.number", self.language), p.Role.NUMBER)
        place = words.places(self.ledger, self.language, many=False)
        yield p.Head(place, p.Role.NAME)
        for period in periods:
            yield p.Head(period.told(self.language), p.Role.FIGURE)

    def _cell(self, row: PeriodProgress) -> Words:
        if row.reached is None:
            return say("tracking.unreported", self.language)
        number = show(row.reached, self.language)
        bad = row.outcome is Outcome.NOT_MET
        said: Piece = Strong(number, Mark.BAD) if bad else number
        beside = [*self._of_day(row), *self._changed(row.change), *self._off(row)]
        joint = say("tracking.comma", self.language)
        if not beside:
            return said
        few = len(self.rows) <= BESIDE
        remark = Small(joint.join(beside), beside=few)
        return (remark, said) if few else (said, remark)

    def _of_day(self, row: PeriodProgress) -> Iterator[str]:
        """Yield of which day a count is that is older than the period."""
        day = row.counted_on
        if day is not None and not row.counted_in_period:
            said = words.short_day(day, row.period.end, self.language)
            yield say("tracking.carried", self.language, day=said)
        if row.standing.stale:
            yield say("tracking.too_old", self.language)

    def _changed(self, change: int | None) -> Iterator[str]:
        if change is not None and change > 0:
            yield say("tracking.rose", self.language, change=change)
        elif change is not None and change < 0:
            yield say("tracking.dropped", self.language, change=-change)

    def _off(self, row: PeriodProgress) -> Iterator[str]:
        if row.standing.short_of_due:
            yield say("tracking.lacks", self.language, number=row.standing.short_of_due)
        if row.standing.over_due:
            yield say("tracking.over", self.language, number=row.standing.over_due)

    def _foot(self, totals: list[PeriodTotal]) -> Iterator[p.Line]:
        together = say("tracking.together", self.language)
        yield p.line("", together, *map(self._sum, totals))
        state = say("tracking.head.state", self.language)
        yield p.line("", state, *map(self._state, totals))

    def _sum(self, total: PeriodTotal) -> Words:
        if total.reported == 0:
            return say("tracking.unreported", self.language)
        if total.high is not None:
            return show(total.high, self.language)
        few = len(self.rows) <= BESIDE
        reported = Small(say("tracking.reported", self.language, count=total.reported), beside=few)
        least = say("tracking.at_least", self.language, number=total.low)
        return (reported, least) if few else (least, reported)

    def _state(self, total: PeriodTotal) -> Words:
        """Return how all together stood, beside what was due of them."""
        state = words.state(total.outcome, self.language)
        if total.due is None:
            return state
        number = figure_text(total.due, self.language)
        due = say("tracking.chart.due", self.language, number=number)
        few = len(self.rows) <= BESIDE
        remark = Small(due, beside=few)
        return (remark, state) if few else (state, remark)
