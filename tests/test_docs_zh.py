"""What is written in both languages stays in step: pages, headings, examples, commands, links."""

import doctest
import itertools
import re
from pathlib import Path

import pytest
from test_docs import FENCE, LINK, blocks, links

ROOT = Path(__file__).parent.parent
ZH, EN = ROOT / "docs" / "zh", ROOT / "docs" / "en"
README = ROOT / "README.md", ROOT / "README.zh-CN.md"
# In English only: what is made from docstrings. In Chinese only: the notebooks.
ENGLISH, CHINESE = ("reference",), ("notebooks",)

# Pages whose Chinese leaves long tables, of numbers or of names, to the English page.
LEFT_TO_ENGLISH = (ZH / "costs.md", ZH / "howto" / "frames.md")
INCLUDING = ("included", "not included", "含", "不含")

HEADING = re.compile(r"^(#+) +(.+)$", re.MULTILINE)
COMMENT = re.compile(r"\s*# .*$|\"\"\".*?\"\"\"", re.MULTILINE)
LANGUAGE = re.compile(r"\"(?:zh|en)\"(?:, )?")
BEGINS = re.compile(r"\s*(?:[-*] |#|>|\||\d+\. |<!--)")  # an item, a heading, a row, a marker
CHARACTER = re.compile(r"[\u4e00-\u9fff]")


def pages(tree: Path, apart: tuple[str, ...]) -> set[str]:
    """Return the names of the pages of a tree, without what is of one language."""
    found = (page.relative_to(tree) for page in tree.rglob("*.md"))
    return {name.as_posix() for name in found if name.parts[0] not in apart}


PAIRS = [README, *((EN / name, ZH / name) for name in sorted(pages(ZH, CHINESE)))]
WRITTEN = [pair for pair in PAIRS if pair[0].parent.name != "documents"]  # the others are made


def named(pair: tuple[Path, Path]) -> str:
    """Return what a pair is called in the list of tests."""
    return pair[1].relative_to(ROOT).as_posix()


def said(page: Path) -> str:
    """Return a page's prose: without its fenced blocks."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def code(text: str) -> list[str]:
    """Return what is run, in order, apart from remarks and the language that is asked for."""
    sources = (
        [example.source for example in doctest.DocTestParser().get_examples(text)]
        if ">>>" in text
        else [text]
    )
    return [LANGUAGE.sub("", COMMENT.sub("", source)).strip() for source in sources]


def shown(text: str) -> dict[str, str]:
    """Return what each example prints that is written alike, language and all."""
    return {
        f"{place} {example.source}": example.want
        for place, example in enumerate(doctest.DocTestParser().get_examples(text))
    }


def rows(page: Path) -> list[list[str]]:
    """Return the cells of the rows of a page's tables, without their heads."""
    lines = said(page).splitlines()
    found = [
        line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if line.startswith("| ") and not following.startswith("|--")
    ]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found]


def fenced(page: Path) -> list[tuple[str, str]]:
    """Return the fenced blocks of a page, each with its language."""
    return [(one["language"], one["text"]) for one in FENCE.finditer(page.read_text("utf-8"))]


def test_both_trees_have_the_same_pages() -> None:
    assert pages(ZH, CHINESE) == pages(EN, ENGLISH)


@pytest.mark.parametrize("pair", WRITTEN, ids=named)
def test_headings_are_of_the_same_levels_in_the_same_order(pair: tuple[Path, Path]) -> None:
    en, zh = ([len(level) for level, _ in HEADING.findall(said(page))] for page in pair)
    assert zh == en


@pytest.mark.parametrize("pair", WRITTEN, ids=named)
def test_headings_are_translated(pair: tuple[Path, Path]) -> None:
    titles = {title for _, title in HEADING.findall(said(pair[1]))}
    assert {title for title in titles if not CHARACTER.search(title)} <= {"careplan", "cattrs"}


@pytest.mark.parametrize("pair", WRITTEN, ids=named)
def test_blocks_are_the_same_but_for_remarks_and_language(pair: tuple[Path, Path]) -> None:
    en, zh = map(fenced, pair)
    assert [language for language, _ in zh] == [language for language, _ in en]
    for (language, one), (_, other) in zip(en, zh, strict=True):
        if language in {"python", "py"}:
            assert code(other) == code(one)
            first, second = shown(one), shown(other)
            alike = first.keys() & second.keys()
            assert {key: second[key] for key in alike} == {key: first[key] for key in alike}
        elif pair[1].name != "tour.md":  # which prints in its own language
            assert other == one  # commands and output, word for word


