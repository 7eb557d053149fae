"""Where one locality stood at the end of a period, and what has changed since the one before."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import attrs

from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.display.cells import Row, empty, text
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, View
from careplan.documents.periods import Period
from careplan.documents.scales.ledgers import Column
from careplan.documents.scales.milestones import Milestone
from careplan.nouns.counts import LedgerCount, SlotCount
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.shown.source import source
from careplan.verbs.tracking.shown.words import MARKS, sentence, state_word


@attrs.frozen(kw_only=True, repr=False)
class PeriodProgress(Result):
    """Where one locality stood on the last day of a period, in one column of its ledger.

    `standing` is what `track_progress` says of it as of that day, `before` that of the period
    before, if the table has one.
    """

    period: Period
    standing: RowProgress
    before: RowProgress | None = None

    @property
    def locality(self) -> str:
        """The locality's name as printed."""
        return self.standing.locality

    @property
    def column(self) -> Column:
        """What is counted."""
        return self.standing.column

    @property
    def outcome(self) -> Outcome:
        """Whether what was due at the end of the period was reached."""
        return self.standing.outcome

    @property
    def due(self) -> Milestone | None:
        """What was due at the end of the period."""
        return self.standing.due

    @property
    def next(self) -> Milestone | None:
        """What came due next after the period."""
        return self.standing.next

    @property
    def reached(self) -> int | None:
        """The number of the newest count by the end of the period, which may be older than it."""
        return self.standing.reached

    @property
    def counted_on(self) -> date | None:
        """The day of that count; None if there is none."""
        return None if self.standing.count is None else self.standing.count.on

    @property
    def counted_in_period(self) -> bool:
        """Whether that count is of the period itself; if not, an older one stands in its place."""
        return self.counted_on is not None and self.counted_on >= self.period.start

    @property
    def stale(self) -> bool:
        """Whether that count is older than the date that is due."""
        return self.standing.stale

    @property
    def short_of_due(self) -> int | None:
        """How many were short of what was due; None without a count that says so."""
        return self.standing.short_of_due

    @property
    def pace_per_month(self) -> Fraction | None:
        """How many a month from then on reach the next milestone in time."""
        return self.standing.pace_per_month

    @property
    def change(self) -> int | None:
        """How many more than the newest count by the end of the period before.

        None in the first period of a table, and where there is no count of the period or none
        before: that nobody counted is no "nothing has changed".
        """
        older, newer = self._compared, self.standing.count
        return None if older is None or newer is None else newer.number - older.number

    @property
    def compared_on(self) -> date | None:
        """The day of the count that `change` is since, of the period before or older still."""
        return None if self._compared is None else self._compared.on

    @property
    def _compared(self) -> SlotCount | LedgerCount | None:
        # Where nobody counted in the period there is nothing newer to compare.
        return None if self.before is None or not self.counted_in_period else self.before.count

    @property
    def fell(self) -> bool:
        """Whether there are fewer than there were: no error, but to be looked at."""
        return self.change is not None and self.change < 0

    def told(self, language: str, *, named: bool = False) -> str:
        """Say where the locality stood; of what, if `named` or if it is not slots."""
        than = say("period.than_count", language, on=self.compared_on)
        changed = change_texts(self.change, than, language)
        said = self.standing.told(language, named=named)
        return say("tracking.joint", language).join([said, *changed])

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show it as one sentence, with the mark of how it stood."""
        told = say("period", language, period=called(self.period), said=self.told(language))
        said = sentence([told], language)
        answer = Answer(said, MARKS[self.outcome], state_word(self.outcome, language))
        return View(self.locality, source(None, self.standing.clause, language), answer)

    def cells(self) -> Row:
        """Return where the locality stood as a flat row."""
        return {
            **period_cells(self.period),
            **self.standing.cells(),
            "counted_in_period": self.counted_in_period,
            "compared_on": self.compared_on,
            "changed_by": self.change,
            "fell": None if self.change is None else self.fell,
            **empty("counted_localities"),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.cells()


def called(period: Period) -> Text:
    """Return what a period is called."""
    return Text(zh=period.told("zh"), en=period.told("en"))


def period_cells(period: Period) -> Row:
    """Return a period as cells: what it is called, and its first and last day."""
    return {**text("period", called(period)), "start": period.start, "end": period.end}


def change_texts(change: int | None, than: str, language: str) -> list[str]:
    """Say what has changed since something that is said, if it is known."""
    if change is None:
        return []
    if change == 0:
        return [say("period.same", language, than=than)]
    code = "period.rise" if change > 0 else "period.fall"
    return [say(code, language, than=than, change=abs(change))]
