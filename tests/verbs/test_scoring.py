"""Scores as ranges: Beijing annex 4, 100 points, pass at 90 and above."""

import decimal
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from fields_said import fields_said
from hypothesis import given
from hypothesis import strategies as st
from small_plans import HALF_SEEN
from strategies import nouns
from unmade import lines_said

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.criteria.nodes import TRUE
from careplan.criteria.wording.asking import fact_question

BDA = cp.get_plan("bda_2017")
CARE_ROOM, MUMMY_HUT = BDA.scorecards["care_room"], BDA.scorecards["mummy_hut"]
# Annex 4: 20 + 20 + 40 + 10 + 10 = 100.
MAXIMA = {"area": 20, "cleanliness": 20, "equipment": 40, "care_materials": 10, "management": 10}
ALL_OR_NOTHING = {"marking": "all_or_nothing"}
DESIGN = {"area": 20, "cleanliness": 18, "equipment": 40, "management": 10}

FULL = cp.Room(
    use=cp.RoomUse.CARE_ROOM,
    area_m2=20,
    usable_area_m2=20,
    clean=True,
    free_of_clutter=True,
    free_of_dust=True,
    free_of_odour=True,
    equipment=dict.fromkeys(cp.Equipment, 1),
    supplies=tuple(cp.Supply),
    use_register=True,
    ledger_kept=True,
)


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
    sheet: w.Scorecard, use: cp.RoomUse, area: Any, mark: int
) -> None:
    room = cp.Room(use=use, area_m2=area)
    s = cp.score(sheet, {}, room=room, readings=ALL_OR_NOTHING)
    (scored,) = (item for item in s.items if item.item.key == "area")
    assert (scored.low, scored.high) == (mark, mark)
    assert s.open_items == ("cleanliness", "equipment", "care_materials", "management")
    usable = cp.Room(use=use, usable_area_m2=area)
    assert "area" in cp.score(sheet, {}, room=usable, readings=ALL_OR_NOTHING).missing
    both = {**ALL_OR_NOTHING, "area_measure": "usable"}
    assert "area" not in cp.score(sheet, {}, room=usable, readings=both).missing


# Annex 4 asks of cleanliness: 整洁卫生, no clutter, no dust, no odour; this room states the first.
OF_CLEANLINESS = ("free_of_clutter", "free_of_dust", "free_of_odour")
STATED = cp.Room(
    use=cp.RoomUse.CARE_ROOM, area_m2=20, clean=True, supplies=tuple(cp.Supply), use_register=True
)


def test_all_or_nothing_names_the_facts_that_would_settle_an_item() -> None:
    s = cp.score(CARE_ROOM, {"equipment": 40}, room=STATED, readings=ALL_OR_NOTHING)
    # 20 for the area, 40 as marked, 10 for the materials; cleanliness 20 and management 10 open.
    assert (s.low, s.high, s.open_items) == (70, 100, ("cleanliness", "management"))
    assert {one.item.key: one.missing for one in s.items if one.missing} == {
        "cleanliness": OF_CLEANLINESS,
        "management": ("ledger_kept",),
    }
    assert s.missing_facts == (*OF_CLEANLINESS, "ledger_kept")
    assert s.missing == ("cleanliness", "management", *OF_CLEANLINESS, "ledger_kept")
    assert not s.room_ignored
    said = s.explain("zh").splitlines()
    assert "整洁度：未评；满分：20；得分：0～20" in said
    # Each fact is asked for once, with the item that it settles (criteria of 附件4).
    asked = fact_question(cp.Room, "free_of_clutter", "zh")
    assert f"  {asked}用于评定：整洁度" in said
    assert not any("free_of_clutter" in line for line in said)
    rows = {row["item"]: row for row in s.records()}
    assert rows["management"]["missing"] == "ledger_kept"
    assert rows["equipment"]["missing"] == ""


