"""What the towns reported on three dates, as a page in Chinese that prints on two A4 sheets."""

from collections.abc import Iterable
from datetime import date

import careplan as cp


def report(rows: Iterable[tuple[str, date, int]], year: int) -> str:
    """Return the page; a row is a town, the day of its report, and how many slots it had."""
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    counts = [cp.SlotCount(town, day, slots) for town, day, slots in rows]
    periods = cp.quarters(year)[:3]  # the ends of March, June and September
    return cp.progress_table(ledger, counts, periods=periods).to_html("zh", page=True)
