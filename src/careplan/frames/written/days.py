"""Elapsed time over columns of days, by the calendar, in whole numbers."""

from datetime import date
from typing import Any

import careplan.criteria.nodes as n
from careplan.criteria.periods import MissingDay, Period
from careplan.frames.lent import Expr, holding, narwhals


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
        never = ~start.is_null() if latest is None else start > latest
        return holding(never, nw.lit(False))  # noqa: FBT003 - a literal
    latest = period.latest_start(on)
    return nw.lit(False) if latest is None else start <= latest  # noqa: FBT003 - a literal


def _between(period: Period, start: Expr, end: Expr) -> Expr:
    latest, soonest = period.latest_start(date.max), period.complete(date.min)
    if latest is None or soonest is None:
        # No day is late enough; with neither day stated even that is not asked.
        return holding(~(start.is_null() & end.is_null()), narwhals().lit(False))  # noqa: FBT003
    complete = _complete(period, start) <= _number(*_parts(end))
    # What is beyond the calendar is never complete, and settled by one day alone.
    return complete & (start <= latest) & (end >= soonest)


def _complete(period: Period, start: Expr) -> Expr:
    """Return the number of the first day on which a period is complete."""
    nw = narwhals()
    rolls = period.both_days or period.missing_day is MissingDay.NEXT
    year, month, day = _parts(start)
    months = year * 12 + (month - 1) + period.months
    first, after = (
        _number(one // 12, one % 12 + 1, nw.lit(1, dtype=nw.Int64)) for one in (months, months + 1)
    )
    last = after - 1 + int(rolls)
    met = first + day - 1
    corresponding = nw.when(met <= last).then(met).otherwise(last)
    return corresponding + (period.days - int(period.both_days))


def _parts(day: Expr) -> tuple[Any, Any, Any]:
    nw = narwhals()
    parts = (day.dt.year(), day.dt.month(), day.dt.day())
    year, month, of_month = (part.cast(nw.Int64) for part in parts)
    return year, month, of_month


def _number(year: Expr, month: Expr, day: Expr) -> Expr:
    """Return the number of a day, counted from one far back: the months run from March to February.

    So the odd day of a leap year is the last of its year (Fliegel and van Flandern, 1968).
    """
    before = (14 - month) // 12
    years, since_march = year + 4800 - before, month + before * 12 - 3
    return (
        day + (since_march * 153 + 2) // 5 + years * 365 + years // 4 - years // 100 + years // 400
    )
