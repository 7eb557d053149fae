"""Where facts are bounded one by one: what sums exclude, and where they are found to hold."""

from fractions import Fraction

import pytest
from crews import Crew, cot, crew, is_so
from hypothesis import event, given
from hypothesis import strategies as st
from strategies import nouns

import careplan as cp
from careplan.criteria.nodes import Criterion, Linear, Not, Some, Term, all_of, not_
from careplan.criteria.regions.taken import Taken, can_hold, can_surely_hold
from careplan.criteria.signs import Op
from careplan.criteria.sums.canonical import linear
from careplan.criteria.sums.ways import MOST_ITEMS, MOST_WAYS, ways
from careplan.testing.cases.solving import satisfying
from careplan.testing.drawn.criteria import sums

PER_CHILD = crew.area_m2 >= 3 * crew.children
TWO_FIRM = cp.count(crew.cots, cot.firm) >= 2
EITHER = cp.at_least(2, crew.yard, crew.hall, crew.area_m2 >= 60)


@pytest.mark.parametrize(
    ("criterion", "possible"),
    [
        # 40 children need 120 m2.
        (all_of(PER_CHILD, crew.children >= 40, crew.area_m2 <= 100), False),
        (all_of(PER_CHILD, crew.children >= 40, crew.area_m2 <= 120), True),
        (all_of(PER_CHILD, crew.children > 39, crew.area_m2 < 120), True),  # ends count as in
        # A count of at most 33 is 33: 99 m2 are enough for them, and no more is needed.
        (all_of(not_(PER_CHILD), crew.children <= 33, crew.area_m2 >= 99), False),
        (all_of(not_(PER_CHILD), crew.children <= 34, crew.area_m2 >= 99), True),
        # Two sums of the same terms.
        (all_of(crew.children + crew.carers >= 9, crew.children + crew.carers <= 8), False),
        (all_of(crew.children + crew.carers >= 9, crew.children + crew.carers == 9), True),
        (all_of(crew.children + crew.carers >= 9, not_(crew.children + crew.carers >= 9)), False),
        # Two of a sort that is asked for may be one of another.
        (all_of(TWO_FIRM, cp.some(crew.cots, cot.size >= 3), cp.count(crew.cots) <= 2), True),
        (all_of(TWO_FIRM, not_(TWO_FIRM)), False),
        (cp.any_of(all_of(TWO_FIRM, not_(TWO_FIRM)), PER_CHILD), True),
    ],
)
def test_what_bounds_of_facts_exclude(criterion: Criterion, possible: bool) -> None:
    assert can_hold(criterion) is possible
    assert can_surely_hold(criterion) <= possible


def test_a_sum_leaves_its_facts_open() -> None:
    space = Taken().space(all_of(PER_CHILD, crew.children >= 40))
    assert space.is_loose
    assert space.is_loose_about("children")
    assert space.is_loose_about("area_m2")
    assert not Taken().space(crew.children >= 40).is_loose


@pytest.mark.parametrize(
    "criterion",
    [
        PER_CHILD,
        not_(PER_CHILD),
        all_of(PER_CHILD, crew.children >= 20, crew.area_m2 <= 60),
        all_of(not_(PER_CHILD), crew.children <= 20, crew.area_m2 >= 5),
        crew.children == 3 * crew.carers + 2,
        3 * crew.children == crew.carers + 2,
        3 * crew.children >= crew.carers + 2,
        2 * crew.staff == 3 * crew.carers,
        crew.staff - crew.carers < 1,
        cp.count(crew.cots) + crew.staff >= 3,
        crew.staff <= 4 * cp.count(crew.cots),
        crew.children != 3 * crew.carers,
        not_(crew.children == 3 * crew.carers),
        crew.children + crew.carers > 7,
        crew.children < crew.carers,
        TWO_FIRM,
        not_(TWO_FIRM),
        all_of(TWO_FIRM, cp.count(crew.cots, cot.size >= 3) >= 3),
        all_of(TWO_FIRM, cp.count(crew.cots, cot.firm) >= 3),
        cp.total(crew.cots, cot.size, cot.firm) >= 10,
        cp.total(crew.cots, cot.size) < 10,
        cp.total(crew.cots, cot.warmth) == 0,
        cp.count(crew.cots) <= 2 * cp.count(crew.cots, cot.firm),
        EITHER,
        not_(EITHER),
        all_of(EITHER, not_(crew.yard)),
        all_of(EITHER, not_(crew.yard), crew.listed),
        cp.at_least(3, crew.yard, crew.hall, crew.listed, crew.area_m2 >= 60),
    ],
)
def test_a_subject_is_found_about_which_a_sum_holds(criterion: Criterion) -> None:
    assert can_surely_hold(criterion)
    found = next(satisfying(Crew, criterion))
    assert cp.evaluate(criterion, found).truth is cp.Truth.TRUE


