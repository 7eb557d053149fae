"""When: periods as exact as the text, and from when until when a document or a part is in force.

A period never says a day the text does not: June 2021 is a month, a quarter a quarter.
"""

from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta
from typing import Any, assert_never

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.frozenmap import frozen
from careplan.base.messages import say, show
from careplan.base.text import Text, Unordered
from careplan.base.truth import Truth
from careplan.documents.encoded import Encoded, read_shape
from careplan.fields.checking import arguments
from careplan.fields.kinds import CountKind, DayKind
from careplan.fields.shapes import left_out

MONTHS_A_YEAR = 12


class Precision(Unordered):
    """How exactly a document says when: a day is the last of the period it names."""

    DAY = ("day", "日", "day")
    MONTH = ("month", "月", "month")
    QUARTER = ("quarter", "季度", "quarter")
    YEAR = ("year", "年", "year")
    YEAR_END = ("year_end", "年底", "end of year")


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
            return say("period.quarter", language, year=year, quarter=_quarter(when, language))
        case Precision.MONTH:
            month = say(f"month.{when.month}", language)
            return say("period.month", language, year=year, month=month)
        case _:
            assert_never(precision)


@frozen
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

        >>> month(2021, 6).told("en"), month(2021, 6, until=9).told("zh")
        ('June 2021', '2021年6月至9月')
        """
        start, end, how = self.start, self.end, self.precision
        first, last = (_told(day, how, language) for day in (start, end))
        if first == last:
            return first
        if how is Precision.MONTH and start.year == end.year:
            begun, ended = (say(f"month.{day.month}", language) for day in (start, end))
            year = str(start.year)
            return say("period.months", language, year=year, first=begun, last=ended)
        if how is Precision.QUARTER and start.year == end.year:
            begun, ended = (_quarter(day, language) for day in (start, end))
            year = str(start.year)
            return say("period.quarters", language, year=year, first=begun, last=ended)
        return say("period.span", language, first=first, last=last)


def _quarter(day: date, language: str) -> str:
    return say(f"quarter.{(day.month + 2) // 3}", language)


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
    new_year = last == MONTHS_A_YEAR
    end = date(year, last, 31) if new_year else date(year, last + 1, 1) - timedelta(days=1)
    return Period(date(year, number, 1), end, Precision.MONTH)


def one_day(when: date) -> Period:
    """Return one day as a period; raises InvalidInput for anything but a date.

    >>> one_day(date(2017, 8, 31)).precision
    Precision.DAY
    """
    return Period(when, when, Precision.DAY)


class Status(Unordered):
    """Whether a document or a part of it is in force at all."""

    DRAFT = ("draft", "征求意见稿", "draft")
    IN_FORCE = ("in_force", "施行", "in force")
    REPEALED = ("repealed", "已废止", "repealed")


# An author writes w.DRAFT.
_EXPECTED = Text(
    zh="期间、状态（如“DRAFT”）或一对日期（起、止）",
    en="a period, a status such as DRAFT, or a pair of dates (since, until)",
)
DRAFT, IN_FORCE, REPEALED = Status.DRAFT, Status.IN_FORCE, Status.REPEALED


@frozen(kw_only=True)
class Validity(Encoded):
    """From when until when something is in force, both days included; None where nothing says.

    A draft is not in force, whatever its dates. What is repealed on a day that nobody knows may
    have been in force on any day. An end that is not stated sets no bound. `precision` says how
    exactly the text names the days.

    >>> trial = Validity(since=date(2024, 4, 1))
    >>> trial.holds_on(date(2024, 3, 31)).name, trial.told("zh")
    ('FALSE', '自2024年4月1日起')
    """

    since: date | None = attrs.field(default=None, metadata=left_out())
    until: date | None = attrs.field(default=None, metadata=left_out())
    status: Status = attrs.field(default=IN_FORCE, metadata=left_out())
    precision: Precision = attrs.field(default=Precision.DAY, metadata=left_out())

    def _contradictions(self) -> Iterable[Problem]:
        if self.since is not None and self.until is not None and self.until < self.since:
            yield Problem("until", "not_in_order", self.until, {"other": self.since})

    def holds_on(self, day: date) -> Truth:
        """Say whether it is in force on a day; raises InvalidInput for anything but a date."""
        arguments(day=(DayKind(), day))
        if self.status is DRAFT or not self.overlaps(day, day):
            return Truth.FALSE
        repealed = self.status is REPEALED and self.until is None
        return Truth.UNKNOWN if repealed else Truth.TRUE

    def begun_by(self, day: date) -> Truth:
        """Say whether it has been in force on a day or before: what has ended has begun, too."""
        if self.status is DRAFT or (self.since is not None and day < self.since):
            return Truth.FALSE
        repealed = self.status is REPEALED and self.since is None and self.until is None
        return Truth.UNKNOWN if repealed else Truth.TRUE

    def overlaps(self, start: date, end: date) -> bool:
        """Say whether its days, whatever its status, and those from `start` to `end` share one."""
        begun = self.since is None or self.since <= end
        return begun and (self.until is None or start <= self.until)

    def meets(self, other: "Validity") -> bool:
        """Say whether two things may be in force on one day."""
        if DRAFT in {self.status, other.status}:
            return False
        first = date.min if other.since is None else other.since
        return self.overlaps(first, date.max if other.until is None else other.until)

    def interval(self) -> str:
        """Return its days as ISO 8601 writes an interval, an end that is open as two dots.

        >>> Validity(since=date(2024, 4, 1)).interval()
        '2024-04-01/..'
        """
        ends = (".." if day is None else day.isoformat() for day in (self.since, self.until))
        days = "/".join(ends)
        return days if self.status is IN_FORCE else f"{days} ({self.status.value})"

    def told(self, language: str) -> str:
        """Say it no more exactly than the text does."""
        said = self._days(language)
        if self.status is IN_FORCE:
            return said or show(self.status, language)
        status = show(self.status, language)
        return say("validity.status", language, status=status, days=said) if said else status

    def _days(self, language: str) -> str:
        if self.since is not None and self.until is not None:
            return Period(self.since, self.until, self.precision).told(language)
        for code, day in (("since", self.since), ("until", self.until)):
            if day is not None:
                told = Period(day, day, self.precision).told(language)
                return say(f"validity.{code}", language, day=told)
        return ""


def validity_of(given: Any, path: str = "") -> Any:
    """Return a validity as an author gives it: a period, a status, or a pair (since, until).

    Raises InvalidInput at `path` for what is none of these; None is none given.

    >>> validity_of(DRAFT).status, validity_of((date(2024, 4, 1), None)).until
    (Status.DRAFT, None)
    """
    match given:
        case Period(start, end, precision):
            return Validity(since=start, until=end, precision=precision)
        case Status():
            return Validity(status=given)
        case (since, until):
            try:
                return Validity(since=since, until=until)
            except InvalidInput as error:
                raise InvalidInput(error.inside(path)) from None
        case Validity() | None:
            return given
        case _:
            raise InvalidInput([Problem(path, "wrong_type", given, {"expected": _EXPECTED})])
