"""Results as a typed pandas frame, and a pandas frame read as facts."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from frame_columns import DAYS, FLAGS, NUMBERS, WHOLE, with_floats

import careplan as cp


def frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Return `result.records()` as a frame whose columns have types, also where all is empty."""
    made = pd.DataFrame.from_records(with_floats(rows))
    return made.astype({column: dtype(column) for column in made.columns})


def dtype(column: str) -> str:
    """Return the type of a column: each knows "not stated" beside its values."""
    if column in DAYS:
        return "datetime64[s]"
    if column in WHOLE:
        return "Int64"
    if column in FLAGS:
        return "boolean"
    return "Float64" if column in NUMBERS else "string"


def stated(cell: Any) -> Any:
    """Return a cell as a fact: empty is None, 12.0 a whole number, a midnight its day.

    pandas writes a gap into whole numbers by making them all floats, and days as
    timestamps. What is more than that (12.5, a time of day) stays, and careplan refuses
    it where it does not fit.
    """
    if pd.isna(cell):
        return None
    if isinstance(cell, pd.Timestamp):
        midnight = cell.tzinfo is None and cell == cell.normalize()
        return cell.date() if midnight else cell
    if isinstance(cell, np.generic):
        cell = cell.item()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def counts(table: pd.DataFrame) -> tuple[list[cp.SlotCount], list[dict[str, Any]]]:
    """Read rows (locality, on, slots); return what is usable, and every problem with its row."""
    good: list[cp.SlotCount] = []
    bad: list[dict[str, Any]] = []
    for number, row in enumerate(table.to_dict("records"), start=1):
        try:
            good.append(cp.SlotCount(**{str(key): stated(cell) for key, cell in row.items()}))
        except cp.InvalidInput as error:
            bad += [{"row": number, **problem} for problem in error.to_records()]
    return good, bad


def progress(table: pd.DataFrame, on: date) -> pd.DataFrame:
    """Return where the localities of Dawa stand, one row each, then the total."""
    usable, _ = counts(table)
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    return frame(cp.track_progress(ledger, usable, on=on).records())
