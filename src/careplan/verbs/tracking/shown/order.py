"""The order of a ledger's rows: problems first, the worst first."""

from collections.abc import Iterable

from careplan.base.truth import Outcome
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.shown.bars import mark_of

_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)
_RANKS = {outcome: place for place, outcome in enumerate(_ORDER)}


def worst_first(rows: Iterable[RowProgress]) -> list[RowProgress]:
    """Return rows in order: what is furthest from due, what most is due of, what is near to next.

    Ties stay in the order of the document.
    """
    return sorted(rows, key=_place)


def _place(row: RowProgress) -> tuple[int, int]:
    match row.outcome:
        case Outcome.NOT_MET:
            far = (row.short_of_due or 0) + (row.over_due or 0)
        case Outcome.UNKNOWN:
            far = mark_of(row.due) or 0
        case _:
            far = row.short_of_next or 0
    return _RANKS[row.outcome], -far
