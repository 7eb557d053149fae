"""The functions of a criterion, or of a duty: each is written when it is asked for first."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.truth import Outcome

Asked = Callable[[Any, date | None], bool | None]
Comes = Callable[[Any, date | None], Outcome]


def truth_of_node(node: n.Criterion) -> Asked:
    """Return the function that says what `truth_by` says of a subject, on a day or on none.

    It is asked of a criterion that is known to be sound, and of subjects of its noun. It answers
    True, False or None, and is written once: a node never changes, and keeps it.
    """
    made: Asked | None = getattr(node, "_compiled", None)
    if made is None:
        made = _made("text_of_node", node)
        object.__setattr__(node, "_compiled", made)
    return made


def answer_of_node(node: n.Criterion, on: date | None, check: Callable[[Any], object]) -> Any:
    """Return a method that answers about a subject, on one day, with a member of `Truth`.

    What is not made by the very class of the criterion's noun is given to `check` first.
    """
    return _made("text_of_answer", node, on, check)


def outcome_of_duty(applies: n.Criterion, requires: n.Criterion) -> Comes:
    """Return the function that says what a duty comes to that applies and requires this.

    It is asked as that of `truth_of_node` is, and answers with a member of `Outcome`.
    """
    made: Comes = _made("text_of_duty", applies, requires)
    return made


def _made(text: str, *asked: object) -> Any:
    """Return the function called `asked` of a text; all that it can name are its constants."""
    # Most programs ask about a few subjects only: what writes is not loaded for these.
    written, names = getattr(import_module("careplan.criteria.compiling.texts"), text)(*asked)
    exec(compile(written, "<criterion>", "exec"), names)  # noqa: S102 - no text of a caller is in it
    return names["asked"]
