"""Rows become items: what is set aside, what is given from outside, what is refused."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

import careplan as cp
from careplan import intake
from careplan import writing as w

JUNE = date(2024, 6, 30)
LEDGER = cp.get_plan("dawa_2023").ledgers["slots"]


def counts(rows: Any, **options: Any) -> intake.Intake[cp.SlotCount]:
    return intake.read(rows, cp.SlotCount, given={"on": JUNE}, **options)


def kinds(found: intake.Intake) -> list[tuple[int, str]]:
    return [(one.number, one.kind.value) for one in found.skipped]


def test_mappings_and_lists_say_the_same() -> None:
    rows = [{"镇街": "甲镇", "托位数": "20"}, {"托位数": "30", "镇街": "乙镇"}]
    lists: list[Any] = [("镇街", "托位数"), ("甲镇", "20"), ("乙镇", "30")]
    expected = (cp.SlotCount("甲镇", JUNE, 20), cp.SlotCount("乙镇", JUNE, 30))
    assert counts(rows).items == counts(lists).items == expected
    assert counts(iter(rows)).items == expected
    assert counts(lists[1:], headings=["镇街", "托位数"]).items == expected
    assert counts([("表", ""), *lists], headings=2).items == ()  # 表/镇街 is no heading we know
    titled = counts([("某区托位表", ""), ("单位：个", None), *lists], skip=2)
    assert (titled.items, titled.rows[0].number) == (expected, 4)
    levels = [["托育", None], ["镇街", "托位数"]]
    named = {"托育/镇街": "locality", "托育/托位数": "slots"}
    assert counts(lists[1:], headings=levels, columns=named).items == expected
    pairs = [{("托育", "镇街"): "甲镇", ("托育", "托位数"): 20}]  # as frames name two levels
    assert counts(pairs, columns={("托育", "托位数"): "slots", 0: "locality"}).items == expected[:1]


def test_a_row_keeps_its_number_its_cells_and_its_notes() -> None:
    found = counts(
        [{"镇街": "合计", "托位数": 50}, {"镇街": "甲镇", "托位数": "约50个", "备注": "x"}]
    )
    (row,) = found.rows
    assert (row.number, row.raw["托位数"], row.notes["托位数"]) == (2, "约50个", ("约",))
    assert found.row_of(found.items[0]) is row
    with pytest.raises(cp.InvalidInput):
        found.row_of(cp.SlotCount("甲镇", JUNE, 50))


def test_lines_that_are_no_items_are_set_aside() -> None:
    rows = [
        ["序号", "镇街", "托位数（个）"],
        ["", "单位：个", ""],
        [1, "甲镇", 20],
        [2, "乙镇", 30],
        ["小 计", "", 50],
        ["", "", ""],
        ["序号", "镇街", "托位数（个）"],
        [3, "丙镇", "—"],
        ["", "小计", 0],
        ["", "其中：城区", 20],
        ["", "总  计", 50],
        ["注：截至2024年6月", None, None],
    ]
    found = counts(rows)
    assert [item.locality for item in found.items] == ["甲镇", "乙镇"]
    assert kinds(found) == [
        (2, "unit_line"),
        (5, "subtotal"),
        (6, "blank"),
        (7, "heading"),
        (8, "unstated"),
        (9, "subtotal"),
        (10, "of_which"),
        (11, "total"),
        (12, "note"),
    ]
    # 20 + 30 above the first; nothing stated, and so nothing to check, above the second.
    assert [(one.row, one.printed, one.summed) for one in found.totals] == [
        (5, 50, 50),
        (9, 0, 0),
        (11, 50, 50),
    ]
    assert found.problems == ()


def test_a_subtotal_above_its_rows_is_of_them() -> None:
    rows: list[list[Any]] = [
        ["镇街", "托位数"],
        ["市辖区", 50],
        ["甲区", 20],
        ["乙区", 30],
        ["丙县", 7],
    ]
    found = counts([*rows, ["全市", 60], ["丁县", 1]])
    # 丙县 is no district of the city: 20 + 30 is 50, and all four are 58.
    assert [(one.row, one.printed, one.summed) for one in found.totals] == [
        (2, 50, 50),
        (6, 60, 58),
    ]
    (wrong,) = found.problems
    assert (wrong.code, wrong.row) == ("intake.total_differs", 6)
    rows[1][1] = 51
    total = [*rows, ["全市", 57]]
    assert [(p.row, p.parameters["summed"]) for p in counts(total).problems] == [(2, 57)]


def test_facts_outside_the_rows_are_given() -> None:
    found = intake.read(
        [{"数": "3"}],
        cp.LedgerCount,
        {"数": "number"},
        given={"on": JUNE, "of": "rooms", "locality": "甲"},
    )
    assert found.items == (cp.LedgerCount("甲", JUNE, "rooms", 3),)
    with pytest.raises(cp.InvalidInput) as refused:
        counts([{"镇街": "甲", "托位数": 1}], currency="个", carry=["托位"], on_problem="ignore")
    assert {p.path for p in refused.value.problems} == {"currency", "carry", "on_problem"}
    with pytest.raises(cp.InvalidInput) as refused:
        intake.read([], cp.SlotCount, given={"on": "2024-06-30", "town": 1})
    assert {p.path for p in refused.value.problems} == {"given.on", "given.town"}


@attrs.frozen(kw_only=True)
class Paid(w.Noun):
    """What an institution was paid: no noun of ours."""

    paid_yuan: Decimal | None = w.number("补助", unit=w.YUAN)
    slots: int | None = w.count("托位数")


@pytest.mark.parametrize(
    ("rows", "options", "paid"),
    [
        ([["补助（万元）"], ["0.42"]], {}, 4200),
        ([["补助"], ["0.42"]], {"currency": "万元"}, 4200),
        ([["补助"], ["金额单位：万元"], ["0.42"]], {}, 4200),
        ([["补助（元）"], ["金额单位：万元"], ["4200"]], {}, 4200),  # the nearer one
        ([["补助"], ["4200元"]], {"currency": "万元"}, 4200),
        ([["补助"], ["0.42"]], {}, None),
        ([["补助"], ["单位：元"], ["单位：万元"], ["0.42"]], {}, None),
        ([["补助"], ["单位：头"], ["0.42"]], {}, None),
    ],
)
def test_the_unit_of_money_is_never_guessed(rows: Any, options: Any, paid: object) -> None:
    found = intake.read(rows, Paid, **options)
    assert found.items[0].paid_yuan == paid
    assert bool(found.problems) is (paid is None)


def test_a_unit_beside_the_table_that_may_be_of_any_column_leaves_numbers_unread() -> None:
    rows = [["托位数"], ["单位：万人"], ["5"], ["-"]]
    found = intake.read(rows, Paid)
    assert [item.slots for item in found.items] == [None, None]
    assert [(p.row, p.code) for p in found.problems] == [(3, "intake.unit_line")]
    assert intake.read([["托位数"], ["单位：个"], ["5"]], Paid).items[0].slots == 5


def test_the_unit_of_a_row_may_stand_in_a_column() -> None:
    @attrs.frozen(kw_only=True)
    class Figure(w.Noun):
        value: int | None = w.count("数值")

    rows = [
        {"指标": "人口", "单位": "万人", "数值": "755.7"},
        {"指标": "机构", "单位": "个", "数值": "5195"},
        {"指标": "死亡率", "单位": "‰", "数值": "5.6"},
        {"指标": "托位", "单位": "", "数值": "20"},
        {"指标": "又一", "单位": "#REF!", "数值": "20"},
        {"指标": "某", "单位": "头牛", "数值": "20"},
    ]
    found = intake.read(rows, Figure, {"指标": None, "单位": None}, unit_column="单位")
    assert [item.value for item in found.items] == [7_557_000, 5195, None, 20, None, None]
    assert [p.row for p in found.problems] == [3, 5, 6]


def test_group_cells_are_carried_down_when_asked() -> None:
    rows = [
        ["镇街", "统计日期", "托位数"],
        ["甲镇", "2023-12-31", 10],
        ["", "2024-06-30", 20],
        ["-", "2024-12-31", 30],
        ["小计", "", ""],
        ["", "2024-06-30", 5],
        ["乙镇", "2024-06-30", 6],
        [None, "2024-12-31", 7],
    ]
    found = intake.read(rows, cp.SlotCount, carry=["镇街"])
    assert [(one.locality, one.slots) for one in found.items] == [
        ("甲镇", 10),
        ("甲镇", 20),
        ("乙镇", 6),
        ("乙镇", 7),
    ]  # a dash says "not stated", and a subtotal ends the group: whose the others are is not said
    assert kinds(found)[:2] == [(4, "unread"), (5, "subtotal")]
    with pytest.raises(cp.InvalidInput, match="holds numbers"):
        intake.read(rows, cp.SlotCount, carry=["托位数"])


def test_a_column_of_yes_or_no_that_holds_a_code_is_not_read() -> None:
    rows = [{"普惠": "1", "托位": 3}, {"普惠": 2, "托位": 3}, {"普惠": "3", "托位": 3}]
    found = intake.read(rows, cp.Institution)
    assert [item.inclusive for item in found.items] == [None, None, None]
    assert [(p.row, p.code, p.value) for p in found.problems] == [(None, "intake.heading.code", 2)]
    found = intake.read([{"普惠": "1"}, {"普惠": 0.0}], cp.Institution)
    assert [item.inclusive for item in found.items] == [True, False]
    assert intake.read(rows[1:2], cp.Institution, yes=["2"]).items[0].inclusive is True


def test_a_collection_is_stated_by_its_number_and_by_what_is_said_of_its_items() -> None:
    columns = {"面积": "rooms[0].area_m2", "独立": "rooms[0].independent"}
    rows = [
        {"母婴室": "2间", "面积": "8.5㎡", "独立": "是"},
        {"母婴室": "无", "面积": "", "独立": ""},
        {"母婴室": "有", "面积": "10", "独立": ""},
        {"母婴室": "有", "面积": "", "独立": ""},
        {"母婴室": "", "面积": "", "独立": ""},
        {"母婴室": "0", "面积": "6", "独立": ""},
        {"母婴室": "几间", "面积": "6", "独立": "否"},
    ]
    found = intake.read(rows, cp.Venue, columns, headings=["母婴室", "面积", "独立"])
    room = cp.Room(area_m2=Decimal("8.5"), independent=True)
    assert [venue.rooms for venue in found.items] == [
        (room, cp.Room()),
        (),
        (cp.Room(area_m2=10),),
        None,  # some, and nobody says how many
        None,
        None,  # how many there are is not certain, whatever is said of the first
    ]
    assert kinds(found) == [(5, "blank")]
    assert next((p.row, p.code) for p in found.problems) == (6, "intake.items_at_odds")
    assert Counter(p.row for p in found.problems) == {6: 1, 7: 1}


def test_a_count_of_equipment_has_a_column_of_its_own() -> None:
    found = intake.read(
        [{"冰箱": "1台", "插座": "-"}],
        cp.Room,
        {"冰箱": "equipment[refrigerator]", "插座": "equipment[power_socket]"},
    )
    assert found.items[0].equipment == {cp.Equipment.REFRIGERATOR: 1}
    for wrong in ("equipment", "rooms[0]", "site"):
        with pytest.raises(cp.InvalidInput):
            intake.read([{"x": 1}], cp.Venue if wrong == "rooms[0]" else cp.Room, {"x": wrong})


def test_one_column_may_hold_either_of_two_facts() -> None:
    rows = [{"性质": "非营利性"}, {"性质": "事业单位"}, {"性质": "某某"}, {"性质": "", "x": "甲"}]
    found = intake.read(rows, cp.Applicant, {"性质": ("profit_status", "legal_form"), "x": None})
    assert [(one.profit_status, one.legal_form) for one in found.items] == [
        (cp.ProfitStatus.NON_PROFIT, None),
        (None, cp.LegalForm.PUBLIC_INSTITUTION),
        (None, None),
        (None, None),
    ]
    assert [p.row for p in found.problems] == [3]


def test_ticks_say_a_member_where_one_alone_is_marked() -> None:
    columns = {
        "公办": intake.tick("ownership_mode", cp.OwnershipMode.PUBLIC),
        "民办": intake.tick(cp.facts(cp.Institution).ownership_mode, cp.OwnershipMode.PRIVATE),
        "普惠√": intake.tick("inclusive", True),
        "名称": None,
    }
    rows = [
        ["名称", "公办", "民办", "普惠√"],
        ["甲", "√", "", "√"],
        ["乙", "", "√", ""],
        ["丙", "", "", ""],
        ["丁", "√", "√", "×"],
        ["戊", "?", "√", ""],
    ]
    found = intake.read(rows, cp.Institution, columns)
    assert [(one.ownership_mode, one.inclusive) for one in found.items] == [
        (cp.OwnershipMode.PUBLIC, True),
        (cp.OwnershipMode.PRIVATE, None),  # no mark is not "no"
        (None, None),
        (None, None),
        (None, None),
    ]
    assert [(p.row, p.code) for p in found.problems][:2] == [
        (4, "intake.no_tick"),
        (5, "intake.two_ticks"),
    ]
    assert [p.row for p in found.problems] == [4, 5, 6]
    with pytest.raises(cp.InvalidInput):
        intake.tick("inclusive", "yes")  # type: ignore[arg-type]
    with pytest.raises(cp.InvalidInput):
        intake.read([{"x": ""}], cp.Institution, {"x": intake.tick("inclusive", cp.Setting.OTHER)})
    with pytest.raises(cp.InvalidInput):
        intake.read([{"x": ""}], cp.Institution, {"x": intake.tick("setting", True)})
    with pytest.raises(cp.InvalidInput):
        intake.tick(3, True)  # type: ignore[arg-type]


def test_each_cell_of_a_column_may_be_an_item() -> None:
    columns = {
        "机构": intake.each("number", of="institutions"),
        "托位": intake.each(cp.facts(cp.LedgerCount).number, of="slots"),
    }
    rows = [
        {"区": "甲区", "机构": 22, "托位": "980"},
        {"区": "乙区", "机构": "50多", "托位": "-"},
        {"区": "丙区", "机构": "", "托位": ""},
    ]
    found = intake.read(rows, cp.LedgerCount, columns, given={"on": JUNE})
    assert [(one.locality, one.of, one.number) for one in found.items] == [
        ("甲区", "institutions", 22),
        ("甲区", "slots", 980),
    ]
    assert kinds(found) == [(2, "unread"), (3, "unstated")]
    with pytest.raises(cp.InvalidInput, match="columns"):
        intake.read(rows, cp.LedgerCount, {"机构": intake.each("number", of=3), "托位": None})


def test_what_facts_cannot_be_together_is_a_problem_of_the_row() -> None:
    @attrs.frozen(kw_only=True)
    class Own(w.Noun):
        old: int | None = w.count("旧")
        new: int | None = w.count("新")

        def contradictions(self) -> Iterator[cp.Problem]:
            if None not in {self.old, self.new} and self.new < self.old:  # type: ignore[operator]
                yield cp.Problem("new", "own.fewer", self.new, message=("比原来少", "fewer"))

    found = intake.read([{"旧": 3, "新": 2}, {"旧": 2, "新": 3}], Own)
    assert found.items == (Own(old=2, new=3),)
    (wrong,) = found.problems
    assert (wrong.text("zh"), wrong.text("en")) == (
        "第1行“新”：比原来少",
        "row 1, 新: fewer",
    )
    rows = [{"女职工人数": 3, "孕期、哺乳期女职工人数": 5}]
    of_ours = intake.read(rows, cp.Employer)
    assert [(p.column, p.code) for p in of_ours.problems] == [
        ("孕期、哺乳期女职工人数", "contradiction")
    ]


def test_a_cell_that_holds_its_label_is_not_read() -> None:
    rows = [{"甲": "母婴室数：2间", "乙": "面积：8平方米"}]
    found = intake.read(rows, cp.Venue, {"甲": "rooms", "乙": "rooms[0].area_m2"})
    assert found.items[0].rooms is None
    first = found.problems[0]
    assert (first.code, first.suggestion) == ("intake.label_in_cell", "2间")


def test_places_are_those_of_the_ledger_or_candidates() -> None:
    rows = [
        {"镇街": "大洼区大洼街道", "托位数": 200},
        {"镇街": "王家镇", "托位数": 30},
        {"镇街": "临港经济区", "托位数": 30},
        {"镇街": "#REF!", "托位数": 1},
        {"镇街": "-", "托位数": 1},
    ]
    found = counts(rows, localities=LEDGER)
    assert found.items == (cp.SlotCount("大洼街道", JUNE, 200),)
    assert found.rows[0].notes["镇街"] == ("大洼区大洼街道",)
    assert [(p.row, p.suggestion) for p in found.problems][:1] == [(2, ("王家街道", "唐家镇"))]
    assert kinds(found)[1:] == [(3, "unread"), (4, "unread"), (5, "unread")]
    # A number without a place: whose it is, nobody knows.
    assert (found.problems[-1].row, found.problems[-1].code) == (5, "intake.lacks")
    assert kinds(counts([{"镇街": "甲镇", "托位数": "-"}])) == [(1, "unstated")]
    assert found.problems[0].allowed == cp.Text(zh="所给地方之一", en="one of the localities")
    with pytest.raises(cp.InvalidInput):
        counts(rows, localities="大洼街道")
    with pytest.raises(cp.InvalidInput):
        counts(rows, localities=[3])


def test_rows_that_are_none_or_too_long_are_said() -> None:
    found = counts([["镇街", "托位数"], ["甲镇", 20, "多", None], "乙镇,30", ["丙镇"], None])
    assert found.items == (cp.SlotCount("甲镇", JUNE, 20),)
    assert [(p.row, p.code) for p in found.problems] == [
        (2, "intake.more_cells"),
        (3, "intake.no_row"),
        (5, "intake.no_row"),
    ]
    # The standard reader of csv keeps what is beyond the headings under None.
    found = counts([{"镇街": "甲镇", "托位数": "20", None: ["多"]}, {"镇街": "乙镇", "托位数": 1}])
    assert [p.code for p in found.problems] == ["intake.more_cells"]
    found = counts([{"镇街": "甲镇", "托位数": "20", None: "多"}])
    assert found.problems[0].parameters["count"] == 1
    assert counts([]).items == ()
    assert counts([{"镇街": "甲镇"}, {"托位数": 2}]).items == ()


@pytest.mark.parametrize("rows", [None, 3, "镇街,托位数", {"镇街": "甲镇"}, b"x", [3, 4]])
def test_what_is_no_table_is_refused(rows: Any) -> None:
    with pytest.raises(cp.InvalidInput):
        counts(rows)


def test_a_source_that_fails_or_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing() -> Iterator[dict[str, str]]:
        yield {"镇街": "甲镇"}
        raise OSError

    def endless() -> Iterator[dict[str, str]]:
        while True:
            yield {"镇街": "甲镇", "托位数": "1"}

    with pytest.raises(cp.InvalidInput):
        counts(failing())
    monkeypatch.setattr("careplan.intake.table.MAX_ROWS", 50)
    with pytest.raises(cp.InvalidInput, match="50"):
        counts(endless())


def test_wrong_arguments_are_refused() -> None:
    rows = [{"镇街": "甲镇", "托位数": 1}]
    for options in (
        {"headings": "镇街"},
        {"headings": 0},
        {"headings": True},
        {"columns": [1]},
        {"given": 3},
        {"sums": {"托位数": ["没有"]}},
        {"unit_column": "没有"},
        {"total_words": "全市"},
        {"total_words": [3]},
        {"separators": [""]},
        {"language": "fr"},
    ):
        with pytest.raises((cp.InvalidInput, cp.NotFound)):
            intake.read([list(rows[0])], cp.SlotCount, **options)
    with pytest.raises(cp.InvalidInput):
        intake.read(rows, dict)  # type: ignore[type-var]
    with pytest.raises(TypeError, match="seperators"):
        intake.read(rows, cp.SlotCount, seperators=["、"])  # type: ignore[call-arg]


def test_on_problem_raise_says_all_at_once() -> None:
    rows = [{"镇街": "甲镇", "托位数": "无"}, {"镇街": "乙镇", "托位数": "1300+"}]
    with pytest.raises(cp.InvalidInput) as refused:
        counts(rows, on_problem="raise")
    assert [p.path for p in refused.value.problems] == ["rows[0].托位数", "rows[1].托位数"]
    assert counts([{"镇街": "甲镇", "托位数": "3"}], on_problem="raise").items[0].slots == 3


def test_shares_are_exact() -> None:
    rows = [{"日期": "2024年6月30日", "部分": "37", "总体": "40"}, {"日期": JUNE, "数值": 92.5}]
    first, second = intake.read(rows, cp.Measurement).items
    assert (first.part, first.whole, second.value) == (37, 40, Decimal("92.5"))
    assert first.figure(w.Measure.PERCENT) == Decimal("92.5")  # 37 of 40


def test_an_intake_says_itself_in_the_language_it_was_read_in() -> None:
    rows = [{"镇街": "甲镇", "托位数": "无"}, {"镇街": "合计", "托位数": ""}]
    said = counts(rows).explain().splitlines()
    assert said[0] == "须核对：读入托位统计：表内2行，得到0项；另有2行未作为数据；问题1处"
    assert said[1] == "须核对（1处）"
    assert said[2].startswith("  第1行；栏：托位数；所填：无；问题：")
    assert said[2].endswith("；可填：不小于0的整数")
    assert said[3:] == [
        "未作为数据的行（2行）",
        "  第1行；类别：未读；内容：甲镇、无",
        "  第2行；类别：合计；内容：合计",
    ]
    english = counts(rows, language="en").explain()
    assert english.startswith("To be checked: count of slots: 2 rows, 0 items")
    assert counts(rows).explain(detail="short") == said[0]
    many = counts([{"镇街": f"镇{n}", "托位数": "无"} for n in range(30)])
    assert "  另有10处问题，未一一列出" in many.explain().splitlines()
    (row,) = counts(rows).records()
    assert (row["row"], row["heading"], row["value"], row["fact"]) == (1, "托位数", "'无'", "slots")
    assert row["allowed_zh"] == "不小于0的整数"
    found = counts([{"镇街": "王家镇", "托位数": 1}], localities=LEDGER)
    assert found.records()[0]["suggestion"] == "王家街道, 唐家镇"
    assert "王家镇" in found._repr_html_()


def test_every_kind_of_fact_says_what_is_allowed() -> None:
    @attrs.frozen(kw_only=True)
    class All(w.Noun):
        number: Decimal | None = w.number("数", unit=w.SQUARE_METRES)
        flag: bool | None = w.flag("旗")
        day: date | None = w.day("日")
        words: str | None = w.words("文")
        one: cp.Setting | None = w.choice(cp.Setting, "一")
        several: Any = w.choices(cp.ServiceMode, "多")
        rooms: Any = w.items(cp.Room, "室")

    row = {"数": "x", "旗": "x", "日": "x", "文": "*", "一": "x", "多": "x", "室": "x"}
    found = intake.read([row], All, {"室": "rooms"})
    allowed = {p.column: p.allowed.zh for p in found.problems if p.allowed}
    assert allowed == {
        "数": "不小于0的数（平方米）",
        "旗": "是、否（有、无、√、×、Y、N）",
        "日": "写明年月日的日期，如2024年6月30日",
        "文": "文本",
        "一": "其中之一：社区、用人单位、幼儿园、医疗机构、农村、其他",
        "多": "其中若干：全日托、半日托、计时托、临时托、其他",
        "室": "个数，或有、无",
    }


def test_a_cell_of_a_row_set_aside_may_be_of_any_kind() -> None:
    # JSON has lists in cells, and a set of cells cannot hold them.
    found = counts([{"镇街": ["甲镇", "乙镇"], "托位数": 20, "备注": []}])
    assert "['甲镇', '乙镇']、20" in found.explain("zh")


def test_a_heading_of_a_frame_that_is_missing_is_blank() -> None:
    pandas = pytest.importorskip("pandas")
    found = counts([["镇街", "托位数", pandas.NA], ["甲镇", 20, None]])
    assert [one.text for one in found.headings] == ["镇街", "托位数", ""]


@pytest.mark.parametrize(
    ("argument", "given"),
    [
        ("headings", ["镇街"]),  # mappings have theirs; a list would leave some of them out
        ("headings", 2),
        ("headings", 1.5),
        ("on_problem", ["raise"]),
        ("places_in_headings", "yes"),
        ("total_words", None),
    ],
)
def test_a_wrong_argument_is_an_invalid_input(argument: str, given: object) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        counts([{"镇街": "甲镇", "托位数": 20}], **{argument: given})
    assert [one.path for one in caught.value.problems] == [argument]
