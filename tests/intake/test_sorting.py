"""Which rows of a table are items: no total is one, and no item is taken for a total."""

from datetime import date

import pytest

import careplan as cp
from careplan.intake import RowKind

ON = {"on": date(2024, 6, 30)}


@pytest.mark.parametrize(
    "word",
    # Words of published tables, with what is added to them: which area, how many there are.
    [
        "盘锦市合计",
        "全市合计",
        "公办小计",
        "合计（26家）",
        "合计：26家",
        "总计(个)",
        "【合计】",
        "合计数",
    ],
)
def test_a_total_that_says_of_what_it_is_is_no_item(word: str) -> None:
    rows = [{"机构名称": "甲园", "托位数": 60}, {"机构名称": word, "托位数": 60}]
    found = cp.intake.read(rows, cp.Institution)
    assert [one.slots for one in found.items] == [60]
    assert [(one.kind, one.number) for one in found.skipped] == [(RowKind.TOTAL, 2)]


@pytest.mark.parametrize("name", ["合计时托育园", "会计学校托班", "小计划托育园", "全市第一托育园"])
def test_a_name_that_only_begins_like_a_total_is_an_item(name: str) -> None:
    found = cp.intake.read([{"机构名称": name, "托位数": 60}], cp.Institution)
    assert len(found.items) == 1


def test_whom_a_nursery_serves_is_no_total() -> None:
    rows = [{"机构名称": "甲园", "服务范围": "全市", "说明": "公办小计", "托位数": 60}]
    found = cp.intake.read(rows, cp.Institution)
    assert [one.slots for one in found.items] == [60]


def test_a_level_above_an_item_is_no_subtotal() -> None:
    # Lists of the districts of municipalities name 市辖区 as the level between, on every row.
    rows = [
        {"市": "市辖区", "区县": "东城区", "托位数": 60},
        {"市": "市辖区", "区县": "西城区", "托位数": 40},
        {"市": "市辖区", "区县": "", "托位数": 100},
    ]
    found = cp.intake.read(rows, cp.SlotCount, given=ON)
    assert [one.locality for one in found.items] == ["东城区", "西城区"]
    assert [(one.row, one.agrees) for one in found.totals] == [(3, True)]


def test_the_area_of_all_is_a_total_behind_a_number_or_a_day() -> None:
    rows = [
        {"统计日期": date(2024, 6, 30), "序号": 1, "区县": "甲区", "托位数": 60},
        {"统计日期": date(2024, 6, 30), "序号": 2, "区县": "全市", "托位数": 60},
    ]
    found = cp.intake.read(rows, cp.SlotCount)
    assert [one.locality for one in found.items] == ["甲区"]


def test_the_last_of_two_subtotals_in_a_row_is_of_all() -> None:
    slots = {"甲镇": 60, "甲区小计": 60, "乙镇": 40, "乙区小计": 40, "丙市合计": 100}
    rows = [{"镇街": place, "托位数": said} for place, said in slots.items()]
    found = cp.intake.read(rows, cp.SlotCount, given=ON)
    # 60; 40; 60 + 40
    assert [(one.row, one.summed) for one in found.totals] == [(2, 60), (4, 40), (5, 100)]
    assert found.problems == ()


def test_marks_that_repeat_their_headings_make_no_row_of_headings() -> None:
    rows = [
        ["机构名称", "普惠", "备案", "托位数"],
        ["甲园", "普惠", "备案", None],
        ["机构名称", "普惠", "备案", "托位数（个）"],
    ]
    found = cp.intake.read(rows, cp.Institution)
    assert [one.inclusive for one in found.items] == [True]
    assert [(one.kind, one.number) for one in found.skipped] == [(RowKind.HEADING, 3)]


@pytest.mark.parametrize(
    "cells",
    [
        ("审核人：李某", "联系电话：（略）"),
        ("填报单位（盖章）：", ""),
        ("（续上表）", ""),
        ("单位负责人:", "填表日期："),
    ],
)
def test_who_filled_in_a_table_is_no_item(cells: tuple[str, str]) -> None:
    rows = [["机构名称", "举办方式"], ["审核托育园", "公办"], list(cells)]
    found = cp.intake.read(rows, cp.Institution)
    assert [one.number for one in found.rows] == [2]
    assert [one.kind for one in found.skipped] == [RowKind.NOTE]
