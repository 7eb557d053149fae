"""JSON text in and out, and how much a text or a structure may hold.

Exact numbers, every key that stands twice remembered, one canonical form. The limits are far
above anything careplan writes itself; whatever is above one of them is refused quickly, as a
problem like any other: `too_deep`, `too_long`, `too_many` or `out_of_range`.
"""

import json
import re
from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.fields.checking import entries_of

MAX_CHARACTERS = 20_000_000  # of a whole text
MAX_TEXT = 20_000  # of one text in it
MAX_DIGITS = 100  # of one number as written
MAX_DEPTH = 100  # of lists and objects in each other
MAX_VALUES = 500_000  # in all
MAX_PATH = 300  # of the path of a fact
TOO_DEEP = Problem("", "too_deep", None, {"maximum": MAX_DEPTH})
# Half of a surrogate pair, which no file can hold.
BROKEN = re.compile("[\ud800-\udfff]")
LISTS = (list, tuple)
_SINGLE = {str, int, bool, type(None), Decimal}  # most of what there is


class Doubled(dict[str, Any]):
    """An object in which keys stood twice; the last value of each is kept."""

    def __init__(self, entries: Mapping[str, Any], twice: tuple[str, ...]) -> None:
        """Remember which keys stood more than once."""
        super().__init__(entries)
        self.twice = twice


def still_doubled(before: object, entries: dict[Any, Any]) -> dict[Any, Any]:
    """Return what takes the place of an object: keys that stood twice in it still do."""
    return Doubled(entries, before.twice) if isinstance(before, Doubled) else entries


def without(value: Mapping[Any, Any], *keys: str) -> dict[Any, Any]:
    """Return an object without some of its keys; that a key stood twice is remembered."""
    return still_doubled(value, {key: one for key, one in value.items() if key not in keys})


@attrs.frozen
class Overlong:
    """A number with too many digits, standing in for its value."""

    start: str

    def __repr__(self) -> str:
        return f"{self.start}…"


def parse(text: object) -> Any:
    """Read JSON as data; raise InvalidInput for what is no JSON, or too large to look at.

    A number with a point is a Decimal. Keys that stand twice are remembered for the reader
    of the data, who knows their path.
    """
    if not isinstance(text, str):
        raise InvalidInput([Problem("text", "wrong_type", text, {"expected": "str"})])
    if len(text) > MAX_CHARACTERS:
        raise InvalidInput([Problem("", "too_long", None, {"maximum": MAX_CHARACTERS})])
    try:
        if text.startswith("\ufeff"):
            json.loads(text)  # which says so
        return _DECODER.decode(text)
    except RecursionError:  # json stops a thousand brackets deep, whatever comes after
        raise InvalidInput([TOO_DEEP]) from None
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        raise InvalidInput([Problem("", "not_json", text[:MAX_DIGITS], place)]) from None


def write(data: object) -> str:
    """Write data as JSON in its one form: keys sorted, no spaces, no escapes but needed ones."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def too_large(data: object) -> Problem | None:
    """Return what is wrong with the size of a structure, without ever recursing into it."""
    left = MAX_VALUES
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for value in level:
            if type(value) is dict:
                held: Collection[Any] = value.values()
            elif isinstance(value, LISTS):
                held = value
            else:
                held = [one for _, one in entries_of(value) or ()]
            left -= len(held)
            if left < 0:
                return Problem("", "too_many", None, {"maximum": MAX_VALUES})
            below += [one for one in held if type(one) not in _SINGLE]
        level = below
        if not level:
            return None
    return TOO_DEEP


def are_sound(data: object) -> bool:
    """Say whether a file can hold every text in JSON-like data, none longer than any should be."""
    left: list[Any] = [data]
    for one in left:  # it grows by what each holds
        if isinstance(one, dict):
            left += (*one, *one.values())
        elif isinstance(one, list):
            left += one
    texts = [one for one in left if isinstance(one, str)]
    return max(map(len, texts), default=0) <= MAX_TEXT and not BROKEN.search("".join(texts))


def _whole(digits: str) -> object:
    return int(digits) if len(digits) <= MAX_DIGITS else Overlong(digits[:MAX_DIGITS])


def _decimal(digits: str) -> object:
    try:
        number = Decimal(digits if len(digits) <= MAX_DIGITS else "NaN")
    except InvalidOperation:
        return Overlong(digits)
    # NaN is how an exponent that no Decimal can hold is told in a context without traps.
    return Overlong(digits[:MAX_DIGITS]) if number.is_nan() else number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    once: dict[str, Any] = {}
    twice: dict[str, Any] = {}
    for key, one in pairs:
        (twice if key in once else once)[key] = one
    return Doubled(data, tuple(twice))


_DECODER = json.JSONDecoder(parse_int=_whole, parse_float=_decimal, object_pairs_hook=_object)
