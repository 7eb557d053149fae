"""Who acts: roles in tasks, meetings that are kept, councils, and what a plan encodes of them."""

from typing import Any

import pytest
from small_plans import clauses_of

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput, NotFound
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.documents.authorities.calendar import Stage
from careplan.documents.authorities.offices import office_table
from careplan.documents.authorities.tasks import Council, Meeting, Task
from careplan.documents.clauses import Document, Modality, by_number
from careplan.documents.periods import month
from careplan.documents.plan import Plan
from careplan.nouns.bodies import Body, Level, Role
from careplan.plans import get_plan

NAMED = Text(zh="名称", en="name")
OFFICES = office_table(
    ("县卫健局", Body.HEALTH, Level.COUNTY),
    ("县教育局", Body.EDUCATION, Level.COUNTY),
    ("财政局", Body.FINANCE),
    ("民政局", Body.CIVIL_AFFAIRS),
    ("各镇", Body.TOWNSHIP, Level.TOWN),
)
HEALTH, EDUCATION, FINANCE, CIVIL_AFFAIRS, TOWNS = OFFICES.values()
# A fictitious county's document: eight clauses of one task or none each.
CLAUSES = clauses_of(
    ("1", "一", Modality.MUST, "甲", "A."),
    ("2", "二", Modality.MUST, "乙", "B."),
    ("3", "三", Modality.SHOULD, "丙", "C."),
    ("4", "四", Modality.FACT, "丁", "D."),
    ("5", "五", Modality.MUST, "戊", "E."),
    ("6", "六", Modality.FACT, "己", "F."),
)
C = by_number(CLAUSES)
TASKS = (
    Task(clause=C["3"], lead=(FINANCE,)),
    Task(
        clause=C["1"],
        lead=(HEALTH,),
        support=(EDUCATION, FINANCE),
        acting=(CIVIL_AFFAIRS,),
        territorial=(TOWNS,),
        open_list=True,
    ),
)
STAGED = Task(clause=C["2"], lead=(EDUCATION,), support=(HEALTH, EDUCATION), also=(C["5"],))
STAGE = Stage(clause=C["2"], key="first", title=NAMED, period=month(2021, 6), tasks=(STAGED,))
PLAN = Plan(
    id="own",
    document=Document(title=NAMED, issuer=NAMED),
    clauses=CLAUSES,
    tasks=TASKS,
    stages=(STAGE,),
    offices=OFFICES,
    not_encoded={"4": NAMED, "1": NAMED, "9": NAMED},
)


# --- a task ----------------------------------------------------------------------------------


def test_the_offices_of_a_task_by_role() -> None:
    _, task = TASKS
    assert task.offices(Role.LEAD) == (HEALTH,)
    assert task.offices(Role.SUPPORT) == (EDUCATION, FINANCE)
    assert task.offices(Role.ACTING) == (CIVIL_AFFAIRS,)
    assert task.offices(Role.TERRITORIAL) == (TOWNS,)
    assert task.offices(Role.MEMBER) == ()  # of a council, which says so itself
    assert set(task.offices()) == {HEALTH, EDUCATION, FINANCE, CIVIL_AFFAIRS, TOWNS}
    assert len(task.offices()) == 5
    for odd in ("lead", Body.HEALTH, 0):
        with pytest.raises(InvalidInput) as caught:
            task.offices(odd)  # type: ignore[arg-type]
        assert [(p.path, p.code) for p in caught.value.problems] == [("role", "wrong_type")]


def test_a_task_may_say_what_part_of_its_clause_it_is() -> None:
    # One object for each of several things a clause asks, told apart by their part.
    first, second = (
        Task(clause=C["1"], part=part, title=NAMED, modality=modality, lead=(HEALTH,))
        for part, modality in (("a", None), ("b", Modality.SHOULD))
    )
    assert (first.id, second.id) == ("1/a", "1/b")
    plain = Task(clause=C["1"])
    assert (plain.title, plain.modality) == (None, None)


# --- meetings and councils -------------------------------------------------------------------

PLENARY: dict[str, Any] = {"clause": C["3"], "key": "plenary", "title": NAMED, "chaired_by": NAMED}


@pytest.mark.parametrize(
    ("bounds", "outcomes"),
    [
        # Outcomes of 0, 1, 2, 3 meetings. 原则上每年1-2次: a third is no breach.
        ({"least_per_year": 1, "most_per_year": 2, "in_principle": True}, "- + + +"),
        ({"least_per_year": 1, "most_per_year": 2}, "- + + -"),
        ({"least_per_year": 2}, "- - + +"),
        ({"least_per_year": 2, "in_principle": True}, "- - + +"),
        ({"least_per_year": 0, "most_per_year": 1}, "+ + - -"),
        ({}, "? ? ? ?"),
        ({"in_principle": True}, "? ? ? ?"),
    ],
)
def test_a_meeting_is_kept_by_its_number_a_year(bounds: dict[str, Any], outcomes: str) -> None:
    meeting = Meeting(**PLENARY, **bounds)
    expected = {"-": Outcome.NOT_MET, "+": Outcome.MET, "?": Outcome.NOT_MEASURABLE}
    assert [meeting.kept(held) for held in range(4)] == [expected[o] for o in outcomes.split()]


