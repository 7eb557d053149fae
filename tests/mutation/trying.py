"""Tries mutants: each in a process forked from one that has imported everything but careplan.

A mutant stands in a copy of the project, never in the checkout. Its process imports careplan
anew from there, collects the files that hold the chosen tests, and stops at the first that
fails. A process that runs much longer than its tests did, or that asks for all memory, is
stopped: its mutant is noticed too.
"""

import gc
import importlib
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from mutation.baseline import Baseline, copy, surroundings
from mutation.mutants import Mutant

# What the tests import, too: a forked process has it already. A package that is not here is
# imported by each test that asks for it.
WARM = (
    *("_pytest.doctest", "attrs", "cattrs", "cattrs.gen", "dateutil.relativedelta"),
    *("dateutil.rrule", "hypothesis", "hypothesis.strategies", "numpy"),
)
# Seconds of processor for what comes before the first test, and for a test beside its own.
START, SPARE, TIMES = 90.0, 10.0, 10.0
STUCK = 900  # seconds by the clock, for what waits and does not compute
MEMORY = 8 * 2**30
SURVIVES = {int(pytest.ExitCode.OK), int(pytest.ExitCode.NO_TESTS_COLLECTED)}


@dataclass
class Attempt:
    """A mutant in its copy, with the rounds of tests that are still to be run."""

    mutant: Mutant
    home: Path
    rounds: list[list[str]]

    @property
    def file(self) -> Path:
        """The file that holds the mutant."""
        return self.home / self.mutant.file

    def put(self) -> None:
        """Write the mutant, and hide what Python compiled of the source."""
        source = self.file.read_bytes()
        self.file.rename(self.file.with_suffix(".original"))
        self.file.write_bytes(self.mutant.applied(source))
        for compiled in self._beside("pyc"):
            compiled.rename(compiled.with_suffix(".original"))

    def undo(self) -> None:
        """Put the source back as it was, with its time: what is compiled is true of it again."""
        self.file.with_suffix(".original").replace(self.file)
        for compiled in self._beside("original"):
            compiled.rename(compiled.with_suffix(".pyc"))

    def _beside(self, suffix: str) -> list[Path]:
        return sorted((self.file.parent / "__pycache__").glob(f"{self.file.stem}.*.{suffix}"))


class Chosen:
    """A plugin of pytest: runs the chosen tests only, in their order, each within its time."""

    def __init__(self, tests: list[str], limits: dict[str, float]) -> None:
        """Take the tests in the order to run them, and the seconds of processor each may take."""
        self.order = {test: at for at, test in enumerate(tests)}
        self.limits = limits

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what is not chosen."""
        chosen = [item for item in items if item.nodeid in self.order]
        items[:] = sorted(chosen, key=lambda item: self.order[item.nodeid])

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Stop the process, by the signal's own default, if this test takes too long."""
        signal.setitimer(signal.ITIMER_PROF, self.limits[nodeid])


def warm_up() -> None:
    """Import what no mutant changes, once for all."""
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"
    for name in WARM:
        importlib.import_module(name)
    gc.freeze()


@dataclass
class Trial:
    """What mutants are tried by: the tests of a baseline, in copies of `home`."""

    baseline: Baseline
    home: Path
    spare: float = SPARE

    def run(
        self, mutants: Iterable[Mutant], jobs: int, tell: Callable[[Mutant, bool], None]
    ) -> None:
        """Try mutants, so many at a time, and tell of each whether it was killed."""
        warm_up()
        free = [copy(self.home, self.home.with_name(f"home-{n}")) for n in range(jobs)]
        self._prove(free[0])
        running: dict[int, Attempt] = {}
        waiting = iter(mutants)
        while True:
            while free and (mutant := next(waiting, None)):
                attempt = Attempt(mutant, free.pop(), self.baseline.rounds_for(mutant))
                attempt.put()
                running[self._start(attempt)] = attempt
            if not running:
                return
            pid, status = os.wait()
            attempt = running.pop(pid)
            killed = os.waitstatus_to_exitcode(status) not in SURVIVES
            if not killed and attempt.rounds:
                running[self._start(attempt)] = attempt
                continue
            attempt.undo()
            free.append(attempt.home)
            tell(attempt.mutant, killed)

    def _prove(self, home: Path) -> None:
        """Require that tests pass where nothing is changed, or all mutants would seem killed."""
        _, status = os.waitpid(self._fork(home, self.baseline.fastest(), loud=True), 0)
        if status:
            raise SystemExit("a test fails without a mutant")

    def _start(self, attempt: Attempt) -> int:
        """Start the next round of tests; return the id of its process."""
        return self._fork(attempt.home, attempt.rounds.pop(0) if attempt.rounds else [])

    def _fork(self, home: Path, tests: list[str], *, loud: bool = False) -> int:
        """Fork a process that runs tests in a copy and ends with pytest's code; return its id."""
        pid = os.fork()
        if pid:
            return pid
        code = int(pytest.ExitCode.INTERNAL_ERROR)
        try:
            seconds = self.baseline.seconds
            limits = {test: self.spare + TIMES * seconds[test] for test in tests}
            code = _tested(home, tests, limits, loud=loud)
            sys.stdout.flush()
        finally:
            os._exit(code)


def _tested(home: Path, tests: list[str], limits: dict[str, float], *, loud: bool) -> int:
    """Run tests in a copy, in this process, which ends after it; return pytest's code."""
    if not tests:
        return int(pytest.ExitCode.NO_TESTS_COLLECTED)
    signal.setitimer(signal.ITIMER_PROF, START)
    signal.alarm(STUCK)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in () if loud else (0, 1, 2):
        os.dup2(silence, stream)
    os.chdir(home)
    os.environ |= surroundings(home) | {"PYTHONDONTWRITEBYTECODE": "1"}
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(home / "src"))
    options = ["-x", "-q", "--tb=line" if loud else "--tb=no", "-p", "no:cacheprovider"]
    options += ["-p", "mutation.tracing", "--hypothesis-profile=mutation", "--doctest-modules"]
    # They are imported before pytest could rewrite their asserts, and none of them is a test.
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    return int(pytest.main([*options, *files], plugins=[Chosen(tests, limits)]))
