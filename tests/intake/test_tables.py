"""Every cell of 22 tables in the shape of real ones: right or reported, none silently wrong.

The truth of each cell stands beside it in tests/data/tables.json.
"""

from collections import defaultdict
from datetime import date
from typing import Any

import pytest
from real_tables import OPTIONS, TABLES, Cell, cells, read

import careplan as cp
from careplan.base.text import Labelled

IDS = sorted(TABLES)
# A month or a note beside a month: no day, and a fact that is a day does not hold it.
LESS_EXACT = {"month", "from"}


def is_problem(truth: object) -> bool:
    return isinstance(truth, str) and truth.startswith("problem")


def told(value: object) -> object:
    """Return a value as the truth of a cell is written."""
    match value:
        case Labelled():
            return value.value
        case frozenset():
            return {one.label.zh for one in value}
        case date():
            return value.isoformat()
        case _:
            return value


def expected(truth: Any) -> object:
    if isinstance(truth, dict):
        return truth["value"]
    return set(truth) if isinstance(truth, list) else truth


SUMS = {"intake.total_differs", "intake.total_unchecked", "intake.sum_differs"}


def problems_of(found: cp.intake.Intake) -> dict[tuple[int | None, str | None], list[Any]]:
    """Return what is said of each cell by itself: what it is the sum of is another question."""
    by_cell = defaultdict(list)
    for problem in found.problems:
        if problem.code not in SUMS:
            by_cell[problem.row, problem.column].append(problem)
    return by_cell


def value_of(found: cp.intake.Intake, cell: Cell) -> object:
    """Return what an item says of a cell; None where the row has no item."""
    row = next((one for one in found.rows if one.number == cell.row), None)
    return None if row is None else getattr(row.items[0], cell.fact)


@pytest.mark.parametrize("name", IDS)
def test_every_cell_is_right_or_reported(name: str) -> None:
    table = TABLES[name]
    found = read(table)
    problems = problems_of(found)
    for cell in cells(table, "item"):
        said, reported = value_of(found, cell), problems[cell.row, table["headings"][cell.place]]
        if is_problem(cell.truth) or (
            isinstance(cell.truth, dict) and LESS_EXACT & set(cell.truth)
        ):
            assert said is None, cell
            assert reported, cell
            assert all(one.text("zh") and one.text("en") for one in reported)
        else:
            assert not reported, cell
            assert told(said) == expected(cell.truth), cell


@pytest.mark.parametrize("name", IDS)
def test_a_note_beside_a_value_is_kept(name: str) -> None:
    table = TABLES[name]
    found = read(table)
    rows = {row.number: row for row in found.rows}
    for cell in cells(table, "item"):
        if isinstance(cell.truth, dict) and "note" in cell.truth and "value" in cell.truth:
            notes = rows[cell.row].notes[table["headings"][cell.place]]
            wanted = cell.truth["note"].split(" for ")[0]  # "人 for slots" says why
            assert wanted in notes, cell


@pytest.mark.parametrize("name", IDS)
def test_a_row_is_of_the_kind_that_it_is(name: str) -> None:
    table = TABLES[name]
    found = read(table)
    aside = {row.number: row.kind.value for row in found.skipped}
    kinds = [aside.get(n, "item") for n in range(1, len(table["rows"]) + 1)]
    assert kinds == [row["kind"] for row in table["rows"]]
    assert [row.number for row in found.rows] == [
        n for n, kind in enumerate(kinds, start=1) if kind == "item"
    ]


@pytest.mark.parametrize("name", IDS)
def test_a_printed_total_is_read_and_is_no_item(name: str) -> None:
    table = TABLES[name]
    found = read(table)
    printed = {(one.row, one.column): one.printed for one in found.totals}
    problems = problems_of(found)
    for cell in cells(table, "total"):
        at = (cell.row, table["headings"][cell.place])
        if is_problem(cell.truth):
            assert at not in printed
            assert problems[at]
        elif cell.truth is not None:
            assert printed[at] == expected(cell.truth)


def differing(name: str) -> dict[tuple[int | None, str | None], dict[str, object]]:
    """Return what is said of sums that are not what is printed."""
    return {
        (one.row, one.column): dict(one.parameters)
        for one in read(TABLES[name]).problems
        if one.code in SUMS
    }


def test_totals_that_are_not_the_sums_are_reported_and_nothing_is_mended() -> None:
    # T04: 50000 + 42148 is 92148. T26: 6 + 10 + 16 + 0 + 0 is 32. T27: 200 in parts, 0 in all.
    assert differing("T04")[5, "合计补助"]["summed"] == 92148
    assert differing("T26")[5, "TOTSPACE"]["summed"] == 32
    assert differing("T27") == {(1, "总托位数"): differing("T27")[1, "总托位数"]}
    assert differing("T27")[1, "总托位数"]["summed"] == 200
    # T01: 60 + 150 + 80 + 40 is 330, and 丙 stated nothing: that fits, and is not reported.
    assert differing("T01") == {}


def test_a_total_beside_rows_that_are_not_all_stated_is_said_to_be_unchecked() -> None:
    found = differing("T18")
    # 980 + 2320 + 11650, of 甲区, 乙区 and 丙新区.
    slots = found[1, "托位数"]
    assert (slots["printed"], slots["summed"], slots["missing"]) == (58000, 14950, 2)
    # 55 + 420 + 32, and 503400 + 1099300 + 5785800 + 593500.
    assert found[1, "母婴室"]["summed"] == 507
    assert found[1, "常住人口"]["summed"] == 7_982_000
    assert (1, "托育机构数") not in found  # 1300+ is no figure


def test_a_place_that_stands_twice_is_reported_and_added_once() -> None:
    found = read(TABLES["T29"])
    (again,) = (one for one in found.problems if one.code == "intake.repeated_place")
    assert (again.row, again.parameters["other"], again.value) == (2, 1, "大洼街道")
    # 200 + 50 + 20 + 30: the second 200 is the first once more.
    (total,) = (one for one in found.totals if one.column == "现有托位数（个）")
    assert (total.printed, total.summed, total.agrees) == (300, 300, True)
    (again,) = (one for one in read(TABLES["T21"]).problems if one.code == "intake.repeated_place")
    assert (again.row, again.parameters["other"]) == (3, 1)


def test_the_options_are_those_of_tables_there_are() -> None:
    assert set(OPTIONS) <= set(TABLES)
    assert len(TABLES) == 22
