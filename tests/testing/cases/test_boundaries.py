"""Boundary and decisive cases: complete, one fact apart, and right about the library."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from steps_and_stars import STEPS
from testing.cases.small_plans import by_library, plan_of

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import FALSE, TRUE
from careplan.testing.cases.boundaries import boundary_cases, decisive_cases
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.collected import BoundaryCases
from careplan.testing.cases.pivots import Pivot, Place, pivots
from careplan.testing.drawing import plans

PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]
room = cp.facts(cp.Room)


def shown(plan: cp.Plan, number: str) -> list[tuple[str, object, str]]:
    """List the boundary cases of a rule that are read by default: fact, value, answer."""
    defaults = plan.read_as()
    return [
        (case.path, case.value, case.expected.name)
        for case in boundary_cases(plan)
        if case.number == number
        and all(defaults[name] == option for name, option in case.readings.items())
    ]


def of_facts(cases: BoundaryCases) -> list[BoundaryCase]:
    """List the cases that facts decide, and no ledger, target or sheet."""
    return [case for case in cases if case.whole is None]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
@pytest.mark.parametrize("make", [boundary_cases, decisive_cases])
def test_the_library_answers_every_case_as_expected(make: Any, plan: cp.Plan) -> None:
    cases = make(plan)
    cases.check(by_library(plan), without=cases.without)
    assert all(case.clause in plan.clauses and case.plan_id == plan.id for case in cases)


# Shuangliao 四（一）: 5,000 to 10,000 m2 "inclusive", above 10,000; 6 and 10 m2 "not less than".
def test_the_thresholds_of_shuangliao_by_hand() -> None:
    plan = cp.get_plan("shuangliao_2021")
    assert shown(plan, "4.1.a") == [
        ("coach_station_grade", 1, "NOT_MET"),
        ("coach_station_grade", 2, "NOT_MET"),
        ("coach_station_grade", 3, "NOT_APPLICABLE"),
        ("building_area_m2", Decimal("4999.99"), "NOT_APPLICABLE"),
        ("building_area_m2", 5000, "NOT_MET"),
        ("building_area_m2", Decimal("5000.01"), "NOT_MET"),
        ("building_area_m2", Decimal("9999.99"), "NOT_MET"),
        ("building_area_m2", 10000, "NOT_MET"),
        ("building_area_m2", Decimal("10000.01"), "NOT_APPLICABLE"),
        ("rooms[*].usable_area_m2", Decimal("5.99"), "NOT_MET"),
        ("rooms[*].usable_area_m2", 6, "MET"),
        ("rooms[*].usable_area_m2", Decimal("6.01"), "MET"),
    ]
    assert shown(plan, "4.1.b")[3:6] == [
        ("building_area_m2", Decimal("9999.99"), "NOT_APPLICABLE"),
        ("building_area_m2", 10000, "NOT_APPLICABLE"),
        ("building_area_m2", Decimal("10000.01"), "NOT_MET"),
    ]


# 5,000 to 10,000 both included owes 6 m2, above 10,000 owes 10; the higher rung binds.
def test_the_thresholds_of_a_ladder_by_hand() -> None:
    area = "building_area_m2"
    assert [one for one in shown(STEPS, "1.a") if one[0] == area] == [
        (area, Decimal("4999.99"), "NOT_APPLICABLE"),
        (area, 5000, "NOT_MET"),
        (area, Decimal("5000.01"), "NOT_MET"),
        (area, Decimal("9999.99"), "NOT_MET"),
        (area, 10000, "NOT_MET"),
        (area, Decimal("10000.01"), "NOT_APPLICABLE"),
    ]
    assert [one for one in shown(STEPS, "1.b") if one[0] in {area, "rooms[*].area_m2"}] == [
        (area, Decimal("9999.99"), "NOT_APPLICABLE"),
        (area, 10000, "NOT_APPLICABLE"),
        (area, Decimal("10000.01"), "NOT_MET"),
        ("rooms[*].area_m2", Decimal("9.99"), "NOT_MET"),
        ("rooms[*].area_m2", 10, "MET"),
        ("rooms[*].area_m2", Decimal("10.01"), "MET"),
    ]
    for cases in (boundary_cases(STEPS), decisive_cases(STEPS)):
        cases.check(by_library(STEPS), without=cases.without)


# Shiyan 二（二）3: from two to three years; the upper age is read in two ways. The document
# has it as a term; of a benefit with the same bounds the places are these.
def test_the_thresholds_of_a_benefit_by_hand() -> None:
    plan = cp.get_plan("shiyan_2021")
    (term,) = (one for one in plan.definitions if one.id == "2.2.3.d/age")
    benefit = w.Benefit(clause=term.clause, part="age", condition=term.criterion)
    assert shown(attrs.evolve(plan, benefits=(benefit,)), "2.2.3.d/age") == [
        ("age_months", 23, "NOT_OPEN"),
        ("age_months", 24, "OPEN"),
        ("age_months", 25, "OPEN"),
        ("age_months", 35, "OPEN"),
        ("age_months", 36, "NOT_OPEN"),
        ("age_months", 37, "NOT_OPEN"),
    ]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_threshold_has_its_three_places_and_flips(plan: cp.Plan) -> None:
    groups: dict[Any, list[BoundaryCase]] = {}
    for case in of_facts(boundary_cases(plan)):
        readings = frozenset(case.readings.items())
        groups.setdefault((case.number, readings, case.path, case.leaf), []).append(case)
    for cases in groups.values():
        assert {case.place for case in cases} == {Place.BELOW, Place.AT, Place.ABOVE}
        assert len({case.expected for case in cases}) == 2


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_no_threshold_is_forgotten(plan: cp.Plan) -> None:
    cases = boundary_cases(plan)
    facts = of_facts(cases)
    covered = {(case.number, case.path, case.leaf) for case in facts}
    for rule in plan.rules:
        now = rule.read(plan.read_as())
        for half in (now.applies, now.requires):
            assert isinstance(half, cp.Criterion)
            for pivot in filter(Pivot.is_threshold, pivots(half)):
                found = (rule.id, pivot.name, pivot.leaf) in covered
                assert found or f"{rule.id}: {pivot.name}" in cases.without
    numbers = {case.number for case in facts}
    ids = {one.id for one in (*plan.rules, *plan.benefits)}
    assert ids - numbers == {one for one in cases.without if ": " not in one}


# Every fact of every rule decides somewhere, but for these: all recipients a grant may have
# and all profit statuses are listed (a room's independence matters to 4.1.d beside others), and
# every kind of place we know is the park of 1.b or surely is none: that somebody holds a place
# to be one matters for an outsider's kind only.
def test_what_has_no_decisive_case() -> None:
    found = {plan.id: decisive_cases(plan).without for plan in PLANS}
    assert found == {
        "baodi_2020": (),
        "bda_2017": ("1.b: category", "1.b: treated_as_listed", "3.2.c: recipient"),
        "dawa_2023": (),
        "shiyan_2021": ("2.3.3.c: profit_status", "2.4.4.b: profit_status"),
        "shuangliao_2021": (),
    }


def test_the_check_does_not_pass_over_what_has_no_case() -> None:
    plan = cp.get_plan("baodi_2020")  # has no threshold of facts at all
    cases = boundary_cases(plan, only=["1.a", "4.2.a", "4.4"])
    assert len(cases) == 0
    with pytest.raises(AssertionError, match=r"baodi_2020: name exactly.*4\.2\.a"):
        cases.check(by_library(plan))
    with pytest.raises(AssertionError, match="name exactly"):
        cases.check(by_library(plan), without=[*cases.without, "9.9"])


def test_the_check_finds_a_wrong_answer_and_lists_them_all() -> None:
    plan = plan_of(requires=room.area_m2 >= 10)
    cases = boundary_cases(plan)
    with pytest.raises(AssertionError, match=r"expected Outcome\.NOT_MET, got None") as caught:
        cases.check(lambda _: None)
    assert len(str(caught.value).splitlines()) == 3
    # A reader of "not less than" as "more than" is caught at the threshold.
    wrong = plan_of(requires=room.area_m2 > 10)
    with pytest.raises(AssertionError, match=r"area_m2 10 expected Outcome.MET"):
        cases.check(by_library(wrong))


def test_the_cases_are_a_collection() -> None:
    cases = boundary_cases(plan_of(requires=room.area_m2 >= 10))
    first = next(iter(cases))
    assert first in cases
    assert attrs.evolve(first, value=7) not in cases
    assert len(list(cases)) == len(cases) == 3


def test_a_threshold_that_never_decides_is_listed() -> None:
    # The rule applies only where its requirement holds anyway.
    plan = plan_of(applies=room.area_m2 >= 20, requires=room.area_m2 >= 10)
    cases = boundary_cases(plan)
    assert [case.leaf for case in cases] == [room.area_m2 >= 20] * 3
    assert cases.without == ("1.a: area_m2",)
    # Where a whole rule has no case, its id is listed.
    assert boundary_cases(plan_of(requires=room.area_m2 >= 0)).without == ("1.a",)


def test_a_number_among_several_is_no_threshold_and_listed() -> None:
    plan = plan_of(requires=cp.among(room.area_m2, [5, 6]) & room.private)
    assert boundary_cases(plan).without == ("1.a",)
    assert decisive_cases(plan).without == ("1.a: area_m2",)


@pytest.mark.parametrize("constant", [TRUE, FALSE])
def test_a_rule_without_facts_has_no_case(constant: cp.Criterion) -> None:
    assert decisive_cases(plan_of(requires=constant)).without == ("1.a",)


@pytest.mark.parametrize("make", [boundary_cases, decisive_cases])
def test_only_a_plan_has_cases(make: Any) -> None:
    with pytest.raises(cp.InvalidInput, match="plan"):
        make("shuangliao_2021")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
@given(plan=plans())
def test_the_cases_of_any_plan_are_right(plan: cp.Plan) -> None:
    for cases in (boundary_cases(plan), decisive_cases(plan)):
        cases.check(by_library(plan), without=cases.without)
