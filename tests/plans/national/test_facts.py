"""Every figure of a national plan is a known fact's, and no clause claims more than its facts do.

tests/data/national_facts.json lists what is known of these texts: each fact with its value and how
well it is known, and the right answers of cases.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import Compare, Criterion, Elapsed, Every, Linear, Some, reads
from careplan.documents.clauses import Clause
from careplan.documents.rules import Consequence, criteria_in

HERE = Path(__file__)
KNOWN = json.loads((HERE.parents[2] / "data" / "national_facts.json").read_text(encoding="utf-8"))
FACTS: dict[str, dict[str, Any]] = KNOWN["facts"]
RULES: dict[str, str] = KNOWN["rules"]
CASES: list[dict[str, Any]] = KNOWN["cases"]

# What stands in a criterion beside the figures, by the fact that has it in words: the first
# birthday and "several" infants, the ratings that the facts are of; and that a day comes on or
# after another, which is written as a period of one day.
IN_WORDS = {
    "wom.break": {12, 2, 1},
    "gb.floor.1": {1}, "gb.floor.2": {2}, "gb.floor.3": {3}, "gb.floor.4": {4},
    "mr.recheck": {1}, "d76.recheck": {1},
    # A full-time worker at 150 children; below that one of either sort.
    "d76.full": {150, 1}, "d76.part": {150},
}  # fmt: skip


def cited(clause: Clause) -> tuple[str, ...]:
    """Return the ids of the facts a clause rests on."""
    return () if clause.known_from is None else clause.known_from.facts


def clauses() -> Iterator[tuple[cp.Plan, Clause]]:
    for plan in map(cp.get_plan, cp.national_plan_ids()):
        yield from ((plan, clause) for clause in plan.clauses)


def values(names: tuple[str, ...]) -> set[Fraction]:
    """Return the numbers that facts have, in the units a criterion may have them in."""
    found: set[Fraction] = set()
    for name in names:
        found |= {Fraction(one) for one in IN_WORDS.get(name, ())}
        value = FACTS[name]["value"] if name in FACTS else None
        if isinstance(value, int | float | str) and re.fullmatch(r"[\d.]+", str(value)):
            number = Fraction(str(value))
            found |= {number, 12 * number}  # years as months
            if number:
                found.add(1 / number)  # 0.20 is one to five
    return found


def numbers(criterion: Criterion) -> Iterator[Fraction]:
    """Yield the numbers that a criterion holds; 1 is what a sum has where nothing stands."""
    for node in reads(criterion):
        match node:
            case Compare(value=int() | Decimal() | Fraction() as value) if value is not True:
                yield Fraction(value)
            case Linear():
                factors = (abs(Fraction(factor)) for factor, _ in node.terms)
                yield from (factor for factor in factors if factor != 1)
                yield from (abs(Fraction(one)) for one in (node.bound,) if one)
            case Elapsed(period=period):
                yield from (Fraction(one) for one in (period.months, period.days) if one)
            case Some(where=where) | Every(where=where):
                yield from numbers(where)
            case _:
                pass


def figures(one: Any) -> Iterator[Fraction]:
    """Yield the numbers of an object of a plan: of its criteria, dates apart, and its own."""
    for criterion in criteria_in(one):
        yield from numbers(criterion)
    limit = getattr(one, "limit", None)
    if limit is not None:
        yield Fraction(limit.number)
    if isinstance(one, Consequence) and isinstance(one.fine_yuan, w.Between):
        ends = (one.fine_yuan.low, one.fine_yuan.high)
        yield from (Fraction(end) for end in ends if end is not None)
    for milestone in getattr(one, "milestones", ()):
        yield Fraction(milestone.value)


def test_every_fact_is_cited_and_every_citation_is_of_a_fact() -> None:
    names = {name for _, clause in clauses() for name in cited(clause)}
    assert names == set(FACTS) | set(RULES)


def test_no_clause_is_better_known_than_its_facts() -> None:
    for plan, clause in clauses():
        known = plan.show(clause.number).known_from
        supports = {FACTS[name]["support"] for name in cited(clause) if name in FACTS}
        weakest = "corroborated" if "corroborated" in supports else "solid"
        if supports:
            assert known.support.value == weakest, (plan.id, clause.number)
        assert known.support is not w.Support.OWN_TEXT


def test_every_figure_is_one_of_a_fact_that_its_clause_cites() -> None:
    seen = 0
    for plan in map(cp.get_plan, cp.national_plan_ids()):
        for one in plan.encoded():
            resting = (one.clause, *getattr(one, "also", ()))
            names = tuple(name for clause in resting for name in cited(clause))
            found = set(figures(one))
            assert found <= values(names), (plan.id, one.id, found - values(names))
            seen += len(found)
    assert seen > 60  # as many as facts have numbers, or the test reads none


def test_every_case_is_a_test() -> None:
    written = "".join(
        page.read_text(encoding="utf-8") for page in HERE.parent.rglob("test_cases*.py")
    )
    assert len(CASES) == 26
    assert [case["id"] for case in CASES if case["id"] not in written] == []


@pytest.mark.parametrize("plan_id", cp.national_plan_ids())
def test_every_clause_is_encoded_or_says_why_not(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    assert plan.id == plan_id
    assert plan.coverage().complete
    assert set(plan.document.parallels) <= set(cp.national_plan_ids())
