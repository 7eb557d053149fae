"""Time that has passed between two columns of days, by the calendar and in whole numbers.

Databases share no words for months: years, months and days are read from the day's text, and
reckoned with. Where the day asked ends the period it is known as the query is written.
"""

from datetime import date

import careplan.criteria.nodes as n
from careplan.criteria.periods import MissingDay, Period
from careplan.sql.joining import FALSE, TRUE, UNKNOWN, all_of, any_of, deny
from careplan.sql.scopes import Scope

_LAST_DAYS = "(1, 3, 5, 7, 8, 10, 12)"


def passed(node: n.Elapsed, scope: Scope, *, so: bool) -> str:
    """Return whether the period of a criterion has passed; the day asked is not known.

    What is known of one day alone is said: a period that would end beyond the calendar never
    passes, and none does by a day that is too early for it.
    """
    latest, earliest = _ends(node.period)
    if latest is None:
        return FALSE if so else TRUE
    never = FALSE if so else TRUE
    if isinstance(node.start, date):
        return UNKNOWN if node.start <= latest else never
    start = scope.column(node.start)
    cases = [] if latest == date.max else [f"WHEN {start} > '{latest}' THEN {never}"]
    if node.end is None:
        return f"(CASE {cases[0]} END)" if cases else UNKNOWN
    end = scope.column(node.end)
    if earliest > date.min:
        cases.append(f"WHEN {end} < '{earliest}' THEN {never}")
    done = _done(node.period, _Day(start), _Day(end))
    if not so:
        done = deny(done)
    return f"(CASE {' '.join(cases)} ELSE {done} END)" if cases else done


def _ends(period: Period) -> tuple[date | None, date]:
    """Return the last start whose period is complete one day, and the first day any is."""
    first = period.complete(date.min)
    if first is None:
        return None, date.max
    latest = period.latest_start(date.max)
    return latest, first


class _Day:
    """A column of days as whole numbers: its month, counted from the year 0, and its day."""

    def __init__(self, column: str) -> None:
        text = f"CAST({column} AS VARCHAR(10))"
        self.year, self.of_year, self.day = (
            f"CAST(SUBSTR({text}, {start}, {length}) AS INTEGER)"
            for start, length in ((1, 4), (6, 2), (9, 2))
        )
        self.month = f"(12 * {self.year} + {self.of_year} - 1)"

    def ends_month(self) -> str:
        """Return whether it is the last day of its month."""
        leap = f"({self.year} % 4 = 0 AND ({self.year} % 100 <> 0 OR {self.year} % 400 = 0))"
        february = f"(CASE WHEN {leap} THEN 29 ELSE 28 END)"
        most = (
            f"CASE WHEN {self.of_year} = 2 THEN {february} "
            f"WHEN {self.of_year} IN {_LAST_DAYS} THEN 31 ELSE 30 END"
        )
        return f"({self.day} = {most})"


def _done(period: Period, start: _Day, end: _Day) -> str:
    if not period.days:
        return _done_by_months(period, start, end)
    target = start.month if not period.months else f"({start.month} + {period.months})"
    more = period.days - period.both_days
    rolls = period.both_days or period.missing_day is MissingDay.NEXT
    by = f"({_before(end.month)} + {end.day})"
    whole_month = f"({_before(target)} + {start.day} + {more} <= {by})"
    if not period.months:
        return whole_month
    # A day that its month lacks is the last of it, or the first of the next.
    cut = f"({_before(f'({target} + 1)')} + {int(rolls) + more} <= {by})"
    return any_of([whole_month, cut])


def _done_by_months(period: Period, start: _Day, end: _Day) -> str:
    """Compare month with month, and day with day: no day is counted."""
    target = f"({start.month} + {period.months})"
    later = f"({target} < {end.month})"
    same, following = f"({target} = {end.month})", f"({target} = {end.month} + 1)"
    if period.both_days:  # by the day before
        day = any_of([f"({start.day} <= {end.day} + 1)", end.ends_month()])
        first = all_of([following, f"({start.day} = 1)", end.ends_month()])
        return any_of([later, all_of([same, day]), first])
    day = f"({start.day} <= {end.day})"
    if period.missing_day is MissingDay.LAST:
        day = any_of([day, end.ends_month()])
    return any_of([later, all_of([same, day])])


def _before(month: str) -> str:
    """Return the days before a month; years begin in March, so that a leap day is the last.

    Only what divides evenly is divided: some databases divide whole numbers as whole numbers.
    """
    moved = f"({month} - 2)"
    place = f"({moved} % 12)"
    year = f"(({moved} - {place}) / 12)"
    leap = f"{_floor(year, 4)} - {_floor(year, 100)} + {_floor(year, 400)}"
    return f"(365 * {year} + {leap} + {_floor(f'(153 * {place} + 2)', 5)})"


def _floor(number: str, by: int) -> str:
    return f"({number} - {number} % {by}) / {by}"
