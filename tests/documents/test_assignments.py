"""What a document asks of each body: from every kind of object, once each in the matrix."""

from functools import partial
from typing import Any

import attrs
import pytest
from asking import (
    BENEFIT,
    CASES,
    CIVIL,
    COUNCIL,
    DEADLINE,
    DUTY,
    FINANCE,
    LEDGER,
    MEMBERS,
    NAMED,
    NAMES,
    OF_MEMBERS,
    OFFICES,
    ONE,
    OTHER,
    ROUTES,
    ROWS,
    STAGE,
    TARGET,
    TASK,
    TWO,
    C,
    asked,
    plan,
    registered,
    said,
    step,
)
from hypothesis import given, settings

import careplan as cp
from careplan.audit import find_flaws
from careplan.base.errors import InvalidInput, NotFound
from careplan.documents.authorities.assignments import Origin
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.routes import Oversight
from careplan.documents.clauses import Modality
from careplan.documents.plan import Plan
from careplan.nouns.bodies import Body, Party, Role
from careplan.testing.drawing import plans

# --- from every kind of object ---------------------------------------------------------------


@pytest.mark.parametrize(("parts", "expected"), CASES.values(), ids=CASES)
def test_each_kind_of_object_asks(parts: dict[str, Any], expected: list[str]) -> None:
    assert asked(**parts) == expected


def test_every_origin_has_its_case() -> None:
    tried = {one.rpartition(" ")[2] for _, expected in CASES.values() for one in expected}
    assert tried == {origin.value for origin in Origin}


def test_they_stand_in_the_order_of_the_document() -> None:
    # Whatever kind of object asks, and in whatever order the objects are listed.
    whole = plan(
        tasks=(attrs.evolve(TASK, clause=C["6"], lead=(), support=(), territorial=()), TASK),
        benefits=(BENEFIT,),
        councils=(COUNCIL,),
        duties=(DUTY,),
        ledgers=(LEDGER,),
    )
    numbers = [one.number for one in whole.assignments()]
    assert numbers == sorted(numbers)
    assert set(numbers) == {"1", "2", "3", "4", "5", "6"}


# --- what an assignment says -----------------------------------------------------------------


def test_an_assignment_is_called_by_the_title_of_its_clause() -> None:
    plain, *_ = plan(tasks=(TASK,)).assignments()
    named = attrs.evolve(TASK.clause, title=OTHER)
    one = attrs.evolve(plain, clause=named, source=attrs.evolve(TASK, clause=named))
    assert (plain.title, one.title) == (TASK.clause.summary, OTHER)
    assert one.records()[0]["title_zh"] == OTHER.zh
    assert OTHER.zh in one.explain()


def test_an_assignment_says_what_it_comes_from() -> None:
    titled = attrs.evolve(TASK, title=OTHER, modality=Modality.MAY, part="x", also=(C["3"],))
    weaker = attrs.evolve(BENEFIT, modality=Modality.SHOULD)
    parts = registered(steps=(step("s", Body.FINANCE),))
    whole = plan(
        tasks=(titled, attrs.evolve(TASK, clause=C["5"])),
        benefits=(weaker,),
        duties=(DUTY,),
        targets=(TARGET,),
        **parts,
    )
    first = {one.source: one for one in whole.assignments()}
    one = first[titled]
    assert (one.id, one.number, one.numbers) == ("1/x", "1", ("1/x", "3"))
    assert (one.clause, one.body, one.through) == (C["1"], Body.CIVIL_AFFAIRS, None)
    assert (one.title, one.modality) == (OTHER, Modality.MAY)
    plain = first[whole.tasks[1]]
    assert (plain.title, plain.modality) == (C["5"].summary, Modality.MUST)
    assert (first[weaker].title, first[weaker].modality) == (C["3"].summary, Modality.SHOULD)
    assert first[DUTY].title == first[TARGET].title == NAMED
    assert whole.registration is not None
    assert first[whole.registration.steps[0]].title == OTHER
    assert repr(one) == "<Assignment: 1/x 民政部门 acting (task)>"
    forged = attrs.evolve(titled, part="x\x1b[2K\n2")
    assert repr(attrs.evolve(one, source=forged)) == (
        r"<Assignment: 1/x\x1b[2K\n2 民政部门 acting (task)>"
    )


