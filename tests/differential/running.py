"""Asks every way, compares, and counts."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import ceil
from random import Random

import attrs
from differential.asked import Asked
from differential.found import Mismatch, differing
from differential.near import DAYS
from differential.subjects import subjects
from differential.ways import Answer, Batch, Evaluated, NotHere, Refused, Way

from careplan.criteria.steps import counts_to_day
from careplan.fields.declaring import Noun

ROWS = 1_000  # of a batch
MOST_TOLD = 20  # mismatches of one way, each made small


@attrs.define
class Count:
    """What a way has answered."""

    name: str
    runs_on: str = ""
    pairs: int = 0
    seconds: float = 0.0
    mismatches: int = 0
    refused: Counter[str] = attrs.field(factory=Counter)
    not_run: str = ""
    told: list[Mismatch] = attrs.field(factory=list)


@attrs.define
class Seen:
    """Which of the three answers was seen of each that was asked."""

    of: dict[str, set[Answer]] = attrs.field(factory=lambda: defaultdict(set))

    def by_all(self) -> int:
        """Return of how many all three were seen."""
        return sum(len(answers) == 3 for answers in self.of.values())


def batches(chance: Random, asked: Sequence[Asked], pairs: int) -> Iterator[Batch]:
    """Yield batches that make up at least so many pairs of a subject and what is asked of it."""
    of: dict[type[Noun], list[Asked]] = defaultdict(list)
    for one in asked:
        of[one.noun].append(one)
    each = -(-pairs // len(asked))
    for noun, about in of.items():
        dated = any(counts_to_day(one.criterion) for one in about)
        criteria = [one.criterion for one in about]
        for place, start in enumerate(range(0, each, ROWS)):
            on: date | None = chance.choice([None, *DAYS]) if dated else None
            made = subjects(chance, noun, criteria, min(ROWS, each - start), on)
            yield Batch(noun, about, made, on, exact=place % 2 == 0)


def run(
    ways: Sequence[Way],
    made: Iterator[Batch],
    *,
    shares: dict[str, float] | None = None,
    tell: Callable[[str], None] = print,
) -> tuple[list[Count], Seen]:
    """Ask all ways of all batches; a way in `shares` of that share of each batch's subjects."""
    first = Evaluated()
    counts = {first.name: Count(first.name, first.runs_on)}
    counts |= {way.name: count_of(way) for way in ways}
    seen = Seen()
    for batch in made:
        before = time.perf_counter()
        expected = first.truths(batch)
        counts[first.name].seconds += time.perf_counter() - before
        for asked, answers in zip(batch.asked, expected, strict=True):
            counts[first.name].pairs += len(answers)
            seen.of[asked.name].update(answers)
        for way in ways:
            if not counts[way.name].not_run:
                part, wanted = _part((shares or {}).get(way.name, 1.0), batch, expected)
                _compare(way, part, wanted, counts[way.name], tell)
    return [*counts.values()], seen


def count_of(way: Way) -> Count:
    """Return what is counted of a way at first: nothing, or why it is not run."""
    try:
        return Count(way.name, way.runs_on)
    except NotHere as reason:
        return Count(way.name, not_run=str(reason))


def _part(
    share: float, batch: Batch, expected: list[list[Answer]]
) -> tuple[Batch, list[Sequence[Answer]]]:
    """Return a share of a batch, and what is expected of it."""
    number = ceil(len(batch.subjects) * share)
    part = attrs.evolve(batch, subjects=batch.subjects[:number])
    return part, [answers[:number] for answers in expected]


def _compare(
    way: Way,
    batch: Batch,
    expected: Sequence[Sequence[Answer]],
    count: Count,
    tell: Callable[[str], None],
) -> None:
    before = time.perf_counter()
    found = [*way.answers(batch)]
    count.seconds += time.perf_counter() - before
    for asked, wanted, answers in zip(batch.asked, expected, found, strict=True):
        if isinstance(answers, Refused):
            count.refused[answers.reason] += 1
            continue
        count.pairs += len(answers)
        pairs = enumerate(zip(wanted, answers, strict=True))
        wrong = [place for place, (one, other) in pairs if one is not other]
        count.mismatches += len(wrong)
        if wrong and len(count.told) < MOST_TOLD:
            place = wrong[0]
            count.told.append(differing(way, batch, asked, place, answers[place]))
            tell(count.told[-1].told())
