"""Which days of steps cannot be: those before what comes before them, named or not."""

from datetime import date

import pytest
from filing import path, step

import careplan as cp
from careplan import writing as w


def test_a_step_is_not_done_before_what_comes_before_those_it_follows() -> None:
    # The receipt follows the filing, of which nothing is said, and that the registration.
    done = {"register": date(2025, 1, 10), "receipt": date(2025, 1, 9)}
    with pytest.raises(cp.InvalidInput) as refused:
        path(in_special_zone=False).due(None, done=done)
    (problem,) = refused.value.problems
    assert (problem.path, problem.code) == ("done.receipt", "before_start")
    due = path(in_special_zone=False).due(None, done={**done, "receipt": date(2025, 1, 10)})
    assert due["receipt"].done_on == date(2025, 1, 10)


def test_what_comes_before_an_alternative_that_was_not_taken_does_not_count() -> None:
    # d follows a and its alternative b; what a follows is done late, and b was taken.
    steps = (step("p"), step("a", after="p"), step("b", instead_of="a"), step("d", after="a b"))
    registers = w.registration(
        routes=(w.route(cp.Body.HEALTH, None, cp.all_of(), part="route"),), steps=steps
    )
    plan = cp.Plan.of("own", "办法", w.clause("1", "一", w.MUST, "登记", registers), issuer="某县")
    (found,) = cp.registration_paths(cp.Applicant(), plan).paths
    late, early = date(2025, 1, 10), date(2025, 1, 6)
    assert found.due(None, done={"p": late, "b": early, "d": early})["d"].done_on == early
    # Whichever is taken, b need not wait for p.
    assert found.due(None, done={"p": late, "d": early})["d"].done_on == early
    with pytest.raises(cp.InvalidInput):
        found.due(None, done={"p": early, "b": late, "d": early})
