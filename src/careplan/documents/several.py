"""Several documents asked at once: which plans, under which readings, and which are in force."""

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.truth import Truth
from careplan.documents.encoded import duplicates
from careplan.documents.plan import Plan


def plans_listed(plans: object, argument: str = "plans") -> tuple[Plan, ...]:
    """Return plans as a tuple, one by itself as the only one.

    Raises InvalidInput, all problems at once, for anything but plans, each with its place.
    """
    given = (plans,) if isinstance(plans, Plan) else plans
    if not isinstance(given, Iterable):
        several = {"expected": f"{Plan.__name__} | Iterable[{Plan.__name__}]"}
        raise InvalidInput([Problem(argument, "wrong_type", given, several)])
    listed = tuple(given)
    problems = [
        Problem(f"{argument}[{index}]", "wrong_type", plan, {"expected": Plan.__name__})
        for index, plan in enumerate(listed)
        if not isinstance(plan, Plan)
    ]
    if problems:
        raise InvalidInput(problems)
    return listed


def plans_apart(plans: object, argument: str = "plans") -> tuple[Plan, ...]:
    """Return plans as `plans_listed` does, each known by its id.

    Raises InvalidInput for plans that share one, too.
    """
    listed = plans_listed(plans, argument)
    problems = list(duplicates(argument, (plan.id for plan in listed)))
    if problems:
        raise InvalidInput(problems)
    return listed


def shared_readings(
    plan: Plan, plans: Iterable[Plan], readings: Mapping[str, str] | None
) -> dict[str, str]:
    """Return a plan's readings out of `readings` for several plans, each of which some plan knows.

    Raises NotFound for an interpretation that none of the plans has, or an unknown option.
    """
    if readings is None:
        return plan.read_as()
    check_type(readings, Mapping, "readings")
    known = {i.id for one in plans for i in one.interpretations}
    own = {i.id for i in plan.interpretations}
    return plan.read_as({k: v for k, v in readings.items() if k in own or k not in known})


@attrs.frozen
class Standing:
    """Whether a plan is in force on a day, and by which other of those asked it is superseded."""

    plan: Plan
    in_force: Truth
    superseded_by: Plan | None = None


def standings(plans: tuple[Plan, ...], on: date) -> tuple[Standing, ...]:
    """Return of each plan whether it is in force on a day.

    One that another of them supersedes is not from the day that one comes into force, whatever
    becomes of that one, and may not be while nobody knows whether it has.
    """
    return tuple(_standing(plan, plans, on) for plan in plans)


def _standing(plan: Plan, plans: tuple[Plan, ...], on: date) -> Standing:
    held = plan.document.holds_on(on)
    if held is Truth.FALSE:
        return Standing(plan, held)
    later = [one for one in plans if one is not plan and _supersedes(one, plan)]
    begun = {one.id: one.document.begun_by(on) for one in later}
    # One that surely supersedes it goes before one that may.
    for truth, standing in ((Truth.TRUE, Truth.FALSE), (Truth.UNKNOWN, Truth.UNKNOWN)):
        for one in later:
            if begun[one.id] is truth:
                return Standing(plan, standing, one)
    return Standing(plan, held)


def _supersedes(one: Plan, other: Plan) -> bool:
    document = other.document
    return any(other.id == name or document.goes_by(name) for name in one.document.supersedes)
