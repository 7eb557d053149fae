"""A row that a criterion asks about: its columns, and what is reckoned of its items.

Items are rows of another table. What is asked of them is reckoned once for each row they belong
to: beside the table, all in one pass and joined to it, or in its place as a query of its own.
"""

from collections.abc import Mapping
from datetime import date

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.fields.kinds import Kind
from careplan.fields.paths import Path
from careplan.layout import ID, PARENT, NounTable
from careplan.sql.joining import checked
from careplan.sql.spelling import Spelling


@attrs.define
class Names:
    """What tables and their columns for ids are called, which short names are taken, and `on`."""

    spelling: Spelling
    tables: Mapping[str, str]
    id: str = ID
    parent: str = PARENT
    on: date | None = None
    reserved: str = ""
    taken: int = 0

    def table(self, table: NounTable) -> str:
        """Return the name of a table; raise InvalidInput if it was not given."""
        if table.path not in self.tables:
            raise InvalidInput([Problem(f"tables[{table.path}]", "required", None)])
        return self.spelling.name(self.tables[table.path])

    def short(self) -> str:
        """Return a short name for the rows of a table that no other has."""
        self.taken += 1
        name = f"r{self.taken}"
        return self.short() if name == self.reserved.casefold() else name


@attrs.define
class Scope:
    """The rows of a table, by the name they have in a query.

    With `beside` what is reckoned of items is joined to the table, else it stands in its place.
    """

    table: NounTable
    called: str
    names: Names
    beside: bool = True
    items: "dict[Path, Items]" = attrs.field(factory=dict)

    def column(self, path: Path) -> str:
        """Return the column of a fact, with the name of its rows.

        SQLite takes a name in quotes that is no column's for a text, unless it is told whose.
        """
        return self.own(self.table.column(path))

    def own(self, name: str) -> str:
        """Return a column by its name."""
        spelled = self.names.spelling.name
        return f"{spelled(self.called)}.{spelled(name)}"

    def kind(self, path: Path) -> Kind:
        """Return what kind of thing a column holds."""
        self.table.column(path)
        return self.table.columns[path].kind

    def items_at(self, path: Path) -> "Items":
        """Return the items of a collection, which are asked about in one place."""
        self.table.column(path)
        if path not in self.items:
            below = Scope(self.table.children[path], self.names.short(), self.names)
            self.items[path] = Items(below, self, self.names.short())
        return self.items[path]

    def source(self) -> str:
        """Return what the rows are read from: the table, and what was reckoned beside it."""
        table = self.names.table(self.table)
        joined = [each.joined() for each in self.items.values() if self.beside and each.reckoned]
        return " ".join([f"{table} AS {self.names.spelling.name(self.called)}", *joined])


@attrs.define
class Items:
    """The items of a collection, and what is reckoned of them for each row they belong to."""

    scope: Scope
    owner: Scope
    called: str
    reckoned: dict[str, str] = attrs.field(factory=dict)

    def reckon(self, what: str) -> str:
        """Return what an aggregate over the items comes to; null where a row has none.

        In place of a reference it may be null or what the aggregate is of no rows.
        """
        spelled, what = self.scope.names.spelling.name, checked(what)
        if not self.owner.beside:
            return f"(SELECT {what} FROM {self.scope.source()} WHERE {self._tied()})"
        column = self.reckoned.setdefault(what, f"q{len(self.reckoned)}")
        return f"{spelled(self.called)}.{spelled(column)}"

    def complete(self, number: str) -> str:
        """Return whether as many items are there as a row says: unknown if it does not say.

        Where they are more or fewer, something of them is not known.
        """
        return f"{number} = COALESCE({self.reckon('COUNT(*)')}, 0)"

    def joined(self) -> str:
        """Return the join that brings what was reckoned to the rows the items belong to."""
        names = self.scope.names
        spelled, parent = names.spelling.name, self.scope.own(names.parent)
        columns = ", ".join(f"{what} AS {spelled(name)}" for what, name in self.reckoned.items())
        query = (
            f"SELECT {parent} AS {spelled('p')}, {columns} "
            f"FROM {self.scope.source()} GROUP BY {parent}"
        )
        called = spelled(self.called)
        return f"LEFT JOIN ({query}) AS {called} ON {called}.{spelled('p')} = {self._owner()}"

    def _tied(self) -> str:
        return f"{self.scope.own(self.scope.names.parent)} = {self._owner()}"

    def _owner(self) -> str:
        return self.owner.own(self.owner.names.id)
