"""Subjects as frames of every sort, by how a noun lies in tables."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

import careplan as cp
import careplan.fields.kinds as k
from careplan.layout import ID, PARENT, NounTable, rows_of, table_of

NUMBER = pa.decimal128(38, 20)


def arrow_type(kind: k.Kind, number: pa.DataType = NUMBER) -> pa.DataType:
    """Return the type of Arrow that holds a kind of fact."""
    match kind:
        case k.NumberKind():
            return number
        case k.CountKind() | k.ItemsKind():
            return pa.int64()
        case k.FlagKind():
            return pa.bool_()
        case k.DayKind():
            return pa.date32()
        case _:
            return pa.string()


def schema_of(table: NounTable, number: pa.DataType = NUMBER) -> pa.Schema:
    """Return the types of all columns of a table."""
    keys = [(ID, pa.int64()), *([(PARENT, pa.int64())] if table.path else [])]
    return pa.schema(
        [*keys, *((one.name, arrow_type(one.kind, number)) for one in table.columns.values())]
    )


def tables_of(
    subjects: Iterable[cp.Noun],
    noun: type[cp.Noun],
    columns: Mapping[str, str] | None = None,
    number: pa.DataType = NUMBER,
) -> dict[str, pa.Table]:
    """Return subjects as Arrow tables by path."""
    tables = {table.path: table for table in table_of(noun, columns).tables}
    found = {}
    for path, rows in rows_of(subjects, noun, columns).items():
        schema = schema_of(tables[path], number)
        floats = [one.name for one in schema if pa.types.is_floating(one.type)]
        for row in rows:
            row.update({name: None if row[name] is None else float(row[name]) for name in floats})
        found[path] = pa.Table.from_pylist(rows, schema=schema)
    return found


def of_pandas(table: pa.Table) -> pd.DataFrame:
    """Return a frame of Arrow's types, which pandas holds since 2.0."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def of_nullable(table: pa.Table) -> pd.DataFrame:
    """Return a frame of pandas' own nullable types where it has one."""
    mapped = {
        pa.int64(): pd.Int64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
        pa.string(): pd.StringDtype(na_value=pd.NA),
        pa.float64(): pd.Float64Dtype(),
    }
    frame: pd.DataFrame = table.to_pandas(
        types_mapper=lambda one: mapped.get(one, pd.ArrowDtype(one))
    )
    return frame


def of_chunks(table: pa.Table) -> pa.Table:
    """Return a table in chunks, one of them empty."""
    half = len(table) // 2
    return pa.concat_tables([table.slice(0, half), table.slice(0, 0), table.slice(half)])


CONNECTION = duckdb.connect()
MADE: dict[str, Callable[[pa.Table], Any]] = {
    "polars": pl.from_arrow,
    "lazy": lambda table: pl.DataFrame(pl.from_arrow(table)).lazy(),
    "pyarrow": lambda table: table,
    "chunks": of_chunks,
    "pandas": of_pandas,
    "nullable": of_nullable,
    "duckdb": CONNECTION.from_arrow,
}


def rows_back(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of any of these frames."""
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        return frame.to_dicts()
    if isinstance(frame, pd.DataFrame):
        return [
            {str(key): None if value is pd.NA else value for key, value in row.items()}
            for row in frame.to_dict("records")
        ]
    if isinstance(frame, duckdb.DuckDBPyRelation):
        frame = frame.arrow()
        frame = frame.read_all() if hasattr(frame, "read_all") else frame
    rows: list[dict[str, Any]] = frame.to_pylist()
    return rows


def decimals(value: Any) -> Any:
    """Return a number as it lies in a column of decimals."""
    return None if value is None else Decimal(value)
