"""The collection of cases: as a collection, for pytest, and what has no case in it."""

import pytest
from testing.cases.small_plans import plan_of

import careplan as cp
from careplan.testing import BoundaryCase, boundary_cases

DAWA = cp.get_plan("dawa_2023")
ROWS = boundary_cases(DAWA, only=["大洼街道", "institution_in_town"])


# As a tester writes it: each case is a test of its own, called by its id.
@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.id)
def test_each_case_is_a_test(case: BoundaryCase, request: pytest.FixtureRequest) -> None:
    assert case.answer(DAWA) is case.expected
    assert f"[{case.id}]" in request.node.nodeid


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_a_case_names_itself(case: BoundaryCase, request: pytest.FixtureRequest) -> None:
    assert f"[{case.id}]" in request.node.nodeid


def test_what_has_no_case_has_to_be_named_exactly() -> None:
    plan = plan_of(requires=cp.facts(cp.Room).clean)
    cases = boundary_cases(plan)
    assert (len(cases), cases.without) == (0, ("1.a",))
    cases.check(lambda case: case.expected, without=["1.a"])
    for named in ((), ("1.a", "2")):
        with pytest.raises(AssertionError, match=r"small: name exactly .*: 1\.a$"):
            cases.check(lambda case: case.expected, without=named)


def test_it_is_known_how_the_plan_is_read_by_default() -> None:
    assert ROWS.defaults == DAWA.read_as()
