"""Which of many demands can meet: pairs found by where they apply, without trying all pairs.

Demands are divided by one fact at a time (a number below and from a bound, one member of a
choice and the others): what lies on different sides cannot meet. What lies on both sides is
paired with all. So n demands that never meet cost n log n steps.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import attrs

from careplan.criteria.regions.bounds import Values
from careplan.criteria.regions.spans import Bound, Spans

# Pairs looked at before the rest is left: those nearest to each other in the document come first.
MOST_LOOKS = 20_000

Bounds = Mapping[str, Values]  # by fact: where a demand applies, at most
Pair = tuple[int, int]


@attrs.frozen
class Meetings:
    """Pairs of numbers that can meet, the lower number first, and whether these are all."""

    pairs: frozenset[Pair]
    complete: bool


def meetings(groups: Sequence[Sequence[int]], bounds: Sequence[Bounds]) -> Meetings:
    """Return the pairs within each group whose bounds have something in common."""
    looks = [look for group in groups for look in _divided(list(group), bounds)]
    looks.sort(key=_size)  # what is small is looked at whole, whatever is large beside it
    every = (pair for one, other in looks for pair in _nearest_first(one, other))
    found = {pair for pair in islice(every, MOST_LOOKS) if _meet(*(bounds[n] for n in pair))}
    return Meetings(frozenset(found), complete=next(every, None) is None)


Look = tuple[list[int], list[int]]  # each of the first with each of the second


def _size(look: Look) -> int:
    return len(look[0]) * len(look[1])


def _divided(group: list[int], bounds: Sequence[Bounds]) -> Iterator[Look]:
    """Yield what has to be looked at pair by pair."""
    open_groups = [group]
    while open_groups:
        group = open_groups.pop()
        low, high = _best_division(group, bounds)
        if not low:
            yield group, group
            continue
        apart = {*low, *high}
        both = [one for one in group if one not in apart]
        if both:
            yield both, group
        open_groups += [side for side in (low, high) if len(side) > 1]


def _best_division(group: list[int], bounds: Sequence[Bounds]) -> tuple[list[int], list[int]]:
    """Return the two sides that leave the fewest pairs; empty where nothing divides."""
    by_fact: dict[str, list[tuple[int, Values]]] = {}
    for one in group:
        for name, values in bounds[one].items():
            by_fact.setdefault(name, []).append((one, values))
    divisions = [_sides(bound) for bound in by_fact.values()]
    return max(divisions, key=_size, default=([], []))


def _sides(bound: list[tuple[int, Values]]) -> Look:
    numbers = [(one, values) for one, values in bound if isinstance(values, Spans)]
    if numbers:
        return _about_the_middle(numbers)
    # What is any text but some belongs to no side.
    chosen = [(one, values) for one, values in bound if isinstance(values, frozenset)]
    sole = Counter(str(*members) for _, members in chosen if len(members) == 1)
    if not sole:
        return [], []
    # Half of the members from the others, or the one that most name alone from all others.
    names = sorted(sole)
    halves = frozenset(names[: len(names) // 2]), frozenset([max(names, key=sole.__getitem__)])
    return max((_by_members(chosen, side) for side in halves), key=_size)


def _by_members(chosen: list[tuple[int, frozenset[Any]]], side: frozenset[str]) -> Look:
    named = [(one, frozenset(map(str, members))) for one, members in chosen]
    return (
        [one for one, members in named if members <= side],
        [one for one, members in named if members.isdisjoint(side)],
    )


def _about_the_middle(numbers: list[tuple[int, Spans]]) -> Look:
    """Divide at the middle of the lower ends; what reaches over it belongs to neither side."""
    starts = sorted({values.parts[0].low for _, values in numbers})
    middle = starts[len(starts) // 2]
    return (
        [one for one, values in numbers if _ends_before(values, middle)],
        [one for one, values in numbers if values.parts[0].low >= middle],
    )


def _ends_before(values: Spans, bound: Bound) -> bool:
    last = values.parts[-1]
    return last.high < bound or (last.high == bound and not last.high_in)


def _nearest_first(ones: list[int], others: list[int]) -> Iterator[Pair]:
    """Yield each pair once, by the distance of the others' places from the ones'."""
    place, inside = {number: index for index, number in enumerate(others)}, frozenset(ones)
    for distance in range(1, len(others)):
        for one in ones:
            before, after = place[one] - distance, place[one] + distance
            if after < len(others):
                yield one, others[after]
            if before >= 0 and others[before] not in inside:
                yield others[before], one


def _meet(one: Bounds, other: Bounds) -> bool:
    return all(_share(values, other[name]) for name, values in one.items() if name in other)


def _share(one: Any, other: Any) -> bool:
    both = one & other
    return not both.is_empty() if isinstance(both, Spans) else bool(both)
