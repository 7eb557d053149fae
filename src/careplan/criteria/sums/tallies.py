"""What was seen of a sum: what each of its terms comes to, at least and at most."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.frozenmap import frozen
from careplan.criteria.signs import Op
from careplan.criteria.steps import paths_asked
from careplan.criteria.sums.canonical import linear
from careplan.criteria.sums.ends import Ends, added, hull, scaled, settled
from careplan.fields.paths import dotted, spec_at

_UPWARD, _DOWNWARD = {Op.GE, Op.GT}, {Op.LE, Op.LT}


@frozen
class Tallied:
    """What one term comes to before its factor: `low` is `high` once it is known.

    None is a number that nothing bounds.
    """

    low: Exact | None
    high: Exact | None


@frozen
class Tally:
    """What the terms of a sum come to, in their order, and the paths of the facts looked at."""

    terms: tuple[Tallied, ...]
    facts: tuple[str, ...]


def tally_of(
    node: n.Linear,
    opened: Sequence[Iterable[tuple[Fraction, n.Term | None]]],
    left: n.Criterion,
) -> Tally:
    """Say what was seen of a sum: of each term the shares that are known, and what is left.

    `node` is written about the subject; `left` is what is left of it.
    """
    terms = []
    for (factor, _), parts in zip(node.terms, opened, strict=True):
        shares = ((share / ratio(factor), term) for share, term in parts)
        low, high = added(_ends(node, share, term) for share, term in shares)
        terms.append(Tallied(_tidied(low), _tidied(high)))
    asked = (path for one in (node, *n.reads(left)) for path in paths_asked(one))
    return Tally(tuple(terms), tuple(dict.fromkeys(map(dotted, asked))))


def truth_by_ends(node: n.Linear, tally: Tally) -> bool | None:
    """Say what the ends of the terms settle by themselves; None where they do not."""
    several = (
        scaled((_ratio(one.low), _ratio(one.high)), ratio(factor))
        for (factor, _), one in zip(node.terms, tally.terms, strict=True)
    )
    return settled(node.op, added(several), ratio(node.bound))


def asked_of_one(node: n.Linear, tally: Tally, *, positive: bool) -> n.Criterion | None:
    """Return what a sum asks of one fact where all other terms are known: 10 children, 4 carers.

    Of the fact that is open, or else of the only one that a person can change, or of those the
    only one that is to be more; None if there is no such, or what is asked of it is no comparison.
    """
    op = node.op if positive else ~node.op
    known = [one.low == one.high and one.low is not None for one in tally.terms]
    places = [place for place, is_known in enumerate(known) if not is_known]
    if not places:
        places = [place for place, (_, term) in enumerate(node.terms) if _may_change(node, term)]
        if len(places) > 1:
            places = [place for place in places if _is_to_rise(node.terms[place][0], op)]
    if len(places) != 1 or not _is_fact(node.terms[places[0]][1]):
        return None
    ends = zip(node.terms, tally.terms, strict=True)
    others = (ratio(f) * ratio(one.low) for (f, _), one in _without(ends, places[0]))
    factor, term = node.terms[places[0]]
    made = linear(node.noun, [(ratio(factor), term)], op, ratio(node.bound) - sum(others))
    return made if isinstance(made, n.Compare) else None


def in_the_way(node: n.Linear, tally: Tally, *, positive: bool) -> tuple[str, ...]:
    """Return the facts of a sum that is not so, but those of criteria that count for it already."""
    op = node.op if positive else ~node.op
    helping: set[str] = set()
    for (factor, term), one in zip(node.terms, tally.terms, strict=True):
        best = int(_is_to_rise(factor, op))
        is_criterion = not term.over and not term.amount
        if op in _UPWARD | _DOWNWARD and is_criterion and one.low == one.high == best:
            asked = (path for inner in n.reads(term.where) for path in paths_asked(inner))
            helping.update(map(dotted, asked))
    return tuple(path for path in tally.facts if path not in helping)


def _without(several: Iterable[Any], place: int) -> list[Any]:
    return [one for index, one in enumerate(several) if index != place]


def _is_fact(term: n.Term) -> bool:
    return bool(term.amount) and not term.over and term.where == n.TRUE


def _is_to_rise(factor: Exact, op: Op) -> bool:
    return op in (_UPWARD if ratio(factor) > 0 else _DOWNWARD)


def _may_change(node: n.Linear, term: n.Term) -> bool:
    return _is_fact(term) and spec_at(node.noun, term.amount).changeable


def _ends(node: n.Linear, share: Fraction, term: n.Term | None) -> Ends:
    if term is None or not share:
        return share, share
    return scaled(hull(node.noun, term), share)


def _tidied(number: Fraction | None) -> Exact | None:
    return None if number is None else tidy(number)


def _ratio(number: Exact | None) -> Fraction | None:
    return None if number is None else ratio(number)
