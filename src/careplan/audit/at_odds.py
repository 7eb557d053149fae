"""Whether clauses get in each other's way: can each apply and be met, and do any two differ.

Demands are compared under the default readings, and under every other option as far as they
depend on it. Two are compared only where both can apply and they ask for facts in common;
of very many such pairs the nearest to each other in the document, and that is said. Of what
was not taken apart nothing is said but that.
"""

from collections.abc import Iterator
from itertools import accumulate
from math import prod
from typing import Any

from careplan.audit.demands import Demand, Option, demands_of
from careplan.audit.flaws import Flaw, Severity
from careplan.audit.items import of_one_item
from careplan.audit.meeting import meetings
from careplan.audit.tiers import Tiers, bounds_text, written
from careplan.criteria.nodes import Criterion, all_of
from careplan.criteria.regions.bounds import Values, any_of, kind_of, natural
from careplan.criteria.regions.spaces import MOST_TRIED, Space, together
from careplan.criteria.regions.spans import ALL
from careplan.criteria.regions.taken import Taken, can_surely_hold
from careplan.documents.encoded import pick
from careplan.documents.periods import Validity
from careplan.documents.plan import Plan

# Pairs of demands compared in one plan, under all readings together: so many of which each
# demand is one region. Where alternatives meet alternatives a pair counts for several.
MOST_PAIRS = 5_000
_REGIONS_OF_A_PAIR = 16


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
    taken = Taken()
    by_option: dict[Option, list[Demand]] = {}
    for demand in demands_of(plan, taken):
        by_option.setdefault(demand.option, []).append(demand)
    pairs, left = _pairs([one for several in by_option.values() for one in several])
    tiers = Tiers.of(by_option.get(None, []))
    closed = _closed_benefits(plan, taken)
    for option in _options(plan):
        touched = by_option.get(option, [])
        yield from (flaw for one in touched for flaw in _by_itself(one))
        yield from (flaw for pair in pairs.get(option, ()) for flaw in _compared(*pair))
        if option is None:
            yield from tiers.gaps()
        elif touched:
            yield from tiers.under(option[0], Tiers.of(touched)).gaps()
        yield from closed.get(option, ())
    if left is not None:
        yield Flaw(Severity.NOTE, "not_compared", (), str(left))


def _options(plan: Plan) -> Iterator[Option]:
    """Yield the default readings, and every other option of each interpretation."""
    yield None
    for interpretation in plan.interpretations:
        yield from ((interpretation.id, option.id) for option in interpretation.options[1:])


def _by_itself(one: Demand) -> Iterator[Flaw]:
    both = together([one.applies, one.requires])
    if one.applies.is_empty():
        yield Flaw(Severity.ERROR, "never_applies", (one.id,))
    elif both.is_empty():
        yield Flaw(Severity.ERROR, "never_met", (one.id,))
    elif not _is_sure(both, *one.asked):
        yield Flaw(Severity.NOTE, "not_taken_apart", (one.id,))


def _is_sure(space: Space, *criteria: Criterion) -> bool:
    """Say whether a space that is not empty was taken apart, or is known to hold a subject.

    A sum bounds none of its facts by itself; then some that make it so are looked for.
    """
    return not space.is_loose or (not space.is_cut and can_surely_hold(all_of(*criteria)))


def _closed_benefits(plan: Plan, taken: Taken) -> dict[Option, list[Flaw]]:
    """Return what is wrong with benefits, by the option beside the defaults."""
    defaults = plan.read_as()
    others = {i.id: [option.id for option in i.options[1:]] for i in plan.interpretations}
    found: dict[Option, list[Flaw]] = {}
    for benefit in plan.benefits:
        own = {name: defaults[name] for name in benefit.interpretations()}
        for option in (None, *((name, other) for name in sorted(own) for other in others[name])):
            read = own if option is None else {**own, option[0]: option[1]}
            if not benefit.holds_under(read):
                continue
            space = taken.space(pick(benefit.condition, read))
            if space.is_empty():
                flaw = Flaw(Severity.ERROR, "never_open", (benefit.id,))
                found.setdefault(option, []).append(flaw)
            elif not _is_sure(space, pick(benefit.condition, read)):
                flaw = Flaw(Severity.NOTE, "not_taken_apart", (benefit.id,))
                found.setdefault(option, []).append(flaw)
    return found


# --- which demands are compared --------------------------------------------------------------

Pairs = dict[Option, list[tuple[Demand, Demand]]]


def _pairs(demands: list[Demand]) -> tuple[Pairs, int | None]:
    """Return the pairs to compare, by option, and their number if these are not all."""
    groups: dict[tuple[Any, str], list[int]] = {}
    demands = sorted(demands, key=lambda one: one.place)
    for number, demand in enumerate(demands):
        for name in _spoken_of(demand) if demand.noun is not None else ():
            groups.setdefault((demand.noun, name), []).append(number)
    differing = (group for group in groups.values() if len({demands[n].wording for n in group}) > 1)
    met = meetings(list(differing), [_bounds(one) for one in demands])
    found = ((demands[one], demands[other]) for one, other in met.pairs)
    asked = [pair for pair in found if _differ(*pair) and _read_together(*pair)]
    # Neighbours in the document first, for where clauses differ they mostly stand together.
    asked.sort(key=lambda pair: (pair[1].place - pair[0].place, pair[0].place))
    spent = accumulate(_effort(*pair) for pair in asked)
    compared = sum(1 for so_far in spent if so_far <= MOST_PAIRS)
    pairs: Pairs = {}
    for one, other in sorted(asked[:compared], key=lambda pair: (pair[0].place, pair[1].place)):
        pairs.setdefault(one.option or other.option, []).append((one, other))
    left = None if met.complete and compared == len(asked) else compared
    return pairs, left


