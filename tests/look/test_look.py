"""How pages look in Chromium: none is wider than its window, and paper holds all that it says.

`nox -s look` runs these and says where the pictures are; they are to be looked at, too.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import html5lib
import pytest
from browser import Browser
from drawn import drawn
from printed import plain
from pypdf import PdfReader
from report_zh import report
from samples import DAWA, results

from careplan.display.written.pages import html_of

WIDE, NARROW = 900, 420
MOST_SHEETS = 2  # of the clerk's report


def clerks_report() -> str:
    """Return what fifteen towns reported on three dates, by the ten lines of README.zh-CN.md."""
    towns = [row.locality for row in DAWA.ledgers["slots"].rows]
    rows = [
        (town, date(2024, month, 30), 10 * place + month)
        for place, town in enumerate(towns)
        for month in (3, 6, 9)
    ]
    return report(rows, 2024)


def pages() -> Iterator[tuple[str, str]]:
    """Yield a page of every sort of result, the longest it has, and of every display by hand."""
    yield "report", clerks_report()
    longest: dict[str, str] = {}
    for result in results():
        name = type(result).__name__
        longest[name] = max(longest.get(name, ""), result.to_html(page=True), key=len)
    yield from longest.items()
    yield from ((f"drawn-{name}", html_of(view, lang, page=True)) for name, view, lang in drawn())


PAGES = dict(pages())


def characters(text: str) -> Counter[str]:
    """Count the characters of a text, without blanks."""
    return Counter(plain(text))


def said(page: str) -> str:
    """Return the text that a page shows: without its style, and what is for screen readers."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    return _said(root.find("body"))


def _said(one: Any) -> str:
    if "vh" in one.get("class", "").split():
        return ""
    return (one.text or "") + "".join(_said(inner) + (inner.tail or "") for inner in one)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_no_wider_than_its_window(name: str, browser: Browser, pictures: Path) -> None:
    over = {
        (width, look): browser.shoot(
            PAGES[name], width, pictures / f"{name}-{width}-{look}.png", dark=look == "dark"
        )
        for width in (WIDE, NARROW)
        for look in ("light", "dark")
    }
    assert set(over.values()) == {0}


@pytest.mark.parametrize("name", PAGES)
def test_paper_holds_what_the_page_says(name: str, browser: Browser, pictures: Path) -> None:
    path = pictures / f"{name}.pdf"
    browser.prints(PAGES[name], path)
    sheets = PdfReader(path).pages
    printed = characters("".join(sheet.extract_text() for sheet in sheets))
    assert characters(said(PAGES[name])) - printed == Counter()
    assert all(sheet.mediabox.width < sheet.mediabox.height for sheet in sheets)  # upright A4
    if name == "report":
        assert len(sheets) <= MOST_SHEETS
        # By what it was made stands on the last sheet.
        assert "以文件原文为准" in plain(sheets[-1].extract_text())


def test_a_page_that_is_too_wide_is_seen(browser: Browser) -> None:
    wide = '<!DOCTYPE html><title>x</title><p style="width:600px">x</p>'
    assert browser.show(wide, WIDE)[0] == 0
    assert browser.show(wide, NARROW)[0] > 0


def test_what_paper_lacks_is_seen(browser: Browser, tmp_path: Path) -> None:
    page = "<!DOCTYPE html><title>x</title><style>@media print{b{display:none}}</style>甲<b>乙</b>"
    browser.prints(page, tmp_path / "x.pdf")
    printed = characters(PdfReader(tmp_path / "x.pdf").pages[0].extract_text())
    assert characters(said(page)) - printed == characters("乙")


def test_names_of_pictures_are_names_of_files() -> None:
    assert all(re.fullmatch(r"[A-Za-z-]+", name) for name in PAGES)
