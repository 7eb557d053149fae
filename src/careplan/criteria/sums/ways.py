"""Ways to make a sum come out as asked, each a criterion about one fact at a time.

Whatever fulfils a way fulfils the sum: of what pulls it down each term is kept at a level, of
what lifts it one term carries what is then needed. These are some ways, not all: 60 m2 and at
most 20 children are one for "3 m2 for each child".
"""

import math
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, islice
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.exact import MAX_DENOMINATOR, MAX_MAGNITUDE, ratio, tidy
from careplan.base.frozenmap import frozen
from careplan.criteria.signs import Op
from careplan.criteria.steps import simplify_all, simplify_any, simplify_not
from careplan.criteria.sums.ends import hull, item_noun, least
from careplan.fields.kinds import CountKind
from careplan.fields.paths import Path, kind_at

# How much each fact that pulls a sum down is, tried in this order.
LEVELS = (*range(4), 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 100_000)
MOST_WAYS = 64
# Of criteria that are counted, so many choices are tried.
_MOST_CHOICES = 12
_MOST_SIZES = 4
# Items that are asked for, one by one.
MOST_ITEMS = 20
Terms = list[tuple[Fraction, n.Term]]


def ways(node: n.Linear, *, positive: bool) -> Iterator[n.Criterion]:
    """Yield at most MOST_WAYS criteria each of which makes a sum true (or, denied, false)."""
    op = node.op if positive else ~node.op
    found: dict[n.Criterion, None] = {}
    for way in islice(_ways(node, op), 4 * MOST_WAYS):
        if way != n.FALSE:
            found[way] = None
        if len(found) == MOST_WAYS:
            break
    yield from found


def is_count(node: n.Criterion) -> bool:
    """Say whether a criterion asks for so many items, or more, and for nothing else."""
    if not isinstance(node, n.Linear) or node.op is not Op.GE or len(node.terms) > 1:
        return False
    [(factor, term)] = node.terms
    return bool(term.over) and not term.amount and factor == 1 and node.bound <= MOST_ITEMS


def _ways(node: n.Linear, op: Op) -> Iterator[n.Criterion]:
    terms, bound = [(ratio(factor), term) for factor, term in node.terms], ratio(node.bound)
    if op is Op.EQ:
        yield from _exact_ways(node.noun, terms, bound)
        return
    for one in (Op.GT, Op.LT) if op is Op.NE else (op,):
        strict = one in {Op.GT, Op.LT}
        if one in {Op.GE, Op.GT}:
            yield from _Upward(node.noun, terms, strict).ways(bound)
        else:
            turned = [(-factor, term) for factor, term in terms]
            yield from _Upward(node.noun, turned, strict).ways(-bound)


@frozen
class _Upward:
    """Ways for a sum to reach a bound, or to go beyond it if `strict`."""

    noun: type[Any]
    terms: Terms
    strict: bool

    def ways(self, bound: Fraction) -> Iterator[n.Criterion]:
        held, rest = _parted(self.terms)
        lifted = any(factor > 0 for factor, _ in rest)
        lowered = any(factor < 0 and not term.over for factor, term in rest)
        for level in LEVELS if lowered else LEVELS[:1]:
            for chosen in _choices(held, None if lifted else bound):
                counted = sum((held[place][0] for place in chosen), Fraction(0))
                sure = [
                    one.where if place in chosen else _never_lifts(factor, one)
                    for place, (factor, one) in enumerate(held)
                ]
                yield from self._reached(Fraction(level), bound - counted, sure)

    def _reached(
        self, level: Fraction, bound: Fraction, sure: list[n.Criterion]
    ) -> Iterator[n.Criterion]:
        """Yield what reaches a bound besides criteria that hold, at a level of what pulls down."""
        _, rest = _parted(self.terms)
        asked, needed = list(sure), bound
        lifting = []
        for factor, term in rest:
            if factor > 0 and (low := hull(self.noun, term)[0]) is not None:
                needed -= factor * low
                lifting.append((factor, term, low))
            elif factor > 0:
                asked.append(at_most(self.noun, term, Fraction(0)))  # no item, or each of 0
            else:
                top = self._top(term, level)
                needed -= factor * top
                asked.append(at_most(self.noun, term, top))
        if needed < 0 or (needed == 0 and not self.strict):
            yield simplify_all(asked)  # it is reached anyway
            return
        for factor, term, low in lifting:
            carried = at_least(self.noun, term, low + needed / factor, strict=self.strict)
            yield simplify_all([*asked, carried])

    def _top(self, term: n.Term, level: Fraction) -> Fraction:
        """Return how much a term is that pulls down: no items, and a fact not below its least."""
        low, _ = hull(self.noun, term)
        return Fraction(0) if term.over else max(level, low or Fraction(0))


