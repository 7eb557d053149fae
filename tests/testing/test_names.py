"""The names of careplan.testing, what they load, and what Hypothesis finds by itself."""

import ast
import inspect
import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careplan import testing
from careplan.nouns.catalogue import NOUNS

ROOT = Path(__file__).parent.parent.parent
INIT = ast.parse(Path(testing.__file__).read_text(encoding="utf-8"))


def output_of(program: str) -> str:
    """Run a program in a fresh interpreter and return what it prints."""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own text
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_type_checkers_see_the_names_that_are_looked_up() -> None:
    [block] = [node for node in INIT.body if isinstance(node, ast.If)][:1]
    typed = []
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        assert node.module is not None
        for alias in node.names:
            assert alias.asname == alias.name
            typed.append((node.module, alias.name))
    homes = {name: f"careplan.testing.{home}" for name, home in testing._HOMES.items()}  # noqa: SLF001 - its own test
    assert sorted(typed) == sorted((home, name) for name, home in homes.items())


@pytest.mark.parametrize("name", testing.__all__)
def test_each_name_is_there_and_says_what_it_is(name: str) -> None:
    named = getattr(testing, name)
    assert named is getattr(import_module(f"careplan.testing.{testing._HOMES[name]}"), name)  # noqa: SLF001 - its own test
    assert inspect.getdoc(named)
    assert name in dir(testing)


def test_no_name_hides_a_submodule() -> None:
    below = {file.stem for file in Path(testing.__file__).parent.glob("*.py")}
    assert not below & set(testing.__all__)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = testing.nonsense  # type: ignore[attr-defined]  # that is the question


# Builders, cases and files need no Hypothesis.
@pytest.mark.parametrize(
    "use",
    [
        "import careplan",
        "import careplan.testing",
        "import careplan; careplan.assess(careplan.Venue(), careplan.get_plan('bda_2017'))",
        "from careplan.testing import make_venue; make_venue()",
        (
            "import careplan; from careplan.testing import conformance; "
            "conformance(careplan.get_plan('baodi_2020'))"
        ),
        "from careplan.testing import boundary_cases, decisive_cases, assert_explained",
    ],
)
def test_nothing_imports_hypothesis_unless_asked(use: str) -> None:
    assert output_of(f"import sys; {use}; print('hypothesis' in sys.modules)") == "False"


def test_strategies_import_it() -> None:
    use = "import sys; from careplan.testing import venues; print('hypothesis' in sys.modules)"
    assert output_of(use) == "True"


def test_the_hook_is_declared_where_hypothesis_looks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [declared] = project["entry-points"]["hypothesis"].values()
    module, _, hook = declared.partition(":")
    assert getattr(import_module(module), hook) is testing._hypothesis_setup_hook  # noqa: SLF001 - its own test


def test_hypothesis_calls_the_hook_of_an_installed_careplan() -> None:
    found = {entry.value for entry in entry_points(group="hypothesis")}
    assert "careplan.testing:_hypothesis_setup_hook" in found
    program = (
        "import sys\n"
        "from hypothesis import find, strategies as st\n"
        "assert 'careplan.testing.strategies' not in sys.modules\n"
        "import careplan\n"
        "venue = find(st.from_type(careplan.Venue), lambda v: bool(v.rooms))\n"
        "count = find(st.from_type(careplan.SlotCount), lambda c: c.slots == 100)\n"
        "print(type(venue).__name__, type(venue.rooms[0]).__name__, count.slots)\n"
    )
    assert output_of(program) == "Venue Room 100"


@given(data=st.data())
@settings(max_examples=10, suppress_health_check=list(HealthCheck), deadline=None)
def test_the_hook_registers_every_noun(data: st.DataObject) -> None:
    testing._hypothesis_setup_hook()  # noqa: SLF001 - Hypothesis calls it so
    for noun in NOUNS:
        assert type(data.draw(st.from_type(noun))) is noun
