"""Where a ledger stands on a day: a row per locality, and the total."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar

import attrs

from careplan.base.errors import look_up
from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.display.cells import Row
from careplan.display.phrases import INDENT, indented
from careplan.display.result import Result
from careplan.documents.scales.targets import Ledger
from careplan.verbs.tracking.localities import LOCALITY_SHOWN, RowProgress
from careplan.verbs.tracking.totals import TotalProgress


@attrs.frozen(kw_only=True, repr=False)
class LedgerProgress(Result):
    """Where a ledger stands on a day: a row per locality, `report["name"]`, and the total."""

    shown: ClassVar[str] = LOCALITY_SHOWN

    ledger: Ledger
    on: date
    rows: tuple[RowProgress, ...]

    @property
    def total(self) -> TotalProgress:
        """All localities together."""
        return self._total

    @property
    def outcome(self) -> Outcome:
        """NOT_MET if a row or the total is, else UNKNOWN if one is, else MET; or nothing is due."""
        found = {self.total.outcome, *(row.outcome for row in self.rows)}
        worst = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)
        return next((one for one in worst if one in found), Outcome.NOT_APPLICABLE)

    @property
    def behind(self) -> tuple[RowProgress, ...]:
        """The rows that are not met."""
        return tuple(row for row in self.rows if row.outcome is Outcome.NOT_MET)

    @property
    def unreported(self) -> tuple[RowProgress, ...]:
        """The rows whose localities gave no count at all; a stale one is `row.stale`."""
        return tuple(row for row in self.rows if row.count is None)

    def __iter__(self) -> Iterator[RowProgress]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, locality: object) -> bool:
        return isinstance(locality, str) and locality in self._by_locality

    def __getitem__(self, locality: str) -> RowProgress:
        return look_up("locality", locality, self._by_locality)

    @cached_property
    def _total(self) -> TotalProgress:
        return TotalProgress(ledger=self.ledger, rows=self.rows, on=self.on)

    @cached_property
    def _by_locality(self) -> Mapping[str, RowProgress]:
        return {row.locality: row for row in self.rows}

    def _lines(self, language: str) -> Iterator[str]:
        """Say where a ledger stands, a line a locality, then the total."""
        ledger = self.ledger
        yield say(
            "ledger",
            language,
            title=ledger.title,
            locator=ledger.clause.locator,
            on=self.on,
            outcome=self.outcome,
            localities=len(self),
            behind=len(self.behind),
            stale=sum(row.stale for row in self),
            unreported=len(self.unreported),
        )
        if ledger.note is not None:
            yield INDENT + ledger.note.get(language)
        yield from indented(row.told(language) for row in self.rows)
        yield INDENT + self.total.told(language)

    def _rows(self) -> Iterator[Row]:
        yield from (row.cells() for row in self.rows)
        yield self.total.cells()
