"""Compare what clauses demand: can each apply and be met, and do any two get in each other's way.

A demand is a rule, or an item of a score sheet for the subjects of its sheet. Demands are
compared under the default readings, and under every other option as far as they depend on it.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Any

import attrs

from careplan.by_reading import pick
from careplan.exact import tidy
from careplan.flaws import Flaw, Severity
from careplan.intervals import ALL, INFINITY, Bound, Interval, Intervals
from careplan.kinds import DayKind, Kind
from careplan.nodes import AllOf, Criterion, noun_of
from careplan.plan import Plan
from careplan.regions import allowed, bounded_facts, can_hold, kind_of, natural, regions
from careplan.residuals import facts_of, simplify_all
from careplan.rules import Cited


@attrs.frozen(kw_only=True)
class Demand:
    """What one object asks (`requires`) of which subjects (`applies`), under one reading."""

    id: str
    number: str
    applies: Criterion
    requires: Criterion
    noun: type[Any] | None
    depends_on: frozenset[str]


def demands_at_odds(plan: Plan) -> Iterator[Flaw]:
    """Yield, each once, what is wrong with the demands of a plan under any of its readings."""
    found: dict[tuple[str, ...], Flaw] = {}
    for flaw in _under_each_reading(plan):
        # The same clauses at odds in the same way are one flaw, whatever the reading;
        # tiers may have several holes.
        place = (flaw.detail,) if flaw.code == "gap" else ()
        found.setdefault((flaw.code, *flaw.clauses, *place), flaw)
    yield from found.values()


def _under_each_reading(plan: Plan) -> Iterator[Flaw]:
    default = plan.read_as()
    yield from _at_odds(_demands(plan, default))
    yield from _closed_benefits(plan, default)
    for interpretation in plan.interpretations:
        for option in interpretation.options[1:]:
            taken = {**default, interpretation.id: option.id}
            yield from _at_odds(_demands(plan, taken), interpretation.id)
            yield from _closed_benefits(plan, taken)


def _demands(plan: Plan, taken: dict[str, str]) -> list[Demand]:
    asked: list[tuple[Cited, Criterion, Criterion]] = [
        (rule, pick(rule.applies, taken), pick(rule.requires, taken))
        for rule in plan.rules
        if rule.holds_under(taken)
    ]
    ruled = {clause for rule in plan.rules for clause in (rule.clause, *rule.also)}
    asked += [
        (item, sheet.applies, pick(item.criterion, taken))
        for sheet in plan.scorecards.values()
        for item in sheet.items
        # A line that stands as a rule as well speaks through the rule.
        if item.holds_under(taken) and ruled.isdisjoint((item.clause, *item.also))
    ]
    return [
        Demand(
            id=cited.id,
            number=cited.number,
            applies=applies,
            requires=requires,
            noun=noun_of(AllOf((applies, requires))),
            depends_on=cited.interpretations(),
        )
        for cited, applies, requires in asked
    ]


def _at_odds(demands: list[Demand], changed: str | None = None) -> Iterator[Flaw]:
    """Compare demands; with `changed`, only those that depend on that interpretation."""
    touched = [one for one in demands if changed is None or changed in one.depends_on]
    for one in touched:
        if not can_hold(one.applies):
            yield Flaw(Severity.ERROR, "never_applies", (one.id,))
        elif not can_hold(simplify_all([one.applies, one.requires])):
            yield Flaw(Severity.ERROR, "never_met", (one.id,))
    for one, other in combinations(demands, 2):
        if one.noun is not None and one.noun is other.noun and (one in touched or other in touched):
            yield from _compared(one, other)
    if touched:
        yield from _gaps(demands)


def _closed_benefits(plan: Plan, taken: dict[str, str]) -> Iterator[Flaw]:
    for benefit in plan.benefits:
        if benefit.holds_under(taken) and not can_hold(pick(benefit.condition, taken)):
            yield Flaw(Severity.ERROR, "never_open", (benefit.id,))


def _compared(one: Demand, other: Demand) -> Iterator[Flaw]:
    """Find different bounds of one fact, or demands that exclude each other, where both apply."""
    applies = simplify_all([one.applies, other.applies])
    if one.id == other.id or not can_hold(applies):
        return
    first = regions(simplify_all([applies, one.requires]))
    second = regions(simplify_all([applies, other.requires]))
    ids = (one.id, other.id)
    both = simplify_all([applies, one.requires, other.requires])
    if first and second and not can_hold(both):
        yield Flaw(Severity.ERROR, "contradictory", ids)
    open_to_both = regions(applies)
    for fact in bounded_facts([*first, *second]):
        kind = kind_of(one.noun, fact)
        bounds = [allowed(found, fact) for found in (first, second)]
        asks_nothing = (ALL, natural(kind), allowed(open_to_both, fact))
        if bounds[0] != bounds[1] and not any(bound in asks_nothing for bound in bounds):
            detail = f"{fact}: {_parts(bounds[0], kind)} / {_parts(bounds[1], kind)}"
            yield Flaw(Severity.WARNING, "different_bounds", ids, detail)
            yield from _overlap(one, other)


def _overlap(one: Demand, other: Demand) -> Iterator[Flaw]:
    """Find tiers that share a part of their range without sharing all of it."""
    for fact in bounded_facts(regions(one.applies)):
        kind = kind_of(one.noun, fact)
        tiers = [allowed(regions(demand.applies), fact) for demand in (one, other)]
        shared = tiers[0] & tiers[1]
        unbounded = any(tier in (ALL, natural(kind)) for tier in tiers)
        if not unbounded and tiers[0] != tiers[1] and not shared.is_empty():
            detail = f"{fact} {_parts(shared, kind)}"
            yield Flaw(Severity.WARNING, "overlap", (one.id, other.id), detail)


def _gaps(demands: list[Demand]) -> Iterator[Flaw]:
    """Find holes in tiers: demands for the same facts by the size of another."""
    tiers: dict[tuple[Any, str, frozenset[str]], list[tuple[Demand, Intervals]]] = {}
    for demand in demands:
        found = regions(demand.applies)
        for fact in bounded_facts(found):
            covers = allowed(found, fact)
            if covers not in (ALL, natural(kind_of(demand.noun, fact))):
                key = (demand.noun, fact, frozenset(facts_of(demand.requires)))
                tiers.setdefault(key, []).append((demand, covers))
    for (noun, fact, _), parts in tiers.items():
        if len({demand.id for demand, _ in parts}) > 1:
            yield from _holes(kind_of(noun, fact), fact, parts)


def _holes(kind: Kind, fact: str, tiers: list[tuple[Demand, Intervals]]) -> Iterator[Flaw]:
    covered = Intervals()
    for _, covers in tiers:
        covered |= covers
    numbers = tuple(dict.fromkeys(demand.number for demand, _ in tiers))
    for hole in (natural(kind) & ~covered).parts:
        yield Flaw(Severity.NOTE, "gap", numbers, f"{fact} {_text(hole, kind)}")


def _parts(bounds: Intervals, kind: Kind) -> str:
    return " ".join(_text(part, kind) for part in bounds.parts)


def _text(part: Interval, kind: Kind) -> str:
    """Write an interval: [ and ] include the bound, ( and ) do not."""
    low, high = _bound(part.low, kind), _bound(part.high, kind)
    return f"{'[' if part.low_in else '('}{low}, {high}{']' if part.high_in else ')'}"


def _bound(bound: Bound, kind: Kind) -> str:
    if bound == INFINITY or (isinstance(kind, DayKind) and bound > date.max.toordinal()):
        return "∞"
    number = Fraction(bound)
    return str(date.fromordinal(int(number)) if isinstance(kind, DayKind) else tidy(number))
