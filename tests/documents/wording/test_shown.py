"""A clause in words: all that encodes it is said, so that a page alone can be checked."""

from collections.abc import Iterator
from typing import Any

import pytest

import careplan as cp
import careplan.criteria.nodes as n
from careplan import writing as w
from careplan.base.errors import NotFound
from careplan.base.messages import show
from careplan.criteria.wording import describe
from careplan.documents.authorities.offices import Office
from careplan.documents.rules import Cited, criteria_in
from careplan.documents.wording.shown import ClauseShown

PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]
CLAUSES = [(plan, clause) for plan in PLANS for clause in plan.clauses]
IDS = [f"{plan.id} {clause.number}" for plan, clause in CLAUSES]
venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)


def leaves(criterion: n.Criterion) -> Iterator[n.Criterion]:
    """Yield the parts of a criterion that joins are made of."""
    match criterion:
        case n.AllOf(parts) | n.AnyOf(parts) if parts:
            for part in parts:
                yield from leaves(part)
        case _:
            yield criterion


def spaceless(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("plan", "clause"), CLAUSES, ids=IDS)
def test_all_that_encodes_a_clause_is_said(plan: cp.Plan, clause: w.Clause, language: str) -> None:
    said = plan.show(clause.number).explain(language, detail="all")
    text = spaceless(said)
    assert clause.locator in said
    assert clause.summary.get(language) in said
    for one in plan.encoded_by(clause.number):
        for criterion in own_criteria(one):
            # A duty of everyone is said otherwise: a test of its own.
            for leaf in (one for one in leaves(criterion) if one != n.TRUE):
                assert spaceless(describe(leaf, language)) in text
        for value in figures(one):
            assert spaceless(str(value)) in text.replace(",", "")
    reason = plan.not_encoded.get(clause.number)
    assert reason is None or reason.get(language) in said


def own_criteria(one: Cited) -> Iterator[n.Criterion]:
    """Yield the criteria of an object under every reading, without those of its parts."""
    parts = {
        id(inner) for part in one.with_parts() if part is not one for inner in criteria_in(part)
    }
    yield from (criterion for criterion in criteria_in(one) if id(criterion) not in parts)


def figures(one: Cited) -> Iterator[object]:
    """Yield names of offices, numbers and words of an object itself."""
    for name in ("lead", "support", "acting", "territorial", "members", "owed_by"):
        listed = getattr(one, name, ())
        for office in listed if isinstance(listed, tuple) else [listed]:
            if isinstance(office, Office):
                yield office.name
    for name in ("amount_yuan", "max_points", "pass_mark", "locality", "base"):
        value = getattr(one, name, None)
        if value is not None and value != {}:
            yield show(value, "zh")
    for milestone in getattr(one, "totals", getattr(one, "milestones", ())):
        for end in milestone.ends:
            yield show(end, "zh")


@pytest.mark.parametrize("plan", PLANS, ids=cp.plan_ids())
def test_every_question_is_asked_where_it_matters(plan: cp.Plan) -> None:
    asked = {number: plan.show(number).questions for number in by_number(plan)}
    for question in plan.interpretations:
        for number in question.clauses:
            assert question in asked[number]
        said = plan.show(question.clauses[0]).explain("zh", detail="all")
        assert all(option.text.zh in said for option in question.options)


def by_number(plan: cp.Plan) -> list[str]:
    return [clause.number for clause in plan.clauses]


AREA = w.question(
    "area", "1", "面积指什么", "Which area?",
    usable=("使用面积", "usable area"), plain=("所报面积", "area as reported"),
)  # fmt: skip
OWN = w.Plan.of(
    "own",
    w.Document(title=w.Text(zh="通知", en="notice"), issuer=w.Text(zh="某县", en="a county")),
    (
        w.clause("1", "一", w.MUST, "大市场设室", "Large halls have a room.",
            w.duty(
                applies=cp.all_of(
                    venue.building_area_m2 > 2_000,
                    cp.any_of(venue.serves_passengers, venue.daily_visitors >= 100)),
                requires=w.choose(AREA,
                    usable=cp.some(venue.rooms, room.usable_area_m2 >= 6),
                    plain=cp.some(venue.rooms, room.area_m2 >= 6)))),
        w.clause("2", "二", w.MUST, "分两段", "Two stages.",
            w.stage("work", ("实施", "work"), w.month(2027, 3, until=6), w.task(acting="卫健局"),
                w.task(lead="卫健局", clause="2.a"))),
        w.clause("2.a", "二", w.MUST, "卫健局牵头", "Health leads.", w.encoded_with("2")),
        w.clause("3", "三", w.FACT, "口号", "A slogan.", w.declined("口号", "a slogan")),
        w.clause("4", "四", w.FACT, "还没写", "Not yet."),
    ),
    questions=(AREA,),
    offices=w.office_table(("卫健局", cp.Body.HEALTH)),
)  # fmt: skip


