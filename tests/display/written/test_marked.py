"""Displays as Markdown: read by a parser of CommonMark, nothing of a text acts as markup."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from drawn import assessment, clause, drawn, edges, english, ledger, registration, score
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from samples import results

import careplan as cp
from careplan import writing as w
from careplan.base.quoting import visible
from careplan.display.plain import nested, plain
from careplan.display.result import Result
from careplan.display.views.parts import (
    Answer,
    Facts,
    Figure,
    Grid,
    Head,
    Listing,
    Nested,
    Paragraph,
    Quotation,
    Step,
    Steps,
    View,
    line,
    part,
)
from careplan.display.views.shapes import Picture
from careplan.display.views.words import Cited, Mark, Muted, Small, Strong, Tag
from careplan.display.written.marked import markdown_of

RESULTS = tuple(results())
DRAWN = tuple(drawn())
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = (
    "<script>alert(1)</script>",
    "&lt;b&gt; & &amp;",
    "甲|乙",
    "[x](javascript:alert(1))",
    "![x](http://example.com/a.png)",
    "`code` **bold** __bold__ ~~gone~~ $x^2$",
    "甲\n\n# heading\n\n- item\n1. one\n===\n<b>",
    "\\",
    "- item",
    "1. one",
    "2) two",
    "+ item",
    "===",
    "> quote",
    "# heading",
    "    code",
    "http://example.com",
    "\x00\x1b[2J\u202e",
)
TITLE = cp.Text(zh="某县方案", en="A county's plan")
CLAUSE = w.Clause("1", "一", w.Modality.MUST, TITLE)
# What a display writes itself; whatever else a parser finds was taken from a text.
OURS = {
    *("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td", "inline", "text", "softbreak", "hardbreak"),
    "strong",
}


def tokens(page: str) -> Iterator[Token]:
    """Yield what a parser of CommonMark sees, also inside of lines."""
    for one in READER.parse(page):
        yield one
        yield from one.children or ()


def kinds(page: str) -> set[str]:
    """Return the kinds of what it sees."""
    return {re.sub(r"_(open|close)$", "", one.type) for one in tokens(page)}


def count(page: str, kind: str) -> int:
    """Count what it sees of a kind."""
    return sum(one.type == f"{kind}_open" for one in tokens(page))


def texts(page: str) -> list[str]:
    """Return the texts it sees."""
    return [unescape(one.content) for one in tokens(page) if one.type == "text"]


def ledger_of(locality: str) -> Result:
    """Report on a ledger whose one locality has a name of the caller's."""
    row = w.LedgerRow(
        clause=CLAUSE, locality=locality, milestones=(w.Milestone(date(2024, 6, 30), 5),)
    )
    title = cp.Text(zh=locality, en=locality)
    made = w.Ledger(clause=CLAUSE, key="slots", title=title, precision=w.Precision.DAY, rows=(row,))
    return cp.track_progress(made, [], on=date(2024, 6, 30))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_result_is_markdown_of_ours(language: str) -> None:
    for result in RESULTS:
        page = result.to_markdown(language, detail="all")
        assert kinds(page) <= OURS
        assert page.endswith("\n")
        assert "\n\n\n" not in page
        assert count(page, "heading") >= 1


@pytest.mark.parametrize(("name", "view", "language"), DRAWN)
def test_every_display_has_its_headings_and_tables(name: str, view: View, language: str) -> None:
    assert name
    page = markdown_of(view, language)
    grids = [one for part in view.parts for one in part.blocks if isinstance(one, Grid)]
    assert kinds(page) <= OURS
    assert count(page, "table") == len(grids)
    rows = sum(1 + len(one.lines) + len(one.foot) for one in grids)
    assert count(page, "tr") == rows
    assert count(page, "heading") == 1 + sum(1 for part in view.parts if part.title)


def test_a_notebook_is_given_chinese() -> None:
    result = RESULTS[0]
    assert result._repr_markdown_() == result.to_markdown("zh") == result.to_markdown("ZH-cn")
    with pytest.raises(cp.NotFound):
        result.to_markdown("zh_CN")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_only_text(text: str) -> None:
    for language in ("zh", "en"):
        page = ledger_of(text).to_markdown(language)
        assert kinds(page) <= OURS
        assert "<" not in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text_wherever_it_stands(text: str) -> None:
    words = (text, Strong(text), Muted(text), Cited(text), Small(text))
    view = View(
        text,
        words,
        Answer(text, Mark.BAD, text),
        (
            part(
                text,
                Facts(((text, text),)),
                Paragraph(words),
                Listing((words, (Strong(text), text), Tag(Mark.NONE, text))),
                Listing((words, text), numbered=True),
                Nested((text,)),
                Grid(text, (Head(text, below=text),), (line(words),), left=text),
                Steps((Step(Mark.NOW, text, text, text, text),)),
                Quotation(text, text),
                Figure(Picture(1, 1, (), text), text),
            ),
        ),
        (text, text),
        (text, text),
    )
    page = markdown_of(view, "zh")
    assert kinds(page) <= OURS
    assert "<" not in page
    assert page.isprintable() or "\n" in page
    assert count(page, "heading") == 2
    assert count(page, "table") == 1
    assert count(page, "td") == 1
    assert [one.info for one in tokens(page) if one.type == "fence"] == []
    # Lists: facts, items, numbered, nested, steps with theirs, notes.
    assert (count(page, "bullet_list"), count(page, "ordered_list")) == (4, 3)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_read_as_it_is(text: str) -> None:
    page = markdown_of(View("甲", parts=(part("", Paragraph(("乙", text, "丙"))),)), "zh")
    read = [one.content for one in READER.parse(page) if one.type == "inline"][-1]
    assert "<" not in read
    told = "".join(texts(page)[1:])
    assert told.split() == f"乙{visible(_flat(text))}丙".split()


