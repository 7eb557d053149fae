"""Who is asked for what over several documents: the queries a plan answers for itself."""

from collections.abc import Iterable, Mapping
from datetime import date

from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.base.text import is_text
from careplan.documents.plan import Plan
from careplan.documents.several import plans_listed, shared_readings
from careplan.documents.wording.assigned import Assignments, Matrix
from careplan.nouns.bodies import AnyBody, Role


def tasks_of(
    plans: Plan | Iterable[Plan],
    body: AnyBody | str,
    *,
    role: Role | None = None,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> dict[str, Assignments]:
    """Return, by plan id, what is asked of a body, or of an office by a printed name.

    A plan that does not print the name asks nothing of it. With `on` only what may be in force on
    that day is returned; which plans are, `in_force` says. Raises InvalidInput for anything but
    plans, a body or a text and a Role, NotFound for a name or a reading that no plan knows.

    >>> import careplan as cp
    >>> plans = [cp.get_plan("shuangliao_2021"), cp.get_plan("shiyan_2021")]
    >>> led = cp.tasks_of(plans, cp.Body.TRADE_UNION, role=cp.Role.LEAD)
    >>> {plan_id: [one.number for one in tasks] for plan_id, tasks in led.items()}
    {'shuangliao_2021': [], 'shiyan_2021': ['2.2.4.a', '2.2.4.b', '2.2.4.resp']}
    """
    if not isinstance(body, AnyBody) and not is_text(body):
        raise InvalidInput([Problem("body", "wrong_type", body, {"expected": "AnyBody | str"})])
    listed = plans_listed(plans)
    found: dict[str, Assignments] = {}
    unknown: list[NotFound] = []
    for plan in listed:
        taken = shared_readings(plan, listed, readings)
        try:
            found[plan.id] = plan.tasks_of(body, role=role, readings=taken, on=on)
        except NotFound as error:
            found[plan.id] = Assignments()
            unknown.append(error)
    if unknown and len(unknown) == len(listed):
        # A name close to the one asked about helps more than the first document's silence.
        raise next((error for error in unknown if error.suggestion is not None), unknown[0])
    return found


def matrix(
    plans: Plan | Iterable[Plan],
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Matrix[tuple[str, str]]:
    """Return clauses by bodies over several plans: (plan id, number) to what is asked of each.

    It is a mapping that shows itself. With `on` only what may be in force on that day. Raises
    InvalidInput for anything but plans, NotFound for a reading that no plan knows.

    >>> import careplan as cp
    >>> table = cp.matrix([cp.get_plan("shuangliao_2021")])
    >>> table["shuangliao_2021", "7.1.b"]
    {Body.HEALTH: (<Assignment: 7.1.b 市卫生健康局 lead (task)>,)}
    """
    listed = plans_listed(plans)
    by_clause = {
        (plan.id, number): row
        for plan in listed
        for number, row in plan.matrix(
            readings=shared_readings(plan, listed, readings), on=on
        ).items()
    }
    return Matrix(by_clause, {plan.id: plan for plan in listed})
