"""The one constructor of sums: merged, settled by declared bounds, or something simpler.

What is left of a sum is made here as well, so a sum and its residual have one form.
"""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.exact import MAX_DENOMINATOR, MAX_MAGNITUDE, ratio, tidy
from careplan.criteria.signs import Op
from careplan.criteria.steps import simplify_all, simplify_any, simplify_not
from careplan.criteria.sums.ends import FLIPPED, added, hull, is_whole, least, scaled, settled

Kept = list[tuple[n.Term, Fraction]]
_UP, _DOWN = {Op.GE, Op.GT}, {Op.LE, Op.LT}


def linear(
    noun: type[Any], parts: Iterable[tuple[Fraction, n.Term]], op: Op, bound: Fraction
) -> n.Criterion:
    """Return "the sum of these is `op` `bound`" in its one form.

    Equal terms merge, in the order written. It is settled if the declared bounds of the facts
    decide; a sum of whole numbers has a bound that it can reach; of a sum and its negative one
    is made. What a comparison, a quantifier or a join says is one of these:
    10 children -> carers >= 4; at least one room -> some room.
    """
    kept, bound = _merged(parts, bound)
    truth = settled(op, added(scaled(hull(noun, term), factor) for term, factor in kept), bound)
    if truth is not None:
        return n.TRUE if truth else n.FALSE
    if min(kept, key=lambda one: repr(one[0]))[1] < 0:  # alike under every hash seed
        kept, op, bound = [(term, -factor) for term, factor in kept], FLIPPED[op], -bound
    if all(is_whole(noun, term) for term, _ in kept):
        step = _step(factor for _, factor in kept)
        if bound % step:
            if op in {Op.EQ, Op.NE}:
                return n.FALSE if op is Op.EQ else n.TRUE
            # What the sum cannot reach is rounded to what it can.
            up = op in _UP
            rounded = math.ceil(bound / step) if up else math.floor(bound / step)
            op, bound = (Op.GE if up else Op.LE), rounded * step
    simpler = _simpler(noun, kept, op, bound)
    return _whole(noun, kept, op, bound) if simpler is None else simpler


def left_of_sum(
    node: n.Linear, noun: type[Any], opened: Iterable[tuple[Fraction, n.Term | None]]
) -> n.Criterion:
    """Return what is left of a sum about `noun`: what is known moves into the bound."""
    left: list[tuple[Fraction, n.Term]] = []
    bound = ratio(node.bound)
    for share, term in opened:
        if term is None:
            bound -= share
        else:
            left.append((share, term))
    return linear(noun, left, node.op, bound)


def _merged(parts: Iterable[tuple[Fraction, n.Term]], bound: Fraction) -> tuple[Kept, Fraction]:
    merged: dict[n.Term, Fraction] = {}
    for factor, term in parts:
        if term.where == n.FALSE:  # it never counts
            continue
        if not term.over and not term.amount and term.where == n.TRUE:  # it always does
            bound -= factor
            continue
        merged[term] = merged.get(term, Fraction(0)) + factor
    return [(term, factor) for term, factor in merged.items() if factor], bound


def _step(factors: Iterable[Fraction]) -> Fraction:
    """Return the largest number of which all factors are multiples."""
    listed = list(factors)
    common = math.lcm(*(factor.denominator for factor in listed))
    return Fraction(math.gcd(*(int(factor * common) for factor in listed)), common)


def _whole(noun: type[Any], kept: Kept, op: Op, bound: Fraction) -> n.Linear:
    return n.Linear(noun, tuple((tidy(factor), term) for term, factor in kept), op, tidy(bound))


def _simpler(noun: type[Any], kept: Kept, op: Op, bound: Fraction) -> n.Criterion | None:
    term, factor = kept[0]
    if len(kept) == 1 and term.amount and not term.over:
        return _of_one_fact(noun, term, factor, op, bound)
    if len(kept) == 1 and term.over and not term.amount:
        return _of_one_count(noun, term, factor, op, bound)
    if all(not one.over and not one.amount and other == factor for one, other in kept):
        return _of_criteria([one.where for one, _ in kept], factor, op, bound)
    return None


def _of_one_fact(
    noun: type[Any], term: n.Term, factor: Fraction, op: Op, bound: Fraction
) -> n.Criterion | None:
    """Compare a fact; one that counts only if something holds, if "and" says the same of it."""
    number = bound / factor  # the sign is normal: the first factor is positive
    if abs(number) > MAX_MAGNITUDE or number.denominator > MAX_DENOMINATOR:
        return None  # no comparison may hold it
    plain = n.Compare(noun, term.amount, op, tidy(number))
    if term.where == n.TRUE:
        return plain
    if op in {Op.EQ, Op.NE}:
        return None
    # Where nothing counts, and where the least counts: if these differ, "and" would forget what
    # the declared minimum settles.
    ends = {op.holds(end, number) for end in (Fraction(0), least(noun, term.amount))}
    if len(ends) > 1:
        return None
    if True in ends:
        return simplify_any([simplify_not(term.where), plain])
    return simplify_all([term.where, plain])


def _of_one_count(
    noun: type[Any], term: n.Term, factor: Fraction, op: Op, bound: Fraction
) -> n.Criterion | None:
    """Say "at least one" and "none" as the quantifier does."""
    holds = [op.holds(number * factor, bound) for number in (0, 1, 2)]
    if holds == [False, True, True] and op in {Op.GE, Op.GT, Op.NE}:
        return n.Some(noun, term.over, term.where)
    if holds == [True, False, False] and op in {Op.LE, Op.LT, Op.EQ}:
        return simplify_not(n.Some(noun, term.over, term.where))
    return None


def _of_criteria(
    wheres: Sequence[n.Criterion], factor: Fraction, op: Op, bound: Fraction
) -> n.Criterion | None:
    """Say "one of these", "all of these" and their denials as the joins do."""
    holds = [op.holds(number * factor, bound) for number in range(len(wheres) + 1)]
    first, *_, last = holds
    if first is last:
        return None
    if all(holds[1:-1]):
        if not first:
            return simplify_any(wheres)
        return simplify_not(simplify_all(wheres))
    if not any(holds[1:-1]):
        if last:
            return simplify_all(wheres)
        return simplify_not(simplify_any(wheres))
    return None
