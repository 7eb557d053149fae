"""What rules and ladders come to, row by row: an outcome for each, and one for all that binds."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.base.truth import Outcome
from careplan.documents.clauses import Force
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Rule
from careplan.documents.scales.ladders import Ladder
from careplan.fields.declaring import Noun
from careplan.frames.lent import Expr, folded, narwhals
from careplan.frames.written.sight import Sight
from careplan.frames.written.truths import truth
from careplan.verbs.assessing.asking import duties_read


@attrs.frozen
class Duty:
    """A rule or a ladder as it is asked: whom it is for, and what each of its rungs requires.

    Of a rule the one rung is the rule itself.
    """

    id: str
    is_binding: bool
    applies: n.Criterion
    rungs: tuple[tuple[n.Criterion, n.Criterion], ...]

    @property
    def criteria(self) -> tuple[n.Criterion, ...]:
        """All that it asks."""
        return (self.applies, *(half for rung in self.rungs for half in rung))


def duties_of(
    plan: Plan, noun: type[Noun], readings: Mapping[str, str] | None, on: date | None
) -> tuple[Duty, ...]:
    """Return what a plan demands of a noun, in the order in which an assessment says it."""
    return tuple(map(_duty, duties_read(plan, noun, readings, on)))


def _duty(one: Rule | Ladder) -> Duty:
    binds = one.force is Force.BINDING
    if isinstance(one, Rule):
        applies = pick(one.applies, {})
        return Duty(one.id, binds, applies, ((applies, pick(one.requires, {})),))
    rungs = tuple((pick(rule.applies, {}), pick(rule.requires, {})) for rule in one.rules())
    return Duty(one.id, binds, one.owed, rungs)


@attrs.frozen
class Answer:
    """The columns of truths that an outcome is made of: whom it is for, if it is kept or broken.

    `kept` and `broken` are of what is required, and neither null nor both true.
    """

    duty: Duty
    applies: str
    kept: str
    broken: str

    def outcome(self) -> Expr:
        """Return the outcome as a text."""
        nw = narwhals()
        applies, kept, broken = (nw.col(one) for one in (self.applies, self.kept, self.broken))
        return (
            nw.when(~applies)
            .then(_said(Outcome.NOT_APPLICABLE))
            .when(kept)
            .then(_said(Outcome.MET))
            .when(applies & broken)
            .then(_said(Outcome.NOT_MET))
            .otherwise(_said(Outcome.UNKNOWN))
        )


def with_outcomes(
    frame: Any, sight: Sight, duties: tuple[Duty, ...], names: Iterator[str], key: str
) -> tuple[Any, tuple[Expr, ...]]:
    """Return a frame with the truths that are asked for, and its outcomes as expressions.

    The first, named `key`, is that of the whole.
    """
    halves = {half: next(names) for duty in duties for half in duty.criteria}
    if halves:
        frame = frame.with_columns(*(truth(one, sight).alias(as_) for one, as_ in halves.items()))
    answers = [Answer(one, halves[one.applies], next(names), next(names)) for one in duties]
    both = [each for one in answers for each in _kept_or_broken(one, halves)]
    if both:
        frame = frame.with_columns(*both)
    each = tuple(one.outcome().alias(one.duty.id) for one in answers)
    return frame, (_whole([one for one in answers if one.duty.is_binding]).alias(key), *each)


def _kept_or_broken(answer: Answer, halves: Mapping[n.Criterion, str]) -> tuple[Expr, Expr]:
    """Return whether each rung that may bind is kept, and whether each is broken."""
    nw = narwhals()
    kept, broken = [], []
    for applies, requires in answer.duty.rungs:
        holds = nw.col(halves[requires])
        yes, no = holds.fill_null(value=False), (~holds).fill_null(value=False)
        if len(answer.duty.rungs) > 1:
            out = (~nw.col(halves[applies])).fill_null(value=False)
            yes, no = out | yes, out | no
        kept.append(yes)
        broken.append(no)
    return folded(kept, every=True).alias(answer.kept), folded(broken, every=True).alias(
        answer.broken
    )


def _whole(answers: list[Answer]) -> Expr:
    """Return the outcome of all that binds: what is broken first, then what is unknown."""
    nw = narwhals()
    broken, unknown, kept = [], [], []
    for one in answers:
        applies, yes, no = (nw.col(name) for name in (one.applies, one.kept, one.broken))
        maybe = applies.fill_null(value=True)
        broken.append((applies & no).fill_null(value=False))
        unknown.append(maybe & ~yes & ~broken[-1])
        kept.append(maybe & yes)
    return (
        nw.when(folded(broken, every=False))
        .then(_said(Outcome.NOT_MET))
        .when(folded(unknown, every=False))
        .then(_said(Outcome.UNKNOWN))
        .when(folded(kept, every=False))
        .then(_said(Outcome.MET))
        .otherwise(_said(Outcome.NOT_APPLICABLE))
    )


def _said(outcome: Outcome) -> Expr:
    return narwhals().lit(str(outcome.value))
