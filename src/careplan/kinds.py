"""The kinds of value a fact may hold, a closed set that other modules match on.

Criteria check their literals by them, nouns their fields, and whatever leads out of
the library (JSON, schemas, test data) is derived from them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import attrs

from careplan.exact import Exact
from careplan.sources import Labelled, Text

_K = TypeVar("_K")
_V = TypeVar("_V")


@attrs.frozen
class NumberKind:
    """An exact number, at least `minimum`; `step` is the finest difference that matters."""

    step: Exact
    minimum: Exact = 0


@attrs.frozen
class CountKind:
    """A whole number, at least `minimum`."""

    minimum: int = 0


@attrs.frozen
class FlagKind:
    """Yes or no."""


@attrs.frozen
class ChoiceKind:
    """One member of an enum."""

    enum: type[Labelled]


@attrs.frozen
class ChoicesKind:
    """A complete set of members of an enum."""

    enum: type[Labelled]


@attrs.frozen
class DayKind:
    """A calendar day."""


@attrs.frozen
class TextKind:
    """A text."""


@attrs.frozen
class PartKind:
    """One object of another noun."""

    noun: type[Any]


@attrs.frozen
class ItemsKind:
    """A complete tuple of objects of another noun; `growable` if a person can add one."""

    noun: type[Any]
    growable: bool = False


@attrs.frozen
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


@attrs.frozen
class FactSpec:
    """A fact as declared: kind, label, unit; whether a person can change it, or must state it."""

    kind: Kind
    label: Text
    unit: Text | None = None
    changeable: bool = False
    required: bool = False


class FrozenMap(Mapping[_K, _V]):
    """An immutable mapping, hashable and picklable; equal to any mapping with the same items."""

    __slots__ = ("_data",)
    _data: dict[_K, _V]

    def __init__(self, data: Mapping[_K, _V]) -> None:
        """Copy `data`, in its order."""
        self._data = dict(data)

    def __getitem__(self, key: _K) -> _V:
        return self._data[key]

    def __iter__(self) -> Iterator[_K]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __hash__(self) -> int:
        return hash(frozenset(self._data.items()))

    def __repr__(self) -> str:
        return repr(self._data)

    def __reduce__(self) -> tuple[type, tuple[dict[_K, _V]]]:
        return type(self), (dict(self._data),)
