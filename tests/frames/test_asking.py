"""Whole frames asked: their rows, their order, empty ones, wide ones, and what binds."""

from datetime import date
from typing import Any

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from framed import MADE, rows_back, schema_of, tables_of
from frames_agreeing import asked_of, plan_for
from small_plans import MAY, MUST, plan_of

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import FALSE, TRUE
from careplan.layout import table_of

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
PARK = venue.category == cp.VenueCategory.PARK
ROOMS = cp.some(venue.rooms, room.independent)


@pytest.mark.parametrize("sort", MADE)
def test_frames_without_rows(sort: str) -> None:
    plan = cp.get_plan("shuangliao_2021")
    found = rows_back(asked_of(plan, cp.Venue, tables_of([], cp.Venue), MADE[sort]))
    assert found == []


@pytest.mark.parametrize("sort", ["polars", "lazy", "pyarrow", "pandas"])
def test_columns_of_which_nothing_is_stated_have_any_type(sort: str) -> None:
    tables = tables_of([cp.Venue(), cp.Venue()], cp.Venue)
    empty = {
        path: pa.table(
            {
                name: pa.nulls(len(one)) if name not in ("id", "parent") else one[name]
                for name in one.column_names
            }
        )
        for path, one in tables.items()
    }
    plan = cp.get_plan("shuangliao_2021")
    rows = rows_back(asked_of(plan, cp.Venue, empty, MADE[sort]))
    expected = cp.assess(cp.Venue(), plan)
    assert [row["outcome"] for row in rows] == [str(expected.outcome)] * 2
    for finding in expected.findings:
        assert {row[finding.number] for row in rows} == {str(finding.outcome)}


@pytest.mark.parametrize("sort", ["polars", "pyarrow", "chunks", "pandas", "nullable"])
def test_eager_frames_keep_the_order_of_their_rows(sort: str) -> None:
    subjects = [
        cp.Venue(rooms=[cp.Room(independent=place % 3 == 0)] * (place % 4)) for place in range(500)
    ]
    found = rows_back(
        asked_of(plan_for(ROOMS), cp.Venue, tables_of(subjects, cp.Venue), MADE[sort])
    )
    assert [row["id"] for row in found] == list(range(500))
    expected = ["met" if place % 3 == 0 and place % 4 else "not_met" for place in range(500)]
    assert [row["outcome"] for row in found] == expected


def test_the_columns_of_the_caller_stay() -> None:
    frame = pl.DataFrame({"name": ["甲"], "category": ["park"], "more": [[1, 2]]})
    found = cp.frames.outcomes(frame, plan_for(PARK))
    assert found.columns == ["name", "category", "more", "outcome", "1"]
    assert found.drop("outcome", "1").equals(frame)
    lazy = cp.frames.outcomes(frame.lazy(), plan_for(PARK))
    assert lazy.collect().equals(found)


def test_advice_does_not_count() -> None:
    plan = plan_of(
        w.Rule(clause=MUST, requires=PARK, applies=cp.all_of(venue.waiting_area)),
        w.Rule(clause=MAY, requires=venue.building_area_m2 > 5),
    )
    frame = pl.DataFrame(
        {
            "category": ["park", "shop", None, "park", "shop"],
            "waiting_area": [True, True, True, None, False],
            "building_area_m2": [1, 9, 9, 1, 1],
        }
    )
    found = cp.frames.outcomes(frame, plan, noun=cp.Venue)
    # Binding is the first alone. A park keeps it whether it applies or not; a shop of which it is
    # known that it does not apply is not asked.
    assert found["1"].to_list() == ["met", "not_met", "unknown", "met", "not_applicable"]
    assert found["2"].to_list() == ["not_met", "met", "met", "not_met", "not_met"]
    assert found["outcome"].to_list() == found["1"].to_list()


def test_a_plan_that_demands_nothing_of_a_noun() -> None:
    frame = pl.DataFrame({"name": ["甲", "乙"]})
    found = cp.frames.outcomes(frame, plan_for(PARK), noun=cp.Child)
    assert found["outcome"].to_list() == ["not_applicable"] * 2
    assert cp.frames.outcomes(frame.lazy(), plan_for(PARK), noun=cp.Child).collect().equals(found)


