"""How much time is to pass between two days: whole months, then days, by the calendar alone."""

from datetime import date, timedelta

from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled


class MissingDay(Labelled):
    """Where a period ends that would end on a day its last month does not have."""

    LAST = ("last", "该月末日", "the last day of that month")
    NEXT = ("next", "次月1日", "the first day of the next month")


@frozen
class Period:
    """An amount of time: months (a year is 12 of them) in one addition, and days after them.

    With `both_days` the first and the last day belong to it (a lease, or an age that is complete
    the day before the birthday): the day before the corresponding day completes it, and a missing
    day is then always the first of the next month. Otherwise a missing day is the month's last
    (Civil Code of 2020, article 202), or the first of the next month.
    """

    months: int = 0
    days: int = 0
    both_days: bool = False
    missing_day: MissingDay = MissingDay.LAST

    def complete(self, start: date) -> date | None:
        """Return the first day on which the period is complete.

        None, that is never, where the corresponding day is beyond the year 9999.

        >>> Period(months=36, both_days=True).complete(date(2021, 3, 1))
        datetime.date(2024, 2, 29)
        """
        from dateutil.relativedelta import relativedelta

        rolls = self.both_days or self.missing_day is MissingDay.NEXT
        try:
            day = start + relativedelta(months=self.months)
            if rolls and day.day != start.day:
                day += timedelta(days=1)
            return day + timedelta(days=self.days - self.both_days)
        except (OverflowError, ValueError):
            return None

    def latest_start(self, end: date) -> date | None:
        """Return the last first day from which the period is complete on `end`; None for none.

        A later start is never complete earlier, so it is found by halving.

        >>> Period(months=6).latest_start(date(2018, 5, 15))
        datetime.date(2017, 11, 15)
        """
        low, high = 0, end.toordinal()
        while low < high:
            middle = (low + high + 1) // 2
            if self.passed(date.fromordinal(middle), end):
                low = middle
            else:
                high = middle - 1
        return date.fromordinal(low) if low else None

    def passed(self, start: date | None, end: date | None) -> bool | None:
        """Say whether the period is complete by a day; None while a day decides it."""
        if start is not None:
            done = self.complete(start)
            if done is None or end is None:
                return False if done is None else None
            return done <= end
        return False if end is not None and self.latest_start(end) is None else None
