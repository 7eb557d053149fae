"""What a cell says, and why one is not read: values, never errors.

A table has many cells, and one that is not read must not keep the others from being read.
"""

from collections.abc import Mapping

import attrs

from careplan.base.errors import Problem
from careplan.base.frozenmap import FrozenMap
from careplan.base.text import Text
from careplan.fields.checking import hint

# What a word that is none of those built in was probably meant for.
NOT_STATED = Text(zh="未说明", en="not stated")


def _frozen(parameters: Mapping[str, object]) -> Mapping[str, object]:
    return FrozenMap(parameters)


@attrs.frozen
class Taken:
    """What a cell says: its value in base units, and what stood beside it and must not be lost.

    The value is exact; None: not stated.

    >>> Taken(60, ("人",)).notes
    ('人',)
    """

    value: object
    notes: tuple[str, ...] = ()


@attrs.frozen
class Doubt:
    """Why a cell is not read: a code of the sentences, and what was probably meant.

    The suggestion is a value or a text to write; it is never taken.

    >>> print(Doubt("cell.footnote", suggestion=6).problem("slots", "6※").text("en"))
    slots: a footnote mark after the number: '6※'; did you mean 6?
    """

    code: str
    parameters: Mapping[str, object] = attrs.field(factory=dict, converter=_frozen)
    suggestion: object = None

    def problem(self, path: str, value: object) -> Problem:
        """Return it as a problem of the value that stands at `path`."""
        return Problem(path, self.code, value, {**self.parameters, "hint": hint(self.suggestion)})
