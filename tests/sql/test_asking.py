"""Criteria and plans asked of SQLite and DuckDB answer as `evaluate` and `assess` do."""

from datetime import date

import duckdb
import pytest
import sqlglot
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from refusing import refused
from sql_rows import PLANS, DuckDB, SQLite, assessed, both, in_tables, tables_of

import careplan as cp
from careplan import sql
from careplan import writing as w
from careplan.criteria.evaluation import evaluate
from careplan.fields.declaring import Noun
from careplan.testing.drawn.criteria import criteria
from careplan.testing.strategies import nouns

# What cannot be written exactly; nothing else that is drawn is refused.
REFUSED = {"not_in_sql.shared", "not_in_sql.text", "not_in_sql.backslash"}
SLOW = list(HealthCheck)  # each example makes two databases
ANY_DAY = st.none() | st.dates(date(2018, 1, 1), date(2026, 1, 1))
READERS = ("sqlite", "duckdb", "postgres", "snowflake")
VENUE, ROOM = cp.facts(cp.Venue), cp.facts(cp.Room)
NAMES = {"": "venues", "rooms": "venue_rooms"}


def parses(text: str) -> None:
    """Have a text read as the databases do."""
    for dialect in READERS:
        assert sqlglot.parse_one(text, dialect=dialect)


@pytest.mark.parametrize("noun", [cp.Venue, cp.Institution, cp.Employer, cp.Premises, cp.Child])
@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_any_criterion_is_answered_as_evaluate_does(noun: type[Noun], data: st.DataObject) -> None:
    asked = data.draw(st.lists(criteria(noun, depth=3), min_size=3, max_size=6))
    subjects = data.draw(st.lists(nouns(noun).filter(in_tables), min_size=4, max_size=12))
    on, below = data.draw(ANY_DAY), {k: v for k, v in tables_of(noun).items() if k}
    texts, kept = [], []
    for criterion in asked:
        try:
            texts.append(sql.text(criterion, table="t_main", tables=below, on=on))
        except cp.InvalidInput as error:
            if not {one.code for one in error.problems} <= REFUSED:
                raise
            continue
        kept.append(criterion)
        assert sqlglot.parse_one(texts[-1], dialect="postgres")
    expected = [[evaluate(one, each, on=on).truth for each in subjects] for one in kept]
    for database in both(noun, subjects) if kept else ():
        assert database.asked(texts) == expected, database.name


