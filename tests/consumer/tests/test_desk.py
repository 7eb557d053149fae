"""The desk's own tests: they know careplan only by its public names."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from county_desk import desk, tables

import careplan as cp
from careplan.results import Assessment

DATA = Path(__file__).parent / "data"
LEDGER = cp.get_plan("dawa_2023").ledgers["slots"]


@pytest.fixture(scope="module")
def venues() -> dict[str, cp.Venue]:
    return tables.read(DATA / "venues.csv", tables.venue)[0]


def test_rows_become_facts_and_an_empty_cell_is_not_stated(venues: dict[str, cp.Venue]) -> None:
    assert list(venues) == ["万达广场", "中心医院", "书香广场", "客运站"]
    assert venues["中心医院"] == cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[])
    assert venues["书香广场"].rooms == (cp.Room(usable_area_m2=6.5, independent=True),)


def test_every_problem_names_its_line_and_field() -> None:
    _, problems = tables.read(DATA / "venues.csv", tables.venue)
    assert [(one["line"], one["path"]) for one in problems] == [
        (6, "category"),
        (6, "building_area_m2"),
        (6, "rooms[0].independent"),
    ]
    assert all(one["zh"] and one["en"] for one in problems)
    read = tables.counts(DATA / "counts.csv", LEDGER)
    # A year is no day; a blank is not stated, and no problem.
    assert [(one.row, one.column, one.fact) for one in read.problems] == [(3, "on", "on")]
    assert [row.number for row in read.skipped] == [2, 3]


def test_venues_are_assessed(venues: dict[str, cp.Venue]) -> None:
    found = desk.verdicts(venues)
    # Shuangliao 4.1: above 10 000 m2 a room of 10 m2, from 5 000 to 10 000 m2 one of 6 m2.
    by_area = {name: one.finding("4.1.b").outcome for name, one in found.items()}
    assert by_area == {
        "万达广场": cp.Outcome.NOT_MET,
        "中心医院": cp.Outcome.UNKNOWN,
        "书香广场": cp.Outcome.NOT_APPLICABLE,
        "客运站": cp.Outcome.MET,
    }
    assert found["书香广场"].finding("4.1.a").outcome is cp.Outcome.MET
    assert desk.tally(found.values())["不符合"] == 1


def test_the_desk_knows_what_to_ask_and_what_to_mend(venues: dict[str, cp.Venue]) -> None:
    found = desk.verdicts(venues)
    lines = desk.to_do({name: found[name] for name in ("万达广场", "中心医院")}, "zh")
    assert "万达广场: 四（一） 第1间母婴室的使用面积不少于10平方米" in lines
    assert lines[-1] == "中心医院: 建筑面积"


def test_two_sources_of_a_venue_are_compared(venues: dict[str, cp.Venue]) -> None:
    applied = venues["书香广场"]  # 8,000 m2 and a room of 6.5
    inspected = cp.Venue(building_area_m2=8_000, rooms=[cp.Room(usable_area_m2=5.8)])
    found = desk.checked(applied, inspected)
    assert [(one.path, one.a, one.b) for one in found.stated_differently] == [
        ("rooms[0].usable_area_m2", Decimal("6.5"), Decimal("5.8"))
    ]
    assert [one.path for one in found.only_a] == ["category", "rooms[0].independent"]
    assert "验收记录" in found.explain("zh")


def test_an_outcome_is_never_a_condition(venues: dict[str, cp.Venue]) -> None:
    with pytest.raises(cp.AmbiguousTruth):
        bool(desk.verdicts(venues)["中心医院"].outcome)


def test_sheets_are_scored() -> None:
    sheets, problems = tables.read(DATA / "sheets.csv", tables.marks)
    scores = desk.passed(sheets)
    assert problems == []
    # Pass at 90 of 100: 88 and an open item, 93, 73.
    assert {name: (one.low, one.high, one.outcome) for name, one in scores.items()} == {
        "甲单位": (88, 98, cp.Outcome.UNKNOWN),
        "乙单位": (93, 93, cp.Outcome.MET),
        "丙单位": (73, 73, cp.Outcome.NOT_MET),
    }


def test_applicants_are_sent_to_their_offices() -> None:
    applicants, problems = tables.read(DATA / "applicants.csv", tables.applicant)
    found = desk.offices(applicants)
    assert problems == []
    assert [path.registrar for path in found["乙托育"].paths] == [cp.Body.MARKET_REGULATION]
    assert found["乙托育"].paths[0].business_scope == "3岁以下婴幼儿照护服务（全日托）"
    assert cp.Body.CIVIL_AFFAIRS in {path.registrar for path in found["甲托育"].paths}
    assert "approval_powers_merged" in found["甲托育"].missing


def test_progress_is_reported() -> None:
    read = tables.counts(DATA / "counts.csv", LEDGER)
    progress = desk.report(read.items, date(2024, 9, 30))
    lines = desk.report_lines(progress)
    # Dawa, annex 2: 80 by the end of 2023, 241 by the end of 2024; 41 slots in three months.
    assert lines[1] == "大洼街道,符合,200,80,41,41/3"
    assert lines[2] == "田家街道,尚不能判断,,109,,"
    assert len(lines) == len(progress) + 1
    assert (progress.total.low, progress.total.high) == (200, None)


def test_a_verdict_travels_as_json(venues: dict[str, cp.Venue]) -> None:
    for name, assessment in desk.verdicts(venues).items():
        text = cp.codec.dumps(assessment)
        assert cp.codec.loads(text, Assessment).outcome is assessment.outcome, name
        assert cp.codec.loads(cp.codec.dumps(venues[name]), cp.Venue) == venues[name]


def test_a_verdict_shows_itself(venues: dict[str, cp.Venue]) -> None:
    page = desk.verdicts(venues)["万达广场"].to_html()
    assert "四（一）" in page
    assert "不符合" in page
