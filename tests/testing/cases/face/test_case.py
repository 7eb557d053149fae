"""The face of a case: one for every kind, what answers it, and what does not."""

from typing import Any

import pytest
from refusing import refused
from steps_and_stars import STEPS
from testing.cases.small_plans import CLAUSE, plan_of, small_plan

import careplan as cp
from careplan import writing as w
from careplan.results import Assessment, Graded, LedgerProgress, Score, TargetProgress
from careplan.testing import BoundaryCase, Place, boundary_cases, class_cases

DAWA, BDA, SHIYAN = (cp.get_plan(one) for one in ("dawa_2023", "bda_2017", "shiyan_2021"))
LEDGER, TARGET = DAWA.ledgers["slots"], DAWA.targets["institution_in_town"]


def first(plan: cp.Plan, only: str, make: Any = boundary_cases) -> BoundaryCase:
    """Return the first case of what is asked for."""
    case: BoundaryCase = make(plan, only=only).cases[0]
    return case


def bands() -> cp.Plan:
    """Make a plan of a sheet with a band from 6 of 10 points."""
    item = w.SheetItem(clause=CLAUSE, key="a", label=cp.Text(zh="项", en="a"), max_points=10)
    title = cp.Text(zh="表", en="sheet")
    good = w.Band(clause=CLAUSE, part="good", key="good", label=title, least=6)
    sheet = w.Scorecard(clause=CLAUSE, part="s", key="s", title=title, items=(item,), bands=(good,))
    return small_plan(scorecards=[sheet])


# What is cited, what the verb is given beside the subject, and its class of answers.
KINDS = {
    "rule": (BDA, first(BDA, "1.a"), w.Rule, None, Assessment),
    "term": (SHIYAN, first(SHIYAN, "2.2.3.d/age", class_cases), w.Definition, None, Assessment),
    "grade": (STEPS, first(STEPS, "stars", class_cases), w.Grade, "stars", Graded),
    "row": (DAWA, first(DAWA, "a2.1"), w.LedgerRow, "slots", LedgerProgress),
    "ledger": (DAWA, boundary_cases(DAWA, only="a2").cases[-1], w.Ledger, "slots", LedgerProgress),
    "target": (DAWA, first(DAWA, "2.3"), w.Target, "institution_in_town", TargetProgress),
    "sheet": (BDA, first(BDA, "care_room"), w.Scorecard, "care_room", Score),
    "band": (bands(), first(bands(), "1.a/good"), w.Band, "s", Score),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_the_same_face(kind: str) -> None:
    plan, case, cited, key, _ = KINDS[kind]
    assert isinstance(case.cited, cited)
    assert case.plan_id == plan.id
    assert case.number == case.cited.id
    assert case.clause is case.cited.clause
    assert (None if case.whole is None else case.whole.key) == key
    assert case.grading == (case.whole if kind == "grade" else None)
    assert case.answer(plan) is case.expected
    assert str(case) == case.id
    assert isinstance(case.place, Place)


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_answer_it_is_about_answers_it(kind: str) -> None:
    _, case, _, _, asked = KINDS[kind]
    others: dict[type[Any], Any] = {
        Assessment: cp.assess(cp.Employer(), BDA),
        Graded: cp.grade(cp.Room(), STEPS.gradings["stars"]),
        Score: cp.score(BDA.scorecards["care_room"], {}),
        LedgerProgress: cp.track_progress(LEDGER, [], on=LEDGER.dates()[0]),
        TargetProgress: cp.track_progress(TARGET, [], on=LEDGER.dates()[0]),
    }
    for sort, answer in others.items():
        if sort is not asked:
            assert refused(case.answered, answer) == [("answer", "wrong_type")]
    with pytest.raises(cp.InvalidInput, match=asked.__name__):
        case.answered(None)  # type: ignore[arg-type]  # what a program may hand in


# 6 of 10 reach the band; 5.5 do not; an open item may.
@pytest.mark.parametrize(
    ("marks", "truth"),
    [({"a": 6}, cp.Truth.TRUE), ({"a": 5.5}, cp.Truth.FALSE), ({}, cp.Truth.UNKNOWN)],
)
def test_a_score_says_whether_a_band_is_reached(marks: Any, truth: cp.Truth) -> None:
    plan, case, *_ = KINDS["band"]
    assert case.answered(cp.score(plan.scorecards["s"], marks)) is truth


def test_a_benefit_is_answered_by_its_availability() -> None:
    room = cp.facts(cp.Room)
    benefit = w.Benefit(clause=CLAUSE, condition=room.area_m2 >= 10)
    plan = small_plan(benefits=(benefit,))
    cases = boundary_cases(plan)
    assert [case.answer(plan).name for case in cases] == ["NOT_OPEN", "OPEN", "OPEN"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_that_has_nothing_of_it_says_so(kind: str) -> None:
    _, case, *_ = KINDS[kind]
    other = plan_of(requires=cp.facts(cp.Grant).used_for_purpose_only)
    with pytest.raises(cp.CareplanError):
        case.answer(other)
    assert refused(case.answer, "dawa_2023") == [("plan", "wrong_type")]
