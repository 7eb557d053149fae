"""Who is asked: each task's ways, one by one and by tables, of those that are installed here."""

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import attrs

from benchmarks import by_table, ours
from benchmarks.drawn import Drawn, objects, records
from benchmarks.measuring import Way, by_subject
from benchmarks.peers import json_logic, rule_engine, zen
from benchmarks.tasks import Task

BY_HAND = "Python by hand"
ZEN, GRAPH = "zen-engine, expression", "zen-engine, decision graph"
JSON_LOGIC, RULE_ENGINE = "json-logic-qubit", "rule-engine"
# What is compared with, as packages are called; what has no release for a Python is left out.
PEERS = (
    "zen-engine",
    "json-logic-qubit",
    "rule-engine",
    "OpenFisca-Core",
    "polars",
    "numpy",
    "duckdb",
)
BESIDE = ("attrs", "narwhals", "pyarrow")


def released(name: str) -> str | None:
    """Return the version of a package, or None if it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def plain(answer: Any) -> bool | None:
    """Return an answer that is true, false or None already."""
    given: bool | None = answer
    return given


@attrs.frozen(eq=False)
class Peer:
    """A peer that takes a record at a time: how it is made ready, and how its answer is read."""

    name: str
    package: str
    make: Callable[[Task], Callable[[Any], Any]]
    said: Callable[[Any], bool | None] = plain


BY_RECORD = (
    Peer(ZEN, "zen-engine", zen.expression),
    Peer(GRAPH, "zen-engine", zen.graph, zen.kept),
    Peer(JSON_LOGIC, "json-logic-qubit", json_logic.logic),
    Peer(RULE_ENGINE, "rule-engine", rule_engine.rule),
)


def by_one(task: Task, drawn: Drawn, rows: int, present: Iterable[str]) -> Iterator[Way]:
    """Yield the ways that take a subject at a time, first the one written by hand."""
    subjects = objects(drawn, task.noun, drawn.rows)
    given = records(drawn, drawn.rows)
    yield by_subject(BY_HAND, task.by_hand, subjects, plain, rows)
    yield from ours.one_by_one(task, subjects, rows)
    for peer in BY_RECORD:
        if peer.package in present:
            yield by_subject(peer.name, peer.make(task), given, peer.said, rows)


def by_tables(task: Task, drawn: Drawn, present: Iterable[str]) -> Iterator[Way]:
    """Yield the ways that take all subjects at once."""
    for package, ways in by_table.BY_PACKAGE.items():
        if package in present:
            yield from ways(task, drawn)
