"""A ledger as a table: a row a locality, a column a date and what falls due on it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from careplan.base.errors import check_language
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.criteria.signs import Op
from careplan.display.tables.columns import Column, ColumnKind
from careplan.display.tables.laid import noted
from careplan.display.tables.named import heading_of
from careplan.display.tables.table import Table
from careplan.documents.periods import Period
from careplan.documents.scales.milestones import Milestone, Strength, rank, stated_as
from careplan.documents.wording.labels import FIELDS
from careplan.documents.wording.milestones import figure_text

# A ledger makes its own table by these, so they cannot import what it is.
Ledger = Any


@frozen
class _Place:
    """The column of a figure: by its date, what it counts, and how strongly it is meant."""

    due: date
    of: str
    strength: Strength

    @property
    def key(self) -> str:
        """The key of the column in the table."""
        return f"{self.due}/{self.of}/{self.strength}"


@frozen
class _Line:
    """A row of the table: whose, what there was before, and the figure of each place."""

    name: str
    figures: Mapping[_Place, Milestone]
    base: Mapping[str, int] = attrs.field(factory=dict)


def ledger_notes(ledger: Ledger) -> Iterator[Text]:
    """Yield what a reader of a ledger's figures must be told."""
    if ledger.note is not None:
        yield ledger.note
    if ledger.increments:
        yield noted("ledger.added")
    yield noted("table.totals")


def ledger_table(ledger: Ledger, language: str) -> Table:
    """Return what is owed by each date, of each locality as printed, and of all together."""
    check_language(language)
    of_rows = [_Line(row.locality, _placed(row.milestones), row.base) for row in ledger.rows]
    lines = [*of_rows, *_of_all(ledger, language)]
    places = _places(ledger, lines)
    based = [one for one in ledger.columns if any(one.key in line.base for line in lines)]
    kinds = {place: _kind(place, lines) for place in places}
    graded = any(place.strength is not Strength.BINDING for place in places)
    full = len(places) + len(based)
    blank = any(len(line.figures) + len(line.base) < full for line in lines)
    return Table(
        columns=[
            Column("locality", heading_of("locality")),
            *(_before(ledger, one) for one in based),
            *(_over(ledger, place, kind, graded=graded) for place, kind in kinds.items()),
        ],
        rows=[
            {
                "locality": line.name,
                **{_base_key(of): number for of, number in line.base.items()},
                **{
                    place.key: _cell(kinds[place], one, language)
                    for place, one in line.figures.items()
                },
            }
            for line in lines
        ],
        notes=(*ledger_notes(ledger), *([noted("table.blank")] if blank else [])),
        language=language,
    )


def _placed(milestones: Iterable[Milestone]) -> dict[_Place, Milestone]:
    dated = ((one, one.due) for one in milestones)
    return {_Place(due, one.of, one.strength): one for one, due in dated if due is not None}


def _of_all(ledger: Ledger, language: str) -> Iterator[_Line]:
    """Yield what is printed for all together, and what the rows come to where that differs."""
    printed, added = _placed(ledger.totals), _placed(_added(ledger))
    if printed:
        yield _Line(say("all.printed", language), printed)
    if _figures(printed) != _figures(added):
        yield _Line(say("all.added", language), added)


def _added(ledger: Ledger) -> Iterator[Milestone]:
    for column in ledger.columns:
        for strength in Strength:
            for due, figures in ledger.row_sums(column.key, strength).items():
                if figures is not None:
                    value, op = stated_as(figures)
                    yield Milestone(due, value, op=op, strength=strength, of=column.key)


def _figures(placed: Mapping[_Place, Milestone]) -> dict[_Place, Any]:
    return {place: one.figures for place, one in placed.items()}


def _places(ledger: Ledger, lines: Iterable[_Line]) -> list[_Place]:
    keys = [column.key for column in ledger.columns]
    found = {place: one for line in lines for place, one in line.figures.items()}
    return sorted(found, key=lambda place: (place.due, keys.index(place.of), rank(found[place])))


def _kind(place: _Place, lines: Iterable[_Line]) -> ColumnKind:
    """Return the kind of a column: a plain number says only what is to be reached at least."""
    listed = [line.figures[place] for line in lines if place in line.figures]
    plain = all(isinstance(one.value, int) and one.op is Op.GE for one in listed)
    return ColumnKind.WHOLE if plain else ColumnKind.TEXT


def _cell(kind: ColumnKind, one: Milestone, language: str) -> Any:
    return one.value if kind is ColumnKind.WHOLE else figure_text(one, language)


def _over(ledger: Ledger, place: _Place, kind: ColumnKind, *, graded: bool) -> Column:
    """Return the column of a place: its date, and what else tells it from others."""
    dated = Period(place.due, place.due, ledger.precision)
    column = ledger.column(place.of)
    levels = [Text(zh=dated.told("zh"), en=dated.told("en"))]
    if len(ledger.columns) > 1:
        levels.append(column.label)
    if graded:
        levels.append(place.strength.label)
    return Column(place.key, levels, kind, unit=column.unit)


def _before(ledger: Ledger, column: Any) -> Column:
    """Return the column of what there was before."""
    levels = [FIELDS["LedgerRow.base"]]
    if len(ledger.columns) > 1:
        levels.append(column.label)
    return Column(_base_key(column.key), levels, ColumnKind.WHOLE, unit=column.unit)


def _base_key(of: str) -> str:
    return f"base/{of}"
