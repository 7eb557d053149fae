"""A cell of a day: a day that is written in full, and nothing that would have to be filled in."""

import re
from calendar import month_abbr, monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import attrs

from careplan.base.text import Labelled
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import opened
from careplan.intake.cells.taken import Doubt, Taken
from careplan.intake.characters import folded, raised

_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # others are slips, or of another calendar
_ROC = 1911  # 民國 1 is 1912
_SERIAL_START = date(1899, 12, 30)
# Excel has a 29 February 1900, its day 60; from 61 on its count is the calendar's.
_FIRST_SERIAL, _LAST_SERIAL = 61, (date(_LAST_YEAR, 12, 31) - _SERIAL_START).days
_UNTIL = r"(?:截至到?|截止到?|至)? ?"
_ERA = r"(?P<era>民[国國] ?)?"
_YEAR = r"(?P<year>[0-9]{2,4})"
_TIME = r"(?P<time>[ T]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)?"
_DAY = re.compile(
    rf"{_UNTIL}{_ERA}{_YEAR}"
    r"(?: ?年 ?(?P<m>[0-9]{1,2}) ?月 ?(?P<d>[0-9]{1,2}) ?[日号號]"
    r"|(?P<mark>[-./])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2}))"
    rf"{_TIME}"
)
_RUN = re.compile(rf"{_UNTIL}(?P<year>[0-9]{{3,4}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})")
_MONTH = re.compile(
    rf"{_UNTIL}{_ERA}{_YEAR}(?: ?年 ?(?P<m>[0-9]{{1,2}}) ?月份?|[-./](?P<month>[0-9]{{1,2}}))"
    r" ?(?P<note>[底末初]|[上中下]旬)?"
)
_MONTHS = re.compile(
    rf"{_ERA}{_YEAR} ?年 ?(?P<from>[0-9]{{1,2}}) ?月?[-‐‑–—―−~～〜至到](?P<to>[0-9]{{1,2}}) ?月份?"
)
_PART_OF_YEAR = re.compile(
    rf"{_UNTIL}{_ERA}{_YEAR} ?(?:年度?)? ?"
    r"(?:第?(?P<quarter>[1-4一二三四]) ?季度?|Q(?P<q>[1-4])|(?P<half>[上下])半年)(?P<note>[底末初])?"
)
_WHOLE_YEAR = re.compile(rf"{_UNTIL}{_ERA}{_YEAR} ?(?:年[度份]?)? ?(?P<note>[底末初])?")
_WITHOUT_YEAR = re.compile(
    rf"{_UNTIL}(?:今年|本年|去年|当年)?(?:[0-9]{{1,2}} ?月.{{0,8}}|第?[一二三四1-4] ?季度?.?|[上下]半年.?|年[底末初])"
)
_SERIAL = re.compile("[0-9]{1,3}|[0-9]{5}")
_BETWEEN = re.compile(r"(?P<first>.{6,24}?) ?(?:至|到|~|～|〜|—+|–| - ) ?(?P<last>.{6,24})")


def day_cell(raw: object, habits: Habits) -> Taken | Doubt:
    """Return the day a cell states. A month, a quarter or a year is a Doubt that says its span.

    The parameter `span` is then the first and the last day it may be. A bare number is a year, a
    day in eight digits or, if the caller says so, a day as Excel counts them.

    >>> day_cell("截至2021年5月20日", Habits()).value
    datetime.date(2021, 5, 20)
    >>> day_cell("2021年5月底", Habits()).parameters["span"]
    (datetime.date(2021, 5, 1), datetime.date(2021, 5, 31))
    """
    value = opened(raw, habits)
    if isinstance(value, Taken | Doubt):
        return value
    match value:
        case bool() | Labelled():
            return Doubt("cell.not_a_day")
        case datetime():
            return _of_moment(value)
        case date():
            return _taken(value.year, value.month, value.day)
        case int() | Decimal() | Fraction():
            return (
                _of_text(str(value), habits) if isinstance(value, int) else Doubt("cell.not_a_day")
            )
        case str():
            return (
                Doubt("cell.raised", {"found": found})
                if (found := raised(value))
                else _of_text(folded(value), habits)
            )


def _of_moment(value: datetime) -> Taken | Doubt:
    if value.tzinfo is not None or value.time() != datetime.min.time():
        return Doubt("cell.has_time", suggestion=value.date())
    return _taken(value.year, value.month, value.day)


