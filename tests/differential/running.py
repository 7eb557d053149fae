"""Asks every way, compares, and counts."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from random import Random

import attrs

from careplan.criteria.steps import counts_to_day
from careplan.fields.declaring import Noun
from differential.asked import Asked
from differential.found import Mismatch, differing
from differential.near import DAYS
from differential.subjects import subjects
from differential.ways import Answer, Batch, Evaluated, NotHere, Refused, Way

ROWS = 1_000  # of a batch
MOST_TOLD = 20  # mismatches of one way, each made small


@attrs.define
class Count:
    """What a way has answered."""

    name: str
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
        return sum(len(answers) == 3 for answers in self.of.values())  # noqa: PLR2004 - of truth


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
    most: dict[str, int] | None = None,
    tell: Callable[[str], None] = print,
) -> tuple[list[Count], Seen]:
    """Ask all ways of all batches; of a way in `most` no more than so many pairs."""
    first = Evaluated()
    counts = {way.name: Count(way.name) for way in (first, *ways)}
    seen = Seen()
    for batch in made:
        before = time.perf_counter()
        expected = [*first.answers(batch)]
        counts[first.name].seconds += time.perf_counter() - before
        for asked, answers in zip(batch.asked, expected, strict=True):
            assert not isinstance(answers, Refused)
            counts[first.name].pairs += len(answers)
            seen.of[asked.name, asked.criterion].update(answers)
        for way in ways:
            count = counts[way.name]
            limit = (most or {}).get(way.name)
            if not count.not_run and (limit is None or count.pairs < limit):
                _compare(way, batch, expected, count, tell)
    return [*counts.values()], seen


def _compare(way, batch, expected, count, tell):
    before = time.perf_counter()
    try:
        found = [*way.answers(batch)]
    except NotHere as reason:
        count.not_run = str(reason)
        return
    count.seconds += time.perf_counter() - before
    for asked, wanted, answers in zip(batch.asked, expected, found, strict=True):
        if isinstance(answers, Refused):
            count.refused[answers.reason] += 1
            continue
        count.pairs += len(answers)
        if answers == wanted:
            continue
        wrong = [place for place, both in enumerate(zip(wanted, answers, strict=True)) if both[0] is not both[1]]
        count.mismatches += len(wrong)
        if wrong and len(count.told) < MOST_TOLD:
            count.told.append(differing(way, batch, asked, wrong[0], answers[wrong[0]]))
            tell(count.told[-1].told())
