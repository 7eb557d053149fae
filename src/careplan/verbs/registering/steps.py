"""The steps of one path: who acts, before whom, within what time, and which are open next."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import attrs

from careplan.base.errors import InvalidInput, Problem, all_unknown, check_type, not_found
from careplan.base.foreign import Hosted
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.criteria.nodes import TRUE, Criterion
from careplan.documents.authorities.limits import Limit
from careplan.documents.clauses import Clause
from careplan.nouns.bodies import AnyBody, Level, Party


@attrs.frozen(kw_only=True)
class PathStep(Hosted):
    """A step on a path: who acts, before which office, under which clause, within what time.

    `condition` is what is left of for whom the step is, and `missing` the facts that it still
    needs. A step with a text in `whenever` is taken each time that happens. `instead_of` names
    the step it may be taken in place of; of such alternatives one is taken.
    """

    id: str
    action: Text
    actor: AnyBody | Party
    before: AnyBody | Party
    level: Level | None
    after: tuple[str, ...]
    clause: Clause
    promptly: bool
    limit: Limit | None = None
    condition: Criterion = TRUE
    missing: tuple[str, ...] = ()
    whenever: Text | None = None
    instead_of: str | None = None

    @property
    def place(self) -> str:
        """The id that alternatives share: of the step they may be taken in place of."""
        return self.id if self.instead_of is None else self.instead_of

    @property
    def is_first(self) -> bool:
        """Whether the path begins with it: it follows no step, and waits for nothing else."""
        return not self.after and self.whenever is None

    @property
    def counted_after(self) -> tuple[str, ...]:
        """The steps from whose day its time limit is counted."""
        since = None if self.limit is None else self.limit.since
        return self.after if since is None else (since,)

    @property
    def follows(self) -> frozenset[str]:
        """The steps whose days its own depends on."""
        return frozenset((*self.after, *self.counted_after))

    def within(self, language: str) -> str:
        """Say within what time."""
        if self.limit is not None:
            return self.limit.told(language)
        return say("step.promptly" if self.promptly else "step.no_limit", language)


def lacking(
    step: PathStep, steps: Mapping[str, PathStep], done: Collection[object]
) -> tuple[str, ...]:
    """Return what a step follows that is not done; of alternatives it follows, one is enough."""
    taken = {steps[name].place for name in step.after if name in done}
    return tuple(name for name in step.after if steps[name].place not in taken)


def next_steps(steps: tuple[PathStep, ...], done: object) -> tuple[PathStep, ...]:
    """Return the steps to be taken once those in `done` are; see `RegistrationPath.next`."""
    known, named = _checked(steps, done)
    places = {known[name].place for name in named}
    return tuple(
        step
        for step in steps
        if step.whenever is None and step.place not in places and not lacking(step, known, named)
    )


def standing_steps(steps: tuple[PathStep, ...], done: object) -> tuple[PathStep, ...]:
    """Return the steps that stand once those in `done` are; see `RegistrationPath.standing`."""
    known, named = _checked(steps, done)
    return tuple(
        step for step in steps if step.whenever is not None and not lacking(step, known, named)
    )


def _checked(
    steps: tuple[PathStep, ...], done: object
) -> tuple[dict[str, PathStep], Collection[str]]:
    """Return the steps by id, and those done; raise an error for what cannot have been done."""
    check_type(done, (Sequence, AbstractSet, Mapping), "done")
    if isinstance(done, str) or not isinstance(done, Collection):
        raise InvalidInput([Problem("done", "wrong_type", done, {"expected": "Collection"})])
    known = known_steps(steps, done, "done")
    done = frozenset(done)  # of names alone by now, and asked of each step
    problems = [
        Problem(f"done.{step.id}", "done_too_early", step.id, {"other": before})
        for step in steps
        if step.id in done
        for before in lacking(step, known, done)
    ]
    problems += clashes(steps, done, "done")
    if problems:
        raise InvalidInput(problems)
    return known, done


def known_steps(
    steps: tuple[PathStep, ...], names: Collection[object], argument: str
) -> dict[str, PathStep]:
    """Return the steps by id; raise NotFound for names that are none."""
    known = {step.id: step for step in steps}
    strange = (name for name in names if not (isinstance(name, str) and name in known))
    unknown = not_found("step", strange, known)
    if unknown:
        raise all_unknown(argument, unknown)
    return known


def clashes(
    steps: tuple[PathStep, ...], done: Collection[object], argument: str
) -> Iterator[Problem]:
    """Yield a problem for each step done beside another that it may be taken in place of."""
    first: dict[str, str] = {}
    for step in steps:
        if step.id in done and step.whenever is None:
            other = first.setdefault(step.place, step.id)
            if other != step.id:
                beside = {"other_field": f"{argument}.{other}", "other": other}
                yield Problem(f"{argument}.{step.id}", "contradiction", step.id, beside)
