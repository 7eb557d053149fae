"""Who does what over several documents: the same queries a plan answers for itself."""

from collections.abc import Iterable, Mapping

from careplan.errors import check_type
from careplan.governance import Body, Role, Task
from careplan.plan import Plan, shared_readings


def tasks_of(
    plans: Iterable[Plan],
    body: Body,
    *,
    role: Role | None = None,
    readings: Mapping[str, str] | None = None,
) -> dict[str, tuple[Task, ...]]:
    """Return, by plan id, the tasks in which a body has a role (any role, if none is given).

    Raises InvalidInput for anything but plans, a Body and a Role, NotFound for a reading
    that no plan knows.

    >>> import careplan as cp
    >>> plans = [cp.get_plan("shuangliao_2021"), cp.get_plan("shiyan_2021")]
    >>> led = cp.tasks_of(plans, cp.Body.TRADE_UNION, role=cp.Role.LEAD)
    >>> {plan_id: [task.number for task in tasks] for plan_id, tasks in led.items()}
    {'shuangliao_2021': [], 'shiyan_2021': ['2.2.4.resp']}
    """
    listed = _checked(plans)
    return {
        plan.id: plan.tasks_of(body, role=role, readings=shared_readings(plan, listed, readings))
        for plan in listed
    }


def matrix(
    plans: Iterable[Plan], *, readings: Mapping[str, str] | None = None
) -> dict[tuple[str, str], dict[Body, tuple[Role, ...]]]:
    """Return tasks by bodies over several plans: (plan id, task id) to each body's roles.

    Raises InvalidInput for anything but plans.

    >>> import careplan as cp
    >>> table = cp.matrix([cp.get_plan("shuangliao_2021")])
    >>> table["shuangliao_2021", "7.1.b"]
    {Body.HEALTH: (Role.LEAD,)}
    """
    listed = _checked(plans)
    return {
        (plan.id, task_id): roles
        for plan in listed
        for task_id, roles in plan.matrix(readings=shared_readings(plan, listed, readings)).items()
    }


def _checked(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    check_type(plans, Iterable, "plans")
    listed = tuple(plans)
    for index, plan in enumerate(listed):
        check_type(plan, Plan, f"plans[{index}]")
    return listed
