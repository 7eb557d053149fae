"""Subjects in the tables of a database, and criteria and plans asked of them there, for tests."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Self

import duckdb

import careplan as cp
from careplan import sql
from careplan.base.truth import Truth
from careplan.fields.declaring import Noun
from careplan.layout import rows_of, table_of

TRUTHS = {None: Truth.UNKNOWN, 1: Truth.TRUE, 0: Truth.FALSE}  # True is 1, as SQLite has it


def in_tables(subject: Noun) -> bool:
    """Say whether a subject states no fraction that no table holds."""
    try:
        rows_of([subject], type(subject))
    except cp.InvalidInput:
        return False
    return True


def nouns_of(plan: cp.Plan) -> Iterator[type[Noun]]:
    """Yield the nouns that a plan's duties are about."""
    found = (duty.noun() for duty in (*plan.rules, *plan.ladders))
    yield from dict.fromkeys(noun for noun in found if noun is not None)


PLANS = [(plan, noun) for plan in map(cp.get_plan, cp.plan_ids()) for noun in nouns_of(plan)]


def tables_of(noun: type[Noun]) -> dict[str, str]:
    """Name the tables of a noun."""
    return {one.path: f"t_{one.path or 'main'}" for one in table_of(noun).tables}


class Database:
    """A database with subjects of a noun in it."""

    name: str
    mark = "?"

    def __init__(self, noun: type[Noun], subjects: Sequence[Noun]) -> None:
        """Make the tables as `sql.schema` says, and put the subjects there."""
        self.noun, self.subjects = noun, subjects
        self.tables = tables_of(noun)
        self.connection = self.connect()
        for made in sql.schema(noun, tables=self.tables):
            self.connection.execute(made)
        for path, rows in rows_of(subjects, noun).items():
            for start in range(0, len(rows), 200):
                self._put(self.tables[path], rows[start : start + 200])

    def connect(self) -> Any:
        """Return a connection to a database without any tables."""
        raise NotImplementedError

    def keep(self, value: Any) -> Any:
        """Return a value as the database is given it."""
        return value

    def _put(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        into = ", ".join(f'"{column}"' for column in rows[0])
        marks = ", ".join([f"({', '.join([self.mark] * len(rows[0]))})"] * len(rows))
        put = f'INSERT INTO "{table}" ({into}) VALUES {marks}'  # noqa: S608 - our own names
        self.connection.execute(put, [self.keep(value) for row in rows for value in row.values()])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self.connection.close()

    def truths(self, criterion: Any, **how: Any) -> list[Truth]:
        """Return the truth of a criterion about each subject."""
        below = {path: name for path, name in self.tables.items() if path}
        said = sql.text(criterion, table=self.tables[""], tables=below, **how)
        return self.asked([said])[0]

    def asked(self, texts: Sequence[str]) -> list[list[Truth]]:
        """Return the truths of several texts, each about each subject."""
        listed = ", ".join(f"{text} AS x{place}" for place, text in enumerate(texts))
        rows = self.rows(f'SELECT {listed} FROM "{self.tables[""]}" ORDER BY "id"')  # noqa: S608 - what is tested
        return [[TRUTHS[row[place]] for row in rows] for place in range(len(texts))]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return what a query gives."""
        return [tuple(row) for row in self.connection.execute(query).fetchall()]

    def outcomes(self, plan: cp.Plan, **how: Any) -> Iterator[Mapping[str, str]]:
        """Yield the outcomes of a plan for each subject, by column."""
        query = sql.query(plan, self.noun, tables=self.tables, **how)
        found = self.connection.execute(query)
        names = [column[0] for column in found.description]
        rows = sorted(found.fetchall(), key=lambda row: row[0])
        yield from (dict(zip(names[1:], row[1:], strict=True)) for row in rows)


class SQLite(Database):
    """Python's own SQLite, in memory."""

    name = "sqlite"

    def connect(self) -> Any:
        """Return a connection to a database without any tables."""
        return sqlite3.connect(":memory:")

    def keep(self, value: Any) -> Any:
        """Return a decimal as a float, and a day as its text."""
        if isinstance(value, Decimal):
            return float(value)
        return value.isoformat() if isinstance(value, date) else value


class DuckDB(Database):
    """DuckDB, in memory."""

    name = "duckdb"

    def connect(self) -> Any:
        """Return a connection to a database without any tables."""
        return duckdb.connect()


def both(noun: type[Noun], subjects: Sequence[Noun]) -> Iterator[Database]:
    """Yield SQLite and DuckDB with subjects in them."""
    for cls in (SQLite, DuckDB):
        with cls(noun, subjects) as database:
            yield database


def assessed(subject: Noun, plan: cp.Plan, **how: Any) -> dict[str, str]:
    """Return what `assess` finds, as the columns of a query."""
    found = cp.assess(subject, plan, **how)
    return {
        "outcome": str(found.outcome.value),
        **{one.number: str(one.outcome.value) for one in found.findings},
    }
