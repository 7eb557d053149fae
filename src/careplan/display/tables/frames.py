"""The columns of a data frame: which type of pandas, polars or Arrow holds what a column holds.

None of them is needed, or imported before its types are asked for.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from typing import Any

import attrs

from careplan.base.exact import MAX_DECIMAL_PLACES
from careplan.base.frozenmap import FrozenMap, frozen
from careplan.base.messages import LANGUAGES
from careplan.display.cells import Cell, Row
from careplan.display.tables.columns import ColumnKind
from careplan.display.tables.named import kind_of

# The digits of the widest decimal that polars and Arrow keep in 128 bits.
_DIGITS = 38
_BEFORE_POINT = _DIGITS - MAX_DECIMAL_PLACES
_TOO_LARGE: int = 10**_BEFORE_POINT
_PANDAS = {
    ColumnKind.TEXT: "string",
    ColumnKind.MEMBER: "category",
    ColumnKind.DAY: "datetime64[s]",
    ColumnKind.FLAG: "boolean",
    ColumnKind.WHOLE: "Int64",
    ColumnKind.NUMBER: "Float64",
}


@frozen(kw_only=True)
class Columns:
    """The columns of rows by their keys: the kind of each, and the type that holds it in a frame.

    Every type knows "not stated" beside its values, also where a whole column is empty. Members
    are categories, days are days; of an exact number

    - pandas has no decimals: it becomes a Float64, close to it;
    - polars and Arrow hold it as a decimal of 20 places, exactly. In a column where one cell is
      no such decimal (a third), all are floats; `inexact` names these.

    `rows` are the records with a float for each number of such a column, as Arrow needs them;
    the others read `records()` as well. Decide by the exact numbers, plot the others.
    """

    kinds: Mapping[str, ColumnKind]
    inexact: frozenset[str]
    rows: list[Row] = attrs.field(repr=False)

    @property
    def pandas(self) -> dict[str, str]:
        """The names of pandas' types, for `DataFrame.astype`."""
        return {key: _PANDAS[kind] for key, kind in self.kinds.items()}

    @property
    def polars(self) -> dict[str, Any]:
        """The types of polars, for `DataFrame(rows, schema=...)`; imports polars."""
        pl = import_module("polars")
        return self._typed(
            {
                ColumnKind.TEXT: pl.String,
                ColumnKind.MEMBER: pl.Categorical,
                ColumnKind.DAY: pl.Date,
                ColumnKind.FLAG: pl.Boolean,
                ColumnKind.WHOLE: pl.Int64,
                ColumnKind.NUMBER: pl.Decimal(_DIGITS, MAX_DECIMAL_PLACES),
            },
            pl.Float64,
        )

    @property
    def arrow(self) -> dict[str, Any]:
        """The types of Arrow, for `pyarrow.schema`; imports pyarrow."""
        pa = import_module("pyarrow")
        return self._typed(
            {
                ColumnKind.TEXT: pa.string(),
                ColumnKind.MEMBER: pa.dictionary(pa.int32(), pa.string()),
                ColumnKind.DAY: pa.date32(),
                ColumnKind.FLAG: pa.bool_(),
                ColumnKind.WHOLE: pa.int64(),
                ColumnKind.NUMBER: pa.decimal128(_DIGITS, MAX_DECIMAL_PLACES),
            },
            pa.float64(),
        )

    def _typed(self, types: Mapping[ColumnKind, Any], inexact: Any) -> dict[str, Any]:
        return {
            key: inexact if key in self.inexact else types[kind] for key, kind in self.kinds.items()
        }


def columns_of(rows: Iterable[Row], kinds: Mapping[str, ColumnKind] | None = None) -> Columns:
    """Return the columns of rows, of the kinds that are known or as their keys and cells say."""
    listed = list(rows)
    keys = dict.fromkeys(key for row in listed for key in row)
    cells = {key: [row.get(key) for row in listed] for key in keys}
    known = {key: _kind(key, cells) for key in keys} if kinds is None else dict(kinds)
    inexact = frozenset(
        key
        for key, kind in known.items()
        if kind is ColumnKind.NUMBER and not all(map(_is_decimal, cells.get(key, ())))
    )
    return Columns(
        kinds=FrozenMap(known),
        inexact=inexact,
        rows=[_with_floats(row, inexact) for row in listed],
    )


def _kind(key: str, cells: Mapping[str, list[Cell]]) -> ColumnKind:
    beside_labels = all(f"{key}_{language}" in cells for language in LANGUAGES)
    return ColumnKind.MEMBER if beside_labels else kind_of(key, cells[key])


def _is_decimal(cell: object) -> bool:
    """Say whether a number, or a blank, is what a decimal of so many digits and places holds."""
    match cell:
        case Decimal():
            places = -int(cell.as_tuple().exponent)
            return places <= MAX_DECIMAL_PLACES and cell.adjusted() < _BEFORE_POINT
        case int():
            return abs(cell) < _TOO_LARGE
        case _:
            return cell is None


def _with_floats(row: Row, keys: frozenset[str]) -> dict[str, Any]:
    return {
        key: float(cell) if key in keys and isinstance(cell, int | Decimal | Fraction) else cell
        for key, cell in row.items()
    }
