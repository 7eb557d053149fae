"""Cases of duties, rungs and benefits: each fact that decides, under each reading."""

from collections.abc import Iterator
from typing import Any

from careplan.base.truth import Availability, Outcome, Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import Leaf, Not, Several
from careplan.criteria.regions.taken import Taken
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Rule, criteria_in
from careplan.testing.cases.days import DAY, asks_day, on_day
from careplan.testing.cases.deciding import Answers, left_blank, where_it_decides
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.wanted import Wanted
from careplan.testing.cases.pivots import Pivot, Place, pivots
from careplan.testing.cases.variants import asked_of_facts, not_all_read, variants

_OF_REQUIRES: Answers = (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN)
_OF_APPLIES: Answers = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE, Outcome.UNKNOWN)
# Not stating it leaves this met, if it stays fulfilled: `_met_anyway` has these cases.
_OF_APPLIES_WHERE_MET: Answers = (Outcome.MET, Outcome.NOT_APPLICABLE, None)
_MET_ANYWAY: Answers = (Outcome.MET, Outcome.NOT_APPLICABLE, Outcome.MET)
_OF_CONDITION: Answers = (Availability.OPEN, Availability.NOT_OPEN, Availability.UNKNOWN)


def duty_cases(
    plan: Plan, wanted: Wanted, *, unstated: bool, blank: bool = False
) -> tuple[list[BoundaryCase], list[str]]:
    """Return the cases of what facts decide, and what has none.

    Without `unstated` these are thresholds alone; with `blank` what holds a fact that decides is
    left blank as well, once for each rule and reading, and so is each fact by which a rule applies
    beside what it asks for.
    """
    cases: list[BoundaryCase] = []
    tried: list[tuple[str, str, Leaf | Several]] = []
    for cited, readings in variants(plan, wanted):
        taken = Taken(some_of_many=True)  # the parts of a rule stand beside each of its facts
        own: dict[str, Any] = {"plan_id": plan.id, "cited": cited, "readings": readings}
        own |= {"on": DAY} if asks_day(criteria_in(cited)) else {}
        deciding = list(_deciding(cited))
        named = {ways[0][0].name for ways in deciding}
        for ways in deciding:
            fact = ways[0][0]
            if not unstated and not fact.is_threshold():
                continue
            tried.append((cited.id, fact.name, fact.leaf))
            found = where_it_decides(ways, taken, unstated=unstated)
            cases += (BoundaryCase(**own, leaf=fact.leaf, path=fact.name, **one) for one in found)
            for path, one in left_blank(fact, found) if blank else ():
                if path not in named:
                    named.add(path)
                    cases.append(BoundaryCase(**own, leaf=fact.leaf, path=path, **one))
        if blank and isinstance(cited, Rule):
            cases += (BoundaryCase(**own, **one) for one in _met_anyway(cited, taken))
    return cases, list(_bare(plan, wanted, cases, tried))


def _met_anyway(rule: Any, taken: Taken) -> Iterator[dict[str, Any]]:
    """Yield subjects that fulfil a rule, whether or not it applies, which one fact leaves open.

    One for each fact that decides whether it applies: "not applies, or requires" is so already.
    """
    requires, named = on_day(rule.requires, DAY), set()
    for pivot in pivots(on_day(rule.applies, DAY)):
        if pivot.name in named:
            continue
        ways = ((pivot.where(requires), _MET_ANYWAY),)
        for one in where_it_decides(ways, taken, unstated=True):
            met = evaluate(requires, one["subject"]).truth is Truth.TRUE
            if one["place"] is Place.UNSTATED and met:
                named.add(pivot.name)
                yield {**one, "leaf": pivot.leaf, "path": pivot.name}


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
