"""The cases of registration for conformance: every applicant that the routes tell apart."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import product
from typing import Any

from careplan.base.errors import InvalidInput
from careplan.criteria.nodes import Criterion
from careplan.criteria.regions.completions import questions
from careplan.criteria.residuals import facts_of
from careplan.documents.authorities.routes import Registration
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import criteria_in
from careplan.fields.declaring import Noun, facts_declared
from careplan.testing.cases.variants import not_read, readings_of
from careplan.verbs.registering.narrowing import told_apart
from careplan.verbs.registering.routing import registration_paths

MOST_APPLICANTS = 4096  # of one section: stated or not, facts multiply


def registration_sections(plan: Plan) -> Iterator[dict[str, Any]]:
    """Yield the routes under each way to read them, with every applicant they tell apart."""
    rules = plan.registration
    if rules is None or not rules.routes:
        return
    noun = rules.noun()
    for readings in readings_of(plan.interpretations, _used(rules)):
        taken = plan.read_as(readings)
        if not rules.holds_under(taken):  # then the document registers nobody
            continue
        routes = [
            {
                "id": route.id,
                "registrar": route.registrar,
                "level": route.level,
                "condition": pick(route.condition, taken),
            }
            for route in rules.routes
            if route.holds_under(taken)
        ]
        domains = _domains(noun, (*(route["condition"] for route in routes), rules.conflict))
        yield {
            "readings": readings,
            "conflict": rules.conflict,
            "domains": domains,
            "routes": routes,
            "cases": [_applicant_case(one, plan, readings) for one in _applicants(noun, domains)],
        }


def not_tried(plan: Plan, sections: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what of the routes has no case: a part or a set asked for, too many facts or ways."""
    rules = plan.registration
    if rules is None or not rules.routes:
        return
    listed = {name for section in sections for name in section["domains"]}
    asked = (criterion for one in rules.routes for criterion in criteria_in(one))
    paths = dict.fromkeys(path for one in (*asked, rules.conflict) for path in facts_of(one))
    yield from (f"{rules.id}: {path}" for path in paths if path not in listed)
    yield from not_read(rules.id, plan.interpretations, _used(rules))


def _used(rules: Registration) -> frozenset[str]:
    """Return the ids of the interpretations that the routes depend on."""
    own = frozenset() if rules.under is None else frozenset({rules.under[0]})
    return own.union(*(route.interpretations() for route in rules.routes))


def _domains(noun: type[Noun], criteria: tuple[Criterion, ...]) -> dict[str, tuple[Any, ...]]:
    """Return the values to try of each fact the criteria ask for, where they can be listed.

    As many facts as make no more than MOST_APPLICANTS: the others are left open in every case.
    """
    asked = questions(noun, criteria)
    domains: dict[str, tuple[Any, ...]] = {}
    size = 1
    for name in facts_declared(noun):
        values = asked[(name,)].answers if (name,) in asked else ()
        values = told_apart(name, values, criteria)
        if values and size * (len(values) + 1) <= MOST_APPLICANTS:
            size *= len(values) + 1
            domains[name] = values
    return domains


def _applicants(noun: type[Noun], domains: Mapping[str, Iterable[Any]]) -> Iterator[Noun]:
    """Yield every subject that differs in these facts, each of them stated or not."""
    for chosen in product(*((None, *values) for values in domains.values())):
        # A noun may need more, or refuse some facts together: then there is no such subject.
        with suppress(InvalidInput):
            yield noun(**dict(zip(domains, chosen, strict=True)))


def _applicant_case(applicant: Noun, plan: Plan, readings: Mapping[str, str]) -> dict[str, Any]:
    found = registration_paths(applicant, plan, readings=readings)
    routes = [path.route.id for path in found.paths]
    return {
        "applicant": applicant,
        "expected": {"routes": routes, "conflict": found.conflict is not None},
    }
