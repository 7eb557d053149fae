"""How deep and how wide SQL may be: what every database reads, and what is refused."""

from itertools import cycle
from typing import Any

import pytest
from refusing import refused
from sql_rows import both, tables_of

import careplan as cp
from careplan import sql
from careplan import writing as w
from careplan.base.truth import Truth
from careplan.criteria.nodes import Criterion
from careplan.sql.joining import MAX_BRACKETS, added, all_of, any_of, deny, depth_of

VENUE, ROOM = cp.facts(cp.Venue), cp.facts(cp.Room)


def nested(facts: Any, levels: int) -> Criterion:
    """Return alternatives of joins of alternatives, so many in each other."""
    names = cycle((facts[0], facts[1] >= 5, facts[2]))
    made = next(names) & next(names)
    for level in range(levels):
        made = next(names) | made if level % 2 == 0 else next(names) & made
    return made


ABOUT_VENUES = (VENUE.waiting_area, VENUE.building_area_m2, VENUE.reserved_seats)
ABOUT_ROOMS = (ROOM.clean, ROOM.usable_area_m2, ROOM.private)


def test_what_is_as_deep_as_may_be_is_read_and_what_is_deeper_refused() -> None:
    deep = MAX_BRACKETS - 3  # the innermost join has three more: its own, and its comparison's
    criterion = nested(ABOUT_VENUES, deep)
    assert depth_of(sql.text(criterion, table="v")) == MAX_BRACKETS
    for database in both(cp.Venue, [cp.Venue(waiting_area=True, reserved_seats=True)]):
        assert database.truths(criterion) == [cp.evaluate(criterion, database.subjects[0]).truth]
    over = nested(ABOUT_VENUES, deep + 1)
    assert refused(sql.text, over, table="v") == [("criterion", "not_in_sql.deep")]


@pytest.mark.parametrize("of", ["some", "sum"])
def test_what_is_deep_inside_of_items_is_read_too(of: str) -> None:
    where = nested(ABOUT_ROOMS, MAX_BRACKETS - 7)
    some = cp.some(VENUE.rooms, where)
    criterion = some if of == "some" else (cp.count(VENUE.rooms, where) + VENUE.daily_visitors >= 2)
    rooms = [cp.Room(clean=True, private=True), cp.Room(clean=False, usable_area_m2=1)]
    venue = cp.Venue(rooms=rooms, daily_visitors=1)
    plan = cp.Plan.of(
        "deep",
        "某县规定",
        [w.clause("1", "一", "应当", "要求", w.duty(requires=criterion))],
        issuer="某县",
    )
    expected = cp.assess(venue, plan).outcome.value
    for database in both(cp.Venue, [venue]):
        assert [one["1"] for one in database.outcomes(plan)] == [expected], database.name
    over = cp.some(VENUE.rooms, nested(ABOUT_ROOMS, MAX_BRACKETS))
    names = tables_of(cp.Venue)
    assert refused(sql.text, over, table="v", tables={"rooms": "r"}) == [
        ("criterion", "not_in_sql.deep")
    ]
    too_deep = cp.Plan.of(
        "deep",
        "某县规定",
        [w.clause("1", "一", "应当", "要求", w.duty(requires=over))],
        issuer="某县",
    )
    assert refused(sql.query, too_deep, cp.Venue, tables=names) == [
        ("criterion", "not_in_sql.deep")
    ]


def test_very_many_alternatives_are_read() -> None:
    # SQLite takes 1,000 of a row of them; they are joined in hundreds.
    many = cp.any_of(*(VENUE.daily_visitors == number for number in range(1, 2_001)))
    venues = [cp.Venue(daily_visitors=one) for one in (0, 1, 2_000, 2_001, None)]
    for database in both(cp.Venue, venues):
        yes, no, open_ = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
        assert database.truths(many) == [no, yes, yes, no, open_]
        assert database.truths(~many) == [yes, no, no, yes, open_]


def test_constants_take_no_place() -> None:
    assert (all_of([]), any_of([])) == ("TRUE", "FALSE")
    assert all_of(["a", "TRUE", "b", "a"]) == "(a AND b)"
    assert (all_of(["a", "FALSE"]), any_of(["a", "TRUE"])) == ("FALSE", "TRUE")
    assert any_of(["FALSE", "a"]) == "a"
    assert (deny("TRUE"), deny("FALSE"), deny("a")) == ("FALSE", "TRUE", "(NOT a)")
    assert deny("CAST(NULL AS BOOLEAN)") == "CAST(NULL AS BOOLEAN)"
    assert (added([]), added(["1"]), added(["1", "a"])) == ("0", "1", "(1 + a)")


def test_brackets_in_quotes_are_none() -> None:
    # What is quoted may hold any sign, the quote itself doubled.
    assert depth_of("""(a = '((''((' AND "((""((" = `((`)""") == 1


def test_a_denial_goes_down_to_what_reads_facts() -> None:
    said = sql.text(~(VENUE.waiting_area | (VENUE.building_area_m2 >= 5)), table="v")
    assert said == ('((NOT "v"."waiting_area") AND ("v"."building_area_m2" < CAST(5 AS INTEGER)))')
