"""A sum of facts, counts and totals against a number.

It is so if the least it can come to is, not so if the most is not, and else unknown: as a
criterion about a sum is answered everywhere.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations

import attrs

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.exact import ratio, tidy
from careplan.criteria.elapsing import on_day
from careplan.criteria.signs import Op
from careplan.criteria.steps import counts_to_day
from careplan.criteria.sums.ends import amount_path, is_whole
from careplan.fields.paths import kind_at
from careplan.sql.amounts import MILLIONTHS, Ends, Reckoner, Share, Writer, summed
from careplan.sql.joining import FALSE, TRUE, added, all_of, any_of
from careplan.sql.scopes import Scope
from careplan.sql.shared import Group, ends_of, groups_of, too_shared
from careplan.sql.spelling import MAX_WHOLE, inexact

# The factors together: times 10^15, as much as a fact may be, they have 64 bits.
_MOST_FACTORS = MAX_WHOLE // 10**15
_MOST_THAT_DIFFER = 3  # of a sum that equals a number


# When a comparison is so, whatever the sum is between its ends, and when it is not.
_SETTLED = {
    Op.GE: ("{low} >= {bound}", "{high} < {bound}"),
    Op.GT: ("{low} > {bound}", "{high} <= {bound}"),
    Op.LE: ("{high} <= {bound}", "{low} > {bound}"),
    Op.LT: ("{high} < {bound}", "{low} >= {bound}"),
}


def holds(node: n.Linear, scope: Scope, write: Writer, *, so: bool) -> str:
    """Return a criterion about a sum as SQL; raise InvalidInput for one that needs more."""
    shares, unit, bound = _scaled(node, scope.names.on)
    op = node.op if so else ~node.op
    equal = op in {Op.EQ, Op.NE}
    groups = groups_of(shares, equal=equal)
    found = summed(_of_group(group, scope, unit, write) for group in groups)
    if not equal:
        yes, no = _SETTLED[op]
        said = [one.format(low=found.low, high=found.high, bound=bound) for one in (yes, no)]
        return f"(CASE WHEN {said[0]} THEN TRUE WHEN {said[1]} THEN FALSE END)"
    same = f"{found.low} >= {bound} AND {found.high} <= {bound}"
    beyond = [f"({found.low} > {bound})", f"({found.high} < {bound})"]
    apart = any_of([*beyond, *_missed(groups, scope, unit, bound, write)])
    yes, no = (TRUE, FALSE) if op is Op.EQ else (FALSE, TRUE)
    return f"(CASE WHEN {same} THEN {yes} WHEN {apart} THEN {no} END)"


def _scaled(node: n.Linear, on: date | None) -> tuple[list[Share], int, int]:
    """Return the terms times whole numbers, the unit in which they count, and the bound in it."""
    factors: dict[n.Term, Fraction] = {}
    for factor, term in node.terms:
        asked = term if on is None or not counts_to_day(term.where) else _on(term, on)
        factors[asked] = factors.get(asked, Fraction(0)) + ratio(factor)
    kept = {term: one for term, one in factors.items() if one and term.where != n.FALSE}
    measured = any(
        term.amount and isinstance(kind_at(node.noun, amount_path(term)), k.NumberKind)
        for term in kept
    )
    unit = MILLIONTHS if measured else 1
    bound = ratio(node.bound) * unit
    common = math.lcm(bound.denominator, *(one.denominator for one in kept.values()))
    total = sum((abs(one) for one in kept.values()), Fraction(0))
    for number, most in ((total, _MOST_FACTORS), (bound, MAX_WHOLE)):
        if abs(number * common) > most:
            raise inexact(tidy(number))
    shares = [Share(int(one * common), term) for term, one in kept.items()]
    return shares, unit, int(bound * common)


def _on(term: n.Term, on: date) -> n.Term:
    """Return a term as it is on the day asked, as the items are asked about that are not stated."""
    return attrs.evolve(term, where=on_day(term.where, on))


def _of_group(group: Group, scope: Scope, unit: int, write: Writer) -> Ends:
    """Return what the terms about one thing come to for each row of the scope."""
    if not group.over:
        return ends_of(group.shares, Reckoner(scope, unit, write))
    number = scope.column(group.over)
    counts = [one for one in group.shares if not one.term.amount and one.term.where == n.TRUE]
    others = [one for one in group.shares if one not in counts]
    several = [_counted(number, one.factor * unit) for one in counts]
    if others:
        reckoner = Reckoner(scope.items_at(group.over).scope, unit, write)
        several.append(_of_items(others, number, scope, group, reckoner))
    return summed(several)


def _or_0(number: str) -> str:
    return f"COALESCE({number}, 0)"


def _counted(number: str, factor: int) -> Ends:
    return Ends(f"COALESCE({number}, 0)", number, high_open=True).times(factor)


def _of_items(
    shares: Sequence[Share], number: str, scope: Scope, group: Group, reckoner: Reckoner
) -> Ends:
    """Return what the terms about items come to in all; items not stated may be any number."""
    items = scope.items_at(group.over)
    each = ends_of(shares, reckoner)
    below, above = (
        all((one.factor > 0) is up and reckoner.least(one.term.amount) >= 0 for one in shares)
        for up in (True, False)
    )
    ends = []
    for end, opened, unstated in (
        (each.low, each.low_open, below),
        (each.high, each.high_open, above),
    ):
        whole = f"SUM({end})"
        if opened:  # one item that may be anything makes the sum anything
            whole = f"CASE WHEN COUNT(*) = COUNT({end}) THEN {whole} END"
        found = items.reckon(whole)
        found = f"CASE WHEN {number} = 0 THEN 0 ELSE {found} END" if opened else _or_0(found)
        otherwise = " ELSE 0" if unstated else ""
        ends.append(f"(CASE WHEN {items.complete(number)} THEN {found}{otherwise} END)")
    low, high = ends
    return Ends(low, high, not below or each.low_open, not above or each.high_open)


def _missed(
    groups: Iterable[Group], scope: Scope, unit: int, bound: int, write: Writer
) -> list[str]:
    """Return in which cases a sum can never be the bound, though it can be less and more.

    What is open comes in steps: 2 times a whole number is never 5.
    """
    steps: dict[int, list[str]] = {}
    known: list[str] = []
    free: list[str] = []  # what is open and may be any number, not a whole one
    for group in groups:
        for share in group.shares:
            value, opened = _known(share, group, scope, unit, write)
            known.append(value)
            if is_whole(scope.table.noun, share.term):
                steps.setdefault(abs(share.factor) * unit, []).append(opened)
            else:
                free.append(opened)
    if not steps or (len(steps) == 1 and not free):
        return []  # all that is added up comes in the same steps, and the bound with it
    if len(steps) > _MOST_THAT_DIFFER:
        raise too_shared()
    rest = f"({bound} - {added(known)})"
    found = []
    for size in range(1, len(steps) + 1):
        for chosen in combinations(steps, size):
            states = [f"(NOT {one})" for one in free]
            for step, those in steps.items():
                some = any_of(those)
                states.append(some if step in chosen else f"(NOT {some})")
            found.append(all_of([*states, f"({rest} % {math.gcd(*chosen)} <> 0)"]))
    return found


def _known(share: Share, group: Group, scope: Scope, unit: int, write: Writer) -> tuple[str, str]:
    """Return what is known of a term, 0 for what is not, and whether some of it is open."""
    term = share.term
    if term.amount and term.where != n.TRUE:
        raise too_shared()  # the steps it comes in are what its amount is
    own = scope.items_at(group.over).scope if group.over else scope
    value = Reckoner(own, unit, write).value(term.amount)
    if term.amount:
        counted, opened = f"COALESCE({value}, 0)", f"({value} IS NULL)"
    else:
        so = write(term.where, own)
        counted, opened = f"(CASE WHEN {so} THEN {value} ELSE 0 END)", f"({so} IS NULL)"
    if group.over:
        number = scope.column(group.over)
        items = scope.items_at(group.over)
        total = items.reckon(f"SUM({counted})")
        some = items.reckon(f"MAX(CASE WHEN {opened} THEN 1 ELSE 0 END)")
        whole = items.complete(number)
        counted = f"(CASE WHEN {whole} THEN {_or_0(total)} ELSE 0 END)"
        opened = f"(CASE WHEN {whole} THEN {_or_0(some)} = 1 ELSE TRUE END)"
    return f"{share.factor} * {counted}", opened
