"""Where in a criterion one fact decides: a leaf, and what must hold beside it for that.

A part of a conjunction decides where the other parts hold, a part of an alternative where
the others fail, a denial turns the answer round, and a fact of items decides where all
items are alike. So whatever the leaf says is what the criterion says.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, assert_never

import attrs

from careplan.base.exact import ratio, tidy
from careplan.base.text import Labelled, Unordered
from careplan.criteria.evaluation import leaf_holds
from careplan.criteria.nodes import (
    AllOf,
    Among,
    AnyOf,
    Compare,
    Criterion,
    Every,
    Has,
    Leaf,
    Not,
    Op,
    Some,
)
from careplan.fields.kinds import DayKind, Kind, NumberKind, members
from careplan.fields.paths import Path, dotted, kind_at
from careplan.testing.vocabulary import is_measured


class Place(Unordered):
    """Where the deciding fact stands to what its clause asks."""

    BELOW = ("below", "略低于界限", "just below the threshold")
    AT = ("at", "恰为界限", "at the threshold")
    ABOVE = ("above", "略高于界限", "just above the threshold")
    AS_ASKED = ("as_asked", "与所问相同", "as asked")
    OTHERWISE = ("otherwise", "与所问不同", "other than asked")
    UNSTATED = ("unstated", "未说明", "not stated")


# Whether a comparison holds below, at and above its number: the meaning of the six signs.
HOLDS = {
    Op.GE: (False, True, True),
    Op.GT: (False, False, True),
    Op.LE: (True, True, False),
    Op.LT: (True, False, False),
    Op.EQ: (False, True, False),
    Op.NE: (True, False, True),
}


@attrs.frozen
class Pivot:
    """A leaf that decides. `beside` takes a criterion in the leaf's place.

    `beside(TRUE)` is what must hold for the leaf to decide; `positive` says whether the
    criterion then says what the leaf says, or the opposite.
    """

    noun: type[Any]
    leaf: Leaf
    path: Path
    name: str
    positive: bool
    beside: Callable[[Criterion], Criterion]


@attrs.frozen
class Point:
    """A place a fact may stand at, what the leaf then says, and ways to bring the fact there."""

    place: Place
    holds: bool
    changes: tuple[Callable[[Any], Any], ...]


def pivots(node: Criterion) -> Iterator[Pivot]:
    """Yield every leaf of a criterion with what must hold beside it."""
    match node:
        case Compare() | Among() | Has():
            yield Pivot(
                noun=node.noun,
                leaf=node,
                path=node.path,
                name=dotted(node.path),
                positive=True,
                beside=lambda leaf: leaf,
            )
        case AllOf(parts) | AnyOf(parts):
            # The same objects stand beside each part, so they are looked at once.
            aside = tuple(map(Not, parts)) if isinstance(node, AnyOf) else parts
            for index, part in enumerate(parts):
                others = (*aside[:index], *aside[index + 1 :])
                for inner in pivots(part):
                    yield _joined(inner, others)
        case Not(part):
            for inner in pivots(part):
                yield attrs.evolve(inner, positive=not inner.positive)
        case Some() | Every():
            for inner in pivots(node.where):
                yield _of_items(inner, node)
        case _:
            assert_never(node)


def beside(pivot: Pivot, context: Criterion) -> Pivot:
    """Return the pivot with one more thing to hold beside it."""
    return _joined(pivot, (context,))


def _joined(pivot: Pivot, others: tuple[Criterion, ...]) -> Pivot:
    inner = pivot.beside
    return attrs.evolve(pivot, beside=lambda leaf: AllOf((*others, inner(leaf))))


def _of_items(pivot: Pivot, node: Some | Every) -> Pivot:
    inner, noun, path = pivot.beside, node.noun, node.path

    def alike(leaf: Criterion) -> Criterion:
        where = inner(leaf)
        return AllOf((Some(noun, path, where), Every(noun, path, where)))

    name = f"{dotted(path)}[*].{pivot.name}"
    return attrs.evolve(pivot, noun=noun, path=(*path, *pivot.path), name=name, beside=alike)


def is_threshold(pivot: Pivot) -> bool:
    """Say whether a pivot compares a number, a count or a day."""
    leaf = pivot.leaf
    return isinstance(leaf, Compare) and is_measured(kind_at(leaf.noun, leaf.path))


def points(leaf: Leaf) -> tuple[Point, ...]:
    """Return the places the fact of a leaf may stand at; nothing where they cannot be listed."""
    kind = kind_at(leaf.noun, leaf.path)
    match leaf:
        case Compare(op=op, value=value) if is_measured(kind):
            around = (neighbour(kind, value, -1), value, neighbour(kind, value, 1))
            places = (Place.BELOW, Place.AT, Place.ABOVE)
            return tuple(
                Point(place, holds, (_set_to(number),))
                for place, holds, number in zip(places, HOLDS[op], around, strict=True)
            )
        case Has(item=item):
            others = (member for member in type(item) if member is not item)
            without = (_without(item), *(_without(item, other) for other in others))
            return (
                Point(Place.AS_ASKED, True, (_with(item),)),  # noqa: FBT003
                Point(Place.OTHERWISE, False, without),  # noqa: FBT003
            )
        case _:
            return tuple(
                Point(place, holds, tuple(_set_to(one) for one in found))
                for place, holds in ((Place.AS_ASKED, True), (Place.OTHERWISE, False))
                if (found := [m for m in members(kind) if leaf_holds(leaf, m) is holds])
            )


def neighbour(kind: Kind, value: Any, steps: int) -> Any:
    """Return the value some steps away: a count or a day has steps of one."""
    if isinstance(kind, DayKind):
        return value + timedelta(days=steps)
    step = kind.step if isinstance(kind, NumberKind) else 1
    return tidy(ratio(value) + steps * ratio(step))


def is_possible(kind: Kind, value: Any) -> bool:
    """Say whether a fact of this kind can have the value."""
    return isinstance(value, date) or ratio(value) >= ratio(getattr(kind, "minimum", 0))


def _set_to(value: Any) -> Callable[[Any], Any]:
    return lambda _: value


def _with(item: Labelled) -> Callable[[Any], Any]:
    return lambda held: frozenset(held) | {item}


def _without(item: Labelled, *others: Labelled) -> Callable[[Any], Any]:
    return lambda held: frozenset(held).union(others) - {item}
