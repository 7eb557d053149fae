"""Bounds of items are compared item by item: an infant class is no class of toddlers."""

from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.audit import find_differences, find_flaws

INSTITUTION, GROUP = cp.facts(cp.Institution), cp.facts(cp.ClassGroup)
KIND = cp.ClassKind


def of_kind(kind: cp.ClassKind, most: int) -> Any:
    """Ask of an institution that its classes of a kind have no more children."""
    who = GROUP.kind == kind
    return w.duty(
        applies=cp.some(INSTITUTION.classes, who),
        requires=cp.every(INSTITUTION.classes, cp.any_of(cp.not_(who), GROUP.children <= most)),
    )


def of_all(most: int) -> Any:
    return w.duty(requires=cp.every(INSTITUTION.classes, GROUP.children <= most))


def plan_of(plan_id: str, *duties: Any) -> cp.Plan:
    clauses = [
        w.clause(str(n), f"第{n}条", w.MUST, "规定", "A rule.", duty)
        for n, duty in enumerate(duties, start=1)
    ]
    return w.Plan.of(plan_id, w.Document(title=plan_id, issuer="某部"), tuple(clauses))


@pytest.mark.parametrize(
    ("duties", "differ"),
    [
        ((of_kind(KIND.INFANT, 10), of_kind(KIND.SMALL, 15)), False),
        ((of_kind(KIND.INFANT, 10), of_kind(KIND.INFANT, 15)), True),
        ((of_all(10), of_all(15)), True),
        ((of_all(10), of_all(10)), False),
    ],
)
def test_items_of_two_kinds_do_not_differ(duties: tuple[Any, Any], differ: bool) -> None:
    codes = [flaw.code for flaw in find_flaws(plan_of("one", *duties))]
    assert ("different_bounds" in codes) is differ
    apart = [plan_of(name, duty) for name, duty in zip("ab", duties, strict=True)]
    assert bool(find_differences(apart)) is differ


def test_items_that_cannot_be_told_apart_are_named() -> None:
    # One text needs a large class, the other bounds every class: which is meant is not known.
    needs = w.duty(requires=cp.some(INSTITUTION.classes, GROUP.children >= 12))
    two = w.duty(
        requires=cp.all_of(
            cp.some(INSTITUTION.classes, GROUP.children >= 5),
            cp.some(INSTITUTION.classes, GROUP.kind == KIND.INFANT),
        )
    )
    assert find_differences([plan_of("a", needs), plan_of("b", two)])
