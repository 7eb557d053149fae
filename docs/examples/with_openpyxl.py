"""A workbook's sheet read as counts, and a table written as a sheet: openpyxl does the files.

A number, a day and a yes or no go into a cell as they are, text as text, which is no formula.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import careplan as cp


def counts(sheet: Worksheet, ledger: Any, given: dict[str, Any]) -> cp.intake.Intake[cp.SlotCount]:
    """Read a sheet whose first row holds the headings.

    Only the first cell of a merged range has its value: a group's name is carried down.
    """
    rows = sheet.iter_rows(values_only=True)
    return cp.intake.read(rows, cp.SlotCount, localities=ledger, given=given, carry=["镇街"])


def workbook(table: cp.Table, title: str) -> Workbook:
    """Return a table as a workbook of one sheet: a line of headings for each level, rows, notes."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = title
    heads = [column.lines(table.language) for column in table.columns]
    depth = max(map(len, heads), default=1)
    lines: list[Iterable[Any]] = [
        [lines[level] if level < len(lines) else None for lines in heads] for level in range(depth)
    ]
    lines += (
        [_printed(*one) for one in zip(table.columns, row, strict=True)] for row in table.rows
    )
    mark = {"zh": "注：", "en": "Note: "}[table.language]  # by which it is known to be no row
    lines += ([mark + note.get(table.language)] for note in table.notes)
    for number, line in enumerate(lines, start=1):
        for place, value in enumerate(line, start=1):
            cell = sheet.cell(number, place, value)
            if isinstance(value, str):
                cell.data_type = "s"  # also where it begins with "=": no formula
    return book


def _printed(column: cp.Column, cell: Any) -> Any:
    """Return a cell as a sheet holds it: in the unit of the column, and as a float if it must."""
    if isinstance(cell, str):
        return str.__str__(cell)
    if cell is None or isinstance(cell, bool) or column.kind is cp.ColumnKind.DAY:
        return cell
    printed = column.printed(cell)
    return float(printed) if isinstance(printed, Fraction) else printed
