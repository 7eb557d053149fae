"""Cases at the thresholds of a plan, each differing from its neighbours in one fact only."""

from collections.abc import Callable, Iterator
from typing import Any

from careplan.base.errors import InvalidInput, check_type
from careplan.base.truth import Availability, Outcome, Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import TRUE, Leaf, Not, Several
from careplan.criteria.regions.taken import Taken
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, criteria_in
from careplan.testing.cases.days import DAY, asks_day, on_day
from careplan.testing.cases.face.case import Answer, BoundaryCase
from careplan.testing.cases.face.collected import BoundaryCases
from careplan.testing.cases.face.wanted import Only, Wanted
from careplan.testing.cases.figures.together import figure_cases, of_figures, without_figures
from careplan.testing.cases.holders import left_blank
from careplan.testing.cases.pivots import Pivot, Place, pivots
from careplan.testing.cases.solving import satisfying
from careplan.testing.cases.variants import asked_of_facts, not_all_read, variants

Answers = tuple[Answer, Answer, Answer | None]
# What is answered where the deciding fact makes its half true, false, or is not stated.
_OF_REQUIRES: Answers = (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN)
_OF_APPLIES: Answers = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE, Outcome.UNKNOWN)
# Not stating it leaves this met as far as anybody can say, if it stays fulfilled: no case.
_OF_APPLIES_WHERE_MET: Answers = (Outcome.MET, Outcome.NOT_APPLICABLE, None)
_AROUND = {Place.BELOW, Place.AT, Place.ABOVE}
_OF_CONDITION: Answers = (Availability.OPEN, Availability.NOT_OPEN, Availability.UNKNOWN)


def boundary_cases(plan: Plan, *, only: Only = None) -> BoundaryCases:
    """Return a case just below, at and above each threshold: of rules, rungs and benefits.

    The distance is the fact's declared step: 0.01 m2, one person, one day. The three differ
    in that fact only. What is expected is not asked of `assess`: it follows from the
    criterion. Everything beside the threshold is stated so that the threshold decides (the
    rest of a conjunction holds, alternatives fail, all items are alike; for a threshold in
    `requires` the rule applies, for one in `applies` it is not fulfilled); the sign of the
    comparison says what holds below, at and above, and each denial on the way turns it
    round. A threshold whose three answers are all alike is not a case: it is listed in
    `.without`.

    In a sum over items the last item decides: its amount beside others that carry the rest, or how
    often it is there, beside one that does not count. Where it turns above 50 items it has no case.

    For each fact eight subjects are tried at most (for items of a sum 24 made of each), and 64
    choices of readings for each rule; where these are more, one option at a time is read beside
    the defaults. What has no case for that reason is listed in `.without`, too. So a plan costs
    what its rules cost one by one, and a rule with n facts n subjects about n facts.

    `only` asks for a few: the id of a rule, rung, ladder or benefit, or several, or the number of
    a clause for all that is numbered below it; the rest is not worked out, and `.without` is
    silent about it. Raises InvalidInput for anything but a plan, NotFound for an unknown id, all
    at once, with a suggestion.

    >>> from careplan import get_plan
    >>> case = next(iter(boundary_cases(get_plan("bda_2017"), only="1.a")))
    >>> case.id, case.path, case.value, case.expected
    ('1.a-female_employees-below', 'female_employees', 99, Outcome.NOT_APPLICABLE)
    >>> plan = get_plan("shuangliao_2021")
    >>> sorted({case.number for case in boundary_cases(plan, only=["4.1.a", "4.1.d"])})
    ['4.1.a', '4.1.d/lower', '4.1.d/upper']
    """
    return _collected(plan, only, thresholds_only=True)


def decisive_cases(plan: Plan, *, only: Only = None) -> BoundaryCases:
    """Return the same for every fact that decides: as asked, other than asked, not stated.

    A fact that is not stated leaves the answer unknown wherever stating it could change
    what the subject is held to. A list, a part or a table that holds such facts is left blank
    as a whole, too, once for each rule and reading. `only` and what is raised are as of
    `boundary_cases`.

    >>> from careplan import get_plan
    >>> len(decisive_cases(get_plan("baodi_2020"))) > 30
    True
    """
    return _collected(plan, only, thresholds_only=False)


def fact_cases(plan: Plan) -> BoundaryCases:
    """Return the cases of rules, rungs and benefits only: each fact that decides."""
    check_type(plan, Plan, "plan")
    cases, without = _of_facts(plan, Wanted(), thresholds_only=False, blanks=False)
    return BoundaryCases.of(plan, cases, without)


def _collected(plan: Plan, only: Only, *, thresholds_only: bool) -> BoundaryCases:
    check_type(plan, Plan, "plan")
    wanted = Wanted.among(only, (*asked_of_facts(plan), *of_figures(plan)))
    unstated = not thresholds_only
    cases, without = _of_facts(plan, wanted, thresholds_only=thresholds_only, blanks=unstated)
    figures = list(figure_cases(plan, wanted))
    return BoundaryCases.of(
        plan, [*cases, *figures], [*without, *without_figures(plan, wanted, figures)]
    )


