"""The kind of every column of `records()`, for the typed columns of any data frame.

A column not named here holds text. Numbers are exact in `records()` (int, Decimal, Fraction);
a frame's float is only close: decide by the exact ones, plot the others.
"""

from typing import Any

DAYS = {
    *("on", "counted_on", "measured_on", "due_on", "next_on", "start", "end"),
    *("counted_to", "day", "counted_from", "done_on"),
}
FLAGS = {
    "stale",
    "decides",
    "due_derived",
    "next_derived",
    "open",
    "forecast",
    "room_ignored",
    "cut",
    "grade_settled",
    *("promptly", "at_latest", "tied", "counted_in_period", "fell"),
}
WHOLE = {
    *("reached", "due_slots", "next_slots", "short_of_due", "over_due", "short_of_next"),
    *("due_low", "due_high", "next_low", "next_high", "over_due_low", "over_due_high"),
    *("low", "high", "localities", "reported", "stale_localities", "option", "limit_number"),
    *("short_of_due_low", "short_of_due_high", "short_of_next_low", "short_of_next_high"),
    *("floor", "slots", "items", "stated", "unstated"),
    *("changed_by", "counted_localities"),
}
NUMBERS = {
    *("low_points", "high_points", "max_points", "total_low", "total_high", "pass_mark"),
    *("least_points", "possible_low", "possible_high", "pass_share"),
    *("amount_yuan", "amount_low_yuan", "amount_high_yuan", "total_low_yuan", "total_high_yuan"),
    *("figure", "target_value", "short_by", "pace_per_month", "target_low", "target_high"),
    *("pace_per_month_low", "pace_per_month_high", "weight", "quota", "remainder"),
    *("sum", "whole", "share"),
}


def with_floats(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with a float for every number in NUMBERS: frames have no fractions."""
    return [
        {
            column: float(cell) if column in NUMBERS and cell is not None else cell
            for column, cell in row.items()
        }
        for row in rows
    ]
