"""Cases of a ledger: what each locality owes by each date, and what all of them owe together."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from careplan.documents.plan import Plan
from careplan.documents.rules import Cited
from careplan.documents.scales.ledgers import Column, Ledger, LedgerRow
from careplan.documents.scales.together import date_of
from careplan.fields.kinds import CountKind
from careplan.nouns.counts import SLOTS, LedgerCount, SlotCount
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.wanted import Parts, Wanted
from careplan.testing.cases.figures.due import Reported, Series
from careplan.testing.cases.figures.stands import Stand, stands
from careplan.testing.cases.pivots import Place

Count = SlotCount | LedgerCount
_KIND = CountKind()


def of_ledgers(plan: Plan) -> Iterator[Parts]:
    """Yield what there are cases of: each row with its ledger, and the ledger."""
    for ledger in plan.ledgers.values():
        yield from ((row, ledger) for row in ledger.rows)
        yield (ledger,)


def ledger_cases(plan: Plan, wanted: Wanted) -> Iterator[BoundaryCase]:
    """Yield the cases of the rows and totals that are asked for, in every column."""
    for ledger in plan.ledgers.values():
        own: dict[str, Any] = {"plan_id": plan.id, "whole": ledger, "readings": under(ledger)}
        for row in ledger.rows:
            if wanted.takes(row, ledger):
                for column in ledger.columns:
                    yield from _of_row(ledger, row, column, own)
        if wanted.takes(ledger):
            for column in ledger.columns:
                yield from _of_all(ledger, column, own)


def under(cited: Cited) -> dict[str, str]:
    """Return the reading that an object holds under, if it holds under one only."""
    return {} if cited.under is None else dict([cited.under])


def _of_row(
    ledger: Ledger, row: LedgerRow, column: Column, own: dict[str, Any]
) -> Iterator[BoundaryCase]:
    series = Series(row.owed(column.key, increments=ledger.increments))
    for milestone in series.milestones:
        for stand in stands(series, milestone, date_of(milestone), _KIND, _any):
            reported = _reported(stand)
            counts = () if reported is None else (count_of(row, column, *reported),)
            yield BoundaryCase(
                **own,
                cited=row,
                leaf=milestone,
                path=column.key,
                place=stand.place,
                value=stand.figure,
                subject=counts,
                on=stand.on,
                expected=series.outcome(stand.on, reported),
            )


def _of_all(ledger: Ledger, column: Column, own: dict[str, Any]) -> Iterator[BoundaryCase]:
    """Yield the cases of a total: the last locality decides beside what the others have."""
    series = Series(ledger.together(column.key))
    for milestone in series.milestones if ledger.rows else ():
        day = date_of(milestone)
        for stand in stands(series, milestone, day, _KIND, _any):
            reported = _shared(stand, int(milestone.ends[0]), len(ledger.rows))
            each = zip(ledger.rows, reported, strict=True)
            last = reported[-1]
            yield BoundaryCase(
                **own,
                cited=ledger,
                leaf=milestone,
                path=column.key,
                place=stand.place,
                value=None if last is None else last[1],
                subject=tuple(count_of(row, column, *one) for row, one in each if one is not None),
                on=stand.on,
                expected=series.together(stand.on, reported),
            )


def _shared(stand: Stand, owed: int, number: int) -> Sequence[Reported | None]:
    """Return what each locality reports: all but the last an equal share, on the day asked."""
    whole = owed if stand.figure is None else int(stand.figure)
    share = whole // number
    day = stand.on if stand.place is Place.STALE else stand.at
    last = whole - share * (number - 1)
    own = None if stand.figure is None else (stand.at, last)
    return (*((day, share),) * (number - 1), own)


def _reported(stand: Stand) -> Reported | None:
    return None if stand.figure is None else (stand.at, stand.figure)


def count_of(row: LedgerRow, column: Column, at: date, number: Any) -> Count:
    """Return what a locality reports of a column."""
    if column.key == SLOTS:
        return SlotCount(row.locality, at, int(number))
    return LedgerCount(row.locality, at, column.key, int(number))


def _any(_: object) -> bool:
    return True
