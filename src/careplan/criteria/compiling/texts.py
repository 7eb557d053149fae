"""The text of a criterion's functions, or of a duty's, beside the constants that it names."""

from datetime import date
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.truth import Outcome, Truth
from careplan.criteria.compiling.exits import Exits, indented
from careplan.criteria.compiling.expressions import valued
from careplan.criteria.compiling.lines import returned
from careplan.criteria.compiling.pieces import piece_of
from careplan.criteria.compiling.scopes import Pending, Scope

Text = tuple[str, dict[str, Any]]
_TRUTHS = {"K_TRUE": Truth.TRUE, "K_FALSE": Truth.FALSE, "K_UNKNOWN": Truth.UNKNOWN}
_OUTCOMES = {
    "K_MET": Outcome.MET,
    "K_NOT_MET": Outcome.NOT_MET,
    "K_UNKNOWN": Outcome.UNKNOWN,
    "K_IDLE": Outcome.NOT_APPLICABLE,
}


def text_of_node(node: n.Criterion) -> Text:
    """Return the text of the function of a subject and a day: True, False or None."""
    scope = _begun(n.noun_of(node))
    return _ended(scope, scope.parameters, returned(piece_of(node), scope, Exits()))


def text_of_answer(node: n.Criterion, on: date | None, check: object) -> Text:
    """Return the text of a method that answers about a subject, on one day, with a `Truth`."""
    scope = _begun(n.noun_of(node), K_check=check, on=on, **_TRUTHS)
    head = [f"if root.__class__ is not {scope.noun}: K_check(root)"] if scope.pending.noun else []
    lines = returned(piece_of(node), scope, Exits("K_TRUE", "K_FALSE", "K_UNKNOWN"))
    return _ended(scope, "_, root, /", [*head, *lines])


def text_of_duty(applies: n.Criterion, requires: n.Criterion) -> Text:
    """Return the text of the function of a subject and a day that says what a duty comes to."""
    scope = _begun(n.noun_of(requires) or n.noun_of(applies), **_OUTCOMES)
    exits = Exits("K_MET", "(K_NOT_MET if who else K_UNKNOWN)", "K_UNKNOWN")
    who = [f"who = {valued(piece_of(applies), scope)}", "if who is False: return K_IDLE"]
    return _ended(scope, scope.parameters, [*who, *returned(piece_of(requires), scope, exits)])


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
