"""A piece as an expression: true once it holds surely, or true while it may hold.

Beside it stands what says that it is not known, for wherever the expression was read to its end.
"""

from datetime import date
from typing import assert_never

import careplan.criteria.nodes as n
from careplan.criteria.compiling import leaves
from careplan.criteria.compiling.pieces import (
    Always,
    Joined,
    OfFact,
    OfItems,
    OfSeveral,
    Piece,
)
from careplan.criteria.compiling.scopes import NEST, Scope
from careplan.criteria.elapsing import until_asked


def asked(piece: Piece, scope: Scope, *, surely: bool) -> tuple[str, str]:
    """Return the text that is true where a piece holds, or may hold; and that it is not known."""
    if isinstance(piece, OfFact):
        return leaves.asked(piece, scope.root, scope.names, surely=surely)
    held = scope.names.new("t")
    text = f"({held} := {truth(piece, scope)})"
    if isinstance(piece, OfSeveral) and not piece.positive:
        text = f"({text} is False)" if surely else f"({text} is not True)"
    elif not surely:
        text = f"({text} is not False)"
    return text, f"{held} is None"


def answered(piece: Piece, scope: Scope) -> tuple[str, str, str, str]:
    """Return a question, what it means if so, that it is not known, and what it means if not.

    The meanings are the names of exits: "yes" and "no".
    """
    if isinstance(piece, Joined):
        found = [asked(part, scope.deeper(), surely=not piece.every) for part in piece.parts]
        unknown = " or ".join(text for _, text in found)
        joint = (" and " if piece.every else " or ").join(text for text, _ in found)
        return (
            (f"not ({joint})", "no", unknown, "yes")
            if piece.every
            else (joint, "yes", unknown, "no")
        )
    text, unknown = asked(piece, scope, surely=True)
    return text, "yes", unknown, "no"


def valued(piece: Piece, scope: Scope) -> str:
    """Return the text that is True, False or None, as the piece is."""
    if not isinstance(piece, OfSeveral) or piece.positive:
        return truth(piece, scope)
    held = scope.names.new("t")
    return f"(None if ({held} := {truth(piece, scope)}) is None else not {held})"


def truth(piece: Piece, scope: Scope) -> str:
    """Return the text that is True, False or None; of what is denied and of several, undenied."""
    match piece:
        case Always(truth):
            return repr(truth)
        case OfSeveral(n.Elapsed() as node):
            return _passed(node, scope)
        case OfSeveral(node):
            return scope.called(OfSeveral(node, positive=True))
        case OfItems(where=Always(truth)):
            return _of_number(piece, scope, truth)
        case OfItems():
            return scope.called(piece)
        case Joined() if scope.depth >= NEST:
            return scope.called(piece)
        case Joined() | OfFact():
            text, so, unknown, otherwise = answered(piece, scope)
            return f"({so == 'yes'} if {text} else None if {unknown} else {otherwise == 'yes'})"
        case _:
            assert_never(piece)


def _of_number(piece: OfItems, scope: Scope, asked: bool) -> str:  # noqa: FBT001 - of each item
    """Say whether there are items, where the same is so of each; of none "every" is true."""
    held = scope.names.new("w")
    there, none = asked, piece.every
    answer = repr(there) if there is none else f"{there} if {held} else {none}"
    return (
        f"(None if ({held} := {scope.names.loaded(piece.path, scope.root)}) is None else {answer})"
    )


def _passed(node: n.Elapsed, scope: Scope) -> str:
    """Return the text that asks whether a period has passed; None while a day decides it."""
    names = scope.names
    start = (
        names.constant(node.start)
        if isinstance(node.start, date)
        else names.loaded(node.start, scope.root)
    )
    if node.end is None:
        return f"{names.constant(until_asked(node.period))}({start}, on)"
    passed = names.constant(node.period.passed)
    return f"{passed}({start}, {names.loaded(node.end, scope.root)})"
