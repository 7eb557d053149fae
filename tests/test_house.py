"""The house rules of src/careplan, proved on its syntax trees: imports, purity, shape."""

import ast
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "careplan"
FILES = sorted(SOURCE.rglob("*.py"))

# A package imports only from those before it. A document ("plans.*") imports nothing of another;
# what is imported from the package itself comes from a face, and stands last.
ORDER = (
    "base",
    "fields",
    "nouns",
    "criteria",
    "display",
    "documents",
    "writing",
    "plans",
    "verbs",
    "results",
    "audit",
    "codec",
    "intake",
    "layout",
    "frames",
    "sql",
    "testing",
    "",
)
FACES = {"", "writing", "results", "audit"}
FEWEST, MOST = 4, 10  # modules of a folder, beside its __init__

# What pure code may import: no module here reads a file, clock, environment, random source
# or network unless a name banned below is used.
PURE = {
    "abc", "attrs", "bisect", "calendar", "collections", "collections.abc", "contextlib", "copy",
    "dataclasses", "datetime", "decimal", "difflib", "enum", "fractions", "functools", "graphlib",
    "hashlib", "heapq", "html", "itertools", "json", "keyword", "math", "numbers", "operator", "re",
    "string", "textwrap", "types", "typing", "unicodedata",
}  # fmt: skip
PURE_IN = {
    "": {"importlib"},
    "plans": {"importlib"},
    "writing": {"importlib"},
    "fields.naming": {"importlib"},  # what items are called is said above the fields
    "fields.shapes": {"importlib"},  # the classes that a plan's annotations name, when asked for
    "fields.subjects": {"typing_extensions"},  # seen by type checkers alone
    "criteria.compiling.functions": {"importlib"},  # what writes is loaded once it is needed
    "criteria.nodes": {"importlib"},
    "criteria.periods": {"dateutil.relativedelta"},
    "base.foreign": {"importlib"},  # what pydantic asks for stands in codec
    "codec": {"cattrs"},
    # pydantic and msgspec have asked, so that they are there.
    "codec.hosts.converting": {"cattrs"},
    "codec.hosts.fields": {"pydantic_core"},
    "codec.hosts.lines": {"pydantic_core"},
    "codec.hosts.refused": {"cattrs"},
    "codec.hosts.structs": {"cattrs", "msgspec", "msgspec.structs"},
    "codec.problems": {"cattrs"},
    "codec.structuring": {"cattrs", "cattrs.gen"},
    "codec.unstructuring": {"cattrs", "cattrs.gen"},
    "display.tables.frames": {"importlib"},  # the types of polars and Arrow, when asked for
    "documents.authorities.calendar": {"dateutil.relativedelta", "dateutil.rrule"},
    "documents.authorities.limits": {"dateutil.relativedelta"},
    "verbs.assessing.showing": {"importlib"},
    "frames.lent": {"importlib"},  # narwhals, when a frame is asked about
    "nouns.care.people": {"dateutil.relativedelta"},
    "testing": {"hypothesis", "importlib"},
    "testing.strategies": {"hypothesis", "hypothesis.strategies"},
    "testing.drawing": {"hypothesis", "hypothesis.strategies"},
    "testing.typed": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.acting": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.around": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.criteria": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.dated": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.demands": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.figures": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.forms": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.nodes": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.registering": {"hypothesis", "hypothesis.strategies"},
    "testing.drawn.sheets": {"hypothesis", "hypothesis.strategies"},
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
# A criterion becomes a function here, of a text in which no text of a caller stands.
MAKES_FUNCTIONS = {"criteria.compiling.functions": {"compile", "exec"}}
BANNED_ATTRIBUTES = {"astimezone", "fromtimestamp", "now", "today", "utcnow"}
# Without a start day these begin at the clock's "now".
NEED_START = {"rrule", "rrulestr"}
BANNED_CLASSES = ("Engine", "Factory", "Manager", "Registry")
LONGEST = 400


def module_name(file: Path) -> str:
    """Name a source file as imports do, without the package: "plans.dawa_2023", or ""."""
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def place(module: str) -> int:
    """Say where a module stands in ORDER, by its package."""
    return ORDER.index(module.partition(".")[0])


def document(module: str) -> str | None:
    """Name the document that a module belongs to, if it does."""
    parts = module.split(".")
    return parts[1] if parts[0] == "plans" and len(parts) > 1 else None


def imports(tree: ast.AST) -> Iterator[tuple[str, str, int]]:
    """Yield each import, wherever it stands, as (module, name, line)."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, "", node.lineno) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                origin = "." * level + (module or "")
                yield from ((origin, alias.name, node.lineno) for alias in names)


def imported_module(origin: str, name: str, known: Collection[str]) -> str:
    """Resolve `from careplan.base import truth` to the module it reads, without the package."""
    inside = f"{origin}.{name}".removeprefix("careplan.")
    return inside if inside in known else origin.partition(".")[2]


def back_imports(tree: ast.AST, module: str) -> list[str]:
    """Find imports that run against ORDER, or from one document to another."""
    if module.partition(".")[0] not in ORDER:
        return [f"{module} is not in ORDER"]
    found = []
    for origin, name, line in imports(tree):
        target = imported_module(origin, name, MODULES)
        if origin.startswith("."):
            found.append(f"{module}:{line}: relative import")
        elif origin.partition(".")[0] != "careplan":
            continue
        elif target.partition(".")[0] not in ORDER:
            found.append(f"{module}:{line}: {target} is not in ORDER")
        elif document(module) and document(target):
            if document(module) != document(target):
                found.append(f"{module}:{line}: a document imports {target}")
        elif place(target) > place(module) or target in {"", module}:
            found.append(f"{module}:{line}: back-import of {target or 'careplan'}")
    return found


def circle(trees: Mapping[str, ast.AST]) -> list[str]:
    """Return modules that import each other in a circle; none if there is no circle."""
    arrows = {
        module: {imported_module(origin, name, trees) for origin, name, _ in imports(tree)}
        for module, tree in trees.items()
    }
    inside = {module: found & arrows.keys() for module, found in arrows.items()}
    try:
        TopologicalSorter(inside).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def crowded(files: Iterable[Path]) -> list[str]:
    """Find folders with too few modules to be one, or too many to be seen at once."""
    sizes = Counter(file.parent for file in files if file.name != "__init__.py")
    return [f"{folder.name}: {n} modules" for folder, n in sizes.items() if not FEWEST <= n <= MOST]


def impurities(tree: ast.AST, module: str) -> list[str]:
    """Find what would read or write anything but the arguments."""
    allowed = PURE | PURE_IN.get(module, set())
    banned = BANNED_NAMES - MAKES_FUNCTIONS.get(module, set())
    found = [
        f"{module}:{line}: imports {origin}"
        for origin, _, line in imports(tree)
        if origin.partition(".")[0] != "careplan" and origin not in allowed
    ]
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="importlib", names=[*names]):
                # Its other names read files.
                bad = next((alias.name for alias in names if alias.name != "import_module"), None)
            case ast.Import(names=[ast.alias(name="importlib"), *_]):
                bad = "importlib"
            case ast.Name(id=name) if name in banned:
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
    # What only a type checker needs, and what it is told otherwise.
    top = [
        *tree.body,
        *(
            one
            for node in tree.body
            if isinstance(node, ast.If)
            for one in (*node.body, *node.orelse)
        ),
    ]
    names = {node.name for node in top if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    for node in top:
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
    for origin, name, line in imports(tree):
        package, _, target = origin.partition(".")
        file = SOURCE / f"{target.replace('.', '/')}.py"
        ours = package == "careplan" and target not in FACES and file.is_file()
        if name and ours and name not in DEFINED[target]:
            found.append(f"{module}:{line}: {name} does not live in {target}")
    return found


TREES = {module_name(file): ast.parse(file.read_text(encoding="utf-8")) for file in FILES}
MODULES = frozenset(TREES)
DEFINED = {module: defined(tree) for module, tree in TREES.items()}
TESTS = sorted(Path(__file__).parent.rglob("*.py"))


@pytest.mark.parametrize(
    "file", [*FILES, *TESTS], ids=lambda file: f"{file.parent.name}/{file.stem}"
)
def test_every_name_is_imported_from_where_it_lives(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert passed_on(tree, file.stem) == []


def test_a_name_that_is_passed_on_is_found() -> None:
    assert passed_on(ast.parse("from careplan.documents.rules import Clause"), "any") != []
    assert passed_on(ast.parse("from careplan.documents.clauses import Clause"), "any") == []
    assert passed_on(ast.parse("from careplan.writing import Clause"), "any") == []  # a face


def test_order_names_every_package_and_no_other() -> None:
    assert {module.partition(".")[0] for module in MODULES} == set(ORDER)


def test_no_module_imports_in_a_circle() -> None:
    # The face names all that it passes on for type checkers only.
    assert circle({module: tree for module, tree in TREES.items() if module}) == []


@pytest.mark.parametrize("one", ["import careplan.verbs.b", "from careplan.verbs import b"])
def test_a_circle_is_found(one: str) -> None:
    both = {"verbs.a": one, "verbs.b": "def f():\n    from careplan.verbs.a import A"}
    trees = {module: ast.parse(source) for module, source in both.items()}
    assert set(circle(trees)) == {"verbs.a", "verbs.b"}


def test_a_folder_is_seen_at_once() -> None:
    # The top holds the faces; a document has as many files as chapters.
    inner = (file for file in FILES if file.parent != SOURCE)
    assert crowded(file for file in inner if document(module_name(file)) is None) == []


def test_a_crowded_folder_is_found() -> None:
    files = [Path("few", "a.py"), *(Path("many", f"{n}.py") for n in range(MOST + 1))]
    fine = [Path("fine", f"{n}.py") for n in range(MOST)]
    assert crowded([*files, *fine, Path("fine", "__init__.py")]) == [
        "few: 1 modules",
        "many: 11 modules",
    ]


@pytest.mark.parametrize("file", FILES, ids=module_name)
def test_source_keeps_the_house_rules(file: Path) -> None:
    text, module = file.read_text(encoding="utf-8"), module_name(file)
    tree = ast.parse(text)
    assert [*back_imports(tree, module), *impurities(tree, module), *misshapen(text, module)] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("base.truth", "from careplan.criteria.proxies import facts"),
        ("base.truth", "import careplan.criteria"),
        ("base.truth", "from careplan.criteria import nodes"),
        ("base.truth", "from careplan import criteria"),
        ("base.truth", "import careplan"),
        ("base.truth", "from careplan import Truth"),
        ("base.truth", "from careplan.base.truth import Truth"),
        ("base.truth", "from .errors import Problem"),
        ("base.truth", "from . import errors"),
        ("base.truth", "from careplan.unlisted import anything"),
        ("unlisted", "x = 1"),
        ("base.truth", "def f():\n    from careplan.criteria.proxies import facts"),
        ("base.truth", "if TYPE_CHECKING:\n    from careplan.criteria.proxies import facts"),
        ("display.result", "from careplan.verbs.scoring import Score"),
        ("display.result", "from careplan.documents.clauses import Clause"),
        ("display.result", "def explain():\n    from careplan.verbs.scoring import Score"),
        ("documents.plan", "from careplan.plans import get_plan"),
        ("plans", "from careplan.verbs.assessing.eligibility import assess"),
        ("plans.bda_2017", "from careplan.verbs.assessing.eligibility import assess"),
        ("plans.bda_2017", "from careplan.plans.shuangliao_2021 import PLAN"),
        ("plans.bda_2017.annex1", "from careplan.plans import shuangliao_2021"),
        ("verbs.progress", "from careplan.audit import find_flaws"),
    ],
)
def test_a_back_import_is_found(module: str, source: str) -> None:
    assert len(back_imports(ast.parse(source), module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("base.truth", "from careplan.base.errors import Problem"),
        ("criteria.nodes", "from careplan.base import truth"),
        ("plans.bda_2017", "from careplan.plans.bda_2017.clauses import C"),
        ("plans.bda_2017.annex1", "from careplan.criteria.proxies import facts"),
        ("plans.bda_2017.annex1", "from careplan import writing as w"),
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
        ("documents.authorities.calendar", "from dateutil import tz"),
        ("documents.authorities.calendar", "from dateutil.parser import parse"),
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
        ("documents.authorities.calendar", "rrule(MONTHLY, count=3)"),
        ("documents.authorities.calendar", "dateutil.rrule.rrule(MONTHLY)"),
        ("documents.authorities.calendar", "rrulestr('FREQ=MONTHLY')"),
    ],
)
def test_an_impurity_is_found(module: str, source: str) -> None:
    assert impurities(ast.parse(source), module)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("truth", "from datetime import date\ndate(2021, 1, 1)"),
        ("truth", "re.compile('a')"),
        ("truth", "from careplan.base.errors import Problem"),
        ("plans", "from importlib import import_module"),
        ("codec.structuring", "import cattrs"),
        (
            "documents.authorities.calendar",
            "from dateutil.rrule import MONTHLY\nrrule(MONTHLY, dtstart=day)",
        ),
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
