"""Ask where a ledger stood at the end of each of several periods."""

from collections.abc import Iterable

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.documents.encoded import read_shape
from careplan.documents.periods import Period
from careplan.documents.scales.ledgers import Ledger
from careplan.fields.kinds import PartKind
from careplan.fields.shapes import ListOf, OneOf
from careplan.nouns.counts import LedgerCount, SlotCount
from careplan.verbs.periods.calendar import overlapping
from careplan.verbs.periods.tables import ProgressTable, deciding
from careplan.verbs.tracking.counting import counted
from careplan.verbs.tracking.newest import Count

_PERIODS = ListOf(PartKind(Period), filled=True)
_COUNTS = ListOf(OneOf((SlotCount, LedgerCount)))


def progress_table(
    ledger: Ledger, reports: Iterable[Count], *, periods: Iterable[Period]
) -> ProgressTable:
    """Return where a ledger stood at the end of each period, by a whole history of counts.

    Each period is answered as `track_progress` answers on its last day: by the newest count
    dated until then, which may be older than the period (`counted_in_period` says so); later
    ones are for later periods. A row says how many more there are than by the end of the period
    before (`change`), where somebody counted; a fall is no error (`fell`). `periods` are in order
    and do not overlap: `cp.quarters(2024)`, or any others. Raises InvalidInput, all problems at
    once, for periods that are not so, and for counts that `track_progress` refuses.

    >>> import careplan as cp
    >>> from datetime import date
    >>> ledger, (first, second, *_) = cp.get_plan("dawa_2023").ledgers["slots"], cp.quarters(2024)
    >>> days = {date(2024, 3, 29): 90, date(2024, 6, 28): 200}
    >>> counts = [cp.SlotCount("大洼街道", day, slots) for day, slots in days.items()]
    >>> table = progress_table(ledger, counts, periods=cp.quarters(2024))
    >>> [(row.reached, row.change) for row in (table["大洼街道", one] for one in (first, second))]
    [(90, None), (200, 110)]
    >>> table.total(second).low, table.total(second).counted, table.total(second).localities
    (200, 1, 15)
    """
    check_type(ledger, Ledger, "ledger")
    problems: list[Problem] = []
    listed = read_shape(_COUNTS, reports, "reports", problems)
    asked = read_shape(_PERIODS, periods, "periods", problems)
    if not problems:
        problems += overlapping(asked)
    if problems:
        raise InvalidInput(problems)
    counts = counted(listed, ledger, asked[-1].end, "ignore").counts
    return ProgressTable(ledger=ledger, periods=asked, counts=deciding(counts, asked))
