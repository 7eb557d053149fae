"""Where a figure stands to a milestone and when it was reported: what is tried of each."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta

import attrs

from careplan.base.exact import Exact
from careplan.documents.scales.milestones import Milestone
from careplan.fields.kinds import Kind
from careplan.testing.cases.figures.due import Series, reaches
from careplan.testing.cases.pivots import PLACES, Place
from careplan.testing.vocabulary import is_possible, near

_DAY = timedelta(days=1)
MayBe = Callable[[Exact], bool]


@attrs.frozen
class Stand:
    """A figure, None if none is reported, the day it is of, and the day asked."""

    place: Place
    on: date
    at: date
    figure: Exact | None


def stands(
    series: Series, milestone: Milestone, day: date, kind: Kind, may_be: MayBe
) -> Iterator[Stand]:
    """Yield the figures that are tried of a milestone with figures that is due on a day.

    On that day each end of its figures and one step to both sides, none, and one of the day
    before; the day before, one that tells it from what was due by then; the day after, one of the
    due day that does not reach it.
    """
    figures = [one for one in figures_around(milestone, kind) if may_be(one[1])]
    yield from (Stand(place, day, day, figure) for place, figure in figures)
    yield Stand(Place.UNSTATED, day, day, None)
    at = next(figure for place, figure in figures if place is Place.AT)
    with suppress(OverflowError):  # the calendar begins on a first day, and ends on a last
        before = day - _DAY
        yield Stand(Place.STALE, day, before, at)
        earlier = series.due(before)
        others = [] if earlier is None else [one for _, one in figures_around(earlier, kind)]
        tells = (
            one
            for one in (*(figure for _, figure in figures), *filter(may_be, others))
            if earlier is not None and reaches(earlier, one) is not reaches(milestone, one)
        )
        yield Stand(Place.BEFORE, before, before, next(tells, at))
        short = (figure for _, figure in figures if not reaches(milestone, figure))
        yield Stand(Place.AFTER, day + _DAY, day, next(short, at))


def figures_around(milestone: Milestone, kind: Kind) -> Iterator[tuple[Place, Exact]]:
    """Yield each end of a milestone's figures with its neighbours, each figure once."""
    seen: set[Exact] = set()
    for end in dict.fromkeys(milestone.ends):
        for steps, figure in near(kind, end):
            if is_possible(kind, figure) and figure not in seen:
                seen.add(figure)
                yield PLACES[steps], figure
