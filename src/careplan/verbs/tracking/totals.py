"""All localities of a ledger together: a range, because what gave no count is unknown."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

import attrs

from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.display.cells import Row, empty, member
from careplan.display.ranges import Range, range_cells
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, View
from careplan.documents.scales.ledgers import SLOTS_COLUMN, Column, Ledger
from careplan.documents.scales.milestones import Milestone, due_and_next
from careplan.documents.wording.citing import cited
from careplan.fields.shapes import left_out
from careplan.nouns.counts import SLOTS
from careplan.verbs.tracking.localities import COUNTED, RowProgress
from careplan.verbs.tracking.milestones import (
    column_cells,
    is_before,
    milestone_cells,
    months_until,
    over,
    short_of,
)
from careplan.verbs.tracking.shown.source import source
from careplan.verbs.tracking.shown.words import MARKS, sentence, so_many, state_word
from careplan.verbs.tracking.standing import standing_texts


@attrs.frozen(kw_only=True, repr=False)
class TotalProgress(Result):
    """All localities together, in one column of their ledger.

    A range, because a locality that gave no count is unknown.
    """

    ledger: Ledger
    rows: tuple[RowProgress, ...]
    on: date
    column: Column = attrs.field(default=SLOTS_COLUMN, metadata=left_out())

    @property
    def localities(self) -> int:
        """How many localities the ledger has."""
        return len(self.rows)

    @property
    def reported(self) -> int:
        """How many localities have a count that is not stale for the total."""
        return len(self._counted)

    @property
    def stale(self) -> int:
        """How many localities have only a count older than the date on which the total is due."""
        return sum(row.count is not None for row in self.rows) - self.reported

    @property
    def low(self) -> int:
        """How many are certainly there: the sum of the counts that are not stale for the total."""
        return sum(self._counted)

    @property
    def high(self) -> int | None:
        """The same sum once every locality has reported, else None: no upper bound is known."""
        return self._high(self._counted)

    @property
    def due(self) -> Milestone | None:
        """What all localities together owe by the latest date that is due."""
        return self._due_and_next[0]

    @property
    def next(self) -> Milestone | None:
        """What all localities together owe by the next date."""
        return self._due_and_next[1]

    @property
    def outcome(self) -> Outcome:
        """MET once all that there can be is as due, NOT_MET once nothing can be, else UNKNOWN."""
        return self.outcome_of(self.due)

    def outcome_of(self, due: Milestone | None) -> Outcome:
        """Say how it stands with a milestone: by what is due, or by what is due beside it."""
        figures = None if due is None else due.counted
        if figures is None:
            return Outcome.NOT_APPLICABLE
        counts = self._counts_since(due)
        low, high = sum(counts), self._high(counts)
        if figures.all_hold(low, high):
            return Outcome.MET
        return Outcome.NOT_MET if figures.none_holds(low, high) else Outcome.UNKNOWN

    @property
    def short_of_due(self) -> Range | None:
        """How many short of what is due, at least and at most; None if nothing is due."""
        return None if self.due is None else Range(*self._short(self.due))

    @property
    def over_due(self) -> Range | None:
        """How many over the most that is due, at least and at most; None if nothing is due."""
        return self._over(self.due)

    @property
    def short_of_next(self) -> Range | None:
        """How many short of what is due next, at least and at most; None if nothing is."""
        return None if self.next is None else Range(*self._short(self.next))

    @property
    def over_next(self) -> Range | None:
        """How many over the most that is due next, at least and at most; None if nothing is."""
        return self._over(self.next)

    @property
    def pace_per_month(self) -> Range | None:
        """How many a month that reach the next date in time, at least and at most."""
        if self.next is None:
            return None
        months = months_until(self.next, self.on)
        least, most = self._short(self.next)
        return Range(least / months, most / months)

    def _over(self, milestone: Milestone | None) -> Range | None:
        least = over(milestone, self.low)
        if milestone is None or least is None:
            return None
        bounded = milestone.counted is not None and milestone.counted.high is not None
        return Range(least, over(milestone, self.high) if bounded else 0)

    def _short(self, milestone: Milestone) -> tuple[int, int]:
        # Counts that lack may bring everything that is short, and can take nothing away.
        return short_of(milestone, self.high) or 0, short_of(milestone, self.low) or 0

    @cached_property
    def _counted(self) -> tuple[int, ...]:
        return self._counts_since(self.due)

    def _counts_since(self, due: Milestone | None) -> tuple[int, ...]:
        # What is due of all together says how old a count may be, whatever its row owes.
        counts = (row.count for row in self.rows if row.count is not None)
        return tuple(count.number for count in counts if not is_before(count.on, due))

    def _high(self, counts: tuple[int, ...]) -> int | None:
        return sum(counts) if 0 < self.localities == len(counts) else None

    @cached_property
    def _due_and_next(self) -> tuple[Milestone | None, Milestone | None]:
        return due_and_next(self.owed, self.on)

    @property
    def owed(self) -> tuple[Milestone, ...]:
        """What all localities owe by each date, as printed or derived."""
        return self.ledger.together(self.column.key)

    def told(self, language: str, *, named: bool = False) -> str:
        """Say where all localities together stand; of what, if `named` or if it is not slots."""
        together = say("tracking.together", language)
        if named or self.column.key != SLOTS:
            together = say("tracking.of", language, place=together, column=self.column.label)
        silent, precision = self.reported == 0, self.ledger.precision
        rest = standing_texts(self, precision, language, silent=silent)
        clauses = (self._has(together, language), *rest)
        return say("tracking.joint", language).join(clauses)

    def _has(self, place: str, language: str) -> str:
        if self.reported == 0 and self.stale:
            return say("tracking.has_all_stale", language, place=place)
        if self.reported == 0:
            return say("tracking.has_none", language, place=place)
        figure = so_many(self.low, self.column, language)
        if self.high is None:
            return say("tracking.has_least", language, place=place, figure=figure)
        return say("tracking.has", language, place=place, figure=figure)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show it as one sentence, with the mark of how it stands."""
        said = sentence([self.told(language)], language)
        answer = Answer(said, MARKS[self.outcome], state_word(self.outcome, language))
        ledger = self.ledger
        title = say("tracking.title", language, title=ledger.title)
        return View(title, source(ledger.document, ledger.clause, language), answer)

    def cells(self) -> Row:
        """Return where all localities together stand."""
        return {
            "kind": "total",
            "locality": None,
            **column_cells(self.column),
            **cited(self.ledger.clause),
            "on": self.on,
            **member("outcome", self.outcome),
            **milestone_cells("due", self.due),
            **milestone_cells("next", self.next),
            **empty(COUNTED),
            "low": self.low,
            "high": self.high,
            "localities": self.localities,
            "reported": self.reported,
            "stale_localities": self.stale,
            **range_cells("short_of_due", self.short_of_due),
            **range_cells("over_due", self.over_due),
            **range_cells("short_of_next", self.short_of_next),
            **range_cells("pace_per_month", self.pace_per_month),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.cells()