@pytest.mark.parametrize(
    ("plan", "noun"), PLANS, ids=[f"{plan.id} {noun.__name__}" for plan, noun in PLANS]
)
@settings(max_examples=2, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_every_plan_is_answered_as_assess_does(
    plan: cp.Plan, noun: type[Noun], data: st.DataObject
) -> None:
    near = nouns(noun, near_boundary=plan).filter(in_tables)
    subjects, on = data.draw(st.lists(near, min_size=6, max_size=20)), data.draw(ANY_DAY)
    readings = {one.id: data.draw(st.sampled_from(one.options)).id for one in plan.interpretations}
    expected = [assessed(each, plan, readings=readings, on=on) for each in subjects]
    for database in both(noun, subjects):
        assert list(database.outcomes(plan, readings=readings, on=on)) == expected, database.name


@pytest.mark.parametrize(("plan", "noun"), PLANS, ids=repr)
def test_every_query_is_read_by_every_database(plan: cp.Plan, noun: type[Noun]) -> None:
    parses(sql.query(plan, noun, tables=tables_of(noun)))
    own = sql.query(plan, noun, tables=tables_of(noun), dialect="spark")
    assert sqlglot.parse_one(own, dialect="spark")
    assert '"' not in own


LADDER = cp.Plan.of(
    "rungs",
    "某县母婴室配置标准",
    [
        w.clause(
            "1",
            "一",
            "应当",
            "分档配置",
            w.ladder(
                w.rung(
                    applies=VENUE.building_area_m2 >= 5_000,
                    requires=cp.total(VENUE.rooms, ROOM.usable_area_m2) >= 6,
                    part="small",
                ),
                w.rung(
                    applies=(VENUE.building_area_m2 > 10_000) | (VENUE.daily_visitors > 5_000),
                    requires=cp.total(VENUE.rooms, ROOM.usable_area_m2) >= 10,
                    part="large",
                ),
                who=VENUE.category == cp.VenueCategory.HOSPITAL,
            ),
        ),
        w.clause("2", "二", "鼓励", "等候区", w.duty(requires=VENUE.waiting_area)),
    ],
    issuer="某县卫生健康局",
)


def test_a_ladder_is_one_finding_and_holds_whichever_rung_binds() -> None:
    sizes: tuple[int | None, ...] = (None, 4_999, 5_000, 10_000, 10_001)
    areas: tuple[int | None, ...] = (None, 5, 6, 9, 10)
    hospital, visitors = cp.VenueCategory.HOSPITAL, (None, 5_000, 5_001)
    venues = [
        cp.Venue(category=category, building_area_m2=size, daily_visitors=many, rooms=rooms)
        for category in (None, hospital, cp.VenueCategory.OTHER)
        for size in sizes
        for many in visitors
        for rooms in (None, *([cp.Room(usable_area_m2=area)] for area in areas))
    ]
    expected = [assessed(venue, LADDER) for venue in venues]
    assert {one["1"] for one in expected} == {"met", "not_met", "unknown", "not_applicable"}
    assert list(expected[0]) == ["outcome", "1", "2"]
    for database in both(cp.Venue, venues):
        assert list(database.outcomes(LADDER)) == expected, database.name


def test_what_is_always_or_never_asked_is_said_as_such() -> None:
    plan = cp.Plan.of(
        "always",
        "某县规定",
        [
            w.clause(
                "1",
                "一",
                "应当",
                "总是符合",
                w.duty(applies=VENUE.waiting_area, requires=cp.all_of()),
            ),
            w.clause(
                "2",
                "二",
                "应当",
                "从不适用",
                w.duty(applies=cp.any_of(), requires=VENUE.waiting_area),
            ),
            w.clause(
                "3",
                "三",
                "应当",
                "从不符合",
                w.duty(applies=VENUE.waiting_area, requires=cp.any_of()),
            ),
        ],
        issuer="某县",
    )
    venues = [cp.Venue(waiting_area=one) for one in (None, True, False)]
    expected = [assessed(venue, plan) for venue in venues]
    assert [one["1"] for one in expected] == ["met", "met", "not_applicable"]
    for database in both(cp.Venue, venues):
        assert list(database.outcomes(plan)) == expected


def test_what_nobody_is_asked_for_is_not_applicable() -> None:
    # Shuangliao asks nothing of a child.
    plan = cp.get_plan("shuangliao_2021")
    with SQLite(cp.Child, [cp.Child()]) as database:
        assert list(database.outcomes(plan)) == [{"outcome": "not_applicable"}]


def test_a_collection_that_is_not_stated_is_unknown_and_one_of_nothing_is_not() -> None:
    # The truth tables of `some` and `every`: one row for each that an item can make of them.
    def stated(*flags: bool | None) -> cp.Venue:
        return cp.Venue(rooms=[cp.Room(independent=flag) for flag in flags])

    venues = [cp.Venue(), stated(), *map(stated, (True, False, None)), stated(None, True)]
    venues += [stated(None, False), stated(True, False)]
    yes, no, open_ = cp.Truth.TRUE, cp.Truth.FALSE, cp.Truth.UNKNOWN
    for database in both(cp.Venue, venues):
        some, every = (
            cp.some(VENUE.rooms, ROOM.independent),
            cp.every(VENUE.rooms, ROOM.independent),
        )
        assert database.truths(some) == [open_, no, yes, no, open_, yes, open_, yes]
        assert database.truths(every) == [open_, yes, yes, no, open_, open_, no, no]
        assert database.truths(cp.some(VENUE.rooms)) == [open_, no, *[yes] * 6]
        assert database.truths(~cp.some(VENUE.rooms)) == [open_, yes, *[no] * 6]
        always = cp.every(VENUE.rooms, cp.all_of())
        assert database.truths(always) == [open_, *[yes] * 7]
        assert database.truths(~always) == [open_, *[no] * 7]


def test_items_that_are_more_or_fewer_than_is_said_are_unknown() -> None:
    # Two rooms, of which one row says that they are one, and another that they are three.
    venues = [cp.Venue(rooms=[cp.Room(independent=True)] * 2)] * 3
    asked = [
        (cp.some(VENUE.rooms, ROOM.independent), cp.Truth.TRUE),
        (cp.every(VENUE.rooms, ROOM.independent), cp.Truth.TRUE),
        (cp.count(VENUE.rooms, ROOM.independent) >= 2, cp.Truth.TRUE),
        (cp.count(VENUE.rooms, ROOM.independent) == 3, cp.Truth.FALSE),
    ]
    for database in both(cp.Venue, venues):
        database.connection.execute('UPDATE "t_main" SET "rooms" = "id" + 1')
        for criterion, truth in asked:
            found = database.truths(criterion)
            assert found == [cp.Truth.UNKNOWN, truth, cp.Truth.UNKNOWN], (database.name, criterion)


def test_columns_and_tables_may_be_called_otherwise() -> None:
    columns = {"building_area_m2": "area", "rooms": "room_count", "rooms.independent": "own room"}
    criterion = (VENUE.building_area_m2 > 5) & cp.some(VENUE.rooms, ROOM.independent)
    text = sql.text(
        criterion,
        table="v",
        columns=columns,
        tables={"rooms": "Räume"},
        id="no",
        parent="venue",
    )
    connection = duckdb.connect()
    connection.execute("CREATE TABLE venues (no INTEGER, area DOUBLE, room_count INTEGER)")
    connection.execute('CREATE TABLE "Räume" (venue INTEGER, "own room" BOOLEAN)')
    connection.execute("INSERT INTO venues VALUES (7, 5.5, 1), (8, 5, 1), (9, 6, NULL)")
    connection.execute('INSERT INTO "Räume" VALUES (7, TRUE), (8, TRUE)')
    asked = connection.execute(f"SELECT {text} FROM venues AS v ORDER BY no")  # noqa: S608 - what is tested
    assert asked.fetchall() == [(True,), (False,), (None,)]
    connection.close()


def test_rows_may_be_called_what_the_text_would_call_items() -> None:
    text = sql.text(cp.some(VENUE.rooms, ROOM.independent), table="R1", tables={"rooms": "r2"})
    assert ' AS "r1"' not in text
    venues = [cp.Venue(rooms=[cp.Room(independent=True)]), cp.Venue(rooms=[cp.Room()])]
    with DuckDB(cp.Venue, venues) as database:
        database.connection.execute('ALTER TABLE "t_rooms" RENAME TO "r2"')
        assert database.rows(f'SELECT {text} FROM "t_main" AS "R1" ORDER BY "id"') == [  # noqa: S608 - what is tested
            (True,),
            (None,),
        ]


def test_what_differs_by_reading_is_asked_as_it_is_read() -> None:
    by = w.ByReading("q", {"a": VENUE.waiting_area, "b": VENUE.reserved_seats})
    assert sql.text(by, table="v", readings={"q": "b"}) == '"v"."reserved_seats"'
    assert refused(lambda: sql.text(by, table="v")) == [("readings[q]", "required")]
    with pytest.raises(cp.NotFound, match="option"):
        sql.text(by, table="v", readings={"q": "c"})


def test_what_is_always_so_reads_no_table() -> None:
    assert sql.text(cp.all_of(), table="v") == "TRUE"
    assert sql.text(~cp.all_of(), table="v", tables={"rooms": "r"}) == "FALSE"


def test_a_table_that_is_asked_about_must_be_named() -> None:
    some = cp.some(VENUE.rooms, ROOM.independent)
    assert refused(lambda: sql.text(some, table="v")) == [("tables[rooms]", "required")]
    plan = cp.get_plan("shuangliao_2021")
    assert refused(lambda: sql.query(plan, cp.Venue, tables={"": "v"})) == [
        ("tables[rooms]", "required")
    ]
    with pytest.raises(cp.NotFound, match="room"):
        sql.query(plan, cp.Venue, tables={"": "v", "room": "r"})


@pytest.mark.parametrize("wrong", ["mysql", "tsql", "oracle", "Postgres", "", 5, None.__class__])
def test_another_database_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(cp.NotFound, match="sqlite, duckdb, postgres, spark") as error:
        sql.text(VENUE.waiting_area, table="v", dialect=wrong)
    assert error.value.kind == "dialect"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"table": ""}, [("table", "blank")]),
        ({"table": 5, "id": None}, [("table", "wrong_type"), ("id", "wrong_type")]),
        ({"table": "v", "tables": ["rooms"]}, [("tables", "wrong_type")]),
        ({"table": "v", "tables": {"rooms": 5}}, [("tables[rooms]", "wrong_type")]),
        ({"table": "v", "on": "2020-01-01"}, [("on", "wrong_type")]),
        ({"table": "v", "readings": 5}, [("readings", "wrong_type")]),
    ],
)
def test_arguments_that_are_none_are_refused(
    given: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert refused(lambda: sql.text(VENUE.waiting_area, **given)) == expected  # type: ignore[arg-type]  # wrong on purpose


def test_an_id_is_no_column_of_the_answer_twice() -> None:
    plan = cp.get_plan("shuangliao_2021")
    assert refused(lambda: sql.query(plan, cp.Venue, tables=NAMES, id="Outcome")) == [
        ("id", "name_taken")
    ]


def test_a_query_asks_a_plan_of_a_noun() -> None:
    assert refused(lambda: sql.query("p", cp.Venue, tables=NAMES)) == [("plan", "wrong_type")]  # type: ignore[arg-type]  # wrong on purpose
    plan = cp.get_plan("shuangliao_2021")
    assert refused(lambda: sql.query(plan, cp.Venue(), tables=NAMES)) == [("noun", "wrong_type")]  # type: ignore[arg-type]  # the same


def test_an_item_by_its_number_has_no_column() -> None:
    left = cp.residual(
        cp.some(VENUE.rooms, ROOM.independent), cp.Venue(rooms=[cp.Room(), cp.Room()])
    )
    with pytest.raises(cp.NotFound, match="rooms"):
        sql.text(left, table="v", tables={"rooms": "r"})
