"""Grades: from which to which, what would say, and what the next one takes."""

from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused
from small_plans import MUST
from strategies import extensions
from unmade import lines_said

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.base.errors import NotFound
from careplan.criteria.nodes import FALSE
from careplan.fields.declaring import Noun, flag, number

room = cp.facts(cp.Room)
TRUTHS = (True, False, None)


@attrs.frozen(kw_only=True)
class Star(Noun):
    """Whether what each of three grades asks is so, and points."""

    c0: bool | None = flag("一级条件", "condition 1", changeable=True)
    c1: bool | None = flag("二级条件", "condition 2", changeable=True)
    c2: bool | None = flag("三级条件", "condition 3")
    points: int | None = number("得分", "points", step=1, changeable=True)


star = cp.facts(Star)


def grading(*criteria: Any, exclusive: bool = False, **own: Any) -> w.Grading:
    """Make a grading of criteria, the lowest grade first: "0", "1" and so on."""
    grades = tuple(
        w.Grade(
            clause=MUST, part=str(n), key=str(n), title=cp.Text(zh=f"{n}级"), criterion=criterion
        )
        for n, criterion in enumerate(criteria)
    )
    return w.Grading(
        clause=MUST,
        key="stars",
        title=cp.Text(zh="评星", en="stars"),
        grades=grades,
        exclusive=exclusive,
        **own,
    )


STARS = grading(star.c0, star.c1, star.c2)
ALONE = grading(star.c0, star.c1, star.c2, exclusive=True)
# Bands of points: below 60 none, 60 to 79, 80 to 89, 90 and above.
BANDS = grading(
    (star.points >= 60) & (star.points < 80),
    (star.points >= 80) & (star.points < 90),
    star.points >= 90,
    exclusive=True,
)


def the_grade(values: tuple[bool, ...], *, exclusive: bool) -> int | None:
    """Return the grade where all is stated, as a reader would count."""
    if exclusive:
        return max((n for n, one in enumerate(values) if one), default=None)
    reached = next((n for n, one in enumerate(values) if not one), len(values))
    return reached - 1 if reached else None


@pytest.mark.parametrize("exclusive", [False, True])
def test_every_way_to_state_three_grades(exclusive: bool) -> None:
    for values in product(TRUTHS, repeat=3):
        subject = Star(**dict(zip(("c0", "c1", "c2"), values, strict=True)))
        found = cp.grade(subject, ALONE if exclusive else STARS)
        ways = product(*((True, False) if one is None else (one,) for one in values))
        ends = {the_grade(way, exclusive=exclusive) for way in ways}
        numbers = [-1 if one is None else one for one in ends]
        low, high = (None if n < 0 else str(n) for n in (min(numbers), max(numbers)))
        assert (found.low, found.high) == (low, high), values
        assert found.settled is (len(ends) == 1)
        assert found.grade == (low if len(ends) == 1 else None)
        assert bool(found.missing) is not found.settled


@given(st.data())
def test_what_is_missing_settles_the_grade(data: st.DataObject) -> None:
    stars = data.draw(st.sampled_from([STARS, ALONE, BANDS]))
    subject = data.draw(testing.nouns(Star))
    missing = cp.grade(subject, stars).missing
    full = data.draw(extensions(subject, full=True))
    stated = attrs.evolve(subject, **{path: getattr(full, path) for path in missing})
    assert cp.grade(stated, stars).settled
    assert cp.grade(stated, stars).grade == cp.grade(full, stars).grade


@given(st.data())
def test_low_only_rises_and_high_only_falls(data: st.DataObject) -> None:
    stars = data.draw(st.sampled_from([STARS, ALONE, BANDS]))
    before = data.draw(testing.nouns(Star))
    first, second = (
        [one.has for one in cp.grade(subject, stars).grades]
        for subject in (before, data.draw(extensions(before)))
    )
    for was, now in zip(first, second, strict=True):
        assert was is cp.Truth.UNKNOWN or now is was


@pytest.mark.parametrize(
    ("points", "grade"),
    [(59, None), (60, "0"), (79, "0"), (80, "1"), (89, "1"), (90, "2"), (100, "2")],
)
def test_bands_below_at_and_above(points: int, grade: str | None) -> None:
    found = cp.grade(Star(points=points), BANDS)
    assert (found.grade, found.settled) == (grade, True)


def test_the_next_grade_and_what_it_takes() -> None:
    found = cp.grade(Star(points=70), BANDS)
    assert found.next is BANDS.grades[1]
    # 80 to 89, or 90 and above: that grade or a higher one.
    assert found.needed is not None
    assert cp.evaluate(found.needed, Star(points=80)).truth is cp.Truth.TRUE
    assert cp.evaluate(found.needed, Star(points=79)).truth is cp.Truth.FALSE
    best = cp.grade(Star(points=90), BANDS)
    assert (best.next, best.needed, best.evidence) == (None, None, ())


