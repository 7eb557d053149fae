"""What a frame does not say plainly is refused, all at once, with what to do."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from framed import rows_back
from frames_agreeing import plan_for
from small_plans import plan_of

import careplan as cp
from careplan import writing as w

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)


@attrs.frozen(kw_only=True)
class Opened(w.Noun):
    """A noun of a day."""

    opened_on: date | None = w.day("开张日")


AREA = venue.building_area_m2 > 10_000
PARK = venue.category == cp.VenueCategory.PARK
CROWDED = venue.daily_visitors >= 5
LARGE_ROOMS = cp.total(venue.rooms, room.usable_area_m2) >= 10


def codes(
    frame: object, criterion: Any, children: Mapping[str, object] | None = None, **more: Any
) -> list[tuple[str, str]]:
    """Return the paths and codes of what is wrong with a frame."""
    with pytest.raises(cp.InvalidInput) as refused:
        cp.frames.outcomes(frame, plan_for(criterion), children=children, **more)
    assert all(problem.text("zh") and problem.text("en") for problem in refused.value.problems)
    return [(problem.path, problem.code) for problem in refused.value.problems]


def area(*values: Any, dtype: Any = None) -> pl.DataFrame:
    """Return a frame of areas."""
    return pl.DataFrame({"building_area_m2": pl.Series(values, dtype=dtype)})


@pytest.mark.parametrize(
    ("column", "code"),
    [
        (pl.Series(["12000"]), "column_type"),
        (pl.Series([True]), "column_type"),
        (pl.Series([1.5], dtype=pl.Float32), "single_precision"),
        (pl.Series([Decimal(1)], dtype=pl.Decimal(38, 21)), "column_type"),
        (pl.Series([float("nan")]), "nan_in_column"),
        (pl.Series([float("inf")]), "nan_in_column"),
        (pl.Series([-0.5]), "too_small"),
        (pl.Series([10**15 + 1]), "out_of_range"),
    ],
)
def test_numbers(column: pl.Series, code: str) -> None:
    frame = pl.DataFrame({"building_area_m2": column})
    assert ("frame.building_area_m2", code) in codes(frame, AREA)


def test_numbers_at_the_ends_of_what_a_noun_takes_are_taken() -> None:
    found = cp.frames.outcomes(area(0, 10**15), plan_for(AREA))
    assert found["outcome"].to_list() == ["not_met", "met"]


def test_a_count_is_whole() -> None:
    assert codes(pl.DataFrame({"daily_visitors": [1.5]}), CROWDED) == [
        ("frame.daily_visitors", "not_whole")
    ]
    found = cp.frames.outcomes(pl.DataFrame({"daily_visitors": [5.0, None]}), plan_for(CROWDED))
    assert found["outcome"].to_list() == ["met", "unknown"]


def test_flags_are_no_numbers() -> None:
    frame = pl.DataFrame({"waiting_area": [1, 0]})
    assert codes(frame, cp.all_of(venue.waiting_area)) == [("frame.waiting_area", "column_type")]


@pytest.mark.parametrize(
    ("cell", "code"),
    [(datetime(2024, 1, 31, 8), "moment_column"), ("2024-01-31", "column_type")],  # noqa: DTZ001 - of no zone
)
def test_a_moment_is_no_day(cell: Any, code: str) -> None:
    asked = cp.facts(Opened).opened_on >= date(2024, 1, 1)
    assert codes(pl.DataFrame({"opened_on": [cell]}), asked) == [("frame.opened_on", code)]
    found = cp.frames.outcomes(pl.DataFrame({"opened_on": [date(2024, 1, 1)]}), plan_for(asked))
    assert found["outcome"].to_list() == ["met"]


def test_a_text_that_is_no_member_is_named() -> None:
    frame = pl.DataFrame({"category": ["park", "公园", None, "zoo"]})
    with pytest.raises(cp.InvalidInput, match="zoo, 公园"):
        cp.frames.outcomes(frame, plan_for(PARK))
    found = cp.frames.outcomes(frame.lazy(), plan_for(PARK)).collect()  # it is no park
    assert found["outcome"].to_list() == ["met", "not_met", "unknown", "not_met"]


@pytest.mark.parametrize("dtype", [pl.Categorical, pl.Enum(["park", "shop"]), pl.String])
def test_categories_are_texts(dtype: Any) -> None:
    frame = pl.DataFrame({"category": pl.Series(["park", "shop", None], dtype=dtype)})
    found = cp.frames.outcomes(frame, plan_for(PARK))["outcome"].to_list()
    arrow = cp.frames.outcomes(frame.to_arrow(), plan_for(PARK))["outcome"].to_pylist()
    assert found == arrow == ["met", "not_met", "unknown"]


def test_pandas_categories_and_views_of_texts() -> None:
    frame = pd.DataFrame({"category": pd.Categorical(["park", None, "shop"])})
    found = cp.frames.outcomes(frame, plan_for(PARK))
    assert found["outcome"].tolist() == ["met", "unknown", "not_met"]
    view = pa.table({"category": pa.array(["park", None], pa.string_view())})
    assert cp.frames.outcomes(view, plan_for(PARK))["outcome"].to_pylist() == ["met", "unknown"]


@pytest.mark.parametrize(
    "column",
    [pd.Series([1.5, None]), pd.Series([1, 2]), pd.Series([1, "a"], dtype=object)],
)
def test_classic_types_of_pandas(column: Any) -> None:
    frame = pd.DataFrame({"building_area_m2": column})
    assert codes(frame, AREA) == [("frame.building_area_m2", "classic_type")]
    with pytest.raises(cp.InvalidInput, match="convert_dtypes"):
        cp.frames.outcomes(frame, plan_for(AREA))


def test_texts_of_pandas_in_which_nan_is_a_gap() -> None:
    frame = pd.DataFrame({"category": ["park", None]})
    assert codes(frame, PARK) == [("frame.category", "classic_type")]
    found = cp.frames.outcomes(frame.convert_dtypes(dtype_backend="pyarrow"), plan_for(PARK))
    assert found["outcome"].tolist() == ["met", "unknown"]


def test_pandas_keeps_its_index() -> None:
    frame = pd.DataFrame({"category": ["park", "shop"]}, index=[7, 7]).convert_dtypes(
        dtype_backend="pyarrow"
    )
    found = cp.frames.outcomes(frame, plan_for(PARK))
    assert list(found.index) == [7, 7]
    assert found["1"].tolist() == ["met", "not_met"]


def test_all_that_is_wrong_is_said_at_once() -> None:
    frame = pl.DataFrame({"building_area_m2": ["a"], "category": [1], "waiting_area": ["yes"]})
    asked = cp.all_of(AREA, PARK, venue.waiting_area)
    assert sorted(path for path, _ in codes(frame, asked)) == [
        "frame.building_area_m2", "frame.category", "frame.waiting_area",
    ]  # fmt: skip


def test_columns_that_are_not_there_are_told_by_the_frame_that_lacks_them() -> None:
    plan = cp.get_plan("shuangliao_2021")
    venues = pl.DataFrame({"id": [1], "rooms": [1], "category": ["park"]})
    rooms = pl.DataFrame({"parent": [1]})
    with pytest.raises(cp.InvalidInput) as error:
        cp.frames.outcomes(venues, plan, noun=cp.Venue, children={"rooms": rooms})
    paths = [problem.path for problem in error.value.problems]
    # Clause 四（一） asks both: of the venue its area, of a room whether it is independent.
    assert {"frame.building_area_m2", "children.rooms.independent"} <= set(paths)


def test_columns_that_are_not_there_are_not_found() -> None:
    frame = pl.DataFrame({"building_area": [1]})
    with pytest.raises(cp.NotFound) as one:
        cp.frames.outcomes(frame, plan_for(AREA))
    assert (one.value.name, one.value.suggestion) == ("building_area_m2", "building_area")
    with pytest.raises(cp.NotFound) as several:
        cp.frames.outcomes(frame, plan_for(cp.all_of(AREA, PARK)))
    assert "category" in str(several.value)
    assert "building_area_m2" in str(several.value)
    with pytest.raises(cp.NotFound):
        cp.frames.expression(AREA, frame=frame)


@pytest.mark.parametrize("name", ["^x$", "*"])
def test_names_that_stand_for_several_columns(name: str) -> None:
    frame = pl.DataFrame({name: [1]})
    found = codes(frame, AREA, columns={"building_area_m2": name})
    assert [code for _, code in found] == ["pattern_name"]


@pytest.mark.parametrize("name", ['a"b', "a.b", "a b", "数", "a`b", "[0]", "'", "$1", "a--"])
def test_other_names_are_only_names(name: str) -> None:
    tables = pl.DataFrame({name: [10_001, 10_000, None]})
    relation = duckdb.connect().from_arrow(tables.to_arrow())
    columns = {"building_area_m2": name}
    for frame in (tables, tables.lazy(), tables.to_arrow(), relation):
        rows = rows_back(cp.frames.outcomes(frame, plan_for(AREA), columns=columns))
        answers = {row[name]: row["outcome"] for row in rows}
        assert answers == {10_001: "met", 10_000: "not_met", None: "unknown"}


def test_what_is_no_frame() -> None:
    for one in ([1], {"building_area_m2": [1]}, None, pl.Series([1])):
        assert codes(one, AREA) == [("frame", "wrong_type")]


def test_two_columns_of_one_name() -> None:
    """No name tells them apart, asked about or not."""
    table = area(12_000).to_arrow()
    twice = pa.table([*table.columns, *table.columns], names=table.column_names * 2)
    relation = duckdb.sql("SELECT 12000 AS building_area_m2, 1 AS x, 2 AS x")
    pandas = table.to_pandas(types_mapper=pd.ArrowDtype)
    expected = [("frame.building_area_m2", "duplicate")]
    assert codes(twice, AREA) == expected
    assert codes(pd.concat([pandas, pandas], axis=1), AREA) == expected
    assert codes(relation, AREA) == [("frame.x", "duplicate")]


def test_columns_of_pandas_that_are_called_by_no_text() -> None:
    """Its columns may be called by numbers, or by several names at once."""
    pandas = area(12_000).to_arrow().to_pandas(types_mapper=pd.ArrowDtype)
    assert codes(pandas.assign(x=1).rename(columns={"x": 5}), AREA) == [("frame[5]", "wrong_type")]
    pandas.columns = pd.MultiIndex.from_tuples([("a", "building_area_m2")])
    ((_, code),) = codes(pandas, AREA)
    assert code == "wrong_type"


def test_a_column_of_the_answer_is_not_written_over() -> None:
    frame = area(1).with_columns(Outcome=1)
    assert codes(frame, AREA) == [("frame.Outcome", "column_taken")]


def test_what_a_row_is_has_to_be_said_of_several_nouns() -> None:
    clauses = plan_for(AREA).clauses
    rules = [
        w.Rule(clause=clauses[0], requires=AREA),
        w.Rule(clause=clauses[1], requires=room.area_m2 > 6, advisory=cp.Text(zh="甲", en="a")),
    ]
    with pytest.raises(cp.InvalidInput) as refused:
        cp.frames.outcomes(area(1), plan_of(*rules))
    assert [one.code for one in refused.value.problems] == ["which_noun"]
    found = cp.frames.outcomes(area(1), plan_of(*rules), noun=cp.Venue)
    assert found.columns == ["building_area_m2", "outcome", "1"]


def test_items_need_their_frame() -> None:
    frame = pl.DataFrame({"id": [1], "rooms": [1]})
    assert codes(frame, LARGE_ROOMS) == [("children.rooms", "needs_items")]
    rooms = pl.DataFrame({"parent": [1], "usable_area_m2": [9.5]})
    assert codes(frame, LARGE_ROOMS, {"rooms": rooms.lazy()}) == [("children.rooms", "wrong_type")]
    assert codes(frame, LARGE_ROOMS, {"rooms": 1}) == [("children.rooms", "wrong_type")]
    assert codes(frame, LARGE_ROOMS, [rooms]) == [("children", "wrong_type")]  # type: ignore[arg-type]  # on purpose
    with pytest.raises(cp.NotFound):
        cp.frames.outcomes(frame, plan_for(LARGE_ROOMS), children={"room": rooms})
    text = rooms.with_columns(parent=pl.lit("1"))
    assert codes(frame, LARGE_ROOMS, {"rooms": text}) == [("children.rooms.parent", "column_type")]


def test_an_expression_is_about_one_row() -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        cp.frames.expression(LARGE_ROOMS)
    assert [one.code for one in refused.value.problems] == ["needs_items"]
    with pytest.raises(cp.InvalidInput):
        cp.frames.expression(cp.some(venue.rooms, room.independent), frame=area(1))


def test_items_that_are_not_as_many_as_is_said() -> None:
    frame = pl.DataFrame({"id": [1, 2, 3], "rooms": [1, 2, None]})
    rooms = pl.DataFrame({"parent": [1, 2], "usable_area_m2": [12, 12]})
    assert codes(frame, LARGE_ROOMS, {"rooms": rooms}) == [("frame.rooms", "other_number")]
    lazy = cp.frames.outcomes(
        frame.lazy(), plan_for(LARGE_ROOMS), children={"rooms": rooms.lazy()}
    ).collect()
    # Of the second venue one room is not there, and of the third nobody says how many there are.
    assert dict(lazy.select("id", "outcome").rows()) == {1: "met", 2: "unknown", 3: "unknown"}


def test_without_narwhals_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(ModuleNotFoundError, match=r"careplan\[frames\]"):
        cp.frames.outcomes(area(1), plan_for(AREA))


@pytest.mark.parametrize("plan", [None, "shuangliao_2021"])
def test_what_is_no_plan(plan: Any) -> None:
    with pytest.raises(cp.InvalidInput):
        cp.frames.outcomes(area(1), plan)