def test_a_fact_that_decides_against_an_item_leaves_nothing_to_state() -> None:
    dusty = cp.Room(use=cp.RoomUse.CARE_ROOM, free_of_dust=False)
    s = cp.score(CARE_ROOM, {}, room=dusty, readings=ALL_OR_NOTHING)
    assert (s.items[1].high, s.items[1].missing) == (0, ())
    assert s.items[0].missing == ("area_m2",)
    usable = {**ALL_OR_NOTHING, "area_measure": "usable"}
    by_use = cp.score(CARE_ROOM, {}, room=dusty, readings=usable)
    assert by_use.items[0].missing == ("usable_area_m2",)


@given(nouns(cp.Room))
def test_stating_what_is_missing_settles_the_sheet(room: cp.Room) -> None:
    care_room = attrs.evolve(room, use=cp.RoomUse.CARE_ROOM)
    s = cp.score(CARE_ROOM, {}, room=care_room, readings=ALL_OR_NOTHING)
    assert bool(s.missing_facts) == bool(s.open_items)
    full = {name: getattr(FULL, name) for name in s.missing_facts if "[" not in name}
    if any(name.startswith("equipment") for name in s.missing_facts):
        full["equipment"] = {**dict.fromkeys(cp.Equipment, 1), **(care_room.equipment or {})}
    stated = attrs.evolve(care_room, **full)
    settled = cp.score(CARE_ROOM, {}, room=stated, readings=ALL_OR_NOTHING)
    assert settled.missing == ()
    assert settled.high == s.high


def test_without_a_room_no_facts_are_asked() -> None:
    s = cp.score(CARE_ROOM, {}, readings=ALL_OR_NOTHING)
    assert (s.missing, s.missing_facts, s.room) == (tuple(MAXIMA), (), None)
    assert not s.room_ignored


# DESIGN: "under the default reading (assessor) a room sets no mark, and the result says so".
def test_a_room_that_sets_no_mark_is_said_to_set_none() -> None:
    s = cp.score(CARE_ROOM, DESIGN, room=STATED)
    assert (s.low, s.high, s.missing, s.needed) == (88, 98, ("care_materials",), 2)
    assert (s.room_ignored, s.room) == (True, STATED)
    assert s.room_counts_under == (ALL_OR_NOTHING,)
    assert "care materials (10), which must bring at least 2 to pass." in s.explain("en")
    assert lines_said(s, "en")[-1] == (
        "  2. The assessor gives the marks: "
        "facts that were stated set them under another reading only."
    )
    assert (
        "得分由评分人员评定，所报场所情况不决定任何一项的得分；按另一种理解才决定得分。"
    ) in s.explain("zh")
    assert {row["room_ignored"] for row in s.records()} == {True}
    without = cp.score(CARE_ROOM, DESIGN)
    assert not without.room_ignored
    assert "所报场所情况" not in without.explain("zh")
    assert {row["room_ignored"] for row in without.records()} == {False}


def test_a_sheet_that_is_always_assessed_knows_no_other_reading() -> None:
    fixed = attrs.evolve(CARE_ROOM, marking=w.Marking.ASSESSED)
    s = cp.score(fixed, {}, room=STATED)
    assert (s.room_ignored, s.room_counts_under, s.marking) == (True, (), w.Marking.ASSESSED)
    assert "the facts that were stated set none." in s.explain("en")
    assert "another reading" not in s.explain("en")
    strict = attrs.evolve(CARE_ROOM, marking=w.Marking.ALL_OR_NOTHING)
    assert cp.score(strict, {}, room=STATED).room_counts_under == ({},)
    assert not cp.score(strict, {}, room=STATED).room_ignored


