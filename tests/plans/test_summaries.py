"""English texts of the plans are words: they print no constant of the code."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

import attrs
import pytest

import careplan as cp

# A name of a constant: capitals joined by underscores, or the name of a body or a level.
CONSTANT = re.compile(r"\b[A-Z]+(?:_[A-Z]+)+\b")
NAMES = {member.name for enum in (cp.Body, cp.Level, cp.Role) for member in enum}


def texts(value: Any, seen: set[int]) -> Iterator[cp.Text]:
    """Yield every text a plan holds, each object looked at once."""
    if isinstance(value, Enum | str | int) or id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, cp.Text):
        yield value
    elif isinstance(value, type):
        return
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name), seen)
    elif hasattr(value, "values"):
        for inner in value.values():
            yield from texts(inner, seen)
    elif isinstance(value, tuple | frozenset):
        for inner in value:
            yield from texts(inner, seen)


# A title heads a row of a list: 16 characters, beside the years that one of a ledger names.
LONGEST = 16
A_SPAN_OF_YEARS = re.compile("（[0-9]{4}至[0-9]{4}）$")


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_whatever_is_asked_of_a_body_has_a_short_title(plan_id: str) -> None:
    assigned = cp.get_plan(plan_id).assignments()
    titles = {one.title for one in assigned if one.origin.value != "consequence"}
    too_long = [one.zh for one in titles if len(A_SPAN_OF_YEARS.sub("", one.zh)) > LONGEST]
    assert too_long == []
    sentences = [one.en for one in titles if (one.en or ".").endswith(".") or "。" in one.zh]
    assert sentences == []


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_whatever_falls_into_some_days_has_a_short_title(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    listed = cp.agenda(plan, date(2015, 1, 1), date(2026, 12, 31))
    titles = {one.title for one in listed.entries} | {one.title for one in listed.unscheduled}
    assert [one.zh for one in titles if len(A_SPAN_OF_YEARS.sub("", one.zh)) > LONGEST] == []


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_english_prints_no_constant(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    found = list(texts(plan, set()))
    assert {clause.summary for clause in plan.clauses} <= set(found)
    english = [text.en or "" for text in found]
    assert all(english)  # a county may leave it out, our own documents do not
    wrong = [
        one
        for one in english
        if CONSTANT.search(one) or not NAMES.isdisjoint(re.findall(r"\b[A-Z]{4,}\b", one))
    ]
    assert wrong == []
