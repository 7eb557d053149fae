"""The public names: one object each, loaded late, typed alike, and each verb shown in use."""

import ast
import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import attrs
import pytest

import careplan

INIT = ast.parse(Path(careplan.__file__).read_text(encoding="utf-8"))
NAMES: list[str] = careplan.__all__
VERBS = [name for name in NAMES if inspect.isfunction(getattr(careplan, name))]

READ_ALL_TWICE = """
import careplan
from importlib import import_module
from pkgutil import walk_packages
first = {name: getattr(careplan, name) for name in careplan.__all__}
for found in walk_packages(careplan.__path__, "careplan."):
    import_module(found.name)
print([name for name, value in first.items() if getattr(careplan, name) is not value])
"""
READ_AFTER_SUBMODULES = """
import careplan
from importlib import import_module
from pkgutil import walk_packages
modules = [import_module(m.name) for m in walk_packages(careplan.__path__, "careplan.")]
names = {m.__name__.removeprefix("careplan.") for m in modules}
first = {name: getattr(careplan, name) for name in careplan.__all__}
wrong = [n for n, v in first.items() if (n in names) != isinstance(v, type(careplan))]
print(wrong + [n for n, v in first.items() if getattr(careplan, n) is not v])
"""


# What is said in one order everywhere. All else is said by name, so that a field may be added.
BY_PLACE = {
    *("Between", "ByReading", "Change", "ChoiceKind", "ChoicesKind", "Clause", "Column"),
    *("CountKind", "Draft", "Evaluation", "Evidence", "FactSpec", "Interval"),
    *("ItemScore", "ItemsKind", "LedgerCount", "Limit", "Milestone", "NumberKind"),
    *("Office", "Option", "PartKind", "Period", "Problem", "Range"),
    *("Reading", "Relations", "RemedyOption", "Share", "SlotCount", "TableKind"),
    "TextKind",
}


def output_of(program: str) -> str:
    """Run a program in a fresh interpreter and return what it prints."""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own text
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def submodules() -> list[str]:
    """Name every module below the package, as imports do."""
    return [found.name for found in walk_packages(careplan.__path__, "careplan.")]


def typed_pairs() -> list[tuple[str, str]]:
    """Read the (module, name) pairs that the TYPE_CHECKING block gives to type checkers."""
    [block] = [
        node
        for node in INIT.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    pairs = []
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        assert node.module is not None
        for alias in node.names:
            # Only `as` the same name makes a re-export.
            assert alias.asname == alias.name
            pairs.append((node.module, alias.name))
    return pairs


def lazy_pairs() -> list[tuple[str, str]]:
    """Read the (module, name) pairs of the table that __getattr__ looks names up in."""
    [table] = [
        ast.literal_eval(node.value)
        for node in INIT.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_NAMES"
    ]
    homes = {home: f"careplan.{home}".rstrip(".") for home in table}
    return [(homes[home], name) for home, names in table.items() for name in names.split()]


def test_there_are_names_and_verbs() -> None:
    assert {"assess", "get_plan", "Outcome"} <= set(NAMES)
    assert {"assess", "get_plan"} <= set(VERBS)
    assert len(set(NAMES)) == len(NAMES)


def test_each_name_reads_the_same_object_after_every_submodule_is_imported() -> None:
    first = {name: getattr(careplan, name) for name in NAMES}
    for module in submodules():
        import_module(module)
    for name, value in first.items():
        assert getattr(careplan, name) is value, name


@pytest.mark.parametrize("program", [READ_ALL_TWICE, READ_AFTER_SUBMODULES])
def test_the_order_of_imports_changes_no_name(program: str) -> None:
    assert output_of(program) == "[]"


def test_no_name_hides_a_submodule() -> None:
    below = {module.removeprefix("careplan.") for module in submodules()}
    assert "criteria" in below
    for name in below.intersection(NAMES):
        # What is read by now may be the submodule just because it was imported.
        assert ("careplan", name) in typed_pairs(), name
        assert isinstance(getattr(careplan, name), ModuleType), name


def test_type_checkers_see_the_names_that_are_looked_up() -> None:
    assert sorted(typed_pairs()) == sorted(lazy_pairs())
    # The version is there to be asked for; `import *` leaves it alone.
    assert sorted(name for _, name in typed_pairs()) == sorted([*NAMES, "__version__"])


def test_each_name_is_the_object_of_its_declared_home() -> None:
    for module, name in typed_pairs():
        assert getattr(import_module(module), name) is getattr(careplan, name), name


def test_importing_the_package_loads_nothing_else() -> None:
    program = (
        "import sys; before = set(sys.modules); import careplan; "
        "print(sorted(set(sys.modules) - before))"
    )
    loaded = ast.literal_eval(output_of(program))
    assert "careplan" in loaded
    foreign = {"attrs", "attr", "cattrs", "hypothesis", "dateutil", "numpy"}
    assert [name for name in loaded if name.partition(".")[0] in foreign] == []
    assert [name for name in loaded if name.startswith("careplan.")] == []


def test_asking_for_one_document_loads_no_other() -> None:
    program = (
        "import sys, careplan; careplan.get_plan('bda_2017'); "
        "print(sorted(n for n in sys.modules if n.startswith('careplan.plans.')))"
    )
    loaded = ast.literal_eval(output_of(program))
    assert "careplan.plans.bda_2017" in loaded
    assert all(name.startswith("careplan.plans.bda_2017") for name in loaded)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("acess", "; did you mean careplan.assess?"),
        ("VenueCatgory", "; did you mean careplan.VenueCategory?"),
        ("Scorecrad", "; did you mean careplan.writing.Scorecard?"),
        ("Asessment", "; did you mean careplan.results.Assessment?"),
        # Each of these was public here before the faces for authors and for answers.
        ("Rule", "; it stands in careplan.writing"),
        ("Finding", "; it stands in careplan.results"),
        ("find_flaws", "; it stands in careplan.audit"),
        ("dumps", "; it stands in careplan.codec"),
        ("VENUE", "; did you mean careplan.Venue?"),
        # Short names are alike by chance, and another first letter is another word.
        ("age", ""),
        ("NonProfitStatus", ""),
        ("nothing_like_it_at_all", ""),
        ("_homes", ""),
        ("__path_to_nowhere__", ""),
    ],
)
def test_an_unknown_name_is_an_attribute_error_with_advice(name: str, advice: str) -> None:
    with pytest.raises(AttributeError) as caught:
        getattr(careplan, name)
    assert str(caught.value) == f"module 'careplan' has no attribute '{name}'{advice}"


