"""Elapsed time over columns of days, by the calendar, in whole numbers."""

from datetime import date
from typing import Any

import careplan.criteria.nodes as n
from careplan.criteria.periods import MissingDay, Period
from careplan.frames.lent import Expr, holding, narwhals

_DAYS = 32  # more than a month has


def elapsed(node: n.Elapsed, start: Expr | date, end: Expr | None, on: date | None) -> Expr:
    """Return whether a period has passed, as `Period.passed` says it of two days.

    `end` is None where the day asked ends the period, and `on` is None where that is not known.
    """
    nw = narwhals()
    period = node.period
    if isinstance(start, date):
        passed = period.passed(start, on)
        return nw.lit(passed, dtype=nw.Boolean)
    if end is not None:
        return _between(period, start, end)
    if on is None:  # a start from which it is never complete settles it
        latest = period.latest_start(date.max)
        if latest is None:
            return start != start  # noqa: PLR0124 - false of a day, null of none
        return holding(start > latest, start < latest)
    latest = period.latest_start(on)
    return nw.lit(False) if latest is None else start <= latest  # noqa: FBT003 - a literal


def _between(period: Period, start: Expr, end: Expr) -> Expr:
    latest, soonest = period.latest_start(date.max), period.complete(date.min)
    if latest is None or soonest is None:
        # No day is late enough; with neither day stated even that is not asked.
        return (start != start) & (end != end)  # noqa: PLR0124 - false of a day, null of none
    # A start that is to be complete by a day is moved by months, and the day back by the days:
    # then both are a month and a day of it, which are compared as one number.
    away = period.days - int(period.both_days)
    moved = holding(end >= soonest, end)
    if away:
        moved = moved.dt.offset_by(f"{-away}d")
    (months, day), (by_months, by_day) = _parts(start), _parts(moved)
    months = months + period.months
    complete = months * _DAYS + day <= by_months * _DAYS + by_day
    if not (period.both_days or period.missing_day is MissingDay.NEXT):
        # A day that the last month does not have is its last one.
        complete = complete | ((months == by_months) & _is_last(moved))
    # What is beyond the calendar is never complete, and settled by one day alone.
    return complete & (start <= latest) & (end >= soonest)


def _parts(day: Expr) -> tuple[Any, Any]:
    """Return the number of a day's month, and of the day in it."""
    nw = narwhals()
    year, month, of_month = (
        part.cast(nw.Int64) for part in (day.dt.year(), day.dt.month(), day.dt.day())
    )
    return year * 12 + month, of_month


def _is_last(day: Expr) -> Expr:
    """Say whether a day is the last of its month."""
    return day.dt.offset_by("1d").dt.day() == 1
