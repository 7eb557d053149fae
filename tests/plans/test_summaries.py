"""English texts of the plans are words: they print no constant of the code."""

import re
from collections.abc import Iterator
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
