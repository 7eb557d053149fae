"""The cases of ledgers and targets for conformance: on and around their dates and figures."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from careplan.base.exact import Exact, exact
from careplan.documents.scales.targets import Ledger, LedgerRow, Target
from careplan.fields.kinds import CountKind, NumberKind
from careplan.fields.paths import kind_at
from careplan.nouns.counts import Measure, Measurement, SlotCount
from careplan.testing.vocabulary import around
from careplan.verbs.tracking.progress import track_progress

_DAY = timedelta(days=1)
_SOME_DAY = date(2024, 6, 30)  # for what does not depend on the day


def ledger_section(ledger: Ledger) -> dict[str, Any]:
    """Return a ledger's milestones, and each met exactly, missed by one, and passed by one.

    Then no count, a count that is too old, and the day before anything is due.
    """
    return {
        "ledger": ledger.key,
        "clause": ledger.clause.number,
        "rows": [
            {
                "locality": row.locality,
                "milestones": [{"due": m.due, "slots": m.slots} for m in row.milestones],
            }
            for row in ledger.rows
        ],
        "cases": [
            _row_case(ledger, row, on, counts)
            for row in ledger.rows
            for on, counts in _reports(row)
        ],
    }


def _reports(row: LedgerRow) -> Iterator[tuple[date, list[SlotCount]]]:
    for milestone in row.milestones:
        day, slots = milestone.due, milestone.slots
        for number in around(CountKind(), slots):
            yield day, [SlotCount(row.locality, day, number)]
        yield day, []
        yield day, [SlotCount(row.locality, day - _DAY, slots)]
        yield day - _DAY, [SlotCount(row.locality, day - _DAY, slots)]


def _row_case(ledger: Ledger, row: LedgerRow, on: date, counts: list[SlotCount]) -> dict[str, Any]:
    found = track_progress(ledger, counts, on=on)[row.locality]
    return {
        "locality": row.locality,
        "on": on,
        "counts": counts,
        "expected": {
            "outcome": found.outcome,
            "short_of_due": found.short_of_due,
            "short_of_next": found.short_of_next,
        },
    }


def target_section(target: Target) -> dict[str, Any]:
    """Return a target with a figure, and that figure, one step below and one above it.

    Then no figure, older ones, and the day before it is due.
    """
    return {
        "target": target.key,
        "clause": target.clause.number,
        "under": target.under,
        "measure": target.measure,
        "op": target.op,
        "value": target.value,
        "due": target.due,
        "cases": [_target_case(target, on, reports) for on, reports in _measured(target)],
    }


def _measured(target: Target) -> Iterator[tuple[date, list[Measurement]]]:
    # A target without a date is never due, on whatever day one asks.
    day = _SOME_DAY if target.due is None else target.due
    figures = list(_around(target))
    yield from ((day, [Measurement(on=day, value=figure)]) for figure in figures)
    yield day, []
    # An older figure that reaches the target settles a count, and no rate.
    for figure in (figures[0], exact(target.value)):
        yield day, [Measurement(on=day - _DAY, value=figure)]
    yield day - _DAY, [Measurement(on=day - _DAY, value=figures[0])]


def _around(target: Target) -> Iterator[Exact]:
    counted = target.measure is Measure.COUNT
    kind = NumberKind(step=1) if counted else kind_at(Measurement, ("value",))
    for figure in around(kind, target.value):
        if not any(target.misfits(Measurement(on=_SOME_DAY, value=figure))):
            yield figure


def _target_case(target: Target, on: date, reports: list[Measurement]) -> dict[str, Any]:
    found = track_progress(target, reports, on=on)
    return {
        "on": on,
        "reports": reports,
        "expected": {"outcome": found.outcome, "short_by": found.short_by},
    }
