"""Find the offices at which an applicant may still have to register, and the steps there."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Any

import attrs

from careplan.errors import InvalidInput, NotFound, Problem, all_unknown, check_type
from careplan.evaluation import evaluate, stated
from careplan.evidence import Evidence
from careplan.fields import Noun, facts_declared
from careplan.governance import Body, Level, Party
from careplan.kinds import members
from careplan.nodes import Criterion
from careplan.paths import parse_path
from careplan.plan import Plan
from careplan.registration import (
    Applicant,
    EarlyEducationCentre,
    Oversight,
    Registration,
    Route,
    Step,
    ToddlerClass,
)
from careplan.residuals import facts_of, residual
from careplan.sources import Clause, Reading, readings_used
from careplan.text import Text
from careplan.truth import Truth
from careplan.verdicts import Result, pick


@attrs.frozen(kw_only=True)
class PathStep:
    """A step on a path: who acts, before which office, under which clause, within what time."""

    id: str
    action: Text
    actor: Body | Party
    before: Body | Party
    level: Level | None
    after: tuple[str, ...]
    clause: Clause
    promptly: bool
    time_limit_days: int | None


@attrs.frozen(kw_only=True, repr=False)
class RegistrationPath(Result):
    """One office that may register the applicant.

    `condition` is what is left of the route's condition; `missing` the facts it and the
    steps still need. `business_scope` is the wording to register; None where none is
    asked for, the modes are not stated, or one is OTHER, for which the text has no word.
    """

    route: Route
    condition: Criterion
    missing: tuple[str, ...]
    business_scope: str | None
    steps: tuple[PathStep, ...]

    @property
    def registrar(self) -> Body:
        """The office that registers."""
        return self.route.registrar

    @property
    def level(self) -> Level | None:
        """The level of the office; None if the document does not name it."""
        return self.route.level

    @property
    def clause(self) -> Clause:
        """The clause that names the office."""
        return self.route.clause

    def next(self, done: Collection[str] = ()) -> tuple[PathStep, ...]:
        """Return the steps open once the steps in `done` are done.

        A step is done or open, never overdue. Raises NotFound for an unknown step,
        InvalidInput for a step done before one that it follows.
        """
        listed = isinstance(done, Sequence | AbstractSet | Mapping)
        if not listed:
            check_type(done, Sequence, "done")
        known = {step.id: step for step in self.steps}
        if isinstance(done, str):
            raise InvalidInput([Problem("done", "wrong_type", done, {"expected": "Collection"})])
        unknown = [NotFound("step", name, known) for name in done if not _is_in(name, known)]
        if unknown:
            raise all_unknown("done", unknown)
        early = [
            Problem(f"done.{step.id}", "done_too_early", step.id, {"other": before})
            for step in self.steps
            for before in step.after
            if step.id in done and before not in done
        ]
        if early:
            raise InvalidInput(early)
        return tuple(
            step for step in self.steps if step.id not in done and set(step.after) <= set(done)
        )


@attrs.frozen(kw_only=True, repr=False)
class RegistrationPaths(Result):
    """All offices still possible for a subject, and what would narrow them.

    `conflict` is the evidence of facts that cannot be together, None if there are none.
    For a toddler class or an early-education centre there is no path, and who manages,
    supervises and guides it is said instead; where it registers is not stated.
    """

    document: Text
    subject: Noun
    registration: Registration | None
    paths: tuple[RegistrationPath, ...] = ()
    missing: tuple[str, ...] = ()
    conflict: tuple[Evidence, ...] | None = None
    oversight: Oversight | None = None
    managed_by: Body | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def supervised_by(self) -> Body | None:
        """Who supervises the sector, for a subject without a route."""
        return None if self.oversight is None else self.oversight.supervised_by

    @property
    def guided_by(self) -> Body | None:
        """Who gives professional guidance, for a subject without a route.

        None for an early-education centre that has no toddler class to guide.
        """
        if self.oversight is None or getattr(self.subject, "has_toddler_class", None) is False:
            return None
        return self.oversight.guided_by

    @property
    def unassigned(self) -> tuple[Body, ...]:
        """The offices the document names without saying for whom."""
        return self.registration.unassigned if self._routed else ()  # type: ignore[union-attr]

    @property
    def filing_office(self) -> Body | None:
        """The office institutions file with, where the document names one."""
        return self.registration.filing_office if self._routed else None  # type: ignore[union-attr]

    @property
    def deferred_to(self) -> str | None:
        """The document the details are left to."""
        return self.registration.deferred_to if self._routed else None  # type: ignore[union-attr]

    @property
    def registration_stated(self) -> bool:
        """Whether the document says anything about where such a subject registers."""
        return self._routed

    @property
    def _routed(self) -> bool:
        return self.registration is not None and isinstance(self.subject, Applicant)


def registration_paths(
    applicant: Applicant | ToddlerClass | EarlyEducationCentre,
    plan: Plan,
    *,
    readings: Mapping[str, str] | None = None,
) -> RegistrationPaths:
    """Return every registration path still possible for `applicant` under `plan`.

    The paths are exactly those of all ways to state the facts that are missing. Raises
    InvalidInput for a subject that is none of the three nouns, NotFound for a reading.

    >>> import careplan as cp
    >>> applicant = cp.Applicant(profit_status=cp.ProfitStatus.NON_PROFIT)
    >>> paths = cp.registration_paths(applicant, cp.get_plan("shiyan_2021")).paths
    >>> [path.registrar.name for path in paths]
    ['STAFFING', 'STAFFING', 'CIVIL_AFFAIRS', 'ADMIN_APPROVAL']
    """
    if not isinstance(applicant, Applicant | ToddlerClass | EarlyEducationCentre):
        check_type(applicant, Applicant, "applicant")
    check_type(plan, Plan, "plan")
    taken = plan.read_as(readings)
    rules = plan.registration
    if rules is None or not isinstance(applicant, Applicant):
        return _overseen(applicant, rules, plan)
    return _routed(applicant, rules, plan, taken)


def _overseen(subject: Noun, rules: Registration | None, plan: Plan) -> RegistrationPaths:
    """Answer for a subject without routes: who looks after it, if the document says so."""
    known = () if rules is None else rules.oversight
    oversight = next((one for one in known if isinstance(subject, one.noun)), None)
    manager = None if oversight is None else oversight.managed_by
    missing: tuple[str, ...] = ()
    if oversight is not None and manager is None:
        manager = getattr(subject, "approved_by", None)
        missing = () if manager is not None else ("approved_by",)
    return RegistrationPaths(
        document=plan.document.title,
        subject=subject,
        registration=rules,
        missing=missing,
        oversight=oversight,
        managed_by=manager,
    )


def _routed(
    applicant: Applicant, rules: Registration, plan: Plan, taken: Mapping[str, str]
) -> RegistrationPaths:
    routes = [route for route in rules.routes if route.holds_under(taken)]
    conditions = [pick(route.condition, taken) for route in routes]
    open_routes = _open_routes(applicant, conditions, rules.conflict)
    possible = frozenset().union(*open_routes.values())
    scope = None if rules.scope is None else pick(rules.scope.applies, taken)
    paths = tuple(
        _path(applicant, route, condition, rules, _Scope.on(index, scope, applicant, open_routes))
        for index, (route, condition) in enumerate(zip(routes, conditions, strict=True))
        if index in possible
    )
    against = None if open_routes else evaluate(rules.conflict, applicant).evidence
    return RegistrationPaths(
        document=plan.document.title,
        subject=applicant,
        registration=rules,
        paths=paths,
        missing=_narrowing(open_routes) + _unbounded(paths),
        conflict=against,
        readings=readings_used(plan.interpretations, rules.interpretations(), taken),
    )


# A way to state the missing facts (each with its value), and the routes it leaves open.
Completion = tuple[tuple[str, Any], ...]
OpenRoutes = dict[Completion, frozenset[int]]


def _open_routes(
    applicant: Applicant, conditions: list[Criterion], conflict: Criterion
) -> OpenRoutes:
    """Try every way to state the missing facts; leave out those that conflict."""
    asked = {fact for criterion in (*conditions, conflict) for fact in facts_of(criterion)}
    domains = {
        name: values
        for name, spec in facts_declared(Applicant).items()
        if name in asked and getattr(applicant, name) is None and (values := members(spec.kind))
    }
    found: OpenRoutes = {}
    for values in product(*domains.values()):
        completion = tuple(zip(domains, values, strict=True))
        complete = attrs.evolve(applicant, **dict(completion))
        if evaluate(conflict, complete).truth is not Truth.TRUE:
            found[completion] = frozenset(
                index
                for index, condition in enumerate(conditions)
                if evaluate(condition, complete).truth is not Truth.FALSE
            )
    return found


def _narrowing(open_routes: OpenRoutes) -> tuple[str, ...]:
    """Return the facts whose value alone takes a route away, or changes one beside the others."""
    narrowing: set[str] = set()
    everything = frozenset().union(*open_routes.values())
    by_value: dict[tuple[str, Any], frozenset[int]] = {}
    for completion, routes in open_routes.items():
        for said in completion:
            by_value[said] = by_value.get(said, frozenset()) | routes
    narrowing.update(name for (name, _), routes in by_value.items() if routes != everything)
    for one, routes in open_routes.items():
        for other, other_routes in open_routes.items():
            differ = [name for (name, a), (_, b) in zip(one, other, strict=True) if a != b]
            if len(differ) == 1 and routes != other_routes:
                narrowing.update(differ)
    return tuple(name for name in facts_declared(Applicant) if name in narrowing)


def _unbounded(paths: tuple[RegistrationPath, ...]) -> tuple[str, ...]:
    """Return the facts of the paths' conditions that cannot be tried one by one."""
    asked = dict.fromkeys(fact for path in paths for fact in facts_of(path.condition))
    return tuple(fact for fact in asked if not members(facts_declared(Applicant)[fact].kind))