def test_the_plenary_of_shiyan() -> None:
    # 十堰 附件 三（一）: 全体会议原则上年开1至2次 (a1.3.1.a).
    meetings = [m for council in get_plan("shiyan_2021").councils for m in council.meetings]
    (plenary,) = (m for m in meetings if (m.least_per_year, m.most_per_year) == (1, 2))
    assert plenary.in_principle is True
    assert [plenary.kept(held) for held in (0, 1, 2, 3)] == [
        Outcome.NOT_MET,
        Outcome.MET,
        Outcome.MET,
        Outcome.MET,
    ]


def test_a_council_knows_its_kinds_of_meeting() -> None:
    plenary, special = Meeting(**PLENARY), Meeting(**{**PLENARY, "key": "special"})
    council = Council(clause=C["3"], key="council", name="联席会议", meetings=(plenary, special))
    assert council.meeting("plenary") is plenary
    assert council.meeting("special") is special
    with pytest.raises(NotFound) as caught:
        council.meeting("plenery")
    assert (caught.value.kind, caught.value.suggestion) == ("meeting", "plenary")
    for odd in (None, 1, plenary):
        with pytest.raises(NotFound):
            council.meeting(odd)
    assert council.lead is None
    assert council.members == ()


# --- a plan asked about its offices and clauses ---------------------------------------------


def test_an_office_is_found_by_its_local_name() -> None:
    assert PLAN.office("县卫健局") is HEALTH
    with pytest.raises(NotFound) as caught:
        PLAN.office("县卫健委")
    assert (caught.value.kind, caught.value.suggestion) == ("office", "县卫健局")
    for odd in (None, HEALTH, Body.HEALTH):
        with pytest.raises(NotFound):
            PLAN.office(odd)


def test_what_encodes_a_clause() -> None:
    assert PLAN.encoded_by("1") == (TASKS[1],)
    assert PLAN.encoded_by("2") == (STAGE, STAGED)
    assert PLAN.encoded_by("5") == (STAGED,)  # says the same again
    assert PLAN.encoded_by("4") == ()
    for unknown in ("9", None, C["1"]):
        with pytest.raises(NotFound):
            PLAN.encoded_by(unknown)


def test_the_coverage_of_a_plan() -> None:
    coverage = PLAN.coverage()
    assert coverage.encoded == ("1", "2", "3", "5")
    assert coverage.declined == ("4",)
    assert coverage.missing == ("6",)
    assert set(coverage.extra) == {"1", "9"}  # encoded all the same, and no clause at all
    assert coverage.complete is False


@pytest.mark.parametrize(
    ("not_encoded", "complete"),
    [
        ({"4": NAMED, "6": NAMED}, True),
        ({"4": NAMED}, False),  # 6 is missing
        ({"4": NAMED, "6": NAMED, "1": NAMED}, False),  # 1 is encoded
        ({"4": Text(zh="口号"), "6": NAMED}, True),  # a reason in Chinese alone is one
        ({"4": Text(zh=" "), "6": NAMED}, False),
        ({"4": Text(zh="口号", en=" "), "6": NAMED}, False),  # one that was left blank is none
    ],
)
def test_a_complete_coverage(not_encoded: dict[str, Text], complete: bool) -> None:
    plan = Plan(
        id="own",
        document=PLAN.document,
        clauses=CLAUSES,
        tasks=TASKS,
        stages=(STAGE,),
        not_encoded=not_encoded,
    )
    assert plan.coverage().complete is complete


@pytest.mark.parametrize("held", [None, "3", 1.5, -1, True])
def test_a_number_of_meetings_is_a_count(held: Any) -> None:
    meeting = cp.get_plan("shiyan_2021").councils[0].meeting("plenary")
    with pytest.raises(cp.InvalidInput):
        meeting.kept(held)


def test_a_bound_from_above_alone() -> None:
    clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))
    title = cp.Text(zh="会", en="meeting")
    strict = w.Meeting(clause=clause, key="m", title=title, chaired_by=title, most_per_year=2)
    assert [strict.kept(held) for held in (0, 2, 3)] == [
        cp.Outcome.MET,
        cp.Outcome.MET,
        cp.Outcome.NOT_MET,
    ]
