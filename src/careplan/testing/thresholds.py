"""The numbers and days of a plan's criteria, milestones and targets, with their neighbours."""

from collections.abc import Iterator
from typing import Any

from careplan.criteria.nodes import Compare, Criterion, Quantified, reads
from careplan.documents.plan import Plan
from careplan.documents.rules import criteria_in
from careplan.documents.targets import Ledger
from careplan.fields.kinds import CountKind, DayKind, Kind
from careplan.fields.paths import kind_at, last_on
from careplan.nouns.counts import Measurement, SlotCount
from careplan.testing.pivots import is_possible, neighbour
from careplan.testing.vocabulary import is_measured

# The values around a fact's thresholds, by the noun that declares it and its name.
Near = dict[tuple[type[Any], str], tuple[Any, ...]]


def near_thresholds(plan: Plan) -> Near:
    """Return, for each fact that the plan compares, every threshold and both its neighbours."""
    found: dict[tuple[type[Any], str], dict[Any, None]] = {}
    for owner, name, kind, value in (*_compared(plan), *_owed(plan)):
        around = (neighbour(kind, value, steps) for steps in (-1, 0, 1))
        possible = (one for one in around if is_possible(kind, one))
        found.setdefault((owner, name), {}).update(dict.fromkeys(possible))
    return {fact: tuple(values) for fact, values in found.items()}


def near_milestones(ledger: Ledger) -> Near:
    """Return the same for the slots and days of one ledger."""
    found: dict[str, dict[Any, None]] = {"slots": {}, "on": {}}
    for name, kind, value in _milestones(ledger):
        around = (neighbour(kind, value, steps) for steps in (-1, 0, 1))
        found[name].update(dict.fromkeys(one for one in around if is_possible(kind, one)))
    return {(SlotCount, name): tuple(values) for name, values in found.items()}


def _compared(plan: Plan) -> Iterator[tuple[type[Any], str, Kind, Any]]:
    for cited in plan.encoded():
        for criterion in criteria_in(cited):
            for leaf in _comparisons(criterion):
                owner, name, _ = last_on(leaf.noun, leaf.path)
                kind = kind_at(leaf.noun, leaf.path)
                if is_measured(kind):
                    yield owner, name, kind, leaf.value


def _comparisons(criterion: Criterion) -> Iterator[Compare]:
    for one in reads(criterion):
        if isinstance(one, Compare):
            yield one
        elif isinstance(one, Quantified):
            yield from _comparisons(one.where)


def _owed(plan: Plan) -> Iterator[tuple[type[Any], str, Kind, Any]]:
    for ledger in plan.ledgers.values():
        yield from ((SlotCount, *one) for one in _milestones(ledger))
    for target in plan.targets.values():
        if target.value is not None:
            kind = kind_at(Measurement, ("value",))
            yield Measurement, "value", kind, target.value
        if target.due is not None:
            yield Measurement, "on", DayKind(), target.due


def _milestones(ledger: Ledger) -> Iterator[tuple[str, Kind, Any]]:
    for row in ledger.rows:
        for milestone in row.milestones:
            yield "slots", CountKind(), milestone.slots
            yield "on", DayKind(), milestone.due
