"""No language stands in a sentence of the other, and nothing of a program in either.

Looked for in all that results of every sort, and answers about many subjects, say in full; of
documents of our own and of others; as text, and as a page shows it.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib import import_module
from itertools import islice
from typing import Any

import pytest
from samples import results

import careplan as cp
from careplan.testing.cases.boundaries import fact_cases

EVERY = 7  # of the decisive cases, one in so many
OUTSIDE = (
    "basic_room", "chongqing_2017", "hubei_timeline_2017", "nanjing_union_stars_2017",
    "national_classes_2019", "national_filing_2019", "own_county", "test_wst821_quality_2023",
)  # fmt: skip
# A point stands once, brackets do not begin in brackets, and no word stands between spaces.
TWICE = re.compile("[；，。：、]{2}|（（|[；，、：]）|[？！]；|(?<=[一-龥]) (?=[一-龥]+ [一-龥])")
TWICE_EN = re.compile(r"[;,]{2}|\.\.(?!\.)|\(\(|[?!];| [;,.]|: $")
HIDDEN = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
WITHIN_LINES = re.compile(r"</?(?:b|span|abbr|a)\b[^>]*>")
TAGS = re.compile(r"<[^>]*>")

# What Chinese texts write in Latin letters: codes of standards, grades of sights, and by what
# they were made.
WRITTEN_SO = {"JGJ39", "JGJ", "LC", "A", "careplan"}
# What samples of plans and of tables that are made up for tests are called.
MADE_UP = {
    "new", "old", "silent", "draft", "late",  # plans, and a rule of one
    "register", "zone", "file", "receipt", "notice", "publish", "update",  # steps
    "inclusive", "slots", "district", "kind", "done", "in", "all",  # keys of rows
    "moon", "inside", "enterprise", "office", "building", "public", "place",  # of a form
}  # fmt: skip
LATIN = re.compile("[A-Za-z]+[0-9]*")
ISO_DAY = re.compile(r"\b\d{4}-\d{2}(-\d{2})?\b", re.ASCII)
FRACTION = re.compile(r"(?<![\d/])\d+/\d+(?![\d/])")
PATH = re.compile(r"\[[^\]\u4e00-\u9fff]*\]|\b[a-z0-9]+_[a-z_0-9]+\b")
# What an answer to a question would leave is said by the answer.
YES_OR_NO = re.compile("(?<!回答)：[是否](?=$|[（）；，、。 ])")
YES_OR_NO_EN = re.compile(r"(?<!Answer): (yes|no)(?=$|[;,)])")
CHINESE_POINTS = re.compile("[，。；：？！（）“”《》、…]")
CLAUSE = re.compile(r"\b\d+(\.\d+)+\.[a-z]\b|\b\d+\.[a-z]\b", re.ASCII)
PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]
OTHERS = [import_module(f"outside.{name}").PLAN for name in OUTSIDE]
LOCATORS = sorted(
    {one.locator for plan in (*PLANS, *OTHERS) for one in plan.clauses}, key=len, reverse=True
)
# Locators and wordings of a text stay as they are printed.
AS_PRINTED = re.compile("|".join([*map(re.escape, LOCATORS), r"3岁以下婴幼儿照护服务（\w+）"]))


@cache
def answers() -> tuple[Any, ...]:
    """Return results of every kind, and answers about many subjects with what would mend them."""
    return (*results(), *(one for plan in (*PLANS, *OTHERS) for one in about(plan)))


def about(plan: cp.Plan) -> Iterator[Any]:
    """Yield what a document answers about many subjects."""
    for case in islice(fact_cases(plan), 0, None, EVERY):
        if case.grading is not None:
            yield cp.grade(case.subject, case.grading, readings=case.readings, on=case.on)
            continue
        assessment = cp.assess(case.subject, plan, readings=case.readings, on=case.on)
        yield assessment
        yield from cp.remedies(assessment)
        yield cp.owed(case.subject, plan, readings=case.readings, on=case.on)


def on_page(result: Any, language: str) -> Iterator[str]:
    """Yield the texts that a page of a result shows."""
    page = WITHIN_LINES.sub("", HIDDEN.sub("", result.to_html(language, detail="all")))
    yield from (unescape(text).strip() for text in TAGS.split(page) if text.strip())


def lines(result: Any, language: str) -> Iterator[str]:
    """Yield all that is said of a result, as text and on a page."""
    for detail in ("normal", "all"):
        yield from result.explain(language, detail=detail).split("\n")
    yield from on_page(result, language)


def faults_in_chinese(line: str) -> Iterator[str]:
    """Yield what a clerk would not write."""
    yield from {*LATIN.findall(line)} - WRITTEN_SO - MADE_UP
    for pattern in (ISO_DAY, FRACTION, YES_OR_NO, CLAUSE, TWICE):
        yield from (found.group() for found in pattern.finditer(line))


def faults_in_english(line: str) -> Iterator[str]:
    """Yield the same in English, and Chinese points beside the locators, which stay as printed."""
    if "[zh]" in line:  # nobody wrote it in English
        return
    said = AS_PRINTED.sub("", line)
    for pattern in (ISO_DAY, FRACTION, YES_OR_NO_EN, CHINESE_POINTS, CLAUSE):
        yield from (found.group() for found in pattern.finditer(said))
    yield from (found.group() for found in TWICE_EN.finditer(line))
    found = {one.group() for one in PATH.finditer(said)}
    yield from (one for one in found if not set(LATIN.findall(one)) <= MADE_UP)


FAULTS = {"zh": faults_in_chinese, "en": faults_in_english}


@pytest.mark.parametrize("language", FAULTS)
def test_a_text_for_people_holds_nothing_of_another_language_or_of_a_program(
    language: str,
) -> None:
    found: dict[str, str] = {}
    for result in answers():
        for line in lines(result, language):
            for fault in FAULTS[language](line):
                found.setdefault(fault, line)
    assert found == {}


@pytest.mark.parametrize(
    ("language", "line", "fault"),
    [
        ("zh", "改变 rooms[0].area", "rooms"),
        ("zh", "至2024-06-30止", "2024-06-30"),
        ("zh", "每月须增41/3", "41/3"),
        ("zh", "独立设置：是且私密：否", None),
        ("zh", "独立设置：是", "：是"),
        ("zh", "4.1.b也一并纠正", "4.1.b"),
        ("en", "change rooms[0].usable_area_m2", "usable_area_m2"),
        ("en", "independent: yes; private", ": yes"),
        ("en", "by 2024-06", "2024-06"),
        ("en", "附件1 not met；", "；"),
        ("zh", "是否整洁？；用于判断", "？；"),
        ("zh", "要求（（甲）或乙）", "（（"),
        ("zh", "结论由 不符合 变为", " "),
        ("zh", "不符合；；另有", "；；"),
        ("en", "Is it clean?; Needed for", "?;"),
        ("en", "required: ((a) or b)", "(("),
        ("en", "wait... and go", None),
    ],
)
def test_a_fault_is_found(language: str, line: str, fault: str | None) -> None:
    assert (fault in set(FAULTS[language](line))) is (fault is not None)
