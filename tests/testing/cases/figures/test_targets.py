"""Cases of targets by hand: values, parts of a whole, counts that stay, words, no date."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from goals import one_figure
from testing.cases.small_plans import CLAUSE, by_library, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing import BoundaryCase, Place, boundary_cases

DUE = date(2024, 12, 31)
LATER = date(2025, 12, 31)
TITLE = cp.Text(zh="目标", en="target")
PERCENT, COUNT, WORDS = w.Measure.PERCENT, w.Measure.COUNT, w.Measure.WORDS


def plan_of(*milestones: w.Milestone, **more: Any) -> cp.Plan:
    """Make a plan of one target."""
    target = w.Target(clause=CLAUSE, key="t", title=TITLE, milestones=milestones, **more)
    return small_plan(targets=[target])


def told(case: BoundaryCase) -> tuple[str, str, object, str]:
    """Say how it was measured, where the figure stands, what it is, and what is expected."""
    return (case.path, case.place.value, case.value, case.expected.name)


# 二、（四）: half of the communities have a service by the end of 2025.
def test_a_percentage_by_hand() -> None:
    plan = cp.get_plan("dawa_2023")
    cases = boundary_cases(plan, only="community_coverage")
    assert list(map(told, cases)) == [
        ("value", "below", Decimal("49.99"), "NOT_MET"),
        ("value", "at", 50, "MET"),
        ("value", "above", Decimal("50.01"), "MET"),
        ("value", "unstated", None, "UNKNOWN"),
        ("value", "stale", 50, "UNKNOWN"),
        ("value", "before", 50, "NOT_APPLICABLE"),
        ("value", "after", Decimal("49.99"), "NOT_MET"),
        ("part", "below", 4_999_999, "NOT_MET"),
        ("part", "at", 5_000_000, "MET"),
        ("part", "above", 5_000_001, "MET"),
    ]
    assert cases.cases[-1].subject[0].whole == 10_000_000


# 4.5 in a thousand, of ten million people 45,000 slots.
def test_so_many_in_a_thousand_by_hand() -> None:
    cases = boundary_cases(cp.get_plan("dawa_2023"), only="slots_per_thousand")
    assert [told(case)[2:] for case in cases if case.path == "part"] == [
        (44_999, "NOT_MET"),
        (45_000, "MET"),
        (45_001, "MET"),
    ]


# 每县至少一个, by a day: what was built before it is there; that there was none then says nothing.
def test_a_count_that_had_reached_its_target_is_not_stale() -> None:
    cases = boundary_cases(cp.get_plan("dawa_2023"), only="institution_in_town")
    assert [told(case)[1:] for case in cases if case.place is Place.STALE] == [
        ("stale", 0, "UNKNOWN"),
        ("stale", 1, "MET"),
    ]


def test_without_a_date_it_is_met_or_unknown() -> None:
    cases = boundary_cases(cp.get_plan("shiyan_2021"), only="pilot_per_county")
    assert [told(case)[1:] for case in cases] == [
        ("below", 0, "UNKNOWN"),
        ("at", 1, "MET"),
        ("above", 2, "MET"),
        ("unstated", None, "UNKNOWN"),
    ]


def test_words_are_not_measurable_whatever_is_measured() -> None:
    cases = boundary_cases(cp.get_plan("baodi_2020"), only="system_2025")
    assert [(case.value, case.expected) for case in cases] == [
        (0, cp.Outcome.NOT_MEASURABLE),
        (None, cp.Outcome.NOT_MEASURABLE),
    ]


# 100 % is all: 100.01 % cannot be, but of a gross rate it can.
@pytest.mark.parametrize(("gross", "places"), [(None, 2), (True, 3)])
def test_what_is_more_than_all_is_tried_of_a_gross_rate_only(
    gross: bool | None, places: int
) -> None:
    plan = plan_of(w.Milestone(DUE, 100), measure=PERCENT, may_exceed_whole=gross)
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    around = {Place.BELOW, Place.AT, Place.ABOVE}
    assert sum(case.path == "part" and case.place in around for case in cases) == places
    assert sum(case.path == "value" and case.place in around for case in cases) == places


# Nothing is less than none: 0 % has no part below it.
def test_there_is_no_part_below_none() -> None:
    plan = plan_of(w.Milestone(DUE, w.Between(0, 10)), measure=PERCENT)
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    # Of ten million: none, and one; a tenth, one less and one more.
    parts = [case.value for case in cases if case.path == "part"]
    assert parts == [0, 1, 999_999, 1_000_000, 1_000_001]
    assert [case.value for case in cases if case.place is Place.BELOW and case.path == "value"] == [
        Decimal("9.99")
    ]


def test_a_series_is_tried_at_each_of_its_days() -> None:
    series = (w.Milestone(DUE, 40), w.Milestone(LATER, 60))
    plan = plan_of(*series, measure=PERCENT)
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    before = [case for case in cases if case.place is Place.BEFORE]
    # The day before 60 are due, what is not 60 yet but 40 is enough.
    assert [(case.value, case.expected.name) for case in before] == [
        (40, "NOT_APPLICABLE"),
        (Decimal("59.99"), "MET"),
    ]


# Undated beside dated it never decides; of several undated the strongest does.
def test_of_what_has_no_date_only_what_decides_is_tried() -> None:
    dated = plan_of(w.Milestone(DUE, 5), w.Milestone(None, 9), measure=COUNT)
    assert {case.leaf for case in boundary_cases(dated)} == {w.Milestone(DUE, 5)}
    expected = w.Milestone(None, 5, strength=w.Strength.EXPECTED)
    several = plan_of(expected, w.Milestone(None, 9), measure=COUNT)
    cases = boundary_cases(several)
    cases.check(by_library(several))
    assert {case.leaf for case in cases} == {w.Milestone(None, 9)}


def test_a_target_under_a_reading_names_it() -> None:
    cases = boundary_cases(cp.get_plan("bda_2017"), only="rooms")
    assert {tuple(case.readings.items()) for case in cases} == {(("ten_rooms", "together"),)}


# A percentage of what can be no figure: nothing of it can be tried.
def test_increments_are_held_to_their_sum() -> None:
    target = one_figure(
        clause=CLAUSE,
        key="t",
        title=TITLE,
        measure=COUNT,
        increments=True,
        base=10,
        due=DUE,
        value=5,
    )
    plan = small_plan(targets=[target])
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    assert [case.value for case in cases if case.place is Place.AT] == [15]
