"""Boundary and decisive cases: complete, one fact apart, and right about the library."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import FALSE, TRUE
from careplan.fields.declaring import Noun, count, day, words
from careplan.testing.boundaries import BoundaryCase, boundary_cases, decisive_cases
from careplan.testing.drawing import plans
from careplan.testing.pivots import Place, is_threshold, pivots, points

PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]
employer, room, venue = cp.facts(cp.Employer), cp.facts(cp.Room), cp.facts(cp.Venue)
child, institution = cp.facts(cp.Child), cp.facts(cp.Institution)
CLAUSE = w.Clause("1.a", "第一条", w.Modality.MUST, cp.Text(zh="条", en="clause"))


def plan_of(requires: Any, applies: Any = TRUE, benefits: tuple[w.Benefit, ...] = ()) -> cp.Plan:
    """Make a plan of one rule."""
    title = cp.Text(zh="方案", en="plan")
    return cp.Plan(
        id="small",
        document=w.Document(title=title, issuer=title),
        clauses=(CLAUSE,),
        rules=(w.Rule(clause=CLAUSE, applies=applies, requires=requires),),
        benefits=benefits,
    )


def by_assess(plan: cp.Plan) -> Any:
    """Answer a case as the library does."""
    return lambda case: case.answered(cp.assess(case.subject, plan, readings=case.readings))


def shown(plan: cp.Plan, number: str) -> list[tuple[str, object, str]]:
    """List the boundary cases of a rule that are read by default: fact, value, answer."""
    defaults = plan.read_as()
    return [
        (case.path, case.value, case.expected.name)
        for case in boundary_cases(plan)
        if case.number == number
        and all(defaults[name] == option for name, option in case.readings.items())
    ]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
@pytest.mark.parametrize("make", [boundary_cases, decisive_cases])
def test_the_library_answers_every_case_as_expected(make: Any, plan: cp.Plan) -> None:
    cases = make(plan)
    cases.check(by_assess(plan), without=cases.without)
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
    for case in boundary_cases(plan):
        readings = frozenset(case.readings.items())
        groups.setdefault((case.number, readings, case.path, case.leaf), []).append(case)
    for cases in groups.values():
        assert {case.place for case in cases} == {Place.BELOW, Place.AT, Place.ABOVE}
        assert len({case.expected for case in cases}) == 2


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_no_threshold_is_forgotten(plan: cp.Plan) -> None:
    cases = boundary_cases(plan)
    covered = {(case.number, case.path, case.leaf) for case in cases}
    for rule in plan.rules:
        now = rule.read(plan.read_as())
        for half in (now.applies, now.requires):
            assert isinstance(half, cp.Criterion)
            for pivot in filter(is_threshold, pivots(half)):
                found = (rule.id, pivot.name, pivot.leaf) in covered
                assert found or f"{rule.id}: {pivot.name}" in cases.without
    numbers = {case.number for case in cases}
    ids = {one.id for one in (*plan.rules, *plan.benefits)}
    assert ids - numbers == {one for one in cases.without if ": " not in one}


# Every fact of every rule decides somewhere, but for these: all recipients a grant may have
# and all profit statuses are listed, a room's independence never matters to 4.1.d alone, and
# every kind of place we know is the park of 1.b or surely is none: that somebody holds a place
# to be one matters for an outsider's kind only.
def test_what_has_no_decisive_case() -> None:
    found = {plan.id: decisive_cases(plan).without for plan in PLANS}
    assert found == {
        "baodi_2020": (),
        "bda_2017": ("1.b: category", "1.b: treated_as_listed", "3.2.c: recipient"),
        "dawa_2023": (),
        "shiyan_2021": ("2.3.3.c: profit_status", "2.4.4.b: profit_status"),
        "shuangliao_2021": (
            "4.1.d/lower: rooms[*].independent",
            "4.1.d/upper: rooms[*].independent",
        ),
    }


def test_the_check_does_not_pass_over_what_has_no_case() -> None:
    plan = cp.get_plan("baodi_2020")  # has no threshold at all
    cases = boundary_cases(plan)
    assert len(cases) == 0
    with pytest.raises(AssertionError, match=r"baodi_2020: name exactly.*4\.2\.a"):
        cases.check(by_assess(plan))
    with pytest.raises(AssertionError, match="name exactly"):
        cases.check(by_assess(plan), without=[*cases.without, "9.9"])


def test_the_check_finds_a_wrong_answer_and_lists_them_all() -> None:
    plan = plan_of(requires=room.area_m2 >= 10)
    cases = boundary_cases(plan)
    with pytest.raises(AssertionError, match=r"expected Outcome\.NOT_MET, got None") as caught:
        cases.check(lambda _: None)
    assert len(str(caught.value).splitlines()) == 3
    # A reader of "not less than" as "more than" is caught at the threshold.
    wrong = plan_of(requires=room.area_m2 > 10)
    with pytest.raises(AssertionError, match=r"area_m2 10 expected Outcome.MET"):
        cases.check(by_assess(wrong))


def test_the_cases_are_a_collection() -> None:
    cases = boundary_cases(plan_of(requires=room.area_m2 >= 10))
    first = next(iter(cases))
    assert first in cases
    assert attrs.evolve(first, value=7) not in cases
    assert len(list(cases)) == len(cases) == 3


@pytest.mark.parametrize(
    ("requires", "answers"),
    [
        (room.area_m2 >= 10, "NMM"),
        (room.area_m2 > 10, "NNM"),
        (room.area_m2 <= 10, "MMN"),
        (room.area_m2 < 10, "MNN"),
        (room.area_m2 == 10, "NMN"),
        (room.area_m2 != 10, "MNM"),
        (cp.not_(room.area_m2 >= 10), "MNN"),
        (cp.not_(cp.not_(room.area_m2 >= 10)), "NMM"),
        (cp.any_of(room.private, room.area_m2 >= 10), "NMM"),
        (cp.all_of(room.area_m2 >= 10, room.area_m2 < 11, room.private), "NMM"),
        (room.equipment[cp.Equipment.TABLE] >= 1, "NMM"),
    ],
)
def test_the_sign_says_what_holds_around_a_threshold(requires: Any, answers: str) -> None:
    names = {"M": cp.Outcome.MET, "N": cp.Outcome.NOT_MET}
    plan = plan_of(requires)
    cases = boundary_cases(plan)
    first = next(iter(cases)).leaf
    found = [case.expected for case in cases if case.leaf == first]
    assert found == [names[letter] for letter in answers]
    cases.check(by_assess(plan))


def test_below_the_least_possible_value_there_is_no_case() -> None:
    plan = plan_of(requires=venue.coach_station_grade > 1)
    assert [case.place for case in boundary_cases(plan)] == [Place.AT, Place.ABOVE]


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


def test_facts_that_contradict_make_no_case() -> None:
    few, women = employer.pregnant_or_nursing_employees, employer.female_employees
    plan = plan_of(applies=few >= 5, requires=women >= 10)
    cases = boundary_cases(plan)
    cases.check(by_assess(plan), without=cases.without)
    # Five nursing among four women cannot be, whatever a rule asks.
    impossible = plan_of(applies=cp.all_of(few >= 5, women <= 4), requires=employer.eases_care)
    assert boundary_cases(impossible).without == ("1.a",)
    # One more of the few than of all is left out; the other places stay.
    tight = plan_of(applies=women == 5, requires=few >= 5)
    assert [case.value for case in boundary_cases(tight) if case.path != "female_employees"] == [
        4,
        5,
    ]


@attrs.frozen(kw_only=True)
class Permit(Noun):
    """A noun of a caller's own, with days."""

    granted_on: date | None = day("发证日期", "day of grant")
    asked_on: date | None = day("申请日期", "day of request", required=True)


