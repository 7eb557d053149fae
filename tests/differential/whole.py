"""Whole plans asked of many subjects: tables of outcomes, held against what `assess` finds.

Both give the outcome of the whole and of each finding, in the document's order.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import Protocol

import attrs
from differential.near import DAYS
from differential.subjects import ROWS, subjects

import careplan as cp
import careplan.criteria.nodes as n
from careplan.criteria.steps import counts_to_day
from careplan.documents.clauses import Force
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Rule, criteria_in
from careplan.documents.scales.ladders import Ladder
from careplan.fields.declaring import Noun

_O = cp.Outcome


@attrs.frozen
class Asking:
    """A plan asked of subjects of one noun, under readings, on a day or on none."""

    plan: Plan
    noun: type[Noun]
    subjects: Sequence[Noun]
    readings: Mapping[str, str]
    on: date | None = None
    exact: bool = True


Row = Sequence[cp.Outcome]


class WholeWay(Protocol):
    """A way to ask a whole plan: its name, what it runs on, and a row for each subject."""

    @property
    def name(self) -> str:
        """What the way is called."""

    @property
    def runs_on(self) -> str:
        """What it runs on, with the version; raises NotHere where that is not here."""

    def rows(self, asking: Asking) -> list[Row]:
        """Return the outcome of the whole and of each finding, for each subject in order."""


class Assessed:
    """`cp.assess`, with which the others are compared."""

    name = "assess"
    runs_on = "CPython"

    def rows(self, asking: Asking) -> list[Row]:
        """Assess one by one."""
        return [self._row(asking, one) for one in asking.subjects]

    @staticmethod
    def _row(asking: Asking, subject: Noun) -> Row:
        found = cp.assess(subject, asking.plan, readings=asking.readings, on=asking.on)
        return [found.outcome, *(one.outcome for one in found.findings)]


class Streamed:
    """`cp.outcomes`, which makes a row of each subject."""

    name = "outcomes"
    runs_on = "CPython"

    def rows(self, asking: Asking) -> list[Row]:
        """Take the rows as they come."""
        rows = cp.outcomes(asking.subjects, asking.plan, readings=asking.readings, on=asking.on)
        return [[*row.values()] for row in rows]


class Spelt:
    """What an outcome is, put together here from `evaluate` alone, as the design says it."""

    name = "evaluate, joined"
    runs_on = "CPython"

    def rows(self, asking: Asking) -> list[Row]:
        """Evaluate each half of each duty."""
        return [self._row(asking, one) for one in asking.subjects]

    def _row(self, asking: Asking, subject: Noun) -> Row:
        taken, found, bound = asking.plan.read_as(asking.readings), [], []
        for duty in _duties(asking.plan, asking.noun):
            if not duty.holds_under(taken, asking.on):
                continue
            read = duty.read(taken, asking.on)
            outcome = _of(read, subject, asking.on)
            found.append((duty, outcome))
            bound += [outcome] if read.force is Force.BINDING else []
        worst = (_O.NOT_MET, _O.UNKNOWN, _O.MET)
        whole = next((one for one in worst if one in bound), _O.NOT_APPLICABLE)
        order = {clause: place for place, clause in enumerate(asking.plan.clauses)}
        found.sort(key=lambda one: order[one[0].clause])
        return [whole, *(outcome for _, outcome in found)]


def _of(duty: Rule | Ladder, subject: Noun, on: date | None) -> cp.Outcome:
    def truth(criterion: n.Criterion) -> cp.Truth:
        return cp.evaluate(criterion, subject, on=on).truth

    if isinstance(duty, Rule):
        applies, requires = truth(pick(duty.applies, {})), truth(pick(duty.requires, {}))
    else:
        kept, any_applies = cp.Truth.TRUE, cp.Truth.FALSE
        for rung in duty.rungs:
            asked, held = truth(pick(rung.applies, {})), truth(pick(rung.requires, {}))
            kept = (~asked | held) & (kept | (asked & held))
            any_applies |= asked
        applies, requires = truth(pick(duty.who, {})) & any_applies, kept
    if applies is cp.Truth.FALSE:
        return _O.NOT_APPLICABLE
    outcomes = {cp.Truth.TRUE: _O.MET, cp.Truth.FALSE: _O.NOT_MET, cp.Truth.UNKNOWN: _O.UNKNOWN}
    return outcomes[~applies | requires]


def askings(chance: Random, plans: Sequence[Plan], pairs: int) -> Iterator[Asking]:
    """Yield plans with subjects that make up about so many pairs of a subject and a finding."""
    asked = _asked(plans)
    each = -(-pairs // max(findings_of(plans), 1))
    for plan, noun, readings in asked:
        criteria = [one for duty in _duties(plan, noun) for one in _criteria(duty)]
        dated = any(map(counts_to_day, criteria))
        for start in range(0, each, ROWS):
            on = chance.choice([None, *DAYS]) if dated else None
            made = subjects(chance, noun, criteria, min(ROWS, each - start), on)
            yield Asking(plan, noun, made, readings, on, exact=chance.random() < 1 / 2)


def findings_of(plans: Sequence[Plan]) -> int:
    """Return how many findings there are in all that is asked."""
    return sum(len(_duties(plan, noun)) for plan, noun, _ in _asked(plans))


def _asked(plans: Sequence[Plan]) -> list[tuple[Plan, type[Noun], dict[str, str]]]:
    return [
        (plan, noun, readings)
        for plan in plans
        for noun in _nouns(plan)
        for readings in _readings(plan, noun)
    ]


def _criteria(duty: Rule | Ladder) -> Iterator[n.Criterion]:
    return (criterion for part in duty.with_parts() for criterion in criteria_in(part))


def _nouns(plan: Plan) -> list[type[Noun]]:
    duties = (*plan.rules, *plan.ladders)
    return [*dict.fromkeys(noun for duty in duties if (noun := duty.noun()) is not None)]


def _duties(plan: Plan, noun: type[Noun]) -> list[Rule | Ladder]:
    duties: tuple[Rule | Ladder, ...] = (*plan.rules, *plan.ladders)
    return [duty for duty in duties if duty.noun() in noun.__mro__]


def _readings(plan: Plan, noun: type[Noun]) -> Iterator[dict[str, str]]:
    """Yield the defaults, then each other option by itself that the duties depend on."""
    yield {}
    used = {name for duty in _duties(plan, noun) for name in duty.interpretations()}
    for one in plan.interpretations:
        if one.id in used:
            yield from ({one.id: option.id} for option in one.options if option.id != one.default)
