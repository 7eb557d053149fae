"""What a JSON text may name: nouns and enums of careplan and of a caller, and keys of objects."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem
from careplan.base.text import Labelled, Unordered
from careplan.display.result import Result
from careplan.documents.encoded import ByReading
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited
from careplan.documents.scales.between import Between
from careplan.documents.scales.sheets import Share
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.shapes import fields_of
from careplan.nouns.bodies import AnyBody, Body, Party
from careplan.nouns.catalogue import NOUNS

_OF_ALL = {Labelled, Unordered}  # of enums of anything
# Of plans and results. Plans of an older format are read as well, results are not.
FORMAT = 5


def versions_of(cls: Any) -> range:
    """Return the versions of the format that are read, of a class that carries one at its top."""
    if not (isinstance(cls, type) and issubclass(cls, Plan | Result)):
        return range(0)
    return range(FORMAT if issubclass(cls, Result) else 1, FORMAT + 1)


def is_tagged(cls: type[Any]) -> bool:
    """Say whether objects of a class carry their class's name."""
    return issubclass(cls, Cited | Result | Plan | ByReading | Share | Between)


def said_by(cls: type[Any]) -> tuple[str, ...]:
    """Return what a result says of itself beside what it holds, for readers without careplan."""
    said = ("outcome", "availability") if issubclass(cls, Result) else ()
    return tuple(name for name in said if hasattr(cls, name))


def keys_of(cls: type[Any]) -> tuple[str, ...]:
    """Return the keys an object of a class may have."""
    tag = ("type",) if is_tagged(cls) else ()
    return (*tag, *(field.name for field in fields_of(cls)), *said_by(cls))


@attrs.frozen
class Known:
    """The classes that names stand for."""

    nouns: Mapping[str, type[Noun]]
    enums: Mapping[str, type[Labelled]]

    def kinds_of(self, noun: type[Any]) -> dict[str, type[Noun]]:
        """Return the nouns that stand where a noun is asked for: itself, and those made of it."""
        made_of = {name: one for name, one in self.nouns.items() if issubclass(one, noun)}
        return {noun.__name__: noun, **made_of}

    def options(self, *asked: type[Labelled]) -> tuple[type[Labelled], ...]:
        """Return the enums whose members are read where these are asked for.

        Each is its own; for a base without members stand the known enums derived from it.
        """
        return tuple(
            enum
            for base in asked
            for enum in ((base,) if len(base) or base in _OF_ALL else self.enums.values())
            if issubclass(enum, base)
        )


def known_names(nouns: Iterable[type[Noun]] = (), enums: Iterable[type[Labelled]] = ()) -> Known:
    """Return careplan's nouns and `nouns`, by name, with the enums of their facts and `enums`.

    Raises InvalidInput where two classes share a name, or two members that are read in one
    place: a text could not say which it means.
    """
    every = list(dict.fromkeys((*NOUNS, *nouns)))
    stated: dict[type[Labelled], None] = {}
    for noun in every:  # it grows by the nouns that their facts hold
        for spec in facts_declared(noun).values():
            match spec.kind:
                case k.PartKind(held) | k.ItemsKind(held) if held not in every:
                    every.append(held)
                case k.ChoiceKind(enum) | k.ChoicesKind(enum) | k.TableKind(enum):
                    stated[enum] = None
    shared = [*_shared(every), *_ambiguous(stated)]
    found = [Problem("nouns", "shadows", name) for name in shared]
    named = {**stated, **dict.fromkeys(enums)}
    found += [Problem("enums", "shadows", name) for name in _ambiguous(named) if name not in shared]
    if found:
        raise InvalidInput(found)
    return Known({one.__name__: one for one in every}, {one.__name__: one for one in named})


def _ambiguous(enums: Iterable[type[Labelled]]) -> list[str]:
    """Return the names that two enums share, or their members where both are read."""
    listed: tuple[type[Labelled], ...] = tuple(enums)
    beside: tuple[type[Labelled], ...] = (Party, *listed)
    names = {
        name
        for one, other in combinations(beside, 2)
        if _read_together(one, other)
        for name in _written_as(one) & _written_as(other)
    }
    return [*_shared(listed), *sorted(names)]


def _read_together(one: type[Labelled], other: type[Labelled]) -> bool:
    """Say whether members of both are read in one place, and either enum may be a caller's.

    They are if both are derived from one base. A step is taken by a body or by a party.
    """
    if one is Party:
        return issubclass(other, AnyBody) and other is not Body
    return not _bases(one).isdisjoint(_bases(other))


def _bases(enum: type[Labelled]) -> set[type[Any]]:
    return {base for base in enum.__mro__[1:] if issubclass(base, Labelled)} - _OF_ALL


def _written_as(enum: type[Labelled]) -> set[str]:
    return {
        text
        for member in enum
        for text in (str(member.value), member.name, member.label.zh, member.label.en)
        if text
    }


def _shared(classes: Iterable[type[Any]]) -> list[str]:
    times = Counter(cls.__name__ for cls in classes)
    return [name for name, number in times.items() if number > 1]


@cache
def own_names() -> Known:
    """Return the names of careplan's own classes."""
    return known_names()


@cache
def shadowed(enum: type[Labelled]) -> tuple[str, ...]:
    """Return the names by which an enum, or a member of it, would be read as one of ours."""
    ours = own_names().enums.values()
    return tuple(_ambiguous(dict.fromkeys((*ours, enum))))
