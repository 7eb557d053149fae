"""What the audit finds in terms and grades; each has one thing wrong."""

from typing import Any

import pytest
from flaws_found import found
from small_plans import MUST, TITLE

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import FALSE

room = cp.facts(cp.Room)
QUESTION = w.question("bound", "1", "甲", high="甲", low="乙")


def grading(*criteria: Any, exclusive: bool = False, **own: Any) -> w.Grading:
    """Make a grading: grades "1/a", "1/b" and so on, the lowest first."""
    grades = tuple(
        w.Grade(clause=MUST, part=key, key=key, title=TITLE, criterion=criterion)
        for key, criterion in zip("abc", criteria, strict=False)
    )
    return w.Grading(
        clause=MUST, key="stars", title=TITLE, grades=grades, exclusive=exclusive, **own
    )


BASE, FOUR = room.area_m2 >= 6, (room.area_m2 >= 16) & room.independent


def test_a_star_ladder_that_was_swapped() -> None:
    assert found(gradings=[grading(BASE, FOUR)]) == []
    # Whoever has what four stars ask has what the base asks: nobody would stay below.
    assert found(gradings=[grading(FOUR, BASE)]) == [
        ("grade_adds_nothing", ("1/a", "1/b"), "a = b")
    ]


@pytest.mark.parametrize("exclusive", [False, True])
def test_a_grade_that_nobody_can_have(exclusive: bool) -> None:
    impossible = (room.area_m2 >= 16) & (room.area_m2 < 6)
    low = room.clean & (room.area_m2 < 6)
    assert found(gradings=[grading(low, impossible, exclusive=exclusive)]) == [
        ("grade_never", ("1/b",), "b")
    ]


def test_exclusive_grades_are_apart() -> None:
    bands = (room.area_m2 < 6, (room.area_m2 >= 6) & (room.area_m2 < 16), room.area_m2 >= 16)
    assert found(gradings=[grading(*bands, exclusive=True)]) == []
    touching = (room.area_m2 <= 6, room.area_m2 >= 6)
    assert found(gradings=[grading(*touching, exclusive=True)]) == [
        ("grades_overlap", ("1/a", "1/b"), "a / b")
    ]
    # The higher one is had by whoever could have the lower: that is never the grade.
    assert found(gradings=[grading(FOUR, BASE, exclusive=True)]) == [
        ("grade_never", ("1/a",), "a"),
        ("grades_overlap", ("1/a", "1/b"), "a / b"),
    ]


def test_a_grading_is_read_in_every_way() -> None:
    asked = w.ByReading("bound", {"high": FOUR, "low": FALSE})
    stars = grading(BASE, asked, questions=(QUESTION,))
    assert found(gradings=[stars], interpretations=(QUESTION,)) == [("grade_never", ("1/b",), "b")]
    only = grading(BASE, asked, questions=(QUESTION,), under=("bound", "high"))
    assert found(gradings=[only], interpretations=(QUESTION,)) == []


def test_a_term_that_nobody_falls_under() -> None:
    never = (room.area_m2 >= 16) & (room.area_m2 < 6)
    term = w.Definition(clause=MUST, term=TITLE, criterion=never)
    assert found(definitions=(term,)) == [("term_never", ("1",), "")]
    assert found(definitions=(w.Definition(clause=MUST, term=TITLE, criterion=BASE),)) == []
    by_reading = w.ByReading("bound", {"high": BASE, "low": never})
    term = w.Definition(clause=MUST, term=TITLE, criterion=by_reading)
    assert found(definitions=(term,), interpretations=(QUESTION,)) == [("term_never", ("1",), "")]
    held = w.Definition(clause=MUST, term=TITLE, criterion=by_reading, under=("bound", "high"))
    assert found(definitions=(held,), interpretations=(QUESTION,)) == []
