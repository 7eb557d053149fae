"""The plans on premises, rooms and law as a whole: nothing left open, each with its pages."""

from datetime import date, timedelta

import pytest

import careplan as cp
from careplan.audit import find_flaws

# Which of them rest on one page: fs.floor and jgj.small.area are corroborated.
CORROBORATED = {"national_fire_guide_2022", "national_design_2019"}
PLANS = (
    "beijing_rooms_2017", "national_childcare_bill_2025", "national_civil_code_2020",
    "national_credit_code_2015", "national_design_2019", "national_fire_code_2018",
    "national_fire_guide_2022", "national_five_year_2021", "national_market_2021",
    "national_population_law_2021", "national_rooms_2016", "national_video_2025",
    "national_women_2012", "tianjin_feeding_2022",
)  # fmt: skip


@pytest.mark.parametrize("plan_id", PLANS)
def test_each_clause_is_encoded_or_declined(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    assert plan.id == plan_id
    assert plan.coverage().complete
    assert plan.document.in_force is not None
    assert set(plan.document.parallels) <= set(cp.national_plan_ids()) - {plan_id}


@pytest.mark.parametrize("plan_id", PLANS)
def test_each_clause_says_how_well_it_is_known(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    supports = {plan.show(one.number).known_from.support.value for one in plan.clauses}
    assert supports - {"unseen"} == ({"corroborated"} if plan_id in CORROBORATED else {"solid"})


@pytest.mark.parametrize("plan_id", PLANS)
def test_nothing_in_it_is_wrong(plan_id: str) -> None:
    found = find_flaws(cp.get_plan(plan_id))
    assert [flaw for flaw in found if flaw.severity.value == "error"] == []
    # What binds and rests on one page is named, and nothing else is.
    warned = {flaw.code for flaw in found if flaw.severity.value == "warning"}
    assert warned == ({"not_solid"} if plan_id in CORROBORATED else set())


# The days two of the texts were published on, as their pages have them.
@pytest.mark.parametrize(
    ("plan_id", "day"),
    [
        ("national_population_law_2021", date(2021, 8, 20)),
        ("national_women_2012", date(2012, 4, 28)),
    ],
)
def test_a_text_is_not_in_force_before_it_was_published(plan_id: str, day: date) -> None:
    plan = cp.get_plan(plan_id)
    assert cp.in_force([plan], day - timedelta(days=1)) == ()
    assert cp.in_force([plan], day) == (plan,)
