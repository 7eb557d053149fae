"""What is due and whether a figure reaches it, reckoned from milestones: by hand, and as asked."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.criteria.signs import Op
from careplan.testing.cases.figures.due import Series, is_bounded, is_over, reaches

FIRST, SECOND = date(2024, 12, 31), date(2025, 12, 31)
ONE = timedelta(days=1)
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
STRIVEN = w.Strength.STRIVEN_FOR
TWO = Series((w.Milestone(FIRST, 10), w.Milestone(SECOND, 20)))


# 不少于 includes 10, 超过 does not; 40至50 both ends, 超过40不满50 none.
@pytest.mark.parametrize(
    ("milestone", "holds"),
    [
        (w.Milestone(FIRST, 10), (False, True, True)),
        (w.Milestone(FIRST, 10, op=Op.GT), (False, False, True)),
        (w.Milestone(FIRST, 10, op=Op.LE), (True, True, False)),
        (w.Milestone(FIRST, 10, op=Op.LT), (True, False, False)),
        (w.Milestone(FIRST, 10, op=Op.EQ), (False, True, False)),
        (w.Milestone(FIRST, w.Between(10, 50)), (False, True, True)),
        (w.Milestone(FIRST, w.Between(10, 50, above=True)), (False, False, True)),
        (w.Milestone(FIRST, w.Between(5, 10)), (True, True, False)),
        (w.Milestone(FIRST, w.Between(5, 10, below=True)), (True, False, False)),
        (w.Milestone(FIRST, w.Between(high=10)), (True, True, False)),
        (w.Milestone(FIRST, None), (False, False, False)),
    ],
)
def test_which_figures_reach_a_milestone(milestone: w.Milestone, holds: tuple[bool, ...]) -> None:
    assert tuple(reaches(milestone, figure) for figure in (9, 10, 11)) == holds


@pytest.mark.parametrize(
    ("milestone", "over"),
    [
        (w.Milestone(FIRST, 10), (False, False, False)),
        (w.Milestone(FIRST, 10, op=Op.LE), (False, False, True)),
        (w.Milestone(FIRST, 10, op=Op.LT), (False, True, True)),
        (w.Milestone(FIRST, 10, op=Op.EQ), (False, False, True)),
        (w.Milestone(FIRST, w.Between(5, 10)), (False, False, True)),
        (w.Milestone(FIRST, w.Between(11, 12)), (False, False, False)),
        (w.Milestone(FIRST, w.Between(5)), (False, False, False)),
    ],
)
def test_which_figures_are_too_large(milestone: w.Milestone, over: tuple[bool, ...]) -> None:
    assert tuple(is_over(milestone, figure) for figure in (9, 10, 11)) == over
    assert is_bounded(milestone) is (True in over or milestone.ends == (11, 12))


@pytest.mark.parametrize(
    ("on", "reported", "outcome"),
    [
        (FIRST - ONE, (FIRST - ONE, 99), cp.Outcome.NOT_APPLICABLE),
        (FIRST, (FIRST, 9), NOT_MET),
        (FIRST, (FIRST, 10), MET),
        (FIRST, (FIRST - ONE, 10), UNKNOWN),
        (FIRST, None, UNKNOWN),
        (SECOND - ONE, (FIRST, 10), MET),
        (SECOND, (SECOND, 10), NOT_MET),
        (SECOND, (SECOND - ONE, 20), UNKNOWN),
        (SECOND, (SECOND, Fraction(39, 2)), NOT_MET),
    ],
)
def test_the_latest_day_that_has_come_decides(on: date, reported: Any, outcome: Any) -> None:
    assert TWO.outcome(on, reported) is outcome


# 力争 50 takes nothing from 40 that binds; alone it decides.
def test_the_strongest_kind_decides() -> None:
    binding, striven = w.Milestone(FIRST, 40), w.Milestone(SECOND, 50, strength=STRIVEN)
    both = Series((binding, striven))
    assert both.due(SECOND) is binding
    assert both.outcome(SECOND, (SECOND, 45)) is MET
    same_day = Series((attrs_later(binding), striven))
    assert same_day.deciding(FIRST) == attrs_later(binding)
    assert Series((striven,)).outcome(SECOND, (SECOND, 45)) is NOT_MET


def attrs_later(milestone: w.Milestone) -> w.Milestone:
    """Return the same milestone, due on the second day."""
    return w.Milestone(SECOND, milestone.value)


def test_what_has_no_date_is_met_or_unknown_and_words_are_not_measured() -> None:
    undated = Series((w.Milestone(None, 3),))
    assert undated.outcome(FIRST, (FIRST, 3)) is MET
    assert undated.outcome(FIRST, (FIRST, 2)) is UNKNOWN
    assert undated.outcome(FIRST, None) is UNKNOWN
    words = Series((w.Milestone(FIRST, None),))
    assert words.outcome(FIRST - ONE, None) is cp.Outcome.NOT_MEASURABLE
    # What has a date comes first, be it to come.
    mixed = Series((w.Milestone(FIRST, 3), w.Milestone(None, 1)))
    assert mixed.outcome(FIRST - ONE, (FIRST - ONE, 3)) is cp.Outcome.NOT_APPLICABLE


# Rooms that were built are there later; a band may since have been passed.
def test_an_older_count_that_reaches_what_is_open_above_stays() -> None:
    counted = Series((w.Milestone(FIRST, 10),), stays=True)
    assert counted.outcome(FIRST, (FIRST - ONE, 10)) is MET
    assert counted.outcome(FIRST, (FIRST - ONE, 9)) is UNKNOWN
    band = Series((w.Milestone(FIRST, w.Between(10, 12)),), stays=True)
    assert band.outcome(FIRST, (FIRST - ONE, 11)) is UNKNOWN


@pytest.mark.parametrize(
    ("reported", "outcome"),
    [
        ([(FIRST, 4), (FIRST, 6)], MET),
        ([(FIRST, 4), (FIRST, 5)], NOT_MET),
        ([(FIRST, 4), None], UNKNOWN),
        ([(FIRST, 10), None], MET),
        ([(FIRST, 4), (FIRST - ONE, 6)], UNKNOWN),
        ([None, None], UNKNOWN),
    ],
)
def test_several_together_are_a_range(reported: list[Any], outcome: Any) -> None:
    assert TWO.together(FIRST, reported) is outcome


# At most 10 together: what lacks can only add.
def test_together_too_many_is_certain_and_few_is_not() -> None:
    most = Series((w.Milestone(FIRST, 10, op=Op.LE),))
    assert most.together(FIRST, [(FIRST, 11), None]) is NOT_MET
    assert most.together(FIRST, [(FIRST, 3), None]) is UNKNOWN
    assert most.together(FIRST - ONE, [(FIRST, 3)]) is cp.Outcome.NOT_APPLICABLE
