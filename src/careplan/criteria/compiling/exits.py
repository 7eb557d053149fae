"""What is done, or returned, once a piece holds, does not hold, or is not known."""

from collections.abc import Iterable

import attrs

from careplan.criteria.compiling.expressions import answered
from careplan.criteria.compiling.pieces import Piece
from careplan.criteria.compiling.scopes import Scope


@attrs.frozen
class Exits:
    """The texts of what is returned: once a piece holds, does not, or is not known."""

    yes: str = "True"
    no: str = "False"
    unknown: str = "None"

    def turned(self) -> "Exits":
        """Return the exits of what denies it."""
        return Exits(self.no, self.yes, self.unknown)

    def returned(self) -> dict[str, str]:
        """Return the statements that return, by case."""
        cases = {"yes": self.yes, "no": self.no, "unknown": self.unknown}
        return {name: f"return {text}" for name, text in cases.items()}

    def settled(self, *, every: bool) -> str:
        """Return the exit of one part that settles a join."""
        return self.no if every else self.yes

    def but(self, unknown: str, *, every: bool) -> "Exits":
        """Return the exits of the last part of a join, beside others that are not known."""
        if every:
            return attrs.evolve(self, yes=f"({self.unknown} if {unknown} else {self.yes})")
        return attrs.evolve(self, no=f"({self.unknown} if {unknown} else {self.no})")


def indented(lines: Iterable[str]) -> list[str]:
    """Return lines as they stand inside a statement."""
    return [f" {line}" for line in lines]


def dispatched(piece: Piece, scope: Scope, *, yes: str, no: str, unknown: str) -> list[str]:
    """Return the statements that do one thing of three; nothing, of an empty "yes" or "no"."""
    text, so, open_, otherwise = answered(piece, scope)
    done = {"yes": yes, "no": no}
    lines = [f"if {text}: {done[so] or 'pass'}", f"elif {open_}: {unknown}"]
    return [*lines, f"else: {done[otherwise]}"] if done[otherwise] else lines
