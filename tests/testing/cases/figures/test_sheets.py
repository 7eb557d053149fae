"""Cases of sheets by hand, of who is asked for what, and of any sheet as the library answers."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lots import Lot, lot
from testing.cases.small_plans import CLAUSE, by_library, small_plan
from verbs.test_scoring_completed import sheets

import careplan as cp
from careplan import writing as w
from careplan.testing import BoundaryCase, Place, boundary_cases, decisive_cases

BDA = cp.get_plan("bda_2017")
TITLE = cp.Text(zh="表", en="sheet")
WHOLE = w.Marking.ALL_OR_NOTHING
room = cp.facts(cp.Room)


def item(key: str, points: Any, **more: Any) -> w.SheetItem:
    """Make an item of the clause that all share."""
    given_part = {"part": key, **more}
    return w.SheetItem(clause=CLAUSE, key=key, label=TITLE, max_points=points, **given_part)


def band(key: str, least: Any) -> w.Band:
    """Make a band of the clause that all share."""
    return w.Band(clause=CLAUSE, part=key, key=key, label=TITLE, least=least)


def plan_of(*items: w.SheetItem, **more: Any) -> cp.Plan:
    """Make a plan of one sheet."""
    sheet = w.Scorecard(clause=CLAUSE, part="sheet", key="s", title=TITLE, items=items, **more)
    return small_plan(scorecards=[sheet], interpretations=sheet.questions)


def told(case: BoundaryCase) -> tuple[str, str, object, str]:
    """Say which item decides, where it stands, its mark, and what is expected."""
    return (case.path, case.place.value, case.value, case.expected.name)


# 附件四: 90 of 100 points pass; as an assessor marks, 10 may lack anywhere.
def test_a_sheet_by_hand() -> None:
    cases = boundary_cases(BDA, only="care_room")
    assessed = [case for case in cases if case.readings["marking"] == "assessor"]
    assert [told(case) for case in assessed if case.path == "cleanliness"] == [
        ("cleanliness", "below", Decimal("9.5"), "NOT_MET"),
        ("cleanliness", "at", 10, "MET"),
        ("cleanliness", "above", Decimal("10.5"), "MET"),
        ("cleanliness", "unstated", None, "UNKNOWN"),
    ]
    assert sum(assessed[1].subject.values()) == 90
    whole = [case for case in cases if case.readings["marking"] == "all_or_nothing"]
    assert [told(case) for case in whole if case.path == "management"] == [
        ("management", "below", 0, "NOT_MET"),
        ("management", "at", 10, "MET"),
        ("management", "unstated", None, "UNKNOWN"),
    ]
    assert {case.path for case in assessed} == {
        one.key for one in BDA.scorecards["care_room"].items
    }
    assert all(case.leaf in BDA.scorecards["care_room"].items for case in cases)


def test_an_item_is_asked_for_by_its_clause() -> None:
    cases = boundary_cases(BDA, only="a4.3")  # 附件四: the clause of the equipment on both sheets
    assert {case.path for case in cases} == {"equipment"}
    assert {case.number for case in cases} == {"a4.pass/mummy_hut", "a4.pass/care_room"}


def test_each_band_has_its_cut_point() -> None:
    plan = plan_of(item("a", 60), item("b", 40), bands=(band("low", 0), band("high", 80)))
    cases = boundary_cases(plan)
    # Everybody reaches the first band, and without a mark to pass no sum decides anything else.
    assert cases.without == ("1.a/low", "1.a/sheet")
    cases.check(by_library(plan), without=cases.without)
    assert list(map(told, cases)) == [
        ("a", "below", Decimal("39.5"), "FALSE"),
        ("a", "at", 40, "TRUE"),
        ("a", "above", Decimal("40.5"), "TRUE"),
        ("a", "unstated", None, "UNKNOWN"),
    ]
    assert boundary_cases(plan, only="1.a/high").cases == cases.cases


# A document that numbers neither the bands nor the sheet: all are of its one clause.
def test_bands_of_one_clause_are_told_apart() -> None:
    cuts = {"low": 0, "good": 60, "best": 80}
    bands = tuple(
        w.Band(clause=CLAUSE, key=key, label=TITLE, least=least) for key, least in cuts.items()
    )
    sheet = w.Scorecard(
        clause=CLAUSE, key="s", title=TITLE, items=(item("a", 100),), pass_mark=60, bands=bands
    )
    plan = small_plan(scorecards=[sheet])
    cases = boundary_cases(plan)
    assert cases.without == ("1.a: low",)
    cases.check(by_library(plan), without=cases.without)
    assert [case.id for case in cases if case.place is Place.AT] == [
        "1.a-a-at", "1.a-good-a-at", "1.a-best-a-at",
    ]  # fmt: skip
    assert {case.id for case in boundary_cases(plan, only="good")} == {
        f"1.a-good-a-{place}" for place in ("below", "at", "above", "unstated")
    }


def test_what_must_pass_and_least_marks_have_cases() -> None:
    items = (item("a", 60), item("b", 40, least=20), item("c", 0, must_pass=True))
    plan = plan_of(*items, pass_mark=w.Share(Decimal("0.6")))
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    assert [told(case)[1:] for case in cases if case.path == "c"] == [
        ("as_asked", True, "MET"),
        ("otherwise", False, "NOT_MET"),
        ("unstated", None, "UNKNOWN"),
    ]
    assert [told(case)[1:] for case in cases if case.path == "b"][:4] == [
        ("below", Decimal("19.5"), "NOT_MET"),
        ("at", 20, "MET"),
        ("above", Decimal("20.5"), "MET"),
        ("unstated", None, "UNKNOWN"),
    ]


def test_a_sheet_on_which_nothing_decides_is_listed() -> None:
    assert boundary_cases(plan_of(item("a", 60))).without == ("1.a/sheet",)
    # 60 pass: the other item's 40 change nothing, all or nothing.
    plan = plan_of(item("a", 60), item("b", 40), pass_mark=60, marking=WHOLE)
    assert boundary_cases(plan).without == ("1.a/sheet: b",)
    # Asked for by itself it is not passed over in silence.
    alone = boundary_cases(plan, only="1.a/b")
    assert (alone.cases, alone.without) == ((), ("1.a/sheet: b",))


# An item for independent rooms only leaves both sums: 0.8 of 60 is 48, of 100 it is 80.
@pytest.mark.parametrize("marking", [w.Marking.ASSESSED, WHOLE])
def test_who_is_asked_is_told_apart(marking: w.Marking) -> None:
    items = (item("a", 60), item("b", 40, applies=room.independent))
    plan = plan_of(*items, pass_mark=w.Share(Decimal("0.8")), marking=marking)
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    rooms = {case.room for case in cases}
    assert rooms == {cp.Room(independent=True), cp.Room(independent=False)}
    alone = [case for case in cases if case.room == cp.Room(independent=False)]
    assert {case.path for case in alone} == {"a"}
    assert all("b" not in case.subject for case in alone)


# What a room shows would set marks, all or nothing, against those that are tried.
def test_a_room_that_shows_marks_itself_is_not_tried() -> None:
    items = (item("a", 60, criterion=room.independent), item("b", 40, applies=room.independent))
    plan = plan_of(*items, pass_mark=60, marking=WHOLE)
    assert boundary_cases(plan).without == ("1.a/sheet",)


# Two conditions on one fact of which a room that has neither leaves the second open.
def test_a_room_that_leaves_open_what_is_for_it_is_not_tried() -> None:
    items = (
        item("a", 60),
        item("b", 20, applies=room.independent),
        item("c", 20, applies=room.clean),
    )
    plan = plan_of(*items, pass_mark=60)
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    assert {case.room for case in cases} == {cp.Room(independent=True, clean=True)}


def test_time_is_counted_to_the_day_of_the_cases() -> None:
    old = cp.elapsed(lot.opened_on, months=6)
    plan = plan_of(item("a", 60), item("b", 40, applies=old), pass_mark=80)
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    assert {case.on for case in cases} == {date(2025, 6, 30)}
    assert all(isinstance(case.room, Lot) for case in cases)


def test_an_item_that_is_for_nobody_takes_no_mark() -> None:
    asked = w.question("which", "1.a", "甲", one="甲", two="乙")
    items = (item("a", 60), item("b", 40, under=("which", "two")))
    plan = plan_of(*items, pass_mark=30, questions=(asked,))
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    assert {(case.readings["which"], case.path) for case in cases} == {
        ("one", "a"), ("two", "a"), ("two", "b"),
    }  # fmt: skip


def test_each_reading_is_tried_once_and_only_one_the_sheet_holds_under() -> None:
    asked = w.question("which", "1.a", "甲", one="甲", two="乙")
    other = w.question("other", "1.a", "乙", one="甲", two="乙")
    shown = w.choose(other, one=room.clean, two=room.private)
    line = w.choose(asked, one=30, two=50)
    items = (item("a", 60, criterion=shown),)
    plan = plan_of(*items, pass_mark=line, questions=(asked, other))
    cases = boundary_cases(plan)
    cases.check(by_library(plan))
    # What a room shows sets no mark here, so that the other question decides nothing.
    assert [case.value for case in cases if case.place is Place.AT] == [30, 50]
    held = attrs.evolve(plan.scorecards["s"], under=("which", "two"))
    only_two = attrs.evolve(plan, scorecards={"s": held})
    at = [case.value for case in boundary_cases(only_two) if case.place is Place.AT]
    assert at == [50]


def test_a_sheet_for_nobody_has_no_case() -> None:
    asked = w.question("which", "1.a", "甲", one="甲", two="乙")
    plan = plan_of(
        item("a", 60, under=("which", "two")),
        pass_mark=30,
        bands=(band("high", 50),),
        questions=(asked,),
    )
    cases = boundary_cases(plan)
    assert {case.readings["which"] for case in cases} == {"two"}
    cases.check(by_library(plan))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(sheet=st.sampled_from(w.Marking).flatmap(sheets))
def test_the_cases_of_any_sheet_are_right(sheet: w.Scorecard) -> None:
    plan = small_plan(scorecards=[moved(sheet)])
    for cases in (boundary_cases(plan), decisive_cases(plan)):
        cases.check(by_library(plan), without=cases.without)
        assert len({case.id for case in cases}) == len(cases)


def moved(sheet: w.Scorecard) -> w.Scorecard:
    """Return a sheet as of the clause of a small plan."""
    items = tuple(attrs.evolve(one, clause=CLAUSE) for one in sheet.items)
    bands = tuple(attrs.evolve(one, clause=CLAUSE) for one in sheet.bands)
    return attrs.evolve(sheet, clause=CLAUSE, items=items, bands=bands)
