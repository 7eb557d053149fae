"""The rates of places with facilities by year, and the slots per thousand of the five-year plan."""

from datetime import date
from decimal import Decimal

import pytest

import careplan as cp

MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
ROOMS, BEIJING = cp.get_plan("national_rooms_2016"), cp.get_plan("beijing_rooms_2017")
TIANJIN, FIVE_YEAR = cp.get_plan("tianjin_feeding_2022"), cp.get_plan("national_five_year_2021")


def reached(target: cp.writing.Target, year: int, value: float | Decimal) -> cp.Outcome:
    """Return what a figure of a year's end comes to."""
    day = date(year, 12, 31)
    return cp.track_progress(target, [cp.Measurement(on=day, value=value)], on=day).outcome


# mb.2016, mb.2018, mb.2020; bj.2017, bj.2018; tj.mb2025
RATES = [
    (ROOMS, 2016, 50), (ROOMS, 2018, 80), (ROOMS, 2020, 100),
    (BEIJING, 2017, 60), (BEIJING, 2018, 80), (TIANJIN, 2025, 80),
]  # fmt: skip


@pytest.mark.parametrize(("plan", "year", "percent"), RATES)
def test_a_rate_is_due_by_the_end_of_its_year(plan: cp.Plan, year: int, percent: int) -> None:
    target = plan.targets["equipped"]
    below = Decimal(percent) - Decimal("0.01")
    assert reached(target, year, percent) is MET
    assert reached(target, year, below) is NOT_MET
    above = min(Decimal(100), Decimal(percent) + Decimal("0.01"))  # no rate is more than all
    assert reached(target, year, above) is MET


@pytest.mark.parametrize("plan", [ROOMS, BEIJING, TIANJIN])
def test_no_other_rate_is_due(plan: cp.Plan) -> None:
    own = [(one.due, one.value) for one in plan.targets["equipped"].milestones]
    assert own == [(date(year, 12, 31), rate) for known, year, rate in RATES if known is plan]


def test_the_rate_of_2016_is_of_other_places() -> None:
    # mb.2016: 省会机场及主要火车站以外的公共场所
    scopes = [one.scope.zh for one in ROOMS.targets["equipped"].milestones if one.scope]
    assert scopes == [
        "省会机场、主要火车站以外的公共场所", "应配置的公共场所", "应配置的公共场所（基本达到）",
    ]  # fmt: skip


def test_beijing_strives_for_its_rates() -> None:
    strengths = {one.strength.value for one in BEIJING.targets["equipped"].milestones}
    assert strengths == {"striven_for"}  # the copy: 力争到2017年底


# p14.slots: at least 4.5 by the end of 2025
@pytest.mark.parametrize(("value", "outcome"), [("4.49", NOT_MET), ("4.5", MET), ("4.51", MET)])
def test_slots_per_thousand(value: str, outcome: cp.Outcome) -> None:
    assert reached(FIVE_YEAR.targets["slots_per_thousand"], 2025, Decimal(value)) is outcome


def test_what_there_was_in_2020_is_due_from_nobody() -> None:
    base, goal = FIVE_YEAR.targets["slots_per_thousand"].milestones
    # By p14.base 1.8 in 2020, by p14.slots 4.5
    assert (base.due, base.value, base.strength.value) == (
        date(2020, 12, 31), Decimal("1.8"), "expected",
    )  # fmt: skip
    assert (goal.value, goal.strength.value) == (Decimal("4.5"), "binding")
    assert FIVE_YEAR.show("slots.2020").known_from.facts == ("p14.base",)


def test_the_slots_that_a_population_needs() -> None:
    goal = FIVE_YEAR.targets["slots_per_thousand"].milestones[-1].value
    assert isinstance(goal, Decimal)
    assert cp.slots_required(350_000, per_thousand=goal) == 1_575  # 350 x 4.5
    assert cp.slots_required(350_001, per_thousand=goal) == 1_576  # one more person, rounded up
