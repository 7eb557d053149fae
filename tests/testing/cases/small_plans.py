"""Small plans for the tests of cases, and the library's own answer to a case."""

from collections.abc import Callable
from typing import Any

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import TRUE
from careplan.testing.cases.face.case import BoundaryCase

CLAUSE = w.Clause("1.a", "第一条", w.Modality.MUST, cp.Text(zh="条", en="clause"))


def small_plan(**more: Any) -> cp.Plan:
    """Make a plan that only has what is given."""
    title = cp.Text(zh="方案", en="plan")
    document = w.Document(title=title, issuer=title)
    return cp.Plan(id="small", document=document, clauses=(CLAUSE,), **more)


def plan_of(requires: Any, applies: Any = TRUE) -> cp.Plan:
    """Make a plan of one rule."""
    return small_plan(rules=(w.Rule(clause=CLAUSE, applies=applies, requires=requires),))


def by_library(plan: cp.Plan) -> Callable[[BoundaryCase], object]:
    """Answer a case as the library does."""
    return lambda case: case.answer(plan)
