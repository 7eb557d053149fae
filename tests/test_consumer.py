"""tests/consumer is a project of its own, and knows careplan by its public names only."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import careplan

HERE = Path(__file__).parent / "consumer"
FILES = sorted(HERE.rglob("*.py"))
PUBLIC = {*careplan.__all__}
FACES = {
    f"careplan.{face}" for face in ("results", "writing", "audit", "codec", "intake", "testing")
}
# attrs makes a noun of the project's own a class; the kit draws with Hypothesis.
OTHERS = {"attrs", "pytest", "hypothesis", *sys.stdlib_module_names}


def not_public(tree: ast.AST) -> Iterator[str]:
    """Find imports of anything but careplan as cp, and names of it that are not public."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                for alias in names:
                    top = alias.name.partition(".")[0]
                    if top == "careplan" and (alias.name, alias.asname) != ("careplan", "cp"):
                        yield alias.name
                    if top not in {"careplan", *OTHERS}:
                        yield alias.name
            case ast.ImportFrom(module="careplan", names=names):
                faces = {f"careplan.{alias.name}" for alias in names}
                yield from sorted(faces - FACES)
            case ast.ImportFrom(module=module, level=level):
                top = (module or "").partition(".")[0]
                if level or (module not in FACES and top not in {"county_desk", *OTHERS}):
                    yield str(module)
            case ast.Attribute(value=ast.Name(id="cp"), attr=name) if name not in PUBLIC:
                yield name


def test_there_is_a_project() -> None:
    assert {file.parent.name for file in FILES} == {"county_desk", "tests"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HERE)))
def test_it_uses_public_names_only(file: Path) -> None:
    assert list(not_public(ast.parse(file.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from careplan.verbs.assessing.eligibility import assess",
        "from careplan import assess",
        "import careplan.verbs",
        "import careplan",
        "import cattrs",
        "from careplan.testing.strategies import venues",
        "from careplan.codec.schemas import Schemas",
        "from . import tables",
        "cp.eligibility",
    ],
)
def test_another_name_is_found(source: str) -> None:
    assert len(list(not_public(ast.parse(source)))) == 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HERE)))
def test_no_type_is_waved_through(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "type: ignore" not in text
    assert "cast" not in {
        alias.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_its_tests_run_on_their_own(request: pytest.FixtureRequest) -> None:
    collected = {item.path for item in request.session.items}
    assert collected.isdisjoint(FILES)
