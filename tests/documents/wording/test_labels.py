"""Every object and every field of a document has a name for people, in both languages."""

from collections.abc import Iterator
from typing import Any

import pytest

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Interval
from careplan.documents.authorities.limits import Limit
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Clause, Document, Interpretation, Option
from careplan.documents.encoded import Encoded
from careplan.documents.periods import Period, Validity
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited
from careplan.documents.support import KnownFrom, Source
from careplan.documents.wording.labels import FIELDS, KINDS, field_label
from careplan.fields.kinds import PartKind
from careplan.fields.shapes import Keyed, ListOf, MapOf, Maybe, OneOf, Shape, fields_of

# Said in a way of their own: by name, by where they stand, as a span of time or a figure.
OWN_WAY = {
    *(Clause, Document, Interpretation, Interval, Limit, Office, Option, Period),
    *(KnownFrom, Source, Validity),
}


def parts_of(shape: Shape) -> Iterator[type[Any]]:
    """Yield the classes whose objects a field holds."""
    match shape:
        case Maybe(inner) | ListOf(inner) | Keyed(inner) | MapOf(inner):
            yield from parts_of(inner)
        case PartKind(cls):
            yield cls
        case OneOf(classes):
            yield from classes


def held(cls: type[Any], found: set[type[Any]]) -> set[type[Any]]:
    """Return the classes of all that an object of a class can hold."""
    for field in fields_of(cls):
        for part in parts_of(field.shape):
            if part not in found and part is not Text:
                found.add(part)
                held(part, found)
    return found


SAID = {cls for cls in held(Plan, set()) if issubclass(cls, Encoded)} - OWN_WAY
CITED = {cls.__name__ for cls in SAID if issubclass(cls, Cited)}


def test_every_kind_of_object_has_a_name_and_no_other() -> None:
    assert set(KINDS) == CITED
    assert len({kind.zh for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("cls", sorted(SAID, key=repr))
def test_every_field_has_a_label_or_says_nothing(cls: type[Any]) -> None:
    labels = [field_label(cls, field.name) for field in fields_of(cls)]
    said = [label for label in labels if label is not None]
    assert all(label.zh and label.en for label in said)
    # Two fields of one object are told apart.
    assert len({label.zh for label in said}) == len(said)
    assert len({label.en for label in said}) == len(said)


def test_no_label_is_kept_in_vain() -> None:
    names = {field.name for cls in SAID for field in fields_of(cls)}
    both = {f"{cls.__name__}.{field.name}" for cls in SAID for field in fields_of(cls)}
    assert {name for name in FIELDS if name not in names | both} == set()


def test_keys_are_said_only_where_others_name_them() -> None:
    keyed = {cls.__name__ for cls in SAID if "key" in {field.name for field in fields_of(cls)}}
    # Figures are of a column. Steps and fields of a form are named by what they are called.
    own = {name for name in keyed if field_label(named(name), "key")}
    assert own == {"Column"}


def named(name: str) -> type[Any]:
    return next(cls for cls in SAID if cls.__name__ == name)
