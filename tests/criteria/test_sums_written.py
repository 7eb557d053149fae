"""How a sum is written: what adds up, what is refused, and why."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from crews import Cot, Crew, cot, crew

import careplan as cp
from careplan.base.errors import AmbiguousTruth, InvalidCriterion
from careplan.criteria.nodes import TRUE, Compare, Linear, Term
from careplan.criteria.signs import Op
from careplan.fields.declaring import day


@attrs.frozen(kw_only=True)
class BigCot(Cot):
    """A cot of one kind: no item of a crew is declared to be one."""

    made_on: date | None = day("日期", "day")


venue, big_cot = cp.facts(cp.Venue), cp.facts(BigCot)
CHILDREN, CARERS, AREA = (Term(amount=(name,)) for name in ("children", "carers", "area_m2"))


@pytest.mark.parametrize(
    ("written", "terms", "op", "bound"),
    [
        (crew.area_m2 >= 4.5 * crew.children, [(1, AREA), ("-4.5", CHILDREN)], Op.GE, 0),
        (crew.area_m2 >= crew.children * Decimal("4.5"), [(1, AREA), ("-4.5", CHILDREN)], Op.GE, 0),
        (crew.area_m2 < crew.children / 3, [(1, AREA), ("-1/3", CHILDREN)], Op.LT, 0),
        (crew.children + crew.carers <= 30, [(1, CHILDREN), (1, CARERS)], Op.LE, 30),
        (3 + crew.children + crew.carers <= 30, [(1, CHILDREN), (1, CARERS)], Op.LE, 27),
        (crew.children - crew.carers != 2, [(1, CHILDREN), (-1, CARERS)], Op.NE, 2),
        (crew.children == crew.carers + 2, [(1, CHILDREN), (-1, CARERS)], Op.EQ, 2),
        (2 * (crew.children + crew.carers) > 9, [(2, CHILDREN), (2, CARERS)], Op.GE, 10),
        (-(crew.children + crew.carers) > -9, [(-1, CHILDREN), (-1, CARERS)], Op.GT, -9),
        (9 - crew.children > crew.carers, [(-1, CHILDREN), (-1, CARERS)], Op.GT, -9),
        (crew.children < crew.carers, [(1, CHILDREN), (-1, CARERS)], Op.LT, 0),
    ],
)
def test_facts_add_up_with_exact_factors(
    written: Any, terms: list[tuple[Any, Term]], op: Op, bound: int
) -> None:
    parts = tuple((Fraction(factor), term) for factor, term in terms)
    turned = {Op.GE: Op.LE, Op.LE: Op.GE, Op.GT: Op.LT, Op.LT: Op.GT}.get(op, op)
    other = tuple((-factor, term) for factor, term in parts)
    # One of the two signs: which of them is the library's own affair.
    assert written in (Linear(Crew, parts, op, bound), Linear(Crew, other, turned, -bound))


def test_a_list_of_facts_may_be_summed_up() -> None:
    several: Any = sum([crew.children, crew.carers])
    assert (several <= 30) == (crew.children + crew.carers <= 30)


def test_what_is_counted_and_added_up_of_items() -> None:
    firm = Compare(Cot, ("firm",), Op.EQ, value=True)
    of_cots = {
        cp.count(crew.cots, cot.firm) >= 2: Term(("cots",), (), firm),
        cp.count(crew.cots) >= 2: Term(("cots",), (), TRUE),
        cp.total(crew.cots, cot.size) >= 2: Term(("cots",), ("size",), TRUE),
        cp.total(crew.cots, cot.size, cot.firm) >= 2: Term(("cots",), ("size",), firm),
    }
    for written, term in of_cots.items():
        assert written == Linear(Crew, ((1, term),), Op.GE, 2)


def test_a_fact_against_a_number_stays_a_comparison() -> None:
    for written in (crew.children >= 3, crew.children * 1 >= 3, crew.children + 0 >= 3):
        assert written == Compare(Crew, ("children",), Op.GE, 3)


def test_a_count_fits_whatever_a_count_is_counted_in() -> None:
    assert isinstance(cp.count(crew.cots) >= crew.children, Linear)
    assert isinstance(crew.staff >= crew.children, Linear)


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "product": (lambda: crew.children * crew.carers, "a product of two facts is no sum"),
    "ratio": (lambda: crew.children / crew.carers, "a ratio is written a <= 3 * b"),
    "ratio to a number": (lambda: 3 / crew.carers >= 1, "a ratio is written a <= 3 * b"),
    "by nothing": (lambda: crew.children / 0, "by a number other than 0"),
    "flag": (lambda: crew.yard + 1, "at_least(...)"),
    "choice": (lambda: cp.facts(cp.Venue).category + 1, "add up or are compared with each other"),
    "flag against flag": (lambda: crew.yard == crew.hall, "is no number"),
    "day": (lambda: big_cot.made_on - big_cot.made_on, "is no number"),
    "collection": (lambda: crew.cots + 1, "count(Crew.cots)"),
    "total of a flag": (lambda: cp.total(crew.cots, cot.firm), "at_least(...)"),
    "total of no fact": (lambda: cp.total(crew.cots, 3), "total takes a fact"),  # type: ignore[arg-type]  # wrong
    "count of no items": (lambda: cp.count(crew.children), "count needs"),
    "other noun's items": (lambda: cp.count(crew.cots, crew.yard), "are Cots"),
    "total of other items": (lambda: cp.total(crew.cots, crew.children), "are Cots"),
    "total of a derived noun": (
        lambda: cp.total(crew.cots, big_cot.size),
        "declare cots anew with items(BigCot, ...)",
    ),
    "two nouns": (lambda: crew.children <= venue.daily_visitors, "several nouns: Crew, Venue"),
    "two units": (lambda: crew.area_m2 >= crew.children, "different units (m2, persons)"),
    "two units added": (lambda: crew.area_m2 + crew.children, "write the factor"),
    "area and items": (lambda: crew.area_m2 + cp.count(crew.cots), "different units (m2, none)"),
    "area and no unit": (lambda: crew.area_m2 >= crew.heat, "different units (m2, none)"),
    "always": (lambda: crew.children + crew.carers >= 0, "is always so"),
    "never": (lambda: crew.staff + crew.carers < 1, "is never so"),
    "nothing left": (lambda: crew.children - crew.children > 0, "is never so"),
    "computed float": (lambda: (0.1 + 0.2) * crew.children, "it was computed, not stated"),
    "text": (lambda: crew.children + "3", "text"),
    "flag as number": (lambda: crew.children * True, "truth value True"),
    "none": (lambda: crew.children + crew.carers >= None, "whether a fact is stated"),
    "at least of two nouns": (lambda: cp.at_least(1, crew.yard, cot.firm), "several nouns"),
    "at least of one twice": (lambda: cp.at_least(1, crew.yard, crew.yard), "twice"),
    "at least more": (lambda: cp.at_least(3, crew.yard, crew.hall), "is given 2 criteria"),
    "at least none": (lambda: cp.at_least(0, crew.yard, crew.hall), "is always so"),
    "at least of a number": (lambda: cp.at_least(1, crew.children), "yes-or-no"),
    "without brackets": (lambda: crew.yard & crew.children, "in brackets: (a >= 1) & b"),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_what_is_no_sum_is_refused_as_it_is_written(mistake: str) -> None:
    write, says = REFUSED[mistake]
    with pytest.raises(InvalidCriterion) as error:
        write()
    assert says in str(error.value)


def test_a_sum_has_no_truth_and_no_hash() -> None:
    together: Any = crew.children + crew.carers
    with pytest.raises(AmbiguousTruth):
        bool(together)
    with pytest.raises(AmbiguousTruth):
        assert 3 <= together <= 30
    with pytest.raises(TypeError):
        hash(together)
    assert repr(together - 3) == "1 * children + 1 * carers + -3"


def test_numbers_of_numpy_are_factors() -> None:
    numpy = pytest.importorskip("numpy")
    ratio = crew.area_m2 >= 4.5 * crew.children
    assert (crew.area_m2 >= numpy.float64(4.5) * crew.children) == ratio
    assert (numpy.int64(3) * crew.carers >= crew.children) == (3 * crew.carers >= crew.children)
