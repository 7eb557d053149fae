"""PostgreSQL answers as `evaluate` and `assess` do: the same text, on a server of its own."""

import os
from datetime import date
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sql_rows import PLANS, Database, assessed, in_tables

import careplan as cp
from careplan import sql
from careplan.criteria.evaluation import evaluate
from careplan.fields.declaring import Noun
from careplan.testing.drawn.criteria import criteria
from careplan.testing.strategies import nouns

SLOW = list(HealthCheck)  # each example makes tables
VENUE, ROOM = cp.facts(cp.Venue), cp.facts(cp.Room)


class Postgres(Database):
    """The server that `nox -s postgres` runs; its tables are those of one transaction."""

    name = "postgres"
    mark = "%s"

    def connect(self) -> Any:
        """Return a connection whose tables nobody else sees, and nobody finds later."""
        return psycopg.connect(os.environ["CAREPLAN_POSTGRES"])

    def keep(self, value: Any) -> Any:
        """Return a text without NUL, which no text of PostgreSQL has."""
        return value.replace("\x00", "") if isinstance(value, str) else value

    def close(self) -> None:
        """Take back what was made."""
        self.connection.rollback()
        self.connection.close()


@pytest.mark.parametrize("noun", [cp.Venue, cp.Institution, cp.Employer, cp.SlotCount])
@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_any_criterion(noun: type[Noun], data: st.DataObject) -> None:
    subjects = data.draw(st.lists(nouns(noun).filter(in_tables), min_size=4, max_size=12))
    on = data.draw(st.none() | st.dates(date(2018, 1, 1), date(2026, 1, 1)))
    with Postgres(noun, subjects) as database:
        for criterion in data.draw(st.lists(criteria(noun, depth=3), min_size=3, max_size=6)):
            try:
                found = database.truths(criterion, on=on)
            except cp.InvalidInput:  # what no text says exactly; tests/sql says which
                continue
            assert found == [evaluate(criterion, each, on=on).truth for each in subjects]


@pytest.mark.parametrize(("plan", "noun"), PLANS, ids=repr)
@settings(max_examples=2, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_every_plan(plan: cp.Plan, noun: type[Noun], data: st.DataObject) -> None:
    near = nouns(noun, near_boundary=plan).filter(in_tables)
    subjects = data.draw(st.lists(near, min_size=6, max_size=20))
    with Postgres(noun, subjects) as database:
        assert list(database.outcomes(plan)) == [assessed(each, plan) for each in subjects]


def test_days_are_compared_and_counted() -> None:
    count = cp.facts(cp.SlotCount)
    counts = [cp.SlotCount("大洼街道", date(2024, month, 29), 1) for month in (1, 2, 3)]
    with Postgres(cp.SlotCount, counts) as database:
        said = database.truths(count.on >= date(2024, 2, 29))
        assert said == [cp.Truth.FALSE, cp.Truth.TRUE, cp.Truth.TRUE]
        # A month from the 29th of January is complete on the 29th of February 2024.
        month = cp.elapsed(count.on, months=1)
        assert database.truths(month, on=date(2024, 2, 29)) == [
            cp.Truth.TRUE,
            cp.Truth.FALSE,
            cp.Truth.FALSE,
        ]
        since = cp.elapsed(count.on, count.on, days=1)
        assert database.truths(since) == [cp.Truth.FALSE] * 3


@pytest.mark.parametrize("said", ["'; DROP TABLE t_main; --", "a\\b", "%s", "${x}", "$$"])
def test_no_text_of_a_caller_becomes_sql(said: str) -> None:
    count = cp.facts(cp.SlotCount)
    counts = [cp.SlotCount(one, date(2024, 1, 1), 1) for one in (said, "b")]
    with Postgres(cp.SlotCount, counts) as database:
        found = database.truths(count.locality == said, dialect="postgres")
        assert found == [cp.Truth.TRUE, cp.Truth.FALSE]


def test_a_view_marks_each_row() -> None:
    # Shuangliao 四（一）: above 10,000 m2 an independent room of 10 m2.
    plan = cp.get_plan("shuangliao_2021")
    mall = cp.Venue(
        category=cp.VenueCategory.COMMERCIAL_CENTRE,
        building_area_m2=12_000,
        rooms=[cp.Room(independent=True, usable_area_m2=8)],
    )
    with Postgres(cp.Venue, [mall]) as database:
        made = sql.query(plan, cp.Venue, tables=database.tables)
        database.connection.execute(f"CREATE VIEW marked AS {made}")
        assert database.rows('SELECT "4.1.b" FROM marked') == [("not_met",)]
        database.connection.execute("UPDATE t_rooms SET usable_area_m2 = 10")
        assert database.rows('SELECT "4.1.b" FROM marked') == [("met",)]
