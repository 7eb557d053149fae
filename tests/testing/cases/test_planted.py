"""Faults that programs have are found by the cases: planted in the five documents, one by one."""

from datetime import timedelta
from typing import Any

import attrs
import pytest
from testing.cases.documents import EVERY, OURS
from testing.cases.misreadings import (
    Answer,
    blank_is_no,
    by,
    misread,
    misread_plan,
    missing_mark_is_zero,
    nothing_reported_is_none,
    of_last_year,
    old_is_taken,
)

import careplan as cp
from careplan import writing as w
from careplan.testing import BoundaryCases, Place, boundary_cases, class_cases, decisive_cases

EACH = pytest.mark.parametrize("plan", OURS.values(), ids=OURS)
DAWA, BDA, SHUANGLIAO = OURS["dawa_2023"], OURS["bda_2017"], OURS["shuangliao_2021"]


def found(cases: BoundaryCases, answer: Answer) -> str:
    """Return what a check says of answers that are not all right."""
    with pytest.raises(AssertionError) as caught:
        cases.check(answer, without=cases.without)
    return str(caught.value)


@EACH
def test_over_read_as_from_is_found(plan: cp.Plan) -> None:
    assert "-at" in found(boundary_cases(plan), by(misread_plan(plan)))


# A single bound is enough: each rule and benefit that has a threshold, and each target.
@EACH
def test_each_single_rule_misread_is_found(plan: cp.Plan) -> None:
    names = {case.number for case in boundary_cases(plan) if case.whole is None}
    for field in ("rules", "benefits"):
        listed = getattr(plan, field)
        for index, one in enumerate(listed):
            if one.id in names:
                mixed: Any = {field: (*listed[:index], misread(one), *listed[index + 1 :])}
                wrong = by(attrs.evolve(plan, **mixed))
                said = found(boundary_cases(plan, only=one.id), wrong)
                assert one.clause.locator in said


@EACH
def test_each_single_target_misread_is_found(plan: cp.Plan) -> None:
    figures = {key: one for key, one in plan.targets.items() if any(m.ends for m in one.milestones)}
    assert figures  # every one of the five has a figure to reach
    for key, one in figures.items():
        wrong = attrs.evolve(plan, targets={**plan.targets, key: misread(one)})
        assert f"{one.id}-value" in found(boundary_cases(plan, only=key), by(wrong))


def test_each_row_of_a_ledger_misread_is_found() -> None:
    ledger = DAWA.ledgers["slots"]
    for index, row in enumerate(ledger.rows):
        rows = (*ledger.rows[:index], misread(row), *ledger.rows[index + 1 :])
        wrong = attrs.evolve(DAWA, ledgers={"slots": attrs.evolve(ledger, rows=rows)})
        assert f"{row.id}-slots-" in found(boundary_cases(DAWA, only=row.locality), by(wrong))


@EACH
def test_a_blank_read_as_no_is_found(plan: cp.Plan) -> None:
    assert "-unstated" in found(decisive_cases(plan), blank_is_no(plan))


# Of the five only Beijing's prints sheets: 90 of 100 points pass.
def test_a_missing_mark_read_as_nothing_is_found() -> None:
    assert [plan for plan in OURS.values() if plan.scorecards] == [BDA]
    for key, sheet in BDA.scorecards.items():
        said = found(boundary_cases(BDA, only=key), missing_mark_is_zero(BDA))
        # Every item is one that a sum may hang on.
        assert all(f"{sheet.id}-{item.key}-unstated" in said for item in sheet.items)
        assert "expected Outcome.UNKNOWN, got Outcome.NOT_MET" in said


# Of the five only Dawa's prints a ledger: 15 places, three years, the figure grows everywhere.
def test_last_years_row_of_a_ledger_is_found() -> None:
    assert [plan for plan in OURS.values() if plan.ledgers] == [DAWA]
    said = found(boundary_cases(DAWA, only="slots"), by(of_last_year(DAWA)))
    for row in DAWA.ledgers["slots"].rows:
        for year in ("2024", "2025"):
            assert f"{row.id}-slots-{year}-12-31-below" in said
        assert f"{row.id}-slots-2023" not in said  # there is no year before the first


# Shiyan's figures have no date, so that no report is too old for them.
@EACH
def test_a_stale_figure_that_is_taken_is_found(plan: cp.Plan) -> None:
    cases = boundary_cases(plan)
    if plan.id == "shiyan_2021":
        assert not [case for case in cases if case.place is Place.STALE]
        return
    assert "-stale" in found(cases, old_is_taken(plan))


def test_nothing_reported_read_as_none_is_found() -> None:
    said = found(boundary_cases(DAWA, only="slots"), nothing_reported_is_none(DAWA))
    assert "a2.1-slots-2023-12-31-unstated" in said
    # All together: one of fifteen did not report.
    assert f"{DAWA.ledgers['slots'].id}-slots-2025-12-31-unstated" in said


# A figure is due on its day, and still the day after.
@pytest.mark.parametrize(("days", "place"), [(-1, "before"), (1, "at")])
def test_a_due_day_read_a_day_early_or_late_is_found(days: int, place: str) -> None:
    def moved(milestone: Any) -> Any:
        return attrs.evolve(milestone, due=milestone.due + timedelta(days=days))

    target = SHUANGLIAO.targets["coverage"]
    wrong = attrs.evolve(
        SHUANGLIAO,
        targets={"coverage": attrs.evolve(target, milestones=tuple(map(moved, target.milestones)))},
    )
    assert f"-{place}" in found(boundary_cases(SHUANGLIAO, only="coverage"), by(wrong))


# 99.99999 in a hundred is not every venue: a share that is rounded before it is held to 100 is.
def test_a_share_that_is_rounded_first_is_found() -> None:
    def rounded(case: Any) -> object:
        shares = tuple(
            cp.Measurement(on=one.on, value=round(float(one.figure(w.Measure.PERCENT)), 2))
            for one in case.subject
        )
        return attrs.evolve(case, subject=shares).answer(SHUANGLIAO)

    said = found(boundary_cases(SHUANGLIAO, only="coverage"), rounded)
    assert "2-part-2021-12-31-below" in said


@pytest.mark.parametrize("plan", EVERY, ids=lambda plan: plan.id)
def test_who_answers_as_careplan_does_passes(plan: cp.Plan) -> None:
    for cases in (boundary_cases(plan), decisive_cases(plan), class_cases(plan)):
        cases.check(by(plan), without=cases.without)
