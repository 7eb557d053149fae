"""What plans of older formats say otherwise, put as the format of today says it.

Format 3 has a document say how its business scope is worded; before, careplan worded every
scope as one document does (全日托 and so on, in brackets behind the base phrase). Format 4
has a room serve several uses, where it had one, and a rule say several notes.
"""

from collections.abc import Mapping
from typing import Any

_MODES: Mapping[str, Any] = {
    "listed_in": "service_modes",
    "words": [
        ["full_day", "全日托"],
        ["half_day", "半日托"],
        ["hourly", "计时托"],
        ["temporary", "临时托"],
    ],
    "between": "、",
    "pattern": "{base}（{modes}）",
}
_WORDED_SINCE, _SEVERAL_SINCE = 3, 4


def said_before(data: Mapping[Any, Any], version: int) -> Mapping[Any, Any]:
    """Return the data of a plan of an older format as a plan of today's format."""
    if version < _WORDED_SINCE:
        data = _worded(data)
    return _several(data) if version < _SEVERAL_SINCE else data


def _worded(data: Mapping[Any, Any]) -> Mapping[Any, Any]:
    registration = data.get("registration")
    scope = registration.get("scope") if isinstance(registration, Mapping) else None
    if not isinstance(scope, Mapping) or "modes" in scope:
        return data
    worded = {**scope, "modes": _MODES}
    return {**data, "registration": {**registration, "scope": worded}}  # type: ignore[dict-item]  # a mapping


def _several(data: Any) -> Any:
    """Return data with every criterion about a room's use, and every note, as it is said now."""
    if isinstance(data, list):
        return [_several(one) for one in data]
    if not isinstance(data, Mapping):
        return data
    inner = {key: _several(one) for key, one in data.items()}
    match inner:
        case {"type": "Compare", "noun": "Room", "path": "use", "op": "==", "value": use}:
            return _has(use)
        case {"type": "Compare", "noun": "Room", "path": "use", "op": "!=", "value": use}:
            return {"type": "Not", "part": _has(use)}
        case {"type": "Among", "noun": "Room", "path": "use", "values": [*uses]}:
            return {"type": "AnyOf", "parts": [_has(use) for use in uses]}
        case {"type": "Rule", "otherwise": note} if not isinstance(note, list):
            return {**inner, "otherwise": [] if note is None else [note]}
        case _:
            return inner


def _has(use: Any) -> Mapping[str, Any]:
    return {"type": "Has", "noun": "Room", "path": "use", "item": use}
