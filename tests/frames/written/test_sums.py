"""Sums over columns: settled by what is known of their terms, exactly, or refused by name."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from framed import MADE, rows_back, tables_of
from frames_agreeing import evaluated, plan_for, truths

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import Term
from careplan.criteria.signs import Op
from careplan.criteria.sums.canonical import linear

venue, room, employer = cp.facts(cp.Venue), cp.facts(cp.Room), cp.facts(cp.Employer)
CARERS = employer.female_employees >= 10 * employer.pregnant_or_nursing_employees
AREAS = room.area_m2 >= Decimal("4.5") * room.cleanings_per_day


@pytest.mark.parametrize("sort", MADE)
def test_counts(sort: str) -> None:
    # 10 for each: at, below; none asked of 0; an unknown number of women is at least 0.
    rows = [(50, 5, True), (49, 5, False), (None, 0, True), (None, 1, None), (0, None, None)]
    women, mothers, expected = zip(*rows, strict=True)
    table = pa.table(
        {
            "place": [*range(5)],
            "female_employees": pa.array(women, pa.int64()),
            "pregnant_or_nursing_employees": pa.array(mothers, pa.int64()),
        }
    )
    found = nw.from_native(MADE[sort](table)).select("place", found=cp.frames.expression(CARERS))
    answers = sorted(rows_back(found.to_native()), key=lambda row: row["place"])
    assert [row["found"] for row in answers] == list(expected)


@pytest.mark.parametrize("sort", MADE)
@pytest.mark.parametrize(
    "kind", [pa.float64(), pa.decimal128(18, 2), pa.decimal128(38, 20)], ids=str
)
def test_numbers_are_added_exactly(sort: str, kind: Any) -> None:
    # 0.1 + 0.2 is more than 0.3 as floats, and 0.3 as decimals.
    subjects = [cp.Room(area_m2=Decimal("0.1"), usable_area_m2=Decimal("0.2"))]
    subjects += [cp.Room(area_m2=Decimal("0.1"), usable_area_m2=Decimal("0.19"))]
    subjects += [cp.Room(area_m2=Decimal("0.3")), cp.Room(area_m2=Decimal("0.31")), cp.Room()]
    tables = tables_of(subjects, cp.Room, number=kind)
    for asked in (
        room.area_m2 + room.usable_area_m2 <= Decimal("0.3"),
        room.area_m2 + room.usable_area_m2 >= Decimal("0.3"),
        room.area_m2 + room.usable_area_m2 == Decimal("0.3"),
        room.area_m2 + room.usable_area_m2 != Decimal("0.3"),
        room.area_m2 + room.usable_area_m2 < Decimal("0.3"),
        room.area_m2 + room.usable_area_m2 > Decimal("0.3"),
    ):
        found = truths(asked, cp.Room, tables, MADE[sort], rows_back)
        assert found == evaluated(asked, subjects), asked


@pytest.mark.parametrize("sort", MADE)
def test_items_are_counted_and_added_up(sort: str) -> None:
    fine = cp.Room(independent=True, usable_area_m2=6, area_m2=8)
    open_room = cp.Room(usable_area_m2=5)
    unknown = cp.Room(independent=True)
    lists: list[Any] = [None, [], [fine], [fine, open_room], [open_room, unknown], [unknown] * 3]
    subjects = [cp.Venue(rooms=rooms) for rooms in lists]
    tables = tables_of(subjects, cp.Venue)
    for asked in (
        cp.count(venue.rooms, room.independent) >= 2,
        cp.count(venue.rooms) >= 3,
        cp.total(venue.rooms, room.usable_area_m2) >= 11,
        cp.total(venue.rooms, room.usable_area_m2, room.independent) < 7,
        cp.total(venue.rooms, room.usable_area_m2) == 6,
        cp.some(venue.rooms, room.independent),
        cp.every(venue.rooms, cp.all_of(room.independent, room.usable_area_m2 >= 6)),
        cp.some(venue.rooms),
        cp.not_(cp.some(venue.rooms)),
        cp.every(venue.rooms, cp.not_(room.independent)),
    ):
        found = truths(asked, cp.Venue, tables, MADE[sort], rows_back)
        assert found == evaluated(asked, subjects), asked


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        # An area that is not stated is at least half of itself.
        (
            2 * cp.total(venue.rooms, room.usable_area_m2, room.independent)
            >= cp.total(venue.rooms, room.usable_area_m2),
            "sum_shares",
        ),
        # With an unknown number of people, which is even times two, it is never 3.
        (2 * venue.daily_visitors + cp.count(venue.rooms) == 3, "sum_equals"),
        # Which rooms are added up may be open: their areas may be added or not.
        (cp.total(venue.rooms, room.usable_area_m2, room.independent) == 6, "sum_equals"),
        # What is not 10 together is not 20 either.
        (
            cp.at_least(
                2,
                cp.total(venue.rooms, room.usable_area_m2) >= 10,
                cp.total(venue.rooms, room.usable_area_m2) >= 20,
                venue.waiting_area,
            ),
            "sum_shares",
        ),
        # That there is a room and that there is none never hold together, nor both not.
        (
            cp.at_least(2, cp.some(venue.rooms), cp.not_(cp.some(venue.rooms)), venue.waiting_area),
            "sum_shares",
        ),
    ],
)
def test_what_the_ends_do_not_settle_is_refused(asked: Any, code: str) -> None:
    subjects = [cp.Venue(rooms=[])]
    with pytest.raises(cp.InvalidInput) as refused:
        truths(asked, cp.Venue, tables_of(subjects, cp.Venue), MADE["polars"], rows_back)
    assert [one.code for one in refused.value.problems] == [code]


def test_factors_that_no_whole_number_holds_are_refused() -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        cp.frames.expression(
            10**12 * employer.female_employees >= employer.pregnant_or_nursing_employees
        )
    assert [one.code for one in refused.value.problems] == ["sum_too_fine"]


def test_a_sum_of_numbers_needs_the_frame() -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        cp.frames.expression(AREAS)
    assert [one.code for one in refused.value.problems] == ["needs_frame"]
    frame = pl.DataFrame({"area_m2": [9.0, 8.9], "cleanings_per_day": [2, 2]})
    asked = cp.frames.expression(AREAS, frame=frame)
    found = nw.from_native(frame).select(found=asked).to_native()
    assert found["found"].to_list() == [True, False]  # 4.5 times 2 is 9


@pytest.mark.parametrize("area", [1e9 + 0.5, 0.1234567, 1.1 + 2.2])
def test_floats_that_are_no_decimals_of_six_places_are_not_added(area: float) -> None:
    frame = pl.DataFrame({"area_m2": [area], "cleanings_per_day": [2]})
    with pytest.raises(cp.InvalidInput) as refused:
        cp.frames.outcomes(frame, plan_for(AREAS))
    assert [one.code for one in refused.value.problems] == ["not_summed"]
    lazy = cp.frames.outcomes(frame.lazy(), plan_for(AREAS)).collect()
    assert lazy["outcome"].to_list() == ["unknown"]  # an unknown area is less than 9, or more


@pytest.mark.parametrize("most", [2**31 - 1, 2**62, 2**63 - 1])
def test_whole_numbers_beyond_what_can_be_reckoned_are_unknown(most: int) -> None:
    frame = nw.from_native(
        pl.DataFrame({"female_employees": [most], "pregnant_or_nursing_employees": [most]})
    )
    found = frame.select(found=cp.frames.expression(CARERS)).to_native()["found"].to_list()
    # 10 times as many are asked; where 64 bits do not hold that, nothing is said.
    assert found == ([False] if most < 2**58 else [None])


@pytest.mark.parametrize("dtype", [pl.Int8, pl.UInt8, pl.Int32, pl.UInt64, pl.Int128])
def test_small_and_large_types_of_whole_numbers(dtype: Any) -> None:
    frame = pl.DataFrame(
        {"female_employees": [100, 99], "pregnant_or_nursing_employees": [10, 10]},
        schema=dict.fromkeys(("female_employees", "pregnant_or_nursing_employees"), dtype),
    )
    # 10 times 10 is more than 8 bits hold with a sign, had they been kept.
    assert cp.frames.outcomes(frame, plan_for(CARERS))["outcome"].to_list() == ["met", "not_met"]


def test_points_for_what_holds() -> None:
    subjects = [
        cp.Room(private=a, clean=b) for a in (True, False, None) for b in (True, False, None)
    ]
    tables = tables_of(subjects, cp.Room)
    for number in (1, 2):
        asked = cp.at_least(number, room.private, room.clean, room.lockable)
        found = truths(asked, cp.Room, tables, MADE["polars"], rows_back)
        assert found == evaluated(asked, subjects)


@attrs.frozen(kw_only=True)
class Account(w.Noun):
    """A noun of numbers that may be below 0."""

    saved: w.Number | None = w.number("结余", minimum=-100)
    spent: w.Number | None = w.number("支出")
    open: bool | None = w.flag("有效")


def test_a_number_that_may_be_below_zero_has_its_own_least() -> None:
    account = cp.facts(Account)
    given_if: Any = linear(
        Account,
        [
            (Fraction(1), Term((), ("saved",), account.open.__criterion__())),
            (Fraction(1), Term((), ("spent",))),
        ],
        Op.GE,
        Fraction(-5),
    )
    subjects = [
        Account(saved=saved, spent=spent, open=is_open)
        for saved in (None, -100, -5, 0, 7)
        for spent in (None, 0, 3)
        for is_open in (None, True, False)
    ]
    tables = tables_of(subjects, Account)
    for asked in (
        given_if,
        attrs.evolve(given_if, bound=-99),
        attrs.evolve(given_if, op=Op.LE, bound=-3),
        account.saved + account.spent >= -5,
        account.saved - account.spent < -100,
    ):
        found = truths(asked, Account, tables, MADE["polars"], rows_back)
        assert found == evaluated(asked, subjects), asked


@pytest.mark.parametrize("sort", MADE)
def test_questions_about_items_are_counted_as_well(sort: str) -> None:
    fine, other, unknown = cp.Room(independent=True), cp.Room(independent=False), cp.Room()
    lists: list[Any] = [None, [], [fine], [fine, other], [other], [unknown]]
    subjects = [
        cp.Venue(rooms=rooms, waiting_area=waiting)
        for rooms in lists
        for waiting in (True, False, None)
    ]
    tables = tables_of(subjects, cp.Venue)
    for there in (cp.some(venue.rooms, room.independent), cp.some(venue.rooms)):
        asked = cp.at_least(2, there, venue.waiting_area, venue.reserved_seats)
        found = truths(asked, cp.Venue, tables, MADE[sort], rows_back)
        assert found == evaluated(asked, subjects)
