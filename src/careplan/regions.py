"""What a criterion allows, fact by fact: enough to see whether it can hold, and with what.

A criterion is taken apart into regions, alternatives each of which bounds every fact by
itself. What is asked of a collection is kept per item asked for, because two items may
differ; what cannot be bounded (texts, sets) is a condition that only its denial excludes.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import islice, product
from typing import Any, TypeVar, assert_never

import attrs

from careplan.exact import ratio
from careplan.frozenmap import FrozenMap
from careplan.intervals import ALL, INFINITY, Interval, Intervals
from careplan.kinds import (
    ChoiceKind,
    CountKind,
    DayKind,
    FlagKind,
    Kind,
    NumberKind,
    members,
)
from careplan.nodes import (
    AllOf,
    Among,
    AnyOf,
    Compare,
    Criterion,
    Every,
    Has,
    Leaf,
    Not,
    Op,
    Some,
    dotted,
)
from careplan.paths import kind_at, parse_path

_T = TypeVar("_T")
Values = Intervals | frozenset[Any]
# Alternatives multiply; a part that would make more than these is not taken apart.
MOST_REGIONS = 512
_OF_ITEM = "[*]."  # between a collection and a fact of its items: rooms[*].area_m2


@attrs.frozen
class Asked:
    """What is asked of a collection: some item for each of `needed`, and `of_all` of any item."""

    needed: tuple[Criterion, ...] = ()
    of_all: tuple[Criterion, ...] = ()

    def __and__(self, other: "Asked") -> "Asked":
        return Asked(
            tuple(dict.fromkeys((*self.needed, *other.needed))),
            tuple(dict.fromkeys((*self.of_all, *other.of_all))),
        )

    def items(self) -> Iterator[list["Region"]]:
        """Yield the regions of each item needed; of any item, if none is needed."""
        for one in self.needed or (AllOf(),):
            yield regions(AllOf((one, *self.of_all)))


@attrs.frozen
class Region:
    """Values allowed per fact, what is asked of collections, and conditions that (do not) hold."""

    values: Mapping[str, Values] = FrozenMap[str, Values]({})
    asked: Mapping[str, Asked] = FrozenMap[str, Asked]({})
    conditions: frozenset[tuple[Criterion, bool]] = frozenset()

    def __and__(self, other: "Region") -> "Region":
        return Region(
            _merged(self.values, other.values),
            _merged(self.asked, other.asked),
            self.conditions | other.conditions,
        )

    def is_empty(self) -> bool:
        """Say whether a fact has no value left, an item needed cannot be, or conditions clash."""
        return (
            any(
                values.is_empty() if isinstance(values, Intervals) else not values
                for values in self.values.values()
            )
            or any((condition, not held) in self.conditions for condition, held in self.conditions)
            or not all(all(asked.items()) for asked in self.asked.values() if asked.needed)
        )

    def bounded_facts(self) -> Iterator[str]:
        """Yield the facts bounded by numbers."""
        yield from (name for name, v in self.values.items() if isinstance(v, Intervals))
        for name, asked in self.asked.items():
            for item in asked.items():
                yield from (f"{name}{_OF_ITEM}{fact}" for fact in bounded_facts(item))

    def allowed(self, fact: str) -> Intervals:
        """Return the numbers a fact may have; for facts of items, as far as items are bound."""
        name, _, inner = fact.partition(_OF_ITEM)
        if name in self.asked:
            bounds = [allowed(item, inner) for item in self.asked[name].items()]
            return _union(one for one in bounds if one != ALL) if set(bounds) != {ALL} else ALL
        values = self.values.get(fact, ALL)
        return values if isinstance(values, Intervals) else ALL


def regions(criterion: Criterion, *, positive: bool = True) -> list[Region]:
    """Return the regions in which a criterion holds (or, denied, does not); none is empty."""
    match criterion:
        case Compare() | Among() | Has():
            return _if_any(_of_leaf(criterion, positive=positive))
        case Not(part):
            return regions(part, positive=not positive)
        case AllOf(parts) | AnyOf(parts):
            if isinstance(criterion, AllOf) is positive:
                return _joint(parts, positive=positive)
            found = [region for part in parts for region in regions(part, positive=positive)]
            return found if len(found) <= MOST_REGIONS else [_untaken(criterion, positive=positive)]
        case Some() | Every():
            return _if_any(_of_items(criterion, positive=positive))
        case _:
            assert_never(criterion)


def can_hold(criterion: Criterion) -> bool:
    """Say whether any facts could make a criterion true (never wrongly no)."""
    return bool(regions(criterion))


def allowed(found: list[Region], fact: str) -> Intervals:
    """Return the numbers a fact may have over all regions; everything if one leaves it open."""
    return _union(region.allowed(fact) for region in found)


def bounded_facts(found: list[Region]) -> Iterator[str]:
    """Yield the facts that some region bounds by numbers, each once."""
    yield from dict.fromkeys(fact for region in found for fact in region.bounded_facts())


def kind_of(noun: Any, fact: str) -> Kind:
    """Return the kind of a fact that is bounded by numbers, by its name."""
    if fact.endswith("]"):  # an entry of a table
        return CountKind()
    return kind_at(noun, parse_path(noun, fact.replace("[*]", "[0]")))


def natural(kind: Kind) -> Intervals:
    """Return the numbers a fact of this kind may have at all."""
    if isinstance(kind, NumberKind | CountKind):
        return Intervals.of([Interval(ratio(kind.minimum), INFINITY)])
    return _interval(Op.GE, date.min, whole=True) & _interval(Op.LE, date.max, whole=True)


def _joint(parts: tuple[Criterion, ...], *, positive: bool) -> list[Region]:
    joined = [Region()]
    for part in parts:
        both = (one & two for one, two in product(joined, regions(part, positive=positive)))
        kept = list(islice((one for one in both if not one.is_empty()), MOST_REGIONS + 1))
        if len(kept) > MOST_REGIONS:
            whole = _untaken(part, positive=positive)
            kept = [held for one in joined if not (held := one & whole).is_empty()]
        joined = kept
    return joined


def _untaken(criterion: Criterion, *, positive: bool) -> Region:
    """Leave a criterion as a whole: it bounds nothing, so nothing is wrongly called empty."""
    return Region(conditions=frozenset({(criterion, positive)}))


def _if_any(region: Region) -> list[Region]:
    return [] if region.is_empty() else [region]


def _of_items(node: Some | Every, *, positive: bool) -> Region:
    where: Criterion = node.where if positive else Not(node.where)
    # "Some item is so" and "not every item is otherwise" both need such an item.
    needs_item = isinstance(node, Some) is positive
    asked = Asked(needed=(where,)) if needs_item else Asked(of_all=(where,))
    return attrs.evolve(
        _untaken(node, positive=positive), asked=FrozenMap({dotted(node.path): asked})
    )


def _of_leaf(leaf: Leaf, *, positive: bool) -> Region:
    kind = kind_at(leaf.noun, leaf.path)
    values = _values(leaf, kind)
    if values is None:
        return _untaken(leaf, positive=positive)
    if isinstance(values, Intervals):
        values = (values if positive else ~values) & natural(kind)
    elif not positive:
        values = frozenset(members(kind)) - values
    return Region(FrozenMap({dotted(leaf.path): values}))


def _values(leaf: Leaf, kind: Kind) -> Values | None:
    whole = isinstance(kind, CountKind | DayKind)
    match leaf, kind:
        case Compare(op=op, value=value), NumberKind() | CountKind() | DayKind():
            return _interval(op, value, whole=whole)
        case Compare(op=op, value=value), FlagKind() | ChoiceKind():
            return frozenset(m for m in members(kind) if op.holds(m, value))
        case Among(values=values), NumberKind() | CountKind() | DayKind():
            return _union(_interval(Op.EQ, value, whole=whole) for value in values)
        case Among(values=values), FlagKind() | ChoiceKind():
            return values
        case _:
            return None


def _interval(op: Op, value: Any, *, whole: bool) -> Intervals:
    number = Fraction(value.toordinal()) if isinstance(value, date) else ratio(value)
    # A count or a day fills the numbers up to the next: above 99 is 100 and more, and
    # nothing lies between them.
    after = number + 1 if whole else number
    below = Interval(-INFINITY, number, high_in=False)
    point = Interval(number, after, high_in=not whole)
    above = Interval(after, INFINITY, low_in=whole)
    chosen = {
        Op.GE: (point, above),
        Op.GT: (above,),
        Op.LE: (below, point),
        Op.LT: (below,),
        Op.EQ: (point,),
        Op.NE: (below, above),
    }
    return Intervals.of(chosen[op])


def _union(sets: Iterable[Intervals]) -> Intervals:
    return Intervals.of(part for one in sets for part in one.parts)


def _merged(one: Mapping[str, _T], other: Mapping[str, _T]) -> Mapping[str, _T]:
    joined: dict[str, Any] = dict(one)
    for name, value in other.items():
        joined[name] = joined[name] & value if name in joined else value
    return FrozenMap(joined)
