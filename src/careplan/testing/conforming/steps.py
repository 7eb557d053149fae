"""The cases of ladders and gradings for conformance: the subjects on which rungs and grades turn.

Each rung has its own cases among the duties; here is what the whole comes to.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from careplan.criteria.residuals import facts_of
from careplan.documents.clauses import Force
from careplan.documents.plan import Plan
from careplan.documents.rules import criteria_in
from careplan.documents.scales.grades import Grading
from careplan.documents.scales.ladders import Ladder
from careplan.testing.cases.days import DAY, asks_day
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.variants import ids_of
from careplan.testing.conforming.sums import settled_by_ends
from careplan.verbs.assessing.duties import LadderAsked
from careplan.verbs.assessing.seeing import Questions
from careplan.verbs.grading import grade


def steps_and_grades(
    plan: Plan, cases: Iterable[BoundaryCase], classes: Iterable[BoundaryCase]
) -> dict[str, Any]:
    """Return the sections "ladders" and "gradings", each only of a plan that has any."""
    found: dict[str, Any] = {}
    if plan.ladders:
        listed = list(cases)
        found["ladders"] = [
            section for ladder in plan.ladders for section in _of_ladder(ladder, listed)
        ]
    if plan.gradings:
        listed = list(classes)
        found["gradings"] = [
            section
            for grading in plan.gradings.values()
            for section in _of_grading(grading, listed)
        ]
    return found


def undecided(plan: Plan, without: Iterable[str]) -> Iterator[str]:
    """Yield the terms and grades without a case, and their facts, but terms of no facts.

    Who falls under those no fact says, so that there is nothing to try.
    """
    silent = {one.id for one in plan.definitions if not any(map(facts_of, criteria_in(one)))}
    yield from (one for one in without if one not in silent)


def _of_ladder(ladder: Ladder, cases: Iterable[BoundaryCase]) -> Iterator[dict[str, Any]]:
    """Yield a ladder under each way to read it, with the subjects of its rungs' cases."""
    own = [case for case in cases if case.number in ids_of(ladder)]
    for readings, subjects in _by_readings(own):
        questions = Questions()
        asked = LadderAsked.of(ladder.read(readings), (), questions.place)
        criteria = [one for part in asked.ladder.with_parts() for one in criteria_in(part)]
        on = DAY if asks_day(criteria) else None
        yield {
            "id": ladder.id,
            "clause": ladder.clause.number,
            "readings": readings,
            "binding": ladder.force is Force.BINDING,
            "who": asked.ladder.who,
            "rungs": [
                {"id": one.id, "applies": one.applies, "requires": one.requires}
                for one in asked.ladder.rungs
            ],
            "cases": [
                {
                    "subject": one,
                    "expected": asked.outcome(questions.asked_of(one, on)),
                    **_asked_on(on),
                }
                for one in subjects
                if settled_by_ends(criteria, one, on)
            ],
        }


def _of_grading(grading: Grading, cases: Iterable[BoundaryCase]) -> Iterator[dict[str, Any]]:
    """Yield a grading under each way to read it, with the subjects of its grades' cases."""
    own = [case for case in cases if case.grading is grading]
    for readings, subjects in _by_readings(own):
        on = DAY if asks_day(one for _, one in grading.at_least(readings)) else None
        criteria = grading.at_least(readings, on)
        yield {
            "grading": grading.key,
            "clause": grading.clause.number,
            "readings": readings,
            "exclusive": grading.exclusive,
            "grades": [{"key": one.key, "at_least": criterion} for one, criterion in criteria],
            "cases": [
                _grade_case(one, grading, readings, on)
                for one in subjects
                if settled_by_ends((criterion for _, criterion in criteria), one, on)
            ],
        }


def _grade_case(
    subject: Any, grading: Grading, readings: Mapping[str, str], on: date | None
) -> dict[str, Any]:
    found = grade(subject, grading, readings=readings, on=on)
    expected = {"low": found.low, "high": found.high}
    return {"subject": subject, "expected": expected, **_asked_on(on)}


def _asked_on(on: date | None) -> dict[str, Any]:
    return {} if on is None else {"on": on}


def _by_readings(
    cases: Iterable[BoundaryCase],
) -> Iterator[tuple[Mapping[str, str], list[Any]]]:
    """Yield each choice of readings with the subjects tried under it, each once."""
    grouped: dict[frozenset[Any], tuple[Mapping[str, str], list[Any]]] = {}
    for case in cases:
        key = frozenset(case.readings.items())
        _, subjects = grouped.setdefault(key, (case.readings, []))
        if case.subject not in subjects:
            subjects.append(case.subject)
    yield from grouped.values()
