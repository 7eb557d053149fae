"""A value that differs by reading: a small thing that everything of a document may hold."""

from collections.abc import Mapping
from typing import Any

import attrs

from careplan.checking import entries_of, read_instance, refuse
from careplan.errors import InvalidInput, Problem
from careplan.frozenmap import FrozenMap
from careplan.nodes import Criterion


@attrs.frozen
class ByReading:
    """A value that depends on the option taken of an interpretation, named by its id."""

    interpretation: str
    options: Mapping[str, Any] = attrs.field()

    def __attrs_post_init__(self) -> None:
        """Refuse a name that is none, and options that are none."""
        found: list[Problem] = []
        read_instance(self.interpretation, str, "interpretation", found)
        entries = entries_of(self.options)
        if entries is None or not all(type(option) is str for option, _ in entries):
            refuse(found, "options", "wrong_type", self.options, expected="Mapping[str, object]")
        elif not entries:
            found.append(Problem("options", "nothing_listed", self.options))
        if found or entries is None:
            raise InvalidInput(found)
        object.__setattr__(self, "options", FrozenMap(dict(entries)))


def settled(value: Any) -> Criterion:
    """Return the criterion of an object that was read: no reading is left to take."""
    assert isinstance(value, Criterion)  # noqa: S101 - told to the type checker
    return value


def pick(value: Any, readings: Mapping[str, str]) -> Any:
    """Return the value that holds under `readings` (interpretation id: option id)."""
    while isinstance(value, ByReading):
        value = value.options[readings[value.interpretation]]
    return value
