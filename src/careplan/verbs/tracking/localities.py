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
from careplan.documents.scales.ledgers import SLOTS_COLUMN, Column, LedgerRow
from careplan.documents.scales.milestones import Milestone, due_and_next
from careplan.documents.wording.citing import cited
from careplan.fields.shapes import left_out
from careplan.nouns.counts import SLOTS, LedgerCount, SlotCount
from careplan.verbs.tracking.milestones import (
    column_cells,
    is_before,
    milestone_cells,
    milestone_line,
    milestone_text,
    months_until,
    over,
    reaches,
    short_of,
    weaker,
)

LOCALITY_SHOWN = (
    "locality outcome outcome_zh counted_on reached due_on due_slots short_of_due next_on "
    "next_slots short_of_next pace_per_month"
)


# What a locality and the total do not share.
COUNTED = "counted_on reached stale short_of_due over_due short_of_next pace_per_month"


SUMMED = (
    "low high localities reported stale_localities short_of_due_low short_of_due_high "
    "over_due_low over_due_high "
    "short_of_next_low short_of_next_high pace_per_month_low pace_per_month_high"
)


@attrs.frozen(kw_only=True, repr=False)
class RowProgress(Result):
    """Where one locality stands on a day, in one column of its ledger.

    `count` is its newest count there, None if it gave none. Where the figures of the ledger are
    `increments`, due and next are the sums so far, on top of the base of the row if it states one.
    """

    shown: ClassVar[str] = LOCALITY_SHOWN

    row: LedgerRow
    on: date
    count: SlotCount | LedgerCount | None
    column: Column = attrs.field(default=SLOTS_COLUMN, metadata=left_out())
    increments: bool = attrs.field(default=False, metadata=left_out())

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
        """What is due on `on`: the latest of the strongest milestones whose date has come."""
        return self._due_and_next[0]

    @property
    def next(self) -> Milestone | None:
        """The earliest milestone after `on`, of several on one date the strongest."""
        return self._due_and_next[1]

    @property
    def reached(self) -> int | None:
        """The number of the newest count, which may be stale."""
        return None if self.count is None else self.count.number

    @property
    def stale(self) -> bool:
        """Whether the newest count is older than the date that is due."""
        return self.count is not None and is_before(self.count.on, self.due)

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE if nothing is due, UNKNOWN without a count of the due date or later."""
        return self._outcome_of(self.due)

    def _outcome_of(self, due: Milestone | None) -> Outcome:
        if due is None:
            return Outcome.NOT_APPLICABLE
        if self.count is None or self.reached is None or is_before(self.count.on, due):
            return Outcome.UNKNOWN
        return Outcome.MET if reaches(due, self.reached) else Outcome.NOT_MET

    @property
    def short_of_due(self) -> int | None:
        """How many are short of what is due; None without a count that says so, or a milestone."""
        return short_of(self.due, self._known)

    @property
    def over_due(self) -> int | None:
        """How many are over the most that is due, as of an exact figure; None as `short_of_due`."""
        return over(self.due, self._known)

    @property
    def short_of_next(self) -> int | None:
        """How many are short of the next milestone; None as `short_of_due`."""
        return short_of(self.next, self._known)

    @property
    def pace_per_month(self) -> Fraction | None:
        """How many a month that reach the next milestone in time; 0 if nothing is short."""
        if self.next is None or self.short_of_next is None:
            return None
        return Fraction(self.short_of_next) / months_until(self.next, self.on)

    @property
    def _known(self) -> int | None:
        # What rests on a stale count is as little known as what rests on none.
        return None if self.stale else self.reached

    @cached_property
    def _due_and_next(self) -> tuple[Milestone | None, Milestone | None]:
        return due_and_next(self._owed, self.on)

    @property
    def _owed(self) -> tuple[Milestone, ...]:
        return self.row.owed(self.column.key, increments=self.increments)

    def told(self, language: str, *, named: bool = False) -> str:
        """Say where one locality stands; of what, if `named` or if it is not slots."""
        place = self.locality
        if named or self.column.key != SLOTS:
            place = say("ledger.of", language, place=place, column=self.column.label)
        said = say(
            "ledger.row",
            language,
            locality=place,
            outcome=self.outcome,
            reached=self.reached,
            due=milestone_text(self.due, language),
            next=milestone_text(self.next, language),
        )
        notes = [say("ledger.stale", language)] if self.stale else []
        if self.short_of_due:
            notes.append(say("ledger.short_of_due", language, short=self.short_of_due))
        if self.over_due:
            notes.append(say("ledger.over_due", language, over=self.over_due))
        if self.short_of_next:
            pace = self.pace_per_month
            notes.append(say("ledger.short_of_next", language, short=self.short_of_next, pace=pace))
        notes += (
            milestone_line(one, self._outcome_of(one), language)
            for one in weaker(self._owed, self.on)
        )
        return say("ledger.joint", language).join([said, *notes])

    def _lines(self, language: str) -> Iterator[str]:
        yield self.told(language)

    def cells(self) -> Row:
        """Return where one locality stands."""
        return {
            "kind": "locality",
            "locality": self.locality,
            **column_cells(self.column),
            **cited(self.clause),
            "on": self.on,
            **member("outcome", self.outcome),
            **milestone_cells("due", self.due),
            **milestone_cells("next", self.next),
            "counted_on": None if self.count is None else self.count.on,
            "reached": self.reached,
            "stale": self.stale,
            "short_of_due": self.short_of_due,
            "over_due": self.over_due,
            "short_of_next": self.short_of_next,
            "pace_per_month": self.pace_per_month,
            **empty(SUMMED),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.cells()
