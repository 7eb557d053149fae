"""The tables that are read: their columns and types, in every database."""

from refusing import refused
from sql_rows import tables_of

import careplan as cp
from careplan import sql


def test_a_table_for_the_noun_and_each_collection() -> None:
    made = sql.schema(cp.Venue, tables={"": "venues", "rooms": "venue_rooms"})
    assert len(made) == 2
    assert made[0].startswith('CREATE TABLE "venues" ("id" BIGINT, "category" VARCHAR, ')
    assert '"building_area_m2" DECIMAL(22, 6), ' in made[0]
    assert '"rooms" BIGINT, "waiting_area" BOOLEAN' in made[0]
    assert made[1].startswith('CREATE TABLE "venue_rooms" ("id" BIGINT, "parent" BIGINT, ')
    assert '"use__care_room" BOOLEAN' in made[1]
    assert '"equipment__table" BIGINT' in made[1]


def test_days_and_own_names() -> None:
    [made] = sql.schema(
        cp.SlotCount, tables={"": "counts"}, columns={"on": "day"}, id="no", dialect="spark"
    )
    assert made.startswith("CREATE TABLE `counts` (`no` BIGINT, `locality` STRING, `day` DATE")
    assert " STRING" in sql.schema(cp.Venue, tables={"": "v"}, dialect="spark")[0]


def test_only_tables_that_are_named() -> None:
    assert len(sql.schema(cp.Venue, tables={"rooms": "r"})) == 1
    assert len(sql.schema(cp.Venue, tables=tables_of(cp.Venue))) == 2
    assert refused(sql.schema, cp.Venue(), tables={}) == [("noun", "wrong_type")]
