"""The names a JSON text may use: nouns and enums of careplan, and those a caller adds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.text import Labelled
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import ChoiceKind, ChoicesKind, ItemsKind, PartKind, TableKind
from careplan.nouns.catalogue import NOUNS


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
    every = _with_parts((*NOUNS, *nouns))
    enums = dict.fromkeys(enum for noun in every for enum in _enums_of(noun))
    shared = [*_shared(every), *_shared(enums)]
    if shared:
        raise InvalidInput([Problem("nouns", "shadows", name) for name in shared])
    return Known({one.__name__: one for one in every}, {one.__name__: one for one in enums})


@cache
def own_names() -> Known:
    """Return the names of careplan's own classes."""
    return known_names()


def _with_parts(nouns: Iterable[type[Noun]]) -> dict[type[Noun], None]:
    """Return nouns, and those their facts hold, each once."""
    found: dict[type[Noun], None] = {}
    left = list(nouns)
    while left:
        noun = left.pop(0)
        if noun not in found:
            found[noun] = None
            left += [
                spec.kind.noun
                for spec in facts_declared(noun).values()
                if isinstance(spec.kind, PartKind | ItemsKind)
            ]
    return found


def _enums_of(noun: type[Noun]) -> Iterable[type[Labelled]]:
    for spec in facts_declared(noun).values():
        if isinstance(spec.kind, ChoiceKind | ChoicesKind | TableKind):
            yield spec.kind.enum


def _shared(classes: Iterable[type[Any]]) -> list[str]:
    times = Counter(cls.__name__ for cls in classes)
    return [name for name, number in times.items() if number > 1]


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
