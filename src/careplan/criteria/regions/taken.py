"""What a criterion allows, fact by fact: enough to see whether it can hold, and with what.

A criterion is taken apart into a space (see `spaces`). What cannot be bounded (sets, sums, time)
is a condition that only its denial excludes; so is what would make too many alternatives,
and therefore nothing is wrongly called empty.
"""

import math
from itertools import islice
from math import prod
from typing import assert_never

import attrs

import careplan.criteria.nodes as n
import careplan.criteria.regions.spaces as s
from careplan.base.frozenmap import frozen
from careplan.criteria.regions.bounds import values_of
from careplan.criteria.regions.elapsing import ways_to_pass
from careplan.criteria.regions.spans import Spans
from careplan.criteria.steps import paths_asked
from careplan.criteria.sums.ways import is_count, ways
from careplan.fields.paths import dotted


@frozen
class Taken:
    """Takes criteria apart, each node once, for as long as one check lasts.

    With `some_of_many`, alternatives that are too many are cut instead of left as a whole:
    what is found is then all true, but not all that is true is found.
    """

    some_of_many: bool = False
    _known: dict[tuple[int, bool], tuple[n.Criterion, s.Space]] = attrs.field(factory=dict)

    def space(self, criterion: n.Criterion, *, positive: bool = True) -> s.Space:
        """Return the space in which a criterion holds (or, denied, does not)."""
        known = self._known.get((id(criterion), positive))
        if known is None:  # the criterion is kept beside: its number is not given to another
            known = (criterion, self._space(criterion, positive=positive))
            self._known[id(criterion), positive] = known
        return known[1]

    def _space(self, node: n.Criterion, *, positive: bool) -> s.Space:
        match node:
            case n.Compare() | n.Among() | n.Has():
                return _of_leaf(node, positive=positive)
            case n.Not(part):
                return self.space(part, positive=not positive)
            case n.AllOf(parts) | n.AnyOf(parts):
                inner = [self.space(part, positive=positive) for part in parts]
                if isinstance(node, n.AllOf) is positive:
                    return s.together(inner, some_of_many=self.some_of_many)
                return self._either(node, inner, positive=positive)
            case n.Some() | n.Every():
                # "Some item is so" and "not every item is otherwise" both need such an item.
                where = self.space(node.where, positive=positive)
                needs_item = isinstance(node, n.Some) is positive
                asked = (
                    s.Asked((where,), s.EVERYTHING, self.some_of_many)
                    if needs_item
                    else s.Asked((), where, self.some_of_many)
                )
                if asked.is_impossible():
                    return s.NEVER
                name, whole = dotted(node.path), _untaken(node, positive=positive)
                return _of_one(name, attrs.evolve(whole, asked={name: asked}))
            case n.Linear():
                if self.some_of_many:
                    return self._some_ways(node, positive=positive)
                return _of_several(node, positive=positive)
            case n.Elapsed():
                return self._of_elapsed(node, positive=positive)
            case _:
                assert_never(node)

    def _of_elapsed(self, node: n.Elapsed, *, positive: bool) -> s.Space:
        """Leave elapsed time as a whole; of some of many, bound its days one by one."""
        if self.some_of_many:
            inner = [self.space(way) for way in ways_to_pass(node, positive=positive)]
            return self._either(node, inner, positive=positive)
        return _of_several(node, positive=positive)

    def _some_ways(self, node: n.Linear, *, positive: bool) -> s.Space:
        """Return the space of some ways in which a sum comes out so, each fact by itself."""
        if positive and is_count(node):
            [(_, term)] = node.terms
            where = self.space(term.where)
            if where.is_empty():
                return s.NEVER
            name = dotted(term.over)
            asked = s.Asked((where,) * math.ceil(node.bound), s.EVERYTHING, self.some_of_many)
            return _of_one(name, s.Region(asked={name: asked}))
        inner = [self.space(way) for way in ways(node, positive=positive)]
        return self._either(node, inner, positive=positive)

    def _either(self, node: n.Criterion, inner: list[s.Space], *, positive: bool) -> s.Space:
        """Join alternatives; each of them is one region or several."""
        possible = [one for one in inner if not one.is_empty()]
        if len(possible) < 2:  # noqa: PLR2004 - nothing to join
            return possible[0] if possible else s.NEVER
        names = tuple(dict.fromkeys(name for one in possible for name in one.factors))
        factors = [factor for one in possible for factor in one.each()]
        whole = _untaken(node, positive=positive)
        found = [region for one in possible for region in islice(one.regions(), s.MOST_REGIONS)]
        found = found if self.some_of_many else s.apart(s.merged(found))
        most = max(prod(len(factor.regions) for factor in one.each()) for one in possible)
        if cut := max(most, len(found)) > s.MOST_REGIONS:
            found = found[: s.MOST_REGIONS] if self.some_of_many else [whole]
        cut = cut or any(factor.cut for factor in factors)
        return s.Space(dict.fromkeys(names, s.Factor(names, tuple(found), whole, cut)))


def can_hold(criterion: n.Criterion) -> bool:
    """Say whether any facts could make a criterion true (never wrongly no)."""
    known: bool | None = getattr(criterion, "_possible", None)
    if known is None:
        known = not Taken().space(criterion).is_empty()
        object.__setattr__(criterion, "_possible", known)
    return known


def can_surely_hold(criterion: n.Criterion) -> bool:
    """Say whether facts are found that make a criterion true (never wrongly yes)."""
    return not Taken(some_of_many=True).space(criterion).is_empty()


def _untaken(criterion: n.Criterion, *, positive: bool) -> s.Region:
    """Leave a criterion as a whole: it bounds nothing, and only its denial excludes it."""
    if isinstance(criterion, n.Several):
        return s.Region(several=frozenset({(criterion, positive)}))
    one = frozenset({criterion})
    return s.Region(held=one) if positive else s.Region(denied=one)


def _of_several(node: n.Several, *, positive: bool) -> s.Space:
    """Leave a sum, or elapsed time, as a whole beside the bounds of its facts."""
    whole = _untaken(node, positive=positive)
    if s.shared(whole, s.Region()) is None:
        return s.NEVER
    names = tuple(dict.fromkeys(map(dotted, paths_asked(node))))
    return s.Space(dict.fromkeys(names, s.Factor(names, (whole,), whole)))


def _of_leaf(leaf: n.Leaf, *, positive: bool) -> s.Space:
    name, values = dotted(leaf.path), values_of(leaf, positive=positive)
    if values is None:
        return _of_one(name, _untaken(leaf, positive=positive))
    none = values.is_empty() if isinstance(values, Spans) else not values
    return s.NEVER if none else _of_one(name, s.Region({name: values}))


def _of_one(name: str, region: s.Region) -> s.Space:
    return s.Space({name: s.Factor((name,), (region,), region)})