def test_needed_holds_what_is_open_and_what_stands_in_the_way() -> None:
    stars = grading(room.clean, cp.all_of(room.independent, room.area_m2 >= 16, room.private))
    found = cp.grade(cp.Room(clean=True, independent=False, area_m2=15.9), stars)
    assert found.grade == "0"
    assert found.needed == cp.all_of(room.independent, room.area_m2 >= 16, room.private)
    # What is so already is not said again.
    found = cp.grade(cp.Room(clean=True, independent=True, area_m2=15.9), stars)
    assert found.needed == cp.all_of(room.area_m2 >= 16, room.private)
    found = cp.grade(cp.Room(clean=True, independent=True, area_m2=16), stars)
    assert (found.low, found.high, found.needed) == ("0", "1", cp.all_of(room.private).parts[0])


def test_a_grade_that_nothing_can_reach_needs_nothing() -> None:
    stars = grading(star.c0, cp.all_of(star.points > 5, star.points < 5))
    found = cp.grade(Star(c0=True), stars)
    assert (found.low, found.high, found.needed) == ("0", "1", None)
    assert cp.grade(Star(c0=True), grading(star.c0, FALSE)).grade == "0"


QUESTION = w.question("which", "1", "甲", strict="甲", mild="乙")


def test_a_grade_may_differ_by_reading() -> None:
    differing = w.ByReading("which", {"strict": star.points >= 90, "mild": star.points >= 80})
    stars = grading(star.points >= 60, differing, questions=(QUESTION,))
    assert cp.grade(Star(points=85), stars).grade == "0"
    mild = cp.grade(Star(points=85), stars, readings={"which": "mild"})
    assert (mild.grade, mild.taken()) == ("1", {"which": "mild"})
    assert "乙" in mild.explain("zh", detail="all")
    with pytest.raises(NotFound, match="did you mean mild"):
        cp.grade(Star(), stars, readings={"which": "mid"})


def test_what_is_no_subject_of_the_grades_is_refused() -> None:
    assert refused(cp.grade, cp.Room(), STARS) == [("subject", "wrong_noun")]
    assert refused(cp.grade, "房间", STARS) == [("subject", "wrong_type")]
    assert refused(cp.grade, Star(), "stars") == [("grading", "wrong_type")]


def test_grades_that_ask_nothing_are_had_by_anybody() -> None:
    assert cp.grade(cp.Room(), grading(cp.all_of(), cp.all_of())).grade == "1"


def test_a_grade_says_itself() -> None:
    # Of three grades the first is had, and what stands in the way of the second is known.
    assert lines_said(cp.grade(Star(c0=True, c1=False), STARS)) == [
        "0级",
        "条款：一",
        "一、已知情况",
        "  其他情况：一级条件，未二级条件",
        "二、各级情况",
        "  0级：达到",
        "    条款：一",
        "  1级：未达到",
        "    条款：一",
        "  2级：未达到",
        "    条款：一",
        "三、升至1级",
        "  未二级条件",
        "  须达到：二级条件",
        "四、待补充情况",
        "  无。",
    ]
    # The first may be had, and the third; the questions are those of both.
    open_ = lines_said(cp.grade(Star(c1=True), STARS))
    assert open_[0] == "待补充：可能等级：至多2级，也可能不入级。"
    assert open_[-5:] == [
        "四、待补充情况（2项）",
        "  是否一级条件？",
        "    用于判断：一",
        "  是否三级条件？",
        "    用于判断：一",
    ]
    assert lines_said(cp.grade(Star(c0=True, c1=True, c2=True), STARS))[0] == "2级"
    assert lines_said(cp.grade(Star(c0=False), STARS))[0] == "未达到任何一级"


def test_a_row_for_each_grade() -> None:
    rows = cp.grade(Star(c0=True), STARS).records()
    assert [(row["key"], row["has_grade"], row["missing"]) for row in rows] == [
        ("0", "true", ""),
        ("1", "unknown", "c1"),
        ("2", "unknown", "c1, c2"),
    ]
    assert {(row["grade_low"], row["grade_high"], row["grade"]) for row in rows} == {
        ("0", "2", None)
    }
    assert {row["grade_needed_en"] for row in rows} == {"condition 2"}
    done = cp.grade(Star(c0=True, c1=True, c2=True), STARS).records()
    assert {(row["grade"], row["grade_settled"], row["grade_needed_zh"]) for row in done} == {
        ("2", True, None)
    }


def test_what_counts_already_is_not_asked_for_again() -> None:
    # Two of three, of which one is so: one more of the other two is needed.
    two = cp.at_least(2, star.c0, star.c1, star.c2)
    found = cp.grade(Star(c0=True, c1=False, c2=False), grading(two, star.points >= 9))
    assert (found.grade, found.needed) == (None, star.c1 | star.c2)
    # A denial: not two of three, while two are so, takes one of these away.
    found = cp.grade(Star(c0=True, c1=True, c2=False), grading(~two, star.points >= 9))
    assert found.needed is not None
    assert cp.facts_of(found.needed) == ("c0", "c1")


def test_a_grade_that_may_be_none_is_said_so() -> None:
    found = cp.grade(Star(c1=False), grading(star.c0, star.c1))
    assert found.explain("zh").startswith("待补充：可能等级：至多0级，也可能不入级。")
    assert "0级 [zh] at most, or no grade" in found.explain("en")
