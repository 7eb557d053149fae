"""A cell of a day: a day that is written in full, and nothing that would have to be filled in."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

import attrs

from careplan.base.characters import folded
from careplan.base.text import Labelled
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import behind_label, worded
from careplan.intake.cells.taken import Doubt, Taken

_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # others are slips, or of another calendar
_ROC = 1911  # 民國 1 is 1912
_FULL, _OF_ROC = len("2024"), len("113")  # how many digits a year has
_CENTURY, _SURE = 2000, 50  # 22 is probably 2022; 87 may be of either century
_MONTHS_A_YEAR = 12
_SERIAL_START = date(1899, 12, 30)
# Excel has a 29 February 1900, its day 60; from 61 on its count is the calendar's.
_FIRST_SERIAL, _LAST_SERIAL = 61, (date(_LAST_YEAR, 12, 31) - _SERIAL_START).days
_AT_END = frozenset("底末")
_TENS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None)}

_UNTIL = re.compile("^截[至止]到? ?| ?截[至止]$")
_YEAR = "(?P<era>民[国國] ?)?(?P<year>[0-9]{2,4})"
_DAY = re.compile(
    rf"{_YEAR}"
    "(?: ?年 ?(?P<month>[0-9]{1,2}) ?月 ?(?P<day>[0-9]{1,2}) ?[日号號]止?"
    "|(?P<mark>[-./])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2}))"
    r"(?:[ T](?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?))?"
)
_RUN = re.compile("(?P<year>[0-9]{3,4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_SERIAL = re.compile("[1-9][0-9]{4}")
_MONTH = re.compile(
    rf"{_YEAR}(?: ?年 ?(?P<month>[0-9]{{1,2}}) ?月份?|[-./](?P<m>[0-9]{{1,2}}))"
    " ?月?(?P<note>[底末初]|[上中下]旬)?"
)
_MONTHS = re.compile(
    rf"{_YEAR} ?年 ?(?P<first>[0-9]{{1,2}}) ?月?份? ?[-‐‑–—―−~～〜至到]+ ?"
    "(?P<last>[0-9]{1,2}) ?月份?(?P<note>[底末])?"
)
_PART = re.compile(
    rf"{_YEAR} ?(?:年度?)? ?"
    "(?:第?(?P<quarter>[1-4一二三四]) ?季度?|Q(?P<q>[1-4])|(?P<half>[上下])半年)(?P<note>[底末初])?"
)
_WHOLE = re.compile(rf"{_YEAR} ?(?:年[度份]?)? ?(?P<note>[底末初])?")
_WITHOUT_YEAR = re.compile(
    "(?:今年|本年|去年|当年)?"
    "(?:[0-9]{1,2} ?月.{0,8}|第?[一二三四1-4] ?季度?.?|[上下]半年.?|年[底末初])"
)
_JOINT = re.compile(" ?(?:至|到|~|～|〜|—+|–| - ) ?")
_Groups = Mapping[str, str | None]


def day_cell(raw: object, habits: Habits) -> Taken | Doubt:
    """Return the day a cell states. A month, a quarter or a year is a Doubt that says its span.

    The parameter `span` is then the first and the last day it may be, `note` what stood beside it.
    A bare number is a year, a day in eight digits or, if the caller says so, a day as Excel
    counts them from 1900.

    >>> day_cell("截至2021年5月20日", Habits()).value
    datetime.date(2021, 5, 20)
    >>> day_cell("2021年5月底", Habits()).parameters["span"]
    (datetime.date(2021, 5, 1), datetime.date(2021, 5, 31))
    """
    value = worded(raw, habits)
    match value:
        case Taken() | Doubt():
            return value
        case bool() | Labelled():
            return Doubt("cell.not_a_day")
        case datetime():
            return _with_time(_date(value.year, value.month, value.day))  # no midnight is one
        case date():
            return _date(value.year, value.month, value.day)
        case _:
            return _of_text(_UNTIL.sub("", folded(str(value)), count=1), habits)


def _of_text(text: str, habits: Habits) -> Taken | Doubt:
    if (match := _DAY.fullmatch(text)) is not None:
        month, day = match["month"] or match["m"], match["day"] or match["d"]
        found = _day(match, int(month), int(day), habits)
        return _with_time(found) if (match["time"] or "").strip("0:.") else found
    if _SERIAL.fullmatch(text):
        return _serial(int(text), habits)
    if (match := _RUN.fullmatch(text)) is not None:
        return _day(match, int(match["month"]), int(match["day"]), habits)
    for pattern, months in _PARTS:
        if (match := pattern.fullmatch(text)) is not None:
            return _less_exact(match.groupdict(), months(match.groupdict()), habits)
    if (both := _between(text, habits)) is not None:
        return _said(*both, note="")
    if (rest := behind_label(text)) is not None:
        found = _of_text(rest, habits)
        said = found.value if isinstance(found, Taken) else None
        return Doubt("cell.label_inside", suggestion=said)
    return Doubt("cell.no_year" if _WITHOUT_YEAR.fullmatch(text) else "cell.not_a_day")


def _with_time(found: Taken | Doubt) -> Doubt:
    """Say that a day stands with a time: where the clock stood decides which day it was."""
    return Doubt("cell.has_time", suggestion=found.value) if isinstance(found, Taken) else found


def _serial(number: int, habits: Habits) -> Taken | Doubt:
    """Return the day that Excel keeps as a number, where the caller says that it is one."""
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Doubt("cell.not_a_day")
    meant = _SERIAL_START + timedelta(days=number)
    return Taken(meant) if habits.serials else Doubt("cell.serial", suggestion=meant)


def _day(match: re.Match[str], month: int, day: int, habits: Habits) -> Taken | Doubt:
    found = match.groupdict()
    year = _year(found, habits)
    if not isinstance(year, Doubt):
        return _date(year, month, day)
    meant = _likely(found)
    likely = None if meant is None else _date(meant, month, day)
    return attrs.evolve(year, suggestion=likely.value) if isinstance(likely, Taken) else year


def _year(found: _Groups, habits: Habits) -> int | Doubt:
    """Return a year of our calendar; a short one is of 民國 only where somebody says so."""
    written, era = found["year"] or "", found.get("era")
    if len(written) == _FULL:
        return int(written) if era is None else Doubt("cell.not_a_day")
    if era is not None or (habits.roc and len(written) == _OF_ROC):
        return int(written) + _ROC
    return Doubt("cell.roc" if len(written) == _OF_ROC else "cell.short_year")


def _likely(found: _Groups) -> int | None:
    """Return the year that a short one was probably meant for."""
    number = int(found["year"] or "")
    if len(found["year"] or "") == _OF_ROC:
        return number + _ROC
    return number + _CENTURY if number < _SURE else None


def _date(year: int, month: int, day: int) -> Taken | Doubt:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Doubt("cell.strange_year", {"first": str(_FIRST_YEAR), "last": str(_LAST_YEAR)})
    try:
        return Taken(date(year, month, day))
    except ValueError:
        return Doubt("cell.no_such_day")


def _less_exact(found: _Groups, months: tuple[int, int], habits: Habits) -> Doubt:
    """Return between which days a part of a year is; of what is 底 all of the part."""
    note, year = found.get("note") or "", _year(found, habits)
    if not isinstance(year, Doubt):
        span = _span(year, months, note)
        return Doubt("cell.not_a_day") if span is None else _said(*span, note=note)
    meant = _likely(found)
    span = None if meant is None else _span(meant, months, note)
    return year if span is None else attrs.evolve(year, suggestion=_said(*span, note).suggestion)


def _said(first: date, last: date, note: str) -> Doubt:
    said = {"first": first, "last": last, "span": (first, last), "note": note}
    return Doubt("cell.less_exact", said, last if note in _AT_END else None)


def _span(year: int, months: tuple[int, int], note: str) -> tuple[date, date] | None:
    first, last = months
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= first <= last <= _MONTHS_A_YEAR):
        return None
    begins, ends = _TENS.get(note, (1, None))
    return date(year, first, begins), date(year, last, ends or monthrange(year, last)[1])


def _between(text: str, habits: Habits) -> tuple[date, date] | None:
    """Return the first and the last day of what is said from one to another."""
    parts = _JOINT.split(text)
    if len(parts) != 2:  # noqa: PLR2004 - from one to another
        return None
    ends = [_of_text(one, habits) for one in parts]
    spans = [
        (one.value, one.value) if isinstance(one, Taken) else one.parameters.get("span")
        for one in ends
    ]
    match spans:
        case [(date() as first, date()), (date(), date() as last)] if first <= last:
            return first, last
        case _:
            return None


def _one_month(found: _Groups) -> tuple[int, int]:
    month = int(found["month"] or found["m"] or "")
    return month, month


def _some_months(found: _Groups) -> tuple[int, int]:
    return int(found["first"] or ""), int(found["last"] or "")


def _quarter_or_half(found: _Groups) -> tuple[int, int]:
    if found["half"] is not None:
        return (1, 6) if found["half"] == "上" else (7, 12)
    written = found["quarter"] or found["q"] or ""
    number = max("01234".find(written), "〇一二三四".find(written))
    return 3 * number - 2, 3 * number


def _all_year(_: _Groups) -> tuple[int, int]:
    return 1, _MONTHS_A_YEAR


_PARTS: tuple[tuple[re.Pattern[str], Callable[[_Groups], tuple[int, int]]], ...] = (
    (_MONTHS, _some_months),
    (_MONTH, _one_month),
    (_PART, _quarter_or_half),
    (_WHOLE, _all_year),
)
