"""The grid of a ledger: a row a locality, the worst first, and all together below them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

import attrs

import careplan.display.views.parts as p
from careplan.base.messages import say, show
from careplan.base.truth import Outcome
from careplan.display.ranges import Range
from careplan.display.views.words import Mark, Piece, Small, Strong, Words
from careplan.documents.scales.ledgers import Column, Ledger
from careplan.documents.scales.milestones import Milestone, Strength
from careplan.documents.wording.milestones import figure_text
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.milestones import weaker
from careplan.verbs.tracking.shown import bars, words
from careplan.verbs.tracking.shown.order import worst_first
from careplan.verbs.tracking.totals import TotalProgress

One = RowProgress | TotalProgress


@attrs.frozen(kw_only=True)
class LedgerGrid:
    """A column of a ledger as a grid, in one language.

    `fallen` says of a locality how many fewer it has than it had before.
    """

    ledger: Ledger
    column: Column
    rows: tuple[RowProgress, ...]
    total: TotalProgress
    on: date
    language: str
    fallen: Mapping[str, int]

    @cached_property
    def ordered(self) -> tuple[RowProgress, ...]:
        """The rows in the order in which they are shown."""
        return tuple(worst_first(self.rows))

    @cached_property
    def due(self) -> date | None:
        """The date on which all rows fall due, if it is one: it stands in the heading."""
        return self._common(one.due for one in self._each)

    @cached_property
    def next(self) -> date | None:
        """The date that comes next for all rows, if it is one."""
        return self._common(one.next for one in self._each)

    @cached_property
    def has_next(self) -> bool:
        """Whether anything is to come for a row, or for all together."""
        return any(one.next is not None for one in self._each)

    @cached_property
    def _each(self) -> tuple[One, ...]:
        return (*self.rows, self.total)

    @staticmethod
    def _common(milestones: Iterable[Milestone | None]) -> date | None:
        dates = {one.due for one in milestones if one is not None}
        return dates.pop() if len(dates) == 1 else None

    def named(self, due: date | None) -> str:
        """Say by when, as exactly as the ledger does."""
        return words.due_name(due, self.ledger.precision, self.language)

    def grid(self) -> p.Grid:
        """Return the grid, with the day and the unit over its corners."""
        title = self.ledger.title.get(self.language)
        if len(self.ledger.columns) > 1:
            title = say("tracking.of", self.language, place=title, column=self.column.label)
        unit = words.unit_of(self.column, self.language)
        return p.Grid(
            label=title,
            heads=tuple(self._heads()),
            lines=tuple(self._line(n, one) for n, one in enumerate(self.ordered, start=1)),
            foot=(self._foot(),),
            left=say("tracking.as_of", self.language, on=self.on),
            right=say("tracking.measured_in", self.language, unit=unit),
            form=p.Form.LEDGER,
            one_line=True,
        )

    def _heads(self) -> Iterator[p.Head]:
        number, figure = p.Role.NUMBER, p.Role.FIGURE
        yield p.Head(say("tracking.head.number", self.language), number)
        yield p.Head(words.places(self.ledger, self.language, many=False), p.Role.NAME)
        yield p.Head(say("tracking.head.now", self.language), figure)
        yield self._head_due()
        yield p.Head(say("tracking.head.gap", self.language), figure)
        yield p.Head(say("tracking.head.state", self.language), p.Role.STATE)
        if self.has_next:
            yield self._head_next()
            pace = say("tracking.head.pace", self.language)
            broken = say("tracking.head.pace_broken", self.language)
            yield p.Head(broken.replace("/", "\n"), figure, label=pace)
        yield p.Head(say("tracking.head.bar", self.language), p.Role.PICTURE)

    def _head_due(self) -> p.Head:
        """Return the heading of what is due; a date that the rows share stands in it."""
        title = say("tracking.head.due", self.language)
        if self.due is None:
            return p.Head(title, p.Role.FIGURE)
        below = self.named(self.due)
        label = say("tracking.head.due_by", self.language, due=below)
        return p.Head(title, p.Role.FIGURE, below=below, label=label)

    def _head_next(self) -> p.Head:
        title = say("tracking.head.next", self.language)
        if self.next is None:
            return p.Head(title, p.Role.FIGURE)
        below = self.named(self.next)
        label = say("tracking.head.next_by", self.language, due=below)
        return p.Head(title, p.Role.FIGURE, below=below, label=label)

    def _line(self, number: int, row: RowProgress) -> p.Line:
        known = None if row.stale else row.reached
        bar = bars.bullet(known, bars.mark_of(row.due), bars.mark_of(row.next))
        return p.line(
            str(number),
            row.locality,
            self._count(row),
            self._due(row),
            self._gap(row),
            words.state(row.outcome, self.language),
            *self._coming(row.next, self._pace(row)),
            p.cell(picture=bar),
        )

    def _foot(self) -> p.Line:
        total = self.total
        known = total.low if total.reported else None
        open_ = total.high is None
        due, coming = bars.mark_of(total.due), bars.mark_of(total.next)
        bar = bars.bullet(known, due, coming, is_open=open_)
        return p.line(
            "",
            say("tracking.together", self.language),
            self._sum(),
            self._due(total),
            self._gap_of_all(),
            words.state(total.outcome, self.language),
            *self._coming(total.next, self._pace_of_all()),
            p.cell(picture=bar),
        )

    def _count(self, row: RowProgress) -> Words:
        if row.count is None:
            return say("tracking.unreported", self.language)
        said = words.short_day(row.count.on, self.on, self.language)
        number = self._number(row.count.number)
        fall = self.fallen.get(row.locality)
        fell = () if fall is None else (Small(say("tracking.fell", self.language, change=fall)),)
        if row.stale:
            return (number, Small(say("tracking.stale", self.language, day=said)), *fell)
        return (*self._before(row.count.on, said), number, *fell)

    def _before(self, day: date, said: str) -> tuple[Piece, ...]:
        return () if day == self.on else (Small(said, beside=True),)

    def _number(self, number: object) -> str:
        return show(number, self.language)

    def _sum(self) -> Words:
        total = self.total
        if total.reported == 0 and total.stale:
            return say("tracking.all_stale", self.language)
        if total.reported == 0:
            return say("tracking.unreported", self.language)
        if total.high is not None:
            return self._number(total.high)
        reported = Small(say("tracking.reported", self.language, count=total.reported), beside=True)
        return (reported, say("tracking.at_least", self.language, number=total.low))

    def _due(self, one: One) -> Words:
        if one.due is None:
            return say("tracking.none_due", self.language)
        said: list[Piece] = [figure_text(one.due, self.language)]
        if one.due.due != self.due:
            said.append(Small(self.named(one.due.due)))
        if one.due.strength is not Strength.BINDING:
            said.append(Small(one.due.strength.label.get(self.language)))
        said += (Small(text) for text in self._weaker(one))
        return tuple(said)

    def _weaker(self, one: One) -> Iterator[str]:
        """Yield what is due beside what decides, and how that stands."""
        for milestone in weaker(one.owed, one.on):
            yield say(
                "tracking.beside",
                self.language,
                kind=milestone.strength,
                figure=figure_text(milestone, self.language),
                state=words.state_word(one.outcome_of(milestone), self.language),
            )

    def _gap(self, row: RowProgress) -> Words:
        if row.short_of_due is None:
            return say("tracking.dash", self.language)
        if row.over_due:
            return Strong(say("tracking.over", self.language, number=row.over_due), Mark.BAD)
        short = self._number(row.short_of_due)
        return Strong(short, Mark.BAD) if row.short_of_due else short

    def _gap_of_all(self) -> Words:
        short, over = self.total.short_of_due, self.total.over_due
        if short is None or self.total.reported == 0:
            return say("tracking.dash", self.language)
        if over is not None and over.low:
            code = "tracking.over" if over.low == over.high else "tracking.over_least"
            return Strong(say(code, self.language, number=over.low), Mark.BAD)
        said = self._ranged(short)
        bad = self.total.outcome is Outcome.NOT_MET
        return Strong(said, Mark.BAD) if bad else said

    def _ranged(self, figure: Range) -> str:
        high = 0 if figure.high is None else words.whole(figure.high)
        settled = high == 0 or figure.low == figure.high
        return (
            self._number(high) if settled else say("tracking.at_most", self.language, number=high)
        )

    def _coming(self, milestone: Milestone | None, pace: str) -> tuple[Words, ...]:
        if not self.has_next:
            return ()
        if milestone is None:
            return (say("tracking.no_next", self.language), pace)
        figure = figure_text(milestone, self.language)
        if milestone.due == self.next:
            return (figure, pace)
        return ((figure, Small(self.named(milestone.due))), pace)

    def _pace(self, row: RowProgress) -> str:
        pace = row.pace_per_month
        return (
            say("tracking.dash", self.language) if pace is None else self._number(words.whole(pace))
        )

    def _pace_of_all(self) -> str:
        pace = self.total.pace_per_month
        return (
            say("tracking.dash", self.language)
            if pace is None or not self.total.reported
            else self._ranged(pace)
        )

    def key(self) -> p.Key:
        """Return what the signs of the bars mean."""
        items = [(bars.key_now(), say("tracking.key.now", self.language))]
        if any(row.count is None or row.stale for row in self.rows):
            items.append((bars.key_of_unknown(), say("tracking.key.open", self.language)))
        if any(one.due is not None for one in self._each):
            due = say("tracking.key.due", self.language) if self.due is None else None
            items.append(
                (
                    bars.key_due(),
                    due or say("tracking.key.due_by", self.language, due=self.named(self.due)),
                )
            )
        if self.has_next:
            full = say("tracking.key.full", self.language) if self.next is None else None
            said = full or say("tracking.key.full_by", self.language, due=self.named(self.next))
            items.append((bars.key_full(), said))
        return p.Key(tuple(items))
