"""Registration and filing of 2019: who registers, which steps follow, and by which day.

The days are those of the announced holidays: 5 working days for the receipt, 15 for a reasoned
notice, counted from the day after the materials are received.
"""

from datetime import date
from typing import Any

import pytest
from outside.national_filing_2019 import (
    AUTUMN_2025,
    PLAN,
    SPRING_2022,
    SPRING_2024,
    SPRING_2025,
    Founder,
)

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws

Body, Form = cp.Body, cp.LegalForm
NON_PROFIT, FOR_PROFIT = cp.ProfitStatus.NON_PROFIT, cp.ProfitStatus.FOR_PROFIT


def path(**facts: Any) -> Any:
    """Return the only path of a founder for profit with these facts."""
    (only,) = cp.registration_paths(Founder(profit_status=FOR_PROFIT, **facts), PLAN).paths
    return only


@pytest.mark.parametrize(
    ("facts", "registrar"),
    [
        ({"profit_status": NON_PROFIT, "legal_form": Form.PUBLIC_INSTITUTION}, Body.STAFFING),
        (
            {"profit_status": NON_PROFIT, "legal_form": Form.SOCIAL_SERVICE_ORGANISATION},
            Body.CIVIL_AFFAIRS,
        ),
        ({"profit_status": FOR_PROFIT}, Body.MARKET_REGULATION),
    ],
)
def test_who_registers(facts: dict[str, Any], registrar: cp.Body) -> None:
    found = cp.registration_paths(Founder(**facts), PLAN)
    assert [one.registrar for one in found.paths] == [registrar]
    assert found.paths[0].business_scope == "托育服务"
    assert found.missing == ()  # whether meals are served narrows no path


@pytest.mark.parametrize(
    ("received", "receipt", "notice", "calendar"),
    [
        (date(2022, 1, 28), date(2022, 2, 9), date(2022, 2, 23), SPRING_2022),
        (date(2024, 2, 7), date(2024, 2, 20), date(2024, 3, 5), SPRING_2024),
        (date(2025, 9, 26), date(2025, 10, 10), date(2025, 10, 23), AUTUMN_2025),
    ],
)
def test_working_days(
    received: date, receipt: date, notice: date, calendar: cp.WorkCalendar
) -> None:
    assert cp.due_on(w.limit(5, w.WORKING_DAYS), received, calendar).day == receipt
    assert cp.due_on(w.limit(15, w.WORKING_DAYS), received, calendar).day == notice
    # The same on the path: the materials are received on the day they are filed.
    due = path(serves_meals=False).due(None, calendar, done={"file": received})
    assert (due["receipt"].day, due["notice"].day) == (receipt, notice)
    assert due["receipt"].at_latest is False


@pytest.mark.parametrize(
    ("event", "before", "after"),
    [
        (date(2025, 9, 2), date(2025, 10, 2), date(2025, 10, 9)),
        (date(2025, 9, 5), date(2025, 10, 5), date(2025, 10, 9)),
    ],
)
def test_days_of_the_calendar(event: date, before: date, after: date) -> None:
    due = cp.due_on(w.limit(30, w.DAYS), event, AUTUMN_2025)
    assert (due.counted_to, due.day) == (before, after)


@pytest.mark.parametrize(("start", "months"), [(date(2024, 8, 31), 6), (date(2024, 2, 29), 12)])
def test_months(start: date, months: int) -> None:
    # Both end on 28 February 2025, a Friday.
    due = cp.due_on(w.limit(months, w.MONTHS), start, SPRING_2025)
    assert (due.counted_to, due.day) == (date(2025, 2, 28),) * 2


def test_steps_of_an_institution_that_serves_no_meals() -> None:
    steps = path(serves_meals=False)
    assert [step.id for step in steps.next()] == ["register"]
    assert {step.id for step in steps.next({"register"})} == {"push", "file"}
    filed = {"register", "push", "file"}
    # Health issues the receipt or, instead, the notice.
    assert [step.id for step in steps.next(filed)] == ["receipt", "notice"]
    assert steps.next({*filed, "receipt"}) == steps.next({*filed, "notice"}) == ()
    # A change of the registration has the filing updated, once there is a receipt.
    assert [step.id for step in steps.standing({*filed, "receipt"})] == ["update"]
    assert steps.standing({*filed, "notice"}) == ()


def test_meals_take_a_food_licence_before_filing() -> None:
    serving = path(serves_meals=True)
    assert {step.id for step in serving.next({"register"})} == {"push", "food_licence"}
    unknown = path()
    (licence,) = (step for step in unknown.steps if step.id == "food_licence")
    assert (licence.missing, unknown.missing) == (("serves_meals",), ("serves_meals",))
    assert cp.describe(licence.condition, "en") == "serves meals"
    assert "提供餐饮服务" in cp.describe(licence.condition, "zh")
    filing = next(step for step in path(serves_meals=False).steps if step.id == "file")
    assert filing.after == ("register",)


def test_what_is_asked_of_health() -> None:
    asked = PLAN.tasks_of(Body.HEALTH)
    assert {one.number for one in asked} >= {"6", "7"}
    assert cp.due_on(PLAN.registration.steps[4], date(2022, 1, 28), SPRING_2022).day == date(  # type: ignore[union-attr]  # it has one
        2022, 2, 9
    )


def test_materials() -> None:
    answers = dict.fromkeys(("licence", "premises", "staff", "health", "fire"), True)
    form = PLAN.forms["materials"]
    assert cp.check_form(form, {**answers, "meals": "不供餐"}).problems == ()
    found = cp.check_form(form, {**answers, "meals": "供餐"})
    assert [problem.path for problem in found.problems] == ["food"]


def test_nothing_is_left_out_and_nothing_at_odds() -> None:
    assert PLAN.coverage().complete
    assert find_flaws(PLAN) == ()
