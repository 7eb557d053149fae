"""What a criterion allows, fact by fact: enough to see whether it can hold, and with what.

A criterion is taken apart into a space (see `spaces`). What cannot be bounded (sets)
is a condition that only its denial excludes; so is what would make too many alternatives,
and therefore nothing is wrongly called empty.
"""

from itertools import islice
from math import prod
from typing import assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.criteria.regions.bounds import values_of
from careplan.criteria.regions.spaces import (
    EVERYTHING,
    MOST_REGIONS,
    NEVER,
    Asked,
    Factor,
    Region,
    Space,
    apart,
    merged,
    together,
)
from careplan.criteria.regions.spans import Spans
from careplan.fields.paths import dotted


@attrs.frozen
class Taken:
    """Takes criteria apart, each node once, for as long as one check lasts.

    With `some_of_many`, alternatives that are too many are cut instead of left as a whole:
    what is found is then all true, but not all that is true is found.
    """

    some_of_many: bool = False
    _known: dict[tuple[int, bool], tuple[n.Criterion, Space]] = attrs.field(factory=dict)

    def space(self, criterion: n.Criterion, *, positive: bool = True) -> Space:
        """Return the space in which a criterion holds (or, denied, does not)."""
        known = self._known.get((id(criterion), positive))
        if known is None:  # the criterion is kept beside: its number is not given to another
            known = (criterion, self._space(criterion, positive=positive))
            self._known[id(criterion), positive] = known
        return known[1]

    def _space(self, node: n.Criterion, *, positive: bool) -> Space:
        match node:
            case n.Compare() | n.Among() | n.Has():
                return _of_leaf(node, positive=positive)
            case n.Not(part):
                return self.space(part, positive=not positive)
            case n.AllOf(parts) | n.AnyOf(parts):
                inner = [self.space(part, positive=positive) for part in parts]
                if isinstance(node, n.AllOf) is positive:
                    return together(inner, some_of_many=self.some_of_many)
                return self._either(node, inner, positive=positive)
            case n.Some() | n.Every():
                # "Some item is so" and "not every item is otherwise" both need such an item.
                where = self.space(node.where, positive=positive)
                needs_item = isinstance(node, n.Some) is positive
                asked = (
                    Asked((where,), EVERYTHING, self.some_of_many)
                    if needs_item
                    else Asked((), where, self.some_of_many)
                )
                if asked.is_impossible():
                    return NEVER
                name, whole = dotted(node.path), _untaken(node, positive=positive)
                return _of_one(name, attrs.evolve(whole, asked={name: asked}))
            case _:
                assert_never(node)

    def _either(self, node: n.Criterion, inner: list[Space], *, positive: bool) -> Space:
        """Join alternatives; each of them is one region or several."""
        possible = [one for one in inner if not one.is_empty()]
        if len(possible) < 2:  # noqa: PLR2004 - nothing to join
            return possible[0] if possible else NEVER
        names = tuple(dict.fromkeys(name for one in possible for name in one.factors))
        factors = [factor for one in possible for factor in one.each()]
        whole = _untaken(node, positive=positive)
        found = [region for one in possible for region in islice(one.regions(), MOST_REGIONS)]
        found = found if self.some_of_many else apart(merged(found))
        most = max(prod(len(factor.regions) for factor in one.each()) for one in possible)
        if cut := max(most, len(found)) > MOST_REGIONS:
            found = found[:MOST_REGIONS] if self.some_of_many else [whole]
        cut = cut or any(factor.cut for factor in factors)
        return Space(dict.fromkeys(names, Factor(names, tuple(found), whole, cut)))


def can_hold(criterion: n.Criterion) -> bool:
    """Say whether any facts could make a criterion true (never wrongly no)."""
    return not Taken().space(criterion).is_empty()


def can_surely_hold(criterion: n.Criterion) -> bool:
    """Say whether facts are found that make a criterion true (never wrongly yes)."""
    return not Taken(some_of_many=True).space(criterion).is_empty()


def _untaken(criterion: n.Criterion, *, positive: bool) -> Region:
    """Leave a criterion as a whole: it bounds nothing, and only its denial excludes it."""
    one = frozenset({criterion})
    return Region(held=one) if positive else Region(denied=one)


def _of_leaf(leaf: n.Leaf, *, positive: bool) -> Space:
    name, values = dotted(leaf.path), values_of(leaf, positive=positive)
    if values is None:
        return _of_one(name, _untaken(leaf, positive=positive))
    none = values.is_empty() if isinstance(values, Spans) else not values
    return NEVER if none else _of_one(name, Region({name: values}))


def _of_one(name: str, region: Region) -> Space:
    return Space({name: Factor((name,), (region,), region)})
