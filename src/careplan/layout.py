"""How a noun lies in tables: a row each, a column for each fact, a table for each collection.

Data frames and databases hold a noun so, and `careplan.frames` and `careplan.sql` read it so. The
name of a column is the path of its fact, joined by two underscores: `building_area_m2`, of a part
`site__area_m2`. A set has a column, yes or no, for each member (`service_modes__full_day`), a
table of counts one for each entry (`equipment__table`); null is not stated. A collection is a
table of its own, whose rows name the row they belong to; the row itself has the number of its
items (`rooms`), null where they are not stated.

A part that is not stated has nothing but nulls, as one has of which nothing is stated: no
criterion tells the two apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, NotFound, Problem, check_type
from careplan.base.text import Labelled, is_text
from careplan.fields.checking import entries_of
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import (
    ChoicesKind,
    CountKind,
    FlagKind,
    ItemsKind,
    Kind,
    PartKind,
    TableKind,
)
from careplan.fields.paths import Path, dotted

ID = "id"  # of a row, where rows of another table name it
PARENT = "parent"  # what such a row names it by


@attrs.frozen
class Column:
    """A column: its name, the path of what it holds, and the kind of it.

    Of a member of a set the kind is yes or no, of an entry of a table a count, and of a
    collection `ItemsKind`: how many items there are.
    """

    name: str
    path: Path
    kind: Kind


@attrs.define(eq=False)
class NounTable:
    """The table of a noun: its `columns` by path, and the tables of its collections by path.

    `path` is the collection whose items it holds, as `columns=` names it ("rooms"), empty for
    the noun that is asked about.
    """

    noun: type[Noun]
    path: str
    columns: Mapping[Path, Column]
    children: "Mapping[Path, NounTable]"

    @cached_property
    def tables(self) -> "tuple[NounTable, ...]":
        """This table and all below it."""
        return (self, *(one for child in self.children.values() for one in child.tables))

    def column(self, path: Path) -> str:
        """Return the name of the column of a fact, a member of a set, an entry of a table.

        Raises NotFound for what has none: an item by its number, a fact inside of one.
        """
        found = self.columns.get(path)
        # A key of a table equals its value as a text, which is no key.
        if found is None or [*map(type, found.path)] != [*map(type, path)]:
            raise NotFound("path", dotted(path), map(dotted, self.columns))
        return found.name


def table_of(noun: type[Noun], columns: Mapping[str, str] | None = None) -> NounTable:
    """Return how a noun lies in tables.

    `columns` names columns that are called otherwise, by the path of what they hold:
    {"building_area_m2": "area", "equipment[table]": "tables", "rooms": "room_count",
    "rooms.usable_area_m2": "usable"}. Raises InvalidInput for what is no noun, a name that is no
    filled text, and two columns of one name, in small or in capital letters: most databases do not
    tell these apart. A table that others belong to has an `id`, and one that belongs to another a
    `parent`, so a fact called so needs another name there. Raises NotFound for a path that no
    column has.

    >>> import careplan as cp
    >>> table = table_of(cp.Venue, {"building_area_m2": "area"})
    >>> table.column(("building_area_m2",)), [one.path for one in table.tables]
    ('area', ['', 'rooms'])
    """
    if not (isinstance(noun, type) and issubclass(noun, Noun)):
        raise InvalidInput([Problem("noun", "wrong_type", noun, {"expected": "type[Noun]"})])
    entries = entries_of({} if columns is None else columns)
    if entries is None:
        expected = {"expected": "Mapping[str, str]"}
        raise InvalidInput([Problem("columns", "wrong_type", columns, expected)])
    given = dict(entries)
    made = _table(noun, "", given)
    known = {_named(table, column) for table in made.tables for column in table.columns.values()}
    for path in given:
        if path not in known:
            raise NotFound("path", path, sorted(known))
    _check_names(made)
    return made


def rows_of(
    subjects: Iterable[Noun],
    noun: type[Noun],
    columns: Mapping[str, str] | None = None,
    *,
    keep_fractions: bool = False,
) -> dict[str, list[dict[str, Any]]]:
    """Return subjects as rows by table: "" is that of the noun, "rooms" that of its rooms.

    Each row has all columns of its table, None for what is not stated; enums are their values,
    numbers and days as they are. Rows have an `id` (unless a fact is called so), those of items
    the `parent` they belong to. Raises InvalidInput for a subject of another noun, for fractions
    that no decimal equals, all at once, as no database and no frame has a number for them
    (`keep_fractions` has them as they are), and as `table_of` does.

    >>> import careplan as cp
    >>> found = rows_of([cp.Venue(rooms=[cp.Room(usable_area_m2=8)])], cp.Venue)
    >>> found[""][0]["rooms"], found["rooms"][0]["usable_area_m2"], found["rooms"][0]["parent"]
    (1, 8, 0)
    """
    whole = table_of(noun, columns)
    check_type(subjects, Iterable, "subjects")
    check_type(keep_fractions, bool, "keep_fractions")
    found: Rows = {table.path: [] for table in whole.tables}
    fractions: list[Problem] = []
    for index, subject in enumerate(subjects):
        at = f"subjects[{index}]"
        check_type(subject, noun, at)
        _put(whole, subject, at, found, fractions)
    if fractions and not keep_fractions:
        raise InvalidInput(fractions)
    return found


Rows = dict[str, list[dict[str, Any]]]


def _put(
    table: NounTable,
    subject: Noun,
    at: str,
    found: Rows,
    fractions: list[Problem],
    *,
    parent: int | None = None,
) -> None:
    """Add a subject's rows, and what no table holds of it; `at` is where the subject is."""
    number = len(found[table.path])
    row: dict[str, Any] = {} if _has(table, ID) else {ID: number}
    if parent is not None:
        row[PARENT] = parent
    for column in table.columns.values():
        value = row[column.name] = _value(subject, column)
        if isinstance(value, Fraction):
            fractions.append(Problem(f"{at}.{dotted(column.path)}", "no_decimal", value))
    found[table.path].append(row)
    for path, child in table.children.items():
        for index, item in enumerate(_at(subject, path) or ()):
            inside = f"{at}.{dotted(path)}[{index}]"
            _put(child, item, inside, found, fractions, parent=number)


