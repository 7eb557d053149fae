"""What a plan says of each row: what is asked of it, and the outcomes of that as SQL."""

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
from careplan.sql.joining import FALSE, TRUE, all_of, any_of, deny
from careplan.verbs.assessing.asking import duties_read

Column = Mapping[n.Criterion, str]


@attrs.frozen
class Asked:
    """A duty that was read: a rule, or a ladder as one."""

    duty: Rule | Ladder

    @property
    def id(self) -> str:
        """The number its finding goes by."""
        return self.duty.id

    @property
    def binds(self) -> bool:
        """Whether it counts towards the outcome of the whole."""
        return self.duty.force is Force.BINDING

    def criteria(self) -> Iterator[n.Criterion]:
        """Yield all that is to be known of a row."""
        if isinstance(self.duty, Rule):
            yield from _halves(self.duty)
            return
        yield pick(self.duty.who, {})
        for rung in self.duty.rungs:
            yield from _halves(rung)

    def applies(self, known: Column) -> str:
        """Return whether the duty applies: of a ladder, whether some rung does."""
        if isinstance(self.duty, Rule):
            return known[pick(self.duty.applies, {})]
        some = any_of(known[pick(rung.applies, {})] for rung in self.duty.rungs)
        return all_of([known[pick(self.duty.who, {})], some])

    def kept(self, known: Column) -> tuple[str, str]:
        """Return whether what is owed is kept, and whether it is not; neither is unknown.

        Of a ladder it is kept if every rung that may bind is, and not if none of them is.
        """
        if isinstance(self.duty, Rule):
            requires = known[pick(self.duty.requires, {})]
            return requires, deny(requires)
        rungs = list(_binding(self.duty, known))
        return (
            all_of(any_of([deny(binds), requires]) for binds, requires in rungs),
            all_of(any_of([deny(binds), deny(requires)]) for binds, requires in rungs),
        )

    def outcome(self, known: Column) -> str:
        """Return the outcome as its text."""
        applies = self.applies(known)
        kept, broken = self.kept(known)
        cases = [
            (deny(applies), Outcome.NOT_APPLICABLE),
            (kept, Outcome.MET),
            (all_of([applies, broken]), Outcome.NOT_MET),
        ]
        return by_case(cases, Outcome.UNKNOWN)

    def settled(self, known: Column) -> str:
        """Return the duty as one truth: kept or not applicable, broken, or unknown."""
        applies = self.applies(known)
        kept, broken = self.kept(known)
        if isinstance(self.duty, Rule):
            return any_of([deny(applies), kept])
        done = any_of([deny(applies), kept])
        return f"(CASE WHEN {done} THEN TRUE WHEN {all_of([applies, broken])} THEN FALSE END)"


def by_case(cases: list[tuple[str, Outcome]], otherwise: Outcome) -> str:
    """Return the first outcome whose case is so, as its text; what can never be is left out."""
    kept: list[str] = []
    for case, outcome in cases:
        if case == TRUE:
            otherwise = outcome
            break
        if case != FALSE:
            kept.append(f"WHEN {case} THEN '{outcome.value}'")
    return f"CASE {' '.join(kept)} ELSE '{otherwise.value}' END" if kept else f"'{otherwise.value}'"


def whole_outcome(asked: list[Asked], known: Column) -> str:
    """Return the outcome of all that binds, as an assessment says it."""
    binding = [one for one in asked if one.binds]
    kept = all_of(one.settled(known) for one in binding)
    applies = any_of(one.applies(known) for one in binding)
    if not binding:
        return f"'{Outcome.NOT_APPLICABLE.value}'"
    cases = [
        (all_of([kept, deny(applies)]), Outcome.NOT_APPLICABLE),
        (kept, Outcome.MET),
        (deny(kept), Outcome.NOT_MET),
    ]
    return by_case(cases, Outcome.UNKNOWN)


def asked_of(
    plan: Plan, noun: type[Noun], readings: Mapping[str, str] | None, on: date | None
) -> list[Asked]:
    """Return the duties of a plan for a noun, in the document's order, as they are read."""
    return [Asked(duty) for duty in duties_read(plan, noun, readings, on)]


def _halves(duty: Any) -> Iterator[n.Criterion]:
    yield pick(duty.applies, {})
    yield pick(duty.requires, {})


def _binding(ladder: Ladder, known: Column) -> Iterator[tuple[str, str]]:
    """Yield of each rung whether it binds, no higher one applying, and what it requires."""
    who = known[pick(ladder.who, {})]
    applying = [known[pick(rung.applies, {})] for rung in ladder.rungs]
    for place, rung in enumerate(ladder.rungs):
        above = map(deny, applying[place + 1 :])
        yield all_of([who, applying[place], *above]), known[pick(rung.requires, {})]
