"""Where a ledger stands on a day: a row per locality, and the total."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

import attrs

from careplan.base.errors import look_up
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.display.cells import Row
from careplan.display.result import Result
from careplan.display.views.parts import Detail, View
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.wording.ledgers import ledger_notes
from careplan.documents.wording.made import made_lines
from careplan.fields.shapes import aside
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.newest import Count, Newest, fallen, month_ends, newest_by
from careplan.verbs.tracking.shown.views import LedgerView
from careplan.verbs.tracking.totals import TotalProgress


@attrs.frozen(kw_only=True, repr=False)
class LedgerProgress(Result):
    """Where a ledger stands on a day: a row per locality and column, and the totals.

    `report["name"]` is the row of a locality in the first column, `report["name", "column"]` in
    another, `report.total` and `report.totals` are all localities together.

    `counts` are all that it was given up to that day, the oldest first: its display says by them
    what has fallen, and what was reported before. None are kept in JSON.
    """

    ledger: Ledger
    on: date
    rows: tuple[RowProgress, ...]
    counts: tuple[Count, ...] = aside(())

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

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show how many stand how, each locality with the worst first, and the targets."""
        days = month_ends(self.counts, self.on)
        before = (as_of(self.ledger, day, newest_by(self.counts, day)) for day in days)
        shown = LedgerView(
            ledger=self.ledger,
            on=self.on,
            outcome=self.outcome,
            rows=self.rows,
            totals=self.totals,
            earlier=tuple(one.totals for one in before),
            fallen=fallen(self.counts),
        )
        return shown.view(language)

    def _rows(self) -> Iterator[Row]:
        yield from (one.cells() for one in self._each)

    def _notes(self) -> Iterator[Text]:
        yield from super()._notes()
        yield from ledger_notes(self.ledger)


def as_of(
    ledger: Ledger, on: date, newest: Newest, counts: tuple[Count, ...] = ()
) -> LedgerProgress:
    """Return where a ledger stands on a day by the newest counts of its localities."""
    increments = ledger.increments
    columns = [(column, newest.get(column.key, {})) for column in ledger.columns]
    rows = tuple(
        [
            RowProgress(
                row=row,
                on=on,
                count=counted.get(row.locality),
                column=column,
                increments=increments,
            )
            for row in ledger.rows
            for column, counted in columns
        ]
    )
    return LedgerProgress(ledger=ledger, on=on, rows=rows, counts=counts)
