"""Where a text stands: in which function, about which object, and what it can name there."""

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
    """What is still to be written as a function, and the names of the whole."""

    names: Names = attrs.field(factory=Names)
    apart: list[Apart] = attrs.field(factory=list)


@attrs.frozen
class Scope:
    """What a text is about: `root`, the name of the subject or of an item.

    `at` is the text of the path at which the item stands in the subject `whole`, where a text must
    know it; None for the subject itself, and for an item of which nobody asks.
    """

    pending: Pending
    root: str
    at: str | None = None
    depth: int = 0

    @property
    def names(self) -> Names:
        """What may be named."""
        return self.pending.names

    def deeper(self) -> "Scope":
        """Return the scope of what stands inside."""
        return attrs.evolve(self, depth=self.depth + 1)

    def item(self, root: str, path: Path, place: str | None) -> "Scope":
        """Return the scope of an item of a collection at `path`, numbered by `place`."""
        if place is None:
            return Scope(self.pending, root)
        held = self.names.constant(path)
        before = held if self.at is None else f"{self.at} + {held}"
        return Scope(self.pending, root, f"({before} + ({place},))")

    def called(self, piece: Piece) -> str:
        """Return the text that calls a function of its own for a piece."""
        name = self.names.new("f")
        self.pending.apart.append(Apart(name, piece, placed=self.at is not None))
        return f"{name}({self.root}, {self.given})"

    @property
    def given(self) -> str:
        """What is given to every function beside its object."""
        return "on" if self.at is None else f"on, whole, {self.at}"


def parameters(*, placed: bool) -> str:
    """Return the parameters of a function about the object `root`."""
    return "root, on, whole, at" if placed else "root, on"
