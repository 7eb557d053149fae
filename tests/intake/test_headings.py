"""Headings: whole ones match a fact, and every one that is not certain is said."""

from collections.abc import Mapping
from datetime import date

import attrs
import pytest

import careplan as cp
from careplan import intake
from careplan import writing as w
from careplan.intake.heads.aliases import ALIASES, SET_ASIDE
from careplan.intake.heads.headings import bare, names_of_facts, stacked

DAY = {"on": date(2024, 6, 30)}


def uses(row: Mapping[str, object], noun: type[w.Noun]) -> dict[str, str]:
    return {one.text: one.use.value for one in intake.read([row], noun).headings}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("托位数（个）", "托位数"),
        ("托位数(个)", "托位数"),
        ("托位数（个)", "托位数"),  # brackets of two kinds
        ("普惠托位 数量", "普惠托位数量"),
        ("序\u3000号", "序号"),
        ("\ufeff街道", "街道"),
        ("地\u200b址", "地址"),
        ("托位数①", "托位数"),
        ("托位数[3]", "托位数"),
        ("托位数（注1）", "托位数"),
        ("Utilisation Rate (Note 3)", "utilisationrate"),
        ("您的机构所在城市：", "您的机构所在城市"),
        ("金额（单位：元）", "金额"),
        ("金额（元/人/月）", "金额"),  # a unit, and no three levels
        ("已建成（非新建）", "已建成(非新建)"),  # what is no unit is part of the name
        ("机构性质/举办类别", "机构性质/举办类别"),
        ("托位\n数", "托位数"),
    ],
)
def test_a_heading_is_compared_without_blanks_marks_and_its_unit(heading: str, name: str) -> None:
    assert bare(heading).name == name


def test_the_unit_of_a_heading_is_kept() -> None:
    assert bare("常住人口（万人）").unit.factor == 10_000  # type: ignore[union-attr]
    assert bare("面积（㎡）").unit.text == "m2"  # type: ignore[union-attr]
    assert bare("补助/金额（元/月）").unit.text == "元/月"  # type: ignore[union-attr]
    assert bare("托位数").unit is None
    # The upper of two levels says it, or both say the same.
    assert bare("人口（万人）/2020年").unit.factor == 10_000  # type: ignore[union-attr]
    assert bare("人口（万人）/常住（万人）").unit.factor == 10_000  # type: ignore[union-attr]
    assert bare("金额（万元）/补助（元）").unit.code == "cell.unit_unknown"  # type: ignore[union-attr]


def test_headings_of_several_levels_are_stacked() -> None:
    merged: list[list[str | None]] = [
        ["序号", "机构性质", None, None, None, "普惠性托位数（个）"],
        ["", "类型", "", "举办类别", "", ""],
        ["", "托育机构", "幼儿园托班", "公办", "民办", ""],
    ]
    # The head of T01: 机构性质 over four columns, of which two and two have a heading between.
    assert stacked(merged) == (
        "序号",
        "机构性质/类型/托育机构",
        "机构性质/类型/幼儿园托班",
        "机构性质/举办类别/公办",
        "机构性质/举办类别/民办",
        "普惠性托位数（个）",
    )


def test_a_part_of_a_heading_matches_nothing() -> None:
    row = {"联系机构": "甲", "普惠托位数": 6, "托位剩余数": 2, "3岁以下普惠入托数": 3, "床位数": 9}
    found = uses(row, cp.Institution)
    assert found.pop("联系机构") == "set_aside"
    assert set(found.values()) == {"unmatched"}
    # Where no column is read, no row is an item.
    assert [one.kind for one in intake.read([row], cp.Institution).skipped] == [
        intake.RowKind.UNREAD
    ]


def test_what_is_unclear_by_itself_is_unmatched() -> None:
    row = dict.fromkeys(("状态", "类型", "性质", "收托人數", "填表日期", "容量"), "甲")
    assert set(uses(row, cp.Institution).values()) == {"unmatched"}


def test_two_headings_of_one_fact_are_not_read() -> None:
    found = intake.read([{"普惠": "是", "是否普惠": "否", "托位": 6}], cp.Institution)
    assert found.items == (cp.Institution(slots=6),)
    assert [(p.row, p.column, p.code) for p in found.problems] == [
        (None, "普惠", "intake.heading.doubled"),
        (None, "是否普惠", "intake.heading.doubled"),
    ]
    assert "普惠、是否普惠" in found.problems[0].text("zh")
    # What the caller says wins, and the other is not read.
    found = intake.read(
        [{"普惠": "是", "是否普惠": "否"}], cp.Institution, columns={"是否普惠": "inclusive"}
    )
    assert (found.items[0].inclusive, found.problems) == (False, ())


