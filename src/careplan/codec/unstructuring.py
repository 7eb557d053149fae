"""Write objects as JSON-like data in one form, on a cattrs converter.

What equals its empty default is left out. Nouns and objects of a document are sound since they
were made; an answer is looked at first. So whatever is written can be read back, and is equal.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from careplan.base.errors import InvalidInput, Problem, beside, inside
from careplan.base.text import Labelled, Text
from careplan.codec.coherence import incoherences
from careplan.codec.criteria import write_noun_name
from careplan.codec.known import own_names
from careplan.codec.leaves import check_text, write_number
from careplan.codec.problems import Hook, refuse
from careplan.codec.structuring import is_tagged, said_by
from careplan.codec.values import value_writer
from careplan.criteria.nodes import Node
from careplan.display.result import Result
from careplan.documents.encoded import ByReading, Encoded, read_shape
from careplan.fields.declaring import Noun
from careplan.fields.kinds import ChoiceKind, FlagKind, ItemsKind, PartKind, TextKind
from careplan.fields.paths import dotted
from careplan.fields.shapes import (
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
    Shape,
    fields_of,
)

_SHORT = 1_000
_SOUND = (Encoded, Noun, Text)  # each was checked when it was made
_WRITABLE = (type(None), str, int, Decimal, Fraction, date, Labelled, type)


class Writer:
    """The hooks that write, on one converter; its functions for classes are made when needed."""

    def __init__(self) -> None:
        """Make a converter."""
        self.converter = Converter()
        self.write: Hook = self.converter.unstructure
        by_class: Mapping[Any, Hook] = {
            int: write_number,
            Decimal: write_number,
            Fraction: write_number,
            bool: _as_it_is,
            str: _as_it_is,
            type(None): _as_it_is,
            date: date.isoformat,
            tuple: _list(self.write),
            frozenset: self._set,
            Mapping: self._map(self.write),
            type: write_noun_name,
        }
        register = self.converter.register_unstructure_hook_func
        # cattrs asks the newest hook first: what stands here is for what nothing below is for.
        register(lambda _: True, _no_object)
        self.converter.register_unstructure_hook_factory(attrs.has, self._of_class)
        for cls, hook in by_class.items():
            register(lambda given, cls=cls: issubclass(given, cls), hook)  # type: ignore[misc]  # a lambda
        # By class and not by question: cattrs looks a text up by its class, and a member is one.
        self.converter.register_unstructure_hook(Labelled, lambda value: value.value)
        self._value = value_writer(self.noun)

    def noun(self, value: Noun) -> dict[str, Any]:
        """Write an object of any noun, with the noun's name."""
        return {"type": write_noun_name(type(value)), "facts": self.write(value)}

    def _of_shape(self, shape: Shape) -> Hook:
        """Return the hook for a field: what a value's class alone does not say, or is slow to."""
        match shape:
            case Maybe(inner):
                write = self._of_shape(inner)
                return lambda value: None if value is None else write(value)
            case TextKind() | FlagKind():
                return _as_it_is
            case ChoiceKind() | ChoiceOf():
                return lambda value: value.value
            case PartKind(cls):
                return self._made_of(cls)
            case ItemsKind(cls):
                return _list(self._made_of(cls))
            case ListOf(item):
                return _list(self._of_shape(item))
            case Keyed():
                return lambda value: [self.write(one) for one in value.values()]
            case MapOf(inner):
                return self._map(self._of_shape(inner))
            case AnyValue():
                return self._value
            case AnyNoun():
                return self.noun
            case _:
                return self.write

    def _made_of(self, cls: type[Any]) -> Hook:
        """Write an object of a class, or of a noun derived from it, which then says so."""
        exactly: list[Hook] = []

        def write(value: Any) -> Any:
            if type(value) is cls:
                if not exactly:
                    exactly.append(self.converter.get_unstructure_hook(cls))
                return exactly[0](value)
            name, data = type(value).__name__, self.write(value)
            if own_names().nouns.get(name, type(value)) is not type(value) or "type" in data:
                refuse("shadows", name)
            return {"type": name, **data}

        return write

    def _of_class(self, cls: type[Any]) -> Any:
        """Make the function that writes objects of a class: a factory of hooks for cattrs."""
        if issubclass(cls, Node):
            return self._of_node(cls)
        hooks: dict[str, Any] = {
            field.name: override(
                unstruct_hook=_placed(self._of_shape(field.shape), field.name),
                omit_if_default=_is_left_out(field),
            )
            for field in fields_of(cls)
        }
        if cls is ByReading:  # its options are of the field's kind, not of any
            hooks["options"] = override(unstruct_hook=self._map(self.write))
        if issubclass(cls, Encoded | Result) and cls.__module__.partition(".")[0] != "careplan":
            return _no_object  # made of a class of ours, where only ours is read
        made = make_dict_unstructure_fn(cls, self.converter, **hooks)
        said = said_by(cls)
        tag = {"type": cls.__name__} if is_tagged(cls) else {}
        if not tag:
            return made
        return lambda value: {
            **tag,
            **made(value),
            **{name: getattr(value, name).value for name in said},
        }

    def _of_node(self, cls: type[Any]) -> Hook:
        """Make the function that writes criteria of a class."""
        hooks: dict[str, Hook] = {"path": dotted, "values": self._set}
        fields = [(field.name, hooks.get(field.name, self.write)) for field in attrs.fields(cls)]
        return lambda node: {
            "type": cls.__name__,
            **{name: write(getattr(node, name)) for name, write in fields},
        }

    def _set(self, values: Any) -> list[Any]:
        """Write a set in one order, whatever it holds."""
        return sorted(map(self.write, values), key=lambda one: (str(type(one)), one))

    def unwritable(self, value: object, path: str = "") -> Iterator[Problem]:
        """Yield why an object, or a tuple of objects, could not be read back, with paths."""
        if isinstance(value, tuple):
            for index, one in enumerate(value):
                yield from self.unwritable(one, f"{path}[{index}]")
        elif isinstance(value, datetime):
            yield Problem(path, "datetime_for_date", value)
        elif attrs.has(type(value)) or isinstance(value, _WRITABLE):
            yield from self._flaws(value, path)
        else:
            yield Problem(path, "wrong_type", value, {"expected": "careplan object"})

    def _flaws(self, value: object, path: str) -> Iterator[Problem]:
        """Look into answers: whatever else there is was checked when it was made."""
        found: list[Problem] = []
        if isinstance(value, tuple):
            for index, one in enumerate(value):
                yield from self._flaws(one, f"{path}[{index}]")
        elif isinstance(value, Node | ByReading):
            sound = read_shape(ByOption(AnyCriterion()), value, path, found)
            if not found and sound != value:  # a literal that is not in its one form, such as 0.1
                found.append(Problem(path, "other_answer", value, {"expected": sound}))
            yield from found
        elif attrs.has(type(value)) and not isinstance(value, _SOUND):
            for field in fields_of(type(value)):
                one, at = getattr(value, field.name), inside(path, field.name)
                if isinstance(field.shape, AnyValue):
                    found += self._unknown(one, at)
                    continue
                before = len(found)
                kept = one if field.is_kept(one) else read_shape(field.shape, one, at, found)
                if len(found) == before and type(kept) is not type(one):  # a list for a tuple
                    found.append(Problem(at, "wrong_type", one, {"expected": type(kept).__name__}))
                found += self._flaws(kept, at) if len(found) == before else ()
            yield from found
            if not found:
                for problem in incoherences(value):
                    yield attrs.evolve(problem, path=beside(path, problem.path))

    def _unknown(self, value: object, path: str) -> list[Problem]:
        try:
            self._value(value)
        except InvalidInput as error:
            return error.inside(path)
        return []

    @staticmethod
    def _map(write: Hook) -> Hook:
        return lambda value: {
            key.value if isinstance(key, Labelled) else key: write(one)
            for key, one in value.items()
        }


