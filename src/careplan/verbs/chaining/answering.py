"""Ask several plans of which some answer facts that others read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from careplan.base.errors import InvalidInput, Problem
from careplan.base.messages import show
from careplan.base.refusing.phrases import Both
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.criteria.residuals import facts_of
from careplan.documents.clauses import Clause, Force
from careplan.documents.coverage import known_of
from careplan.documents.plan import Plan
from careplan.documents.rules import criteria_in
from careplan.documents.support import OWN, KnownFrom, Support
from careplan.fields.declaring import Noun
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.chaining.answered import Answered
from careplan.verbs.chaining.ordering import in_order

_WEAKNESS = (Support.OWN_TEXT, Support.SOLID, Support.CORROBORATED, Support.UNSEEN)


# Asks a plan about the subject, with what others answered of the facts that it reads.
Ask = Callable[[tuple[Answered, ...]], Assessment[Any]]


def asked_in_order(
    subject: Noun, several: Iterable[tuple[Plan, Ask]], wish: Mapping[str, str]
) -> tuple[Assessment[Any], ...]:
    """Return an assessment by each plan, in the order given, with what others answered for it.

    Raises InvalidInput for plans that wait for each other in a circle, and where the subject
    states a fact that the plan which answers it answers otherwise.
    """
    by_id = {plan.id: (plan, ask) for plan, ask in several}
    reads = {key: _read_by(plan, type(subject)) for key, (plan, _) in by_id.items()}
    found: dict[str, Assessment[Any]] = {}
    given: dict[str, Answered] = {}
    problems: list[Problem] = []
    for plan_id in in_order(reads, wish):
        plan, ask = by_id[plan_id]
        taken = tuple(
            given[fact]
            for fact, by in wish.items()
            if by != plan_id and fact in given and fact in reads[plan_id]
        )
        found[plan_id] = ask(taken)
        for fact in (fact for fact, by in wish.items() if by == plan_id):
            one, stated = answered_by(found[plan_id], plan, fact), getattr(subject, fact)
            if stated is None or stated == one.value:
                given[fact] = one
            elif one.value is not None:
                problems.append(_otherwise(one, stated=stated))
    if problems:
        raise InvalidInput(problems)
    return tuple(found[one] for one in by_id)


def answered_by(assessment: Assessment[Any], plan: Plan, fact: str) -> Answered:
    """Return what an assessment by a plan answers of a fact of its subject."""
    outcome = assessment.outcome
    deciding = [
        one
        for one in assessment.findings
        if one.force is Force.BINDING
        and one.outcome is outcome
        and outcome is not Outcome.NOT_APPLICABLE
    ]
    clauses = tuple(dict.fromkeys(clause for one in deciding for clause in _clauses(one)))
    each = [
        *(known_of(clause, plan.document) for clause in clauses),
        *(other.known_from or OWN for one in deciding for other in one.answered),
    ]
    known = max(each, key=_weakness, default=OWN)
    return Answered(
        noun=type(assessment.subject),
        fact=fact,
        plan_id=plan.id,
        document=assessment.document,
        outcome=outcome,
        clauses=clauses,
        known_from=None if known.support is Support.OWN_TEXT else known,
        missing=assessment.missing if outcome is Outcome.UNKNOWN else (),
    )


def _clauses(finding: Finding | LadderFinding) -> tuple[Clause, ...]:
    """Return the clause of a duty; of a ladder those of the rungs that bind, or may."""
    return finding.cited if isinstance(finding, LadderFinding) else (finding.clause,)


def _weakness(known: KnownFrom) -> tuple[int, bool]:
    return _WEAKNESS.index(known.support), not known.official


def _read_by(plan: Plan, noun: type[Noun]) -> frozenset[str]:
    """Return the facts of a noun that a plan reads, under whichever reading, on whatever day."""
    return plan.once((_read_by, noun), lambda: frozenset(_facts_read(plan, noun)))


def _facts_read(plan: Plan, noun: type[Noun]) -> Iterator[str]:
    for cited in (*plan.rules, *plan.ladders, *plan.benefits, *plan.definitions):
        about = cited.noun()
        if about is None or not issubclass(noun, about):
            continue
        for part in cited.with_parts():
            for criterion in criteria_in(part):
                yield from facts_of(criterion)


def _otherwise(one: Answered, *, stated: bool) -> Problem:
    """Return the problem of a fact that is stated and answered otherwise."""
    said = {
        "answered": Both(show(one.value, "zh"), str(one.value)),
        "document": Both(one.document.get("zh"), one.document.get("en")),
        "locators": Both(one.locators("zh"), one.locators("en")),
    }
    place = Text(zh=one.label("zh"), en=one.label("en"))
    return Problem(one.fact, "answered_otherwise", stated, said, place=place)
