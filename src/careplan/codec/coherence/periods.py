"""Whether a table by period, read from a file, can be of its ledger, its counts and its periods."""

from collections.abc import Iterator
from typing import assert_never

from careplan.base.errors import Problem
from careplan.codec.coherence.comparing import same
from careplan.codec.coherence.progress import of_progress
from careplan.verbs.periods.calendar import overlapping
from careplan.verbs.periods.rows import PeriodProgress
from careplan.verbs.periods.tables import ProgressTable, deciding
from careplan.verbs.periods.totals import PeriodTotal
from careplan.verbs.tracking.counting import clashes, strangers
from careplan.verbs.tracking.newest import place_of


def of_periods(made: PeriodProgress | PeriodTotal | ProgressTable) -> Iterator[Problem]:
    """Yield what a table, a row or a total of it says that no counts come to."""
    match made:
        case PeriodProgress(period=period, standing=standing, before=before):
            yield from same(standing.on, period.end, "standing.on")
            if before is not None:
                yield from _of_row_before(made)
        case PeriodTotal(period=period, rows=rows):
            for index, row in enumerate(rows):
                yield from same(row.period, period, f"rows[{index}].period")
            yield from of_progress(made.standing)
        case ProgressTable():
            yield from _of_table(made)
        case _:
            assert_never(made)


def _of_row_before(made: PeriodProgress) -> Iterator[Problem]:
    before, standing = made.before, made.standing
    assert before is not None  # noqa: S101 - asked of such rows only
    yield from same(before.row, standing.row, "before.row")
    yield from same(before.column, standing.column, "before.column")
    if before.on >= made.period.start:
        other = {"other": before.on}
        yield Problem("period.start", "not_after_period", made.period.start, other)
    if before.count is not None and (standing.count is None or standing.count.on < before.count.on):
        yield Problem("standing.count", "other_answer", standing.count, {"expected": before.count})


def _of_table(made: ProgressTable) -> Iterator[Problem]:
    if not made.periods:
        yield Problem("periods", "nothing_listed", made.periods)
        return
    yield from overlapping(made.periods)
    figures = ((place_of(one), one.on, one.number) for one in made.counts)
    wrong = [problem for problem, _ in strangers(made.counts, made.ledger)]
    wrong += clashes(figures, made.periods[-1].end, "refuse")
    yield from wrong
    if not wrong:  # else it is not known which decide
        ordered = sorted(made.counts, key=lambda count: count.on)
        yield from same(made.counts, deciding(ordered, made.periods), "counts")
