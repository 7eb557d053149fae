"""Figures within bounds: which end belongs (Civil Code 1259), how far off, and what is refused."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan.criteria.signs import Op
from careplan.documents.scales.between import Between


@pytest.mark.parametrize(
    ("figures", "inside", "out"),
    [
        (Between(5, 10), (5, 7, 10), (4, Decimal("10.01"))),  # 5以上10以下: both belong
        (Between(5, 10, above=True), (Decimal("5.01"), 10), (5, 11)),  # 超过5
        (Between(5, 10, below=True), (5, Decimal("9.99")), (4, 10)),  # 不满10
        (Between(5, 10, above=True, below=True), (6, 9), (5, 10)),
        (Between(5), (5, 10**6), (0, Fraction(49, 10))),
        (Between(high=10), (0, 10), (11,)),
        (Between(3, 3), (3,), (2, 4)),
    ],
)
def test_which_figures(figures: Between, inside: Any, out: Any) -> None:
    assert [figures.holds(one) for one in inside] == [True] * len(inside)
    assert [figures.holds(one) for one in out] == [False] * len(out)


@pytest.mark.parametrize(
    ("figures", "zh", "en"),
    [
        (Between(5, 10), "5至10", "5 to 10"),
        (Between(5, 10, below=True), "5以上不满10", "5 to less than 10"),
        (Between(5, 10, above=True), "超过5至10", "more than 5, to 10"),
        (Between(5, 10, above=True, below=True), "超过5不满10", "more than 5, to less than 10"),
        (Between(5), "5以上", "at least 5"),
        (Between(5, above=True), "超过5", "more than 5"),
        (Between(high=10), "10以下", "at most 10"),
        (Between(high=10, below=True), "不满10", "less than 10"),
        (Between(3, 3), "3", "3"),
    ],
)
def test_words(figures: Between, zh: str, en: str) -> None:
    assert (figures.told("zh"), figures.told("en")) == (zh, en)


@pytest.mark.parametrize(
    ("figure", "off"),
    [(4, 1), (5, 0), (10, 0), (Decimal("12.5"), Decimal("2.5"))],  # from the nearer end
)
def test_how_far_off(figure: Any, off: Any) -> None:
    assert Between(5, 10).off(figure) == off


def test_an_end_left_out_is_no_way_off() -> None:
    assert Between(5, above=True).off(5) == 0
    assert Between(high=5).off(7) == 2


@given(st.sampled_from([op for op in Op if op is not Op.NE]), st.integers(0, 9), st.integers(0, 9))
def test_a_comparison_is_the_figures_that_satisfy_it(op: Op, value: int, figure: int) -> None:
    assert Between.of(op, value).holds(figure) is op.holds(figure, value)


# Low end, width, whether each end is left out; the least and the most a figure can be.
_ENDS = st.tuples(st.integers(0, 6), st.integers(1, 6), st.booleans(), st.booleans())
_RANGES = st.tuples(st.integers(0, 8), st.none() | st.integers(0, 8))


@given(_ENDS, _RANGES)
def test_ranges_of_figures(ends: tuple[int, int, bool, bool], span: tuple[int, int | None]) -> None:
    low, width, above, below = ends
    least, most = span[0], None if span[1] is None else span[0] + span[1]
    figures = Between(low, low + width, above=above, below=below)
    # Half steps stand for all figures; 20 is more than any end.
    halves = range(2 * least, (40 if most is None else 2 * most) + 1)
    held = [figures.holds(Fraction(half, 2)) for half in halves]
    assert figures.all_hold(least, most) is all(held)
    assert figures.none_holds(least, most) is not any(held)


@pytest.mark.parametrize(
    ("made", "paths"),
    [
        ({}, ["low"]),
        ({"low": 10, "high": 5}, ["high"]),
        ({"low": 5, "high": 5, "below": True}, ["high"]),
        ({"high": 5, "above": True}, ["above"]),
        ({"low": 5, "below": True}, ["below"]),
        ({"low": "5", "high": True}, ["low", "high"]),
    ],
)
def test_refused(made: dict[str, Any], paths: list[str]) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        Between(**made)
    assert [problem.path for problem in refused.value.problems] == paths


def test_is_not_gives_no_figures_within_bounds() -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        Between.of(Op.NE, 5)
    assert [one.path for one in refused.value.problems] == ["op"]


@pytest.mark.parametrize("figures", [Between(5_000, 10_000), Between(Decimal("0.5"), below=False)])
def test_json(figures: Between) -> None:
    text = cp.codec.dumps(figures)
    assert cp.codec.loads(text, Between) == figures
    assert "above" not in text
