"""Hooks for what any JSON holds: numbers, days, texts, members of enums; lists and objects.

Each function returns the hook that reads one kind: it gives the value as its kind is kept, or
refuses it. Nothing is coerced; what careplan's own nouns would take is taken as well (a date
for a day, a Fraction for a number, a tuple for a list), so data need not have come from a text.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.exact import MAX_MAGNITUDE, NotExact, exact, exact_of_sum
from careplan.base.frozenmap import FrozenMap
from careplan.base.text import Labelled, Text, names_of
from careplan.codec.known import shadowed
from careplan.codec.problems import REFUSED, Each, Hook, by_name, check_object, check_twice, refusal
from careplan.codec.text import BROKEN, LISTS, MAX_DIGITS, MAX_TEXT, Overlong
from careplan.fields.checking import keeper, read, unnamed
from careplan.nouns.bodies import AnyBody

Leaf = k.NumberKind | k.CountKind | k.FlagKind | k.TextKind | k.DayKind

# A number may be a text in its plain form: 8000, 4.5 or 41/3; a count one that is whole.
NUMERAL = "-?(0|[1-9][0-9]*)([.][0-9]+|/[1-9][0-9]*)?"
WHOLE = "-?(0|[1-9][0-9]*)([.]0+)?"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DAY = re.compile(DAY)
_A_LIST = Text(zh="列表", en="a list")
_A_PAIR = Text(zh="两个文本的列表", en="a list of two texts")
_PAIR = 2


@cache
def leaf_reader(kind: Leaf) -> Hook:
    """Return the hook that reads values of a kind."""
    before, expected = _LEAVES[type(kind)]
    is_kept = keeper(kind)

    def read_leaf(value: Any, _: object = None) -> Any:
        value = before(value)
        if is_kept(value):
            return value
        if value is None:
            raise refusal("required", None)
        found: list[Problem] = []
        made = read(kind, value, "", found)
        if found:  # say what JSON may hold, not what Python may
            said = {**found[0].parameters, "expected": expected}
            raise InvalidInput([Problem("", found[0].code, value, said)])
        return made

    return read_leaf


@cache
def member_reader(*enums: type[Labelled], own: Text | None = None) -> Hook:
    """Return the hook that reads a member named exactly: by value, name, or zh or en label.

    Where a caller's own may stand as well, `own` says how they would be known.
    """
    names = names_of(enums)

    def read_member(value: Any, _: object = None) -> Any:
        if type(value) is str and value in names:
            return names[value]
        if isinstance(value, enums):
            return value
        if value is None:
            raise refusal("required", None)
        raise InvalidInput([_or_own(unnamed(enums, value), own)])

    return read_member


def _or_own(problem: Problem, own: Text | None) -> Problem:
    """Say how members of a caller's own would be known, if none of ours was meant."""
    meant: Any = problem.parameters.get("hint")
    if own is None or meant is None or meant.zh:
        return problem
    return attrs.evolve(problem, parameters={**problem.parameters, "hint": own})


def named(known: Mapping[str, Any], own: Text | None = None) -> Hook:
    """Return the hook that reads the name of one of the known things."""
    return lambda value, _=None: by_name(value, known, own=own)


def own_name(cls: type[Any], ours: Mapping[str, type[Any]]) -> str:
    """Write the name of a class, unless it would be read as another, one of careplan's."""
    if ours.get(cls.__name__, cls) is not cls:
        raise refusal("shadows", cls.__name__)
    return cls.__name__


def own_value(member: Labelled) -> str:
    """Write a member, unless its enum is one of bodies and would be confused with ours."""
    taken = shadowed(type(member)) if isinstance(member, AnyBody) else ()
    if taken:
        raise refusal("shadows", taken[0])
    return member.value


def as_it_is(value: Any, _: object = None) -> Any:
    """Take any value, or write it, without a look."""
    return value


def check_text(value: Any) -> Any:
    """Return a value, unless it is a text that no file can hold, or longer than any should be."""
    if isinstance(value, str):
        if len(value) > MAX_TEXT:
            raise refusal("too_long", value, maximum=MAX_TEXT)
        if not value.isascii() and BROKEN.search(value):
            raise refusal("broken_text", value)
    return value


def _number(numeral: re.Pattern[str], value: Any) -> Any:
    if type(value) is str and numeral.fullmatch(value):
        if len(value) > MAX_DIGITS:
            raise refusal("out_of_range", value)
        return Fraction(value) if "/" in value else Decimal(value)
    if type(value) is Overlong:
        raise refusal("out_of_range", value)
    return value


