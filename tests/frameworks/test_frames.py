"""The examples of docs/en/howto/frames.md at work: pandas and polars."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import with_pandas
import with_polars
from samples import BDA, DAWA, MALL, SHUANGLIAO, results

import careplan as cp

RESULTS = tuple(results())
COUNTS = [
    cp.SlotCount("大洼街道", date(2024, 6, 30), 200),
    cp.SlotCount("田家街道", date(2024, 6, 30), 90),
]
ON = date(2024, 9, 30)
REPORT = cp.track_progress(DAWA.ledgers["slots"], COUNTS, on=ON)


# --- pandas ---------------------------------------------------------------------------------


def test_a_progress_report_has_typed_columns_in_pandas() -> None:
    frame = with_pandas.frame(REPORT)
    assert {str(key): str(dtype) for key, dtype in frame.dtypes.items()} == cp.columns(
        REPORT
    ).pandas
    assert str(frame["outcome"].dtype) == "category"
    assert frame["on"].dt.date.unique().tolist() == [ON]
    row = frame[frame["locality"] == "大洼街道"].iloc[0]
    # Annex 2: 241 by the end of 2024; 41 short over three months.
    assert (row["outcome"], row["outcome_zh"], row["short_of_next"]) == ("met", "符合", 41)
    assert row["next_on"].date() == date(2024, 12, 31)
    assert row["pace_per_month"] == pytest.approx(41 / 3)
    localities = frame[frame["kind"] == "locality"]
    assert localities["reached"].sum() == 290
    assert localities["reached"].isna().sum() == len(localities) - 2
    assert frame[frame["kind"] == "total"].iloc[0]["high"] is pd.NA


def test_an_assessment_has_typed_columns_in_pandas() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    frame = with_pandas.frame(a)
    assert str(frame["amount_yuan"].dtype) == "Float64"
    assert frame["outcome"].value_counts()["not_met"] == sum(
        found.outcome is cp.Outcome.NOT_MET for found in a.findings
    )
    assert frame.set_index("number").loc["4.1.b", "outcome_zh"] == "不符合"


@pytest.mark.parametrize(
    ("cell", "fact"),
    [
        (None, None),
        (float("nan"), None),
        (np.float64("nan"), None),
        (pd.NA, None),
        (pd.NaT, None),
        (200.0, 200),
        (np.float64(200), 200),
        (np.int64(200), 200),
        (12.5, 12.5),
        (0.0, 0),
        (np.bool_(False), False),
        (False, False),
        ("否", "否"),
        ("", ""),
        (Decimal("4.50"), Decimal("4.50")),
        (pd.Timestamp(2024, 6, 30), date(2024, 6, 30)),
        (date(2024, 6, 30), date(2024, 6, 30)),
        (pd.Timestamp(2024, 6, 30, 8), pd.Timestamp(2024, 6, 30, 8)),
        (pd.Timestamp("2024-06-30", tz="Asia/Shanghai"),) * 2,
    ],
)
def test_a_cell_of_pandas_is_read_as_a_fact(cell: object, fact: object) -> None:
    read = cp.stated(cell)
    assert read == fact
    assert type(read) is type(fact)


def test_rows_of_pandas_are_read_and_every_problem_has_its_row() -> None:
    day = pd.Timestamp(2024, 6, 30)
    days = [day, day, pd.NaT, day.replace(hour=8)]
    table = pd.DataFrame(
        {
            "locality": ["大洼街道", "田家街道", None, "田家街道"],
            "on": days,
            "slots": [200, None, 3.5, 1],
        }
    )
    good, bad = with_pandas.counts(table)
    assert good == [COUNTS[0]]
    assert [(one["row"], one["path"], one["code"]) for one in bad] == [
        (2, "slots", "required"),
        (3, "locality", "required"),
        (3, "on", "required"),
        (3, "slots", "not_whole"),
        (4, "on", "datetime_for_date"),
    ]
    assert bad[0]["zh"] == "托位数：必须说明"


def test_a_frame_of_counts_becomes_a_frame_of_progress_in_pandas() -> None:
    table = pd.DataFrame(
        {
            "locality": ["大洼街道", "田家街道"],
            "on": pd.to_datetime(["2024-06-30"] * 2),
            "slots": [200.0, 90.0],
        }
    )
    made, expected = with_pandas.progress(table, ON), with_pandas.frame(REPORT)
    pd.testing.assert_frame_equal(made, expected)


# --- polars ---------------------------------------------------------------------------------


def test_a_progress_report_has_typed_columns_in_polars() -> None:
    frame = with_polars.frame(REPORT)
    assert dict(frame.schema) == cp.columns(REPORT).polars
    assert frame.schema["outcome"] == pl.Categorical
    assert frame["on"].unique().to_list() == [ON]
    row = frame.row(by_predicate=pl.col("locality") == "大洼街道", named=True)
    assert (row["outcome"], row["outcome_zh"], row["short_of_next"]) == ("met", "符合", 41)
    assert row["next_on"] == date(2024, 12, 31)
    assert row["pace_per_month"] == pytest.approx(41 / 3)
    assert frame.filter(kind="locality")["reached"].sum() == 290
    assert frame.filter(kind="total")["high"].to_list() == [None]


def test_an_assessment_has_typed_columns_in_polars() -> None:
    frame = with_polars.frame(cp.assess(MALL, SHUANGLIAO))
    assert frame.schema["amount_yuan"] == pl.Decimal(38, 20)
    assert frame.filter(number="4.1.b")["outcome_zh"].to_list() == ["不符合"]


@pytest.mark.parametrize(
    ("cell", "fact"),
    [
        *((None, None), (float("nan"), None), (200.0, 200), (12.5, 12.5), (0, 0), (False, False)),
        *(("否", "否"), (date(2024, 6, 30), date(2024, 6, 30))),
    ],
)
def test_a_cell_of_polars_is_read_as_a_fact(cell: object, fact: object) -> None:
    read = cp.stated(cell)
    assert read == fact
    assert type(read) is type(fact)


def test_a_frame_of_counts_becomes_a_frame_of_progress_in_polars() -> None:
    table = pl.DataFrame(
        {
            "locality": ["大洼街道", "田家街道"],
            "on": [date(2024, 6, 30)] * 2,
            "slots": [200.0, 90.0],
        }
    )
    assert with_polars.progress(table, ON).equals(with_polars.frame(REPORT))


# --- both -----------------------------------------------------------------------------------


def by_class() -> dict[str, list[dict[str, Any]]]:
    """Gather the rows of all samples by their class."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for result in RESULTS:
        rows.setdefault(type(result).__name__, []).extend(result.records())
    return rows


