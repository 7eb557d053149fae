"""Ages by the calendar: the third birthday is 36 months, never 36 times 30 days."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from careplan.base.errors import InvalidInput
from careplan.nouns.care.people import age_in_months

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("born_on", "on", "months"),
    [
        # The day of the birth, and the day before and of the first month.
        (date(2021, 5, 10), date(2021, 5, 10), 0),
        (date(2021, 5, 10), date(2021, 6, 9), 0),
        (date(2021, 5, 10), date(2021, 6, 10), 1),
        # The third birthday: before, at and after. Three years hold 1,095 or 1,096 days.
        (date(2021, 5, 10), date(2024, 5, 9), 35),
        (date(2021, 5, 10), date(2024, 5, 10), 36),
        (date(2021, 5, 10), date(2024, 5, 11), 36),
        (date(2020, 1, 1), date(2022, 12, 31), 35),
        (date(2020, 1, 1), date(2023, 1, 1), 36),
        # Born on 29 February: the birthday of other years is 28 February.
        (date(2020, 2, 29), date(2023, 2, 27), 35),
        (date(2020, 2, 29), date(2023, 2, 28), 36),
        (date(2020, 2, 29), date(2023, 3, 1), 36),
        (date(2020, 2, 29), date(2024, 2, 28), 47),
        (date(2020, 2, 29), date(2024, 2, 29), 48),
        # Born on 28 February of a common year: 28 February in a leap year too.
        (date(2021, 2, 28), date(2024, 2, 27), 35),
        (date(2021, 2, 28), date(2024, 2, 28), 36),
        # Born on a 31st: a month is complete on the last day of a shorter one.
        (date(2021, 1, 31), date(2021, 2, 27), 0),
        (date(2021, 1, 31), date(2021, 2, 28), 1),
        (date(2021, 1, 31), date(2021, 3, 30), 1),
        (date(2021, 1, 31), date(2021, 3, 31), 2),
        (date(2021, 1, 31), date(2021, 4, 29), 2),
        (date(2021, 1, 31), date(2021, 4, 30), 3),
        (date(2021, 12, 31), date(2022, 1, 1), 0),  # over the end of a year
        (date(2021, 12, 31), date(2022, 1, 31), 1),
    ],
)
def test_completed_months(born_on: date, on: date, months: int) -> None:
    assert age_in_months(born_on, on=on) == months


@given(DAYS, st.integers(0, 40_000))
def test_a_month_of_age_begins_and_ends_by_the_calendar(born_on: date, days: int) -> None:
    on = born_on + timedelta(days=days)
    months = age_in_months(born_on, on=on)
    # The calendar arithmetic of dateutil, counted from the birth.
    assert born_on + relativedelta(months=months) <= on
    assert on < born_on + relativedelta(months=months + 1)


@given(DAYS, st.integers(0, 400))
def test_an_age_changes_on_the_very_day(born_on: date, months: int) -> None:
    birthday = born_on + relativedelta(months=months)
    assert age_in_months(born_on, on=birthday) == months
    if months > 0:
        assert age_in_months(born_on, on=birthday - timedelta(days=1)) == months - 1


@given(DAYS, DAYS, DAYS)
def test_nobody_grows_younger(born_on: date, one: date, other: date) -> None:
    first, last = sorted((max(born_on, one), max(born_on, other)))
    assert age_in_months(born_on, on=first) <= age_in_months(born_on, on=last)


def test_the_ends_of_the_calendar() -> None:
    # 9,998 years and 11 months lie between 0001-01-01 and 9999-12-31.
    assert age_in_months(date.min, on=date.max) == 9_998 * 12 + 11
    assert age_in_months(date.max, on=date.max) == 0


def problems_of(born_on: Any, on: Any) -> list[tuple[str, str]]:
    """Return path and code of every problem a call raises."""
    with pytest.raises(InvalidInput) as error:
        age_in_months(born_on, on=on)
    return [(problem.path, problem.code) for problem in error.value.problems]


def test_the_day_before_the_birth() -> None:
    born_on = date(2021, 5, 10)
    assert problems_of(born_on, date(2021, 5, 9)) == [("on", "before_start")]
    with pytest.raises(InvalidInput, match="10 May 2021"):
        age_in_months(born_on, on=date(2021, 5, 9))
    assert age_in_months(born_on, on=born_on) == 0


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (None, "required"),
        (datetime(2021, 5, 10), "datetime_for_date"),  # noqa: DTZ001
        ("2021-05-10", "wrong_type"),
        (20210510, "wrong_type"),
        (True, "wrong_type"),
    ],
)
def test_only_dates_have_an_age(bad: object, code: str) -> None:
    good = date(2021, 5, 10)
    assert problems_of(bad, good) == [("born_on", code)]
    assert problems_of(good, bad) == [("on", code)]
    assert problems_of(bad, bad) == [("born_on", code), ("on", code)]  # both at once
