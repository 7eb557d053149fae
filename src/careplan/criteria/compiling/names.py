"""What generated text may name: constants by numbers of ours, facts by their checked names.

No text of a caller becomes code: a literal is a constant that stands beside the text, and a fact
is read by its name only where that is a plain Python name.
"""

import keyword
from typing import Any
from unicodedata import normalize

from careplan.base.exact import ratio
from careplan.criteria.steps import stated
from careplan.fields.paths import Path

_LARGEST = 10**9  # of the numbers that are written as they are
_LONGEST = (
    8  # of the paths that are: each step stands in the next, and Python nests no more than 200
)


class Names:
    """The constants of one criterion's functions, and how many names were given."""

    def __init__(self) -> None:
        """Begin with what every text may name."""
        self.constants: dict[str, Any] = {
            "__builtins__": {},
            "K_get": getattr,
            "K_len": len,
            "K_each": enumerate,
            "K_int": int,
            "K_stated": stated,
            "K_ratio": ratio,
        }
        self._named: dict[int, str] = {}
        self._given = 0

    def constant(self, value: object) -> str:
        """Return how a value is named: itself, if it is a small number."""
        if type(value) is int and 0 <= value < _LARGEST:
            return repr(value)
        if id(value) not in self._named:  # which it keeps, for it is kept
            name = self._named[id(value)] = f"K{len(self.constants)}"
            self.constants[name] = value
        return self._named[id(value)]

    def new(self, letter: str) -> str:
        """Return a name that was not given yet; a constant's begins with a K."""
        self._given += 1
        return f"{letter}{self._given}"

    def loaded(self, path: Path, root: str) -> str:
        """Return the text that reads a path as `steps.stated` does."""
        if len(path) > _LONGEST:
            return f"K_stated({root}, {self.constant(path)})"
        text = root
        for place, step in enumerate(path):
            if not place:
                text = self._step(text, step)
                continue
            held = self.new("w")
            text = f"(None if ({held} := {text}) is None else {self._step(held, step)})"
        return text

    def _step(self, held: str, step: object) -> str:
        if type(step) is str:
            return f"{held}.{step}" if is_plain(step) else f"K_get({held}, {self.constant(step)})"
        name = self.constant(step)
        if isinstance(step, int):
            return f"({held}[{name}] if {name} < K_len({held}) else None)"
        return f"{held}.get({name})"


def is_plain(name: str) -> bool:
    """Say whether a fact's name can stand in a text as it is, and is read there as the same."""
    return name.isidentifier() and not keyword.iskeyword(name) and normalize("NFKC", name) == name
