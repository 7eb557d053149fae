"""Criteria as they are on one day: what counts time up to it is a bound of the first day."""

from datetime import date
from typing import Any, TypeVar, assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.criteria.regions.elapsing import settled_on

_C = TypeVar("_C")
# The day asked in cases; any day would do.
DAY = date(2025, 6, 30)


def on_day(criterion: _C, on: date) -> _C:
    """Return a criterion as it is on a day: the same object where no time is counted up to it.

    >>> from careplan.criteria.proxies import elapsed, facts
    >>> from careplan.nouns.counts import SlotCount
    >>> on_day(elapsed(facts(SlotCount).on, months=6), date(2018, 5, 15))
    SlotCount.on <= datetime.date(2017, 11, 15)
    """
    if not isinstance(criterion, n.Criterion):
        return criterion
    settled: Any = _on_day(criterion, on)
    return criterion if settled == criterion else settled


def _on_day(node: n.Criterion, on: date) -> n.Criterion:
    match node:
        case n.Compare() | n.Among() | n.Has():
            return node
        case n.AllOf(parts) | n.AnyOf(parts):
            return type(node)(tuple(_on_day(part, on) for part in parts))
        case n.Not(part):
            return n.Not(_on_day(part, on))
        case n.Some(where=where) | n.Every(where=where):
            return attrs.evolve(node, where=_on_day(where, on))
        case n.Linear(terms=terms):
            moved = tuple(
                (factor, attrs.evolve(term, where=_on_day(term.where, on)))
                for factor, term in terms
            )
            return attrs.evolve(node, terms=moved)
        case n.Elapsed(end=end):
            return node if end is not None else settled_on(node, on)
        case _:
            assert_never(node)
