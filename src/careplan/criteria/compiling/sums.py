"""A sum in generated text: added up where all of it is known, and else left to `sums.canonical`.

What is open may be settled all the same, by what facts can be at the least: that is reckoned in
one place only.
"""

import math
from collections.abc import Callable
from datetime import date

import careplan.criteria.nodes as n
from careplan.base.exact import ratio
from careplan.criteria.compiling.lines import dispatched, indented
from careplan.criteria.compiling.pieces import Always, Piece, counts_places, piece_of
from careplan.criteria.compiling.scopes import Scope
from careplan.criteria.residuals import left_of_term
from careplan.criteria.steps import Facts
from careplan.criteria.sums.canonical import left_of_sum
from careplan.fields.paths import Path

Reckoned = Callable[[object, date | None, Path], bool | None]


def reckoned(node: n.Linear) -> Reckoned:
    """Return how a sum is reckoned of which something is not known: as `evaluation` does it."""

    def truth(subject: object, on: date | None, at: Path) -> bool | None:
        facts = Facts(subject, on)
        noun = type(subject) if at else node.noun
        opened = (left_of_term(factor, term, facts, at) for factor, term in node.terms)
        left = left_of_sum(node, noun, (part for one in opened for part in one))
        return True if left == n.TRUE else False if left == n.FALSE else None

    return truth


def summed(node: n.Linear, scope: Scope) -> list[str]:
    """Return the statements that return whether a sum is as it is to be."""
    shares = [ratio(factor) for factor, _ in node.terms]
    bound = ratio(node.bound)
    common = math.lcm(bound.denominator, *(share.denominator for share in shares))
    names = scope.names
    whole, at = ("root", "()") if scope.at is None else ("whole", scope.at)
    leave = f"return {names.constant(reckoned(node))}({whole}, on, {at})"
    lines = ["total = 0"]
    for share, (_, term) in zip(shares, node.terms, strict=True):
        lines += _term(term, names.constant(int(share * common)), scope, leave)
    return [*lines, f"return total {node.op.value} {names.constant(int(bound * common))}"]


def _term(term: n.Term, factor: str, scope: Scope, leave: str) -> list[str]:
    where = piece_of(term.where)
    if not term.over:
        return _counted(term.amount, where, factor, scope, leave)
    names = scope.names
    items, item, place = names.new("w"), names.new("i"), names.new("x")
    placed = counts_places(where)
    head = f"{place}, {item} in K_each({items})" if placed else f"{item} in {items}"
    inner = scope.item(item, term.over, place if placed else None)
    return [
        f"{items} = {names.loaded(term.over, scope.root)}",
        f"if {items} is None: {leave}",
        f"for {head}:",
        *indented(_counted(term.amount, where, factor, inner, leave)),
    ]


def _counted(amount: Path, where: Piece, factor: str, scope: Scope, leave: str) -> list[str]:
    """Return what adds one object's share: of a fact or 1, if it counts."""
    names = scope.names
    added = [f"total += {factor}"]
    if amount:
        held = names.new("v")
        number = f"({held} if {held}.__class__ is K_int else K_ratio({held}))"
        added = [
            f"{held} = {names.loaded(amount, scope.root)}",
            f"if {held} is None: {leave}",
            f"total += {factor} * {number}",
        ]
    if where == Always(truth=True):
        return added
    counts = names.new("u")
    asked = dispatched(where, scope, yes=f"{counts} = True", no=f"{counts} = False", unknown=leave)
    return [*asked, f"if {counts}:", *indented(added)]
