"""What a JSON text may name: nouns and enums of careplan and of a caller, and keys of objects."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem
from careplan.base.text import Labelled
from careplan.display.result import Result
from careplan.documents.encoded import ByReading
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.shapes import fields_of
from careplan.nouns.catalogue import NOUNS

# Of plans and results. Plans of an older format are read as well, results are not.
FORMAT = 4


def versions_of(cls: Any) -> range:
    """Return the versions of the format that are read, of a class that carries one at its top."""
    if not (isinstance(cls, type) and issubclass(cls, Plan | Result)):
        return range(0)
    return range(FORMAT if issubclass(cls, Result) else 1, FORMAT + 1)


def is_tagged(cls: type[Any]) -> bool:
    """Say whether objects of a class carry their class's name."""
    return issubclass(cls, Cited | Result | Plan | ByReading)


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


def known_names(nouns: Iterable[type[Noun]] = ()) -> Known:
    """Return careplan's nouns and `nouns`, by name, with the enums of their facts.

    Raises InvalidInput where two classes share a name: a text could not say which it means.
    """
    every = list(dict.fromkeys((*NOUNS, *nouns)))
    enums: dict[type[Labelled], None] = {}
    for noun in every:  # it grows by the nouns that their facts hold
        for spec in facts_declared(noun).values():
            match spec.kind:
                case k.PartKind(held) | k.ItemsKind(held) if held not in every:
                    every.append(held)
                case k.ChoiceKind(enum) | k.ChoicesKind(enum) | k.TableKind(enum):
                    enums[enum] = None
    shared = [*_shared(every), *_shared(enums)]
    if shared:
        raise InvalidInput([Problem("nouns", "shadows", name) for name in shared])
    return Known({one.__name__: one for one in every}, {one.__name__: one for one in enums})


def _shared(classes: Iterable[type[Any]]) -> list[str]:
    times = Counter(cls.__name__ for cls in classes)
    return [name for name, number in times.items() if number > 1]


@cache
def own_names() -> Known:
    """Return the names of careplan's own classes."""
    return known_names()


@cache
def names_of(enums: tuple[type[Labelled], ...]) -> Mapping[str, Labelled]:
    """Return members by everything they may be written as: value, name, zh and en label.

    A value goes before a name and a name before a label; a label of two members names none.
    """
    members = [member for enum in enums for member in enum]
    labels = [(t, m) for m in members for t in {m.label.zh, m.label.en} if t]
    times = Counter(label for label, _ in labels)
    names: dict[str, Labelled] = {t: m for t, m in labels if times[t] == 1}
    names.update({member.name: member for member in members})
    names.update({str(member.value): member for member in members})
    return names
