"""Where a text stands: in which function, about which object, and what it can name there."""

from typing import Any

import attrs

from careplan.criteria.compiling.names import Names
from careplan.criteria.compiling.pieces import Piece
from careplan.fields.paths import Path

NEST = 6  # how deep joins stand in each other in one function; what is deeper gets its own


@attrs.frozen
class Apart:
    """A piece that gets a function of its own, and whether it must know where its object stands."""

    name: str
    piece: Piece
    placed: bool


@attrs.define
class Pending:
    """What is still to be written as a function, and the names of the whole.

    `noun` is the one that the criterion is about; None if it reads no fact.
    """

    noun: type[Any] | None
    names: Names = attrs.field(factory=Names)
    apart: list[Apart] = attrs.field(factory=list)


@attrs.frozen
class Scope:
    """What a text is about: `root`, the name of the subject or of an item.

    `at` is the text of the path at which the item stands in the subject `whole`, where a text must
    know it; None for the subject itself, and for an item of which nobody asks.
    """

    pending: Pending
    root: str = "root"
    whole: str = "root"
    at: str | None = None
    depth: int = 0

    @property
    def names(self) -> Names:
        """What may be named."""
        return self.pending.names

    @property
    def noun(self) -> str:
        """How the noun is named that the whole criterion is about."""
        return self.pending.names.constant(self.pending.noun)

    def deeper(self) -> "Scope":
        """Return the scope of what stands inside."""
        return attrs.evolve(self, depth=self.depth + 1)

    def item(self, root: str, path: Path, place: str | None) -> "Scope":
        """Return the scope of an item of a collection at `path`, numbered by `place`."""
        if place is None:
            return Scope(self.pending, root)  # which does not ask for the whole
        held = self.names.constant(path)
        before = held if self.at is None else f"{self.at} + {held}"
        return Scope(self.pending, root, self.whole, f"({before} + ({place},))")

    def called(self, piece: Piece) -> str:
        """Return the text that calls a function of its own for a piece."""
        name = self.names.new("f")
        self.pending.apart.append(Apart(name, piece, placed=self.at is not None))
        return f"{name}({self.root}, {self.given})"

    @property
    def parameters(self) -> str:
        """The parameters of a function that begins here."""
        return "root, on" if self.at is None else "root, on, whole, at"

    @property
    def given(self) -> str:
        """What is given to every function beside its object."""
        return "on" if self.at is None else f"on, {self.whole}, {self.at}"
