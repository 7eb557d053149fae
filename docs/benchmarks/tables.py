"""The drawn subjects as tables: Arrow's, of which polars, DuckDB and SQLite take theirs.

They lie as `careplan.frames` and `careplan.sql` have nouns lie: a column for each fact, and the
rooms of venues in a table of their own, each with the `parent` it belongs to.
"""

from importlib import import_module
from typing import Any

import numpy as np

from benchmarks.drawn import Column, Drawn
from careplan.layout import ID, PARENT


def arrow(drawn: Drawn) -> dict[str, Any]:
    """Return Arrow tables by name: "" of the subjects, "rooms" of the rooms in them."""
    pa: Any = import_module("pyarrow")
    made = {"": pa.table({ID: np.arange(drawn.rows), **arrays(drawn.columns)})}
    if drawn.inner:
        keys = {ID: np.arange(len(drawn.owner)), PARENT: drawn.owner}
        made["rooms"] = pa.table({**keys, **arrays(drawn.inner)})
    return made


def arrays(columns: Any) -> dict[str, Any]:
    """Return columns as arrays of Arrow, null where a fact is not stated."""
    return {name: array(column) for name, column in columns.items()}


def array(column: Column) -> Any:
    """Return a column as an array of Arrow; enums are text, as tables mostly have them."""
    pa: Any = import_module("pyarrow")
    made = pa.array(column.values, mask=~column.stated)
    if column.members:
        return pa.array([one.value for one in column.members]).take(made)
    return made


def polars(tables: dict[str, Any]) -> dict[str, Any]:
    """Return them as frames of polars, in one piece."""
    pl: Any = import_module("polars")
    return {name: pl.from_arrow(table).rechunk() for name, table in tables.items()}


def duckdb(tables: dict[str, Any]) -> Any:
    """Return a database in memory that holds them as `subjects` and `rooms`."""
    connection: Any = import_module("duckdb").connect()
    for name, table in tables.items():
        connection.register("given", table)
        connection.execute(f"CREATE TABLE {name or 'subjects'} AS SELECT * FROM given")  # noqa: S608 - our own name
        connection.unregister("given")
    return connection


def values(answers: Any) -> list[bool | None]:
    """Return a column of answers, of Arrow or of polars, as a list."""
    listed: list[bool | None] = answers.to_pylist() if hasattr(answers, "to_pylist") else [*answers]
    return listed
