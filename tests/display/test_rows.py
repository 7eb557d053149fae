"""Flat rows: the same keys in every row of a class, plain cells, documented, and true."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from inspect import isabstract
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import BDA, DAWA, MALL, SHIYAN, SHUANGLIAO, results
from strategies import nouns

import careplan as cp
from careplan import writing as w
from careplan.base.quoting import visible
from careplan.display.cells import Row, plain_row, safe_row
from careplan.display.result import Result
from careplan.display.tables.named import KINDS
from careplan.verbs.assessing.findings import Found

PAGE = Path(__file__).parent.parent.parent / "docs" / "en" / "howto" / "frames.md"
RESULTS = tuple(results())
# The classes of answers, each of which says itself.
SORTS = {
    *("Assessment", "Finding", "BenefitFinding", "DefinitionFinding", "Remedy", "Score"),
    *("LadderFinding", "Owed", "Graded"),
    *("TargetProgress", "LedgerProgress", "RowProgress", "TotalProgress"),
    *("RegistrationPaths", "RegistrationPath", "Agenda", "FormCheck"),
    *("Due", "PathDue", "Assessments"),
    *("Intake", "Split", "Unknown", "RollUp", "ProgressTable", "PeriodProgress", "PeriodTotal"),
    *("Disagreements", "ClassKindAnswer"),
}
CELLS = (str, bool, int, Decimal, Fraction, date, type(None))


def subclasses(cls: type[Any]) -> Iterator[type[Any]]:
    for below in cls.__subclasses__():
        yield below
        yield from subclasses(below)


def columns_on_the_page() -> dict[str, list[str]]:
    """Read the table of columns: the names of each result, with the braces written out."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = line.strip("| ").split(" | ")
        if len(cells) == 3 and re.fullmatch(r"(`\w+`(, )?)+", cells[0]):
            columns = [column for name in cells[2].split("`, `") for column in written_out(name)]
            found.update(dict.fromkeys(re.findall(r"\w+", cells[0]), columns))
    return found


def written_out(name: str) -> list[str]:
    stem, _, ends = name.strip("`").partition("{")
    return [stem + end for end in ends.rstrip("}").split(",")]


def test_the_samples_are_of_every_sort() -> None:
    assert {type(result).__name__ for result in RESULTS} == SORTS
    ours = {cls for cls in subclasses(Result) if cls.__module__.startswith("careplan.")}
    # Other tests have results of their own; what is shared by several is none itself.
    assert {cls.__name__ for cls in ours if not isabstract(cls)} == SORTS


def test_a_class_has_the_same_columns_in_every_row_and_the_page_lists_them() -> None:
    listed = columns_on_the_page()
    assert set(listed) == SORTS
    for result in RESULTS:
        for row in result.records():
            assert list(row) == listed[type(result).__name__]


def test_every_cell_is_plain() -> None:
    for result in RESULTS:
        for row in result.records():
            for key, cell in row.items():
                assert type(cell) in CELLS, (key, cell)
                assert not isinstance(cell, Enum | datetime)


def test_a_column_holds_one_kind_of_value_wherever_it_stands() -> None:
    classes: dict[cp.ColumnKind, tuple[type, ...]] = {
        cp.ColumnKind.MEMBER: (str,),
        cp.ColumnKind.DAY: (date,),
        cp.ColumnKind.FLAG: (bool,),
        cp.ColumnKind.WHOLE: (int,),
        cp.ColumnKind.NUMBER: (int, Decimal, Fraction),
    }
    kinds = {key: classes[kind] for key, kind in KINDS.items()}
    used = {key for result in RESULTS for row in result.records() for key in row}
    assert set(kinds) <= used
    for result in RESULTS:
        for row in result.records():
            for key, cell in row.items():
                assert cell is None or type(cell) in kinds.get(key, (str,)), (key, cell)


def test_a_value_stands_beside_its_labels() -> None:
    for result in RESULTS:
        for row in result.records():
            for key in row:
                if {f"{key}_zh", f"{key}_en"} <= set(row):
                    together = {row[name] is None for name in (key, f"{key}_zh", f"{key}_en")}
                    assert len(together) == 1
                    assert row[key] is None or row[f"{key}_zh"] != row[f"{key}_en"]


