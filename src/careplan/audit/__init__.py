"""Look for flaws in a plan, ours or a caller's: what is left out, at odds, or never used.

A flaw is not always a mistake of the encoding: some are in the document, and naming them
is the point. Bounds are compared by interval algebra over the regions of criteria, under
every reading; a criterion too large to take apart is never wrongly called empty.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from careplan.audit.at_odds import demands_at_odds
from careplan.audit.differences import Difference, find_differences
from careplan.audit.flaws import Flaw, Flaws, Severity, in_words
from careplan.audit.known import known_too_little
from careplan.audit.scales.grades import classes_at_odds
from careplan.audit.scales.ladders import ladders_at_odds
from careplan.audit.scales.ledgers import ledger_flaws
from careplan.audit.scales.sheets import sheet_flaws
from careplan.audit.times import never_in_force, stages_at_odds
from careplan.base.errors import check_type
from careplan.criteria.nodes import Criterion, Linear, Quantified, reads
from careplan.criteria.steps import paths_asked
from careplan.criteria.sums.ends import amount_path
from careplan.documents.authorities.offices import Office
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, by_readings_in, criteria_in
from careplan.fields.declaring import facts_declared
from careplan.fields.paths import ON, facts_on, parse_path
from careplan.nouns.bodies import AnyBody, Body, Party

__all__ = ["Difference", "Flaw", "Severity", "find_differences", "find_flaws"]


def find_flaws(plan: Plan) -> Flaws:
    """Return everything found wrong with, or left open by, a plan.

    Clauses are compared in pairs where both can apply and ask for facts in common: 5 000
    pairs at most, neighbours in the document first. Where these are not all, and where a
    criterion has too many alternatives to look at each, a note says so (`not_compared`,
    `not_taken_apart`). Raises InvalidInput for anything but a plan.

    >>> from careplan.plans import get_plan
    >>> flaws = find_flaws(get_plan("bda_2017"))
    >>> [flaw.clauses for flaw in flaws if flaw.code == "different_bounds"]
    [('a1.1.area', 'a4.1.care'), ('a4.1.hut', 'a4.1.care')]
    """
    check_type(plan, Plan, "plan")
    places = {clause.number: clause.locator for clause in plan.clauses}
    parts = (part for cited in plan.encoded() for part in cited.with_parts())
    places |= {part.id: part.clause.locator for part in parts}
    found = (
        attrs.evolve(flaw, locators=tuple(places.get(one, one) for one in flaw.clauses))
        for check in (
            _unencoded,
            known_too_little,
            _unused_offices,
            ledger_flaws,
            sheet_flaws,
            demands_at_odds,
            ladders_at_odds,
            classes_at_odds,
            stages_at_odds,
            never_in_force,
            _unused_options,
        )
        for flaw in check(plan)
    )
    return Flaws.of(plan, found)


def unread_facts(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return the facts, as Noun.fact, that no criterion of any of the plans reads.

    What counts the units of an amount is read as well.
    What is read of a noun made of another is read of the other.

    >>> unread_facts([])
    ()
    """
    read: set[tuple[Any, str]] = set()
    nouns: dict[Any, None] = {}
    for plan in plans:
        for cited in plan.encoded():
            for criterion in criteria_in(cited):
                found = dict.fromkeys(_facts_read(criterion))
                read.update((base, fact) for noun, fact in found for base in noun.__mro__)
                nouns |= dict.fromkeys(noun for noun, _ in found)
        read |= {pair for benefit in plan.benefits for pair in _units_read(benefit)}
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
    names: dict[AnyBody, list[str]] = {}
    for office in plan.offices.values():
        names.setdefault(office.body, []).append(office.name)
    for body in sorted(names.keys() - used, key=repr):
        yield Flaw(Severity.NOTE, "idle_body", (), ", ".join(names[body]))


def _bodies_in(value: object) -> Iterator[AnyBody]:
    match value:
        case AnyBody():
            yield value
        case Office(body=body):
            yield body
        case Party.INSTITUTION:
            yield Body.INSTITUTIONS
        case tuple():
            for inner in value:
                yield from _bodies_in(inner)


def _unused_options(plan: Plan) -> Iterator[Flaw]:
    used: set[tuple[str, str]] = set()
    differing: set[str] = set()  # interpretations whose options make any object another one
    for cited in plan.encoded():
        if cited.under is not None:
            used.add(cited.under)
            differing.add(cited.under[0])
        for dependent in by_readings_in(cited):
            used.update((dependent.interpretation, option) for option in dependent.options)
            if len(set(dependent.options.values())) > 1:
                differing.add(dependent.interpretation)
    for interpretation in plan.interpretations:
        unused = [o.id for o in interpretation.options if (interpretation.id, o.id) not in used]
        question = interpretation.question
        for option in interpretation.options:
            if option.id in unused:
                detail = f"{interpretation.id}={option.id}"
                said = in_words("flaw.option", question=question, option=option.text)
                clauses = interpretation.clauses
                yield Flaw(Severity.WARNING, "unused_option", clauses, detail, words=said)
        if not unused and interpretation.id not in differing:
            clauses = interpretation.clauses
            detail = interpretation.id
            yield Flaw(Severity.WARNING, "idle_reading", clauses, detail, words=question)


def _units_read(benefit: Benefit) -> Iterator[tuple[Any, str]]:
    noun = benefit.noun()
    if benefit.units is not None and noun is not None:  # what has units is of a noun
        read = facts_on(noun, parse_path(noun, benefit.units))
        yield from ((owner, name) for owner, name, _ in read)


def _facts_read(criterion: Criterion) -> Iterator[tuple[Any, str]]:
    for one in reads(criterion):
        if isinstance(one, Linear):
            for _, term in one.terms:
                read = facts_on(one.noun, amount_path(term) if term.amount else term.over)
                yield from ((owner, name) for owner, name, _ in read)
                yield from _facts_read(term.where)
            continue
        for path in paths_asked(one):
            read = facts_on(one.noun, () if path == ON else path)
            yield from ((owner, name) for owner, name, _ in read)
        if isinstance(one, Quantified):
            yield from _facts_read(one.where)
