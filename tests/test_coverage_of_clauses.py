"""Every clause of the five documents is encoded, or declined with its reason."""

import csv
from collections import Counter
from pathlib import Path

import pytest

import careplan as cp

ROWS = list(
    csv.DictReader(
        (Path(__file__).parent / "data" / "clauses.csv").read_text(encoding="utf-8").splitlines()
    )
)

# What the inventory calls a clause, and the objects that may encode it. The first is the rule
# of the brief; the others stand where an office acts or where the library has a closer noun.
KINDS = {
    "criterion": {"Rule", "Benefit", "Definition", "Task"},
    "criteria-set": {"Rule", "Benefit", "Definition", "Task"},
    "responsibility-entry": {"Task", "Definition"},
    "indicator-target": {"Target"},
    "count-target": {"Target"},
    "slot-target": {"Target", "Ledger", "LedgerRow"},
    "scorecard": {"Scorecard", "SheetItem", "Rule"},
    "form-fields": {"Form"},
    "recurring-duty": {"Duty"},
    "stage": {"Stage", "Deadline", "Task"},
    "council": {"Council", "Meeting", "Task"},
    "registration-step": {
        *("Route", "Step", "Registration", "BusinessScope", "Oversight"),
        *("Rule", "Benefit"),
    },
    "benefit": {"Benefit", "Task"},
}


def test_the_inventory_is_whole() -> None:
    # 465 clauses: Shuangliao 58, Shiyan 176, Dawa 147, Beijing 43, Baodi 41.
    assert Counter(row["plan"] for row in ROWS) == {
        "shuangliao_2021": 58,
        "shiyan_2021": 176,
        "dawa_2023": 147,
        "bda_2017": 43,
        "baodi_2020": 41,
    }


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_the_register_is_the_inventory(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    registered = [(c.number, c.locator, c.modality.value) for c in plan.clauses]
    assert registered == [
        (row["number"], row["locator"], row["modality"]) for row in ROWS if row["plan"] == plan_id
    ]
    assert all(c.summary.zh and c.summary.en for c in plan.clauses)


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_coverage_is_complete(plan_id: str) -> None:
    coverage = cp.get_plan(plan_id).coverage()
    assert coverage.missing == ()
    assert coverage.extra == ()
    assert coverage.complete


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['plan']}/{row['number']}")
def test_each_clause_by_its_kind(row: dict[str, str]) -> None:
    plan = cp.get_plan(row["plan"])
    sorts = {type(one).__name__ for one in plan.encoded_by(row["number"])}
    allowed = KINDS.get(row["computable_as"])
    if allowed is not None:
        assert sorts & allowed, f"encoded by {sorts or 'nothing'}"
    elif not sorts:
        reason = plan.not_encoded[row["number"]]
        assert reason.zh
        assert reason.en
