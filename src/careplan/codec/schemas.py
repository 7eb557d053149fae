"""JSON Schema (draft 2020-12) of a shape: the same answer as reading it, field by field."""

from collections.abc import Mapping
from typing import Any, assert_never

import attrs

from careplan.base.exact import MAX_MAGNITUDE
from careplan.base.text import Labelled
from careplan.codec.criteria import KEYS
from careplan.codec.known import Known, names_of
from careplan.codec.leaves import DAY, NUMERAL, WHOLE
from careplan.codec.limits import MAX_PATH, MAX_TEXT
from careplan.codec.structuring import FORMAT, has_version, is_tagged, said_by
from careplan.criteria.nodes import Op
from careplan.display.result import Result
from careplan.fields.declaring import Noun
from careplan.fields.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FlagKind,
    ItemsKind,
    NumberKind,
    PartKind,
    TableKind,
    TextKind,
)
from careplan.fields.shapes import (
    AnyCriterion,
    AnyNoun,
    AnyValue,
    ByOption,
    ChoiceOf,
    Keyed,
    ListOf,
    MapOf,
    Maybe,
    NounName,
    OneOf,
    PairOf,
    Shape,
    fields_of,
    shape_of,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
_NULL: Schema = {"type": "null"}
_TEXT: Schema = {"type": "string", "maxLength": MAX_TEXT}
_BOUNDS = {"maximum": MAX_MAGNITUDE}
# In the pattern language of JSON Schema `$` may stand before a last line break.
_END = "$(?!\n)"
_NEVER_NEGATIVE = "(-(?=0([.]0+|/[1-9][0-9]*)?$))?"
_COUNTED = 20
_LITERAL: Schema = {"type": ["boolean", "number", "string"]}


@attrs.frozen
class Schemas:
    """Makes schemas, and keeps those of classes to refer to."""

    known: Known
    defs: dict[str, Schema] = attrs.field(factory=dict)

    def whole(self, cls: Any) -> Schema:
        """Return the schema of a class, complete in itself."""
        made = self.of(shape_of(cls))
        if has_version(cls):
            inner = self.defs[cls.__name__]
            first = FORMAT if issubclass(cls, Result) else 1
            versions: Schema = {"enum": list(range(first, FORMAT + 1))}
            top = {**inner["properties"], "format": versions}
            made = {**inner, "properties": top, "required": ["format", *inner["required"]]}
        return {"$schema": DIALECT, **made, "$defs": dict(sorted(self.defs.items()))}

    def of(self, shape: Shape) -> Schema:
        """Return the schema of a shape."""
        match shape:
            case Maybe(inner):
                return {"anyOf": [self.of(inner), _NULL]}
            case NumberKind() | CountKind() | FlagKind() | TextKind() | DayKind():
                return _leaf(shape)
            case ChoiceKind(enum):
                return _choice((enum,))
            case ChoiceOf(enums):
                return _choice(enums)
            case ChoicesKind(enum, or_one):
                one = _choice((enum,))
                several: Schema = {"type": "array", "items": one}
                return {"anyOf": [several, one]} if or_one else several
            case TableKind(enum):
                count = {"anyOf": [_leaf(CountKind()), _NULL]}
                return _map(count, {"enum": sorted(names_of((enum,)))})
            case PartKind(cls):
                return self._reference(cls)
            case ItemsKind(cls):
                return {"type": "array", "items": self._reference(cls)}
            case ListOf(item, filled):
                least = {"minItems": 1} if filled else {}
                return {"type": "array", "items": self.of(item), **least}
            case Keyed(item):
                return {"type": "array", "items": self.of(item)}
            case MapOf(item):
                return _map(self.of(item), _TEXT)
            case PairOf():
                return {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}
            case OneOf(classes):
                return {"anyOf": [self._reference(cls) for cls in classes]}
            case ByOption():
                return self._by_option(shape)
            case AnyCriterion():
                return self._named("Criterion", self._criterion)
            case NounName():
                return {"enum": sorted(self.known.nouns)}
            case AnyNoun():
                return self._named("Noun", self._noun)
            case AnyValue():
                return self._named("Value", self._value)
            case _:
                assert_never(shape)

    def _reference(self, cls: type[Any]) -> Schema:
        """Refer to a class; where a noun is asked for, to those made of it as well."""
        own = self._named(cls.__name__, lambda: self._object(cls))
        if not issubclass(cls, Noun):
            return own
        made_of = [one for one in self.known.kinds_of(cls).values() if one is not cls]
        tagged = [
            self._named(f"{one.__name__}.tagged", lambda one=one: self._object(one, named=True))
            for one in made_of
        ]
        return {"anyOf": [own, *tagged]} if tagged else own

    def _named(self, name: str, make: Any) -> Schema:
        if name not in self.defs:
            self.defs[name] = {}  # a shape may hold itself
            self.defs[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, cls: type[Any], *, named: bool = False) -> Schema:
        fields = fields_of(cls)
        keys = {field.name: self.of(field.shape) for field in fields}
        required = [field.name for field in fields if field.required]
        keys |= {name: {"type": ["string", "null"]} for name in said_by(cls)}
        if is_tagged(cls) or (issubclass(cls, Noun) and "type" not in keys):
            keys["type"] = {"const": cls.__name__}
        if is_tagged(cls) or named:
            required.append("type")
        return _closed(keys, required)

    def _by_option(self, shape: ByOption) -> Schema:
        inner = self.of(shape.inner)
        name = f"ByReading.{type(shape.inner).__name__}"

        def made() -> Schema:
            options = _map({"anyOf": [inner, {"$ref": f"#/$defs/{name}"}]}, _TEXT)
            tag = {"const": "ByReading"}
            return _tagged({"type": tag, "interpretation": _TEXT, "options": options})

        reference = self._named(name, made)
        return reference if shape.only else {"anyOf": [inner, reference]}

    def _criterion(self) -> Schema:
        one = {"$ref": "#/$defs/Criterion"}
        keys: Mapping[str, Schema] = {
            "noun": self.of(NounName()),
            "path": {"type": "string", "minLength": 1, "maxLength": MAX_PATH},
            "op": _choice((Op,)),
            "value": _LITERAL,
            "item": {"type": "string"},
            "values": {"type": "array", "items": _LITERAL, "minItems": 1},
            "part": one,
            "where": one,
            "parts": {"type": "array", "items": one},
        }
        return {
            "anyOf": [
                _tagged({"type": {"const": name}, **{key: keys[key] for key in names}})
                for name, names in KEYS.items()
            ]
        }

    def _noun(self) -> Schema:
        return {
            "anyOf": [
                _tagged({"type": {"const": name}, "facts": self._reference(noun)})
                for name, noun in sorted(self.known.nouns.items())
            ]
        }

    def _value(self) -> Schema:
        one = {"$ref": "#/$defs/Value"}
        pair = {"type": "array", "items": one, "minItems": 2, "maxItems": 2}
        number = _leaf(NumberKind(step=1, minimum=-MAX_MAGNITUDE))
        by_type: Mapping[str, Schema] = {
            "both": {"zh": _TEXT, "en": _TEXT},
            "day": {"value": _leaf(DayKind())},
            "list": {"items": {"type": "array", "items": one}},
            "noun": {"value": self.of(AnyNoun())},
            "number": {"value": number},
            "quoted": {"value": _TEXT},
            "set": {"items": {"type": "array", "items": one}},
            "table": {"entries": {"type": "array", "items": pair}},
        }
        members = [
            {"enum": {"const": name}, "value": _choice((enum,)), "type": {"const": "member"}}
            for name, enum in sorted(self.known.enums.items())
        ]
        tagged = [{"type": {"const": name}, **keys} for name, keys in by_type.items()]
        plain: Schema = {"type": ["null", "boolean", "string", "integer"], "maxLength": MAX_TEXT}
        bounds = {"minimum": -MAX_MAGNITUDE, **_BOUNDS}
        return {"anyOf": [{**plain, **bounds}, *map(_tagged, [*tagged, *members])]}


def _leaf(kind: NumberKind | CountKind | FlagKind | TextKind | DayKind) -> Schema:
    match kind:
        case NumberKind(minimum=minimum):
            low = float(minimum) if int(minimum) != minimum else int(minimum)
            return _number("number", low, NUMERAL)
        case CountKind(minimum):
            return _number("integer", minimum, WHOLE)
        case FlagKind():
            return {"type": "boolean"}
        case TextKind(filled):
            return {**_TEXT, "pattern": r"\S"} if filled else _TEXT
        case DayKind():
            return {"type": "string", "format": "date", "pattern": f"^{DAY}{_END}"}
        case _:
            assert_never(kind)


def _number(type_name: str, minimum: float, numeral: str) -> Schema:
    number: Schema = {"type": type_name, "minimum": minimum, **_BOUNDS}
    if minimum >= 0:
        numeral = numeral.replace("-?", _NEVER_NEGATIVE, 1)
    # A pattern can count only so far: of a number as text, only a least whole one is said.
    below = "|".join(str(one) for one in range(min(int(minimum), _COUNTED)))
    too_small = f"(?!-?({below})([.]0+)?$)" if below and type_name == "integer" else ""
    return {"anyOf": [number, {"type": "string", "pattern": f"^{too_small}{numeral}{_END}"}]}


def _choice(enums: tuple[type[Labelled], ...]) -> Schema:
    return {"enum": sorted(names_of(enums))}


def _map(value: Schema, names: Schema) -> Schema:
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


def _closed(keys: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": keys,
        "required": sorted(required),
        "additionalProperties": False,
    }


def _tagged(keys: Schema) -> Schema:
    return _closed(keys, list(keys))
