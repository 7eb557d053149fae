"""Displays as HTML: valid, complete, and nothing of a caller's text taken as markup."""

import re
from collections import Counter
from datetime import date
from typing import Any

import html5lib
import pytest
from drawn import HOSTILE, assessment, drawn, english, ledger
from hypothesis import given
from hypothesis import strategies as st
from samples import BDA, results

import careplan as cp
from careplan import writing as w
from careplan.display.result import Result
from careplan.display.views.parts import (
    Answer,
    Facts,
    Figure,
    Grid,
    Head,
    Listing,
    Paragraph,
    Quotation,
    Role,
    Step,
    Steps,
    View,
    line,
    part,
)
from careplan.display.views.shapes import Picture
from careplan.display.views.words import Cited, Mark, Muted, Strong
from careplan.display.written.pages import html_of

RESULTS = tuple(results())
DRAWN = tuple(drawn())
TAGS = {
    *("div", "style", "h3", "h4", "p", "span", "b", "small", "br", "ul", "ol", "li", "dl"),
    *("dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure"),
    *("figcaption", "blockquote", "svg", "path", "rect", "text"),
}
WHOLE = (TAGS - {"h3", "h4"}) | {*("html", "head", "meta", "title", "body", "main", "h1", "h2")}
ATTRIBUTES = {
    *("class", "lang", "scope", "rowspan", "colspan", "data-l", "role", "aria-label"),
    *("aria-hidden", "viewBox", "width", "height", "x", "y", "d", "fill", "stroke"),
    *("stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor"),
}
HOSTILES = (
    HOSTILE,
    '"><img src=x onerror=alert(1)>',
    "a' onmouseover='alert(1)",
    "</pre></style></table><h1>x",
    "&lt;b&gt; & &amp;",
    "<!--",
    "]]>",
    "\x00\x85\ufffe\ud800\u202e",
)
TITLE = cp.Text(zh="某县方案", en="A county's plan")
CLAUSE = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A"))


def read(page: str) -> Any:
    """Read a fragment or a page as a browser does; whatever is wrong with it raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page) if page.startswith("<!") else parser.parseFragment(page)


def elements(page: str) -> list[Any]:
    """Return the elements of a page, in order."""
    return [one for one in read(page).iter() if isinstance(one.tag, str) and one.tag[0] != "D"]


def named(tag: str) -> str:
    """Return a tag without the namespace of SVG."""
    return tag.rpartition("}")[2]


def text_of(one: Any) -> str:
    """Return the text of an element without its pictures and style."""
    if named(one.tag) in {"style", "svg", "title"}:
        return ""
    inside = (f"{text_of(inner)} {inner.tail or ''}" for inner in one)
    return " ".join((one.text or "", *inside))


def ledger_of(locality: str) -> Result:
    """Report on a ledger whose one locality has a name of the caller's."""
    row = w.LedgerRow(
        clause=CLAUSE, locality=locality, milestones=(w.Milestone(date(2024, 6, 30), 5),)
    )
    title = cp.Text(zh=locality, en=locality)
    made = w.Ledger(clause=CLAUSE, key="slots", title=title, precision=w.Precision.DAY, rows=(row,))
    return cp.track_progress(made, [], on=date(2024, 6, 30))


def check(page: str, *, whole: bool) -> None:
    """Hold a page against all that a page promises."""
    found = elements(page)
    tags = Counter(named(one.tag) for one in found)
    assert set(tags) - {"DOCUMENT_FRAGMENT"} <= (WHOLE if whole else TAGS)
    assert tags["style"] == 1
    for one in found:
        meta = {"name", "content", "charset"} if one.tag == "meta" else set()
        assert {name.rpartition("}")[2] for name in one.attrib} <= ATTRIBUTES | meta
    body = page.partition("</style>")[2]
    assert "url(" not in page
    assert not re.search(r"https?:", re.sub(r"&[^;]*;", "", body)) or "http" in body
    for picture in (one for one in found if named(one.tag) == "svg"):
        alone = picture.get("role") == "img"
        assert alone is bool(picture.get("aria-label"))
        assert alone is (picture.get("aria-hidden") is None)
    for figure in (one for one in found if one.tag == "figure"):
        assert next(iter(figure)).get("aria-label")
    assert_figures_are_told(found, text_of(read(page)))
    assert_tables_are_whole(found)
    assert_headings_fall(found, whole=whole)


def assert_figures_are_told(found: list[Any], whole: str) -> None:
    """Each number in a picture stands in the text as well: a host may drop pictures.

    What is muted is a scale, which is dropped with what it measures.
    """
    for one in found:
        if named(one.tag) == "text" and "m" not in one.get("class", "").split():
            for number in re.findall(r"\d[\d,]*(?:\.\d+)?", one.text or ""):
                assert re.search(rf"(?<!\d){re.escape(number)}(?!\d)", whole), number


def assert_tables_are_whole(found: list[Any]) -> None:
    """Every row of a table has as many cells, those that reach down or across counted."""
    for table in (one for one in found if one.tag == "table"):
        reach: Counter[int] = Counter()
        widths = set()
        for index, row in enumerate(one for one in table.iter() if one.tag == "tr"):
            width = reach[index]
            for cell in row:
                across, down = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
                width += across
                for below in range(index + 1, index + down):
                    reach[below] += across
            widths.add(width)
        assert len(widths) == 1


