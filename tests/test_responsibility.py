"""Responsibility over several plans is what each plan says for itself."""

import pytest

import careplan as cp

PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]


@pytest.mark.parametrize("role", [None, *cp.Role])
def test_tasks_over_plans(role: cp.Role | None) -> None:
    found = cp.tasks_of(PLANS, cp.Body.HEALTH, role=role)
    assert list(found) == list(cp.plan_ids())
    assert all(found[plan.id] == plan.tasks_of(cp.Body.HEALTH, role=role) for plan in PLANS)


def test_matrix_over_plans() -> None:
    whole = cp.matrix(PLANS)
    assert len(whole) == sum(len(plan.matrix()) for plan in PLANS)
    dawa = cp.get_plan("dawa_2023")
    # 三（四）2: the first body named leads, the others support, towns answer for their territory.
    siting = whole["dawa_2023", "3.4.2.resp"]
    assert siting == dawa.matrix()["3.4.2.resp"]
    assert siting[cp.Body.NATURAL_RESOURCES] == (cp.Role.LEAD,)
    assert siting[cp.Body.HEALTH] == (cp.Role.SUPPORT,)
    assert siting[cp.Body.TOWNSHIP] == (cp.Role.TERRITORIAL,)


def test_anything_but_plans_is_an_input_error() -> None:
    with pytest.raises(cp.InvalidInput):
        cp.tasks_of(5, cp.Body.HEALTH)  # type: ignore[arg-type]
    with pytest.raises(cp.InvalidInput) as error:
        cp.matrix(["dawa_2023"])  # type: ignore[list-item]
    assert error.value.problems[0].path == "plans[0]"
    with pytest.raises(cp.InvalidInput):
        cp.tasks_of(PLANS, "HEALTH")  # type: ignore[arg-type]