def test_a_duty_is_said_part_by_part_and_reading_by_reading() -> None:
    assert OWN.show("1").explain("en", detail="all").split("\n") == [
        "一 (1) [must] Large halls have a room.",
        "  duty (1)",
        "    force: binding",
        "    about: public place",
        "    for whom: all of these",
        "      building area > 2,000 m2",
        "      passengers wait and board here: yes or daily visitors ≥ 100 persons",
        "    must have:",
        "      read as 'usable area': at least one room with usable area ≥ 6 m2",
        "      read as 'area as reported': at least one room with area ≥ 6 m2",
        "  left open (area): Which area?",
        "    taken (usable): usable area",
        "    otherwise (plain): area as reported",
    ]


def test_a_part_is_said_with_its_clause_and_named_elsewhere() -> None:
    assert OWN.show("2").explain("zh", detail="all").split("\n") == [
        "二（2）【应当】分两段",
        "  阶段（2）",
        "    名称：实施",
        "    时间：2027-03/2027-06",
        "    任务：",
        "      任务（2）",
        "        承担者：卫健局",
        "      另见二（2.a）：卫健局牵头",
    ]
    assert OWN.show("2.a").explain("zh", detail="all").split("\n") == [
        "二（2.a）【应当】卫健局牵头",
        "  任务（2.a）",
        "    牵头单位：卫健局",
        "    属于：阶段（2）",
    ]


def test_what_is_not_encoded_says_why_or_that_it_is_still_to_be_done() -> None:
    assert OWN.show("3").explain("en", detail="all").endswith("\n  not encoded: a slogan")
    assert OWN.show("4").explain("en", detail="all").endswith("\n  not encoded yet")


def test_a_clause_and_a_plan_show_themselves_in_a_notebook() -> None:
    shown = OWN.show("1")
    assert isinstance(shown, ClauseShown)
    assert repr(shown) == "<ClauseShown: 一 (1) [must] Large halls have a room.>"
    assert "building area &gt; 2,000 m2" in shown._repr_html_()
    assert "<table>" not in shown._repr_html_()  # the lines say it all
    clause = OWN.clause("1")
    assert "大市场设室" in clause._repr_html_()
    assert clause._repr_markdown_().startswith("**一（1）【应当】大市场设室**")
    html = OWN._repr_html_()
    assert html.count("<tr>") == 1 + len(OWN.clauses)
    assert "5 clauses: 3 encoded, 1 declined with a reason, 1 neither" in html
    assert "Which area?" not in html  # the clause says it


def test_records_say_of_every_clause_what_encodes_it() -> None:
    rows: list[dict[str, Any]] = [dict(row) for row in OWN.records()]
    assert [row["number"] for row in rows] == ["1", "2", "2.a", "3", "4"]
    assert [row["encoded_by"] for row in rows] == ["Rule", "Stage, Task", "Task", None, None]
    assert [row["not_encoded_en"] for row in rows] == [None, None, None, "a slogan", None]
    assert [row["questions"] for row in rows] == ["area", None, None, None, None]
    assert rows[0]["modality_zh"] == "应当"
    assert OWN.show("1").records() == rows[:1]
    assert OWN.clause("1").records()[0].items() <= rows[0].items()


def test_a_duty_of_everyone_is_said_to_be_one() -> None:
    plan = w.Plan.of(
        "own", "通知", [w.clause("1", "一", "应当", "设室", w.duty(requires=venue.waiting_area))],
        issuer="某县",
    )  # fmt: skip
    assert "    适用于：所有此类对象" in plan.show("1").explain("zh", detail="all").split("\n")
    assert "    for whom: every one of them" in plan.show("1").explain("en", detail="all").split("\n")


def test_a_term_that_no_fact_decides_is_said_without_a_criterion() -> None:
    plan = w.Plan.of(
        "own", "通知", [w.clause("1", "一", "陈述", "用语", w.term("小屋"))], issuer="某县"
    )
    assert plan.show("1").explain("zh", detail="all").split("\n")[1:] == ["  用语（1）", "    所称：小屋"]


def test_an_unknown_clause_is_not_shown() -> None:
    with pytest.raises(NotFound) as caught:
        OWN.show("2.b")
    assert caught.value.known == ("1", "2", "2.a", "3", "4")
