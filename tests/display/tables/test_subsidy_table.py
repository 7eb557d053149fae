"""The example of a district's own table: heads of three levels, 万元 over yuan, totals, notes."""

import csv
import io
import re
from decimal import Decimal

import subsidy_table

import careplan as cp

TABLE = subsidy_table.table(subsidy_table.INSTITUTIONS)


def lines() -> list[list[str]]:
    return list(csv.reader(io.StringIO(TABLE.to_csv(notes=True), newline="")))


def test_the_sixteen_headings_are_those_of_the_printed_table() -> None:
    # As districts print it, with the levels joined.
    head, *_ = lines()
    assert head == [
        *("序号", "机构名称", "机构负责人及联系电话", "机构性质/类型/托育机构"),
        *("机构性质/类型/幼儿园托班", "机构性质/举办类别/公办", "机构性质/举办类别/民办"),
        "普惠性托位数（个）",
        *(f"每月实际收托0-3岁婴幼儿（二孩人数）/{month}月" for month in (4, 5, 6)),
        "本季度二孩补贴金额（万元）",
        *(f"每月实际收托0-3岁婴幼儿（三孩人数）/{month}月" for month in (4, 5, 6)),
        "本季度三孩补贴金额（万元）",
    ]


def test_cells_in_yuan_are_printed_as_ten_thousands_exactly() -> None:
    assert TABLE.records()[0]["second_yuan"] == 4_200
    _, first, second, total, *_ = lines()
    # 4,200 and 6,050 yuan, 10,250 together; 1,500 and 0.
    assert [line[11] for line in (first, second, total)] == ["0.42", "0.605", "1.025"]
    assert [line[15] for line in (first, second, total)] == ["0.15", "0", "0.15"]
    assert TABLE.columns[11].printed(4_200) == Decimal("0.42")


def test_what_one_institution_does_not_report_is_blank_and_so_is_its_total() -> None:
    _, first, second, total, *_ = lines()
    assert [line[7] for line in (first, second, total)] == ["45", "", ""]
    assert first[2] == ""
    assert first[3:7] == ["是", "否", "否", "是"]
    assert total[:7] == ["", "合计", "", "", "", "", ""]
    # April: 6 + 10 second children, 1 + 0 third.
    assert (total[8], total[12]) == ("16", "1")


def test_notes_stand_below() -> None:
    assert [line[0] for line in lines()[-2:]] == [f"注：{one}" for one in subsidy_table.NOTES]
    assert [note.zh for note in TABLE.notes] == subsidy_table.NOTES


def test_a_notebook_shows_three_lines_of_headings() -> None:
    told = re.sub(r' (scope|class)="[^"]*"', "", TABLE._repr_html_())
    head = told.partition("</style>")[2].partition("</thead>")[0]
    assert head.count("<tr>") == 3
    assert '<th colspan="4">机构性质</th>' in head
    assert '<th colspan="2">举办类别</th>' in head
    assert '<th colspan="3">每月实际收托0-3岁婴幼儿（三孩人数）</th>' in head
    assert '<th rowspan="3">序号</th>' in head


def test_a_data_frame_of_it_is_typed() -> None:
    typed = cp.columns(TABLE).pandas
    assert [typed[key] for key in ("place", "name", "public", "third_6", "third_yuan")] == [
        *("Int64", "string", "boolean", "Int64", "Float64")
    ]
