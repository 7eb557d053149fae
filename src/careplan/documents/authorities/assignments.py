"""What a document asks of each body, whatever the object that asks it.

A task names its offices; but a council's members, whoever owes a benefit, registers, takes a
step, or has a target to reach are asked for something too. An `Assignment` is one body in one
role under one clause, with the object it comes from.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import assert_never

import attrs

from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.quoting import visible
from careplan.base.text import Labelled, Text
from careplan.criteria.nodes import FALSE
from careplan.display.cells import Row, member, text
from careplan.display.result import Shown
from careplan.documents.authorities.calendar import Deadline, Duty, Stage
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.routes import Oversight, Registration, Route, Step
from careplan.documents.authorities.tasks import Council, Task
from careplan.documents.clauses import Clause, Modality
from careplan.documents.encoded import pick
from careplan.documents.rules import Benefit, Cited, Consequence, Rule
from careplan.documents.scales.ladders import Ladder
from careplan.documents.scales.ledgers import Ledger, LedgerRow
from careplan.documents.scales.targets import Target
from careplan.nouns.bodies import AnyBody, Body, Level, Party, Role

Source = (
    Task
    | Duty
    | Deadline
    | Benefit
    | Consequence
    | Registration
    | Route
    | Step
    | Oversight
    | Target
    | Ledger
    | LedgerRow
    | Council
)


_OF_A_PLACE = frozenset({Body.LOCAL_GOVERNMENT, Body.TOWNSHIP, Body.COMMUNITIES})


class Origin(Labelled):
    """What kind of object an assignment comes from."""

    TASK = ("task", "任务", "task")
    DUTY = ("duty", "经常性职责", "recurring duty")
    DEADLINE = ("deadline", "限期事项", "deadline")
    BENEFIT = ("benefit", "应给予的支持", "benefit owed")
    CONSEQUENCE = ("consequence", "对违反者的处理", "what follows a breach")
    ROUTE = ("route", "登记备案", "registration")
    STEP = ("step", "登记步骤", "step of a registration")
    OVERSIGHT = ("oversight", "主管、监管、指导", "oversight")
    TARGET = ("target", "目标任务", "target")
    MEMBERSHIP = ("membership", "协调机构组成", "part in a council")


@frozen(kw_only=True, repr=False)
class Assignment(Shown, Hosted):
    """What one clause asks of one office: its role, and the object that says so.

    The office is named as printed where it is asked; where the plan keeps only the body (a
    registrar, say), by the name its offices have for it. `clause` is the object's own, except
    for guidance, filing and members that another clause asks for. `through` is the council whose
    member the office is, where the clause speaks to the members.
    """

    office: Office
    role: Role
    origin: Origin
    clause: Clause
    source: Source
    through: Council | None = None

    def _lines(self, language: str) -> Iterator[str]:
        yield say(
            "assignment",
            language,
            id=self.id,
            title=self.title,
            office=self.office.name,
            role=self.role,
            origin=self.origin,
        )

    def _rows(self) -> Iterator[Row]:
        yield {
            "number": self.id,
            "clause": self.clause.number,
            "locator": self.clause.locator,
            **text("title", self.title),
            "office": self.office.name,
            **member("body", self.office.body),
            **member("level", self.office.level),
            **member("role", self.role),
            **member("origin", self.origin),
            **member("modality", self.modality),
            "through": None if self.through is None else self.through.name,
        }

    def __repr__(self) -> str:
        said = f"{self.id} {self.office.name} {self.role.value} ({self.origin.value})"
        return f"<Assignment: {visible(said)}>"

    @property
    def body(self) -> AnyBody:
        """The body the office is."""
        return self.office.body

    @property
    def id(self) -> str:
        """The id of the object: the clause number, with its part behind a slash."""
        return self.source.id if self.clause == self.source.clause else self.clause.number

    @property
    def number(self) -> str:
        """The clause number."""
        return self.clause.number

    @property
    def numbers(self) -> tuple[str, ...]:
        """The id, and the other numbers the object goes by."""
        return tuple(dict.fromkeys((self.id, *self.source.numbers)))

    @property
    def title(self) -> Text:
        """What is asked, in the object's own words where it has any, else the clause's heading."""
        match self.source:
            case Duty() | Deadline() | Target() | Ledger():
                return self.source.title
            case Consequence() as follows:
                return Text(zh=follows.told("zh"), en=follows.told("en"))
            case Task(title=Text() as title):
                return title
            case Step():
                return self.source.action
            case _:
                return self.clause.heading

    @property
    def modality(self) -> Modality:
        """How strongly the text speaks: where somebody is to encourage others, "encouraged"."""
        own = self.source.modality if isinstance(self.source, Task | Benefit) else None
        return self.clause.modality if own is None else own


@frozen
class _Taken:
    """The readings taken, and the day asked, if one was."""

    readings: Mapping[str, str]
    on: date | None

    def hold(self, one: Cited) -> bool:
        """Say whether an object holds under them."""
        return one.holds_under(self.readings, self.on)


def assigned_by(
    objects: Iterable[Cited],
    offices: Mapping[str, Office],
    readings: Mapping[str, str],
    on: date | None = None,
) -> Iterator[Assignment]:
    """Yield what the objects of a document ask of bodies under `readings`, on a day if given.

    What is asked of a council's members together is asked of each of them, as a MEMBER, too.
    """
    taken = _Taken(readings, on)
    holding = [one for one in objects if taken.hold(one)]
    members = [
        (council, member)
        for council in holding
        if isinstance(council, Council)
        for member in council.members
        if member.body is not Body.MEMBER_UNITS
    ]
    for one in holding:
        for found in _asked(one, offices, taken):
            yield found
            # Belonging to a council is said of each member by the council itself.
            if found.body is Body.MEMBER_UNITS and found.origin is not Origin.MEMBERSHIP:
                for council, member in members:
                    yield attrs.evolve(found, office=member, role=Role.MEMBER, through=council)


def _asked(one: Cited, offices: Mapping[str, Office], taken: _Taken) -> Iterator[Assignment]:
    match one:
        case Task():
            for role in Role:
                yield from _each(one.offices(role), Origin.TASK, one, role)
        case Stage(tasks=tasks):
            for task in tasks:
                if taken.hold(task):
                    yield from _asked(task, offices, taken)
        case Duty(acting=acting):
            yield from _each(acting, Origin.DUTY, one)
        case Deadline(acting=acting):
            yield from _each(acting, Origin.DEADLINE, one)
        case Rule(consequences=following) | Ladder(consequences=following):
            for follows in filter(taken.hold, following):
                yield from _each(follows.imposed_by, Origin.CONSEQUENCE, follows)
        case Benefit(owed_by=owing):
            yield from _each(owing, Origin.BENEFIT, one)
        case Target(acting=acting):
            yield from _each(acting, Origin.TARGET, one)
        case Ledger():
            yield from _of_ledger(one, taken)
        case Council():
            yield from _each(one.lead, Origin.MEMBERSHIP, one, Role.LEAD)
            named = one.members_under
            yield from _each(one.members, Origin.MEMBERSHIP, one, Role.MEMBER, clause=named)
            yield from _each(one.office_at, Origin.MEMBERSHIP, one)
        case Registration():
            yield from _of_registration(one, offices, taken)
        case _:
            return


def _each(
    offices: Iterable[Office] | Office | None,
    origin: Origin,
    source: Source,
    role: Role = Role.ACTING,
    clause: Clause | None = None,
) -> Iterator[Assignment]:
    listed = (offices,) if isinstance(offices, Office) else offices or ()
    asking = source.clause if clause is None else clause
    for office in listed:
        yield Assignment(office=office, role=role, origin=origin, clause=asking, source=source)


def _of_ledger(ledger: Ledger, taken: _Taken) -> Iterator[Assignment]:
    """Yield the ledger for whom it addresses, and each row for its locality, one of these."""
    yield from _each(ledger.acting, Origin.TARGET, ledger)
    for row in ledger.rows:
        if taken.hold(row):
            yield from _each(localities(ledger, row), Origin.TARGET, row)


def localities(ledger: Ledger, row: LedgerRow) -> tuple[Office, ...]:
    """Return a row's locality as an office: of the body the ledger addresses, by its own name.

    Of whom a locality can be one: a department that reaches the figures is in none of the rows.
    """
    named = (
        attrs.evolve(office, name=row.locality, own_name=True)
        for office in ledger.acting
        if office.body in _OF_A_PLACE
    )
    return tuple(dict.fromkeys(named))  # 各镇 and 各街道 are of one body


def _of_registration(
    rules: Registration, offices: Mapping[str, Office], taken: _Taken
) -> Iterator[Assignment]:
    routes = [
        route
        for route in rules.routes
        # A route that leads nowhere under these readings asks nothing of its office.
        if taken.hold(route) and pick(route.condition, taken.readings) != FALSE
    ]
    registrars = [printed(route.registrar, route.level, offices) for route in routes]
    for route, office in zip(routes, registrars, strict=True):
        yield from _each(office, Origin.ROUTE, route)
    registering = tuple(dict.fromkeys(registrars))
    for body in rules.unassigned:
        yield from _each(printed(body, None, offices), Origin.ROUTE, rules)
    if (filing := rules.filing_office) is not None:
        # By the step in which institutions file with it, and at the level it says, if there is one.
        told = [step for step in rules.steps if step.before is filing and taken.hold(step)]
        by = next((step.clause for step in told if step.actor is Party.INSTITUTION), None)
        level = next((step.level for step in told if step.level is not None), None)
        office = printed(filing, level, offices)
        yield from _each(office, Origin.ROUTE, rules, clause=by)
    for step in rules.steps:
        if taken.hold(step):
            # Before the institution there is no other office whose level it could be.
            level = step.level if step.before is Party.INSTITUTION else None
            yield from _each(_acting(step.actor, level, registering, offices), Origin.STEP, step)
    for oversight in rules.oversight:
        if taken.hold(oversight):
            yield from _of_oversight(oversight, offices)


def _of_oversight(oversight: Oversight, offices: Mapping[str, Office]) -> Iterator[Assignment]:
    asked = dict.fromkeys(
        (
            (oversight.managed_by, oversight.clause),
            (oversight.supervised_by, oversight.clause),
            (oversight.guided_by, oversight.guided_under or oversight.clause),
        )
    )
    for body, clause in asked:
        if body is not None:
            office = printed(body, None, offices)
            yield from _each(office, Origin.OVERSIGHT, oversight, clause=clause)


def _acting(
    actor: AnyBody | Party,
    level: Level | None,
    registering: Iterable[Office],
    offices: Mapping[str, Office],
) -> Iterable[Office]:
    match actor:
        case AnyBody():
            return (printed(actor, level, offices),)
        case Party.REGISTRAR:
            return registering
        case Party.INSTITUTION:
            return (printed(Body.INSTITUTIONS, None, offices),)
        case _:
            assert_never(actor)


def printed(body: AnyBody, level: Level | None, offices: Mapping[str, Office]) -> Office:
    """Return the office a document has for a body at a level: by the name it prints, if any.

    Of several names one is taken whatever their order, so that equal plans answer alike: one that
    sentences have (部门) before one that only lists have, then the shortest.

    >>> printed(Body.HEALTH, Level.COUNTY, {"卫健部门": Office("卫健部门", Body.HEALTH)})
    Office(name='卫健部门', body=Body.HEALTH, level=Level.COUNTY, own_name=False)
    """
    same = [one for one in offices.values() if one.body is body and not one.own_name]
    exact = [one.name for one in same if one.level is level]
    general = [one.name for one in same if one.level is None]
    names = exact or general or [body.label.zh]
    name = min(names, key=lambda one: (not one.endswith("部门"), len(one), one))
    return Office(name, body, level)
