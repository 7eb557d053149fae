"""Exact numbers: what a caller may give, and the one form each value is kept in.

A whole number is kept as int, a finite decimal as Decimal without trailing zeros,
anything else as Fraction; so equal numbers are equal, hash alike and print alike.
Arithmetic goes through `ratio`, never through the caller's decimal context.
"""

import operator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from numbers import Rational, Real

Number = int | float | Decimal | Fraction
Exact = int | Decimal | Fraction

# Wide enough for any area, sum of money or head count; narrow enough that no input
# can make arithmetic slow (1e999999999 is nine characters).
MAX_MAGNITUDE = 10**15
MAX_DENOMINATOR = 10**15
MAX_DECIMAL_PLACES = 15

_BOOL_NAMES = ("bool", "bool_")  # Python's and numpy's: truth values that pass as numbers


class NotExact(Exception):
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
    if isinstance(value, float):
        value = Decimal(float.__repr__(value))  # numpy's float64 prints its type name too
    if isinstance(value, Decimal):
        return _canonical(_ratio_of_decimal(value))
    if hasattr(type(value), "__index__"):
        return _canonical(Fraction(whole(value)))
    if isinstance(value, Rational):
        return _canonical(Fraction(int(value.numerator), int(value.denominator)))
    if isinstance(value, Real):  # numpy.float32: str gives the shortest decimal that reads back
        try:
            return _canonical(_ratio_of_decimal(Decimal(str(value))))
        except InvalidOperation:
            raise NotExact("wrong_type") from None
    raise NotExact("wrong_type")


def whole(value: object) -> int:
    """Return `value` as an int if it is a whole number by kind; raise NotExact otherwise.

    >>> whole(3)
    3
    """
    _refuse_lookalikes(value)
    try:
        number = operator.index(value)  # type: ignore[arg-type]  # that is the question
    except TypeError:
        is_number = isinstance(value, Real | Decimal)
        raise NotExact("not_whole" if is_number else "wrong_type") from None
    if abs(number) > MAX_MAGNITUDE:
        raise NotExact("out_of_range")
    return int(number)


def ratio(value: Exact) -> Fraction:
    """Return an exact number as a Fraction, for arithmetic.

    >>> ratio(Decimal("4.5"))
    Fraction(9, 2)
    """
    return Fraction(value)


def _refuse_lookalikes(value: object) -> None:
    if type(value).__name__ in _BOOL_NAMES:
        raise NotExact("bool_as_number")
    if isinstance(value, str | bytes):
        raise NotExact("text_as_number")


def _ratio_of_decimal(value: Decimal) -> Fraction:
    if not value.is_finite():
        raise NotExact("not_finite")
    exponent = value.as_tuple().exponent
    if value.adjusted() > MAX_DECIMAL_PLACES or int(exponent) < -4 * MAX_DECIMAL_PLACES:
        raise NotExact("out_of_range")
    return Fraction(value)


def _canonical(value: Fraction) -> Exact:
    if abs(value) > MAX_MAGNITUDE or value.denominator > MAX_DENOMINATOR:
        raise NotExact("out_of_range")
    if value.denominator == 1:
        return value.numerator
    places = _decimal_places(value.denominator)
    if places is None or places > MAX_DECIMAL_PLACES:
        return value
    digits = abs(value.numerator * 10**places // value.denominator)
    # Built from digits: no rounding, whatever the caller's decimal context.
    return Decimal((int(value < 0), tuple(map(int, str(digits))), -places))


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
