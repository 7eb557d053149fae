"""The functions of one criterion: their text, and the first of them as it is called."""

from collections.abc import Callable
from datetime import date
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.exact import ratio
from careplan.criteria.compiling.lines import Exits, indented, returned
from careplan.criteria.compiling.pieces import OfSeveral, Piece, piece_of
from careplan.criteria.compiling.scopes import Pending, Scope, parameters
from careplan.criteria.compiling.sums import summed

Asked = Callable[[Any, date | None], bool | None]


def truth_of_node(node: n.Criterion) -> Asked:
    """Return the function that says what `truth_by` says of a subject, on a day or on none.

    It is asked of a criterion that is known to be sound, and of subjects of its noun. It answers
    True, False or None, and is written once: a node never changes, and keeps it.
    """
    made: Asked | None = getattr(node, "_compiled", None)
    if made is None:
        made = made_of(written(node))
        object.__setattr__(node, "_compiled", made)
    return made


def written(node: n.Criterion) -> tuple[str, dict[str, Any]]:
    """Return the text of a criterion's functions, and the constants that it names."""
    pending = Pending()
    pending.names.constants |= {"K_int": int, "K_ratio": ratio}
    lines = _function(
        "asked", parameters(placed=False), returned(piece_of(node), Scope(pending, "root"), Exits())
    )
    while pending.apart:
        one = pending.apart.pop()
        scope = Scope(pending, "root", "at" if one.placed else None)
        lines += _function(one.name, parameters(placed=one.placed), _apart(one.piece, scope))
    return "\n".join(lines), pending.names.constants


def _apart(piece: Piece, scope: Scope) -> list[str]:
    if isinstance(piece, OfSeveral) and isinstance(piece.node, n.Linear):
        return summed(piece.node, scope)
    return returned(piece, scope, Exits())


def _function(name: str, given: str, lines: list[str]) -> list[str]:
    return [f"def {name}({given}):", *indented(lines)]


def made_of(text_and_constants: tuple[str, dict[str, Any]]) -> Any:
    """Return the function called `asked` of a text; all that it names are the constants."""
    text, constants = text_and_constants
    names = dict(constants)
    exec(compile(text, "<criterion>", "exec"), names)  # noqa: S102 - no text of a caller is in it
    return names["asked"]
