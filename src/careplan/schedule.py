"""When: periods as exact as the text, stages, deadlines, and duties that come back.

A period never says a day the text does not: June 2021 is a month, a quarter a quarter.
"""

from calendar import monthrange
from datetime import date

import attrs
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule

from careplan.errors import InvalidInput, Problem
from careplan.governance import Office, Task
from careplan.kinds import CountKind
from careplan.reading import read
from careplan.sources import Text
from careplan.targets import Precision
from careplan.verdicts import Cited


@attrs.frozen
class Period:
    """A span of days, both ends included, and how exactly the text names it."""

    start: date
    end: date
    precision: Precision

    def overlaps(self, start: date, end: date) -> bool:
        """Say whether any day of the period lies from `start` to `end`."""
        return self.start <= end and start <= self.end


def month(year: int, number: int, *, until: int | None = None) -> Period:
    """Return a month of a year, or several, as a period.

    >>> month(2021, 6, until=9).end
    datetime.date(2021, 9, 30)
    """
    last = number if until is None else until
    end = date(year, last, monthrange(year, last)[1])
    return Period(date(year, number, 1), end, Precision.MONTH)


def day(when: date) -> Period:
    """Return one day as a period.

    >>> day(date(2017, 8, 31)).precision
    Precision.DAY
    """
    return Period(when, when, Precision.DAY)


@attrs.frozen(kw_only=True)
class Stage(Cited):
    """A stage of the work, with the tasks that belong to it; stages may overlap."""

    key: str
    title: Text
    period: Period
    tasks: tuple[Task, ...] = ()


@attrs.frozen(kw_only=True)
class Deadline(Cited):
    """Something to be done by the end of a period."""

    key: str
    title: Text
    period: Period
    acting: tuple[Office, ...] = ()
    recipient: Office | None = None


MONTHS_A_YEAR = 12


@attrs.frozen
class Every:
    """An interval in whole months: 12 is a year."""

    months: int

    def __attrs_post_init__(self) -> None:
        """Refuse what is no whole number of months."""
        problems: list[Problem] = []
        read(CountKind(minimum=1), self.months, "months", problems)
        if problems:
            raise InvalidInput(problems)

    def after(self, when: date) -> date:
        """Return the day one interval later; the last day of a shorter month stands in.

        >>> Every(12).after(date(2024, 2, 29))
        datetime.date(2025, 2, 28)
        """
        return when + relativedelta(months=self.months)

    def periods(self, start: date, end: date) -> tuple[Period, ...]:
        """Return the calendar periods of this length that touch `start` to `end`.

        They do not depend on the question: quarters and years begin in January, two-year
        periods in even years.
        """
        # Months since year 0, so that every period of a length has one place in time.
        january = start.year * MONTHS_A_YEAR
        year, month_index = divmod(january - january % self.months, MONTHS_A_YEAR)
        begin = date(max(year, 1), month_index + 1, 1)
        dates = rrule(MONTHLY, interval=self.months, dtstart=begin, until=end)
        firsts = (first.date() for first in dates)
        precision = {1: Precision.MONTH, 3: Precision.QUARTER, 12: Precision.YEAR}
        spans = (
            Period(
                first,
                first + relativedelta(months=self.months - 1, day=31),  # its last month's last day
                precision.get(self.months, Precision.MONTH),
            )
            for first in firsts
        )
        return tuple(span for span in spans if span.overlaps(start, end))


@attrs.frozen(kw_only=True)
class Duty(Cited):
    """A duty that comes back. `every` is None where the text says only "regularly".

    `within` bounds it where the text ties it to a stage.
    """

    key: str
    title: Text
    acting: tuple[Office, ...] = ()
    recipient: Office | None = None
    every: Every | None = None
    within: Period | None = None
