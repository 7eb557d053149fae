"""Where a ledger stands on a day: a row per locality, and the total."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar

import attrs

from careplan.base.errors import look_up
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.display.cells import Row
from careplan.display.phrases import INDENT, indented
from careplan.display.result import Result
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.wording.ledgers import ledger_notes
from careplan.documents.wording.made import made_lines
from careplan.verbs.tracking.localities import LOCALITY_SHOWN, RowProgress
from careplan.verbs.tracking.totals import TotalProgress


@attrs.frozen(kw_only=True, repr=False)
class LedgerProgress(Result):
    """Where a ledger stands on a day: a row per locality and column, and the totals.

    `report["name"]` is the row of a locality in the first column, `report["name", "column"]` in
    another, `report.total` and `report.totals` are all localities together.
    """

    shown: ClassVar[str] = LOCALITY_SHOWN

    ledger: Ledger
    on: date
    rows: tuple[RowProgress, ...]

    @property
    def total(self) -> TotalProgress:
        """All localities together, in the first column."""
        return self.totals[0]

    @property
    def totals(self) -> tuple[TotalProgress, ...]:
        """All localities together, in each column."""
        return self._totals

    @property
    def outcome(self) -> Outcome:
        """NOT_MET if a row or a total is, else UNKNOWN if one is, else MET; or nothing is due."""
        found = {one.outcome for one in self._each}
        worst = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)
        return next((one for one in worst if one in found), Outcome.NOT_APPLICABLE)

    @property
    def behind(self) -> tuple[RowProgress, ...]:
        """The rows that are not met."""
        return tuple(row for row in self.rows if row.outcome is Outcome.NOT_MET)

    @property
    def unreported(self) -> tuple[RowProgress, ...]:
        """The rows of which no count at all was given; a stale one is `row.stale`."""
        return tuple(row for row in self.rows if row.count is None)

    @property
    def _each(self) -> tuple[RowProgress | TotalProgress, ...]:
        return (*self.rows, *self.totals)

    def __iter__(self) -> Iterator[RowProgress]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, asked: object) -> bool:
        match asked:
            case str(locality), str(of):
                return locality in self._by_locality and of in self._by_locality[locality]
            case _:
                return isinstance(asked, str) and asked in self._by_locality

    def __getitem__(self, asked: str | tuple[str, str]) -> RowProgress:
        locality, of = asked if isinstance(asked, tuple) else (asked, None)
        rows = look_up("locality", locality, self._by_locality)
        return look_up("column", self.ledger.columns[0].key if of is None else of, rows)

    @cached_property
    def _totals(self) -> tuple[TotalProgress, ...]:
        return tuple(
            TotalProgress(
                ledger=self.ledger,
                rows=tuple(row for row in self.rows if row.column.key == column.key),
                on=self.on,
                column=column,
            )
            for column in self.ledger.columns
        )

    @cached_property
    def _by_locality(self) -> Mapping[str, Mapping[str, RowProgress]]:
        found: dict[str, dict[str, RowProgress]] = {}
        for row in self.rows:
            found.setdefault(row.locality, {})[row.column.key] = row
        return found

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.ledger, on=self.on)

    def _lines(self, language: str) -> Iterator[str]:
        """Say where a ledger stands, a line a locality and column, then the totals."""
        ledger, several = self.ledger, len(self.ledger.columns) > 1
        yield say(
            "ledger",
            language,
            title=ledger.title,
            locator=ledger.clause.locator,
            on=self.on,
            outcome=self.outcome,
            localities=len(ledger.rows),
            behind=_places(self.behind),
            stale=_places(row for row in self if row.stale),
            unreported=_places(self.unreported),
        )
        if ledger.note is not None:
            yield INDENT + ledger.note.get(language)
        if ledger.increments:
            yield INDENT + say("ledger.added", language)
        yield from indented(one.told(language, named=several) for one in self._each)

    def _rows(self) -> Iterator[Row]:
        yield from (one.cells() for one in self._each)

    def _notes(self) -> Iterator[Text]:
        yield from super()._notes()
        yield from ledger_notes(self.ledger)


def _places(rows: Iterable[RowProgress]) -> int:
    return len({row.locality for row in rows})
