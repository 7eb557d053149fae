"""What a first user found taken for granted: each is read, or said."""

from datetime import date
from typing import Any

import attrs
import pytest

import careplan as cp
from careplan import intake
from careplan import writing as w
from careplan.intake.reading import Writing

JUNE, MARCH = date(2024, 6, 30), date(2024, 3, 31)


def counts(rows: Any, **options: Any) -> intake.Intake[cp.SlotCount]:
    return intake.read(rows, cp.SlotCount, given={"on": JUNE}, **options)


@attrs.frozen(kw_only=True)
class Paid(w.Noun):
    """What was paid, and for how many."""

    paid_yuan: int | None = w.number("金额", unit=w.YUAN)
    slots: int | None = w.count("托位数")


def test_a_heading_and_the_unit_of_a_row_that_say_two_units_say_none() -> None:
    rows = [["项目", "单位", "金额（万元）"], ["建设", "元", "12.5"], ["运行", "万元", "1"]]
    found = intake.read(rows, Paid, {"项目": None}, unit_column="单位")
    assert [one.paid_yuan for one in found.items] == [None, 10_000]
    assert [(p.row, p.code) for p in found.problems] == [(2, "cell.two_units")]


@pytest.mark.parametrize(
    "line",
    [
        ["续表", "", ""],
        ["", "（盖章）", ""],
        ["以上数据截至6月30日", "", ""],
        ["填表人：张三", "审核人：李四", ""],
        ["说明：甲区未报", "", ""],
    ],
)
def test_a_line_below_a_table_is_no_institution(line: list[str]) -> None:
    rows = [["区县", "机构名称", "托位数"], ["甲区", "A", 10], ["甲区", "B", ""], line]
    named = {"区县": None}
    found = intake.read(rows, cp.Institution, named)
    assert [one.slots for one in found.items] == [10, None]  # B is an institution, line none
    assert [one.number for one in found.skipped] == [4]


def test_a_number_without_a_place_is_said() -> None:
    found = counts([["镇街", "托位数"], ["甲镇", 100], ["", 60], ["合计", 160]])
    assert [(p.row, p.code, p.fact) for p in found.problems] == [(3, "intake.lacks", "locality")]
    assert found.problems[0].text("zh") == "第3行：此行有数而没有说明“镇街”，不知是谁的，未读入"


def test_a_column_that_makes_its_own_items_needs_what_each_of_them_does() -> None:
    columns = {"1月": intake.each("slots"), "2月": intake.each("slots", on=MARCH)}
    found = intake.read([{"镇街": "甲镇", "1月": 3, "2月": 4}], cp.SlotCount, columns)
    assert [one.slots for one in found.items] == [4]
    assert [(p.column, p.code, p.fact) for p in found.problems] == [
        ("1月", "intake.no_column", "on")
    ]


def test_sums_are_checked_of_columns_that_hold_no_fact() -> None:
    rows = [
        ["镇街", "甲", "乙", "合计"],
        ["某镇", "5个", 3, 99],
        ["另镇", 1, "-", 9],
        ["丙镇", 1, 2, 3],
    ]
    found = intake.read(
        rows,
        cp.SlotCount,
        {"甲": "slots", "乙": None, "合计": None},
        given={"on": JUNE},
        sums={"合计": ["甲", "乙"]},
    )
    assert [(p.row, p.code, p.parameters["summed"]) for p in found.problems] == [
        (2, "intake.sum_differs", 8)
    ]


def test_the_totals_of_a_cross_table_are_checked() -> None:
    rows: list[Any] = [["类别", "甲区", "乙区", "合计"], ["医院", 65, 51, 116], ["商场", 2, 1, 4]]
    options: Any = {
        "localities": ["甲区", "乙区"],
        "places_in_headings": True,
        "given": {"on": JUNE},
        "columns": {"类别": "of"},
    }
    found = intake.read(rows, cp.LedgerCount, **options)
    assert [(p.row, p.column, p.code) for p in found.problems] == [
        (3, "合计", "intake.sum_differs")
    ]
    # Where a column is of no locality, what it adds is not known.
    rows = [[*rows[0], "鞋城"], [*rows[1], 1]]
    found = intake.read(rows, cp.LedgerCount, **options)
    assert [p.code for p in found.problems] == ["intake.heading.place"]


