"""All localities of a ledger together at the end of a period."""

from collections.abc import Iterator
from functools import cached_property

import attrs

from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.display.cells import Row, empty
from careplan.display.ranges import Range
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, View
from careplan.documents.periods import Period
from careplan.documents.scales.ledgers import SLOTS_COLUMN, Column, Ledger
from careplan.documents.scales.milestones import Milestone
from careplan.fields.shapes import left_out
from careplan.verbs.periods.rows import (
    PeriodProgress,
    called,
    change_texts,
    period_cells,
)
from careplan.verbs.tracking.shown.source import source
from careplan.verbs.tracking.shown.words import MARKS, sentence, state_word
from careplan.verbs.tracking.totals import TotalProgress


@attrs.frozen(kw_only=True, repr=False)
class PeriodTotal(Result):
    """All localities together on the last day of a period, in one column of their ledger.

    `standing` is what `track_progress` says of them as of that day.
    """

    period: Period
    ledger: Ledger
    rows: tuple[PeriodProgress, ...]
    column: Column = attrs.field(default=SLOTS_COLUMN, metadata=left_out())

    @cached_property
    def standing(self) -> TotalProgress:
        """Where all localities together stood on the last day of the period."""
        rows = tuple(row.standing for row in self.rows)
        return TotalProgress(ledger=self.ledger, rows=rows, on=self.period.end, column=self.column)

    @property
    def outcome(self) -> Outcome:
        """Whether what was due of all together was reached, so far as the counts say."""
        return self.standing.outcome

    @property
    def due(self) -> Milestone | None:
        """What was due of all together at the end of the period."""
        return self.standing.due

    @property
    def low(self) -> int:
        """How many are certainly there: the sum of the counts that are not stale for the total."""
        return self.standing.low

    @property
    def high(self) -> int | None:
        """The same sum once every locality has such a count, else None."""
        return self.standing.high

    @property
    def localities(self) -> int:
        """How many localities the ledger has."""
        return self.standing.localities

    @property
    def reported(self) -> int:
        """How many have a count that is not stale for the total."""
        return self.standing.reported

    @property
    def counted(self) -> int:
        """How many have a count of the period itself."""
        return sum(row.counted_in_period for row in self.rows)

    @property
    def short_of_due(self) -> Range | None:
        """How many were short of what was due, at least and at most; None if nothing was due."""
        return self.standing.short_of_due

    @property
    def pace_per_month(self) -> Range | None:
        """How many a month from then on reach the next date in time, at least and at most."""
        return self.standing.pace_per_month

    @property
    def change(self) -> int | None:
        """The sum of the changes of the localities where each of them is known, else None."""
        known = [row.change for row in self.rows if row.change is not None]
        return sum(known) if 0 < len(self.rows) == len(known) else None

    @property
    def fell(self) -> bool:
        """Whether there are fewer in all than there were."""
        return self.change is not None and self.change < 0

    def told(self, language: str, *, named: bool = False) -> str:
        """Say where all together stood; of what, if `named` or if it is not slots."""
        said = [
            self.standing.told(language, named=named),
            say("period.coverage", language, counted=self.counted, localities=self.localities),
        ]
        changed = change_texts(self.change, say("period.than_before", language), language)
        return say("tracking.joint", language).join([*said, *changed])

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show it as one sentence, with the mark of how they stood."""
        told = say("period", language, period=called(self.period), said=self.told(language))
        said = sentence([told], language)
        answer = Answer(said, MARKS[self.outcome], state_word(self.outcome, language))
        ledger = self.ledger
        title = say("tracking.title", language, title=ledger.title)
        return View(title, source(ledger.document, ledger.clause, language), answer)

    def cells(self) -> Row:
        """Return where all together stood as a flat row."""
        return {
            **period_cells(self.period),
            **self.standing.cells(),
            **empty("counted_in_period"),
            **empty("compared_on"),
            "changed_by": self.change,
            "fell": None if self.change is None else self.fell,
            "counted_localities": self.counted,
        }

    def _rows(self) -> Iterator[Row]:
        yield self.cells()
