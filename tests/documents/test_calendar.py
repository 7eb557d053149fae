"""Periods, duties that come back, and the agenda of plans; no day is invented."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import attrs
import pytest
from goals import one_figure
from hypothesis import given
from hypothesis import strategies as st
from small_plans import clauses_of

import careplan as cp
from careplan import writing as w
from careplan.base.errors import AmbiguousTruth, InvalidInput, NotFound
from careplan.base.text import Text
from careplan.documents.authorities.calendar import Deadline, Duty, Interval, Stage
from careplan.documents.clauses import (
    Document,
    Interpretation,
    Modality,
    Option,
    by_number,
)
from careplan.documents.periods import Period, Precision, month, one_day
from careplan.documents.plan import Plan
from careplan.documents.scales.ledgers import Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone
from careplan.documents.scales.targets import Target
from careplan.nouns.counts import Measure
from careplan.verbs.agenda import Agenda, agenda, next_due

DAY = timedelta(days=1)


# --- periods ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "number", "until", "start", "end"),
    [
        (2021, 6, None, date(2021, 6, 1), date(2021, 6, 30)),
        (2021, 6, 9, date(2021, 6, 1), date(2021, 9, 30)),
        (2021, 6, 6, date(2021, 6, 1), date(2021, 6, 30)),
        (2021, 2, None, date(2021, 2, 1), date(2021, 2, 28)),
        (2024, 2, None, date(2024, 2, 1), date(2024, 2, 29)),  # a leap year
        (2021, 12, None, date(2021, 12, 1), date(2021, 12, 31)),
        (2021, 1, 12, date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_months(year: int, number: int, until: int | None, start: date, end: date) -> None:
    assert month(year, number, until=until) == Period(start, end, Precision.MONTH)


def test_a_day() -> None:
    assert one_day(date(2021, 6, 30)) == Period(date(2021, 6, 30), date(2021, 6, 30), Precision.DAY)


@pytest.mark.parametrize(
    ("start", "end", "overlaps"),
    [
        # June 2021 is 1 to 30 June.
        (date(2021, 5, 1), date(2021, 5, 31), False),
        (date(2021, 5, 1), date(2021, 6, 1), True),
        (date(2021, 6, 10), date(2021, 6, 10), True),
        (date(2021, 6, 30), date(2021, 7, 1), True),
        (date(2021, 7, 1), date(2021, 7, 31), False),
        (date(2021, 1, 1), date(2021, 12, 31), True),
    ],
)
def test_overlaps_at_the_edges(start: date, end: date, overlaps: bool) -> None:
    june = month(2021, 6)
    assert june.overlaps(start, end) is overlaps
    assert Period(start, end, Precision.DAY).overlaps(june.start, june.end) is overlaps


# --- intervals -------------------------------------------------------------------------------

MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY = Interval(1), Interval(3), Interval(6), Interval(12)


@pytest.mark.parametrize(
    ("every", "done", "due"),
    [
        (YEARLY, date(2021, 6, 30), date(2022, 6, 30)),
        (YEARLY, date(2024, 2, 29), date(2025, 2, 28)),  # no 29 February in 2025
        (YEARLY, date(2023, 2, 28), date(2024, 2, 28)),  # and none gained in 2024
        (Interval(48), date(2024, 2, 29), date(2028, 2, 29)),
        (QUARTERLY, date(2021, 11, 30), date(2022, 2, 28)),
        (QUARTERLY, date(2023, 11, 30), date(2024, 2, 29)),
        (QUARTERLY, date(2021, 11, 28), date(2022, 2, 28)),
        (MONTHLY, date(2021, 1, 31), date(2021, 2, 28)),
        (MONTHLY, date(2021, 1, 30), date(2021, 2, 28)),
        (MONTHLY, date(2021, 1, 28), date(2021, 2, 28)),
        (MONTHLY, date(2021, 3, 31), date(2021, 4, 30)),
        (MONTHLY, date(2021, 2, 28), date(2021, 3, 28)),  # a month's end is not kept
        (MONTHLY, date(2021, 12, 31), date(2022, 1, 31)),
    ],
)
def test_one_interval_later(every: Interval, done: date, due: date) -> None:
    assert every.after(done) == due


def quarter(year: int, number: int) -> Period:
    """Return a quarter by hand."""
    starts = [(1, 1), (4, 1), (7, 1), (10, 1)]
    ends = [(3, 31), (6, 30), (9, 30), (12, 31)]
    first, last = starts[number - 1], ends[number - 1]
    return Period(date(year, *first), date(year, *last), Precision.QUARTER)


def year_of(year: int) -> Period:
    """Return a year by hand."""
    return Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


@pytest.mark.parametrize(
    ("every", "start", "end", "periods"),
    [
        # One day at each edge of a quarter.
        (QUARTERLY, date(2021, 3, 31), date(2021, 3, 31), [quarter(2021, 1)]),
        (QUARTERLY, date(2021, 4, 1), date(2021, 4, 1), [quarter(2021, 2)]),
        (QUARTERLY, date(2021, 3, 31), date(2021, 4, 1), [quarter(2021, 1), quarter(2021, 2)]),
        (QUARTERLY, date(2021, 6, 1), date(2021, 12, 31), [quarter(2021, n) for n in (2, 3, 4)]),
        (QUARTERLY, date(2021, 12, 31), date(2022, 1, 1), [quarter(2021, 4), quarter(2022, 1)]),
        (YEARLY, date(2021, 12, 31), date(2021, 12, 31), [year_of(2021)]),
        (YEARLY, date(2021, 12, 31), date(2022, 1, 1), [year_of(2021), year_of(2022)]),
        (MONTHLY, date(2024, 2, 10), date(2024, 3, 1), [month(2024, 2), month(2024, 3)]),
        (
            HALF_YEARLY,
            date(2021, 6, 30),
            date(2021, 7, 1),
            [month(2021, 1, until=6), month(2021, 7, until=12)],
        ),
        # The last year of the calendar has no day after it.
        (YEARLY, date.max, date.max, [year_of(9999)]),
        (QUARTERLY, date.max, date.max, [quarter(9999, 4)]),
        (YEARLY, date.min, date.min, [year_of(1)]),
    ],
)
def test_periods_that_touch_a_span(
    every: Interval, start: date, end: date, periods: list[Period]
) -> None:
    assert list(every.periods(start, end)) == periods


SPANS = st.tuples(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 1000))


@given(st.sampled_from([1, 2, 3, 4, 6, 12]), SPANS)
def test_periods_cover_a_span_without_a_hole(months: int, span: tuple[date, int]) -> None:
    start, end = span[0], span[0] + span[1] * DAY
    periods = Interval(months).periods(start, end)
    assert periods[0].start <= start <= periods[0].end
    assert periods[-1].start <= end <= periods[-1].end
    for one, after in pairwise(periods):
        assert one.end + DAY == after.start
    for one in periods:
        assert (one.start.day, one.start.month % months) == (1, 1 % months)
        assert Interval(months).after(one.start) == one.end + DAY


# --- the agenda ------------------------------------------------------------------------------


def text(name: str) -> Text:
    """Make a title that both languages can be recognised by."""
    return Text(zh=f"{name}（中）", en=f"{name} (en)")


CLAUSES = clauses_of(
    *((str(n), f"第{n}条", Modality.MUST, f"摘要{n}", f"Summary {n}.") for n in range(1, 9))
)
C = by_number(CLAUSES)
PREPARE = Stage(clause=C["1"], key="prepare", title=text("prepare"), period=month(2021, 6))
CARRY_OUT = Stage(
    clause=C["2"], key="carry_out", title=text("carry out"), period=month(2021, 6, until=9)
)
LIST_DUE = Deadline(
    clause=C["3"], key="list", title=text("list"), period=one_day(date(2021, 6, 30))
)
REPORT = Duty(
    clause=C["4"], key="report", title=text("report"), every=QUARTERLY
)  # from no stage: always
CHECK = Duty(
    clause=C["5"],
    key="check",
    title=text("check"),
    every=MONTHLY,
    within=month(2021, 6, until=9),
)
MEET = Duty(clause=C["6"], key="meet", title=text("meet"), within=month(2021, 6, until=9))
PATROL = Duty(clause=C["6"], key="patrol", title=text("patrol"))


def target(key: str, due: date | None, precision: Precision | None) -> Target:
    """Make a target of one figure."""
    return one_figure(
        clause=C["7"],
        key=key,
        title=text(key),
        measure=Measure.COUNT,
        value=1,
        due=due,
        precision=precision,
    )


SLOTS = Ledger(
    clause=C["8"],
    key="slots",
    title=text("slots"),
    precision=Precision.YEAR_END,
    rows=(
        LedgerRow(
            clause=C["8"],
            part="east",
            locality="东镇",
            milestones=(Milestone(date(2021, 12, 31), 5), Milestone(date(2022, 12, 31), 9)),
        ),
        LedgerRow(
            clause=C["8"],
            part="west",
            locality="西镇",
            milestones=(Milestone(date(2021, 12, 31), 4),),
        ),
    ),
)
WHOLE = Plan(
    id="whole",
    document=Document(title=text("document"), issuer=text("issuer")),
    clauses=CLAUSES,
    stages=(CARRY_OUT, PREPARE),
    deadlines=(LIST_DUE,),
    duties=(REPORT, CHECK, MEET, PATROL),
    targets=(
        target("coverage", date(2021, 6, 30), Precision.MONTH),
        target("rate", date(2021, 10, 15), None),  # no precision: the day itself
        target("undated", None, None),
        target("by_year", date(2021, 12, 31), Precision.YEAR),
    ),
    ledgers=(SLOTS,),
)
SMALL = attrs.evolve(
    WHOLE, id="small", stages=(PREPARE,), deadlines=(), duties=(), targets=(), ledgers=()
)


def listed(found: Agenda) -> Iterator[tuple[str, str, str, str]]:
    """Yield title, first and last day, and precision of each entry."""
    for entry in found.entries:
        period = entry.period
        title = entry.title.get("en").removesuffix(" (en)")
        yield title, f"{period.start}", f"{period.end}", period.precision.value


def titles(*arguments: Any) -> list[str]:
    """Return the titles of an agenda in its order."""
    return [title for title, *_ in listed(agenda(*arguments))]


def test_the_whole_agenda_of_a_plan() -> None:
    found = agenda(WHOLE, date(2021, 6, 1), date(2021, 12, 31))
    # By first day, then last day; of equal periods as they stand: stages, deadlines,
    # targets, ledgers, duties.
    assert list(listed(found)) == [
        ("report", "2021-04-01", "2021-06-30", "quarter"),
        ("prepare", "2021-06-01", "2021-06-30", "month"),
        ("check", "2021-06-01", "2021-06-30", "month"),
        ("carry out", "2021-06-01", "2021-09-30", "month"),
        ("list", "2021-06-30", "2021-06-30", "day"),
        ("coverage", "2021-06-30", "2021-06-30", "month"),
        ("check", "2021-07-01", "2021-07-31", "month"),
        ("report", "2021-07-01", "2021-09-30", "quarter"),
        ("check", "2021-08-01", "2021-08-31", "month"),
        ("check", "2021-09-01", "2021-09-30", "month"),
        ("report", "2021-10-01", "2021-12-31", "quarter"),
        ("rate", "2021-10-15", "2021-10-15", "day"),
        ("by_year", "2021-12-31", "2021-12-31", "year"),
        ("slots", "2021-12-31", "2021-12-31", "year_end"),
    ]
    assert (found.start, found.end) == (date(2021, 6, 1), date(2021, 12, 31))
    assert found.unscheduled == (MEET, PATROL)
    sources = {entry.title.get("en").removesuffix(" (en)"): entry.source for entry in found.entries}
    assert (sources["prepare"], sources["list"], sources["report"]) == (PREPARE, LIST_DUE, REPORT)
    assert (sources["rate"], sources["slots"]) == (WHOLE.targets["rate"], SLOTS)
    for entry in found.entries:
        assert entry.plan_id == "whole"
        assert entry.clause is entry.source.clause


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        # `list` falls on 30 June: the day before, the day, the day after.
        (date(2021, 6, 29), date(2021, 6, 29), ["report", "prepare", "check", "carry out"]),
        (
            date(2021, 6, 30),
            date(2021, 6, 30),
            ["report", "prepare", "check", "carry out", "list", "coverage"],
        ),
        (date(2021, 7, 1), date(2021, 7, 1), ["carry out", "check", "report"]),
        # The stage and the duty tied to it end with September.
        (date(2021, 9, 30), date(2021, 9, 30), ["carry out", "report", "check"]),
        (date(2021, 10, 1), date(2021, 10, 1), ["report"]),
        # The first and the last milestone of the ledger.
        (date(2022, 12, 30), date(2022, 12, 30), ["report"]),
        (date(2022, 12, 31), date(2022, 12, 31), ["report", "slots"]),
        (date(2023, 1, 1), date(2023, 1, 1), ["report"]),
    ],
)
def test_a_day_of_the_agenda(start: date, end: date, expected: list[str]) -> None:
    assert titles(WHOLE, start, end) == expected


@pytest.mark.parametrize(
    ("start", "end", "regular"),
    [
        # MEET is tied to June to September, PATROL to nothing.
        (date(2021, 5, 1), date(2021, 5, 31), [PATROL]),
        (date(2021, 5, 1), date(2021, 6, 1), [MEET, PATROL]),
        (date(2021, 9, 30), date(2021, 12, 1), [MEET, PATROL]),
        (date(2021, 10, 1), date(2021, 12, 1), [PATROL]),
    ],
)
def test_regular_duties_without_an_interval(start: date, end: date, regular: list[Duty]) -> None:
    assert list(agenda(WHOLE, start, end).unscheduled) == regular


def test_a_recurring_duty_ends_with_its_stage() -> None:
    yearly = attrs.evolve(CHECK, every=YEARLY)
    plan = attrs.evolve(SMALL, stages=(), duties=(yearly,))
    # The year 2021 touches both spans, but the duty is in force in June to September only.
    assert titles(plan, date(2021, 9, 30), date(2021, 12, 31)) == ["check"]
    assert titles(plan, date(2021, 10, 1), date(2021, 12, 31)) == []
    assert titles(plan, date(2021, 1, 1), date(2021, 5, 31)) == []
    assert titles(plan, date(2021, 1, 1), date(2021, 6, 1)) == ["check"]
    assert titles(plan, date(2022, 6, 1), date(2022, 6, 30)) == []


def test_several_plans_are_put_in_order_together() -> None:
    later = attrs.evolve(SMALL, id="later")
    early = attrs.evolve(SMALL, id="early", stages=(attrs.evolve(PREPARE, period=month(2021, 5)),))
    span = (date(2021, 5, 1), date(2021, 6, 30))
    found = agenda([later, SMALL, early], *span)
    # By time; of equal periods as the plans are given.
    assert [entry.plan_id for entry in found.entries] == ["early", "later", "small"]
    assert agenda(iter([later, SMALL, early]), *span) == found
    assert agenda({"a": later}.values(), *span).entries[0].plan_id == "later"
    assert agenda([], *span).entries == ()
    assert agenda([WHOLE], *span) == agenda(WHOLE, *span)
    assert agenda([WHOLE, WHOLE], *span).unscheduled == (MEET, PATROL) * 2


OPEN = Interpretation(
    id="span",
    clauses=("1",),
    question=text("question"),
    options=(Option("june", text("June")), Option("july", text("July"))),
)
BY_READING = attrs.evolve(
    SMALL,
    id="read",
    interpretations=(OPEN,),
    stages=(
        attrs.evolve(PREPARE, under=("span", "june")),
        attrs.evolve(PREPARE, title=text("later"), period=month(2021, 7), under=("span", "july")),
    ),
    duties=(attrs.evolve(PATROL, under=("span", "july")),),
)


def test_an_agenda_under_a_reading() -> None:
    span = (date(2021, 6, 1), date(2021, 7, 31))
    june = agenda(BY_READING, *span)  # the first option is the default
    july = agenda(BY_READING, *span, readings={"span": "july"})
    assert [title for title, *_ in listed(june)] == ["prepare"]
    assert [title for title, *_ in listed(july)] == ["later"]
    assert [len(found.unscheduled) for found in (june, july)] == [0, 1]
    # A plan that does not have the question is asked without it.
    both = agenda([SMALL, BY_READING], *span, readings={"span": "july"})
    assert [entry.plan_id for entry in both.entries] == ["small", "read"]
    assert [title for title, *_ in listed(both)] == ["prepare", "later"]


def test_readings_that_no_plan_knows() -> None:
    span = (date(2021, 6, 1), date(2021, 7, 31))
    for readings in ({"spam": "july"}, {"span": "august"}):
        with pytest.raises(NotFound):
            agenda([BY_READING, SMALL], *span, readings=readings)
    assert problems_of(agenda, BY_READING, *span, readings=[("span", "july")]) == [
        ("readings", "wrong_type")
    ]


def problems_of(call: Any, *arguments: Any, **named: Any) -> list[tuple[str, str]]:
    """Return path and code of every problem a call raises, each said in both languages."""
    with pytest.raises(InvalidInput) as error:
        call(*arguments, **named)
    for problem in error.value.problems:
        assert problem.text("zh") != problem.text("en")
    return [(problem.path, problem.code) for problem in error.value.problems]


START, END = date(2021, 6, 1), date(2021, 6, 30)


@pytest.mark.parametrize(
    ("arguments", "problems"),
    [
        ((WHOLE, END, START), [("end", "before_start")]),
        ((WHOLE, START, START - DAY), [("end", "before_start")]),
        ((WHOLE, None, END), [("start", "required")]),
        ((WHOLE, None, None), [("start", "required"), ("end", "required")]),
        ((WHOLE, datetime(2021, 6, 1), "x"), [("start", "datetime_for_date"), ("end", "wrong_type")]),  # noqa: DTZ001, E501
        ((None, START, END), [("plans", "wrong_type")]),
        (([WHOLE, None, "whole"], START, END), [("plans[1]", "wrong_type"), ("plans[2]", "wrong_type")]),  # noqa: E501
        (("ab", START, END), [("plans[0]", "wrong_type"), ("plans[1]", "wrong_type")]),
        # All at once, whatever is wrong.
        ((7, "x", None), [("plans", "wrong_type"), ("start", "wrong_type"), ("end", "required")]),
        (([7], END, START), [("plans[0]", "wrong_type"), ("end", "before_start")]),
    ],
)  # fmt: skip
def test_all_that_is_wrong_with_a_question(
    arguments: tuple[Any, ...], problems: list[tuple[str, str]]
) -> None:
    assert problems_of(agenda, *arguments) == problems


def test_a_total_is_on_the_agenda_when_no_row_is_due() -> None:
    # A figure of all together for the middle of 2022; the rows are due at the ends of years.
    ledger = attrs.evolve(SLOTS, totals=(Milestone(date(2022, 6, 30), 12),))
    plan = attrs.evolve(SMALL, stages=(), ledgers=(ledger,))
    found = agenda(plan, date(2021, 1, 1), date(2022, 12, 31)).entries
    assert [entry.period.end for entry in found] == [
        date(2021, 12, 31),
        date(2022, 6, 30),
        date(2022, 12, 31),
    ]


def test_one_plan_fits_as_well_as_several() -> None:
    with pytest.raises(InvalidInput, match=r"plans: expected Plan \| Iterable\[Plan\], got 7"):
        agenda(7, START, END)  # type: ignore[arg-type]


def test_one_day_is_a_span() -> None:
    assert agenda(SMALL, START, START).entries[0].source is PREPARE


# --- when a duty is due again ----------------------------------------------------------------


def test_next_due_by_the_duty_or_by_the_caller() -> None:
    assert next_due(REPORT, date(2021, 11, 30)) == date(2022, 2, 28)  # every three months
    assert next_due(REPORT, date(2021, 11, 30), every=YEARLY) == date(2022, 11, 30)
    assert next_due(PATROL, date(2024, 2, 29), every=YEARLY) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("duty", "done", "every", "problems"),
    [
        (PATROL, START, None, [("every", "no_interval")]),
        (PATROL, START, 12, [("every", "wrong_type")]),
        (REPORT, START, "quarterly", [("every", "wrong_type")]),
        (REPORT, None, None, [("last_done", "required")]),
        (REPORT, datetime(2021, 6, 1), None, [("last_done", "datetime_for_date")]),  # noqa: DTZ001
        (PATROL, "x", None, [("last_done", "wrong_type"), ("every", "no_interval")]),
        (PREPARE, START, None, [("duty", "wrong_type")]),
        (None, START, YEARLY, [("duty", "wrong_type")]),
    ],
)
def test_what_has_no_next_day(
    duty: Any, done: Any, every: Any, problems: list[tuple[str, str]]
) -> None:
    assert problems_of(next_due, duty, done, every=every) == problems


def test_a_regular_duty_names_its_clause() -> None:
    with pytest.raises(InvalidInput, match="第6条"):
        next_due(PATROL, START)


# --- in words --------------------------------------------------------------------------------


NEVER = date(2020, 1, 1)


def test_an_agenda_in_chinese() -> None:
    found = agenda(WHOLE, date(2021, 9, 30), date(2021, 12, 31))
    assert found.explain("zh").splitlines()[:12] == [
        (
            "2021年9月30日至2021年12月31日共7项：阶段1项、定期3项、目标2项、台账1项；"
            "另有2项只写“定期”等，未规定间隔。"
        ),
        "依据：document（中）",
        "2021年9月30日至2021年12月31日",
        "2021年6月至9月；事项：carry out（中）（阶段；责任单位未指明）；条款：第2条",
        "2021年第三季度；事项：report（中）（定期；责任单位未指明）；条款：第4条",
        "2021年9月；事项：check（中）（定期；责任单位未指明）；条款：第5条",
        "2021年第四季度；事项：report（中）（定期；责任单位未指明）；条款：第4条",
        "2021年10月15日；事项：rate（中）达到1个（目标；责任单位未指明）；条款：第7条",
        # The text names the year, not its end.
        "2021年；事项：by_year（中）达到1个（目标；责任单位未指明）；条款：第7条",
        "2021年底；事项：slots（中）（台账；责任单位未指明）；条款：第8条",
        "未规定间隔的经常性工作（2项）",
        "  meet（中）　责任单位未指明，见第6条",
    ]


def test_an_agenda_in_english() -> None:
    found = agenda(WHOLE, date(2021, 6, 30), date(2021, 6, 30))
    assert found.explain("en").splitlines()[:12] == [
        (
            "On 30 June 2021 there are 6: stage: 2, deadline: 1, recurring: 2, target: 1; "
            "2 more are only to be done regularly, with no interval stated."
        ),
        "Under: document (en)",
        "30 June 2021",
        "second quarter of 2021; What: report (en) (recurring; nobody is named); Clause: 第4条",
        "June 2021; What: prepare (en) (stage; nobody is named); Clause: 第1条",
        "June 2021; What: check (en) (recurring; nobody is named); Clause: 第5条",
        "June to September 2021; What: carry out (en) (stage; nobody is named); Clause: 第2条",
        "30 June 2021; What: list (en) (deadline; nobody is named); Clause: 第3条",
        # A month in the text: no day.
        "June 2021; What: coverage (en): 1 (target; nobody is named); Clause: 第7条",
        "To be done regularly, with no interval stated (2)",
        "  meet (en) – nobody is named, see 第6条",
        "  patrol (en) – nobody is named, see 第6条",
    ]
    late = agenda(WHOLE, date(2022, 12, 31), date(2022, 12, 31)).explain("en").splitlines()
    slots = "end of 2022; What: slots (en) (ledger; nobody is named); Clause: 第8条"
    assert slots in late
    assert "; 1 more is only to be done regularly" in late[0]
    year = agenda(WHOLE, date(2021, 12, 31), date(2021, 12, 31)).explain("en").splitlines()
    assert "2021; What: by_year (en): 1 (target; nobody is named); Clause: 第7条" in year
    assert slots.replace("2022", "2021") in year
    assert repr(found) == f"<Agenda: {found.explain('en').splitlines()[0]}>"


def test_an_agenda_of_a_day_with_nothing_says_so() -> None:
    # SMALL is prepared in June 2021 and later; nothing of it has its time a year before.
    found, longer = agenda(SMALL, NEVER, NEVER), agenda(SMALL, NEVER, date(2020, 1, 2))
    assert found.explain("zh").startswith("暂无安排：2020年1月1日没有写明时间的事项")
    assert found.explain("en").startswith("Nothing: Nothing has its time on 1 January 2020")
    assert longer.explain("zh").startswith("暂无安排：2020年1月1日至2020年1月2日没有写明时间的事项")


def test_an_agenda_has_no_truth_and_no_third_language() -> None:
    found = agenda(SMALL, START, END)
    with pytest.raises(AmbiguousTruth):
        bool(found)
    with pytest.raises(NotFound):
        found.explain("fr")


def test_periods_do_not_depend_on_the_question() -> None:
    # 24 months: 2020-2021, 2022-2023, whichever year is asked about.
    for year in (2022, 2023):
        (period,) = Interval(24).periods(date(year, 5, 1), date(year, 5, 2))
        assert (period.start, period.end) == (date(2022, 1, 1), date(2023, 12, 31))
    fives = {p.start for p in Interval(5).periods(date(2021, 1, 1), date(2022, 12, 31))}
    later = {p.start for p in Interval(5).periods(date(2022, 1, 1), date(2022, 12, 31))}
    assert later <= fives


@pytest.mark.parametrize("months", [0, -3, 1.5, "12", True])
def test_an_interval_is_a_whole_number_of_months(months: Any) -> None:
    with pytest.raises(cp.InvalidInput):
        Interval(months)


def test_the_end_of_the_calendar_is_an_input_error() -> None:
    clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))
    duty = w.Duty(clause=clause, key="d", title=cp.Text(zh="甲", en="A."), every=Interval(12))
    with pytest.raises(cp.InvalidInput) as error:
        cp.next_due(duty, date(9999, 6, 30))
    assert error.value.problems[0].path == "last_done"


@pytest.mark.parametrize(
    ("start", "end", "precision", "en"),
    [
        (date(2027, 1, 1), date(2029, 12, 31), Precision.DAY, "1 January 2027 to 31 December 2029"),
        (date(2027, 1, 1), date(2027, 1, 1), Precision.DAY, "1 January 2027"),
        (date(2027, 1, 1), date(2029, 12, 31), Precision.YEAR, "2027 to 2029"),
        (date(2027, 1, 1), date(2027, 12, 31), Precision.YEAR, "2027"),
        (date(2027, 12, 31), date(2027, 12, 31), Precision.YEAR_END, "end of 2027"),
        (
            date(2027, 1, 1),
            date(2027, 6, 30),
            Precision.QUARTER,
            "first quarter to second quarter of 2027",
        ),
        (date(2027, 4, 1), date(2027, 6, 30), Precision.QUARTER, "second quarter of 2027"),
        (date(2027, 4, 1), date(2028, 6, 30), Precision.MONTH, "April 2027 to June 2028"),
    ],
)
def test_a_period_is_told_from_its_start_to_its_end(
    start: date, end: date, precision: Precision, en: str
) -> None:
    assert Period(start, end, precision).told("en") == en