@attrs.frozen(kw_only=True)
class Plate(Noun):
    """A noun of a caller's own, with a text."""

    text: str | None = words("文字", "text")
    width: int | None = count("宽", "width")


def test_days_are_a_day_apart() -> None:
    permit = cp.facts(Permit)
    plan = plan_of(requires=permit.asked_on <= date(2024, 3, 1))
    assert [(case.value, case.expected.name) for case in boundary_cases(plan)] == [
        (date(2024, 2, 29), "MET"),
        (date(2024, 3, 1), "MET"),
        (date(2024, 3, 2), "NOT_MET"),
    ]
    # What must be stated cannot be left out, so that case is not made.
    places = {case.place for case in decisive_cases(plan)}
    assert places == {Place.BELOW, Place.AT, Place.ABOVE}
    # Nor is a subject made that lacks it.
    assert boundary_cases(plan_of(requires=permit.granted_on <= date(2024, 3, 1))).without == (
        "1.a",
    )


def test_a_fact_of_a_part_decides() -> None:
    plan = plan_of(requires=cp.not_(institution.site.near_pipeline))
    cases = decisive_cases(plan)
    cases.check(by_assess(plan))
    assert [(c.path, c.value, c.expected.name) for c in cases] == [
        ("site.near_pipeline", True, "NOT_MET"),
        ("site.near_pipeline", False, "MET"),
        ("site.near_pipeline", None, "UNKNOWN"),
    ]


