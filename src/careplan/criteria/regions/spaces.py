"""Where facts may lie: spaces of factors that share no fact, each a few regions.

A region bounds every fact by itself. A conjunction of alternatives about different facts
adds up, factor by factor; only alternatives about the same facts multiply, and beyond
`MOST_REGIONS` they are left as a whole. What is asked of a collection is kept per item
asked for, because two items may differ.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice, product
from typing import Any

import attrs

from careplan.base.frozenmap import frozen
from careplan.criteria.nodes import Criterion, Several
from careplan.criteria.regions.bounds import Values, any_of, union
from careplan.criteria.regions.elapsing import can_pass
from careplan.criteria.regions.spans import ALL, NOTHING, Spans
from careplan.criteria.regions.sums import can_come_out

# Alternatives about the same facts multiply; what would make more than these is not taken apart.
MOST_REGIONS = 128
# Pairs of regions that are tried to find those: most may exclude each other.
MOST_TRIED = 16 * MOST_REGIONS
# Ways carried on where some are enough: the first one serves, mostly.
MOST_WAYS = 16
# So many regions are compared with each other, to drop those that lie in another.
_FEW = 48
OF_ITEM = "[*]."  # between a collection and a fact of its items: rooms[*].area_m2


@frozen
class Asked:
    """What is asked of a collection: an item in each space of `needed`, any item in `of_all`.

    Each space of `needed` lies in `of_all`: it is narrowed as more is asked.
    """

    needed: "tuple[Space, ...]"
    of_all: "Space"
    some_of_many: bool = False

    def __and__(self, other: "Asked") -> "Asked":
        mine, others = self._within(other.of_all), other._within(self.of_all)
        # Two that are alike are two items: as many as either asks for.
        left = list(mine) if others else []
        added = [one for one in others if not _taken_from(left, one)]
        both = together([self.of_all, other.of_all], some_of_many=self.some_of_many)
        return Asked((*mine, *added), both, self.some_of_many)

    def _within(self, of_all: "Space") -> "tuple[Space, ...]":
        if not of_all.factors and not of_all.impossible:
            return self.needed
        narrowed = (together([one, of_all], some_of_many=self.some_of_many) for one in self.needed)
        return tuple(narrowed)

    @property
    def items(self) -> "tuple[Space, ...]":
        """The space of each item needed; of any item, if none is needed."""
        return self.needed or (self.of_all,)

    def is_impossible(self) -> bool:
        """Say whether an item is needed that cannot be."""
        return any(one.is_empty() for one in self.needed)

    def is_loose(self) -> bool:
        """Say whether something asked of an item was not taken apart."""
        return any(one.is_loose for one in (*self.needed, self.of_all))

    def is_cut(self) -> bool:
        """Say whether there were too many alternatives for an item to take apart."""
        return any(one.is_cut for one in (*self.needed, self.of_all))


@frozen
class Region:
    """Values allowed per fact, what is asked of collections, and conditions that (do not) hold."""

    values: Mapping[str, Values] = attrs.field(factory=dict)
    asked: Mapping[str, Asked] = attrs.field(factory=dict)
    held: frozenset[Criterion] = frozenset()
    denied: frozenset[Criterion] = frozenset()
    # Sums and periods: the bounds of their facts may exclude them. Each with its truth.
    several: frozenset[tuple[Several, bool]] = frozenset()

    def allowed(self, fact: str) -> Spans:
        """Return the numbers a fact may have; for facts of items, as far as items are bound."""
        name, _, inner = fact.partition(OF_ITEM)
        if name in self.asked:
            bounds = [item.allowed(inner) for item in self.asked[name].items]
            return union(one for one in bounds if one != ALL) if set(bounds) != {ALL} else ALL
        values = self.values.get(fact, ALL)
        return values if isinstance(values, Spans) else ALL

    def bounded(self, name: str) -> Iterator[str]:
        """Yield the fact of this name, or facts of items of the collection, bounded by numbers."""
        if isinstance(self.values.get(name), Spans):
            yield name
        for item in self.asked[name].items if name in self.asked else ():
            yield from (f"{name}{OF_ITEM}{fact}" for fact in item.bounded_facts())

    def lies_in(self, other: "Region") -> bool:
        """Say whether the region is a part of another, as far as that is seen at a glance."""
        return (
            other.held <= self.held
            and other.denied <= self.denied
            and other.several <= self.several
            and all(self.asked.get(name) == asked for name, asked in other.asked.items())
            and all(_inside(self.values.get(name), one) for name, one in other.values.items())
        )


@frozen
class Factor:
    """The regions that the facts named may lie in, and what is left where they are too many."""

    names: tuple[str, ...]
    regions: tuple[Region, ...]
    whole: Region
    cut: bool = False

    @cached_property
    def is_loose(self) -> bool:
        """Whether a region, or what is asked of an item in it, is larger than it should be."""
        asked = (asked for region in self.regions for asked in region.asked.values())
        return (
            self.cut
            or any(region.several for region in self.regions)
            or any(one.is_loose() for one in asked)
        )

    @cached_property
    def is_cut(self) -> bool:
        """Whether there were too many alternatives, here or for an item, to take apart."""
        asked = (asked for region in self.regions for asked in region.asked.values())
        return self.cut or any(one.is_cut() for one in asked)


@frozen
class Space:
    """What a criterion allows: a factor for each fact or collection, in the order read."""

    factors: Mapping[str, Factor] = attrs.field(factory=dict)
    impossible: bool = False

    def is_empty(self) -> bool:
        """Say whether nothing lies in the space; where it is loose, never wrongly yes."""
        return self.impossible

    def each(self) -> tuple[Factor, ...]:
        """Return every factor once, in order."""
        return tuple({id(factor): factor for factor in self.factors.values()}.values())

    @cached_property
    def is_loose(self) -> bool:
        """Whether the space is larger than it should be.

        It was cut, or what is of several facts at once, as a sum is, bounds none of them.
        """
        return any(factor.is_loose for factor in self.each())

    @cached_property
    def is_cut(self) -> bool:
        """Whether there were too many alternatives to take apart."""
        return any(factor.is_cut for factor in self.each())

    def is_loose_about(self, fact: str) -> bool:
        """Say whether a fact may have more numbers than it should, because of that."""
        factor = self.factors.get(fact.partition(OF_ITEM)[0])
        return factor is not None and factor.is_loose

    def allowed(self, fact: str) -> Spans:
        """Return the numbers a fact may have; everything if one alternative leaves it open."""
        if self.impossible:
            return NOTHING
        factor = self.factors.get(fact.partition(OF_ITEM)[0])
        return ALL if factor is None else union(one.allowed(fact) for one in factor.regions)

    def bounded_facts(self) -> Iterator[str]:
        """Yield the facts that some alternative bounds by numbers, each once."""
        for name, factor in self.factors.items():
            yield from dict.fromkeys(fact for one in factor.regions for fact in one.bounded(name))

    def regions(self) -> Iterator[Region]:
        """Yield the alternatives of all factors together: as many as their numbers multiplied."""
        for chosen in product(*(factor.regions for factor in self.each())):
            yield _beside(chosen)


EVERYTHING = Space()
NEVER = Space(impossible=True)


def together(spaces: Sequence[Space], *, some_of_many: bool = False) -> Space:
    """Return what lies in all spaces: factors that share a fact are joined, others stand."""
    if any(one.is_empty() for one in spaces):
        return NEVER
    spaces = [one for one in spaces if one.factors]
    if len(spaces) < 2:  # noqa: PLR2004 - nothing to join
        return spaces[0] if spaces else EVERYTHING
    joined: dict[int, Factor] = {}
    linked = _linked(factor for one in spaces for factor in one.each())
    for group in linked.values():
        if id(group) not in joined:
            one = group[0] if len(group) == 1 else _product(group, some_of_many=some_of_many)
            if not one.regions:
                return NEVER
            joined[id(group)] = one
    return Space({name: joined[id(group)] for name, group in linked.items()})


def _linked(factors: Iterable[Factor]) -> dict[str, list[Factor]]:
    """Return for each name the factors that are joined to it, by a fact they share or others do."""
    groups: dict[str, list[Factor]] = {}
    for factor in factors:
        met = {id(groups[name]): groups[name] for name in factor.names if name in groups}
        largest = max(met.values(), key=len, default=[])
        for group in met.values():
            if group is not largest:
                largest += group
                groups.update((name, largest) for one in group for name in one.names)
        largest.append(factor)
        groups.update((name, largest) for name in factor.names)
    return groups


def _product(group: list[Factor], *, some_of_many: bool) -> Factor:
    """Join factors; those that would make too many regions are left whole, or cut."""
    if all(len(one.regions) == 1 for one in group):
        return _joined(group, _sole_first(group), 1)
    if not some_of_many:
        return _joined(group, _sole_first(group), MOST_REGIONS)
    found = _joined(group, _in_order(group), MOST_WAYS, leave_whole=False)
    if found.regions or not found.cut:
        return found
    # Of those carried on none lasted: another one may.
    return _joined(group, _in_order(group), MOST_REGIONS, leave_whole=False)


def _joined(
    group: list[Factor], parts: Iterable[Factor], most: int, *, leave_whole: bool = True
) -> Factor:
    names = tuple(dict.fromkeys(name for one in group for name in one.names))
    cut = any(one.cut for one in group)
    first, *rest = parts
    joined = list(first.regions)
    for one in rest:
        kept, complete = _pairs(joined, one.regions, most)
        cut |= not complete
        if not complete and leave_whole:
            kept, _ = _pairs(joined, (one.whole,), most)
        joined = apart(kept) if leave_whole else kept
    whole = _shared([one.whole for one in group]) if len(joined) > 1 else None
    return Factor(names, tuple(joined), whole or Region(), cut)


def _sole_first(group: list[Factor]) -> Iterator[Factor]:
    """Yield what excludes most, and makes nothing more, before what multiplies."""
    sole = _shared([one.regions[0] for one in group if len(one.regions) == 1])
    yield Factor((), () if sole is None else (sole,), Region())
    yield from (one for one in group if len(one.regions) > 1)


def _in_order(group: list[Factor]) -> Iterator[Factor]:
    """Yield factors as they were read, without what the only ways of others exclude anyway."""
    sole = _shared([one.regions[0] for one in group if len(one.regions) == 1])
    for alone, run in groupby(group, key=lambda one: len(one.regions) == 1):
        if alone or sole is None:
            both = _shared([one.regions[0] for one in run]) if sole is not None else None
            yield Factor((), () if both is None else (both,), Region())
        else:
            for one in run:
                open_ways = [way for way in one.regions if shared(sole, way) is not None]
                yield attrs.evolve(one, regions=tuple(open_ways))


def _pairs(ones: list[Region], others: Sequence[Region], most: int) -> tuple[list[Region], bool]:
    """Return what one of the first and one of the others share, and whether that is all."""
    pairs = product(ones, others)
    met = (shared(*pair) for pair in islice(pairs, MOST_TRIED))
    kept = list(islice((both for both in met if both is not None), most + 1))
    complete = len(kept) <= most and next(pairs, None) is None
    return kept[:most], complete


def shared(one: Region, other: Region) -> Region | None:
    """Return what lies in two regions, or None if nothing does."""
    if not (one.held.isdisjoint(other.denied) and one.denied.isdisjoint(other.held)):
        return None
    values = dict(one.values)
    for name, value in other.values.items():
        mine: Any = values.get(name, value)  # of the same kind: of one fact
        both = mine & value
        if both in (NOTHING, _NONE):
            return None
        values[name] = both
    asked = dict(one.asked)
    for name, more in other.asked.items():
        asked[name] = asked[name] & more if name in asked else more
        if asked[name].is_impossible():
            return None
    several = one.several | other.several
    if several and not (can_come_out(several, values) and can_pass(several, values)):
        return None
    return Region(values, asked, one.held | other.held, one.denied | other.denied, several)


_NONE: frozenset[object] = frozenset()


def _shared(regions: list[Region]) -> Region | None:
    """Return what lies in all regions: halves first, so that no long one is met by each."""
    if len(regions) < 2:  # noqa: PLR2004 - nothing to halve
        return regions[0] if regions else Region()
    middle = len(regions) // 2
    halves = _shared(regions[:middle]), _shared(regions[middle:])
    return None if halves[0] is None or halves[1] is None else shared(*halves)  # type: ignore[arg-type]


def _taken_from(left: list[Space], one: Space) -> bool:
    """Take one out of a list, and say whether it was there."""
    if one in left:
        left.remove(one)
        return True
    return False


def _inside(values: Values | None, other: Any) -> bool:
    return values is not None and values & other == values


def _beside(chosen: Iterable[Region]) -> Region:
    """Join regions that share no fact."""
    values: dict[str, Values] = {}
    asked: dict[str, Asked] = {}
    held: set[Criterion] = set()
    denied: set[Criterion] = set()
    several: set[tuple[Several, bool]] = set()
    for one in chosen:
        values |= one.values
        asked |= one.asked
        held |= one.held
        denied |= one.denied
        several |= one.several
    return Region(values, asked, frozenset(held), frozenset(denied), frozenset(several))


def merged(regions: list[Region]) -> list[Region]:
    """Join the alternatives that bound one and the same fact and ask nothing else."""
    kept: dict[object, Region] = {}
    found: dict[str, list[Values]] = {}
    for one in regions:
        if len(one.values) == 1 and not (one.asked or one.held or one.denied or one.several):
            [(name, values)] = one.values.items()
            found.setdefault(name, []).append(values)
            kept.setdefault(name, one)
        else:
            kept[id(one)] = one
    for name, several in found.items():
        if len(several) > 1:
            kept[name] = Region({name: any_of(several)})
    return list(kept.values())


def apart(regions: list[Region]) -> list[Region]:
    """Drop the regions that lie in another; of many regions none is looked at."""
    if not 1 < len(regions) <= _FEW:
        return regions
    kept: list[Region] = []
    for one in regions:
        if not any(one.lies_in(other) for other in kept):
            kept = [other for other in kept if not other.lies_in(one)]
            kept.append(one)
    return kept
