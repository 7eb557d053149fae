"""A table as separated values, as Markdown and as HTML."""

import csv
import io
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp

KIND = cp.ColumnKind
FULL_WIDTH = "\uff1d\uff0b\uff0d\uff20"  # =, +, - and @ as a Chinese keyboard writes them


def one_column(kind: cp.ColumnKind, *cells: Any, **given: Any) -> cp.Table:
    language = given.pop("language", "zh")
    column = cp.Column("x", given.pop("heading", "甲"), kind, **given)
    return cp.Table(columns=[column], rows=[[cell] for cell in cells], language=language)


def lines(text: str) -> list[list[str]]:
    """Read a file of separated values with Python's own reader."""
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("kind", "cell", "zh", "en"),
    [
        (KIND.WHOLE, 4_200, "4200", "4200"),
        (KIND.WHOLE, 0, "0", "0"),
        (KIND.NUMBER, -5, "-5", "-5"),
        (KIND.NUMBER, Decimal("1234567.50"), "1234567.5", "1234567.5"),
        # 41 / 3 is 13 and two thirds. A spreadsheet takes 2/3 for a day of February.
        (KIND.NUMBER, Fraction(41, 3), "13 2/3", "13 2/3"),
        (KIND.NUMBER, Fraction(-2, 3), "-0 2/3", "-0 2/3"),
        (KIND.NUMBER, None, '""', '""'),
        (KIND.FLAG, True, "是", "yes"),
        (KIND.FLAG, False, "否", "no"),
        (KIND.DAY, date(2024, 6, 30), "2024-06-30", "2024-06-30"),
        (KIND.MEMBER, cp.Outcome.NOT_MET, "不符合", "not met"),
        (KIND.MEMBER, "=1", "'=1", "'=1"),
        (KIND.TEXT, "-", "'-", "'-"),
        (KIND.TEXT, "甲\n乙", r"甲\n乙", r"甲\n乙"),
        (KIND.TEXT, "", '""', '""'),
    ],
)
def test_a_cell_is_written_as_a_spreadsheet_reads_it(
    kind: cp.ColumnKind, cell: Any, zh: str, en: str
) -> None:
    for language, said in (("zh", zh), ("en", en)):
        text = one_column(kind, cell, language=language).to_csv()
        assert text.split("\r\n")[1] == said


def test_numbers_are_written_in_the_unit_of_their_column() -> None:
    amounts = one_column(KIND.NUMBER, 4_200, 20_000, unit="万元", per_unit=10_000)
    assert amounts.to_csv() == "甲（万元）\r\n0.42\r\n2\r\n"
    assert amounts.to_markdown() == "| 甲（万元） |\n| ---: |\n| 0.42 |\n| 2 |\n"
    assert amounts.rows == ((4_200,), (20_000,))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_holds_the_separator_or_a_quote_is_quoted(separator: str) -> None:
    cells = ["a,b", "a;b", 'a"b', " a", "a ", '"', "乙"]
    columns = [cp.Column("x", "甲,;"), cp.Column("y", "乙")]
    text = cp.Table(columns=columns, rows=[[cell, "z"] for cell in cells]).to_csv(
        separator=separator
    )
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    assert read == [["甲,;", "乙"], *([cell, "z"] for cell in cells)]
    assert text.count("\r\n") == len(cells) + 1
    assert text.replace("\r\n", "").isprintable() or separator == "\t"


@given(st.lists(st.tuples(st.text(), st.text())), st.sampled_from([",", ";", "\t"]))
def test_any_texts_are_read_back_safe(rows: list[tuple[str, str]], separator: str) -> None:
    columns = [cp.Column("x", "甲"), cp.Column("y", "乙")]
    made = cp.Table(columns=columns, rows=rows)
    text = made.to_csv(separator=separator)
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    assert read[1:] == [list(row.values()) for row in made.records(safe=True)]
    for cell in (cell for row in read for cell in row):
        assert not cell.lstrip().startswith((*"=+-@", *FULL_WIDTH))


def test_a_heading_is_made_safe_too() -> None:
    assert one_column(KIND.TEXT, heading="=1").to_csv() == "'=1\r\n"


def test_the_mark_of_utf_8_stands_in_front_if_asked_for() -> None:
    made = one_column(KIND.TEXT, "乙")
    assert made.to_csv(bom=True) == "\ufeff" + made.to_csv()
    assert made.to_csv(bom=True).encode().startswith(b"\xef\xbb\xbf")


