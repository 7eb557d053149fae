"""Paths of facts: read from text, and followed to the noun and the kind they end at."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from careplan.base.errors import InvalidInput, NotFound, Problem, check_type, look_up
from careplan.base.text import Labelled
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import CountKind, FactSpec, ItemsKind, Kind, PartKind, TableKind

Path = tuple[str | int | Labelled, ...]


class Asked(Labelled):
    """What is asked for beside the facts: a step of its own, which no fact's name equals."""

    ON = ("[on]", "所问之日", "the day asked")


# The day asked: the argument `on`. Some nouns have a fact of that name.
ON: Path = (Asked.ON,)


def dotted(path: Path) -> str:
    """Write a path as a caller would: rooms[0].equipment[table].

    >>> dotted(("rooms", 0, "usable_area_m2"))
    'rooms[0].usable_area_m2'
    """
    text = ""
    for step in path:
        if type(step) is str:
            text += f".{step}" if text else step
        else:
            text += "on" if step is Asked.ON else f"[{step}]"
    return text


def fact_spec(noun: type[Noun], path: str) -> FactSpec:
    """Return how the fact at a dotted path is declared: kind, label, unit, changeable.

    Raises NotFound for a path the noun does not have.

    >>> from careplan.nouns.facilities import Venue
    >>> fact_spec(Venue, "building_area_m2").unit.en
    'm2'
    """
    return spec_at(noun, parse_path(noun, path))


def facts_on(noun: Any, path: Path) -> Iterator[tuple[type[Any], str, FactSpec]]:
    """Yield each fact that a path goes through: who declares it, its name, and how.

    The path is one that `owner_and_kind` follows; items and keys on the way are no facts.
    """
    owner = noun
    for step in path:
        if type(step) is str:
            spec = facts_declared(owner)[step]
            yield owner, step, spec
            owner = spec.kind.noun if isinstance(spec.kind, PartKind | ItemsKind) else owner


def spec_at(noun: type[Any], path: Path) -> FactSpec:
    """Return how the last fact of a path is declared; raises NotFound where the path breaks."""
    return last_on(noun, path)[2]


def last_on(noun: Any, path: Path) -> tuple[type[Any], str, FactSpec]:
    """Return the last fact of a path: who declares it, its name, and how; raises NotFound."""
    owner, _ = owner_and_kind(noun, path)
    name = next(step for step in reversed(path) if type(step) is str)
    return owner, name, facts_declared(owner)[name]


def owner_and_kind(noun: Any, path: Path) -> tuple[type[Any], Kind]:
    """Return the noun that declares the last fact of a path, and the kind of what is there.

    An item is a part, an entry of a table a count. Raises NotFound where the path breaks.
    """
    return _followed(noun, path, tuple(map(type, path)))


_INDEX = re.compile("0|[1-9][0-9]{0,14}")
MAX_INDEX = 10**15  # of an item: what the pattern takes


@lru_cache(maxsize=4096)
def _followed(noun: Any, path: Path, _types: tuple[type, ...]) -> tuple[type[Any], Kind]:
    # A key of a table equals its value as a text, which is no key: the types tell them apart.
    owner: type[Any] = noun
    kind: Kind = PartKind(noun)
    for step in path:
        match kind, step:
            case PartKind(inner), str() if type(step) is str:
                owner = inner
                kind = look_up("path", step, facts_declared(owner)).kind
            case ItemsKind(inner), int():
                kind = PartKind(inner)
            case TableKind(enum), Labelled() if isinstance(step, enum):
                kind = CountKind()
            case _:
                raise NotFound("path", dotted(path), facts_declared(noun))
    return owner, kind


def kind_at(noun: Any, path: Path) -> Kind:
    """Return the kind of what is at a path; raises NotFound where the path breaks."""
    return owner_and_kind(noun, path)[1]


def parse_path(noun: type[Any], path: str) -> Path:
    """Read a dotted path such as rooms[0].equipment[table]; raises NotFound where it breaks."""
    check_type(path, str, "path")
    if not (isinstance(noun, type) and issubclass(noun, Noun)):
        raise InvalidInput([Problem("noun", "wrong_type", noun, {"expected": "type[Noun]"})])
    asked: Any = noun
    return _parsed(asked, path, type(path))


@lru_cache(maxsize=4096)
def _parsed(noun: Any, path: str, _type: Any) -> Path:
    # A member of an enum equals a text and is refused where it is none: the types tell them apart.
    steps: list[Any] = []
    kind: Kind = PartKind(noun)
    for text in re.findall(r"[^.\[\]]+|\[[^\]]*\]", path):
        inside = text[1:-1]
        if not text.startswith("["):
            known = facts_declared(kind.noun) if isinstance(kind, PartKind) else {}
            kind = look_up("path", text, known).kind
            steps.append(text)
        elif isinstance(kind, ItemsKind) and _INDEX.fullmatch(inside):
            kind = PartKind(kind.noun)
            steps.append(int(inside))
        else:
            members = {m.value: m for m in kind.enum} if isinstance(kind, TableKind) else {}
            steps.append(look_up("path", inside, members))
            kind = CountKind()
    found = tuple(steps)
    if not found:
        raise NotFound("path", path, facts_declared(noun))
    if dotted(found) != path:  # a path is written in one way only
        raise NotFound("path", path, [dotted(found)])
    return found
