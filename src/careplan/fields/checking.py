"""Bring a caller's value into the one form its kind is kept in, or say what is wrong with it.

Nothing is coerced: a text is never a number or an enum member, a bool never a number,
a datetime never a date. Nothing raises: problems are collected, so that a noun can
report all of them at once.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from itertools import islice
from typing import Any, assert_never

import careplan.fields.kinds as k
from careplan.base.errors import MAX_PROBLEMS, InvalidInput, Problem
from careplan.base.exact import BOOL_NAMES, MAX_MAGNITUDE, NotExact, exact, marks_missing, whole
from careplan.base.frozenmap import FrozenMap
from careplan.base.messages import listed, say
from careplan.base.nearness import nearest
from careplan.base.quoting import quote
from careplan.base.refusing.values import class_said, names_said, parameter_said
from careplan.base.text import Labelled, Text, is_text, names_of

_A_WHOLE_NUMBER = Text(zh="整数", en="a whole number")
_A_NUMBER = Text(zh="数", en="a number")
_A_FLAG = Text(zh="“是”或“否”", en="True or False")
_A_TEXT = Text(zh="文本", en="a text")
_A_DAY = Text(zh="日期", en="a date")
_A_COLLECTION = Text(zh="列表或集合", en="a list, tuple or set")
_A_SEQUENCE = Text(zh="列表", en="a list or tuple")
_A_TABLE = Text(zh="映射表", en="a mapping")

MAX_ITEMS = 1_000_000  # an iterator may never end
# A set of n numbers that share a hash takes n * n comparisons to make.
MAX_SAME_HASH = 50


def read(kind: k.Kind, value: object, path: str, problems: list[Problem]) -> Any:
    """Return `value` in the form `kind` keeps it; what is wrong is added to `problems`.

    None is "not stated" for every kind. The value returned after a problem is the
    one given and must not be used.
    """
    if value is None:
        return None
    match kind:
        case k.NumberKind() | k.CountKind():
            return _read_number(kind, value, path, problems)
        case k.FlagKind():
            # numpy's truth values are what a data frame's cells hold.
            flag = bool(value) if _is_numpy_flag(value) else value
            return read_instance(flag, bool, path, problems, _A_FLAG)
        case k.TextKind():
            return _read_text(kind, value, path, problems)
        case k.DayKind():
            return _read_day(value, path, problems)
        case k.ChoiceKind(enum):
            return read_member((enum,), value, path, problems)
        case k.ChoicesKind(enum, or_one):
            if or_one and isinstance(value, str):  # as every member is
                one = read_member((enum,), value, path, problems)
                return frozenset({one}) if isinstance(one, enum) else value
            return _read_set(enum, value, path, problems)
        case k.PartKind(noun):
            return read_instance(value, noun, path, problems)
        case k.ItemsKind():
            return _read_items(kind.noun, value, path, problems)
        case k.TableKind(enum):
            return _read_table(enum, value, path, problems)
        case _:
            assert_never(kind)


def required(kind: k.Kind, value: object, path: str, problems: list[Problem]) -> Any:
    """Return a value that must be given, as `read` does; None is a problem, too."""
    if value is None:
        problems.append(Problem(path, "required", None))
    return read(kind, value, path, problems)


def arguments(**given: tuple[k.Kind, object]) -> tuple[Any, ...]:
    """Return arguments in the form their kinds keep them; raise InvalidInput, all at once.

    >>> arguments(slots=(k.CountKind(), 3.0))
    (3,)
    """
    problems: list[Problem] = []
    taken = tuple(required(kind, one, name, problems) for name, (kind, one) in given.items())
    if problems:
        raise InvalidInput(problems)
    return taken


def keeper(kind: k.Kind) -> Callable[[Any], bool]:
    """Return a quick look that says of a value that it is in its kind's form as it is.

    "No" says nothing: such a value is to be read. Most values are looked at more than once,
    when they come from a file and when an object is made of them.
    """
    match kind:
        case k.FlagKind():
            return lambda value: type(value) is bool
        case k.TextKind(filled=True):
            return lambda value: type(value) is str and value.strip() != ""
        case k.TextKind():
            return lambda value: type(value) is str
        case k.DayKind():
            return lambda value: type(value) is date
        case k.ChoiceKind(cls) | k.PartKind(cls):
            return lambda value: isinstance(value, cls)
        case k.CountKind(minimum) | k.NumberKind(minimum=minimum):
            return lambda value: type(value) is int and minimum <= value <= MAX_MAGNITUDE
        case _:
            return lambda _: False


def refuse(
    problems: list[Problem], path: str, code: str, value: object, **parameters: object
) -> Any:
    """Add what is wrong with a value, and return the value.

    What tables put where nothing is stated is answered with what to put there instead.
    """
    expected = parameters.get("expected", parameters.get("options"))
    if expected is not None and marks_missing(value):
        code, parameters = "blank_mark", {"expected": expected}
    problems.append(Problem(path, code, value, parameters))
    return value


def _is_numpy_flag(value: object) -> bool:
    return type(value).__module__ == "numpy" and type(value).__name__ in BOOL_NAMES


def _read_number(
    kind: k.NumberKind | k.CountKind, value: object, path: str, problems: list[Problem]
) -> object:
    counted = isinstance(kind, k.CountKind)
    try:
        number = whole(value) if counted else exact(value)
    except NotExact as reason:
        expected = _A_WHOLE_NUMBER if counted else _A_NUMBER
        code = reason.code
        # A number that is none has a sentence of its own, with the same advice.
        if code == "not_finite":
            problems.append(Problem(path, code, value))
            return value
        return refuse(problems, path, code, value, expected=expected)
    if number < kind.minimum:
        problems.append(Problem(path, "too_small", value, {"minimum": kind.minimum}))
    return number


def _read_text(kind: k.TextKind, value: object, path: str, problems: list[Problem]) -> object:
    if not is_text(value):
        return refuse(problems, path, "wrong_type", value, expected=_A_TEXT)
    text: str = value if type(value) is str else str.__str__(value)
    if kind.filled and not text.strip():
        problems.append(Problem(path, "blank", value))
    return text


def read_instance(
    value: object, cls: type, path: str, problems: list[Problem], expected: Text | None = None
) -> object:
    """Return an object of a class as it is; anything else is a problem."""
    if not isinstance(value, cls):
        wanted = class_said(cls) if expected is None else expected
        refuse(problems, path, "wrong_type", value, expected=wanted)
    return value


def _read_day(value: object, path: str, problems: list[Problem]) -> object:
    if isinstance(value, datetime):
        return refuse(problems, path, "datetime_for_date", value, expected=_A_DAY)
    return read_instance(value, date, path, problems, _A_DAY)


def read_member(
    enums: tuple[type[Labelled], ...], value: object, path: str, problems: list[Problem]
) -> object:
    """Return a member of one of several enums as it is; anything else is a problem."""
    if not isinstance(value, enums):
        names = " / ".join(enum.__name__ for enum in enums)
        expected = Text(zh=_labels(enums), en=f"a member of {names}")
        listed_at_all = len(problems) < MAX_PROBLEMS  # what is not need not be looked for
        meant = _hint(enums, value) if listed_at_all else hint(None)
        refuse(problems, path, "wrong_type", value, expected=expected, hint=meant)
    return value


def _hint(enums: tuple[type[Labelled], ...], value: object) -> Text:
    """Name the member a text was probably meant for; texts are never taken as members."""
    near = nearest(value, names_of(tuple(map(_with_members, enums))))
    return hint(None if near is None else repr(near), near)


def _labels(enums: tuple[type[Labelled], ...]) -> str:
    """Say in Chinese what members there are to choose from."""
    known = [one.label.zh for enum in map(_with_members, enums) for one in enum]
    return say("one_of_these", "zh", options=listed(known, "zh"))


def _with_members(enum: type[Labelled]) -> type[Labelled]:
    """Return an enum, or, for a base without members, the first one derived from it: ours.

    What a program defines elsewhere would make the advice depend on what it has imported.
    """
    return enum if len(enum) else next(iter(enum.__subclasses__()), enum)


def unnamed(enums: tuple[type[Labelled], ...], value: object, path: str = "") -> Problem:
    """Return the problem of what names no member: the values there are, and the one meant."""
    near = nearest(value, names_of(enums))
    members = [one for enum in enums for one in enum]
    options = listing([str(one.value) for one in members], [one.label.zh for one in members])
    meant = hint(None if near is None else str(near.value), near)
    found: list[Problem] = []
    refuse(found, path, "not_a_member", value, options=options, hint=meant)
    return found[0]


def hint(suggestion: object, member: Labelled | None = None, label: str | None = None) -> Text:
    """Say what was probably meant, in both languages; in Chinese a member by its label."""
    if suggestion is None:
        return Text(zh="", en="")
    named = label if member is None else f"“{member.label.zh}”"
    meant = parameter_said(suggestion) if named is None else named
    return Text(
        zh=say("did_you_mean", "zh", suggestion=meant),
        en=say("did_you_mean", "en", suggestion=suggestion),
    )


def listing(names: Iterable[str], labels: Iterable[str] | None = None) -> Text:
    """Name what is known in both languages; of very many, the first ones.

    Chinese says the labels, or else each name as it is to be written.

    >>> listing(["zh", "en"]).zh, listing(["hospital"], ["医院"]).zh
    ('“zh”、“en”', '医院')
    """
    known = tuple(names)
    zh = names_said(known) if labels is None else listed(labels, "zh")
    return Text(zh=zh, en=listed(known, "en"))


def elements(value: object, path: str, problems: list[Problem]) -> list[object]:
    """Return the elements of an iterable that is not text or a mapping, and that ends."""
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        refuse(problems, path, "wrong_type", value, expected=_A_COLLECTION)
        return []
    try:
        listed = list(islice(value, MAX_ITEMS + 1))
    except Exception:  # noqa: BLE001 - a foreign iterator may raise anything
        problems.append(Problem(path, "wrong_type", value, {"expected": _A_COLLECTION}))
        return []
    if len(listed) > MAX_ITEMS:
        problems.append(Problem(path, "too_many", value, {"maximum": MAX_ITEMS}))
        return []
    if type(None) in set(map(type, listed)):
        nothing = (index for index, element in enumerate(listed) if element is None)
        problems += (
            Problem(f"{path}[{index}]", "none_inside", None)
            for index in islice(nothing, MAX_PROBLEMS + 1)  # no more are listed
        )
    return listed


def same_hash(values: Sequence[Any]) -> bool:
    """Say whether so many different values share a hash that a set of them would take long."""
    if len(values) <= MAX_SAME_HASH:
        return False
    different = {str(value): value for value in values}.values()
    return max(Counter(map(hash, different)).values()) > MAX_SAME_HASH


def _read_set(enum: type[Labelled], value: object, path: str, problems: list[Problem]) -> object:
    before = len(problems)
    listed = elements(value, path, problems)
    places = map(str, range(len(listed)))
    if isinstance(value, AbstractSet):
        # The order of a set means nothing: its elements are named, and listed, by value.
        listed = sorted(listed, key=quote)
        places = map(quote, listed)
    for place, element in zip(places, listed, strict=True):
        if element is not None:
            read_member((enum,), element, f"{path}[{place}]", problems)
    return frozenset(listed) if len(problems) == before else value


def _read_items(noun: type, value: object, path: str, problems: list[Problem]) -> object:
    if isinstance(value, AbstractSet):
        # Items are numbered in paths, and a set has no order to number them by.
        return refuse(problems, path, "wrong_type", value, expected=_A_SEQUENCE)
    listed = elements(value, path, problems)
    for index, element in enumerate(listed):
        if element is not None:
            read_instance(element, noun, f"{path}[{index}]", problems)
    return tuple(listed)


def _read_table(enum: type[Labelled], value: object, path: str, problems: list[Problem]) -> object:
    entries = entries_of(value)
    if entries is None:
        return refuse(problems, path, "wrong_type", value, expected=_A_TABLE)
    before = len(problems)
    counts = []
    for key, given in entries:
        at = f"{path}[{key.value if isinstance(key, enum) else quote(key)}]"
        read_member((enum,), key, at, problems)
        counts.append(read(k.CountKind(), given, at, problems))
    if len(problems) > before:
        return value
    # An entry of None says as much as no entry: not stated.
    keys = (key for key, _ in entries)
    return FrozenMap({key: n for key, n in zip(keys, counts, strict=True) if n is not None})


def entries_of(value: object) -> list[tuple[Any, Any]] | None:
    """Return the entries of a mapping; None for what is none, or does not say them."""
    try:
        return [(key, value[key]) for key in value] if isinstance(value, Mapping) else None
    except Exception:  # noqa: BLE001 - a foreign mapping may raise anything
        return None
