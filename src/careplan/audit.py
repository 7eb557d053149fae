"""Look for flaws in a plan, ours or a caller's: what is left out, at odds, or never used.

A flaw is not always a mistake of the encoding: some are in the document, and naming them
is the point. Bounds are compared by interval algebra over the regions of criteria, under
the default readings; a criterion too large to take apart is never wrongly called empty.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from typing import Any

import attrs

from careplan.errors import check_language, check_type
from careplan.evaluation import simplify_all
from careplan.exact import tidy
from careplan.fields import facts_declared
from careplan.governance import Body, Office
from careplan.intervals import ALL, INFINITY, Bound, Interval, Intervals
from careplan.kinds import DayKind, ItemsKind, Kind, PartKind
from careplan.messages import say
from careplan.nodes import (
    AllOf,
    AnyOf,
    Criterion,
    Every,
    Not,
    Some,
)
from careplan.plan import Plan
from careplan.regions import allowed, bounded_facts, can_hold, kind_of, natural, regions
from careplan.rules import ByReading, Rule, by_readings_in, pick
from careplan.sources import Labelled
from careplan.targets import Ledger


class Severity(Labelled):
    """How a flaw is to be taken."""

    ERROR = ("error", "错误", "error")
    WARNING = ("warning", "警告", "warning")
    NOTE = ("note", "说明", "note")


@attrs.frozen
class Flaw:
    """One flaw: how serious, a stable code, the clauses concerned, and what exactly."""

    severity: Severity
    code: str
    clauses: tuple[str, ...]
    detail: str = ""

    def text(self, language: str) -> str:
        """Say it in "zh" or "en"; raises NotFound for another language."""
        check_language(language)
        said = say(f"flaw.{self.code}", language, detail=self.detail)
        return f"{self.severity.label.get(language)} {', '.join(self.clauses)}: {said}"


def find_flaws(plan: Plan) -> tuple[Flaw, ...]:
    """Return everything found wrong with, or left open by, a plan.

    Raises InvalidInput for anything but a plan.

    >>> from careplan.plans import get_plan
    >>> flaws = find_flaws(get_plan("bda_2017"))
    >>> [flaw.clauses for flaw in flaws if flaw.code == "different_bounds"]
    [('a1.1.area', 'a4.1.care')]
    """
    check_type(plan, Plan, "plan")
    return tuple(
        flaw
        for check in (
            _unencoded,
            _unused_offices,
            _ledgers,
            _sheets,
            _rules,
            _tiers,
            _bounds,
            _stages,
            _unused_options,
        )
        for flaw in check(plan)
    )


def unread_facts(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return the facts, as Noun.fact, that no criterion of any of the plans reads.

    >>> unread_facts([])
    ()
    """
    read: set[tuple[Any, str]] = set()
    nouns: dict[Any, None] = {}
    for plan in plans:
        for criterion in _criteria(plan):
            for noun, fact in _facts_read(criterion):
                read.add((noun, fact))
                nouns[noun] = None
    return tuple(
        f"{noun.__name__}.{fact}"
        for noun in nouns
        for fact in facts_declared(noun)
        if (noun, fact) not in read
    )


def _unencoded(plan: Plan) -> Iterator[Flaw]:
    coverage = plan.coverage()
    for number in coverage.missing:
        yield Flaw(Severity.ERROR, "unencoded", (number,))
    for number in coverage.extra:
        yield Flaw(Severity.ERROR, "declined_in_vain", (number,))


def _unused_offices(plan: Plan) -> Iterator[Flaw]:
    """Find bodies that the plan names offices for and that then do nothing."""
    values = (value for cited in plan.encoded() for value in cited.own_values())
    used = {body for value in values for body in _bodies_in(value)}
    for body in sorted({o.body for o in plan.offices.values()} - used, key=lambda b: b.name):
        names = ", ".join(o.name for o in plan.offices.values() if o.body is body)
        yield Flaw(Severity.NOTE, "idle_body", (), names)


