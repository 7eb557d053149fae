"""What a cattrs converter refuses of a caller's classes, as problems with their paths."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from cattrs import errors as c

from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.quoting import quote
from careplan.base.refusing.phrases import Both
from careplan.base.refusing.values import class_said
from careplan.codec.problems import misnamed
from careplan.codec.text import TOO_DEEP

_NOTES = (c.AttributeValidationNote, c.IterableValidationNote)
_OF_A_KEY = "Structuring mapping key"  # how cattrs begins a note about a key of a dictionary


def refused(error: BaseException, given: Any, cls: Any, path: str = "") -> Iterator[Problem]:
    """Yield what is wrong with data of a class at a path, by the error that cattrs made of it.

    What careplan's classes refuse is said as ever.
    """
    match error:
        case InvalidInput():
            yield from error.inside(path)
        case c.StructureHandlerNotFoundError():  # it is the class that cannot be read at all
            raise error
        case c.ForbiddenExtraKeysError(cl=of, extra_fields=extra):
            for key in sorted(extra, key=quote):
                yield from misnamed("unknown_key", key, _keys(of), inside(path, key)).problems
        case c.BaseValidationError(cl=of, exceptions=inner):
            # Keys that do not exist stand before what is wrong with those that do.
            for one in sorted(inner, key=lambda one: type(one) is not c.ForbiddenExtraKeysError):
                yield from _held(one, given, of, path)
        case RecursionError():
            yield attrs.evolve(TOO_DEEP, path=path)
        case _:
            yield Problem(path, "wrong_type", given, {"expected": _said(cls)})


def _held(error: BaseException, given: Any, cls: Any, path: str) -> Iterator[Problem]:
    """Yield what is wrong inside of data of a class: the last note of an error says where.

    Without a note the class itself refused: its own words are said, under a code that names its
    error ("own.ValueError").
    """
    notes = [one for one in getattr(error, "__notes__", ()) if isinstance(one, _NOTES)]
    if notes:
        note = notes[-1]
        key = note.name if isinstance(note, c.AttributeValidationNote) else note.index
        there = f"{path}[{key}]" if isinstance(key, int) else inside(path, key)
        if isinstance(error, KeyError) and key not in given:
            yield Problem(there, "required", None)
        else:
            value = key if note.startswith(_OF_A_KEY) else _at(given, key)
            yield from refused(error, value, note.type, there)
    elif isinstance(error, InvalidInput | c.ForbiddenExtraKeysError):
        yield from refused(error, given, cls, path)
    else:
        words = str(error) or type(error).__name__
        yield Problem(path, f"own.{type(error).__name__}", given, message=(words, words))


def _at(given: Any, key: Any) -> Any:
    try:
        return given[key]
    except (TypeError, LookupError):  # a set, or an object
        return None


def _keys(cls: type[Any]) -> tuple[str, ...]:
    """Return the keys that data of a class may have."""
    if attrs.has(cls):
        return tuple(field.name for field in attrs.fields(cls))
    struct: tuple[str, ...] = getattr(cls, "__struct_encode_fields__", ())
    return struct or tuple(getattr(cls, "__annotations__", ()))


def _said(cls: Any) -> Both:
    """Say what was expected; that None would have been taken as well is no news."""
    asked = [one for one in get_args(cls) if one is not NoneType]
    if get_origin(cls) in {Union, UnionType} and len(asked) == 1:
        return _said(asked[0])
    return class_said(cls) if hasattr(cls, "__name__") else Both(zh=f"“{cls}”", en=str(cls))
