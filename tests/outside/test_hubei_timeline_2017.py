"""Hubei's timeline: half by 2017, four fifths by 2018, and basically all, in words, by 2020.

The expected answers are those that the facts give: 55 % on 2018-03-31 is more than the 50 % of
2017, and no figure says whether it is basically complete.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from outside.hubei_timeline_2017 import PLAN

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.testing import assert_explained
from careplan.verbs.tracking.targets import TargetProgress

ROOMS = PLAN.targets["rooms"]
END_2017, END_2018, END_2020 = (date(year, 12, 31) for year in (2017, 2018, 2020))
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
NOT_APPLICABLE, IN_WORDS = cp.Outcome.NOT_APPLICABLE, cp.Outcome.NOT_MEASURABLE


def standing(on: date, *measured: tuple[date, Any]) -> TargetProgress:
    """Track what was measured on some days."""
    reports = [cp.Measurement(on=day, value=value) for day, value in measured]
    return cp.track_progress(ROOMS, reports, on=on)


def test_half_is_due_and_four_fifths_come_next() -> None:
    found = standing(date(2018, 6, 30), (date(2018, 3, 31), 55))
    assert found.due is not None
    assert found.next is not None
    assert (found.due.value, found.due.due) == (50, END_2017)
    assert (found.next.value, found.next.due) == (80, END_2018)
    assert (found.outcome, found.short_by) == (MET, 0)
    assert [one.outcome for one in found.standings] == [MET, NOT_APPLICABLE, IN_WORDS]


def test_basically_complete_is_no_figure() -> None:
    found = standing(date(2021, 1, 31), (date(2020, 12, 31), 97))
    assert (found.outcome, found.figure, found.short_by) == (IN_WORDS, 97, None)
    # What was asked before is reached, and is said beside it: 97 is more than 50 and than 80.
    assert [one.outcome for one in found.standings] == [MET, MET, IN_WORDS]


@pytest.mark.parametrize(
    ("on", "measured", "outcome", "short_by"),
    [
        # Before the first date it is not due, and the figure shows how far it is: 50 - 49.99.
        (date(2017, 12, 30), Decimal("49.99"), NOT_APPLICABLE, Decimal("0.01")),
        (END_2017, Decimal("49.99"), NOT_MET, Decimal("0.01")),
        (END_2017, 50, MET, 0),
        (date(2018, 12, 30), 50, MET, 0),
        (END_2018, 79, NOT_MET, 1),
        (END_2018, 80, MET, 0),
        (date(2020, 12, 30), 80, MET, 0),
        (END_2020, 80, IN_WORDS, None),
    ],
)
def test_the_days_about_each_date(
    on: date, measured: Any, outcome: cp.Outcome, short_by: Any
) -> None:
    found = standing(on, (on, measured))
    assert (found.outcome, found.short_by) == (outcome, short_by)


def test_what_was_measured_before_a_date_says_nothing_of_it() -> None:
    found = standing(END_2018, (date(2018, 12, 30), 99))
    assert (found.outcome, found.stale, found.short_by) == (UNKNOWN, True, None)
    # Of the date before it says enough: 99 is more than 50, a year later.
    assert [one.outcome for one in found.standings] == [MET, UNKNOWN, IN_WORDS]
    assert standing(END_2018).outcome is UNKNOWN


def test_it_is_said_milestone_by_milestone_in_both_languages() -> None:
    found = standing(date(2018, 6, 30), (date(2018, 3, 31), 55))
    said = found.explain("zh").splitlines()
    assert said[0] == (
        "已达标：应设母婴室的单位设置率55%（2018年3月31日）；"
        "2017年底应达50%（公共场所），已达到；2018年底目标80%（公共场所和用人单位）。"
    )
    assert said[2:5] == [
        "2017年底：已达标；应达：50%（公共场所）",
        "2018年底：未到期；应达：80%（公共场所和用人单位）",
        "2020年底：无法量化；应达：基本完成设置（全部应设单位）",
    ]
    assert "basically complete (all that are to have one)" in found.explain("en")
    assert_explained(found)
    rows = found.records()
    assert [(row["target_value"], row["outcome"], row["decides"]) for row in rows] == [
        (50, "met", True),
        (80, "not_applicable", False),
        (None, "not_measurable", False),
    ]


def test_the_plan_goes_through_every_edge() -> None:
    assert find_flaws(PLAN) == ()
    assert PLAN.coverage().complete
    again = cp.codec.loads(cp.codec.dumps(PLAN), cp.Plan)
    assert again == PLAN
    found = standing(date(2018, 6, 30), (date(2018, 3, 31), 55))
    assert cp.codec.loads(cp.codec.dumps(found), TargetProgress) == found
    assert "2017年12月31日：50（公共场所，年底）" in PLAN.show("1").explain("zh", detail="all")
    agenda = cp.agenda(PLAN, date(2017, 1, 1), date(2020, 12, 31))
    assert [(entry.period.end, entry.period.precision) for entry in agenda.entries] == [
        (day, w.Precision.YEAR_END) for day in (END_2017, END_2018, END_2020)
    ]
    assert [one.title.zh for one in PLAN.tasks_of(cp.Body.LOCAL_GOVERNMENT)] == [ROOMS.title.zh]
