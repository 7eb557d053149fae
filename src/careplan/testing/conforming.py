"""What a plan answers, as plain data: an app in any language can check itself against it.

The data holds the criteria beside the cases, so that a second evaluator can be written
from it alone; docs/conformance.md describes the format.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice, product
from typing import Any

from careplan.base.errors import InvalidInput, check_type
from careplan.base.exact import Exact, exact, ratio, tidy
from careplan.criteria.nodes import AllOf, Criterion, Not, noun_of
from careplan.criteria.regions.completions import questions
from careplan.criteria.residuals import facts_of
from careplan.documents.clauses import Interpretation, read_as
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Rule, criteria_in
from careplan.documents.sheets import Marking, Scorecard
from careplan.fields.declaring import Noun, facts_declared
from careplan.testing.boundaries import BoundaryCase, decisive_cases
from careplan.testing.plain import plain, plain_criterion
from careplan.testing.reckoning import ledger_section, target_section
from careplan.testing.solving import satisfying
from careplan.verbs.routing import registration_paths
from careplan.verbs.scoring import score

FORMAT = "careplan-conformance"
FORMAT_VERSION = 1
MOST_APPLICANTS = 4096  # of one section: stated or not, facts multiply
_STEP = ratio(exact(0.5))  # marks are given in half points


def conformance(plan: Plan) -> dict[str, Any]:
    """Return a plan's criteria with cases and expected answers, ready for `json.dumps`.

    Only dicts, lists, texts, ints, bools and None; numbers that are not whole are texts.
    The cases of rules and benefits are those of `decisive_cases`: each fact that decides, at
    its thresholds and unstated; then score sheets around their pass mark, every applicant
    the routes tell apart, ledgers and targets on and around their dates. `without` lists
    what has no case. Raises InvalidInput for anything but a plan.

    >>> from careplan import get_plan
    >>> data = conformance(get_plan("shuangliao_2021"))
    >>> data["format_version"], data["duties"][0]["id"]
    (1, '4.1.a')
    """
    check_type(plan, Plan, "plan")
    cases = decisive_cases(plan)
    sections = list(_registration_sections(plan))
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "plan": plan.id,
        "title": plan.document.title.zh,
        "readings": {i.id: [option.id for option in i.options] for i in plan.interpretations},
        "without": [*cases.without, *_not_tried(plan, sections)],
        "duties": [_duty(group) for group in _grouped(cases, Rule)],
        "benefits": [_benefit(group) for group in _grouped(cases, Benefit)],
        "scores": [
            section for sheet in plan.scorecards.values() for section in _score_sections(sheet)
        ],
        "registration": sections,
        "ledgers": [ledger_section(ledger) for ledger in plan.ledgers.values()],
        "targets": [
            target_section(target) for target in plan.targets.values() if target.value is not None
        ],
    }


def _grouped(cases: Iterable[BoundaryCase], sort: type) -> Iterator[list[BoundaryCase]]:
    groups: dict[tuple[Any, frozenset[Any]], list[BoundaryCase]] = {}
    for case in cases:
        if isinstance(case.cited, sort):
            key = (case.cited, frozenset(case.readings.items()))
            groups.setdefault(key, []).append(case)
    yield from groups.values()


def _duty(group: list[BoundaryCase]) -> dict[str, Any]:
    rule: Any = group[0].cited
    return {
        **_head(group[0]),
        "binding": rule.force.value == "binding",
        "applies": plain_criterion(rule.applies),
        "requires": plain_criterion(rule.requires),
        "cases": [_case(case) for case in group],
    }


def _benefit(group: list[BoundaryCase]) -> dict[str, Any]:
    benefit: Any = group[0].cited
    return {
        **_head(group[0]),
        "condition": plain_criterion(benefit.condition),
        "cases": [_case(case) for case in group],
    }


def _head(case: BoundaryCase) -> dict[str, Any]:
    noun: Any = case.cited.noun()
    return {
        "id": case.number,
        "clause": case.clause.number,
        "locator": case.clause.locator,
        "noun": noun.__name__,
        "readings": dict(case.readings),
    }


def _case(case: BoundaryCase) -> dict[str, Any]:
    return {
        "fact": case.path,
        "place": case.place.value,
        "value": plain(case.value),
        "subject": plain(case.subject),
        "expected": case.expected.value,
    }


def _choices(questions: Iterable[Interpretation], used: frozenset[str]) -> Iterator[dict[str, str]]:
    """Yield every way to read the questions that are used."""
    asked = {one.id: [o.id for o in one.options] for one in questions if one.id in used}
    for chosen in product(*asked.values()):
        yield dict(zip(asked, chosen, strict=True))


def _score_sections(sheet: Scorecard) -> Iterator[dict[str, Any]]:
    for readings in _choices(sheet.questions, sheet.interpretations()):
        taken = read_as(sheet.questions, readings)
        marking = pick(sheet.marking, taken)
        criteria = {item.key: pick(item.criterion, taken) for item in sheet.items}
        tried: list[tuple[Mapping[str, Exact], Any]] = [(m, None) for m in _marks(sheet, marking)]
        if marking is Marking.ALL_OR_NOTHING:
            tried += [({}, room) for room in _rooms(sheet, criteria)]
        yield {
            "sheet": sheet.key,
            "clause": sheet.clause.number,
            "readings": readings,
            "marking": marking.value,
            "pass_mark": plain(sheet.pass_mark),
            "items": [
                {
                    "key": item.key,
                    "max_points": plain(item.max_points),
                    "criterion": plain_criterion(criteria[item.key]),
                }
                for item in sheet.items
            ],
            "cases": [_score_case(sheet, marks, room, readings) for marks, room in tried],
        }


def _score_case(
    sheet: Scorecard, marks: Mapping[str, Exact], room: Any, readings: Mapping[str, str]
) -> dict[str, Any]:
    found = score(sheet, marks, room=room, readings=readings)
    return {
        "marks": plain(marks),
        "room": plain(room),
        "expected": {
            "outcome": found.outcome.value,
            "low": plain(found.low),
            "high": plain(found.high),
            "missing": list(found.open_items),
            "needed": plain(found.needed),
        },
    }


def _marks(sheet: Scorecard, marking: Marking) -> Iterator[dict[str, Exact]]:
    """Yield marks: none, all, each item open or without points, and around the pass mark."""
    full = {item.key: item.max_points for item in sheet.items}
    yield {}
    yield full
    for key in full:
        yield {name: most for name, most in full.items() if name != key}
        yield {**full, key: 0}
    if marking is Marking.ASSESSED:
        for aim in (-_STEP, ratio(0), _STEP):
            yield _adding_up_to(full, ratio(sheet.pass_mark) + aim)


def _adding_up_to(full: Mapping[str, Exact], points: Any) -> dict[str, Exact]:
    """Give the first items as much as they can have until the points are given out."""
    marks = {}
    for key, most in full.items():
        given = max(ratio(0), min(ratio(most), points))
        marks[key] = tidy(given)
        points -= given
    return marks


def _rooms(sheet: Scorecard, criteria: Mapping[str, Criterion]) -> Iterator[Any]:
    """Yield a room that shows all items, and for each item one that lacks it."""
    every = tuple(criteria.values())
    noun = next((found for one in (sheet.applies, *every) if (found := noun_of(one))), None)
    if noun is None:  # no item asks anything of a room
        return
    wanted: tuple[Criterion, ...] = (AllOf(every), *(Not(one) for one in every))
    for criterion in wanted:
        yield from islice(satisfying(noun, AllOf((sheet.applies, criterion))), 1)


def _registration_sections(plan: Plan) -> Iterator[dict[str, Any]]:
    rules = plan.registration
    if rules is None or not rules.routes:
        return
    used = frozenset().union(*(route.interpretations() for route in rules.routes))
    for readings in _choices(plan.interpretations, used):
        taken = plan.read_as(readings)
        routes = [route for route in rules.routes if route.holds_under(taken)]
        conditions = {route.id: pick(route.condition, taken) for route in routes}
        domains = _domains(rules.noun(), (*conditions.values(), rules.conflict))
        yield {
            "readings": readings,
            "conflict": plain_criterion(rules.conflict),
            "domains": {name: list(map(plain, values)) for name, values in domains.items()},
            "routes": [
                {
                    "id": route.id,
                    "registrar": route.registrar.value,
                    "level": plain(route.level),
                    "condition": plain_criterion(conditions[route.id]),
                }
                for route in routes
            ],
            "cases": [
                _applicant_case(one, plan, readings) for one in _applicants(rules.noun(), domains)
            ],
        }


def _not_tried(plan: Plan, sections: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what the routes ask for and no case states: a part, a set, or too many facts."""
    rules = plan.registration
    if rules is None or not rules.routes:
        return
    listed = {name for section in sections for name in section["domains"]}
    asked = (criterion for one in rules.routes for criterion in criteria_in(one))
    paths = dict.fromkeys(path for one in (*asked, rules.conflict) for path in facts_of(one))
    yield from (f"{rules.id}: {path}" for path in paths if path not in listed)


def _domains(noun: type[Noun], criteria: Iterable[Criterion]) -> dict[str, tuple[Any, ...]]:
    """Return the values to try of each fact the criteria ask for, where they can be listed.

    As many facts as make no more than MOST_APPLICANTS: the others are left open in every case.
    """
    asked = questions(noun, criteria)
    domains: dict[str, tuple[Any, ...]] = {}
    size = 1
    for name in facts_declared(noun):
        values = asked[(name,)].answers if (name,) in asked else ()
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


def _applicant_case(applicant: Noun, plan: Plan, readings: Mapping[str, str]) -> Any:
    found = registration_paths(applicant, plan, readings=readings)
    return {
        "applicant": plain(applicant),
        "expected": {
            "routes": [path.route.id for path in found.paths],
            "conflict": found.conflict is not None,
        },
    }
