"""A clause in words: all that encodes it is said, so that a page alone can be checked."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from fields_said import fields_said
from filing import FILING
from unmade import lines_said

import careplan as cp
import careplan.criteria.nodes as n
from careplan import writing as w
from careplan.base.errors import NotFound
from careplan.base.messages import show
from careplan.criteria.wording.criteria import describe
from careplan.criteria.wording.labels import label
from careplan.criteria.wording.values import value_text
from careplan.display.result import Shown
from careplan.display.views.parts import Detail, Facts, Grid, Part
from careplan.display.views.words import Mark, Strong, Tag
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
        case n.AllOf(joined) | n.AnyOf(joined) if joined:
            for part in joined:
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
                for word in words_of(leaf, language):
                    assert spaceless(word) in text
        for value in figures(one):
            assert spaceless(str(value)) in text.replace(",", "")
    reason = plan.not_encoded.get(clause.number)
    assert reason is None or reason.get(language) in said


def words_of(leaf: n.Criterion, language: str) -> tuple[str, ...]:
    """Return what is said of a leaf: several that ask one fact for a value are said as one."""
    match leaf:
        case n.Has(noun=noun, path=path, item=item):
            return label(noun, path, language), show(item, language)
        case n.Compare(noun=noun, path=path, value=value) if not isinstance(value, bool):
            return label(noun, path, language), value_text(noun, path, value, language)
        case _:
            return (describe(leaf, language),)


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


def parts(shown: Shown, language: str = "zh") -> tuple[Part, ...]:
    view = shown._view(language, Detail.NORMAL)  # noqa: SLF001 - what is written out
    return view.parts


def test_a_duty_is_said_part_by_part_and_reading_by_reading() -> None:
    rule: Any = OWN.rules["1"]
    asked = rule.requires.options
    area, crowd = rule.applies.parts
    assert fields_said(OWN.show("1"), "en") == [
        "duty",
        "  force: binding",
        "  about: public place",
        "  for whom: all of these",
        f"    {describe(area, 'en')}",
        f"    {describe(crowd, 'en')}",
        "  must have:",
        f"    read as 'usable area': {describe(asked['usable'], 'en')}",
        f"    read as 'area as reported': {describe(asked['plain'], 'en')}",
    ]
    (left,) = (part for part in parts(OWN.show("1"), "en") if "Readings" in part.title)
    (grid,) = left.blocks
    assert isinstance(grid, Grid)
    assert [cell.words for cell in grid.lines[0].cells if cell is not None] == [
        "Which area?", Strong("usable area"), "area as reported", "①",
    ]  # fmt: skip


def test_a_part_is_said_with_its_clause_and_named_elsewhere() -> None:
    period = OWN.stages[0].period.told("zh")
    assert fields_said(OWN.show("2"), "zh") == [
        "阶段",
        "  名称：实施",
        f"  时间：{period}",
        "  任务：",
        "    任务",
        "      承担者：卫健局",
        "    另见二：卫健局牵头",
    ]
    assert fields_said(OWN.show("2.a"), "zh") == ["任务", "  牵头单位：卫健局", "  属于：阶段"]


def test_what_others_name_of_steps_goes_by_what_they_do() -> None:
    # A notice stands in for a receipt, and what is published comes behind either.
    (zh, en) = (fields_said(FILING.show("1"), language) for language in ("zh", "en"))
    place = zh.index("      办理：步骤notice")
    assert zh[place + 1 : place + 6] == [
        "      由谁办理：托育机构",
        "      向谁办理：卫生健康部门",
        "      须先完成：步骤file",
        "      时限：15日内",
        "      可代替：步骤receipt",
    ]
    assert "      须先完成：步骤receipt、步骤notice" in zh
    assert "      in place of: step receipt" in en
    assert not any("可代替：receipt" in line for line in zh)


def test_what_is_not_encoded_says_why_or_that_it_is_still_to_be_done() -> None:
    said = OWN.show("3").explain("en").split("\n")[0]
    assert said == "Not encoded: A slogan. (statement) The reason: a slogan."
    said = OWN.show("4").explain("zh").split("\n")[0]
    assert said == "尚未编码：还没写（陈述）。"


def test_a_clause_and_a_plan_show_themselves_in_a_notebook() -> None:
    shown = OWN.show("1")
    assert isinstance(shown, ClauseShown)
    assert repr(shown) == "<ClauseShown: Large halls have a room. (must) Encoded as: duty.>"
    assert "2000平方米" in shown._repr_html_()
    clause = OWN.clause("1")
    assert "大市场设室" in clause._repr_html_()
    html = OWN._repr_html_()
    assert "未齐：通知共5条：已编3条，说明理由未编1条，尚未编码1条。" in OWN.explain("zh")
    assert "5条：已编3条，说明理由未编1条，尚未编码1条" in html
    assert "哪个面积" not in html  # the clause says it


def test_the_layers_of_a_clause_are_said_with_whom_they_bind() -> None:
    assert OWN.show("2").explain("zh").split("\n")[0] == (
        "分两段（应当）。共2层：阶段1项、任务1项。"
    )
    (layers, *_) = parts(OWN.show("2"))
    (grid,) = layers.blocks
    assert isinstance(grid, Grid)
    assert [[cell.words for cell in line.cells if cell is not None] for line in grid.lines] == [
        ["①", "应当", "—", "实施", "阶段"],
        ["②", "应当", "卫健局", "分两段", "任务"],
    ]


def test_a_plan_says_first_what_is_not_encoded_yet() -> None:
    facts, missing, whole = parts(OWN)
    assert isinstance(facts.blocks[0], Facts)
    assert dict(facts.blocks[0].pairs)["发文字号"] == "未载"
    assert (missing.title, whole.title) == ("尚未编码（1条）", "条款（5条）")
    (grid,) = whole.blocks
    assert isinstance(grid, Grid)
    assert [line.cells[4].words for line in grid.lines if line.cells[4]] == [
        "义务", "阶段、任务", "任务", "未编：口号", Tag(Mark.OPEN, "尚未编码"),
    ]  # fmt: skip


def test_a_plan_says_when_it_is_in_force_and_what_it_supersedes() -> None:
    document = w.Document(
        title="通知", issuer="某县", number="某政〔2027〕1号", issued_on=date(2027, 1, 2),
        in_force=(date(2027, 2, 1), None), supersedes=("旧通知",),
    )  # fmt: skip
    plan = w.Plan.of("own", document, [w.clause("1", "一", w.FACT, "还没写")])
    (facts,) = parts(plan)[0].blocks
    assert isinstance(facts, Facts)
    said = dict(facts.pairs)
    assert (said["发文字号"], said["代替"]) == ("某政〔2027〕1号", "旧通知")
    assert said["成文日期"] == show(date(2027, 1, 2), "zh")


def test_coverage_shows_what_is_left_and_on_request_all() -> None:
    found = OWN.coverage()
    assert lines_said(found) == [
        "未齐：共5条：已编3条，说明理由未编1条，尚未编码1条。",
        f"依据：{OWN.document.title.zh}",
        "尚未编码（1条）",
        "  四；内容：还没写",
        "说明理由未编（1条）",
        "  三；内容：口号",
        "注：据原文：5条",
    ]
    assert "已编（3条）" in found.explain("zh", detail="all")
    assert repr(found) == (
        "<Coverage: Not complete: 5 clauses: 3 encoded, 1 not, for a reason, 1 not yet.>"
    )
    assert [row["state"] for row in found.records()] == ["missing", "declined", *["encoded"] * 3]
    vain = attrs.evolve(found, extra=("9",))
    assert "多余的理由（1条）\n  9" in vain.explain("zh")
    assert vain.records()[1]["locator"] is None


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
    assert "  适用于：所有此类对象" in fields_said(plan.show("1"), "zh")
    assert "  for whom: every one of them" in fields_said(plan.show("1"), "en")
    assert "所有公共场所" in plan.show("1").explain("zh")


def test_a_term_that_no_fact_decides_is_said_without_a_criterion() -> None:
    plan = w.Plan.of(
        "own", "通知", [w.clause("1", "一", "陈述", "用语", w.term("小屋"))], issuer="某县"
    )
    assert fields_said(plan.show("1"), "zh") == ["用语", "  所称：小屋"]


def test_an_unknown_clause_is_not_shown() -> None:
    with pytest.raises(NotFound) as caught:
        OWN.show("2.b")
    assert caught.value.known == ("1", "2", "2.a", "3", "4")
