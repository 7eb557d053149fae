"""Answers about a document without a word of English: the Chinese, marked, and empty cells."""

import re
from datetime import date

import pytest
from chinese_only import (
    AREA,
    DIRTY,
    PLAN,
    YEAR_END,
    Keeper,
    Stall,
    Stand,
    stall,
    texts_of,
    unmarked,
)

import careplan as cp
from careplan.audit import find_flaws
from careplan.criteria.wording.criteria import describe
from careplan.criteria.wording.labels import fact_label
from careplan.results import Result

ASSESSED = cp.assess(DIRTY, PLAN)
RESULTS: dict[str, Result] = {
    "assessment": ASSESSED,
    "not applicable": cp.assess(Stall(stand=Stand.SQUARE), PLAN),
    "unknown": cp.assess(Stall(), PLAN),
    "remedy": cp.remedies(ASSESSED)[0],
    "paths": cp.registration_paths(Keeper(), PLAN),
    "ledger": cp.track_progress(
        PLAN.ledgers["slots"], [cp.SlotCount("甲镇", YEAR_END, 3)], on=YEAR_END
    ),
    "target": cp.track_progress(PLAN.targets["rate"], [], on=YEAR_END),
    "agenda": cp.agenda(PLAN, date(2027, 1, 1), YEAR_END),
    "score": cp.score(PLAN.scorecards["stall"], {"tidy": 5}),
    "form": cp.check_form(PLAN.forms["filing"], {"beds": "x", "at": "楼上"}),
}
# What a caller wrote is no text of the document, and quoted as it is.
QUOTED = re.compile("'楼上'")


@pytest.mark.parametrize("name", RESULTS)
def test_an_english_reader_gets_the_chinese_marked(name: str) -> None:
    said = QUOTED.sub("", RESULTS[name].explain("en"))
    assert unmarked(said) == []
    assert "None" not in said
    assert "[zh]" not in RESULTS[name].explain("zh")


def test_what_is_marked_is_there() -> None:
    # Clause 一: 面积 >= 6, and the stall has 5.
    said = ASSESSED.explain("en")
    assert "    Required: 摊位设母婴室 [zh]" in said
    assert "面积 [zh] is 5 平方米 [zh]; at least 6 平方米 [zh] is required" in said
    assert "    Taken: 使用面积 [zh]\n    Otherwise: as reported" in said


@pytest.mark.parametrize("name", RESULTS)
def test_cells_hold_what_was_written_and_nothing_else(name: str) -> None:
    texts = {text.zh for text in texts_of(PLAN)}
    held = [
        row[f"{column.removesuffix('_zh')}_en"]
        for row in RESULTS[name].records()
        for column, cell in row.items()
        # That a ledger without columns counts slots is said by us, in both languages.
        if column.endswith("_zh") and column != "column_zh" and cell in texts
    ]
    assert set(held) <= {None}
    assert held or name not in {"agenda", "score", "form", "target"}


def test_cells_without_english() -> None:
    [tidy] = RESULTS["score"].records()
    assert (tidy["label_zh"], tidy["label_en"]) == ("整洁", None)
    titles = {(row["title_zh"], row["title_en"]) for row in RESULTS["agenda"].records()}
    assert ("实施阶段", None) in titles


@pytest.mark.parametrize("name", RESULTS)
def test_pages_say_it_marked_and_hold_no_none(name: str) -> None:
    html, markdown = RESULTS[name].to_html("en"), RESULTS[name].to_markdown("en")
    assert "None" not in html + markdown
    assert ("[zh]" in html) is ("[zh]" in RESULTS[name].explain("en"))
    assert ("\\[zh\\]" in markdown) is ("[zh]" in html)


def test_criteria_and_paths_say_the_chinese_marked() -> None:
    assert describe(stall.beds > 1, "en") == "床位 [zh] more than 1"
    assert fact_label(Stall, "stock[广场]", "en") == "库存 [zh] (广场 [zh])"


def test_a_flaw_is_said() -> None:
    assert all(unmarked(flaw.text("en")) == [] for flaw in find_flaws(PLAN))


def test_a_question_is_answered_by_its_options() -> None:
    # Two beds: more than one, not more than two.
    met = cp.assess(DIRTY, PLAN).finding("1/advice").outcome
    assert met is cp.Outcome.MET
    other = cp.assess(DIRTY, PLAN, readings={AREA.id: "plain"})
    assert other.finding("1/advice").outcome is cp.Outcome.NOT_MET


def test_who_is_asked_is_said() -> None:
    asked = PLAN.tasks_of(cp.Body.HEALTH)
    titles = {one.title.get("en") for one in asked}
    assert "检查摊位 [zh]" in titles
    assert all(unmarked(title) == [] for title in titles)
