"""A criterion as one truth of SQL, in the three values that SQL has: null is unknown."""

from fractions import Fraction
from typing import assert_never

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.criteria.elapsing import settled_on
from careplan.criteria.signs import Op
from careplan.sql.elapsing import passed
from careplan.sql.joining import FALSE, TRUE, all_of, any_of
from careplan.sql.scopes import Scope
from careplan.sql.spelling import MAX_DIGITS, inexact, whole
from careplan.sql.sums import holds

SIGNS = {Op.GE: ">=", Op.GT: ">", Op.LE: "<=", Op.LT: "<", Op.EQ: "=", Op.NE: "<>"}


def truth(node: n.Criterion, scope: Scope, *, so: bool = True) -> str:
    """Return a criterion about the rows of a scope as SQL; with `so` false, its denial.

    It is in brackets, unless it is a column or a constant. A denial goes down to what reads
    facts, so that no brackets are spent on it. Raises InvalidInput for what is not to be had.
    """
    match node:
        case n.Compare() | n.Among() | n.Has():
            return _leaf(node, scope, so=so)
        case n.AllOf(parts) | n.AnyOf(parts):
            join = all_of if isinstance(node, n.AllOf) is so else any_of
            return join(truth(part, scope, so=so) for part in parts)
        case n.Not(part):
            return truth(part, scope, so=not so)
        case n.Some() | n.Every():
            return _of_items(node, scope, so=so)
        case n.Linear():
            return holds(node, scope, truth, so=so)
        case n.Elapsed(end=None) if scope.names.on is not None:
            return truth(settled_on(node, scope.names.on), scope, so=so)
        case n.Elapsed():
            return passed(node, scope, so=so)
        case _:
            assert_never(node)


def _leaf(node: n.Leaf, scope: Scope, *, so: bool) -> str:
    match node:
        case n.Has(path=path, item=item):
            return _flag(scope.column((*path, item)), so=so)
        case n.Compare(path=path, op=op, value=value):
            signed = op if so else ~op
            if isinstance(value, bool):
                return _flag(scope.column(path), so=value is (signed is Op.EQ))
            return _compared(scope.column(path), signed, value, scope)
        case n.Among():
            return _among(node, scope, so=so)
        case _:
            assert_never(node)


def _flag(column: str, *, so: bool) -> str:
    return column if so else f"(NOT {column})"


def _compared(column: str, op: Op, value: n.Literal, scope: Scope) -> str:
    """Compare a column with a literal; a fraction is multiplied out."""
    sign = SIGNS[op]
    if isinstance(value, Fraction):
        if max(abs(value.numerator), value.denominator) > 10**MAX_DIGITS:
            raise inexact(value)
        times, bound = whole(value.denominator), whole(value.numerator)
        return f"({times} * {column} {sign} {bound})"
    return f"({column} {sign} {scope.names.spelling.value(value)})"


def _among(node: n.Among, scope: Scope, *, so: bool) -> str:
    column, kind = scope.column(node.path), scope.kind(node.path)
    values = sorted(node.values, key=repr)
    if isinstance(kind, k.FlagKind | k.NumberKind | k.CountKind):
        op, join = (Op.EQ, any_of) if so else (Op.NE, all_of)
        if isinstance(kind, k.FlagKind):
            return join(_flag(column, so=value is so) for value in values)
        return join(_compared(column, op, value, scope) for value in values)
    listed = ", ".join(map(scope.names.spelling.value, values))  # type: ignore[arg-type]  # no number
    return f"({column} {'IN' if so else 'NOT IN'} ({listed}))"


def _of_items(node: n.Some | n.Every, scope: Scope, *, so: bool) -> str:
    """Return what is so of some, or every, of the items: unknown where they are not stated.

    An item counts 2 where it is so, 1 where that is unknown and 0 where it is not: the greatest
    of them says what is so of some, the least what is of every.
    """
    number = scope.column(node.path)
    some = isinstance(node, n.Some)
    if node.where == n.TRUE:
        if some:
            return f"({number} {'>' if so else '='} {whole(0)})"
        return f"({number} {'>=' if so else '<'} {whole(0)})"
    items = scope.items_at(node.path)
    each = f"COALESCE(2 * CAST({truth(node.where, items.scope)} AS INTEGER), 1)"
    found = items.reckon(f"{'MAX' if some else 'MIN'}({each})")
    decides, truth_then = (2, so) if some else (0, not so)
    yes, no = (TRUE, FALSE) if truth_then else (FALSE, TRUE)
    inner = f"CASE {found} WHEN {decides} THEN {yes} WHEN 1 THEN NULL ELSE {no} END"
    return f"(CASE WHEN {items.complete(number)} THEN {inner} END)"
