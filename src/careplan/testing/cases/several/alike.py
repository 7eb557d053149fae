"""Where some items, or all, are asked for: one that is so beside one that is not, and none.

Two items of which one is so tell "some" from "all"; with no item "all" holds and "some" does not.
"""

from collections.abc import Iterator
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.regions.taken import Taken
from careplan.testing.cases.deciding import Ways
from careplan.testing.cases.pivots import Pivot, Place
from careplan.testing.cases.solving import satisfying


def not_alike(ways: Ways, taken: Taken) -> Iterator[dict[str, Any]]:
    """Yield a subject with items of both sorts, and one with none, where that decides.

    >>> from careplan import get_plan
    >>> from careplan.testing.cases.boundaries import decisive_cases
    >>> cases = decisive_cases(get_plan("shuangliao_2021"), only="7.2.c")
    >>> case = next(case for case in cases if case.place is Place.MIXED)
    >>> case.id, [room.clean for room in case.value], case.expected
    ('7.2.c-rooms-mixed', [True, False], Outcome.NOT_MET)
    """
    for place in (Place.MIXED, Place.EMPTY):
        tried = (
            {"subject": subject, "value": pivot.items(subject), "expected": answers[not so]}
            for pivot, answers in ways
            for so in [_holds(pivot, place) is pivot.positive]
            for found in satisfying(pivot.noun, pivot.beside(_asked(pivot.leaf, place)), taken)
            for subject in _told(pivot, found)
        )
        for one in tried:
            yield {**one, "place": place, "leaf": ways[0][0].leaf, "path": ways[0][0].name}
            break


def _holds(pivot: Pivot, place: Place) -> bool:
    """Reckon what is asked: some of two are so if one is, all of none are."""
    return isinstance(pivot.leaf, n.Every) is (place is Place.EMPTY)


def _asked(node: Any, place: Place) -> n.Criterion:
    """Return that items are there of both sorts, or none; first the one that settles nothing."""
    if place is Place.EMPTY:
        return n.Every(node.noun, node.path, n.FALSE)
    so, not_so = (n.Some(node.noun, node.path, one) for one in (node.where, n.Not(node.where)))
    return n.AllOf((so, not_so) if isinstance(node, n.Every) else (not_so, so))


def _told(pivot: Pivot, subject: Any) -> Iterator[Any]:
    """Yield the subject without items of which nobody says whether they are so; then as it is."""
    node: Any = pivot.leaf

    def told(items: Any) -> Any:
        known = (Truth.TRUE, Truth.FALSE)
        return tuple(one for one in items if evaluate(node.where, one).truth in known)

    without = pivot.changed(subject, told)[0]
    if evaluate(pivot.beside(n.TRUE), without).truth is Truth.TRUE:
        yield without
    yield subject