def test_a_marking_may_differ_by_several_readings() -> None:
    free, strict = w.Marking.ASSESSED, w.Marking.ALL_OR_NOTHING
    # Inside of "plain" the option "usable" of the same question can never be taken.
    never = w.ByReading("area_measure", {"plain": free, "usable": strict})
    inner = w.ByReading("area_measure", {"plain": never, "usable": strict})
    marking = w.ByReading("marking", {"assessor": free, "all_or_nothing": inner})
    sheet = attrs.evolve(CARE_ROOM, marking=marking)
    (readings,) = cp.score(sheet, {}, room=STATED).room_counts_under
    assert readings == {"marking": "all_or_nothing", "area_measure": "usable"}
    assert not cp.score(sheet, {}, room=STATED, readings=readings).room_ignored
    said = cp.score(sheet, {}, room=STATED).explain("en")
    assert "under another reading" in said


def test_an_item_without_points_is_never_open() -> None:
    idle = attrs.evolve(CARE_ROOM.items[1], max_points=0)
    sheet = attrs.evolve(CARE_ROOM, items=(idle, *CARE_ROOM.items[2:]), pass_mark=5)
    s = cp.score(sheet, {}, room=STATED, readings=ALL_OR_NOTHING)
    assert (s.items[0].low, s.items[0].high, s.items[0].missing) == (0, 0, ())


def test_a_sheet_knows_its_noun_from_its_items() -> None:
    sheet = attrs.evolve(CARE_ROOM, applies=TRUE)
    assert sheet.noun() is cp.Room
    assert problems_of(sheet, {}, room=cp.Venue()) == [("room", "wrong_type")]
    asks_nothing = attrs.evolve(
        sheet, items=tuple(attrs.evolve(one, criterion=TRUE) for one in sheet.items)
    )
    assert asks_nothing.noun() is None
    s = cp.score(asks_nothing, {}, room=cp.Venue(), readings=ALL_OR_NOTHING)
    assert (s.low, s.outcome) == (100, cp.Outcome.MET)


def test_a_complete_room_scores_itself_all_or_nothing() -> None:
    room = attrs.evolve(FULL, supplies=[cp.Supply.HAND_AND_MOUTH_WIPES])
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


def test_all_or_nothing_takes_no_mark_between_nothing_and_all() -> None:
    # Annex 4 read all or nothing: an item brings its maximum or 0, and marks are in half points.
    for key, most in MAXIMA.items():
        for mark in (Decimal("0.5"), 1, most - 1, most - Decimal("0.5")):
            assert problems_of(CARE_ROOM, {key: mark}, readings=ALL_OR_NOTHING) == [
                (f"marks.{key}", "mark_not_allowed")
            ]
            assert cp.score(CARE_ROOM, {key: mark}).low == mark  # an assessor may give it
        for mark in (0, most):
            assert cp.score(CARE_ROOM, {key: mark}, readings=ALL_OR_NOTHING).low == mark
        # One point too many is too many, whatever the reading.
        assert problems_of(CARE_ROOM, {key: most + 1}, readings=ALL_OR_NOTHING) == [
            (f"marks.{key}", "too_large")
        ]


@pytest.mark.parametrize(
    ("pass_mark", "assessed", "all_or_nothing"),
    [
        # All other items bring 100 - 10 = 90: of the ten points for materials it takes 0, 0.5, 1.
        (90, 0, 0),
        (Decimal("90.5"), Decimal("0.5"), 10),
        (91, 1, 10),
    ],
)
def test_where_one_point_is_short_all_or_nothing_asks_for_the_whole_item(
    pass_mark: Any, assessed: Any, all_or_nothing: int
) -> None:
    sheet = attrs.evolve(CARE_ROOM, pass_mark=pass_mark)
    assert cp.minimum_marks(sheet)["care_materials"] == assessed
    least = cp.minimum_marks(sheet, readings=ALL_OR_NOTHING)["care_materials"]
    assert least == all_or_nothing
    # And so it is scored: without the item the sheet passes only where nothing is short.
    s = cp.score(sheet, {**MAXIMA, "care_materials": 0}, readings=ALL_OR_NOTHING)
    assert s.outcome is (cp.Outcome.NOT_MET if least else cp.Outcome.MET)


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


