"""Bring a caller's value into the one form its kind is kept in, or say what is wrong with it.

Nothing is coerced: a text is never a number or an enum member, a bool never a number,
a datetime never a date. Nothing raises: problems are collected, so that a noun can
report all of them at once.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, assert_never

from careplan.errors import Problem, quote
from careplan.exact import NotExact, exact, ratio, whole
from careplan.frozenmap import FrozenMap
from careplan.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FlagKind,
    ItemsKind,
    Kind,
    NumberKind,
    PartKind,
    TableKind,
    TextKind,
)
from careplan.messages import say
from careplan.sources import Labelled, Text

_A_WHOLE_NUMBER = Text(zh="整数", en="a whole number")
_A_NUMBER = Text(zh="数", en="a number")
_A_FLAG = Text(zh="True 或 False", en="True or False")
_A_TEXT = Text(zh="文本", en="a text")
_A_DAY = Text(zh="日期", en="a date")
_A_COLLECTION = Text(zh="列表或集合", en="a list, tuple or set")
_A_SEQUENCE = Text(zh="列表", en="a list or tuple")
_A_TABLE = Text(zh="映射表", en="a mapping")


def read(kind: Kind, value: object, path: str, problems: list[Problem]) -> Any:
    """Return `value` in the form `kind` keeps it; what is wrong is added to `problems`.

    None is "not stated" for every kind. The value returned after a problem is the
    one given and must not be used.
    """
    if value is None:
        return None
    match kind:
        case NumberKind() | CountKind():
            return _read_number(kind, value, path, problems)
        case FlagKind():
            return _read_instance(value, bool, path, problems, _A_FLAG)
        case TextKind():
            _read_instance(value, str, path, problems, _A_TEXT)
            return str.__str__(value) if isinstance(value, str) else value
        case DayKind():
            return _read_day(value, path, problems)
        case ChoiceKind(enum):
            return _read_member(enum, value, path, problems)
        case ChoicesKind(enum):
            return _read_set(enum, value, path, problems)
        case PartKind(noun):
            return _read_instance(value, noun, path, problems)
        case ItemsKind(noun):
            return _read_items(noun, value, path, problems)
        case TableKind(enum):
            return _read_table(enum, value, path, problems)
        case _:
            assert_never(kind)


def _read_number(
    kind: NumberKind | CountKind, value: object, path: str, problems: list[Problem]
) -> object:
    counted = isinstance(kind, CountKind)
    try:
        number = whole(value) if counted else exact(value)
    except NotExact as reason:
        expected = _A_WHOLE_NUMBER if counted else _A_NUMBER
        problems.append(Problem(path, reason.code, value, {"expected": expected}))
        return value
    if ratio(number) < ratio(kind.minimum):
        problems.append(Problem(path, "too_small", value, {"minimum": kind.minimum}))
    return number


def _read_instance(
    value: object, cls: type, path: str, problems: list[Problem], expected: Text | None = None
) -> object:
    if not isinstance(value, cls):
        wanted = cls.__name__ if expected is None else expected
        problems.append(Problem(path, "wrong_type", value, {"expected": wanted}))
    return value


def _read_day(value: object, path: str, problems: list[Problem]) -> object:
    if isinstance(value, datetime):
        problems.append(Problem(path, "datetime_for_date", value))
        return value
    return _read_instance(value, date, path, problems, _A_DAY)


def _read_member(enum: type[Labelled], value: object, path: str, problems: list[Problem]) -> object:
    if not isinstance(value, enum):
        expected = Text(zh=f"{enum.__name__}的一项", en=f"a member of {enum.__name__}")
        parameters = {"expected": expected, "hint": _hint(enum, value)}
        problems.append(Problem(path, "wrong_type", value, parameters))
    return value


def _hint(enum: type[Labelled], value: object) -> Text:
    """Name the member a text was probably meant for; texts are never taken as members."""
    names = {
        alias: member
        for member in enum
        for alias in (str(member.value), member.name, member.label.zh, member.label.en)
    }
    near = get_close_matches(value, names, n=1) if type(value) is str else []
    if not near:
        return Text(zh="", en="")
    meant = repr(names[near[0]])
    return Text(
        zh=say("did_you_mean", "zh", suggestion=meant),
        en=say("did_you_mean", "en", suggestion=meant),
    )


def elements(value: object, path: str, problems: list[Problem]) -> list[object]:
    """Return the elements of an iterable that is not text or a mapping."""
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        problems.append(Problem(path, "wrong_type", value, {"expected": _A_COLLECTION}))
        return []
    try:
        listed = list(value)
    except Exception:  # noqa: BLE001 - a foreign iterator may raise anything
        problems.append(Problem(path, "wrong_type", value, {"expected": _A_COLLECTION}))
        return []
    for index, element in enumerate(listed):
        if element is None:
            problems.append(Problem(f"{path}[{index}]", "none_inside", value))
    return listed


def _read_set(enum: type[Labelled], value: object, path: str, problems: list[Problem]) -> object:
    before = len(problems)
    listed = elements(value, path, problems)
    ordered = not isinstance(value, AbstractSet)
    for index, element in enumerate(listed):
        if element is not None:
            # The order of a set means nothing, so its elements are named by value.
            place = str(index) if ordered else quote(element)
            _read_member(enum, element, f"{path}[{place}]", problems)
    return frozenset(listed) if len(problems) == before else value


def _read_items(noun: type, value: object, path: str, problems: list[Problem]) -> object:
    if isinstance(value, AbstractSet):
        # Items are numbered in paths, and a set has no order to number them by.
        problems.append(Problem(path, "wrong_type", value, {"expected": _A_SEQUENCE}))
        return value
    listed = elements(value, path, problems)
    for index, element in enumerate(listed):
        if element is not None:
            _read_instance(element, noun, f"{path}[{index}]", problems)
    return tuple(listed)


def _read_table(enum: type[Labelled], value: object, path: str, problems: list[Problem]) -> object:
    try:
        entries = [(key, value[key]) for key in value] if isinstance(value, Mapping) else None
    except Exception:  # noqa: BLE001 - a foreign mapping may raise anything
        entries = None
    if entries is None:
        problems.append(Problem(path, "wrong_type", value, {"expected": _A_TABLE}))
        return value
    before = len(problems)
    counts = []
    for key, given in entries:
        at = f"{path}[{key.value if isinstance(key, enum) else quote(key)}]"
        _read_member(enum, key, at, problems)
        counts.append(read(CountKind(), given, at, problems))
    if len(problems) > before:
        return value
    # An entry of None says as much as no entry: not stated.
    keys = (key for key, _ in entries)
    return FrozenMap({key: n for key, n in zip(keys, counts, strict=True) if n is not None})
