"""How much a text or a structure may hold, so that hostile ones are refused quickly.

The limits are far above anything careplan writes itself. Whatever is above one of them is
a problem like any other: `too_deep`, `too_long`, `too_many` or `out_of_range`.
"""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from careplan.base.errors import Problem
from careplan.fields.checking import entries_of

MAX_CHARACTERS = 20_000_000  # of a whole text
MAX_TEXT = 20_000  # of one text in it
MAX_DIGITS = 100  # of one number as written
MAX_DEPTH = 100  # of lists and objects in each other
MAX_VALUES = 500_000  # in all
MAX_PATH = 300  # of the path of a fact
_LISTS = (list, tuple)
_SINGLE = {str, int, bool, type(None), Decimal}  # most of what there is


def too_large(data: object) -> Problem | None:
    """Return what is wrong with the size of a structure, without ever recursing into it."""
    left = MAX_VALUES
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for value in level:
            held = value if type(value) is list else _held(value)
            left -= len(held)
            if left < 0:
                return Problem("", "too_many", None, {"maximum": MAX_VALUES})
            below += [one for one in held if type(one) not in _SINGLE]
        level = below
        if not level:
            return None
    return Problem("", "too_deep", None, {"maximum": MAX_DEPTH})


def _held(value: Any) -> Collection[Any]:
    if type(value) is dict:
        return value.values()
    if isinstance(value, _LISTS):
        return value
    return [one for _, one in entries_of(value) or ()]
