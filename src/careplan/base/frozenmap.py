"""Values: an immutable mapping, and frozen attrs classes that are quickly made.

attrs writes source for each class and compiles it, which is most of what a class costs, and a
process makes every class anew. Comparing, hashing and showing are the same for all of them, so
that all share one function for each, and attrs is left to write how an object is made.
"""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

_K = TypeVar("_K")
_V = TypeVar("_V")


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


def keep(kept: dict[_K, _V], key: _K, made: _V, most: int) -> _V:
    """Keep what was made for a key beside the last so many, of whatever threads ask.

    Two that ask at once may both make it, and get the same.

    >>> kept = {}
    >>> [keep(kept, one, one * 10, most=2) for one in (1, 2, 3)], kept
    ([10, 20, 30], {2: 20, 3: 30})
    """
    # Without a lock, in steps none of which another thread can see half done.
    for oldest in list(kept)[: max(len(kept) + 1 - most, 0)]:
        kept.pop(oldest, None)
    return kept.setdefault(key, made)


_COMPARED: dict[type[Any], Callable[[Any], tuple[Any, ...]]] = {}


def compared(cls: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes from an object of a class what it is compared by, in order."""
    values = _COMPARED.get(cls)
    if values is None:
        names = [field.name for field in attrs.fields(cls) if field.eq]
        if len(names) > 1:
            values = attrgetter(*names)
        else:  # of one name alone the getter returns no tuple
            values = lambda one: tuple([getattr(one, name) for name in names])  # noqa: E731 - as above
        _COMPARED[cls] = values
    return values


def _equal(self: Any, other: object) -> Any:
    cls = self.__class__
    if other.__class__ is not cls:
        return NotImplemented
    values = _COMPARED.get(cls) or compared(cls)
    return values(self) == values(other)


def _hashed(self: Any) -> int:
    cls = self.__class__
    values = _COMPARED.get(cls) or compared(cls)
    return hash((cls, values(self)))


def _shown(self: Any) -> str:
    cls = self.__class__
    name = cls.__qualname__.rpartition(">.")[2]
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in attrs.fields(cls) if one.repr)
    return f"{name}({', '.join(told)})"


if TYPE_CHECKING:
    from attrs import frozen as frozen  # noqa: PLC0414 - a checker sees what attrs makes
else:

    def frozen(cls: Any = None, *, repr: bool = True, **options: Any) -> Any:  # noqa: A002 - attrs' name
        """Make a class as `attrs.frozen` does, its objects compared by what they hold.

        attrs' own ways to compare (`eq=` with a key, `order=True`) are not for these classes.

        >>> @frozen
        ... class Cot:
        ...     metres: int
        >>> Cot(2), Cot(2) == Cot(2), Cot(2) == Cot(3), len({Cot(2), Cot(2)})
        (Cot(metres=2), True, False, 1)
        """

        def make(cls: Any) -> Any:
            # attrs keeps what a class has of its own.
            own = cls.__dict__
            if "__eq__" not in own:
                cls.__eq__ = _equal
                if own.get("__hash__") is None:
                    cls.__hash__ = _hashed
            if repr and "__repr__" not in own:
                cls.__repr__ = _shown
            return attrs.frozen(cls, repr=None if repr else False, **options)

        return make if cls is None else make(cls)
