"""A fact against a literal, exactly: the literal is written as what the column holds."""

import math
import operator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_never

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import MAX_FLOAT_DIGITS, ratio, tidy
from careplan.base.text import Labelled
from careplan.criteria.signs import Op
from careplan.frames.lent import Expr, folded
from careplan.frames.written.held import Form, Held

# Of more members `is_in` finds them sooner.
_FEW = 4


def leaf(node: n.Leaf, held: Held) -> Expr:
    """Return a criterion about one fact as an expression over its column."""
    match node:
        case n.Compare(op=op, value=value):
            return _compared(held, op, value)
        case n.Among(values=values):
            listed = sorted(values, key=repr)
            if len(listed) > _FEW and held.has_members and isinstance(held.kind, k.ChoiceKind):
                return held.values().is_in([str(value.value) for value in listed])  # type: ignore[union-attr]  # members
            # Each by itself: `is_in` of a null is false in some frames, and few are found sooner.
            return folded([_compared(held, Op.EQ, value) for value in listed], every=False)
        case n.Has():
            return held.values()
        case _:
            assert_never(node)


def column_path(node: n.Leaf) -> Any:
    """Return the path of the column that a criterion about one fact asks for."""
    return (*node.path, node.item) if isinstance(node, n.Has) else node.path


def _compared(held: Held, op: Op, value: n.Literal) -> Expr:
    if isinstance(held.kind, k.NumberKind | k.CountKind):
        return number_compared(held, op, ratio(value))  # type: ignore[arg-type]  # of its kind
    values = held.values()
    if isinstance(value, bool):
        return values if (op is Op.EQ) is value else ~values
    if isinstance(value, date):
        return op_of(op, values, value)
    return op_of(op, values, str(value.value) if isinstance(value, Labelled) else value)


def number_compared(held: Held, op: Op, bound: Fraction) -> Expr:
    """Compare a number; a bound that the column cannot hold gives way to the next that it can."""
    values, places = held.values(), _places(held, bound)
    share = Fraction(10) ** places
    if (bound * share).denominator == 1:
        return op_of(op, values, _literal(held, bound, places))
    if op in (Op.EQ, Op.NE):
        # Never, or always; but null where it is null.
        return values != values if op is Op.EQ else values == values  # noqa: PLR0124 - as said
    if op in (Op.GE, Op.GT):
        return values >= _literal(held, math.ceil(bound * share) / share, places)
    return values <= _literal(held, math.floor(bound * share) / share, places)


def op_of(op: Op, values: Expr, other: Any) -> Expr:
    """Compare an expression with another, or with a literal."""
    return _SIGNS[op](values, other)


_SIGNS = {op: getattr(operator, op.name.lower()) for op in Op}


def _places(held: Held, bound: Fraction) -> int:
    """Return after how many places a number of a column ends.

    A float that was stated has at most 15 digits. Two such are in the same order as the floats
    that are nearest to them, so that any bound between them is as good as another.
    """
    if held.is_whole or held.form in {Form.WHOLE, Form.EMPTY} or bound.denominator == 1:
        return 0
    if held.form is Form.DECIMAL:
        return held.scale
    if held.form is Form.FLOAT:
        return MAX_FLOAT_DIGITS - _digits_before_point(abs(bound))
    number = tidy(bound)
    # Halves, quarters and so on are floats and decimals alike.
    is_both = bound.denominator & (bound.denominator - 1) == 0
    if isinstance(number, Decimal) and is_both:
        _, digits, exponent = number.as_tuple()
        if len(digits) <= MAX_FLOAT_DIGITS:
            return -int(exponent)
    raise InvalidInput([Problem(held.column.name, "needs_frame", number)])


def _digits_before_point(number: Fraction) -> int:
    """Return the digits before the point of a number above 0, less the zeros after it."""
    digits = len(str(number.numerator)) - len(str(number.denominator))
    return digits + (number >= Fraction(10) ** digits)


def _literal(held: Held, bound: Fraction, places: int) -> Any:
    if held.form is Form.FLOAT and bound.denominator != 1:
        return float(bound)
    if held.form is Form.DECIMAL or bound.denominator != 1:
        digits = int(abs(bound) * 10**places)
        return Decimal((int(bound < 0), tuple(map(int, str(digits))), -places))
    return int(bound)
