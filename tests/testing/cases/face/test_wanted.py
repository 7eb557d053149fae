"""Cases asked for by id: only these, and only these are worked out."""

from collections.abc import Callable
from typing import Any

import pytest
from counting import calls
from large_plans import tiers
from refusing import refused
from steps_and_stars import STEPS
from testing.cases.small_plans import CLAUSE, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing import BoundaryCases, Place, boundary_cases, class_cases, decisive_cases

SHUANGLIAO = cp.get_plan("shuangliao_2021")
SHIYAN = cp.get_plan("shiyan_2021")
Make = Callable[..., BoundaryCases]


def numbers(cases: BoundaryCases) -> list[str]:
    """List the ids of what the cases are of, each once, in order."""
    return list(dict.fromkeys(case.number for case in cases))


# 四（一）4 has two parts, 4.1.d/lower and 4.1.d/upper.
@pytest.mark.parametrize(
    ("only", "found"),
    [
        ("4.1.b", ["4.1.b"]),
        (["4.1.d/upper", "4.1.a"], ["4.1.a", "4.1.d/upper"]),
        ("4.1.d", ["4.1.d/lower", "4.1.d/upper"]),
    ],
)
def test_what_is_asked_for_has_cases_and_nothing_else(only: Any, found: list[str]) -> None:
    cases = boundary_cases(SHUANGLIAO, only=only)
    assert numbers(cases) == found
    every = [case for case in boundary_cases(SHUANGLIAO) if case.number in found]
    assert list(cases) == every


# As an assessment's `under`: the rules, and the term that 4.1.c explains.
def test_all_that_is_numbered_below_a_clause_is_taken() -> None:
    under = cp.assess(cp.Venue(), SHUANGLIAO).under("4.1")
    asked = [one.number for one in (*under.findings, *under.definitions)]
    found = numbers(decisive_cases(SHUANGLIAO, only="4.1"))
    # 4.1.e speaks of another noun than of places.
    assert set(found) == {*asked, "4.1.e"}
    assert "4.1.c" in numbers(boundary_cases(SHUANGLIAO, only="4.1"))
    assert "4.1.c" not in numbers(boundary_cases(SHUANGLIAO))  # where nothing is asked for


# 二（二）3: from two to three years; the same cases as among those of terms, without the blanks.
def test_a_term_asked_for_has_its_thresholds_among_the_boundaries() -> None:
    term = class_cases(SHIYAN, only="2.2.3.d/age")
    bounds = boundary_cases(SHIYAN, only="2.2.3.d/age")
    assert list(bounds) == [case for case in term if case.place is not Place.UNSTATED]
    assert list(decisive_cases(SHIYAN, only="2.2.3.d/age")) == list(term)
    bounds.check(lambda case: case.answer(SHIYAN))


# 4.1.e has no threshold: of the ten rules without one only it is asked for here.
def test_without_speaks_only_of_what_is_asked_for() -> None:
    assert boundary_cases(SHUANGLIAO, only="4.1").without == ("4.1.e",)
    assert boundary_cases(SHUANGLIAO, only="4.1.b").without == ()
    assert decisive_cases(SHUANGLIAO, only="4.1.d").without == (
        "4.1.d/lower: rooms[*].independent",
        "4.1.d/upper: rooms[*].independent",
    )
    boundary_cases(SHUANGLIAO, only="4.1.b").check(lambda case: case.answer(SHUANGLIAO))


def test_a_rung_is_asked_for_by_itself_or_with_its_ladder() -> None:
    (ladder,) = STEPS.ladders
    assert numbers(boundary_cases(STEPS, only="1.a")) == ["1.a"]
    assert numbers(boundary_cases(STEPS, only=ladder.id)) == [one.id for one in ladder.rungs]


