"""Criteria, subjects and values as plain data that any language reads from JSON.

A number that is not whole is a text ("9.99", "1/3"), a day is YYYY-MM-DD, a member of an
enum its value, a set a sorted list. A fact that is not stated is left out. The paths of a
criterion are lists of names; inside "some" and "every" they start at the item.
"""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, assert_never

from careplan.criteria.nodes import AllOf, Among, AnyOf, Compare, Criterion, Every, Has, Not, Some
from careplan.fields.declaring import Noun, facts_declared
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
from careplan.fields.paths import Path, kind_at

_KINDS: dict[type[Any], str] = {
    NumberKind: "number",
    CountKind: "number",
    FlagKind: "flag",
    ChoiceKind: "text",
    TextKind: "text",
    DayKind: "day",
    ChoicesKind: "set",
    PartKind: "part",
    ItemsKind: "items",
    TableKind: "table",
}


def plain_criterion(node: Criterion) -> dict[str, Any]:
    """Return a criterion as plain data: {"op": ">=", "path": [...], "kind": ..., "value": ...}.

    >>> from careplan import Venue, facts
    >>> plain_criterion(facts(Venue).building_area_m2 >= 5_000)
    {'op': '>=', 'path': ['building_area_m2'], 'kind': 'number', 'value': 5000}
    """
    match node:
        case Compare(noun=noun, path=path, op=op, value=value):
            kind = _KINDS[type(kind_at(noun, path))]
            return {"op": op.value, "path": _steps(path), "kind": kind, "value": plain(value)}
        case Among(noun=noun, path=path, values=values):
            kind = _KINDS[type(kind_at(noun, path))]
            listed = sorted(map(plain, values), key=str)
            return {"op": "among", "path": _steps(path), "kind": kind, "values": listed}
        case Has(path=path, item=item):
            return {"op": "has", "path": _steps(path), "item": plain(item)}
        case AllOf(parts) | AnyOf(parts):
            op_name = "all" if isinstance(node, AllOf) else "any"
            return {"op": op_name, "parts": [plain_criterion(part) for part in parts]}
        case Not(part):
            return {"op": "not", "part": plain_criterion(part)}
        case Some(path=path, where=where) | Every(path=path, where=where):
            op_name = "some" if isinstance(node, Some) else "every"
            return {"op": op_name, "path": _steps(path), "where": plain_criterion(where)}
        case _:
            assert_never(node)


def plain(value: Any) -> Any:
    """Return a value as plain data; a noun as a mapping of its stated facts.

    >>> from careplan import Room, Venue
    >>> plain(Venue(rooms=[Room(usable_area_m2=9.99, independent=False)]))
    {'rooms': [{'independent': False, 'usable_area_m2': '9.99'}]}
    """
    match value:
        case Enum():  # before a text, which a member may be as well
            return value.value
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case Noun():
            stated = ((name, getattr(value, name)) for name in facts_declared(type(value)))
            return {name: plain(one) for name, one in stated if one is not None}
        case Mapping():
            return {plain(key): plain(one) for key, one in value.items()}
        case frozenset():
            return sorted(map(plain, value))
        case tuple() | list():
            return [plain(one) for one in value]
        case _:
            return str(value)


def _steps(path: Path) -> list[Any]:
    return [plain(step) for step in path]
