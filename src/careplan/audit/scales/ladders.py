"""What is wrong with ladders of duties: rungs in the wrong order, and holes between them.

Each fact that rungs measure is tried at every value they tell apart, the others left open: so
a hole in a ladder by area or by visitors is found for a place that is not crowded.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from careplan.audit.demands import each_reading
from careplan.audit.flaws import Flaw, Severity
from careplan.audit.tiers import bounds_text, written
from careplan.base.exact import ratio
from careplan.criteria.nodes import Criterion, all_of, any_of, not_
from careplan.criteria.regions.completions import Question, questions
from careplan.criteria.regions.spans import Span, Spans
from careplan.criteria.regions.taken import can_hold, can_surely_hold
from careplan.criteria.residuals import left_by
from careplan.criteria.steps import Facts, simplify_any
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.scales.ladders import Ladder, Rung
from careplan.fields.kinds import CountKind, DayKind, NumberKind
from careplan.fields.paths import Path, dotted, kind_at

# Values of one fact that are told apart: each is compared with all below and above it.
MOST_VALUES = 64


def ladders_at_odds(plan: Plan) -> Iterator[Flaw]:
    """Yield what is wrong with each ladder under any of its readings, each once."""
    found: dict[Flaw, None] = {}
    for ladder in plan.ladders:
        for _, readings in each_reading(plan, ladder.interpretations()):
            if ladder.holds_under(readings):
                read = ladder.read(readings)
                held = [one for one in read.rungs if one.holds_under(readings)]
                found |= dict.fromkeys((*_swapped(held), *_holes(read)))
    yield from found


def _swapped(rungs: Iterable[Rung]) -> Iterator[Flaw]:
    """Find a rung that asks for all that the one above it asks, and for more."""
    for lower, upper in pairwise(rungs):
        less, more = pick(lower.requires, {}), pick(upper.requires, {})
        asks_for_it = not can_hold(all_of(less, not_(more)))
        if asks_for_it and can_surely_hold(all_of(more, not_(less))):
            yield Flaw(Severity.ERROR, "rungs_swapped", (lower.id, upper.id))


def _holes(ladder: Ladder) -> Iterator[Flaw]:
    """Find values of a fact between others for which nothing is owed, though more or less owes."""
    noun = ladder.noun()
    applies = any_of(*(pick(one.applies, {}) for one in ladder.rungs))
    numbers = tuple(dict.fromkeys(one.number for one in ladder.rungs))
    for asked in questions(noun, (applies,)).values() if noun is not None else ():
        kind = kind_at(noun, asked.path)
        if not isinstance(kind, NumberKind | CountKind | DayKind):
            continue
        if len(asked.answers) > MOST_VALUES:
            yield Flaw(Severity.NOTE, "not_taken_apart", numbers)
            continue
        for part in Spans.of(_not_owed(asked, ladder.owed, kind)).parts:
            hole, fact = Spans((part,)), dotted(asked.path)
            detail, said = f"{fact} {written(hole, kind)}", bounds_text(noun, fact, hole)
            yield Flaw(Severity.WARNING, "ladder_hole", numbers, detail, words=said)


def _not_owed(asked: Question, owed: Criterion, kind: Any) -> Iterable[Span]:
    """Yield what a value that owes nothing stands for, if one below it and one above it may owe."""
    left = [left_by(owed, _OneFact(asked.path, value)) for value in asked.answers]
    for place in range(1, len(left) - 1):
        below, above = simplify_any(left[:place]), simplify_any(left[place + 1 :])
        if can_surely_hold(all_of(below, not_(left[place]), above)):
            yield _span(asked.answers, place, kind)


def _span(answers: tuple[Any, ...], place: int, kind: Any) -> Span:
    """Return the values for which one stands: of numbers, every other is between two points."""
    low, at, high = (_number(one) for one in answers[place - 1 : place + 2])
    if not isinstance(kind, NumberKind):
        return Span(at, high, high_in=False)
    return Span(low, high, low_in=False, high_in=False) if place % 2 else Span(at, at)


def _number(value: Any) -> Fraction:
    return Fraction(value.toordinal()) if isinstance(value, date) else ratio(value)


class _OneFact(Facts):
    """Reads one value of one fact; nothing else is stated."""

    def __init__(self, path: Path, value: Any) -> None:
        super().__init__(None)
        self._stated: Mapping[Path, Any] = {path: value}

    def get(self, path: Path) -> Any:
        return self._stated.get(path)
