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
from careplan.documents.scales.targets import Ledger, Milestone, due_and_next
from careplan.documents.wording.citing import cited
from careplan.verbs.tracking.localities import COUNTED, RowProgress
from careplan.verbs.tracking.milestones import milestone_cells, milestone_text, position


@attrs.frozen(kw_only=True, repr=False)
class TotalProgress(Result):
    """All localities together: a range, because a locality that gave no count is unknown."""

    shown: ClassVar[str] = "outcome reported localities low high due_on due_slots"

    ledger: Ledger
    rows: tuple[RowProgress, ...]
    on: date

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
        """The slots certainly there: the sum of the counts that are not stale for the total."""
        return sum(self._counted)

    @property
    def high(self) -> int | None:
        """The same sum once every locality has reported, else None: no upper bound is known."""
        return self.low if 0 < self.localities == self.reported else None

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
        """MET once the certain slots reach what is due, NOT_MET once no more can come."""
        if self.due is None:
            return Outcome.NOT_APPLICABLE
        if self.low >= self.due.slots:
            return Outcome.MET
        return Outcome.UNKNOWN if self.high is None else Outcome.NOT_MET

    @property
    def short_of_due(self) -> Range | None:
        """How many slots short of what is due, at least and at most; None if nothing is due."""
        return None if self.due is None else Range(*self._short(self.due))

    @property
    def short_of_next(self) -> Range | None:
        """How many slots short of what is due next, at least and at most; None if nothing is."""
        return None if self.next is None else Range(*self._short(self.next))

    @property
    def pace_per_month(self) -> Range | None:
        """The slots a month that reach the next date in time, at least and at most."""
        if self.next is None:
            return None
        months = position(self.next.due) - position(self.on)
        least, most = self._short(self.next)
        return Range(least / months, most / months)

    def _short(self, milestone: Milestone) -> tuple[int, int]:
        # Counts that lack may bring everything that is short, and can take nothing away.
        least = 0 if self.high is None else max(0, milestone.slots - self.high)
        return least, max(0, milestone.slots - self.low)

    @cached_property
    def _counted(self) -> tuple[int, ...]:
        # What is due of all together says how old a count may be, whatever its row owes.
        since = date.min if self.due is None else self.due.due
        counts = (row.count for row in self.rows if row.count is not None)
        return tuple(count.slots for count in counts if count.on >= since)

    @cached_property
    def _due_and_next(self) -> tuple[Milestone | None, Milestone | None]:
        return due_and_next(self.ledger.milestones, self.on)

    def told(self, language: str) -> str:
        """Say where all localities together stand."""
        said = say(
            "ledger.total",
            language,
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
        if coming is not None and pace is not None and coming.high:
            short, a_month = coming.told(language), pace.told(language)
            notes.append(say("ledger.short_of_next", language, short=short, pace=a_month))
        return say("ledger.joint", language).join([said, *notes])

    def _lines(self, language: str) -> Iterator[str]:
        yield self.told(language)

    def cells(self) -> Row:
        """Return where all localities together stand."""
        return {
            "kind": "total",
            "locality": None,
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
            **range_cells("short_of_next", self.short_of_next),
            **range_cells("pace_per_month", self.pace_per_month),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.cells()
