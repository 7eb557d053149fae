"""Literals against columns of every type: at the bound, below it, above it, exactly."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from framed import MADE, rows_back
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan.criteria.nodes import Among, Compare
from careplan.criteria.signs import Op
from careplan.frames.written.held import Form, Held
from careplan.frames.written.leaves import number_compared
from careplan.layout import table_of

AREA = table_of(cp.Venue).columns[("building_area_m2",)]
venue = cp.facts(cp.Venue)
# Every comparison of a number with a bound that it may meet, by its sign.
SIGNS = [Op.GE, Op.GT, Op.LE, Op.LT, Op.EQ, Op.NE]


def answers(criterion: Any, values: list[Any], kind: Any, sort: str = "polars") -> list[Any]:
    """Ask a criterion about the area of a venue of a column of a type."""
    frame = MADE[sort](pa.table({"building_area_m2": pa.array(values, kind)}))
    asked = cp.frames.expression(criterion, frame=frame)
    native = nw.from_native(frame).select(found=asked).to_native()
    return [row["found"] for row in rows_back(native)]


@pytest.mark.parametrize("sort", MADE)
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        (pa.int64(), 4, 5),
        (pa.float64(), 4.5, 4.6),
        (pa.decimal128(20, 1), Decimal("4.5"), Decimal("4.6")),
        (pa.decimal128(38, 20), Decimal("4.59999999999999999999"), Decimal("4.6")),
    ],
)
def test_a_bound_is_met_below_at_and_above(
    sort: str, sign: Op, kind: Any, low: Any, high: Any
) -> None:
    bound = Decimal("4.6")
    asked = Compare(cp.Venue, ("building_area_m2",), sign, bound)
    found = answers(asked, [low, high, None], kind, sort)
    # By Python's own exact numbers, of what a float prints.
    expected = [sign.holds(Fraction(str(one)), Fraction(bound)) for one in (low, high)]
    assert found == [*expected, None]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    ("kind", "below", "above"),
    [
        (pa.int8(), 13, 14),
        # 41/3 is 13.6 and sixes; of 15 digits the next below ends in 6, the next above in 7.
        (pa.float64(), 13.6666666666666, 13.6666666666667),
        (pa.decimal128(20, 2), Decimal("13.66"), Decimal("13.67")),
    ],
)
def test_a_third_is_between_what_a_column_can_hold(
    sign: Op, kind: Any, below: Any, above: Any
) -> None:
    bound = Fraction(41, 3)
    asked = Compare(cp.Venue, ("building_area_m2",), sign, bound)
    found = answers(asked, [below, above, None], kind)
    expected = [sign.holds(Fraction(str(one)), bound) for one in (below, above)]
    assert found == [*expected, None]


@given(
    st.integers(0, 10**15 - 1), st.integers(0, 12), st.integers(0, 10**15 - 1), st.integers(0, 12),
    st.sampled_from(SIGNS),
)  # fmt: skip
def test_floats_of_fifteen_digits_compare_as_their_decimals(
    digits: int, places: int, others: int, other_places: int, sign: Op
) -> None:
    value, bound = Decimal(digits).scaleb(-places), Decimal(others).scaleb(-other_places)
    held = Held(AREA, Form.FLOAT)
    asked = number_compared(held, sign, Fraction(bound))
    frame = nw.from_native(pl.DataFrame({"building_area_m2": [float(value)]}))
    assert frame.select(asked).to_native().item() is sign.holds(value, bound)


@given(
    st.integers(-(10**34), 10**34), st.fractions(0, 10**14, max_denominator=10**20),
    st.sampled_from(SIGNS),
)  # fmt: skip
def test_decimals_of_twenty_places_compare_with_any_fraction(
    digits: int, bound: Fraction, sign: Op
) -> None:
    value = Decimal((int(digits < 0), tuple(map(int, str(abs(digits)))), -20))
    asked = number_compared(Held(AREA, Form.DECIMAL, scale=20), sign, bound)
    kind = pl.Decimal(38, 20)
    frame = nw.from_native(pl.DataFrame({"building_area_m2": pl.Series([value], dtype=kind)}))
    assert frame.select(asked).to_native().item() is sign.holds(Fraction(value), bound)


@pytest.mark.parametrize("sort", MADE)
def test_what_no_frame_says_is_compared_where_every_type_has_the_bound(sort: str) -> None:
    asked = cp.frames.expression(venue.building_area_m2 >= Decimal("4.5"))
    for values, kind in (
        ([4, 5, None], pa.int64()),
        ([Decimal("4.49"), Decimal("4.5"), None], pa.decimal128(20, 2)),
    ):
        frame = MADE[sort](pa.table({"building_area_m2": pa.array(values, kind)}))
        found = nw.from_native(frame).select(found=asked).to_native()
        assert [row["found"] for row in rows_back(found)] == [False, True, None]


@pytest.mark.parametrize("bound", [Decimal("4.6"), Fraction(41, 3), Decimal(1) / 2**52])
def test_a_bound_that_not_every_type_has_needs_the_frame(bound: Any) -> None:
    # 1/2**52 has 52 places of which 37 are digits: no number of 15.
    with pytest.raises(cp.InvalidInput) as refused:
        cp.frames.expression(Compare(cp.Venue, ("building_area_m2",), Op.GE, bound))
    assert {one.code for one in refused.value.problems} <= {"needs_frame", "out_of_range"}


@pytest.mark.parametrize("sort", MADE)
def test_one_of_several_is_unknown_of_null(sort: str) -> None:
    # `is_in` says False of a null in pandas' own types, and in others null.
    wanted = {cp.VenueCategory.PARK, cp.VenueCategory.HOSPITAL}
    table = pa.table({"category": pa.array(["park", "shop", None])})
    asked = cp.frames.expression(cp.among(venue.category, wanted))
    found = nw.from_native(MADE[sort](table)).select(found=asked).to_native()
    assert [row["found"] for row in rows_back(found)] == [True, False, None]


def test_numbers_one_of_several() -> None:
    values: Any = frozenset({Decimal("4.5"), 6, Fraction(1, 3)})
    asked = Among(cp.Venue, ("building_area_m2",), values)
    assert answers(asked, [4.5, 6.0, 7.0, None], pa.float64()) == [True, True, False, None]
    assert answers(asked, [4, 6, None], pa.int64()) == [False, True, None]


@pytest.mark.parametrize("sort", MADE)
@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        (venue.waiting_area == True, [True, False, None]),  # noqa: E712 - it makes a criterion
        (venue.waiting_area != True, [False, True, None]),  # noqa: E712 - the same
        (venue.waiting_area == False, [False, True, None]),  # noqa: E712 - the same
        (cp.not_(venue.waiting_area), [False, True, None]),
    ],
)
def test_flags(sort: str, criterion: Any, expected: list[Any]) -> None:
    frame = MADE[sort](pa.table({"waiting_area": pa.array([True, False, None])}))
    asked = cp.frames.expression(criterion)
    native = nw.from_native(frame).select(found=asked).to_native()
    assert [row["found"] for row in rows_back(native)] == expected


def test_a_member_of_a_set_is_a_column() -> None:
    room = cp.facts(cp.Room)
    frame = pl.DataFrame({"supplies__hand_and_mouth_wipes": [True, False, None]})
    asked = cp.frames.expression(cp.has(room.supplies, cp.Supply.HAND_AND_MOUTH_WIPES))
    found = nw.from_native(frame).select(found=asked).to_native()
    assert found["found"].to_list() == [True, False, None]


def test_a_guarded_float_that_is_no_number_is_unknown() -> None:
    held = attrs.evolve(Held(AREA, Form.FLOAT), guarded=True)
    frame = nw.from_native(pl.DataFrame({"building_area_m2": [float("nan"), float("inf"), 5.0]}))
    found = frame.select(number_compared(held, Op.GE, Fraction(4))).to_native()
    # NaN is the largest number to polars.
    assert found["building_area_m2"].to_list() == [None, None, True]


@pytest.mark.parametrize("sort", MADE)
@pytest.mark.parametrize("number", [4, 5, 9])
def test_one_of_many_is_unknown_of_null_where_the_frame_is_known(sort: str, number: int) -> None:
    # Of more than four a frame's own `is_in` is asked, but that of pandas' own types.
    wanted = sorted(cp.VenueCategory, key=str)[:number]
    values = [str(wanted[0]), str(wanted[-1]), "park", None]
    expected = [True, True, cp.VenueCategory.PARK in wanted, None]
    frame = MADE[sort](pa.table({"category": pa.array(values)}))
    asked = cp.frames.expression(cp.among(venue.category, set(wanted)), frame=frame)
    found = nw.from_native(frame).select(found=asked).to_native()
    assert [row["found"] for row in rows_back(found)] == expected


def test_categories_of_pandas() -> None:
    frame = pd.DataFrame({"category": pd.Categorical(["park", None, "shop"])})
    # A gap among them equals nothing, and is not unknown.
    with pytest.raises(cp.InvalidInput, match="convert_dtypes"):
        cp.frames.expression(venue.category == cp.VenueCategory.PARK, frame=frame)


def test_a_column_of_nothing_is_one_of_days_as_well() -> None:
    frame = pl.DataFrame({"on": [None]})
    asked = cp.frames.expression(cp.facts(cp.SlotCount).on <= date(2024, 6, 30), frame=frame)
    assert nw.from_native(frame).select(asked).to_native()["on"].to_list() == [None]


@pytest.mark.parametrize("power", [20, 40])
def test_a_half_of_a_half_that_no_float_holds_needs_the_frame(power: int) -> None:
    # 2 and 2 to the power of -20 has 21 digits, of -40 41; of a float 15 are sure.
    with pytest.raises(cp.InvalidInput) as refused:
        cp.frames.expression(cp.facts(cp.Room).area_m2 >= 2 + Fraction(1, 2**power))
    assert [one.code for one in refused.value.problems] == ["needs_frame"]
