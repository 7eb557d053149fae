"""Derive shapes: of nouns from the kinds they declare, of other classes from annotations."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from careplan.codec.shapes import (
    AnyCriterion,
    AnyNoun,
    AnyValue,
    ByOption,
    ChoiceOf,
    Field,
    Keyed,
    ListOf,
    MapOf,
    Maybe,
    NounName,
    ObjectOf,
    OneOf,
    PairOf,
    Shape,
)
from careplan.errors import InvalidInput, Problem
from careplan.exact import MAX_MAGNITUDE, Exact
from careplan.fields import Noun, facts_declared
from careplan.kinds import ChoiceKind, CountKind, DayKind, FlagKind, NumberKind, TextKind
from careplan.nodes import Criterion, Node
from careplan.plan import Plan
from careplan.rules import Benefit, ByReading, Cited
from careplan.schedule import Every
from careplan.sheets import Marking
from careplan.sources import Labelled
from careplan.targets import Milestone
from careplan.verdicts import Assessment, Result

_ANY_NUMBER = NumberKind(step=1, minimum=-MAX_MAGNITUDE)
_LEAVES: Mapping[Any, Shape] = {
    str: TextKind(),
    bool: FlagKind(),
    int: CountKind(minimum=-MAX_MAGNITUDE),
    date: DayKind(),
    Any: AnyValue(),
    object: AnyValue(),
    Noun: AnyNoun(),
    Node: AnyCriterion(),
    ByReading: ByOption(AnyCriterion(), only=True),
}
# What an annotation alone does not say.
_SPECIAL: Mapping[tuple[type, str], Shape] = {
    (Assessment, "subject"): AnyNoun(),
    (Benefit, "amount_yuan"): Maybe(NumberKind(step=1)),
    (Every, "months"): CountKind(minimum=1),
    (Milestone, "slots"): CountKind(),
}
_UNIONS: Mapping[frozenset[Any], Shape] = {
    frozenset(get_args(Exact)): _ANY_NUMBER,
    frozenset(get_args(Criterion)): AnyCriterion(),
    frozenset({*get_args(Criterion), ByReading}): ByOption(AnyCriterion()),
    frozenset({Marking, ByReading}): ByOption(ChoiceKind(Marking)),
}


# Of plans and results; no other is read.
FORMAT = 1


def is_tagged(cls: type[Any]) -> bool:
    """Say whether objects of a class carry their class's name."""
    return issubclass(cls, Cited | Result | Plan)


def has_version(cls: Any) -> bool:
    """Say whether a class is written with the version of the format at its top."""
    return isinstance(cls, type) and issubclass(cls, Plan | Result)


_FIELDS: dict[type[Any], tuple[Field, ...]] = {}


def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """Return the keys of an object of `cls`, in the class's order."""
    if cls not in _FIELDS:
        _FIELDS[cls] = tuple(_facts(cls) if issubclass(cls, Noun) else _attributes(cls))
    return _FIELDS[cls]


def _facts(cls: type[Any]) -> list[Field]:
    return [
        Field(name, spec.kind if spec.required else Maybe(spec.kind), spec.required)
        for name, spec in facts_declared(cls).items()
    ]


def _attributes(cls: type[Any]) -> list[Field]:
    hints = get_type_hints(cls)
    return [
        Field(
            name=field.name,
            shape=_SPECIAL.get((cls, field.name)) or shape_of(hints[field.name]),
            required=field.default is attrs.NOTHING,
            default=() if isinstance(field.default, attrs.Factory) else field.default,  # type: ignore[arg-type]  # Factory is a class
        )
        for field in attrs.fields(cls)
    ]


def shape_of(hint: Any) -> Shape:
    """Return the shape of what an annotation allows; raises InvalidInput if it has none."""
    if get_origin(hint) in {Union, UnionType}:
        return _union(frozenset(get_args(hint)))
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[1:] == (...,):
            return ListOf(shape_of(inner[0]))
        return PairOf() if inner == (str, str) else _class(hint)
    if get_origin(hint) is type:
        return NounName()
    if isinstance(get_origin(hint), type) and issubclass(get_origin(hint), Mapping):
        item = get_args(hint)[1]
        keyed = attrs.has(item) and "key" in attrs.fields_dict(item)
        return Keyed(shape_of(item)) if keyed else MapOf(shape_of(item))
    try:
        known = _LEAVES.get(hint)
    except TypeError:
        known = None
    return known or _class(hint)


def _class(hint: Any) -> Shape:
    if isinstance(hint, type) and issubclass(hint, Node):
        return AnyCriterion()
    if isinstance(hint, type) and issubclass(hint, Labelled):
        return ChoiceKind(hint)
    if not isinstance(hint, type) or not attrs.has(hint) or issubclass(hint, Enum):
        raise InvalidInput([Problem("cls", "wrong_type", hint, {"expected": "careplan class"})])
    return ObjectOf(hint)


def _union(options: frozenset[Any]) -> Shape:
    if type(None) in options:
        rest = options - {type(None)}
        return Maybe(shape_of(next(iter(rest))) if len(rest) == 1 else _union(rest))
    if options in _UNIONS:
        return _UNIONS[options]
    ordered = tuple(sorted(options, key=str))
    if all(isinstance(one, type) and issubclass(one, Labelled) for one in ordered):
        return ChoiceOf(ordered)
    for option in ordered:
        _class(option)
    return OneOf(ordered)
