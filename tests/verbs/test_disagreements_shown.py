"""How the comparison of two sources is shown: the answer first, then each fact under both."""

from datetime import date

import pytest

import careplan as cp
from careplan import results

QUIET = cp.Room(area_m2=9, independent=True)
CLEAN, DIRTY = (cp.Room(clean=clean, existing=True) for clean in (True, False))
FORM = cp.Venue(building_area_m2=7.5, daily_visitors=3, rooms=[CLEAN, QUIET])
VISIT = cp.Venue(building_area_m2=8, waiting_area=False, rooms=[QUIET, DIRTY, cp.Room(area_m2=4)])
FOUND = cp.disagreements(FORM, VISIT, names=("申请表", ("验收记录", "the visit")))


def test_it_says_how_many_then_each_fact_with_both_values() -> None:
    assert FOUND.explain().split("\n") == [
        "2项两者说法不同；1项仅申请表有；2项仅验收记录有",
        "建筑面积：两者不同；申请表：7.5平方米；验收记录：8平方米",
        "日均人流量：仅申请表有；申请表：3人；验收记录：未说明",
        "第1间母婴室是否整洁卫生（验收记录中为第2间母婴室）：两者不同；申请表：整洁卫生；验收记录：不够整洁卫生",
        "第3间母婴室：仅验收记录有；申请表：未列；验收记录：面积4平方米",
        "是否有母婴候乘厅（区）：仅验收记录有；申请表：未说明；验收记录：没有母婴候乘厅（区）",
    ]


def test_english_says_the_same() -> None:
    assert FOUND.explain("en").split("\n")[:3] == [
        "Stated differently: 2; only in 申请表 [zh]: 1; only in the visit: 2",
        "Building area: stated differently; 申请表 [zh]: 7.5 m2; The visit: 8 m2",
        "Daily visitors: only in 申请表 [zh]; 申请表 [zh]: 3 persons; The visit: not stated",
    ]
    assert "Room 1 clean and hygienic (room 2 in the visit)" in FOUND.explain("en")


def test_short_is_the_answer_alone() -> None:
    assert FOUND.explain(detail="short") == "2项两者说法不同；1项仅申请表有；2项仅验收记录有"


def test_sources_that_agree_say_so() -> None:
    same = cp.disagreements(FORM, FORM)
    assert same.explain() == "前者与后者一致，没有不同之处"
    assert same.explain("en") == "The first and the second agree; nothing is stated differently"
    assert same.records() == []
    assert "<table" not in same.to_html()


def test_rows_hold_paths_labels_and_both_values() -> None:
    first, _, third, *_ = FOUND.records()
    assert first == {
        "fact": "building_area_m2",
        "fact_in_b": "building_area_m2",
        "label_zh": "建筑面积",
        "label_en": "building area",
        "stated_by": "both",
        "stated_by_zh": "两者不同",
        "stated_by_en": "stated differently",
        "stated_a_zh": "7.5平方米",
        "stated_a_en": "7.5 m2",
        "stated_b_zh": "8平方米",
        "stated_b_en": "8 m2",
        "unit_zh": "平方米",
        "unit_en": "m2",
    }
    assert (third["fact"], third["fact_in_b"]) == ("rooms[0].clean", "rooms[1].clean")


def test_a_table_says_which_source_is_which() -> None:
    table = FOUND.table()
    assert table.notes[0].zh == "前者为申请表，后者为验收记录"
    assert [column.title("zh") for column in table.columns] == (
        ["事实", "后者中的事实", "项目", "情况", "前者所述", "后者所述", "计量单位"]
    )


def test_it_is_no_truth_value_and_looks_like_its_answer() -> None:
    with pytest.raises(cp.AmbiguousTruth):
        bool(FOUND)
    assert repr(FOUND) == (
        "<Disagreements: Stated differently: 2; only in 申请表 [zh]: 1; only in the visit: 2>"
    )
    assert isinstance(FOUND, results.Result)


def test_texts_of_a_caller_stay_inside_of_their_line() -> None:
    hostile = "甲\n<b>\u202e"
    found = cp.disagreements(
        cp.SlotCount("甲镇", date(2024, 6, 30), 1),
        cp.SlotCount(hostile, date(2024, 6, 30), 1),
        names=(hostile, hostile),
    )
    assert len(found.explain().split("\n")) == 2
    assert "<b>" not in found.to_html()
