"""Results as a typed polars frame, and a polars frame read as facts."""

from datetime import date
from typing import Any

import polars as pl

import careplan as cp


def frame(result: Any) -> pl.DataFrame:
    """Return a result, or a list of records, as a frame whose columns have types."""
    columns = cp.columns(result)
    return pl.DataFrame(columns.rows, schema=columns.polars)


def progress(table: pl.DataFrame, on: date) -> pl.DataFrame:
    """Return where the localities of Dawa stand, one row each, then the total."""
    counts = [
        cp.SlotCount(**{key: cp.stated(cell) for key, cell in row.items()})
        for row in table.iter_rows(named=True)
    ]
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    return frame(cp.track_progress(ledger, counts, on=on))
