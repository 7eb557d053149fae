"""Dawa's ledger of slots, and counts of its towns."""

from datetime import date

from hypothesis import strategies as st

import careplan as cp
from careplan.verbs.tracking.ledgers import LedgerProgress

DAWA = cp.get_plan("dawa_2023")
LEDGER = DAWA.ledgers["slots"]
NAMES = [row.locality for row in LEDGER.rows]


def track(on: date, *counts: tuple[str, date, int]) -> LedgerProgress:
    """Track counts given as plain rows."""
    return cp.track_progress(LEDGER, [cp.SlotCount(*count) for count in counts], on=on)


COUNTS = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.dates(date(2023, 1, 1), date(2025, 12, 31)), st.integers(0, 600)
    ),
    unique_by=lambda count: count[:2],
)
