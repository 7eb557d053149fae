"""What plans of older formats left to the library, put into their data as the plan's own.

Format 3 has a document say how its business scope is worded. Before, careplan worded every
scope as one document does (全日托 and so on, in brackets behind the base phrase).
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


def said_before(data: Mapping[Any, Any], version: int) -> Mapping[Any, Any]:
    """Return the data of a plan of an older format with what that format left unsaid."""
    registration = data.get("registration")
    scope = registration.get("scope") if isinstance(registration, Mapping) else None
    if version > 2 or not isinstance(scope, Mapping) or "modes" in scope:  # noqa: PLR2004 - a format
        return data
    worded = {**scope, "modes": _MODES}
    return {**data, "registration": {**registration, "scope": worded}}  # type: ignore[dict-item]  # a mapping
