"""The one maker of markup: whatever is not markup is escaped."""

import re
from html import unescape

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careplan.display.written.markup import Html, classes, el, joined, sheet_of


def test_children_and_attributes_are_escaped_once() -> None:
    inner = el("b", {}, "a<b")
    assert el("p", {"data-l": "\"'<>&"}, "<i>", inner) == (
        '<p data-l="&quot;&#x27;&lt;&gt;&amp;">&lt;i&gt;<b>a&lt;b</b></p>'
    )
    assert isinstance(inner, Html)
    assert joined(("&", inner)) == "&amp;<b>a&lt;b</b>"


def test_what_is_not_given_is_left_out() -> None:
    assert el("p", {"class": None, "lang": ""}) == '<p lang=""></p>'
    assert el("br") == "<br>"
    assert el("path", {"d": "M0 0"}) == '<path d="M0 0"/>'
    assert classes("", "a", "b") == "a b"
    assert classes("", "") is None


def test_a_sheet_ends_no_element() -> None:
    assert sheet_of("a>b{}") == "<style>a>b{}</style>"
    with pytest.raises(ValueError, match="/style"):
        sheet_of("</style><script>")


# What HTML's parser refuses: controls and what Unicode says is no character.
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x00", "\\x00"),
        ("\x85", "\\x85"),
        ("\ud800", "\\ud800"),
        ("\u202e", "\\u202e"),
        ("\ufdd0", "\\ufdd0"),
        ("\ufdef", "\\ufdef"),
        ("\ufdcf", "\ufdcf"),
        ("\ufdf0", "\ufdf0"),
        ("\ufffe", "\\ufffe"),
        ("\uffff", "\\uffff"),
        ("\ufffd", "\ufffd"),
        ("\U0001fffe", "\\U0001fffe"),
        ("\U0010ffff", "\\U0010ffff"),
        ("\U0001fffd", "\U0001fffd"),
    ],
)
def test_what_no_page_may_hold_is_an_escape(text: str, shown: str) -> None:
    assert el("p", {}, text) == f"<p>{shown}</p>"


@given(st.text())
def test_any_text_stays_text(text: str) -> None:
    page = el("p", {"lang": text}, text)
    html5lib.HTMLParser(strict=True).parseFragment(page)
    assert re.findall(r"<[^>]*>", page)[1:] == ["</p>"]
    shown = unescape(page.removesuffix("</p>").rpartition(">")[2])
    assert shown == text or not text.isprintable()
