"""A document's own small parts, one of each kind that asks something of a body."""

from datetime import date
from typing import Any

import attrs
from goals import one_figure
from small_plans import clauses_of

import careplan as cp
from careplan.base.text import Text
from careplan.documents.authorities.assignments import Assignment
from careplan.documents.authorities.calendar import Deadline, Duty, Stage
from careplan.documents.authorities.offices import office_table
from careplan.documents.authorities.routes import Oversight, Registration, Route, Step
from careplan.documents.authorities.tasks import Council, Task
from careplan.documents.clauses import (
    Document,
    Interpretation,
    Modality,
    Option,
    by_number,
)
from careplan.documents.periods import Precision, month
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Consequence, Rule
from careplan.documents.scales.ledgers import Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone
from careplan.nouns.applicants import EarlyEducationCentre
from careplan.nouns.bodies import Body, Level, Party
from careplan.nouns.counts import Measure

NAMED = Text(zh="名称", en="name")
OTHER = Text(zh="另一名称", en="another name")
OFFICES = office_table(
    ("县卫健局", Body.HEALTH, Level.COUNTY),
    ("卫健部门", Body.HEALTH),
    ("市卫健委", Body.HEALTH, Level.CITY),
    ("县教育局", Body.EDUCATION, Level.COUNTY),
    ("财政局", Body.FINANCE),
    ("民政部门", Body.CIVIL_AFFAIRS),
    ("各镇", Body.TOWNSHIP, Level.TOWN),
    ("甲镇", Body.TOWNSHIP, Level.TOWN),
    ("乙镇", Body.TOWNSHIP, Level.TOWN),
    ("成员单位", Body.MEMBER_UNITS),
    own_names="甲镇 乙镇",
)
COUNTY, HEALTH, CITY, EDUCATION, FINANCE, CIVIL, TOWNS, EAST, WEST, MEMBERS = OFFICES.values()
CLAUSES = clauses_of(
    *((str(n), f"第{n}条", Modality.MUST, f"摘要{n}", f"Summary {n}.") for n in range(1, 7))
)
C = by_number(CLAUSES)
venue = cp.facts(cp.Venue)
OPEN = Interpretation(
    id="who",
    clauses=("1",),
    question=NAMED,
    options=(Option("one", NAMED), Option("other", OTHER)),
)
ONE, TWO = ("who", "one"), ("who", "other")


def plan(**parts: Any) -> Plan:
    """Make a plan of these parts, with an open question."""
    document = Document(title=NAMED, issuer=NAMED)
    named: dict[str, Any] = {"offices": OFFICES, **parts}
    return Plan(id="own", document=document, clauses=CLAUSES, interpretations=(OPEN,), **named)


def said(found: tuple[Assignment, ...]) -> list[str]:
    """Say of each what stands behind it: id, office, role, origin."""
    return [f"{one.id} {one.office.name} {one.role.value} {one.origin.value}" for one in found]


def asked(*, readings: Any = None, **parts: Any) -> list[str]:
    """Return what a plan of these parts asks."""
    return said(plan(**parts).assignments(readings=readings))


TASK = Task(
    clause=C["1"],
    lead=(COUNTY,),
    support=(EDUCATION, FINANCE),
    territorial=(TOWNS,),
    acting=(CIVIL,),
)
DUTY = Duty(clause=C["2"], key="duty", title=NAMED, acting=(COUNTY, FINANCE), recipient=CITY)
DEADLINE = Deadline(
    clause=C["2"], key="list", title=NAMED, period=month(2021, 6), acting=(TOWNS,), recipient=CITY
)
BENEFIT = Benefit(clause=C["3"], condition=venue.waiting_area, owed_by=(FINANCE, CIVIL))
TARGET = one_figure(
    clause=C["4"],
    key="rate",
    title=NAMED,
    measure=Measure.WORDS,
    value=None,
    due=None,
    acting=(EDUCATION,),
)
ROWS = tuple(
    LedgerRow(
        clause=C["4"], part=name, locality=name, milestones=(Milestone(date(2021, 12, 31), 5),)
    )
    for name in ("甲镇", "丙镇")
)
LEDGER = Ledger(
    clause=C["4"], key="slots", title=NAMED, precision=Precision.DAY, rows=ROWS, acting=(TOWNS,)
)
COUNCIL = Council(
    clause=C["5"],
    key="council",
    name="联席会议",
    lead=COUNTY,
    members=(EDUCATION, FINANCE),
    office_at=COUNTY,
)
STAGE = Stage(clause=C["2"], key="stage", title=NAMED, period=month(2021, 6), tasks=(TASK,))
ROUTES = tuple(
    Route(clause=C["6"], part=part, registrar=body, level=level, condition=cp.all_of())
    for part, body, level in (
        ("a", Body.CIVIL_AFFAIRS, Level.COUNTY),
        ("b", Body.MARKET_REGULATION, None),
    )
)


def step(part: str, actor: Body | Party, **more: Any) -> Step:
    """Make a step taken by a body, or by a party."""
    return Step(
        clause=C["6"],
        part=part,
        key=part,
        action=OTHER,
        actor=actor,
        before=Party.REGISTRAR,
        **more,
    )


def registered(**parts: Any) -> dict[str, Any]:
    """Make a registration."""
    return {"registration": Registration(clause=C["6"], **parts)}


