"""Time limits and the days that are worked: what they say, how they count, what is refused."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import writing as w
from careplan.documents.authorities.workdays import WorkCalendar

YES, NO, UNKNOWN = cp.Truth.TRUE, cp.Truth.FALSE, cp.Truth.UNKNOWN
# The autumn holiday of 2025 as it was announced: 1 to 8 October off, two weekend days made up.
AUTUMN = WorkCalendar(
    off={date(2025, 10, day) for day in range(1, 9)},
    made_up=[date(2025, 9, 28), date(2025, 10, 11)],
    known=(date(2025, 9, 1), date(2025, 10, 31)),
)


@pytest.mark.parametrize(
    ("limit", "zh", "en"),
    [
        (w.limit(5, w.WORKING_DAYS), "5个工作日内", "within 5 working days"),
        (w.limit(1, w.WORKING_DAYS), "1个工作日内", "within 1 working day"),
        (w.limit(30, w.DAYS), "30日内", "within 30 days"),
        (w.limit(1, w.DAYS), "1日内", "within 1 day"),
        (w.limit(6, w.MONTHS), "6个月内", "within 6 months"),
        (w.limit(1, w.MONTHS), "1个月内", "within 1 month"),
        (w.limit(2, w.YEARS), "2年内", "within 2 years"),
        (w.limit(1, w.YEARS), "1年内", "within 1 year"),
        (
            w.limit(5, w.DAYS, counted_from=("收到之日", "receipt")),
            "自收到之日起5日内",
            "within 5 days of receipt",
        ),
        (
            w.limit(5, w.DAYS, counted_from="收到之日"),
            "自收到之日起5日内",
            "within 5 days of 收到之日 [zh]",
        ),
    ],
)
def test_words(limit: w.Limit, zh: str, en: str) -> None:
    assert (limit.told("zh"), limit.told("en")) == (zh, en)


@pytest.mark.parametrize(
    ("start", "limit", "last"),
    [
        (date(2024, 8, 31), w.limit(6, w.MONTHS), date(2025, 2, 28)),  # no 31 February
        (date(2024, 2, 29), w.limit(12, w.MONTHS), date(2025, 2, 28)),
        (date(2024, 2, 29), w.limit(1, w.YEARS), date(2025, 2, 28)),
        (date(2024, 2, 29), w.limit(4, w.YEARS), date(2028, 2, 29)),
        (date(2025, 9, 2), w.limit(30, w.DAYS), date(2025, 10, 2)),  # the 2nd is not counted
        (date(2025, 9, 2), w.limit(1, w.DAYS), date(2025, 9, 3)),
        (date(9999, 12, 1), w.limit(1, w.MONTHS), None),
        (date(9999, 12, 31), w.limit(1, w.DAYS), None),
        (date(2025, 9, 2), w.limit(1, w.WORKING_DAYS), None),
    ],
)
def test_reckoned_by_the_calendar_alone(start: date, limit: w.Limit, last: date | None) -> None:
    assert limit.reckoned(start) == last


@pytest.mark.parametrize(
    ("made", "paths"),
    [
        ((0, w.DAYS), ["number"]),
        ((True, w.DAYS), ["number"]),
        ((2.5, w.DAYS), ["number"]),
        ((None, w.DAYS), ["number"]),
        ((5, "days"), ["unit"]),
        ((0, None), ["number", "unit"]),
        ((36_501, w.WORKING_DAYS), ["number"]),
        ((1_201, w.MONTHS), ["number"]),
        ((101, w.YEARS), ["number"]),
    ],
)
def test_refused_limits(made: Any, paths: list[str]) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        w.limit(*made)
    assert [problem.path for problem in refused.value.problems] == paths


@pytest.mark.parametrize("number", [36_500, 36_500 - 1, 1])
def test_a_century_is_the_most(number: int) -> None:
    assert w.limit(number, w.DAYS).number == number


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2025, 9, 26), YES),  # a Friday
        (date(2025, 9, 27), NO),  # a Saturday
        (date(2025, 9, 28), YES),  # a Sunday made up
        (date(2025, 10, 1), NO),
        (date(2025, 10, 8), NO),  # a Wednesday off
        (date(2025, 10, 9), YES),
        (date(2025, 10, 31), YES),  # the last day it covers, a Friday
        (date(2025, 11, 1), UNKNOWN),
        (date(2025, 8, 31), UNKNOWN),
    ],
)
def test_days_worked(day: date, worked: cp.Truth) -> None:
    assert AUTUMN.works_on(day) is worked


def test_days_may_come_as_a_set_a_list_or_keys() -> None:
    first = date(2025, 10, 1)
    span = (date(2025, 9, 1), date(2025, 10, 31))
    named = {first: "国庆节", date(2025, 10, 2): "国庆节"}
    made = [WorkCalendar(off=off, known=span) for off in (named, set(named), named.keys())]
    made.append(WorkCalendar(off=tuple(named), known=span))
    assert made[1:] == made[:-1]
    assert made[0].off == (first, date(2025, 10, 2))


@pytest.mark.parametrize(
    ("facts", "paths"),
    [
        ({}, ["known"]),
        ({"known": (date(2025, 1, 1),)}, ["known"]),
        ({"known": (date(2025, 2, 1), date(2025, 1, 1))}, ["known"]),
        ({"known": (date(2025, 2, 1), None)}, ["known[1]"]),
        ({"off": [date(2026, 1, 1)]}, ["off[0]"]),
        ({"made_up": [date(2026, 1, 3)]}, ["made_up[0]"]),
        ({"off": [date(2025, 1, 4)], "made_up": [date(2025, 1, 4)]}, ["made_up[0]"]),
        ({"off": [date(2025, 1, 4)] * 2}, ["off"]),
        ({"off": ["2025-01-04", 5]}, ["off[0]", "off[1]"]),
        ({"off": {"2025-01-04"}}, ["off[0]"]),
        ({"off": 5, "made_up": None}, ["off", "made_up"]),
    ],
)
def test_refused_calendars(facts: dict[str, Any], paths: list[str]) -> None:
    year = {"known": (date(2025, 1, 1), date(2025, 12, 31))}
    with pytest.raises(cp.InvalidInput) as refused:
        WorkCalendar(**({**year, **facts} if facts else {"known": None}))
    assert [problem.path for problem in refused.value.problems] == paths


def test_json() -> None:
    for one in (AUTUMN, w.limit(5, w.DAYS, counted_from="收到之日", since="file")):
        assert cp.codec.loads(cp.codec.dumps(one), type(one)) == one


DAYS = [date(2025, 9, 1) + timedelta(days=number) for number in range(61)]
_CALENDARS = st.builds(
    lambda off, up: WorkCalendar(off=off - up, made_up=up, known=(DAYS[0], DAYS[-1])),
    st.sets(st.sampled_from(DAYS)),
    st.sets(st.sampled_from(DAYS)),
)


@given(_CALENDARS, st.sampled_from(DAYS), st.integers(1, 50))
def test_working_days_are_counted_one_by_one(
    calendar: WorkCalendar, start: date, number: int
) -> None:
    # The list of all days worked after the start: the answer is the one at its place.
    off, up = {*calendar.off}, {*calendar.made_up}
    worked = [
        day
        for day in DAYS
        if day > start and day not in off and (day.isoweekday() < 6 or day in up)
    ]
    expected = worked[number - 1] if number <= len(worked) else None
    assert calendar.counted(number, start) == expected


@given(_CALENDARS, st.sampled_from(DAYS))
def test_the_first_day_worked_from_a_day_on(calendar: WorkCalendar, day: date) -> None:
    found = calendar.first_from(day)
    before = DAYS[DAYS.index(day) : DAYS.index(found) if found is not None else None]
    assert all(calendar.works_on(one) is NO for one in before)
    assert found is None or calendar.works_on(found) is YES


def test_the_end_of_time() -> None:
    last = WorkCalendar(off=[date(9999, 12, 31)], known=(date(9999, 12, 1), date.max))
    assert last.first_from(date.max) is None
    assert last.counted(1, date(9999, 12, 30)) is None
    assert last.counted(1, date.max) is None


def test_days_are_in_order_however_they_are_given() -> None:
    first, second = date(2025, 10, 1), date(2025, 10, 2)
    known = (date(2025, 9, 1), date(2025, 10, 31))
    calendars = [
        cp.WorkCalendar(off=days, known=known)
        for days in ([second, first], (second, first), {second, first}, {second: 1, first: 1})
    ]
    assert {one.off for one in calendars} == {(first, second)}
    assert cp.codec.loads(cp.codec.dumps(calendars[0]), cp.WorkCalendar) == calendars[0]
