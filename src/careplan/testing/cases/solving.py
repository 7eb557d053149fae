"""Find a subject about which a criterion holds, with no other fact stated."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from careplan.base.errors import InvalidInput
from careplan.base.exact import tidy
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import Criterion, Has
from careplan.criteria.regions.bounds import AnyTextBut, Values
from careplan.criteria.regions.spaces import Region
from careplan.criteria.regions.spans import INFINITY, Span, Spans
from careplan.criteria.regions.taken import Taken
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import DayKind, Kind, PartKind, TableKind
from careplan.fields.paths import Path, kind_at, parse_path
from careplan.testing.builders import usual
from careplan.testing.cases.days import DAY

_FIRST = date.min.toordinal()
# Subjects tried of one criterion: alternatives multiply, and mostly the first one serves.
MOST_SUBJECTS = 8


def satisfying(noun: type[Any], criterion: Criterion, taken: Taken | None = None) -> Iterator[Any]:
    """Yield subjects for which `criterion` is true, one per region that has one, at most 8.

    `taken` keeps what was found about parts that come again in other criteria.
    """
    space = (taken or Taken(some_of_many=True)).space(criterion)
    for region in islice(space.regions(), MOST_SUBJECTS) if not space.is_empty() else ():
        try:
            subject = _subject(noun, region)
        except InvalidInput:  # the facts contradict each other
            continue
        # No subject is taken on trust: a region is what an algebra says of it.
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
        stated[path] = tuple(_subject(item_noun, next(item.regions())) for item in asked.needed)
    stated.update(_sets(noun, region))
    return _assembled(noun, stated)


def _chosen(allowed: Values, kind: Kind) -> Any:
    if isinstance(allowed, AnyTextBut):
        return max(allowed.named, key=len) + "+"
    if not isinstance(allowed, Spans):
        return min(allowed, key=str)
    if isinstance(kind, DayKind):
        return _day_inside(allowed.parts[0])
    return tidy(_inside(allowed.parts[0]))


def _day_inside(interval: Span) -> date:
    """Return the first day; of all up to one that one, at the latest the day asked in cases.

    The calendar's own first day no database holds.
    """
    first = int(_inside(interval))
    last = int(interval.high) - 1  # a day fills the numbers up to the next
    return date.fromordinal(min(last, DAY.toordinal()) if first == _FIRST else first)


def _inside(interval: Span) -> Any:
    if interval.low_in:
        return interval.low
    return interval.low + 1 if interval.high == INFINITY else (interval.low + interval.high) / 2


def _sets(noun: type[Any], region: Region) -> dict[Path, Any]:
    """State the sets: what they must hold, or else one member that they may."""
    held = [node for node in region.held if isinstance(node, Has)]
    denied = [node for node in region.denied if isinstance(node, Has)]
    sets = {}
    for path in {node.path for node in (*held, *denied)}:
        barred = {node.item for node in denied if node.path == path}
        members: Any = kind_at(noun, path).enum  # type: ignore[union-attr]  # a set of members
        allowed = [member for member in members if member not in barred]
        sets[path] = {node.item for node in held if node.path == path} or set(allowed[:1])
    return sets


def _assembled(noun: type[Any], stated: Mapping[Path, Any]) -> Any:
    declared = facts_declared(noun)
    grouped: dict[str, dict[Path, Any]] = {}
    for path, value in stated.items():
        grouped.setdefault(str(path[0]), {})[path[1:]] = value
    # What has to be stated is something, whether or not anything is asked of it.
    facts: dict[str, Any] = {
        name: usual(name, spec.kind) for name, spec in declared.items() if spec.required
    }
    for name, inner in grouped.items():
        kind = declared[name].kind
        if isinstance(kind, PartKind):
            facts[name] = _assembled(kind.noun, inner)
        elif isinstance(kind, TableKind):
            facts[name] = {path[0]: count for path, count in inner.items()}
        else:
            facts[name] = inner[()]
    return noun(**facts)
