"""Grids as tables: rows that are cards where it is narrow, totals below, names wrapped or not."""

import re

import pytest
from drawn import agenda, assessment, edges, ledger, many, matrix, registration

from careplan.display.views.parts import Entry, Grid, Head, Role, line
from careplan.display.views.words import Mark, Muted, Small, Strong, Tag
from careplan.display.written.grids import chip, chips, grid, width
from careplan.display.written.pages import html_of


def rows(page: str) -> list[str]:
    """Return the rows of the bodies of tables, without drawings."""
    told = re.sub(r"<svg.*?</svg>", "", page)
    return re.findall(r"<tr.*?</tr>", "".join(re.findall(r"<tbody>.*?</tbody>", told)))


def simple(*texts: str, head: Head | None = None) -> str:
    """Return a table of one column."""
    return grid(Grid("", (head or Head("甲", Role.NAME),), tuple(map(line, texts))), "zh")


def test_a_card_names_each_cell_but_the_name_the_state_and_the_bar() -> None:
    first = rows(html_of(ledger(), "zh"))[0]
    assert first == (
        '<tr><td class="no c">1</td><th scope="row" class="name">田家街道</th>'
        '<td class="n" data-l="现有"><small class="in">6月底</small>90</td>'
        '<td class="n" data-l="应达">109</td>'
        '<td class="n" data-l="差额"><b class="bad">19</b></td>'
        '<td class="s"><span class="tag bad">未达标</span></td>'
        '<td class="n two" data-l="2024年底目标">328</td>'
        '<td class="n" data-l="每月需新增">80</td><td class="bar"></td></tr>'
    )


def test_a_heading_breaks_where_it_says_and_has_words_and_a_picture_below() -> None:
    page = html_of(ledger(), "zh")
    assert '<th scope="col" class="n">每月需<br>新增</th>' in page
    assert '<th scope="col" class="n">应达<small>2023年底</small></th>' in page
    assert '<th scope="col">月份<svg' in html_of(agenda(), "zh")
    assert Head("每月需\n新增").called == "每月需新增"
    assert Head("New per\nmonth").called == "New per month"
    assert Head("若", label="如果").called == "如果"


def test_corners_stand_in_the_caption_and_a_label_is_for_screen_readers() -> None:
    assert (
        '<caption><span class="vh">托位台账</span><span class="unit">'
        "<span>数据截至2024年9月30日</span><span>单位：个</span></span></caption>"
    ) in html_of(ledger(), "zh")
    assert '<caption class="vh">不符合项</caption>' in html_of(assessment(), "zh")
    assert "<caption" not in simple("乙")


def test_a_total_stands_below_and_a_long_table_breaks_between_rows() -> None:
    page = html_of(ledger(), "zh")
    assert page.count("<tfoot>") == 1
    assert '<table class="led stack">' in page
    assert '<table class="led stack long">' in html_of(many(), "zh")
    # Twelve rows are kept on a sheet, thirteen are not.
    assert '<table class="stack">' in simple(*"一二三四五六七八九十百千")
    assert '<table class="stack long">' in simple(*"一二三四五六七八九十百千万")


@pytest.mark.parametrize(
    ("texts", "look"),
    [
        (("甲" * 12,), "nb w"),  # 24 wide
        (("a" * 24,), "nb w"),
        (("甲" * 12 + "a",), "r w"),
        (("甲", "乙" * 13), "r w"),
    ],
)
def test_short_names_are_bold_and_sentences_are_not(texts: tuple[str, ...], look: str) -> None:
    assert simple(*texts).count(f'<th scope="row" class="{look}">') == len(texts)


def test_short_words_are_kept_on_a_line_lists_are_not() -> None:
    head = Head("甲")
    assert '<td class="w nb" data-l="甲">' in simple("乙" * 10, head=head)
    assert '<td class="w" data-l="甲">' in simple("乙" * 10 + "a", head=head)
    listed = grid(Grid("", (head,), (line(Entry(listed=("一",))),)), "zh")
    assert '<td class="w" data-l="甲"><ol class="num"><li>一</li></ol></td>' in listed


