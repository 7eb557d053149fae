"""Assess a subject against a plan: what it demands, grants and means, clause by clause."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs

from careplan.base.errors import check_type
from careplan.base.truth import Truth
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evaluation import looked_at, truth_about
from careplan.criteria.nodes import Criterion, any_of, not_
from careplan.criteria.residuals import facts_of, left_by
from careplan.criteria.steps import Facts
from careplan.documents.clauses import Reading, readings_used
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Definition, Rule
from careplan.fields.declaring import Noun
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding

_C = TypeVar("_C", Rule, Benefit, Definition)


def assess(
    subject: Noun,
    plan: Plan,
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Assessment:
    """Say what `plan` demands of and grants to `subject`, clause by clause.

    Only rules about the subject's noun are read; `readings` chooses options of the
    plan's interpretations by id. `on` is the day asked, up to which elapsed time is counted:
    without it what depends on it is unknown, and `missing` names `on`. Raises InvalidInput for a
    subject that is no noun, a plan that is none or an `on` that is no day (a datetime is none),
    NotFound for an unknown reading.

    >>> import careplan as cp
    >>> venue = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[])
    >>> cp.assess(venue, cp.get_plan("shuangliao_2021")).missing
    ('building_area_m2',)
    """
    check_type(subject, Noun, "subject")
    check_type(plan, Plan, "plan")
    day = day_asked(on)
    asked = _asked(plan, type(subject), plan.read_as(readings))
    return Assessment(
        plan_id=plan.id,
        document=plan.document.title,
        subject=subject,
        findings=tuple(
            _find(rule, duty, Facts(subject, day), used) for rule, duty, used in asked.rules
        ),
        benefits=tuple(
            _offer(benefit, Facts(subject, day), used) for benefit, used in asked.benefits
        ),
        definitions=tuple(
            _term(term, Facts(subject, day), used) for term, used in asked.definitions
        ),
        readings=asked.readings,
        on=day,
    )


@attrs.frozen
class _Asked:
    """What a plan says about a noun under some readings, each with the readings it depends on.

    Of a rule also the duty: that it does not apply, or what it requires.
    """

    rules: tuple[tuple[Rule, Criterion, tuple[Reading, ...]], ...]
    benefits: tuple[tuple[Benefit, tuple[Reading, ...]], ...]
    definitions: tuple[tuple[Definition, tuple[Reading, ...]], ...]
    readings: tuple[Reading, ...]


def _asked(plan: Plan, noun: type[Noun], taken: Mapping[str, str]) -> _Asked:
    """Return what does not depend on the subject; the plan keeps it for the next one."""

    def ask() -> _Asked:
        rules = tuple(
            # What is missing is asked of the duty as a whole: a fact that would show that the rule
            # does not apply settles it as well as one that shows that it is kept.
            (rule, any_of(not_(rule.applies), rule.requires), used)
            for rule, used in _about(plan.rules, plan, noun, taken)
        )
        benefits = tuple(_about(plan.benefits, plan, noun, taken))
        definitions = tuple(_about(plan.definitions, plan, noun, taken))
        each = (
            *(own for _, _, own in rules),
            *(own for _, own in benefits),
            *(own for _, own in definitions),
        )
        used = {reading.interpretation.id for own in each for reading in own}
        readings = readings_used(plan.interpretations, used, taken)
        return _Asked(rules, benefits, definitions, readings)

    return plan.once((_asked, noun, *taken.values()), ask)


def _about(
    objects: Iterable[_C], plan: Plan, noun: type[Noun], taken: Mapping[str, str]
) -> Iterator[tuple[_C, tuple[Reading, ...]]]:
    for cited in objects:
        about = cited.noun()
        if about is not None and issubclass(noun, about) and cited.holds_under(taken):
            used = readings_used(plan.interpretations, cited.interpretations(), taken)
            yield cited.read(taken), used


def _find(rule: Rule, duty: Criterion, facts: Facts, readings: tuple[Reading, ...]) -> Finding:
    # The rule was read (`_about`), so no reading is left to take.
    who = looked_at(pick(rule.applies, {}), facts)
    what = looked_at(pick(rule.requires, {}), facts)
    # "Does not apply" is what a clerk misreads as "is exempt": only then is there a note.
    notes = rule.otherwise if who.truth is Truth.FALSE else ()
    holding = (
        one.text for one in notes if truth_about(one.when, facts.subject, facts.on) is Truth.TRUE
    )
    return Finding(
        rule=rule,
        applies=who.truth,
        requires=what.truth,
        applies_evidence=who.evidence,
        requires_evidence=what.evidence,
        missing=_missing(duty, ~who.truth | what.truth, facts),
        readings=readings,
        note=next(holding, None),
    )


def _offer(benefit: Benefit, facts: Facts, readings: tuple[Reading, ...]) -> BenefitFinding:
    truth, seen = _seen(benefit.condition, facts)
    return BenefitFinding(benefit=benefit, condition=truth, readings=readings, **seen)


def _term(term: Definition, facts: Facts, readings: tuple[Reading, ...]) -> DefinitionFinding:
    truth, seen = _seen(term.criterion, facts)
    return DefinitionFinding(definition=term, falls_under=truth, readings=readings, **seen)


def _seen(criterion: Any, facts: Facts) -> tuple[Truth, dict[str, Any]]:
    """Return whether a criterion that was read holds, and what was seen and is missing."""
    truth, evidence = attrs.astuple(looked_at(criterion, facts), recurse=False)
    return truth, {"evidence": evidence, "missing": _missing(criterion, truth, facts)}


def _missing(criterion: Any, truth: Truth, facts: Facts) -> tuple[str, ...]:
    """Return what is still to be stated; nothing is, once the truth is settled."""
    return facts_of(left_by(criterion, facts)) if truth is Truth.UNKNOWN else ()
