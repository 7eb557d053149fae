"""What hostile and large inputs cost grows with their size: counted in calls, not in time.

`docs/costs.md` has the same inputs with measured seconds.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from test_soundness import same_hash

import careplan as cp
from careplan.errors import CareplanError

venue = cp.facts(cp.Venue)


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions, ours and built in, that a piece of work makes."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        with suppress(CareplanError):
            work()
    finally:
        sys.setprofile(before)
    return made


def _brackets(size: int) -> Callable[[], object]:
    return lambda: cp.codec.loads("[" * size, cp.Venue)


def _pairs_of_brackets(size: int) -> Callable[[], object]:
    return lambda: cp.codec.loads("[" + "[]," * size + "[]]", tuple[cp.Room, ...])


def _nothing_listed(size: int) -> Callable[[], object]:
    return lambda: cp.Venue(rooms=[None] * size)  # type: ignore[list-item]  # that is tried


def _same_hash(size: int) -> Callable[[], object]:
    texts = [str(value) for value in same_hash(size)]
    among = {"type": "Among", "noun": "Venue", "path": "building_area_m2", "values": texts}
    return lambda: cp.codec.structure(among, cp.Criterion)


def _numbers(size: int) -> Callable[[], object]:
    texts = [str(Fraction(3 * n + 1, 3)) for n in range(size)]
    among = {"type": "Among", "noun": "Venue", "path": "building_area_m2", "values": texts}
    return lambda: cp.codec.structure(among, cp.Criterion)


def _growing_join(size: int) -> Callable[[], object]:
    def work() -> Any:
        criterion: Any = cp.all_of()
        for number in range(size):
            criterion = criterion & (venue.building_area_m2 > number)
        return criterion

    return work


def _repeated_join(size: int) -> Callable[[], object]:
    def work() -> Any:
        criterion: Any = venue.building_area_m2 > 5
        for _ in range(size):
            criterion = criterion & venue.waiting_area
        return criterion

    return work


def _wide_plan(size: int) -> Callable[[], object]:
    title = cp.Text(zh="甲", en="A.")
    clauses = [cp.Clause(str(n), "一", cp.Modality.MUST, title) for n in range(size)]
    criterion = cp.some(venue.rooms, cp.facts(cp.Room).usable_area_m2 >= 10)
    rules = [cp.Rule(clause=clause, requires=criterion) for clause in clauses]
    document = cp.Document(title=title, issuer=title)
    return lambda: cp.Plan(id="p", document=document, clauses=clauses, rules=rules)  # type: ignore[arg-type]  # lists


def _plan_read(size: int) -> Callable[[], object]:
    data = cp.codec.unstructure(_wide_plan(size)())
    return lambda: cp.codec.structure(data, cp.Plan)


def _rooms_read(size: int) -> Callable[[], object]:
    data = {"rooms": [{"usable_area_m2": "8.5", "independent": True}] * size}
    return lambda: cp.codec.structure(data, cp.Venue)


def _rooms_misspelt(size: int) -> Callable[[], object]:
    data = {"rooms": [{"usabel_area_m2": "8.5", "independent": "false"}] * size}
    return lambda: cp.codec.structure(data, cp.Venue)


# Twice the input may cost twice the calls, and a tenth for what does not grow evenly.
MOST = 2.2


@pytest.mark.parametrize(
    ("make", "size"),
    [
        (_brackets, 5_000),
        (_pairs_of_brackets, 200),
        (_nothing_listed, 200),
        (_same_hash, 200),
        (_numbers, 200),
        (_growing_join, 200),
        (_repeated_join, 200),
        (_wide_plan, 50),
        (_plan_read, 50),
        (_rooms_read, 100),
        (_rooms_misspelt, 100),
    ],
)
def test_twice_the_input_costs_twice_the_calls(
    make: Callable[[int], Callable[[], object]], size: int
) -> None:
    calls(make(size // 2))  # what is made once and kept is no part of the growth
    once, twice = (calls(make(times * size)) for times in (1, 2))
    assert twice <= MOST * once


def test_calls_are_counted() -> None:
    def quadratic(size: int) -> None:
        for _ in range(size):
            for _ in range(size):
                len("")

    once, twice = calls(lambda: quadratic(20)), calls(lambda: quadratic(40))
    assert twice > MOST * once