def _effort(one: Demand, other: Demand) -> int:
    """Return for how many pairs a pair counts: alternatives of both are tried with each other."""
    tried = _alternatives(one) * _alternatives(other)
    return 1 + min(tried, MOST_TRIED) // _REGIONS_OF_A_PAIR


def _alternatives(demand: Demand) -> int:
    spaces = (demand.applies, demand.requires)
    return prod(max((len(f.regions) for f in one.each()), default=1) for one in spaces)


def _spoken_of(demand: Demand) -> Iterator[str]:
    """Yield what the demand may narrow: what it asks for, and what that may decide of its subjects.

    Where subjects are one region, each of their facts is independent of the others.
    """
    facts = dict.fromkeys(demand.requires.factors)
    for factor in demand.applies.each():
        if len(factor.regions) > 1:
            facts |= dict.fromkeys(factor.names)
    yield from facts


def _bounds(demand: Demand) -> dict[str, Values]:
    """Return the values of each fact that all alternatives of the subjects bound."""
    bounds: dict[str, Values] = {}
    for factor in demand.applies.each():
        for name in factor.names:
            found = [one.values.get(name) for one in factor.regions]
            known = [one for one in found if one is not None]
            if len(known) == len(found):
                bounds[name] = any_of(known)
    return bounds


def _differ(one: Demand, other: Demand) -> bool:
    """Say whether two demands ask for different things, at a time when both may be in force."""
    if one.id == other.id or one.wording == other.wording:
        return False
    # What has no time of its own is in force whenever the document is.
    ever = (Validity(),)
    return all(held.meets(beside) for held in one.within or ever for beside in other.within or ever)


def _read_together(one: Demand, other: Demand) -> bool:
    """Say whether two demands stand under one and the same choice of readings."""
    if one.option is None or other.option is None:
        option = one.option or other.option
        default = one if one.option is None else other
        return option is None or option[0] not in default.depends_on
    return one.option == other.option


# --- how two demands compare -----------------------------------------------------------------


def _compared(one: Demand, other: Demand) -> Iterator[Flaw]:
    """Find different bounds of one fact, or demands that exclude each other, where both apply."""
    applies = together([one.applies, other.applies])
    if applies.is_empty():
        return
    first, second = (together([applies, demand.requires]) for demand in (one, other))
    if first.is_empty() or second.is_empty():
        return
    both, ids = together([first, other.requires]), (one.id, other.id)
    if both.is_empty() and _is_sure(applies, one.asked[0], other.asked[0]):
        yield Flaw(Severity.ERROR, "contradictory", ids)
    elif not _is_checked(one, other, (first, second, both)):
        yield Flaw(Severity.NOTE, "not_taken_apart", ids)
    for fact in dict.fromkeys((*first.bounded_facts(), *second.bounded_facts())):
        kind = kind_of(one.noun, fact)
        bounds = [found.allowed(fact) for found in (first, second)]
        asks_nothing = (ALL, natural(kind), applies.allowed(fact))
        loose = any(found.is_loose_about(fact) for found in (applies, first, second))
        if (
            bounds[0] != bounds[1]
            and not loose
            and not any(bound in asks_nothing for bound in bounds)
            and of_one_item(first, second, fact)
        ):
            detail = f"{fact}: {written(bounds[0], kind)} / {written(bounds[1], kind)}"
            said = bounds_text(one.noun, fact, *bounds)
            yield Flaw(Severity.WARNING, "different_bounds", ids, detail, words=said)
            yield from _overlap(one, other)


def _is_checked(one: Demand, other: Demand, found: tuple[Space, Space, Space]) -> bool:
    """Say whether two demands were compared whole, or one of them was said not to be already."""
    if any(space.is_cut for space in (one.applies, one.requires, other.applies, other.requires)):
        return True
    if found[-1].is_empty() or any(space.is_cut for space in found):
        return False
    return _is_sure(found[-1], *one.asked, *other.asked)


def _overlap(one: Demand, other: Demand) -> Iterator[Flaw]:
    """Find tiers that share a part of their range without sharing all of it."""
    for fact in one.applies.bounded_facts():
        kind = kind_of(one.noun, fact)
        tiers = [demand.applies.allowed(fact) for demand in (one, other)]
        shared = tiers[0] & tiers[1]
        unbounded = any(tier in (ALL, natural(kind)) for tier in tiers)
        if not unbounded and tiers[0] != tiers[1] and not shared.is_empty():
            detail, said = f"{fact} {written(shared, kind)}", bounds_text(one.noun, fact, shared)
            yield Flaw(Severity.WARNING, "overlap", (one.id, other.id), detail, words=said)
