"""Times as people write them on a form: a time of day, and a day, a month or a year.

Nothing is filled in: "May 2017" stays a month, and no first day is made up for it.
"""

import re
from datetime import date, time
from unicodedata import normalize

from careplan.base.errors import Problem
from careplan.base.exact import NotExact, whole
from careplan.base.text import Text, is_text
from careplan.fields.checking import read, refuse
from careplan.fields.kinds import DayKind

MINUTES = 60  # an hour
A_TIME_OF_DAY = Text(
    zh="钟点（24小时制，如 8:30、8点半；下午1点写作 13点）",
    en="a time of day (24 hours), such as 8:30 or 8点半; one in the afternoon is 13点",
)
A_DAY_MONTH_OR_YEAR = Text(
    zh="日期、月份或年份（如 2017-05-01、2017年5月或2017年）",
    en="a day, a month or a year, such as 2017-05-01, 2017-05 or 2017",
)
# Longer texts are none of these, and need not be looked at.
_LONGEST = 20
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})"
    r"|[点时](?:整|钟|(?P<part>半|一刻|三刻)|(?P<said>\d{1,2})分?)?)",
    re.ASCII,
)
_PARTS = {"一刻": 15, "半": 30, "三刻": 45}  # of an hour, in minutes
_CALENDAR = tuple(
    re.compile(written, re.ASCII)
    for written in (
        r"(?P<year>\d{4})年?",
        r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?:份|(?P<day>\d{1,2})[日号])?",
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?",
    )
)
_YEARS = range(1000, 10_000)  # those of four digits: a number that is none of them is no year

When = tuple[int, int | None, int | None]


def read_time(value: object, path: str, problems: list[Problem]) -> int | None:
    """Return a time of day in minutes; None, and what is wrong, for anything else.

    It is a whole hour, a `time` without seconds, or a text: "8:30", "8点半", "8时30分". A text of
    digits alone is refused, as everywhere. Whether the day has such an hour is not asked here.

    >>> [read_time(one, "at", []) for one in (8, "8:30", "8点半", time(8, 30))]
    [480, 510, 510, 510]
    """
    if isinstance(value, time) and not (value.second or value.microsecond or value.tzinfo):
        return value.hour * MINUTES + value.minute
    said = _CLOCK.fullmatch(_plainly(value))
    if said is not None:
        part = _PARTS.get(said["part"])
        minute = int(said["minute"] or said["said"] or 0) if part is None else part
        if minute < MINUTES:
            return int(said["hour"]) * MINUTES + minute
    try:
        hour = whole(value)
    except NotExact as reason:
        alike = reason.code in {"bool_as_number", "text_as_number"}
        code = reason.code if alike else "wrong_type"
        refuse(problems, path, code, value, expected=A_TIME_OF_DAY)
        return None
    if hour < 0:
        problems.append(Problem(path, "too_small", value, {"minimum": 0}))
        return None
    return hour * MINUTES


def show_time(minutes: int) -> str:
    """Return a time of day as it is printed.

    >>> show_time(510)
    '8:30'
    """
    hour, minute = divmod(minutes, MINUTES)
    return f"{hour}:{minute:02}"


def read_when(value: object, path: str, problems: list[Problem]) -> When | None:
    """Return year, month and day as far as they are said; None, and what is wrong, otherwise.

    It is a date, a year in four digits, or a text of either or of a month.

    >>> [read_when(one, "on", []) for one in ("2017年5月", "2017", date(2017, 5, 1))]
    [(2017, 5, None), (2017, None, None), (2017, 5, 1)]
    """
    if isinstance(value, date):
        before = len(problems)
        read(DayKind(), value, path, problems)  # which refuses one with a time of day
        return (value.year, value.month, value.day) if len(problems) == before else None
    found = _calendar(value)
    if found is None:
        refuse(problems, path, "wrong_type", value, expected=A_DAY_MONTH_OR_YEAR)
    return found


def _calendar(value: object) -> When | None:
    text = _plainly(value)
    said = next((one for one in (form.fullmatch(text) for form in _CALENDAR) if one), None)
    if said is not None:
        parts = said.groupdict()
        year, month, day = (parts.get(name) for name in ("year", "month", "day"))
        found = int(str(year)), int(month) if month else None, int(day) if day else None
    else:
        try:
            found = whole(value), None, None
        except NotExact:
            return None
    try:
        date(found[0], found[1] or 1, found[2] or 1)
    except (ValueError, OverflowError):
        return None
    # A zero is no month and no day; the first was tried in its place.
    return found if found[0] in _YEARS and 0 not in found else None


def _plainly(value: object) -> str:
    """Return a short text with its full-width signs made plain and its blanks left out."""
    text = str.__str__(value) if is_text(value) else ""
    return "".join(normalize("NFKC", text).split()) if len(text) <= _LONGEST else ""