def assert_headings_fall(found: list[Any], *, whole: bool) -> None:
    """One title, and parts a level below it."""
    levels = [int(one.tag[1]) for one in found if re.fullmatch(r"h\d", one.tag)]
    top = 1 if whole else 3
    assert levels[0] == top
    assert set(levels[1:]) <= {top + 1}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("whole", [False, True])
def test_every_result_is_valid(language: str, whole: bool) -> None:
    for result in RESULTS:
        page = result.to_html(language, detail="all", page=whole)
        check(page, whole=whole)
        assert ">None<" not in page


@pytest.mark.parametrize(("name", "view", "language"), DRAWN)
@pytest.mark.parametrize("whole", [False, True])
def test_every_display_is_valid(name: str, view: View, language: str, *, whole: bool) -> None:
    assert name
    check(html_of(view, language, page=whole), whole=whole)


@pytest.mark.parametrize(("name", "view", "language"), DRAWN)
def test_fragment_and_page_say_the_same(name: str, view: View, language: str) -> None:
    assert name
    fragment, page = (html_of(view, language, page=whole) for whole in (False, True))
    assert text_of(read(fragment)).split() == text_of(read(page)).split()


def test_a_notebook_is_given_the_fragment() -> None:
    result = RESULTS[0]
    assert result._repr_html_() == result.to_html("zh") == result.to_html("zh-Hans-CN")
    page = result.to_html("en-GB", page=True)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">')


@pytest.mark.parametrize("text", HOSTILES)
@pytest.mark.parametrize("whole", [False, True])
def test_a_hostile_name_is_only_text(text: str, whole: bool) -> None:
    for result in (ledger_of(text), cp.check_form(BDA.forms["mummy_hut"], {"location_kind": text})):
        check(result.to_html(page=whole), whole=whole)


@pytest.mark.parametrize("text", HOSTILES)
def test_hostile_text_is_only_text_wherever_it_stands(text: str) -> None:
    picture = Picture(1, 1, (), text)
    words = (text, Strong(text), Muted(text), Cited(text))
    view = View(
        text,
        words,
        Answer(text, Mark.BAD, text),
        (
            part(
                text,
                Facts(((text, text),)),
                Paragraph(words),
                Listing((words,)),
                Grid(text, (Head(text, Role.NAME, text), Head(text)), (line(words, text),)),
                Steps((Step(Mark.NOW, text, text, text, text),)),
                Quotation(text, text),
                Figure(picture, text),
            ),
        ),
        (text, text),
        (text, text),
    )
    pages = {lang: html_of(view, lang) for lang in ("zh", "en")}
    for page in pages.values():
        assert (
            set(Counter(named(one.tag) for one in elements(page))) - {"DOCUMENT_FRAGMENT"} <= TAGS
        )
    assert pages["en"].count('lang="zh-CN"') == 4  # cited in the source, the paragraph, ...
    assert pages["zh"].count('lang="zh-CN"') == 1  # the block


@given(st.text(min_size=1).filter(str.strip))
def test_any_name_is_only_text(text: str) -> None:
    check(ledger_of(text).to_html(), whole=False)


def body(view: View, language: str = "zh") -> str:
    """Return a display below its style."""
    return html_of(view, language).partition("</style>")[2]


def test_the_answer_is_a_band_in_the_colour_of_its_mark() -> None:
    assert '<p class="answer bad"><span class="tag bad"><svg' in body(assessment())
    assert "</svg>不符合</span>　第1间" in body(assessment())
    plain = View("甲", "", Answer("", Mark.NONE, "暂无"))
    assert '<p class="answer"><span class="tag mute">' in body(plain)
    assert "　" not in body(plain)
    assert '<p class="answer"><b>丙</b>　乙</p>' in body(View("甲", "", Answer("乙", None, "丙")))
    assert '<p class="answer">乙</p>' in body(View("甲", "", Answer("乙")))


def test_what_is_cited_is_chinese_in_an_english_page() -> None:
    assert '<span lang="zh-CN">四（一）</span>' in body(english(), "en")
    assert "<span lang" not in body(english(), "zh")


def test_notes_are_one_or_numbered_and_what_made_it_stands_last() -> None:
    assert '<p class="note">注：不适用' in body(assessment())
    assert body(assessment()).endswith('<p class="made">以文件原文为准，本结果不是裁定。</p></div>')
    numbered = '<p class="note">注：</p><ol class="num notes"><li>未上报1个：王家街道。'
    assert numbered in body(ledger())
    assert '<p class="note">Notes:</p>' in body(english(), "en")
    two = body(View("甲", made=("乙", "丙")))
    assert '<p class="made">乙<br>丙</p>' in two


def test_parts_are_numbered_and_one_without_a_title_has_no_heading() -> None:
    assert '<h4 class="head">一、已知情况</h4>' in body(assessment())
    assert "<h4" not in body(View("甲", parts=(part("", Paragraph("乙")),)))


def test_a_picture_is_told_where_a_host_takes_it_away() -> None:
    told = re.sub(r"<svg.*?</svg>", "", body(ledger()))
    alt = "2023年底应达262个，2024年底应达792个；2024年9月底已报5个镇街，不少于359个"
    assert f'<figcaption><span class="vh" aria-hidden="true">{alt}</span>阶梯线为' in told


def test_a_caller_asks_for_a_language_and_a_detail() -> None:
    with pytest.raises(cp.NotFound):
        RESULTS[0].to_html("fr")
    with pytest.raises(cp.NotFound):
        RESULTS[0].to_html(detail="much")
    short = RESULTS[0].to_html(detail="short")
    assert "<h4" not in short
