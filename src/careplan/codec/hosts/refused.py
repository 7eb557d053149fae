"""What a cattrs converter refuses of a caller's classes, as problems with their paths."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from cattrs import errors as c

from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.quoting import quote
from careplan.base.refusing.phrases import Both
from careplan.base.refusing.values import class_said
from careplan.base.text import Text
from careplan.codec.problems import misnamed

_AN_OBJECT = Text(zh="对象", en="an object")
_NOTES = (c.AttributeValidationNote, c.IterableValidationNote)


def refused(error: BaseException, given: object, path: str = "") -> Iterator[Problem]:
    """Yield what is wrong with data at a path, by the error that cattrs made of it.

    What careplan's classes refuse is said as ever. Where a class of the caller's refuses itself
    its own words are said, under a code that names its error: "own.ValueError".
    """
    match error:
        case InvalidInput():
            yield from error.inside(path)
        case c.StructureHandlerNotFoundError():  # it is the class that cannot be read at all
            raise error
        case c.ForbiddenExtraKeysError(cl=cls, extra_fields=extra):
            for key in sorted(extra, key=quote):
                yield from misnamed("unknown_key", key, _keys(cls), inside(path, key)).problems
        case c.ClassValidationError() if not isinstance(given, Mapping):
            yield Problem(path, "wrong_type", given, {"expected": _AN_OBJECT})
        case c.BaseValidationError(exceptions=inner):
            # Keys that do not exist stand before what is wrong with those that do.
            for one in sorted(inner, key=lambda one: type(one) is not c.ForbiddenExtraKeysError):
                yield from _held(one, given, path)
        case _:
            words = str(error) or type(error).__name__
            yield Problem(path, f"own.{type(error).__name__}", given, message=(words, words))


def _held(error: BaseException, given: Any, path: str) -> Iterator[Problem]:
    """Yield what is wrong with what data holds: the last note of an error says where."""
    notes = [one for one in getattr(error, "__notes__", ()) if isinstance(one, _NOTES)]
    if not notes:  # the class itself refused
        yield from refused(error, given, path)
        return
    note = notes[-1]
    key = note.name if isinstance(note, c.AttributeValidationNote) else note.index
    there = f"{path}[{key}]" if isinstance(key, int) else inside(path, key)
    if isinstance(error, KeyError) and key not in given:
        yield Problem(there, "required", None)
    elif isinstance(error, InvalidInput | c.BaseValidationError | c.StructureHandlerNotFoundError):
        yield from refused(error, _at(given, key), there)
    else:
        yield Problem(there, "wrong_type", _at(given, key), {"expected": _said(note.type)})


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
    return class_said(cls) if hasattr(cls, "__name__") else Both(zh=f"“{cls}”", en=str(cls))
