"""Targets and ledgers: what was measured or counted beside what is due, on a given day."""

import pickle
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from goals import changed, only
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused
from unmade import lines_said

from careplan import codec
from careplan.base.errors import (
    AmbiguousTruth,
    CareplanError,
    InvalidInput,
    NotFound,
    UnknownInInput,
)
from careplan.base.exact import Exact, ratio
from careplan.base.messages import show
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.criteria.signs import Op
from careplan.documents.periods import Precision
from careplan.documents.scales.milestones import Milestone, Strength, due_and_next
from careplan.documents.scales.targets import Target
from careplan.nouns.counts import Measure, Measurement, SlotCount
from careplan.plans import get_plan, plan_ids
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.milestones import position
from careplan.verbs.tracking.progress import track_progress
from careplan.verbs.tracking.targets import TargetProgress

SHUANGLIAO, BDA = get_plan("shuangliao_2021"), get_plan("bda_2017")
COVERAGE = SHUANGLIAO.targets["coverage"]

# Shuangliao clause 2: 100 percent by the end of 2021.
DUE = date(2021, 12, 31)
BEFORE, AFTER = date(2021, 12, 30), date(2022, 1, 1)
# BDA clause 1.d: ten rooms expected in the year.
BDA_DUE = date(2017, 12, 31)

GOAL_IN_WORDS = changed(COVERAGE, value=None)
WITHOUT_A_DATE = changed(COVERAGE, due=None, precision=None)
AT_MOST_FIVE = changed(COVERAGE, measure=Measure.COUNT, op=Op.LE, value=5)
AT_LEAST_TEN = changed(AT_MOST_FIVE, op=Op.GE, value=10)
PER_THOUSAND = changed(COVERAGE, measure=Measure.PER_THOUSAND, value=Decimal("4.5"))


def measured(on: date, value: Any) -> Measurement:
    return Measurement(on=on, value=value)


def track(reports: Any, on: Any, target: Any = COVERAGE) -> TargetProgress:
    """Track reports of any type: the checks under test are those at run time."""
    progress: TargetProgress = track_progress(target, reports, on=on)
    return progress


# --- measurements ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "measure", "figure"),
    [
        ({"value": 92.5}, Measure.PERCENT, Decimal("92.5")),
        ({"value": Decimal("100.00")}, Measure.PERCENT, 100),
        ({"value": 0}, Measure.COUNT, 0),
        ({"part": 37, "whole": 40}, Measure.PERCENT, Decimal("92.5")),  # 37/40 x 100
        ({"part": 2, "whole": 3}, Measure.PERCENT, Fraction(200, 3)),  # not 66.67
        ({"part": 0, "whole": 40}, Measure.PERCENT, 0),
        ({"part": 40, "whole": 40}, Measure.PERCENT, 100),
        ({"part": 9, "whole": 2000}, Measure.PER_THOUSAND, Decimal("4.5")),  # 9/2000 x 1000
        ({"part": 1892, "whole": 420_444}, Measure.PER_THOUSAND, Fraction(473_000, 105_111)),
    ],
)
def test_a_figure_is_exact(facts: dict[str, Any], measure: Measure, figure: Exact) -> None:
    found = Measurement(on=DUE, **facts).figure(measure)
    assert (found, type(found)) == (figure, type(figure))


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_part_of_a_whole_in_percent(part: int, rest: int) -> None:
    whole = part + rest
    measurement = Measurement(on=DUE, part=part, whole=whole)
    assert ratio(measurement.figure(Measure.PERCENT)) == Fraction(100 * part, whole)


@pytest.mark.parametrize(
    ("facts", "problems"),
    [
        # Either a value, or a part and its whole.
        ({}, [("value", "one_of_two")]),
        ({"part": 1}, [("value", "one_of_two")]),
        ({"whole": 1}, [("value", "one_of_two")]),
        ({"value": 1, "part": 1}, [("value", "one_of_two")]),
        ({"value": 1, "whole": 1}, [("value", "one_of_two")]),
        ({"value": 1, "part": 1, "whole": 1}, [("value", "one_of_two")]),
        # Nothing is a share of nothing.
        ({"part": 0, "whole": 0}, [("whole", "not_positive")]),
        ({"part": 1, "whole": -1}, [("whole", "too_small")]),
        ({"value": -0.01}, [("value", "too_small")]),
        ({"value": "92.5"}, [("value", "text_as_number")]),
        ({"value": float("nan")}, [("value", "not_finite")]),
        ({"part": True, "whole": "40"}, [("part", "bool_as_number"), ("whole", "text_as_number")]),
    ],
)
def test_a_measurement_that_is_none(facts: dict[str, Any], problems: list[tuple[str, str]]) -> None:
    assert refused(Measurement, on=DUE, **facts) == problems


