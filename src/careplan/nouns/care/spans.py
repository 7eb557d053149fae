"""Spans of time that nouns tell: their units, and two days that stand in order."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from careplan.base.errors import Problem
from careplan.base.text import Text

MONTHS = Text(zh="个月", en="months")
DAYS = Text(zh="天", en="days")
YEARS = Text(zh="年", en="years")
HOURS = Text(zh="小时", en="hours")


def reversed_days(noun: Any, first: str, last: str) -> Iterator[Problem]:
    """Yield a problem where the day named `last` is stated and is before the one named `first`."""
    start: date | None = getattr(noun, first)
    end: date | None = getattr(noun, last)
    if start is not None and end is not None and end < start:
        yield Problem(last, "before_start", end, {"other": start})
