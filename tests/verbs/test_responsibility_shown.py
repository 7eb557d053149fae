"""Matrices and lists of tasks as they show themselves: `look/f` is Dawa 三、四."""

from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.display.views.parts import Chips, Form, Grid, Role, View
from careplan.display.views.words import Muted, Small, Strong
from careplan.documents.wording.assigned import Matrix

DAWA, SHIYAN, BAODI = map(cp.get_plan, ("dawa_2023", "shiyan_2021", "baodi_2020"))


def view(one: Any, language: str = "zh") -> View:
    shown: View = one._view(language, None)  # noqa: SLF001 - what is written out
    return shown


def grid(shown: View, part: int = 0) -> Grid:
    return next(block for block in shown.parts[part].blocks if isinstance(block, Grid))


def drawn() -> Matrix[str]:
    """Return the tasks as drawn: where the text shares out who leads and who supports."""
    asked = DAWA.matrix()
    rows = {key: row for key, row in asked.items() if key.endswith("resp")}
    return Matrix(rows, asked.plans)


def test_the_drawn_matrix_is_shown_as_drawn() -> None:
    shown = view(drawn())
    assert shown.title == "任务分工表"
    assert shown.source == f"依据：{DAWA.document.title.zh}（{DAWA.document.number}）"
    assert shown.answer is not None
    assert shown.answer.sentence == (
        "共22项任务、18家单位。区卫生健康局牵头最多，为5项。每项均列有牵头单位。"
    )
    table = grid(shown)
    assert table.form is Form.MATRIX
    assert [head.title for head in table.heads][:5] == [
        "任务", "区卫生健康局", "区教育局", "区住房城乡建设局", "区民政局",
    ]  # fmt: skip
    assert table.heads[-1].title == "各镇街"  # which only has a territory
    assert {head.role for head in table.heads[1:]} == {Role.CHIP}
    first = [cell.words if cell else None for cell in table.lines[0].cells]
    named = dict(zip([head.title for head in table.heads], first, strict=True))
    assert named["区人力资源社会保障局"] == (Strong("牵头"),)
    assert named["区总工会"] == ("配合",)
    assert named["各镇街"] == (Muted("属地"),)
    assert named["区教育局"] == ()


def test_sums_stand_below_and_a_rule_between_the_parts() -> None:
    table = grid(view(drawn()))
    leads, supports = ([cell.words for cell in line.cells if cell] for line in table.foot)
    assert leads[:6] == ["牵头项数", "5", "3", "3", "3", "3"]  # as drawn
    assert supports[:6] == ["配合项数", "9", "6", "5", "4", "1"]
    # Of 三（一）3, （二）3, （三）3, （四）5, （五）4 and 四 4 tasks the first of each but one.
    divided = [place for place, line in enumerate(table.lines) if line.divided]
    assert divided == [3, 6, 9, 14, 18]


def test_the_chips_say_what_they_stand_for() -> None:
    shown = view(drawn())
    chips = next(block for block in shown.parts[0].blocks if isinstance(block, Chips))
    assert chips.items == (
        (Strong("牵头"), "牵头单位"), ("配合", "责任单位"), (Muted("属地"), "属地责任"),
    )  # fmt: skip


def test_what_only_names_who_acts_stands_below() -> None:
    shown = view(DAWA.matrix())
    assert shown.parts[1].title == "其他事项（72项）"
    assert [head.title for head in grid(shown, 1).heads] == ["序号", "任务", "承担单位"]
    assert "另有72项只写承担单位，列于后。" in DAWA.matrix().explain("zh")


def test_only_who_acts_is_a_list_without_a_heading() -> None:
    plan = w.Plan.of("own", "通知", [w.clause("1", "一", "应当", "巡查", w.task(acting="卫健局"))],
                     issuer="某县", offices={"卫健局": cp.Body.HEALTH})  # fmt: skip
    shown = view(plan.matrix())
    assert [part.title for part in shown.parts] == [""]
    assert shown.answer is not None
    assert (shown.answer.sentence, shown.notes) == ("共1项任务、1家单位。", ())


def test_of_many_bodies_a_list_is_made() -> None:
    rows = cp.matrix([DAWA, SHIYAN, BAODI])
    shown = view(rows)
    heads = [head.title for head in grid(shown).heads]
    assert heads[:4] == ["序号", "任务", "牵头单位", "责任单位"]
    name = grid(shown).lines[0].cells[1]
    assert name is not None
    assert Small(DAWA.document.title.zh) in tuple(name.words)  # type: ignore[arg-type]
    assert shown.source.count("依据：") == 3  # type: ignore[union-attr]


def test_tasks_without_a_lead_are_counted() -> None:
    assert "其中4项未列牵头单位。" in BAODI.matrix().explain("zh")


def test_a_matrix_is_a_mapping_that_says_its_rows() -> None:
    asked = DAWA.matrix()
    assert asked == dict(asked.items())
    assert repr(drawn()).startswith("<Matrix: 22 tasks, 18 bodies. ")
    rows = asked.records()
    assert len(rows) == len(DAWA.assignments())
    several = cp.matrix([DAWA])
    assert {row["plan_id"] for row in several.records()} == {"dawa_2023"}
    assert cp.columns(asked).pandas.keys() == cp.columns(dict(asked.items())).pandas.keys()
    assert cp.table(asked).rows == asked.table().rows


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_asked_is_said_so(language: str) -> None:
    empty = cp.matrix([])
    assert view(empty, language).answer is not None
    assert view(empty, language).parts == ()
    none = DAWA.tasks_of(cp.Body.HEALTH, role=cp.Role.MEMBER)
    assert view(none, language).parts == ()
    assert none.explain("zh") == "没有任务。"
    assert none == ()


def test_a_list_of_tasks_shows_itself() -> None:
    led = cp.get_plan("shuangliao_2021").tasks_of(cp.Body.HEALTH, role=cp.Role.LEAD)
    assert led.explain("zh").split("\n")[0] == "共2项：牵头单位2项。"
    cells = [[cell.words for cell in line.cells if cell] for line in grid(view(led)).lines]
    assert [(row[2], row[3], row[4]) for row in cells] == [
        ("市卫生健康局", "牵头单位", "七（一）")
    ] * 2
    assert len(led.records()) == 2


def test_of_several_that_lead_most_it_is_said_how_often_each_does() -> None:
    # 宝坻: 街镇政府 and 卫生健康 each lead one task.
    said = cp.get_plan("baodi_2020").matrix().explain(detail="short")
    assert "牵头最多，各1项。" in said
