"""Drafts: objects of a document as its author writes them, before their plan is made.

A draft names clauses by number and offices as printed, and gives a text as a pair or in Chinese
alone. `Plan.of` looks the names up, and makes the object under the clause the draft stands with.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Generic, TypedDict, TypeVar

import attrs

from careplan.base.errors import InvalidCriterion, InvalidInput, NotFound, Problem
from careplan.base.frozenmap import FrozenMap, frozen
from careplan.base.nearness import nearest
from careplan.base.text import is_text
from careplan.criteria.nodes import Criterion, as_criterion
from careplan.criteria.proxies import Fact
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Interpretation
from careplan.documents.encoded import ByReading
from careplan.documents.periods import Period, Status, Validity, validity_of
from careplan.documents.rules import Cited
from careplan.fields.checking import hint
from careplan.fields.shapes import fields_of

# As printed, several in one text apart by spaces; or an office that no printed name stands for.
OneOffice = str | Office
Offices = str | tuple[str | Office, ...]
Condition = Criterion | ByReading | Fact
Names = str | tuple[str, ...] | list[str]  # apart by spaces, or each by itself
Within = Validity | Period | Status | tuple[date | None, date | None] | None
T_co = TypeVar("T_co", bound=Cited, covariant=True)


class Cites(TypedDict, total=False):
    """What may be said of every object: see `Cited`. `also` are numbers, apart by spaces.

    `within` is a `Validity`, or what stands for one: a period, a pair (since, until), a status.
    """

    also: str
    part: str
    under: tuple[Interpretation | str, str]
    within: Within


class Inner(Cites, total=False):
    """What may be said of an object inside another: the number of a clause of its own, too."""

    clause: str


def _fixed(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return FrozenMap({name: _kept(value) for name, value in fields.items()})


def _kept(value: Any) -> Any:
    """Return a value as it stays: a list could be changed, an iterator read only once."""
    if isinstance(value, list | Iterator):
        return tuple(value)
    if isinstance(value, Fact):
        with suppress(InvalidCriterion):  # what is no criterion is refused in its place
            return as_criterion(value)
    return value


@frozen
class Draft(Generic[T_co]):
    """An object still to be made: its class, and its fields as they were written."""

    cls: type[T_co]
    fields: Mapping[str, Any] = attrs.field(converter=_fixed)


def draft(cls: type[T_co], cites: Mapping[str, Any], **fields: Any) -> Draft[T_co]:
    """Return a draft of an object with these fields.

    Raises TypeError for a field the class does not have, with what was probably meant, and
    InvalidInput for an option that the question it is held under does not offer.
    """
    known = {field.name: field.name for field in fields_of(cls)}
    for name in cites:
        if name not in known:
            meant = hint(nearest(name, known)).get("en")
            raise TypeError(f"{cls.__name__} has no field {name!r}{meant}")
        if name in fields:
            raise TypeError(f"{cls.__name__}: {name} are written one by one, without this name")
    match cites.get("under"):
        case (Interpretation() as question, option):
            if unknown := unknown_options(question, [option]):
                raise InvalidInput(unknown)
            cites = {**cites, "under": (question.id, option)}
        case None | (str(), str()):
            pass
        case given:
            pair = {"expected": "(question, option)"}
            raise InvalidInput([Problem("under", "wrong_type", given, pair)])
    if "within" in cites:
        cites = {**cites, "within": validity_of(cites["within"], "within")}
    return Draft(cls, {**cites, **fields})


def several(names: object, path: str) -> tuple[str, ...]:
    """Return names that are given in one text, apart by spaces, or as a list of texts.

    >>> several("4.2.c 4.2.d", "clauses"), several(["4.2.c"], "clauses")
    (('4.2.c', '4.2.d'), ('4.2.c',))
    """
    if is_text(names):
        return tuple(str(names).split())
    if isinstance(names, tuple | list) and all(map(is_text, names)):
        return tuple(names)
    raise InvalidInput([Problem(path, "wrong_type", names, {"expected": "str | list[str]"})])


def unknown_options(question: Interpretation, names: Iterable[Any]) -> list[Problem]:
    """Return a problem for each name that is no option of a question."""
    known = [option.id for option in question.options]
    return [unknown_name("option", name, known, question.id) for name in names if name not in known]


def unknown_name(
    kind: str, name: object, known: Iterable[str], path: str, *, suggest: bool = True
) -> Problem:
    """Return the problem of a name that is not known, with a suggestion unless told not to."""
    error = NotFound(kind, name, known, suggest=suggest)
    return Problem(path, "not_found", name, error.parameters())


def listed(names: Offices) -> tuple[Offices, bool]:
    """Return names as printed without the 等 that ends an open list, and whether it was there."""
    if not isinstance(names, str):
        return names, False
    closed = names.removesuffix("等")
    return closed.rstrip(), closed != names
