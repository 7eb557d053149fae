"""Items made of what the cells of a row say: facts by path, in parts and in items of their own."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import ItemsKind, PartKind, TableKind
from careplan.fields.paths import Path, dotted, parse_path

Facts = Mapping[str, Any]  # by path


def how_many(path: str) -> str:
    """Return the key under which a row keeps how many items a collection has."""
    return f"{path}[]"


def made(noun: Any, facts: Facts) -> Any:
    """Return an object of a noun of which these facts are stated; raises InvalidInput.

    A part of which nothing is stated is not stated itself. A collection has the items that are
    spoken of, or as many as is stated: of the others nothing is known.

    >>> from careplan.nouns.facilities import Venue
    >>> venue = made(Venue, {"rooms[0].area_m2": 8, "rooms[]": 2, "building_area_m2": None})
    >>> [room.area_m2 for room in venue.rooms]
    [8, None]
    """
    numbers = {path: n for path, n in facts.items() if path.endswith("[]")}
    said = {_steps(noun, path): value for path, value in facts.items() if path not in numbers}
    return _made(noun, said, numbers, ())


@lru_cache(maxsize=4096)  # the same few paths in every row
def _steps(noun: Any, path: str) -> Path:
    return parse_path(noun, path)


def _made(noun: type[Any], said: Mapping[Path, Any], numbers: Facts, at: Path) -> Any:
    inside: defaultdict[Any, dict[Path, Any]] = defaultdict(dict)
    for path, value in said.items():
        inside[path[0]][path[1:]] = value
    given = {}
    for name, spec in facts_declared(noun).items():
        here = inside.get(name, {})
        match spec.kind:
            case PartKind(inner):
                stated = any(value is not None for value in here.values())
                given[name] = _made(inner, here, numbers, (*at, name)) if stated else None
            case ItemsKind(inner):
                number = numbers.get(how_many(dotted((*at, name))))
                given[name] = _items(inner, here, numbers, (*at, name), number)
            case TableKind():
                counts = {path[0]: n for path, n in here.items() if n is not None}
                given[name] = counts or None
            case _:
                given[name] = here.get(())
    return noun(**given)


def _items(
    noun: type[Any], said: Mapping[Path, Any], numbers: Facts, at: Path, number: int | None
) -> tuple[Any, ...] | None:
    by_place: defaultdict[Any, dict[Path, Any]] = defaultdict(dict)
    for path, value in said.items():
        if value is not None:
            by_place[path[0]][path[1:]] = value
    if number is None and not by_place:
        return None
    most = max((place + 1 for place in by_place), default=0) if number is None else number
    return tuple(_made(noun, by_place.get(n, {}), numbers, (*at, n)) for n in range(most))


def spoken_of(facts: Facts, path: str) -> int:
    """Return how many items of a collection have a stated fact: up to the last of them."""
    found = [
        int(name[len(path) + 1 :].partition("]")[0])
        for name, value in facts.items()
        if name.startswith(f"{path}[") and not name.endswith("[]") and value is not None
    ]
    return max(found, default=-1) + 1
