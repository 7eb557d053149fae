"""Plans as large as a county's whole body of rules, for tests of what they cost."""

from collections.abc import Callable, Iterable
from itertools import cycle
from typing import Any

import careplan as cp
from careplan import writing as w

Half = tuple[Any, Any]  # what a rule applies to, and what it requires
TITLE = cp.Text(zh="甲", en="A.")
CATEGORIES = list(cp.VenueCategory)
venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)


def plan_of(halves: Iterable[Half], **parts: Any) -> cp.Plan:
    """Make a plan of one rule for each pair of halves."""
    pairs = list(halves)
    clauses = tuple(w.Clause(str(n), "一", w.Modality.MUST, TITLE) for n in range(len(pairs)))
    rules = tuple(
        w.Rule(clause=clause, applies=applies, requires=requires)
        for clause, (applies, requires) in zip(clauses, pairs, strict=True)
    )
    document = w.Document(title=TITLE, issuer=TITLE)
    return cp.Plan(id="large", document=document, clauses=clauses, rules=rules, **parts)


def own_room(n: int) -> Any:
    """Ask for a room of its own size."""
    return cp.some(venue.rooms, cp.all_of(room.independent, room.usable_area_m2 >= 5 + n))


def tier(n: int) -> Any:
    """Apply to areas from 10 n to 10 n + 10."""
    return cp.all_of(venue.building_area_m2 >= 10 * n, venue.building_area_m2 < 10 * (n + 1))


def tiers(size: int) -> cp.Plan:
    """Make rules for one category, areas apart: no two rules apply to one venue."""
    hospital = venue.category == CATEGORIES[0]
    return plan_of((hospital & tier(n), own_room(n)) for n in range(size))


def categories(size: int) -> cp.Plan:
    """Make tiers for each category."""
    return plan_of(
        (
            (venue.category == CATEGORIES[n % len(CATEGORIES)]) & tier(n // len(CATEGORIES)),
            own_room(n),
        )
        for n in range(size)
    )


def alike(size: int) -> cp.Plan:
    """Make rules that apply to large venues and ask for the same."""
    return plan_of((venue.building_area_m2 >= 10 * n, own_room(0)) for n in range(size))


def overlapping(size: int) -> cp.Plan:
    """Make rules that apply to large venues and each ask for their own: every pair differs."""
    return plan_of((venue.building_area_m2 >= 10 * n, own_room(n)) for n in range(size))


def read_in_many_ways(size: int) -> cp.Plan:
    """Make rules each with an interpretation of its own."""
    options = (w.Option("usable", TITLE), w.Option("gross", TITLE))
    readings = tuple(
        w.Interpretation(id=f"r{n}", clauses=(str(n),), question=TITLE, options=options)
        for n in range(size)
    )
    return plan_of(
        (
            (tier(n), w.ByReading(f"r{n}", {"usable": own_room(n), "gross": own_room(n + 1)}))
            for n in range(size)
        ),
        interpretations=readings,
    )


def of_one_fact(n: int) -> tuple[Any, ...]:
    """Return two alternatives about one fact."""
    return venue.building_area_m2 > 10 * n, venue.building_area_m2 == 10 * n + 1


def of_three_facts(n: int) -> tuple[Any, ...]:
    """Return alternatives about three facts, which all joins share."""
    return venue.daily_visitors > n, venue.building_area_m2 > n, venue.coach_station_grade <= 5 + n


def of_items(n: int) -> tuple[Any, ...]:
    """Return alternatives: an item so, all items so, or a number of the whole."""
    return (
        cp.some(venue.rooms, room.usable_area_m2 >= 5 + n),
        cp.every(venue.rooms, room.area_m2 >= 5 + n),
        venue.building_area_m2 < 1000 + n,
    )


def joined(size: int, alternatives: Callable[[int], tuple[Any, ...]]) -> cp.Plan:
    """Make a rule that asks for a conjunction of alternatives."""
    whole = cp.all_of(*(cp.any_of(*alternatives(n)) for n in range(size)))
    return plan_of([(cp.all_of(), whole)])


ALL = w.Clause("0", "一", w.Modality.MUST, TITLE)


def whole(**parts: Any) -> cp.Plan:
    """Make a plan of one clause that all stands in."""
    document = w.Document(title=TITLE, issuer=TITLE)
    return cp.Plan(id="large", document=document, clauses=(ALL,), **parts)


def rungs(size: int) -> cp.Plan:
    """Make a ladder of n rungs by area, each of which asks for a larger room."""
    made = (
        w.Rung(clause=ALL, part=str(n), applies=venue.building_area_m2 >= n, requires=own_room(n))
        for n in range(1, size + 1)
    )
    return whole(ladders=(w.Ladder(clause=ALL, rungs=tuple(made)),))


def banded(size: int) -> cp.Plan:
    """Make a sheet of n items, each for some rooms only, and n bands."""
    items = (
        w.SheetItem(clause=ALL, part=f"i{n}", key=f"i{n}", label=TITLE, max_points=2, applies=asked)
        for n, asked in zip(range(size), cycle((room.clean, room.independent)), strict=False)
    )
    bands = (
        w.Band(clause=ALL, part=f"b{n}", key=f"b{n}", label=TITLE, least=n) for n in range(size)
    )
    made = w.Scorecard(
        clause=ALL, key="s", title=TITLE, items=tuple(items), bands=tuple(bands), pass_mark=size
    )
    return whole(scorecards={"s": made})
