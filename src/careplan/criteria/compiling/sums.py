"""A sum in generated text: what it is at the least and at the most, by what is known of it.

That settles it as `sums.canonical` does, which is asked where it may know more: where terms may
cancel each other, or a number cannot be reached.
"""

import math
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.base.exact import ratio
from careplan.criteria.compiling.exits import Exits, dispatched, indented
from careplan.criteria.compiling.pieces import Always, Piece, counts_places, piece_of
from careplan.criteria.compiling.scopes import Scope
from careplan.criteria.residuals import left_of_term
from careplan.criteria.signs import Op
from careplan.criteria.steps import Facts, paths_asked
from careplan.criteria.sums.canonical import left_of_sum
from careplan.criteria.sums.ends import amount_path, least
from careplan.fields.paths import Path

Reckoned = Callable[[object, date | None, Path], bool | None]
# What says so of a sum that lies between `low` and `low + wide`, and what denies it.
_AT_LEAST, _ABOVE = "low >= {0}", "low > {0}"
_AT_MOST, _BELOW = "low + wide <= {0}", "low + wide < {0}"
_EQUAL = "not wide and low == {0}"
_SETTLED: dict[Op, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Op.GE: ((_AT_LEAST,), (_BELOW,)),
    Op.GT: ((_ABOVE,), (_AT_MOST,)),
    Op.LE: ((_AT_MOST,), (_ABOVE,)),
    Op.LT: ((_BELOW,), (_AT_LEAST,)),
    Op.EQ: ((_EQUAL,), (_ABOVE, _BELOW)),
    Op.NE: ((_ABOVE, _BELOW), (_EQUAL,)),
}
# A sum has no end where this is so: these say nothing then.
_ENDLESS = {
    _AT_LEAST: ("below",),
    _ABOVE: ("below",),
    _AT_MOST: ("above",),
    _BELOW: ("above",),
    _EQUAL: ("above", "below"),
}


_SAID = {"yes": "True", "no": "False", "unknown": "None"}


def reckoned(node: n.Linear) -> Reckoned:
    """Return how a sum is reckoned of which something is not known, as `evaluation` does it."""

    def truth(subject: object, on: date | None, at: Path) -> bool | None:
        facts = Facts(subject, on)
        noun = type(subject) if at else node.noun
        opened = (left_of_term(factor, term, facts, at) for factor, term in node.terms)
        left = left_of_sum(node, noun, (part for one in opened for part in one))
        return True if left == n.TRUE else False if left == n.FALSE else None

    return truth


def summed(node: n.Linear, scope: Scope, exits: Exits) -> list[str]:
    """Return the statements that return whether a sum is as it is to be."""
    shares = [ratio(factor) for factor, _ in node.terms]
    bound = ratio(node.bound)
    common = math.lcm(bound.denominator, *(share.denominator for share in shares))
    names, answer = scope.names, scope.names.new("t")
    at = "()" if scope.at is None else scope.at
    left = f"{answer} = {names.constant(reckoned(node))}({scope.whole}, on, {at})"
    found = f"return {exits.yes} if {answer} else {exits.unknown} if {answer} is None"
    leave = f"{left}; {found} else {exits.no}"
    lines = ["low = wide = 0"]
    for share, (_, term) in zip(shares, node.terms, strict=True):
        lines += _Term(node.noun, term, share * common, scope, leave).lines()
    endless = [name for name in ("above", "below") if any(f"{name} = True" in one for one in lines)]
    lines[0] += "".join(f"; {name} = False" for name in endless)
    if scope.at is not None:
        # Of items it is the noun of the subject that says what their facts are at the least.
        lines.insert(0, f"if {scope.whole}.__class__ is not {scope.noun}: {leave}")
    written = _number(bound * common, scope)
    for tests, answer in zip(_SETTLED[node.op], (exits.yes, exits.no), strict=True):
        lines += [
            f"if {_guarded(test, endless).format(written)}: return {answer}" for test in tests
        ]
    if node.op in {Op.EQ, Op.NE} or _may_cancel(node):
        return [*lines, leave]
    return [*lines, f"return {exits.unknown}"]


