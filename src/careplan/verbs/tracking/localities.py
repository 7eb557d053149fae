"""Where one locality of a ledger stands on a day."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

import attrs

from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.display.cells import Row, empty, member
from careplan.display.result import Result
from careplan.documents.clauses import Clause
from careplan.documents.scales.targets import LedgerRow, Milestone, due_and_next
from careplan.documents.wording.citing import cited
from careplan.nouns.counts import SlotCount
from careplan.verbs.tracking.milestones import milestone_cells, milestone_text, position, short_of

LOCALITY_SHOWN = (
    "locality outcome outcome_zh counted_on reached due_on due_slots short_of_due next_on "
    "next_slots short_of_next pace_per_month"
)


# What a locality and the total do not share.
COUNTED = "counted_on reached stale short_of_due short_of_next pace_per_month"


SUMMED = (
    "low high localities reported stale_localities short_of_due_low short_of_due_high "
    "short_of_next_low short_of_next_high pace_per_month_low pace_per_month_high"
)


@attrs.frozen(kw_only=True, repr=False)
class RowProgress(Result):
    """Where one locality stands on a day. `count` is its newest count, None if it gave none."""

    shown: ClassVar[str] = LOCALITY_SHOWN

    row: LedgerRow
    on: date
    count: SlotCount | None

    @property
    def locality(self) -> str:
        """The locality's name as printed."""
        return self.row.locality

    @property
    def clause(self) -> Clause:
        """The clause of the row."""
        return self.row.clause

    @property
    def due(self) -> Milestone | None:
        """The latest milestone dated at most `on`."""
        return self._due_and_next[0]

    @property
    def next(self) -> Milestone | None:
        """The earliest milestone after `on`."""
        return self._due_and_next[1]

    @property
    def reached(self) -> int | None:
        """The slots of the newest count, which may be stale."""
        return None if self.count is None else self.count.slots

    @property
    def stale(self) -> bool:
        """Whether the newest count is older than the date that is due."""
        return self.count is not None and self.due is not None and self.count.on < self.due.due

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE if nothing is due, UNKNOWN without a count of the due date or later."""
        if self.due is None:
            return Outcome.NOT_APPLICABLE
        if self.reached is None or self.stale:
            return Outcome.UNKNOWN
        return Outcome.MET if self.reached >= self.due.slots else Outcome.NOT_MET

    @property
    def short_of_due(self) -> int | None:
        """The slots short of what is due; None without a count that says so, or a milestone."""
        return short_of(self.due, self._known)

    @property
    def short_of_next(self) -> int | None:
        """The slots short of the next milestone; None as `short_of_due`."""
        return short_of(self.next, self._known)

    @property
    def pace_per_month(self) -> Fraction | None:
        """The slots a month that reach the next milestone in time; 0 if nothing is short."""
        if self.next is None or self.short_of_next is None:
            return None
        return Fraction(self.short_of_next) / (position(self.next.due) - position(self.on))

    @property
    def _known(self) -> int | None:
        # What rests on a stale count is as little known as what rests on none.
        return None if self.stale else self.reached

    @cached_property
    def _due_and_next(self) -> tuple[Milestone | None, Milestone | None]:
        return due_and_next(self.row.milestones, self.on)

    def told(self, language: str) -> str:
        """Say where one locality stands."""
        said = say(
            "ledger.row",
            language,
            locality=self.locality,
            outcome=self.outcome,
            reached=self.reached,
            due=milestone_text(self.due, language),
            next=milestone_text(self.next, language),
        )
        notes = [say("ledger.stale", language)] if self.stale else []
        if self.short_of_due:
            notes.append(say("ledger.short_of_due", language, short=self.short_of_due))
        if self.short_of_next:
            pace = self.pace_per_month
            notes.append(say("ledger.short_of_next", language, short=self.short_of_next, pace=pace))
        return say("ledger.joint", language).join([said, *notes])

    def _lines(self, language: str) -> Iterator[str]:
        yield self.told(language)

    def cells(self) -> Row:
        """Return where one locality stands."""
        return {
            "kind": "locality",
            "locality": self.locality,
            **cited(self.clause),
            "on": self.on,
            **member("outcome", self.outcome),
            **milestone_cells("due", self.due),
            **milestone_cells("next", self.next),
            "counted_on": None if self.count is None else self.count.on,
            "reached": self.reached,
            "stale": self.stale,
            "short_of_due": self.short_of_due,
            "short_of_next": self.short_of_next,
            "pace_per_month": self.pace_per_month,
            **empty(SUMMED),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.cells()