def _of_text(text: str, habits: Habits) -> Taken | Doubt:
    if match := _DAY.fullmatch(text):
        month, day = match["m"] or match["month"], match["d"] or match["day"]
        found = _day(match["year"], int(month), int(day), habits, era=match["era"])
        at = (match["time"] or "").strip(" T")
        if isinstance(found, Taken) and at.strip("0:.") != "":
            return Doubt("cell.has_time", suggestion=found.value)
        return found
    if _SERIAL.fullmatch(text):
        return _serial(int(text), habits)
    if match := _RUN.fullmatch(text):
        return _day(match["year"], int(match["month"]), int(match["day"]), habits, era=None)
    return _less_exact(text, habits)


def _serial(number: int, habits: Habits) -> Taken | Doubt:
    """Return the day that Excel keeps as a number, where the caller says that it is one."""
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Doubt("cell.not_a_day")
    meant = _SERIAL_START + timedelta(days=number)
    return Taken(meant) if habits.serials else Doubt("cell.serial", suggestion=meant)


def _day(year: str, month: int, day: int, habits: Habits, *, era: str | None) -> Taken | Doubt:
    counted = _year(year, habits, era)
    if isinstance(counted, Doubt):
        meant = _meant_year(year)
        likely = None if meant is None else _taken(meant, month, day)
        return Doubt(counted.code, suggestion=likely.value if isinstance(likely, Taken) else None)
    return _taken(counted, month, day)


def _year(year: str, habits: Habits, era: str | None) -> int | Doubt:
    """Return a year of our calendar; a short one is of 民國 only where somebody says so."""
    number, full = int(year), len(year) == len(str(_LAST_YEAR))
    if full:
        return number if era is None else Doubt("cell.not_a_day")
    if era is not None or habits.roc:
        return number + _ROC
    return Doubt("cell.roc" if len(year) == len(str(_LAST_YEAR - _ROC)) else "cell.short_year")


def _meant_year(year: str) -> int | None:
    """Return the year that a short one was probably meant for."""
    number = int(year)
    if len(year) == len(str(_LAST_YEAR - _ROC)):
        return number + _ROC
    return number + 2000 if number < 50 else None


def _taken(year: int, month: int, day: int) -> Taken | Doubt:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Doubt("cell.strange_year", {"first": _FIRST_YEAR, "last": _LAST_YEAR})
    try:
        return Taken(date(year, month, day))
    except ValueError:
        return Doubt("cell.no_such_day")


def _less_exact(text: str, habits: Habits) -> Doubt:
    """Return between which days a text says, if it says a part of a year; else why it is no day."""
    for pattern, months in _PARTS:
        if (match := pattern.fullmatch(text)) is not None:
            return _part(match, months(match.groupdict()), habits)
    if _WITHOUT_YEAR.fullmatch(text):
        return Doubt("cell.no_year")
    return Doubt("cell.not_a_day")


def _part(match: re.Match[str], months: tuple[int, int], habits: Habits) -> Doubt:
    found = match.groupdict()
    note = found.get("note") or ""
    year = _year(found["year"], habits, found.get("era"))
    if isinstance(year, Doubt):
        meant = _meant_year(found["year"])
        span = None if meant is None else _span(meant, months, note)
        at_end = span is not None and note in _AT_END
        return attrs.evolve(year, suggestion=span[1] if span is not None and at_end else None)
    span = _span(year, months, note)
    if span is None:
        return Doubt("cell.not_a_day")
    first, last = span
    said = {"first": first, "last": last, "span": span, "note": note}
    return Doubt("cell.less_exact", said, last if note in _AT_END else None)


_AT_END = frozenset({"底", "末"})
_TENS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None)}


def _span(year: int, months: tuple[int, int], note: str) -> tuple[date, date] | None:
    """Return the first and the last day of some months; of what is 底 the whole month."""
    first, last = months
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= first <= last <= len(month_abbr) - 1):
        return None
    begins, ends = _TENS.get(note, (1, None))
    return date(year, first, begins), date(year, last, ends or monthrange(year, last)[1])


def _one_month(found: Mapping[str, str | None]) -> tuple[int, int]:
    month = int(found["m"] or found["month"] or 0)
    return month, month


def _some_months(found: Mapping[str, str | None]) -> tuple[int, int]:
    return int(found["from"] or 0), int(found["to"] or 0)


def _part_of_year(found: Mapping[str, str | None]) -> tuple[int, int]:
    if found["half"] is not None:
        return (1, 6) if found["half"] == "上" else (7, 12)
    quarter = "01234".find(found["quarter"] or found["q"] or "")
    number = quarter if quarter > 0 else "〇一二三四".index(found["quarter"] or "")
    return 3 * number - 2, 3 * number


def _all_months(_: Mapping[str, str | None]) -> tuple[int, int]:
    return 1, 12


_PARTS = (
    (_MONTHS, _some_months),
    (_MONTH, _one_month),
    (_PART_OF_YEAR, _part_of_year),
    (_WHOLE_YEAR, _all_months),
)