@pytest.mark.parametrize("pair", WRITTEN, ids=named)
def test_tables_have_as_many_rows(pair: tuple[Path, Path]) -> None:
    en, zh = (rows(page) for page in pair)
    if pair[1] in LEFT_TO_ENGLISH:
        assert pair[0].resolve() in {(pair[1].parent / to).resolve() for to in links(said(pair[1]))}
        assert len(zh) < len(en)
    else:
        assert len(zh) == len(en)


@pytest.mark.parametrize("name", ["glossary.md", "flaws.md"])
def test_rows_are_about_the_same_things(name: str) -> None:
    """All of a row is alike but its last cell: a remark, or a reason."""
    en, zh = (
        [[cell for cell in cells[:-1] if cell not in INCLUDING] for cells in rows(tree / name)]
        for tree in (EN, ZH)
    )
    assert len(en) > 10
    assert zh == en


@pytest.mark.parametrize("pair", WRITTEN, ids=named)
def test_a_chinese_page_is_in_chinese(pair: tuple[Path, Path]) -> None:
    prose = re.sub(r"`[^`]*`|\]\([^)]*\)|https?://\S+", "", said(pair[1]))
    english = {cells[1] for cells in rows(EN / "glossary.md")}  # words may be named
    found = re.findall(r"[A-Za-z][a-z]+(?: [a-z]+){3,}", prose)  # four words in a row
    assert [words for words in found if words not in english] == []


@pytest.mark.parametrize("pair", PAIRS, ids=named)
def test_a_chinese_paragraph_is_one_line(pair: tuple[Path, Path]) -> None:
    """A break within one would be seen as a blank between two characters."""
    lines = said(pair[1]).splitlines()
    broken = [
        following
        for line, following in itertools.pairwise(lines)
        if line.strip() and following.strip() and not BEGINS.match(following)
    ]
    assert broken == []


@pytest.mark.parametrize("pair", PAIRS, ids=named)
def test_a_chinese_page_leads_to_chinese_pages(pair: tuple[Path, Path]) -> None:
    page = pair[1]
    for to in links(page.read_text(encoding="utf-8")):
        target = (page.parent / to).resolve()
        if target.is_relative_to(EN):
            mine = ZH / target.relative_to(EN)
            switch = target == pair[0].resolve()  # to the same page in English
            assert switch or not mine.exists(), f"{to}: there is a page in Chinese"


@pytest.mark.parametrize("readme", README, ids=lambda page: page.name)
def test_the_report_in_ten_lines_is_the_example(readme: Path) -> None:
    example = (ROOT / "docs" / "examples" / "report_zh.py").read_text(encoding="utf-8")
    text = readme.read_text(encoding="utf-8")
    assert f"<!-- docs/examples/report_zh.py -->\n\n```python\n{example}```\n" in text
    lines = [line for line in example.splitlines() if line.strip()]
    assert len(lines) - len([line for line in lines if '"""' in line]) <= 10  # without docstrings


def test_each_readme_leads_to_the_other() -> None:
    en, zh = (page.read_text(encoding="utf-8") for page in README)
    assert "[中文](README.zh-CN.md)" in en
    assert "[English](README.md)" in zh


def test_chinese_stands_first_in_the_example_of_the_readmes() -> None:
    for page in README:
        text = page.read_text(encoding="utf-8")
        _, first = next(blocks(text, "python"))
        assert -1 < first.index(".explain()") < first.index('.explain("en")')


def test_remarks_and_language_may_differ_and_nothing_else() -> None:
    zh = ">>> a.explain()  # 中文\n1\n>>> b\n2\n"
    assert code(zh) == code('>>> a.explain("en")  # English\n3\n>>> b\n2\n')
    assert code(zh) != code(">>> a.explain()\n1\n>>> c\n2\n")
    assert code('def f():\n    """Say."""\n') == code('def f():\n    """说。"""\n')
    assert shown(">>> b\n2\n") == {"0 >>> b\n".replace(">>> ", ""): "2\n"}
    assert LINK.findall("[a](b.md)") == ["b.md"]