# --- under a reading -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"tasks": (attrs.evolve(TASK, under=ONE),)}, None),
        ({"stages": (attrs.evolve(STAGE, under=ONE),)}, None),
        ({"stages": (attrs.evolve(STAGE, tasks=(attrs.evolve(TASK, under=ONE),)),)}, None),
        ({"duties": (attrs.evolve(DUTY, under=ONE),)}, None),
        ({"deadlines": (attrs.evolve(DEADLINE, under=ONE),)}, None),
        ({"benefits": (attrs.evolve(BENEFIT, under=ONE),)}, None),
        ({"targets": (attrs.evolve(TARGET, under=ONE),)}, None),
        ({"councils": (attrs.evolve(COUNCIL, under=ONE),)}, None),
        ({"ledgers": (attrs.evolve(LEDGER, under=ONE),)}, None),
        (
            {"ledgers": (attrs.evolve(LEDGER, rows=(attrs.evolve(ROWS[0], under=ONE), ROWS[1])),)},
            ["4 各镇 acting target", "4/丙镇 丙镇 acting target"],
        ),
        (registered(routes=ROUTES, under=ONE), None),
        (
            # A step by the registrar is taken by those who register under the reading.
            registered(
                routes=(attrs.evolve(ROUTES[0], under=ONE), ROUTES[1]),
                steps=(step("s", Party.REGISTRAR),),
            ),
            ["6/b 市场监管部门 acting route", "6/s 市场监管部门 acting step"],
        ),
        (registered(steps=(step("s", Body.FINANCE, under=ONE),)), None),
        (
            registered(
                oversight=(
                    Oversight(
                        clause=C["6"], noun=cp.Kindergarten, managed_by=Body.HEALTH, under=ONE
                    ),
                )
            ),
            None,
        ),
    ],
)
def test_what_holds_under_one_reading_only(one: dict[str, Any], other: list[str] | None) -> None:
    by_default = asked(**one)
    assert by_default == asked(**one, readings={"who": "one"})  # the first option
    assert by_default != []
    assert asked(**one, readings={"who": "other"}) == (other or [])


def test_readings_are_checked() -> None:
    whole = plan(tasks=(TASK,))
    asking: list[Any] = [whole.assignments, whole.matrix, partial(whole.tasks_of, "财政局")]
    for ask in asking:
        for unknown in ({"what": "one"}, {"who": "third"}):
            with pytest.raises(NotFound):
                ask(readings=unknown)
        with pytest.raises(InvalidInput):
            ask(readings=["who"])


# --- a council's members ---------------------------------------------------------------------


def test_what_is_asked_of_the_members_is_asked_of_each() -> None:
    whole = plan(tasks=(OF_MEMBERS,), councils=(COUNCIL,))
    found = [one for one in whole.assignments() if one.number == "2"]
    assert said(tuple(found)) == [
        "2 成员单位 acting task",
        "2 县教育局 member task",
        "2 财政局 member task",
    ]
    assert [one.through for one in found] == [None, COUNCIL, COUNCIL]
    # The lead stands beside the members: nobody says that it is one of them.
    assert [one.number for one in whole.tasks_of(Body.HEALTH)] == ["5", "5"]
    assert [one.number for one in whole.tasks_of("县教育局", role=Role.MEMBER)] == ["2", "5"]


