"""careplan's own ways to answer a task: one by one, in a stream, in data frames, in SQL."""

from collections.abc import Sequence
from typing import Any

import careplan as cp
from benchmarks.measuring import Way, by_subject
from benchmarks.tasks import Task
from careplan.verbs.assessing.assessments import Assessment

TRUTHS = {cp.Truth.TRUE: True, cp.Truth.FALSE: False, cp.Truth.UNKNOWN: None}
# Of whom a duty is not has kept it, as "not applies, or requires" says.
OUTCOMES = {
    cp.Outcome.MET: True,
    cp.Outcome.NOT_APPLICABLE: True,
    cp.Outcome.NOT_MET: False,
    cp.Outcome.UNKNOWN: None,
}
BY_VALUE = {outcome.value: kept for outcome, kept in OUTCOMES.items()}
COMPILED, OUTCOME, STREAM = "cp.compiled", "cp.assess, outcome", "cp.outcomes"
EVALUATE, EXPLAINED = "cp.evaluate", "cp.assess, explained"


def explained(found: Assessment[Any]) -> object:
    """Work out all that an assessment can say: evidence, what is missing, readings."""
    listed: Sequence[Any] = found.found
    return [(one.evidence, one.missing, one.readings) for one in listed], found.missing


def one_by_one(task: Task, subjects: Sequence[Any], rows: int) -> list[Way]:
    """Return the ways that take a noun at a time, and the stream of outcomes."""

    def outcome(subject: Any) -> cp.Outcome:
        return cp.assess(subject, task.plan).outcome

    def in_full(subject: Any) -> cp.Outcome:
        found = cp.assess(subject, task.plan)
        explained(found)
        return found.outcome

    def stream(number: int) -> None:
        start = number * rows % len(subjects)
        for _ in cp.outcomes(subjects[start : start + rows], task.plan):
            pass

    def streamed() -> list[bool | None]:
        found = cp.outcomes(subjects, task.plan)
        return [OUTCOMES[row["outcome"]] for row in found]

    def seen(one: Any) -> bool | None:
        return TRUTHS[one.truth]

    def truth(one: Any) -> bool | None:
        return TRUTHS[one]

    def of_outcome(one: Any) -> bool | None:
        return OUTCOMES[one]

    def evaluated(subject: Any) -> Any:
        return cp.evaluate(task.criterion, subject)

    return [
        by_subject(COMPILED, cp.compiled(task.criterion), subjects, truth, rows),
        by_subject(OUTCOME, outcome, subjects, of_outcome, rows),
        Way(STREAM, stream, rows, streamed),
        by_subject(EVALUATE, evaluated, subjects, seen, rows),
        by_subject(EXPLAINED, in_full, subjects, of_outcome, rows),
    ]
