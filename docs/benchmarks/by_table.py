"""The ways that take all subjects at once: data frames, arrays and SQL, ours beside others'."""

import sqlite3
import weakref
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import careplan as cp
import careplan.sql
from benchmarks import tables
from benchmarks.drawn import Drawn, records
from benchmarks.measuring import Answers, Way
from benchmarks.ours import BY_VALUE
from benchmarks.peers import numpy, openfisca, polars, sql
from benchmarks.tasks import Task

NUMPY, POLARS, DUCKDB = "numpy by hand", "polars by hand", "DuckDB by hand"
EXPRESSION, LAZY = "cp.frames.expression, polars", "cp.frames.expression, polars lazy"
FRAME, TEXT = "cp.frames.outcomes, polars", "cp.sql.text, DuckDB"
QUERY, SQLITE = "cp.sql.query, DuckDB", "cp.sql.text, SQLite"
FISCA, FISCA_ANEW = "OpenFisca, inputs set before", "OpenFisca, inputs set anew"


def way(name: str, drawn: Drawn, run: Callable[[], Any], said: Callable[[Any], Answers]) -> Way:
    """Return a way that answers all rows in each round."""
    return Way(name, lambda _: run(), drawn.rows, lambda: said(run()))


def of_numpy(task: Task, drawn: Drawn) -> Iterator[Way]:
    """Yield arrays with masks."""
    written = numpy.WRITTEN[task.key]
    yield way(NUMPY, drawn, lambda: written(drawn), numpy.values)


def of_polars(task: Task, drawn: Drawn) -> Iterator[Way]:
    """Yield polars by hand, our expression eagerly and lazily, and all outcomes of the document.

    An expression sees one frame: what asks for items goes through `outcomes`.
    """
    nw: Any = import_module("narwhals")
    frames = tables.polars(tables.arrow(drawn))
    whole = frames[""]
    yield way(POLARS, drawn, lambda: polars.WRITTEN[task.key](frames), kept)
    if not drawn.inner:
        asked = cp.frames.expression(task.criterion, frame=whole).alias("kept")
        eager, lazy = nw.from_native(whole), nw.from_native(whole.lazy())
        yield way(EXPRESSION, drawn, lambda: eager.select(asked).to_native(), kept)
        yield way(LAZY, drawn, lambda: lazy.select(asked).to_native().collect(), kept)
    children = {"rooms": frames["rooms"]} if drawn.inner else None

    def outcomes() -> Any:
        return cp.frames.outcomes(whole, task.plan, noun=task.noun, children=children)

    yield way(FRAME, drawn, outcomes, lambda frame: by_value(frame["outcome"]))


def of_duckdb(task: Task, drawn: Drawn) -> Iterator[Way]:
    """Yield SQL by hand, and ours: the criterion as an expression, the document as a query."""
    connection = tables.duckdb(tables.arrow(drawn))
    named = {"rooms": "rooms"} if drawn.inner else {}
    text = cp.sql.text(task.criterion, table="subjects", tables=named)
    query = cp.sql.query(task.plan, task.noun, tables={"": "subjects", **named})

    def asked(text: str) -> Callable[[], Any]:
        return lambda: connection.sql(text).to_arrow_table()

    yield way(DUCKDB, drawn, asked(sql.WRITTEN[task.key]), in_order)
    yield way(TEXT, drawn, asked(f"SELECT id, {text} AS kept FROM subjects"), in_order)  # noqa: S608 - careplan's own text
    yield way(QUERY, drawn, asked(query), lambda found: by_value(in_order(found, "outcome")))


def of_sqlite(task: Task, drawn: Drawn) -> Iterator[Way]:
    """Yield our SQL in SQLite, which stands in every Python."""
    connection = sqlite(drawn)
    named = {"rooms": "rooms"} if drawn.inner else {}
    text = cp.sql.text(task.criterion, table="subjects", tables=named)
    query = f"SELECT {text} FROM subjects ORDER BY id"  # noqa: S608 - careplan's own text

    def said(rows: list[tuple[int | None]]) -> Answers:
        return [None if one is None else bool(one) for (one,) in rows]

    def asked() -> Any:
        return connection.execute(query).fetchall()

    # A way is run long after this: its database ends with what asks it.
    weakref.finalize(asked, connection.close)
    yield way(SQLITE, drawn, asked, said)


def of_openfisca(task: Task, drawn: Drawn) -> Iterator[Way]:
    """Yield OpenFisca with all inputs in its own arrays before, and with inputs set in the run."""
    reckoned = openfisca.Reckoned(task, drawn)
    yield way(FISCA, drawn, reckoned.calculated, openfisca.values)
    yield way(FISCA_ANEW, drawn, reckoned.anew, openfisca.values)


def kept(frame: Any) -> Answers:
    """Return the answers of a frame."""
    return tables.values(frame["kept"])


def in_order(table: Any, name: str = "kept") -> list[Any]:
    """Return a column of a table of Arrow in the order of the subjects, which SQL does not keep."""
    ordered = table.sort_by("id")
    listed: list[Any] = ordered.column(name).to_pylist()
    return listed


def by_value(outcomes: Any) -> Answers:
    """Return outcomes as answers."""
    return [BY_VALUE[one] for one in outcomes]


def sqlite(drawn: Drawn) -> sqlite3.Connection:
    """Return a database in memory with the subjects, and their rooms, as DuckDB has them."""
    connection = sqlite3.connect(":memory:")
    rows = records(drawn, drawn.rows)
    inner: list[dict[str, Any]] = []
    for number, row in enumerate(rows):
        row["id"] = number
        if "rooms" in row:
            inner += [{"parent": number, **one} for one in row["rooms"] or ()]
            row["rooms"] = None if row["rooms"] is None else len(row["rooms"])
    insert(connection, "subjects", rows)
    if drawn.inner:
        insert(connection, "rooms", inner)
        connection.execute("CREATE INDEX by_parent ON rooms (parent)")
    return connection


def insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    """Make a table of rows."""
    names = list(rows[0])
    marks = ", ".join("?" * len(names))
    connection.execute(f"CREATE TABLE {table} ({', '.join(names)})")
    connection.executemany(
        f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608 - our own names
        [tuple(row.values()) for row in rows],
    )


BY_PACKAGE: dict[str, Callable[[Task, Drawn], Iterator[Way]]] = {
    "numpy": of_numpy,
    "polars": of_polars,
    "duckdb": of_duckdb,
    "OpenFisca-Core": of_openfisca,
}