@attrs.frozen
class _Scope:
    """Whether the wording to register is asked for on a route, and what that still depends on."""

    applies: Truth
    missing: tuple[str, ...] = ()

    @classmethod
    def on(
        cls, index: int, scope: Criterion | None, applicant: Applicant, open_routes: OpenRoutes
    ) -> "_Scope":
        """Look at all ways to state the facts that leave the route open."""
        if scope is None:
            return cls(Truth.FALSE)
        truths = {
            evaluate(scope, attrs.evolve(applicant, **dict(completion))).truth
            for completion, routes in open_routes.items()
            if index in routes
        }
        if len(truths) == 1:
            return cls(truths.pop())
        return cls(Truth.UNKNOWN, facts_of(residual(scope, applicant)))


def _path(
    applicant: Applicant,
    route: Route,
    condition: Criterion,
    rules: Registration,
    asked: "_Scope",
) -> RegistrationPath:
    left = residual(condition, applicant)
    missing = [*facts_of(left)]
    scope = rules.scope
    wording = None
    if scope is not None and asked.applies is not Truth.FALSE:
        missing += asked.missing
        modes = scope.modes
        offered = None
        if modes is not None:
            offered = stated(applicant, parse_path(type(applicant), modes.listed_in))
            missing += [] if offered is not None else [modes.listed_in]
        if asked.applies is Truth.TRUE:
            wording = scope.wording(offered)
    return RegistrationPath(
        route=route,
        condition=left,
        missing=tuple(dict.fromkeys(missing)),
        business_scope=wording,
        steps=tuple(_step(step, route) for step in rules.steps),
    )


def _is_in(name: object, known: Mapping[str, object]) -> bool:
    return isinstance(name, str) and name in known


def _step(step: Step, route: Route) -> PathStep:
    registrar = route.registrar
    at_registrar = step.before is Party.REGISTRAR
    return PathStep(
        id=step.key,
        action=step.action,
        actor=registrar if step.actor is Party.REGISTRAR else step.actor,
        before=registrar if at_registrar else step.before,
        level=route.level if at_registrar else step.level,
        after=step.after,
        clause=route.clause if route.clause in step.also else step.clause,
        promptly=step.promptly,
        time_limit_days=step.time_limit_days,
    )
