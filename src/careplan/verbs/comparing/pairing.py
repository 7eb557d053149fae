"""Which items of two lists are the same thing: equal ones first, then those most alike."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import product

import attrs

from careplan.fields.declaring import Noun, facts_declared

# Of more pairs than these the items are taken in their order: each pair is looked at.
MOST_COMPARED = 2_500


@attrs.frozen
class Pairing:
    """The places of items in two lists: of those that are the same thing, and of those alone."""

    both: tuple[tuple[int, int], ...]
    only_a: tuple[int, ...] = ()
    only_b: tuple[int, ...] = ()


def paired(a: Sequence[Noun], b: Sequence[Noun]) -> Pairing:
    """Return which items of two lists stand for each other, in the order of the first.

    Whichever list comes first, the pairs are the same: equal items, those at the same place
    before others; then those of which the most facts are stated alike, of these those of which
    the fewest are stated differently, then the nearest.

    >>> from careplan.nouns.facilities import Room
    >>> small, large = Room(area_m2=8), Room(area_m2=12)
    >>> paired([small, large], [large, Room(area_m2=8, clean=True)])
    Pairing(both=((0, 1), (1, 0)), only_a=(), only_b=())
    >>> paired([small], []).only_a
    (0,)
    """
    found = {place: place for place in range(min(len(a), len(b))) if a[place] == b[place]}
    found |= _equal(_left(a, found), _left(b, found.values()))
    left_a, left_b = _left(a, found), _left(b, found.values())
    few = len(left_a) * len(left_b) <= MOST_COMPARED
    found |= _most_alike(left_a, left_b) if few else dict(zip(left_a, left_b, strict=False))
    both = tuple(sorted(found.items()))
    return Pairing(both, tuple(_left(a, found)), tuple(_left(b, found.values())))


def _left(items: Sequence[Noun], taken: Iterable[int]) -> dict[int, Noun]:
    gone = set(taken)
    return {place: item for place, item in enumerate(items) if place not in gone}


def _equal(a: dict[int, Noun], b: dict[int, Noun]) -> dict[int, int]:
    """Pair equal items, the first with the first."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place in reversed(b):
        places[b[place]].append(place)
    return {place: places[item].pop() for place, item in a.items() if places.get(item)}


def _most_alike(a: dict[int, Noun], b: dict[int, Noun]) -> dict[int, int]:
    """Pair what is left, the most alike first; of two that are, the nearest and the earliest."""
    found: dict[int, int] = {}
    gone: set[int] = set()
    ranked = sorted((*_unlike(a[i], b[j]), abs(i - j), min(i, j), i, j) for i, j in product(a, b))
    for *_, i, j in ranked:
        if i not in found and j not in gone:
            found[i] = j
            gone.add(j)
    return found


def _unlike(one: Noun, other: Noun) -> tuple[int, int]:
    """Return how many facts are stated alike, below zero, and how many are stated differently."""
    shared = facts_declared(type(one)).keys() & facts_declared(type(other)).keys()
    pairs = [(getattr(one, name), getattr(other, name)) for name in shared]
    stated = [(x, y) for x, y in pairs if x is not None and y is not None]
    alike = sum(x == y for x, y in stated)
    return -alike, len(stated) - alike