def test_a_total_of_a_day_is_of_the_rows_of_that_day() -> None:
    rows: list[list[Any]] = [
        ["镇街", "日期", "托位数"],
        ["甲镇", "2024-03-31", 100],
        ["乙镇", "2024-03-31", 20],
        ["合计", "2024-03-31", 120],
        ["甲镇", "2024-06-30", 150],
        ["乙镇", "2024-06-30", 30],
        ["合计", "2024-06-30", 181],
    ]
    found = intake.read(rows, cp.SlotCount)
    assert [(one.printed, one.summed) for one in found.totals] == [(120, 120), (181, 180)]
    assert [(p.row, p.code) for p in found.problems] == [(7, "intake.total_differs")]
    # Without a day it is of the rows since the total before, if these add up to it.
    without = [[*row[:1], "", row[2]] if row[0] == "合计" else row for row in rows]
    found = intake.read(without, cp.SlotCount)
    assert [(one.printed, one.summed) for one in found.totals] == [(120, 120), (181, 300)]


def test_a_total_that_is_too_small_is_wrong_whatever_is_not_stated() -> None:
    found = counts([["镇街", "托位数"], ["甲镇", 100], ["乙镇", "-"], ["合计", 90]])
    assert [p.code for p in found.problems] == ["intake.total_differs"]


@pytest.mark.parametrize("note", ["？", "待核实", "拟建", "已停业", "减少5", "核定80", "新增5"])
def test_a_note_that_changes_a_number_makes_it_doubtful(note: str) -> None:
    found = counts([{"镇街": "甲镇", "托位数": f"60（{note}）"}])
    assert found.items == ()
    assert [(p.code, p.suggestion) for p in found.problems] == [("cell.changed", 60)]


def test_two_numbers_of_a_place_on_a_day_are_none() -> None:
    rows = [["镇街", "托位数"], ["甲镇", 5], ["甲镇", 7], ["乙镇", 3], ["乙镇", 3]]
    found = counts(rows)
    assert [one.locality for one in found.items] == ["乙镇", "乙镇"]
    assert [(p.row, p.code) for p in found.problems] == [
        (3, "intake.two_counts"),
        (5, "intake.repeated_place"),
    ]
    cross = [["类别", "甲区"], ["医院", 5], ["医院", 7]]
    crossed = intake.read(
        cross,
        cp.LedgerCount,
        {"类别": "of"},
        localities=["甲区"],
        places_in_headings=True,
        given={"on": JUNE},
    )
    assert (crossed.items, [p.code for p in crossed.problems]) == ((), ["intake.two_counts"])


def test_what_was_meant_is_looked_for_in_each_fact_that_a_column_may_hold() -> None:
    facts = ("ownership_mode", "legal_form")
    found = intake.read([{"性质": "民办非企业", "托位": 1}], cp.Institution, {"性质": facts})
    assert found.problems[0].suggestion == (
        cp.OwnershipMode.PRIVATE,
        cp.LegalForm.SOCIAL_SERVICE_ORGANISATION,
    )
    found = intake.read([{"性质": "民办非企业", "托位": 1}], cp.Institution, {"性质": facts[1:]})
    assert found.problems[0].suggestion is cp.LegalForm.SOCIAL_SERVICE_ORGANISATION


def test_under_a_heading_that_counts_none_is_no_number() -> None:
    for heading, code in (("母婴室数量", "cell.none_or_not_stated"), ("母婴室", None)):
        found = intake.read([{heading: "无"}], cp.Venue)
        assert found.items[0].rooms == (None if code else ())
        assert [p.code for p in found.problems] == ([code] if code else [])


def test_an_intake_goes_into_a_file() -> None:
    rows = [["镇街", "托位数"], ["甲镇", 1], ["乙镇", "无"], ["合计", 2]]
    found = counts(rows)
    again = cp.codec.loads(cp.codec.dumps(found), intake.Intake)
    assert (again.items, again.problems, again.totals) == (
        found.items,
        found.problems,
        found.totals,
    )


