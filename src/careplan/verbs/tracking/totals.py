"""All localities of a ledger together: a range, because what gave no count is unknown."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar

import attrs

from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.display.cells import Row, empty, member
from careplan.display.ranges import Range, range_cells
from careplan.display.result import Result
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
    milestone_line,
    milestone_text,
    months_until,
    over,
    short_of,
    weaker,
)


@attrs.frozen(kw_only=True, repr=False)
class TotalProgress(Result):
    """All localities together, in one column of their ledger.

    A range, because a locality that gave no count is unknown.
    """

    shown: ClassVar[str] = "outcome reported localities low high due_on due_slots"

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
        return self._outcome_of(self.due)

    def _outcome_of(self, due: Milestone | None) -> Outcome:
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
        least = over(self.due, self.low)
        if self.due is None or least is None:
            return None
        bounded = self.due.counted is not None and self.due.counted.high is not None
        return Range(least, over(self.due, self.high) if bounded else 0)

    @property
    def short_of_next(self) -> Range | None:
        """How many short of what is due next, at least and at most; None if nothing is."""
        return None if self.next is None else Range(*self._short(self.next))

    @property
    def pace_per_month(self) -> Range | None:
        """How many a month that reach the next date in time, at least and at most."""
        if self.next is None:
            return None
        months = months_until(self.next, self.on)
        least, most = self._short(self.next)
        return Range(least / months, most / months)

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
        return due_and_next(self._owed, self.on)

    @property
    def _owed(self) -> tuple[Milestone, ...]:
        return self.ledger.together(self.column.key)

    def told(self, language: str, *, named: bool = False) -> str:
        """Say where all localities together stand; of what, if `named` or if it is not slots."""
        together = say("ledger.together", language)
        if named or self.column.key != SLOTS:
            together = say("ledger.of", language, place=together, column=self.column.label)
        said = say(
            "ledger.total",
            language,
            together=together,
            outcome=self.outcome,
            reported=self.reported,
            localities=self.localities,
            stale=self.stale,
            slots=Range(self.low, self.high).told(language),
            due=milestone_text(self.due, language),
            next=milestone_text(self.next, language),
        )
        due, coming, pace = self.short_of_due, self.short_of_next, self.pace_per_month
        notes = []
        if due is not None and due.high:
            notes.append(say("ledger.short_of_due", language, short=due.told(language)))
        if self.over_due is not None and self.over_due.low:
            notes.append(say("ledger.over_due", language, over=self.over_due.told(language)))
        if coming is not None and pace is not None and coming.high:
            short, a_month = coming.told(language), pace.told(language)
            notes.append(say("ledger.short_of_next", language, short=short, pace=a_month))
        notes += (
            milestone_line(one, self._outcome_of(one), language)
            for one in weaker(self._owed, self.on)
        )
        return say("ledger.joint", language).join([said, *notes])

    def _lines(self, language: str) -> Iterator[str]:
        yield self.told(language)

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
