"""Values that hold no other, as JSON has them: numbers, days, texts, members of enums.

Each function here is the hook of a kind: it returns the value as its kind is kept, or
refuses it. Nothing is coerced; what careplan's own nouns would take is taken as well (a date
for a day, a Fraction for a number), so data need not have come from a text.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import NotExact, exact
from careplan.base.nearness import nearest
from careplan.base.text import Labelled, Text
from careplan.codec.known import names_of
from careplan.codec.limits import MAX_DIGITS, MAX_TEXT
from careplan.codec.problems import Hook, refuse
from careplan.fields.checking import hint, keeper, listing, read
from careplan.fields.kinds import CountKind, DayKind, FlagKind, NumberKind, TextKind

Leaf = NumberKind | CountKind | FlagKind | TextKind | DayKind

# A number may be a text in its plain form: 8000, 4.5 or 41/3; a count one that is whole.
NUMERAL = "-?(0|[1-9][0-9]*)([.][0-9]+|/[1-9][0-9]*)?"
WHOLE = "-?(0|[1-9][0-9]*)([.]0+)?"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

_EXPECTED: Mapping[type[Any], Text] = {
    NumberKind: Text(
        zh="数（也可写作 4.5、41/3 一类的文本）",
        en="a number (it may be a text such as 4.5 or 41/3)",
    ),
    CountKind: Text(zh="整数", en="a whole number"),
    FlagKind: Text(zh="真假值", en="true or false"),
    TextKind: Text(zh="文本", en="a text"),
    DayKind: Text(zh="日期，例如 2021-06-30", en="a day such as 2021-06-30"),
}
_NUMERALS = {NumberKind: re.compile(NUMERAL), CountKind: re.compile(WHOLE)}
_DAY = re.compile(DAY)
# Half of a surrogate pair, which no file can hold.
_BROKEN = re.compile("[\ud800-\udfff]")


@attrs.frozen
class Overlong:
    """A number with too many digits, standing in for its value."""

    start: str

    def __repr__(self) -> str:
        return f"{self.start}…"


@cache
def leaf_reader(kind: Leaf) -> Hook:
    """Return the hook that reads values of a kind."""
    before: Hook = _BEFORE[type(kind)]
    expected = _EXPECTED[type(kind)]
    is_kept = keeper(kind)

    def read_leaf(value: Any, _: object = None) -> Any:
        value = before(value)
        if is_kept(value):
            return value
        if value is None:
            refuse("required", None)
        found: list[Problem] = []
        made = read(kind, value, "", found)
        if found:  # say what JSON may hold, not what Python may
            said = {**found[0].parameters, "expected": expected}
            raise InvalidInput([Problem("", found[0].code, value, said)])
        return made

    return read_leaf


@cache
def member_reader(enums: tuple[type[Labelled], ...]) -> Hook:
    """Return the hook that reads a member named exactly: by value, name, or zh or en label."""
    names = names_of(enums)

    def read_member(value: Any, _: object = None) -> Any:
        if type(value) is str and value in names:
            return names[value]
        if isinstance(value, enums):
            return value
        options = listing(str(one.value) for enum in enums for one in enum)
        near = nearest(value, names)
        meant = hint(None if near is None else str(near.value))
        return refuse("not_a_member", value, options=options, hint=meant)

    return read_member


def check_text(value: Any) -> Any:
    """Return a value, unless it is a text that no file can hold, or longer than any should be."""
    if not isinstance(value, str) or (value.isascii() and len(value) <= MAX_TEXT):
        return value
    if len(value) > MAX_TEXT:
        refuse("too_long", value, maximum=MAX_TEXT)
    if _BROKEN.search(value):
        refuse("broken_text", value)
    return value


def _number(kind: type[Any]) -> Hook:
    numeral = _NUMERALS[kind]

    def before(value: Any) -> Any:
        if type(value) is str and numeral.fullmatch(value):
            if len(value) > MAX_DIGITS:
                refuse("out_of_range", value)
            return Fraction(value) if "/" in value else Decimal(value)
        if type(value) is Overlong:
            refuse("out_of_range", value)
        return value

    return before


def _day(value: Any) -> Any:
    if type(value) is str and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:  # no such day
            pass
    return value


def _as_it_is(value: Any) -> Any:
    return value


_BEFORE: Mapping[type[Any], Hook] = {
    NumberKind: _number(NumberKind),
    CountKind: _number(CountKind),
    FlagKind: _as_it_is,
    TextKind: check_text,
    DayKind: _day,
}


def write_number(value: Any) -> Any:
    """Write an exact number: a whole one as it is, any other as a text, never in powers of ten."""
    try:
        number = exact(value)
    except NotExact as reason:
        code = "out_of_range" if reason.code == "out_of_range" else "wrong_type"
        refuse(code, value, expected="Exact")
    if isinstance(number, Decimal):
        return format(number, "f")
    return str(number) if isinstance(number, Fraction) else number
