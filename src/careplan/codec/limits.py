"""How much a text or a structure may hold, so that hostile ones are refused quickly.

The limits are far above anything careplan writes itself. Whatever is above one of them is
a problem like any other: `too_deep`, `too_long`, `too_many` or `out_of_range`.
"""

import re
from collections.abc import Mapping
from typing import Any

import attrs

from careplan.errors import Problem, quote
from careplan.messages import say
from careplan.sources import Text

MAX_CHARACTERS = 20_000_000  # of a whole text
MAX_TEXT = 20_000  # of one text in it
MAX_DIGITS = 100  # of one number as written
MAX_DEPTH = 100  # of lists and objects in each other
MAX_VALUES = 500_000  # in all
MAX_PROBLEMS = 1_000  # listed of one input
MAX_PATH = 300  # of the path of a fact

_PLAIN = re.compile(r"\w{1,60}")
_BROKEN = re.compile("[\ud800-\udfff]")


class Enough(Exception):  # a private signal: no more problems are listed
    """As many problems as are listed were found."""


class Found(list[Problem]):
    """The problems found so far; stops the search once there are very many."""

    def append(self, problem: Problem, /) -> None:
        """Add a problem, or raise Enough."""
        super().append(problem)
        if len(self) >= MAX_PROBLEMS:
            super().append(Problem("", "more_problems", None))
            raise Enough


@attrs.frozen
class Overlong:
    """A number with too many digits, standing in for its value."""

    start: str

    def __repr__(self) -> str:
        return f"{self.start}…"


class Doubled(dict[str, Any]):
    """An object in which keys stood twice; the last value of each is kept."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Remember which keys stood more than once."""
        super().__init__(pairs)
        seen: set[str] = set()
        self.twice = tuple(
            dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add returns None: not seen yet
        )


def inside(path: str, key: object) -> str:
    """Return the path of a key of an object."""
    if type(key) is not str or not _PLAIN.fullmatch(key):
        return f"{path}[{quote(key)}]"
    return f"{path}.{key}" if path else key


def beside(path: str, rest: str) -> str:
    """Return the path of something whose own path starts inside an object."""
    return f"{path}.{rest}" if path and rest and not rest.startswith("[") else path + rest


def is_broken(text: str) -> bool:
    """Say whether a text holds half of a surrogate pair, which no file can hold."""
    return _BROKEN.search(text) is not None


def hint(suggestion: str | None) -> Text:
    """Say what was probably meant, in both languages."""
    if suggestion is None:
        return Text(zh="", en="")
    return Text(
        zh=say("did_you_mean", "zh", suggestion=suggestion),
        en=say("did_you_mean", "en", suggestion=suggestion),
    )


def too_large(data: object) -> Problem | None:
    """Return what is wrong with the size of a structure, without ever recursing into it."""
    left = MAX_VALUES
    level: list[object] = [data]
    for _ in range(MAX_DEPTH + 1):
        below: list[object] = []
        for value in level:
            if isinstance(value, Mapping):
                below.extend(value.values())
            elif isinstance(value, list | tuple):
                below.extend(value)
            if len(below) > left:
                return Problem("", "too_many", None, {"maximum": MAX_VALUES})
        left -= len(below)
        level = below
        if not level:
            return None
    return Problem("", "too_deep", None, {"maximum": MAX_DEPTH})
