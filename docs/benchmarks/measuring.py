"""The clock: ways take turns on the same rows, round by round, and ratios are taken in a round.

So what else the machine does meets all of them alike, and the median leaves out what met one.
"""

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

Answers = list[bool | None]
LEAST_SECONDS = 0.005  # what is quicker is done again, until the clock can see it


@attrs.frozen(eq=False)
class Way:
    """A way to answer a task: a name, and what it does in a round.

    `run` takes the number of a round and answers some subjects, `rows` of them; `answers` says
    what it answers about the first subjects, so that all ways can be compared before.
    """

    name: str
    run: Callable[[int], object]
    rows: int
    answers: Callable[[], Answers]


def by_subject(
    name: str,
    ask: Callable[[Any], Any],
    given: Sequence[Any],
    said: Callable[[Any], bool | None],
    rows: int,
) -> Way:
    """Return a way that answers subject by subject, so many a round; `said` reads an answer."""

    def run(number: int) -> None:
        start = number * rows % len(given)
        for one in given[start : start + rows]:
            ask(one)

    return Way(name, run, rows, lambda: [said(ask(one)) for one in given])


@attrs.frozen
class Series:
    """How long a way took for a subject, in seconds, round by round."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median in seconds."""
        return statistics.median(self.seconds)

    def times(self, other: "Series") -> float:
        """Return how many times as long as another it took, the median of all rounds."""
        pairs = zip(self.seconds, other.seconds, strict=True)
        return statistics.median(one / two for one, two in pairs)


def interleaved(
    ways: Sequence[Way],
    rounds: int,
    *,
    clock: Callable[[], float] = time.perf_counter,
    least: float | None = None,
) -> dict[str, Series]:
    """Run ways in turn, each once a round, or as often as the clock needs; return their series."""
    least = LEAST_SECONDS if least is None else least
    times = {way.name: repeats(way, clock, least) for way in ways}
    found: dict[str, list[float]] = {way.name: [] for way in ways}
    for number in range(rounds):
        # Who comes first changes, as what is warm then does.
        shift = number % len(ways)
        for way in (*ways[shift:], *ways[:shift]):
            gc.collect()
            before = clock()
            for _ in range(times[way.name]):
                way.run(number)
            taken = clock() - before
            found[way.name].append(taken / times[way.name] / way.rows)
    return {name: Series(name, tuple(seconds)) for name, seconds in found.items()}


def repeats(way: Way, clock: Callable[[], float], least: float) -> int:
    """Run a way for the first time, and return how often it is to be done in a round."""
    way.run(0)
    before = clock()
    way.run(0)
    taken = clock() - before
    return 1 if taken >= least else min(1_000, round(least / max(taken, 1e-9)) + 1)


@attrs.frozen
class Unequal(Exception):
    """Two ways answer otherwise: nothing is measured then."""

    task: str
    way: str
    rows: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.way} answers the task {self.task} otherwise in rows {self.rows[:10]}"


def check_equal(task: str, expected: Answers, answers: Mapping[str, Answers]) -> None:
    """Raise Unequal for the first way whose answers are not those expected, row by row."""
    for name, given in answers.items():
        rows = zip(expected, given, strict=True)
        unlike = tuple(row for row, (one, two) in enumerate(rows) if one is not two)
        if unlike:
            raise Unequal(task, name, unlike)


def geometric(ratios: Sequence[float]) -> float:
    """Return the geometric mean."""
    return statistics.geometric_mean(ratios)
