"""A ledger period by period: a row per locality, column and period, and totals of each period."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter

import attrs

from careplan.base.errors import NotFound, look_up
from careplan.display.cells import Row
from careplan.display.result import Result
from careplan.display.views.parts import Detail, View
from careplan.documents.periods import Period
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.wording.made import made_lines
from careplan.verbs.periods.rows import PeriodProgress
from careplan.verbs.periods.shown import PeriodGrids
from careplan.verbs.periods.totals import PeriodTotal
from careplan.verbs.tracking.ledgers import LedgerProgress, as_of
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.newest import Count, Newest, newest_among
from careplan.verbs.tracking.shown.views import LedgerView


@attrs.frozen(kw_only=True, repr=False)
class ProgressTable(Result):
    """Where a ledger stood at the end of each period: `table[locality, period]` is a row.

    In a ledger of several columns that is the first, `table[locality, column, period]` another.
    `reports` says of each period what `track_progress` says as of its last day. `counts` are
    those that are the newest of some period, the oldest first.
    """

    ledger: Ledger
    periods: tuple[Period, ...]
    counts: tuple[Count, ...]

    @cached_property
    def reports(self) -> tuple[LedgerProgress, ...]:
        """Where the ledger stood on the last day of each period."""
        found, newest = [], Newest()
        for period, counted in zip(self.periods, newest_of(self.counts, self.periods), strict=True):
            for of, one in counted.items():
                newest.setdefault(of, {}).update(one)
            found.append(as_of(self.ledger, period.end, newest))
        return tuple(found)

    @cached_property
    def rows(self) -> tuple[PeriodProgress, ...]:
        """A row per locality and column, period by period."""
        return tuple(row for rows in self._rows_of.values() for row in rows)

    @cached_property
    def totals(self) -> tuple[PeriodTotal, ...]:
        """All localities together in each column, period by period."""
        return tuple(
            PeriodTotal(
                period=period,
                ledger=self.ledger,
                rows=tuple(row for row in rows if row.column.key == column.key),
                column=column,
            )
            for period, rows in self._rows_of.items()
            for column in self.ledger.columns
        )

    @property
    def fallen(self) -> tuple[PeriodProgress, ...]:
        """The rows with fewer than there were by the end of the period before."""
        return tuple(row for row in self.rows if row.fell)

    def report(self, period: Period) -> LedgerProgress:
        """Return where the ledger stood on the last day of a period; raises NotFound."""
        return dict(zip(self.periods, self.reports, strict=True))[self._asked(period)]

    def total(self, period: Period, of: str | None = None) -> PeriodTotal:
        """Return all localities together at the end of a period, in the first column or another.

        Raises NotFound for a period or a column that the table does not have.
        """
        asked = self._asked(period)
        return look_up("column", self._column(of), self._totals_by[asked])

    def __iter__(self) -> Iterator[PeriodProgress]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, asked: tuple[str, Period] | tuple[str, str, Period]) -> PeriodProgress:
        if not isinstance(asked, tuple) or len(asked) not in {2, 3}:
            raise NotFound("period", asked, [one.told("en") for one in self.periods])
        locality, *of, period = asked
        rows = look_up("locality", locality, self._by[self._asked(period)])
        return look_up("column", self._column(*of), rows)

    def _column(self, of: object = None) -> object:
        return self.ledger.columns[0].key if of is None else of

    def _asked(self, period: object) -> Period:
        if isinstance(period, Period) and period in self._rows_of:
            return period
        name = period.told("en") if isinstance(period, Period) else period
        raise NotFound("period", name, [one.told("en") for one in self.periods])

    @cached_property
    def _rows_of(self) -> Mapping[Period, tuple[PeriodProgress, ...]]:
        found = {}
        before: Iterable[RowProgress | None] = [None] * self._size
        for period, report in zip(self.periods, self.reports, strict=True):
            pairs = zip(report.rows, before, strict=True)
            found[period] = tuple(
                PeriodProgress(period=period, standing=one, before=was) for one, was in pairs
            )
            before = report.rows
        return found

    @property
    def _size(self) -> int:
        return len(self.ledger.rows) * len(self.ledger.columns)

    @cached_property
    def _by(self) -> Mapping[Period, Mapping[str, Mapping[str, PeriodProgress]]]:
        found: dict[Period, dict[str, dict[str, PeriodProgress]]] = {}
        for row in self.rows:
            places = found.setdefault(row.period, {})
            places.setdefault(row.locality, {})[row.column.key] = row
        return found

    @cached_property
    def _totals_by(self) -> Mapping[Period, Mapping[str, PeriodTotal]]:
        found: dict[Period, dict[str, PeriodTotal]] = {}
        for total in self.totals:
            found.setdefault(total.period, {})[total.column.key] = total
        return found

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.ledger)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show where the ledger stood at the end of the last period, and what there was in each."""
        last = self.reports[-1]
        stood = LedgerView(
            ledger=self.ledger,
            on=last.on,
            outcome=last.outcome,
            rows=last.rows,
            totals=last.totals,
            earlier=tuple(report.totals for report in self.reports[:-1]),
            fallen={
                (row.locality, row.column.key): -row.change
                for row in self._rows_of[self.periods[-1]]
                if row.change is not None and row.fell
            },
        )
        grids = PeriodGrids(self.ledger, self._rows_of, self._totals_by, language)
        parts = (grids.part(one) for one in stood.grids(language))
        return stood.view(language, parts, grids.carried())

    def _rows(self) -> Iterator[Row]:
        for period in self.periods:
            yield from (row.cells() for row in self._rows_of[period])
            yield from (total.cells() for total in self._totals_by[period].values())


def deciding(counts: Sequence[Count], periods: tuple[Period, ...]) -> tuple[Count, ...]:
    """Return the counts that are the newest of some period, of counts in order."""
    each = chain.from_iterable(
        by_place.values() for found in newest_of(counts, periods) for by_place in found.values()
    )
    return tuple(sorted(each, key=attrgetter("on")))


def newest_of(counts: Sequence[Count], periods: tuple[Period, ...]) -> tuple[Newest, ...]:
    """Return the newest counts dated by the end of each period, and after that of the one before.

    The counts stand in order, the oldest first: each is looked at once.
    """
    ends = [bisect_right(counts, period.end, key=attrgetter("on")) for period in periods]
    between = zip((0, *ends), ends, strict=False)
    return tuple(newest_among(counts[start:end]) for start, end in between)