def test_a_name_beside_a_state_leaves_it_room() -> None:
    heads = (Head("甲", Role.NAME), Head("态", Role.STATE))
    told = grid(Grid("", heads, (line("乙", Tag(Mark.GOOD, "好")),)), "zh")
    assert '<th scope="row" class="nb">乙</th><td class="s">' in told


def test_a_question_stays_beside_its_mark() -> None:
    asked = rows(html_of(assessment(), "zh"))[1]
    assert '<th scope="row" class="r w q"><span class="tag open"></span><span>第1间' in asked
    assert "<small>已建成的按" in asked
    told = grid(Grid("", (Head("甲"),), (line(Tag(Mark.OPEN, "几间？")), line("长" * 20))), "zh")
    assert "</svg></span><span>几间？</span></td>" in told
    # A mark alone is no question.
    assert "<span></span>" not in grid(
        Grid("", (Head("甲"),), (line(Tag(Mark.OPEN, "")), line("很长" * 20))), "zh"
    )


def test_a_question_is_plain_however_short_and_a_place_behind_a_mark_is_a_name() -> None:
    head = Head("甲", Role.NAME)
    both = (line((Tag(Mark.OPEN, ""), "几间？")), line((Tag(Mark.OPEN, ""), "在哪？")))
    assert grid(Grid("", (head,), both), "zh").count('<th scope="row" class="r w q">') == len(both)
    place = grid(Grid("", (head,), (line((Tag(Mark.BAD, ""), "四（一）")),)), "zh")
    assert '<th scope="row" class="nb w">' in place


@pytest.mark.parametrize(("length", "look"), [(16, "tag bad"), (17, "tag bad said")])
def test_a_state_is_kept_on_a_line_and_a_sentence_wraps(length: int, look: str) -> None:
    head = Head("甲")
    assert f'<span class="{look}"><svg' in grid(
        Grid("", (head,), (line(Tag(Mark.BAD, "错" * length)),)), "zh"
    )


def test_a_second_name_is_a_cell() -> None:
    heads = (Head("甲", Role.NAME), Head("乙", Role.NAME))
    told = grid(Grid("", heads, (line("一", "二"),)), "zh")
    assert told.count('<th scope="row"') == 1
    assert '<td class="nb w">二</td>' in told


def test_a_cell_reaches_down() -> None:
    told = rows(html_of(registration(), "zh"))
    assert (
        '<td class="no c" rowspan="3">1</td><th scope="rowgroup" class="r w q" rowspan="3">'
        in (told[0])
    )
    assert told[1].startswith('<tr><td class="w nb" data-l="若">社会服务机构</td>')


def test_a_matrix_has_chips_upright_headings_and_rules_between_its_parts() -> None:
    page = html_of(matrix(), "zh")
    assert '<div class="scroll"><table class="mx stack">' in page  # the page is never wider
    assert '<th scope="col" class="v"><span>市卫生健康局</span></th>' in page
    assert (
        '<td data-l="市卫生健康局"><span class="chip lead">牵<span class="vh">头</span></span></td>'
    ) in page
    assert page.count('<tr class="g">') == 1
    assert "<td></td>" in page
    foot = page.partition("<tfoot>")[2]
    assert '<td data-l="市卫生健康局">2</td>' in foot
    assert '<span class="chip lead">牵</span> 牵头单位（列第一位）</span>' in foot


def test_a_chip_shows_its_first_character() -> None:
    assert chip("配") == '<span class="chip">配</span>'
    assert chip(Muted("属地")) == '<span class="chip terr">属<span class="vh">地</span></span>'
    assert list(chips((Strong("牵头"), "配合"))) == [
        '<span class="chip lead">牵</span>',
        '<span class="chip">配</span>',
    ]


def test_small_print_stands_below_or_before_a_figure() -> None:
    page = html_of(edges(), "zh")
    assert "45<small>较上次少5</small>" in page
    wide = grid(Grid("", (Head("甲"),), (line(("乙", Small("丙"))),)), "zh")
    assert '<td class="w nb" data-l="甲">乙<small>丙</small></td>' in wide


def test_a_chinese_character_is_two_wide() -> None:
    assert width("甲a，") == 5
