"""From when until when: what is in force on a day, what two things share, and how it is said."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import writing as w
from careplan.testing.drawn.dated import validities

YES, NO, UNKNOWN = cp.Truth.TRUE, cp.Truth.FALSE, cp.Truth.UNKNOWN
APRIL, MAY, JUNE = date(2024, 4, 1), date(2024, 5, 1), date(2024, 6, 30)


@pytest.mark.parametrize(
    ("held", "answers"),
    [
        # Both days belong to it: on the day before, the first, the last and the day after.
        (w.Validity(since=APRIL, until=JUNE), (NO, YES, YES, NO)),
        (w.Validity(since=APRIL), (NO, YES, YES, YES)),
        (w.Validity(until=JUNE), (YES, YES, YES, NO)),
        (w.Validity(), (YES,) * 4),
        (w.Validity(status=w.DRAFT), (NO,) * 4),
        (w.Validity(status=w.DRAFT, since=APRIL), (NO,) * 4),
        # Repealed, nobody knows when; or on a day that is known.
        (w.Validity(status=w.REPEALED), (UNKNOWN,) * 4),
        (w.Validity(status=w.REPEALED, since=APRIL), (NO, UNKNOWN, UNKNOWN, UNKNOWN)),
        (w.Validity(status=w.REPEALED, until=JUNE), (YES, YES, YES, NO)),
    ],
)
def test_in_force_on_a_day(held: w.Validity, answers: tuple[cp.Truth, ...]) -> None:
    days = (date(2024, 3, 31), APRIL, JUNE, date(2024, 7, 1))
    assert tuple(held.holds_on(day) for day in days) == answers


@pytest.mark.parametrize(
    ("held", "zh", "en"),
    [
        (w.Validity(), "施行", "in force"),
        (w.Validity(since=APRIL), "自2024年4月1日起", "from 1 April 2024"),
        (w.Validity(until=JUNE), "至2024年6月30日止", "until 30 June 2024"),
        (
            w.Validity(since=APRIL, until=JUNE),
            "2024年4月1日至2024年6月30日",
            "1 April 2024 to 30 June 2024",
        ),
        (
            w.Validity(since=APRIL, until=JUNE, precision=w.Precision.MONTH),
            "2024年4月至6月",
            "April to June 2024",
        ),
        (
            w.Validity(since=APRIL, until=APRIL, precision=w.Precision.MONTH),
            "2024年4月",
            "April 2024",
        ),
        (
            w.Validity(since=date(2023, 4, 1), until=JUNE, precision=w.Precision.MONTH),
            "2023年4月至2024年6月",
            "April 2023 to June 2024",
        ),
        (
            w.Validity(since=APRIL, until=JUNE, precision=w.Precision.QUARTER),
            "2024年第二季度",
            "second quarter of 2024",
        ),
        (
            w.Validity(since=date(2024, 1, 1), until=JUNE, precision=w.Precision.QUARTER),
            "2024年第一季度至第二季度",
            "first quarter to second quarter of 2024",
        ),
        (
            w.Validity(since=date(2023, 10, 1), until=JUNE, precision=w.Precision.QUARTER),
            "2023年第四季度至2024年第二季度",
            "fourth quarter of 2023 to second quarter of 2024",
        ),
        (w.Validity(status=w.DRAFT), "征求意见稿", "draft"),
        (
            w.Validity(status=w.REPEALED, until=JUNE),
            "已废止（至2024年6月30日止）",
            "repealed (until 30 June 2024)",
        ),
    ],
)
def test_words(held: w.Validity, zh: str, en: str) -> None:
    assert (held.told("zh"), held.told("en")) == (zh, en)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (w.DRAFT, w.Validity(status=w.DRAFT)),
        ((APRIL, None), w.Validity(since=APRIL)),
        ([None, JUNE], w.Validity(until=JUNE)),
        (w.one_day(MAY), w.Validity(since=MAY, until=MAY)),
        (
            w.month(2024, 4, until=6),
            w.Validity(since=APRIL, until=JUNE, precision=w.Precision.MONTH),
        ),
        (w.Validity(since=APRIL), w.Validity(since=APRIL)),
        (None, None),
    ],
)
def test_what_stands_for_a_validity(given: Any, kept: w.Validity | None) -> None:
    document = w.Document(title="方案", issuer="某县", in_force=given)
    assert document.in_force == kept
    clause = w.Clause("1", "一", w.MUST, w.Text(zh="甲"))
    assert w.Task(clause=clause, within=given).within == kept
    (drafted,) = _plan(given).tasks
    assert drafted.within == kept


def _plan(within: Any) -> cp.Plan:
    entry = w.clause("1", "一", w.MUST, "甲", w.task(lead=(), within=within))
    return cp.Plan.of("own", "方案", (entry,), issuer="某县")


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("2024", "in_force"),
        (5, "in_force"),
        ((APRIL,), "in_force"),
        ((JUNE, APRIL), "in_force.until"),
        (("2024-04-01", None), "in_force.since"),
        (w.Precision.DAY, "in_force"),
    ],
)
def test_refused(given: Any, path: str) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        w.Document(title="方案", issuer="某县", in_force=given)
    assert [problem.path for problem in refused.value.problems] == [path]


@pytest.mark.parametrize(
    ("held", "answers"),
    [
        # Begun by the day before, the first, the last and the day after: what ceased had begun.
        (w.Validity(since=APRIL, until=JUNE), (NO, YES, YES, YES)),
        (w.Validity(until=JUNE), (YES,) * 4),
        (w.Validity(status=w.DRAFT, since=APRIL), (NO,) * 4),
        (w.Validity(status=w.REPEALED), (UNKNOWN,) * 4),
        (w.Validity(status=w.REPEALED, since=APRIL), (NO, YES, YES, YES)),
        (w.Validity(status=w.REPEALED, until=JUNE), (YES,) * 4),
    ],
)
def test_begun_by_a_day(held: w.Validity, answers: tuple[cp.Truth, ...]) -> None:
    days = (date(2024, 3, 31), APRIL, JUNE, date(2024, 7, 1))
    assert tuple(held.begun_by(day) for day in days) == answers
    document = w.Document(title="方案", issuer="某县", in_force=held, issued_on=APRIL)
    assert tuple(document.begun_by(day) for day in days) == (NO, *answers[1:])
    assert w.Document(title="方案", issuer="某县").begun_by(JUNE) is UNKNOWN


@pytest.mark.parametrize(
    ("held", "written"),
    [
        (w.Validity(), "../.."),
        (w.Validity(since=APRIL, until=JUNE), "2024-04-01/2024-06-30"),
        (w.Validity(until=JUNE, status=w.DRAFT), "../2024-06-30 (draft)"),
    ],
)
def test_as_an_interval(held: w.Validity, written: str) -> None:
    assert held.interval() == written


@given(validities(), validities())
def test_two_things_meet_where_some_day_has_both(one: w.Validity, other: w.Validity) -> None:
    # Days are drawn from 2015 to 2030: a day of each span's ends and a day beyond are enough.
    ends = {end for held in (one, other) for end in (held.since, held.until) if end is not None}
    days = {date(2010, 1, 1), date(2040, 1, 1), *ends}
    both = any(NO not in (one.holds_on(day), other.holds_on(day)) for day in days)
    assert one.meets(other) is both
    assert other.meets(one) is both


@given(validities(), st.dates(date(2015, 1, 1), date(2030, 12, 31)))
def test_json_and_the_day(held: w.Validity, day: date) -> None:
    again = cp.codec.loads(cp.codec.dumps(held), w.Validity)
    assert (again, again.holds_on(day)) == (held, held.holds_on(day))


@pytest.mark.parametrize(
    ("document", "day", "answer"),
    [
        ({}, APRIL, UNKNOWN),
        ({"issued_on": MAY}, APRIL, NO),  # not before it is issued
        ({"issued_on": MAY}, MAY, UNKNOWN),
        ({"in_force": (JUNE, None), "issued_on": MAY}, MAY, NO),
        ({"in_force": w.IN_FORCE, "issued_on": MAY}, MAY, YES),
        ({"in_force": w.IN_FORCE, "issued_on": MAY}, APRIL, NO),
    ],
)
def test_a_document_on_a_day(document: dict[str, Any], day: date, answer: cp.Truth) -> None:
    assert w.Document(title="方案", issuer="某县", **document).holds_on(day) is answer


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("某政办〔2019〕7号", True),
        ("某政办[2019] 7号", True),
        ("某政办（2019）７号", True),
        ("某政办〔2019〕70号", False),
        ("方案", True),
        ("方", False),
    ],
)
def test_how_one_document_names_another(name: str, same: bool) -> None:
    document = w.Document(title="方案", issuer="某县", number="某政办〔2019〕7号")
    assert document.goes_by(name) is same


def test_the_five_documents_say_nothing_of_it() -> None:
    # Searched in the texts: none names a day it takes effect or ends; three are dated.
    plans = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]
    assert {plan.document.in_force for plan in plans} == {None}
    assert [plan.id for plan in plans if plan.document.issued_on is not None] == [
        "baodi_2020",
        "dawa_2023",
        "shiyan_2021",
    ]
    for plan in plans:
        assert "施行期：未载" in plan.explain("zh")
