"""Strategies for score sheets: items, bands, marks to pass."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import careplan.criteria.nodes as n
from careplan.documents.encoded import ByReading
from careplan.documents.scales.sheets import Band, Marking, Scorecard, SheetItem
from careplan.testing.drawn.around import OTHER, QUESTION, SHARES, TAKEN, Around, question, text
from careplan.testing.strategies import MOST_ITEMS

_EITHER = ByReading(QUESTION, {TAKEN: Marking.ASSESSED, OTHER: Marking.ALL_OR_NOTHING})


@st.composite
def sheets(draw: st.DrawFn, around: Around) -> Scorecard:
    """Draw a sheet of a few items, with bands or none, and a mark to pass or none."""
    number = draw(st.integers(1, MOST_ITEMS))
    items = tuple(draw(sheet_items(around, f"item{place}")) for place in range(number))
    most = sum(int(item.max_points) for item in items)
    cuts = draw(st.lists(st.integers(0, most), unique=True, max_size=MOST_ITEMS).map(sorted))
    ways = [*Marking, *([_EITHER] if around.asked else [])]
    return Scorecard(
        **draw(st.fixed_dictionaries(around.cited())),
        key="sheet",
        title=text("表"),
        applies=draw(st.just(n.TRUE) | around.plain(0)),
        items=items,
        pass_mark=draw(st.integers(0, most) | st.none() | SHARES),
        bands=tuple(draw(sheet_bands(around, f"band{n}", cut)) for n, cut in enumerate(cuts)),
        total_points=draw(st.sampled_from([None, most])),
        marking=draw(st.sampled_from(ways)),
        questions=(question(around.clause),) if around.asked else (),
    )


def sheet_bands(around: Around, key: str = "band", least: Any = None) -> SearchStrategy[Band]:
    """Draw a band of points from a mark on, or one without a cut point."""
    named = {"key": st.just(key), "label": st.just(text("档")), "least": st.just(least)}
    return st.builds(Band, **around.cited(key), **named)


@st.composite
def sheet_items(draw: st.DrawFn, around: Around, key: str = "item") -> SheetItem:
    """Draw an item: marked freely, with a least mark, one that must pass, one of yes or no."""
    sort = draw(st.sampled_from(["any", "any", "least", "must_pass", "yes_or_no"]))
    most = 0 if sort == "yes_or_no" else draw(st.integers(1, 50))
    return SheetItem(
        **draw(st.fixed_dictionaries(around.cited(key))),
        key=key,
        label=text("项"),
        max_points=most,
        criterion=draw(around.plain()),
        applies=draw(st.just(n.TRUE) | around.plain(0)),
        must_pass=sort in {"must_pass", "yes_or_no"},
        least=draw(st.integers(1, most)) if sort == "least" else None,
    )


def any_band(around: Around) -> SearchStrategy[Band]:
    """Draw a band by itself: from points on, from a share, or without a cut point."""
    least = st.none() | st.integers(0, 100) | SHARES
    return least.flatmap(lambda cut: sheet_bands(around, "band", cut))