def test_notes_follow_if_asked_for_each_as_wide_as_the_table() -> None:
    columns = [cp.Column("x", "甲"), cp.Column("y", "乙"), cp.Column("z", "丙")]
    notes = ["初步统计", ("=1,2", "draft")]
    told = {"zh": ["注：初步统计", "注：=1,2"], "en": ["Note: 初步统计 [zh]", "Note: draft"]}
    for language, said in told.items():
        made = cp.Table(columns=columns, rows=[], notes=notes, language=language)
        assert len(lines(made.to_csv())) == 1
        assert lines(made.to_csv(notes=True))[1:] == [[one, "", ""] for one in said]


@pytest.mark.parametrize("separator", ["|", "", "\n", ",,", None])
def test_another_separator_is_refused(separator: Any) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        one_column(KIND.TEXT).to_csv(separator=separator)
    assert [(one.path, one.code) for one in caught.value.problems] == [
        ("separator", "not_an_option")
    ]


def after_style(page: str) -> str:
    """Return a page from behind its style sheet."""
    return page.partition("</style>")[2]


def test_a_table_without_columns_is_its_notes() -> None:
    made = cp.Table(columns=[], rows=[], notes=["甲"])
    assert (made.to_csv(), made.to_csv(notes=True)) == ("", "注：甲\r\n")
    assert made.to_markdown() == "- 甲\n"
    assert after_style(made._repr_html_()) == (
        '<div class="careplan" lang="zh-CN"><p class="note">注：甲</p></div>'
    )


HEADS: tuple[Any, ...] = (
    *("序号", ["性质", "类型", "机构"], ["性质", "类型", "托班"], ["性质", "公办"], "名称"),
    ["性质", "其他"],
)


def test_levels_of_headings_stand_over_the_columns_that_share_them() -> None:
    columns = [cp.Column(str(n), heading) for n, heading in enumerate(HEADS)]
    told = cp.Table(columns=columns, rows=[["1"] * 6])._repr_html_()
    # Three lines: what is alone goes down to the rows; the last 性质 is not beside the others.
    assert after_style(told).split("<tbody>")[0] == (
        '<div class="careplan" lang="zh-CN"><div class="wide"><table class="stack"><thead>'
        '<tr><th scope="col" rowspan="3">序号</th><th scope="colgroup" colspan="3">性质</th>'
        '<th scope="col" rowspan="3">名称</th><th scope="col">性质</th></tr>'
        '<tr><th scope="colgroup" colspan="2">类型</th>'
        '<th scope="col" rowspan="2">公办</th><th scope="col" rowspan="2">其他</th></tr>'
        '<tr><th scope="col">机构</th><th scope="col">托班</th></tr></thead>'
    )
    assert lines(cp.Table(columns=columns, rows=[]).to_csv())[0][1] == "性质/类型/机构"


def test_equal_headings_of_columns_stand_apart() -> None:
    columns = [cp.Column(key, ["甲", "乙"]) for key in "ab"]
    told = cp.Table(columns=columns, rows=[])._repr_html_()
    assert (
        '<tr><th scope="colgroup" colspan="2">甲</th></tr>'
        '<tr><th scope="col">乙</th><th scope="col">乙</th></tr>'
    ) in told


def test_what_columns_apart_share_is_not_drawn_together() -> None:
    heads = (["甲", "乙", "1"], "丙", ["甲", "乙", "2"])
    columns = [cp.Column(str(n), heading) for n, heading in enumerate(heads)]
    told = cp.Table(columns=columns, rows=[])._repr_html_()
    assert "colspan" not in after_style(told)
    assert told.count('<th scope="col">乙</th>') == 2


def test_nothing_of_a_table_is_taken_as_markup() -> None:
    made = cp.Table(columns=[cp.Column("x", "<b>|")], rows=[["<i>*"]], notes=["<u>_"])
    html, markdown = made._repr_html_(), made._repr_markdown_()
    assert [tag for tag in ("<b>", "<i>", "<u>") if tag in html + markdown] == []
    assert markdown == "| &lt;b&gt;\\| |\n| --- |\n| &lt;i&gt;\\* |\n\n- &lt;u&gt;\\_\n"
    assert markdown == made.to_markdown()


def test_people_read_numbers_as_they_write_them() -> None:
    made = one_column(KIND.NUMBER, 4_200, Fraction(41, 3), None, language="en")
    assert "| 4,200 |\n| about 13.7 |\n|  |\n" in made.to_markdown()
    assert '<td class="n" data-l="甲 [zh]">4,200</td>' in made._repr_html_()


def test_a_row_of_one_blank_cell_is_a_row() -> None:
    # csv.DictReader passes over an empty line.
    table = one_column(KIND.WHOLE, 1, None, 2)
    assert list(csv.DictReader(io.StringIO(table.to_csv(), newline=""))) == [
        {"甲": "1"},
        {"甲": ""},
        {"甲": "2"},
    ]
