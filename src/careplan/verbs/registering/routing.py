"""Find the offices at which an applicant may still have to register, and the steps there."""

from collections.abc import Mapping
from datetime import date

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.criteria.elapsing import day_asked
from careplan.criteria.steps import Facts
from careplan.documents.clauses import readings_used
from careplan.documents.plan import Plan
from careplan.fields.checking import refuse
from careplan.fields.declaring import Noun
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, ToddlerClass
from careplan.verbs.registering.finding import find
from careplan.verbs.registering.paths import RegistrationPaths


def registration_paths(
    applicant: Noun,
    plan: Plan,
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> RegistrationPaths:
    """Return every registration path still possible for `applicant` under `plan`.

    `on` is the day asked: elapsed time is counted up to it, and what is not in force on it is no
    path and no step: of a registration that is not as a whole, nothing is laid down. The paths are
    exactly those of all ways to state the facts that are missing, and `missing` exactly what
    narrows them. Of each route at most `MOST_COMPLETIONS` (1024) ways are tried: for one that asks
    more there may be a path too many, never one too few, and `missing` may name facts that narrow
    nothing. So it is where several things are asked of one collection that is not stated, each of
    which is answered by itself, and where a noun refuses facts together that `conflict` does not
    name. Raises InvalidInput for a subject of none of the nouns the routes and the oversight are
    about, or an `on` that is no day, NotFound for a reading.

    >>> import careplan as cp
    >>> applicant = cp.Applicant(profit_status=cp.ProfitStatus.NON_PROFIT)
    >>> paths = cp.registration_paths(applicant, cp.get_plan("shiyan_2021")).paths
    >>> [path.registrar.name for path in paths]
    ['STAFFING', 'STAFFING', 'CIVIL_AFFAIRS', 'ADMIN_APPROVAL']
    """
    check_type(plan, Plan, "plan")
    rules = plan.registration
    routed = Applicant if rules is None else rules.noun()
    overseen = () if rules is None else tuple(one.noun for one in rules.oversight)
    fitting = dict.fromkeys((routed, ToddlerClass, EarlyEducationCentre, *overseen))
    if not isinstance(applicant, tuple(fitting)):
        problems: list[Problem] = []
        names = " | ".join(noun.__name__ for noun in fitting)
        refuse(problems, "applicant", "wrong_type", applicant, expected=names)
        raise InvalidInput(problems)
    taken = plan.read_as(readings)
    seen = Facts(applicant, day_asked(on))
    if rules is not None and not rules.holds_under(taken, seen.on):
        rules = None
    found = find(seen, rules, taken)
    is_routed = rules is not None and isinstance(applicant, routed)
    used = rules.interpretations() if is_routed else frozenset()  # type: ignore[union-attr]  # it is there
    return RegistrationPaths(
        document=plan.document.title,
        subject=applicant,
        registration=rules,
        paths=found.paths,
        missing=found.missing,
        conflict=found.conflict,
        oversight=found.oversight,
        managed_by=found.managed_by,
        readings=readings_used(plan.interpretations, used, taken),
        on=seen.on,
        in_force=None if seen.on is None else plan.document.holds_on(seen.on),
        plan=plan,
    )
