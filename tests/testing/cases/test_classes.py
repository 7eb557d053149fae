"""Cases of terms and grades: each fact that decides, and what the library says of it."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from refusing import refused
from steps_and_stars import STARS, STEPS
from testing.cases.small_plans import CLAUSE, by_library, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing.cases.boundaries import boundary_cases
from careplan.testing.cases.classes import class_cases
from careplan.testing.cases.pivots import Place
from careplan.testing.drawing import plans

PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]
TITLE = cp.Text(zh="甲", en="A")
room = cp.facts(cp.Room)


@pytest.mark.parametrize("plan", [*PLANS, STEPS], ids=lambda plan: plan.id)
def test_the_library_answers_every_case_as_expected(plan: cp.Plan) -> None:
    cases = class_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    assert cases.plan_id == plan.id


# Shiyan 二（二）3: from two to three years, the upper age excluded by default.
def test_the_bounds_of_a_term_by_hand() -> None:
    plan = cp.get_plan("shiyan_2021")
    found = [
        (case.value, case.place, case.expected)
        for case in class_cases(plan)
        if case.number == "2.2.3.d/age" and case.readings["upper_age"] == "before_birthday"
    ]
    true, false = cp.Truth.TRUE, cp.Truth.FALSE
    assert found == [
        (23, Place.BELOW, false),
        (24, Place.AT, true),
        (25, Place.ABOVE, true),
        (None, Place.UNSTATED, cp.Truth.UNKNOWN),
        (35, Place.BELOW, true),
        (36, Place.AT, false),
        (37, Place.ABOVE, false),
        (None, Place.UNSTATED, cp.Truth.UNKNOWN),
    ]


# The fictitious stars: clean; independent and at least 16 m2 beside that.
def test_the_bounds_of_a_grade_by_hand() -> None:
    found = [
        (case.value, case.expected.name)
        for case in class_cases(STEPS)
        if case.number == "2/four" and case.path == "area_m2"
    ]
    assert found == [
        (Decimal("15.99"), "FALSE"),
        (16, "TRUE"),
        (Decimal("16.01"), "TRUE"),
        (None, "UNKNOWN"),
    ]


def test_what_no_fact_decides_is_listed() -> None:
    grades = tuple(
        w.Grade(clause=CLAUSE, part=key, key=key, title=TITLE, criterion=criterion)
        # Whatever is clean is clean: of the second grade one fact never decides.
        for key, criterion in (
            ("all", cp.all_of()),
            ("odd", room.clean | cp.all_of(cp.not_(room.clean), room.private)),
        )
    )
    stars = w.Grading(clause=CLAUSE, key="stars", title=TITLE, grades=grades)
    term = w.Definition(clause=CLAUSE, part="term", term=TITLE)
    cases = class_cases(small_plan(definitions=(term,), gradings=[stars]))
    assert {"1.a/term", "stars.all"} <= set(cases.without)
    assert {case.cited.id for case in cases} == {"1.a/odd"}


def test_a_class_is_read_in_every_way_and_each_reading_once() -> None:
    asked = w.question("which", "1.a", "甲", large="甲", small="乙")
    other = w.question("other", "1.a", "甲", one="甲", two="乙")
    differing = w.choose(asked, large=room.area_m2 >= 16, small=room.area_m2 >= 6)
    same = w.choose(other, one=room.area_m2 >= 9, two=room.area_m2 >= 9)
    held = w.Definition(
        clause=CLAUSE, part="held", term=TITLE, criterion=same, under=("which", "large")
    )
    grades = (
        w.Grade(clause=CLAUSE, part="a", key="a", title=TITLE, criterion=same),
        w.Grade(clause=CLAUSE, part="b", key="b", title=TITLE, criterion=differing),
    )
    stars = w.Grading(
        clause=CLAUSE,
        key="stars",
        title=TITLE,
        grades=grades,
        questions=(asked, other),
        under=("which", "large"),
    )
    plan = small_plan(interpretations=(asked, other), definitions=(held,), gradings=[stars])
    cases = class_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    at = [(case.cited.id, case.value) for case in cases if case.place is Place.AT]
    # "small" is not tried: the grading and the term hold under the other option only.
    # Beside 16 square metres the 9 of the lower grade never decide.
    assert at == [("1.a/held", 9), ("1.a/a", 9), ("1.a/b", 16)]
    assert cases.without == ("stars.b: area_m2",)


def test_a_case_is_answered_by_the_answer_it_is_about() -> None:
    case = next(iter(class_cases(STEPS)))
    wrong = cp.assess(cp.Room(), STEPS)
    assert refused(case.answered, wrong) == [("answer", "wrong_type")]
    rung = next(iter(boundary_cases(STEPS)))
    assert refused(rung.answered, cp.grade(cp.Room(), STARS)) == [("answer", "wrong_type")]
    assert refused(class_cases, "steps") == [("plan", "wrong_type")]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(plan=plans())
def test_the_cases_of_any_plan_are_right(plan: cp.Plan) -> None:
    cases = class_cases(plan)
    cases.check(by_library(plan), without=cases.without)


def test_grades_of_which_one_counts_time_are_all_asked_on_the_day() -> None:
    # The lower grade is a draft: on no day does it hold, and nobody has to have it first.
    premises = cp.facts(cp.Premises)
    grades = (
        w.grade("low", "低", criterion=premises.owned, within=w.DRAFT),
        w.grade("middle", "中", criterion=premises.evacuation_route),
        w.grade("high", "高", criterion=cp.elapsed(premises.lease_from, days=1)),
    )
    clause = w.clause("1", "一", w.FACT, "分级", "Grades.", w.grading("stars", "等级", *grades))
    plan = w.Plan.of("graded", w.Document(title="办法", issuer="某县"), (clause,))
    cases = class_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    assert {case.cited.key for case in cases.cases if isinstance(case.cited, w.Grade)} == {
        "middle",
        "high",
    }
    assert {case.on is None for case in cases.cases} == {False}