def _flat(text: str) -> str:
    before, after = (" " if end.isspace() and end == " " else "" for end in (text[0], text[-1]))
    return before + " ".join(text.split()) + after


def test_a_mark_stands_before_its_word() -> None:
    assert "\n\n**× 不符合**：第1间母婴室" in markdown_of(assessment(), "zh")
    assert "**× Not met**: Room 1" in markdown_of(english(), "en")
    assert "| ？ 第1间母婴室是已建成的，还是新建的？（已建成的按" in markdown_of(assessment(), "zh")
    told = markdown_of(edges(), "zh")
    signs = {"× bad", "？ open", "√ good", "√ done", "○ now", "… wait", "— none", "◇ tip"}
    assert signs <= {one.removeprefix("- ") for one in told.splitlines()}


def test_an_answer_is_a_word_or_a_sentence_or_both() -> None:
    for answer, told in (
        (Answer("乙", None, "丙"), "**丙**：乙"),
        (Answer("", Mark.GOOD, "丙"), "**√ 丙**"),
        (Answer("- 乙"), "\\- 乙"),
    ):
        assert markdown_of(View("甲", "", answer), "zh") == f"### 甲\n\n{told}\n"


def test_figures_stand_to_the_right_and_bars_are_left_out() -> None:
    page = markdown_of(ledger(), "zh")
    assert (
        "| 序号 | 镇街 | 现有 | 应达（2023年底） | 差额 | 状态 | 2024年底目标 | 每月需新增 |\n"
        "| --- | --- | ---: | ---: | ---: | --- | ---: | ---: |\n"
        "| 1 | 田家街道 | 6月底 90 | 109 | **19** | × 未达标 | 328 | 80 |\n"
    ) in page
    assert "|  | 合计 | 5个已报 ≥359 | 262 | 0 | √ 已达标 | 792 | ≤145 |" in page
    assert "\n\n数据截至2024年9月30日 单位：个\n\n" in page


def test_a_picture_is_its_sentence() -> None:
    assert "\n\n总分条：已得88分，未评10分，" in markdown_of(score(), "zh")


def test_lists_in_cells_steps_and_quotations() -> None:
    assert "| 1. 将第1间母婴室的使用面积由8平方米增至10平方米以上（含）；2. 增设" in (
        markdown_of(assessment(), "zh")
    )
    assert "\n\n1. 注册登记：√ 已办\n   - 托育机构 → 县级市场监管部门\n" in (
        markdown_of(registration(), "zh")
    )
    told = markdown_of(clause(), "zh")
    assert "\n\n> （一）科学规划，合理配置。建筑面积" in told
    assert "\n>\n> 已建成的，做好改造完善。\n" in told


def test_bold_is_left_out_where_asterisks_would_be_text() -> None:
    def said(*words: str | Strong) -> str:
        return markdown_of(View("甲", parts=(part("", Paragraph(words)),)), "zh").split("\n")[2]

    assert said("本次采用", Strong("由评分人员评定"), "。") == "本次采用**由评分人员评定**。"
    # By CommonMark `甲**“乙”**丙` is no emphasis.
    assert said("甲", Strong("“乙”"), "丙") == "甲“乙”丙"
    assert said("a ", Strong("b"), " c") == "a **b** c"
    assert said("a", " ", "b") == "a b"


def test_lines_further_in_than_all_begin_at_the_margin() -> None:
    told = markdown_of(View("甲", parts=(part("", Nested(("  乙", "    丙"))),)), "zh")
    assert told.endswith("\n\n- 乙\n  - 丙\n")
    assert markdown_of(View("甲", parts=(part("", Nested(())),)), "zh") == "### 甲\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. one", r"1\. one"),
        ("12) twelve", r"12\) twelve"),
        ("1.5", r"1\.5"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("===", r"\==="),
        ("# heading", r"\# heading"),
        ("a - b + c = d", "a - b + c = d"),
        ("2024-06-30", "2024-06-30"),
        ("a_b*c", r"a\_b\*c"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("甲\x1b", r"甲\\x1b"),
    ],
)
def test_what_markdown_would_act_on_is_escaped(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert nested([text]) == f"- {shown}"
