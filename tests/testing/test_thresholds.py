"""Numbers and days are drawn at the thresholds of a plan or a ledger, and one step beside."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import find, given

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.testing.thresholds import near_milestones, near_thresholds

SHUANGLIAO, BDA = cp.get_plan("shuangliao_2021"), cp.get_plan("bda_2017")
LEDGER = cp.get_plan("dawa_2023").ledgers["slots"]
# 5,000 and 10,000 m2 of the rules; 0 of a definition, which asks that the fact be stated.
AROUND: list[Any] = [0, Decimal("0.01")]
AROUND += [Decimal("4999.99"), 5000, Decimal("5000.01")]
AROUND += [Decimal("9999.99"), 10000, Decimal("10000.01")]


@given(testing.venues(near_boundary=SHUANGLIAO, unknowns=False))
def test_numbers_are_drawn_at_the_thresholds_of_a_plan(venue: cp.Venue) -> None:
    assert venue.building_area_m2 in AROUND
    assert venue.coach_station_grade in (1, 2, 3)
    assert venue.rooms is not None
    near = {Decimal(n) for n in ("5.99", "6", "6.01", "9.99", "10", "10.01")}
    assert {room.usable_area_m2 for room in venue.rooms} <= near


@given(testing.rooms(near_boundary=BDA, unknowns=False))
def test_counts_of_a_table_are_drawn_at_the_thresholds(room: cp.Room) -> None:
    assert room.equipment is not None
    assert set(room.equipment.values()) <= {0, 1, 2}


def test_the_thresholds_of_a_plan() -> None:
    near = near_thresholds(BDA)
    assert near[cp.Employer, "female_employees"] == (99, 100, 101)
    assert near[cp.Room, "equipment"] == (0, 1, 2)
    assert near[cp.Measurement, "value"] == (Decimal("9.99"), 10, Decimal("10.01"))
    assert near[cp.Measurement, "on"] == (
        date(2017, 12, 30),
        date(2017, 12, 31),
        date(2018, 1, 1),
    )
    assert set(near_milestones(LEDGER)) == {(cp.SlotCount, "slots"), (cp.SlotCount, "on")}
    assert (cp.SlotCount, "slots") in near_thresholds(cp.get_plan("dawa_2023"))
    # Criteria of any depth are looked through.
    rooms, room = cp.facts(cp.Venue).rooms, cp.facts(cp.Room)
    clause = BDA.clauses[0]
    deep = cp.not_(cp.every(rooms, cp.any_of(room.private, room.area_m2 < 33)))
    title = BDA.document.title
    plan = cp.Plan(
        id="small",
        document=w.Document(title=title, issuer=title),
        clauses=(clause,),
        benefits=(w.Benefit(clause=clause, condition=deep),),
    )
    assert near_thresholds(plan) == {(cp.Room, "area_m2"): (Decimal("32.99"), 33, Decimal("33.01"))}


@given(testing.slot_counts(LEDGER))
def test_slot_counts_of_a_ledger(count: cp.SlotCount) -> None:
    row = LEDGER.row(count.locality)
    assert row.locality == count.locality
    assert min(abs((count.on - due).days) for due in LEDGER.dates()) <= 1
    cp.track_progress(LEDGER, [count], on=date(2026, 12, 31))


@given(testing.slot_counts(LEDGER, locality="大洼街道", slots=80))
def test_slot_counts_take_facts_as_well(count: cp.SlotCount) -> None:
    assert (count.locality, count.slots) == ("大洼街道", 80)


def test_a_whole_lot_of_venues_meets_both_answers_near_a_boundary() -> None:
    venues = testing.venues(
        near_boundary=SHUANGLIAO, unknowns=False, category=cp.VenueCategory.HOSPITAL
    )
    for outcome in (cp.Outcome.MET, cp.Outcome.NOT_MET):
        found = find(
            venues,
            lambda one, wanted=outcome: (  # type: ignore[misc]  # bound in the loop
                cp.assess(one, SHUANGLIAO).finding("4.1.b").outcome is wanted
            ),
        )
        assert found.building_area_m2 == Decimal("10000.01")
