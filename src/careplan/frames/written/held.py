"""How a column holds a fact: as whole numbers, floats, decimals, or what the fact is anyway."""

from enum import Enum, auto
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import MAX_DECIMAL_PLACES
from careplan.base.text import Text
from careplan.frames.lent import Expr, narwhals
from careplan.layout import Column

# A float is read as the decimal it prints as. In a sum it has to be one of six places below
# 10^9: times 10^6 that is a whole number which a float holds exactly.
PLACES = 6
MOST_FIXED = 10**15
# What a column of whole numbers may hold, where its type does not say.
_INT64: int = 2**63 - 1

NUMBER, WHOLE = Text(zh="数", en="numbers"), Text(zh="整数", en="whole numbers")
FLAG, TEXT = Text(zh="“是”或“否”", en="true and false"), Text(zh="文本", en="texts")
DAY = Text(zh="日期", en="days")


class Form(Enum):
    """How a column holds what it holds; `UNTOLD` where no frame says."""

    WHOLE = auto()
    FLOAT = auto()
    DECIMAL = auto()
    PLAIN = auto()
    EMPTY = auto()
    UNTOLD = auto()


@attrs.frozen
class Held:
    """A column, and how it holds its fact.

    `scale` is of decimals their places, `most` of whole numbers the largest that the type holds.
    A column that is `guarded` may hold what nobody looked for: a NaN is then unknown.
    `as_text` are texts that have to be made texts of the plain sort first, and numbers that are
    not `signed` have none below 0. With `has_members` a frame's `is_in` says null of null.
    """

    column: Column
    form: Form = Form.UNTOLD
    scale: int = 0
    most: int = _INT64
    guarded: bool = False
    as_text: bool = False
    signed: bool = True
    has_members: bool = False

    @property
    def kind(self) -> k.Kind:
        """The kind of the fact."""
        return self.column.kind

    @property
    def is_whole(self) -> bool:
        """Whether the fact is a whole number, however it is held."""
        return isinstance(self.kind, k.CountKind | k.ItemsKind)

    def places(self) -> int:
        """Return after how many places the numbers end with which a sum is reckoned.

        Raises InvalidInput where that is not known.
        """
        if self.form is Form.FLOAT and not self.is_whole:
            return PLACES
        if self.form is Form.UNTOLD and not self.is_whole:
            raise InvalidInput([Problem(self.column.name, "needs_frame", None)])
        return min(self.scale, PLACES)

    def values(self) -> Expr:
        """Return the column as an expression, null where it is not stated."""
        nw = narwhals()
        column = nw.col(self.column.name)
        if self.form is Form.EMPTY:
            return column.cast(_plain(self.kind))
        if self.as_text:
            return column.cast(nw.String)
        if self.form is Form.FLOAT and self.guarded:
            return nw.when(column.is_finite()).then(column)
        return column


def _plain(kind: k.Kind) -> Any:
    nw = narwhals()
    match kind:
        case k.FlagKind():
            return nw.Boolean
        case k.DayKind():
            return nw.Date
        case k.NumberKind() | k.CountKind() | k.ItemsKind():
            return nw.Int64
        case _:
            return nw.String


def wanted(kind: k.Kind) -> Text:
    """Say what a column has to hold for a kind of fact."""
    match kind:
        case k.FlagKind():
            return FLAG
        case k.DayKind():
            return DAY
        case k.NumberKind():
            return NUMBER
        case k.CountKind() | k.ItemsKind():
            return WHOLE
        case _:
            return TEXT


def held_as(column: Column, dtype: Any, *, empty: bool, guarded: bool) -> Held | None:
    """Return how a column of a type holds its fact; None if the type is another's.

    `empty` says that the type is that of nothing but nulls.
    """
    nw = narwhals()
    if empty:
        return Held(column, Form.EMPTY)
    match column.kind:
        case k.FlagKind():
            return Held(column, Form.PLAIN) if dtype == nw.Boolean else None
        case k.DayKind():
            return Held(column, Form.PLAIN) if dtype == nw.Date else None
        case k.NumberKind() | k.CountKind() | k.ItemsKind():
            return _number(column, dtype, guarded=guarded)
        case _:
            texts = (nw.String, nw.Categorical, nw.Enum)
            return Held(column, Form.PLAIN) if dtype in texts else None


def _number(column: Column, dtype: Any, *, guarded: bool) -> Held | None:
    nw = narwhals()
    if dtype == nw.Float64:
        return Held(column, Form.FLOAT, guarded=guarded)
    if dtype == nw.Decimal and dtype.scale <= MAX_DECIMAL_PLACES:
        return Held(column, Form.DECIMAL, scale=dtype.scale)
    if dtype.is_integer():
        bits, signed = int("".join(filter(str.isdigit, str(dtype)))), dtype.is_signed_integer()
        return Held(column, Form.WHOLE, most=2 ** (bits - signed) - 1, signed=signed)
    return None