def _guarded(test: str, endless: list[str]) -> str:
    """Return a test of an end that stands only where the sum has this end."""
    return " and ".join([*(f"not {name}" for name in _ENDLESS[test] if name in endless), test])


def _may_cancel(node: n.Linear) -> bool:
    """Say whether what is left of two terms may be the same, of which one is taken away."""
    asked: dict[bool, set[object]] = {True: set(), False: set()}
    for factor, term in node.terms:
        alone = attrs.evolve(node, terms=((factor, term),))
        asked[factor > 0].update(path[0] for path in paths_asked(alone))
    return not asked[True].isdisjoint(asked[False])


def _number(value: Fraction, scope: Scope) -> str:
    return scope.names.constant(value.numerator if value.denominator == 1 else value)


@attrs.frozen
class _Term:
    """A term of a sum about a noun, its factor a whole number; `leave` asks `reckoned` instead."""

    noun: type[Any]
    term: n.Term
    factor: Fraction
    scope: Scope
    leave: str

    def lines(self) -> list[str]:
        """Return what adds the term."""
        where, scope = piece_of(self.term.where), self.scope
        if not self.term.over:
            return self._of_one(where, scope)
        names = scope.names
        items, item, place = names.new("w"), names.new("i"), names.new("x")
        placed = counts_places(where)
        head = f"{place}, {item} in K_each({items})" if placed else f"{item} in {items}"
        inner = scope.item(item, self.term.over, place if placed else None)
        below_zero = bool(self.term.amount) and self._least() < 0
        open_ = "above = True; below = True" if below_zero else self._endless()
        return [
            f"{items} = {names.loaded(self.term.over, scope.root)}",
            f"if {items} is None: {open_}",
            "else:",
            *indented([f"for {head}:", *indented(self._of_one(where, inner))]),
        ]

    def _least(self) -> Fraction:
        return least(self.noun, amount_path(self.term))

    def _endless(self) -> str:
        return f"{'above' if self.factor > 0 else 'below'} = True"

    def _of_one(self, where: Piece, scope: Scope) -> list[str]:
        """Return what adds the share of the subject, or of one item."""
        one = _number(self.factor, scope)
        if not self.term.amount:
            open_ = f"wide += {one}" if self.factor > 0 else f"low += {one}; wide -= {one}"
            return dispatched(where, scope, yes=f"low += {one}", no="", unknown=open_)
        if where == Always(truth=True):
            return self._of_amount("True", scope)
        counts = scope.names.new("u")
        said = {name: f"{counts} = {text}" for name, text in _SAID.items()}
        amount = indented(self._of_amount(counts, scope))
        return [*dispatched(where, scope, **said), f"if {counts} is not False:", *amount]

    def _of_amount(self, counts: str, scope: Scope) -> list[str]:
        """Return what adds a fact: it counts if `counts`, or it may."""
        held, factor, smallest = scope.names.new("v"), _number(self.factor, scope), self._least()
        always, maybe = (
            _number(self.factor * end, scope) for end in (smallest, min(smallest, Fraction(0)))
        )
        share = f"{factor} * ({held} if {held}.__class__ is K_int else K_ratio({held}))"
        open_ = (
            f"wide += {share}"
            if self.factor > 0
            else f"share = {share}; low += share; wide -= share"
        )
        return [
            f"{held} = {scope.names.loaded(self.term.amount, scope.root)}",
            f"if {held} is None: low += {always} if {counts} else {maybe}; {self._endless()}",
            f"elif {counts}: low += {share}",
            *([] if counts == "True" else [f"elif {held} < 0: {self.leave}", f"else: {open_}"]),
        ]
