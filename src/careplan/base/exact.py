"""Exact numbers: what a caller may give, and the one form each value is kept in.

A whole number is kept as int, a finite decimal as Decimal without trailing zeros,
anything else as Fraction; so equal numbers are equal, hash alike and print alike.
Arithmetic goes through `ratio`, never through the caller's decimal context.
"""

import operator
import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction
from numbers import Number as AnyNumber
from numbers import Rational, Real
from typing import Any

Number = int | float | Decimal | Fraction
Exact = int | Decimal | Fraction

# Wide enough for any area, sum of money or head count; narrow enough that no input
# can make arithmetic slow (1e999999999 is twelve characters).
MAX_MAGNITUDE = 10**15
MAX_DECIMAL_PLACES = 20
MAX_DENOMINATOR = 10**MAX_DECIMAL_PLACES
# Factors and bounds of sums are products and sums of such numbers: 10 times 10^15 children.
MAX_DIGITS_OF_SUM = 60
# What a float holds of any decimal that was stated. One that prints more was computed:
# 1.1 + 1.7 + 6.1 + 1.1 is 9.999999999999998, and not the 10 that was meant.
MAX_FLOAT_DIGITS = 15

BOOL_NAMES = ("bool", "bool_")  # Python's and numpy's: truth values that pass as numbers
# Refuses what is no numeral, whatever the caller's context does with it.
_STRICT = Context(prec=60, traps=[InvalidOperation])


class NotExact(Exception):  # a private signal; `checking` turns it into a Problem
    """Why a value is not a usable number; the code is one of `messages`."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def exact(value: object) -> Exact:
    """Return `value` as an exact number in canonical form; raise NotExact otherwise.

    A float counts as the decimal it prints as, and one that prints more than 15 digits as
    computed, not stated. numpy's numbers are accepted.

    >>> exact(4.5), exact(Fraction(6, 3)), exact(Fraction(1, 3))
    (Decimal('4.5'), 2, Fraction(1, 3))
    """
    plain = _PLAIN[type(value)](value) if type(value) in _PLAIN else None
    if plain is not None:
        return plain
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


def exact_of_sum(value: object) -> Exact:
    """Return a factor or a bound of a sum, of which what is left of a sum may be larger.

    Exact numbers of up to 60 digits above and below the line; anything else as `exact` does.

    >>> exact_of_sum(10 * 10**15) == 10**16
    True
    """
    number: Fraction | None = None
    if type(value) is int or type(value) is Fraction:
        number = Fraction(value)
    elif type(value) is Decimal and value.is_finite():
        if abs(value.adjusted()) > MAX_DIGITS_OF_SUM:  # before it is written out
            raise NotExact("out_of_range")
        number = Fraction(value)
    most = 10**MAX_DIGITS_OF_SUM
    if number is not None and abs(number.numerator) <= most and number.denominator <= most:
        return tidy(number)
    return exact(value)


def whole(value: object) -> int:
    """Return `value` as an int if it is whole, however it is written; raise NotExact otherwise.

    >>> whole(3), whole(3.0), whole(Fraction(6, 2))
    (3, 3, 3)
    """
    number = exact(value)
    if not isinstance(number, int):
        raise NotExact("not_whole")
    return number


def marks_missing(value: object) -> bool:
    """Say whether a value is NaN, NaT or pandas' NA: a table's mark for "not stated"."""
    if type(value).__name__ in {"NAType", "NaTType"}:
        return True
    if not isinstance(value, AnyNumber) and type(value).__module__ != "numpy":
        return False
    try:
        unequal = value != value  # noqa: PLR0124 - only what is no number differs from itself
    except Exception:  # noqa: BLE001 - a signalling NaN raises, and so may a foreign number
        return True
    return type(unequal).__name__ in BOOL_NAMES and bool(unequal)


def ratio(value: Exact) -> Fraction:
    """Return an exact number as a Fraction, for arithmetic.

    >>> ratio(Decimal("4.5"))
    Fraction(9, 2)
    """
    return Fraction(value)


def addend(value: Exact) -> int | Fraction:
    """Return an exact number for sums and comparisons: a whole one as it is, which is faster.

    Never for division: of two whole numbers Python makes a float.

    >>> addend(3), addend(Decimal("4.5"))
    (3, Fraction(9, 2))
    """
    return value if type(value) is int else Fraction(value)


def tidy(value: int | Fraction) -> Exact:
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
    if type(value).__name__ in BOOL_NAMES:
        raise NotExact("bool_as_number")
    if isinstance(value, str | bytes):
        raise NotExact("text_as_number")


def _as_fraction(value: object) -> Fraction:
    if isinstance(value, Decimal):
        return _ratio_of_decimal(value)
    if isinstance(value, Rational):  # a Fraction, or an integer of Python or numpy
        return Fraction(int(value.numerator), int(value.denominator))
    if hasattr(type(value), "__index__"):
        return Fraction(operator.index(value))  # type: ignore[arg-type]  # it has one
    if isinstance(value, Real):
        # numpy's float64 prints its type name too; of its others str is the shortest decimal
        # that reads back.
        printed = float.__repr__(value) if isinstance(value, float) else str(value)
        if len(re.sub("e.*|[^0-9]", "", printed).strip("0")) > MAX_FLOAT_DIGITS:
            raise NotExact("computed" if abs(float(value)) <= MAX_MAGNITUDE else "out_of_range")
        return _ratio_of_decimal(_STRICT.create_decimal(printed))
    raise NotExact("wrong_type")


def _plain_int(value: int) -> int | None:
    return value if -MAX_MAGNITUDE <= value <= MAX_MAGNITUDE else None


def _plain_float(value: float) -> Exact | None:
    if not -MAX_MAGNITUDE <= value <= MAX_MAGNITUDE:
        return None
    text = repr(value)
    if "e" in text or len(text.strip("-0.")) > MAX_FLOAT_DIGITS:
        return None
    return int(value) if text.endswith(".0") else Decimal(text)


def _plain_decimal(value: Decimal) -> Exact | None:
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or len(digits) + exponent > MAX_FLOAT_DIGITS:
        return None
    if exponent == 0:
        return int(value)
    in_form = -MAX_DECIMAL_PLACES <= exponent < 0 and digits[-1] != 0
    return value if in_form else None


def _plain_fraction(value: Fraction) -> Exact | None:
    small = abs(value) <= MAX_MAGNITUDE and value.denominator <= MAX_DENOMINATOR
    return value if small and isinstance(tidy(value), Fraction) else None


# What is in its one form already, as most numbers are: None for what needs a closer look.
_PLAIN: Mapping[type[Any], Callable[[Any], Exact | None]] = {
    int: _plain_int,
    float: _plain_float,
    Decimal: _plain_decimal,
    Fraction: _plain_fraction,
}


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
