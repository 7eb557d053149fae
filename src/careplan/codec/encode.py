"""Write objects as data of their shapes, in one form: what equals its empty default is left out."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs

from careplan.codec.decode import SAID
from careplan.codec.deriving import fields_of, is_tagged
from careplan.codec.limits import MAX_DEPTH, MAX_TEXT, Found, inside, is_broken
from careplan.codec.nodes import NODES
from careplan.codec.shapes import (
    AnyNoun,
    AnyValue,
    Field,
    Keyed,
    MapOf,
    Maybe,
    Shape,
)
from careplan.codec.values import numeral, plain
from careplan.errors import Problem
from careplan.exact import NotExact, exact
from careplan.fields import Noun
from careplan.nodes import Criterion, dotted
from careplan.rules import ByReading
from careplan.verdicts import Result


@attrs.frozen
class Encoder:
    """Writes objects as data; what no text of the format can hold is added to `problems`."""

    problems: Found = attrs.field(factory=Found)

    def write(self, value: Any, path: str, depth: int = 0, shape: Shape | None = None) -> Any:
        """Return a value as data."""
        if depth >= MAX_DEPTH:
            self.problems.append(Problem(path, "too_deep", None, {"maximum": MAX_DEPTH}))
            return None
        inner = shape.shape if isinstance(shape, Maybe) else shape
        match inner:
            case AnyValue():
                return plain(value, self.noun)
            case AnyNoun() if isinstance(value, Noun):
                return self.noun(value, path, depth)
            case MapOf(item) if isinstance(value, Mapping):
                return self._map(value, path, depth, item)
            case Keyed(item):
                return self._list(tuple(value.values()), path, depth, item)
            case _:
                return self._value(value, path, depth)

    def noun(self, value: Noun, path: str = "", depth: int = 0) -> Any:
        """Return an object of any noun, with the noun's name."""
        facts = self._object(value, inside(path, "facts"), depth + 1)
        return {"type": type(value).__name__, "facts": facts}

    def _value(self, value: Any, path: str, depth: int) -> Any:
        match value:
            case None | bool():
                return value
            case str():
                return self._text(value, path)
            case int() | float() | Decimal() | Fraction():
                return self._number(value, path)
            case Enum():
                return value.value
            case date():
                return value.isoformat()
            case type():
                return value.__name__
            case tuple():
                return self._list(value, path, depth)
            case frozenset():
                listed = [self._value(one, path, depth + 1) for one in value]
                return sorted(listed, key=lambda one: (str(type(one)), one))
            case Mapping():
                return self._map(value, path, depth)
            case _:
                return self._object(value, path, depth)

    def _text(self, value: str, path: str) -> str:
        if len(value) > MAX_TEXT:
            self.problems.append(Problem(path, "too_long", value, {"maximum": MAX_TEXT}))
        if is_broken(value):
            self.problems.append(Problem(path, "broken_text", value))
        return str.__str__(value)

    def _number(self, value: object, path: str) -> object:
        try:
            return numeral(exact(value))
        except NotExact:
            self.problems.append(Problem(path, "out_of_range", value))
            return None

    def _list(
        self, value: tuple[Any, ...], path: str, depth: int, item: Shape | None = None
    ) -> list[Any]:
        return [
            self.write(one, f"{path}[{index}]", depth + 1, item) for index, one in enumerate(value)
        ]

    def _map(
        self, value: Mapping[Any, Any], path: str, depth: int, item: Shape | None = None
    ) -> dict[Any, Any]:
        return {
            key.value if isinstance(key, Enum) else key: self.write(
                inner, inside(path, key), depth + 1, item
            )
            for key, inner in value.items()
        }

    def _object(self, value: Any, path: str, depth: int) -> Any:
        if isinstance(value, Criterion):
            return self._criterion(value, path, depth)
        if isinstance(value, ByReading):
            options = self.write(value.options, inside(path, "options"), depth + 1)
            return {"type": "ByReading", "interpretation": value.interpretation, "options": options}
        cls = type(value)
        if not attrs.has(cls):
            self.problems.append(
                Problem(path, "wrong_type", value, {"expected": "careplan object"})
            )
            return None
        data: dict[str, Any] = {"type": cls.__name__} if is_tagged(cls) else {}
        for field in fields_of(cls):
            inner = getattr(value, field.name)
            if not _is_left_out(field, inner):
                at = inside(path, field.name)
                data[field.name] = self.write(inner, at, depth + 1, field.shape)
        for name in SAID if isinstance(value, Result) else ():
            if hasattr(cls, name):
                data[name] = getattr(value, name).value
        return data

    def _criterion(self, node: Any, path: str, depth: int) -> Any:
        name = type(node).__name__
        data: dict[str, Any] = {"type": name}
        for key in NODES[name]:
            inner = getattr(node, key)
            at = inside(path, key)
            data[key] = dotted(inner) if key == "path" else self.write(inner, at, depth + 1)
        return data


def _is_left_out(field: Field, value: object) -> bool:
    """Say whether a value is what an absent key means anyway: nothing."""
    if field.required:
        return False
    return value is None or (isinstance(field.default, str | tuple) and _empty(value))


def _empty(value: object) -> bool:
    return isinstance(value, str | tuple | Mapping) and len(value) == 0