def test_repeated_headings_are_not_read_unless_the_place_is_named() -> None:
    rows = [["甲镇", 20, 30]]
    headings = ["镇街", "托位数", "托位数"]
    found = intake.read(rows, cp.SlotCount, headings=headings, given=DAY)
    assert found.items == ()
    assert [p.code for p in found.problems] == ["intake.heading.repeated", "intake.no_column"]
    assert "1、2" in found.problems[0].text("zh")
    found = intake.read(rows, cp.SlotCount, {2: "slots", 1: None}, headings=headings, given=DAY)
    assert (found.items[0].slots, found.problems) == (30, ())
    assert found.rows[0].raw == {"镇街": "甲镇", "托位数": 20, "托位数[2]": 30}


def test_an_unmatched_heading_suggests_what_it_was_meant_for() -> None:
    row = {"托(tuo)位(wei)数": 60, "举办方式": "民办", "托位书": 3}
    found = intake.read([row], cp.Institution)
    meant = {one.text: one.suggestion for one in found.headings}
    assert meant == {"托(tuo)位(wei)数": "托位数", "举办方式": None, "托位书": "托位数"}
    assert found.items == (cp.Institution(ownership_mode=cp.OwnershipMode.PRIVATE),)
    assert found.problems[0].suggestion == "托位数"


def test_a_heading_without_text_is_said_only_of_what_it_holds() -> None:
    found = intake.read([["甲", 1, ""]], cp.Institution, headings=["名称", "", None])
    assert [(one.use.value) for one in found.headings] == ["set_aside", "unmatched", "set_aside"]
    assert [p.column for p in found.problems] == [""]


def test_what_is_given_is_not_read_from_a_column_as_well() -> None:
    rows = [{"镇街": "甲镇", "托位数": 20, "统计日期": "2024-12-31"}]
    found = intake.read(rows, cp.SlotCount, given=DAY)
    assert found.items == (cp.SlotCount("甲镇", date(2024, 6, 30), 20),)
    assert [(p.column, p.code) for p in found.problems] == [("统计日期", "intake.heading.given")]
    found = intake.read(rows, cp.SlotCount, {"统计日期": None}, given=DAY)
    assert found.problems == ()


def test_facts_of_a_part_are_matched_by_their_labels() -> None:
    found = intake.read([{"远离污染源": "是", "临近输油输气管道": "否"}], cp.Institution)
    assert found.items[0].site == cp.Site(away_from_pollution=True, near_pipeline=False)
    assert found.items[0].premises is None


def test_names_in_english_match_as_well() -> None:
    found = intake.read([{"slots": 12, "Profit status": "for_profit"}], cp.Institution)
    assert (found.items[0].slots, found.items[0].profit_status) == (
        12,
        cp.ProfitStatus.FOR_PROFIT,
    )


def test_the_columns_of_a_ledger_are_known_by_their_labels() -> None:
    clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="任务"))
    columns = (w.column("slots", "托位"), w.column("rooms", "母婴室"))
    owed = (w.Milestone(date(2024, 12, 31), 10), w.Milestone(date(2024, 12, 31), 2, of="rooms"))
    ledger = w.Ledger(
        clause=clause,
        key="both",
        title=clause.summary,
        precision=w.Precision.DAY,
        columns=columns,
        rows=(w.LedgerRow(clause=clause, locality="甲镇", milestones=owed),),
    )
    rows = [{"镇街": "甲镇", "现有托位数": "12个", "母婴室": "－"}]
    found = intake.read(rows, cp.LedgerCount, localities=ledger, given=DAY)
    # Of the rooms nothing is stated, and no count is made.
    assert found.items == (cp.LedgerCount("甲镇", DAY["on"], "slots", 12),)
    assert found.problems == ()


def test_localities_may_stand_in_headings() -> None:
    rows = [{"类别": "医院", "甲区": "65", "乙县": "-", "鞋城": "1", "合计": "65"}]
    found = intake.read(
        rows,
        cp.LedgerCount,
        {"类别": "of"},
        localities=["甲区", "乙县"],
        places_in_headings=True,
        given=DAY,
    )
    assert found.items == (cp.LedgerCount("甲区", DAY["on"], "医院", 65),)
    assert [(p.column, p.code) for p in found.problems] == [("鞋城", "intake.heading.place")]
    with pytest.raises(cp.InvalidInput, match="noun"):
        intake.read(
            rows, cp.Institution, {"类别": None}, localities=["甲区"], places_in_headings=True
        )
    with pytest.raises(cp.InvalidInput, match="localities"):
        intake.read(rows, cp.LedgerCount, places_in_headings=True)


