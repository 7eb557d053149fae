"""Strategies for criteria of one sort of node, about any noun of ours that has such facts."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import careplan.criteria.nodes as n
import careplan.criteria.proxies as c
import careplan.fields.kinds as k
from careplan.fields.declaring import Noun, facts_declared
from careplan.nouns.catalogue import NOUNS
from careplan.testing.drawn.criteria import (
    about,
    criteria,
    days_of,
    elapsed_between,
    sums,
    terms_of,
)
from careplan.testing.strategies import MOST_ITEMS, values

_Fits = Callable[[k.Kind], bool]


def _single(kind: k.Kind) -> bool:
    """Say whether a fact of a kind holds one value, which can be compared."""
    return not isinstance(kind, k.ChoicesKind | k.ItemsKind | k.PartKind | k.TableKind)


# Which facts a node asks about, of those that ask about one.
_FACTS: dict[type[Any], _Fits] = {
    n.Compare: lambda kind: _single(kind) or isinstance(kind, k.TableKind),
    n.Has: lambda kind: isinstance(kind, k.ChoicesKind),
    n.Some: lambda kind: isinstance(kind, k.ItemsKind),
    n.Every: lambda kind: isinstance(kind, k.ItemsKind),
}


def criteria_of(cls: type[Any]) -> SearchStrategy[Any]:
    """Draw a criterion whose outermost node is of a class."""
    if cls in _FACTS:
        return _of_facts(_FACTS[cls]).filter(lambda one: type(one) is cls)
    return _NODES[cls]().filter(lambda one: type(one) is cls)


def terms() -> SearchStrategy[n.Term]:
    """Draw what a sum adds up."""
    return st.sampled_from(NOUNS).flatmap(lambda noun: terms_of(noun, 1))


def _facts(fits: _Fits) -> list[tuple[type[Noun], str, k.Kind]]:
    return [
        (noun, name, spec.kind)
        for noun in NOUNS
        for name, spec in facts_declared(noun).items()
        if fits(spec.kind)
    ]


def _of_facts(fits: _Fits) -> SearchStrategy[n.Criterion]:
    facts = st.sampled_from(_facts(fits))
    return facts.flatmap(lambda one: about(getattr(c.facts(one[0]), one[1]), one[2], 1))


@st.composite
def _among(draw: st.DrawFn) -> n.Criterion:
    noun, name, kind = draw(st.sampled_from(_facts(_single)))
    listed = draw(st.lists(values(kind, unknowns=False), min_size=2, max_size=4))
    return c.among(getattr(c.facts(noun), name), listed)


@st.composite
def _joined(draw: st.DrawFn, join: Callable[..., n.Criterion]) -> n.Criterion:
    noun = draw(st.sampled_from(NOUNS))
    return join(*draw(st.lists(criteria(noun, depth=1), max_size=MOST_ITEMS)))


def _about_any(draws: Callable[[type[Noun]], SearchStrategy[Any]]) -> SearchStrategy[Any]:
    return st.sampled_from(NOUNS).flatmap(draws)


def _elapsed() -> SearchStrategy[n.Criterion]:
    dated = [noun for noun in NOUNS if days_of(noun)]
    return st.sampled_from(dated).flatmap(elapsed_between)


_NODES: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
    n.Among: _among,
    n.AllOf: lambda: _joined(n.all_of),
    n.AnyOf: lambda: _joined(n.any_of),
    n.Not: lambda: _about_any(criteria).map(n.not_),
    n.Linear: lambda: _about_any(sums),
    n.Elapsed: _elapsed,
}
