"""The audit of a plan that asks sums: what can never be is found, what is not compared is said."""

from typing import Any

import pytest
from crews import Crew, cot, crew
from small_plans import MUST, plan_of

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws, unread_facts
from careplan.criteria.nodes import all_of
from careplan.criteria.regions.completions import completions
from careplan.testing.thresholds import near_thresholds

PER_CHILD = crew.area_m2 >= 3 * crew.children


def flaws(*rules: tuple[Any, Any]) -> list[str]:
    """Return the codes of flaws of a plan of these rules, each of who and what."""
    several = [
        w.Rule(clause=MUST, part=str(number), applies=applies, requires=requires)
        for number, (applies, requires) in enumerate(rules)
    ]
    found = [flaw.code for flaw in find_flaws(plan_of(*several))]
    return [code for code in found if code not in {"unencoded", "no_encoding", "not_encoded"}]


@pytest.mark.parametrize(
    ("applies", "requires", "code"),
    [
        # 40 children need 120 m2, and no more than 100 are there.
        (all_of(), all_of(PER_CHILD, crew.children >= 40, crew.area_m2 <= 100), "never_met"),
        (all_of(crew.children >= 40, crew.area_m2 <= 100), PER_CHILD, "never_met"),
        (all_of(PER_CHILD, crew.children >= 40, crew.area_m2 <= 100), crew.yard, "never_applies"),
        # Sums for which facts are found are no question.
        (all_of(crew.children >= 40), PER_CHILD, None),
        (all_of(), cp.count(crew.cots, cot.firm) >= 2, None),
        # Warmth may be below 0, so no single item is enough: neither found nor excluded.
        (all_of(), cp.total(crew.cots, cot.warmth) >= 3, "not_taken_apart"),
    ],
)
def test_what_a_rule_asks_can_never_be(applies: Any, requires: Any, code: str | None) -> None:
    assert flaws((applies, requires)) == ([] if code is None else [code])


def test_two_rules_whose_sums_exclude_each_other() -> None:
    few, many = crew.children + crew.carers <= 8, crew.children + crew.carers >= 9
    assert "contradictory" in flaws((all_of(), few), (all_of(), many))
    assert "contradictory" not in flaws((all_of(), few), (all_of(), few))
    # Where a sum says who is asked, too: of 40 children with 120 m2 there are some.
    assert "contradictory" in flaws(
        (PER_CHILD, crew.children >= 40), (PER_CHILD, crew.children < 9)
    )
    warm = cp.total(crew.cots, cot.warmth) >= 3
    assert "not_taken_apart" in flaws((warm, crew.children >= 40), (warm, crew.children < 9))


def test_facts_that_sums_ask_for_are_read() -> None:
    sums = all_of(PER_CHILD, cp.total(crew.cots, cot.size, cot.firm) >= 2, cp.count(crew.beds) >= 2)
    plan = plan_of(w.Rule(clause=MUST, requires=sums))
    unread = unread_facts([plan])
    assert "Crew.listed" in unread
    assert "Cot.warmth" in unread
    for fact in ("Crew.children", "Crew.area_m2", "Crew.cots", "Crew.beds", "Cot.size", "Cot.firm"):
        assert fact not in unread


def test_a_sum_is_no_question_and_stays_open() -> None:
    found = completions(Crew, cp.all_of(PER_CHILD, crew.yard), cp.all_of(PER_CHILD, crew.hall))
    assert found.can_hold
    assert not found.is_exact
    assert found.asked == {"area_m2", "children", "yard", "hall"}
    assert found.deciding() == found.asked
    # Whether the conflict excludes anything of this is not known, though they share no question.
    apart = completions(Crew, cp.all_of(PER_CHILD, crew.yard), crew.children >= 3)
    assert not apart.is_exact


def test_numbers_that_items_are_compared_with_to_count_are_near() -> None:
    plan = plan_of(w.Rule(clause=MUST, requires=cp.count(crew.cots, cot.size >= 3) >= 2))
    near = {name: values for (_, name), values in near_thresholds(plan).items()}
    assert near == {"size": (2, 3, 4)}
