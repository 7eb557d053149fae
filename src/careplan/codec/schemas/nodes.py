"""JSON Schemas of criteria, and of values of any kind: objects that say which of a few they are."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.exact import MAX_MAGNITUDE
from careplan.codec.schemas.leaves import (
    BOUNDS,
    END_OF_TERM,
    LITERAL,
    NULL,
    OF_SUM,
    PATH,
    TEXT,
    TWO,
    Schema,
    closed,
    leaf,
    listing,
    named_by,
    tagged,
)
from careplan.codec.tagged import LACKING, NODES, WIDE
from careplan.codec.text import MAX_PATH, MAX_TEXT
from careplan.criteria.periods import MissingDay
from careplan.criteria.signs import Op

# Returns the schema of a shape.
Of = Callable[[s.Shape], Schema]


def of_criteria(of: Of) -> Schema:
    """Return the schema of a criterion: of each node there is."""
    one = of(s.AnyCriterion())
    keys: Mapping[str, Schema] = {
        "noun": of(s.NounName()),
        "path": PATH,
        "op": named_by(Op),
        "value": LITERAL,
        "item": {"type": "string"},
        "values": listing(LITERAL, minItems=1),
        "part": one,
        "where": one,
        "parts": listing(one),
        "terms": listing(_term(one), minItems=1),
        "bound": OF_SUM,
        "start": {"anyOf": [PATH, tagged("day", value=leaf(k.DayKind()))]},
        "end": {**PATH, "type": ["string", "null"]},
        "period": _period(),
    }
    return {"anyOf": [_node(*node, keys) for node in NODES.values()]}


def of_values(of: Of, enums: Iterable[tuple[str, type[Any]]]) -> Schema:
    """Return the schema of a value of any kind; members are of these enums, by name."""
    one = of(s.AnyValue())
    plain: Schema = {"type": ["null", "boolean", "string", "integer"], "maxLength": MAX_TEXT}
    others = [
        tagged("both", zh=TEXT, en={"anyOf": [TEXT, NULL]}),
        tagged("day", value=leaf(k.DayKind())),
        tagged("list", items=listing(one)),
        tagged("noun", value=of(s.AnyNoun())),
        tagged("number", value=leaf(WIDE)),
        tagged("quoted", value=TEXT),
        tagged("set", items=listing(one)),
        tagged("table", entries=listing(listing(one, **TWO))),
        tagged("tally", terms=listing(listing(END_OF_TERM, **TWO)), facts=listing(TEXT)),
    ]
    members = [tagged("member", enum={"const": name}, value=named_by(enum)) for name, enum in enums]
    return {"anyOf": [{**plain, "minimum": -MAX_MAGNITUDE, **BOUNDS}, *others, *members]}


def _node(cls: Any, names: tuple[str, ...], keys: Mapping[str, Schema]) -> Schema:
    required = ["type", *(name for name in names if name not in LACKING.get(cls, ()))]
    of_node = {"type": {"const": cls.__name__}, **{name: keys[name] for name in names}}
    return closed(of_node, required)


def _term(criterion: Schema) -> Schema:
    path = {"type": ["string", "null"], "minLength": 1, "maxLength": MAX_PATH}
    where = {"anyOf": [criterion, NULL]}
    keys = {"factor": OF_SUM, "over": path, "amount": path, "where": where}
    return closed({"type": {"const": "Term"}, **keys}, ["type", "factor"])


def _period() -> Schema:
    nullable = {
        "months": leaf(k.CountKind()),
        "days": leaf(k.CountKind()),
        "both_days": leaf(k.FlagKind()),
        "missing_day": named_by(MissingDay),
    }
    keys = {name: {"anyOf": [one, NULL]} for name, one in nullable.items()}
    return closed({"type": {"const": "Period"}, **keys}, ["type"])