def _as_it_is(value: Any) -> Any:
    return value


def _placed(write: Hook, name: str) -> Hook:
    """Say of what cannot be written in which field it stands."""
    if write is _as_it_is:
        return write

    def placed(value: Any) -> Any:
        try:
            return write(value)
        except InvalidInput as error:
            raise InvalidInput(error.inside(name)) from None

    return placed


def _list(write: Hook) -> Hook:
    def listed(value: Any) -> list[Any]:
        made: list[Any] = []
        try:
            made.extend(write(one) for one in value)
        except InvalidInput as error:
            raise InvalidInput(error.inside(f"[{len(made)}]")) from None
        return made

    return listed


def _no_object(value: Any) -> Any:
    return refuse("wrong_type", value, expected="careplan object")


def _is_left_out(field: Field) -> bool:
    """Say whether a field is left out where it is as empty as an absent key means anyway."""
    empty = field.default is None or field.default in {"", ()}
    return not field.required and empty


def unreadable(data: Any, path: str = "") -> Iterator[Problem]:
    """Yield what of JSON-like data could not be read back."""
    if isinstance(data, str):
        try:
            check_text(data)
        except InvalidInput as error:
            yield from error.inside(path)
    elif isinstance(data, list):
        for index, one in enumerate(data):
            if not _is_short(one):
                yield from unreadable(one, f"{path}[{index}]")
    elif isinstance(data, dict):
        for key, one in data.items():
            if not (_is_short(key) and _is_short(one)):
                at = inside(path, key)
                yield from unreadable(key, at)
                yield from unreadable(one, at)


def _is_short(value: Any) -> bool:
    """Say whether a value is a short plain text, as most are: nothing to look into."""
    return type(value) is str and len(value) <= _SHORT and value.isascii()
