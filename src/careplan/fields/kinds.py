"""The kinds of value a fact may hold, a closed set that other modules match on.

Criteria check their literals by them, nouns their fields, and whatever leads out of
the library (JSON, schemas, test data) is derived from them.
"""

from typing import Any

from careplan.base.exact import Exact
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text


@frozen
class NumberKind:
    """An exact number, at least `minimum`; `step` is the finest difference that matters."""

    step: Exact
    minimum: Exact = 0


@frozen
class CountKind:
    """A whole number, at least `minimum`."""

    minimum: int = 0


@frozen
class FlagKind:
    """Yes or no."""


@frozen
class ChoiceKind:
    """One member of an enum."""

    enum: type[Labelled]


@frozen
class ChoicesKind:
    """A complete set of members of an enum; `or_one` if one member by itself is taken as well."""

    enum: type[Labelled]
    or_one: bool = False


@frozen
class DayKind:
    """A calendar day."""


@frozen
class TextKind:
    """A text; `filled` if it may not be blank."""

    filled: bool = False


@frozen
class PartKind:
    """One object of another noun."""

    noun: type[Any]


@frozen
class ItemsKind:
    """A complete tuple of objects of another noun; `growable` if a person can add one."""

    noun: type[Any]
    growable: bool = False


@frozen
class TableKind:
    """Counts by member of an enum. Open: an absent key is not stated, 0 is none."""

    enum: type[Labelled]


Kind = (
    NumberKind
    | CountKind
    | FlagKind
    | ChoiceKind
    | ChoicesKind
    | DayKind
    | TextKind
    | PartKind
    | ItemsKind
    | TableKind
)


def members(kind: Kind) -> tuple[Any, ...]:
    """Return all values a fact may have, or nothing where they are not a bounded few."""
    match kind:
        case FlagKind():
            return (True, False)
        case ChoiceKind(enum):
            return tuple(enum)
        case _:
            return ()


@frozen
class FactSpec:
    """A fact as declared: kind, label, unit; whether a person can change it, or must state it.

    `ask` is the question that asks for it, with `{owner}` for whose it is; without one the
    question is made of kind, label and unit.
    """

    kind: Kind
    label: Text
    unit: Text | None = None
    changeable: bool = False
    required: bool = False
    ask: Text | None = None
