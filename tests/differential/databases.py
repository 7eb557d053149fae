"""`careplan.sql` on databases: each is given the same tables and asked the same text.

Numbers are kept as `schema` has them, decimals, where a batch is exact, and as floats where it is
not; the text is the one for all databases in the first case, and the database's own in the other.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Protocol

import attrs
from differential.asked import Asked
from differential.held import Held, arrow, held, package
from differential.ways import Answer, Answers, Batch, Refused, said
from differential.whole import Asking, Row

import careplan as cp
from careplan import sql
from careplan.fields.declaring import Noun
from careplan.layout import ID

Rows = Sequence[Sequence[Any]]


class Session(Protocol):
    """A database with tables in it, that answers a query."""

    def rows(self, query: str) -> Rows:
        """Return the rows of a query."""


class Database(Protocol):
    """A database: its name, its dialect, and how tables are put in it."""

    @property
    def name(self) -> str:
        """What the way is called."""

    @property
    def dialect(self) -> str:
        """What `careplan.sql` calls it."""

    @property
    def runs_on(self) -> str:
        """The program with its version; raises NotHere where it is not here."""

    def opened(
        self, noun: type[Noun], tables: Mapping[str, Held]
    ) -> AbstractContextManager[Session]:
        """Give a session that holds the tables, by the names of `named`, and end it."""


def named(paths: Mapping[str, object]) -> dict[str, str]:
    """Return what the table of each path is called in a database, none of them a plain name."""
    return {path: f"rows of {path}" for path in paths}


@attrs.frozen
class Lines:
    """A session of DB-API."""

    connection: Any

    def rows(self, query: str) -> Rows:
        """Return the rows of a query."""
        return list(self.connection.execute(query).fetchall())


class SQLite:
    """Python's own database, which keeps decimals as it sees fit: they come in as texts."""

    name = "SQL, SQLite"
    dialect = "sqlite"

    @property
    def runs_on(self) -> str:
        """SQLite with its version."""
        return f"SQLite {sqlite3.sqlite_version}"

    @contextmanager
    def opened(self, noun: type[Noun], tables: Mapping[str, Held]) -> Iterator[Session]:
        """Make the tables of `schema`, and put rows in."""
        with closing(sqlite3.connect(":memory:")) as connection:
            names = named(tables)
            for statement in sql.schema(noun, tables=names, dialect=self.dialect):
                connection.execute(statement)
            for path, table in tables.items():
                columns = [table.values(name) for name in table.columns]
                rows = ([_plain(one) for one in row] for row in zip(*columns, strict=True))
                marks = ", ".join("?" * len(columns))
                quoted = names[path].replace('"', '""')
                connection.executemany(f'INSERT INTO "{quoted}" VALUES ({marks})', rows)  # noqa: S608 - our own names
            yield Lines(connection)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal | date) else value


class DuckDB:
    """DuckDB, which takes tables of Arrow."""

    name = "SQL, DuckDB"
    dialect = "duckdb"

    @property
    def runs_on(self) -> str:
        """DuckDB with its version."""
        return f"DuckDB {package('duckdb').__version__}"

    @contextmanager
    def opened(self, noun: type[Noun], tables: Mapping[str, Held]) -> Iterator[Session]:
        """Make the tables of `schema` of exact ones, and others of the types of Arrow."""
        with closing(package("duckdb").connect()) as connection:
            names = named(tables)
            for statement in sql.schema(noun, tables=names, dialect=self.dialect):
                connection.execute(statement)
            for path, table in tables.items():
                quoted = names[path].replace('"', '""')
                connection.register("given", arrow(table))
                if not table.exact:
                    connection.execute(f'DROP TABLE "{quoted}"')
                begin = "INSERT INTO {}" if table.exact else "CREATE TABLE {} AS"
                quoted = f'"{quoted}"'
                connection.execute(f"{begin.format(quoted)} SELECT * FROM given")  # noqa: S608 - our own names
                connection.unregister("given")
            yield Lines(connection)


@attrs.frozen
class Asks:
    """What asks a database, and is called as that is."""

    database: Database

    @property
    def name(self) -> str:
        """What the way is called."""
        return self.database.name

    @property
    def runs_on(self) -> str:
        """What it runs on, with the version; raises NotHere where that is not here."""
        return self.database.runs_on


@attrs.frozen
class Queried(Asks):
    """Criteria asked of a database, many in one query."""

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Ask all that are not refused at once; one by one where that breaks off."""
        tables = held(batch)
        texts = [self._text(batch, tables, one) for one in batch.asked]
        written = [one for one in texts if isinstance(one, str)]
        with self.database.opened(batch.noun, tables) as session:
            try:
                found = iter(self._asked(session, batch, tables, written))
            except Exception:  # noqa: BLE001 - each by itself says what it was
                found = (said(partial(self._alone, session, batch, tables, one)) for one in written)
            for text in texts:
                yield text if isinstance(text, Refused) else next(found)

    def _text(self, batch: Batch, tables: Mapping[str, Held], asked: Asked) -> str | Refused:
        names = named(tables)
        write: Callable[[], Any] = partial(
            sql.text,
            asked.criterion,
            table="s",
            tables={path: name for path, name in names.items() if path},
            on=batch.on,
            dialect=None if batch.exact else self.database.dialect,
        )
        found: Any = said(write)
        return found if isinstance(found, str | Refused) else str(found)

    def _alone(
        self, session: Session, batch: Batch, tables: Mapping[str, Held], text: str
    ) -> Answers:
        [answers] = self._asked(session, batch, tables, [text])
        return answers

    def _asked(
        self, session: Session, batch: Batch, tables: Mapping[str, Held], texts: Sequence[str]
    ) -> list[Answers]:
        name = named(tables)[""]
        # Spark has quotes of its own, unless a session is told otherwise.
        own = self.database.dialect == "spark" and not batch.exact
        quoted = f"`{name}`" if own else '"' + name.replace('"', '""') + '"'
        listed = ", ".join([f"s.{ID}", *texts])
        rows = session.rows(f"SELECT {listed} FROM {quoted} AS s")  # noqa: S608 - made by what is tried
        by_number = {row[0]: row[1:] for row in rows}
        ordered = [by_number[number] for number in range(len(batch.subjects))]
        return [[_answer(row[place]) for row in ordered] for place in range(len(texts))]


def _answer(value: Any) -> Answer:
    return None if value is None else bool(value)


@attrs.frozen
class WholeQueried(Asks):
    """Whole plans asked of a database."""

    def rows(self, asking: Asking) -> list[Row]:
        """Return the outcomes of each row."""
        tables = held(Batch(asking.noun, [], asking.subjects, asking.on, asking.exact))
        query = sql.query(
            asking.plan,
            asking.noun,
            tables=named(tables),
            readings=asking.readings,
            on=asking.on,
            dialect=None if asking.exact else self.database.dialect,
        )
        with self.database.opened(asking.noun, tables) as session:
            by_number = {row[0]: row[1:] for row in session.rows(query)}
        ordered = [by_number[number] for number in range(len(asking.subjects))]
        return [[cp.Outcome(one) for one in row] for row in ordered]
