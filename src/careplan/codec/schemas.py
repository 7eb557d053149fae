"""JSON Schema (draft 2020-12) of a shape: the same answer as reading it, field by field."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, assert_never

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.exact import MAX_MAGNITUDE
from careplan.base.messages import LANGUAGES
from careplan.base.text import Labelled, names_of
from careplan.codec.hooks import DAY, NUMERAL, WHOLE, Leaf
from careplan.codec.known import Known, is_tagged, said_by, versions_of
from careplan.codec.tagged import LACKING, MAY_LACK, NODES, WIDE
from careplan.codec.text import MAX_PATH, MAX_TEXT
from careplan.criteria.nodes import Op
from careplan.criteria.periods import MissingDay
from careplan.criteria.wording.asking import fact_question
from careplan.fields.declaring import Noun

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
_TWO = {"minItems": 2, "maxItems": 2}
# A factor or bound of a sum is a text where no fact is so large.
_OF_SUM: Schema = {
    "anyOf": [
        {"type": "number", "minimum": -MAX_MAGNITUDE, **_BOUNDS},
        {"type": "string", "pattern": f"^{NUMERAL}{_END}"},
    ]
}
_PATH: Schema = {"type": "string", "minLength": 1, "maxLength": MAX_PATH}
_END_OF_TERM: Schema = {"anyOf": [*_OF_SUM["anyOf"], _NULL]}


@attrs.frozen
class Schemas:
    """Makes schemas, and keeps those of classes to refer to."""

    known: Known
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
                return {"anyOf": [self.of(inner), _NULL]}
            case k.NumberKind() | k.CountKind() | k.FlagKind() | k.TextKind() | k.DayKind():
                return _leaf(shape)
            case k.ChoiceKind(enum):
                return _choice(*self.known.options(enum))
            case s.ChoiceOf(enums):
                return _choice(*self.known.options(*enums))
            case k.ChoicesKind(enum, or_one):
                several = _list(_choice(enum))
                return {"anyOf": [several, _choice(enum)]} if or_one else several
            case k.TableKind(enum):
                return _map({"anyOf": [_leaf(k.CountKind()), _NULL]}, _choice(enum))
            case k.PartKind(cls):
                return self._reference(cls)
            case k.ItemsKind(cls):
                return _list(self._reference(cls))
            case s.ListOf(item, filled=True):
                return _list(self.of(item), minItems=1)
            case s.ListOf(item) | s.Keyed(item):
                return _list(self.of(item))
            case s.MapOf(item):
                return _map(self.of(item), _TEXT)
            case s.PairOf():
                return _list(_TEXT, **_TWO)
            case s.OneOf(classes):
                return {"anyOf": [self._one_of(cls) for cls in classes]}
            case s.ByOption():
                return self._by_option(shape)
            case s.NumberOr(cls):
                return {"anyOf": [_leaf(k.NumberKind(step=1)), self._reference(cls)]}
            case s.AnyCriterion():
                return self._named("Criterion", self._criterion)
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
        tagged = [
            self._named(f"{name}.tagged", partial(self._object, one, named=True))
            for name, one in self.known.kinds_of(cls).items()
            if one is not cls
        ]
        return {"anyOf": [own, *tagged]} if tagged else own

    def _one_of(self, cls: type[Any]) -> Schema:
        """Refer to one of several classes, which says which it is."""
        if not issubclass(cls, Noun):
            return self._reference(cls)
        return self._named(f"{cls.__name__}.tagged", partial(self._object, cls, named=True))

    def _named(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.defs:
            self.defs[name] = {}  # a shape may hold itself
            self.defs[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, cls: type[Any], *, named: bool = False) -> Schema:
        fields = s.fields_of(cls)
        keys = {field.name: self.of(field.shape) for field in fields}
        if issubclass(cls, Noun):
            keys = {name: {**one, "description": _asked(cls, name)} for name, one in keys.items()}
        required = [field.name for field in fields if field.required]
        keys |= {name: {"type": ["string", "null"]} for name in said_by(cls)}
        if is_tagged(cls) or (issubclass(cls, Noun) and "type" not in keys):
            keys["type"] = {"const": cls.__name__}
        if is_tagged(cls) or named:
            required.append("type")
        return _closed(keys, required)

    def _by_option(self, shape: s.ByOption) -> Schema:
        inner = self.of(shape.inner)
        name = f"ByReading.{type(shape.inner).__name__}"

        def made() -> Schema:
            options = _map({"anyOf": [inner, {"$ref": f"#/$defs/{name}"}]}, _TEXT)
            return _tagged("ByReading", interpretation=_TEXT, options=options)

        reference = self._named(name, made)
        return reference if shape.only else {"anyOf": [inner, reference]}

    def _criterion(self) -> Schema:
        one = self.of(s.AnyCriterion())
        keys: Mapping[str, Schema] = {
            "noun": self.of(s.NounName()),
            "path": _PATH,
            "op": _choice(Op),
            "value": _LITERAL,
            "item": {"type": "string"},
            "values": _list(_LITERAL, minItems=1),
            "part": one,
            "where": one,
            "parts": _list(one),
            "terms": _list(self._term(one), minItems=1),
            "bound": _OF_SUM,
            "start": {"anyOf": [_PATH, _tagged("day", value=_leaf(k.DayKind()))]},
            "end": {**_PATH, "type": ["string", "null"]},
            "period": _period(),
        }
        return {"anyOf": [self._node(*node, keys) for node in NODES.values()]}

    def _node(self, cls: Any, names: tuple[str, ...], keys: Mapping[str, Schema]) -> Schema:
        required = ["type", *(name for name in names if name not in LACKING.get(cls, ()))]
        of_node = {"type": {"const": cls.__name__}, **{name: keys[name] for name in names}}
        return _closed(of_node, required)

    def _term(self, criterion: Schema) -> Schema:
        path = {"type": ["string", "null"], "minLength": 1, "maxLength": MAX_PATH}
        where = {"anyOf": [criterion, _NULL]}
        keys = {"factor": _OF_SUM, "over": path, "amount": path, "where": where}
        return _closed({"type": {"const": "Term"}, **keys}, ["type", "factor"])

    def _noun(self) -> Schema:
        nouns = sorted(self.known.nouns.items())
        return {"anyOf": [_tagged(name, facts=self._reference(noun)) for name, noun in nouns]}

    def _value(self) -> Schema:
        one = self.of(s.AnyValue())
        plain: Schema = {"type": ["null", "boolean", "string", "integer"], "maxLength": MAX_TEXT}
        tagged = [
            _tagged("both", zh=_TEXT, en={"anyOf": [_TEXT, _NULL]}),
            _tagged("day", value=_leaf(k.DayKind())),
            _tagged("list", items=_list(one)),
            _tagged("noun", value=self.of(s.AnyNoun())),
            _tagged("number", value=_leaf(WIDE)),
            _tagged("quoted", value=_TEXT),
            _tagged("set", items=_list(one)),
            _tagged("table", entries=_list(_list(one, **_TWO))),
            _tagged("tally", terms=_list(_list(_END_OF_TERM, **_TWO)), facts=_list(_TEXT)),
        ]
        members = [
            _tagged("member", enum={"const": name}, value=_choice(enum))
            for name, enum in sorted(self.known.enums.items())
        ]
        return {"anyOf": [{**plain, "minimum": -MAX_MAGNITUDE, **_BOUNDS}, *tagged, *members]}


def _period() -> Schema:
    nullable = {
        "months": _leaf(k.CountKind()),
        "days": _leaf(k.CountKind()),
        "both_days": _leaf(k.FlagKind()),
        "missing_day": _choice(MissingDay),
    }
    keys = {name: {"anyOf": [one, _NULL]} for name, one in nullable.items()}
    return _closed({"type": {"const": "Period"}, **keys}, ["type"])


def _asked(noun: type[Noun], fact: str) -> str:
    """Return the question for a fact, in both languages, for a form that is made of a schema."""
    return " / ".join(fact_question(noun, fact, language) for language in LANGUAGES)


def _leaf(kind: Leaf) -> Schema:
    match kind:
        case k.NumberKind(minimum=minimum):
            low = float(minimum) if int(minimum) != minimum else int(minimum)
            return _number("number", low, NUMERAL)
        case k.CountKind(minimum):
            return _number("integer", minimum, WHOLE)
        case k.FlagKind():
            return {"type": "boolean"}
        case k.TextKind(filled):
            return {**_TEXT, "pattern": r"\S"} if filled else _TEXT
        case k.DayKind():
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


def _choice(*enums: type[Labelled]) -> Schema:
    return {"enum": sorted(names_of(enums))}


def _list(item: Schema, **size: int) -> Schema:
    return {"type": "array", "items": item, **size}


def _map(value: Schema, names: Schema) -> Schema:
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


def _closed(keys: Schema, required: list[str]) -> Schema:
    closed = {"type": "object", "additionalProperties": False}
    return {**closed, "properties": keys, "required": sorted(required)}


def _tagged(name: str, /, **keys: Schema) -> Schema:
    return _closed({"type": {"const": name}, **keys}, ["type", *(keys.keys() - MAY_LACK)])
