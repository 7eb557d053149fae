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
    roles = {body: [one.role for one in cell] for body, cell in siting.items()}
    assert roles[cp.Body.NATURAL_RESOURCES] == [cp.Role.LEAD]
    assert roles[cp.Body.HEALTH] == [cp.Role.SUPPORT]
    assert roles[cp.Body.TOWNSHIP] == [cp.Role.TERRITORIAL]


@pytest.mark.parametrize("odd", [5, None, cp.Role.LEAD, cp.Level.CITY, ["市财政局"]], ids=repr)
def test_anything_but_plans_and_a_body_is_an_input_error(odd: object) -> None:
    with pytest.raises(cp.InvalidInput) as error:
        cp.tasks_of(PLANS, odd)  # type: ignore[arg-type]
    assert [(p.path, p.code) for p in error.value.problems] == [("body", "wrong_type")]
    with pytest.raises(cp.InvalidInput):
        cp.tasks_of(5, cp.Body.HEALTH)  # type: ignore[arg-type]
    with pytest.raises(cp.InvalidInput) as error:
        cp.matrix(["dawa_2023"])  # type: ignore[list-item]
    assert error.value.problems[0].path == "plans[0]"


def test_a_printed_name_is_looked_up_in_every_plan() -> None:
    # 双辽 七（一）: the finance bureau belongs to the coordination group; nobody else prints it.
    found = cp.tasks_of(PLANS, "市财政局")
    assert list(found) == list(cp.plan_ids())
    printing = {plan.id for plan in PLANS if "市财政局" in plan.offices}
    assert {plan_id for plan_id, tasks in found.items() if tasks} <= printing
    assert "7.1.a" in [one.number for one in found["shuangliao_2021"]]
    for plan in PLANS:
        assert found[plan.id] == (plan.tasks_of("市财政局") if plan.id in printing else ())


def test_a_name_that_no_plan_prints() -> None:
    # The nearest name of any of the plans is suggested, whichever plan stands first.
    for plans in (PLANS, PLANS[::-1]):
        with pytest.raises(cp.NotFound) as caught:
            cp.tasks_of(plans, "市财政厅")
        error = caught.value
        assert (error.kind, error.name, error.suggestion) == ("office", "市财政厅", "市财政局")
    with pytest.raises(cp.NotFound) as caught:
        cp.tasks_of(PLANS, "火星探测与殖民管理委员会")
    assert caught.value.suggestion is None


def test_no_plans_ask_nothing() -> None:
    assert cp.tasks_of([], cp.Body.HEALTH) == {}
    assert cp.matrix([]) == {}
    with pytest.raises(cp.InvalidInput):  # a body is a body, whoever is asked
        cp.tasks_of([], 5)  # type: ignore[arg-type]
    # An iterator is gone through once, and is enough.
    assert cp.tasks_of(iter(PLANS), cp.Body.HEALTH) == cp.tasks_of(PLANS, cp.Body.HEALTH)
    assert cp.matrix(iter(PLANS)) == cp.matrix(PLANS)


def test_readings_over_plans() -> None:
    # 宝坻四（五）2: the nine departments join the violations only, or the supervision too.
    daily = cp.matrix(PLANS, readings={"nine_departments": "supervision_too"})
    assert cp.Body.EDUCATION in daily["baodi_2020", "4.5.2.a"]
    assert cp.Body.EDUCATION not in cp.matrix(PLANS)["baodi_2020", "4.5.2.a"]
    led = cp.tasks_of(PLANS, cp.Body.TOWNSHIP, readings={"nine_departments": "violations"})
    assert "4.5.2.a" in [one.number for one in led["baodi_2020"]]
    for ask in (cp.matrix, lambda plans, **named: cp.tasks_of(plans, cp.Body.HEALTH, **named)):
        with pytest.raises(cp.NotFound):
            ask(PLANS, readings={"nine_department": "violations"})
        with pytest.raises(cp.NotFound):
            ask(PLANS, readings={"nine_departments": "violation"})


def test_duties_and_councils_are_asked_for_too() -> None:
    dawa = cp.get_plan("dawa_2023")
    # 三（五）3: the health department organises training and checks once a year, and inspects.
    acting = [one.number for one in dawa.tasks_of(cp.Body.HEALTH, role=cp.Role.ACTING)]
    assert {"3.5.3.b", "3.5.3.c"} <= set(acting)
    shiyan = cp.get_plan("shiyan_2021")
    # 附件 二: the health commission leads the joint conference.
    led = shiyan.tasks_of(cp.Body.HEALTH, role=cp.Role.LEAD)
    assert {"a1.2.a", "a1.2.b"} & {number for one in led for number in one.numbers}
