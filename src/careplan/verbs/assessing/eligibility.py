"""Assess a subject against a plan: what it demands, grants and means, clause by clause."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.truth import Truth
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evaluation import looked_at
from careplan.criteria.steps import Facts
from careplan.documents.clauses import Clause, Reading, readings_used
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Definition, Read, Rule
from careplan.documents.scales.ladders import Ladder
from careplan.fields.checking import arguments
from careplan.fields.declaring import Noun
from careplan.fields.kinds import DayKind
from careplan.fields.subjects import Subject
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.duties import LadderAsked, RuleAsked, missing
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding

if TYPE_CHECKING:
    from careplan.documents.several import Standing
    from careplan.verbs.assessing.several import Assessments, NotAsked

_C = TypeVar("_C", Rule, Ladder, Benefit, Definition)


@overload
def assess(
    subject: Subject,
    plan: Plan,
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Assessment[Subject]: ...
@overload
def assess(
    subject: Subject,
    plan: Iterable[Plan],
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> "Assessments[Subject]": ...
def assess(
    subject: Subject,
    plan: Plan | Iterable[Plan],
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> "Assessment[Subject] | Assessments[Subject]":
    """Say what `plan` demands of and grants to `subject`, clause by clause.

    Only rules and ladders about the subject's noun are read; `readings` chooses options of the
    plan's interpretations by id. `on` is the day asked, up to which elapsed time is counted:
    without it what depends on it is unknown, and `missing` names `on`. What of the plan is not
    in force on that day is left out.

    One plan is asked whatever its validity; the answer for a day says whether it is in force.
    Of several plans each is asked by itself that is in force on the day, or may be; without a
    day all are. Nothing of one fills a gap of another. Readings are shared by those that know
    them. The answer has an assessment by each, and the worst outcome.

    Raises InvalidInput for a subject that is no noun, what is no plan, plans that share an id
    or an `on` that is no day (a datetime is none), NotFound for an unknown reading.

    >>> import careplan as cp
    >>> venue = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[])
    >>> cp.assess(venue, cp.get_plan("shuangliao_2021")).missing
    ('building_area_m2',)
    >>> several = cp.assess(venue, [cp.get_plan("shuangliao_2021"), cp.get_plan("shiyan_2021")])
    >>> several.outcome, several["shiyan_2021"].outcome
    (Outcome.UNKNOWN, Outcome.NOT_APPLICABLE)
    """
    check_type(subject, Noun, "subject")
    seen = Facts(subject, day_asked(on))
    if isinstance(plan, Plan):
        held = None if seen.on is None else plan.document.holds_on(seen.on)
        return _assessed(seen, plan, plan.read_as(readings), held)
    from careplan.documents.several import Standing, plans_apart, shared_readings, standings
    from careplan.verbs.assessing.several import Assessments

    listed = plans_apart(plan, "plan")
    if not listed:
        raise InvalidInput([Problem("plan", "nothing_listed", listed)])
    standing = (
        tuple(Standing(one, Truth.TRUE) for one in listed)
        if seen.on is None
        else standings(listed, seen.on)
    )
    asked = [one for one in standing if one.in_force is not Truth.FALSE]
    return Assessments(
        assessments=tuple(
            _standing(one, seen, shared_readings(one.plan, listed, readings)) for one in asked
        ),
        not_asked=tuple(_not_asked(one) for one in standing if one not in asked),
        on=seen.on,
    )


def in_force(plans: Plan | Iterable[Plan], on: date) -> tuple[Plan, ...]:
    """Return the plans that are in force on a day, or may be, in their order.

    A draft is not, nor what is repealed, not yet in force, or superseded by another of `plans` that
    has taken effect, be it over by then. Where nothing says, a plan may be:
    `plan.document.holds_on(day)` tells the two apart. Plans are compared in pairs. Raises
    InvalidInput for anything but plans with ids of their own and a date.

    >>> import careplan as cp
    >>> plans = [cp.get_plan("dawa_2023"), cp.get_plan("shiyan_2021")]
    >>> [plan.id for plan in cp.in_force(plans, date(2022, 1, 1))]
    ['shiyan_2021']
    """
    from careplan.documents.several import plans_apart, standings

    (day,) = arguments(on=(DayKind(), on))
    found = standings(plans_apart(plans), day)
    return tuple(one.plan for one in found if one.in_force is not Truth.FALSE)


def _standing(one: "Standing", seen: Facts, taken: Mapping[str, str]) -> Assessment[Any]:
    """Return the assessment by one of several plans, which may have been superseded."""
    found = _assessed(seen, one.plan, taken, None if seen.on is None else one.in_force)
    if one.superseded_by is None:
        return found
    return attrs.evolve(found, may_be_superseded_by=one.superseded_by.document.title)


def _not_asked(one: "Standing") -> "NotAsked":
    from careplan.verbs.assessing.several import NotAsked

    document, later = one.plan.document, one.superseded_by
    return NotAsked(
        plan_id=one.plan.id,
        document=document.title,
        in_force=document.in_force,
        issued_on=document.issued_on,
        superseded_by=None if later is None else later.document.title,
    )


def _assessed(
    seen: Facts, plan: Plan, taken: Mapping[str, str], held: Truth | None
) -> Assessment[Any]:
    subject: Any = seen.subject
    asked = _asked(plan, type(subject), taken, seen.on)
    return Assessment(
        plan_id=plan.id,
        document=plan.document.title,
        subject=subject,
        findings=tuple(duty.find(seen) for duty in asked.duties),
        benefits=tuple(_offer(benefit, seen, used) for benefit, used in asked.benefits),
        definitions=tuple(_term(term, seen, used) for term, used in asked.definitions),
        readings=asked.readings,
        on=seen.on,
        in_force=held,
        not_in_force=asked.left_out,
        plan=plan,
    )


@attrs.frozen
class _Asked:
    """What a plan says about a noun under some readings, each with the readings it depends on."""

    duties: tuple[RuleAsked | LadderAsked, ...]
    benefits: tuple[tuple[Benefit, tuple[Reading, ...]], ...]
    definitions: tuple[tuple[Definition, tuple[Reading, ...]], ...]
    readings: tuple[Reading, ...]
    left_out: tuple[str, ...]


def _asked(plan: Plan, noun: type[Noun], taken: Mapping[str, str], on: date | None) -> _Asked:
    """Return what does not depend on the subject; the plan keeps it for the next one."""
    # Most plans hold nothing that is in force for a time of its own: one answer for every day.
    day = on if on is not None and plan.is_dated else None

    def ask() -> _Asked:
        duties = tuple(_duties(plan, noun, taken, day))
        benefits = tuple(_about(plan.benefits, plan, noun, taken, day))
        definitions = tuple(_about(plan.definitions, plan, noun, taken, day))
        each = (
            *(one.readings for one in duties),
            *(own for _, own in benefits),
            *(own for _, own in definitions),
        )
        used = {reading.interpretation.id for own in each for reading in own}
        readings = readings_used(plan.interpretations, used, taken)
        out = tuple(_not_in_force(plan, noun, taken, day))
        return _Asked(duties, benefits, definitions, readings, out)

    return plan.once((_asked, noun, day, *taken.values()), ask)


def _not_in_force(
    plan: Plan, noun: type[Noun], taken: Mapping[str, str], on: date | None
) -> Iterator[str]:
    """Yield the ids of what would be asked of a noun, and is not in force on the day."""
    for cited in (*plan.rules, *plan.ladders, *plan.benefits, *plan.definitions):
        if _is_about(cited, noun) and cited.holds_under(taken) and not cited.may_be_in_force(on):
            yield cited.id


def _is_about(cited: Read, noun: type[Noun]) -> bool:
    about = cited.noun()
    return about is not None and issubclass(noun, about)


def _duties(
    plan: Plan, noun: type[Noun], taken: Mapping[str, str], on: date | None
) -> Iterable[RuleAsked | LadderAsked]:
    """Return rules and ladders, these among the rules where their clauses stand."""
    rules = [RuleAsked.of(*one) for one in _about(plan.rules, plan, noun, taken, on)]
    ladders = [LadderAsked.of(*one) for one in _about(plan.ladders, plan, noun, taken, on)]
    if not ladders:
        return rules
    order = {clause: place for place, clause in enumerate(plan.clauses)}
    placed: list[tuple[Clause, RuleAsked | LadderAsked]] = [
        *((one.rule.clause, one) for one in rules),
        *((one.ladder.clause, one) for one in ladders),
    ]
    return [one for _, one in sorted(placed, key=lambda pair: order[pair[0]])]


def _about(
    objects: Iterable[_C],
    plan: Plan,
    noun: type[Noun],
    taken: Mapping[str, str],
    on: date | None,
) -> Iterator[tuple[_C, tuple[Reading, ...]]]:
    for cited in objects:
        if _is_about(cited, noun) and cited.holds_under(taken, on):
            used = readings_used(plan.interpretations, cited.interpretations(), taken)
            yield cited.read(taken, on), used


def _offer(benefit: Benefit, facts: Facts, readings: tuple[Reading, ...]) -> BenefitFinding:
    truth, seen = _seen(benefit.condition, facts)
    counted = benefit.counted(facts.subject)
    return BenefitFinding(
        benefit=benefit, condition=truth, readings=readings, units=counted, **seen
    )


def _term(term: Definition, facts: Facts, readings: tuple[Reading, ...]) -> DefinitionFinding:
    truth, seen = _seen(term.criterion, facts)
    return DefinitionFinding(definition=term, falls_under=truth, readings=readings, **seen)


def _seen(criterion: Any, facts: Facts) -> tuple[Truth, dict[str, Any]]:
    """Return whether a criterion that was read holds, and what was seen and is missing."""
    found = looked_at(criterion, facts)
    asked = missing(criterion, found.truth, facts)
    return found.truth, {"evidence": found.evidence, "missing": asked}
