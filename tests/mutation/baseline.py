"""Which tests run which lines: the suite is run once, in a copy, and what it says is kept."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mutation.mutants import Mutant

# Where to, and of which files, a run of the suite writes what it runs.
TO, SOURCE = "MUTATION_TRACES", "MUTATION_SOURCE"
PARTS = ("src", "tests", "docs", ".ci")
PATTERNS = ("*.md", "*.py", "*.toml", "LICENSE")
# What needs more than the suite does: packages, a browser, servers.
APART = ("frameworks", "peers", "look", "postgres", "spark")
SUITE = ("tests", "src", *(f"--ignore=tests/{name}" for name in APART))
HERE = Path(__file__).resolve().parent
# Seconds of tests that one mutant gets in a round: most fall to the first of them, and one
# that outlives so many is worth a look.
BUDGET = 60.0


@dataclass
class Baseline:
    """What the suite does without a mutant: seconds by test, and tests by file and line."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[int, set[str]]] = field(default_factory=dict)

    def tests_for(self, mutant: Mutant) -> list[str]:
        """Return the tests that run what is changed, the fastest first.

        What also runs while modules are imported may be noticed by any test: a class is made
        then, and another module may take a value from there.
        """
        lines = self.lines.get(mutant.file, {})
        first, last = mutant.lines
        found = set().union(*(lines.get(line, ()) for line in range(first, last + 1)))
        if "" in found:
            found = {*self.seconds}
        return sorted(found & self.seconds.keys(), key=lambda test: (self.seconds[test], test))

    def rounds_for(self, mutant: Mutant) -> list[list[str]]:
        """Return the tests in two rounds: those named after the module, then the others.

        Most mutants fall in the first, and it need not collect the tests of the whole house.
        """
        stem = Path(mutant.file).stem
        tests = self.tests_for(mutant)
        near = self._afforded(test for test in tests if _is_near(test, stem))
        far = self._afforded(test for test in tests if not _is_near(test, stem))
        return [one for one in (near, far) if one]

    def fastest(self) -> list[str]:
        """Return the fastest tests of the suite, as many as a round may have."""
        return self._afforded(sorted(self.seconds, key=lambda test: (self.seconds[test], test)))

    def _afforded(self, tests: Iterable[str]) -> list[str]:
        """Return the first of some tests, as long as their seconds last; one in any case."""
        found: list[str] = []
        left = BUDGET
        for test in tests:
            left -= self.seconds[test]
            if left < 0 and found:
                break
            found.append(test)
        return found


def _is_near(test: str, stem: str) -> bool:
    return Path(test.partition("::")[0]).stem in {stem, f"test_{stem}"}


def digest(root: Path) -> str:
    """Return what changes when anything changes that the baseline depends on."""
    found = hashlib.sha256(sys.version.encode())
    for file in _files(root):
        if file.is_relative_to(HERE):
            continue  # the list of equivalent mutants changes nothing
        found.update(file.relative_to(root).as_posix().encode() + file.read_bytes())
    return found.hexdigest()[:12]


def _files(root: Path) -> list[Path]:
    files = [file for pattern in PATTERNS for file in root.glob(pattern)]
    files += [file for part in PARTS for file in (root / part).rglob("*") if file.is_file()]
    return sorted(file for file in files if "__pycache__" not in file.parts)


def copy(root: Path, to: Path) -> Path:
    """Copy what tests need of a project, with what is compiled of it."""
    shutil.rmtree(to, ignore_errors=True)
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, to / part)
    for file in _files(root):
        if file.parent == root:
            shutil.copy2(file, to / file.name)
    return to


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment in which a copy is imported, and always by the same order of sets."""
    paths = (home / "src", home / "tests", HERE.parent)
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "",
        "HYPOTHESIS_NO_PLUGINS": "1",  # no careplan that is installed
        "COVERAGE_CORE": "ctrace",  # the only one that keeps tests apart on every Python
    }


def trace(home: Path, folder: Path, files: list[str], jobs: int) -> Baseline:
    """Run the suite of a copy, and return what its tests run of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    traced = os.pathsep.join(str(home / file) for file in files)
    command = [sys.executable, "-m", "pytest", "-q", "--tb=line", "-p", "mutation.tracing"]
    command += ["--hypothesis-profile=mutation", "--doctest-modules", "-n", str(jobs), *SUITE]
    env = surroundings(home) | {TO: str(folder), SOURCE: traced}
    done = subprocess.run(command, cwd=home, env=env, check=False)  # noqa: S603 - our own suite
    # What needs an installed careplan (two tests, of Hypothesis' hook) fails, and is not used.
    if done.returncode not in {0, 1}:
        raise SystemExit(f"the suite did not run: pytest ended with {done.returncode}")
    return read(folder)


def read(folder: Path) -> Baseline:
    """Read what the processes of a traced run wrote."""
    made = Baseline()
    for file in sorted(folder.glob("*.json")):
        found = json.loads(file.read_text(encoding="utf-8"))
        made.seconds |= found["passed"]
        for path, lines in found["lines"].items():
            by_line = made.lines.setdefault(path, defaultdict(set))
            for line, tests in lines.items():
                by_line[int(line)].update(tests)
    return made
