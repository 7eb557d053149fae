"""Values of an error outside of where it was raised: in another process, and in a form."""

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from careplan.base.quoting import DEPTH, QUOTE_LIMIT, Quoted, quote
from careplan.base.refusing.phrases import is_phrase

_PORTABLE = {type(None), bool, int, float, str, bytes, Decimal, Fraction, date}
_HOLDERS = {list, tuple, set, frozenset}


def leaving(value: object, depth: int = DEPTH) -> object:
    """Return a value of an error that another process can read, or what it looked like."""
    return value if is_phrase(value) or _is_plain(value, depth) else Quoted(quote(value))


def _is_plain(value: object, depth: int) -> bool:
    if isinstance(value, list | tuple | set | frozenset):
        return type(value) in _HOLDERS and depth > 0 and all(_is_plain(v, depth - 1) for v in value)
    if isinstance(value, Enum):  # another process may not have a class that is not ours
        return type(value).__module__.partition(".")[0] == "careplan"
    return type(value) in _PORTABLE


def shortened(value: object) -> object:
    """Return what any form can show: yes or no, a short text, or nothing."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str) and not isinstance(value, Enum):
        text = str.__str__(value)
        if len(text) <= QUOTE_LIMIT and text.isprintable():
            return text
    return quote(value)
