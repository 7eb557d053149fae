"""The generated pages say what the plans say, and every flaw found is explained."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from outside import (
    basic_room,
    chongqing_2017,
    nanjing_union_stars_2017,
    national_classes_2019,
    own_county,
)

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws, unread_facts
from careplan.documents.rules import criteria_in

DOCS = Path(__file__).parent.parent / "docs"
_OUTSIDE = basic_room, chongqing_2017, nanjing_union_stars_2017, national_classes_2019, own_county
PLANS_OUTSIDE = [module.PLAN for module in _OUTSIDE]
GENERAL = [*list(cp.Equipment)[8:], *list(cp.VenueCategory)[15:]]  # what no plan of ours names


def make_tables() -> ModuleType:
    """Load the script that writes the pages."""
    spec = importlib.util.spec_from_file_location("make_tables", DOCS / "make_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(page: str) -> list[list[str]]:
    """Return the cells of all table rows of a page."""
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    return [row for row in cells if not re.fullmatch(r"-+", row[0])]


def test_the_generated_pages_are_fresh() -> None:
    assert make_tables().stale() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_clause_has_its_heading_on_a_page_in_each_language(language: str) -> None:
    headings = 0
    for plan_id in cp.plan_ids():
        page = (DOCS / language / "documents" / f"{plan_id}.md").read_text(encoding="utf-8")
        found = [line for line in page.splitlines() if line.startswith("### ")]
        for line, clause in zip(found, cp.get_plan(plan_id).clauses, strict=True):
            assert clause.number in line.replace("\\", "")
            assert clause.locator in line
        headings += len(found)
        assert all(office in page for office in cp.get_plan(plan_id).offices)
    assert headings == 465  # the inventory's count


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("plan_id", cp.national_plan_ids())
def test_a_national_text_has_a_page_that_says_how_each_clause_is_known(
    plan_id: str, language: str
) -> None:
    page = (DOCS / language / "national" / f"{plan_id}.md").read_text(encoding="utf-8")
    plan = cp.get_plan(plan_id)
    said = page.replace("\\", "")
    headings = [line for line in said.splitlines() if line.startswith("### ")]
    for line, clause in zip(headings, plan.clauses, strict=True):
        assert f"({clause.number})" in line
    # Each names its pages; none is said to be read from a text that nobody saw.
    known = [plan.show(clause.number).known_from for clause in plan.clauses]
    assert all(one.sources or one.support is w.Support.UNSEEN for one in known)
    assert all(one.support is not w.Support.OWN_TEXT for one in known)
    for one in known:
        assert all(source.title.get(language) in said for source in (*one.sources, *one.also))


def test_the_words_around_the_clauses_are_the_same_in_both_languages() -> None:
    zh, en = make_tables().WORDS["zh"], make_tables().WORDS["en"]
    assert set(zh) == set(en)


def test_every_flaw_is_explained_and_every_explanation_is_of_a_flaw() -> None:
    explained = {
        (plan, code, clauses): why
        for plan, code, clauses, why in (row for row in rows("en/flaws.md") if len(row) == 4)
        if plan != "plan"
    }
    found = {
        (plan_id, flaw.code, ", ".join(flaw.clauses))
        for plan_id in cp.plan_ids()
        for flaw in find_flaws(cp.get_plan(plan_id))
    }
    assert set(explained) == found
    assert all(len(why) > 20 for why in explained.values())


def test_every_unread_fact_is_explained() -> None:
    explained = {
        row[0]: row[1] for row in rows("en/flaws.md") if len(row) == 2 and row[0] != "fact"
    }
    ours = [*map(cp.get_plan, (*cp.plan_ids(), *cp.national_plan_ids()))]
    unread = set(unread_facts(ours))
    # A fact that a document of another place reads has its use: those of tests/outside.
    read_nowhere = unread.intersection(unread_facts([*ours, *PLANS_OUTSIDE]))
    assert read_nowhere <= set(explained) <= unread
    assert all(explained.values())


def test_what_is_read_by_other_places_only() -> None:
    # Each general word has a document that asks for it.
    found = unread_facts([*map(cp.get_plan, cp.plan_ids()), *PLANS_OUTSIDE])
    assert not {"Room.nameplate", "Venue.daily_visitors"}.intersection(found)
    said = "".join(
        repr(criterion)
        for plan in PLANS_OUTSIDE
        for one in plan.encoded()
        for part in one.with_parts()
        for criterion in criteria_in(part)
    )
    for word in GENERAL:
        assert f"[{word.value}]" in said or repr(word) in said, word
