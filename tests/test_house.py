"""The house rules of src/careplan, proved on its syntax trees: imports, purity, shape."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "careplan"
FILES = sorted(SOURCE.rglob("*.py"))

# A module imports only from modules that stand before it. The documents ("plans.*") stand
# where "plans" does and import nothing of each other; the package itself stands last.
ORDER = (
    "frozenmap",
    "nearness",
    "refusals",
    "sentences",
    "visible",
    "messages",
    "exact",
    "quoting",
    "errors",
    "text",
    "truth",
    "kinds",
    "checking",
    "times",
    "fields",
    "paths",
    "shapes",
    "nodes",
    "soundness",
    "encoded",
    "sources",
    "evidence",
    "evaluation",
    "residuals",
    "criteria",
    "wording",
    "bodies",
    "rules",
    "phrases",
    "cells",
    "display",
    "result",
    "findings",
    "assessments",
    "remedy",
    "facilities",
    "places",
    "governance",
    "institutions",
    "people",
    "estates",
    "scopes",
    "registration",
    "sheets",
    "targets",
    "nouns",
    "schedule",
    "assignments",
    "forms",
    "slots",
    "plan",
    "plans",
    "responsibility",
    "eligibility",
    "spans",
    "bounds",
    "spaces",
    "regions",
    "levers",
    "needs",
    "remedying",
    "scoring",
    "completions",
    "pathways",
    "routing",
    "ranges",
    "ledgers",
    "progress",
    "scheduling",
    "flaws",
    "demands",
    "meeting",
    "tiers",
    "at_odds",
    "audit",
    "codec.limits",
    "codec.problems",
    "codec.known",
    "codec.leaves",
    "codec.text",
    "codec.containers",
    "codec.criteria",
    "codec.values",
    "codec.coherence",
    "codec.older",
    "codec.structuring",
    "codec.unstructuring",
    "codec.schemas",
    "codec",
    "testing.vocabulary",
    "testing.pivots",
    "testing.solving",
    "testing.variants",
    "testing.boundaries",
    "testing.plain",
    "testing.reckoning",
    "testing.conforming",
    "testing.explained",
    "testing.builders",
    "testing.thresholds",
    "testing.strategies",
    "testing.drawing",
    "testing",
    "",
)

# What pure code may import: no module here reads a file, clock, environment, random source
# or network unless a name banned below is used.
PURE = {
    "abc", "attrs", "calendar", "collections", "collections.abc", "contextlib", "copy",
    "dataclasses", "datetime", "decimal", "difflib", "enum", "fractions", "functools", "graphlib",
    "heapq", "html", "itertools", "json", "keyword", "math", "numbers", "operator", "re", "string",
    "textwrap", "types", "typing", "unicodedata",
}  # fmt: skip
PURE_IN = {
    "": {"importlib"},
    "plans": {"importlib"},
    "codec": {"cattrs", "cattrs.errors"},
    "codec.problems": {"cattrs.errors"},
    "codec.structuring": {"cattrs", "cattrs.errors", "cattrs.gen"},
    "codec.unstructuring": {"cattrs", "cattrs.gen"},
    "schedule": {"dateutil.relativedelta", "dateutil.rrule"},
    "people": {"dateutil.relativedelta"},
    "testing": {"hypothesis", "importlib"},
    "testing.strategies": {"hypothesis", "hypothesis.strategies"},
    "testing.drawing": {"hypothesis", "hypothesis.strategies"},
}
# Whatever is not in PURE is found; the test proves it by these.
IMPURE = {
    "asyncio", "builtins", "ctypes", "getpass", "glob", "http.client", "importlib", "io",
    "locale", "logging", "multiprocessing", "os", "os.path", "pathlib", "platform", "random",
    "secrets", "shutil", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib", "urllib.request", "uuid", "warnings", "webbrowser", "zoneinfo",
}  # fmt: skip
BANNED_NAMES = {
    "__builtins__", "__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print",
}  # fmt: skip
BANNED_ATTRIBUTES = {"astimezone", "fromtimestamp", "now", "today", "utcnow"}
# Without a start day these begin at the clock's "now".
NEED_START = {"rrule", "rrulestr"}
BANNED_CLASSES = ("Engine", "Factory", "Manager", "Registry")
LONGEST = 400


def module_name(file: Path) -> str:
    """Name a source file as imports do, without the package: "plans.dawa_2023", or ""."""
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def listed(module: str) -> str:
    """Return a module as ORDER names it: by itself, or by the package it stands in."""
    return module if module in ORDER else module.partition(".")[0]


def place(module: str) -> int:
    """Say where a module stands in ORDER; a document stands where "plans" does."""
    return ORDER.index(listed(module))


def document(module: str) -> str | None:
    """Name the document that a module belongs to, if it does."""
    parts = module.split(".")
    return parts[1] if parts[0] == "plans" and len(parts) > 1 else None


def imports(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, str, str, int]]:
    """Yield each import as (module, name, innermost function around it, line)."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, "", inside, node.lineno) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                origin = "." * level + (module or "")
                yield from ((origin, alias.name, inside, node.lineno) for alias in names)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield from imports(node, name)
            case _:
                yield from imports(node, inside)


