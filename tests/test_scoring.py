"""Scores as ranges: Beijing annex 4, 100 points, pass at 90 and above."""

import decimal
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan.criteria import TRUE

BDA = cp.get_plan("bda_2017")
CARE_ROOM, MUMMY_HUT = BDA.scorecards["care_room"], BDA.scorecards["mummy_hut"]
# Annex 4: 20 + 20 + 40 + 10 + 10 = 100.
MAXIMA = {"area": 20, "cleanliness": 20, "equipment": 40, "care_materials": 10, "management": 10}
ALL_OR_NOTHING = {"marking": "all_or_nothing"}
DESIGN = {"area": 20, "cleanliness": 18, "equipment": 40, "management": 10}


def test_the_sheet_of_the_design() -> None:
    s = cp.score(CARE_ROOM, DESIGN)
    # 20 + 18 + 40 + 10 = 88; the open item brings 0 to 10.
    assert (s.low, s.high, s.outcome) == (88, 98, cp.Outcome.UNKNOWN)
    assert (s.missing, s.needed) == (("care_materials",), 2)
    assert s.passed is None


def test_minimum_marks_of_the_design() -> None:
    # Each item may lack 100 - 90 = 10 points: 20-10, 20-10, 40-10, 10-10, 10-10.
    assert cp.minimum_marks(CARE_ROOM) == {
        "area": 10,
        "cleanliness": 10,
        "equipment": 30,
        "care_materials": 0,
        "management": 0,
    }
    # All or nothing: without area (80), cleanliness (80) or equipment (60) no pass.
    assert cp.minimum_marks(CARE_ROOM, readings=ALL_OR_NOTHING) == {
        "area": 20,
        "cleanliness": 20,
        "equipment": 40,
        "care_materials": 0,
        "management": 0,
    }


@pytest.mark.parametrize(
    ("cleanliness", "outcome", "needed"),
    [
        # 70.. with area 20, equipment 40, materials 0, management 10 = 70 + cleanliness.
        (Decimal("19.5"), cp.Outcome.NOT_MET, None),  # 89.5: below the mark, annex 4 note
        (20, cp.Outcome.MET, 0),  # 90: 以上 includes it
    ],
)
def test_pass_mark_boundary(cleanliness: object, outcome: cp.Outcome, needed: int | None) -> None:
    marks = {**DESIGN, "cleanliness": cleanliness, "care_materials": 0}
    s = cp.score(CARE_ROOM, marks)
    assert (s.outcome, s.needed, s.missing) == (outcome, needed, ())
    assert s.low == s.high
    assert s.passed is (outcome is cp.Outcome.MET)


def test_out_of_reach_needs_nothing_more() -> None:
    s = cp.score(CARE_ROOM, {"equipment": 20})  # 100 - 20 = 80 at most
    assert (s.low, s.high, s.outcome, s.needed) == (20, 80, cp.Outcome.NOT_MET, None)


def test_a_range_may_pass_whatever_the_open_items_bring() -> None:
    s = cp.score(CARE_ROOM, {k: v for k, v in MAXIMA.items() if k != "management"})
    assert (s.low, s.high, s.outcome, s.needed) == (90, 100, cp.Outcome.MET, 0)
    assert (s.missing, s.passed) == (("management",), True)


def test_none_is_an_open_mark_and_nothing_at_all_is_open() -> None:
    assert cp.score(CARE_ROOM, {"area": None}).missing == tuple(MAXIMA)
    assert cp.score(CARE_ROOM, {}).needed == 90


@given(st.fixed_dictionaries({}, optional={k: st.integers(0, v) for k, v in MAXIMA.items()}))
def test_a_score_is_the_range_of_its_completions(marks: dict[str, int]) -> None:
    s = cp.score(CARE_ROOM, marks)
    least = cp.score(CARE_ROOM, {**dict.fromkeys(MAXIMA, 0), **marks})
    most = cp.score(CARE_ROOM, {**MAXIMA, **marks})
    assert (s.low, s.high) == (least.low, most.low)
    assert (s.outcome is cp.Outcome.UNKNOWN) == (least.outcome is not most.outcome)


@given(st.fixed_dictionaries({k: st.integers(0, v) for k, v in MAXIMA.items()}))
def test_a_pass_has_every_minimum(marks: dict[str, int]) -> None:
    if cp.score(CARE_ROOM, marks).outcome is cp.Outcome.MET:
        least = cp.minimum_marks(CARE_ROOM)
        assert all(marks[key] >= least[key] for key in marks)


def test_a_room_sets_no_mark_under_the_default_reading() -> None:
    big = cp.Room(use=cp.RoomUse.CARE_ROOM, area_m2=30)
    assert "area" in cp.score(CARE_ROOM, {}, room=big).missing
    assert cp.score(CARE_ROOM, {"area": 5}, room=big).low == 5