def test_an_assessment_has_a_row_for_all_it_found() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    rows = a.records()
    everything: tuple[Found, ...] = (*a.findings, *a.benefits, *a.definitions)
    assert [row["number"] for row in rows] == [found.number for found in everything]
    assert {row["plan_id"] for row in rows} == {"shuangliao_2021"}
    (row,) = (row for row in rows if row["number"] == "4.1.b")
    # Clause 4.1.b: above 10 000 m2 a room of at least 10 m2; this mall has 12 000 and 8.
    assert (row["outcome"], row["outcome_zh"], row["outcome_en"]) == (
        ("not_met", "不符合", "not met")
    )
    assert (row["kind"], row["locator"], row["force"]) == ("finding", "四（一）", "binding")
    assert (row["applies"], row["requires"], row["missing"]) == ("true", "false", "")
    assert row["readings"] == "existing_rooms=bind, place_list=closed"
    assert row["availability"] is row["entitled"] is row["amount_yuan"] is None
    assert a.finding("4.1.b").records() == [{k: v for k, v in row.items() if k != "plan_id"}]


def test_missing_facts_share_a_cell() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    for found, row in zip(a.findings, a.records(), strict=False):
        assert row["missing"] == ", ".join(found.missing)


def test_a_benefit_has_its_amount() -> None:
    room = cp.Room(use=cp.RoomUse.MUMMY_HUT, area_m2=12, acceptance_passed=True)
    (row,) = cp.assess(room, BDA).benefit("3.2.a").records()
    # Clause 3.2: 10 000 yuan for a mummy hut that passed.
    assert (row["kind"], row["amount_yuan"]) == ("benefit", 10_000)
    assert (row["availability"], row["entitled"]) == ("open", "true")
    assert row["outcome"] is row["force"] is None


def test_remedies_have_a_row_an_option() -> None:
    (first, second) = cp.remedies(cp.assess(MALL, SHUANGLIAO))[0].records()
    assert (first["option"], first["change"], first["add"]) == (1, "rooms[0].usable_area_m2", "")
    assert (first["observed_en"], first["needed_zh"]) == (
        "8",
        "第1间母婴室的使用面积不少于10平方米",
    )
    assert (second["option"], second["change"], second["add"]) == (2, "", "rooms[1]")


def test_a_remedy_without_an_option_says_what_stands_in_the_way() -> None:
    site = cp.facts(cp.Site)
    clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A"))
    rule = w.Rule(clause=clause, requires=cp.not_(site.near_fuel_station))
    plan = cp.Plan(
        id="x",
        document=w.Document(title=cp.Text(zh="某", en="A"), issuer=cp.Text(zh="某", en="A")),
        clauses=(clause,),
        rules=(rule,),
    )
    (remedy,) = cp.remedies(cp.assess(cp.Site(near_fuel_station=True), plan))
    (row,) = remedy.records()
    assert (row["number"], row["fixed"]) == ("1", "near_fuel_station")
    assert row["option"] is row["needed_zh"] is row["change"] is None


def test_a_score_has_a_row_an_item() -> None:
    marks = {"area": 20, "cleanliness": 18, "equipment": 40, "management": Decimal("9.5")}
    rows = cp.score(BDA.scorecards["care_room"], marks).records()
    assert [row["item"] for row in rows if row["open"]] == ["care_materials"]
    # 20 + 18 + 40 + 9.5, and at most 10 more for the open item; pass at 90.
    assert {(row["total_low"], row["total_high"]) for row in rows} == {
        (Decimal("87.5"), Decimal("97.5"))
    }
    assert {(row["pass_mark"], row["outcome"]) for row in rows} == {(90, "unknown")}
    assert [row["low_points"] for row in rows if row["item"] == "management"] == [Decimal("9.5")]


def test_a_ledger_has_a_row_a_locality_and_the_total_last() -> None:
    ledger = DAWA.ledgers["slots"]
    counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
    report = cp.track_progress(ledger, counts, on=date(2024, 9, 30))
    *rows, total = report.records()
    assert [row["locality"] for row in rows] == [row.locality for row in ledger.rows]
    row = rows[1]
    # Annex 2: 大洼街道 80 slots by the end of 2023, 241 by the end of 2024; 41 in 3 months.
    assert (row["due_on"], row["due_slots"], row["due_derived"]) == (date(2023, 12, 31), 80, False)
    assert (row["next_on"], row["next_slots"]) == (date(2024, 12, 31), 241)
    assert (row["reached"], row["counted_on"]) == (200, date(2024, 6, 30))
    assert (row["short_of_next"], row["pace_per_month"]) == (41, Fraction(41, 3))
    assert rows[0]["reached"] is rows[0]["counted_on"] is rows[0]["short_of_due"] is None
    assert (total["kind"], total["locality"], total["reported"]) == ("total", None, 1)
    assert (total["low"], total["high"], total["outcome"]) == (200, None, "unknown")
    assert report.rows[1].records() == [row]
    assert report.total.records() == [total]


def test_nothing_due_yet_is_empty() -> None:
    report = cp.track_progress(DAWA.ledgers["slots"], [], on=date(2023, 1, 1))
    row = report.records()[0]
    assert row["due_on"] is row["due_slots"] is row["due_derived"] is None
    assert row["outcome"] == "not_applicable"


