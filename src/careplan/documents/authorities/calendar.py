"""When: periods as exact as the text, stages, deadlines, and duties that come back.

A period never says a day the text does not: June 2021 is a month, a quarter a quarter.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import MAXYEAR, date
from typing import assert_never

import attrs
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule

from careplan.base.errors import InvalidInput, Problem
from careplan.base.messages import say, show
from careplan.base.text import Text
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.tasks import Task
from careplan.documents.encoded import Encoded, read_shape
from careplan.documents.rules import Cited
from careplan.documents.scales.targets import Precision
from careplan.fields.checking import arguments
from careplan.fields.kinds import CountKind, DayKind
from careplan.fields.shapes import NAME, kept

MONTHS_A_YEAR = 12
MOST_MONTHS = 100 * MONTHS_A_YEAR  # between two times of a duty


def _told(when: date, precision: Precision, language: str) -> str:
    """Say the day, month, quarter or year that a day is in."""
    year = str(when.year)
    match precision:
        case Precision.DAY:
            return show(when, language)
        case Precision.YEAR:
            return say("period.year", language, year=year)
        case Precision.YEAR_END:
            return say("period.year_end", language, year=year)
        case Precision.QUARTER:
            quarter = str((when.month + 2) // 3)
            return say("period.quarter", language, year=year, number=quarter)
        case Precision.MONTH:
            return when.isoformat()[:7]
        case _:
            assert_never(precision)


@attrs.frozen
class Period(Encoded):
    """A span of days, both ends included, and how exactly the text names it."""

    start: date
    end: date
    precision: Precision

    def _contradictions(self) -> Iterable[Problem]:
        if self.end < self.start:
            yield Problem("end", "not_in_order", self.end, {"other": self.start})

    def overlaps(self, start: date, end: date) -> bool:
        """Say whether any day of the period lies from `start` to `end`."""
        return self.start <= end and start <= self.end

    def told(self, language: str) -> str:
        """Say the period no more exactly than the text does: one day, month or year, or two.

        >>> month(2021, 6).told("en"), month(2021, 6, until=9).told("en")
        ('2021-06', '2021-06/2021-09')
        """
        first, last = (_told(day, self.precision, language) for day in (self.start, self.end))
        return first if first == last else f"{first}/{last}"


def month(year: int, number: int, *, until: int | None = None) -> Period:
    """Return a month of a year, or several, as a period.

    Raises InvalidInput for what is no year, no month, or out of order.

    >>> month(2021, 6, until=9).end
    datetime.date(2021, 9, 30)
    """
    last = number if until is None else until
    problems: list[Problem] = []
    for name, value, highest in (
        ("year", year, MAXYEAR),
        ("number", number, MONTHS_A_YEAR),
        ("until", last, MONTHS_A_YEAR),
    ):
        before = len(problems)
        kept_as = read_shape(CountKind(minimum=1), value, name, problems)
        if len(problems) == before and kept_as > highest:
            problems.append(Problem(name, "too_large", value, {"maximum": highest}))
    if not problems and last < number:
        problems.append(Problem("until", "not_in_order", last, {"other": number}))
    if problems:
        raise InvalidInput(problems)
    year, number, last = int(year), int(number), int(last)
    end = date(year, last, monthrange(year, last)[1])
    return Period(date(year, number, 1), end, Precision.MONTH)


def one_day(when: date) -> Period:
    """Return one day as a period; raises InvalidInput for anything but a date.

    >>> one_day(date(2017, 8, 31)).precision
    Precision.DAY
    """
    return Period(when, when, Precision.DAY)


@attrs.frozen(kw_only=True)
class Stage(Cited):
    """A stage of the work, with the tasks that belong to it; stages may overlap."""

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    period: Period
    tasks: tuple[Task, ...] = ()


@attrs.frozen(kw_only=True)
class Deadline(Cited):
    """Something to be done by the end of a period."""

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    period: Period
    acting: tuple[Office, ...] = ()
    recipient: Office | None = None


@attrs.frozen
class Interval(Encoded):
    """An interval in whole months: 12 is a year."""

    months: int = attrs.field(metadata=kept(CountKind(minimum=1)))

    def _contradictions(self) -> Iterable[Problem]:
        if self.months > MOST_MONTHS:
            yield Problem("months", "too_large", self.months, {"maximum": MOST_MONTHS})

    def after(self, when: date) -> date:
        """Return the day one interval later; the last day of a shorter month stands in.

        Raises InvalidInput for what is no date, or beyond the year 9999.

        >>> Interval(12).after(date(2024, 2, 29))
        datetime.date(2025, 2, 28)
        """
        arguments(when=(DayKind(), when))
        later = _moved(when, months=self.months)
        if later is None:
            raise InvalidInput([Problem("when", "out_of_range", when)])
        return later

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
                # The last day of its last month.
                _moved(first, months=self.months - 1, day=31) or date.max,
                precision.get(self.months, Precision.MONTH),
            )
            for first in firsts
        )
        return tuple(span for span in spans if span.overlaps(start, end))


def _moved(when: date, **by: int) -> date | None:
    """Return a day moved by months; None beyond the last year there is."""
    try:
        return when + relativedelta(**by)  # type: ignore[arg-type]  # its own names
    except (ValueError, OverflowError):
        return None


@attrs.frozen(kw_only=True)
class Duty(Cited):
    """A duty that comes back. `every` is None where the text says only "regularly".

    `within` bounds it where the text ties it to a stage.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    acting: tuple[Office, ...] = ()
    recipient: Office | None = None
    every: Interval | None = None
    within: Period | None = None
