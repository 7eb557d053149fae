"""Results as a typed polars frame, and a polars frame read as facts."""

from datetime import date
from typing import Any

import polars as pl
from frame_columns import DAYS, FLAGS, NUMBERS, WHOLE, with_floats

import careplan as cp


def frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return `result.records()` as a frame whose columns have types, also where all is null."""
    schema = {column: dtype(column) for column in (rows[0] if rows else {})}
    return pl.DataFrame(with_floats(rows), schema=schema)


def dtype(column: str) -> type[pl.DataType]:
    """Return the type of a column; every one may hold null."""
    if column in DAYS:
        return pl.Date
    if column in WHOLE:
        return pl.Int64
    if column in FLAGS:
        return pl.Boolean
    return pl.Float64 if column in NUMBERS else pl.String


def stated(cell: Any) -> Any:
    """Return a cell as a fact: a float that is no number is None, 12.0 a whole number."""
    if not isinstance(cell, float):
        return cell
    if cell != cell:  # noqa: PLR0124 - only NaN differs from itself
        return None
    return int(cell) if cell.is_integer() else cell


def progress(table: pl.DataFrame, on: date) -> pl.DataFrame:
    """Return where the localities of Dawa stand, one row each, then the total."""
    counts = [
        cp.SlotCount(**{key: stated(cell) for key, cell in row.items()})
        for row in table.iter_rows(named=True)
    ]
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    return frame(cp.track_progress(ledger, counts, on=on).records())
