"""A subject as a plan is asked about it, where other plans have answered some of its facts."""

from collections.abc import Iterable
from typing import Any

import attrs

from careplan.verbs.chaining.answered import Answered


def as_answered(subject: Any, answered: Iterable[Answered]) -> Any:
    """Return a subject that states what was answered; what was not stays as it is.

    Raises InvalidInput where the noun does not allow the facts together.
    """
    values = {one.fact: one.value for one in answered if one.value is not None}
    return attrs.evolve(subject, **values) if values else subject


def in_place(missing: Iterable[str], answered: Iterable[Answered]) -> tuple[str, ...]:
    """Return the facts that are missing, those of the answering plan in place of what it answers.

    A plan that does not apply waits for nothing: the fact itself is missing then.
    """
    waits = {one.fact: one.missing for one in answered if one.missing}
    return tuple(dict.fromkeys(path for one in missing for path in waits.get(one, (one,))))
