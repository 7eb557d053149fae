"""What is found for a subject: offices where it may still register, the steps, who is in charge."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from graphlib import TopologicalSorter
from itertools import chain
from typing import Any

import attrs

from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.criteria.evaluation import looked_at, truth_by
from careplan.criteria.evidence import Evidence
from careplan.criteria.nodes import FALSE, TRUE, AnyOf, Criterion
from careplan.criteria.regions.completions import Completions, completions, contradicts
from careplan.criteria.residuals import facts_of, left_by
from careplan.criteria.steps import Facts, stated
from careplan.documents.authorities.routes import Oversight, Registration, Route, Step
from careplan.documents.authorities.scopes import BusinessScope, ModeWords
from careplan.documents.encoded import pick
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.paths import ON, dotted, parse_path
from careplan.nouns.bodies import AnyBody, Party
from careplan.verbs.registering.path import RegistrationPath
from careplan.verbs.registering.steps import PathStep


@attrs.frozen(kw_only=True)
class Found:
    """What is found for a subject: the paths still possible, or who looks after it."""

    paths: tuple[RegistrationPath, ...] = ()
    missing: tuple[str, ...] = ()
    conflict: tuple[Evidence, ...] | None = None
    oversight: Oversight | None = None
    managed_by: AnyBody | None = None


def find(seen: Facts, rules: Registration | None, taken: Mapping[str, str]) -> Found:
    """Return what is found for a subject by the rules of a document that are in force."""
    if rules is None or not isinstance(seen.subject, rules.noun()):
        return overseen(seen, rules, taken)
    return Routing.of(rules, taken, seen.on).found(seen)


def overseen(seen: Facts, rules: Registration | None, taken: Mapping[str, str]) -> Found:
    """Answer for a subject without routes: who looks after it, if the document says so."""
    subject: Any = seen.subject
    known = () if rules is None else rules.oversight
    holding = (one for one in known if one.holds_under(taken, seen.on))
    oversight = next((one for one in holding if isinstance(subject, one.noun)), None)
    manager = None if oversight is None else oversight.managed_by
    missing: tuple[str, ...] = ()
    if oversight is not None and manager is None:
        manager = getattr(subject, "approved_by", None)
        missing = () if manager is not None else ("approved_by",)
    return Found(missing=missing, oversight=oversight, managed_by=manager)


@attrs.frozen(eq=False)
class Routing:
    """The routes and steps of a registration as they are read: each with the criterion it rests on.

    What does not hold under the readings, or on the day, is no route and a step for nobody.
    """

    conflict: Criterion
    routes: tuple[tuple[Route, Criterion], ...]
    steps: tuple[tuple[Step, Criterion], ...]
    scope: BusinessScope | None
    worded: Criterion

    @classmethod
    def of(cls, rules: Registration, taken: Mapping[str, str], on: date | None) -> "Routing":
        """Read a registration; what is so for every subject is not asked of each."""
        worded = rules.scope is not None and rules.scope.holds_under(taken, on)
        return cls(
            conflict=rules.conflict,
            routes=tuple(
                (route, pick(route.condition, taken))
                for route in rules.routes
                if route.holds_under(taken, on)
            ),
            steps=tuple(
                (step, pick(step.applies, taken) if step.holds_under(taken, on) else FALSE)
                for step in rules.steps
            ),
            scope=rules.scope,
            worded=pick(rules.scope.applies, taken) if worded else FALSE,  # type: ignore[union-attr]  # it is there
        )

    def criteria(self) -> Iterator[Criterion]:
        """Yield all that is asked of a subject."""
        yield from (self.conflict, self.worded)
        yield from (criterion for _, criterion in self.routes)
        yield from (criterion for _, criterion in self.steps)

    def found(self, seen: Facts) -> Found:
        """Return what is found for a subject that the routes are about."""
        applicant: Any = seen.subject
        noun = type(applicant)
        # What is not stated may turn out so or so: a conflict contradicts whatever is added.
        conflict = _left(self.conflict, seen)
        if conflict is not FALSE and contradicts(noun, conflict):
            return Found(conflict=_against(self.conflict, seen))
        paths: list[RegistrationPath] = []
        narrowing: set[str] = set()
        scope = _left(self.worded, seen)
        asked_of = tuple(_steps_for(self.steps, seen))
        for route, condition in self.routes:
            left = _left(condition, seen)
            # FALSE is one object (`_left`), so this is no comparison of trees.
            if left is FALSE:
                continue
            # What is open may still be impossible together with what is stated: that is tried.
            tried = completions(noun, conflict, left, scope)
            if tried.can_hold:
                needed = _wording(self.scope, scope, tried, applicant)
                paths.append(_path(applicant, route, left, asked_of, needed))
                narrowing |= tried.deciding()
        return Found(paths=tuple(paths), missing=_in_order(noun, narrowing))


def _against(conflict: Criterion, seen: Facts) -> tuple[Evidence, ...]:
    """Return the evidence of the contradictions that hold, without those that do not."""
    parts = conflict.parts if isinstance(conflict, AnyOf) else (conflict,)
    judged = [looked_at(part, seen) for part in parts]
    held = [one.evidence for one in judged if one.truth is Truth.TRUE]
    return sum(held, ()) if held else looked_at(conflict, seen).evidence


def _left(criterion: Criterion, seen: Facts) -> Criterion:
    """Return what is left of a criterion; most are settled, and that is seen faster."""
    truth = truth_by(criterion, seen)
    if truth is Truth.UNKNOWN:
        return left_by(criterion, seen)
    return TRUE if truth is Truth.TRUE else FALSE


def _in_order(noun: type[Noun], facts: Collection[str]) -> tuple[str, ...]:
    """Return facts as the noun declares them, and last the day asked, if it is no fact."""
    places = {name: place for place, name in enumerate(facts_declared(noun))}
    asked = {dotted(ON)} - places.keys()
    known = sorted(
        (fact for fact in facts if fact not in asked),
        key=lambda fact: (places[str(parse_path(noun, fact)[0])], fact),
    )
    return (*known, *(fact for fact in facts if fact in asked))


# The facts that the wording to register still needs, the wording, and modes without a word.
Wording = tuple[tuple[str, ...], str | None, tuple[Text, ...] | None]


def _wording(
    scope: BusinessScope | None, left: Criterion, tried: Completions, applicant: Noun
) -> Wording:
    """Word the business scope on a route; `left` says whether that is asked for."""
    applies = tried.other_where_it_holds()
    if scope is None or applies is False:
        return (), None, None
    missing = () if applies else facts_of(left)
    if scope.modes is not None and _listed(scope.modes, applicant) is None:
        missing += (scope.modes.listed_in,)
    wording, strange = worded(scope, applicant) if applies else (None, None)
    return missing, wording, strange


def _listed(modes: ModeWords, applicant: Noun) -> Any:
    return stated(applicant, parse_path(type(applicant), modes.listed_in))


def worded(scope: BusinessScope, applicant: Noun) -> tuple[str | None, tuple[Text, ...] | None]:
    """Return the wording for an applicant of whom it is asked, or the modes without a word."""
    modes = scope.modes
    if modes is None:
        return scope.wording(), None
    offered = _listed(modes, applicant)
    wording = scope.wording(offered)
    open_still = offered is None or wording is not None
    return wording, None if open_still else modes.unworded(offered)


# A step, and for whom it is, or what is left of that.
Asked = tuple[Step, Criterion]


def _steps_for(steps: tuple[Asked, ...], seen: Facts) -> Iterator[Asked]:
    """Yield the steps that are for the applicant, or may be.

    What follows a step that is not follows what that one follows.
    """
    left = {step.key: _left(applies, seen) for step, applies in steps}
    if all(one is TRUE for one in left.values()):  # as it mostly is
        yield from ((step, TRUE) for step, _ in steps)
        return
    before = _before(steps, left)
    kept = (step for step, _ in steps if left[step.key] is not FALSE)
    places = Counter(s.key if s.instead_of is None else s.instead_of for s in kept)
    for step, _ in steps:
        if left[step.key] is not FALSE:
            changed: dict[str, Any] = {"after": before[step.key]}
            if step.instead_of is not None and places[step.instead_of] == 1:
                changed["instead_of"] = None  # what it may be taken in place of is for others
            limit = step.limit
            if limit is not None and limit.since is not None and left[limit.since] is FALSE:
                changed["limit"] = attrs.evolve(limit, since=None)
            yield attrs.evolve(step, **changed), left[step.key]


def _before(steps: tuple[Asked, ...], left: Mapping[str, Criterion]) -> dict[str, tuple[str, ...]]:
    """Return what each step follows, where those that are not for the applicant are left out."""
    after = {step.key: step.after for step, _ in steps}
    found: dict[str, tuple[str, ...]] = {}
    for key in TopologicalSorter(after).static_order():
        named = ((name,) if left[name] is not FALSE else found[name] for name in after[key])
        found[key] = tuple(dict.fromkeys(chain.from_iterable(named)))
    return found


def _path(
    applicant: Noun, route: Route, left: Criterion, steps: tuple[Asked, ...], needed: Wording
) -> RegistrationPath:
    missing, wording, strange = needed
    taken = tuple(_step(step, condition, route) for step, condition in steps)
    asked = (fact for step in taken for fact in step.missing)
    return RegistrationPath(
        noun=type(applicant),
        route=route,
        condition=left,
        missing=tuple(dict.fromkeys((*facts_of(left), *missing, *asked))),
        business_scope=wording,
        steps=taken,
        unworded=strange,
    )


def _step(step: Step, condition: Criterion, route: Route) -> PathStep:
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
        limit=step.limit,
        condition=condition,
        missing=facts_of(condition),
        whenever=step.whenever,
        instead_of=step.instead_of,
    )
