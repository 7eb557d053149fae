"""Sums of figures within bounds: end by end, and the same as adding what each of them can be."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careplan import writing as w
from careplan.documents.scales.sums import Ends

Between = w.Between
LEAST, EXACT, MOST, BAND = Between(5), Between(3, 3), Between(high=4), Between(2, 6)


def together(*figures: w.Between | None) -> w.Between | None:
    """Return the sum of figures."""
    ends = Ends()
    for one in figures:
        ends = ends.plus(Ends.of(one))
    return ends.figures()


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([LEAST], LEAST),
        ([LEAST, LEAST], Between(10)),
        ([EXACT, EXACT], Between(6, 6)),
        ([LEAST, EXACT], Between(8)),  # at least 5 and 3 more
        ([BAND, EXACT], Between(5, 9)),
        ([BAND, BAND], Between(4, 12)),
        ([MOST, MOST], Between(high=8)),
        ([MOST, EXACT], Between(3, 7)),  # of at most 4 there may be none
        ([MOST, LEAST], Between(5)),
        ([LEAST, None], LEAST),  # of the second nothing is said, and it is not below none
        ([MOST, None], None),
        ([None], None),
        ([Between(5, above=True), EXACT], Between(8, above=True)),
        ([Between(high=4, below=True), EXACT], Between(3, 7, below=True)),
        ([Between(high=4, below=True), LEAST], Between(5)),  # no end is left that is out
        ([Between(Decimal("0.5")), Between(Decimal("4.5"))], Between(5)),
    ],
)
def test_what_figures_come_to(figures: list[Any], expected: w.Between | None) -> None:
    assert together(*figures) == expected


_FIGURES = st.builds(
    lambda low, width, least, most: (
        None
        if not (least or most)
        else Between(low if least else None, low + width if most else None)
    ),
    st.integers(0, 4),
    st.integers(0, 3),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(_FIGURES, min_size=1, max_size=3), st.integers(0, 3))
def test_a_sum_holds_what_the_figures_can_come_to(figures: list[Any], extra: int) -> None:
    """Whole numbers from 0 to 12 stand for all: no end is above 7."""
    possible = {0}
    for one in figures:
        each = [n for n in range(13) if one is None or one.holds(n)]
        possible = {before + n for before in possible for n in each}
    found = together(*figures)
    for number in range(13):
        assert (number in possible) is (found is None or found.holds(number)), number
    if found is None:
        assert possible >= set(range(13))
    # A figure that is taken away leaves the rest as it was.
    more = Ends.of(Between(extra))
    ends = Ends.of(figures[0])
    assert ends.plus(more).minus(more) == ends


@given(st.integers(0, 6), st.integers(0, 6), st.booleans(), st.booleans(), st.sampled_from([1, 2]))
def test_the_whole_numbers_among_figures(
    low: int, width: int, above: bool, below: bool, parts: int
) -> None:
    """Halves as ends: the whole numbers that hold are the same, and both ends belong to them."""
    least, most = Decimal(low) / parts, Decimal(low + width + 1) / parts
    figures = Between(least, most, above=above, below=below)
    whole = figures.counted()
    holding = [n for n in range(20) if figures.holds(n)]
    if whole is None:
        assert holding == []
    else:
        assert [n for n in range(20) if whole.holds(n)] == holding
        assert (whole.low, whole.high) == (holding[0], holding[-1])


def test_whole_numbers_with_one_end() -> None:
    assert Between(5, above=True).counted() == Between(6)
    assert Between(5).counted() is not None
    assert Between(high=Decimal("4.5")).counted() == Between(high=4)
    assert Between(high=5, below=True).counted() == Between(high=4)
    assert Between(high=0, below=True).counted() is None  # less than none


@pytest.mark.parametrize(("figure", "short", "over"), [(1, 1, 0), (2, 0, 0), (6, 0, 0), (8, 0, 2)])
def test_how_much_is_short_or_over(figure: int, short: int, over: int) -> None:
    assert (BAND.short(figure), BAND.over(figure)) == (short, over)
    assert (MOST.short(figure), LEAST.over(figure)) == (0, 0)
