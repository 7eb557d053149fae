"""JSON Schema of a filled-in form: a text, or several, by the path of each fact."""

from collections.abc import Iterator
from typing import Any, assert_never

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.errors import inside
from careplan.base.messages import show
from careplan.base.text import Labelled
from careplan.codec.filled import NO, NONE, YES
from careplan.codec.hooks import DAY, NUMERAL, WHOLE
from careplan.codec.known import Known
from careplan.codec.schemas.leaves import END, TEXT, Schema, never_negative
from careplan.codec.schemas.told import Told
from careplan.fields.declaring import facts_declared

_INDEX = r"\[(0|[1-9][0-9]{0,8})\]"
_BLANK: Schema = {"type": "string", "pattern": rf"^\s*{END}"}


@attrs.frozen
class FormSchema:
    """Makes the schema of a form about a noun, or about a list of one."""

    known: Known
    told: Told

    def whole(self, shape: Any) -> Schema:
        """Return the schema of the whole: fields by name, those of items by a pattern of names."""
        fields: Schema = {}
        patterns: Schema = {}
        for name, schema in self._of(shape, "", {}):
            if _INDEX in name:
                dotted = name.replace(".", r"\.")
                patterns[f"^{dotted}{END}"] = schema
            else:
                fields[name.replace("\\", "")] = schema
        closed: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
        stated = _stated(shape.noun) if isinstance(shape, k.PartKind) else []
        return {
            **closed,
            **({"patternProperties": patterns} if patterns else {}),
            **({"allOf": [{"required": stated}, *map(_not_blank, stated)]} if stated else {}),
        }

    def _of(self, shape: Any, at: str, told: Schema) -> Iterator[tuple[str, Schema]]:
        match shape:
            case s.ListOf(item):
                yield from self._of(item, at + _INDEX, told)
            case k.ItemsKind(noun):
                yield at, {**_text(never_negative(WHOLE)), **told}
                yield from self._facts(noun, at + _INDEX)
            case k.PartKind(noun):
                yield from self._facts(noun, at)
            case k.TableKind(enum):
                yield at, {"anyOf": [_BLANK, {"enum": [*NONE]}], **told}
                for member in enum:
                    title = show(member.label, self.told.language)
                    yield rf"{at}\[{member.value}\]", {**_text(WHOLE), "title": title}
            case _:
                yield at, {**self._field(shape), **told}

    def _facts(self, noun: type[Any], at: str) -> Iterator[tuple[str, Schema]]:
        for name, spec in facts_declared(noun).items():
            yield from self._of(spec.kind, inside(at, name), self.told.of_fact(noun, name))

    def _field(self, kind: Any) -> Schema:
        match kind:
            case k.NumberKind(minimum=minimum):
                return _text(NUMERAL if minimum < 0 else never_negative(NUMERAL))
            case k.CountKind(minimum):
                return _text(WHOLE if minimum < 0 else never_negative(WHOLE))
            case k.DayKind():
                return _text(DAY)
            case k.TextKind():
                return TEXT
            case k.FlagKind():
                return {"anyOf": [_BLANK, {"enum": [*YES, *NO]}]}
            case k.ChoiceKind(enum):
                return self._choice(enum)
            case k.ChoicesKind(enum):
                one = self._choice(enum)
                none = {"enum": [*NONE]}
                listed = {"type": "array", "items": one}
                return {"anyOf": [one, none, {**listed, "items": none, "maxItems": 1}, listed]}
            case _:
                assert_never(kind)

    def _choice(self, enum: type[Labelled]) -> Schema:
        made = self.told.choice(*self.known.options(enum))
        return {"anyOf": [_BLANK, made]}


def _stated(noun: type[Any]) -> list[str]:
    """Return the facts that have to be stated."""
    return [name for name, spec in facts_declared(noun).items() if spec.required]


def _not_blank(name: str) -> Schema:
    return {"properties": {name: {"pattern": r"\S"}}}


def _text(pattern: str) -> Schema:
    """Return the schema of a text of this pattern, or a blank one."""
    return {"type": "string", "pattern": rf"^\s*({pattern})?\s*{END}"}
