"""Find a subject about which a criterion holds, with no other fact stated."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from careplan.errors import InvalidInput
from careplan.evaluation import evaluate
from careplan.exact import tidy
from careplan.fields import facts_declared
from careplan.intervals import INFINITY, Interval, Intervals
from careplan.kinds import DayKind, Kind, PartKind, TableKind
from careplan.nodes import Criterion, Has, Path
from careplan.paths import kind_at, parse_path
from careplan.regions import Region, Values, regions
from careplan.truth import Truth


def satisfying(noun: type[Any], criterion: Criterion) -> Iterator[Any]:
    """Yield subjects for which `criterion` is true, one per region that has one."""
    for region in regions(criterion):
        try:
            subject = _subject(noun, region)
        except InvalidInput:  # the facts contradict each other
            continue
        if evaluate(criterion, subject).truth is Truth.TRUE:
            yield subject


def _subject(noun: type[Any], region: Region) -> Any:
    stated: dict[Path, Any] = {}
    for name, allowed in region.values.items():
        path = parse_path(noun, name)
        stated[path] = _chosen(allowed, kind_at(noun, path))
    for name, asked in region.asked.items():
        path = parse_path(noun, name)
        item_noun = kind_at(noun, path).noun  # type: ignore[union-attr]  # a collection
        needed = asked.items() if asked.needed else ()
        stated[path] = tuple(_subject(item_noun, item[0]) for item in needed)
    stated.update(_sets(noun, region))
    return _assembled(noun, stated)


def _chosen(allowed: Values, kind: Kind) -> Any:
    if not isinstance(allowed, Intervals):
        return min(allowed, key=str)
    number = _inside(allowed.parts[0])
    return date.fromordinal(int(number)) if isinstance(kind, DayKind) else tidy(number)


def _inside(interval: Interval) -> Any:
    if interval.low_in:
        return interval.low
    return interval.low + 1 if interval.high == INFINITY else (interval.low + interval.high) / 2


def _sets(noun: type[Any], region: Region) -> dict[Path, Any]:
    """State the sets: what they must hold, or else one member that they may."""
    asked: dict[Path, dict[bool, set[Any]]] = {}
    for node, held in region.conditions:
        if isinstance(node, Has):
            asked.setdefault(node.path, {True: set(), False: set()})[held].add(node.item)
    sets = {}
    for path, items in asked.items():
        members: Any = kind_at(noun, path).enum  # type: ignore[union-attr]  # a set of members
        allowed = [member for member in members if member not in items[False]]
        sets[path] = items[True] or set(allowed[:1])
    return sets


def _assembled(noun: type[Any], stated: Mapping[Path, Any]) -> Any:
    declared = facts_declared(noun)
    grouped: dict[str, dict[Path, Any]] = {}
    for path, value in stated.items():
        grouped.setdefault(str(path[0]), {})[path[1:]] = value
    facts: dict[str, Any] = {name: None for name, spec in declared.items() if spec.required}
    for name, inner in grouped.items():
        kind = declared[name].kind
        if isinstance(kind, PartKind):
            facts[name] = _assembled(kind.noun, inner)
        elif isinstance(kind, TableKind):
            facts[name] = {path[0]: count for path, count in inner.items()}
        else:
            facts[name] = inner[()]
    return noun(**facts)
