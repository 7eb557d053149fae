"""Find the offices at which an applicant may still have to register, and the steps there."""

from collections.abc import Hashable, Mapping
from datetime import date

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.frozenmap import keep
from careplan.criteria.elapsing import day_asked
from careplan.criteria.regions.states import States
from careplan.criteria.steps import Facts
from careplan.documents.authorities.routes import Registration
from careplan.documents.clauses import Reading, readings_used
from careplan.documents.plan import Plan
from careplan.fields.checking import refuse
from careplan.fields.declaring import Noun
from careplan.fields.paths import Path, parse_path
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, ToddlerClass
from careplan.verbs.registering.finding import Found, Routing, overseen
from careplan.verbs.registering.paths import RegistrationPaths

MOST_STATES = 512  # that are kept of one noun under some readings


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
    noun = type(applicant)
    fitting = plan.once((fitting_nouns,), lambda: fitting_nouns(plan.registration))
    if not isinstance(applicant, fitting):
        problems: list[Problem] = []
        names = " | ".join(one.__name__ for one in fitting)
        refuse(problems, "applicant", "wrong_type", applicant, expected=names)
        raise InvalidInput(problems)
    if readings is None and on is None:  # as it mostly is
        day = None
        asked = plan.once((Prepared, noun), lambda: Prepared.of(plan, noun, plan.read_as(), None))
    else:
        taken, day = plan.read_as(readings), day_asked(on)
        # Most plans hold nothing that is in force for a time of its own.
        dated = day if plan.is_dated else None
        key = (Prepared, noun, dated, *taken.values())
        asked = plan.once(key, lambda: Prepared.of(plan, noun, taken, dated))
    found = asked.found(Facts(applicant, day))
    return RegistrationPaths(
        document=plan.document.title,
        subject=applicant,
        registration=asked.rules,
        paths=found.paths,
        missing=found.missing,
        conflict=found.conflict,
        oversight=found.oversight,
        managed_by=found.managed_by,
        readings=asked.readings,
        on=day,
        in_force=None if day is None else plan.document.holds_on(day),
        plan=plan,
    )


def fitting_nouns(rules: Registration | None) -> tuple[type[Noun], ...]:
    """Return the nouns of which it can be asked where they register, or who looks after them."""
    routed = Applicant if rules is None else rules.noun()
    overseen = () if rules is None else tuple(one.noun for one in rules.oversight)
    return tuple(dict.fromkeys((routed, ToddlerClass, EarlyEducationCentre, *overseen)))


@attrs.frozen(eq=False)
class Prepared:
    """What a plan says of registering a noun, under some readings on a day: read once, and kept.

    `rules` are those in force. What is found for a subject of the routes rests on its state alone
    (see `States`), and so do its paths, which hold nothing of the subject: what was found is kept
    in `known`.
    """

    taken: Mapping[str, str]
    rules: Registration | None
    readings: tuple[Reading, ...]
    routing: Routing | None
    states: States | None
    known: dict[Hashable, Found]

    @classmethod
    def of(
        cls, plan: Plan, noun: type[Noun], taken: Mapping[str, str], on: date | None
    ) -> "Prepared":
        """Read what a plan says of registering a noun."""
        rules = plan.registration
        if rules is not None and not rules.holds_under(taken, on):
            rules = None
        if rules is None or not issubclass(noun, rules.noun()):
            return cls(taken, rules, (), None, None, {})
        used = readings_used(plan.interpretations, rules.interpretations(), taken)
        routing = Routing.of(rules, taken, on)
        states = States.of(noun, routing.criteria(), _listed(rules, noun))
        return cls(taken, rules, used, routing, states, {})

    def found(self, seen: Facts) -> Found:
        """Return what is found for a subject."""
        if self.routing is None or self.states is None:
            return overseen(seen, self.rules, self.taken)
        state = self.states.read(seen)
        found = self.known.get(state)
        if found is None:
            found = self.routing.found(seen)
            if found.conflict is None:  # what contradicts is evidence of this subject
                keep(self.known, state, found, MOST_STATES)
        return found


def _listed(rules: Registration, noun: type[Noun]) -> tuple[Path, ...]:
    """Return the fact that lists the modes which a wording names."""
    modes = None if rules.scope is None else rules.scope.modes
    return () if modes is None else (parse_path(noun, modes.listed_in),)
