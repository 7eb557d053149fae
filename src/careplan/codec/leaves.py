"""Read one value that holds no other: a number, a day, a text, a member of an enum.

Nothing is coerced. What careplan's own nouns would take is taken as well (a date for a
day, a Fraction for a number), so data need not have come from a text.
"""

import math
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, assert_never

from careplan.codec.known import Context, names_of
from careplan.codec.limits import (
    MAX_DIGITS,
    MAX_TEXT,
    Overlong,
    hint,
    is_broken,
)
from careplan.errors import Problem
from careplan.exact import MAX_MAGNITUDE
from careplan.kinds import CountKind, DayKind, FlagKind, NumberKind, TextKind
from careplan.messages import LANGUAGES, join
from careplan.reading import read
from careplan.sources import Labelled, Text

# A number that JSON itself writes inexactly: 4.5 or 41/3. A whole number is never a text.
NUMERAL = "-?(0|[1-9][0-9]*)([.][0-9]+|/[1-9][0-9]*)"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
# Nobody means a member by a longer text, and looking for the nearest takes time.
_LONGEST_NAME = 60

_A_NUMBER = Text(
    zh="数（小数、分数可写作 4.5、41/3 一类的文本）",
    en="a number (a decimal or fraction may be a text such as 4.5 or 41/3)",
)
_A_COUNT = Text(zh="整数", en="a whole number")
_A_FLAG = Text(zh="真假值", en="true or false")
_A_TEXT = Text(zh="文本", en="a text")
_A_DAY = Text(zh="日期，例如 2021-06-30", en="a day such as 2021-06-30")


def leaf(
    kind: NumberKind | CountKind | FlagKind | TextKind | DayKind,
    value: object,
    path: str,
    context: Context,
) -> Any:
    """Return a value in the form its kind is kept in; what is wrong is added as a problem."""
    match kind:
        case NumberKind():
            return _number(kind, value, path, context, _A_NUMBER)
        case CountKind():
            return _number(kind, value, path, context, _A_COUNT)
        case FlagKind():
            return _typed(value, bool, path, context, _A_FLAG)
        case TextKind():
            return text(value, path, context)
        case DayKind():
            return _day(value, path, context)
        case _:
            assert_never(kind)


def text(value: object, path: str, context: Context) -> Any:
    """Return a text that is not too long and can be written to a file."""
    if isinstance(value, str) and len(value) > MAX_TEXT:
        context.problems.append(Problem(path, "too_long", value, {"maximum": MAX_TEXT}))
    elif isinstance(value, str) and is_broken(value):
        context.problems.append(Problem(path, "broken_text", value))
    return _typed(value, str, path, context, _A_TEXT)


def member(enums: tuple[type[Labelled], ...], value: object, path: str, context: Context) -> Any:
    """Return the member a text names exactly: by value, name, or its zh or en label."""
    if isinstance(value, enums):
        return value
    names = names_of(enums)
    if isinstance(value, str) and value in names:
        return names[value]
    options = [str(member.value) for enum in enums for member in enum]
    near = nearest(value, names)
    parameters = {
        "options": shown(options),
        "hint": hint(None if near is None else str(names[near].value)),
    }
    context.problems.append(Problem(path, "not_a_member", value, parameters))
    return value


def nearest(value: object, known: Iterable[str]) -> str | None:
    """Return the known name a text was probably meant for."""
    if not isinstance(value, str) or len(value) > _LONGEST_NAME:
        return None
    return next(iter(get_close_matches(value, list(known), n=1)), None)


def shown(names: Iterable[str]) -> Text:
    """List names in both languages."""
    zh, en = (join(names, language) for language in LANGUAGES)
    return Text(zh=zh, en=en)


def _number(
    kind: NumberKind | CountKind, value: object, path: str, context: Context, expected: Text
) -> Any:
    if isinstance(value, Overlong):
        context.problems.append(Problem(path, "out_of_range", value))
        return value
    taken: Any = value
    if isinstance(kind, CountKind) and isinstance(value, float | Decimal):
        taken = _whole(value)
    elif isinstance(kind, NumberKind) and type(value) is str and re.fullmatch(NUMERAL, value):
        if len(value) > MAX_DIGITS:
            context.problems.append(Problem(path, "out_of_range", value))
            return value
        taken = Fraction(value)
    given = len(context.problems)
    number = read(kind, taken, path, context.problems)
    for index in range(given, len(context.problems)):
        problem = context.problems[index]
        if "expected" in problem.parameters:  # say what JSON may hold, not what Python may
            context.problems[index] = Problem(
                path, problem.code, value, {**problem.parameters, "expected": expected}
            )
    return number


def _whole(value: Any) -> object:
    """Return 3.0 as 3; anything else stays what it is, for the reader to refuse."""
    try:
        if not math.isfinite(value):
            return value
    except ValueError:  # a signalling NaN
        return value
    if abs(value) > MAX_MAGNITUDE:
        return MAX_MAGNITUDE + 1  # never written out: 1e999999999 is twelve characters
    return int(value) if value == int(value) else value


def _typed(value: object, cls: type, path: str, context: Context, expected: Text) -> Any:
    if not isinstance(value, cls):
        context.problems.append(Problem(path, "wrong_type", value, {"expected": expected}))
    return value


def _day(value: object, path: str, context: Context) -> Any:
    if isinstance(value, str) and re.fullmatch(DAY, value):
        try:
            return date.fromisoformat(value)
        except ValueError:  # no such day
            pass
    if isinstance(value, date):
        return read(DayKind(), value, path, context.problems)
    return _typed(value, date, path, context, _A_DAY)
