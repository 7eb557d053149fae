"""Where one locality of a ledger stands on a day."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property

import attrs

from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.display.cells import Row, empty, member
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, View
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
    months_until,
    over,
    reaches,
    short_of,
)
from careplan.verbs.tracking.shown.source import source
from careplan.verbs.tracking.shown.words import MARKS, sentence, so_many, state_word
from careplan.verbs.tracking.standing import standing_texts

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
        return self.outcome_of(self.due)

    def outcome_of(self, due: Milestone | None) -> Outcome:
        """Say how it stands with a milestone: by what is due, or by what is due beside it."""
        if due is None:
            return Outcome.NOT_APPLICABLE
        if self.count is None or is_before(self.count.on, due):
            return Outcome.UNKNOWN
        return Outcome.MET if reaches(due, self.count.number) else Outcome.NOT_MET

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
    def over_next(self) -> int | None:
        """How many are over the most that the next milestone allows; None as `over_due`."""
        return over(self.next, self._known)

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
        return due_and_next(self.owed, self.on)

    @property
    def owed(self) -> tuple[Milestone, ...]:
        """What is owed by each date; of increments the sums so far."""
        return self.row.owed(self.column.key, increments=self.increments)

    def told(self, language: str, *, named: bool = False) -> str:
        """Say where one locality stands; of what, if `named` or if it is not slots."""
        place = self.locality
        if named or self.column.key != SLOTS:
            place = say("tracking.of", language, place=place, column=self.column.label)
        silent = self.count is None or self.stale
        rest = standing_texts(self, None, language, silent=silent)
        clauses = (self._has(place, language), *rest)
        return say("tracking.joint", language).join(clauses)

    def _has(self, place: str, language: str) -> str:
        if self.count is None:
            return say("tracking.has_none", language, place=place)
        figure = so_many(self.count.number, self.column, language)
        if self.stale:
            return say("tracking.has_stale", language, place=place, figure=figure, on=self.count.on)
        return say("tracking.has_on", language, place=place, figure=figure, on=self.count.on)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show it as one sentence, with the mark of how it stands."""
        said = sentence([self.told(language)], language)
        answer = Answer(said, MARKS[self.outcome], state_word(self.outcome, language))
        return View(self.locality, source(None, self.clause, language), answer)

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
