"""Results as a typed pandas frame, and a pandas frame read as facts."""

from datetime import date
from typing import Any

import pandas as pd

import careplan as cp


def frame(result: Any) -> pd.DataFrame:
    """Return a result, or a list of records, as a frame whose columns have types."""
    columns = cp.columns(result)
    return pd.DataFrame(columns.rows).astype(columns.pandas)


def counts(table: pd.DataFrame) -> tuple[list[cp.SlotCount], list[dict[str, Any]]]:
    """Read rows (locality, on, slots); return what is usable, and every problem with its row."""
    good: list[cp.SlotCount] = []
    bad: list[dict[str, Any]] = []
    for number, row in enumerate(table.to_dict("records"), start=1):
        try:
            good.append(cp.SlotCount(**{str(key): cp.stated(cell) for key, cell in row.items()}))
        except cp.InvalidInput as error:
            bad += [{"row": number, **problem} for problem in error.to_records()]
    return good, bad


def progress(table: pd.DataFrame, on: date) -> pd.DataFrame:
    """Return where the localities of Dawa stand, one row each, then the total."""
    usable, _ = counts(table)
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    return frame(cp.track_progress(ledger, usable, on=on))
