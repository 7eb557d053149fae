"""The six signs of a comparison, and what each says of a number."""

import operator
from collections.abc import Callable
from typing import Any

from careplan.base.text import Labelled


class Op(Labelled):
    """A comparison. The operator is stored with the number: >= includes it, > does not."""

    GE = (">=", "≥", "≥")
    GT = (">", ">", ">")
    LE = ("<=", "≤", "≤")
    LT = ("<", "<", "<")
    EQ = ("==", "=", "=")
    NE = ("!=", "≠", "≠")

    def holds(self, observed: object, required: object) -> bool:
        """Compare: Python compares ints, Decimals and Fractions exactly, in any context."""
        return bool(_OPERATORS[self](observed, required))

    def __invert__(self) -> "Op":
        return _OPPOSITE[self]


# Python's operators have the same names.
_OPERATORS: dict[Op, Callable[[Any, Any], bool]] = {
    op: getattr(operator, op.name.lower()) for op in Op
}
_PAIRS = ((Op.GE, Op.LT), (Op.GT, Op.LE), (Op.EQ, Op.NE))
_OPPOSITE = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
