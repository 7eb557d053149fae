"""Names and values in SQL: quoted whatever they hold, exact, and refused where they cannot be."""

import sqlite3
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import duckdb
import pytest
import sqlglot
from hypothesis import given, settings
from hypothesis import strategies as st
from refusing import refused
from sql_rows import both

import careplan as cp
from careplan import sql
from careplan import writing as w
from careplan.base.exact import Exact
from careplan.base.truth import Truth

YES, NO, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@attrs.frozen(kw_only=True)
class Note(w.Noun):
    """A text, a measured number and a count."""

    said: str | None = w.words("所述")
    size: Exact | None = w.number("大小", minimum=-1000)
    number: int | None = w.count("数")


NOTE = cp.facts(Note)
HOSTILE = [
    "'; DROP TABLE notes; --",
    "' OR '1'='1",
    "''",
    "'",
    '"',
    "`",
    "a\nb",
    "%s %(x)s :x ? $1 {x}",
    "${env:HOME}",
    "$${${",
    "/* */ --",
    "大洼街道",
    "\u202e",
    "Robert'); DROP TABLE Students;--",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_of_a_caller_becomes_sql(hostile: str) -> None:
    notes = [Note(said=hostile), Note(said="other"), Note()]
    for database in both(Note, notes):
        assert database.truths(NOTE.said == hostile) == [YES, NO, OPEN]
        assert database.truths(NOTE.said != hostile) == [NO, YES, OPEN]
        assert database.truths(cp.among(NOTE.said, [hostile, "x"])) == [YES, NO, OPEN]
    said = sql.text(NOTE.said == hostile, table="t")
    assert "${" not in said  # Spark would put a variable there
    assert len(sqlglot.parse(said, dialect="postgres")) == 1


@pytest.mark.parametrize("hostile", [one for one in HOSTILE if "${" not in one])
def test_no_name_of_a_caller_becomes_sql(hostile: str) -> None:
    text = sql.text(NOTE.number >= 1, table=hostile, columns={"number": hostile})
    quoted = '"' + hostile.replace('"', '""') + '"'
    for connection in (sqlite3.connect(":memory:"), duckdb.connect()):
        db: Any = connection
        db.execute(f"CREATE TABLE {quoted} ({quoted} BIGINT)")
        db.execute(f"INSERT INTO {quoted} VALUES (1)")  # noqa: S608 - what is tested
        assert db.execute(f"SELECT {text} FROM {quoted}").fetchall() == [(True,)]  # noqa: S608 - the same
        db.close()
    spark = sql.text(NOTE.number >= 1, table=hostile, columns={"number": hostile}, dialect="spark")
    assert spark.startswith("(`" + hostile.replace("`", "``") + "`.`")


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\\")))
def test_any_text_is_compared_as_it_is(said: str) -> None:
    text = sql.text(NOTE.said == said, table="t")
    for connection in (sqlite3.connect(":memory:"), duckdb.connect()):
        db: Any = connection
        found = db.execute(f'SELECT {text} FROM (SELECT ? AS "said") AS t', [said])  # noqa: S608 - what is tested
        assert found.fetchone() == (True,)
        db.close()


def test_a_backslash_is_written_as_the_database_named_reads_it() -> None:
    path = NOTE.said == "a\\b"
    assert refused(sql.text, path, table="t") == [("criterion", "not_in_sql.backslash")]
    for dialect in ("sqlite", "duckdb", "postgres"):
        assert sql.text(path, table="t", dialect=dialect) == '("t"."said" = \'a\\b\')'
    assert sql.text(path, table="t", dialect="spark") == "(`t`.`said` = 'a\\\\b')"
    for database in both(Note, [Note(said="a\\b"), Note(said="ab")]):
        assert database.truths(path, dialect=database.name) == [YES, NO]


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_what_is_no_text_of_a_database_is_refused(text: str) -> None:
    node = cp.among(NOTE.said, [text]) if text == "a\x00b" else None
    if node is not None:
        assert refused(sql.text, node, table="t") == [("criterion", "not_in_sql.text")]
    for how in ({"table": text}, {"table": "t", "columns": {"said": text}}):
        with pytest.raises(cp.InvalidInput) as caught:
            sql.text(NOTE.said == "a", **how)  # type: ignore[arg-type]  # a table
        assert {one.code for one in caught.value.problems} <= {"not_in_sql.name", "wrong_type"}


def test_a_name_that_spark_would_fill_in_is_refused() -> None:
    assert refused(sql.text, NOTE.said == "a", table="${x}") == [("name", "not_in_sql.name")]
    assert refused(sql.text, NOTE.said == "a", table=" ") == [("table", "blank")]


def test_a_column_that_is_not_there_is_no_text_in_sqlite() -> None:
    # "said" alone would be the text 'said' there, where no column is called so.
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE t (x)")
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        db.execute(f"SELECT {sql.text(NOTE.said == 'a', table='t')} FROM t")  # noqa: S608 - what is tested
    db.close()


def test_numbers_that_came_in_as_text_are_compared_as_numbers_in_sqlite() -> None:
    # As texts "12000" comes before "5000"; a table filled from a file has such columns.
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE t (size TEXT, number TEXT)")
    db.execute("INSERT INTO t VALUES ('12000', '12000')")
    asked = (NOTE.size >= 5_000, NOTE.size > Decimal("4999.5"), NOTE.number > 5_000)
    also = (cp.among(NOTE.number, [12_000]), NOTE.size >= Fraction(1, 3))
    for criterion in (*asked, *also, NOTE.size + NOTE.size >= 24_000):
        assert db.execute(f"SELECT {sql.text(criterion, table='t')} FROM t").fetchone() == (1,)  # noqa: S608 - what is tested
    db.close()


@pytest.mark.parametrize(
    ("bound", "below", "above"),
    [
        # One in the last of 15 digits; a third lies between the decimals beside it.
        (Decimal("123456789.012345"), Decimal("123456789.012344"), Decimal("123456789.012346")),
        (Decimal("0.000001"), 0, Decimal("0.000002")),
        (Decimal("-4.5"), Decimal("-4.500001"), Decimal("-4.499999")),
        (Fraction(1, 3), Decimal("0.333333"), Decimal("0.333334")),
        (Fraction(41, 3), Decimal("13.666666"), Decimal("13.666667")),
        (10**15, 10**15 - 1, None),
        (0, Decimal("-0.000001"), Decimal("0.000001")),
    ],
)
def test_numbers_are_compared_exactly(bound: Any, below: Any, above: Any) -> None:
    beside = [Note(size=below), *([] if above is None else [Note(size=above)])]
    at = [] if isinstance(bound, Fraction) else [Note(size=bound)]
    notes = [*beside, *at, Note()]
    asked = [NOTE.size >= bound, NOTE.size > bound, NOTE.size == bound, NOTE.size != bound]
    asked += [cp.among(NOTE.size, [bound, 7]), ~cp.among(NOTE.size, [bound, 7])]
    for database in both(Note, notes):
        for criterion in asked:
            expected = [cp.evaluate(criterion, note).truth for note in notes]
            assert database.truths(criterion) == expected, (database.name, criterion)


@pytest.mark.parametrize(
    "bound",
    [
        Decimal("0.1234567890123456"),  # 16 digits
        Decimal("3e-20"),
        Fraction(1, 10**16 + 1),
        Fraction(10**15 + 2, 7),
    ],
)
def test_what_floats_do_not_tell_apart_is_refused(bound: Any) -> None:
    digits = isinstance(bound, Decimal) and len(bound.as_tuple().digits) <= 15
    if digits:  # 20 places are written out
        assert "DECIMAL(20, 20)" in sql.text(NOTE.size >= bound, table="t")
        return
    assert refused(sql.text, NOTE.size >= bound, table="t") == [("criterion", "not_in_sql.number")]


def test_days_and_members_are_their_texts() -> None:
    venue = cp.facts(cp.Venue)
    hospital = venue.category == cp.VenueCategory.HOSPITAL
    assert sql.text(hospital, table="v") == '("v"."category" = \'hospital\')'
    use = cp.has(cp.facts(cp.Room).use, cp.RoomUse.CARE_ROOM)
    assert sql.text(~use, table="r") == '(NOT "r"."use__care_room")'


def test_yes_and_no_are_columns_themselves() -> None:
    room = cp.facts(cp.Room)
    rooms = [cp.Room(clean=one) for one in (True, False, None)]
    expected = {"yes": [YES, NO, OPEN], "no": [NO, YES, OPEN], "either": [YES, YES, OPEN]}
    for database in both(cp.Room, rooms):
        assert database.truths(room.clean) == expected["yes"]
        assert database.truths(room.clean == False) == expected["no"]  # noqa: E712 - a criterion
        assert database.truths(room.clean != False) == expected["yes"]  # noqa: E712 - the same
        assert database.truths(cp.among(room.clean, [True])) == expected["yes"]
        assert database.truths(cp.among(room.clean, [True, False])) == expected["either"]
        assert database.truths(~cp.among(room.clean, [False])) == expected["yes"]
