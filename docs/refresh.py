"""Write what the examples of pages and docstrings print now below them.

    python docs/refresh.py [--check] [--docstrings] [PATH ...]

A page (`.md`) is run as its reader would, all python blocks in one session; a module (`.py`)
docstring by docstring. Only the expected output of an example that no longer holds is rewritten:
prose, code and outputs that still pass stay as they are. An output that ends in a line `...` (with
ELLIPSIS on) keeps its number of lines. An example that raises and did not, or no longer raises,
is named and left alone: that is no change of words. What stands below `<!-- tour -->` is what the
tour prints, in the language of the page's folder; below `<!-- docs/x.py -->` it is that file. Of a
folder the pages are taken, with `--docstrings` the modules as well. `--check` writes nothing; the
exit code is 1 if anything is stale or broken.
"""

import argparse
import ast
import doctest
import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import dropwhile
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CONTRIBUTING.md", ROOT / "docs")
FENCE = re.compile(r"^```python[^\n]*\n(?P<text>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)
PASTED = re.compile(
    r"^<!-- (?P<what>tour|[\w/]+\.py) -->\s*^```\w+\n(?P<text>.*?)^```[ ]*$",
    re.MULTILINE | re.DOTALL,
)
RAISED = "Traceback (most recent call last):\n"


@attrs.frozen
class Change:
    """Lines of a file that an example's output takes, and what it prints now."""

    line: int
    old: int
    new: tuple[str, ...]


@attrs.frozen
class Refreshed:
    """A text as it should be, where it was stale, and which examples could not be run."""

    text: str
    stale: tuple[int, ...]
    broken: tuple[str, ...]


def message(got: str) -> str:
    """Return the message of an exception from its traceback, without the frames."""
    lines = got.rpartition(RAISED)[2].splitlines(keepends=True)
    return "".join(dropwhile(lambda line: line.startswith(" "), lines))


def shown(example: doctest.Example, got: str, *, shortened: bool) -> tuple[str, ...]:
    """Return the lines to stand below an example that printed this."""
    if example.exc_msg is not None:
        return (RAISED.rstrip("\n"), *message(got).splitlines())
    lines = [line or "<BLANKLINE>" for line in got.splitlines()]
    wanted = example.want.splitlines()
    if shortened and wanted[-1:] == ["..."]:
        lines = [*lines[: len(wanted) - 1], "..."]
    return tuple(lines)


class Collector(doctest.DocTestRunner):
    """Runs examples and keeps what those that fail print, instead of reporting it."""

    def __init__(self, optionflags: int = 0) -> None:
        super().__init__(verbose=False, optionflags=optionflags)
        self.changes: list[Change] = []
        self.broken: list[str] = []

    def report_failure(self, out: Any, test: doctest.DocTest, example: Any, got: str) -> None:
        """Keep what was printed, if it is another text and no other behaviour."""
        del out
        line = (test.lineno or 0) + example.lineno
        if (example.exc_msg is not None) is not got.startswith(RAISED):
            self.broken.append(f"{test.name}:{line + 1}: no longer raises")
            return
        length = example.source.count("\n")
        old = example.want.count("\n")
        indent = " " * example.indent
        shortened = bool(self.optionflags & doctest.ELLIPSIS)  # as set for this example
        new = tuple(indent + one for one in shown(example, got, shortened=shortened))
        self.changes.append(Change(line + length, old, new))

    def report_unexpected_exception(
        self, out: Any, test: doctest.DocTest, example: Any, exc_info: Any
    ) -> None:
        """Name an example that raises: its page has to be mended by hand."""
        del out
        line = (test.lineno or 0) + example.lineno
        self.broken.append(f"{test.name}:{line + 1}: {exc_info[1]!r}")


def written(text: str, collector: Collector) -> Refreshed:
    """Put what was collected into a text, from its end, so that no line moves before its turn."""
    lines = text.splitlines(keepends=True)
    for change in sorted(collector.changes, key=lambda one: one.line, reverse=True):
        lines[change.line : change.line + change.old] = [f"{line}\n" for line in change.new]
    stale = tuple(sorted(change.line + 1 for change in collector.changes))
    return Refreshed("".join(lines), stale, tuple(collector.broken))


def pasted(what: str, language: str) -> str | None:
    """Return what is to be pasted, the tour's output or a file; None if the tour fails."""
    if what != "tour":
        return (ROOT / what).read_text(encoding="utf-8")
    command = [sys.executable, str(ROOT / "docs" / "tour.py"), language]
    speaking = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", env=speaking)  # noqa: S603 - our own script
    return done.stdout if done.returncode == 0 else None


def refresh_pasted(text: str, name: str, language: str) -> Refreshed:
    """Renew what a page has pasted below its markers."""
    stale, broken = [], []
    for found in reversed([*PASTED.finditer(text)]):
        line = text.count("\n", 0, found.start("text")) + 1
        new = pasted(found["what"], language)
        if new is None:
            broken.append(f"{name}:{line}: the tour fails")
        elif found["text"] != new:
            stale.append(line)
            text = text[: found.start("text")] + new + text[found.end("text") :]
    return Refreshed(text, tuple(sorted(stale)), tuple(broken))


def refresh_page(text: str, name: str) -> Refreshed:
    """Run the python blocks of a Markdown page in one session."""
    names: dict[str, Any] = {"__name__": "__main__"}
    collector = Collector()
    parser = doctest.DocTestParser()
    for found in FENCE.finditer(text):
        line, block = text.count("\n", 0, found.start("text")), found["text"]
        if ">>>" in block:
            test = parser.get_doctest(block, names, name, name, line)
            collector.run(test, out=lambda _: None, clear_globs=False)
            names.update(test.globs)
            continue
        try:
            exec(compile("\n" * line + block, name, "exec"), names)  # noqa: S102 - our own page
        except Exception as error:  # noqa: BLE001 - whatever the page raises is named
            collector.broken.append(f"{name}:{line + 1}: {error!r}")
    return written(text, collector)


def docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the docstrings of a module, its classes and their functions, as they stand in it."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop(0)
        match node:
            case ast.Module(body=body) | ast.ClassDef(body=body):
                waiting += body
            case ast.FunctionDef(body=body) | ast.AsyncFunctionDef(body=body):
                pass
            case _:
                continue
        match body:
            case [ast.Expr(value=ast.Constant(value=str()) as constant), *_]:
                yield constant


def refresh_module(text: str, name: str, names: Mapping[str, Any]) -> Refreshed:
    """Run the docstrings of a module, each with a copy of its names."""
    collector = Collector()
    parser = doctest.DocTestParser()
    source = text.splitlines()
    for found in docstrings(ast.parse(text)):
        value = str(found.value)
        if ">>>" not in value:
            continue
        line = found.lineno - 1
        height = (found.end_lineno or found.lineno) - line
        own = Collector(doctest.ELLIPSIS)  # which pytest has on for docstrings
        own.run(parser.get_doctest(value, dict(names), name, name, line), out=lambda _: None)
        lines = [*source[line : line + height], *(one for new in own.changes for one in new.new)]
        raw = source[line][found.col_offset] in "rR"
        if own.changes and not raw and any("\\" in one for one in lines):
            collector.broken.append(f"{name}:{line + 1}: stale, with a backslash; by hand")
            continue
        collector.changes += own.changes
        collector.broken += own.broken
    return written(text, collector)


def refreshed(path: Path) -> Refreshed:
    """Run what a file shows."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        whole = refresh_pasted(text, path.name, "zh" if "zh" in path.parts else "en")
        new = refresh_page(whole.text, path.name)
        stale, broken = (*whole.stale, *new.stale), (*whole.broken, *new.broken)
        return Refreshed(new.text, stale, broken)
    inside = path.resolve().relative_to(ROOT / "src").with_suffix("")
    module = ".".join(part for part in inside.parts if part != "__init__")
    return refresh_module(text, module, vars(importlib.import_module(module)))


def files(paths: list[Path], *, modules: bool) -> Iterator[Path]:
    """Yield the files that are meant by paths, those of folders in order."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.md"))
            if modules:
                yield from sorted(path.rglob("*.py"))
        elif path.exists():
            yield path


def main(arguments: list[str]) -> int:
    """Refresh files, or say which are stale."""
    taking = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    taking.add_argument("--check", action="store_true", help="write nothing")
    taking.add_argument("--docstrings", action="store_true", help="modules in folders, too")
    taking.add_argument("paths", nargs="*", type=Path, default=[*PAGES])
    taken = taking.parse_args(arguments)
    wrong = False
    for path in files(taken.paths, modules=taken.docstrings):
        new = refreshed(path)
        for problem in new.broken:
            print(f"cannot refresh {problem}")
        if new.stale:
            print(f"{path}: {'stale' if taken.check else 'written'} at {[*new.stale]}")
            if not taken.check:
                path.write_text(new.text, encoding="utf-8")
        wrong = wrong or new.broken != () or (taken.check and new.stale != ())
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
