"""JSON Schemas of what holds no other: numbers, days, texts; lists and objects of what is given."""

from typing import Any, assert_never

import careplan.fields.kinds as k
from careplan.base.exact import MAX_MAGNITUDE
from careplan.base.text import Labelled, names_of
from careplan.codec.hooks import DAY, NUMERAL, WHOLE, Leaf
from careplan.codec.tagged import MAY_LACK
from careplan.codec.text import MAX_PATH, MAX_TEXT

Schema = dict[str, Any]
NULL: Schema = {"type": "null"}
TEXT: Schema = {"type": "string", "maxLength": MAX_TEXT}
# What nothing is: "enum" and "oneOf" list at least one.
NEVER: Schema = {"not": {}}
BOUNDS = {"maximum": MAX_MAGNITUDE}
# In the pattern language of JSON Schema `$` may stand before a last line break.
END = "$(?!\n)"
_NEVER_NEGATIVE = "(-(?=0([.]0+|/[1-9][0-9]*)?$))?"
_COUNTED = 20
LITERAL: Schema = {"type": ["boolean", "number", "string"]}
TWO = {"minItems": 2, "maxItems": 2}
# A factor or bound of a sum is a text where no fact is so large.
OF_SUM: Schema = {
    "anyOf": [
        {"type": "number", "minimum": -MAX_MAGNITUDE, **BOUNDS},
        {"type": "string", "pattern": f"^{NUMERAL}{END}"},
    ]
}
PATH: Schema = {"type": "string", "minLength": 1, "maxLength": MAX_PATH}
END_OF_TERM: Schema = {"anyOf": [*OF_SUM["anyOf"], NULL]}


def leaf(kind: Leaf) -> Schema:
    """Return the schema of a number, a count, yes or no, a text or a day."""
    match kind:
        case k.NumberKind(minimum=minimum):
            low = float(minimum) if int(minimum) != minimum else int(minimum)
            return _number("number", low, NUMERAL)
        case k.CountKind(minimum):
            return _number("integer", minimum, WHOLE)
        case k.FlagKind():
            return {"type": "boolean"}
        case k.TextKind(filled):
            return {**TEXT, "pattern": r"\S"} if filled else TEXT
        case k.DayKind():
            return {"type": "string", "format": "date", "pattern": f"^{DAY}{END}"}
        case _:
            assert_never(kind)


def _number(type_name: str, minimum: float, numeral: str) -> Schema:
    number: Schema = {"type": type_name, "minimum": minimum, **BOUNDS}
    if minimum >= 0:
        numeral = numeral.replace("-?", _NEVER_NEGATIVE, 1)
    # A pattern can count only so far: of a number as text, only a least whole one is said.
    below = "|".join(str(one) for one in range(min(int(minimum), _COUNTED)))
    too_small = f"(?!-?({below})([.]0+)?$)" if below and type_name == "integer" else ""
    return {"anyOf": [number, {"type": "string", "pattern": f"^{too_small}{numeral}{END}"}]}


def named_by(*enums: type[Labelled]) -> Schema:
    """Return the schema of a member, by whatever it may be written as."""
    names = sorted(names_of(enums))
    return {"enum": names} if names else NEVER


def listing(item: Schema, **size: int) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": item, **size}


def mapping(value: Schema, names: Schema) -> Schema:
    """Return the schema of an object by its keys."""
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


def closed(keys: Schema, required: list[str]) -> Schema:
    """Return the schema of an object that has these keys and no other."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": keys,
        "required": sorted(required),
    }


def tagged(name: str, /, **keys: Schema) -> Schema:
    """Return the schema of an object that says its "type"."""
    return closed({"type": {"const": name}, **keys}, ["type", *(keys.keys() - MAY_LACK)])
