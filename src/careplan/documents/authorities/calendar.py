"""What is to be done when: stages of the work, deadlines, and duties that come back."""

from collections.abc import Iterable
from datetime import date

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.documents.authorities.limits import Limit
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.tasks import Task
from careplan.documents.encoded import Encoded
from careplan.documents.periods import MONTHS_A_YEAR, Period, Precision
from careplan.documents.rules import Cited
from careplan.fields.checking import arguments
from careplan.fields.kinds import CountKind, DayKind
from careplan.fields.shapes import NAME, kept, left_out

MOST_MONTHS = 100 * MONTHS_A_YEAR  # between two times of a duty


@frozen(kw_only=True)
class Stage(Cited):
    """A stage of the work, with the tasks that belong to it; stages may overlap."""

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    period: Period
    tasks: tuple[Task, ...] = ()


@frozen(kw_only=True)
class Deadline(Cited):
    """Something to be done by the end of a period."""

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    period: Period
    acting: tuple[Office, ...] = ()
    recipient: Office | None = None


@frozen
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
        from dateutil.rrule import MONTHLY, rrule

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
    from dateutil.relativedelta import relativedelta

    try:
        return when + relativedelta(**by)  # type: ignore[arg-type]  # its own names
    except (ValueError, OverflowError):
        return None


@frozen(kw_only=True)
class Duty(Cited):
    """A duty that comes back. `every` is None where the text says only "regularly".

    `within` bounds it where the text ties it to a stage. `limit` is the time it is to be done
    in each time, such as so many days from the end of a quarter.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    acting: tuple[Office, ...] = ()
    recipient: Office | None = None
    every: Interval | None = None
    limit: Limit | None = attrs.field(default=None, metadata=left_out())
