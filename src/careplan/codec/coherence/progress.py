"""Whether what was counted or measured can be of the goal and the day that it stands by."""

from collections.abc import Iterator

import attrs

from careplan.base.errors import Problem, beside
from careplan.codec.coherence.comparing import among, same
from careplan.documents.scales.ledgers import Column
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.targets import TargetProgress
from careplan.verbs.tracking.totals import TotalProgress


def of_progress(
    made: TargetProgress | RowProgress | TotalProgress | LedgerProgress,
) -> Iterator[Problem]:
    """Yield what a report says that is not of its goal, or of a later day."""
    match made:
        case TargetProgress(target=target, on=on, measured=measured) if measured is not None:
            if measured.on > on:
                yield Problem("measured", "after_on", measured.on, {"on": on})
            for problem in target.misfits(measured):
                yield attrs.evolve(problem, path=beside("measured", problem.path))
        case RowProgress(row=row, count=count, on=on) if count is not None:
            yield from same(count.locality, row.locality, "count.locality")
            yield from same(count.of, made.column.key, "count.of")
            if count.on > on:
                yield Problem("count.on", "after_on", count.on, {"on": on})
        case TotalProgress(ledger=ledger, column=column):
            if column not in ledger.columns:
                yield from among([column.key], set(), "column")
            yield from _of_rows(made, (column,))
        case LedgerProgress(ledger=ledger):
            yield from _of_rows(made, ledger.columns)


def _of_rows(
    made: TotalProgress | LedgerProgress, columns: tuple[Column, ...]
) -> Iterator[Problem]:
    """Yield what rows say that their ledger does not: each locality, in each of these columns."""
    expected = [(row, column) for row in made.ledger.rows for column in columns]
    rows = tuple(row for row, _ in expected)
    yield from same(tuple(one.row for one in made.rows), rows, "rows")
    for index, one in enumerate(made.rows):
        at = f"rows[{index}]"
        yield from same(one.on, made.on, f"{at}.on")
        yield from same(one.increments, made.ledger.increments, f"{at}.increments")
        for _, column in expected[index : index + 1]:
            yield from same(one.column, column, f"{at}.column")
