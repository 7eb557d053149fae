"""The cases of ledgers and targets for conformance: on and around their dates and figures."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from careplan.base.exact import Exact
from careplan.documents.scales.ledgers import Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone
from careplan.documents.scales.targets import Target
from careplan.documents.scales.together import date_of
from careplan.fields.kinds import CountKind, Kind, NumberKind
from careplan.fields.paths import kind_at
from careplan.nouns.counts import SLOTS, LedgerCount, Measure, Measurement, SlotCount
from careplan.testing.vocabulary import around
from careplan.verbs.tracking.newest import Count
from careplan.verbs.tracking.progress import track_progress

_DAY = timedelta(days=1)
_SOME_DAY = date(2024, 6, 30)  # for what does not depend on the day


def ledger_section(ledger: Ledger) -> dict[str, Any]:
    """Return what each row owes, and each figure met exactly, missed by one, and passed by one.

    Then no count, a count that is too old, and the day before anything is due. Of increments it
    is what they come to.
    """
    return {
        "ledger": ledger.key,
        "clause": ledger.clause.number,
        "rows": [
            {"locality": row.locality, "milestones": list(_owed(ledger, row))}
            for row in ledger.rows
        ],
        "cases": [
            _row_case(ledger, row, milestone.of, on, counts)
            for row in ledger.rows
            for milestone in _owed(ledger, row)
            for on, counts in _reports(row, milestone)
        ],
    }


def _owed(ledger: Ledger, row: LedgerRow) -> Iterator[Milestone]:
    for column in ledger.columns:
        yield from row.owed(column.key, increments=ledger.increments)


def _reports(row: LedgerRow, milestone: Milestone) -> Iterator[tuple[date, list[Count]]]:
    day, end = date_of(milestone), int(milestone.ends[0])

    def counted(on: date, number: int) -> Count:
        if milestone.of == SLOTS:
            return SlotCount(row.locality, on, number)
        return LedgerCount(row.locality, on, milestone.of, number)

    for number in _around(CountKind(), milestone):
        yield day, [counted(day, int(number))]
    yield day, []
    yield day, [counted(day - _DAY, end)]
    yield day - _DAY, [counted(day - _DAY, end)]


def _day_of(milestone: Milestone) -> date:
    # What has no date is never due, on whatever day one asks.
    return _SOME_DAY if milestone.due is None else milestone.due


def _around(kind: Kind, milestone: Milestone) -> list[Exact]:
    """Return the ends of a milestone's figures, with their neighbours, each once."""
    return list(dict.fromkeys(one for end in milestone.ends for one in around(kind, end)))


def _row_case(
    ledger: Ledger, row: LedgerRow, of: str, on: date, counts: list[Count]
) -> dict[str, Any]:
    found = track_progress(ledger, counts, on=on)[row.locality, of]
    return {
        "locality": row.locality,
        **({} if of == SLOTS else {"of": of}),
        "on": on,
        "counts": counts,
        "expected": {
            "outcome": found.outcome,
            "short_of_due": found.short_of_due,
            "short_of_next": found.short_of_next,
        },
    }


def target_section(target: Target) -> dict[str, Any]:
    """Return a target with figures, and each figure, one step below and one above it.

    Then no figure, older ones, and the day before it is due.
    """
    return {
        "target": target.key,
        "clause": target.clause.number,
        "under": target.under,
        "measure": target.measure,
        "milestones": list(target.owed),
        "cases": [_target_case(target, on, reports) for on, reports in _measured(target)],
    }


def _measured(target: Target) -> Iterator[tuple[date, list[Measurement]]]:
    for milestone in target.owed:
        day = _day_of(milestone)
        if not milestone.ends:  # a goal in words: any figure will do
            yield day, [Measurement(on=day, value=0)]
            continue
        figures = [one for one in _around(_kind(target), milestone) if _may_be(target, one)]
        yield from ((day, [Measurement(on=day, value=figure)]) for figure in figures)
        yield day, []
        # An older figure that reaches the target settles a count, and no rate.
        for figure in dict.fromkeys((figures[0], *milestone.ends)):
            yield day, [Measurement(on=day - _DAY, value=figure)]
        yield day - _DAY, [Measurement(on=day - _DAY, value=figures[0])]


def _kind(target: Target) -> Kind:
    counted = target.measure is Measure.COUNT
    return NumberKind(step=1) if counted else kind_at(Measurement, ("value",))


def _may_be(target: Target, figure: Exact) -> bool:
    return not any(target.misfits(Measurement(on=_SOME_DAY, value=figure)))


def _target_case(target: Target, on: date, reports: list[Measurement]) -> dict[str, Any]:
    found = track_progress(target, reports, on=on)
    return {
        "on": on,
        "reports": reports,
        "expected": {"outcome": found.outcome, "short_by": found.short_by},
    }
