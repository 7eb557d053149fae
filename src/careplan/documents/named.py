"""How the objects of a plan are found by name: by their key, by their id, or by their clause."""

from functools import cached_property
from typing import Any, SupportsIndex, TypeVar, overload

import attrs

from careplan.base.errors import NotFound, look_up
from careplan.base.frozenmap import FrozenMap

_T = TypeVar("_T")


class Directory(FrozenMap[str, Any]):
    """A plan's objects by key; an unknown key raises NotFound with a suggestion."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        return look_up("key", key, self._data)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._data

    def of_document(self, document: Any) -> "Directory":
        """Return the same, each with its document: verbs are handed it without its plan."""
        known = {key: attrs.evolve(one, document=document) for key, one in self._data.items()}
        return Directory(known)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the object with this key, or `default`."""
        return self._data[key] if key in self else default


class Listed(tuple[_T, ...]):  # noqa: SLOT001 - names are looked up once and kept with it
    """Objects of a plan in the document's order; a text finds the one that goes by this name.

    That is its id, or the number of a clause that objects of only one id encode. Of several of
    one id, such as hold under different options of a question, the first is found. Raises
    NotFound for a name that none goes by, with a suggestion, and for a clause of several, with
    their ids.

    >>> from careplan.plans import get_plan
    >>> rules = get_plan("shuangliao_2021").rules
    >>> rules["4.1.b"] is rules[1]
    True
    >>> rules["4.1.d"]
    Traceback (most recent call last):
    careplan.base.errors.NotFound: no entry named '4.1.d'; known: 4.1.d/lower, 4.1.d/upper
    """

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> _T: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice | str) -> _T | tuple[_T, ...]:
        return self._named(key) if isinstance(key, str) else super().__getitem__(key)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (tuple(self),)

    def _named(self, name: str) -> _T:
        ids = self._ids_by_number.get(name, ())
        if name not in self._by_id and len(ids) > 1:
            raise NotFound("key", name, ids, suggest=False)
        if name not in self._by_id and ids:
            name = ids[0]
        return look_up("key", name, self._by_id)

    @cached_property
    def _by_id(self) -> dict[str, _T]:
        known: dict[str, Any] = {}
        for one in self:
            known.setdefault(one.id, one)  # type: ignore[attr-defined]  # what a plan lists has one
        return known

    @cached_property
    def _ids_by_number(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for one in self:
            for number in _numbers(one):
                found.setdefault(number, {})[one.id] = None  # type: ignore[attr-defined]  # as above
        return {number: tuple(ids) for number, ids in found.items()}


def _numbers(one: Any) -> tuple[str, ...]:
    """Return the numbers of the clauses an object encodes; a question encodes none."""
    return (one.number, *one.numbers) if hasattr(one, "numbers") else ()


# What is not filled in, in the form it is kept.
NONE_BY_KEY = Directory({})
NO_NAMES: FrozenMap[str, Any] = FrozenMap({})
