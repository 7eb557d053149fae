"""Cases of what a document calls subjects: each fact that decides about a term or a grade."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from careplan.base.errors import check_type
from careplan.base.truth import Truth
from careplan.criteria.nodes import Asking, Criterion
from careplan.criteria.regions.taken import Taken
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited, Definition
from careplan.documents.scales.grades import Grade, Grading
from careplan.testing.cases.days import DAY, asks_day, on_day
from careplan.testing.cases.deciding import Answers, left_blank, where_it_decides
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.collected import BoundaryCases
from careplan.testing.cases.face.wanted import Only, Parts, Wanted
from careplan.testing.cases.pivots import pivots, quantities
from careplan.testing.cases.several.alike import not_alike
from careplan.testing.cases.several.one_item import of_counted, of_one_item
from careplan.testing.cases.variants import Options, options_of, ways_to_read

_ANSWERS: Answers = (Truth.TRUE, Truth.FALSE, Truth.UNKNOWN)


@attrs.frozen
class _Class:
    """A term or a grade under some readings, and what says that a subject falls under it.

    `on` is the day it is asked on, None where nothing counts time up to a day.
    """

    cited: Definition | Grade
    grading: Grading | None
    readings: Mapping[str, str]
    criterion: Criterion
    on: date | None

    @property
    def name(self) -> str:
        """What it is listed by: its id, of a grade the keys of grading and grade."""
        if self.grading is None:
            return self.cited.id
        return f"{self.grading.key}.{self.cited.key}"  # type: ignore[union-attr]  # a grade


def class_cases(plan: Plan, *, only: Only = None) -> BoundaryCases:
    """Return a case for every fact that decides about each term and each grade.

    Thresholds have one just below, at and just above, other facts as asked and otherwise, and
    each one where the fact is not stated; what holds it is left blank as a whole, too, once for
    each reading; see `decisive_cases`. What is expected of a grade is whether the subject has it
    or a higher one. `.without` lists terms and grades ("grading.grade")
    without a case, among them each that no fact decides, and single facts of the others. `only`
    is as of `boundary_cases`, of terms, grades and gradings. Raises InvalidInput for anything but a
    plan, NotFound for an unknown id, all at once.

    >>> from careplan import get_plan
    >>> cases = class_cases(get_plan("shiyan_2021"), only="2.2.3.d/age")
    >>> [(case.value, case.expected.name) for case in cases][:3]
    [(23, 'FALSE'), (24, 'TRUE'), (25, 'TRUE')]
    """
    check_type(plan, Plan, "plan")
    wanted = Wanted.among(only, asked_of_classes(plan))
    return BoundaryCases.of(plan, *cases_of_classes(plan, wanted, blank=True))


def fact_class_cases(plan: Plan) -> BoundaryCases:
    """Return the cases of each fact that decides about a term or a grade, and no others."""
    return BoundaryCases.of(plan, *cases_of_classes(plan, Wanted()))


def cases_of_classes(
    plan: Plan, wanted: Wanted, *, thresholds_only: bool = False, blank: bool = False
) -> tuple[list[BoundaryCase], list[str]]:
    """Return the cases of the terms and grades that are asked for, and what has none.

    With `blank` what holds a fact that decides is left blank as well, once for each reading.
    """
    cases: list[BoundaryCase] = []
    listed: dict[str, None] = {}
    tried: dict[tuple[str, Asking], bool] = {}
    taken = Taken(some_of_many=True)
    for one in _classes(plan, wanted):
        listed[one.name] = None
        deciding = tuple(pivots(on_day(one.criterion, DAY)))
        named = {pivot.name for pivot in deciding}
        decided: set[tuple[str, Answers]] = set()
        own: dict[str, Any] = {
            "plan_id": plan.id,
            "cited": one.cited,
            "whole": one.grading,
            "readings": one.readings,
            "on": one.on,
        }
        for pivot in deciding:
            if thresholds_only and not pivot.is_threshold():
                continue
            found = where_it_decides(((pivot, _ANSWERS),), taken, unstated=not thresholds_only)
            fact = (f"{one.name}: {pivot.name}", pivot.leaf)
            tried[fact] = bool(found) or tried.get(fact, False)
            own |= {"leaf": pivot.leaf}
            cases += (BoundaryCase(**own, path=pivot.name, **at) for at in found)
            for path, at in left_blank(pivot, found) if blank else ():
                if path not in named:
                    named.add(path)
                    cases.append(BoundaryCase(**own, path=path, **at))
            if blank and pivot.of_items():
                counted = of_counted(((pivot, _ANSWERS),), found, named)
                cases += (BoundaryCase(**(own | at)) for at in counted)
            decided |= {(pivot.name, _ANSWERS)} if found else set()
        for pivot in quantities(on_day(one.criterion, DAY)) if blank else ():
            ways = ((pivot, _ANSWERS),)
            several = (*not_alike(ways, taken), *of_one_item(ways, taken, decided))
            cases += (BoundaryCase(**(own | at)) for at in several)
            tried |= {
                fact: True
                for at in several
                if (fact := (f"{one.name}: {at['path']}", at["leaf"])) in tried
            }
    return cases, list(_without(listed, tried))


def _without(listed: Iterable[str], tried: Mapping[tuple[str, Asking], bool]) -> Iterator[str]:
    """Yield what has no case at all, and the facts of the others that never decide."""
    covered = {fact.partition(": ")[0] for (fact, _), decides in tried.items() if decides}
    facts = (fact for (fact, _), decides in tried.items() if not decides)
    yield from (name for name in listed if name not in covered)
    yield from (fact for fact in facts if fact.partition(": ")[0] in covered)


def asked_of_classes(plan: Plan) -> Iterator[Parts]:
    """Yield the terms, and each grade with its grading."""
    yield from ((term,) for term in plan.definitions)
    for grading in plan.gradings.values():
        yield from ((grade, grading) for grade in grading.grades)


def _classes(plan: Plan, wanted: Wanted) -> Iterator[_Class]:
    """Yield terms and grades under each choice of readings that changes what they ask."""
    for term in filter(wanted.takes, plan.definitions):
        seen = set()
        for readings in _ways(plan, term):
            criterion = pick(term.criterion, readings)
            on = DAY if asks_day([criterion]) else None
            if term.holds_under(readings, on) and criterion not in seen:
                seen.add(criterion)
                yield _Class(term, None, readings, criterion, on)
    for grading in plan.gradings.values():
        known = set()
        for readings in _ways(plan, grading):
            # Grades are asked together: all of them on the day, if one counts time up to it.
            on = DAY if asks_day(one for _, one in grading.at_least(readings)) else None
            for grade, criterion in grading.at_least(readings, on):
                new = wanted.takes(grade, grading) and (grade, criterion) not in known
                if grading.holds_under(readings, on) and new:
                    known.add((grade, criterion))
                    yield _Class(grade, grading, readings, criterion, on)


def _ways(plan: Plan, cited: Cited) -> Iterator[Mapping[str, str]]:
    options: Options = options_of(plan.interpretations)
    own = {name: options[name] for name in sorted(cited.interpretations())}
    return ways_to_read(own, plan.read_as())
