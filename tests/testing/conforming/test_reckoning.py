"""Ledgers and targets on and around their dates and figures, and never below none."""

from datetime import date
from typing import Any

import attrs
import conformance_evaluator as evaluator
from goals import one_figure
from testing.cases.small_plans import CLAUSE, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing.conforming.conformance import conformance


def test_there_is_no_count_below_none() -> None:
    row = w.LedgerRow(
        clause=CLAUSE, locality="甲镇", milestones=(w.Milestone(date(2024, 12, 31), 0),)
    )
    ledger = w.Ledger(
        clause=CLAUSE,
        key="slots",
        title=cp.Text(zh="台账", en="ledger"),
        rows=(row,),
        precision=w.Precision.DAY,
    )
    data = conformance(small_plan(ledgers=[ledger]))
    [section] = data["ledgers"]
    slots = [count["slots"] for case in section["cases"] for count in case["counts"]]
    assert min(slots) == 0
    assert len(section["cases"]) == 5
    assert evaluator.disagreements(data) == []


def test_targets_without_a_date_of_counts_and_of_rates_that_pass_the_whole() -> None:
    title = cp.Text(zh="目标", en="target")
    stated: list[Any] = [
        {"measure": w.Measure.COUNT, "value": 1, "due": None},
        {"measure": w.Measure.COUNT, "value": 1, "due": date(2024, 12, 31)},
        {"measure": w.Measure.PERCENT, "value": 100, "due": date(2024, 12, 31)},
    ]
    targets = [
        one_figure(clause=CLAUSE, part=str(index), key=f"t{index}", title=title, **one)
        for index, one in enumerate(stated)
    ]
    gross = attrs.evolve(targets[2], part="gross", key="gross", may_exceed_whole=True)
    data = conformance(small_plan(targets=[*targets, gross]))
    undated, counted, capped, uncapped = data["targets"]
    assert evaluator.disagreements(data) == []
    assert {case["expected"]["outcome"] for case in undated["cases"]} == {"met", "unknown"}

    def older(section: Any) -> list[str]:
        """Return the outcomes on the due date for figures of the day before."""
        return [
            case["expected"]["outcome"]
            for case in section["cases"]
            if case["on"] == "2024-12-31"
            and [one["on"] for one in case["reports"]] == ["2024-12-30"]
        ]

    # One that was there the day before is there; below it, and for a rate, nothing is known.
    assert older(counted) == ["unknown", "met"]
    assert older(capped) == ["unknown", "unknown"]
    # More than all is tried only where the target allows it.
    figures = [
        [one["value"] for case in s["cases"] for one in case["reports"]] for s in (capped, uncapped)
    ]
    assert [max(map(float, tried)) > 100 for tried in figures] == [False, True]


def test_there_is_no_figure_below_none() -> None:
    title = cp.Text(zh="目标", en="target")
    none = one_figure(
        clause=CLAUSE,
        key="t",
        title=title,
        measure=w.Measure.COUNT,
        value=0,
        due=date(2024, 12, 31),
    )
    data = conformance(small_plan(targets=[none]))
    [section] = data["targets"]
    assert {one["value"] for case in section["cases"] for one in case["reports"]} == {0, 1}
    assert evaluator.disagreements(data) == []


def test_each_column_of_a_ledger_is_counted() -> None:
    owed = (
        w.Milestone(date(2024, 12, 31), 40),
        w.Milestone(date(2024, 12, 31), 2, op=w.Op.EQ, of="institutions"),
    )
    ledger = w.Ledger(
        clause=CLAUSE,
        key="two",
        title=cp.Text(zh="台账", en="ledger"),
        columns=(
            w.Column(key="slots", label=cp.Text(zh="托位", en="slots")),
            w.Column(key="institutions", label=cp.Text(zh="机构", en="institutions")),
        ),
        rows=(w.LedgerRow(clause=CLAUSE, part="a", locality="甲镇", milestones=owed),),
        precision=w.Precision.DAY,
    )
    data = conformance(small_plan(ledgers=[ledger]))
    assert evaluator.disagreements(data) == []
    counts = [count for case in data["ledgers"][0]["cases"] for count in case["counts"]]
    # Below, at and above each figure: 39 to 41 slots, and one to three institutions.
    assert {one["slots"] for one in counts if "slots" in one} == {39, 40, 41}
    assert {one["number"] for one in counts if one.get("of") == "institutions"} == {1, 2, 3}
