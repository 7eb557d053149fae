"""A workbook both ways: a sheet read as counts, a table written as a sheet and read again."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import with_openpyxl
from openpyxl import Workbook, load_workbook
from samples import DAWA

import careplan as cp

LEDGER = DAWA.ledgers["slots"]
ON = date(2024, 6, 30)


def through_a_file(book: Workbook) -> Any:
    """Return the sheet of a workbook as a file gives it back."""
    file = BytesIO()
    book.save(file)
    return load_workbook(file, data_only=True).active


def test_a_sheet_is_read_as_counts() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["镇街", "统计日期", "现有托位数（个）"])
    sheet.append(["大洼街道", datetime(2023, 12, 31), 180])  # noqa: DTZ001 - as files have it
    sheet.append([None, date(2024, 6, 30), "200个"])
    sheet.append(["王家镇", date(2024, 6, 30), 30])
    sheet.append(["新兴镇", "2024年6月", 12.5])
    sheet.append(["田家街道", None, None])
    sheet.append(["合计", None, "=SUM(C2:C6)"])
    sheet.merge_cells("A2:A3")
    read = with_openpyxl.counts(through_a_file(book), LEDGER, {})
    assert read.items == (
        cp.SlotCount("大洼街道", date(2023, 12, 31), 180),
        cp.SlotCount("大洼街道", date(2024, 6, 30), 200),
    )
    assert [(one.row, one.column) for one in read.problems] == [
        (4, "镇街"),
        (5, "统计日期"),
        (5, "现有托位数（个）"),
    ]
    kinds = [(one.number, one.kind.value) for one in read.skipped]
    # A formula without a stored result is blank in the file, so the total says nothing.
    assert kinds == [(4, "unread"), (5, "unread"), (6, "unstated"), (7, "total")]


def test_a_table_is_written_as_a_sheet_and_read_again() -> None:
    counts = [cp.SlotCount("大洼街道", ON, 200), cp.SlotCount("田家街道", ON, 90)]
    table = cp.track_progress(LEDGER, counts, on=date(2024, 9, 30)).table("zh")
    sheet = through_a_file(with_openpyxl.workbook(table, "进度"))
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == [column.title("zh") for column in table.columns]
    named = {column.key: place for place, column in enumerate(table.columns)}
    assert rows[1][named["locality"]] == table.rows[0][named["locality"]]
    columns = {named["locality"]: "locality", named["reached"]: "slots"}
    aside: dict[Any, Any] = dict.fromkeys(range(len(rows[0])))
    again = cp.intake.read(
        rows[: len(table.rows) + 1],
        cp.SlotCount,
        columns={**aside, **columns},
        localities=LEDGER,
        given={"on": ON},
    )
    assert again.items == tuple(counts)


def test_cells_keep_their_types_and_no_text_is_a_formula() -> None:
    columns = [
        cp.Column("name", ["机构", "名称"]),
        cp.Column("yuan", ["补贴", "金额"], cp.ColumnKind.NUMBER, unit="万元", per_unit=10_000),
        cp.Column("on", "日期", cp.ColumnKind.DAY),
        cp.Column("open", "是否", cp.ColumnKind.FLAG),
        cp.Column("share", "比例", cp.ColumnKind.NUMBER),
    ]
    table = cp.Table(
        columns=columns,
        rows=[["=1+1", 4_200, ON, True, Decimal("0.5")], ["乙", None, None, None, None]],
    )
    sheet = through_a_file(with_openpyxl.workbook(table, "补贴"))
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[:2] == [
        ("机构", "补贴", "日期", "是否", "比例"),
        ("名称", "金额（万元）", None, None, None),
    ]
    first = sheet[3]
    # 4,200 yuan are 0.42 万元; a text that begins with = is that text.
    assert [cell.value for cell in first] == ["=1+1", 0.42, datetime(2024, 6, 30), True, 0.5]  # noqa: DTZ001 - as files have it
    assert first[0].data_type == "s"
    assert [cell.value for cell in sheet[4]] == ["乙", None, None, None, None]
