"""JSON Schema of a filled-in form: a text, or several, by the path of each fact."""

import re
from collections.abc import Iterator
from typing import Any, assert_never

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.messages import show
from careplan.base.text import Labelled
from careplan.codec.filled import MOST_ITEMS, NO, NONE, YES
from careplan.codec.known import Known
from careplan.codec.schemas.leaves import END, TEXT, Schema, leaf
from careplan.codec.schemas.told import Told
from careplan.fields.declaring import facts_declared

_INDEX = r"\[(0|[1-9][0-9]{0,8})\]"
_BLANK: Schema = {"type": "string", "pattern": rf"^\s*{END}"}
_NUMBER_OF_ITEMS: Schema = {
    "type": "string",
    "pattern": rf"^\s*(0|[1-9][0-9]{{0,2}}|{MOST_ITEMS})\s*{END}",
}


@attrs.frozen
class _Name:
    """The name of a field, and the pattern of the names of such fields: each item has one."""

    name: str = ""
    pattern: str = ""
    in_items: bool = False

    def fact(self, name: str) -> "_Name":
        """Return the name of a fact."""
        point = "." if self.name else ""
        return self._longer(f"{point}{name}")

    def key(self, key: str) -> "_Name":
        """Return the name of an entry of a table."""
        return self._longer(f"[{key}]")

    def item(self) -> "_Name":
        """Return the name of any item."""
        return _Name(f"{self.name}[0]", self.pattern + _INDEX, in_items=True)

    def _longer(self, more: str) -> "_Name":
        return _Name(self.name + more, self.pattern + re.escape(more), self.in_items)


@attrs.frozen
class FormSchema:
    """Makes the schema of a form about a noun, or about a list of one."""

    known: Known
    told: Told

    def whole(self, shape: Any) -> Schema:
        """Return the schema of the whole: fields by name, those of items by a pattern of names."""
        found = list(self._of(shape, _Name(), {}))
        fields = {at.name: schema for at, schema in found if not at.in_items}
        patterns = {f"^{at.pattern}{END}": schema for at, schema in found if at.in_items}
        stated = _stated(shape.noun) if isinstance(shape, k.PartKind) else []
        return {
            "type": "object",
            "properties": fields,
            "additionalProperties": False,
            **({"patternProperties": patterns} if patterns else {}),
            **({"allOf": [{"required": stated}, *map(_not_blank, stated)]} if stated else {}),
        }

    def _of(self, shape: Any, at: _Name, told: Schema) -> Iterator[tuple[_Name, Schema]]:
        match shape:
            case s.ListOf(item):
                yield from self._of(item, at.item(), told)
            case k.ItemsKind(noun):
                yield at, {"anyOf": [_BLANK, _NUMBER_OF_ITEMS], **told}
                yield from self._facts(noun, at.item())
            case k.PartKind(noun):
                yield from self._facts(noun, at)
            case k.TableKind(enum):
                yield at, {"anyOf": [_BLANK, {"enum": [*NONE]}], **told}
                for member in enum:
                    title = {"title": show(member.label, self.told.language)}
                    yield at.key(str(member.value)), {**self._field(k.CountKind()), **title}
            case _:
                yield at, {**self._field(shape), **told}

    def _facts(self, noun: type[Any], at: _Name) -> Iterator[tuple[_Name, Schema]]:
        for name, spec in facts_declared(noun).items():
            yield from self._of(spec.kind, at.fact(name), self.told.of_fact(noun, name))

    def _field(self, kind: Any) -> Schema:
        match kind:
            case k.NumberKind() | k.CountKind():
                return {"anyOf": [_BLANK, _spaced(leaf(kind)["anyOf"][1])]}  # as a text
            case k.DayKind():
                return {"anyOf": [_BLANK, _spaced({"pattern": leaf(kind)["pattern"]})]}
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


def _spaced(text: Schema) -> Schema:
    """Return the schema of a text that may have blanks at its ends."""
    inside = text["pattern"].removeprefix("^").removesuffix(END)
    return {"type": "string", "pattern": rf"^\s*{inside}\s*{END}"}


def _stated(noun: type[Any]) -> list[str]:
    """Return the facts that have to be stated."""
    return [name for name, spec in facts_declared(noun).items() if spec.required]


def _not_blank(name: str) -> Schema:
    return {"properties": {name: {"pattern": r"\S"}}}
