"""A piece as statements that leave as soon as it is settled."""

from collections.abc import Sequence

import careplan.criteria.nodes as n
from careplan.criteria.compiling.exits import Exits, dispatched, indented
from careplan.criteria.compiling.expressions import asked
from careplan.criteria.compiling.pieces import (
    Joined,
    OfItems,
    OfSeveral,
    Piece,
    asks_items,
    counts_places,
)
from careplan.criteria.compiling.scopes import NEST, Scope
from careplan.criteria.compiling.sums import summed

_LONGEST = 8  # of what is asked again at each exit
_TOGETHER = 60  # parts in one condition


def returned(piece: Piece, scope: Scope, exits: Exits) -> list[str]:
    """Return the statements that return whether a piece holds."""
    match piece:
        case OfSeveral(n.Linear() as node, positive):
            return summed(node, scope, exits if positive else exits.turned())
        case OfItems() if asks_items(piece):
            return _of_items(piece, scope, exits)
        case Joined(parts=parts) if asks_items(piece) and scope.depth < NEST:
            return _of_parts(piece.every, parts, scope.deeper(), exits)
        case _:
            return dispatched(piece, scope, **exits.returned())


def _of_items(piece: OfItems, scope: Scope, exits: Exits) -> list[str]:
    """Return the loop that returns at the first item that settles it."""
    items, loop, inner = _loop(piece, scope)
    open_ = scope.names.new("u")
    settled = f"return {exits.settled(every=piece.every)}"
    lines = dispatched(
        piece.where,
        inner,
        yes="" if piece.every else settled,
        no=settled if piece.every else "",
        unknown=f"{open_} = True",
    )
    end = exits.settled(every=not piece.every)
    return [
        *items[0],
        f"if {items[1]} is None: return {exits.unknown}",
        f"{open_} = False",
        loop,
        *indented(lines),
        f"return {exits.unknown} if {open_} else {end}",
    ]


def _of_parts(
    every: bool,  # noqa: FBT001 - of which sort
    parts: Sequence[Piece],
    scope: Scope,
    exits: Exits,
) -> list[str]:
    """Return what asks the facts first, then the collections, and a join of such at the end."""
    plain = [part for part in parts if not asks_items(part)]
    # The loops before the joins.
    asking = sorted(filter(asks_items, parts), key=lambda part: isinstance(part, Joined))
    others, last = asking[:-1], asking[-1]
    settled = f"return {exits.settled(every=every)}"
    lines, unknown = [], []
    plain += (part for part in others if isinstance(part, Joined))
    for start in range(0, len(plain), _TOGETHER):
        found = [asked(part, scope, surely=not every) for part in plain[start : start + _TOGETHER]]
        joint = (" and " if every else " or ").join(text for text, _ in found)
        lines.append(f"if not ({joint}): {settled}" if every else f"if {joint}: {settled}")
        unknown += [text for _, text in found]
    for part in others:
        if isinstance(part, OfItems):
            open_ = scope.names.new("u")
            lines += [f"{open_} = False", *_passed(part, scope, settled, open_, every=every)]
            unknown.append(open_)
    if len(unknown) > _LONGEST:
        open_ = scope.names.new("u")
        lines.append(f"{open_} = {' or '.join(unknown)}")
        unknown = [open_]
    return [*lines, *returned(last, scope, exits.but(" or ".join(unknown), every=every))]


def _passed(piece: OfItems, scope: Scope, settled: str, open_: str, *, every: bool) -> list[str]:
    """Return the loop of a part that is not the last: it returns only what settles the join."""
    items, loop, inner = _loop(piece, scope)
    unknown = f"{open_} = True"
    lines = [*items[0], f"if {items[1]} is None: {unknown}", "else:"]
    if piece.every is every:  # one item settles the join, and none of them settles the part
        yes, no = ("", settled) if every else (settled, "")
        body = dispatched(piece.where, inner, yes=yes, no=no, unknown=unknown)
        return [*lines, *indented([loop, *indented(body)])]
    inside = scope.names.new("u")
    yes, no = ("", "break") if piece.every else ("break", "")
    body = dispatched(piece.where, inner, yes=yes, no=no, unknown=f"{inside} = True")
    end = [f" if {inside}: {unknown}", f" else: {settled}"]
    return [*lines, *indented([f"{inside} = False", loop, *indented(body), "else:", *end])]


def _loop(piece: OfItems, scope: Scope) -> tuple[tuple[list[str], str], str, Scope]:
    """Return how items are read and called, the head of the loop, and the scope of an item."""
    items, item = scope.names.new("w"), scope.names.new("i")
    reading = [f"{items} = {scope.names.loaded(piece.path, scope.root)}"]
    if not counts_places(piece.where):
        return (reading, items), f"for {item} in {items}:", scope.item(item, piece.path, None)
    place = scope.names.new("x")
    head = f"for {place}, {item} in K_each({items}):"
    return (reading, items), head, scope.item(item, piece.path, place)