def _exact_ways(noun: type[Any], terms: Terms, bound: Fraction) -> Iterator[n.Criterion]:
    """Yield ways for a sum to be a number: all but one fact are at a level, and one is the rest."""
    held, rest = _parted(terms)
    for level in map(Fraction, LEVELS if len(rest) > 1 else LEVELS[:1]):
        for chosen in _choices(held, None if rest else bound):
            asked = [
                one.where if place in chosen else simplify_not(one.where)
                for place, (_, one) in enumerate(held)
            ]
            left = bound - sum((held[place][0] for place in chosen), Fraction(0))
            if not rest and not left:
                yield simplify_all(asked)
            for carrier in range(len(rest)):
                others = rest[:carrier] + rest[carrier + 1 :]
                tops = [Fraction(0) if term.over else level for _, term in others]
                fixed = [
                    exactly(noun, term, top) for (_, term), top in zip(others, tops, strict=True)
                ]
                known = sum(
                    (f * top for (f, _), top in zip(others, tops, strict=True)), Fraction(0)
                )
                factor, term = rest[carrier]
                yield simplify_all([*asked, *fixed, exactly(noun, term, (left - known) / factor)])


def _parted(terms: Terms) -> tuple[Terms, Terms]:
    """Return the criteria that are counted, and the other terms."""
    held = [(factor, term) for factor, term in terms if not term.over and not term.amount]
    return held, [(factor, term) for factor, term in terms if term.over or term.amount]


def _choices(held: Terms, bound: Fraction | None) -> Iterator[frozenset[int]]:
    """Yield choices of the criteria that are to hold, by place: those that lift most first.

    Few are tried before many, at first so few as reach the bound, if there is one.
    """
    order = sorted(range(len(held)), key=lambda place: -held[place][0])
    fewest, reached = 0, Fraction(0)
    while bound is not None and reached < bound and fewest < len(order):
        reached += held[order[fewest]][0]
        fewest += 1
    sizes = range(fewest, min(fewest + _MOST_SIZES, len(order)) + 1)
    for size in dict.fromkeys((*sizes, len(order))):
        yield from map(frozenset, islice(combinations(order, size), _MOST_CHOICES))


def _never_lifts(factor: Fraction, term: n.Term) -> n.Criterion:
    """Return what is asked of a criterion that is not to count: nothing, if it only lifts."""
    return n.TRUE if factor > 0 else simplify_not(term.where)


def at_most(noun: type[Any], term: n.Term, most: Fraction) -> n.Criterion:
    """Return what makes sure that a term comes to no more than this; of items, to nothing."""
    if term.over:
        return simplify_not(n.Some(noun, term.over, simplify_all(_counting(noun, term))))
    compared = _compare(noun, term.amount, Op.LE, most)
    return compared if term.where == n.TRUE else simplify_any([simplify_not(term.where), compared])


def at_least(noun: type[Any], term: n.Term, number: Fraction, *, strict: bool) -> n.Criterion:
    """Return what makes sure that a term comes to at least this, or to more if `strict`.

    It is more than the term comes to anyway; the amounts of items have a least, 0 or above.
    """
    op = Op.GT if strict else Op.GE
    if not term.over:
        return simplify_all([term.where, _compare(noun, term.amount, op, number)])
    if not term.amount:
        items = math.floor(number) + 1 if strict else math.ceil(number)
        if items > MOST_ITEMS:
            return n.FALSE
        if items > 1:
            return n.Linear(noun, ((1, term),), Op.GE, items)
        return n.Some(noun, term.over, term.where)
    kind: Any = item_noun(noun, term)
    return n.Some(
        noun, term.over, simplify_all([term.where, _compare(kind, term.amount, op, number)])
    )


def exactly(noun: type[Any], term: n.Term, number: Fraction) -> n.Criterion:
    """Return what makes sure that a term comes to just this."""
    if term.over:
        return at_most(noun, term, number) if number == 0 else n.FALSE
    if number == 0 and term.where != n.TRUE:
        return simplify_not(term.where)
    return simplify_all([term.where, _compare(noun, term.amount, Op.EQ, number)])


def _counting(noun: type[Any], term: n.Term) -> Iterator[n.Criterion]:
    """Yield what an item must be to add to a term: more than nothing, if it can be less."""
    yield term.where
    if term.amount:
        yield _compare(item_noun(noun, term), term.amount, Op.NE, Fraction(0))


def _compare(noun: type[Any], path: Path, op: Op, number: Fraction) -> n.Criterion:
    """Compare a fact with a number that a comparison may hold; FALSE with any other."""
    low = least(noun, path)
    if number < low:
        return n.FALSE if op in {Op.LE, Op.EQ} else n.TRUE
    if number > MAX_MAGNITUDE or number.denominator > MAX_DENOMINATOR:
        return n.FALSE
    if isinstance(kind_at(noun, path), CountKind) and number.denominator > 1:
        if op is Op.EQ:
            return n.FALSE
        up = op in {Op.GE, Op.GT}  # other than 0 is whole
        whole = math.ceil(number) if up else math.floor(number)
        return n.Compare(noun, path, Op.GE if up else Op.LE, whole)
    return n.Compare(noun, path, op, tidy(number))