# Once: the sentence prints the Text itself: "give either Text(zh='value', en='value') or ...".
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_measurement_says_what_to_give(language: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Measurement(on=DUE)
    [problem] = caught.value.problems
    said = problem.text(language)
    assert "Text(" not in said
    assert {"en": "value", "zh": "数值"}[language] in said
    assert {"en": "part, whole", "zh": "部分和总体"}[language] in said


# Once: NotExact, which is no CareplanError, escapes where a share leaves the range of `exact`.
@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (Decimal("0.001"), 10**15),
        (Decimal("1e-15"), 999_999_999_999_999),
        (Decimal("0.123456789012345"), Decimal("9.87654321098767")),
    ],
    ids=["large", "small", "long"],
)
def test_a_share_is_exact_or_an_error_of_ours(part: Any, whole: Any) -> None:
    measurement = Measurement(on=DUE, part=part, whole=whole)
    with suppress(CareplanError):
        figure = measurement.figure(Measure.PERCENT)
        assert ratio(figure) == 100 * Fraction(part) / Fraction(whole)


# --- the target of Shuangliao ---------------------------------------------------------------


def test_the_target_as_printed() -> None:
    assert COVERAGE.clause.number == "2"
    figure = only(COVERAGE)
    assert (COVERAGE.measure, figure.op, figure.value) == (Measure.PERCENT, Op.GE, 100)
    assert (figure.due, figure.precision) == (DUE, Precision.YEAR_END)
    assert figure.strength is Strength.BINDING


@pytest.mark.parametrize(
    ("on", "is_due", "with_all", "with_less"),
    [
        (BEFORE, False, Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE),
        (DUE, True, Outcome.MET, Outcome.NOT_MET),
        (AFTER, True, Outcome.MET, Outcome.NOT_MET),
    ],
)
def test_the_days_about_the_date(
    on: date, is_due: bool, with_all: Outcome, with_less: Outcome
) -> None:
    for value, outcome in ((100, with_all), (Decimal("99.99"), with_less)):
        progress = track([measured(on, value)], on)
        assert progress.is_due is is_due
        assert progress.outcome is outcome
        assert (progress.on, progress.clause.number) == (on, "2")


@pytest.mark.parametrize(
    ("value", "outcome", "short_by"),
    [
        (Decimal("99.99"), Outcome.NOT_MET, Decimal("0.01")),  # 100 - 99.99, exact
        (99.99, Outcome.NOT_MET, Decimal("0.01")),  # the float as printed
        (100, Outcome.MET, 0),
        (100.0, Outcome.MET, 0),
        (np.float32(100), Outcome.MET, 0),
        (0, Outcome.NOT_MET, 100),
    ],
    ids=str,
)
def test_the_values_about_the_figure(value: Any, outcome: Outcome, short_by: Exact) -> None:
    progress = track([measured(DUE, value)], DUE)
    assert progress.outcome is outcome
    assert (progress.short_by, type(progress.short_by)) == (short_by, type(short_by))


@pytest.mark.parametrize(
    ("part", "outcome", "figure", "short_by"),
    [
        (39, Outcome.NOT_MET, Decimal("97.5"), Decimal("2.5")),  # 39/40 x 100
        (40, Outcome.MET, 100, 0),
    ],
)
def test_a_part_of_the_places(part: int, outcome: Outcome, figure: Exact, short_by: Exact) -> None:
    progress = track([Measurement(on=DUE, part=part, whole=40)], DUE)
    assert (progress.outcome, progress.figure, progress.short_by) == (outcome, figure, short_by)


def test_no_share_is_rounded_up_to_the_figure() -> None:
    # 2999999/3000000 is 99.99996...: it prints as 100.00 in two places and is not 100.
    progress = track([Measurement(on=DUE, part=2_999_999, whole=3_000_000)], DUE)
    assert progress.outcome is Outcome.NOT_MET
    assert progress.short_by == Fraction(100, 3_000_000)


def test_without_a_figure_it_is_unknown_and_not_unmet() -> None:
    nothing: list[Any] = [(), [], iter(())]
    for reports in nothing:
        progress = track(reports, DUE)
        assert progress.outcome is Outcome.UNKNOWN
        assert (progress.measured, progress.figure, progress.short_by) == (None, None, None)
        assert progress.stale is False


