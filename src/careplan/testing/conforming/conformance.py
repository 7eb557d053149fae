"""What a plan answers, as plain data: an app in any language can check itself against it.

The data holds the criteria beside the cases, so that a second evaluator can be written
from it alone; docs/en/conformance.md describes the format. Criteria, subjects and values are
written as everywhere, by the codec.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from careplan.base.errors import check_type
from careplan.codec import unstructure
from careplan.criteria.nodes import Criterion
from careplan.documents.clauses import Force
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Definition, Rule
from careplan.testing.cases.boundaries import fact_cases
from careplan.testing.cases.classes import fact_class_cases
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.variants import options_of
from careplan.testing.conforming.applicants import not_tried, registration_sections
from careplan.testing.conforming.reckoning import ledger_section, target_section
from careplan.testing.conforming.sheets import SheetCases
from careplan.testing.conforming.steps import steps_and_grades, undecided
from careplan.testing.conforming.sums import minimums, settled_by_ends

FORMAT = "careplan-conformance"
FORMAT_VERSION = 2


def conformance(plan: Plan) -> dict[str, Any]:
    """Return a plan's criteria with cases and expected answers, ready for `json.dumps`.

    Only dicts, lists, texts, ints, bools and None; numbers that are not whole are texts.
    The cases of rules and benefits are those of `decisive_cases`: each fact that decides, at
    its thresholds and unstated; then score sheets around their pass mark, every applicant
    the routes tell apart, ledgers and targets on and around their dates. A plan that has ladders,
    gradings, or terms that facts decide has a section for each kind; the cases of grades and terms
    are of `class_cases`, but none is left blank as a whole. `without` lists what has no case.
    Raises InvalidInput for anything but a plan.

    >>> from careplan import get_plan
    >>> data = conformance(get_plan("shuangliao_2021"))
    >>> data["format_version"], data["duties"][0]["id"]
    (2, '4.1.a')
    """
    check_type(plan, Plan, "plan")
    cases, classes = fact_cases(plan), fact_class_cases(plan)
    sections = list(registration_sections(plan))
    sheets = SheetCases.of(plan.scorecards.values())
    data: dict[str, Any] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "plan": plan.id,
        "title": plan.document.title.zh,
        "readings": options_of(plan.interpretations),
        "without": [
            *cases.without,
            *not_tried(plan, sections),
            *sheets.without,
            *undecided(plan, classes.without),
        ],
        "duties": _sections(cases, Rule),
        "benefits": _sections(cases, Benefit),
        "scores": sheets.sections,
        "registration": sections,
        "ledgers": [ledger_section(ledger) for ledger in plan.ledgers.values()],
        "targets": [
            target_section(target)
            for target in plan.targets.values()
            if any(one.ends for one in target.milestones)
        ],
        **steps_and_grades(plan, cases, classes),
        **({"terms": terms} if (terms := _sections(classes, Definition)) else {}),
    }
    if least := minimums(data):
        data["minimums"] = least
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


def _sections(
    cases: Iterable[BoundaryCase], sort: type[Rule | Benefit | Definition]
) -> list[dict[str, Any]]:
    """Return the cases of each rule, benefit or term beside its criteria as they are read."""
    groups: dict[tuple[Any, frozenset[Any]], list[BoundaryCase]] = {}
    for case in cases:
        if isinstance(case.cited, sort):
            groups.setdefault((case.cited, frozenset(case.readings.items())), []).append(case)
    made = []
    for (cited, _), group in groups.items():
        asked = _asked(cited, group[0].readings)
        criteria = [one for one in asked.values() if isinstance(one, Criterion)]
        made.append(
            {
                "id": cited.id,
                "clause": cited.clause.number,
                "locator": cited.clause.locator,
                "noun": cited.noun().__name__,
                "readings": group[0].readings,
                **asked,
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
                    if settled_by_ends(criteria, case.subject, case.on)
                ],
            }
        )
    return made


def _asked(cited: Rule | Benefit | Definition, readings: Mapping[str, str]) -> dict[str, Any]:
    if isinstance(cited, Benefit):
        return {"condition": cited.condition}
    if isinstance(cited, Definition):
        return {"criterion": pick(cited.criterion, readings)}
    binding = cited.force is Force.BINDING
    return {"binding": binding, "applies": cited.applies, "requires": cited.requires}
