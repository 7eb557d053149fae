"""What objects of a document and results hold: kinds of fact, and kinds only these use.

An annotation says which: `due: date | None` is a day or nothing, `rows: tuple[LedgerRow, ...]`
a list of rows. Where it says too little the field does (`metadata=kept(...)`). Checking an
object, reading and writing it as JSON and its schema all go by the same shape.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache, cached_property, partial
from importlib import import_module
from types import SimpleNamespace, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import Exact
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.fields.checking import keeper
from careplan.fields.declaring import Noun, facts_declared


@frozen
class Maybe:
    """A shape or nothing: None."""

    shape: "Shape"


@frozen
class ListOf:
    """A complete list, kept as a kind of tuple; `filled` if it cannot be empty."""

    item: "Shape"
    filled: bool = False
    kept_as: type[tuple[Any, ...]] = tuple


@frozen
class Keyed:
    """Objects that are kept by their own key."""

    item: "Shape"


@frozen
class MapOf:
    """A mapping whose keys are free texts."""

    item: "Shape"


@frozen
class PairOf:
    """Exactly two texts."""


@frozen
class OneOf:
    """An object of one of several classes."""

    classes: tuple[type[Any], ...]


@frozen
class ChoiceOf:
    """A member of one of several enums that share no value."""

    enums: tuple[type[Labelled], ...]


@frozen
class ByOption:
    """A shape, or one of these by reading; `only` by reading."""

    inner: "Shape"
    only: bool = False


@frozen
class NumberOr:
    """An exact number, or an object of a class that says one another way."""

    cls: type[Any]


@frozen
class AnyCriterion:
    """A criterion."""


@frozen
class NounName:
    """A class of noun."""


@frozen
class AnyNoun:
    """An object of any noun."""


@frozen
class AnyValue:
    """Whatever was observed."""


Shape = (
    k.Kind
    | Maybe
    | ListOf
    | Keyed
    | MapOf
    | PairOf
    | OneOf
    | ChoiceOf
    | ByOption
    | NumberOr
    | AnyCriterion
    | NounName
    | AnyNoun
    | AnyValue
)
NAME = k.TextKind(filled=True)


@frozen
class Field:
    """One field of a class: its shape, whether it must be given, and what it is otherwise.

    `left_out` if JSON does not hold it where it says no more than its default.
    """

    name: str
    shape_made: Callable[[], Shape] = attrs.field(eq=False, repr=False)
    required: bool
    default: Any = None
    left_out: bool = False
    unfilled: Any = attrs.field(default=(attrs.NOTHING,), eq=False, repr=False)

    @cached_property
    def shape(self) -> Shape:
        """What it holds; found when it is first asked for."""
        return self.shape_made()

    @cached_property
    def keeps(self) -> Callable[[Any], bool]:
        """A quick look that says of most sound values that they are."""
        return _keeper(self.shape)

    def is_kept(self, value: Any) -> bool:
        """Say of most sound values that they are; what is not filled in needs no shape for it."""
        return value is self.unfilled or self.keeps(value)


def kept(shape: Shape) -> dict[str, Shape]:
    """Return the metadata of a field whose annotation says too little."""
    return {"shape": shape}


def left_out() -> dict[str, bool]:
    """Return the metadata of a field that JSON holds only where it says something."""
    return {"left_out": True}


def aside(default: Any = None) -> Any:
    """Declare a field that says where an object comes from: no part of it, and not in JSON.

    Two objects that differ in it alone are equal.
    """
    return attrs.field(default=default, eq=False, repr=False, metadata={"aside": True})


def at_least_one(cls: type[Any]) -> dict[str, Shape]:
    """Return the metadata of a list of objects that cannot be empty."""
    return kept(ListOf(k.PartKind(cls), filled=True))


_READABLE = Text(zh="可以读取的类", en="a class that can be read")
_LEAVES: Mapping[Any, Shape] = {
    str: k.TextKind(),
    bool: k.FlagKind(),
    int: k.CountKind(),
    date: k.DayKind(),
    Any: AnyValue(),
    object: AnyValue(),
    Noun: AnyNoun(),
    tuple[str, str]: PairOf(),
}
_NUMBERS = frozenset(get_args(Exact))
_UNIONS: Mapping[frozenset[Any], Shape] = {_NUMBERS: k.NumberKind(step=1)}
_FIELDS: dict[type[Any], tuple[Field, ...]] = {}


def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """Return the fields of a noun, of an object of a document or of a result, in order."""
    if cls not in _FIELDS:
        _FIELDS[cls] = tuple(_facts(cls) if issubclass(cls, Noun) else _attributes(cls))
    return _FIELDS[cls]


def _facts(cls: type[Any]) -> list[Field]:
    return [
        Field(name, partial(_of_fact, spec), spec.required)
        for name, spec in facts_declared(cls).items()
    ]


def _of_fact(spec: k.FactSpec) -> Shape:
    return spec.kind if spec.required else Maybe(spec.kind)


def _attributes(cls: type[Any]) -> list[Field]:
    """Return the fields of a class; raise InvalidInput for one that was not made to be read."""
    try:
        return _annotated(cls)
    except InvalidInput:
        raise InvalidInput([Problem("cls", "wrong_type", cls, {"expected": _READABLE})]) from None


def _annotated(cls: type[Any]) -> list[Field]:
    late = getattr(cls, "__late__", None)
    hints = {} if late else _hints(cls)
    return [
        Field(
            name=field.name,
            shape_made=_shape_in(cls, field, late) if late else _known(field, hints),
            required=field.default is attrs.NOTHING,
            default=() if isinstance(field.default, attrs.Factory | Mapping) else field.default,
            left_out=field.metadata.get("left_out", False),
            unfilled=field.default if late else attrs.NOTHING,
        )
        for field in attrs.fields(cls)
        if not field.metadata.get("aside")
    ]


def _hints(cls: type[Any]) -> Mapping[str, Any]:
    """Return the annotations of a class; only those that are texts have to be looked up."""
    hints = {field.name: field.type for field in attrs.fields(cls)}
    return get_type_hints(cls) if any(type(one) is str for one in hints.values()) else hints


def _known(field: "attrs.Attribute[Any]", hints: Mapping[str, Any]) -> Callable[[], Shape]:
    """Return what says a shape; raise InvalidInput now where there is none."""
    shape: Shape = field.metadata.get("shape") or shape_of(hints[field.name])
    return lambda: shape


class _Late(dict[str, Any]):
    """The classes that annotations name, each imported from its module when it is asked for."""

    def __init__(self, homes: Mapping[str, str]) -> None:
        super().__init__()
        self._homes = homes

    def __missing__(self, name: str) -> Any:
        return getattr(import_module(self._homes[name]), name)


def resolved(cls: type[Any]) -> type[Any]:
    """Return a class whose annotations are no longer texts: for cattrs, which reads them."""
    return attrs.resolve_types(cls, localns=_Late(getattr(cls, "__late__", {})))


def _shape_in(
    cls: type[Any], field: "attrs.Attribute[Any]", late: Mapping[str, str]
) -> Callable[[], Shape]:
    """Return what finds the shape of a field whose annotation is a text until it is asked for."""

    def shape() -> Shape:
        one = SimpleNamespace(__annotations__={field.name: field.type})
        names = vars(import_module(cls.__module__))
        found: Shape = field.metadata.get("shape") or shape_of(
            get_type_hints(one, names, _Late(late))[field.name]
        )
        return found

    return shape


def fields_aside(cls: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields of a class that are no part of its objects: see `aside`."""
    return tuple(field.name for field in attrs.fields(cls) if field.metadata.get("aside"))


