"""JSON Schema (draft 2020-12) of a shape: the same answer as reading it, field by field."""

from collections.abc import Callable
from functools import partial
from typing import Any, assert_never

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.codec.known import Known, is_tagged, said_by, versions_of
from careplan.codec.schemas.leaves import (
    NULL,
    TEXT,
    TWO,
    Schema,
    closed,
    leaf,
    listing,
    mapping,
    tagged,
)
from careplan.codec.schemas.nodes import of_criteria, of_values
from careplan.codec.schemas.told import Told
from careplan.fields.declaring import Noun

DIALECT = "https://json-schema.org/draft/2020-12/schema"
HERE = "#/$defs/"


@attrs.frozen
class Schemas:
    """Makes schemas, and keeps those of classes to refer to."""

    known: Known
    told: Told = Told()
    prefix: str = HERE
    defs: dict[str, Schema] = attrs.field(factory=dict)

    def whole(self, cls: Any) -> Schema:
        """Return the schema of a class, complete in itself."""
        made = self.of(s.shape_of(cls))
        if versions_of(cls):
            inner = self.defs[cls.__name__]
            top = {**inner["properties"], "format": {"enum": list(versions_of(cls))}}
            made = {**inner, "properties": top, "required": ["format", *inner["required"]]}
        return {"$schema": DIALECT, **made, "$defs": dict(sorted(self.defs.items()))}

    def of(self, shape: s.Shape) -> Schema:
        """Return the schema of a shape."""
        match shape:
            case s.Maybe(inner):
                return {"anyOf": [self.of(inner), NULL]}
            case k.NumberKind() | k.CountKind() | k.FlagKind() | k.TextKind() | k.DayKind():
                return leaf(shape)
            case k.ChoiceKind(enum):
                return self.told.choice(*self.known.options(enum))
            case s.ChoiceOf(enums):
                return self.told.choice(*self.known.options(*enums))
            case k.ChoicesKind(enum, or_one):
                several = listing(self.told.choice(enum))
                return {"anyOf": [several, self.told.choice(enum)]} if or_one else several
            case k.TableKind(enum):
                return mapping({"anyOf": [leaf(k.CountKind()), NULL]}, self.told.choice(enum))
            case k.PartKind(cls):
                return self._reference(cls)
            case k.ItemsKind(cls):
                return listing(self._reference(cls))
            case s.ListOf(item, filled=True):
                return listing(self.of(item), minItems=1)
            case s.ListOf(item) | s.Keyed(item):
                return listing(self.of(item))
            case s.MapOf(item):
                return mapping(self.of(item), TEXT)
            case s.PairOf():
                return listing(TEXT, **TWO)
            case s.OneOf(classes):
                return {"anyOf": [self._one_of(cls) for cls in classes]}
            case s.ByOption():
                return self._by_option(shape)
            case s.NumberOr(cls):
                return {"anyOf": [leaf(k.NumberKind(step=1)), self._reference(cls)]}
            case s.AnyCriterion():
                return self._named("Criterion", partial(of_criteria, self.of))
            case s.NounName():
                return {"enum": sorted(self.known.nouns)}
            case s.AnyNoun():
                return self._named("Noun", self._noun)
            case s.AnyValue():
                return self._named("Value", self._value)
            case _:
                assert_never(shape)

    def _reference(self, cls: type[Any]) -> Schema:
        """Refer to a class; where a noun is asked for, to those made of it as well."""
        own = self._named(cls.__name__, partial(self._object, cls))
        derived = [
            self._named(f"{name}.tagged", partial(self._object, one, named=True))
            for name, one in self.known.kinds_of(cls).items()
            if one is not cls
        ]
        return {"anyOf": [own, *derived]} if derived else own

    def _one_of(self, cls: type[Any]) -> Schema:
        """Refer to one of several classes, which says which it is."""
        if not issubclass(cls, Noun):
            return self._reference(cls)
        return self._named(f"{cls.__name__}.tagged", partial(self._object, cls, named=True))

    def _named(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.defs:
            self.defs[name] = {}  # a shape may hold itself
            self.defs[name] = make()
        return {"$ref": self.prefix + name}

    def _object(self, cls: type[Any], *, named: bool = False) -> Schema:
        fields = s.fields_of(cls)
        keys = {field.name: self.of(field.shape) for field in fields}
        if issubclass(cls, Noun):
            keys = {name: {**one, **self.told.of_fact(cls, name)} for name, one in keys.items()}
        required = [field.name for field in fields if field.required]
        keys |= {name: {"type": ["string", "null"]} for name in said_by(cls)}
        if is_tagged(cls) or (issubclass(cls, Noun) and "type" not in keys):
            keys["type"] = {"const": cls.__name__}
        if is_tagged(cls) or named:
            required.append("type")
        return {**self.told.of_class(cls), **closed(keys, required)}

    def _by_option(self, shape: s.ByOption) -> Schema:
        inner = self.of(shape.inner)
        name = f"ByReading.{type(shape.inner).__name__}"

        def made() -> Schema:
            options = mapping({"anyOf": [inner, {"$ref": self.prefix + name}]}, TEXT)
            return tagged("ByReading", interpretation=TEXT, options=options)

        reference = self._named(name, made)
        return reference if shape.only else {"anyOf": [inner, reference]}

    def _noun(self) -> Schema:
        nouns = sorted(self.known.nouns.items())
        return {"anyOf": [tagged(name, facts=self._reference(noun)) for name, noun in nouns]}

    def _value(self) -> Schema:
        return of_values(self.of, sorted(self.known.enums.items()))
