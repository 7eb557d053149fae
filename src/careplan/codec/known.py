"""The names a JSON text may use: nouns and enums of careplan, and those a caller adds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from careplan.codec.limits import Found
from careplan.errors import check_type
from careplan.estates import (
    Community,
    Kindergarten,
    LandPlot,
    MedicalInstitution,
    ResidentialArea,
)
from careplan.facilities import Employer, Grant, Room, Venue
from careplan.fields import Noun, facts_declared
from careplan.institutions import Institution, Premises, Site
from careplan.kinds import ChoiceKind, ChoicesKind, ItemsKind, PartKind, TableKind
from careplan.people import Child, StaffMember
from careplan.registration import Applicant, EarlyEducationCentre, ToddlerClass
from careplan.sources import Labelled
from careplan.targets import Measurement, SlotCount

NOUNS: tuple[type[Noun], ...] = (
    Applicant,
    Child,
    Community,
    EarlyEducationCentre,
    Employer,
    Grant,
    Institution,
    Kindergarten,
    LandPlot,
    Measurement,
    MedicalInstitution,
    Premises,
    ResidentialArea,
    Room,
    Site,
    SlotCount,
    StaffMember,
    ToddlerClass,
    Venue,
)


@attrs.frozen
class Context:
    """What a reader may name, and the problems it has found."""

    nouns: Mapping[str, type[Noun]]
    enums: Mapping[str, type[Labelled]]
    problems: Found = attrs.field(factory=Found)


def context(nouns: Iterable[type[Noun]] = ()) -> Context:
    """Return a context that knows careplan's nouns and `nouns`, with the enums of their facts."""
    check_type(nouns, Iterable, "nouns")
    known: dict[str, type[Noun]] = {}
    for index, noun in enumerate((*NOUNS, *nouns)):
        check_type(noun, type, f"nouns[{index - len(NOUNS)}]")
        known[noun.__name__] = noun
    enums = {
        kind.enum.__name__: kind.enum
        for noun in known.values()
        for spec in facts_declared(noun).values()
        if isinstance(kind := spec.kind, ChoiceKind | ChoicesKind | TableKind)
    }
    return Context(known, enums)


def nouns_in(noun: type[Any]) -> Iterable[type[Any]]:
    """Yield the nouns that a noun's facts hold."""
    for spec in facts_declared(noun).values():
        if isinstance(spec.kind, PartKind | ItemsKind):
            yield spec.kind.noun


_NAMES: dict[tuple[type[Labelled], ...], Mapping[str, Labelled]] = {}


def names_of(enums: tuple[type[Labelled], ...]) -> Mapping[str, Labelled]:
    """Return members by everything they may be written as: value, name, zh and en label.

    A value goes before a name and a name before a label; a label of two members names none.
    """
    if enums not in _NAMES:
        members = [member for enum in enums for member in enum]
        labels = [(t, m) for m in members for t in {m.label.zh, m.label.en} if t]
        times = Counter(label for label, _ in labels)
        names: dict[str, Labelled] = {t: m for t, m in labels if times[t] == 1}
        names.update({member.name: member for member in members})
        names.update({str(member.value): member for member in members})
        _NAMES[enums] = names
    return _NAMES[enums]
