"""A table as separated values, as RFC 4180 has them, and safe to open in a spreadsheet."""

from collections.abc import Iterable

from careplan.base.errors import InvalidInput, Problem
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.display.cells import Cell, safe_text
from careplan.display.tables.columns import Column
from careplan.display.tables.typed import figures_in

SEPARATORS = (",", ";", "\t")
_LINE = "\r\n"


def separated(
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Cell, ...]],
    notes: tuple[Text, ...],
    language: str,
    separator: str,
) -> str:
    """Return a line of headings, one for each row, and one for each note, in its first cell.

    Raises InvalidInput for a separator that is none of `SEPARATORS`.
    """
    if separator not in SEPARATORS:
        options = {"options": ", ".join(map(repr, SEPARATORS))}
        raise InvalidInput([Problem("separator", "not_an_option", separator, options)])
    blanks = [""] * (len(columns) - 1)
    lines = (
        [safe_text(column.title(language)) for column in columns],
        *([_cell(*one, language) for one in zip(columns, row, strict=True)] for row in rows),
        *([safe_text(say("table.note", language, note=note)), *blanks] for note in notes),
    )
    return "".join(_joined(line, separator) for line in lines if line)


def _cell(column: Column, cell: Cell, language: str) -> str:
    if isinstance(cell, str):
        return safe_text(cell)
    return figures_in(column, cell, language)


def _joined(line: list[str], separator: str) -> str:
    if line == [""]:  # an empty line is no row to those who read it
        return f'""{_LINE}'
    return separator.join(_quoted(cell, separator) for cell in line) + _LINE


def _quoted(cell: str, separator: str) -> str:
    # No cell holds a line break: it would be an escape. A blank at either end is kept by quotes.
    if separator in cell or '"' in cell or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell
