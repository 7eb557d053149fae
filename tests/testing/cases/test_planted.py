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
    none_is_unknown,
    nothing_reported_is_none,
    of_last_year,
    old_is_taken,
    one_count,
    swapped,
)
from testing.cases.small_plans import plan_of

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


def rule_of(plan: cp.Plan, number: str) -> Any:
    return next(one for one in (*plan.rules, *plan.benefits) if one.id == number)


def with_rule(plan: cp.Plan, rule: Any) -> cp.Plan:
    rules = tuple(rule if one.id == rule.id else one for one in plan.rules)
    benefits = tuple(rule if one.id == rule.id else one for one in plan.benefits)
    return attrs.evolve(plan, rules=rules, benefits=benefits)


# 七（二）: every room is clean and in use, not one of them; 四（一）: one such room suffices.
@pytest.mark.parametrize(
    ("plan", "number"),
    [
        *((SHUANGLIAO, number) for number in ("4.1.e", "4.2.b", "4.2.c", "4.2.d", "7.2.c")),
        *((BDA, number) for number in ("1.a", "3.1.b")),
        *((DAWA, number) for number in ("3.1.2.b", "3.1.2.d")),
    ],
)
def test_all_read_as_any_is_found(plan: cp.Plan, number: str) -> None:
    wrong = with_rule(plan, swapped(rule_of(plan, number)))
    assert f"{number}-rooms-mixed" in found(decisive_cases(plan, only=number), by(wrong))


@pytest.mark.parametrize("plan", [SHUANGLIAO, BDA, DAWA], ids=lambda plan: plan.id)
def test_no_rooms_read_as_not_stated_is_found(plan: cp.Plan) -> None:
    assert "-rooms-empty" in found(decisive_cases(plan), none_is_unknown(plan))


# Two clean rooms are asked for: of one more nobody says whether it is.
@pytest.mark.parametrize("read_as", [False, True])
def test_a_blank_that_is_counted_is_found(*, read_as: bool) -> None:
    venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
    plan = plan_of(requires=cp.count(venue.rooms, room.clean) >= 2)

    def counted(case: Any) -> object:
        if case.subject.rooms is None:
            return case.expected
        clean = [read_as if one.clean is None else one.clean for one in case.subject.rooms]
        return cp.Outcome.MET if sum(clean) >= 2 else cp.Outcome.NOT_MET

    cases = decisive_cases(plan)
    assert "1.a-rooms.clean-unstated" in found(cases, counted)
    cases.check(by(plan), without=cases.without)


# 四（二）: whether a room is existing says which of two rules holds for it.
@pytest.mark.parametrize("number", ["4.2.c", "4.2.d"])
def test_a_blank_that_filters_is_found(number: str) -> None:
    cases = decisive_cases(SHUANGLIAO, only=number)
    blank = [one for one in cases if one.path == "rooms[*].existing" and one.value is None]
    assert blank
    said = found(cases, blank_is_no(SHUANGLIAO))
    assert f"{number}-rooms.existing-unstated" in said


# The figure that counts is the newest: not the first, last, oldest, largest or smallest one.
@pytest.mark.parametrize(
    "choose",
    [
        lambda counts: counts[0],
        lambda counts: counts[-1],
        lambda counts: min(counts, key=lambda one: one.on),
        lambda counts: max(counts, key=amount),
        lambda counts: min(counts, key=amount),
    ],
    ids=["first", "last", "oldest", "largest", "smallest"],
)
def test_another_count_than_the_newest_is_found(choose: Any) -> None:
    said = found(decisive_cases(DAWA), one_count(DAWA, choose))
    ledger = DAWA.ledgers["slots"]
    for row in ledger.rows:
        assert f"{row.id}-slots-2025-12-31-newest" in said
    assert "-value-2025-12-31-newest" in said


def amount(count: Any) -> Any:
    """Return how much was counted, or measured."""
    return count.value if isinstance(count, cp.Measurement) else count.number