def test_a_month_may_stand_for_its_last_day_if_the_table_means_so() -> None:
    rows = [{"镇街": "甲镇", "日期": "2024年6月", "托位数": 3}]
    assert intake.read(rows, cp.SlotCount).items == ()
    found = intake.read(rows, cp.SlotCount, last_day=True)
    assert found.items == (cp.SlotCount("甲镇", JUNE, 3),)
    assert found.rows[0].notes["日期"] == ("2024年6月",)
    assert intake.read([{**rows[0], "日期": "6月"}], cp.SlotCount, last_day=True).items == ()


def test_a_table_written_as_a_sheet_is_read_without_its_notes() -> None:
    table = cp.Table(
        columns=[cp.Column("a", "镇街"), cp.Column("b", "托位数")], rows=[], notes=["空白"]
    )
    assert counts([["镇街", "托位数"], ["注：空白", ""]]).skipped[0].kind is intake.RowKind.NOTE
    assert "注：空白" in table.to_csv(notes=True)


def test_two_columns_of_one_row_that_count_the_same_are_reported() -> None:
    columns = {name: intake.each("slots", on=JUNE) for name in ("城区", "农村")}
    rows = [{"镇街": "甲镇", "城区": 20, "农村": 30}]
    found = intake.read(rows, cp.SlotCount, columns)
    assert (found.items, [(p.row, p.code) for p in found.problems]) == (
        (),
        [(1, "intake.two_counts")],
    )


def test_a_column_of_items_of_its_own_goes_before_one_that_only_matches() -> None:
    columns = {"规划": intake.each("slots", on=JUNE)}
    found = intake.read([{"镇街": "甲镇", "托位数": 20, "规划": 30}], cp.SlotCount, columns)
    assert [one.slots for one in found.items] == [30]
    uses = {one.text: one.use for one in found.headings}
    assert uses["托位数"] is intake.HeadingUse.SET_ASIDE


def test_what_a_caller_names_is_there_or_refused() -> None:
    rows = [{"镇街": "甲镇", "托位数": 3}]
    for columns in ({2.5: "slots"}, {None: "slots"}):
        with pytest.raises(cp.InvalidInput, match="no column named"):
            counts(rows, columns=columns)
    for skip in (-1, 2, True, "1"):
        with pytest.raises(cp.InvalidInput, match="skip"):
            counts(rows, skip=skip)


def test_a_problem_of_the_whole_table_has_no_place() -> None:
    (problem,) = intake.read([{"镇街": "甲镇", "托位数": 3}], cp.SlotCount).problems
    assert problem.text() == "没有一栏是“日期”，而每一项都须有；请指明哪一栏是，或在表外给出"
    assert problem.as_problem().path == ""


def test_a_unit_of_a_row_that_is_none_leaves_the_number_unread_whatever_the_heading() -> None:
    rows = [["项目", "单位", "金额（万元）"], ["建设", "头牛", "12.5"], ["运行", "头牛", "-"]]
    found = intake.read(rows, Paid, {"项目": None}, unit_column="单位")
    assert [one.paid_yuan for one in found.items] == [None, None]
    assert [(p.row, p.code) for p in found.problems] == [(2, "cell.unit_unknown")]


def test_cells_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careplan.intake.rows.cell._MOST_KEPT", 1)
    found = counts([{"镇街": f"{n}镇", "托位数": f"{n}个"} for n in range(4)])
    assert [one.slots for one in found.items] == [0, 1, 2, 3]


def test_a_group_cell_that_a_frame_left_blank_is_carried_down() -> None:
    # pandas has NaN where a merged cell has no value.
    first = {"镇街": "甲镇", "日期": MARCH, "托位数": 3}
    rows = [first, {"镇街": float("nan"), "日期": JUNE, "托位数": 4}]
    found = intake.read(rows, cp.SlotCount, carry=["镇街"])
    assert [(one.locality, one.slots) for one in found.items] == [("甲镇", 3), ("甲镇", 4)]


def test_the_keywords_of_a_table_are_those_of_its_habits() -> None:
    assert set(Writing.__annotations__) == {one.name for one in attrs.fields(intake.Habits)}