def _day(value: Any) -> Any:
    if type(value) is str and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:  # no such day
            pass
    return value


A_NUMBER = Text(
    zh="数（也可写作4.5、41/3一类的文本）",
    en="a number (it may be a text such as 4.5 or 41/3)",
)
TRUE_OR_FALSE = Text(zh="布尔值（不加引号的“true”或“false”）", en="true or false")
# What is made of a value before its kind looks at it, and what JSON may hold for it.
_LEAVES: Mapping[type[Any], tuple[Hook, Text]] = {
    k.NumberKind: (partial(_number, re.compile(NUMERAL)), A_NUMBER),
    k.CountKind: (partial(_number, re.compile(WHOLE)), Text(zh="整数", en="a whole number")),
    k.FlagKind: (as_it_is, TRUE_OR_FALSE),
    k.TextKind: (check_text, Text(zh="文本", en="a text")),
    k.DayKind: (_day, Text(zh="日期，例如2021-06-30", en="a day such as 2021-06-30")),
}


def write_number(value: Any) -> Any:
    """Write an exact number: a whole one as it is, any other as a text, never in powers of ten."""
    try:
        number = exact(value)
    except NotExact as reason:
        code = "out_of_range" if reason.code == "out_of_range" else "wrong_type"
        raise refusal(code, value, expected="Exact") from None
    if isinstance(number, Decimal):
        return format(number, "f")
    return str(number) if isinstance(number, Fraction) else number


def read_number_of_sum(value: Any, _: object = None) -> Any:
    """Read a factor or a bound of a sum; a large one is a text (see `write_number_of_sum`)."""
    before, expected = _LEAVES[k.NumberKind]
    number = before(value)
    try:
        # As a JSON number it is one that a fact may hold.
        return exact_of_sum(number) if type(value) is str else exact(number)
    except NotExact as reason:
        code = "required" if value is None else reason.code
        raise refusal(code, value, expected=expected) from None


def write_number_of_sum(value: Any) -> Any:
    """Write a factor or a bound of a sum: as a number, or as a text where no fact is so large."""
    try:
        number = exact_of_sum(value)
    except NotExact as reason:
        raise refusal(reason.code, value, expected="Exact") from None
    if isinstance(number, int):
        return number if abs(number) <= MAX_MAGNITUDE else str(number)
    return format(number, "f") if isinstance(number, Decimal) else str(number)


def maybe(hook: Hook) -> Hook:
    """Take null as "not stated", anything else with a hook."""
    return lambda value, _=None: None if value is None else hook(value)


def list_of(hook: Hook, *, with_none: bool = False) -> Hook:
    """Return the hook for a list; what is in it is read by `hook`."""

    def read(value: Any, _: object = None) -> tuple[Any, ...]:
        if not isinstance(value, LISTS):
            raise refusal("wrong_type", value, expected=_A_LIST)
        each = Each()
        kept = []
        for index, one in enumerate(value):
            try:
                if one is None and not with_none:
                    raise refusal("none_inside", None)
                kept.append(hook(one))
            except REFUSED as error:
                each.add(error, index)
        each.close()
        return tuple(kept)

    return read


def set_of(hook: Hook, *, or_one: bool) -> Hook:
    """Return the hook for a set; with `or_one` a text is its only member.

    A member that stands twice is in the set: nothing is lost.
    """
    listed = list_of(hook)
    return lambda value, _=None: frozenset(
        (hook(value),) if or_one and isinstance(value, str) else listed(value)
    )


def read_pair(value: Any, _: object = None) -> Any:
    """Read exactly two texts."""
    if not isinstance(value, LISTS) or len(value) != _PAIR:
        raise refusal("wrong_type", value, expected=_A_PAIR)
    return list_of(leaf_reader(k.TextKind()))(value)


def map_of(read_key: Hook, hook: Hook, *, stated: bool = False) -> Hook:
    """Return the hook for an object by its keys: free texts, or members, each under one name.

    With `stated` it holds what is stated: a null under a key is as no key.
    """

    def read(value: Any, _: object = None) -> FrozenMap[Any, Any]:
        check_object(value)
        each = Each()
        check_twice(value, each)
        kept: dict[Any, Any] = {}
        for given, one in value.items():
            at = inside("", given)
            key = each.take(read_key, given, at)
            if isinstance(key, Labelled):
                at = f"[{key.value}]"
            if key is not None and key in kept:
                each.add(refusal("duplicate_key", given), at)
            kept[key] = each.take(hook, one, at)
        each.close()
        return FrozenMap({key: one for key, one in kept.items() if not stated or one is not None})

    return read
