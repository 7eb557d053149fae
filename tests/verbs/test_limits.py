"""By which day a limit ends: counted, moved off days off, and open where no calendar says."""

from datetime import date, datetime
from typing import Any

import pytest
from small_plans import MUST

import careplan as cp
from careplan import writing as w

# Thursday 2 January 2025 to the end of the month; the spring holiday begins on the 28th.
JANUARY = cp.WorkCalendar(
    off=[date(2025, 1, day) for day in range(28, 32)],
    made_up=[date(2025, 1, 26)],
    known=(date(2025, 1, 2), date(2025, 1, 31)),
)


@pytest.mark.parametrize(
    ("limit", "start", "counted_to", "day"),
    [
        # Friday the 3rd is the start; Monday to Friday are counted.
        (w.limit(5, w.WORKING_DAYS), date(2025, 1, 3), date(2025, 1, 10), date(2025, 1, 10)),
        (w.limit(1, w.WORKING_DAYS), date(2025, 1, 3), date(2025, 1, 6), date(2025, 1, 6)),
        # A start on a day off counts from the next day on as well.
        (w.limit(1, w.WORKING_DAYS), date(2025, 1, 4), date(2025, 1, 6), date(2025, 1, 6)),
        # Sunday the 26th is made up.
        (w.limit(1, w.WORKING_DAYS), date(2025, 1, 24), date(2025, 1, 26), date(2025, 1, 26)),
        (w.limit(30, w.WORKING_DAYS), date(2025, 1, 3), None, None),
        # Days: ends on Saturday the 11th, so on Monday the 13th.
        (w.limit(8, w.DAYS), date(2025, 1, 3), date(2025, 1, 11), date(2025, 1, 13)),
        (w.limit(7, w.DAYS), date(2025, 1, 3), date(2025, 1, 10), date(2025, 1, 10)),
        # The holiday goes on beyond what is known.
        (w.limit(25, w.DAYS), date(2025, 1, 3), date(2025, 1, 28), None),
        (w.limit(1, w.YEARS), date(2025, 1, 3), date(2026, 1, 3), None),
    ],
)
def test_the_last_day(
    limit: w.Limit, start: date, counted_to: date | None, day: date | None
) -> None:
    due = cp.due_on(limit, start, JANUARY)
    assert (due.counted_to, due.day) == (counted_to, day)
    assert due.missing == (() if day is not None else ("calendar",))


def test_without_a_calendar_nobody_knows_the_days_off() -> None:
    assert cp.due_on(w.limit(8, w.DAYS), date(2025, 1, 3)).counted_to == date(2025, 1, 11)
    for limit in (w.limit(8, w.DAYS), w.limit(8, w.WORKING_DAYS)):
        assert cp.due_on(limit, date(2025, 1, 3)).day is None


def test_what_has_a_limit_may_be_asked_itself() -> None:
    step = w.Step(
        clause=MUST,
        key="file",
        action=w.Text(zh="备案"),
        actor=cp.Party.INSTITUTION,
        before=cp.Body.HEALTH,
        limit=w.limit(5, w.WORKING_DAYS),
    )
    assert cp.due_on(step, date(2025, 1, 3), JANUARY).day == date(2025, 1, 10)


def test_words() -> None:
    five = w.limit(5, w.WORKING_DAYS, counted_from=("收到之日", "receipt"))
    due = cp.due_on(five, date(2025, 1, 3), JANUARY)
    assert due.explain("zh") == "最迟2025年1月10日（自收到之日起5个工作日内，起算日2025年1月3日）"
    assert (
        due.explain("en")
        == "by 10 January 2025 (within 5 working days of receipt, from 3 January 2025)"
    )
    open_still = cp.due_on(five, date(2025, 1, 30), JANUARY)
    assert "工作日历未覆盖" in open_still.explain("zh")
    days = cp.due_on(w.limit(25, w.DAYS), date(2025, 1, 3), JANUARY)
    assert days.explain("en") == (
        "Not settled: within 25 days (from 3 January 2025) ends on 28 January 2025, "
        "or on the first day worked after it "
        "if that is a day off: no calendar given says"
    )


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ((5, date(2025, 1, 3)), "limit"),
        ((None, date(2025, 1, 3)), "limit"),
        ((w.Rule(clause=MUST, requires=cp.all_of()), date(2025, 1, 3)), "limit"),  # it has none
        ((w.limit(5, w.DAYS), "2025-01-03"), "start"),
        ((w.limit(5, w.DAYS), datetime(2025, 1, 3)), "start"),  # noqa: DTZ001 - refused for its time
        ((w.limit(5, w.DAYS), None), "start"),
        ((w.limit(5, w.DAYS), date(2025, 1, 3), [date(2025, 1, 4)]), "calendar"),
        ((w.limit(5, w.YEARS), date(9996, 1, 3)), "start"),
    ],
)
def test_refused(arguments: Any, path: str) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        cp.due_on(*arguments)
    assert [problem.path for problem in refused.value.problems] == [path]


@pytest.mark.parametrize("calendar", [None, JANUARY])
@pytest.mark.parametrize("limit", [w.limit(8, w.DAYS), w.limit(3, w.WORKING_DAYS)])
def test_json(limit: w.Limit, calendar: cp.WorkCalendar | None) -> None:
    due = cp.due_on(limit, date(2025, 1, 3), calendar)
    assert cp.codec.loads(cp.codec.dumps(due), type(due)) == due


@pytest.mark.parametrize(
    ("limit", "changed"),
    [
        (w.limit(8, w.DAYS), {"counted_to": "2025-01-12"}),  # eight days after the 3rd: the 11th
        (w.limit(8, w.DAYS), {"day": "2025-01-10"}),
        (w.limit(3, w.WORKING_DAYS), {"counted_to": "2025-01-10"}),
        (w.limit(3, w.WORKING_DAYS), {"day": "2025-01-02", "counted_to": "2025-01-02"}),
    ],
)
def test_an_answer_that_does_not_count_is_refused(limit: w.Limit, changed: Any) -> None:
    due = cp.due_on(limit, date(2025, 1, 3), JANUARY)
    with pytest.raises(cp.InvalidInput):
        cp.codec.structure({**cp.codec.unstructure(due), **changed}, type(due))


@pytest.mark.parametrize("day", [None, "2025-01-03", 5, datetime(2025, 1, 3)])  # noqa: DTZ001 - refused
def test_what_is_no_day_is_in_no_calendar_and_in_no_validity(day: Any) -> None:
    calendar = cp.WorkCalendar(known=(date(2025, 1, 1), date(2025, 1, 31)))
    document = w.Document(title="办法", issuer="某县", issued_on=date(2025, 1, 1))
    validity = w.Validity(since=date(2025, 1, 1))
    for ask in (calendar.works_on, document.holds_on, validity.holds_on):
        with pytest.raises(cp.InvalidInput) as refused:
            ask(day)
        assert [problem.path for problem in refused.value.problems] == ["day"]