def _bodies_in(value: object) -> Iterator[Body]:
    match value:
        case Body():
            yield value
        case Office(body=body):
            yield body
        case tuple():
            for inner in value:
                yield from _bodies_in(inner)


def _ledgers(plan: Plan) -> Iterator[Flaw]:
    for ledger in plan.ledgers.values():
        for row in ledger.rows:
            slots = [milestone.slots for milestone in row.milestones]
            if slots != sorted(slots):
                yield Flaw(Severity.ERROR, "ledger_falls", (row.number,), row.locality)
        yield from _totals(ledger)


def _totals(ledger: Ledger) -> Iterator[Flaw]:
    summed = attrs.evolve(ledger, totals=())
    for printed in ledger.totals:
        total = summed.total(printed.due).slots
        if total != printed.slots:
            detail = f"{printed.due}: {printed.slots} / {total}"
            yield Flaw(Severity.ERROR, "ledger_total", (ledger.number,), detail)


def _sheets(plan: Plan) -> Iterator[Flaw]:
    for sheet in plan.scorecards.values():
        if sheet.total_points is not None and sheet.total_points != sheet.max_points:
            detail = f"{sheet.total_points} / {sheet.max_points}"
            yield Flaw(Severity.ERROR, "sheet_total", (sheet.number,), detail)


def _rules(plan: Plan) -> Iterator[Flaw]:
    for rule in _read_rules(plan):
        if not can_hold(_criterion(rule.applies)):
            yield Flaw(Severity.ERROR, "never_applies", (rule.id,))
        elif not can_hold(_both(rule)):
            yield Flaw(Severity.ERROR, "never_met", (rule.id,))


def _tiers(plan: Plan) -> Iterator[Flaw]:
    """Find holes in, and overlaps of, rules that ask different things by the size of one fact."""
    rules = [rule for rule in _read_rules(plan) if _of_bounds(rule)]
    facts = dict.fromkeys(
        (rule.noun(), fact)
        for rule in rules
        for fact in bounded_facts(regions(_criterion(rule.applies)))
    )
    for noun, fact in facts:
        kind = kind_of(noun, fact)
        tiers = [
            (rule, allowed(regions(_criterion(rule.applies)), fact))
            for rule in rules
            if rule.noun() is noun
        ]
        bounded = [(rule, covers) for rule, covers in tiers if covers not in (ALL, natural(kind))]
        if len({rule.number for rule, _ in bounded}) > 1:
            yield from _holes(kind, fact, bounded)


def _holes(kind: Kind, fact: str, tiers: list[tuple[Rule, Intervals]]) -> Iterator[Flaw]:
    covered = Intervals()
    for _, covers in tiers:
        covered |= covers
    numbers = tuple(dict.fromkeys(rule.number for rule, _ in tiers))
    for hole in (natural(kind) & ~covered).parts:
        yield Flaw(Severity.NOTE, "gap", numbers, f"{fact} {_text(hole, kind)}")


def _bounds(plan: Plan) -> Iterator[Flaw]:
    """Find clauses that bound one fact differently where both can apply at once."""
    for one, other in combinations(_read_rules(plan), 2):
        if one.number == other.number or one.noun() is not other.noun():
            continue
        applies = simplify_all([_criterion(one.applies), _criterion(other.applies)])
        if not can_hold(applies):
            continue
        first = regions(simplify_all([applies, _criterion(one.requires)]))
        second = regions(simplify_all([applies, _criterion(other.requires)]))
        both = regions(applies)
        for fact in bounded_facts([*first, *second]):
            kind = kind_of(one.noun(), fact)
            bounds = [allowed(found, fact) for found in (first, second)]
            asks_nothing = (ALL, natural(kind), allowed(both, fact))
            if bounds[0] == bounds[1] or any(bound in asks_nothing for bound in bounds):
                continue
            detail = f"{fact}: {_parts(bounds[0], kind)} / {_parts(bounds[1], kind)}"
            yield Flaw(Severity.WARNING, "different_bounds", (one.id, other.id), detail)