@pytest.mark.parametrize(
    ("plan", "only", "found"),
    [
        (SHIYAN, "2.2.3.d/age", ["2.2.3.d/age"]),  # a term
        (STEPS, "2/four", ["2/four"]),  # a grade
        (STEPS, "four_star", ["2/four"]),
        (STEPS, "stars.four_star", ["2/four"]),
        (STEPS, ["stars.base", "five_star"], ["2", "2/five"]),
        (STEPS, "stars", [one.id for one in STEPS.gradings["stars"].grades]),
    ],
)
def test_a_term_and_a_grade_are_asked_for(plan: cp.Plan, only: Any, found: list[str]) -> None:
    assert numbers(class_cases(plan, only=only)) == found
    assert numbers(decisive_cases(plan, only=only)) == found


# What `.without` lists can be asked for by that name: the lowest star is no threshold.
def test_a_grade_without_a_threshold_is_listed_by_the_name_it_is_asked_for() -> None:
    cases = boundary_cases(STEPS, only=["stars.base", "stars.four_star"])
    assert numbers(cases) == ["2/four"]
    assert cases.without == ("stars.base",)
    with pytest.raises(cp.NotFound, match=r"did you mean stars\.base"):
        class_cases(STEPS, only="stars.bases")


# Of grades of one clause the number is the same: 6 and 16 square metres.
def test_grades_that_share_a_clause_are_asked_for_one_by_one() -> None:
    room, title = cp.facts(cp.Room), cp.Text(zh="甲", en="A")
    grades = tuple(
        w.Grade(clause=CLAUSE, key=key, title=title, criterion=room.area_m2 >= least)
        for key, least in (("one", 6), ("two", 16))
    )
    stars = w.Grading(clause=CLAUSE, key="stars", title=title, grades=grades)
    plan = small_plan(gradings=[stars])
    for only, key, at in (("one", "one", 6), ("stars.two", "two", 16)):
        cases = boundary_cases(plan, only=only)
        assert {getattr(case.cited, "key", None) for case in cases} == {key}
        found = [case for case in cases if case.place is Place.AT]
        assert [(case.number, case.value) for case in found] == [("1.a", at)]
        assert found[0].id == f"1.a-{key}-area_m2-at"
    assert [case.id for case in class_cases(plan)][::4] == [
        "1.a-one-area_m2-below",
        "1.a-two-area_m2-below",
    ]


@pytest.mark.parametrize("make", [boundary_cases, decisive_cases, class_cases])
def test_what_is_not_there_is_refused_all_at_once(make: Make) -> None:
    known = numbers(make(SHIYAN, only=None)) or [rule.id for rule in SHIYAN.rules]
    with pytest.raises(cp.NotFound) as caught:
        make(SHIYAN, only=["9.9", known[0], "nowhere"])
    assert "'9.9'" in str(caught.value)
    assert "'nowhere'" in str(caught.value)
    with pytest.raises(cp.NotFound, match="did you mean"):
        make(SHIYAN, only=f"{known[0]}a")
    assert refused(make, SHIYAN, only=[7]) == [("only", "wrong_type")]
    assert refused(make, SHIYAN, only=7) == [("only", "wrong_type")]
    assert refused(make, SHIYAN, only=()) == [("only", "required")]
    assert refused(make, "shiyan_2021", only="2") == [("plan", "wrong_type")]


def test_a_clause_told_twice_is_asked_for_by_either_number() -> None:
    other = w.Clause("9", "第九条", w.Modality.MUST, cp.Text(zh="条", en="clause"))
    rule = w.Rule(clause=CLAUSE, also=(other,), requires=cp.facts(cp.Room).area_m2 >= 10)
    plan = cp.Plan(
        id="told_twice",
        document=small_plan().document,
        clauses=(CLAUSE, other),
        rules=(rule,),
    )
    assert numbers(boundary_cases(plan, only="9")) == ["1.a"]


# A plan of twice as many rules costs no more, if one rule is asked for, than its names do.
def test_only_what_is_asked_for_is_worked_out() -> None:
    def cost(size: int, only: Any) -> int:
        plan = tiers(size)
        name = plan.rules[0].id
        return calls(lambda: boundary_cases(plan, only=name if only else None))

    few, many = cost(8, only=True), cost(16, only=True)
    assert many < 1.5 * few
    assert cost(16, only=False) > 5 * many
