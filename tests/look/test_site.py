"""How the site looks in Chromium: five of its pages, and the notebook of each kind of user.

They are built by `nox -s docs`; without that they are not looked at.
"""

from pathlib import Path

import pytest
from browser import Browser
from printed import plain
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
SITE = ROOT / "build" / "site"
NOTEBOOKS = sorted(f"zh/notebooks/{path.stem}" for path in ROOT.glob("docs/zh/notebooks/*.md"))
PAGES = [
    *("zh/index", "zh/tutorial", "zh/howto/report", "zh/documents/shuangliao_2021"),
    "en/reference/nouns",
]
WIDE = 1200  # contents, text and headings stand side by side


@pytest.fixture(params=[*PAGES, *NOTEBOOKS])
def page(request: pytest.FixtureRequest) -> Path:
    """Return the file of a page."""
    file = SITE / f"{request.param}.html"
    if not SITE.exists():
        pytest.skip("NOT RUN: the site is not built (`nox -s docs`)")
    assert file.is_file()
    return file


def test_a_page_of_the_site_is_no_wider_than_its_window(
    page: Path, browser: Browser, pictures: Path
) -> None:
    name = "-".join(page.relative_to(SITE).with_suffix("").parts)
    over = {
        look: browser.shoot(page, WIDE, pictures / f"site-{name}-{look}.png", dark=look == "dark")
        for look in ("light", "dark")
    }
    assert set(over.values()) == {0}


def test_a_page_of_the_site_can_be_printed(page: Path, browser: Browser, pictures: Path) -> None:
    path = pictures / f"site-{'-'.join(page.relative_to(SITE).with_suffix('').parts)}.pdf"
    browser.prints(page, path)
    printed = "".join(sheet.extract_text() for sheet in PdfReader(path).pages)
    title = page.read_text(encoding="utf-8").partition("<h1>")[2].partition("<")[0]
    assert plain(title) in plain(printed)


def test_there_is_a_notebook_of_each_kind_of_user() -> None:
    assert len(NOTEBOOKS) == 6  # the rows of "who uses it" in the design
