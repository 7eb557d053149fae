"""What a plan answers, as plain data: an app in any language can check itself against it.

The data holds the criteria beside the cases, so that a second evaluator can be written
from it alone; docs/conformance.md describes the format. Criteria, subjects and values are
written as everywhere, by the codec.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from careplan.base.errors import check_type
from careplan.base.truth import Truth
from careplan.codec import unstructure
from careplan.criteria.nodes import FALSE, TRUE, Criterion
from careplan.documents.clauses import Force, read_as
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Rule
from careplan.documents.scales.sheets import Marking, Scorecard, SheetItem
from careplan.testing.cases.boundaries import BoundaryCase, asks_day, decisive_cases
from careplan.testing.cases.days import DAY
from careplan.testing.cases.variants import options_of, readings_of
from careplan.testing.conforming.applicants import not_tried, registration_sections
from careplan.testing.conforming.marking import Marks, rooms_told_apart, rooms_tried, scored_marks
from careplan.testing.conforming.reckoning import ledger_section, target_section
from careplan.testing.conforming.steps import steps_and_grades
from careplan.verbs.scoring.scoring import score

FORMAT = "careplan-conformance"
FORMAT_VERSION = 2
_IN_OR_OUT = 2


def conformance(plan: Plan) -> dict[str, Any]:
    """Return a plan's criteria with cases and expected answers, ready for `json.dumps`.

    Only dicts, lists, texts, ints, bools and None; numbers that are not whole are texts.
    The cases of rules and benefits are those of `decisive_cases`: each fact that decides, at
    its thresholds and unstated; then score sheets around their pass mark, every applicant
    the routes tell apart, ledgers and targets on and around their dates. A plan that has ladders
    or gradings has a section for each kind. `without` lists what has no case; terms have none
    here. Raises InvalidInput for anything but a plan.

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
        **steps_and_grades(plan, cases),
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
        marking, line = pick(sheet.marking, taken), pick(sheet.pass_mark, taken)
        cuts = sheet.cuts(taken)
        bands = [{"key": band.key, "least": least} for band, least in cuts if least is not None]
        tried = [*scored_marks(sheet, taken, [line, *(least for _, least in cuts)])]
        rooms = [*rooms_tried(sheet, taken)] if marking is Marking.ALL_OR_NOTHING else []
        cases = [
            *((marks, None) for marks in tried),
            *(({}, room) for room in rooms),
            *rooms_told_apart(sheet, taken),
        ]
        on = DAY if asks_day(_asked_of_room(sheet, taken)) else None
        yield {
            "sheet": sheet.key,
            "clause": sheet.clause.number,
            "readings": readings,
            "marking": marking,
            "pass_mark": line,
            "items": [_item(item, taken) for item in sheet.items],
            **({"bands": bands} if bands else {}),
            "cases": [
                case
                for marks, room in cases
                if (case := _score_case(sheet, marks, room, readings, on)) is not None
            ],
        }


def _asked_of_room(sheet: Scorecard, taken: Mapping[str, str]) -> Iterator[Criterion]:
    yield sheet.applies
    for item in sheet.items:
        yield from (pick(one, taken) for one in (item.applies, item.criterion) if one is not None)


def _item(item: SheetItem, taken: Mapping[str, str]) -> dict[str, Any]:
    """Return what an item is; a key that says no more than usual is left out."""
    applies = pick(item.applies, taken) if item.holds_under(taken) else FALSE
    criterion = pick(item.criterion, taken)
    beside = {"applies": applies if applies != TRUE else None, "least": item.least}
    return {
        "key": item.key,
        "max_points": item.max_points,
        "criterion": criterion,
        **{name: one for name, one in beside.items() if one is not None},
        **({"must_pass": True} if item.must_pass else {}),
    }


def _score_case(
    sheet: Scorecard, marks: Marks, room: Any, readings: Mapping[str, str], on: date | None
) -> dict[str, Any] | None:
    """Return a case; None where which items apply takes more than looking at each condition."""
    found = score(sheet, marks, room=room, readings=readings, on=on)
    asked = {one.item.applies for one in found.items if one.applies is Truth.UNKNOWN}
    groups = found.standing.applying.groups
    if len(groups) != len(asked) or any(len(sets) != _IN_OR_OUT for sets in groups):
        return None
    names = ["outcome", "low", "high", "needed"]
    names += ["possible"] if any(item.applies != TRUE for item in sheet.items) else []
    expected = {name: getattr(found, name) for name in names}
    for name in ("low_band", "high_band") if sheet.bands else ():
        band = getattr(found, name)
        expected[name] = None if band is None else band.key
    expected |= {"missing": found.open_items}
    asked_on = {} if on is None else {"on": on}
    return {"marks": marks, "room": room, "expected": expected, **asked_on}
