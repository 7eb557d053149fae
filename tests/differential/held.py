"""Subjects as typed tables, from which frames and databases are made.

A column of numbers is of decimals of the scale that the batch needs, or of floats; counts and
numbers of items are whole, and so are the columns that rows are told apart by.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from importlib import import_module
from typing import Any

import attrs
from differential.ways import Batch, NotHere

import careplan.fields.kinds as k
from careplan.layout import ID, PARENT, NounTable, rows_of, table_of


class Sort(Enum):
    """What a column holds."""

    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    TEXT = "text"
    DAY = "day"


@attrs.frozen
class Held:
    """One table: its columns with what they hold, and its rows."""

    path: str
    columns: Mapping[str, Sort]
    rows: Sequence[Mapping[str, Any]]
    exact: bool

    @property
    def scale(self) -> int:
        """The decimal places that the numbers need, at least one."""
        numbers = [name for name, sort in self.columns.items() if sort is Sort.NUMBER]
        values = (row[name] for row in self.rows for name in numbers)
        exponents = (v.as_tuple().exponent for v in values if isinstance(v, Decimal))
        return max((-int(one) for one in exponents), default=1)

    def values(self, name: str, number: Callable[[Any], Any] | None = None) -> list[Any]:
        """Return a column: its numbers as decimals or floats, or as `number` makes them."""
        values = [row[name] for row in self.rows]
        if self.columns[name] is Sort.NUMBER:
            made = number or (Decimal if self.exact else float)
            return [None if one is None else made(one) for one in values]
        return values


def held(batch: Batch) -> dict[str, Held]:
    """Return the tables of a batch by the path of the collection, "" for the subjects."""
    rows = rows_of(batch.subjects, batch.noun)
    return {
        table.path: Held(table.path, _columns(table), rows[table.path], batch.exact)
        for table in table_of(batch.noun).tables
    }


def _columns(table: NounTable) -> dict[str, Sort]:
    found = {ID: Sort.WHOLE}
    if table.path:
        found[PARENT] = Sort.WHOLE
    found.update((column.name, _sort(column.kind)) for column in table.columns.values())
    return found


def _sort(kind: k.Kind) -> Sort:
    match kind:
        case k.NumberKind():
            return Sort.NUMBER
        case k.CountKind() | k.ItemsKind():
            return Sort.WHOLE
        case k.FlagKind():
            return Sort.FLAG
        case k.DayKind():
            return Sort.DAY
        case _:
            return Sort.TEXT


def package(name: str) -> Any:
    """Return a package that not every run has, or say that it is not here."""
    try:
        return import_module(name)
    except ImportError as reason:
        raise NotHere(f"{name} cannot be imported ({reason})") from None


def arrow(table: Held) -> Any:
    """Return a table of pyarrow."""
    pa = package("pyarrow")

    types = {
        Sort.WHOLE: pa.int64(),
        Sort.NUMBER: pa.decimal128(28, table.scale) if table.exact else pa.float64(),
        Sort.FLAG: pa.bool_(),
        Sort.TEXT: pa.string(),
        Sort.DAY: pa.date32(),
    }
    schema = pa.schema([(name, types[sort]) for name, sort in table.columns.items()])
    return pa.table([table.values(name) for name in table.columns], schema=schema)
