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


def test_readings_over_plans() -> None:
    # 宝坻四（五）2: the nine departments join the violations only, or the supervision too.
    daily = cp.matrix(PLANS, readings={"nine_departments": "supervision_too"})
    assert cp.Body.EDUCATION in daily["baodi_2020", "4.5.2.a"]
    assert cp.Body.EDUCATION not in cp.matrix(PLANS)["baodi_2020", "4.5.2.a"]
    led = cp.tasks_of(PLANS, cp.Body.TOWNSHIP, readings={"nine_departments": "violations"})
    assert "4.5.2.a" in [task.number for task in led["baodi_2020"]]
    with pytest.raises(cp.NotFound):
        cp.matrix(PLANS, readings={"nine_department": "violations"})


def test_duties_and_councils_are_tasks_too() -> None:
    dawa = cp.get_plan("dawa_2023")
    # 三（五）3: the health department organises training and checks once a year, and inspects.
    acting = [t.number for t in dawa.tasks_of(cp.Body.HEALTH, role=cp.Role.ACTING)]
    assert {"3.5.3.b", "3.5.3.c"} <= set(acting)
    shiyan = cp.get_plan("shiyan_2021")
    # 附件 二: the health commission leads the joint conference.
    led = shiyan.tasks_of(cp.Body.HEALTH, role=cp.Role.LEAD)
    assert {"a1.2.a", "a1.2.b"} & {number for task in led for number in task.numbers}