@pytest.mark.parametrize(
    ("sheet", "use", "area", "mark"),
    [
        # a4.1: a care room from 20 m2, a hut from 10 m2; 以上 includes the number.
        (CARE_ROOM, cp.RoomUse.CARE_ROOM, Decimal("19.99"), 0),
        (CARE_ROOM, cp.RoomUse.CARE_ROOM, 20, 20),
        (MUMMY_HUT, cp.RoomUse.MUMMY_HUT, Decimal("9.99"), 0),
        (MUMMY_HUT, cp.RoomUse.MUMMY_HUT, 10, 20),
    ],
)
def test_all_or_nothing_takes_the_area_from_the_room(
    sheet: cp.Scorecard, use: cp.RoomUse, area: Any, mark: int
) -> None:
    room = cp.Room(use=use, area_m2=area)
    s = cp.score(sheet, {}, room=room, readings=ALL_OR_NOTHING)
    (scored,) = (item for item in s.items if item.item.key == "area")
    assert (scored.low, scored.high) == (mark, mark)
    assert s.missing == ("cleanliness", "equipment", "care_materials", "management")
    usable = cp.Room(use=use, usable_area_m2=area)
    assert "area" in cp.score(sheet, {}, room=usable, readings=ALL_OR_NOTHING).missing
    both = {**ALL_OR_NOTHING, "area_measure": "usable"}
    assert "area" not in cp.score(sheet, {}, room=usable, readings=both).missing


def test_a_complete_room_scores_itself_all_or_nothing() -> None:
    room = cp.Room(
        use=cp.RoomUse.CARE_ROOM,
        area_m2=20,
        clean=True,
        free_of_clutter=True,
        free_of_dust=True,
        free_of_odour=True,
        equipment=dict.fromkeys(cp.Equipment, 1),
        supplies=[cp.Supply.HAND_AND_MOUTH_WIPES],
        use_register=True,
        ledger_kept=True,
    )
    s = cp.score(CARE_ROOM, {}, room=room, readings=ALL_OR_NOTHING)
    assert (s.low, s.high, s.outcome) == (90, 90, cp.Outcome.MET)  # cleaning cloths lack: 0 of 10


def problems_of(*arguments: Any, **named: Any) -> list[tuple[str, str]]:
    """Return path and code of every problem a call raises."""
    with pytest.raises(cp.InvalidInput) as error:
        cp.score(*arguments, **named)
    assert str(error.value)
    return [(problem.path, problem.code) for problem in error.value.problems]


def test_every_bad_mark_is_named() -> None:
    marks = {
        "area": 21,
        "cleanliness": -1,
        "equipment": "40",
        "care_materials": True,
        "management": float("nan"),
    }
    assert problems_of(CARE_ROOM, marks) == [
        ("marks.area", "too_large"),
        ("marks.cleanliness", "too_small"),
        ("marks.equipment", "text_as_number"),
        ("marks.care_materials", "bool_as_number"),
        ("marks.management", "not_finite"),
    ]


def test_a_mark_and_a_room_that_disagree() -> None:
    small = cp.Room(use=cp.RoomUse.CARE_ROOM, area_m2=15)
    assert problems_of(CARE_ROOM, {"area": 20}, room=small, readings=ALL_OR_NOTHING) == [
        ("marks.area", "mark_against_room")
    ]
    agreed = cp.score(CARE_ROOM, {"area": 0}, room=small, readings=ALL_OR_NOTHING)
    assert agreed.high == 80
    assert problems_of(CARE_ROOM, {"area": 10}, readings=ALL_OR_NOTHING) == [
        ("marks.area", "mark_not_allowed")
    ]


def test_a_room_of_another_kind_is_refused() -> None:
    hut = cp.Room(use=cp.RoomUse.MUMMY_HUT)
    assert problems_of(CARE_ROOM, {}, room=hut) == [("room", "not_on_sheet")]
    assert problems_of(CARE_ROOM, {}, room=cp.Venue()) == [("room", "wrong_type")]
    assert problems_of(CARE_ROOM, {}, room=20) == [("room", "wrong_type")]


def test_wrong_arguments() -> None:
    assert problems_of("care_room", {}) == [("sheet", "wrong_type")]
    assert problems_of(CARE_ROOM, [20, 18]) == [("marks", "wrong_type")]
    with pytest.raises(cp.NotFound) as item:
        cp.score(CARE_ROOM, {"areas": 20})
    assert item.value.suggestion == "area"
    with pytest.raises(cp.NotFound) as reading:
        cp.score(CARE_ROOM, {}, readings={"grant_kinds": "annex"})  # not a question of the sheet
    assert reading.value.known == ("area_measure", "marking")
    with pytest.raises(cp.InvalidInput):
        cp.minimum_marks(BDA)  # type: ignore[arg-type]


def test_exactness_survives_any_decimal_context() -> None:
    with decimal.localcontext(decimal.Context(prec=5)):
        marks = {"area": Fraction(59, 3), "cleanliness": 19.8, "equipment": Decimal("40.000")}
        s = cp.score(CARE_ROOM, marks)
        assert s.low == Fraction(59, 3) + Fraction("19.8") + 40
    assert s.high == Fraction(s.low) + 20


def test_the_sheet_counts_its_points_and_finds_its_items() -> None:
    assert CARE_ROOM.max_points == 100  # a4.total
    assert CARE_ROOM.item("area").clause.number == "a4.1"
    assert CARE_ROOM.applies != TRUE
    s = cp.score(CARE_ROOM, {})
    assert [r.interpretation.id for r in s.readings] == ["marking"]
    by_facts = cp.score(CARE_ROOM, {}, readings=ALL_OR_NOTHING)
    assert [r.interpretation.id for r in by_facts.readings] == ["area_measure", "marking"]
    with pytest.raises(cp.AmbiguousTruth):
        bool(s)