def test_members_of_each_council() -> None:
    second = attrs.evolve(COUNCIL, key="second", clause=C["6"], members=(FINANCE, CIVIL))
    empty = attrs.evolve(COUNCIL, key="empty", members=())
    whole = plan(tasks=(OF_MEMBERS,), councils=(COUNCIL, empty, second))
    found = whole.tasks_of("财政局", role=Role.MEMBER)
    assert [(one.number, one.through) for one in found] == [
        ("2", COUNCIL),
        ("2", second),
        ("5", None),
        ("6", None),
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"duties": (attrs.evolve(DUTY, acting=(MEMBERS,)),)}, "2 财政局 member duty"),
        ({"deadlines": (attrs.evolve(DEADLINE, acting=(MEMBERS,)),)}, "2 财政局 member deadline"),
        ({"benefits": (attrs.evolve(BENEFIT, owed_by=(MEMBERS,)),)}, "3 财政局 member benefit"),
        ({"targets": (attrs.evolve(TARGET, acting=(MEMBERS,)),)}, "4 财政局 member target"),
        (
            {"tasks": (attrs.evolve(OF_MEMBERS, acting=(), lead=(MEMBERS,)),)},
            "2 财政局 member task",
        ),
    ],
)
def test_members_of_every_kind_of_object(parts: dict[str, Any], expected: str) -> None:
    assert expected in asked(**parts, councils=(COUNCIL,))
    # Without a council that holds, nobody knows who they are.
    for councils in ((), (attrs.evolve(COUNCIL, under=TWO),)):
        assert expected not in asked(**parts, councils=councils)


def test_members_among_the_members_are_said_once() -> None:
    council = attrs.evolve(COUNCIL, members=(FINANCE, MEMBERS), lead=None, office_at=None)
    assert asked(tasks=(OF_MEMBERS,), councils=(council,)) == [
        "2 成员单位 acting task",
        "2 财政局 member task",
        "5 财政局 member membership",
        "5 成员单位 member membership",
    ]


# --- the matrix ------------------------------------------------------------------------------

PLANS = [*map(cp.get_plan, cp.plan_ids()), NAMES]


def is_grouped(whole: Plan) -> None:
    """Look whether matrix and tasks_of say what the assignments say, each once."""
    every, table = whole.assignments(), whole.matrix()
    cells = [one for row in table.values() for cell in row.values() for one in cell]
    assert len(cells) == len(every)
    for number, row in table.items():
        assert row
        for body, cell in row.items():
            assert cell
            here = [one for one in every if (one.number, one.body) == (number, body)]
            assert list(cell) == here
    order = [clause.number for clause in whole.clauses]
    assert list(table) == sorted(table, key=order.index)
    for body in Body:
        asked_of_it = whole.tasks_of(body)
        assert list(asked_of_it) == [one for one in every if one.body is body]
        in_roles = [one for role in Role for one in whole.tasks_of(body, role=role)]
        assert len(in_roles) == len(asked_of_it)
        assert all(one in asked_of_it for one in in_roles)


@pytest.mark.parametrize("whole", PLANS, ids=lambda whole: whole.id)
def test_the_matrix_is_the_assignments_by_clause_and_body(whole: Plan) -> None:
    is_grouped(whole)


@given(plans())
@settings(max_examples=50)
def test_the_matrix_of_any_plan(whole: Plan) -> None:
    is_grouped(whole)
    for office in whole.offices.values():
        found = whole.tasks_of(office.name)
        assert all(one.body is office.body for one in found)
        named = [one for one in whole.assignments() if one.office == office]
        assert all(one in found for one in named)


def test_a_cell_of_the_matrix() -> None:
    table = plan(tasks=(TASK, OF_MEMBERS), councils=(COUNCIL,)).matrix()
    roles = {body: [one.role for one in cell] for body, cell in table["1"].items()}
    assert roles == {
        Body.HEALTH: [Role.LEAD],
        Body.EDUCATION: [Role.SUPPORT],
        Body.FINANCE: [Role.SUPPORT],
        Body.TOWNSHIP: [Role.TERRITORIAL],
        Body.CIVIL_AFFAIRS: [Role.ACTING],
    }
    assert list(table) == ["1", "2", "5"]
    assert [one.role for one in table["5"][Body.HEALTH]] == [Role.LEAD, Role.ACTING]


@pytest.mark.parametrize("parts", [parts for parts, _ in CASES.values()], ids=CASES)
def test_nobody_of_whom_something_is_asked_is_idle(parts: dict[str, Any]) -> None:
    offices = {**OFFICES, "托育机构": Office("托育机构", Body.INSTITUTIONS)}
    whole = plan(**parts, offices=offices)
    idle = {
        offices[name].body
        for flaw in find_flaws(whole)
        if flaw.code == "idle_body"
        for name in flaw.detail.split(", ")
    }
    assert idle.isdisjoint(one.body for one in whole.assignments())
    assert Body.MEMBER_UNITS in idle
