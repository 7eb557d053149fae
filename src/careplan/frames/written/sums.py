"""A sum of terms against a bound, in whole numbers: true or false once its ends settle it.

A term that is not known is between two ends, as `criteria.sums.ends` has them; null is no end.
"""

import math
from collections.abc import Callable

import attrs

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import ratio
from careplan.criteria.signs import Op
from careplan.criteria.sums.ends import FLIPPED
from careplan.frames.lent import Expr, added, narwhals, settled
from careplan.frames.written.amounts import Ends, amount, ends_given, ends_of_items, least_of
from careplan.frames.written.held import Held
from careplan.frames.written.shares import check_terms
from careplan.frames.written.sight import Asked, Sight

# Whole numbers of 64 bits: what all terms and the bound come to stays below half of them.
_MOST: int = 2**62
_INT16: int = 2**15
# The least that a fact in a sum has to be able to come to, or there is no reckoning with it.
_LEAST_RANGE = 10**7


@attrs.frozen
class _Piece:
    """A term with its factor in whole numbers, and how many of these its amount is counted in."""

    factor: int
    term: n.Term
    scale: int
    held: Held | None


def summed(node: n.Linear, sight: Sight, truth: "Callable[[n.Criterion, Sight], Expr]") -> Expr:
    """Return a sum against its bound as an expression; refuse one that cannot be reckoned so."""
    check_terms(node)
    amounts = [_held(term, sight) for _, term in node.terms]
    scales = [1 if held is None else 10 ** held.places() for held in amounts]
    shares = [ratio(f) / scale for (f, _), scale in zip(node.terms, scales, strict=True)]
    bound = ratio(node.bound)
    common = math.lcm(bound.denominator, *(share.denominator for share in shares))
    pieces = [
        _Piece(int(share * common), term, scale, held)
        for share, (_, term), scale, held in zip(shares, node.terms, scales, amounts, strict=True)
    ]
    limit = int(bound * common)
    _check_range(node, pieces, limit)
    ends = [(one.factor, _ends(one, sight, truth, len(pieces))) for one in pieces]
    if node.op in (Op.LE, Op.LT):  # the same of the negatives
        turned = [(-factor, each) for factor, each in ends]
        return _against(FLIPPED[node.op], turned, -limit, typed=sight.typed)
    return _against(node.op, ends, limit, typed=sight.typed)


def _held(term: n.Term, sight: Sight) -> Held | None:
    """Return the column of a term's amount, None of what counts."""
    if not term.amount:
        return None
    if not term.over:
        return sight.column(term.amount)
    return sight.items(term.over).column(term.amount)


def _check_range(node: n.Linear, pieces: "list[_Piece]", limit: int) -> None:
    least = max(abs(one.factor) * one.scale for one in pieces) * _LEAST_RANGE
    if max(abs(limit), least * len(pieces)) > _MOST:
        raise InvalidInput([Problem("", "sum_too_fine", repr(node))])


def _ends(
    one: _Piece, sight: Sight, truth: "Callable[[n.Criterion, Sight], Expr]", terms: int
) -> Ends:
    """Return the least and the most that a term comes to, before its factor."""
    term = one.term
    within = _MOST // (terms * abs(one.factor))
    if not term.over and not term.amount:
        holds = truth(term.where, sight)
        return Ends(holds, holds, is_flag=True)
    if term.over and not term.amount and term.where == n.TRUE:
        count = amount(sight.column(term.over), within)
        return Ends(count.fill_null(0), count)
    if term.over:
        tallies = sight.tally(Asked(term.over, term.where, term.amount))
        return ends_of_items(tallies, within, least_of(one.held))
    assert one.held is not None  # noqa: S101 - it has an amount
    value, least = amount(one.held, within), least_of(one.held)
    if term.where == n.TRUE:
        return Ends(value.fill_null(least), value)
    return ends_given(value, truth(term.where, sight), least)


def _against(op: Op, ends: "list[tuple[int, Ends]]", limit: int, *, typed: bool) -> Expr:
    low = _total(ends, limit, upper=False)
    most = _total(ends, limit, upper=True)
    match op:
        case Op.GE:
            return settled(low >= limit, most < limit, typed=typed)
        case Op.GT:
            return settled(low > limit, most <= limit, typed=typed)
        case _:
            apart, same = (low > limit) | (most < limit), (low == limit) & (most == limit)
            yes, no = (same, apart) if op is Op.EQ else (apart, same)
            return settled(yes, no, typed=typed)


def _total(ends: "list[tuple[int, Ends]]", limit: int, *, upper: bool) -> Expr:
    """Add up the lower or the upper ends of terms times their factors.

    What a criterion brings is chosen, and not multiplied: engines do that in half the time.
    """
    nw = narwhals()
    largest = sum(abs(factor) for factor, _ in ends) + abs(limit)
    plain = largest < _INT16 and all(one.is_flag for _, one in ends)
    number = nw.Int16 if plain else nw.Int64
    none = nw.lit(0, dtype=number)
    said: list[Expr] = []
    for factor, one in ends:
        at_most = (factor > 0) is upper
        if one.is_flag:
            counted = nw.lit(factor, dtype=number)
            # Of a criterion that is unknown `when` takes what is otherwise.
            if at_most:
                said.append(nw.when(~one.low).then(none).otherwise(counted))
            else:
                said.append(nw.when(one.low).then(counted).otherwise(none))
        else:
            values = one.most if at_most else one.low
            said.append(values if factor == 1 else values * factor)
    return added(said)
