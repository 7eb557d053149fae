"""The desk's answers over the wire: a body of JSON in, a status and a body of JSON out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import attrs

import careplan as cp
from careplan.results import Assessment

Answer = tuple[int, str]


@dataclass(frozen=True)
class Application:
    """What a form of the desk's own holds: somebody's name, a day and the venue that is meant."""

    name: str
    received_on: date
    venue: cp.Venue


def check(plan_id: str, body: str) -> Answer:
    """Assess the venue of a body by a plan."""
    try:
        plan, venue = cp.get_plan(plan_id), cp.codec.loads(body, cp.Venue)
    except cp.InvalidInput as error:
        return 422, json.dumps(error.to_records(), ensure_ascii=False)
    except cp.NotFound as error:
        return 404, json.dumps(str(error))
    return 200, cp.codec.dumps(cp.assess(venue, plan))


def check_all(plan_id: str, body: str) -> dict[str, int]:
    """Count the outcomes of the venues that a body lists."""
    venues = cp.codec.loads(body, tuple[cp.Venue, ...])
    outcomes = [cp.assess(venue, cp.get_plan(plan_id)).outcome.value for venue in venues]
    return {outcome: outcomes.count(outcome) for outcome in outcomes}


def check_form(plan_id: str, pairs: Iterable[tuple[str, str]], accepted: str | None) -> Answer:
    """Assess the venue that a browser's form states, in the language that it prefers."""
    language = cp.preferred_language(accepted)
    try:
        venue = cp.codec.structure(pairs, cp.Venue, form=True)
    except cp.InvalidInput as error:
        return 422, error.text(language)
    return 200, cp.assess(venue, cp.get_plan(plan_id)).explain(language)


def read_answer(body: str) -> Assessment:
    """Return what `check` answered, as another service of the county reads it."""
    return cp.codec.loads(body, Assessment)


def application(body: str) -> Application:
    """Read an application: a class of the desk's own that holds one of careplan's."""
    return cp.codec.converter().structure(json.loads(body), Application)


def form(language: str) -> dict[str, str]:
    """Return what a form asks of a venue, by the fact."""
    names = [fact.name for fact in attrs.fields(cp.Venue)]
    return {name: cp.fact_question(cp.Venue, name, language) for name in names}


def criterion(body: str) -> cp.Criterion:
    """Read a criterion that somebody saved; what a union holds no type checker can tell."""
    saved: cp.Criterion = cp.codec.loads(body, cp.Criterion)
    return saved