def _of_facts(
    plan: Plan, wanted: Wanted, *, thresholds_only: bool, blanks: bool
) -> tuple[list[BoundaryCase], list[str]]:
    """Return the cases of what facts decide, and what has none.

    With `blanks` what holds facts that decide is left out, too, once for each rule and reading.
    """
    cases: list[BoundaryCase] = []
    tried: list[tuple[str, str, Leaf | Several]] = []
    for cited, readings in variants(plan, wanted):
        taken = Taken(some_of_many=True)  # the parts of a rule stand beside each of its facts
        deciding = list(_deciding(cited))
        named = {ways[0][0].name for ways in deciding}
        for ways in deciding:
            fact = ways[0][0]
            if thresholds_only and not fact.is_threshold():
                continue
            tried.append((cited.id, fact.name, fact.leaf))
            own: dict[str, Any] = {"plan_id": plan.id, "cited": cited, "readings": readings}
            own |= {"on": DAY} if asks_day(criteria_in(cited)) else {}
            found = where_it_decides(ways, taken, unstated=not thresholds_only)
            found = [{"path": fact.name, **one} for one in found]
            for one in tuple(left_blank(fact, found)) if blanks else ():
                if one["path"] not in named:
                    named.add(one["path"])
                    found.append(one)
            cases += (BoundaryCase(**own, leaf=fact.leaf, **one) for one in found)
    return cases, list(_bare(plan, wanted, cases, tried))


def _bare(
    plan: Plan,
    wanted: Wanted,
    cases: list[BoundaryCase],
    tried: list[tuple[str, str, Leaf | Several]],
) -> Iterator[str]:
    """Yield what has no case, rung by rung, and the facts of the others that never decide."""
    covered = {case.number for case in cases}
    decided = {(case.number, case.path, case.leaf) for case in cases}
    for parts in asked_of_facts(plan):
        if parts[0].id not in covered and wanted.takes(*parts):
            yield parts[0].id
    yield from (f"{one[0]}: {one[1]}" for one in tried if one not in decided and one[0] in covered)
    yield from not_all_read(plan, covered)


def _deciding(cited: Any) -> Iterator[tuple[tuple[Pivot, Answers], ...]]:
    """Yield each fact that may decide: what may hold beside it, and what is then answered."""
    if isinstance(cited, Benefit):
        for pivot in pivots(on_day(cited.condition, DAY)):  # type: ignore[arg-type]  # read already
            yield ((pivot, _OF_CONDITION),)
        return
    applies, requires = on_day(cited.applies, DAY), on_day(cited.requires, DAY)
    for pivot in pivots(applies):
        bites, idles = pivot.where(Not(requires)), pivot.where(requires)
        yield (bites, _OF_APPLIES), (idles, _OF_APPLIES_WHERE_MET)
    for pivot in pivots(requires):
        yield ((pivot.where(applies), _OF_REQUIRES),)


def where_it_decides(
    ways: tuple[tuple[Pivot, Answers], ...], taken: Taken, *, unstated: bool
) -> list[dict[str, Any]]:
    """Return the places of the fact in the first subject on which it decides.

    Of the items of a sum it is the first on which it stands below, at and above, if there is one.
    """
    best: list[dict[str, Any]] = []
    for pivot, answers in ways:
        for subject in _subjects(pivot, taken):
            found = list(_places(pivot, subject, answers))
            if len({one["expected"] for one in found}) <= 1:
                continue
            # Stating the fact gave two answers, so without it none is certain.
            missing = _changed(subject, pivot, pivot.unstated()) if unstated else {}
            if missing and answers[2] is not None:
                found.append({**missing, "place": Place.UNSTATED, "expected": answers[2]})
            if not pivot.of_items() or {one["place"] for one in found} >= _AROUND:
                return found
            best = best or found
    return best


def _subjects(pivot: Pivot, taken: Taken) -> Iterator[Any]:
    """Yield subjects in which a fact may decide."""
    for seed in pivot.seeds():
        for subject in satisfying(pivot.noun, seed, taken):
            yield from pivot.bases(subject)


def _places(pivot: Pivot, subject: Any, answers: Answers) -> Iterator[dict[str, Any]]:
    for place, holds, changes in pivot.points(subject):
        expected = answers[0] if holds is pivot.positive else answers[1]
        for change in changes:
            changed = _changed(subject, pivot, change)
            # The leaf's own value must not matter to what stands beside it.
            if changed and evaluate(pivot.beside(TRUE), changed["subject"]).truth is Truth.TRUE:
                yield {**changed, "place": place, "expected": expected}
                break


def _changed(subject: Any, pivot: Pivot, change: Callable[[Any], Any]) -> dict[str, Any]:
    """Return the subject with the fact changed and its value, or nothing if it cannot be so."""
    try:
        made, value = pivot.changed(subject, change)
    except InvalidInput:
        return {}
    return {"subject": made, "value": value}