@pytest.mark.parametrize(
    ("measured_on", "on", "stale", "outcome"),
    [
        # Older than the date that is due says nothing about that date.
        (BEFORE, DUE, True, Outcome.UNKNOWN),
        (BEFORE, AFTER, True, Outcome.UNKNOWN),
        (DUE, DUE, False, Outcome.MET),
        (DUE, AFTER, False, Outcome.MET),
        (AFTER, AFTER, False, Outcome.MET),
        # Before the date nothing is due that a figure could be older than.
        (BEFORE, BEFORE, False, Outcome.NOT_APPLICABLE),
    ],
)
def test_a_figure_older_than_the_date_is_stale(
    measured_on: date, on: date, stale: bool, outcome: Outcome
) -> None:
    progress = track([measured(measured_on, 100)], on)
    assert progress.stale is stale
    assert progress.outcome is outcome
    assert progress.figure == 100  # it is shown all the same
    # How far a rate was before its date says nothing of how far it is.
    assert progress.short_by == (None if stale else 0)


def test_the_newest_figure_counts_in_any_order() -> None:
    reports = [measured(BEFORE, 90), measured(AFTER, 80), measured(DUE, 100)]
    for given_order in (reports, reversed(reports), (report for report in reports)):
        progress = track(given_order, AFTER)
        assert progress.measured == measured(AFTER, 80)  # a fall is no error
        assert progress.outcome is Outcome.NOT_MET
        assert progress.short_by == 20


# --- what is wrong with reports -------------------------------------------------------------


def test_a_report_after_the_day_asked_about_is_an_error() -> None:
    assert track([measured(DUE, 100)], DUE).outcome is Outcome.MET  # the day itself is fine
    assert refused(track, [measured(AFTER, 100)], DUE) == [("reports[0].on", "after_on")]


def test_equal_figures_of_one_day_are_one() -> None:
    reports = [
        measured(DUE, Decimal("97.5")),
        measured(DUE, 97.50),
        Measurement(on=DUE, part=39, whole=40),  # the same figure, told otherwise
    ]
    progress = track(reports, DUE)
    assert progress.figure == Decimal("97.5")


def test_different_figures_of_one_day_are_an_error() -> None:
    reports = [measured(DUE, 97.5), measured(BEFORE, 90), measured(DUE, 98)]
    with pytest.raises(InvalidInput) as caught:
        track(reports, DUE)
    [problem] = caught.value.problems
    assert (problem.path, problem.code, problem.value) == ("reports[2]", "two_figures", 98)
    assert problem.parameters == {"other": Decimal("97.5"), "at": DUE}


def test_all_problems_of_the_reports_are_listed_at_once() -> None:
    reports = [
        measured(DUE, 90),
        measured(AFTER, 95),
        measured(DUE, 91),
        measured(AFTER, 96),
        measured(BEFORE, 80),
    ]
    assert refused(track, reports, DUE) == [
        ("reports[1].on", "after_on"),
        ("reports[2]", "two_figures"),
        ("reports[3].on", "after_on"),
        ("reports[3]", "two_figures"),
    ]


