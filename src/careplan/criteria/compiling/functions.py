"""The functions of a criterion, or of a duty: their text, and the first of them as it is called."""

from collections.abc import Callable
from datetime import date
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.truth import Outcome, Truth
from careplan.criteria.compiling.exits import Exits, indented
from careplan.criteria.compiling.expressions import valued
from careplan.criteria.compiling.lines import returned
from careplan.criteria.compiling.pieces import piece_of
from careplan.criteria.compiling.scopes import Pending, Scope

Asked = Callable[[Any, date | None], bool | None]
Comes = Callable[[Any, date | None], Outcome]
Text = tuple[str, dict[str, Any]]
_TRUTHS = {"K_TRUE": Truth.TRUE, "K_FALSE": Truth.FALSE, "K_UNKNOWN": Truth.UNKNOWN}
_OUTCOMES = {
    "K_MET": Outcome.MET,
    "K_NOT_MET": Outcome.NOT_MET,
    "K_UNKNOWN": Outcome.UNKNOWN,
    "K_IDLE": Outcome.NOT_APPLICABLE,
}


def truth_of_node(node: n.Criterion) -> Asked:
    """Return the function that says what `truth_by` says of a subject, on a day or on none.

    It is asked of a criterion that is known to be sound, and of subjects of its noun. It answers
    True, False or None, and is written once: a node never changes, and keeps it.
    """
    made: Asked | None = getattr(node, "_compiled", None)
    if made is None:
        made = made_of(text_of_node(node))
        object.__setattr__(node, "_compiled", made)
    return made


def answer_of_node(node: n.Criterion, on: date | None, check: Callable[[Any], object]) -> Any:
    """Return a method that answers about a subject, on one day, with a member of `Truth`.

    What is not made by the very class of the criterion's noun is given to `check` first.
    """
    scope = _begun(n.noun_of(node), K_check=check, on=on, **_TRUTHS)
    head = [f"if root.__class__ is not {scope.noun}: K_check(root)"] if scope.pending.noun else []
    lines = returned(piece_of(node), scope, Exits("K_TRUE", "K_FALSE", "K_UNKNOWN"))
    return made_of(_ended(scope, "_, root, /", [*head, *lines]))


def outcome_of_duty(applies: n.Criterion, requires: n.Criterion) -> Comes:
    """Return the function that says what a duty comes to that applies and requires this.

    It is asked as that of `truth_of_node` is, and answers with a member of `Outcome`.
    """
    scope = _begun(n.noun_of(requires) or n.noun_of(applies), **_OUTCOMES)
    exits = Exits("K_MET", "(K_NOT_MET if who else K_UNKNOWN)", "K_UNKNOWN")
    who = [f"who = {valued(piece_of(applies), scope)}", "if who is False: return K_IDLE"]
    lines = returned(piece_of(requires), scope, exits)
    made: Comes = made_of(_ended(scope, scope.parameters, [*who, *lines]))
    return made


def text_of_node(node: n.Criterion) -> Text:
    """Return the text of a criterion's functions, and the constants that it names."""
    scope = _begun(n.noun_of(node))
    return _ended(scope, scope.parameters, returned(piece_of(node), scope, Exits()))


def made_of(text: Text) -> Any:
    """Return the function called `asked` of a text; all that it can name are the constants."""
    written, constants = text
    names = dict(constants)
    exec(compile(written, "<criterion>", "exec"), names)  # noqa: S102 - no text of a caller is in it
    return names["asked"]


def _begun(noun: type[Any] | None, **constants: object) -> Scope:
    """Return the scope of a first function about a noun, which may name constants of its own."""
    scope = Scope(Pending(noun))
    scope.names.constants.update(constants)
    return scope


def _ended(scope: Scope, given: str, lines: list[str]) -> Text:
    """Return the text of a first function, and of all that it calls."""
    written, pending = _function("asked", given, lines), scope.pending
    while pending.apart:
        one = pending.apart.pop()
        inner = Scope(pending, "root", "whole", "at") if one.placed else Scope(pending)
        written += _function(one.name, inner.parameters, returned(one.piece, inner, Exits()))
    return "\n".join(written), pending.names.constants


def _function(name: str, given: str, lines: list[str]) -> list[str]:
    return [f"def {name}({given}):", *indented(lines)]