def test_a_member_of_a_set_decides() -> None:
    modes = cp.facts(cp.Applicant).service_modes
    full, half = cp.ServiceMode.FULL_DAY, cp.ServiceMode.HALF_DAY
    plan = plan_of(requires=cp.all_of(cp.has(modes, full), cp.not_(cp.has(modes, half))))
    cases = decisive_cases(plan)
    cases.check(by_assess(plan))
    # An applicant cannot list no mode at all, so another one stands in for the one asked for.
    assert {case.place for case in cases} == {Place.AS_ASKED, Place.OTHERWISE, Place.UNSTATED}


def test_text_is_not_listed_and_so_decides_nothing() -> None:
    locality = cp.facts(cp.SlotCount).locality
    assert decisive_cases(plan_of(requires=locality == "大洼街道")).without == ("1.a",)
    [pivot] = pivots(locality == "大洼街道")
    assert points(pivot.leaf) == ()


def test_a_text_beside_a_threshold_is_stated_as_it_is_asked() -> None:
    plate = cp.facts(Plate)
    for asked, stated in ((plate.text == "母婴室", "母婴室"), (plate.text != "母婴室", "母婴室+")):
        cases = boundary_cases(plan_of(requires=cp.all_of(asked, plate.width >= 3)))
        assert cases.without == ()
        assert {case.subject.text for case in cases} == {stated}


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
        cases.check(by_assess(plan), without=cases.without)


# --- what costs too much is left, and said -----------------------------------------------------


def read_in(ways: int, *, under: tuple[str, str] | None = None) -> cp.Plan:
    """Make a plan of one rule whose parts are read in two ways each."""
    title = cp.Text(zh="方案", en="plan")
    options = (w.Option("a", title), w.Option("b", title))
    names = [f"q{n}" for n in range(ways)]
    asked: Any = room.private
    for name in names:  # one interpretation inside the option of another
        asked = w.ByReading(name, {"a": asked, "b": room.area_m2 >= 10 + int(name[1:])})
    return cp.Plan(
        id="read",
        document=w.Document(title=title, issuer=title),
        clauses=(CLAUSE,),
        interpretations=tuple(
            w.Interpretation(id=name, clauses=("1.a",), question=title, options=options)
            for name in names
        ),
        rules=(w.Rule(clause=CLAUSE, requires=asked, under=under),),
    )


def test_every_choice_of_a_few_readings_is_tried() -> None:
    # 2 ** 6 = 64 choices: the rule reads 7 different things, 6 of which have a threshold.
    cases = boundary_cases(read_in(6))
    assert {case.leaf for case in cases} == {room.area_m2 >= 10 + n for n in range(6)}
    assert cases.without == ()


def test_of_very_many_readings_one_at_a_time_is_tried_and_that_is_said() -> None:
    # 2 ** 7 = 128 choices: by default, and seven options beside the defaults.
    plan = read_in(7)
    cases = boundary_cases(plan)
    cases.check(by_assess(plan), without=cases.without)
    assert cases.without == ("1.a: q0 q1 q2 q3 q4 q5 q6",)
    others = [[name for name, one in case.readings.items() if one == "b"] for case in cases]
    assert all(len(names) == 1 for names in others)
    assert len(others) == 3 * 7  # below, at and above
    # A rule that stands under one option alone is tried under that one.
    alone = boundary_cases(read_in(7, under=("q6", "b")))
    assert {case.readings["q6"] for case in alone} == {"b"}


def test_so_many_subjects_are_tried_of_a_fact() -> None:
    # Of (n visitors or n m2) for n = 0..8 only the largest numbers decide: for the others, all
    # eight subjects tried fail, and they are listed.
    parts = [cp.any_of(venue.daily_visitors > n, venue.building_area_m2 > n) for n in range(9)]
    plan = plan_of(requires=cp.all_of(*parts))
    cases = boundary_cases(plan)
    cases.check(by_assess(plan), without=cases.without)
    assert {case.leaf for case in cases} == {venue.daily_visitors > 8, venue.building_area_m2 > 8}
    assert cases.without == ("1.a: daily_visitors", "1.a: building_area_m2")
