"""Results as tables: a column for each thing said, in one language, without empty columns."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from samples import BDA, DAWA, MALL, SHUANGLIAO, results

import careplan as cp
from careplan import writing as w
from careplan.base.text import Labelled
from careplan.display.tables.laid import laid_out
from careplan.display.tables.typed import value_of

RESULTS = tuple(results())
KIND = cp.ColumnKind


def keys(table: cp.Table) -> list[str]:
    return [column.key for column in table.columns]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_holds_what_the_records_hold_in_its_language(language: str) -> None:
    for result in RESULTS:
        rows, table = result.records(), result.table(language)
        other = "en" if language == "zh" else "zh"
        for column, *cells in zip(table.columns, *table.rows, strict=True):
            assert not column.key.endswith(f"_{other}")
            for row, cell in zip(rows, cells, strict=True):
                if not column.key.endswith("_en"):  # which may be Chinese, and marked
                    assert value_of(cell) == row[column.key], column.key
        left = {key for row in rows for key, cell in row.items() if cell not in {None, ""}}
        said = {key.removesuffix("_zh").removesuffix("_en") for key in left}
        assert {key.removesuffix("_zh").removesuffix("_en") for key in keys(table)} == said


def test_the_columns_of_a_ledger_in_order_with_their_kinds() -> None:
    counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
    report = cp.track_progress(DAWA.ledgers["slots"], counts, on=date(2024, 9, 30))
    table = report.rows[1].table()
    assert [(column.key, column.kind.name) for column in table.columns] == [
        *(("kind", "MEMBER"), ("locality", "TEXT"), ("column", "MEMBER"), ("clause", "TEXT")),
        *(("locator", "TEXT"), ("on", "DAY"), ("outcome", "MEMBER"), ("due_on", "DAY")),
        *(("due_slots", "WHOLE"), ("due_derived", "FLAG"), ("due_low", "WHOLE")),
        *(("next_on", "DAY"), ("next_slots", "WHOLE"), ("next_derived", "FLAG")),
        *(("next_low", "WHOLE"), ("counted_on", "DAY"), ("reached", "WHOLE"), ("stale", "FLAG")),
        *(("short_of_due", "WHOLE"), ("over_due", "WHOLE"), ("short_of_next", "WHOLE")),
        ("pace_per_month", "NUMBER"),
    ]
    (row,) = table.rows
    # Annex 2: 80 slots by the end of 2023; 241 by the end of 2024, 41 short over three months.
    assert row[:3] == ("地方", "大洼街道", "托位")
    assert row[6:9] == ("符合", date(2023, 12, 31), 80)
    assert row[-2:] == (41, Fraction(41, 3))
    assert [value_of(cell) for cell in row[:3]] == ["locality", "大洼街道", "slots"]


def test_a_text_stands_in_the_language_and_a_member_by_its_label() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    for language, summary in (("zh", "summary_zh"), ("en", "summary_en")):
        table = a.table(language)
        assert [key for key in keys(table) if key.startswith("summary")] == [summary]
        found = dict(zip(keys(table), table.rows[1], strict=True))
        expected = a.findings[1]
        assert found[summary] == expected.clause.summary.get(language)
        assert found["outcome"] == expected.outcome.label.get(language)
        assert found["applies"] == cp.Truth(str(a.records()[1]["applies"])).label.get(language)


def test_without_english_the_chinese_is_given_and_marked() -> None:
    clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="托位任务"))
    table = clause.table("en")
    assert keys(table) == ["number", "locator", "modality", "summary_en"]
    assert table.rows == (("1", "一", "must", "托位任务 [zh]"),)


def test_amounts_and_points_have_their_units() -> None:
    room = cp.Room(use=cp.RoomUse.MUMMY_HUT, area_m2=12, acceptance_passed=True)
    table = cp.assess(room, BDA).benefit("3.2.a").table()
    titles = {column.key: column.title("zh") for column in table.columns}
    assert titles["amount_yuan"] == "金额（元）"
    # Clause 3.2: 10 000 yuan for a mummy hut that passed.
    assert dict(zip(keys(table), table.rows[0], strict=True))["amount_yuan"] == 10_000
    score = cp.score(BDA.scorecards["care_room"], {"area": Decimal("18.5")}).table("en")
    assert [column.title("en") for column in score.columns if column.key == "max_points"] == [
        "most (points)"
    ]


def test_no_rows_are_a_table_without_columns() -> None:
    nothing = cp.agenda(BDA, date(1999, 1, 1), date(1999, 1, 1)).table()
    assert (nothing.columns, nothing.rows) == ((), ())


def test_a_blank_is_explained_where_there_is_one() -> None:
    said = "空白表示未说明或无此项，不是零"
    assert [note.zh for note in laid_out([{"low": 1, "high": None}, {"high": 2}], "zh").notes] == [
        said
    ]
    assert laid_out([{"low": 1}], "zh").notes == ()
    assert laid_out([{"low": 1, "high": None}], "zh").notes == ()  # the column is left out


def test_rows_of_several_shapes_share_a_table() -> None:
    table = laid_out([{"low": 1, "venue": "甲"}, {"high": 2}], "zh")
    assert keys(table) == ["low", "venue", "high"]
    assert table.rows == ((1, "甲", None), (None, None, 2))


class Colour(Labelled):
    """An enum of a caller's own."""

    RED = ("red", "红")


def test_a_callers_own_columns_are_taken_as_they_are() -> None:
    rows: list[Any] = [
        {"kind": "own", "title_zh": 3, "outcome": 3, "outcome_zh": "三", "outcome_en": None},
        {"kind": Colour.RED, "title_zh": None, "outcome": None, "outcome_zh": None},
    ]
    table = laid_out(rows[1:], "zh")
    assert table.rows == (("红",),)
    assert table.records() == [{"kind": "red"}]
    with pytest.raises(cp.InvalidInput) as caught:
        laid_out(rows[:1], "zh")
    assert [(one.path, one.code) for one in caught.value.problems] == [
        ("rows[0].outcome", "wrong_type")
    ]


def test_a_third_language_is_not_found() -> None:
    with pytest.raises(cp.NotFound):
        SHUANGLIAO.table("fr")


def test_the_plan_itself_is_a_table_of_its_clauses() -> None:
    table = DAWA.table()
    assert len(table.rows) == len(DAWA.clauses)
    assert [row[0] for row in table.rows] == [clause.number for clause in DAWA.clauses]
    assert attrs.evolve(table, notes=()) != attrs.evolve(table, notes=("甲",))


def test_no_two_columns_of_a_result_have_one_heading() -> None:
    for result in RESULTS:
        for language in ("zh", "en"):
            titles = [column.title(language) for column in result.table(language).columns]
            assert len(set(titles)) == len(titles), type(result)


def noted(shown: Any) -> list[str]:
    return [note.zh for note in shown.table().notes if "空白" not in note.zh]


def test_notes_say_what_a_reader_must_know() -> None:
    day, ledger = date(2024, 9, 30), DAWA.ledgers["slots"]
    report = cp.track_progress(ledger, [], on=day)
    assert ledger.note is not None
    assert noted(report) == ["以2024年9月30日为准", ledger.note.zh, "合计行不可与各地的行相加"]
    assert noted(report.total) == ["以2024年9月30日为准"]
    assert noted(cp.agenda(BDA, date(2018, 1, 1), day)) == ["自2018年1月1日至2024年9月30日"]
    assert noted(cp.assess(MALL, SHUANGLIAO, on=day)) == ["以2024年9月30日为准"]
    assert noted(cp.assess(MALL, SHUANGLIAO)) == []  # no day was asked
    assert noted(DAWA) == []