def _never(_: Any) -> bool:
    return False


def _keeper(shape: Shape) -> Callable[[Any], bool]:
    """Return a quick look that says of a value that it needs no check; "no" says nothing."""
    match shape:
        case Maybe(inner):
            keeps = _keeper(inner)
            return lambda value: value is None or keeps(value)
        case ListOf(item, filled, kept_as):
            keeps_item = _keeper(item)
            return lambda value: (
                type(value) is kept_as
                and (not filled or value != ())
                and all(map(keeps_item, value))
            )
        case ChoiceOf(classes) | OneOf(classes):
            return lambda value: isinstance(value, classes)
        case Keyed() | MapOf() | PairOf() | ByOption() | NumberOr() | AnyCriterion():
            return _never
        case NounName() | AnyNoun() | AnyValue():
            return _never
        case _:
            return keeper(shape)


def shape_of(hint: Any) -> Shape:
    """Return the shape of what an annotation allows; raises InvalidInput if it has none."""
    if _is_noun(hint):  # as most often
        return _part(hint)
    try:
        known = _LEAVES.get(hint)
    except TypeError:  # what cannot be hashed is no class
        known = None
    if known is not None:
        return known
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _union(frozenset(inner))
    if origin is tuple and inner[1:] == (...,):
        return ListOf(shape_of(inner[0]))
    if isinstance(origin, type) and issubclass(origin, tuple) and len(inner) == 1:
        return ListOf(shape_of(inner[0]), kept_as=origin)
    if origin is type:
        return NounName()
    if isinstance(origin, type) and issubclass(origin, Mapping) and inner[:1] == (str,):
        keyed = attrs.has(inner[1]) and "key" in attrs.fields_dict(inner[1])
        return (Keyed if keyed else MapOf)(shape_of(inner[1]))
    return _class(hint)


def _is_noun(hint: Any) -> bool:
    return type(hint) is type and issubclass(hint, Noun) and hint is not Noun


@cache
def _part(noun: Any) -> Shape:
    return _class(noun)


def _class(hint: Any) -> Shape:
    if (own := getattr(hint, "__shape__", None)) is not None:
        return own  # type: ignore[no-any-return]  # a class of ours that says its shape
    if isinstance(hint, type) and issubclass(hint, Labelled):
        return k.ChoiceKind(hint)
    if not isinstance(hint, type) or not attrs.has(hint) or issubclass(hint, Enum):
        raise InvalidInput([Problem("cls", "wrong_type", hint, {"expected": "careplan class"})])
    return k.PartKind(hint)


def _union(options: frozenset[Any]) -> Shape:
    if type(None) in options:
        return Maybe(_union(options - {type(None)}))
    by_reading = {one for one in options if isinstance(getattr(one, "__shape__", None), ByOption)}
    if by_reading and by_reading != options:
        return ByOption(_union(options - by_reading))
    if options in _UNIONS:
        return _UNIONS[options]
    if options > _NUMBERS and len(beside := options - _NUMBERS) == 1:
        return NumberOr(*beside)
    if len(options) == 1:
        return shape_of(next(iter(options)))
    said = {getattr(one, "__shape__", None) for one in options}
    if len(said) == 1 and None not in said:
        return shape_of(next(iter(options)))
    ordered = tuple(sorted(options, key=lambda one: getattr(one, "__name__", str(one))))
    if all(isinstance(one, type) and issubclass(one, Labelled) for one in ordered):
        return ChoiceOf(ordered)
    for option in ordered:
        _class(option)
    return OneOf(ordered)
