"""A plan: one policy document as data. Its module in `plans/` holds nothing else.

Every object of a plan cites a clause the plan registers; making a plan checks that,
so a plan that exists can be interpreted by every verb.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

import attrs

from careplan.encoded import Encoded, given
from careplan.errors import Problem, check_type, look_up
from careplan.forms import Form
from careplan.governance import Body, Council, Office, Role, Task
from careplan.registration import Registration
from careplan.rules import unread_by
from careplan.schedule import Deadline, Duty, Stage
from careplan.shapes import NAME, kept
from careplan.sheets import Scorecard
from careplan.sources import Clause, Document, Interpretation, by_number, read_as
from careplan.targets import Ledger, Target
from careplan.text import Text
from careplan.verdicts import Benefit, Cited, Definition, Rule
from careplan.visible import visible

_T = TypeVar("_T")
# Of what verbs found out about a plan: a noun under some readings takes one place.
MOST_KEPT = 64


@attrs.frozen(kw_only=True)
class Coverage:
    """Clause numbers of a plan: encoded, declined with a reason, missing, and declined in vain."""

    encoded: tuple[str, ...]
    declined: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every clause is encoded or declined, and nothing is declined in vain."""
        return not self.missing and not self.extra


@attrs.frozen(kw_only=True)
class Plan(Encoded):
    """One document's clauses and what is encoded of them, in the document's order.

    `clauses` are registered by number. Raises InvalidInput that lists every object
    citing an unknown clause, every unknown reading and every repeated id.
    """

    id: str = attrs.field(metadata=kept(NAME))
    document: Document
    clauses: tuple[Clause, ...]
    interpretations: tuple[Interpretation, ...] = ()
    rules: tuple[Rule, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    scorecards: Mapping[str, Scorecard] = attrs.field(factory=dict, converter=given)
    targets: Mapping[str, Target] = attrs.field(factory=dict, converter=given)
    ledgers: Mapping[str, Ledger] = attrs.field(factory=dict, converter=given)
    registration: Registration | None = None
    tasks: tuple[Task, ...] = ()
    councils: tuple[Council, ...] = ()
    stages: tuple[Stage, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    duties: tuple[Duty, ...] = ()
    forms: Mapping[str, Form] = attrs.field(factory=dict, converter=given)
    definitions: tuple[Definition, ...] = ()
    offices: Mapping[str, Office] = attrs.field(factory=dict, converter=given)
    not_encoded: Mapping[str, Text] = attrs.field(factory=dict, converter=given)

    def _contradictions(self) -> Iterable[Problem]:
        encoded = self.encoded()
        return [*self._uncited(encoded), *self._unread(encoded), *self._repeated()]

    def __repr__(self) -> str:
        return f"<Plan {visible(self.id)}: {len(self.clauses)} clauses>"

    def clause(self, number: object) -> Clause:
        """Return the clause with this number, or raise NotFound with a suggestion."""
        return look_up("clause", number, by_number(self.clauses))

    def encoded(self) -> tuple[Cited, ...]:
        """Return every object of the plan that cites a clause."""
        outer: tuple[Cited, ...] = (
            *self.rules,
            *self.benefits,
            *self.scorecards.values(),
            *self.targets.values(),
            *self.ledgers.values(),
            *((self.registration,) if self.registration is not None else ()),
            *self.tasks,
            *self.councils,
            *self.stages,
            *self.deadlines,
            *self.duties,
            *self.forms.values(),
            *self.definitions,
        )
        return tuple(cited for one in outer for cited in one.with_parts())

    def encoded_by(self, number: object) -> tuple[Cited, ...]:
        """Return the objects that encode a clause; raises NotFound for an unknown number.

        >>> from careplan.plans import get_plan
        >>> [type(one).__name__ for one in get_plan("shuangliao_2021").encoded_by("4.1.a")]
        ['Rule']
        """
        clause = self.clause(number)
        return tuple(one for one in self.encoded() if clause in (one.clause, *one.also))

    def coverage(self) -> "Coverage":
        """Say, clause by clause, what is encoded, what is declined, and what is neither."""
        encoded = {c.number for one in self.encoded() for c in (one.clause, *one.also)}
        # An empty reason is none.
        reasons = {n for n, why in self.not_encoded.items() if why.zh.strip() and why.en.strip()}
        numbers = [clause.number for clause in self.clauses]
        return Coverage(
            encoded=tuple(n for n in numbers if n in encoded),
            declined=tuple(n for n in numbers if n in reasons and n not in encoded),
            missing=tuple(n for n in numbers if n not in encoded and n not in reasons),
            extra=tuple(n for n in self.not_encoded if n not in numbers or n in encoded),
        )

    def all_tasks(self, *, readings: Mapping[str, str] | None = None) -> tuple[Task, ...]:
        """Return every task in the document's order.

        What stages, deadlines, recurring duties and councils ask of an office is a task too.
        Raises NotFound for an unknown reading.
        """
        taken = self.read_as(readings)
        order = {clause: place for place, clause in enumerate(self.clauses)}
        asked = (_as_task(one) for one in self.encoded())
        tasks = [task for task in asked if task is not None and task.holds_under(taken)]
        return tuple(sorted(tasks, key=lambda task: order[task.clause]))

    def tasks_of(
        self,
        body: Body,
        *,
        role: Role | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> tuple[Task, ...]:
        """Return the tasks in which a body has a role (any role, if none is given).

        Raises InvalidInput for anything but a Body and a Role, NotFound for a reading.

        >>> from careplan.governance import Body, Role
        >>> from careplan.plans import get_plan
        >>> led = get_plan("shuangliao_2021").tasks_of(Body.HEALTH, role=Role.LEAD)
        >>> [task.number for task in led]
        ['7.1.a', '7.1.b', '7.3.c']
        """
        check_type(body, Body, "body")
        if role is not None:
            check_type(role, Role, "role")
        return tuple(
            task
            for task in self.all_tasks(readings=readings)
            if any(office.body is body for office in task.offices(role))
        )

    def matrix(
        self, *, readings: Mapping[str, str] | None = None
    ) -> dict[str, dict[Body, tuple[Role, ...]]]:
        """Return tasks by bodies: the task's id (its clause number) to each body's roles in it.

        >>> from careplan.plans import get_plan
        >>> get_plan("shuangliao_2021").matrix()["7.1.b"]
        {Body.HEALTH: (Role.LEAD,)}
        """
        table: dict[str, dict[Body, tuple[Role, ...]]] = {}
        for task in self.all_tasks(readings=readings):
            row = table.setdefault(task.id, {})
            for office in task.offices():
                both = (*row.get(office.body, ()), *task.roles_of(office.body))
                row[office.body] = tuple(dict.fromkeys(both))
        return table

    def office(self, name: object) -> Office:
        """Return the office a local name stands for in this document, or raise NotFound.

        >>> from careplan.plans import get_plan
        >>> get_plan("shiyan_2021").office("市卫健委").body
        Body.HEALTH
        """
        return look_up("office", name, self.offices)

    def read_as(self, readings: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the option taken of every interpretation: `readings` over the defaults.

        Raises NotFound for an unknown interpretation or option, InvalidInput if
        `readings` is not a mapping.
        """
        return read_as(self.interpretations, readings)

    def once(self, key: tuple[object, ...], make: Callable[[], _T]) -> _T:
        """Return what was made for a key before, or make it: what no subject changes is kept.

        The key holds all that it depends on beside the plan. What is kept is bounded, takes no
        part in equality, and is never written.
        """
        made = self._kept.get(key)
        if made is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            made = self._kept[key] = make()
        return made

    @cached_property
    def _kept(self) -> dict[tuple[object, ...], Any]:
        return {}

    def _uncited(self, encoded: tuple[Cited, ...]) -> Iterable[Problem]:
        registered = set(self.clauses)
        for cited in encoded:
            for clause in (cited.clause, *cited.also):
                if clause not in registered:
                    yield Problem(cited.id, "uncited", clause.number)
        numbers = {clause.number for clause in self.clauses}
        for interpretation in self.interpretations:
            for number in sorted(set(interpretation.clauses) - numbers):
                yield Problem(interpretation.id, "uncited", number)

    def _unread(self, encoded: tuple[Cited, ...]) -> Iterable[Problem]:
        known = {i.id: i for i in self.interpretations}
        for cited in encoded:
            for problem in unread_by(cited, known):
                yield attrs.evolve(problem, path=cited.id)

    def _repeated(self) -> Iterable[Problem]:
        yield from _twice("clause", (clause.number for clause in self.clauses))
        yield from _twice("interpretation", (i.id for i in self.interpretations))
        # Rules of one id may stand side by side if they hold under different options.
        yield from _twice("Rule", ((rule.id, rule.under) for rule in self.rules))
        yield from _twice("Benefit", ((one.id, one.under) for one in self.benefits))


def _as_task(one: Cited) -> Task | None:
    """Return what an object asks of offices as a task, if it does."""
    match one:
        case Task():
            return one
        case Duty() | Deadline() if one.acting:
            return Task(clause=one.clause, part=one.part, under=one.under, acting=one.acting)
        case Council(lead=Office() as lead):
            return Task(clause=one.clause, part=one.part, under=one.under, lead=(lead,))
        case _:
            return None


def _twice(kind: str, names: Iterable[str | tuple[str, object]]) -> Iterable[Problem]:
    for found, times in Counter(names).items():
        if times > 1:
            name = found if isinstance(found, str) else found[0]
            yield Problem(f"{kind} {name}", "duplicate", name)


def shared_readings(
    plan: Plan, plans: Iterable[Plan], readings: Mapping[str, str] | None
) -> dict[str, str]:
    """Return a plan's readings out of `readings` for several plans, each of which some plan knows.

    Raises NotFound for an interpretation that none of the plans has, or an unknown option.
    """
    if readings is None:
        return plan.read_as()
    check_type(readings, Mapping, "readings")
    known = {i.id for one in plans for i in one.interpretations}
    own = {i.id for i in plan.interpretations}
    return plan.read_as({k: v for k, v in readings.items() if k in own or k not in known})
