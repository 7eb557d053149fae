"""Nanjing's three grades of mummy huts: a total over rooms, and half a year of use.

The expected grades are those that the figures give: at least 16 square metres over all rooms and 4
chairs for four stars; six months from the day on, by the calendar, for five. In each case the
base items are there, as the facts say of their own answers.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from outside.nanjing_union_stars_2017 import PLAN, Fitting, Hut

import careplan as cp
from careplan.audit import find_flaws
from careplan.testing import assert_explained, class_cases
from careplan.testing.cases.pivots import Place

STARS = PLAN.gradings["stars"]
ALL_OF_BASE = dict.fromkeys(
    [
        Fitting.REFRIGERATOR,
        Fitting.AIR_CONDITIONER,
        Fitting.KETTLE,
        Fitting.LIDDED_BIN,
        Fitting.TABLE,
    ],
    1,
)
OPENED = date(2017, 11, 15)


def hut(*rooms_m2: Any, chairs: int | None = 4, **facts: Any) -> Hut:
    """Make a hut that has all of the base items, and rooms of the usable areas given."""
    fittings = ALL_OF_BASE if chairs is None else {**ALL_OF_BASE, Fitting.CHAIR: chairs}
    stated = {"separate": True, "own_water": True, "fittings": fittings, **facts}
    return Hut(rooms=[cp.Room(usable_area_m2=m2) for m2 in rooms_m2], **stated)


@pytest.mark.parametrize(
    ("rooms_m2", "grade"),
    [
        ((16,), "four_star"),
        ((Decimal("15.9"),), "base"),
        ((9, 7), "four_star"),  # 9 + 7 = 16
        ((9, Decimal("6.99")), "base"),  # 15.99
        ((9, 7, 1), "four_star"),
    ],
)
def test_the_area_is_that_of_all_rooms(rooms_m2: tuple[Any, ...], grade: str) -> None:
    found = cp.grade(hut(*rooms_m2, four_star_since=OPENED), STARS, on=OPENED)
    assert (found.grade, found.missing) == (grade, ())
    assert_explained(found)


@pytest.mark.parametrize(
    ("facts", "grade"),
    [
        ({"chairs": 3}, "base"),
        ({"separate": False}, "base"),
        ({"own_water": False}, "base"),
        ({"fittings": {**ALL_OF_BASE, Fitting.REFRIGERATOR: 0, Fitting.CHAIR: 4}}, None),
        ({"fittings": {**ALL_OF_BASE, Fitting.CHAIR: 1}}, None),  # no sofa, and one chair only
        ({"fittings": {**ALL_OF_BASE, Fitting.CHAIR: 1, Fitting.SOFA: 1}}, "base"),
    ],
)
def test_each_thing_asked_counts(facts: dict[str, Any], grade: str | None) -> None:
    assert cp.grade(hut(16, **facts), STARS).low == grade


@pytest.mark.parametrize(
    ("on", "grade"),
    [
        (date(2018, 5, 15), "five_star"),  # six months from 15 November are complete
        (date(2018, 5, 14), "four_star"),
    ],
)
def test_five_stars_after_half_a_year(on: date, grade: str) -> None:
    found = cp.grade(hut(16, four_star_since=OPENED), STARS, on=on)
    assert (found.grade, found.on) == (grade, on)
    assert_explained(found)


def test_without_a_day_it_is_open_and_the_day_is_missing() -> None:
    found = cp.grade(hut(16, four_star_since=OPENED), STARS)
    assert (found.low, found.high, found.grade) == ("four_star", "five_star", None)
    assert found.missing == ("on",)
    assert "所问之日" in found.explain("zh")


def test_without_the_day_it_was_opened_that_is_missing() -> None:
    found = cp.grade(hut(16), STARS, on=date(2018, 5, 15))
    assert (found.low, found.high, found.missing) == (
        "four_star",
        "five_star",
        ("four_star_since",),
    )
    # Opened on 15 November 2017 at the latest.
    assert found.needed is not None
    assert found.needed.describe("zh") == "四星级小屋启用日期不晚于2017年11月15日"


def test_what_four_stars_take() -> None:
    found = cp.grade(hut(9, Decimal("6.5"), chairs=4), STARS)
    assert found.low == "base"
    # 9 + 6.5 = 15.5, half a square metre short.
    assert found.needed is not None
    assert "16" in found.needed.describe("zh")
    assert "15.5" in found.explain("zh")


def test_what_is_not_stated_makes_a_range() -> None:
    found = cp.grade(hut(9, None), STARS, on=OPENED)
    assert (found.low, found.high) == ("base", "five_star")
    # The second room's area decides about four stars, its day about five.
    assert found.missing == ("rooms[1].usable_area_m2", "four_star_since")


def test_the_total_of_all_rooms_has_cases_around_16() -> None:
    of_rooms = [case for case in class_cases(PLAN) if case.path == "rooms[*].usable_area_m2"]
    four = [case for case in of_rooms if case.number == "1.b"]
    assert [
        (case.place, case.value, [one.usable_area_m2 for one in case.subject.rooms], case.expected)
        for case in four
    ] == [
        # 8 + 7.99 = 15.99, 8 + 8 = 16, 8 + 8.01 = 16.01; beside 8 it is open.
        (Place.BELOW, Decimal("7.99"), [8, Decimal("7.99")], cp.Truth.FALSE),
        (Place.AT, 8, [8, 8], cp.Truth.TRUE),
        (Place.ABOVE, Decimal("8.01"), [8, Decimal("8.01")], cp.Truth.TRUE),
        (Place.UNSTATED, None, [8, None], cp.Truth.UNKNOWN),
    ]
    assert {case.number for case in of_rooms} == {"1.b", "1.c"}  # five stars are four, and more


def test_grades_have_cases_and_nothing_is_at_odds() -> None:
    cases = class_cases(PLAN)
    cases.check(
        lambda case: case.answered(cp.grade(case.subject, STARS, on=case.on)),
        without=cases.without,
    )
    assert {case.on for case in cases if case.path == "four_star_since"} != {None}
    # What no subject lets decide: chairs for the seats and for the stars are one fact.
    assert cases.without == ("stars.four_star: fittings[chair]", "stars.five_star: fittings[chair]")
    assert find_flaws(PLAN) == ()
    assert PLAN.coverage().complete
    assert (
        cp.codec.loads(cp.codec.dumps(PLAN), cp.Plan, nouns=[Hut], enums=[Fitting]).gradings[
            "stars"
        ]
        == STARS
    )