@pytest.mark.parametrize(
    ("reports", "problems"),
    [
        (None, [("reports", "required")]),
        ("97.5", [("reports", "wrong_type")]),
        (97.5, [("reports", "wrong_type")]),
        (measured(DUE, 100), [("reports", "wrong_type")]),
        ({DUE: 100}, [("reports", "wrong_type")]),
        ([measured(DUE, 100), 100], [("reports[1]", "wrong_type")]),
        ([None], [("reports[0]", "none_inside")]),
        ([(DUE, 100), None], [("reports[1]", "none_inside"), ("reports[0]", "wrong_type")]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_reports_are_measurements(reports: object, problems: list[tuple[str, str]]) -> None:
    assert refused(track, reports, DUE) == problems


@pytest.mark.parametrize(
    ("on", "problems"),
    [
        (datetime(2021, 12, 31, tzinfo=UTC), [("on", "datetime_for_date")]),
        (None, [("on", "required")]),
        ("2021-12-31", [("on", "wrong_type")]),
        (20211231, [("on", "wrong_type")]),
        (np.datetime64("2021-12-31"), [("on", "wrong_type")]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_day_is_a_date(on: object, problems: list[tuple[str, str]]) -> None:
    assert refused(track, [measured(DUE, 100)], on) == problems


# Once: the day is checked before the reports, so a caller with both wrong learns of one only.
def test_a_wrong_day_and_wrong_reports_are_told_together() -> None:
    assert refused(track, [100], None) == [("on", "required"), ("reports[0]", "wrong_type")]


@pytest.mark.parametrize("target", [None, "coverage", 100, SHUANGLIAO, Target])
def test_a_target_is_one(target: object) -> None:
    [(path, code)] = refused(track, [], DUE, target)
    assert (path, code) == ("goal", "wrong_type")


def test_the_day_is_never_todays() -> None:
    without_a_day: Any = track_progress
    with pytest.raises(TypeError):
        without_a_day(COVERAGE, [])


# --- other targets --------------------------------------------------------------------------


def test_a_goal_in_words_is_not_measurable_and_shows_the_figure() -> None:
    for on in (BEFORE, DUE, AFTER):
        progress = track([measured(BEFORE, 90)], on, GOAL_IN_WORDS)
        assert progress.outcome is Outcome.NOT_MEASURABLE
        assert progress.figure == 90
        assert progress.short_by is None  # short of what?
    assert track([], DUE, GOAL_IN_WORDS).outcome is Outcome.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("value", "outcome", "short_by"),
    [
        (90, Outcome.UNKNOWN, 10),  # 100 - 90: how far it is can be said without a date
        (100, Outcome.MET, 0),
    ],
)
def test_without_a_date_a_target_is_met_once_reached_and_open_until_then(
    value: int, outcome: Outcome, short_by: int
) -> None:
    progress = track([measured(DUE, value)], date(2999, 12, 31), WITHOUT_A_DATE)
    assert (progress.outcome, progress.short_by) == (outcome, short_by)
    assert (progress.is_due, progress.stale) == (False, False)
    assert track([], DUE, WITHOUT_A_DATE).outcome is Outcome.UNKNOWN
    words = track([measured(DUE, value)], DUE, changed(GOAL_IN_WORDS, due=None))
    assert words.outcome is Outcome.NOT_MEASURABLE


MORE_THAN_FIVE = changed(AT_MOST_FIVE, op=Op.GT)
FIVE = changed(AT_MOST_FIVE, op=Op.EQ)


@pytest.mark.parametrize(
    ("target", "value", "stale", "outcome", "short_by"),
    [
        # A count that was reached stays reached, as the text has it: built is built.
        (changed(AT_MOST_FIVE, op=Op.GE), 5, False, Outcome.MET, 0),
        (changed(AT_MOST_FIVE, op=Op.GE), 4, True, Outcome.UNKNOWN, None),
        (MORE_THAN_FIVE, 6, False, Outcome.MET, 0),
        (MORE_THAN_FIVE, 5, True, Outcome.UNKNOWN, None),
        # What must not be exceeded may have been since; so may what is to be exactly so.
        (AT_MOST_FIVE, 5, True, Outcome.UNKNOWN, None),
        (FIVE, 5, True, Outcome.UNKNOWN, None),
        # A rate falls when the whole grows.
        (COVERAGE, 100, True, Outcome.UNKNOWN, None),
        (PER_THOUSAND, 5, True, Outcome.UNKNOWN, None),
    ],
)
def test_an_older_figure(
    target: Target, value: int, stale: bool, outcome: Outcome, short_by: int | None
) -> None:
    progress = track([measured(BEFORE, value)], AFTER, target)
    assert progress.is_older
    assert (progress.stale, progress.outcome, progress.short_by) == (stale, outcome, short_by)


@pytest.mark.parametrize(
    ("target", "reports", "on", "zh", "en"),
    [
        (COVERAGE, [], BEFORE, "期限未到", "its date has not come"),
        (COVERAGE, [], DUE, "没有统计数", "no figure was given"),
        (COVERAGE, [measured(BEFORE, 9)], DUE, "统计早于期限", "older than the date due"),
        (AT_LEAST_TEN, [measured(BEFORE, 10)], DUE, "不因时间而减少", "by an older count"),
        (WITHOUT_A_DATE, [], DUE, "达到即为符合", "met once the figure is as required"),
    ],
)
def test_a_progress_says_why(
    target: Target, reports: list[Measurement], on: date, zh: str, en: str
) -> None:
    progress = track(reports, on, target)
    head, figure, why = lines_said(progress)
    assert zh in why
    assert zh not in head + figure
    assert en in lines_said(progress, "en")[2]


def test_what_is_judged_by_its_figure_and_what_never_is_need_no_reason() -> None:
    assert len(lines_said(track([measured(DUE, 9)], DUE), "en")) == 2
    assert len(lines_said(track([], DUE, GOAL_IN_WORDS), "en")) == 2


@pytest.mark.parametrize(
    ("value", "outcome"), [(4, Outcome.MET), (5, Outcome.MET), (6, Outcome.NOT_MET)]
)
def test_a_figure_not_to_be_exceeded(value: int, outcome: Outcome) -> None:
    assert track([measured(DUE, value)], DUE, AT_MOST_FIVE).outcome is outcome


# Once: `short_by` is value - figure whatever the operator: a target of at most 5 that stands
# at 4 is met and "short by 1", one that stands at 6 is not met and "short by 0".
@pytest.mark.parametrize("value", [4, 5, 6])
def test_what_is_met_is_short_of_nothing_and_what_is_not_is(value: int) -> None:
    progress = track([measured(DUE, value)], DUE, AT_MOST_FIVE)
    assert (progress.short_by == 0) is (progress.outcome is Outcome.MET)


@pytest.mark.parametrize(
    ("slots", "outcome"),
    [
        # 420444 x 4.5 / 1000 = 1891.998: 1892 slots are the first that reach it.
        (1891, Outcome.NOT_MET),
        (1892, Outcome.MET),
    ],
)
def test_slots_per_thousand(slots: int, outcome: Outcome) -> None:
    report = Measurement(on=DUE, part=slots, whole=420_444)
    assert track([report], DUE, PER_THOUSAND).outcome is outcome


# --- the ten rooms of the Beijing document --------------------------------------------------

TEN_ROOMS = [target for target in BDA.targets.values() if target.clause.number == "1.d"]


def holding(readings: dict[str, str]) -> list[str]:
    taken = BDA.read_as(readings)
    return [target.key for target in TEN_ROOMS if target.holds_under(taken)]


def test_ten_rooms_by_reading() -> None:
    # "10 huts and care rooms": both kinds together, or ten of each.
    assert holding({}) == ["rooms"]
    assert holding({"ten_rooms": "together"}) == ["rooms"]
    assert holding({"ten_rooms": "each"}) == ["mummy_huts", "care_rooms"]


@pytest.mark.parametrize("target", TEN_ROOMS, ids=lambda target: str(target.key))
def test_ten_rooms_as_printed(target: Target) -> None:
    figure = only(target)
    assert (target.measure, figure.op, figure.value) == (Measure.COUNT, Op.GE, 10)
    assert (figure.due, figure.precision) == (BDA_DUE, Precision.YEAR)
    assert figure.strength is Strength.EXPECTED  # 预计: the text only expects it
    assert target.interpretations() == {"ten_rooms"}


@pytest.mark.parametrize("target", TEN_ROOMS, ids=lambda target: str(target.key))
@pytest.mark.parametrize(
    ("rooms", "outcome", "short_by"),
    [(9, Outcome.NOT_MET, 1), (10, Outcome.MET, 0), (11, Outcome.MET, 0)],
)
def test_ten_rooms_are_counted(target: Target, rooms: int, outcome: Outcome, short_by: int) -> None:
    for days, expected in ((-1, Outcome.NOT_APPLICABLE), (0, outcome), (1, outcome)):
        on = BDA_DUE + timedelta(days=days)
        progress = track_progress(target, [measured(on, rooms)], on=on)
        assert progress.outcome is expected
        assert progress.short_by == short_by
    # Rooms built in November are built in December; how many come after is not known.
    older = track_progress(target, [measured(date(2017, 11, 30), rooms)], on=BDA_DUE)
    assert older.outcome is (Outcome.UNKNOWN if rooms < 10 else Outcome.MET)


# Once: a part of a whole is no count: 9 of 10 are taken for 0.9 rooms.
def test_a_share_is_no_count() -> None:
    [target] = [target for target in TEN_ROOMS if target.key == "rooms"]
    with pytest.raises(InvalidInput):
        track_progress(target, [Measurement(on=BDA_DUE, part=10, whole=10)], on=BDA_DUE)


# --- what a progress is ---------------------------------------------------------------------


def test_a_progress_has_no_truth_of_its_own_and_travels() -> None:
    progress = track([measured(DUE, 97.5)], DUE)
    with pytest.raises(AmbiguousTruth):
        bool(progress)
    again = pickle.loads(pickle.dumps(progress))  # noqa: S301 - our own bytes
    assert again == progress
    assert hash(again) == hash(progress)
    assert again.outcome is Outcome.NOT_MET


def test_a_progress_is_said_in_both_languages() -> None:
    progress = track([measured(DUE, 97.5)], DUE)
    day = show(DUE, "zh")
    assert progress.explain("zh").splitlines()[0] == (
        f"未达标：公共场所和用人单位母婴设施配置率97.5%（{day}）；"
        "2021年底应达100%，相差2.5个百分点。"
    )
    assert "100% due by end of 2021, 2.5 percentage points off." in progress.explain("en")
    met = track([measured(DUE, 100)], DUE).explain("zh")
    assert "2021年底应达100%，已达到。" in met


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 100)), max_size=6),
    st.integers(0, 400),
)
def test_the_outcome_follows_from_the_newest_figure(
    figures: Iterable[tuple[int, int]], after: int
) -> None:
    """For any reports up to the day: nothing due, no figure of the date or later, met or not."""
    start = date(2021, 6, 1)
    on = start + timedelta(days=after)
    by_day = {start + timedelta(days=day): value for day, value in figures if day <= after}
    progress = track([measured(day, value) for day, value in by_day.items()], on)
    newest = max(by_day, default=None)
    if on < DUE:
        expected = Outcome.NOT_APPLICABLE
    elif newest is None or newest < DUE:
        expected = Outcome.UNKNOWN
    else:
        expected = Outcome.MET if by_day[newest] >= 100 else Outcome.NOT_MET
    assert progress.outcome is expected


def test_a_target_may_be_of_any_text() -> None:
    # A goal of one's own is tracked like one of a document.
    own = changed(COVERAGE, key="own", title=Text(zh="自定", en="own"), value=50)
    assert track([measured(DUE, 50)], DUE, own).outcome is Outcome.MET


# --- the ledger of Dawa ---------------------------------------------------------------------
# Annex 2: slots by locality for 2023, 2024 and 2025, cumulative, each by the end of its year.

LEDGER = get_plan("dawa_2023").ledgers["slots"]
DAWA = "大洼街道"  # 80, 241, 369
END_2022, END_2023, END_2024, END_2025 = (date(year, 12, 31) for year in range(2022, 2026))
IN_2024, ASKED = date(2024, 6, 30), date(2024, 9, 30)


def counted(on: date, slots: int, locality: str = DAWA) -> SlotCount:
    return SlotCount(locality, on, slots)


def everywhere(on: date, lack: int = 0) -> list[SlotCount]:
    """Return a count of every locality: what it owes that day, less `lack` in the first."""
    owed = [due_and_next(row.milestones, on)[0] for row in LEDGER.rows]
    slots = [milestone.slots for milestone in owed if milestone is not None]
    slots[0] -= lack
    return [
        counted(on, number, row.locality) for row, number in zip(LEDGER.rows, slots, strict=True)
    ]


def ledger_on(counts: Any, on: Any) -> LedgerProgress:
    progress: LedgerProgress = track_progress(LEDGER, counts, on=on)
    return progress


def test_the_row_of_a_locality() -> None:
    report = ledger_on([counted(IN_2024, 200)], ASKED)
    row = report[DAWA]
    assert (row.locality, row.clause.number, row.on) == (DAWA, "a2.2", ASKED)
    assert (row.due, row.next) == (Milestone(END_2023, 80), Milestone(END_2024, 241))
    assert (row.outcome, row.reached) == (Outcome.MET, 200)
    # 200 are more than 80; 241 - 200 = 41, in the three months from September to December.
    assert (row.short_of_due, row.short_of_next) == (0, 41)
    assert row.pace_per_month == Fraction(41, 3)
    # Nobody else reported: unknown, not zero (DESIGN).
    other = report["田家街道"]
    assert (other.outcome, other.reached, other.stale) == (Outcome.UNKNOWN, None, False)
    assert (other.short_of_due, other.short_of_next, other.pace_per_month) == (None, None, None)


@pytest.mark.parametrize(
    ("on", "due", "following"),
    [
        (END_2022, None, 80),
        (END_2023 - timedelta(days=1), None, 80),
        (END_2023, 80, 241),
        (END_2024 - timedelta(days=1), 80, 241),
        (END_2024, 241, 369),
        (END_2025, 369, None),
        (date(2030, 1, 1), 369, None),
    ],
)
def test_what_is_due_and_what_comes_next(on: date, due: int | None, following: int | None) -> None:
    row = ledger_on([counted(on, 100)], on)[DAWA]
    assert (row.due.slots if row.due else None) == due
    assert (row.next.slots if row.next else None) == following
    if due is None:
        assert (row.outcome, row.short_of_due) == (Outcome.NOT_APPLICABLE, None)
    if following is None:
        assert (row.short_of_next, row.pace_per_month) == (None, None)


@pytest.mark.parametrize(
    ("slots", "outcome", "short"),
    [
        (79, Outcome.NOT_MET, 1),
        (80, Outcome.MET, 0),
        (81, Outcome.MET, 0),
        (0, Outcome.NOT_MET, 80),
    ],
)
def test_the_slots_about_the_milestone(slots: int, outcome: Outcome, short: int) -> None:
    row = ledger_on([counted(END_2023, slots)], END_2023)[DAWA]
    assert (row.outcome, row.short_of_due) == (outcome, short)


@pytest.mark.parametrize(
    ("counted_on", "stale", "outcome"),
    [
        (END_2023 - timedelta(days=1), True, Outcome.UNKNOWN),
        (END_2023, False, Outcome.MET),
        (END_2023 + timedelta(days=1), False, Outcome.MET),
    ],
)
def test_a_count_older_than_the_milestone_is_stale(
    counted_on: date, stale: bool, outcome: Outcome
) -> None:
    row = ledger_on([counted(counted_on, 100)], ASKED)[DAWA]
    assert (row.stale, row.outcome, row.reached) == (stale, outcome, 100)


@pytest.mark.parametrize(
    ("on", "pace"),
    [
        # 41 slots short; position = 12 x year + month + day / days in that month.
        (ASKED, Fraction(41, 3)),
        (date(2024, 11, 30), Fraction(41)),
        (date(2024, 12, 30), Fraction(41 * 31)),  # one day of December is 1/31 of a month
        (date(2024, 7, 15), Fraction(41) / (6 - Fraction(15, 31))),
    ],
)
def test_the_pace_in_slots_a_month(on: date, pace: Fraction) -> None:
    assert ledger_on([counted(IN_2024, 200)], on)[DAWA].pace_per_month == pace


def test_nothing_short_is_no_pace() -> None:
    for slots in (241, 242):
        assert ledger_on([counted(IN_2024, slots)], ASKED)[DAWA].pace_per_month == 0


def test_a_day_as_months() -> None:
    assert position(date(2024, 2, 29)) == 12 * 2024 + 3  # the whole of a leap February
    assert position(date(2023, 2, 14)) == 12 * 2023 + 2 + Fraction(1, 2)
    assert position(END_2024) - position(END_2023) == 12


def test_the_newest_count_of_each_locality() -> None:
    counts = [counted(ASKED, 150), counted(IN_2024, 200), counted(ASKED, 150)]
    row = ledger_on(iter(counts), ASKED)[DAWA]
    assert row.reached == 150  # a fall is no error, equal duplicates are one


def test_the_total_of_one_count() -> None:
    total = ledger_on([counted(IN_2024, 200)], ASKED).total
    assert (total.reported, total.localities, total.low, total.high) == (1, 15, 200, None)
    # The columns of annex 2 add up to 421 and 1276; only 2025 has a printed total, 1892.
    assert total.due == Milestone(END_2023, 421, derived=True)
    assert total.next == Milestone(END_2024, 1276, derived=True)
    assert total.outcome is Outcome.UNKNOWN
    assert ledger_on([], END_2025).total.due == Milestone(END_2025, 1892)


@pytest.mark.parametrize(
    ("counts", "on", "outcome", "low", "high"),
    [
        ([], END_2022, Outcome.NOT_APPLICABLE, 0, None),
        ([], END_2023, Outcome.UNKNOWN, 0, None),
        (everywhere(END_2023), END_2023, Outcome.MET, 421, 421),
        (everywhere(END_2023, lack=1), END_2023, Outcome.NOT_MET, 420, 420),
        # One locality alone reaches it, whatever the others have.
        ([counted(END_2023, 420)], END_2023, Outcome.UNKNOWN, 420, None),
        ([counted(END_2023, 421)], END_2023, Outcome.MET, 421, None),
        # All counts are older than the end of 2024: none of them counts.
        (everywhere(END_2023), END_2024, Outcome.UNKNOWN, 0, None),
    ],
)
def test_the_total_is_a_range(
    counts: list[SlotCount], on: date, outcome: Outcome, low: int, high: int | None
) -> None:
    total = ledger_on(counts, on).total
    assert (total.outcome, total.low, total.high) == (outcome, low, high)


def test_all_problems_of_counts_are_listed_at_once() -> None:
    counts = [
        counted(IN_2024, 200),
        counted(IN_2024, 201),
        counted(END_2024, 241),
        counted(IN_2024, 9, "大洼"),
        counted(IN_2024, 50, "田家街道"),
    ]
    with pytest.raises(UnknownInInput) as caught:
        ledger_on(counts, ASKED)
    error = caught.value
    assert [(problem.path, problem.code) for problem in error.problems] == [
        ("reports[3].locality", "not_found"),
        ("reports[1]", "two_figures"),
        ("reports[2].on", "after_on"),
    ]
    assert (error.kind, error.name, error.suggestion) == ("locality", "大洼", DAWA)
    assert f"did you mean {DAWA}?" in str(error)
    assert f"是否指{DAWA}？" in error.problems[0].text("zh")


def test_counts_of_one_day_and_after_it() -> None:
    assert refused(ledger_on, [counted(IN_2024, 1), counted(IN_2024, 2)], ASKED) == [
        ("reports[1]", "two_figures")
    ]
    assert refused(ledger_on, [counted(END_2024, 1)], ASKED) == [("reports[0].on", "after_on")]
    assert refused(ledger_on, [measured(IN_2024, 1)], ASKED) == [("reports[0]", "wrong_type")]
    assert refused(ledger_on, None, ASKED) == [("reports", "required")]


def test_a_locality_is_found_by_its_name() -> None:
    report = ledger_on([], ASKED)
    assert LEDGER.row(DAWA) is report[DAWA].row
    for ask in (LEDGER.row, report.__getitem__):
        with pytest.raises(NotFound) as caught:
            ask("大洼")
        assert (caught.value.kind, caught.value.suggestion) == ("locality", DAWA)
        assert len(caught.value.known) == 15


def test_the_dates_of_the_ledger() -> None:
    assert LEDGER.dates() == (END_2023, END_2024, END_2025)
    assert LEDGER.total(END_2022) == Milestone(END_2022, 0, derived=True)  # nothing owed yet


def test_a_part_larger_than_its_whole_and_more_than_all_are_refused() -> None:
    # No more places are covered than there are, no more slots than people.
    more = Measurement(on=DUE, part=50, whole=40)
    for target in (COVERAGE, PER_THOUSAND, changed(GOAL_IN_WORDS, measure=Measure.WORDS)):
        assert refused(track, [more], DUE, target) == [("reports[0].part", "contradiction")]
    assert refused(track, [measured(DUE, Decimal("100.01"))], DUE) == [
        ("reports[0].value", "too_large")
    ]
    # All that is wrong with all reports, at once.
    assert refused(track, [measured(DUE, 101), measured(DUE, 1), more], DUE) == [
        ("reports[0].value", "too_large"),
        ("reports[2].part", "contradiction"),
    ]


# A gross enrolment rate counts children of every age over those of one; a completion rate what
# was built over what was planned. Either may pass 100.
COMPLETION = changed(COVERAGE, value=110, may_exceed_whole=True)


@pytest.mark.parametrize(
    ("report", "figure", "outcome", "short_by"),
    [
        (measured(DUE, 115), 115, Outcome.MET, 0),
        (measured(DUE, Decimal("109.5")), Decimal("109.5"), Outcome.NOT_MET, Decimal("0.5")),
        # 46 of 40 built are 46/40 x 100 = 115 percent, 42 of 40 are 105.
        (Measurement(on=DUE, part=46, whole=40), 115, Outcome.MET, 0),
        (Measurement(on=DUE, part=42, whole=40), 105, Outcome.NOT_MET, 5),
    ],
)
def test_a_rate_may_pass_the_whole_where_its_target_says_so(
    report: Measurement, figure: Exact, outcome: Outcome, short_by: Exact
) -> None:
    progress = track([report], DUE, COMPLETION)
    assert (progress.figure, progress.outcome, progress.short_by) == (figure, outcome, short_by)


def test_a_target_says_what_may_pass_the_whole() -> None:
    assert refused(changed, COVERAGE, value=101) == [("milestones[0].value", "too_large")]
    for measure in (Measure.COUNT, Measure.PER_THOUSAND):  # nothing bounds these by a whole
        assert refused(changed, COVERAGE, measure=measure, may_exceed_whole=True) == [
            ("may_exceed_whole", "contradiction")
        ]
    # Coverage, management and guidance rates count a part of those there are: none of ours may.
    for plan_id in plan_ids():
        stated = {one.may_exceed_whole for one in get_plan(plan_id).targets.values()}
        assert stated <= {None}
    assert refused(changed, COVERAGE, value=101, may_exceed_whole=False) == [
        ("milestones[0].value", "too_large")
    ]


def test_a_rate_above_the_whole_is_written_and_read() -> None:
    progress = track([Measurement(on=DUE, part=46, whole=40)], DUE, COMPLETION)
    data = codec.unstructure(progress)
    assert codec.structure(data, TargetProgress) == progress
    data["target"]["may_exceed_whole"] = False
    data["target"]["milestones"][0]["value"] = 100
    assert refused(codec.structure, data, TargetProgress) == [("measured.part", "contradiction")]


def test_a_reading_and_a_forecast_are_said() -> None:
    target = next(target for target in TEN_ROOMS if target.key == "mummy_huts")
    progress = track_progress(target, [], on=BDA_DUE)
    assert [(r.interpretation.id, r.option.id) for r in progress.readings] == [
        ("ten_rooms", "each")
    ]
    assert "ten of each kind" in progress.explain("en")
    assert "a forecast, not a duty" in progress.explain("en")
    assert track_progress(COVERAGE, [], on=DUE).readings == ()


@pytest.mark.parametrize("target", [WITHOUT_A_DATE, changed(WITHOUT_A_DATE, value=None)])
def test_of_a_target_without_a_date_it_is_said_that_there_is_none(target: Target) -> None:
    said = track([measured(DUE, 100)], DUE, target)
    assert "no date set" in said.explain("en")
    assert "未定期限" in said.explain("zh")


def test_the_reading_of_a_target_is_named_where_question_and_option_are() -> None:
    question = get_plan("shuangliao_2021").interpretations[0]
    under = (question.id, question.options[1].id)
    parts = ({"question": question, "under": under}, {"question": question}, {"under": under})
    targets = [changed(COVERAGE, **one) for one in parts]
    said = [[one.option for one in track([], DUE, target).readings] for target in targets]
    assert said == [[question.options[1]], [], []]
