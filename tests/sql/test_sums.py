"""Sums in SQL: the least and the most they can come to, exactly as `evaluate` has them."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from refusing import refused
from sql_rows import both

import careplan as cp
from careplan import sql
from careplan import writing as w
from careplan.base.exact import Exact
from careplan.base.truth import Truth
from careplan.criteria.nodes import Criterion, Linear, Term, as_criterion
from careplan.criteria.signs import Op
from careplan.fields.declaring import Noun


@attrs.frozen(kw_only=True)
class Cot(w.Noun):
    """An item of an item."""

    width: Exact | None = w.number("宽")
    new: bool | None = w.flag("新")


@attrs.frozen(kw_only=True)
class Hall(w.Noun):
    """An item."""

    area: Exact | None = w.number("面积")
    seats: int | None = w.count("座位")
    own: bool | None = w.flag("独立")
    clean: bool | None = w.flag("整洁")
    cots: tuple[Cot, ...] | None = w.items(Cot, "床")


@attrs.frozen(kw_only=True)
class House(w.Noun):
    """Numbers, counts, flags, and items."""

    area: Exact | None = w.number("面积")
    depth: Exact | None = w.number("高差", minimum=-5)
    children: int | None = w.count("儿童")
    carers: int | None = w.count("保育员")
    level: int | None = w.count("层", minimum=-2)
    a: bool | None = w.flag("甲")
    b: bool | None = w.flag("乙")
    c: bool | None = w.flag("丙")
    halls: tuple[Hall, ...] | None = w.items(Hall, "室")


HOUSE, HALL, COT = cp.facts(House), cp.facts(Hall), cp.facts(Cot)
A, B, OWN = map(as_criterion, (HOUSE.a, HOUSE.b, HALL.own))
FLAGS: tuple[bool | None, ...] = (None, True, False)


def agrees(criterion: Any, subjects: list[Noun], *, settles: int = 2) -> None:
    """Assert that both databases answer as `evaluate`; at least so many truths are met."""
    expected = [cp.evaluate(criterion, each).truth for each in subjects]
    assert len(set(expected)) >= settles
    for database in both(type(subjects[0]), subjects):
        assert database.truths(criterion) == expected, (database.name, criterion)
        assert database.truths(~criterion) == [~truth for truth in expected], database.name


def where(criterion: Criterion, amount: str = "", *, over: str = "") -> Term:
    """Return a term: so many, or so much, where something is so."""
    return Term((over,) if over else (), (amount,) if amount else (), criterion)


def every(amount: str, *, over: str = "") -> Term:
    """Return a term: so much."""
    return Term((over,) if over else (), (amount,))


def summed(op: Op, bound: Any, *terms: tuple[Any, Term]) -> Linear:
    """Return a sum as it is, whatever it could be simplified to."""
    return Linear(House, terms, op, bound)


def houses(**facts: tuple[Any, ...]) -> list[Noun]:
    """Return a house for each way to state these facts."""
    return [House(**dict(zip(facts, each, strict=True))) for each in product(*facts.values())]


@pytest.mark.parametrize("op", list(Op))
def test_facts_against_each_other(op: Op) -> None:
    # 3 carers for 9 children: below, at and above, and each not stated.
    terms = ((3, every("carers")), (-1, every("children")))
    agrees(
        Linear(House, terms, op, 0),
        houses(carers=(None, 0, 3), children=(None, 0, 8, 9, 10)),
    )


@pytest.mark.parametrize("number", [1, 2, 3])
def test_so_many_criteria(number: int) -> None:
    asked = cp.at_least(number, HOUSE.a, HOUSE.b, HOUSE.c)
    agrees(asked, houses(a=FLAGS, b=FLAGS, c=FLAGS), settles=3)


def test_measured_numbers_are_added_exactly() -> None:
    # 0.1 + 0.2 is 0.3, and 4.5 m2 for each of 5 children are 22.5 m2.
    tenths = HOUSE.area + HOUSE.depth
    values = tuple(Decimal(one) for one in ("0.1", "0.2", "0.200001", "0.199999"))
    agrees(tenths >= Decimal("0.3"), houses(area=values, depth=values))
    agrees(tenths <= Decimal("0.3"), houses(area=values, depth=values))
    areas = (None, Decimal("22.499999"), Decimal("22.5"))
    agrees(HOUSE.area >= Decimal("4.5") * HOUSE.children, houses(area=areas, children=(None, 5)))
    agrees(3 * HOUSE.area + HOUSE.depth == 41, houses(area=(None, 13), depth=(None, 2, 3)))


@pytest.mark.parametrize(
    "area", [Decimal("0.0000001"), 10**9, Decimal("123456.1234567"), Decimal("99999999.9999999")]
)
def test_what_is_too_fine_or_too_large_for_millionths_is_open_and_never_wrong(area: Any) -> None:
    # With its true value the sum would be settled: as one not stated it may be anything from 0 up.
    house = House(area=area, depth=0)
    for database in both(House, [house]):
        column = {"sqlite": "REAL", "duckdb": "DOUBLE"}[database.name]
        database.connection.execute("DROP TABLE t_main")
        database.connection.execute(
            f"CREATE TABLE t_main (id BIGINT, area {column}, depth {column})"
        )
        database.connection.execute("INSERT INTO t_main VALUES (0, ?, 0)", [float(area)])
        assert database.truths(HOUSE.area + HOUSE.depth <= 10**9 - 1) == [Truth.UNKNOWN]
        assert database.truths(HOUSE.area + HOUSE.depth >= -4) == [Truth.TRUE]


def halls() -> list[Noun]:
    """Return houses with halls of every sort, one and two of them, none, and not stated."""
    sorts = [
        Hall(area=area, seats=seats, own=own)
        for area, seats, own in product((None, 4, 6), (None, 3), FLAGS)
    ]
    few = [*sorts[::4], sorts[1]]
    each = [(one,) for one in sorts] + [(one, other) for one in few for other in few]
    return [House(), House(halls=[]), *(House(halls=one, carers=2) for one in each)]


@pytest.mark.parametrize(
    "asked",
    [
        cp.count(HOUSE.halls, HALL.own) >= 2,
        cp.count(HOUSE.halls) <= 1,
        cp.count(HOUSE.halls, HALL.own) == 2,
        cp.total(HOUSE.halls, HALL.area) >= 10,
        cp.total(HOUSE.halls, HALL.area, HALL.own) < 6,
        cp.total(HOUSE.halls, HALL.seats, HALL.own) <= 3,
        cp.total(HOUSE.halls, HALL.area) >= 3 * HOUSE.carers,
        cp.total(HOUSE.halls, HALL.area) - 2 * cp.count(HOUSE.halls) > 3,
        cp.total(HOUSE.halls, HALL.seats) == 6,
        cp.total(HOUSE.halls, HALL.seats) != 3,
        # Of which the same may be left: reckoned together.
        cp.total(HOUSE.halls, HALL.area, HALL.own)
        >= Fraction(1, 2) * cp.total(HOUSE.halls, HALL.area),
        2 * cp.count(HOUSE.halls, HALL.own) - 1 * cp.count(HOUSE.halls, HALL.own & (HALL.area >= 5))
        >= 1,
        5 * cp.count(HOUSE.halls, HALL.own) >= 1 * cp.total(HOUSE.halls, HALL.area, HALL.own),
        cp.total(HOUSE.halls, HALL.seats, HALL.own)
        - cp.total(HOUSE.halls, HALL.seats, HALL.own & (HALL.area >= 5))
        <= 3,
    ],
    ids=repr,
)
def test_items_are_counted_and_totalled(asked: Any) -> None:
    agrees(asked, halls())


@pytest.mark.parametrize(
    "asked",
    [
        # A fact that may be below nothing, alone, where a criterion says so, and with another.
        HOUSE.depth + HOUSE.area >= -1,
        HOUSE.depth + HOUSE.level <= 1,
        summed(Op.GE, 0, (1, where(A, "depth")), (1, where(B))),
        summed(Op.GE, 1, (-1, where(A, "level")), (1, where(B))),
        summed(Op.LE, 1, (2, where(A, "level")), (-1, every("level"))),
        summed(Op.GT, 0, (1, where(A, "depth")), (2, where(HOUSE.a & HOUSE.b))),
        summed(Op.GE, 0, (1, where(A, "depth")), (-1, where(HOUSE.a | HOUSE.b, "depth"))),
        summed(Op.GE, 1, (1, where(~HOUSE.a, "level")), (-1, where(~HOUSE.a & HOUSE.b, "level"))),
    ],
    ids=range(8),
)
def test_what_may_be_below_nothing(asked: Any) -> None:
    agrees(asked, houses(depth=(None, -1, 2), level=(None, -1, 1), a=FLAGS, b=FLAGS, area=(0,)))


@pytest.mark.parametrize("op", [Op.EQ, Op.NE])
@pytest.mark.parametrize("bound", [0, 3, 5, 6, Decimal("6.5")])
def test_what_comes_in_steps_misses_a_number(op: Op, bound: Any) -> None:
    # 2 children's places and 3 carers' can be 5; with no carer 5 is missed, whatever is open.
    steps = ((2, every("children")), (3, every("carers")))
    agrees(
        Linear(House, steps, op, bound),
        houses(children=(None, 0, 1), carers=(None, 0, 1)),
        settles=1,
    )
    flags = (*steps, (4, where(A)), (1, every("area")))
    some = houses(children=(None, 1), carers=(None, 0), a=FLAGS, area=(None, 0, Decimal("0.5")))
    agrees(Linear(House, flags, op, bound), some, settles=1)


@pytest.mark.parametrize("op", [Op.EQ, Op.NE])
def test_items_in_steps_miss_a_number(op: Op) -> None:
    asked = Linear(
        House,
        ((2, where(OWN, over="halls")), (4, every("seats", over="halls")), (1, every("area"))),
        op,
        5,
    )
    few = [attrs.evolve(house, area=area) for house in halls() for area in (None, 0, 1)]  # type: ignore[misc]  # houses
    agrees(asked, few)


def test_items_of_items() -> None:
    wide = cp.some(HALL.cots, COT.new)
    cots = [Cot(width=width, new=new) for width, new in product((None, 1), FLAGS)]
    rooms = [Hall(own=own, cots=one) for own in FLAGS for one in (None, [], *([c] for c in cots))]
    subjects: list[Noun] = [House(), House(halls=[]), *(House(halls=[one]) for one in rooms)]
    subjects += [House(halls=rooms[:3]), House(halls=rooms[4:6])]
    agrees(cp.every(HOUSE.halls, wide | HALL.own), subjects, settles=3)
    agrees(cp.some(HOUSE.halls, cp.every(HALL.cots, COT.new) & HALL.own), subjects, settles=3)
    agrees(cp.count(HOUSE.halls, wide) >= 1, subjects)
    agrees(cp.some(HOUSE.halls, cp.total(HALL.cots, COT.width) >= 1), subjects)


@pytest.mark.parametrize(
    "asked",
    [
        # What is left of some halls may be what is left of one that is counted.
        summed(
            Op.GE, 1, (3, where(cp.some(HOUSE.halls, HALL.own))), (-1, where(OWN, over="halls"))
        ),
        # Criteria of several facts that share some.
        summed(
            Op.GE,
            1,
            (1, where(cp.some(HOUSE.halls, HALL.own))),
            (-1, where(cp.some(HOUSE.halls, HALL.clean))),
        ),
        # More than three criteria in common.
        summed(
            Op.GE,
            1,
            (1, where(HOUSE.a & HOUSE.b, "area")),
            (-1, where(HOUSE.c | (HOUSE.children >= 4), "area")),
        ),
        # Where a sum is to equal a number, what is open comes in steps that are not known before.
        summed(Op.EQ, 1, (1, where(A, "area")), (1, every("children"))),
        summed(Op.EQ, 1, (1, where(A)), (1, where(HOUSE.a & HOUSE.b))),
        summed(Op.EQ, 1, (1, where(cp.some(HOUSE.halls, HALL.own))), (1, where(OWN, over="halls"))),
        summed(
            Op.EQ,
            1,
            (2, every("children")),
            (3, every("carers")),
            (5, every("level")),
            (7, where(A)),
        ),
    ],
    ids=range(7),
)
def test_what_shares_too_much_is_refused(asked: Any) -> None:
    assert refused(sql.text, asked, table="t", tables={"halls": "h"}) == [
        ("criterion", "not_in_sql.shared")
    ]


@pytest.mark.parametrize(
    "asked",
    [
        10_000 * HOUSE.children >= HOUSE.carers,
        summed(Op.GE, 2**63, (1, every("children")), (1, every("carers"))),
        HOUSE.area + Fraction(1, 10**14) * HOUSE.depth >= 1,
    ],
    ids=range(3),
)
def test_what_needs_more_than_64_bits_is_refused(asked: Any) -> None:
    assert refused(sql.text, asked, table="t") == [("criterion", "not_in_sql.number")]


def test_a_least_that_is_no_whole_number_of_millionths_is_refused() -> None:
    @attrs.frozen(kw_only=True)
    class Fine(w.Noun):
        size: Exact | None = w.number("大小", minimum=Decimal("-0.0000001"))
        other: Exact | None = w.number("其他")

    fine = cp.facts(Fine)
    assert refused(sql.text, fine.size + fine.other >= 1, table="t") == [
        ("criterion", "not_in_sql.number")
    ]


def test_very_many_terms_are_added_in_groups() -> None:
    asked = cp.at_least(2, *(HOUSE.children >= number for number in range(1, 302)))
    agrees(asked, houses(children=(None, 0, 1, 2, 400)), settles=3)
