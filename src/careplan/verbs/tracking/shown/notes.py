"""What a reader of a ledger's grid must be told: who is missing, and what is reckoned how."""

from collections.abc import Iterable, Iterator

from careplan.base.exact import tidy
from careplan.base.messages import join, say
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.milestones import months_until
from careplan.verbs.tracking.shown import words
from careplan.verbs.tracking.shown.grid import LedgerGrid


def notes(grids: Iterable[LedgerGrid], language: str, *, carried: str = "") -> Iterator[str]:
    """Yield the notes of a ledger's grids, each once.

    What is `carried` is said of counts of an earlier day, where there is more to say of them.
    """
    listed = tuple(grids)
    each = (note for one in listed for note in _of_grid(one, language, carried))
    yield from dict.fromkeys(each)
    ledger = listed[0].ledger
    if ledger.increments:
        yield words.sentence([say("ledger.added", language)], language)
    if ledger.note is not None:
        yield words.sentence([ledger.note.get(language)], language)


def _of_grid(grid: LedgerGrid, language: str, carried: str) -> Iterator[str]:
    silent = [row.locality for row in grid.ordered if row.count is None]
    if silent:
        named = join(silent, language)
        yield say("tracking.note.unreported", language, count=len(silent), places=named)
    yield from [carried] if carried else _older(grid, language)
    if any(row.stale for row in grid.rows):
        yield say("tracking.note.stale", language)
    if any(row.pace_per_month is not None for row in grid.rows):
        yield _pace(grid, language)
    if grid.rows and grid.total.reported and grid.total.high is None:
        yield say("tracking.note.open", language)
    yield from _derived(grid, language)


def _older(grid: LedgerGrid, language: str) -> Iterator[str]:
    """Yield of what day a count is that is not of the day asked."""
    counts = (row.count for row in grid.rows if not row.stale)
    days = sorted({one.on for one in counts if one is not None and one.on != grid.on})
    if len(days) == 1:
        said = words.short_day(days[0], grid.on, language)
        yield say("tracking.note.older", language, said=said, day=days[0])
    elif days:
        yield say("tracking.note.olders", language)


def _pace(grid: LedgerGrid, language: str) -> str:
    coming = _coming(grid.rows)
    if grid.next is None or coming is None:
        return say("tracking.note.paces", language)
    return say("tracking.note.pace", language, months=coming)


def _coming(rows: Iterable[RowProgress]) -> object:
    """Return how many months remain, where they are whole ones for all rows."""
    months = {tidy(months_until(row.next, row.on)) for row in rows if row.next is not None}
    found = months.pop()
    return found if isinstance(found, int) and not months else None


def _derived(grid: LedgerGrid, language: str) -> Iterator[str]:
    """Yield for which dates the document prints no total."""
    seen = (grid.total.due, grid.total.next)
    dues = [grid.named(one.due) for one in seen if one is not None and one.derived]
    if dues and grid.rows:
        yield say("tracking.note.derived", language, dues=join(dues, language))