OF_MEMBERS = Task(clause=C["2"], acting=(MEMBERS,))
# What a plan of these parts asks: id, office, role and origin of each.
CASES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "task": (
        {"tasks": (TASK,)},
        [
            "1 县卫健局 lead task",
            "1 县教育局 support task",
            "1 财政局 support task",
            "1 各镇 territorial task",
            "1 民政部门 acting task",
        ],
    ),
    "stage": (
        {"stages": (attrs.evolve(STAGE, tasks=(attrs.evolve(TASK, support=(), acting=()),)),)},
        ["1 县卫健局 lead task", "1 各镇 territorial task"],
    ),
    # Whoever receives a report has nothing to do for it.
    "duty": ({"duties": (DUTY,)}, ["2 县卫健局 acting duty", "2 财政局 acting duty"]),
    "deadline": ({"deadlines": (DEADLINE,)}, ["2 各镇 acting deadline"]),
    "benefit": ({"benefits": (BENEFIT,)}, ["3 财政局 acting benefit", "3 民政部门 acting benefit"]),
    "nobody": ({"benefits": (attrs.evolve(BENEFIT, owed_by=()),)}, []),
    "fine": (
        {
            "rules": (
                Rule(
                    clause=C["3"],
                    requires=venue.waiting_area,
                    consequences=(Consequence(clause=C["4"], fine_yuan=5, imposed_by=(FINANCE,)),),
                ),
            )
        },
        ["4 财政局 acting consequence"],
    ),
    "rule": ({"rules": (Rule(clause=C["3"], requires=venue.waiting_area),)}, []),
    "target": ({"targets": (TARGET,)}, ["4 县教育局 acting target"]),
    "ledger": (
        {"ledgers": (LEDGER,)},
        [
            "4 各镇 acting target",
            "4/甲镇 甲镇 acting target",
            "4/丙镇 丙镇 acting target",
        ],
    ),
    "ledger of nobody": ({"ledgers": (attrs.evolve(LEDGER, acting=()),)}, []),
    "council": (
        {"councils": (COUNCIL,)},
        [
            "5 县卫健局 lead membership",
            "5 县教育局 member membership",
            "5 财政局 member membership",
            "5 县卫健局 acting membership",
        ],
    ),
    "council with members under another clause": (
        {"councils": (attrs.evolve(COUNCIL, also=(C["6"],), members_under=C["6"]),)},
        [
            "5 县卫健局 lead membership",
            "5 县卫健局 acting membership",
            "6 县教育局 member membership",
            "6 财政局 member membership",
        ],
    ),
    "council of nobody": ({"councils": (Council(clause=C["5"], key="c", name="组"),)}, []),
    # A registrar by the name the table has for its body at its level, or of its body.
    "routes": (
        registered(routes=ROUTES),
        ["6/a 民政部门 acting route", "6/b 市场监管部门 acting route"],
    ),
    "unassigned": (
        registered(unassigned=(Body.EDUCATION, Body.CIVIL_AFFAIRS), filing_office=Body.HEALTH),
        ["6 教育部门 acting route", "6 民政部门 acting route", "6 卫健部门 acting route"],
    ),
    # By the step that has institutions file, and not the one by which a record is passed on.
    "filing by a step of another clause": (
        registered(
            filing_office=Body.HEALTH,
            steps=(
                attrs.evolve(step("s1", Body.FINANCE), before=Body.HEALTH),
                attrs.evolve(step("s2", Party.INSTITUTION), clause=C["5"], before=Body.HEALTH),
            ),
        ),
        ["5 卫健部门 acting route", "5/s2 托育机构 acting step", "6/s1 财政局 acting step"],
    ),
    "steps": (
        registered(
            routes=ROUTES,
            steps=(
                step("s1", Party.INSTITUTION),
                step("s2", Party.REGISTRAR),
                step("s3", Body.FINANCE),
            ),
        ),
        [
            "6/a 民政部门 acting route",
            "6/b 市场监管部门 acting route",
            "6/s1 托育机构 acting step",
            "6/s2 民政部门 acting step",  # each of the registrars
            "6/s2 市场监管部门 acting step",
            "6/s3 财政局 acting step",
        ],
    ),
    "one registrar by two routes": (
        registered(
            routes=(ROUTES[0], attrs.evolve(ROUTES[0], part="c")),
            steps=(step("s", Party.REGISTRAR),),
        ),
        [
            "6/a 民政部门 acting route",
            "6/c 民政部门 acting route",
            "6/s 民政部门 acting step",
        ],
    ),
    "no registrar": (registered(steps=(step("s", Party.REGISTRAR),)), []),
    "oversight": (
        registered(
            oversight=(
                Oversight(
                    clause=C["6"],
                    noun=EarlyEducationCentre,
                    managed_by=Body.EDUCATION,
                    supervised_by=Body.HEALTH,
                    guided_by=Body.HEALTH,
                ),
                Oversight(clause=C["5"], noun=cp.Kindergarten, managed_by=Body.EDUCATION),
            )
        ),
        [
            "5 教育部门 acting oversight",
            "6 教育部门 acting oversight",
            "6 卫健部门 acting oversight",  # once, for both
        ],
    ),
    "guidance under another clause": (
        registered(
            oversight=(
                Oversight(
                    clause=C["5"],
                    also=(C["6"],),
                    noun=cp.Kindergarten,
                    managed_by=Body.EDUCATION,
                    guided_by=Body.HEALTH,
                    guided_under=C["6"],
                ),
            )
        ),
        ["5 教育部门 acting oversight", "6 卫健部门 acting oversight"],
    ),
}

NAMES = plan(
    tasks=(
        Task(clause=C["1"], acting=(COUNTY,)),
        Task(clause=C["2"], acting=(HEALTH,)),
        Task(clause=C["3"], acting=(CITY,)),
        Task(clause=C["5"], acting=(TOWNS,)),
        Task(clause=C["6"], acting=(EAST, EDUCATION)),
    ),
    ledgers=(LEDGER,),
)
