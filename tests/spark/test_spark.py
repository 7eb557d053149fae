"""Spark answers as `evaluate` and `assess` do, in local mode: the same text over data frames."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyspark.sql import SparkSession
from sql_rows import PLANS, TRUTHS, assessed, in_tables, tables_of

import careplan as cp
from careplan import sql
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.fields.declaring import Noun
from careplan.fields.kinds import NumberKind
from careplan.layout import rows_of, table_of
from careplan.testing.drawn.criteria import criteria
from careplan.testing.strategies import nouns

FEW = settings(
    max_examples=1, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
VENUE, ROOM, COUNT = cp.facts(cp.Venue), cp.facts(cp.Room), cp.facts(cp.SlotCount)
# A session reads names in "" as such once it is told both.
ANSI = ("spark.sql.ansi.enabled", "spark.sql.ansi.doubleQuotedIdentifiers")


def put(spark: SparkSession, noun: type[Noun], subjects: Sequence[Noun]) -> dict[str, str]:
    """Make data frames of subjects, and name them as tables."""
    rows, names = rows_of(subjects, noun), tables_of(noun)
    made = sql.schema(noun, tables=names, dialect="spark")
    for table, created in zip(table_of(noun).tables, made, strict=True):
        exact = {one.name for one in table.columns.values() if isinstance(one.kind, NumberKind)}
        # A row that lacks a column (a table without an `id`) has nothing in it.
        columns = created.partition(" (")[2].removesuffix(")")
        listed = [
            tuple(
                Decimal(value) if name in exact and value is not None else value
                for name, value in row.items()
            )
            for row in rows[table.path]
        ]
        frame = spark.createDataFrame(listed, columns)
        frame.createOrReplaceTempView(f"`{names[table.path]}`")
    return names


def ansi(spark: SparkSession, *, on: bool) -> None:
    """Have names in "" read as names, or as texts."""
    for name in ANSI:
        spark.conf.set(name, str(on).lower())


@pytest.mark.parametrize("own", [False, True], ids=["one text", "as Spark writes"])
@pytest.mark.parametrize("noun", [cp.Venue, cp.Employer])
def test_any_criterion(spark: SparkSession, noun: type[Noun], own: bool) -> None:
    ansi(spark, on=not own)

    @FEW
    @given(data=st.data())
    def agrees(data: st.DataObject) -> None:
        subjects = data.draw(st.lists(nouns(noun).filter(in_tables), min_size=20, max_size=30))
        names = put(spark, noun, subjects)
        below = {path: name for path, name in names.items() if path}
        kept, texts = [], []
        for criterion in data.draw(st.lists(criteria(noun, depth=3), min_size=15, max_size=20)):
            try:
                dialect = "spark" if own else None
                text = sql.text(criterion, table="t_main", tables=below, dialect=dialect)
            except cp.InvalidInput:  # what no text says exactly; tests/sql says which
                continue
            kept.append(criterion)
            texts.append(text)
        listed = ", ".join(f"{text} AS x{place}" for place, text in enumerate(texts))
        found = spark.sql(f"SELECT {listed} FROM t_main ORDER BY id").collect()  # noqa: S608 - what is tested
        for subject, row in zip(subjects, found, strict=True):
            expected = [evaluate(criterion, subject).truth for criterion in kept]
            assert [TRUTHS[one] for one in row] == expected

    agrees()


@pytest.mark.parametrize(("plan", "noun"), PLANS[::4], ids=repr)
def test_every_fourth_plan_and_noun(spark: SparkSession, plan: cp.Plan, noun: type[Noun]) -> None:
    ansi(spark, on=True)

    @FEW
    @given(data=st.data())
    def agrees(data: st.DataObject) -> None:
        near = nouns(noun, near_boundary=plan).filter(in_tables)
        subjects = data.draw(st.lists(near, min_size=20, max_size=30))
        query = sql.query(plan, noun, tables=put(spark, noun, subjects))
        rows = spark.sql(query).orderBy("id").collect()
        for subject, row in zip(subjects, rows, strict=True):
            said = row.asDict()
            del said["id"]
            assert said == assessed(subject, plan)

    agrees()


@pytest.mark.parametrize("said", ["'; DROP TABLE t_main; --", "${spark.app.name}", "$$", 'a"`b'])
def test_no_text_of_a_caller_becomes_sql(spark: SparkSession, said: str) -> None:
    ansi(spark, on=True)
    put(spark, cp.SlotCount, [cp.SlotCount(one, date(2024, 1, 1), 1) for one in (said, "b")])
    text = sql.text(COUNT.locality == said, table="t_main")
    found = spark.sql(f"SELECT {text} FROM t_main ORDER BY id").collect()  # noqa: S608 - what is tested
    assert [row[0] for row in found] == [True, False]


def test_a_backslash_and_days(spark: SparkSession) -> None:
    ansi(spark, on=False)
    days = (date(2024, 1, 31), date(2024, 2, 29))
    put(spark, cp.SlotCount, [cp.SlotCount("a\\b", day, 1) for day in days])
    asked = {
        COUNT.locality == "a\\b": [Truth.TRUE, Truth.TRUE],
        # A month from the 31st of January 2024 is complete on the 29th of February.
        cp.elapsed(COUNT.on, months=1): [Truth.TRUE, Truth.FALSE],
        cp.elapsed(COUNT.on, COUNT.on, months=1, days=3): [Truth.FALSE, Truth.FALSE],
    }
    for criterion, expected in asked.items():
        text = sql.text(criterion, table="t_main", on=date(2024, 2, 29), dialect="spark")
        found = spark.sql(f"SELECT {text} FROM t_main ORDER BY id").collect()  # noqa: S608 - what is tested
        assert [TRUTHS[row[0]] for row in found] == expected
