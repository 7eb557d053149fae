"""The numbers and days of a plan's criteria, milestones and targets, with their neighbours."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from careplan.criteria.nodes import Compare, Criterion, Linear, Quantified, reads
from careplan.documents.plan import Plan
from careplan.documents.rules import criteria_in
from careplan.documents.scales.ledgers import Ledger
from careplan.fields.paths import Path, kind_at, last_on
from careplan.nouns.counts import SLOTS, LedgerCount, Measurement, SlotCount
from careplan.testing.vocabulary import around, is_measured

# The values around a fact's thresholds, by the noun that declares it and its name.
Near = dict[tuple[type[Any], str], tuple[Any, ...]]
# A fact of a noun, and a value it is compared with.
Compared = tuple[type[Any], Path, Any]


def near_thresholds(plan: Plan) -> Near:
    """Return, for each fact that the plan compares, every threshold and both its neighbours."""
    criteria = (one for cited in plan.encoded() for one in criteria_in(cited))
    return _near(chain(*map(_comparisons, criteria), _owed(plan)))


def near_milestones(ledger: Ledger) -> Near:
    """Return the same for the counts and days of one ledger."""
    return _near(_milestones(ledger))


def _near(compared: Iterable[Compared]) -> Near:
    found: dict[tuple[type[Any], str], dict[Any, None]] = {}
    for noun, path, value in compared:
        kind = kind_at(noun, path)
        if is_measured(kind):
            owner, name, _ = last_on(noun, path)
            found.setdefault((owner, name), {}).update(dict.fromkeys(around(kind, value)))
    return {fact: tuple(values) for fact, values in found.items()}


def _comparisons(criterion: Criterion) -> Iterator[Compared]:
    for one in reads(criterion):
        if isinstance(one, Compare):
            yield one.noun, one.path, one.value
        elif isinstance(one, Quantified):
            yield from _comparisons(one.where)
        elif isinstance(one, Linear):
            for _, term in one.terms:
                yield from _comparisons(term.where)


def _owed(plan: Plan) -> Iterator[Compared]:
    for ledger in plan.ledgers.values():
        yield from _milestones(ledger)
    for target in plan.targets.values():
        for milestone in target.owed:
            for end in milestone.ends:
                yield Measurement, ("value",), end
            if milestone.due is not None:
                yield Measurement, ("on",), milestone.due


def _milestones(ledger: Ledger) -> Iterator[Compared]:
    for column in ledger.columns:
        noun, number = (SlotCount, "slots") if column.key == SLOTS else (LedgerCount, "number")
        for row in ledger.rows:
            for milestone in row.owed(column.key, increments=ledger.increments):
                for end in milestone.ends:
                    yield noun, (number,), end
                yield noun, ("on",), milestone.due