def test_a_ladder_is_one_finding_whichever_rung_binds() -> None:
    # As annex rungs: 6 square metres from 5,000, 10 above 10,000.
    size, largest = venue.building_area_m2, venue.daily_visitors
    rungs = (
        w.Rung(clause=MUST, part="low", applies=size >= 5000, requires=largest >= 6),
        w.Rung(clause=MUST, part="high", applies=size > 10_000, requires=largest >= 10),
    )
    ladder = w.Ladder(clause=MUST, rungs=rungs)
    document = w.Document(title=cp.Text(zh="甲", en="A"), issuer=cp.Text(zh="乙", en="B"))
    rule = w.Rule(clause=MAY, requires=PARK)
    plan = cp.Plan(id="x", document=document, clauses=(MUST, MAY), rules=(rule,), ladders=(ladder,))
    subjects = [
        cp.Venue(building_area_m2=area, daily_visitors=number)
        for area in (None, 4999, 5000, 10_000, 10_001)
        for number in (None, 5, 6, 9, 10)
    ]
    tables = tables_of(subjects, cp.Venue)
    for make in MADE.values():
        rows = sorted(rows_back(asked_of(plan, cp.Venue, tables, make)), key=lambda row: row["id"])
        expected = [cp.assess(one, plan) for one in subjects]
        assert [row["1"] for row in rows] == [str(one.finding("1").outcome) for one in expected]
        assert [row["outcome"] for row in rows] == [str(one.outcome) for one in expected]


@pytest.mark.parametrize("sort", ["polars", "lazy", "pyarrow", "duckdb"])
def test_three_thousand_criteria_are_wide_and_not_deep(sort: str) -> None:
    wide = cp.all_of(*(venue.building_area_m2 != number for number in range(3000)))
    table = pa.table({"building_area_m2": pa.array([2999, 3000, None])})
    found = cp.frames.outcomes(MADE[sort](table), plan_for(wide))
    assert {row["building_area_m2"]: row["outcome"] for row in rows_back(found)} == {
        2999: "not_met", 3000: "met", None: "unknown",
    }  # fmt: skip


def test_a_criterion_as_deep_as_may_be() -> None:
    deep: Any = PARK
    for _ in range(48):
        deep = cp.any_of(cp.not_(deep), venue.waiting_area)
    frame = pl.DataFrame({"category": ["park", None], "waiting_area": [False, False]})
    found = cp.frames.outcomes(frame, plan_for(deep))
    expected = cp.evaluate(deep, cp.Venue(category=cp.VenueCategory.PARK, waiting_area=False))
    assert found["outcome"].to_list() == [
        "met" if expected.truth is cp.Truth.TRUE else "not_met",
        "unknown",
    ]


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [(TRUE, True), (FALSE, False), (cp.not_(FALSE), True), (cp.any_of(cp.all_of(FALSE)), False)],
)
def test_what_reads_nothing_is_a_constant(criterion: Any, expected: bool) -> None:
    frame = nw.from_native(pl.DataFrame({"x": [1, 2]}))
    found = frame.with_columns(found=cp.frames.expression(criterion)).to_native()
    assert found["found"].to_list() == [expected] * 2


def test_every_column_is_named_with_what_it_holds() -> None:
    asked = cp.frames.columns_asked(plan_for(ROOMS), columns={"rooms": "number_of_rooms"})
    assert asked == {
        "": {
            "number_of_rooms": "whole numbers",
            "id": "what the rows of other tables name it by",
        },
        "rooms": {
            "independent": "true and false",
            "parent": "the id of the row that it belongs to",
        },
    }
    names = set(schema_of(table_of(cp.Venue)).names)
    assert set(cp.frames.columns_asked(plan_for(PARK))[""]) <= names


def test_a_frame_of_narwhals_is_taken_as_what_it_is_of() -> None:
    frame = pl.DataFrame({"category": ["park"]})
    found = cp.frames.outcomes(nw.from_native(frame), plan_for(PARK))
    assert isinstance(found, pl.DataFrame)


def test_time_that_passes_is_asked_of_a_frame_that_is_given() -> None:
    count = cp.facts(cp.SlotCount)
    frame = pl.DataFrame({"on": [date(2023, 6, 30), date(2023, 7, 1), None]})
    asked = cp.frames.expression(cp.elapsed(count.on, years=1), on=date(2024, 6, 30), frame=frame)
    # A year from the 30th of June 2023 is over on the 30th of June 2024.
    assert nw.from_native(frame).select(asked).to_native()["on"].to_list() == [True, False, None]
