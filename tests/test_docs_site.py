"""The site has every page, the reference every public name, and the notebooks run."""

import ast
import importlib.util
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import careplan as cp
from careplan import audit, codec, frames, intake, layout, results, sql, testing, writing

DOCS = Path(__file__).parent.parent / "docs"
NOTEBOOKS = sorted((DOCS / "zh" / "notebooks").glob("*.md"))
REFERENCE = sorted((DOCS / "en" / "reference").glob("*.md"))
CELL = re.compile(r"^```\{code-cell\} ipython3\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
FACES = (cp, writing, results, codec, intake, audit, layout, frames, sql, testing)
DIRECTIVE = re.compile(r"^\.\. auto(?P<kind>\w+):: (?P<name>careplan[\w.]*)$", re.MULTILINE)


def configuration(language: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load the configuration of the site as Sphinx does for one of the trees."""
    monkeypatch.setenv("CAREPLAN_DOCS", language)
    spec = importlib.util.spec_from_file_location("site_conf", DOCS / "site" / "conf.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def named() -> dict[str, str]:
    """Return what the reference describes, each with the way it does."""
    pages = "".join(page.read_text(encoding="utf-8") for page in REFERENCE)
    return {found["name"]: found["kind"] for found in DIRECTIVE.finditer(pages)}


def described(face: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yield the functions and classes of a face; its constants and modules have no entry."""
    for name in face.__all__:
        thing = getattr(face, name)
        if inspect.isfunction(thing) or isinstance(thing, type):
            yield name, thing


# --- the site -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_of_a_tree_has_its_place(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    conf = configuration(language, monkeypatch)
    listed = [name for names in conf.PARTS.values() for name in names]
    there = (page.relative_to(DOCS / language) for page in (DOCS / language).rglob("*.md"))
    assert len(set(listed)) == len(listed)
    assert {page.with_suffix("").as_posix() for page in there} - {"index"} <= set(listed)
    # What is not listed is left out, and what is not there is not listed.
    assert re.findall(r"^documents/\w+$", conf.contents(), re.MULTILINE) == [
        f"documents/{plan_id}" for plan_id in cp.plan_ids()
    ]
    assert re.findall(r"^national/\w+$", conf.contents(), re.MULTILINE) == [
        f"national/{plan_id}" for plan_id in cp.national_plan_ids()
    ]


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("[a](glossary.md)", "[a](glossary.md)"),
        ("[a](glossary.md#b)", "[a](glossary.md#b)"),
        ("[a](https://example.org/b.md)", "[a](https://example.org/b.md)"),
        ("[a](../en/codec.md)", '<a href="../en/codec.html">a</a>'),
        ("[a](../en/codec.md#b)", '<a href="../en/codec.html#b">a</a>'),
        ("[`a`](../examples/web_app.py)", "[`a`](../examples/web_app.py)"),  # handed on
        ("[a](../../CONTRIBUTING.md)", "a"),  # beside the docs
        ("[a](../examples)", "a"),
        ("`[a](../examples)`, x[0](1)", "`a`, x[0](1)"),
    ],
)
def test_links_out_of_a_tree_lead_on(link: str, led: str, monkeypatch: pytest.MonkeyPatch) -> None:
    conf = configuration("zh", monkeypatch)
    source = [f"{link}\n\n```text\n[a](../examples)\n```\n"]
    conf.read(None, "tables", source)
    assert source == [f"{led}\n\n```text\n[a](../examples)\n```\n"]


def test_the_first_page_holds_the_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    conf = configuration("zh", monkeypatch)
    source = ["# careplan\n"]
    conf.read(None, "index", source)
    assert source[0].count("```{toctree}") >= 2
    assert "notebooks/clerk" in source[0]


# --- the reference --------------------------------------------------------------------------


def test_the_reference_has_every_public_name() -> None:
    known = named()
    there = {name.rpartition(".")[2] for name in known}
    missing = [
        f"{face.__name__}.{name}"
        for face in FACES
        for name, _ in described(face)
        if f"{face.__name__}.{name}" not in known
        and not (face in {writing, results} and name in there)
    ]
    assert missing == []


@pytest.mark.parametrize("name", sorted(named()))
def test_what_the_reference_names_is_there_and_of_the_kind(name: str) -> None:
    face, _, own = name.rpartition(".")
    [module] = [one for one in FACES if one.__name__ == face]
    thing = getattr(module, own)
    assert own in module.__all__
    kind = (
        "function"
        if inspect.isfunction(thing)
        else "exception"
        if issubclass(thing, Exception)
        else "class"
    )
    assert named()[name] == kind


def test_nouns_name_their_facts_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    conf = configuration("en", monkeypatch)
    lines: list[str] = []
    conf.facts(None, "class", "careplan.Room", cp.Room, None, lines)
    said = "\n".join(lines)
    assert "``usable_area_m2``" in said
    assert "使用面积" in said
    assert "usable area" in said
    assert "是否私密？" in said  # as `Room.private` is declared, asked of the room itself
    assert "Is the mother-and-baby room private?" in said
    for what, thing in (("class", cp.Noun), ("class", cp.Plan), ("function", cp.assess)):
        before = list(lines)
        conf.facts(None, what, "", thing, None, lines)
        assert lines == before


# --- the notebooks --------------------------------------------------------------------------


def test_there_is_a_notebook_for_each_kind_of_user() -> None:
    assert [page.stem for page in NOTEBOOKS] == [
        *("clerk", "district_desk", "planner", "registry", "room_finder", "trade_union")
    ]


@pytest.mark.parametrize("page", NOTEBOOKS, ids=lambda page: page.stem)
def test_the_cells_of_a_notebook_run_and_what_they_end_with_shows_itself(page: Path) -> None:
    names: dict[str, Any] = {}
    shown = 0
    cells = [found["code"] for found in CELL.finditer(page.read_text(encoding="utf-8"))]
    assert len(cells) > 4
    for cell in cells:
        *body, last = ast.parse(cell).body
        exec(compile(ast.Module(body, []), page.name, "exec"), names)  # noqa: S102 - our own page
        if not isinstance(last, ast.Expr):
            exec(compile(ast.Module([last], []), page.name, "exec"), names)  # noqa: S102 - as above
            continue
        value = eval(compile(ast.Expression(last.value), page.name, "eval"), names)  # noqa: S307 - as above
        assert repr(value)
        if hasattr(value, "_repr_html_"):
            assert value._repr_html_()
            shown += 1
    assert shown > 0
