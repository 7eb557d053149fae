"""Exact numbers: one form for each value, nothing rounded, nothing hostile let in."""

import decimal
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from numbers import Rational, Real
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careplan.base.exact import (
    MAX_DECIMAL_PLACES,
    MAX_DENOMINATOR,
    MAX_MAGNITUDE,
    Exact,
    NotExact,
    addend,
    exact,
    exact_of_sum,
    ratio,
    whole,
)

# Values a person would write: up to nine digits before the point and six behind it.
written = st.builds(
    lambda digits, places: (digits, places),
    st.integers(-(10**15) + 1, 10**15 - 1).map(lambda n: n // 10**3),
    st.integers(0, 6),
)
fractions_in_range = st.builds(Fraction, st.integers(-(10**9), 10**9), st.integers(1, 10**6))
SIGNALS = [
    decimal.Clamped,
    decimal.DivisionByZero,
    decimal.FloatOperation,
    decimal.Inexact,
    decimal.InvalidOperation,
    decimal.Overflow,
    decimal.Rounded,
    decimal.Subnormal,
    decimal.Underflow,
]
CONTEXTS = {
    "prec 5": decimal.Context(prec=5),
    "prec 1": decimal.Context(prec=1),
    "prec 1, up": decimal.Context(prec=1, rounding=decimal.ROUND_UP),
    "all traps": decimal.Context(prec=1, Emin=-1, Emax=1, traps=SIGNALS),
    "no traps": decimal.Context(prec=1, Emin=-1, Emax=1, traps=[]),
}


def by_type(value: object) -> str:
    """Name a test case alike in every process: a repr may hold an address."""
    return value if isinstance(value, str) else type(value).__name__


def refusal(value: object, read: Callable[[object], object] = exact) -> str:
    with pytest.raises(NotExact) as caught:
        read(value)
    assert str(caught.value) == caught.value.code
    return caught.value.code


def attempt(value: object) -> Exact | str:
    """Return the number kept, or the code of the refusal."""
    try:
        return exact(value)
    except NotExact as reason:
        return reason.code


class _Index:
    """A whole number by Python's own protocol, and no subclass of anything."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number


class _IntSubclass(int):
    """An int with a history."""


class _FloatSubclass(float):
    """A float that prints as something else."""

    def __repr__(self) -> str:
        return "a float"


class _OddReal:
    """Registered as a real number, but its text is none."""

    def __str__(self) -> str:
        return "about seven"


class _NamedReal:
    """A foreign real number whose text is its value."""

    def __str__(self) -> str:
        return "7.50"


Real.register(_OddReal)
Real.register(_NamedReal)


# --- what is kept ---------------------------------------------------------------------------


@given(written)
def test_a_float_is_taken_at_its_printed_value(value: tuple[int, int]) -> None:
    digits, places = value
    # At most 15 digits, so the float nearest to the written number prints as written.
    given_float = float(f"{digits}e-{places}")
    assert ratio(exact(given_float)) == Fraction(digits, 10**places)


@given(st.floats(allow_nan=False, allow_infinity=False) | written.map(lambda w: w[0] / 10 ** w[1]))
def test_any_float_is_its_printed_value_or_says_why_not(value: float) -> None:
    kept = attempt(value)
    printed = Decimal(repr(value)).normalize(decimal.Context(prec=60)).as_tuple()
    if abs(value) > MAX_MAGNITUDE:
        assert kept == "out_of_range"
    elif len(printed.digits) > 15:  # what a double holds of any decimal: DBL_DIG of C
        assert kept == "computed"
    elif -int(printed.exponent) > MAX_DECIMAL_PLACES:
        assert kept == "out_of_range"
    else:
        assert ratio(kept) == Fraction(repr(value))  # type: ignore[arg-type]  # a number


def test_a_float_is_not_its_binary_value() -> None:
    assert exact(0.1) == Decimal("0.1")  # as printed, not 0.1000000000000000055...
    assert exact(0.1) != Decimal(0.1)  # noqa: RUF032 - the binary value is what is denied
    assert exact(4.5) == Decimal("4.5")
    assert exact(-0.0) == 0
    assert repr(exact(-0.0)) == "0"


# A float that was computed prints 16 or 17 digits, and is not the number that was meant: the
# last would be 10, and "at least 10" would fail.
@pytest.mark.parametrize(
    "value", [0.1 + 0.2, 10 / 3, 2 / 3, 1.1 * 1.1, 0.05 / 3, 1.1 + 1.7 + 6.1 + 1.1]
)
def test_a_computed_float_is_no_number(value: float) -> None:
    for computed in (value, np.float64(value), -value):
        assert refusal(computed) == "computed"
        assert refusal(computed, whole) == "computed"
    # Fifteen digits are what a float surely holds; the same number said exactly is one.
    assert ratio(exact(float(f"{value:.15g}"))) == Fraction(f"{value:.15g}")
    assert ratio(exact(Decimal(repr(value)))) == Fraction(repr(value))


@given(written, st.integers(0, 20))
def test_trailing_zeros_mean_nothing(value: tuple[int, int], zeros: int) -> None:
    digits, places = value
    plain = exact(Decimal(digits).scaleb(-places, decimal.Context(prec=60)))
    padded = exact(Decimal(f"{digits}{'0' * zeros}E-{places + zeros}"))
    assert (padded, type(padded), repr(padded)) == (plain, type(plain), repr(plain))


@given(written)
def test_equal_numbers_are_kept_alike(value: tuple[int, int]) -> None:
    digits, places = value
    number = Fraction(digits, 10**places)
    text = f"{digits}E-{places}"
    given_as: list[object] = [
        number,
        Decimal(text),
        Decimal(f"{digits}000E-{places + 3}"),
        float(text),
        np.float64(text),
    ]
    if number.denominator == 1:
        given_as += [int(number), _Index(int(number)), np.int64(int(number))]
    kept = [exact(one) for one in given_as]
    assert len({hash(one) for one in kept}) == 1
    assert len({repr(one) for one in kept}) == 1
    assert all(one == kept[0] for one in kept)
    # The rule of the module: whole -> int, finite decimal -> Decimal.
    assert {type(one) for one in kept} == {int if number.denominator == 1 else Decimal}


@given(fractions_in_range)
def test_the_form_follows_from_the_value(value: Fraction) -> None:
    kept = exact(value)
    assert ratio(kept) == value
    odd = value.denominator
    for prime in (2, 5):
        while odd % prime == 0:
            odd //= prime
    # A denominator of 2s and 5s alone ends as a decimal; 10**6 needs at most 19 places.
    if value.denominator == 1:
        assert type(kept) is int
    elif odd == 1 and (value * 10**MAX_DECIMAL_PLACES).denominator == 1:
        assert type(kept) is Decimal
    else:
        assert type(kept) is Fraction


@given(fractions_in_range)
def test_what_is_kept_is_kept_again(value: Fraction) -> None:
    once = exact(value)
    again = exact(once)
    assert (again, type(again), repr(again)) == (once, type(once), repr(once))


@given(written)
def test_a_decimal_is_kept_without_trailing_zeros(value: tuple[int, int]) -> None:
    digits, places = value
    assume(Fraction(digits, 10**places).denominator > 1)
    kept = exact(Decimal(f"{digits}0E-{places + 1}"))
    assert isinstance(kept, Decimal)
    assert kept.as_tuple().digits[-1] != 0
    assert int(kept.as_tuple().exponent) < 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, "7"),
        (_IntSubclass(7), "7"),
        (_Index(7), "7"),
        (7.0, "7"),
        (_FloatSubclass(7.5), "Decimal('7.5')"),  # a float's own digits, not its repr
        (Decimal("7.00"), "7"),
        (Decimal("7E+2"), "700"),
        (Decimal("-0"), "0"),
        (Decimal("-7.50"), "Decimal('-7.5')"),
        (Fraction(14, 2), "7"),
        (Fraction(15, 2), "Decimal('7.5')"),
        (Fraction(41, 3), "Fraction(41, 3)"),  # DESIGN: the pace of the example ledger
        (np.int8(7), "7"),
        (np.uint64(7), "7"),
        (np.int64(7), "7"),
        (np.float16(0.1), "Decimal('0.1')"),  # the shortest text that reads back
        (np.float32(0.1), "Decimal('0.1')"),  # not 0.10000000149011612
        (np.float64(0.1), "Decimal('0.1')"),
        (np.float32(7), "7"),
        (np.array(7), "7"),  # a scalar in an array of no dimension has __index__
        (_NamedReal(), "Decimal('7.5')"),
    ],
    ids=by_type,
)
def test_what_is_accepted_and_how_it_is_kept(value: object, expected: str) -> None:
    kept = exact(value)
    assert repr(kept) == expected
    assert type(kept) in {int, Decimal, Fraction}  # never a subclass, never numpy's


@pytest.mark.parametrize(
    "value", [7, _IntSubclass(7), _Index(7), np.int64(7), np.uint8(7)], ids=by_type
)
def test_whole_numbers(value: object) -> None:
    kept = whole(value)
    assert kept == 7
    assert type(kept) is int


@given(fractions_in_range)
def test_ratio_loses_nothing(value: Fraction) -> None:
    assert ratio(exact(value)) == value
    assert type(ratio(exact(value))) is Fraction


@given(st.lists(st.one_of(st.integers(0, 9), fractions_in_range).map(exact), max_size=4))
def test_addends_come_to_what_ratios_come_to(values: list[Exact]) -> None:
    assert sum(map(addend, values)) == sum(map(ratio, values), Fraction(0))
    assert [type(addend(one)) for one in values] == [
        int if type(one) is int else Fraction for one in values
    ]


# --- the caller's decimal context -----------------------------------------------------------

CONTEXT_INPUTS: list[object] = [
    4.5,
    0.1,
    123456789.25,
    Decimal("123456789.123456"),
    Decimal("123456789.1234560"),
    Decimal("1E+9"),
    Fraction(123456789, 8),
    Fraction(41, 3),
    np.float32(0.1),
    np.float64(12345.678),
    10**15,
    _NamedReal(),
]


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))
@pytest.mark.parametrize("value", CONTEXT_INPUTS, ids=by_type)
def test_the_callers_decimal_context_changes_nothing(
    value: object, context: decimal.Context
) -> None:
    outside = exact(value)
    with decimal.localcontext(context) as local:
        local.clear_flags()
        inside = exact(value)
        as_ratio = ratio(inside)
        raised = [signal for signal, flag in local.flags.items() if flag]
    assert (inside, type(inside), repr(inside)) == (outside, type(outside), repr(outside))
    assert as_ratio == ratio(outside)
    assert raised == []


@given(written, st.sampled_from(sorted(CONTEXTS)))
def test_no_context_rounds_a_decimal(value: tuple[int, int], name: str) -> None:
    digits, places = value
    number = Decimal(f"{digits}E-{places}")
    with decimal.localcontext(CONTEXTS[name]):
        kept = ratio(exact(number))
    assert kept == Fraction(digits, 10**places)


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))
@pytest.mark.parametrize(
    ("value", "code"),
    [
        (Decimal("NaN"), "not_finite"),
        (Decimal("sNaN"), "not_finite"),
        (Decimal("-Infinity"), "not_finite"),
        (float("nan"), "not_finite"),
        (Decimal("1e999999999"), "out_of_range"),
    ],
    ids=by_type,
)
def test_what_is_refused_is_refused_in_any_context(
    value: object, code: str, context: decimal.Context
) -> None:
    with decimal.localcontext(context):
        assert refusal(value) == code


# Once: without the InvalidOperation trap Decimal("about seven") is NaN, so the code changes.
@pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))
def test_a_number_without_a_numeral_is_refused_alike_in_any_context(
    context: decimal.Context,
) -> None:
    with decimal.localcontext(context):
        assert refusal(_OddReal()) == "wrong_type"


# --- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code"),
    [
        # Truth values pass as numbers in Python and numpy; here they do not.
        (True, "bool_as_number"),
        (False, "bool_as_number"),
        (np.bool_(True), "bool_as_number"),
        ("7", "text_as_number"),
        ("", "text_as_number"),
        (b"7", "text_as_number"),
        (np.str_("7"), "text_as_number"),
        (np.bytes_(b"7"), "text_as_number"),
        (float("nan"), "not_finite"),
        (float("inf"), "not_finite"),
        (float("-inf"), "not_finite"),
        (Decimal("NaN"), "not_finite"),
        (Decimal("-NaN123"), "not_finite"),
        (Decimal("sNaN"), "not_finite"),
        (Decimal("Infinity"), "not_finite"),
        (np.float64("nan"), "not_finite"),
        (np.float32("nan"), "not_finite"),
        (np.float32("inf"), "not_finite"),
        (None, "wrong_type"),
        (..., "wrong_type"),
        (NotImplemented, "wrong_type"),
        (1j, "wrong_type"),
        (np.complex128(1), "wrong_type"),
        ([1], "wrong_type"),
        ((1,), "wrong_type"),
        ({}, "wrong_type"),
        (object(), "wrong_type"),
        (int, "wrong_type"),
        (bytearray(b"7"), "wrong_type"),
        (np.array([7]), "wrong_type"),
        (np.array([1, 2]), "wrong_type"),
        (np.array(7.5), "wrong_type"),
        (np.array(True), "wrong_type"),
        (np.datetime64("2024-06-30"), "wrong_type"),
        (np.void(b"7"), "wrong_type"),
        (_OddReal(), "wrong_type"),
    ],
    ids=by_type,
)
def test_what_is_no_number(value: object, code: str) -> None:
    assert refusal(value) == code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (3.9, "not_whole"),
        (3.5, "not_whole"),
        (Decimal("3.5"), "not_whole"),
        (Fraction(7, 2), "not_whole"),
        (np.float64(3.5), "not_whole"),
        (np.float32(3.5), "not_whole"),
        (True, "bool_as_number"),
        (np.bool_(False), "bool_as_number"),
        ("3", "text_as_number"),
        (b"3", "text_as_number"),
        (None, "wrong_type"),
        (1j, "wrong_type"),
        ([3], "wrong_type"),
        (np.array([3, 4]), "wrong_type"),
        (object(), "wrong_type"),
        (MAX_MAGNITUDE + 1, "out_of_range"),
        (-MAX_MAGNITUDE - 1, "out_of_range"),
        (10**5000, "out_of_range"),
    ],
    ids=by_type,
)
def test_what_is_no_whole_number(value: object, code: str) -> None:
    assert refusal(value, whole) == code


@pytest.mark.parametrize("read", [exact, whole])
@pytest.mark.parametrize("sign", [1, -1])
def test_the_largest_magnitude(read: Callable[[object], object], sign: int) -> None:
    # The limit itself is a number; one more is not.
    assert read(sign * (MAX_MAGNITUDE - 1)) == sign * (MAX_MAGNITUDE - 1)
    assert read(sign * MAX_MAGNITUDE) == sign * MAX_MAGNITUDE
    assert refusal(sign * (MAX_MAGNITUDE + 1), read) == "out_of_range"


def test_the_largest_magnitude_of_what_is_not_whole() -> None:
    over = Fraction(2 * MAX_MAGNITUDE + 1, 2)
    assert exact(over - 1) == over - 1
    assert refusal(over) == "out_of_range"
    assert refusal(Decimal(2 * MAX_MAGNITUDE + 1) / 2) == "out_of_range"


def test_the_largest_denominator() -> None:
    assert exact(Fraction(1, MAX_DENOMINATOR - 1)) == Fraction(1, MAX_DENOMINATOR - 1)
    assert ratio(exact(Fraction(1, MAX_DENOMINATOR))) == Fraction(1, MAX_DENOMINATOR)
    assert refusal(Fraction(1, MAX_DENOMINATOR + 1)) == "out_of_range"


def test_the_finest_decimal() -> None:
    finest = Decimal((0, (1,), -MAX_DECIMAL_PLACES))
    kept = exact(finest)
    assert (kept, type(kept)) == (finest, Decimal)
    # 1/2**n needs n decimal places: above the limit the same value stays a Fraction.
    assert type(exact(Fraction(1, 2**MAX_DECIMAL_PLACES))) is Decimal
    assert type(exact(Fraction(1, 2 ** (MAX_DECIMAL_PLACES + 1)))) is Fraction


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # MAX_DECIMAL_PLACES is 20: so many are kept, to the last digit.
        ("0.1234567890123456789", Decimal("0.1234567890123456789")),  # 19
        ("0.12345678901234567891", Decimal("0.12345678901234567891")),  # 20
        ("0.123456789012345678910", Decimal("0.12345678901234567891")),  # 21: the last says nothing
        ("0.123456789012345678911", None),  # 21, and over 10**21 nothing cancels
        ("-0.000000000000000000001", None),
        ("0.000000000000000000005", None),  # 1/(2 * 10**20), still above the largest denominator
        ("1.000000000000000000001", None),
        # What cancels to a denominator of at most 10**20 is kept, as the Fraction it is: these
        # digits are even, 1/2**21 is 5**21 over 10**21.
        ("0.123456789012345678912", Fraction(123456789012345678912, 10**21)),
        ("0.000000476837158203125", Fraction(1, 2**21)),
        ("0.00000095367431640625", Decimal("0.00000095367431640625")),  # 1/2**20 has 20 places
    ],
)
def test_decimals_below_at_and_above_the_finest(written: str, expected: Exact | None) -> None:
    value = Decimal(written)
    if expected is None:
        assert refusal(value) == "out_of_range"
        return
    kept = exact(value)
    assert (kept, type(kept), str(kept)) == (expected, type(expected), str(expected))


@pytest.mark.parametrize(
    "value",
    [
        Decimal("1e999999999"),
        Decimal("-1e999999999"),
        Decimal("1e-999999999"),
        Decimal("1e-99"),
        Decimal("0." + "1" * 5000),
        Decimal("1" * 5000),
        1e308,
        5e-324,
        10**5000,
        -(10**5000),
        Fraction(10**5000, 3),
        Fraction(1, 10**5000),
        _Index(10**5000),
        np.float64(1e300),
        np.float32(1e30),
    ],
    ids=by_type,
)
def test_hostile_sizes_are_refused_and_not_computed(value: object) -> None:
    assert refusal(value) == "out_of_range"


# Once: zero is in range however it is written, and so is 1 with many zeros behind the point;
# Fraction(1) and this Decimal are equal, but one is a number here and the other is not.
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("0e999999999"), 0),
        (Decimal("0e-999999999"), 0),
        (Decimal("1." + "0" * 100), 1),
    ],
    ids=["0e999999999", "0e-999999999", "1.00..."],
)
def test_zeros_do_not_put_a_number_out_of_range(value: Decimal, expected: int) -> None:
    assert exact(value) == expected


class _IndexRaises:
    """A foreign number type whose conversion fails."""

    def __index__(self) -> int:
        raise RuntimeError("no")


class _IndexOfText:
    """A foreign type that breaks the protocol."""

    def __index__(self) -> Any:
        return "3"  # noqa: PLE0305 - that is what is wrong with it


class _TextRaises:
    """A foreign real number that cannot be printed."""

    def __str__(self) -> str:
        raise RuntimeError("no")


Real.register(_TextRaises)


class _NoDenominator:
    """A foreign rational number that is none."""

    numerator = 1
    denominator = 0


Rational.register(_NoDenominator)


def test_index_that_returns_no_int() -> None:
    assert refusal(_IndexOfText()) == "wrong_type"
    assert refusal(_IndexOfText(), whole) == "wrong_type"


# Once: whatever a foreign number type raises escapes: RuntimeError, ZeroDivisionError and, for
# numpy.timedelta64 (an Integral without __index__), TypeError.
@pytest.mark.parametrize(
    "value",
    [_IndexRaises(), _TextRaises(), _NoDenominator(), np.timedelta64(5, "D")],
    ids=by_type,
)
def test_a_foreign_number_that_fails_is_no_number(value: object) -> None:
    assert refusal(value) == "wrong_type"


# Once: the same where only `__index__` is asked.
def test_a_foreign_index_that_fails_is_no_whole_number() -> None:
    assert refusal(_IndexRaises(), whole) == "wrong_type"


junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.fractions(),
    st.complex_numbers(),
    st.text(),
    st.binary(),
    st.lists(st.integers()),
    st.builds(object),
    st.builds(np.float32, st.floats(width=32)),
    st.builds(np.int16, st.integers(-(2**15), 2**15 - 1)),
)


@given(junk)
def test_any_value_is_a_number_or_says_why_not(value: object) -> None:
    codes = {"wrong_type", "bool_as_number", "text_as_number"}
    codes |= {"not_finite", "out_of_range", "computed"}
    kept = attempt(value)
    if isinstance(kept, str):
        assert kept in codes
    else:
        assert exact(kept) == kept
        assert type(kept) in {int, Decimal, Fraction}


@pytest.mark.parametrize("sign", [1, -1])
def test_a_bound_of_a_sum_may_be_larger_than_any_fact(sign: int) -> None:
    """A product of two numbers of 10^15 has 30 digits; beyond 60 nobody means anything."""
    assert exact_of_sum(sign * 10**60) == sign * 10**60
    assert exact_of_sum(Fraction(sign, 10**60)) == Fraction(sign, 10**60)
    assert exact_of_sum(Decimal(sign).scaleb(30)) == sign * 10**30
    assert exact_of_sum(Fraction(sign * 9, 2)) == Decimal("4.5") * sign
    assert exact_of_sum(sign * 0.5) == Decimal("0.5") * sign
    beyond = (10**61, Fraction(1, 10**61), Decimal("1e61"), Decimal("1e-999999999"), Decimal("NaN"))
    for number in beyond:
        with pytest.raises(NotExact):
            exact_of_sum(number)
    for wrong in (True, "3", None, 0.1 + 0.2):
        with pytest.raises(NotExact):
            exact_of_sum(wrong)
