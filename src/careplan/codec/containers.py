"""Hooks for what holds other values: lists, mappings, pairs, objects as a whole."""

from collections.abc import Mapping
from typing import Any

from careplan.base.errors import inside
from careplan.base.frozenmap import FrozenMap
from careplan.base.text import Text
from careplan.codec.leaves import leaf_reader, member_reader
from careplan.codec.problems import (
    REFUSED,
    Each,
    Hook,
    check_twice,
    refuse,
    refuse_name,
    still_doubled,
)
from careplan.fields.checking import entries_of
from careplan.fields.kinds import CountKind, TableKind, TextKind

AN_OBJECT = Text(zh="对象", en="an object")
A_LIST = Text(zh="列表", en="a list")
_A_PAIR = Text(zh="两个文本的列表", en="a list of two texts")
_PAIR = 2


def maybe(hook: Hook) -> Hook:
    """Read null as "not stated", anything else with a hook."""
    return lambda value, _=None: None if value is None else hook(value)


def check_object(value: Any) -> None:
    """Refuse what is no object."""
    if type(value) is not dict and entries_of(value) is None:
        refuse("wrong_type", value, expected=AN_OBJECT)


def whole_object(cls: type[Any], read: Hook) -> Hook:
    """Look at a whole object before its fields: that it is one, and that no key stands twice."""

    def checked_first(value: Any, _: object = None) -> Any:
        if type(value) is dict:
            return read(value)
        check_object(value)
        each = Each(cls)
        check_twice(value, each)
        made = each.take(read, dict(entries_of(value) or ()), "")
        each.close()
        return made

    return checked_first


def without(value: Mapping[Any, Any], keys: tuple[str, ...]) -> dict[Any, Any]:
    """Return an object without some of its keys; that a key stood twice is remembered."""
    return still_doubled(value, {key: one for key, one in value.items() if key not in keys})


def read_tag(value: Mapping[Any, Any], known: tuple[str, ...]) -> str:
    """Return the "type" an object has, if it is a known one."""
    given = value.get("type")
    if given is None:
        refuse("required", None, "type")
    if type(given) is not str or given not in known:
        refuse_name("not_a_member", given, known, "type")
    return given


def list_of(hook: Hook, *, with_none: bool = False) -> Hook:
    """Return the hook for a list; what is in it is read by `hook`."""

    def read(value: Any, _: object = None) -> tuple[Any, ...]:
        if type(value) is not list and not isinstance(value, tuple | list):
            refuse("wrong_type", value, expected=A_LIST)
        if not value:
            return ()
        each = Each(tuple)
        kept = []
        for index, one in enumerate(value):
            try:
                if one is None and not with_none:
                    refuse("none_inside", None)
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

    def read(value: Any, _: object = None) -> frozenset[Any]:
        alone = or_one and isinstance(value, str)
        return frozenset((hook(value),) if alone else listed(value))

    return read


def map_of(hook: Hook) -> Hook:
    """Return the hook for an object whose keys are free texts."""
    text = leaf_reader(TextKind())

    def read(value: Any, _: object = None) -> Any:
        check_object(value)
        each = Each(dict)
        check_twice(value, each)
        kept = {}
        for key, one in value.items():
            at = inside("", key)
            each.take(text, key, at)
            kept[key] = each.take(hook, one, at)
        each.close()
        return FrozenMap(kept)

    return read


def table_of(table: TableKind) -> Hook:
    """Return the hook for counts by member of an enum."""
    member, count = member_reader((table.enum,)), maybe(leaf_reader(CountKind()))

    def read(value: Any, _: object = None) -> Any:
        check_object(value)
        each = Each(dict)
        check_twice(value, each)
        counts: dict[Any, int] = {}
        for key, one in value.items():
            known = each.take(member, key, inside("", key))
            at = inside("", key) if known is None else f"[{known.value}]"
            if known is not None and known in counts:
                each.take(lambda key: refuse("duplicate_key", key), key, at)
            counts[known] = each.take(count, one, at)
        each.close()
        return FrozenMap({key: number for key, number in counts.items() if number is not None})

    return read


def read_pair(value: Any, _: object = None) -> tuple[str, str]:
    """Read exactly two texts."""
    if not isinstance(value, list | tuple) or len(value) != _PAIR:
        refuse("wrong_type", value, expected=_A_PAIR)
    first, second = list_of(leaf_reader(TextKind()))(value)
    return first, second
