"""Chongqing's ladder by area or visitors: which rung binds, and what an unknown fact leaves open.

The expected answers are those of the figures: 5,000 to 10,000 both included owe 6 square metres,
above 10,000 owes 10, by area or by visitors, and the higher rung binds.
"""

from typing import Any

import pytest
from outside.chongqing_2017 import PLAN, Kind, Place

import careplan as cp
from careplan.audit import find_flaws
from careplan.base.errors import NotFound

MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
SQUARE_METRES = {"1.a": 6, "1.b": 10}


def place(area: Any, flow: Any, *rooms: Any, **facts: Any) -> Place:
    """Make a hospital with rooms of the areas given."""
    return Place(
        **{"category": Kind.HOSPITAL, **facts},
        building_area_m2=area,
        daily_visitors=flow,
        rooms=[cp.Room(area_m2=m2) for m2 in rooms],
    )


@pytest.mark.parametrize(
    ("area", "flow", "owed"),
    [
        (4_999, 4_999, None),
        (5_000, 0, 6),
        (10_000, 0, 6),
        (10_001, 0, 10),
        (6_000, 12_000, 10),  # the higher rung binds
        (3_000, 7_000, 6),
    ],
)
def test_what_is_owed(area: int, flow: int, owed: int | None) -> None:
    found = cp.owed(place(area, flow), PLAN)
    assert [SQUARE_METRES[duty.number] for duty in found.duties] == ([] if owed is None else [owed])
    assert found.missing == ()
    # Owed, and no room: not met. With a room of just that size: met; of less: not met.
    expected = NOT_APPLICABLE if owed is None else NOT_MET
    assert cp.assess(place(area, flow), PLAN).outcome is expected
    if owed is not None:
        assert cp.assess(place(area, flow, owed), PLAN).outcome is MET
        assert cp.assess(place(area, flow, owed - 0.01), PLAN).outcome is NOT_MET


@pytest.mark.parametrize(
    ("rooms", "outcome", "missing"),
    [
        ((), NOT_MET, ()),  # 6 or 10 is owed either way
        ((6,), UNKNOWN, ("daily_visitors",)),
        ((10,), MET, ()),
    ],
)
def test_visitors_unknown(rooms: tuple[int, ...], outcome: Any, missing: tuple[str, ...]) -> None:
    a = cp.assess(place(7_000, None, *rooms), PLAN)
    assert (a.outcome, a.missing) == (outcome, missing)
    assert len(a.findings) == 1  # counted once
    # Each rung under its own number: 7,000 m2 owes 6 unless it is crowded.
    assert a.finding("1").outcome is outcome
    assert (a.finding("1.a").applies, a.finding("1.b").applies) == (cp.Truth.UNKNOWN,) * 2
    assert [clause.number for clause in a.findings[0].cited] == ["1.a", "1.b"]  # type: ignore[union-attr]  # a ladder


def test_a_rung_that_is_superseded_is_not_applicable() -> None:
    a = cp.assess(place(6_000, 12_000, 6), PLAN)
    assert [a.finding(number).outcome for number in ("1", "1.a", "1.b")] == [
        NOT_MET,
        NOT_APPLICABLE,
        NOT_MET,
    ]
    assert [clause.number for clause in a.findings[0].cited] == ["1.b"]  # type: ignore[union-attr]  # a ladder


def test_the_higher_rung_leaves_the_lower_ones_facts_unasked() -> None:
    # 12,000 m2: whatever the visitors, 10 is owed; only the room is still to be stated.
    asked = Place(category=Kind.HOSPITAL, building_area_m2=12_000, rooms=[cp.Room()])
    assert cp.assess(asked, PLAN).missing == ("rooms[0].area_m2",)


def test_nothing_may_be_owed_at_all() -> None:
    # Neither is stated: perhaps nothing is owed, so no room is no breach yet.
    a = cp.assess(place(None, None), PLAN)
    assert (a.outcome, a.missing) == (UNKNOWN, ("building_area_m2", "daily_visitors"))
    assert cp.assess(place(None, None, 10), PLAN).outcome is MET
    assert cp.owed(place(None, None), PLAN).missing == ("building_area_m2", "daily_visitors")


def test_below_is_no_exemption() -> None:
    assert "不等于免除" in cp.assess(place(4_999, 4_999), PLAN).explain("zh")


@pytest.mark.parametrize(("grade", "outcome"), [(5, NOT_MET), (4, NOT_APPLICABLE), (None, UNKNOWN)])
def test_scenic_areas_are_listed_from_5a(grade: int | None, outcome: cp.Outcome) -> None:
    asked = place(7_000, 0, category=Kind.SCENIC_AREA, scenic_grade=grade)
    a = cp.assess(asked, PLAN)
    assert (a.outcome, a.missing) == (outcome, ("scenic_grade",) if grade is None else ())


def test_a_kind_that_is_not_listed_owes_nothing() -> None:
    asked = place(12_000, 12_000, category=Kind.GOVERNMENT_SERVICE_CENTRE)
    assert cp.assess(asked, PLAN).outcome is NOT_APPLICABLE
    with pytest.raises(NotFound):
        cp.assess(asked, PLAN).finding("2")


def test_what_would_end_the_breach() -> None:
    # It is open which rung binds: an option ends the breach whichever it is.
    (remedy,) = cp.remedies(cp.assess(place(7_000, None, 4), PLAN))
    assert remedy.finding.number == "1"
    assert [option.needed.describe("en") for option in remedy.options] == [
        "area of room 1 at least 10 m2",
        "area of room 2 at least 10 m2",
    ]
    # Settled: the rung that binds.
    (remedy,) = cp.remedies(cp.assess(place(7_000, 0, 4), PLAN))
    assert remedy.finding.number == "1.a"
    assert remedy.options[0].needed.describe("en") == "area of room 1 at least 6 m2"


def test_nothing_is_left_out_and_nothing_at_odds() -> None:
    assert PLAN.coverage().complete
    assert find_flaws(PLAN) == ()