def test_a_target_is_one_row() -> None:
    measured = [cp.Measurement(on=date(2021, 12, 31), part=39, whole=40)]
    target = SHUANGLIAO.targets["coverage"]
    (row,) = cp.track_progress(target, measured, on=date(2021, 12, 31)).records()
    # 39 of 40 are 97.5 percent; the goal is 100 by the end of 2021.
    assert (row["figure"], row["op"], row["target_value"]) == (Decimal("97.5"), ">=", 100)
    assert (row["short_by"], row["measured_on"]) == (Decimal("2.5"), date(2021, 12, 31))
    (row,) = cp.track_progress(target, [], on=date(2021, 12, 31)).records()
    assert (row["figure"], row["measured_on"], row["outcome"]) == (None, None, "unknown")


def test_paths_have_a_row_each() -> None:
    found = cp.registration_paths(cp.Applicant(profit_status=cp.ProfitStatus.NON_PROFIT), SHIYAN)
    rows = found.records()
    assert [(row["registrar"], row["level"]) for row in rows] == [
        ("staffing", "county"),
        ("staffing", "city"),
        ("civil_affairs", "county"),
        ("admin_approval", "county"),
    ]  # DESIGN, the registration example
    assert {row["steps"] for row in rows} == {"register, push, file"}
    narrowing = "legal_form, approval_powers_merged, in_special_zone"
    assert {row["narrowing"] for row in rows} == {narrowing}
    assert {row["filing_office"] for row in rows} == {"health"}
    (alone,) = found.paths[0].records()
    assert alone.items() <= rows[0].items()


def test_without_a_path_one_row_says_why() -> None:
    public = cp.Applicant(
        profit_status=cp.ProfitStatus.FOR_PROFIT, legal_form=cp.LegalForm.PUBLIC_INSTITUTION
    )
    (row,) = cp.registration_paths(public, SHIYAN).records()
    assert (row["path"], row["registrar"], row["steps"]) == (None, None, None)
    assert row["conflict"] == "profit_status, legal_form"
    (row,) = cp.registration_paths(cp.ToddlerClass(), SHIYAN).records()
    found = cp.registration_paths(cp.ToddlerClass(), SHIYAN)
    assert found.managed_by is not None
    assert (row["managed_by"], row["conflict"]) == (found.managed_by.value, None)


def test_an_agenda_has_its_entries_then_what_has_no_interval() -> None:
    agenda = cp.agenda(SHUANGLIAO, date(2021, 8, 1), date(2021, 9, 30))
    rows = agenda.records()
    assert [(row["locator"], row["precision"]) for row in rows if row["start"]] == [
        ("五（二）", "month"),
        ("五（三）", "month"),
        ("七（一）", "quarter"),
        ("五（四）", "month"),
    ]  # README
    assert {row["kind"] for row in rows if row["start"]} == {"stage", "duty"}
    late = [row["number"] for row in rows if row["kind"] == "unscheduled"]
    assert late == [duty.id for duty in agenda.unscheduled]


def test_a_form_has_a_row_a_problem() -> None:
    check = cp.check_form(BDA.forms["mummy_hut"], {"location_kind": "moon"})
    rows = check.records()
    assert [(row["field"], row["code"]) for row in rows] == [
        (problem.path, problem.code) for problem in check.problems
    ]
    (row,) = (row for row in rows if row["answer"] is not None)
    assert (row["field"], row["answer"]) == ("location_kind", "'moon'")
    assert row["problem_zh"] == next(
        problem.text("zh") for problem in check.problems if problem.path == "location_kind"
    )


FULL_WIDTH = "\uff1d\uff0b\uff0d\uff20"  # =, +, - and @ as a Chinese keyboard writes them


# A spreadsheet runs a text that begins so (OWASP, CSV injection), whatever blanks come first;
# it takes the full-width forms for the others.
@pytest.mark.parametrize(
    ("name", "safe"),
    [
        *((f"{sign}SUM(A1)", f"'{sign}SUM(A1)") for sign in (*"=+-@", *FULL_WIDTH)),
        ('=HYPERLINK("http://example.com")', '\'=HYPERLINK("http://example.com")'),
        ("-", "'-"),
        (" =1", "' =1"),
        ("\u3000\uff1d1", "'\u3000\uff1d1"),
        ("\xa0+1", "'\xa0+1"),
        ("\t=1", r"'\t=1"),
        ("\r\n@A1", r"'\r\n@A1"),
        ("\t大洼", r"'\t大洼"),
        ("\r大洼", r"'\r大洼"),
        ("大洼\n=1", r"大洼\n=1"),
        ("\ufeff=1", r"\ufeff=1"),
        ("\x00=1", r"\x00=1"),
        ("大\u202e洼\x1b[2J", r"大\u202e洼\x1b[2J"),
        ("大洼-街道 = 1", "大洼-街道 = 1"),
        ("'=1", "'=1"),
        ("1-2", "1-2"),
    ],
)
def test_a_safe_cell_is_no_formula(name: str, safe: str) -> None:
    report = ledger_of(name)
    (row, _) = report.records()
    assert row["locality"] == name
    (row, _) = report.records(safe=True)
    assert row["locality"] == safe
    ((_, read), *_) = csv_of([row])
    assert read == safe