def test_a_room_of_another_noun_is_refused_beside_what_else_is_wrong() -> None:
    """All problems at once: the room, the mark and the item that is none."""
    sheet = cp.get_plan("bda_2017").scorecards["care_room"]
    with pytest.raises(cp.UnknownInInput) as caught:
        cp.score(sheet, {"nope": 1, "area": 500}, room=cp.Venue())
    assert sorted((one.path, one.code) for one in caught.value.problems) == [
        ("marks.'nope'", "not_found"),
        ("marks.area", "too_large"),
        ("room", "wrong_type"),
    ]


def test_of_several_marks_of_no_item_the_first_is_named_and_all_are_listed() -> None:
    # In the order they were given, not sorted; before what else is wrong.
    marks = {"managment": 10, "area": 500, "areas": 20, "nope": 1}
    with pytest.raises(cp.UnknownInInput) as caught:
        cp.score(CARE_ROOM, marks)
    error = caught.value
    assert [(one.path, one.code, one.value) for one in error.problems] == [
        ("marks.'managment'", "not_found", "managment"),
        ("marks.'areas'", "not_found", "areas"),
        ("marks.'nope'", "not_found", "nope"),
        ("marks.area", "too_large", 500),
    ]
    # As a NotFound it is the first: what was asked for, what there is, what was meant.
    assert (error.kind, error.name, error.suggestion) == ("item", "managment", "management")
    assert error.known == tuple(MAXIMA)
    said = str(error).splitlines()
    assert ["did you mean management?" in said[0], "did you mean area?" in said[1]] == [True, True]
    # The same where nothing else is wrong, and where there is one only.
    with pytest.raises(cp.UnknownInInput) as two:
        cp.score(CARE_ROOM, {"nope": 1, "areas": 20})
    assert (two.value.name, [one.value for one in two.value.problems]) == (
        "nope",
        ["nope", "areas"],
    )
    with pytest.raises(cp.UnknownInInput) as one:
        cp.score(CARE_ROOM, {"areas": 20})
    assert (one.value.name, len(one.value.problems)) == ("areas", 1)


def test_what_is_no_room_sets_no_mark_and_is_told_alone() -> None:
    sheet = cp.get_plan("bda_2017").scorecards["care_room"]
    what: Any = cp.Venue()
    with pytest.raises(cp.InvalidInput) as caught:
        cp.score(sheet, {}, room=what, readings={"marking": "all_or_nothing"})
    assert [(one.path, one.code) for one in caught.value.problems] == [("room", "wrong_type")]


def test_no_room_brings_the_points_of_an_item_without_a_criterion() -> None:
    sheet = HALF_SEEN.scorecards["rooms"]
    found = cp.score(sheet, {}, room=cp.Room(clean=True))
    # 60 for what the room shows; the 40 are the assessor's, so the 20 that lack stay open.
    assert (found.low, found.high, found.needed) == (60, 100, 20)
    assert found.open_items == ("order",)
    assert found.missing == ("order",)
    assert found.outcome is cp.Outcome.UNKNOWN
    assert cp.score(sheet, {"order": 40}, room=cp.Room(clean=True)).outcome is cp.Outcome.MET
    assert cp.codec.loads(cp.codec.dumps(found), type(found)) == found


def test_an_item_without_a_criterion_asks_about_no_noun() -> None:
    item = HALF_SEEN.scorecards["rooms"].items[1]
    assert item.noun() is None
    assert HALF_SEEN.scorecards["rooms"].noun() is cp.Room
    assert cp.codec.loads(cp.codec.dumps(HALF_SEEN), cp.Plan) == HALF_SEEN
    assert find_flaws(HALF_SEEN) == ()
    assert fields_said(HALF_SEEN.show("1"), "zh")[-5:] == [
        "    评分项",
        "      项目：管理",
        "      满分：40",
        "  合格线：80",
        "  评分方式：满分或零分",
    ]
