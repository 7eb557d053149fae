"""Hypothesis strategies for criteria about a noun, of every sort of node."""

import operator
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import careplan.criteria.nodes as n
import careplan.criteria.proxies as c
import careplan.fields.kinds as k
from careplan.base.errors import check_type
from careplan.criteria.signs import Op
from careplan.criteria.sums.canonical import linear
from careplan.fields.declaring import Noun, facts_declared
from careplan.testing.strategies import MOST_ITEMS, values
from careplan.testing.vocabulary import check_noun, is_measured

_NUMBERS = (k.NumberKind, k.CountKind)
_EQUAL = (operator.eq, operator.ne)
_ORDERED = (*_EQUAL, operator.ge, operator.gt, operator.le, operator.lt)


def criteria(noun: type[Noun], *, depth: int = 2) -> SearchStrategy[n.Criterion]:
    """Draw a criterion about a noun, written as a caller writes it, nested at most so deep.

    Raises InvalidInput for anything but a noun class and a whole number.

    >>> from careplan import Venue
    >>> from hypothesis import find
    >>> find(criteria(Venue), lambda criterion: isinstance(criterion, n.Some)).noun.__name__
    'Venue'
    """
    check_noun(noun)
    check_type(depth, int, "depth")
    return _criteria(noun, depth)


@st.composite
def _criteria(draw: st.DrawFn, noun: type[Noun], depth: int) -> n.Criterion:
    sorts = ["leaf", "leaf", "join", "not", "constant", "sum"] if depth > 0 else ["leaf"]
    sorts += ["elapsed"] if days_of(noun) else []
    sort = draw(st.sampled_from(sorts))
    if sort == "join":
        parts = draw(st.lists(_criteria(noun, depth - 1), max_size=MOST_ITEMS))
        return n.all_of(*parts) if draw(st.booleans()) else n.any_of(*parts)
    if sort == "not":
        return n.not_(draw(_criteria(noun, depth - 1)))
    if sort == "constant":
        return n.TRUE if draw(st.booleans()) else n.FALSE
    if sort == "elapsed":
        return draw(elapsed_between(noun))
    if sort == "sum":
        return draw(sums(noun, depth=depth - 1))
    name, spec = draw(st.sampled_from(list(facts_declared(noun).items())))
    return draw(about(getattr(c.facts(noun), name), spec.kind, depth))


def days_of(noun: type[Noun]) -> list[str]:
    """Return the facts of a noun that hold a day."""
    declared = facts_declared(noun).items()
    return [name for name, spec in declared if isinstance(spec.kind, k.DayKind)]


@st.composite
def elapsed_between(draw: st.DrawFn, noun: type[Noun]) -> n.Criterion:
    """Draw that time has passed between two days of a noun, or up to the day asked."""
    fact, days = c.facts(noun), st.sampled_from(days_of(noun))
    start, end = getattr(fact, draw(days)), draw(st.none() | days)
    amounts = {name: draw(st.integers(0, 40)) for name in ("years", "months", "days")}
    amounts["days"] += not any(amounts.values())
    both = draw(st.booleans())
    ends: list[c.LastOrNext | None] = [None, "last", "next"]
    missing = None if both else draw(st.sampled_from(ends))
    until = None if end is None else getattr(fact, end)
    return c.elapsed(start, until, **amounts, both_days=both, missing_day=missing)


_FACTORS = st.integers(-4, 4).filter(bool).map(Fraction) | st.sampled_from(
    [Fraction(1, 3), Fraction("4.5")]
)
_BOUNDS = st.integers(-4, 30).map(Fraction) | st.sampled_from(
    [Fraction(7, 3), Fraction("22.5"), Fraction(10_000)]
)


@st.composite
def sums(draw: st.DrawFn, noun: type[Noun], *, depth: int = 1) -> n.Criterion:
    """Draw a sum of numbers, counts, totals and criteria of a noun against a number.

    It is simpler where a comparison or a join says the same, and constant where the declared
    bounds settle it.
    """
    parts = draw(st.lists(st.tuples(_FACTORS, terms_of(noun, depth)), min_size=1, max_size=3))
    return linear(noun, parts, draw(st.sampled_from(list(Op))), draw(_BOUNDS))


@st.composite
def terms_of(draw: st.DrawFn, noun: type[Noun], depth: int) -> n.Term:
    """Draw what a sum about a noun adds up."""
    facts = facts_declared(noun)
    where, of_items = draw(st.just(n.TRUE) | _criteria(noun, depth)), draw(st.booleans())
    listed = [(name, spec.kind) for name, spec in facts.items()]
    over = [(name, kind) for name, kind in listed if isinstance(kind, k.ItemsKind)]
    if over and of_items:
        name, items = draw(st.sampled_from(over))
        inner = draw(st.just(n.TRUE) | _criteria(items.noun, depth))
        return n.Term((name,), draw(_amounts(items.noun)), inner)
    return n.Term((), draw(_amounts(noun)), where)


def _amounts(noun: type[Noun]) -> SearchStrategy[Any]:
    listed = facts_declared(noun).items()
    numbers = [(name,) for name, spec in listed if isinstance(spec.kind, _NUMBERS)]
    return st.sampled_from([(), *numbers, *numbers])


@st.composite
def about(draw: st.DrawFn, fact: c.Fact, kind: k.Kind, depth: int) -> n.Criterion:
    """Draw a criterion about one fact."""
    match kind:
        case k.PartKind(noun):
            name, spec = draw(st.sampled_from(list(facts_declared(noun).items())))
            return draw(about(getattr(fact, name), spec.kind, depth))
        case k.ItemsKind(noun):
            where = draw(_criteria(noun, max(0, depth - 1)))
            return c.some(fact, where) if draw(st.booleans()) else c.every(fact, where)
        case k.ChoicesKind(enum):
            return c.has(fact, draw(st.sampled_from(list(enum))))
        case k.TableKind(enum):
            key = draw(st.sampled_from(list(enum)))
            return fact[key] >= draw(st.integers(0, MOST_ITEMS))
        case _:
            value = values(kind, unknowns=False)
            if draw(st.integers(0, 4)) == 0:
                return c.among(fact, [draw(value), draw(value)])
            write = draw(st.sampled_from(_ORDERED if is_measured(kind) else _EQUAL))
            compared: n.Criterion = write(fact, draw(value))
            return compared
