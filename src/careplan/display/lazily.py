"""Answers that know their truth at once, and work out what explains it on first look.

A field that is left for later is a slot that is not set: Python asks `__getattr__` for it, which
has the answer's source work it out and sets it. From then on it is a field as any other, and an
answer that was made by hand, or read from JSON, never is anything else. Whatever looks at all
fields (equality, hash, pickle, copy, JSON, `attrs.evolve`) thereby works them all out.

Nothing is locked: what is set is whole, and two threads that look first at once work out the same
twice. What a source reads never changes: criteria, and the facts of a noun, are frozen.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

_C = TypeVar("_C", bound="Lazily")
# Past `__getattr__`, and past what forbids to change an answer.
_get, _put = object.__getattribute__, object.__setattr__


class Source(Protocol):
    """What works out the fields of one answer that are left for later."""

    later: ClassVar[tuple[str, ...]]

    def worked_out(self, name: str) -> Mapping[str, Any]:
        """Return a field that is left for later, and others that come with it."""


class Lazily:
    """An answer some fields of which are worked out on first look: see `lazily`."""

    __slots__ = ("_source",)
    _source: Source | None

    # Seen by no type checker: to one, every name would be an attribute.
    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            try:
                source = _get(self, "_source")
            except AttributeError:  # made by hand
                source = None
            if source is None or name not in source.later:
                # Another thread has set it meanwhile, or there is none.
                return _get(self, name)
            found = source.worked_out(name)
            for field, value in found.items():
                _put(self, field, value)
            later = source.later
            if len(found) == len(later) or all(_is_set(self, field) for field in later):
                _put(self, "_source", None)  # nothing is left to work out
            return found[name]


def lazily(cls: type[_C], source: Source, known: Mapping[str, Any]) -> _C:
    """Return an answer of which some fields are `known`, and all others left to its source."""
    made = object.__new__(cls)
    for name, value in known.items():
        _put(made, name, value)
    _put(made, "_source", source)
    return made


def source_of(answer: Lazily) -> Any:
    """Return what works out the rest of an answer; None if nothing is left for later."""
    try:
        return _get(answer, "_source")
    except AttributeError:  # made by hand
        return None


def _is_set(answer: Lazily, name: str) -> bool:
    try:
        _get(answer, name)
    except AttributeError:
        return False
    return True
