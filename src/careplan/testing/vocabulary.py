"""How a fact of a noun is looked up, read and stated anew."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem, all_unknown, not_found
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import CountKind, DayKind, ItemsKind, Kind, NumberKind, TableKind
from careplan.fields.paths import Path
from careplan.nouns.counts import Measurement
from careplan.nouns.facilities import Employer


def check_noun(cls: object) -> None:
    """Raise InvalidInput unless `cls` is a noun class."""
    if not (isinstance(cls, type) and issubclass(cls, Noun)):
        raise InvalidInput([Problem("cls", "wrong_type", cls, {"expected": "type[Noun]"})])


def check_facts(cls: type[Any], given: Mapping[str, object]) -> None:
    """Raise NotFound, for all names at once, unless `cls` declares every fact given."""
    known = facts_declared(cls)
    unknown = not_found("attribute", (name for name in given if name not in known), known)
    if unknown:
        raise all_unknown("facts", unknown)


def is_measured(kind: Kind) -> bool:
    """Say whether values of a kind have an order and a finest step."""
    return isinstance(kind, NumberKind | CountKind | DayKind)


def restated(subject: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """Return the subject with the fact at `path` changed, in every item of a collection.

    Raises InvalidInput if the subject cannot be so.
    """
    name, rest = str(path[0]), path[1:]
    inner = getattr(subject, name)
    kind = facts_declared(type(subject))[name].kind
    if not rest:
        value = change(inner)
    elif isinstance(kind, TableKind):
        table = {} if inner is None else inner
        value = {**table, rest[0]: change(table.get(rest[0]))}
    elif isinstance(kind, ItemsKind):
        value = tuple(restated(item, rest, change) for item in inner)
    else:
        value = restated(inner, rest, change)
    return attrs.evolve(subject, **{name: value})


def settled(
    cls: type[Any], facts: Mapping[str, Any], fixed: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Bring facts drawn one by one into agreement; those in `fixed` stay as they are."""
    if cls is Employer:
        return _employer(dict(facts), fixed)
    return _measurement(dict(facts), fixed) if cls is Measurement else dict(facts)


def _employer(facts: dict[str, Any], fixed: frozenset[str]) -> dict[str, Any]:
    few, all_women = facts["pregnant_or_nursing_employees"], facts["female_employees"]
    if few is None or all_women is None or few <= all_women:
        return facts
    if "pregnant_or_nursing_employees" in fixed and "female_employees" not in fixed:
        return {**facts, "female_employees": few}
    if "pregnant_or_nursing_employees" not in fixed:
        return {**facts, "pregnant_or_nursing_employees": all_women}
    return facts


def _measurement(facts: dict[str, Any], fixed: frozenset[str]) -> dict[str, Any]:
    """Keep the value, or part and whole: what is given, else the value if one was drawn."""
    given = {name for name in fixed if facts[name] is not None}
    shared = {"part", "whole"}
    undecided = not given & {"value", *shared}
    drawn = facts["value"] is not None and "value" not in fixed
    if "value" in given or (undecided and (drawn or fixed & shared)):
        open_parts = dict.fromkeys(shared - fixed)
        return {**facts, "value": facts["value"] or 0, **open_parts}
    part = facts["part"] if "part" in fixed else facts["part"] or 0
    whole = facts["whole"] if "whole" in fixed else max(part, facts["whole"] or 1)
    if "part" not in fixed:
        part = min(part, whole)
    return {**facts, "value": None, "part": part, "whole": whole}