def ledger_of(locality: str) -> Result:
    """Report on a ledger whose one locality has a name of the caller's."""
    clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A"))
    row = w.LedgerRow(
        clause=clause, locality=locality, milestones=(w.Milestone(date(2024, 6, 30), 5),)
    )
    ledger = w.Ledger(
        clause=clause,
        key="slots",
        title=cp.Text(zh="甲", en="A"),
        precision=w.Precision.DAY,
        rows=(row,),
    )
    return cp.track_progress(ledger, [], on=date(2024, 6, 30))


def csv_of(rows: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """Write rows as a file of a spreadsheet, a line a row, and read back the first columns."""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
    writer.writerows(rows)
    assert file.getvalue().count("\n") == len(file.getvalue().splitlines()) == len(rows)
    return [tuple(line[:2]) for line in csv.reader(io.StringIO(file.getvalue()))]


def test_what_is_no_text_is_safe_as_it_is() -> None:
    for result in RESULTS:
        for plain, safe in zip(result.records(), result.records(safe=True), strict=True):
            assert list(plain) == list(safe)
            for key, cell in plain.items():
                if not isinstance(cell, str):
                    assert (type(safe[key]), safe[key]) == (type(cell), cell)


def test_plain_rows_are_json_and_lose_nothing() -> None:
    for result in RESULTS:
        for cells, plain in zip(result.records(), result.records(plain=True), strict=True):
            assert json.loads(json.dumps(plain)) == plain
            assert list(cells) == list(plain)
            for key, cell in cells.items():
                assert read_back(plain[key], cell) == cell, key


def read_back(plain: Any, cell: object) -> object:
    """Return what a plain cell says, read as what it was."""
    match cell:
        case bool() | str() | None | int():
            assert type(plain) is type(cell)
            return plain
        case date():
            return date.fromisoformat(plain)
        case _:
            return Fraction(plain)


def test_a_plain_number_that_is_not_whole_is_its_exact_text() -> None:
    row: Row = {"a": Decimal("1E+2"), "b": Fraction(-1, 3), "c": Fraction(6, 2), "d": -1, "e": True}
    assert plain_row(row) == {"a": "100", "b": "-1/3", "c": 3, "d": -1, "e": True}


def test_a_plain_number_is_no_text_to_make_safe() -> None:
    counts = [cp.Measurement(on=date(2021, 12, 31), part=39, whole=40)]
    progress = cp.track_progress(SHUANGLIAO.targets["coverage"], counts, on=date(2021, 12, 31))
    (row,) = progress.records(plain=True, safe=True)
    # 39 of 40 are 97.5 percent. The operator is a text that no spreadsheet runs.
    assert (row["figure"], row["op"], row["due_on"]) == ("97.5", ">=", "2021-12-31")
    (row, _) = ledger_of("=1+1").records(plain=True, safe=True)
    assert row["locality"] == "'=1+1"


@given(st.text())
def test_no_safe_cell_begins_as_a_formula_does(text: str) -> None:
    (safe,) = safe_row({"x": text}).values()
    assert isinstance(safe, str)
    assert not safe.lstrip().startswith((*"=+-@", *FULL_WIDTH))
    assert len(f"a{safe}b".splitlines()) == 1
    assert safe in (visible(text), f"'{visible(text)}")


SUBJECTS: st.SearchStrategy[Any] = st.one_of(
    nouns(cp.Venue), nouns(cp.Employer), nouns(cp.Room), nouns(cp.Grant), nouns(cp.Institution)
)


@given(SUBJECTS, st.sampled_from(cp.plan_ids()))
def test_any_assessment_becomes_rows(subject: Any, plan_id: str) -> None:
    a = cp.assess(subject, cp.get_plan(plan_id))
    rows = a.records()
    assert len(rows) == len(a.findings) + len(a.benefits) + len(a.definitions)
    assert len({tuple(row) for row in rows}) <= 1
    for remedy in cp.remedies(a):
        assert len(remedy.records()) == max(1, len(remedy.options))


def test_rows_are_the_callers_own() -> None:
    result = cp.assess(MALL, SHUANGLIAO)
    result.records()[0].clear()
    assert result.records()[0] != {}