@given(sums(Crew), st.booleans(), st.data())
def test_what_fulfils_a_way_fulfils_the_sum(
    node: Criterion, positive: bool, data: st.DataObject
) -> None:
    if not isinstance(node, Linear):
        return
    found = list(ways(node, positive=positive))
    event(f"{min(len(found), 3)} ways or more")
    assert len(found) <= MOST_WAYS
    for way in found[:8]:
        for subject in [*satisfying(Crew, way), data.draw(nouns(Crew, full=True))]:
            if cp.evaluate(way, subject).truth is cp.Truth.TRUE:
                truth = cp.evaluate(node, subject).truth
                assert truth is (cp.Truth.TRUE if positive else cp.Truth.FALSE)


@given(sums(Crew), st.data())
def test_what_is_so_of_a_subject_can_be(node: Criterion, data: st.DataObject) -> None:
    if not isinstance(node, Linear):
        return
    subject = data.draw(nouns(Crew, full=True))
    own = [
        getattr(crew, name) == getattr(subject, name) for name in ("children", "area_m2", "heat")
    ]
    assert can_hold(all_of(node if is_so(node, subject) else Not(node), *own))


def test_so_many_items_are_asked_for_one_by_one() -> None:
    most, more = (cp.count(crew.cots) >= MOST_ITEMS + extra for extra in (0, 1))
    assert can_surely_hold(most)
    # More may be there all the same: that is not denied, and not claimed.
    assert can_hold(more)
    assert not can_surely_hold(more)


def test_no_more_ways_are_tried_than_is_said() -> None:
    # 4 choices of two criteria, at each of 14 levels, with either of two facts that lift.
    held = [(Fraction(1), Term(where=cp.all_of(fact))) for fact in (crew.yard, crew.hall)]
    facts = zip((4, 3, -1), ("children", "carers", "area_m2"), strict=True)
    parts = [*held, *((Fraction(f), Term(amount=(name,))) for f, name in facts)]
    node = linear(Crew, parts, Op.GE, Fraction(7))
    assert isinstance(node, Linear)
    assert len(list(ways(node, positive=True))) == MOST_WAYS


def test_a_bound_that_no_fact_reaches_is_found_to_hold_nowhere() -> None:
    """10^15 is the most that a fact can state."""
    parts = [(Fraction(1), Term(amount=(name,))) for name in ("area_m2", "heat")]
    node = linear(Crew, parts, Op.GE, Fraction(10**16))
    assert can_hold(node)
    assert not can_surely_hold(node)


def test_no_item_that_cannot_be_is_counted() -> None:
    at_odds = all_of(cot.size >= 3, cot.size < 3)
    assert not can_surely_hold(cp.count(crew.cots, at_odds) >= 2)


@pytest.mark.parametrize("number", [1, 2])
def test_of_several_criteria_just_so_many_are_found(number: int) -> None:
    three = [cp.all_of(fact) for fact in (crew.yard, crew.hall, crew.listed)]
    node = linear(Crew, [(Fraction(1), Term(where=one)) for one in three], Op.EQ, Fraction(number))
    found = next(satisfying(Crew, node))
    assert [found.yard, found.hall, found.listed].count(True) == number


def test_an_amount_that_counts_only_if_something_holds_is_kept_down_by_either() -> None:
    one, no_hall = Fraction(1), Not(crew.hall.__criterion__())
    parts = [(one, Term(amount=("area_m2",), where=no_hall)), (2 * one, Term(amount=("children",)))]
    node, equal = (linear(Crew, parts, op, Fraction(9)) for op in (Op.LE, Op.EQ))
    for criterion in (node, Not(node), all_of(node, crew.area_m2 >= 10), equal, Not(equal)):
        found = next(satisfying(Crew, criterion))
        assert cp.evaluate(criterion, found).truth is cp.Truth.TRUE


def test_of_what_may_be_negative_no_single_item_is_enough() -> None:
    warm = cp.total(crew.cots, cot.warmth) >= 3
    assert can_hold(warm)
    assert not can_surely_hold(warm)
    assert isinstance(cp.count(crew.cots) > 0, Some)
