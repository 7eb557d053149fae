"""Assignments in and out, and what a plan says of whom it asks, in any format."""

from typing import Any

import attrs
import pytest
from asking import (
    BENEFIT,
    CASES,
    COUNCIL,
    DUTY,
    FINANCE,
    LEDGER,
    OF_MEMBERS,
    OFFICES,
    OTHER,
    TARGET,
    TASK,
    plan,
)

from careplan import codec
from careplan.base.errors import InvalidInput
from careplan.documents.authorities.assignments import Assignment, Origin
from careplan.documents.clauses import Modality
from careplan.documents.plan import Plan


def test_assignments_make_the_round_trip() -> None:
    every = [parts for parts, _ in CASES.values()]
    found = [one for parts in every for one in plan(**parts).assignments()]
    found += plan(tasks=(OF_MEMBERS,), councils=(COUNCIL,)).assignments()
    for one in found:
        assert codec.loads(codec.dumps(one), Assignment) == one
    together = tuple(found)
    assert codec.loads(codec.dumps(together), tuple[Assignment, ...]) == together
    assert {one.origin for one in found} == set(Origin)


def test_what_a_plan_says_of_whom_it_asks_makes_the_round_trip() -> None:
    titled = attrs.evolve(TASK, title=OTHER, modality=Modality.MAY)
    whole = plan(
        tasks=(titled,), benefits=(BENEFIT,), targets=(TARGET,), ledgers=(LEDGER,), duties=(DUTY,)
    )
    again = codec.loads(codec.dumps(whole), Plan)
    assert again == whole
    assert again.assignments() == whole.assignments()
    assert again.offices["甲镇"].own_name is True
    assert again.tasks[0].title == OTHER


def test_an_older_plan_says_nothing_of_them() -> None:
    whole = plan(
        tasks=(TASK,),
        benefits=(attrs.evolve(BENEFIT, owed_by=()),),
        targets=(attrs.evolve(TARGET, acting=()),),
        ledgers=(attrs.evolve(LEDGER, acting=()),),
        offices={name: one for name, one in OFFICES.items() if not one.own_name},
    )
    data = without(codec.unstructure(whole), {"own_name", "owed_by"})
    for version in (1, 2, 3):
        assert codec.structure({**data, "format": version}, Plan) == whole


def without(data: Any, keys: set[str]) -> Any:
    """Return data without the keys, however deep they stand."""
    if isinstance(data, dict):
        return {key: without(one, keys) for key, one in data.items() if key not in keys}
    return [without(one, keys) for one in data] if isinstance(data, list) else data


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [
        ({"role": "boss"}, "role", "not_a_member"),
        ({"origin": None}, "origin", "required"),
        ({"office": "县卫健局"}, "office", "wrong_type"),
        ({"source": {"type": "Rule"}}, "source.type", "not_a_member"),
        ({"until": 1}, "until", "unknown_key"),
    ],
)
def test_an_assignment_that_is_none_is_refused(
    change: dict[str, Any], path: str, code: str
) -> None:
    (one,) = plan(benefits=(attrs.evolve(BENEFIT, owed_by=(FINANCE,)),)).assignments()
    with pytest.raises(InvalidInput) as caught:
        codec.structure({**codec.unstructure(one), **change}, Assignment)
    assert [(p.path, p.code) for p in caught.value.problems] == [(path, code)]
