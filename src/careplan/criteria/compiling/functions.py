"""The functions of one criterion: their text, and the first of them as it is called."""

from collections.abc import Callable
from datetime import date
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.exact import ratio
from careplan.criteria.compiling.exits import Exits, indented
from careplan.criteria.compiling.lines import returned
from careplan.criteria.compiling.pieces import piece_of
from careplan.criteria.compiling.scopes import Pending, Scope

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


def answer_of_node(node: n.Criterion, on: date | None, check: Callable[[Any], object]) -> Any:
    """Return a method that answers about a subject, on one day, with a member of `Truth`.

    What is not made by the very class of the criterion's noun is given to `check` first.
    """
    return made_of(written(node, on=on, check=check))


def written(
    node: n.Criterion, *, on: date | None = None, check: Callable[[Any], object] | None = None
) -> tuple[str, dict[str, Any]]:
    """Return the text of a criterion's functions, and the constants that it names.

    With `check` the first of them is a method, about one day, and answers with members of `Truth`.
    """
    pending = Pending(n.noun_of(node))
    pending.names.constants |= {"K_int": int, "K_ratio": ratio}
    scope = Scope(pending)
    if check is None:
        lines = _function("asked", scope.parameters, returned(piece_of(node), scope, Exits()))
    else:
        pending.names.constants |= {"K_check": check, "on": on}
        head = f"if root.__class__ is not {scope.noun}: K_check(root)"
        exits = Exits("K_TRUE", "K_FALSE", "K_UNKNOWN")
        body = returned(piece_of(node), scope, exits)
        lines = _function("asked", "_, root, /", [head, *body] if pending.noun else body)
    while pending.apart:
        one = pending.apart.pop()
        scope = Scope(pending, "root", "whole", "at") if one.placed else Scope(pending)
        lines += _function(one.name, scope.parameters, returned(one.piece, scope, Exits()))
    return "\n".join(lines), pending.names.constants


def _function(name: str, given: str, lines: list[str]) -> list[str]:
    return [f"def {name}({given}):", *indented(lines)]


def made_of(text_and_constants: tuple[str, dict[str, Any]]) -> Any:
    """Return the function called `asked` of a text; all that it names are the constants."""
    text, constants = text_and_constants
    names = dict(constants)
    exec(compile(text, "<criterion>", "exec"), names)  # noqa: S102 - no text of a caller is in it
    return names["asked"]
