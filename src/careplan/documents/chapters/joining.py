"""How parts that stand under clauses of their own join the objects they belong to."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from careplan.base.errors import Problem
from careplan.documents.chapters.drafts import Draft, unknown_name
from careplan.documents.chapters.entries import Entry, Inside, located
from careplan.fields.kinds import PartKind
from careplan.fields.shapes import Field, ListOf, Maybe, fields_of

if TYPE_CHECKING:
    from careplan.documents.chapters.entries import Outer, Part


def joined(entries: Iterable[Entry], problems: list[Problem]) -> "list[list[Draft[Outer]]]":
    """Return the drafts under each entry, with the parts that other entries put inside them.

    What has no place is added to `problems`.
    """
    listed = list(entries)
    drafts = [list(entry.drafts) for entry in listed]
    under: dict[str, list[Draft[Outer]]] = {}
    for entry, own in zip(listed, drafts, strict=True):
        under.setdefault(entry.clause.number, own)
    for entry in listed:
        for one in entry.encoding:
            if isinstance(one, Inside):
                problems += located(_join(one, entry, under), entry.clause.locator)
    return drafts


def _join(one: Inside, entry: Entry, under: "dict[str, list[Draft[Outer]]]") -> Iterator[Problem]:
    """Put parts inside the drafts they belong to; yield what has no place there."""
    number, _, part = (one.of, "", "") if one.of in under else one.of.partition("/")
    path = f"{entry.clause.number}.inside"
    if number not in under:
        yield unknown_name("clause", number, under, path)
        return
    outer = under[number]
    for inner in one.drafts:
        holders = [
            (index, field)
            for index, draft in enumerate(outer)
            if part in {"", draft.fields.get("part")}
            for field in fields_of(draft.cls)
            if _holds(field, inner)
        ]
        if not holders:
            yield Problem(path, "no_place_inside", one.of)
        own = attrs.evolve(inner, fields={**inner.fields, "clause": entry.clause.number})
        for index, field in holders:
            held = outer[index].fields[field.name]
            if isinstance(field.shape, Maybe) and held is not None:
                yield Problem(path, "duplicate", field.name)
            if not isinstance(field.shape, Maybe) and not isinstance(held, tuple):
                continue  # what is no list is refused when the whole is made
            value = own if isinstance(field.shape, Maybe) else (*held, own)
            fields = {**outer[index].fields, field.name: value}
            outer[index] = attrs.evolve(outer[index], fields=fields)


def _holds(field: Field, inner: "Draft[Part]") -> bool:
    """Say whether a field holds parts of this class: one, or a list of them."""
    match field.shape:
        case Maybe(PartKind(cls)) | ListOf(PartKind(cls)):
            return cls is inner.cls
    return False
