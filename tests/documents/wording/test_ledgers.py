"""A ledger as a table: what is printed for whom by when, and what all of it comes to."""

from datetime import date
from typing import Any

import pytest

import careplan as cp
from careplan import writing as w

CLAUSE = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="台账", en="ledger"))
EARLY, LATE = date(2026, 12, 31), date(2027, 12, 31)
SLOTS = w.Column(
    key="slots", label=cp.Text(zh="托位", en="slots"), unit=cp.Text(zh="个", en="each")
)
HOMES = w.Column(key="homes", label=cp.Text(zh="机构", en="institutions"))


def ledger(rows: dict[str, Any], base: Any = None, **given: Any) -> w.Ledger:
    """Return a ledger whose rows have these milestones."""
    before = {} if base is None else base
    listed = [
        w.LedgerRow(clause=CLAUSE, locality=name, milestones=owed, base=before.get(name, {}))
        for name, owed in rows.items()
    ]
    fields = {"precision": w.Precision.YEAR, **given}
    return w.Ledger(clause=CLAUSE, key="own", title=CLAUSE.summary, rows=tuple(listed), **fields)


def titles(table: cp.Table, language: str = "zh") -> list[str]:
    return [column.title(language) for column in table.columns]


def test_the_ledger_of_dawa_is_its_annex() -> None:
    table = cp.get_plan("dawa_2023").ledgers["slots"].table()
    assert titles(table) == ["地方", "2023年", "2024年", "2025年"]
    assert [column.key for column in table.columns[1:]] == [
        f"{year}-12-31/slots/binding" for year in (2023, 2024, 2025)
    ]
    assert {column.kind for column in table.columns[1:]} == {cp.ColumnKind.WHOLE}
    assert len(table.rows) == 15 + 2
    # Annex 2: its second row; the printed total, of 2025 only; and the sums of the columns.
    assert table.rows[1] == ("大洼街道", 80, 241, 369)
    assert table.rows[-2:] == (
        ("合计（文件所印）", None, None, 1892),
        ("合计（各地相加）", 421, 1276, 1892),
    )
    assert [note.zh for note in table.notes] == [
        "表头称“千人口托位数”，所列实为托位数；各年为累计数",
        "合计行不可与各地的行相加",
        "空白表示未说明或无此项，不是零",
    ]


def test_in_english() -> None:
    table = cp.get_plan("dawa_2023").ledgers["slots"].table("en")
    assert titles(table, "en") == ["locality", "2023", "2024", "2025"]
    assert table.rows[-1][0] == "total (of the rows)"
    with pytest.raises(cp.NotFound):
        cp.get_plan("dawa_2023").ledgers["slots"].table("fr")


def test_sums_that_are_as_printed_are_said_once() -> None:
    owed = {"甲镇": [w.Milestone(LATE, 20)], "乙镇": [w.Milestone(LATE, 30)]}
    table = ledger(owed, totals=[w.Milestone(LATE, 50)]).table()
    assert table.rows[-1] == ("合计（文件所印）", 50)
    assert [note.zh for note in table.notes] == ["合计行不可与各地的行相加"]
    # 20 + 30 are 50, not the 60 that are printed: both are said.
    table = ledger(owed, totals=[w.Milestone(LATE, 60)]).table()
    assert table.rows[-2:] == (("合计（文件所印）", 60), ("合计（各地相加）", 50))
    table = ledger(owed).table()
    assert table.rows == (("甲镇", 20), ("乙镇", 30), ("合计（各地相加）", 50))


def test_several_columns_are_levels_of_the_heading_in_order_of_date() -> None:
    table = ledger(
        {
            "甲镇": [w.Milestone(EARLY, 20), w.Milestone(LATE, 2, of="homes")],
            "乙镇": [w.Milestone(LATE, 1, of="homes"), w.Milestone(LATE, 30)],
        },
        columns=[HOMES, SLOTS],
    ).table()
    assert titles(table) == ["地方", "2026年/托位（个）", "2027年/机构", "2027年/托位（个）"]
    assert table.rows[:2] == (("甲镇", 20, 2, None), ("乙镇", None, 1, 30))
    # Figures are cumulative: what 甲镇 has to have in 2026 it has to have in 2027.
    assert table.rows[2] == ("合计（各地相加）", 20, 3, 50)


def test_a_figure_that_is_no_plain_number_makes_its_column_one_of_text() -> None:
    table = ledger(
        {
            "甲镇": [w.Milestone(EARLY, 20), w.Milestone(LATE, w.Between(40, 50))],
            "乙镇": [w.Milestone(EARLY, 10), w.Milestone(LATE, 30, op=w.Op.EQ)],
        }
    ).table()
    assert [column.kind.name for column in table.columns[1:]] == ["WHOLE", "TEXT"]
    assert table.rows[0] == ("甲镇", 20, "40至50")
    assert table.rows[1] == ("乙镇", 10, "恰为30")
    # 40 + 30 and 50 + 30.
    assert table.rows[2] == ("合计（各地相加）", 30, "70至80")


def test_what_is_only_striven_for_stands_in_a_column_of_its_own() -> None:
    striven = w.Milestone(LATE, 40, strength=w.Strength.STRIVEN_FOR)
    table = ledger(
        {"甲镇": [w.Milestone(LATE, 20), striven], "乙镇": [w.Milestone(LATE, 5)]}
    ).table()
    assert titles(table) == ["地方", "2027年/约束性", "2027年/力争"]
    assert table.rows == (
        ("甲镇", 20, 40),
        ("乙镇", 5, None),
        ("合计（各地相加）", 25, 40),
    )


def test_increments_stand_as_printed_beside_what_there_was_before() -> None:
    owed = {
        "甲镇": [w.Milestone(EARLY, 5), w.Milestone(LATE, 6)],
        "乙镇": [w.Milestone(EARLY, 1), w.Milestone(LATE, 2)],
    }
    table = ledger(owed, {"甲镇": {"slots": 100}, "乙镇": {"slots": 0}}, increments=True).table()
    assert titles(table) == ["地方", "原有数", "2026年", "2027年"]
    # What each period adds: 5 + 1 and 6 + 2.
    assert table.rows == (
        ("甲镇", 100, 5, 6),
        ("乙镇", 0, 1, 2),
        ("合计（各地相加）", None, 6, 8),
    )
    assert table.notes[0].zh.startswith("各期数为新增数")
    assert ledger(owed, increments=True).table().rows[0] == ("甲镇", 5, 6)


def test_what_there_was_before_has_the_label_of_its_column() -> None:
    table = ledger(
        {"甲镇": [w.Milestone(LATE, 6), w.Milestone(LATE, 1, of="homes")]},
        {"甲镇": {"homes": 3}},
        columns=[SLOTS, HOMES],
        increments=True,
    ).table()
    assert titles(table) == ["地方", "原有数/机构", "2027年/托位（个）", "2027年/机构"]
    assert table.rows[0] == ("甲镇", 3, 6, 1)


def test_what_the_rows_cannot_add_up_to_is_blank() -> None:
    # At most 5 by 2026, of whom 乙镇 owes nothing yet: nothing is said of either end.
    most = w.Milestone(EARLY, 5, op=w.Op.LE)
    table = ledger({"甲镇": [most], "乙镇": [w.Milestone(LATE, 30)]}).table()
    assert table.rows[0] == ("甲镇", "5以下", None)
    assert table.rows[-1][1] is None


def test_a_ledger_without_rows_or_figures_has_its_localities() -> None:
    table = ledger({"甲镇": []}).table()
    assert (titles(table), table.rows) == (["地方"], (("甲镇",),))