def test_a_name_of_two_facts_is_no_match() -> None:
    @attrs.frozen(kw_only=True)
    class Two(w.Noun):
        first: int | None = w.count("数")
        second: int | None = w.count("数")

    found = intake.read([{"数": 1}], Two)
    assert found.items == ()
    assert found.problems[0].suggestion == ("数", "数")


def test_no_alias_is_of_two_facts_of_a_noun() -> None:
    """An alias that two facts of one noun share would never match."""
    for noun in (cp.SlotCount, cp.LedgerCount, cp.Institution, cp.Venue, cp.Employer, cp.Room):
        doubled = {name: paths for name, paths in names_of_facts(noun).items() if len(paths) > 1}
        assert doubled == {}


def test_what_is_set_aside_is_no_name_of_our_facts() -> None:
    named = {bare(word).name for words in ALIASES.values() for word in words.split()}
    names = {bare(word).name for word in ALIASES["name"].split()}
    assert {bare(word).name for word in SET_ASIDE} & named == names


def test_a_wrong_name_of_a_column_is_refused_with_what_is_there() -> None:
    rows = [{"镇街": "甲镇", "托位数": 20}]
    with pytest.raises(cp.InvalidInput) as refused:
        intake.read(rows, cp.SlotCount, {"托位书": "slots", "镇街": "town", 7: None}, given=DAY)
    assert [p.code for p in refused.value.problems] == ["not_found"] * 3
    with pytest.raises(cp.InvalidInput, match="all said to hold"):
        intake.read(rows, cp.SlotCount, {"镇街": "slots", "托位数": "slots"}, given=DAY)
    with pytest.raises(cp.InvalidInput, match="more than once"):
        intake.read([[1, 2]], cp.SlotCount, {"数": "slots"}, headings=["数", "数"])
    with pytest.raises(cp.InvalidInput, match="expected"):
        intake.read(rows, cp.SlotCount, {"镇街": 3}, given=DAY)


@pytest.mark.parametrize(
    ("cell", "rooms", "code"),
    # 1 stands for yes in published lists of rooms, beside a column of their number.
    [
        ("1", None, None),
        (1.0, None, None),
        (0, 0, None),
        ("2", None, "cell.code"),
        ("2间", 2, None),
        ("是", None, None),
        ("-", None, None),
        ("在建", None, "cell.not_a_number"),
    ],
)
def test_a_column_that_asks_whether_there_are_any_does_not_say_how_many(
    cell: object, rooms: int | None, code: str | None
) -> None:
    found = intake.read([{"是否有母婴室": cell}], cp.Venue)
    (venue,) = found.items
    assert (None if venue.rooms is None else len(venue.rooms)) == rooms
    assert [problem.code for problem in found.problems] == ([] if code is None else [code])


def test_a_heading_of_a_rate_makes_no_amount() -> None:
    fee = {"保育费（元/月）": 3000}
    columns = {"保育费（元/月）": "amount_yuan"}
    found = intake.read([fee], Subsidy, columns=columns, currency="元")
    assert [problem.code for problem in found.problems] == ["cell.rate"]


@attrs.frozen(kw_only=True)
class Subsidy(w.Noun):
    """What was paid to an institution."""

    amount_yuan: object = w.number("补助金额", unit=w.YUAN)


def test_a_heading_of_very_many_levels_takes_no_time() -> None:
    # 20,000 marks took 20 seconds where each was looked for a bracket behind it.
    assert bare("托/" * 20_000 + "数").unit is None


def test_rows_that_lack_a_column_are_unread_and_not_unstated() -> None:
    found = intake.read([{"街道名称": "甲街道", "托位数": 3}], cp.SlotCount)
    assert [one.kind for one in found.skipped] == [intake.RowKind.UNREAD]
    assert [p.fact for p in found.problems] == ["on"]


@pytest.mark.parametrize("heading", ["Number of Places", "NUMBER OF  PLACES (Note 2)", "定員"])
def test_a_heading_of_several_words_is_an_alias_too(heading: str) -> None:
    found = intake.read([{heading: 60}], cp.Institution)
    assert (found.items, found.problems) == ((cp.Institution(slots=60),), ())
