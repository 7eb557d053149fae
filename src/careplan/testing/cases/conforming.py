"""What a plan answers, as plain data: an app in any language can check itself against it.

The data holds the criteria beside the cases, so that a second evaluator can be written
from it alone; docs/conformance.md describes the format. Criteria, subjects and values are
written as everywhere, by the codec.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from careplan.base.errors import check_type
from careplan.base.exact import Exact, exact, ratio, tidy
from careplan.codec import unstructure
from careplan.criteria.nodes import AllOf, Criterion, Not, noun_of
from careplan.documents.clauses import Force, read_as
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Rule
from careplan.documents.sheets import Marking, Scorecard
from careplan.testing.cases.applicants import not_tried, registration_sections
from careplan.testing.cases.boundaries import BoundaryCase, decisive_cases
from careplan.testing.cases.days import DAY, on_day
from careplan.testing.cases.reckoning import ledger_section, target_section
from careplan.testing.cases.solving import satisfying
from careplan.testing.cases.variants import options_of, readings_of
from careplan.verbs.scoring import score

FORMAT = "careplan-conformance"
FORMAT_VERSION = 2
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
    (2, '4.1.a')
    """
    check_type(plan, Plan, "plan")
    cases = decisive_cases(plan)
    sections = list(registration_sections(plan))
    data = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "plan": plan.id,
        "title": plan.document.title.zh,
        "readings": options_of(plan.interpretations),
        "without": [*cases.without, *not_tried(plan, sections)],
        "duties": _sections(cases, Rule),
        "benefits": _sections(cases, Benefit),
        "scores": [
            section for sheet in plan.scorecards.values() for section in _score_sections(sheet)
        ],
        "registration": sections,
        "ledgers": [ledger_section(ledger) for ledger in plan.ledgers.values()],
        "targets": [
            target_section(target) for target in plan.targets.values() if target.value is not None
        ],
    }
    written: dict[str, Any] = _written(data)
    return written


def _written(value: Any) -> Any:
    """Write whatever the data holds, nouns and criteria too, as the codec does."""
    match value:
        case Mapping():
            return {key: _written(one) for key, one in value.items()}
        case list() | tuple():
            return [_written(one) for one in value]
        case frozenset():
            return sorted(map(_written, value))
        case _:
            return unstructure(value)


def _sections(cases: Iterable[BoundaryCase], sort: type[Rule | Benefit]) -> list[dict[str, Any]]:
    """Return the cases of each rule, or of each benefit, beside its criteria as they are read."""
    groups: dict[tuple[Any, frozenset[Any]], list[BoundaryCase]] = {}
    for case in cases:
        if isinstance(case.cited, sort):
            groups.setdefault((case.cited, frozenset(case.readings.items())), []).append(case)
    return [
        {
            "id": cited.id,
            "clause": cited.clause.number,
            "locator": cited.clause.locator,
            "noun": cited.noun().__name__,
            "readings": group[0].readings,
            **_asked(cited),
            "cases": [
                {
                    "fact": case.path,
                    "place": case.place,
                    "value": case.value,
                    "subject": case.subject,
                    "expected": case.expected,
                    **({} if case.on is None else {"on": case.on}),
                }
                for case in group
            ],
        }
        for (cited, _), group in groups.items()
    ]


def _asked(cited: Rule | Benefit) -> dict[str, Any]:
    if isinstance(cited, Benefit):
        return {"condition": cited.condition}
    binding = cited.force is Force.BINDING
    return {"binding": binding, "applies": cited.applies, "requires": cited.requires}


def _score_sections(sheet: Scorecard) -> Iterator[dict[str, Any]]:
    for readings in readings_of(sheet.questions, sheet.interpretations()):
        taken = read_as(sheet.questions, readings)
        marking = pick(sheet.marking, taken)
        criteria = {item.key: pick(item.criterion, taken) for item in sheet.items}
        settled = [on_day(one, DAY) for one in criteria.values() if one is not None]
        asked = [sheet.applies, *(one for one in criteria.values() if one is not None)]
        on = DAY if any(on_day(one, DAY) is not one for one in asked) else None
        tried: list[tuple[Mapping[str, Exact], Any]] = [(m, None) for m in _marks(sheet, marking)]
        if marking is Marking.ALL_OR_NOTHING:
            tried += [({}, room) for room in _rooms(on_day(sheet.applies, DAY), settled)]
        yield {
            "sheet": sheet.key,
            "clause": sheet.clause.number,
            "readings": readings,
            "marking": marking,
            "pass_mark": sheet.pass_mark,
            "items": [
                {"key": item.key, "max_points": item.max_points, "criterion": criteria[item.key]}
                for item in sheet.items
            ],
            "cases": [_score_case(sheet, marks, room, readings, on) for marks, room in tried],
        }


def _score_case(
    sheet: Scorecard,
    marks: Mapping[str, Exact],
    room: Any,
    readings: Mapping[str, str],
    on: date | None,
) -> dict[str, Any]:
    found = score(sheet, marks, room=room, readings=readings, on=on)
    expected = {name: getattr(found, name) for name in ("outcome", "low", "high", "needed")}
    asked = {} if on is None else {"on": on}
    expected |= {"missing": found.open_items}
    return {"marks": marks, "room": room, "expected": expected, **asked}


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


def _rooms(applies: Criterion, every: Sequence[Criterion]) -> Iterator[Any]:
    """Yield a room that shows all that facts decide, and for each item of these one without."""
    noun = next((found for one in (applies, *every) if (found := noun_of(one))), None)
    if noun is None:  # no item asks anything of a room
        return
    wanted: tuple[Criterion, ...] = (AllOf(tuple(every)), *(Not(one) for one in every))
    for criterion in wanted:
        yield from islice(satisfying(noun, AllOf((applies, criterion))), 1)
