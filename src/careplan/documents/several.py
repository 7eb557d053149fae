"""Several documents asked at once: which plans, under which readings, and which are in force."""

from collections.abc import Iterable, Mapping
from datetime import date

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.frozenmap import frozen
from careplan.base.truth import Truth
from careplan.documents.clauses import Document
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


@frozen
class Standing:
    """Whether a plan is in force on a day, and by which other of those asked it is superseded."""

    plan: Plan
    in_force: Truth
    superseded_by: Plan | None = None


def standings(plans: tuple[Plan, ...], on: date) -> tuple[Standing, ...]:
    """Return of each plan whether it is in force on a day.

    One that another of them supersedes is not from the day on that one takes effect, however
    long that one is in force, and may not be while nobody knows whether it took effect. Nothing
    supersedes what is later than itself; of what supersede each other otherwise, nobody knows.
    """
    later = {plan.id: [one for one in plans if _supersedes(one, plan)] for plan in plans}
    return tuple(_standing(plan, later, on) for plan in plans)


def _standing(plan: Plan, later: Mapping[str, list[Plan]], on: date) -> Standing:
    held = plan.document.holds_on(on)
    if held is Truth.FALSE:
        return Standing(plan, held)
    begun = [(one, _taken(plan, one, later, on)) for one in later[plan.id]]
    for surely in (Truth.TRUE, Truth.UNKNOWN):
        for one, superseded in begun:
            if superseded is surely:
                return Standing(plan, ~superseded, one)
    return Standing(plan, held)


def _taken(plan: Plan, one: Plan, later: Mapping[str, list[Plan]], on: date) -> Truth:
    """Say whether the place of a plan is taken on a day by one that supersedes it."""
    begun = one.document.begun_by(on)
    around = begun is Truth.TRUE and plan.id in _above(one, later)
    return Truth.UNKNOWN if around else begun


def _above(plan: Plan, later: Mapping[str, list[Plan]]) -> set[str]:
    """Return the ids of what supersedes a plan, by itself or through others."""
    found: set[str] = set()
    asked = [*later[plan.id]]
    while asked:
        one = asked.pop()
        if one.id not in found:
            found.add(one.id)
            asked += later[one.id]
    return found


def _supersedes(one: Plan, other: Plan) -> bool:
    if one is other or _is_later(other.document, one.document):
        return False
    document = other.document
    return any(other.id == name or document.goes_by(name) for name in one.document.supersedes)


def _is_later(one: Document, other: Document) -> bool:
    """Say whether a document was issued after another, or where that is not said, begins after."""
    days = ((one.issued_on, other.issued_on), (_since(one), _since(other)))
    known = ((own, its) for own, its in days if own is not None and its is not None)
    own, its = next(known, (date.min, date.min))
    return own > its


def _since(document: Document) -> date | None:
    return None if document.in_force is None else document.in_force.since
