"""What verbs answer, lists of it and records as tables; and what is none."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from own_bodies import MARKET
from samples import BDA, DAWA, MALL, SHIYAN, SHUANGLIAO

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.base.messages import sentences

NURSERY = cp.Institution(inclusive=True)
BOTH = [SHUANGLIAO, SHIYAN]


def titles(table: cp.Table, language: str = "zh") -> list[str]:
    return [column.title(language) for column in table.columns]


def test_what_has_a_table_of_its_own_is_that_table() -> None:
    assessment, ledger = cp.assess(MALL, SHUANGLIAO), DAWA.ledgers["slots"]
    for one in (assessment, SHUANGLIAO, SHUANGLIAO.clauses[0], ledger):
        for language in ("zh", "en"):
            assert cp.table(one, language) == one.table(language)


def test_clauses_follow_each_other() -> None:
    table = cp.table(DAWA.clauses)
    assert titles(table) == ["编号", "出处", "用语", "内容摘要"]
    assert table.rows == tuple(row for one in DAWA.clauses for row in one.table().rows)


def test_answers_of_a_list_follow_each_other_and_notes_are_said_once() -> None:
    day = date(2024, 5, 1)
    listed = [cp.assess(one, DAWA, on=day) for one in (NURSERY, cp.Institution(inclusive=False))]
    table = cp.table(listed)
    assert len(table.rows) == sum(len(one.records()) for one in listed)
    assert [note.zh for note in table.notes][:1] == ["以2024年5月1日为准"]
    assert len(set(table.notes)) == len(table.notes)


def test_tasks_name_the_office_its_role_and_where_they_come_from() -> None:
    tasks = SHUANGLIAO.tasks_of(cp.Body.HEALTH, role=cp.Role.LEAD)
    table = cp.table(tasks)
    assert titles(table)[:4] == ["编号", "条款", "出处", "名称"]
    assert len(table.rows) == len(tasks)
    (row,) = (row for row in table.records() if row["number"] == "7.1.b")
    # 七（一）: the health bureau leads.
    assert (row["office"], row["body"], row["role"]) == ("市卫生健康局", "health", "lead")
    assert (row["origin"], row["locator"]) == ("task", "七（一）")
    assert tasks[0].explain("zh").startswith(f"{tasks[0].title.zh}：")


def test_a_member_is_asked_through_its_council() -> None:
    records = [one.records()[0] for one in SHUANGLIAO.tasks_of(cp.Body.TRADE_UNION)]
    through = {row["number"]: row["through"] for row in records}
    # 七（一）: each member designates a section; 七（三）speaks to the federation itself.
    assert through["7.1.c"] == "双辽市母婴设施建设工作协调组"
    assert through["7.3.b"] is None


def test_tasks_of_several_plans_stand_behind_their_plan() -> None:
    asked = cp.tasks_of(BOTH, cp.Body.TRADE_UNION)
    table = cp.table(asked, "en")
    assert titles(table, "en")[:2] == ["plan", "number"]
    assert [(row["plan_id"], row["number"]) for row in table.records()] == [
        (plan_id, one.id) for plan_id, tasks in asked.items() for one in tasks
    ]


def test_a_matrix_has_a_row_a_clause_and_a_column_a_body() -> None:
    asked = SHUANGLIAO.matrix()
    table = cp.table(asked)
    assert titles(table)[:3] == ["编号", "出处", "内容摘要"]
    assert [row[0] for row in table.rows] == list(asked)
    (row,) = (row for row in table.records() if row["number"] == "7.1.b")
    assert [key for key, cell in row.items() if cell is not None][3:] == ["Body.HEALTH"]
    assert (row["locator"], row["Body.HEALTH"]) == ("七（一）", "牵头单位")
    assert row["summary"] == SHUANGLIAO.clause("7.1.b").summary.zh
    # 三（二）asks local government twice, as territorial and as acting.
    (row,) = (row for row in table.records() if row["number"] == "3.2.b")
    assert row["Body.LOCAL_GOVERNMENT"] == "属地责任、承担单位"
    assert [note.zh for note in table.notes] == ["空白表示未说明或无此项，不是零"]


def test_a_matrix_of_several_plans_names_them() -> None:
    asked = cp.matrix(BOTH)
    table = cp.table(asked, "en")
    assert titles(table, "en")[:4] == ["plan", "number", "where it stands", "summary"]
    assert [row[:2] for row in table.rows] == list(asked)


def test_a_matrix_without_a_gap_has_no_blank_to_explain() -> None:
    plan = cp.Plan.of(
        "own",
        "方案",
        [w.clause("1", "一", "应当", "市场中心牵头", w.task(lead="市场中心"))],
        issuer="某县",
        offices={"市场中心": MARKET},
    )
    table = cp.table(plan.matrix())
    assert (titles(table)[-1], table.rows[0][-1]) == (MARKET.label.zh, "牵头单位")
    assert table.notes == ()


def test_flaws_have_a_row_each() -> None:
    flaws = find_flaws(BDA)
    table = cp.table(flaws)
    assert titles(table) == ["程度", "代码", "涉及条款", "具体内容", "问题"]
    assert [row["clauses"] for row in table.records()] == [", ".join(one.clauses) for one in flaws]
    for flaw in flaws:
        (row,) = flaw.records()
        assert flaw.text("zh").endswith(str(row["problem_zh"]))
        word, problem = flaw.severity.label.get("en"), row["problem_en"]
        assert flaw.explain("en", detail="short").split("\n")[0] == f"{word}: {problem}"
        assert str(row["problem_zh"]) in flaw._repr_markdown_().replace("\\", "")


@pytest.mark.parametrize("listed", [SHIYAN.assignments(), find_flaws(BDA), DAWA.clauses])
def test_every_column_of_a_list_has_a_heading(listed: Any) -> None:
    for key in listed[0].records()[0]:
        assert f"column.{key.removesuffix('_zh').removesuffix('_en')}" in sentences()


def test_records_may_have_columns_of_the_callers_own() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    table = cp.table([{"venue": "甲", **row} for row in a.records()])
    assert titles(table)[:2] == ["venue", "方案"]
    assert [row[1:] for row in table.rows] == list(a.table().rows)
    own = cp.table([{"面积": 12.5, "开放": True, "结果": cp.Outcome.MET}], "en")
    assert [column.kind.name for column in own.columns] == ["NUMBER", "FLAG", "MEMBER"]
    assert own.rows == ((Decimal("12.5"), True, "met"),)


@pytest.mark.parametrize("nothing", [(), [], {}])
def test_nothing_is_a_table_without_columns(nothing: Any) -> None:
    assert cp.table(nothing) == cp.Table(columns=[], rows=[])


ASSIGNED = SHUANGLIAO.tasks_of(cp.Body.HEALTH)


@pytest.mark.parametrize(
    ("what", "found"),
    [
        (None, [("what", "wrong_type")]),
        (3, [("what", "wrong_type")]),
        ("甲镇", [("what", "wrong_type")]),
        (cp.Venue(), [("what", "wrong_type")]),
        ([3], [("what[0]", "wrong_type")]),
        ([None, {}], [("what[0]", "none_inside")]),
        ([{}, SHUANGLIAO], [("what[1]", "wrong_type")]),
        ([SHUANGLIAO, {}], [("what[1]", "wrong_type")]),
        ([{"a": 1, 3: 2}], [("what[0][3]", "wrong_type")]),
        ([{"a": []}], [("rows[0].a", "wrong_type")]),
        ({"a": 1}, [("what", "wrong_type")]),
        ({"a": (3,)}, [("what", "wrong_type")]),
        ({3: ASSIGNED}, [("what", "wrong_type")]),
        ({"1": {}}, [("what", "wrong_type")]),
        ({"1": {"health": ASSIGNED}}, [("what", "wrong_type")]),
        ({"1": {cp.Body.HEALTH: ()}}, [("what", "wrong_type")]),
        ({"1": {cp.Body.HEALTH: [3]}}, [("what", "wrong_type")]),
        ({"1": {cp.Body.HEALTH: (3,)}}, [("what", "wrong_type")]),
        ({("1", 2): {cp.Body.HEALTH: ASSIGNED}}, [("what", "wrong_type")]),
    ],
)
def test_what_is_no_table_is_refused(what: Any, found: list[tuple[str, str]]) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        cp.table(what)
    assert [(one.path, one.code) for one in caught.value.problems] == found


def test_there_is_no_third_language() -> None:
    with pytest.raises(cp.NotFound):
        cp.table((), "fr")
