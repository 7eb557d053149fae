"""Assess a subject against a plan: what it demands, grants and means, clause by clause."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, overload

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.truth import Truth
from careplan.criteria.elapsing import day_asked
from careplan.documents.plan import Plan
from careplan.fields.checking import arguments
from careplan.fields.declaring import Noun
from careplan.fields.kinds import DayKind
from careplan.fields.subjects import Subject
from careplan.verbs.assessing.asking import asked_of
from careplan.verbs.assessing.assessments import Assessment

if TYPE_CHECKING:
    from careplan.documents.several import Standing
    from careplan.verbs.assessing.several import Assessments, NotAsked
    from careplan.verbs.chaining.answered import Answered
    from careplan.verbs.chaining.answering import Ask


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
    answer: Mapping[str, str] | None = None,
) -> "Assessments[Subject]": ...
def assess(
    subject: Subject,
    plan: Plan | Iterable[Plan],
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
    answer: Mapping[str, str] | None = None,
) -> "Assessment[Subject] | Assessments[Subject]":
    """Say what `plan` demands of and grants to `subject`, clause by clause.

    Only rules and ladders about the subject's noun are read; `readings` chooses options of the
    plan's interpretations by id. `on` is the day asked, up to which elapsed time is counted:
    without it what depends on it is unknown, and `missing` names `on`. What of the plan is not
    in force on that day is left out.

    One plan is asked whatever its validity; the answer for a day says whether it is in force.
    Of several plans each is asked by itself that is in force on the day, or may be; without a
    day all are. Nothing of one fills a gap of another, unless it is asked for. Readings are
    shared by those that know them. The answer has an assessment by each, and the worst outcome.

    `answer` says by which of several plans a yes-or-no fact of the subject is answered for the
    others: yes where that plan says MET, no where it says NOT_MET. Otherwise the fact is as it is
    stated; not stated, what a plan that says UNKNOWN waits for is missing in place of it, and of
    one that does not apply, or is not in force on the day, the fact itself. Each finding that
    reads the fact says so in `answered`. The plan itself reads the fact as it is stated, and so
    does one that nothing answers for. An answer may rest on another, but not on itself.

    Raises InvalidInput for a subject that is no noun, what is no plan, plans that share an id,
    an `on` that is no day (a datetime is none), an `answer` for one plan alone, of a fact that is
    no yes-or-no fact of the subject, by a plan that is not asked or waits for itself, and of a
    fact that is stated otherwise; NotFound for an unknown reading.

    >>> import careplan as cp
    >>> venue = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[])
    >>> cp.assess(venue, cp.get_plan("shuangliao_2021")).missing
    ('building_area_m2',)
    >>> several = cp.assess(venue, [cp.get_plan("shuangliao_2021"), cp.get_plan("shiyan_2021")])
    >>> several.outcome, several["shiyan_2021"].outcome
    (Outcome.UNKNOWN, Outcome.NOT_APPLICABLE)
    >>> from careplan import writing as w
    >>> clause = w.clause("1", "一", w.MUST, "托位不少于十个", "At least ten slots.",
    ...                   w.duty(requires=cp.facts(cp.Institution).slots >= 10))
    >>> norm = cp.Plan.of("norm", ("设置标准", "the norm"), [clause], issuer="某委")
    >>> plans, answer = [cp.get_plan("shiyan_2021"), norm], {"meets_national_standard": "norm"}
    >>> found = cp.assess(cp.Institution(slots=9), plans, answer=answer)["shiyan_2021"]
    >>> found.finding("2.3.3.f").outcome, found.finding("2.3.3.f").answered[0].told("zh")
    (Outcome.NOT_MET, '符合国家设置标准和管理规范：由《设置标准》一得出：否')
    """
    check_type(subject, Noun, "subject")
    day = None if on is None else day_asked(on)
    if isinstance(plan, Plan):
        if answer is not None:
            raise InvalidInput([Problem("answer", "answers_of_one", plan.id)])
        asked = asked_of(plan, type(subject), readings, day)
        held = None if day is None else plan.document.holds_on(day)
        return asked.about(plan, subject, day, held)
    from careplan.documents.several import Standing, plans_apart, shared_readings, standings
    from careplan.verbs.assessing.several import Assessments

    listed = plans_apart(plan, "plan")
    if not listed:
        raise InvalidInput([Problem("plan", "nothing_listed", listed)])
    standing = (
        tuple(Standing(one, Truth.TRUE) for one in listed)
        if day is None
        else standings(listed, day)
    )
    asked_now = [one for one in standing if one.in_force is not Truth.FALSE]
    taken = [shared_readings(one.plan, listed, readings) for one in asked_now]
    each = zip(asked_now, taken, strict=True)
    return Assessments(
        assessments=tuple([_standing(one, subject, day, read) for one, read in each])
        if answer is None
        else _answering(
            subject,
            [(one.plan, partial(_standing, one, subject, day, read)) for one, read in each],
            answer,
            [one.id for one in listed],
        ),
        not_asked=tuple(_not_asked(one) for one in standing if one.in_force is Truth.FALSE),
        on=day,
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


def _standing(
    one: "Standing",
    subject: Noun,
    on: date | None,
    taken: Mapping[str, str],
    given: "tuple[Answered, ...]" = (),
) -> Assessment[Any]:
    """Return the assessment by one of several plans, which may have been superseded.

    `given` is what other plans answered of the facts that it reads.
    """
    later = None if one.superseded_by is None else one.superseded_by.document.title
    held = None if on is None else one.in_force
    asked = asked_of(one.plan, type(subject), taken, on)
    return asked.about(one.plan, subject, on, held, later, given=given)


def _answering(
    subject: Noun, each: "Iterable[tuple[Plan, Ask]]", answer: object, plan_ids: Iterable[str]
) -> tuple[Assessment[Any], ...]:
    from careplan.verbs.chaining.answering import asked_in_order
    from careplan.verbs.chaining.wishes import checked_wish

    return asked_in_order(subject, each, checked_wish(answer, type(subject), plan_ids))


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
