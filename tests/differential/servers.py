"""PostgreSQL and Spark, where they are here: `nox -s differential` starts the first if it can."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import attrs
from differential.databases import Rows, Session, named
from differential.held import Held, arrow, package
from differential.ways import NotHere

from careplan import sql
from careplan.fields.declaring import Noun


@attrs.frozen
class Transaction:
    """A session of PostgreSQL, whose tables nobody else sees and nobody finds later."""

    connection: Any

    def rows(self, query: str) -> Rows:
        """Return the rows of a query; one that fails leaves the tables as they are."""
        with self.connection.transaction():
            return list(self.connection.execute(query).fetchall())


class Postgres:
    """PostgreSQL, on the server that the address in CAREPLAN_POSTGRES leads to."""

    name = "SQL, PostgreSQL"
    dialect = "postgres"

    @property
    def runs_on(self) -> str:
        """PostgreSQL with its version."""
        if "CAREPLAN_POSTGRES" not in os.environ:
            raise NotHere("PostgreSQL's server is not here (apt-get install postgresql)")
        number = self._connection.info.server_version
        return f"PostgreSQL {number // 10_000}.{number % 10_000}"

    @cached_property
    def _connection(self) -> Any:
        return package("psycopg").connect(os.environ["CAREPLAN_POSTGRES"])

    @contextmanager
    def opened(self, noun: type[Noun], tables: Mapping[str, Held]) -> Iterator[Session]:
        """Make the tables anew, those of `schema` with floats where a batch is not exact."""
        connection = self._connection
        connection.rollback()
        names = named(tables)
        for statement in sql.schema(noun, tables=names, dialect=self.dialect):
            exact = all(table.exact for table in tables.values())
            floats = statement.replace("DECIMAL(21, 6)", "DOUBLE PRECISION")
            connection.execute(statement if exact else floats)
        for path, table in tables.items():
            quoted = names[path].replace('"', '""')
            columns = [table.values(name) for name in table.columns]
            with connection.cursor().copy(f'COPY "{quoted}" FROM STDIN') as copy:
                for row in zip(*columns, strict=True):
                    copy.write_row(row)
        yield Transaction(connection)


@attrs.frozen
class Spoken:
    """A session of Spark."""

    spark: Any

    def rows(self, query: str) -> Rows:
        """Return the rows of a query."""
        return [tuple(row) for row in self.spark.sql(query).collect()]


class Spark:
    """Spark in local mode, whose tables are data frames by name."""

    name = "SQL, Spark"
    dialect = "spark"

    @property
    def runs_on(self) -> str:
        """Spark with its version."""
        version = package("pyspark").__version__
        if not shutil.which("java"):
            raise NotHere("Java 17 is not here (apt-get install openjdk-17-jre-headless)")
        return f"Spark {version}"

    @cached_property
    def _spark(self) -> Any:
        builder = package("pyspark.sql").SparkSession.builder.master("local[1]")
        settled = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
        settled |= {"spark.sql.shuffle.partitions": "1"}
        settled |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        for name, value in settled.items():
            builder = builder.config(name, value)
        made = builder.getOrCreate()
        made.sparkContext.setLogLevel("ERROR")
        return made

    @contextmanager
    def opened(self, noun: type[Noun], tables: Mapping[str, Held]) -> Iterator[Session]:  # noqa: ARG002 - the types are those of the tables
        """Name data frames as tables; where a batch is exact, names in "" are read as names."""
        spark, names = self._spark, named(tables)
        exact = all(table.exact for table in tables.values())
        for name in ("spark.sql.ansi.enabled", "spark.sql.ansi.doubleQuotedIdentifiers"):
            spark.conf.set(name, str(exact).lower())
        for path, table in tables.items():
            spark.createDataFrame(arrow(table)).createOrReplaceTempView(f"`{names[path]}`")
        yield Spoken(spark)
