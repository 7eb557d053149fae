"""Measure careplan beside its peers, and write docs/en/benchmarks.md and docs/zh/benchmarks.md.

    python docs/make_benchmarks.py [--quick] [--without PACKAGE ...] [--into FOLDER]

`nox -s bench` runs it, in an environment of its own. `--quick` asks fewer rows, and only prints.
`--without` names what cannot be installed for this Python; what is merely not there is said, too.
"""

import argparse
import gc
import os
import platform
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import attrs
from benchmarks import cold, contenders, drawn, limits, pages
from benchmarks.by_table import of_sqlite
from benchmarks.measuring import Series, Way, check_equal, interleaved
from benchmarks.tasks import Task, tasks

import careplan as cp

DOCS = Path(__file__).parent
SQLITE_ROWS = 100_000


@attrs.frozen(kw_only=True)
class Size:
    """How much is asked: subjects one by one and how many a round, rows of tables, and rounds."""

    subjects: int = 10_000
    each: int = 500
    rows: int = 1_000_000
    rounds: int = 9
    processes: int = 15


QUICK = Size(subjects=2_000, each=200, rows=50_000, rounds=5, processes=5)


def measured(
    task: Task, size: Size, present: Sequence[str]
) -> tuple[Counter[bool | None], dict[str, Series], dict[str, Series]]:
    """Compare all answers about a task, then measure its ways; return the answers by hand, too."""
    few = task.drawn(size.subjects)
    singly = [*contenders.by_one(task, few, size.each, present)]
    small = [*contenders.by_tables(task, few, present), *of_sqlite(task, few)]
    expected = singly[0].answers()
    check_equal(task.key, expected, {way.name: way.answers() for way in (*singly, *small)})
    counted = Counter(expected)
    gc.freeze()  # what was drawn is of no interest to the collector
    rounds = size.subjects // size.each
    one_by_one = interleaved(singly, rounds, clock=time.process_time)
    del singly, small
    whole = [*contenders.by_tables(task, task.drawn(size.rows), present)]
    whole += of_sqlite(task, task.drawn(min(size.rows, SQLITE_ROWS)))
    return counted, one_by_one, interleaved(whole, size.rounds)


def report(size: Size, without: Sequence[str]) -> pages.Report:
    """Measure everything."""
    packages = {name: contenders.released(name) for name in contenders.PEERS}
    present = [name for name, found in packages.items() if found is not None]
    singly, tables, answers, held = {}, {}, {}, {}
    titles = {}
    for task in tasks():
        print(f"{task.title.get('en')} ...", file=sys.stderr, flush=True)
        answers[task.key], singly[task.key], tables[task.key] = measured(task, size, present)
        subjects = drawn.objects(task.drawn(201), task.noun, 201)
        held[task.key] = cold.bytes_of_answers(task, subjects)
        titles[task.key] = task.title
    mall: list[Way] = limits.of_the_mall()
    of_mall = interleaved(mall, size.rounds, clock=time.process_time)
    fresh = cold.fresh(size.processes, [*present, *contenders.BESIDE])
    beside = {name: contenders.released(name) for name in contenders.BESIDE}
    return pages.Report(
        seed=drawn.SEED,
        subjects=size.subjects,
        rows=size.rows,
        rounds=size.subjects // size.each,
        machine=machine(),
        versions={name: one for name, one in (packages | beside).items() if one is not None},
        not_run=[not_run(name, without) for name, one in packages.items() if one is None],
        titles=titles,
        answers=answers,
        singly=singly,
        tables=tables,
        fresh=fresh,
        bytes_held=held,
        mall=of_mall,
        limits=limits.limits(singly, tables, of_mall, fresh),
    )


def machine() -> cp.Text:
    """Return what it runs on."""
    python, system = platform.python_version(), f"{platform.system()} {platform.machine()}"
    cores = os.cpu_count()
    return cp.Text(
        zh=f"Python {python}，{system}，{cores} 个核",
        en=f"Python {python}, {system}, {cores} cores",
    )


def not_run(name: str, without: Sequence[str]) -> cp.Text:
    """Say that a peer was not run, and why."""
    version = ".".join(platform.python_version_tuple()[:2])
    if name in without:
        return cp.Text(
            zh=f"未运行：{name}，没有适用于 Python {version} 的版本",
            en=f"NOT RUN: {name}, which has no release for Python {version}",
        )
    return cp.Text(zh=f"未运行：{name}，没有安装", en=f"NOT RUN: {name}, which is not installed")


def main(arguments: Sequence[str]) -> int:
    """Measure, print the page, and write it unless it was a quick run."""
    taking = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    taking.add_argument("--quick", action="store_true", help="fewer rows; nothing is written")
    taking.add_argument("--without", action="append", default=[], help="has no release here")
    taking.add_argument("--into", type=Path, default=DOCS, help="where en/ and zh/ are")
    taken = taking.parse_args(arguments)
    found = report(QUICK if taken.quick else Size(), taken.without)
    print(pages.page(found, "en"))
    if not taken.quick:
        for language in ("en", "zh"):
            path = taken.into / language / "benchmarks.md"
            path.write_text(pages.page(found, language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
