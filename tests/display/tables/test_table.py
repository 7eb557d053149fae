"""A table made by hand: rows by place and by key, cells of every kind, and all that is refused."""

import pickle
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import careplan as cp
from careplan.display.tables.typed import Word

KIND = cp.ColumnKind
COLUMNS = (
    cp.Column("town", ("镇", "town")),
    cp.Column("outcome", ("结果", "outcome"), KIND.MEMBER),
    cp.Column("on", ("日期", "day"), KIND.DAY),
    cp.Column("open", ("开放", "open"), KIND.FLAG),
    cp.Column("slots", ("托位", "slots"), KIND.WHOLE),
    cp.Column("pace", ("每月", "a month"), KIND.NUMBER),
)
DAY = date(2024, 6, 30)
ROW = ["甲镇", cp.Outcome.MET, DAY, True, 200, Fraction(41, 3)]


def table(*rows: Any, **given: Any) -> cp.Table:
    return cp.Table(columns=COLUMNS, rows=rows, **given)


def problems(**given: Any) -> list[tuple[str, str]]:
    """Return the path and code of each problem of a table that is refused."""
    with pytest.raises(cp.InvalidInput) as caught:
        cp.Table(**{"columns": COLUMNS, "rows": [], **given})
    return [(problem.path, problem.code) for problem in caught.value.problems]


def test_cells_are_kept_exactly_and_a_member_by_its_label() -> None:
    (row,) = table(ROW).rows
    assert row == ("甲镇", "符合", DAY, True, 200, Fraction(41, 3))
    assert table(ROW, language="en").rows[0][1] == "met"
    assert row[1].value == "met"  # type: ignore[attr-defined]


def test_a_row_by_key_states_what_it_states() -> None:
    (row,) = table({"slots": 200.0, "pace": 2.5, "town": "甲镇"}).rows
    assert row == ("甲镇", None, None, None, 200, Decimal("2.5"))
    assert [type(cell) for cell in row[-2:]] == [int, Decimal]


def test_tables_of_the_same_are_equal() -> None:
    one, other = table(ROW, notes=["初步"]), table(tuple(ROW), notes=("初步",))
    assert one == other
    assert hash(one) == hash(other)
    assert one != table(ROW)
    # One label, of another member: what a program reads of it differs.
    assert one != table(["甲镇", Word("符合", "other"), *ROW[2:]], notes=["初步"])


def test_a_word_is_its_label_and_survives_copies() -> None:
    word = Word("符合", "met")
    assert word == "符合"
    assert word != "met"
    assert word != Word("符合", "other")
    known: dict[str, int] = {word: 1}
    assert known["符合"] == 1
    for copy in (pickle.loads(pickle.dumps(word)), deepcopy(word)):  # noqa: S301 - our own
        assert (copy, copy.value) == (word, "met")
    again = pickle.loads(pickle.dumps(table(ROW)))  # noqa: S301 - our own
    assert again == table(ROW)


def test_records_hold_values_by_key() -> None:
    (row,) = table(ROW).records()
    pace = Fraction(41, 3)
    assert list(row) == ["town", "outcome", "on", "open", "slots", "pace"]
    assert list(row.values()) == ["甲镇", "met", DAY, True, 200, pace]
    assert type(row["outcome"]) is str
    (plain,) = table(["=1", *ROW[1:]]).records(safe=True, plain=True)
    assert (plain["town"], plain["on"], plain["pace"]) == ("'=1", "2024-06-30", "41/3")


def test_a_table_says_its_size_only() -> None:
    assert repr(table(ROW, ROW)) == "<Table: 6 columns, 2 rows>"


@pytest.mark.parametrize(
    ("cell", "column", "code"),
    [
        *((3, "town", "wrong_type"), (cp.Outcome.MET, "town", "wrong_type")),
        *((3, "outcome", "wrong_type"), (True, "outcome", "wrong_type")),
        *(("2024-06-30", "on", "wrong_type"), (datetime(2024, 6, 30), "on", "datetime_for_date")),  # noqa: DTZ001 - no zone is the point
        *((1, "open", "wrong_type"), ("是", "open", "wrong_type")),
        *((1.5, "slots", "not_whole"), (True, "slots", "bool_as_number")),
        *(("20", "slots", "text_as_number"), (float("nan"), "slots", "blank_mark")),
        *(("20", "pace", "text_as_number"), (1.1 + 1.7 + 6.1 + 1.1, "pace", "computed")),
        *((float("inf"), "pace", "not_finite"), (10**61, "pace", "out_of_range")),
        *((10**61, "slots", "out_of_range"), ([], "pace", "wrong_type")),
    ],
)
def test_a_cell_of_another_kind_is_refused(cell: object, column: str, code: str) -> None:
    assert problems(rows=[{}, {column: cell}]) == [(f"rows[1].{column}", code)]


def test_a_total_may_be_larger_than_what_anybody_states() -> None:
    assert table({"slots": 10**16, "pace": 10**60}).rows[0][-2:] == (10**16, 10**60)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"columns": 3}, [("columns", "wrong_type")]),
        ({"columns": ["镇"]}, [("columns[0]", "wrong_type")]),
        ({"columns": [None]}, [("columns[0]", "none_inside")]),
        ({"columns": [COLUMNS[0], COLUMNS[0]]}, [("columns", "duplicate")]),
        ({"rows": 3}, [("rows", "wrong_type")]),
        ({"rows": [None]}, [("rows[0]", "none_inside")]),
        ({"rows": ["甲镇"]}, [("rows[0]", "wrong_type")]),
        ({"rows": [["甲镇"]]}, [("rows[0]", "cells_of_row")]),
        ({"rows": [{"twon": "甲镇"}]}, [("rows[0].twon", "not_found")]),
        ({"rows": [{3: "甲镇"}]}, [("rows[0][3]", "not_found")]),
        ({"notes": 3}, [("notes", "wrong_type")]),
        ({"notes": "注"}, [("notes", "wrong_type")]),
        ({"notes": [None]}, [("notes[0]", "none_inside")]),
        ({"notes": ["注", 3]}, [("notes[1]", "wrong_type")]),
        (
            {"rows": [{"slots": "x", "on": 3}], "notes": [3]},
            [
                *(("rows[0].on", "wrong_type"), ("rows[0].slots", "text_as_number")),
                ("notes[0]", "wrong_type"),
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_all_at_once(given: Any, found: object) -> None:
    assert problems(**given) == found


def test_what_is_wrong_with_a_row_is_said_in_both_languages() -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        table(["甲镇"])
    (problem,) = caught.value.problems
    assert problem.text("zh") == "第1行：这一行有1格，表有6列"
    assert problem.text("en") == "rows[0]: this row has 1 cells, and the table 6 columns"
    with pytest.raises(cp.InvalidInput, match="did you mean town"):
        table({"twon": "甲镇"})


def test_there_is_no_third_language() -> None:
    with pytest.raises(cp.NotFound):
        table(language="fr")
