"""Asks every way, compares, and counts."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from random import Random

import attrs
from differential.asked import Asked
from differential.found import differing, differing_whole
from differential.near import DAYS
from differential.subjects import ROWS, subjects
from differential.ways import Answer, Batch, Evaluated, NotHere, Refused, Way, refused
from differential.whole import Asking, Assessed, Row, WholeWay

from careplan.base.errors import InvalidInput
from careplan.base.text import Text
from careplan.criteria.steps import counts_to_day
from careplan.fields.declaring import Noun

MOST_TOLD = 20  # mismatches of one way, each made small


@attrs.define
class Count:
    """What a way has answered."""

    name: str
    runs_on: str = ""
    pairs: int = 0
    seconds: float = 0.0
    mismatches: int = 0
    refused: Counter[Text] = attrs.field(factory=Counter)
    not_run: str = ""
    told: int = 0


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
        for start in range(0, each, ROWS):
            on: date | None = chance.choice([None, *DAYS]) if dated else None
            made = subjects(chance, noun, criteria, min(ROWS, each - start), on)
            yield Batch(noun, about, made, on, exact=chance.random() < 1 / 2)


def run(
    ways: Sequence[Way],
    made: Iterator[Batch],
    *,
    most: Mapping[str, int] | None = None,
    tell: Callable[[str], None] = print,
) -> tuple[list[Count], Seen]:
    """Ask all ways of all batches; a way in `most` of so many subjects of each noun."""
    first = Evaluated()
    counts = {first.name: Count(first.name, first.runs_on)}
    counts |= {way.name: count_of(way) for way in ways}
    seen, left = Seen(), Left(most or {})
    for batch in made:
        before = time.perf_counter()
        expected = first.truths(batch)
        counts[first.name].seconds += time.perf_counter() - before
        for asked, answers in zip(batch.asked, expected, strict=True):
            counts[first.name].pairs += len(answers)
            seen.of[asked.name].update(answers)
        for way in ways:
            if not counts[way.name].not_run:
                number = left.take(way.name, batch.noun, len(batch.subjects))
                part = attrs.evolve(batch, subjects=batch.subjects[:number])
                if number:
                    wanted = [answers[:number] for answers in expected]
                    _compare(way, part, wanted, counts[way.name], tell)
    return [*counts.values()], seen


def count_of(way: Way | WholeWay) -> Count:
    """Return what is counted of a way at first: nothing, or why it is not run."""
    try:
        return Count(way.name, way.runs_on)
    except NotHere as reason:
        return Count(way.name, not_run=str(reason))


@attrs.define
class Left:
    """Of how many subjects ways that take long are still to be asked, for each noun or plan."""

    most: Mapping[str, int]
    taken: Counter[tuple[str, object]] = attrs.field(factory=Counter)

    def take(self, way: str, of: object, number: int) -> int:
        """Return of how many subjects to ask, of so many that there are."""
        if way not in self.most:
            return number
        number = min(number, self.most[way] - self.taken[way, of])
        self.taken[way, of] += number
        return number


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
        if answers is None:
            continue
        if isinstance(answers, Refused):
            count.refused[answers.reason] += 1
            if answers.failed:
                count.mismatches += 1
                tell(f"FAILED {way.name}: {answers.reason.get('en')}\n  {asked.criterion!r}")
            continue
        count.pairs += len(answers)
        pairs = enumerate(zip(wanted, answers, strict=True))
        wrong = [place for place, (one, other) in pairs if one is not other]
        count.mismatches += len(wrong)
        if wrong and count.told < MOST_TOLD:
            count.told += 1
            place = wrong[0]
            tell(differing(way, batch, asked, place, answers[place]).told())


def run_whole(
    ways: Sequence[WholeWay],
    asked: Iterable[Asking],
    *,
    most: Mapping[str, int] | None = None,
    tell: Callable[[str], None] = print,
) -> tuple[list[Count], int]:
    """Ask whole plans in all ways; return what is counted, and how many findings were asked."""
    first = Assessed()
    counts = {way.name: count_of(way) for way in (first, *ways)}
    findings, left, counted = 0, Left(most or {}), set()
    for asking in asked:
        before = time.perf_counter()
        expected = [[*row] for row in first.rows(asking)]
        counts[first.name].seconds += time.perf_counter() - before
        counts[first.name].pairs += sum(len(row) - 1 for row in expected)
        of = (asking.plan.id, asking.noun, str(asking.readings))
        findings += 0 if of in counted else len(expected[0]) - 1
        counted.add(of)
        for way in ways:
            count = counts[way.name]
            number = 0 if count.not_run else left.take(way.name, of, len(asking.subjects))
            if number:
                part = attrs.evolve(asking, subjects=asking.subjects[:number])
                _compare_rows(way, part, expected[:number], count, tell)
    return [*counts.values()], findings


def _compare_rows(
    way: WholeWay,
    asking: Asking,
    expected: Sequence[Row],
    count: Count,
    tell: Callable[[str], None],
) -> None:
    before = time.perf_counter()
    try:
        found = [[*row] for row in way.rows(asking)]
    except InvalidInput as error:
        count.refused[refused(error).reason] += 1
        return
    count.seconds += time.perf_counter() - before
    count.pairs += sum(len(row) - 1 for row in found)
    wrong = [place for place, row in enumerate(expected) if found[place] != row]
    count.mismatches += len(wrong)
    if wrong and count.told < MOST_TOLD:
        count.told += 1
        tell(differing_whole(way, asking, asking.subjects[wrong[0]]))
