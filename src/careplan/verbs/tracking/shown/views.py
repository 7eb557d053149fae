"""The view of a ledger: the answer, a grid for each column, notes, and charts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.display.views.parts import Part, View, part
from careplan.documents.scales.ledgers import Ledger
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.shown.answers import answer
from careplan.verbs.tracking.shown.chart import Chart
from careplan.verbs.tracking.shown.grid import LedgerGrid
from careplan.verbs.tracking.shown.notes import notes
from careplan.verbs.tracking.shown.source import source
from careplan.verbs.tracking.totals import TotalProgress

Fallen = Mapping[tuple[str, str], int]


@attrs.frozen(kw_only=True)
class LedgerView:
    """Where a ledger stands on a day, with the sums of earlier days for its chart.

    `fallen` says of a locality and a column how many fewer there are than there were.
    """

    ledger: Ledger
    on: date
    outcome: Outcome
    rows: tuple[RowProgress, ...]
    totals: tuple[TotalProgress, ...]
    earlier: tuple[tuple[TotalProgress, ...], ...] = ()
    fallen: Fallen = attrs.field(factory=dict)

    def grids(self, language: str) -> tuple[LedgerGrid, ...]:
        """Return the grid of each column."""
        return tuple(
            LedgerGrid(
                ledger=self.ledger,
                column=total.column,
                rows=total.rows,
                total=total,
                on=self.on,
                language=language,
                fallen={
                    place: fall
                    for (place, of), fall in self.fallen.items()
                    if of == total.column.key
                },
            )
            for total in self.totals
        )

    def view(self, language: str, between: Iterable[Part] = (), carried: str = "") -> View:
        """Return the view of it; what is `carried` is said instead of which counts are older."""
        grids = self.grids(language)
        stated = bool(self.ledger.rows) or any(one.total.owed for one in grids)
        parts = (*map(_part, grids), *between, *self._charts(grids, language)) if stated else ()
        return View(
            title=say("tracking.title", language, title=self.ledger.title),
            source=source(self.ledger.document, self.ledger.clause, language),
            answer=answer(self.outcome, grids, language),
            parts=parts,
            notes=tuple(notes(grids, language, carried=carried)),
        )

    def _charts(self, grids: tuple[LedgerGrid, ...], language: str) -> Iterator[Part]:
        for place, grid in enumerate(grids):
            totals = (*(one[place] for one in self.earlier), grid.total)
            chart = Chart(grid, totals, language)
            figure = chart.figure()
            if figure is not None:
                yield part(chart.title(), figure)


def _part(grid: LedgerGrid) -> Part:
    """Return the grid of a column, under its name where there are several."""
    several = len(grid.ledger.columns) > 1
    title = grid.column.label.get(grid.language) if several else ""
    return part(title, grid.grid(), grid.key())
