"""Which items of a sheet can apply together, and what sums over them can be.

An item for some subjects only may be in or out while a fact is not stated. Items that ask the
same are in or out together, and of items that ask for facts in common only those sets
count that facts can bring about.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import product

import attrs

from careplan.criteria.nodes import FALSE, TRUE, AllOf, Criterion, Not
from careplan.criteria.regions.taken import can_hold
from careplan.criteria.residuals import facts_of

MOST_TOGETHER = 6  # conditions that are looked at together: 64 sets; of more, each by itself
# What an item adds to a sum if it applies; None for one that must not apply.
Amount = int | Fraction
Worth = Callable[[int], Amount | None]
_NOTHING: frozenset[int] = frozenset()


@attrs.frozen
class Applying:
    """The items that surely apply, and groups of others, each with the sets of it that can.

    What one group does is settled by other facts than what another does.
    """

    always: tuple[int, ...]
    groups: tuple[tuple[frozenset[int], ...], ...]

    @classmethod
    def of(cls, conditions: Sequence[Criterion]) -> "Applying":
        """Return what can apply by what is left of each item's condition."""
        asked: dict[Criterion, set[int]] = {}
        always: list[int] = []
        for index, one in enumerate(conditions):
            if one == TRUE:
                always.append(index)
            elif one != FALSE:
                asked.setdefault(one, set()).add(index)
        groups = (sets for one in _sharing(asked) for sets in _sets(one, asked))
        return cls(tuple(always), tuple(groups))

    @property
    def none_can(self) -> bool:
        """Whether surely no item applies."""
        return not self.always and all(sets == (_NOTHING,) for sets in self.groups)

    @property
    def may_be_none(self) -> bool:
        """Whether it can be that no item applies."""
        return not self.always and all(_NOTHING in sets for sets in self.groups)

    @property
    def able(self) -> frozenset[int]:
        """The items that can apply."""
        return frozenset(self.always).union(*(one for sets in self.groups for one in sets))

    def most(self, worth: Worth) -> Amount | None:
        """Return the most that the items which apply can be worth together.

        Only where an item applies, if any can; None if no set of items can be.
        """
        total = _worth(self.always, worth)
        lost: list[Amount] = []  # what it costs a group that something of it applies
        for sets in self.groups:
            best = _best(sets, worth)
            if total is None or best is None:
                return None
            total += best
            filled = _best((one for one in sets if one), worth)
            lost += [] if filled is None else [best - filled]
        if self.always or total is None or self.none_can:
            return total
        return total - min(lost) if lost else None

    def most_with(self, worth: Callable[[int], Amount]) -> dict[int, Amount]:
        """Return the most for each item that can apply, where it does."""
        added = [{one: sum(map(worth, one), 0) for one in sets} for sets in self.groups]
        always = sum(map(worth, self.always), 0)
        together = always + sum((max(each.values()) for each in added), 0)
        found = dict.fromkeys(self.always, together)
        for each in added:
            others = together - max(each.values())
            for one, here in each.items():
                found |= {
                    index: max(others + here, found.get(index, others + here)) for index in one
                }
        return found

    def least(self, worth: Callable[[int], Amount]) -> Amount:
        """Return the least that the items which apply can be worth together."""
        found = self.most(lambda index: -worth(index))
        return 0 if found is None else -found


def _best(sets: Iterable[frozenset[int]], worth: Worth) -> Amount | None:
    found = (_worth(one, worth) for one in sets)
    return max((one for one in found if one is not None), default=None)


def _worth(indices: Iterable[int], worth: Worth) -> Amount | None:
    total: Amount = 0
    for index in indices:
        one = worth(index)
        if one is None:
            return None
        total += one
    return total


def _sharing(asked: Iterable[Criterion]) -> list[list[Criterion]]:
    """Return criteria in groups that ask for no fact in common."""
    groups: list[tuple[set[str], list[Criterion]]] = []
    for one in asked:
        reads = {path.partition(".")[0].partition("[")[0] for path in facts_of(one)}
        members = [one]
        for other in [group for group in groups if not reads.isdisjoint(group[0])]:
            groups.remove(other)
            reads, members = reads | other[0], [*other[1], *members]
        groups.append((reads, members))
    return [members for _, members in groups]


def _sets(
    members: Sequence[Criterion], asked: dict[Criterion, set[int]]
) -> list[tuple[frozenset[int], ...]]:
    """Return the sets of items that can apply by criteria that share facts: in one group, or each.

    Of too many each is taken by itself: what is then said is wider, and never wrong.
    """
    if len(members) > MOST_TOGETHER:
        return [sets for one in members for sets in _sets([one], asked)]
    found: dict[frozenset[int], None] = {}
    for truths in product((True, False), repeat=len(members)):
        pairs = list(zip(members, truths, strict=True))
        if can_hold(AllOf(tuple(one if true else Not(one) for one, true in pairs))):
            found[frozenset().union(*(asked[one] for one, true in pairs if true))] = None
    return [tuple(found)]
