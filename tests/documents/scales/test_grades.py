"""Gradings as data: what is refused, and what says that a subject has a grade."""

from typing import Any

import pytest
from fields_said import fields_said
from refusing import refused
from small_plans import MUST

import careplan as cp
from careplan import writing as w

room, venue = cp.facts(cp.Room), cp.facts(cp.Venue)
CLEAN, OWN, LARGE = room.clean, room.independent, room.area_m2 >= 16
TITLE = cp.Text(zh="级", en="grade")


def grade(key: str, criterion: Any, **own: Any) -> w.Grade:
    """Make a grade of one clause."""
    return w.Grade(clause=MUST, part=key, key=key, title=TITLE, criterion=criterion, **own)


BASE, FOUR, FIVE = grade("base", CLEAN), grade("four", OWN), grade("five", LARGE)
QUESTION = w.question("list", "1", "甲", open="甲", closed="乙")


def grading(*grades: w.Grade, **own: Any) -> w.Grading:
    """Make a grading."""
    return w.Grading(clause=MUST, key="stars", title=TITLE, grades=grades, **own)


@pytest.mark.parametrize(
    ("grades", "own", "problem"),
    [
        ((), {}, ("grades", "nothing_listed")),
        ((BASE,), {}, ("grades", "one_grade")),
        ((BASE, BASE), {}, ("grades", "duplicate")),
        ((BASE, grade("big", venue.building_area_m2 > 1)), {}, ("grades", "several_nouns")),
        ((BASE, FOUR), {"questions": (QUESTION, QUESTION)}, ("questions", "duplicate")),
        ((BASE, grade("x", OWN, under=("l", "o"))), {}, ("questions", "no_such_interpretation")),
    ],
)
def test_what_is_no_grading_is_refused(
    grades: Any, own: dict[str, Any], problem: tuple[str, str]
) -> None:
    (found,) = refused(lambda: grading(*grades, **own))
    assert found == problem


def test_a_grade_is_had_with_all_that_lower_ones_ask() -> None:
    stars = grading(BASE, FOUR, FIVE)
    assert [one for _, one in stars.at_least({})] == [
        cp.all_of(CLEAN),
        cp.all_of(CLEAN, OWN),
        cp.all_of(CLEAN, OWN, LARGE),
    ]
    assert stars.noun() is cp.Room


def test_of_exclusive_grades_the_higher_counts() -> None:
    stars = grading(BASE, FOUR, exclusive=True)
    assert [one for _, one in stars.at_least({})] == [cp.any_of(CLEAN, OWN), cp.any_of(OWN)]


def test_a_grade_that_does_not_hold_under_a_reading_is_none() -> None:
    four = grade("four", OWN, under=("list", "open"))
    stars = grading(BASE, four, questions=(QUESTION,))
    assert [one.key for one, _ in stars.at_least({"list": "open"})] == ["base", "four"]
    assert [one.key for one, _ in stars.at_least({"list": "closed"})] == ["base"]


def test_a_grade_is_found_by_its_key() -> None:
    stars = grading(BASE, FOUR)
    assert stars.grade("four") is FOUR
    with pytest.raises(cp.NotFound, match="did you mean four") as error:
        stars.grade("fuor")
    assert "等级" in str(error.value.text("zh"))


def test_grades_that_ask_nothing_are_about_no_noun() -> None:
    assert grading(grade("a", cp.all_of()), grade("b", cp.all_of())).noun() is None


def test_a_page_says_a_grading_and_it_is_kept_once() -> None:
    stars = w.grading(
        "stars", "星级", w.grade("base", "基本", CLEAN), w.grade("four", "四星", OWN, part="four")
    )
    plan = cp.Plan.of("own", "通知", [w.clause("1", "一", "应当", "评星", stars)], issuer="某县")
    assert fields_said(plan.show("1"), "zh") == [
        "等级评定",
        "  对象：母婴室",
        "  名称：星级",
        "  各级（由低到高）：",
        "    等级",
        "      名称：基本",
        "      要求：整洁卫生",
        "    等级",
        "      名称：四星",
        "      要求：独立设置",
    ]
    again = [w.clause("1", "一", "应当", "评星", stars), w.clause("2", "二", "应当", "再", stars)]
    (found,) = refused(lambda: cp.Plan.of("own", "通知", again, issuer="某县"))
    assert found == ("2.gradings", "duplicate")