def _stages(plan: Plan) -> Iterator[Flaw]:
    """Compare the stages' periods as sets of days."""
    for one, other in combinations(plan.stages, 2):
        if one.period.overlaps(other.period.start, other.period.end):
            yield Flaw(Severity.NOTE, "stages_overlap", (one.number, other.number))
    days = Intervals.of(
        Interval(
            _day(stage.period.start), _day(stage.period.end + timedelta(days=1)), high_in=False
        )
        for stage in plan.stages
    )
    for before, after in zip(days.parts, days.parts[1:], strict=False):
        start, end = date.fromordinal(int(before.high)), date.fromordinal(int(after.low) - 1)
        numbers = tuple(stage.number for stage in plan.stages)
        yield Flaw(Severity.NOTE, "stages_gap", numbers, f"{start} - {end}")


def _unused_options(plan: Plan) -> Iterator[Flaw]:
    used = {cited.under for cited in plan.encoded() if cited.under is not None}
    for cited in plan.encoded():
        for dependent in by_readings_in(cited):
            used.update((dependent.interpretation, option) for option in dependent.options)
    for interpretation in plan.interpretations:
        for option in interpretation.options:
            if (interpretation.id, option.id) not in used:
                detail = f"{interpretation.id}={option.id}"
                yield Flaw(Severity.WARNING, "unused_option", interpretation.clauses, detail)


def _read_rules(plan: Plan) -> list[Rule]:
    taken = plan.read_as()
    return [rule.read(taken) for rule in plan.rules if rule.holds_under(taken)]


def _of_bounds(rule: Rule) -> bool:
    """Say whether a rule asks for a number."""
    return any(True for _ in bounded_facts(regions(_criterion(rule.requires))))


def _both(rule: Rule) -> Criterion:
    return simplify_all([_criterion(rule.applies), _criterion(rule.requires)])


def _criterion(value: Criterion | ByReading) -> Criterion:
    chosen: Criterion = pick(value, {})  # a rule that was read holds no reading any more
    return chosen


def _criteria(plan: Plan) -> Iterator[Criterion]:
    """Yield every criterion of a plan, under every reading."""
    for cited in plan.encoded():
        values = [*cited.own_values()]
        for dependent in by_readings_in(cited):
            values += dependent.options.values()
        yield from (value for value in values if isinstance(value, Criterion))


def _facts_read(criterion: Criterion) -> Iterator[tuple[Any, str]]:
    match criterion:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _facts_read(part)
        case Not(part):
            yield from _facts_read(part)
        case _:
            noun: Any = criterion.noun
            for step in criterion.path:
                if isinstance(step, str):
                    yield noun, step
                    kind = facts_declared(noun)[step].kind
                    noun = kind.noun if isinstance(kind, PartKind | ItemsKind) else noun
            if isinstance(criterion, Some | Every):
                yield from _facts_read(criterion.where)


def _day(when: date) -> Fraction:
    return Fraction(when.toordinal())


def _parts(bounds: Intervals, kind: Kind) -> str:
    return " ".join(_text(part, kind) for part in bounds.parts)


def _text(part: Interval, kind: Kind) -> str:
    """Write an interval: [ and ] include the bound, ( and ) do not."""
    low, high = _bound(part.low, kind), _bound(part.high, kind)
    return f"{'[' if part.low_in else '('}{low}, {high}{']' if part.high_in else ')'}"


def _bound(bound: Bound, kind: Kind) -> str:
    if bound == -INFINITY:
        return "-∞"
    if bound == INFINITY or (isinstance(kind, DayKind) and bound > date.max.toordinal()):
        return "∞"
    number = Fraction(bound)
    return str(date.fromordinal(int(number)) if isinstance(kind, DayKind) else tidy(number))