@pytest.mark.parametrize("rows", by_class().values(), ids=by_class().keys())
def test_the_rows_of_any_result_become_typed_columns(rows: list[dict[str, Any]]) -> None:
    pandas_frame, polars_frame = with_pandas.frame(rows), with_polars.frame(rows)
    columns = cp.columns(rows)
    assert len(pandas_frame) == len(polars_frame) == len(rows)
    for column in rows[0]:
        cells = [row[column] for row in rows]
        if column not in columns.inexact:
            assert polars_frame[column].to_list() == cells
        stated = [cp.stated(cell) for cell in pandas_frame[column].astype(object)]
        for cell, one in zip(cells, stated, strict=True):
            assert one == (
                cell
                if columns.kinds[column] is not cp.ColumnKind.NUMBER or cell is None
                else pytest.approx(float(cell))
            )


def test_no_rows_are_an_empty_frame() -> None:
    empty = cp.agenda(BDA, date(1999, 1, 1), date(1999, 1, 1))
    assert len(with_pandas.frame(empty)) == len(with_polars.frame(empty)) == 0


def test_records_are_read_as_they_are_by_pandas_and_polars() -> None:
    # `rows` differ from them only where a column holds what is no decimal, such as a third.
    for result in RESULTS:
        columns, rows = cp.columns(result), result.records()
        assert pl.DataFrame(rows, schema=columns.polars).equals(with_polars.frame(result))
        made = pd.DataFrame(rows).astype(columns.pandas)
        pd.testing.assert_frame_equal(made, with_pandas.frame(result))


def test_an_exact_number_stays_exact_in_polars() -> None:
    marks = {"area": Decimal("0.1"), "cleanliness": Decimal("0.2")}
    frame = with_polars.frame(cp.score(BDA.scorecards["care_room"], marks))
    # 0.1 + 0.2 is 0.3, and as floats it is not.
    assert frame["low_points"].sum() == Decimal("0.3")
    assert frame["total_low"].to_list() == [Decimal("0.3")] * len(frame)


def test_arrow_holds_the_rows_of_any_result() -> None:
    pa = pytest.importorskip("pyarrow")
    for rows in by_class().values():
        columns = cp.columns(rows)
        made = pa.Table.from_pylist(columns.rows, schema=pa.schema(columns.arrow))
        for key in columns.kinds:
            cells = [row[key] for row in rows]
            near = [pytest.approx(float(one)) if type(one) is Fraction else one for one in cells]
            assert made[key].to_pylist() == near
