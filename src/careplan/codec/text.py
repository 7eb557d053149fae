"""JSON text in and out: exact numbers, every duplicate key seen, one canonical form."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from careplan.base.errors import InvalidInput, Problem
from careplan.codec.leaves import Overlong
from careplan.codec.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_DIGITS
from careplan.codec.problems import Doubled


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
        return json.loads(text, parse_int=_whole, parse_float=_decimal, object_pairs_hook=_object)
    except RecursionError:  # json stops a thousand brackets deep, whatever comes after
        raise InvalidInput([Problem("", "too_deep", None, {"maximum": MAX_DEPTH})]) from None
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        raise InvalidInput([Problem("", "not_json", text[:MAX_DIGITS], place)]) from None


def write(data: object) -> str:
    """Write data as JSON in its one form: keys sorted, no spaces, no escapes but needed ones."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _whole(digits: str) -> object:
    return int(digits) if len(digits) <= MAX_DIGITS else Overlong(digits[:MAX_DIGITS])


def _decimal(digits: str) -> object:
    if len(digits) > MAX_DIGITS:
        return Overlong(digits[:MAX_DIGITS])
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return Overlong(digits)
    # NaN is how an exponent that no Decimal can hold is told in a context without traps.
    return Overlong(digits) if number.is_nan() else number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    return data if len(data) == len(pairs) else Doubled(pairs)
