"""What a fresh process pays: how long imports take, what they hold, and the first outcome."""

import statistics
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Mapping, Sequence

import attrs

import careplan as cp
from benchmarks.ours import explained
from benchmarks.tasks import Task

# The time of the statement alone, without the start of Python, and the memory held behind it.
# What `resource` says of a process that was forked may be that of the one it came from.
TIMED = """
import time
before = time.perf_counter()
{what}
taken = time.perf_counter() - before
try:
    with open("/proc/self/statm") as pages:
        held = int(pages.read().split()[1]) * 4
except OSError:
    held = 0
print(taken, held)
"""
NOTHING, ATTRS, CAREPLAN, FIRST = "nothing", "attrs", "careplan", "careplan, first outcome"
OUTCOME = """
import careplan as cp
mall = cp.Venue(category=cp.VenueCategory.HOSPITAL, building_area_m2=12_000, rooms=[])
assert cp.assess(mall, cp.get_plan("shuangliao_2021")).outcome is cp.Outcome.NOT_MET
"""
STATEMENTS: Mapping[str, tuple[str | None, str]] = {
    NOTHING: (None, "pass"),
    ATTRS: ("attrs", "import attrs"),
    CAREPLAN: (None, "import careplan"),
    FIRST: (None, OUTCOME),
    "zen-engine": ("zen-engine", "import zen"),
    "json-logic-qubit": ("json-logic-qubit", "import json_logic"),
    "rule-engine": ("rule-engine", "import rule_engine"),
    "OpenFisca-Core": ("OpenFisca-Core", "import openfisca_core.simulations"),
    "polars": ("polars", "import polars"),
    "numpy": ("numpy", "import numpy"),
    "duckdb": ("duckdb", "import duckdb"),
    "narwhals": ("narwhals", "import narwhals"),
}


@attrs.frozen
class Cold:
    """What a statement takes in a fresh process: seconds, and the kilobytes held behind it."""

    seconds: tuple[float, ...]
    kilobytes: tuple[int, ...]

    @property
    def median(self) -> float:
        """The median of the seconds."""
        return statistics.median(self.seconds)

    @property
    def held(self) -> int:
        """The median of the kilobytes."""
        return round(statistics.median(self.kilobytes))


def started(what: str) -> tuple[float, int]:
    """Run a statement in a fresh process; return its seconds, and the kilobytes held or 0."""
    command = [sys.executable, "-c", TIMED.format(what=what)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - our own text
    seconds, kilobytes = done.stdout.split()
    return float(seconds), int(kilobytes)


def fresh(
    rounds: int,
    present: Sequence[str],
    start: Callable[[str], tuple[float, int]] = started,
) -> dict[str, Cold]:
    """Run each statement in turn in fresh processes; the first round, which warms, is lost."""
    statements = {
        name: what for name, (needs, what) in STATEMENTS.items() if needs in {None, *present}
    }
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in statements}
    for number in range(rounds + 1):
        for name, what in statements.items():
            one = start(what)
            if number:
                found[name].append(one)
    return {
        name: Cold(tuple(one for one, _ in pairs), tuple(one for _, one in pairs))
        for name, pairs in found.items()
    }


def bytes_of(make: Callable[[int], object], times: int = 200) -> int:
    """Return how many bytes each of several objects holds that are kept, the first left out."""
    kept = [make(0)]
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    kept += [make(number) for number in range(1, times + 1)]
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) // times


def bytes_of_answers(task: Task, subjects: Sequence[cp.Noun]) -> tuple[int, int]:
    """Return the bytes of an assessment that was asked for its outcome, and of one explained."""

    def asked(number: int) -> object:
        found = cp.assess(subjects[number], task.plan)
        _ = found.outcome
        return found

    def in_full(number: int) -> object:
        found = cp.assess(subjects[number], task.plan)
        return found, explained(found)

    return bytes_of(asked), bytes_of(in_full)
