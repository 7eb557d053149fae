"""Elapsed time over columns of days, beside `Period.passed` in Python's own calendar."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import attrs
import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from framed import MADE, rows_back
from frames_agreeing import drawn
from hypothesis import strategies as st

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import Elapsed
from careplan.criteria.periods import MissingDay, Period

EDGES = [
    None, date.min, date(1900, 2, 28), date(2000, 2, 29), date(2023, 12, 31), date(2024, 1, 31),
    date(2024, 2, 29), date(2024, 3, 1), date(2024, 4, 30), date(2025, 2, 28), date.max,
    date.max - timedelta(days=1),
]  # fmt: skip
PERIODS = [
    Period(months, days, both, missing)
    for months, days in ((1, 0), (0, 1), (36, 5), (0, 400), (9999 * 12, 0), (9998 * 12, 0))
    for both, missing in (
        (False, MissingDay.LAST),
        (False, MissingDay.NEXT),
        (True, MissingDay.NEXT),
    )
]


@attrs.frozen(kw_only=True)
class Stay(w.Noun):
    """A stay, of two days."""

    begun_on: date | None = w.day("开始日")
    ended_on: date | None = w.day("结束日")


def asked(criterion: Any, table: pa.Table, sort: str, on: date | None = None) -> list[bool | None]:
    """Ask a criterion of a frame."""
    found = nw.from_native(MADE[sort](table)).select(
        "place", found=cp.frames.expression(criterion, on=on)
    )
    rows = sorted(rows_back(found.to_native()), key=lambda row: row["place"])
    return [row["found"] for row in rows]


def table_of_pairs(pairs: list[Any]) -> pa.Table:
    """Return pairs of days as columns."""
    begun, ended = zip(*pairs, strict=True)
    return pa.table(
        {
            "place": list(range(len(pairs))),
            "begun_on": pa.array(begun, pa.date32()),
            "ended_on": pa.array(ended, pa.date32()),
        }
    )


@pytest.mark.parametrize("sort", ["polars", "pyarrow", "pandas", "duckdb"])
@pytest.mark.parametrize("period", PERIODS, ids=repr)
def test_between_two_days(sort: str, period: Period) -> None:
    days = drawn(st.dates(), 40)
    near = [
        (start, complete + timedelta(days=shift))
        for start in drawn(st.dates(max_value=date(2100, 1, 1)), 60)
        if (complete := period.complete(start)) is not None and complete.year < 9999
        for shift in (-1, 0, 1)
    ]
    pairs = [*product(EDGES, EDGES), *zip(days, reversed(days), strict=True), *near]
    criterion = Elapsed(Stay, ("begun_on",), period, ("ended_on",))
    found = asked(criterion, table_of_pairs(pairs), sort)
    wrong = [
        (pair, one)
        for pair, one in zip(pairs, found, strict=True)
        if one is not period.passed(*pair)
    ]
    assert wrong == []


@pytest.mark.parametrize("sort", ["polars", "pyarrow", "pandas", "duckdb"])
@pytest.mark.parametrize("period", PERIODS, ids=repr)
@pytest.mark.parametrize("on", [None, date(2024, 2, 29), date(1, 1, 2), date.max])
def test_up_to_the_day_asked(sort: str, period: Period, on: date | None) -> None:
    pairs = [(start, None) for start in EDGES]
    found = asked(Elapsed(Stay, ("begun_on",), period), table_of_pairs(pairs), sort, on)
    expected = [period.passed(start, on) for start in EDGES]
    # A constant is one value of a frame of nobody's.
    assert found == expected


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2024, 2, 29), True), (date(2024, 2, 28), False), (None, None)]
)
def test_from_a_day_that_is_known(on: date | None, expected: bool | None) -> None:
    # One month from 2024-01-31 ends with February, which has 29 days in 2024.
    criterion = Elapsed(Stay, date(2024, 1, 31), Period(months=1))
    frame = nw.from_native(pl.DataFrame({"begun_on": [None]}))
    found = frame.with_columns(found=cp.frames.expression(criterion, on=on)).to_native()
    assert found["found"].to_list() == [expected]
