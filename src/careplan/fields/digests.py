"""What an object of a document is, as a number: the same wherever it is the same, else another.

An object is written in one form, from which SHA-256 makes the digest: each value behind what it
is and how long, mappings and sets in the order of what is written, numbers by their value. What
is no part of an object (`eq=False`), and what says no more than its default, is left out, so that
equal objects have one digest, in every process and Python.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any

import attrs


def digest_of(value: object) -> str:
    """Return the SHA-256 of an object of a document, in hexadecimal.

    >>> from careplan.base.text import Text
    >>> digest_of(Text(zh="甲")) == digest_of(Text(zh="甲"))
    True
    >>> digest_of(Text(zh="甲"))[:16], digest_of(Text(zh="乙"))[:16]
    ('f7e1e9d86e5c9362', '10df1896f76c912a')
    """
    from hashlib import sha256

    return sha256(canonical(value)).hexdigest()


def short_form(digest: str) -> str:
    """Return a digest as people compare it: twelve decimal digits in three groups.

    >>> short_form("ff" * 32)
    '9131-2963-9935'
    """
    number = f"{int(digest, 16) % 10**12:012d}"
    return "-".join((number[:4], number[4:8], number[8:]))


def canonical(value: object) -> bytes:
    """Return the one form of a value; raises TypeError for what no object of a document holds."""
    match value:
        case None:
            return b"none"
        case bool():
            return b"yes" if value else b"no"
        case Enum():  # before a text, which a member may be as well
            return _framed(b"member", _text(type(value).__name__), _text(str(value.value)))
        case str():
            return _framed(b"text", _text(value))
        case int() | Decimal() | Fraction():
            top, bottom = value.as_integer_ratio()
            return _framed(b"number", b"%x" % top, b"%x" % bottom)
        case date():
            return _framed(b"day", _text(value.isoformat()))
        case type():
            return _framed(b"class", _text(value.__name__))
        case Mapping():
            pairs = (_framed(b"pair", _text(key), canonical(one)) for key, one in value.items())
            return _framed(b"map", *sorted(pairs))
        case frozenset():
            return _framed(b"set", *sorted(map(canonical, value)))
        case tuple():
            return _framed(b"list", *map(canonical, value))
        case _ if attrs.has(type(value)):
            return _object(value)
        case _:
            raise TypeError(f"no object of a document holds a {type(value).__name__}")


def _text(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _framed(tag: bytes, *parts: bytes) -> bytes:
    """Join parts so that no others could be joined to the same."""
    return b"%b(%b)" % (tag, b"".join(b"%d:%b" % (len(part), part) for part in parts))


def _object(value: object) -> bytes:
    said: list[bytes] = []
    of: Any = type(value)
    for name, by, default in _parts(of):
        written = canonical(by(getattr(value, name)))
        if written != default:
            said += [_text(name), written]
    return _framed(b"object", _text(type(value).__name__), *said)


@cache
def _parts(cls: type[Any]) -> tuple[tuple[str, Callable[[object], object], bytes | None], ...]:
    """Return the fields two objects of a class are compared by, each with what it is otherwise."""
    return tuple(
        (one.name, one.eq_key or _itself, _default(one)) for one in attrs.fields(cls) if one.eq
    )


def _default(field: "attrs.Attribute[object]") -> bytes | None:
    match field.default:
        case attrs.NOTHING:
            return None
        case attrs.Factory(factory=make):  # type: ignore[misc]  # it is a class
            return canonical(make())
        case default:
            return canonical(default)


def _itself(value: object) -> object:
    return value
