"""Values in words: with their unit, things by the word they are counted by."""

from collections.abc import Iterable
from typing import Any

from careplan.base.messages import say, show
from careplan.base.text import Labelled, Text, text_of
from careplan.fields.declaring import measure_of
from careplan.fields.kinds import ItemsKind
from careplan.fields.paths import Path, kind_at, spec_at


def value_text(noun: type[Any], path: Path, value: object, language: str) -> str:
    """Say an observed or required value with its unit; a collection by its size.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> value_text(Venue, ("building_area_m2",), 12_000, "zh")
    '12000平方米'
    >>> value_text(Venue, ("rooms",), (Room(), Room()), "zh")
    '2间'
    """
    if isinstance(value, tuple):
        return _size(noun, path, value, language)
    unit = spec_at(noun, path).unit
    if unit is None and value is not None and isinstance(path[-1], Labelled):  # of a table
        measure = Text(zh=text_of(getattr(path[-1], "measure", "个")).zh, en="")
        return say("count_of", language, count=show(value, language), measure=measure)
    return measured(value, unit, language)


def _size(noun: type[Any], path: Path, value: tuple[Any, ...], language: str) -> str:
    if not value:
        return say("empty", language)
    kind = kind_at(noun, path)
    measure = measure_of(kind.noun) if isinstance(kind, ItemsKind) else Text(zh="项", en="")
    return say("count_of", language, count=len(value), measure=measure)


def measured(value: object, unit: Text | None, language: str) -> str:
    """Say a number with its unit; English units of one are said in the singular."""
    said = show(value, language)
    if unit is None or value is None:
        return said
    if value == 1 and unit.en is not None:
        unit = Text(zh=unit.zh, en=unit.en.removesuffix("s"))
    return say("measured", language, value=said, unit=unit)


def in_order(values: Iterable[Any], language: str) -> list[str]:
    """Say each of several values, members of an enum in the order they are declared in."""
    known = list(values)
    if all(isinstance(one, Labelled) for one in known) and len({*map(type, known)}) == 1:
        enum: type[Labelled] = type(known[0])
        members: list[Any] = list(enum)
        return [show(one, language) for one in sorted(known, key=members.index)]
    return sorted(show(one, language) for one in known)
