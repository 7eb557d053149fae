"""Which columns of which tables criteria ask for, and what they ask of items."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.fields.paths import Path
from careplan.frames.written.leaves import column_path
from careplan.frames.written.sight import Asked
from careplan.layout import Column, NounTable


@attrs.frozen
class Wants:
    """What is asked of one table: its columns, and what of the items of each collection.

    `summed` names the columns that are added up.
    """

    table: NounTable
    columns: tuple[Column, ...]
    summed: tuple[str, ...] = ()
    items: tuple[Asked, ...] = ()
    below: "tuple[Wants, ...]" = ()

    @property
    def tables(self) -> "tuple[Wants, ...]":
        """This table and all below it that something is asked of."""
        return (self, *(one for child in self.below for one in child.tables))


def wants_of(
    table: NounTable, criteria: Iterable[n.Criterion], amounts: Iterable[Path] = ()
) -> Wants:
    """Return what criteria about the noun of a table ask for; `amounts` are added up above it."""
    asked = list(dict.fromkeys(one for node in criteria for one in _asked(node)))
    items = [one for one in asked if isinstance(one, Asked)]
    paths = [one.path if isinstance(one, _Summed) else _path(one) for one in asked]
    sums = [*amounts, *(one.path for one in asked if isinstance(one, _Summed))]
    columns = {table.column(path): table.columns[path] for path in (*paths, *amounts)}
    by_path: dict[Path, list[Asked]] = {}
    for one in items:
        by_path.setdefault(one.over, []).append(one)
    below = tuple(_below(table.children[path], several) for path, several in by_path.items())
    summed = tuple(dict.fromkeys(map(table.column, sums)))
    return Wants(table, tuple(columns.values()), summed, tuple(items), below)


@attrs.frozen
class _Summed:
    """A fact that is added up."""

    path: Path


def _path(one: Path | Asked) -> Path:
    return one.over if isinstance(one, Asked) else one


def _below(child: NounTable, several: list[Asked]) -> Wants:
    amounts = [one.amount for one in several if one.amount]
    return wants_of(child, [one.where for one in several], amounts)


def _asked(node: n.Criterion) -> Iterator[Path | Asked | _Summed]:
    match node:
        case n.Compare() | n.Among() | n.Has():
            yield column_path(node)
        case n.AllOf(parts) | n.AnyOf(parts):
            for part in parts:
                yield from _asked(part)
        case n.Not(part):
            yield from _asked(part)
        case n.Some(path=path, where=where) | n.Every(path=path, where=where):
            yield path if where == n.TRUE else Asked(path, where)
        case n.Linear(terms=terms):
            for _, term in terms:
                yield from _asked_by_term(term)
        case n.Elapsed(start=start, end=end):
            yield from () if isinstance(start, date) else (start,)
            yield from () if end is None else (end,)
        case _:
            assert_never(node)


def _asked_by_term(term: n.Term) -> Iterator[Path | Asked | _Summed]:
    if term.over:
        is_count = term.where == n.TRUE and not term.amount
        yield term.over if is_count else Asked(term.over, term.where, term.amount)
        return
    if term.amount:
        yield _Summed(term.amount)
    yield from _asked(term.where)
