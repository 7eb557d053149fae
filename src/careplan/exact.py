"""Exact numbers: what a caller may give, and the one form each value is kept in.

A whole number is kept as int, a finite decimal as Decimal without trailing zeros,
anything else as Fraction; so equal numbers are equal, hash alike and print alike.
Arithmetic goes through `ratio`, never through the caller's decimal context.
"""

import math
import operator
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction
from numbers import Rational, Real

Number = int | float | Decimal | Fraction
Exact = int | Decimal | Fraction

# Wide enough for any area, sum of money or head count; narrow enough that no input
# can make arithmetic slow (1e999999999 is twelve characters). A computed float prints
# up to 17 digits, so as many must fit behind the point.
MAX_MAGNITUDE = 10**15
MAX_DECIMAL_PLACES = 20
MAX_DENOMINATOR = 10**MAX_DECIMAL_PLACES

_BOOL_NAMES = ("bool", "bool_")  # Python's and numpy's: truth values that pass as numbers
# Refuses what is no numeral, whatever the caller's context does with it.
_STRICT = Context(prec=60, traps=[InvalidOperation])


class NotExact(Exception):  # a private signal; `reading` turns it into a Problem
    """Why a value is not a usable number; the code is one of `messages`."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def exact(value: object) -> Exact:
    """Return `value` as an exact number in canonical form; raise NotExact otherwise.

    A float counts as the decimal it prints as. numpy's numbers are accepted.

    >>> exact(4.5), exact(Fraction(6, 3)), exact(Fraction(1, 3))
    (Decimal('4.5'), 2, Fraction(1, 3))
    """
    _refuse_lookalikes(value)
    try:
        number = _as_fraction(value)
    except NotExact:
        raise
    except Exception:  # noqa: BLE001 - a foreign number may raise anything
        raise NotExact("wrong_type") from None
    if abs(number) > MAX_MAGNITUDE or number.denominator > MAX_DENOMINATOR:
        raise NotExact("out_of_range")
    return tidy(number)


def whole(value: object) -> int:
    """Return `value` as an int if it is a whole number by kind; raise NotExact otherwise.

    >>> whole(3)
    3
    """
    _refuse_lookalikes(value)
    try:
        number = operator.index(value)  # type: ignore[arg-type]  # that is the question
    except Exception:  # noqa: BLE001 - a foreign __index__ may raise anything
        raise NotExact(_why_not_whole(value)) from None
    if abs(number) > MAX_MAGNITUDE:
        raise NotExact("out_of_range")
    return int(number)


def ratio(value: Exact) -> Fraction:
    """Return an exact number as a Fraction, for arithmetic.

    >>> ratio(Decimal("4.5"))
    Fraction(9, 2)
    """
    return Fraction(value)


def tidy(value: Fraction) -> Exact:
    """Return a result in canonical form: int, else finite decimal, else Fraction.

    >>> tidy(Fraction(9, 2)), tidy(Fraction(4, 2))
    (Decimal('4.5'), 2)
    """
    if value.denominator == 1:
        return value.numerator
    places = _decimal_places(value.denominator)
    if places is None or places > MAX_DECIMAL_PLACES:
        return value
    digits = abs(value.numerator * 10**places // value.denominator)
    # Built from digits: no rounding, whatever the caller's decimal context.
    return Decimal((int(value < 0), tuple(map(int, str(digits))), -places))


def _refuse_lookalikes(value: object) -> None:
    if type(value).__name__ in _BOOL_NAMES:
        raise NotExact("bool_as_number")
    if isinstance(value, str | bytes):
        raise NotExact("text_as_number")


def _as_fraction(value: object) -> Fraction:
    if isinstance(value, float):
        value = Decimal(float.__repr__(value))  # numpy's float64 prints its type name too
    if isinstance(value, Decimal):
        return _ratio_of_decimal(value)
    if hasattr(type(value), "__index__"):
        return Fraction(whole(value))
    if isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    if isinstance(value, Real):  # numpy.float32: str gives the shortest decimal that reads back
        return _ratio_of_decimal(_STRICT.create_decimal(str(value)))
    raise NotExact("wrong_type")


def _why_not_whole(value: object) -> str:
    if not isinstance(value, Real | Decimal):
        return "wrong_type"
    try:
        return "not_whole" if math.isfinite(value) else "not_finite"
    except Exception:  # noqa: BLE001 - a signalling NaN or a foreign number may raise
        return "not_finite" if isinstance(value, Decimal) else "wrong_type"


def _ratio_of_decimal(value: Decimal) -> Fraction:
    if not value.is_finite():
        raise NotExact("not_finite")
    sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    kept = text.rstrip("0")  # zeros at the end are no places
    power = int(exponent) + len(text) - len(kept)
    if not kept:
        return Fraction(0)
    if len(kept) + power > MAX_DECIMAL_PLACES or power < -4 * MAX_DECIMAL_PLACES:
        raise NotExact("out_of_range")
    return Fraction(-int(kept) if sign else int(kept)) * Fraction(10) ** power


def _decimal_places(denominator: int) -> int | None:
    """Return the decimal places 1/denominator needs, or None if it repeats for ever."""
    counts = []
    for prime in (2, 5):
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        counts.append(count)
    return max(counts) if denominator == 1 else None