def test_dir_lists_the_names() -> None:
    assert set(NAMES) <= set(dir(careplan))


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_is_shown_in_use(verb: str) -> None:
    text = inspect.getdoc(getattr(careplan, verb)) or ""
    examples = [line for line in text.splitlines() if line.startswith((">>>", "..."))]
    assert any(re.search(rf"\b{verb}\(", line) for line in examples), (
        f"the docstring of {verb} has no example that calls it"
    )


# A package that imports its own modules holds a lock that others want while they hold theirs.
FIRST_USES = """
import sys, threading, time
import careplan

class Slow:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("careplan.criteria"):
            time.sleep(0.2)

sys.meta_path.insert(0, Slow())
failed = []

def use(name):
    try:
        getattr(careplan, name)
    except BaseException as error:
        failed.append(repr(error))

threads = [threading.Thread(target=use, args=(name,)) for name in ("fact_label", "facts", "all_of")]
for thread in threads:
    thread.start()
    time.sleep(0.05)
for thread in threads:
    thread.join()
print(failed)
"""


def test_threads_may_use_names_for_the_first_time_together() -> None:
    assert output_of(FIRST_USES) == "[]"


def test_a_package_that_others_reach_past_imports_none_of_its_modules() -> None:
    # Their own users import these by the package: the codec, the audit, a document.
    whole = {"codec", "audit", "frames", "intake", "sql", "testing"}
    for found in walk_packages(careplan.__path__, "careplan."):
        name = found.name.removeprefix("careplan.")
        if found.ispkg and name not in whole and not name.startswith("plans."):
            file = Path(str(import_module(found.name).__file__))
            tree = ast.parse(file.read_text(encoding="utf-8"))
            ours = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
            inner = [node.module for node in ours if str(node.module).startswith(found.name)]
            assert inner == [], name


def test_only_what_has_a_natural_order_is_made_by_place() -> None:
    faces = (careplan, careplan.writing, careplan.results)
    public = (getattr(face, name) for face in faces for name in face.__all__)
    classes = [one for one in public if isinstance(one, type)]
    by_place = {
        cls.__name__
        for cls in classes
        if attrs.has(cls) and any(one.init and not one.kw_only for one in attrs.fields(cls))
    }
    assert by_place == BY_PLACE
