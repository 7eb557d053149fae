"""A workbook's sheet read as counts, and a table written as a sheet: openpyxl does the files.

A number, a day and a yes or no go into a cell as they are, text as text, which is no formula.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet.worksheet import Worksheet

import careplan as cp


def counts(sheet: Worksheet, ledger: Any, given: dict[str, Any]) -> cp.intake.Intake:
    """Read a sheet whose first row holds the headings.

    Only the first cell of a merged range has its value: a group's name is carried down.
    """
    rows = sheet.iter_rows(values_only=True)
    return cp.intake.read(rows, cp.SlotCount, localities=ledger, given=given, carry=["镇街"])


def workbook(table: cp.Table, title: str) -> Workbook:
    """Return a table as a workbook of one sheet: a line of headings for each level, rows, notes."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    heads = [column.lines(table.language) for column in table.columns]
    depth = max(map(len, heads))
    for level in range(depth):
        sheet.append(_texts(sheet, (lines[level] if level < len(lines) else "" for lines in heads)))
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        sheet.append([_cell(sheet, column, cell) for column, cell in cells])
    for note in table.notes:
        sheet.append(_texts(sheet, [note.get(table.language)]))
    return book


def _cell(sheet: Any, column: cp.Column, cell: Any) -> Any:
    if isinstance(cell, str):
        return _text(sheet, str.__str__(cell))
    if cell is None or isinstance(cell, bool) or column.kind is cp.ColumnKind.DAY:
        return cell
    printed = column.printed(cell)
    return float(printed) if isinstance(printed, Fraction) else printed


def _texts(sheet: Any, texts: Iterable[str]) -> list[Any]:
    return [_text(sheet, text) for text in texts]


def _text(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # also where it begins with "="
    return cell
