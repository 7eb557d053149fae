"""Which sums the ends of their terms settle as `evaluate` does; any other is refused.

Where two terms ask for one fact, what is left of the one may be what is left of the other, and
both together less than each by itself: an area that is not stated is at least half of itself.
And "equals" may be settled by what whole numbers cannot reach.
"""

from collections.abc import Iterator
from itertools import combinations

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import ratio
from careplan.criteria.signs import Op
from careplan.criteria.steps import paths_asked
from careplan.criteria.sums.ends import is_whole
from careplan.fields.paths import ON, Path


def check_terms(node: n.Linear) -> None:
    """Refuse a sum of which the ends of its terms do not say all."""
    if node.op in (Op.EQ, Op.NE) and not _reaches_all(node):
        raise InvalidInput([Problem("", "sum_equals", repr(node))])
    each = [(term, frozenset(_facts(term))) for _, term in node.terms]
    for (one, facts), (other, others) in combinations(each, 2):
        shared = not facts.isdisjoint(others)
        if shared and not (_is_plain(one) and _is_plain(other)):
            raise InvalidInput([Problem("", "sum_shares", repr(node))])


def _reaches_all(node: n.Linear) -> bool:
    """Say whether no step of whole numbers settles "equals" before the ends do."""
    if any(term.amount and term.where != n.TRUE for _, term in node.terms):
        return False
    wholes = {is_whole(node.noun, term) for _, term in node.terms}
    sizes = {abs(ratio(factor)) for factor, _ in node.terms}
    return wholes == {False} or (wholes == {True} and len(sizes) == 1)


def _is_plain(term: n.Term) -> bool:
    """Say whether a term counts by one fact, so that what is left of it is all of it."""
    where = term.where.part if isinstance(term.where, n.Not) else term.where
    return not term.amount and isinstance(where, n.Leaf)


def _facts(term: n.Term) -> Iterator[Path]:
    if term.amount:
        yield (*term.over, *term.amount)
    yield from ((*term.over, *path) for path in _asked(term.where))


def _asked(where: n.Criterion) -> Iterator[Path]:
    for one in n.reads(where):
        match one:
            case n.Some(path=path, where=inner) | n.Every(path=path, where=inner):
                yield from ((*path, *each) for each in _asked(inner))
                if inner == n.TRUE:
                    yield path
            case n.Linear(terms=terms):
                yield from (path for _, term in terms for path in _facts(term))
            case _:
                yield from (path for path in paths_asked(one) if path != ON)
