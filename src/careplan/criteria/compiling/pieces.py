"""A criterion with its denials taken inwards, as it is easiest to write out.

A denied "all" is "any" of the denied parts, and so for items: Kleene's logic keeps de Morgan's
laws. Joins of one sort that stand in each other are one.
"""

from collections.abc import Iterable
from typing import assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.fields.paths import Path


@attrs.frozen
class Always:
    """What asks nothing."""

    truth: bool


@attrs.frozen
class OfFact:
    """What asks one fact; `positive` unless it is denied."""

    leaf: n.Leaf
    positive: bool


@attrs.frozen
class OfSeveral:
    """What asks several facts at once, a sum or a period; `positive` unless it is denied."""

    node: n.Several
    positive: bool


@attrs.frozen
class OfItems:
    """What asks something of each item: `every` one of them, or one of them."""

    every: bool
    path: Path
    where: "Piece"


@attrs.frozen
class Joined:
    """At least two parts: `every` one of them holds, or one of them does."""

    every: bool
    parts: "tuple[Piece, ...]"


Piece = Always | OfFact | OfSeveral | OfItems | Joined


def piece_of(node: n.Criterion, *, positive: bool = True) -> Piece:
    """Return a criterion, or its denial, as a piece."""
    match node:
        case n.Compare() | n.Among() | n.Has():
            return OfFact(node, positive)
        case n.AllOf(parts) | n.AnyOf(parts):
            every = isinstance(node, n.AllOf) is positive
            return _joined(every, (piece_of(part, positive=positive) for part in parts))
        case n.Not(part):
            return piece_of(part, positive=not positive)
        case n.Some(path=path, where=where) | n.Every(path=path, where=where):
            every = isinstance(node, n.Every) is positive
            return OfItems(every, path, piece_of(where, positive=positive))
        case n.Linear() | n.Elapsed():
            return OfSeveral(node, positive)
        case _:
            assert_never(node)


def _joined(every: bool, parts: Iterable[Piece]) -> Piece:  # noqa: FBT001 - of which sort
    kept: list[Piece] = []
    for part in parts:
        match part:
            case Always(truth):
                if truth is not every:
                    return part
            case Joined(every=same, parts=inner) if same is every:
                kept += inner
            case _:
                kept.append(part)
    if not kept:
        return Always(every)
    return kept[0] if len(kept) == 1 else Joined(every, tuple(kept))


def counts_places(piece: Piece) -> bool:
    """Say whether a piece asks for a sum, which is reckoned by the noun of the whole subject."""
    match piece:
        case Always() | OfFact():
            return False
        case OfSeveral(node):
            return isinstance(node, n.Linear)
        case OfItems(where=where):
            return counts_places(where)
        case Joined(parts=parts):
            return any(map(counts_places, parts))
        case _:
            assert_never(piece)


def asks_items(piece: Piece) -> bool:
    """Say whether a piece asks something of the items of a collection."""
    match piece:
        case OfItems(where=where):
            return not isinstance(where, Always)
        case Joined(parts=parts):
            return any(map(asks_items, parts))
        case _:
            return False
