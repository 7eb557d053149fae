"""How the objects of a plan are found by name: by their key, by their id, or by their clause."""

from typing import Any, SupportsIndex, TypeVar, overload

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

    def get(self, key: str, default: Any = None) -> Any:
        """Return the object with this key, or `default`."""
        return self._data.get(key, default)


class Listed(tuple[_T, ...]):
    """Objects of a plan in the document's order; a text finds the one that goes by this name.

    That is its id, or the number of a clause that only one of them encodes. Of several that hold
    under different options of a question the first is found. Raises NotFound for a name that none
    goes by, with a suggestion, and for a clause of several, with their ids.

    >>> from careplan.plans import get_plan
    >>> rules = get_plan("shuangliao_2021").rules
    >>> rules["4.1.b"] is rules[1]
    True
    >>> rules["4.1.d"]
    Traceback (most recent call last):
    careplan.base.errors.NotFound: no entry named '4.1.d'; known: 4.1.d/lower, 4.1.d/upper
    """

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> _T: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice | str) -> _T | tuple[_T, ...]:
        return self._named(key) if isinstance(key, str) else super().__getitem__(key)

    def _named(self, name: str) -> _T:
        by_id: dict[str, Any] = {}
        for one in self:
            by_id.setdefault(one.id, one)  # type: ignore[attr-defined]  # what a plan lists has one
        of_clause = {key: one for key, one in by_id.items() if name in _numbers(one)}
        if name not in by_id and len(of_clause) > 1:
            raise NotFound("key", name, of_clause, suggest=False)
        only = [(name, one) for one in of_clause.values()]
        found: _T = look_up("key", name, {**dict(only), **by_id})
        return found


def _numbers(one: Any) -> tuple[str, ...]:
    """Return the numbers of the clauses an object encodes; a question encodes none."""
    return (one.number, *one.numbers) if hasattr(one, "numbers") else ()
