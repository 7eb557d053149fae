"""Assess a subject against a plan: what it demands, grants and means, clause by clause."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs

from careplan.base.errors import check_type
from careplan.base.truth import Truth
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evaluation import looked_at
from careplan.criteria.steps import Facts
from careplan.documents.clauses import Clause, Reading, readings_used
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Definition, Rule
from careplan.documents.scales.ladders import Ladder
from careplan.fields.declaring import Noun
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.duties import LadderAsked, RuleAsked, missing
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding

_C = TypeVar("_C", Rule, Ladder, Benefit, Definition)


def assess(
    subject: Noun,
    plan: Plan,
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Assessment:
    """Say what `plan` demands of and grants to `subject`, clause by clause.

    Only rules and ladders about the subject's noun are read; `readings` chooses options of the
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
    seen = Facts(subject, day_asked(on))
    asked = _asked(plan, type(subject), plan.read_as(readings))
    return Assessment(
        plan_id=plan.id,
        document=plan.document.title,
        subject=subject,
        findings=tuple(duty.find(seen) for duty in asked.duties),
        benefits=tuple(_offer(benefit, seen, used) for benefit, used in asked.benefits),
        definitions=tuple(_term(term, seen, used) for term, used in asked.definitions),
        readings=asked.readings,
        on=seen.on,
    )


@attrs.frozen
class _Asked:
    """What a plan says about a noun under some readings, each with the readings it depends on."""

    duties: tuple[RuleAsked | LadderAsked, ...]
    benefits: tuple[tuple[Benefit, tuple[Reading, ...]], ...]
    definitions: tuple[tuple[Definition, tuple[Reading, ...]], ...]
    readings: tuple[Reading, ...]


def _asked(plan: Plan, noun: type[Noun], taken: Mapping[str, str]) -> _Asked:
    """Return what does not depend on the subject; the plan keeps it for the next one."""

    def ask() -> _Asked:
        duties = tuple(_duties(plan, noun, taken))
        benefits = tuple(_about(plan.benefits, plan, noun, taken))
        definitions = tuple(_about(plan.definitions, plan, noun, taken))
        each = (
            *(one.readings for one in duties),
            *(own for _, own in benefits),
            *(own for _, own in definitions),
        )
        used = {reading.interpretation.id for own in each for reading in own}
        readings = readings_used(plan.interpretations, used, taken)
        return _Asked(duties, benefits, definitions, readings)

    return plan.once((_asked, noun, *taken.values()), ask)


def _duties(
    plan: Plan, noun: type[Noun], taken: Mapping[str, str]
) -> Iterable[RuleAsked | LadderAsked]:
    """Return rules and ladders, these among the rules where their clauses stand."""
    rules = [RuleAsked.of(*one) for one in _about(plan.rules, plan, noun, taken)]
    ladders = [LadderAsked.of(*one) for one in _about(plan.ladders, plan, noun, taken)]
    if not ladders:
        return rules
    order = {clause: place for place, clause in enumerate(plan.clauses)}
    placed: list[tuple[Clause, RuleAsked | LadderAsked]] = [
        *((one.rule.clause, one) for one in rules),
        *((one.ladder.clause, one) for one in ladders),
    ]
    return [one for _, one in sorted(placed, key=lambda pair: order[pair[0]])]


def _about(
    objects: Iterable[_C], plan: Plan, noun: type[Noun], taken: Mapping[str, str]
) -> Iterator[tuple[_C, tuple[Reading, ...]]]:
    for cited in objects:
        about = cited.noun()
        if about is not None and issubclass(noun, about) and cited.holds_under(taken):
            used = readings_used(plan.interpretations, cited.interpretations(), taken)
            yield cited.read(taken), used


def _offer(benefit: Benefit, facts: Facts, readings: tuple[Reading, ...]) -> BenefitFinding:
    truth, seen = _seen(benefit.condition, facts)
    return BenefitFinding(benefit=benefit, condition=truth, readings=readings, **seen)


def _term(term: Definition, facts: Facts, readings: tuple[Reading, ...]) -> DefinitionFinding:
    truth, seen = _seen(term.criterion, facts)
    return DefinitionFinding(definition=term, falls_under=truth, readings=readings, **seen)


def _seen(criterion: Any, facts: Facts) -> tuple[Truth, dict[str, Any]]:
    """Return whether a criterion that was read holds, and what was seen and is missing."""
    found = looked_at(criterion, facts)
    asked = missing(criterion, found.truth, facts)
    return found.truth, {"evidence": found.evidence, "missing": asked}
