"""What an expression is written over: the columns of a table, and what was counted of its items."""

from collections.abc import Mapping
from datetime import date

import attrs

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput, Problem
from careplan.fields.paths import Path, dotted
from careplan.frames.written.held import Held
from careplan.layout import NounTable


@attrs.frozen
class Asked:
    """What is asked of the items of a collection: which they are, and what is added up of them."""

    over: Path
    where: n.Criterion
    amount: Path = ()


@attrs.frozen
class Tallies:
    """The columns that hold what items came to, beside the row that they belong to.

    `stated` is true where the items are stated and all there. Without an amount `yes` is of how
    many items the criterion holds, `left` of how many that is unknown; with one `yes` is the least
    they can come to, and `left` how many have no upper end beside the others' `most`. `rows` is
    how many items there are.
    """

    stated: str
    yes: str
    left: str
    most: str
    rows: str


@attrs.frozen
class Sight:
    """What can be seen: a table, its columns by name, and its items if these are at hand.

    It is `typed` where the frame may be one of pandas; see `settled`.
    """

    table: NounTable
    held: Mapping[str, Held]
    on: date | None = None
    typed: bool = True
    tallies: Mapping[Asked, Tallies] = attrs.field(factory=dict)
    below: "Mapping[Path, Sight]" = attrs.field(factory=dict)

    def column(self, path: Path) -> Held:
        """Return the column of a fact; raises NotFound for what has none."""
        name = self.table.column(path)
        known = self.held.get(name)
        return Held(self.table.columns[path]) if known is None else known

    def items(self, path: Path) -> "Sight":
        """Return what can be seen of items; refuse where they are not at hand."""
        if path not in self.below:
            self.table.column(path)
            raise InvalidInput([Problem(dotted(path), "needs_items", None)])
        return self.below[path]

    def tally(self, asked: Asked) -> Tallies:
        """Return what items came to; refuse where they are not at hand."""
        self.items(asked.over)
        return self.tallies[asked]