def imported_module(origin: str, name: str) -> str:
    """Resolve `from careplan import truth` to the module it reads, without the package."""
    if origin == "careplan" and name in ORDER:
        return name
    if origin == "careplan.plans" and (SOURCE / "plans" / name).with_suffix(".py").exists():
        return f"plans.{name}"
    return origin.partition(".")[2]


def back_imports(tree: ast.AST, module: str) -> list[str]:
    """Find imports that run against ORDER, or from one document to another."""
    if module.partition(".")[0] not in ORDER:
        return [f"{module} is not in ORDER"]
    found = []
    for origin, name, inside, line in imports(tree):
        if origin.startswith("."):
            found.append(f"{module}:{line}: relative import")
        if origin.partition(".")[0] != "careplan":
            continue
        target = imported_module(origin, name)
        if target.partition(".")[0] not in ORDER:
            found.append(f"{module}:{line}: {target} is not in ORDER")
        elif document(module) and document(target):
            if document(module) != document(target):
                found.append(f"{module}:{line}: a document imports {target}")
        elif place(target) >= place(module):
            found.append(f"{module}:{line}: back-import of {target or 'careplan'}")
    return found


def impurities(tree: ast.AST, module: str) -> list[str]:
    """Find what would read or write anything but the arguments."""
    allowed = PURE | PURE_IN.get(module, set())
    found = [
        f"{module}:{line}: imports {origin}"
        for origin, _, _, line in imports(tree)
        if origin.partition(".")[0] != "careplan" and origin not in allowed
    ]
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="importlib", names=[*names]):
                # Its other names read files.
                bad = next((alias.name for alias in names if alias.name != "import_module"), None)
            case ast.Import(names=[ast.alias(name="importlib"), *_]):
                bad = "importlib"
            case ast.Name(id=name) if name in BANNED_NAMES:
                bad = name
            case ast.Attribute(attr=name) if name in BANNED_ATTRIBUTES:
                bad = name
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), keywords=keywords):
                started = any(keyword.arg == "dtstart" for keyword in keywords)
                bad = f"{name} without dtstart" if name in NEED_START and not started else None
            case _:
                bad = None
        if bad:
            found.append(f"{module}:{getattr(node, 'lineno', 0)}: {bad}")
    return found


def misshapen(text: str, module: str) -> list[str]:
    """Find a missing docstring, a file too long to read at once, and vague class names."""
    tree = ast.parse(text)
    found = []
    if not ast.get_docstring(tree):
        found.append(f"{module}: no docstring")
    if len(text.splitlines()) > LONGEST:
        found.append(f"{module}: longer than {LONGEST} lines")
    found.extend(
        f"{module}:{node.lineno}: class {node.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(BANNED_CLASSES)
    )
    return found


def defined(tree: ast.Module) -> set[str]:
    """Return the names a module defines at its top, rather than imports."""
    names = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    for node in tree.body:
        match node:
            case ast.Assign(targets=targets):
                found: Iterator[ast.AST] = (name for target in targets for name in ast.walk(target))
            case ast.AnnAssign(target=target):
                found = ast.walk(target)
            case _:
                continue
        names |= {name.id for name in found if isinstance(name, ast.Name)}
    return names


def passed_on(tree: ast.AST, module: str) -> list[str]:
    """Find names that are imported from where they do not live; only the faces pass names on."""
    found = []
    for origin, name, _, line in imports(tree):
        package, _, target = origin.partition(".")
        file = SOURCE / f"{target.replace('.', '/')}.py"
        ours = package == "careplan" and target and file.is_file()
        if name and ours and name not in DEFINED[target]:
            found.append(f"{module}:{line}: {name} does not live in {target}")
    return found


DEFINED = {
    module_name(file): defined(ast.parse(file.read_text(encoding="utf-8"))) for file in FILES
}
TESTS = sorted(Path(__file__).parent.rglob("*.py"))


