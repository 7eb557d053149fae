"""No language stands in a sentence of the other, and nothing of a program in either.

Looked for in all that results of every sort, and answers about many subjects, say in full.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from samples import results

import careplan as cp
from careplan.testing.cases.boundaries import decisive_cases

EVERY = 7  # of the decisive cases, one in so many

# What Chinese texts write in Latin letters: units, codes of standards, and by what they are made.
WRITTEN_SO = {"JGJ39", "JGJ", "LC", "careplan"}
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
LOCATORS = sorted({one.locator for plan in PLANS for one in plan.clauses}, key=len, reverse=True)
# Locators and wordings of a text stay as they are printed.
AS_PRINTED = re.compile("|".join([*map(re.escape, LOCATORS), r"3岁以下婴幼儿照护服务（\w+）"]))


def answers() -> Iterator[Any]:
    """Yield results of every kind, and answers about many subjects with what would mend them."""
    yield from results()
    for plan in PLANS:
        for case in islice(decisive_cases(plan), 0, None, EVERY):
            assessment = cp.assess(case.subject, plan, readings=case.readings, on=case.on)
            yield assessment
            yield from cp.remedies(assessment)


def faults_in_chinese(line: str) -> Iterator[str]:
    """Yield what a clerk would not write."""
    yield from {*LATIN.findall(line)} - WRITTEN_SO - MADE_UP
    for pattern in (ISO_DAY, FRACTION, YES_OR_NO, CLAUSE):
        yield from (found.group() for found in pattern.finditer(line))


def faults_in_english(line: str) -> Iterator[str]:
    """Yield the same in English, and Chinese points beside the locators, which stay as printed."""
    if "[zh]" in line:  # nobody wrote it in English
        return
    said = AS_PRINTED.sub("", line)
    for pattern in (ISO_DAY, FRACTION, YES_OR_NO_EN, CHINESE_POINTS, CLAUSE):
        yield from (found.group() for found in pattern.finditer(said))
    found = {one.group() for one in PATH.finditer(said)}
    yield from (one for one in found if not set(LATIN.findall(one)) <= MADE_UP)


FAULTS = {"zh": faults_in_chinese, "en": faults_in_english}


@pytest.mark.parametrize("language", FAULTS)
def test_a_text_for_people_holds_nothing_of_another_language_or_of_a_program(
    language: str,
) -> None:
    found: dict[str, str] = {}
    for result in answers():
        for detail in ("normal", "all"):
            for line in result.explain(language, detail=detail).split("\n"):
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
    ],
)
def test_a_fault_is_found(language: str, line: str, fault: str | None) -> None:
    assert (fault in set(FAULTS[language](line))) is (fault is not None)
