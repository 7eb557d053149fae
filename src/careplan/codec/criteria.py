"""Criteria as JSON: {"type": "Compare", "noun": "Venue", "path": ..., "op": ..., "value": ...}.

A criterion that was read is held to what one written in code is (`soundness`). The fact comes
first: how a literal is to be read depends on it.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, get_args

import attrs

from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.base.text import Text
from careplan.codec.containers import check_object, list_of, read_tag
from careplan.codec.known import Known, own_names
from careplan.codec.leaves import leaf_reader, member_reader
from careplan.codec.limits import MAX_PATH
from careplan.codec.problems import Each, Hook, check_keys, refuse, refuse_name
from careplan.criteria.nodes import Criterion, Op
from careplan.criteria.soundness import check_fact, check_op, read_criterion
from careplan.fields.checking import MAX_SAME_HASH, same_hash
from careplan.fields.declaring import Noun
from careplan.fields.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FlagKind,
    Kind,
    NumberKind,
    TextKind,
)
from careplan.fields.paths import Path, kind_at, parse_path

NODES: Mapping[str, type[Any]] = {cls.__name__: cls for cls in get_args(Criterion)}
KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(field.name for field in attrs.fields(cls)) for name, cls in NODES.items()
}
_NAMES = tuple(NODES)
_JOINS = ("AllOf", "AnyOf", "Not")
_LEAVES = ("Compare", "Has", "Among")
_MOST_SAID = 50  # values of a fact, of a criterion that is kept to be given again
_SCALARS = {str, int, bool, date}
_KEYS_WITH_TYPE = {name: {"type", *keys} for name, keys in KEYS.items()}
_VALUES = Text(zh="至少有一项的列表", en="a list of at least one value")


def criterion_reader(known: Known) -> Hook:
    """Return the hook that reads criteria about these nouns."""
    hooks: dict[str, Hook] = {"noun": noun_reader(known), "op": member_reader((Op,))}

    def read(value: Any, _: object = None) -> Any:
        if type(value) is not dict:
            check_object(value)
        name = value.get("type")
        if type(name) is not str or name not in NODES:
            name = read_tag(value, _NAMES)
        given = [value.get(key) for key in KEYS[name]]
        whole = type(value) is dict and value.keys() == _KEYS_WITH_TYPE[name]
        said = given[2] if name == "Among" else given[2:]
        if whole and name in _LEAVES and type(said) is list and 0 < len(said) <= _MOST_SAID:
            said = [*given[:2], *said]
            if _SCALARS.issuperset(map(type, said)):
                return leaf(name, *said)
        each = Each(NODES[name])
        if not whole or None in given:
            check_keys(value, KEYS[name], each)
            value = {key: one for key, one in value.items() if one is not None}
        return make(name, value, each)

    def make(name: str, given: Mapping[Any, Any], each: Each) -> Any:
        if name in _JOINS:
            made = {
                key: each.take(hooks[key], given[key], key) for key in KEYS[name] if key in given
            }
        else:
            made = _read_about(name, given, hooks, each)
        each.close()
        found: list[Problem] = []
        sound = read_criterion(NODES[name](**made), "", found)
        if found:
            raise InvalidInput(found)
        return sound

    @lru_cache(maxsize=4096, typed=True)  # the same things are said of the same facts again
    def leaf(name: str, *said: Any) -> Any:
        given = [*said[:2], list(said[2:])] if name == "Among" else said
        return make(name, dict(zip(KEYS[name], given, strict=True)), Each(NODES[name]))

    hooks |= {"part": read, "parts": list_of(read), "where": read}
    return read


def noun_reader(known: Known) -> Hook:
    """Return the hook that reads the name of a noun."""

    def read(value: Any, _: object = None) -> Any:
        if type(value) is not str or value not in known.nouns:
            refuse_name("not_a_member", value, known.nouns)
        return known.nouns[value]

    return read


def write_noun_name(noun: Any) -> str:
    """Write a noun's name, unless it would be read as another noun of careplan."""
    if not (isinstance(noun, type) and issubclass(noun, Noun)):
        refuse("wrong_type", noun, expected="type[Noun]")
    if own_names().nouns.get(noun.__name__, noun) is not noun:
        refuse("shadows", noun.__name__)
    return noun.__name__


def _read_about(
    name: str, given: Mapping[Any, Any], hooks: Mapping[str, Hook], each: Each
) -> dict[str, Any]:
    made: dict[str, Any] = {}
    kind: Kind | None = None
    if "noun" in given:
        made["noun"] = each.take(hooks["noun"], given["noun"], "noun")
    noun = made.get("noun")
    if noun is not None and "path" in given:
        fact = each.take(lambda text: _read_fact(name, noun, text), given["path"], "path")
        made["path"], kind = fact or (None, None)
    by_fact = {"value": literal_reader(kind), "item": literal_reader(kind)}
    by_fact["values"] = lambda values: _read_values(values, kind)
    by_fact["op"] = lambda op: _checked_op(hooks["op"](op), kind)
    for key in KEYS[name][2:]:
        if key in given:
            made[key] = each.take(by_fact.get(key) or hooks[key], given[key], key)
    return made


def _read_fact(name: str, noun: Any, text: Any) -> tuple[Path, Kind]:
    """Read a path, and the kind of the fact it names."""
    if type(text) is not str or len(text) > MAX_PATH:
        refuse("not_found", text, **NotFound("path", text, ()).parameters())
    try:
        path, kind = _path_and_kind(noun, text)
    except NotFound as error:
        refuse("not_found", text, **error.parameters())
    found: list[Problem] = []
    if not check_fact(NODES[name], kind, text, "", found):
        raise InvalidInput(found)
    return path, kind


def _checked_op(op: Op, kind: Kind | None) -> Op:
    found: list[Problem] = []
    if kind is not None:
        check_op(op, kind, "", found)
    if found:
        raise InvalidInput(found)
    return op


@lru_cache(maxsize=4096)
def _path_and_kind(noun: Any, text: str) -> tuple[Path, Kind]:
    path = parse_path(noun, text)
    return path, kind_at(noun, path)


@lru_cache(maxsize=512)
def literal_reader(kind: Kind | None) -> Hook:
    """Return the hook for a literal of a fact of this kind; lenient where there can be none."""
    match kind:
        case ChoiceKind(enum) | ChoicesKind(enum):
            return member_reader((enum,))
        case NumberKind() | CountKind() | FlagKind() | TextKind() | DayKind():
            return leaf_reader(kind)
        case _:
            return lambda value: value


def _read_values(value: Any, kind: Kind | None) -> Any:
    if not isinstance(value, list | tuple) or not value:
        refuse("wrong_type", value, expected=_VALUES)
    values = list_of(literal_reader(kind))(value)
    if kind is None:  # of a fact that is none: what its values are, nobody knows
        return value
    if same_hash(values):  # before a set of them is made
        refuse("same_hash", None, maximum=MAX_SAME_HASH)
    return frozenset(values)