@pytest.mark.parametrize(
    "file", [*FILES, *TESTS], ids=lambda file: f"{file.parent.name}/{file.stem}"
)
def test_every_name_is_imported_from_where_it_lives(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert passed_on(tree, file.stem) == []


def test_a_name_that_is_passed_on_is_found() -> None:
    assert passed_on(ast.parse("from careplan.rules import Clause"), "any") != []
    assert passed_on(ast.parse("from careplan.sources import Clause"), "any") == []
    assert passed_on(ast.parse("from careplan import Clause"), "any") == []  # a face


def test_order_names_every_module_and_no_other() -> None:
    assert len(set(ORDER)) == len(ORDER)
    assert {listed(module_name(file)) for file in FILES} == set(ORDER)


@pytest.mark.parametrize("file", FILES, ids=module_name)
def test_source_keeps_the_house_rules(file: Path) -> None:
    text, module = file.read_text(encoding="utf-8"), module_name(file)
    tree = ast.parse(text)
    assert [*back_imports(tree, module), *impurities(tree, module), *misshapen(text, module)] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("truth", "from careplan.criteria import facts"),
        ("truth", "import careplan.criteria"),
        ("truth", "from careplan import criteria"),
        ("truth", "import careplan"),
        ("truth", "from careplan import Truth"),
        ("truth", "from careplan.truth import Truth"),
        ("truth", "from .errors import Problem"),
        ("truth", "from . import errors"),
        ("truth", "from careplan.unlisted import anything"),
        ("unlisted", "x = 1"),
        ("truth", "def f():\n    from careplan.criteria import facts"),
        ("truth", "if TYPE_CHECKING:\n    from careplan.criteria import facts"),
        ("findings", "from careplan.eligibility import assess"),
        ("findings", "def explain():\n    from careplan.eligibility import assess"),
        ("plan", "from careplan.plans import get_plan"),
        ("plans", "from careplan.eligibility import assess"),
        ("plans.bda_2017", "from careplan.eligibility import assess"),
        ("plans.bda_2017", "from careplan.plans import get_plan"),
        ("plans.bda_2017", "from careplan.plans.shuangliao_2021 import PLAN"),
        ("plans.bda_2017.annex1", "from careplan.plans import shuangliao_2021"),
        ("scoring", "from careplan.progress import track_progress"),
        ("progress", "from careplan.audit import find_flaws"),
    ],
)
def test_a_back_import_is_found(module: str, source: str) -> None:
    assert len(back_imports(ast.parse(source), module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("truth", "from careplan.errors import Problem"),
        ("criteria", "from careplan import truth"),
        ("plans.bda_2017", "from careplan.plans.bda_2017.clauses import C"),
        ("plans.bda_2017.annex1", "from careplan.criteria import facts"),
        ("", "from careplan.plans import get_plan"),
    ],
)
def test_a_forward_import_is_not(module: str, source: str) -> None:
    assert back_imports(ast.parse(source), module) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        *(("truth", f"import {name}") for name in sorted(IMPURE)),
        ("truth", "from os import environ"),
        ("truth", "from datetime import date\nfrom random import choice"),
        ("truth", "def f():\n    import socket"),
        ("truth", "import cattrs"),
        ("truth", "from hypothesis import strategies"),
        ("truth", "from importlib import import_module"),
        ("plans.bda_2017", "from importlib import import_module"),
        ("plans", "from importlib import resources"),
        ("schedule", "from dateutil import tz"),
        ("schedule", "from dateutil.parser import parse"),
        ("truth", "open('a')"),
        ("truth", "print('a')"),
        ("truth", "show = print"),
        ("truth", "input()"),
        ("truth", "exec('1')"),
        ("truth", "eval('1')"),
        ("truth", "compile('1', '', 'eval')"),
        ("truth", "__import__('os')"),
        ("truth", "__builtins__['open']"),
        ("truth", "breakpoint()"),
        ("truth", "date.today()"),
        ("truth", "datetime.date.today()"),
        ("truth", "datetime.now(tz=None)"),
        ("truth", "clock = datetime.now"),
        ("truth", "datetime.utcnow()"),
        ("truth", "date.fromtimestamp(0)"),
        ("truth", "moment.astimezone()"),
        ("schedule", "rrule(MONTHLY, count=3)"),
        ("schedule", "dateutil.rrule.rrule(MONTHLY)"),
        ("schedule", "rrulestr('FREQ=MONTHLY')"),
    ],
)
def test_an_impurity_is_found(module: str, source: str) -> None:
    assert impurities(ast.parse(source), module)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("truth", "from datetime import date\ndate(2021, 1, 1)"),
        ("truth", "re.compile('a')"),
        ("truth", "from careplan.errors import Problem"),
        ("plans", "from importlib import import_module"),
        ("codec.structuring", "import cattrs"),
        ("schedule", "from dateutil.rrule import MONTHLY\nrrule(MONTHLY, dtstart=day)"),
    ],
)
def test_pure_code_is_not(module: str, source: str) -> None:
    assert impurities(ast.parse(source), module) == []


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\n",
        '"""Doc."""\n' + "x = 1\n" * LONGEST,
        '"""Doc."""\nclass RuleEngine: pass\n',
        '"""Doc."""\nclass Outer:\n    class PlanManager: pass\n',
        '"""Doc."""\nclass PlanRegistry: pass\n',
        '"""Doc."""\nclass RuleFactory: pass\n',
    ],
)
def test_a_bad_shape_is_found(text: str) -> None:
    assert len(misshapen(text, "truth")) == 1


def test_a_good_shape_is_not() -> None:
    assert misshapen('"""Doc."""\n' + "x = 1\n" * (LONGEST - 1), "truth") == []
