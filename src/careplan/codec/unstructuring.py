"""Write objects as JSON-like data in one form, on a cattrs converter.

What equals its empty default is left out. Nouns and objects of a document are sound since they
were made; an answer is looked at first. So whatever is written can be read back, and is equal.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.text import Labelled, Text
from careplan.codec.coherence.answers import incoherences
from careplan.codec.hooks import (
    as_it_is,
    check_text,
    maybe,
    own_name,
    own_value,
    write_number,
    write_number_of_sum,
)
from careplan.codec.known import is_tagged, own_names, said_by
from careplan.codec.problems import Hook, refusal
from careplan.codec.tagged import LACKING, value_writer, write_day, write_period, write_terms
from careplan.criteria.nodes import Node
from careplan.display.result import Result
from careplan.documents.encoded import ByReading, Encoded, read_shape
from careplan.fields.declaring import Noun
from careplan.fields.paths import dotted

_SOUND = (Encoded, Noun, Text)  # each was checked when it was made
_WRITABLE = (type(None), str, int, Decimal, Fraction, date, Labelled, type)


class Writer:
    """The hooks that write, on one converter; its functions for classes are made when needed."""

    def __init__(self) -> None:
        """Make a converter."""
        self.converter = Converter()
        self.write: Hook = self.converter.unstructure
        by_class: Mapping[Any, Hook] = {
            **dict.fromkeys((int, Decimal, Fraction), write_number),
            **dict.fromkeys((bool, str, type(None)), as_it_is),
            date: date.isoformat,
            tuple: _list(self.write),
            frozenset: self._set,
            Mapping: _map(self.write),
            type: write_noun_name,
        }
        register = self.converter.register_unstructure_hook_func
        # cattrs asks the newest hook first: what stands here is for what nothing below is for.
        register(lambda _: True, _no_object)
        self.converter.register_unstructure_hook_factory(attrs.has, self._of_class)
        for cls, hook in by_class.items():
            register(lambda given, cls=cls: issubclass(given, cls), hook)  # type: ignore[misc]  # a lambda
        # By class and not by question: cattrs looks a text up by its class, and a member is one.
        self.converter.register_unstructure_hook(Labelled, own_value)
        self._value = value_writer(self.noun)

    def noun(self, value: Noun) -> dict[str, Any]:
        """Write an object of any noun, with the noun's name."""
        return {"type": write_noun_name(type(value)), "facts": self.write(value)}

    def _of_shape(self, shape: s.Shape) -> Hook:
        """Return the hook for a field: what a value's class alone does not say, or is slow to."""
        match shape:
            case s.Maybe(inner):
                return maybe(self._of_shape(inner))
            case k.TextKind() | k.FlagKind():
                return as_it_is
            case k.ChoiceKind() | s.ChoiceOf():
                return own_value
            case k.PartKind(cls):
                return self._made_of(cls)
            case k.ItemsKind(cls):
                return _list(self._made_of(cls))
            case s.ListOf(item):
                return _list(self._of_shape(item))
            case s.Keyed():
                return lambda value: [self.write(one) for one in value.values()]
            case s.MapOf(inner):
                return _map(self._of_shape(inner))
            case s.OneOf():
                return self._tagged
            case s.AnyValue():
                return self._value
            case s.AnyNoun():
                return self.noun
            case _:
                return self.write

    def _made_of(self, cls: type[Any]) -> Hook:
        """Write an object of a class, or of a noun derived from it, which then says so."""

        def write(value: Any) -> Any:
            data = self.write(value)
            if type(value) is cls:
                return data
            name = own_name(type(value), own_names().nouns)
            if "type" in data:
                raise refusal("shadows", name)
            return {"type": name, **data}

        return write

    def _tagged(self, value: Any) -> Any:
        """Write an object of one of several classes with its name, which a noun lacks itself."""
        return {"type": type(value).__name__, **self.write(value)}

    def _of_class(self, cls: type[Any]) -> Hook:
        """Make the function that writes objects of a class: a factory of hooks for cattrs."""
        if issubclass(cls, Encoded | Result) and cls.__module__.partition(".")[0] != "careplan":
            return _no_object  # made of a class of ours, where only ours is read
        is_node = issubclass(cls, Node)
        overrides = self._of_node(cls) if is_node else self._of_fields(cls)
        made = make_dict_unstructure_fn(s.resolved(cls), self.converter, **overrides)
        if not (is_node or is_tagged(cls)):
            return made
        said = said_by(cls)
        return lambda value: {
            "type": cls.__name__,
            **made(value),
            **{name: getattr(value, name).value for name in said},
        }

    def _of_node(self, cls: type[Any]) -> dict[str, Any]:
        """Say how to write what a criterion of a class holds."""
        hooks: dict[str, Hook] = {
            "path": dotted,
            "values": self._set,
            "noun": write_noun_name,
            "terms": lambda terms: write_terms(terms, self.write),
            "bound": write_number_of_sum,
            "start": write_day,
            "end": dotted,
            "period": write_period,
        }
        names = [field.name for field in attrs.fields(cls)]
        lacking = LACKING.get(cls, ())
        return {
            name: override(
                unstruct_hook=hooks.get(name, self.write), omit_if_default=name in lacking
            )
            for name in names
        }

    def _of_fields(self, cls: type[Any]) -> dict[str, Any]:
        """Say how to write the fields of a class; one that is empty anyway is left out."""
        hooks = {field.name: self._of_shape(field.shape) for field in s.fields_of(cls)}
        if cls is ByReading:  # its options are of the field's kind, not of any
            hooks["options"] = _map(self.write)
        aside = {name: override(omit=True) for name in s.fields_aside(cls)}
        return aside | {
            field.name: override(
                unstruct_hook=_placed(hooks[field.name], field.name),
                omit_if_default=field.left_out
                or (not field.required and field.default in (None, "", ())),
            )
            for field in s.fields_of(cls)
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
            sound = read_shape(s.ByOption(s.AnyCriterion()), value, path, found)
            if not found and sound != value:  # a literal that is not in its one form, such as 0.1
                found.append(Problem(path, "other_answer", value, {"expected": sound}))
            yield from found
        elif attrs.has(type(value)) and not isinstance(value, _SOUND):
            for field in s.fields_of(type(value)):
                found += self._flaws_of(field, getattr(value, field.name), inside(path, field.name))
            yield from found or InvalidInput(incoherences(value)).inside(path)

    def _flaws_of(self, field: s.Field, value: object, path: str) -> Iterable[Problem]:
        if isinstance(field.shape, s.AnyValue):
            return _refused(self._value, value, path)
        found: list[Problem] = []
        kept = value if field.is_kept(value) else read_shape(field.shape, value, path, found)
        if not found and type(kept) is not type(value):  # a list for a tuple
            found.append(Problem(path, "wrong_type", value, {"expected": type(kept).__name__}))
        return found or self._flaws(kept, path)


def write_noun_name(noun: Any) -> str:
    """Write a noun's name, unless it would be read as another noun of careplan."""
    if not (isinstance(noun, type) and issubclass(noun, Noun)):
        raise refusal("wrong_type", noun, expected="type[Noun]")
    return own_name(noun, own_names().nouns)


def _refused(hook: Hook, value: object, path: str) -> list[Problem]:
    """Return what a hook says is wrong with a value at a path."""
    try:
        hook(value)
    except InvalidInput as error:
        return error.inside(path)
    return []


def _placed(write: Hook, name: str) -> Hook:
    """Say of what cannot be written in which field it stands."""
    if write is as_it_is:
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
            made.extend(map(write, value))
        except InvalidInput as error:
            raise InvalidInput(error.inside(f"[{len(made)}]")) from None
        return made

    return listed


def _map(write: Hook) -> Hook:
    def mapped(value: Any) -> dict[Any, Any]:
        made: dict[Any, Any] = {}
        key: Any = None
        try:
            for key, one in value.items():
                made[own_value(key) if isinstance(key, Labelled) else key] = write(one)
        except InvalidInput as error:
            raise InvalidInput(error.inside(inside("", key))) from None
        return made

    return mapped


def _no_object(value: Any) -> Any:
    raise refusal("wrong_type", value, expected="careplan object")


def unreadable(data: Any, path: str = "") -> Iterator[Problem]:
    """Yield what of JSON-like data could not be read back."""
    if isinstance(data, str):
        yield from _refused(check_text, data, path)
        return
    listed = enumerate(data) if isinstance(data, list) else ()
    for key, one in data.items() if isinstance(data, dict) else listed:
        at = inside(path, key)
        yield from unreadable(key, at)
        yield from unreadable(one, at)
