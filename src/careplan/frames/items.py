"""What items come to, counted once for each question and joined to the row they belong to."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.fields.paths import Path
from careplan.frames.lent import Expr, narwhals
from careplan.frames.wants import Wants
from careplan.frames.written.amounts import (
    MOST_ITEMS,
    MOST_OF_ITEM,
    Ends,
    amount,
    ends_given,
    least_of,
)
from careplan.frames.written.held import Held
from careplan.frames.written.sight import Asked, Sight, Tallies
from careplan.frames.written.truths import truth
from careplan.layout import ID, PARENT


@attrs.frozen
class Taken:
    """A frame as it was taken: narwhals' own of it, and how its columns hold what they hold."""

    frame: Any
    held: Mapping[str, Held]


def with_items(
    wants: Wants, taken: Mapping[str, Taken], names: Iterator[str], on: date | None
) -> tuple[Any, Sight]:
    """Return the frame of a table with what its items come to, and what can be seen of it."""
    frame, held = taken[wants.table.path].frame, taken[wants.table.path].held
    tallies: dict[Asked, Tallies] = {}
    below: dict[Path, Sight] = {}
    for path, child in _children(wants):
        inner, seen = with_items(child, taken, names, on)
        below[path] = seen
        each = [asked for asked in wants.items if asked.over == path]
        frame, found = _joined(frame, inner, seen, {one: _named(one, names) for one in each}, names)
        count = narwhals().col(wants.table.column(path))
        tallies |= found
        frame = _all_there(frame, count, next(iter(found.values())))
    return frame, Sight(wants.table, held, on, typed=False, tallies=tallies, below=below)


def _children(wants: Wants) -> Iterator[tuple[Path, Wants]]:
    for child in wants.below:
        yield next(path for path, one in wants.table.children.items() if one is child.table), child


def _named(asked: Asked, names: Iterator[str]) -> tuple[str, str, str]:
    return next(names), next(names), next(names) if asked.amount else ""


def _joined(
    frame: Any, inner: Any, seen: Sight, named: "dict[Asked, tuple[str, str, str]]", names: Any
) -> tuple[Any, dict[Asked, Tallies]]:
    nw, rows, stated = narwhals(), next(names), next(names)
    truths = {one.where: next(names) for one in named if one.where != n.TRUE}
    if truths:
        inner = inner.with_columns(*(truth(one, seen).alias(name) for one, name in truths.items()))
    columns = [
        column
        for asked, (yes, unknown, most) in named.items()
        for column in _of_each(asked, seen, truths.get(asked.where), (yes, unknown, most))
    ]
    sums = [name for several in named.values() for name in several if name]
    counted = (
        inner.select(nw.col(PARENT), *columns)
        .group_by(PARENT)
        .agg(nw.len().alias(rows), *(nw.col(name).sum() for name in sums))
    )
    # Of a row without items nothing is joined: it has none.
    joined = frame.join(counted, left_on=ID, right_on=PARENT, how="left")
    joined = joined.with_columns(
        *(nw.col(name).fill_null(0).cast(nw.Int64) for name in (rows, *sums))
    )
    return joined, {
        asked: Tallies(stated, yes, unknown, most, rows)
        for asked, (yes, unknown, most) in named.items()
    }


def _all_there(frame: Any, count: Expr, one: Tallies) -> Any:
    """Add whether the items of a row are stated, and as many as it says."""
    rows = narwhals().col(one.rows)
    return frame.with_columns(((count == rows) & (rows <= MOST_ITEMS)).alias(one.stated))


def _of_each(
    asked: Asked, seen: Sight, holds: str | None, named: tuple[str, str, str]
) -> Iterator[Expr]:
    nw, (yes, unknown, most) = narwhals(), named
    if not asked.amount:
        assert holds is not None  # noqa: S101 - of items alone the number says how many
        yield nw.col(holds).fill_null(value=False).cast(nw.Int64).alias(yes)
        yield nw.col(holds).is_null().cast(nw.Int64).alias(unknown)
        return
    held = seen.column(asked.amount)
    value, least = amount(held, MOST_OF_ITEM), least_of(held)
    ends = (
        Ends(value.fill_null(least), value)
        if holds is None
        else ends_given(value, nw.col(holds), least)
    )
    yield ends.low.alias(yes)
    yield ends.most.is_null().cast(nw.Int64).alias(unknown)
    yield ends.most.alias(most)
