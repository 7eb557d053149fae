"""Every example in README.md and docs/ runs, and prints what is pasted below it."""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_house import ORDER

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
README_ZH = ROOT / "README.zh-CN.md"
TOUR = ROOT / "docs" / "tour.py"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
PAGES = [README, README_ZH, CONTRIBUTING, *sorted((ROOT / "docs").rglob("*.md"))]
# Their examples need what they are about: tests/frameworks runs them.
FRAMEWORKS = [
    ROOT / "docs" / language / "howto" / name
    for language in ("zh", "en")
    for name in ("web.md", "frames.md")
]
COMMANDS = (
    "python3 -m venv .venv && .venv/bin/pip install -q nox && .venv/bin/nox -s tour",
    "python3 -m venv .venv && .venv/bin/pip install -q nox && .venv/bin/nox",
)

FENCE = re.compile(r"^```(?P<language>\w*)[^\n]*\n(?P<text>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)
PACKAGE = re.compile(r"^\| `([a-z]+)(?:/|\.py)` \|", re.MULTILINE)
FILE = re.compile(r"`(?:python )?([\w/]+\.(?:py|csv|md|json))`")
LINK = re.compile(r"\]\((?P<to>[^)#\s]+)(?:#[^)]*)?\)")
PASTED_TOUR = re.compile(r"^<!-- tour -->\s*^```text\n(.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)


def named(page: Path) -> str:
    """Name a page as a link from the root would."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield the fenced blocks of one language, each with the line its text starts at."""
    for found in FENCE.finditer(page):
        if found["language"] == language:
            yield page.count("\n", 0, found.start("text")), found["text"]


def failures(page: str, name: str) -> list[str]:
    """Run the python blocks of a page one after the other, as its reader would, in one session.

    A block with prompts is a doctest; one without is a program that must run, and so must
    the tests it defines.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    runner = doctest.DocTestRunner(verbose=False)
    found = [
        f"{name}: prompts in a block that is not marked python"
        for block in FENCE.finditer(page)
        if block["language"] != "python" and ">>> " in block["text"]
    ]
    for line, text in blocks(page, "python"):
        if ">>>" in text:
            example = doctest.DocTestParser().get_doctest(text, names, name, name, line)
            runner.run(example, out=found.append, clear_globs=False)
            names.update(example.globs)
        else:
            try:
                exec(compile("\n" * line + text, name, "exec"), names)  # noqa: S102 - our own page
                for defined in [one for one in names if one.startswith("test_")]:
                    names.pop(defined)()
            except Exception as error:  # noqa: BLE001 - whatever the page raises is its failure
                found.append(f"{name}, block at line {line + 1}: {error!r}")
    return found


def links(page: str) -> list[str]:
    """Return where the links of a page lead that stay in this repository, its code left out."""
    found = [link["to"] for link in LINK.finditer(FENCE.sub("", page))]
    return [to for to in found if "://" not in to]


def pasted_tour(page: str) -> str:
    """Return the output of the tour as a page shows it."""
    [pasted] = PASTED_TOUR.findall(page)
    return str(pasted)


@pytest.mark.parametrize("page", [one for one in PAGES if one not in FRAMEWORKS], ids=named)
def test_the_examples_of_a_page_print_what_it_says(page: Path) -> None:
    assert failures(page.read_text(encoding="utf-8"), page.name) == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_links_of_a_page_lead_to_something(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [to for to in links(text) if not (page.parent / to).exists()] == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = {README}, [README]
    while waiting:
        page = waiting.pop()
        to = {(page.parent / one).resolve() for one in links(page.read_text(encoding="utf-8"))}
        waiting += to.intersection(PAGES) - reached
        reached |= to
    assert set(PAGES) - reached == set()


def test_the_map_of_the_house_is_its_order() -> None:
    assert (*PACKAGE.findall(CONTRIBUTING.read_text(encoding="utf-8")), "") == ORDER


@pytest.mark.parametrize("page", [CONTRIBUTING, ROOT / "docs" / "en" / "design.md"], ids=named)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    files = FILE.findall(page.read_text(encoding="utf-8"))
    assert files != []
    homes = [ROOT, ROOT / "src" / "careplan"]
    assert [name for name in files if not any((home / name).is_file() for home in homes)] == []


def test_the_guide_writes_a_document_in_at_most_fifteen_names() -> None:
    page = (ROOT / "docs" / "en" / "howto" / "add-a-document.md").read_text(encoding="utf-8")
    whole_file = next(text for _, text in blocks(page, "python"))
    used = set(re.findall(r"\b(?:cp|w)\.(\w+)", whole_file))
    assert "CLAUSES" in whole_file
    assert len(used) <= 15  # what the guide promises
    said = page[page.index("Fifteen names of careplan") :].partition(".")[0]
    assert set(re.findall(r"`(\w+)`", said)) == used


@pytest.mark.parametrize("readme", [README, README_ZH], ids=named)
def test_the_readme_has_examples_and_both_commands(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    assert list(blocks(text, "python")) != []
    for command in COMMANDS:
        assert text.splitlines().count(command) == 1, command


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_the_tour_shows_what_it_prints(language: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(TOUR), language],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() != ""
    page = ROOT / "docs" / language / "tour.md"
    assert pasted_tour(page.read_text(encoding="utf-8")) == done.stdout


GOOD = """
```python
>>> x = 1
>>> x + 1
2

```

```python
def twice(n: int) -> int:
    return 2 * n
```

```text
1 / 0
```

```python
>>> twice(x)
2
```
"""


def test_blocks_build_on_each_other() -> None:
    assert failures(GOOD, "good.md") == []
    assert [line for line, _ in blocks(GOOD, "python")] == [2, 9, 18]


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("```python\n>>> 1 + 1\n3\n```\n", "Expected:"),
        ("\n```python\n1 / 0\n```\n", "bad.md, block at line 3: ZeroDivisionError"),
        ("```python\nassert False\n```\n", "AssertionError"),
        ("```python\ndef test_it() -> None:\n    assert False\n```\n", "AssertionError"),
        ("```python\n>>> 1\n1\n```\n```python\n>>> unknown\n```\n", "NameError"),
        ("```python title=x\nunknown\n```\n", "NameError"),
        ("```\n>>> 1\n1\n```\n", "not marked python"),
        ("```pycon\n>>> 1\n1\n```\n", "not marked python"),
    ],
)
def test_a_wrong_example_is_found(bad: str, says: str) -> None:
    assert says in "".join(failures(bad, "bad.md"))


def test_links_are_found_outside_of_code_and_inside_of_the_repository() -> None:
    page = "[a](b.md) [c](d.md#e) [f](https://g.h/i)\n```text\n[j](k.md)\n```\n[l](m/)\n"
    assert links(page) == ["b.md", "d.md", "m/"]


def test_the_pasted_tour_is_the_block_behind_its_marker() -> None:
    page = "```text\nother\n```\n\n<!-- tour -->\n\n```text\n一\n\ntwo\n```\n\n```text\nlast\n```\n"
    assert pasted_tour(page) == "一\n\ntwo\n"


@pytest.mark.parametrize(
    "page", ["```text\nno marker\n```\n", "<!-- tour -->\nno block\n\n```text\nlate\n```\n"]
)
def test_a_page_without_a_pasted_tour_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="not enough values"):
        pasted_tour(page)
