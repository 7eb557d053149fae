"""Results in notebooks: well-formed, complete, and nothing of a caller's text taken as markup."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import BDA, DAWA, MALL, SHUANGLIAO, results

import careplan as cp
from careplan import writing as w
from careplan.base.quoting import visible
from careplan.display.result import Result

RESULTS = tuple(results())
TAGS = {
    *("div", "details", "summary", "pre", "p"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a' onmouseover='alert(1)",
    "</pre></details></table><h1>x",
    "&lt;b&gt; & &amp;",
    "甲|乙",
    "[x](javascript:alert(1))",
    "![x](http://example.com/a.png)",
    "`code` **bold** __bold__ ~~gone~~ $x^2$",
    "甲\n\n# heading\n\n- item\n1. one\n===\n<b>",
    "\\",
)
CLAUSE = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A"))


class Page(HTMLParser):
    """What a browser sees: tags in order, and the text between them."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag and its attributes."""
        self.open.append(tag)
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Remember what stands between tags."""
        self.text += data


def ledger_of(locality: str) -> Result:
    """Report on a ledger whose one locality has a name of the caller's."""
    row = w.LedgerRow(
        clause=CLAUSE, locality=locality, milestones=(w.Milestone(date(2024, 6, 30), 5),)
    )
    title = cp.Text(zh=locality, en=locality)
    ledger = w.Ledger(
        clause=CLAUSE, key="slots", title=title, precision=w.Precision.DAY, rows=(row,)
    )
    return cp.track_progress(ledger, [], on=date(2024, 6, 30))


def table_of(page: str) -> list[list[str]]:
    """Read the cells of a Markdown table, and prove that every row has as many."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    assert len({len(row) for row in rows}) <= 1
    return [[cell.strip() for cell in row] for row in rows]


def lines_of(page: str) -> Iterator[str]:
    """Yield the lines of a Markdown page that are not its table."""
    return (line for line in page.splitlines() if line and not line.startswith("| "))


@pytest.mark.parametrize("result", RESULTS[::7], ids=lambda result: type(result).__name__)
def test_a_result_shows_all_it_says_and_its_rows(result: Result) -> None:
    page, marked = result._repr_html_(), result._repr_markdown_()
    seen = Page(page)
    assert seen.open == []
    assert seen.seen <= TAGS
    assert seen.attributes <= {"class", "lang", "style"}
    for language in ("zh", "en"):
        for line in result.explain(language).splitlines():
            assert line.strip() in seen.text
    rows = result.records()
    assert page.count("<tr>") == (len(rows) + 1 if rows else 0)
    assert len(table_of(marked)) == (len(rows) + 2 if rows else 0)
    assert "None" not in page
    assert "None" not in marked


def test_every_sort_of_result_shows_columns_it_has() -> None:
    for result in RESULTS:
        columns = result.shown.split()
        assert columns != []
        for row in result.records():
            assert set(columns) <= set(row)


def test_a_result_without_rows_has_no_table() -> None:
    empty = cp.agenda(BDA, date(1999, 1, 1), date(1999, 1, 1))
    assert "<table" not in empty._repr_html_()
    assert table_of(empty._repr_markdown_()) == []


def test_one_line_is_a_paragraph_and_more_are_folded() -> None:
    report = cp.track_progress(DAWA.ledgers["slots"], [], on=date(2024, 9, 30))
    assert (
        report.rows[0]._repr_html_().startswith('<div class="careplan"><p lang="zh">二界沟街道：')
    )
    folded = report._repr_html_()
    assert '<details lang="en"><summary>slots by 2023' in folded
    assert report.rows[0]._repr_markdown_().startswith("**二界沟街道：")
    assert "\n  - 大洼街道: unknown" in report._repr_markdown_()


def test_an_assessment_in_a_notebook() -> None:
    a = cp.assess(MALL, SHUANGLIAO).under("4.1.b")
    assert "<td>4.1.b</td><td>四（一）</td>" in a._repr_html_()
    assert "<td>not_met</td>" in a._repr_html_()
    assert "- ✗ usable area of room 1: 8 m2 (asked: ≥ 10 m2)" in unescape(a._repr_markdown_())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_only_text(text: str) -> None:
    result = ledger_of(text)
    page, marked = result._repr_html_(), result._repr_markdown_()
    seen = Page(page)
    assert seen.open == []
    assert seen.seen <= TAGS
    assert seen.attributes <= {"class", "lang", "style"}
    assert visible(text) in seen.text
    assert "<" not in marked
    (row,) = table_of(marked)[2:-1]
    plain = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", row[0]))
    assert plain == " ".join(visible(text).split())
    assert all(re.match(r"\*\*|(  )*- ", line) for line in lines_of(marked))


@pytest.mark.parametrize("answer", HOSTILE)
def test_a_hostile_answer_is_only_text(answer: str) -> None:
    check = cp.check_form(BDA.forms["mummy_hut"], {"location_kind": answer})
    assert Page(check._repr_html_()).seen <= TAGS
    assert "<" not in check._repr_markdown_()


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
    ],
)
def test_what_markdown_would_act_on_is_escaped(text: str, shown: str) -> None:
    assert ledger_of(text)._repr_markdown_().splitlines()[0].startswith(f"**{shown}")


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_only_text(text: str) -> None:
    result = ledger_of(text)
    assert Page(result._repr_html_()).seen <= TAGS
    assert len(table_of(result._repr_markdown_())) == 4
    assert "<" not in result._repr_markdown_()
