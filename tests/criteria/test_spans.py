"""Sets of numbers: the laws of a Boolean algebra, on sets drawn at random."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careplan.criteria.regions.spans import ALL, EVERYTHING, INFINITY, NOTHING, Span, Spans

# Few bounds, so that drawn intervals often touch, overlap or share an end.
BOUNDS = st.integers(-3, 3).map(Fraction) | st.sampled_from(
    [Fraction(1, 2), Fraction(1, 3), -INFINITY, INFINITY]
)
INTERVALS = st.builds(Span, BOUNDS, BOUNDS, st.booleans(), st.booleans())
LISTS = st.lists(INTERVALS, max_size=4)
SETS = LISTS.map(Spans.of)


def lies_in(number: Fraction, one: Span) -> bool:
    """Say by the definition of an interval whether a number lies in it."""
    above = number > one.low or (one.low_in and number == one.low)
    below = number < one.high or (one.high_in and number == one.high)
    return above and below


def numbers_about(*parts: Iterable[Span]) -> list[Fraction]:
    """Return every finite bound, a number between each two, and one beyond each end."""
    ends = {end for some in parts for one in some for end in (one.low, one.high)}
    bounds = sorted(Fraction(end) for end in ends if abs(end) != INFINITY) or [Fraction(0)]
    between = [(low + high) / 2 for low, high in pairwise(bounds)]
    return [bounds[0] - 1, *bounds, *between, bounds[-1] + 1]


# --- membership: what the operations mean ----------------------------------------------------


@given(LISTS)
def test_a_union_of_intervals_holds_what_one_of_them_holds(given_intervals: list[Span]) -> None:
    joined = Spans.of(given_intervals)
    for x in numbers_about(given_intervals):
        assert (x in joined) is any(lies_in(x, one) for one in given_intervals)


@given(SETS, SETS)
def test_membership_agrees_with_every_operation(a: Spans, b: Spans) -> None:
    for x in numbers_about(a.parts, b.parts):
        assert (x in (a | b)) is (x in a or x in b)
        assert (x in (a & b)) is (x in a and x in b)
        assert (x in ~a) is (x not in a)


@given(INTERVALS, INTERVALS)
def test_two_intervals_share_what_lies_in_both(one: Span, other: Span) -> None:
    for x in numbers_about([one], [other]):
        assert lies_in(x, one & other) is (lies_in(x, one) and lies_in(x, other))


@given(INTERVALS)
def test_an_empty_interval_holds_no_number(one: Span) -> None:
    held = [x for x in numbers_about([one]) if lies_in(x, one)]
    # Infinity is no number: an interval at infinity holds none, though its bounds are equal.
    at_infinity = one.low == one.high and abs(one.low) == INFINITY
    assert one.is_empty() is (not held) or at_infinity


# --- the laws --------------------------------------------------------------------------------


@given(SETS, SETS)
def test_commutative(a: Spans, b: Spans) -> None:
    assert a | b == b | a
    assert a & b == b & a


@given(SETS, SETS, SETS)
def test_associative(a: Spans, b: Spans, c: Spans) -> None:
    assert (a | b) | c == a | (b | c)
    assert (a & b) & c == a & (b & c)


@given(SETS, SETS, SETS)
def test_distributive(a: Spans, b: Spans, c: Spans) -> None:
    assert a & (b | c) == (a & b) | (a & c)
    assert a | (b & c) == (a | b) & (a | c)


@given(SETS, SETS)
def test_de_morgan(a: Spans, b: Spans) -> None:
    assert ~(a | b) == ~a & ~b
    assert ~(a & b) == ~a | ~b


@given(SETS, SETS)
def test_absorption(a: Spans, b: Spans) -> None:
    assert a | (a & b) == a
    assert a & (a | b) == a


@given(SETS)
def test_idempotence_double_complement_and_the_extremes(a: Spans) -> None:
    assert a | a == a
    assert a & a == a
    assert ~~a == a
    assert (a | NOTHING, a & ALL) == (a, a)
    assert (a | ALL, a & NOTHING) == (ALL, NOTHING)
    assert (a | ~a, a & ~a) == (ALL, NOTHING)


# --- the canonical form ----------------------------------------------------------------------


@given(LISTS, st.randoms(use_true_random=False))
def test_equal_sets_are_equal_objects(given_intervals: list[Span], random: Random) -> None:
    shuffled = list(given_intervals)
    random.shuffle(shuffled)
    joined = Spans.of(given_intervals)
    assert Spans.of([*shuffled, *joined.parts]) == joined
    assert hash(Spans.of(shuffled)) == hash(joined)
    assert Spans.of(joined.parts) == joined


@given(SETS, SETS)
def test_sets_with_the_same_numbers_are_equal(a: Spans, b: Spans) -> None:
    same = all((x in a) is (x in b) for x in numbers_about(a.parts, b.parts))
    assert (a == b) is same


@given(SETS)
def test_the_parts_are_real_in_order_and_apart(a: Spans) -> None:
    assert not any(one.is_empty() for one in a.parts)
    for one, after in pairwise(a.parts):
        # A hole of at least one number: the bound itself, or all between the two.
        hole = ~Spans.of([one, after]) & Spans.of([Span(one.low, after.high)])
        assert any(lies_in(x, inner) for inner in hole.parts for x in numbers_about([inner]))
        assert one.high <= after.low
    for one in a.parts:
        assert not (one.low == -INFINITY and one.low_in)
        assert not (one.high == INFINITY and one.high_in)


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        # [0, 1) and [1, 2] leave out nothing: 1 is in the second.
        (Span(0, 1, high_in=False), Span(1, 2), 1),
        (Span(0, 1), Span(1, 2, low_in=False), 1),
        # [0, 1) and (1, 2] leave out 1.
        (Span(0, 1, high_in=False), Span(1, 2, low_in=False), 2),
        # [0, 3] swallows [1, 2], and [0, 1] does not reach [2, 3].
        (Span(0, 3), Span(1, 2), 1),
        (Span(0, 1), Span(2, 3), 2),
    ],
)
def test_intervals_that_touch_are_one(one: Span, other: Span, parts: int) -> None:
    assert len(Spans.of([one, other]).parts) == parts
    assert len(Spans.of([other, one]).parts) == parts


@pytest.mark.parametrize(
    ("one", "empty"),
    [
        (Span(1, 1), False),  # the number 1
        (Span(1, 1, low_in=False), True),
        (Span(1, 1, high_in=False), True),
        (Span(2, 1), True),  # no number is at least 2 and at most 1
        (Span(1, 2, low_in=False, high_in=False), False),  # 1.5
        (EVERYTHING, False),
    ],
)
def test_empty_intervals(one: Span, empty: bool) -> None:
    assert one.is_empty() is empty
    assert Spans.of([one]).is_empty() is empty


def test_the_extremes() -> None:
    assert NOTHING.is_empty()
    assert not ALL.is_empty()
    assert Spans.of([]) == NOTHING
    # Infinity is no number, whatever the flags say.
    assert Spans.of([Span(-INFINITY, INFINITY)]) == ALL
    assert Spans.of([Span(INFINITY, INFINITY)]) == NOTHING
    assert 10**30 in ALL
    assert 0 not in NOTHING


@pytest.mark.parametrize(("number", "inside"), [(9, False), (10, True), (19, True), (20, False)])
def test_bounds_belong_or_do_not(number: int, inside: bool) -> None:
    # [10, 20): 10 and above, under 20.
    assert (number in Spans.of([Span(10, 20, high_in=False)])) is inside