def _has(table: NounTable, name: str) -> bool:
    """Say whether a fact has the column that is called so, in whatever letters."""
    return any(column.name.casefold() == name for column in table.columns.values())


def _value(subject: Noun, column: Column) -> Any:
    """Return what a column holds of a subject, None for what is not stated."""
    *above, last = column.path
    value = _at(subject, tuple(above) if isinstance(last, Labelled) else column.path)
    if value is None:
        return None
    if isinstance(last, Labelled):  # of a set whether it holds it, of a table how many
        return last in value if isinstance(column.kind, FlagKind) else value.get(last)
    if isinstance(column.kind, ItemsKind):
        return len(value)
    return str(value.value) if isinstance(value, Labelled) else value


def _at(subject: Any, path: Path) -> Any:
    for step in path:
        subject = None if subject is None else getattr(subject, str(step))
    return subject


def _table(noun: type[Noun], path: str, given: Mapping[str, str]) -> NounTable:
    columns: dict[Path, Column] = {}
    children: dict[Path, NounTable] = {}
    for at, kind in _kinds(noun, ()):
        name = given.get(_joined(path, at), "__".join(map(_step, at)))
        columns[at] = Column(name, at, kind)
        if isinstance(kind, ItemsKind):
            children[at] = _table(kind.noun, _joined(path, at), given)
    return NounTable(noun, path, columns, children)


def _kinds(noun: type[Noun], above: Path) -> Iterator[tuple[Path, Kind]]:
    """Yield the path of each column, and what kind of thing it holds."""
    for name, spec in facts_declared(noun).items():
        at = (*above, name)
        match spec.kind:
            case PartKind(part):
                yield from _kinds(part, at)
            case ChoicesKind(enum):
                yield from (((*at, member), FlagKind()) for member in enum)
            case TableKind(enum):
                yield from (((*at, member), CountKind()) for member in enum)
            case kind:
                yield at, kind


def _step(step: object) -> str:
    return str(step.value) if isinstance(step, Labelled) else str(step)


def _joined(path: str, at: Path) -> str:
    return f"{path}.{dotted(at)}" if path else dotted(at)


def _named(table: NounTable, column: Column) -> str:
    """Return the path by which `columns=` names a column."""
    return _joined(table.path, column.path)


def _check_names(made: NounTable) -> None:
    problems: list[Problem] = []
    for table in made.tables:
        taken = {PARENT} if table.path else set()
        taken |= {ID} if table.children else set()
        for column in table.columns.values():
            where = f"columns[{_named(table, column)}]"
            if not is_text(column.name):
                problems.append(Problem(where, "wrong_type", column.name, {"expected": "str"}))
            elif not column.name.strip():
                problems.append(Problem(where, "blank", column.name))
            elif column.name.casefold() in taken:
                problems.append(Problem(where, "name_taken", column.name))
            else:
                taken.add(column.name.casefold())
    if problems:
        raise InvalidInput(problems)


__all__ = ["ID", "PARENT", "Column", "NounTable", "rows_of", "table_of"]
