"""An immutable mapping, because the library's objects are values: hashable and picklable.

What was found out about one of them is kept beside it, in a dict of at most so many entries.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

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
