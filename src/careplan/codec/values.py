"""Values of any kind, as evidence and changes hold them: tagged where JSON is not enough.

Null, true, false, whole numbers and texts stand as they are. Whatever else is an object
with a "type". What careplan would not observe, and no file could hold, is not written.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from careplan.base.exact import MAX_MAGNITUDE
from careplan.base.frozenmap import FrozenMap
from careplan.base.quoting import Quoted
from careplan.base.text import Labelled, Text
from careplan.codec.containers import list_of, read_tag
from careplan.codec.known import Known, own_names
from careplan.codec.leaves import leaf_reader, member_reader, write_number
from careplan.codec.problems import Each, Hook, check_keys, refuse, refuse_name
from careplan.fields.checking import MAX_SAME_HASH, same_hash
from careplan.fields.declaring import Noun
from careplan.fields.kinds import CountKind, DayKind, NumberKind, TextKind

_PAIRS = Text(zh="两项一组的列表", en="a list of pairs")
_PAIR = 2
_WIDE = NumberKind(step=1, minimum=-MAX_MAGNITUDE)
_text = leaf_reader(TextKind())
_whole = leaf_reader(CountKind(-MAX_MAGNITUDE))
# The keys of each tagged value; reading, and the schema, go by them.
VALUES: Mapping[str, tuple[str, ...]] = {
    "both": ("zh", "en"),
    "day": ("value",),
    "list": ("items",),
    "member": ("enum", "value"),
    "noun": ("value",),
    "number": ("value",),
    "quoted": ("value",),
    "set": ("items",),
    "table": ("entries",),
}


def value_reader(known: Known, read_noun: Hook) -> Hook:
    """Return the hook that reads values of any kind; `read_noun` reads an object of a noun."""

    def read(value: Any, _: object = None) -> Any:
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return _text(value)
        return read_tagged(value) if isinstance(value, Mapping) else _whole(value)

    read_items = list_of(read, with_none=True)
    by_key: Mapping[tuple[str, str], Hook] = {
        **{("both", language): _text for language in ("zh", "en")},
        ("day", "value"): leaf_reader(DayKind()),
        ("number", "value"): leaf_reader(_WIDE),
        ("quoted", "value"): _text,
        ("noun", "value"): read_noun,
        ("list", "items"): read_items,
        ("set", "items"): read_items,
        ("table", "entries"): lambda value: _pairs(value, read_items),
        ("member", "enum"): lambda name: _enum(name, known),
        ("member", "value"): lambda value: value,
    }

    def read_tagged(value: Mapping[Any, Any]) -> Any:
        tag = read_tag(value, tuple(VALUES))
        each = Each(object)
        check_keys(value, VALUES[tag], each)
        each.close()
        held = [each.take(by_key[tag, key], value[key], key) for key in VALUES[tag]]
        each.close()
        made = each.take(lambda held: _MAKERS[tag](*held), held, VALUES[tag][-1])
        each.close()
        return made

    return read


def _enum(name: Any, known: Known) -> Hook:
    if type(name) is not str or name not in known.enums:
        refuse_name("not_a_member", name, known.enums)
    return member_reader((known.enums[name],))


def _pairs(value: Any, read_items: Hook) -> tuple[tuple[Any, Any], ...]:
    pairs = isinstance(value, list | tuple) and all(
        isinstance(pair, list | tuple) and len(pair) == _PAIR for pair in value
    )
    if not pairs:
        refuse("wrong_type", value, expected=_PAIRS)
    return list_of(read_items)(value)  # type: ignore[no-any-return]  # a hook's


def _set(items: tuple[Any, ...]) -> frozenset[Any]:
    if same_hash(items):
        refuse("same_hash", None, maximum=MAX_SAME_HASH)
    made = frozenset(items)
    if len(made) < len(items):
        refuse("duplicate", items)
    return made


def _table(pairs: tuple[tuple[Any, Any], ...]) -> FrozenMap[Any, Any]:
    _set(tuple(key for key, _ in pairs))
    return FrozenMap(dict(pairs))


_MAKERS: Mapping[str, Hook] = {
    "both": lambda zh, en: Text(zh=zh, en=en),
    "member": lambda read_member, value: read_member(value),
    "quoted": Quoted,
    "set": _set,
    "table": _table,
    **dict.fromkeys(("day", "list", "noun", "number"), lambda value: value),
}


def value_writer(write_noun: Hook) -> Hook:
    """Return the hook that writes values of any kind; `write_noun` writes an object of a noun."""

    def write(value: Any) -> Any:
        match value:
            case None | bool():
                return value
            case Quoted():
                return {"type": "quoted", "value": str(value)}
            case Labelled():
                return _write_member(value)
            case Text():
                return {"type": "both", "zh": value.zh, "en": value.en}
            case Noun():
                return {"type": "noun", "value": write_noun(value)}
            case tuple():
                return {"type": "list", "items": [write(one) for one in value]}
            case frozenset():
                return {"type": "set", "items": sorted(map(write, value), key=repr)}
            case FrozenMap():
                entries = [[write(key), write(one)] for key, one in value.items()]
                return {"type": "table", "entries": sorted(entries, key=repr)}
            case _:
                return _single(value)

    return write


def _write_member(value: Labelled) -> dict[str, Any]:
    enum, name = type(value), type(value).__name__
    ours = own_names().enums.get(name)
    if ours is None and enum.__module__.partition(".")[0] == "careplan":
        refuse("wrong_type", value, expected="a member of a fact's enum")
    if ours not in {None, enum}:
        refuse("shadows", name)
    return {"type": "member", "enum": name, "value": value.value}


def _single(value: Any) -> Any:
    if type(value) is str:
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"type": "day", "value": value.isoformat()}
    if isinstance(value, int | Decimal | Fraction):
        number = write_number(value)
        return number if isinstance(number, int) else {"type": "number", "value": number}
    return refuse("wrong_type", value, expected="a value that careplan observes")
