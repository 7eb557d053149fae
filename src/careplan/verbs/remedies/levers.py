"""The smallest ways to make a criterion hold: facts a person can change, items they can add.

A lever is the path of a fact to set free, or that of an item that is not there yet: adding
it. Such an item is described by what is left to ask of it and never made, since its noun may
have facts that must be stated.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product
from typing import Any, assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.criteria.regions.taken import can_hold
from careplan.criteria.residuals import left_at
from careplan.criteria.steps import Facts, leaf_holds, paths_asked, stated
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import FactSpec, ItemsKind, TableKind
from careplan.fields.paths import ON, Path
from careplan.verbs.remedies.summing import SumWays

Lever = Path
# Levers that are pulled together.
Way = frozenset[Lever]
# Joining many alternatives multiplies them; only the smallest are carried on.
MOST_CARRIED = 64


def adds(way: Way) -> bool:
    """Say whether a way adds an item."""
    return any(map(is_added, way))


def is_added(lever: Lever) -> bool:
    """Say whether a lever is an item to add."""
    return isinstance(lever[-1], int)


def in_order(way: Way) -> list[Lever]:
    """Return levers in the order of their parts: the third item stands before the tenth."""
    return sorted(way, key=lambda path: [_place(step) for step in path])


def _place(step: str | int) -> tuple[bool, int, str]:
    # A key of a table is a member of an enum, which may have no order: its value has one.
    return (True, step, "") if isinstance(step, int) else (False, 0, str.__str__(step))


class Changed(Facts):
    """Reads the facts of a subject as it would be: some set free, items added.

    `pinned` says of criteria about items (each with the path of its collection) which item
    is to satisfy it.
    """

    def __init__(
        self,
        subject: Noun,
        way: Way,
        pinned: dict[tuple[int, Path], int] | None = None,
        on: date | None = None,
    ) -> None:
        """Read what `subject` states, changed in this way; `on` is the day asked."""
        super().__init__(subject, on)
        self.subject: Noun = subject
        self.free = frozenset(lever for lever in way if not is_added(lever))
        self.added: dict[Path, int] = {}
        for lever in way - self.free:
            self.added[lever[:-1]] = self.added.get(lever[:-1], 0) + 1
        self.pinned = pinned or {}

    def get(self, path: Path) -> Any:
        """Return the fact at a path; None if it is free, or of an item that is only to be."""
        if self.free:
            for end in range(1, len(path) + 1):
                if path[:end] in self.free:
                    return None
        found = stated(self.subject, path)
        if self.added and found is not None and path in self.added:
            return (*found, *[None] * self.added[path])
        return found

    def places(self, node: n.Quantified, path: Path, items: Sequence[object]) -> Iterable[int]:
        """Return all items, or the one that is to satisfy the criterion."""
        place = self.pinned.get((id(node), path))
        return super().places(node, path, items) if place is None else (place,)


@attrs.define
class Levers:
    """What a person may change about a subject, as its nouns declare; what `kept` names, not.

    `whole` are collections that must stay as they are. `cut` says that there were more ways
    than are carried on.
    """

    subject: Noun
    kept: frozenset[Path]
    whole: frozenset[Path]
    on: date | None = None
    cut: bool = False

    def ways(self, node: n.Criterion) -> list[Way]:
        """Return the smallest ways that leave it open whether a criterion holds, smallest first."""
        return self._ways(node, (), positive=True)

    def changed(self, way: Way) -> Changed:
        """Return a reader of the subject as it would be."""
        return Changed(self.subject, way, on=self.on)

    def may(self, way: Way) -> bool:
        """Say whether all of these levers may be pulled."""
        grows = {lever[:-1] for lever in way if is_added(lever)}
        return way.isdisjoint(self.kept) and grows.isdisjoint(self.whole)

    def whatever(self, paths: Iterable[Path]) -> Way:
        """Return a way that leaves open all that may change at these paths, collections too."""
        every_lever = self.all(paths)
        return frozenset(lever[:-1] if is_added(lever) else lever for lever in every_lever)

    def all(self, paths: Iterable[Path]) -> list[Lever]:
        """Return every lever at these paths."""
        found: dict[Lever, None] = {}
        for path in paths:
            value = stated(self.subject, path)
            if value is not None and self._can_change(path):
                found[path] = None
            elif isinstance(value, tuple) and self._can_add(path):
                found[*path, len(value)] = None
        return list(found)

    def _ways(self, node: n.Criterion, at: Path, *, positive: bool) -> list[Way]:
        match node:
            case n.Compare() | n.Among() | n.Has():
                return self._of_leaf(node, at, positive=positive)
            case n.Not(part):
                return self._ways(part, at, positive=not positive)
            case n.AllOf(parts) | n.AnyOf(parts):
                inner = (self._ways(part, at, positive=positive) for part in parts)
                joint = isinstance(node, n.AllOf) is positive
                return self._joint(inner) if joint else self._either(inner)
            case n.Some() | n.Every():
                return self._of_items(node, at, positive=positive)
            case n.Linear():
                return self._of_sum(node, at, positive=positive)
            case n.Elapsed():
                return self._of_elapsed(node, at, positive=positive)
            case _:
                assert_never(node)

    def _of_leaf(self, leaf: n.Leaf, at: Path, *, positive: bool) -> list[Way]:
        path = at + leaf.path
        observed = stated(self.subject, path)
        # What is not stated may be so already: it is asked, not changed.
        if observed is None or leaf_holds(leaf, observed) is positive:
            return [frozenset()]
        return [frozenset({path})] if self._can_change(path) else []

    def _of_items(self, node: n.Quantified, at: Path, *, positive: bool) -> list[Way]:
        path = at + node.path
        items: Sequence[object] | None = stated(self.subject, path)
        if items is None:
            return [frozenset()]
        inner = (
            self._ways(node.where, (*path, index), positive=positive) for index in range(len(items))
        )
        if isinstance(node, n.Every) is positive:
            return self._joint(inner)
        if not can_hold(node.where if positive else n.Not(node.where)):
            return []  # no item can be so, and there is one item for each way to try
        added = [[frozenset({(*path, len(items))})]] if self._can_add(path) else []
        return self._either([*inner, *added])

    def _of_sum(self, node: n.Linear, at: Path, *, positive: bool) -> list[Way]:
        wanted = node if positive else n.Not(node)

        def helps(way: Way) -> bool:
            return self._helps(wanted, way, at)

        def at_path(path: Path) -> Any:
            return stated(self.subject, path)

        search = SumWays(helps, at_path, self._can_change, self._can_add, self._ways)
        found = self._smallest(search.found(node, at, positive=positive))
        self.cut |= search.cut
        return found

    def _of_elapsed(self, node: n.Elapsed, at: Path, *, positive: bool) -> list[Way]:
        """Move the fewest of the days that a person can; the day asked is not one of them."""
        wanted = node if positive else n.Not(node)
        days = (at + path for path in paths_asked(node) if path != ON)
        levers = [
            path
            for path in days
            if stated(self.subject, path) is not None and self._can_change(path)
        ]
        for size in range(len(levers) + 1):
            ways = [frozenset(several) for several in combinations(levers, size)]
            if found := [way for way in ways if self._helps(wanted, way, at)]:
                return found
        return []

    def _helps(self, wanted: n.Criterion, way: Way, at: Path) -> bool:
        """Say whether a way leaves it open that what is wanted of a subject, or an item, holds."""
        return left_at(wanted, self.changed(way), at) != n.FALSE

    def _either(self, alternatives: Iterable[list[Way]]) -> list[Way]:
        return self._smallest(way for ways in alternatives for way in ways)

    def _joint(self, alternatives: Iterable[list[Way]]) -> list[Way]:
        joined: list[Way] = [frozenset()]
        for ways in alternatives:
            joined = self._smallest(one | other for one, other in product(joined, ways))
        return joined

    def _smallest(self, ways: Iterable[Way]) -> list[Way]:
        """Drop every way that contains another; keep the order among ways of one size.

        Of those that add an item, and of the others, the smallest MOST_CARRIED are kept, and
        those after them are not even compared.
        """
        listed = sorted(dict.fromkeys(ways), key=len)
        bounded = len(listed) > MOST_CARRIED
        kept: list[Way] = []
        number = {True: 0, False: 0}
        # Enlarging what is there comes in many ways and would crowd out the one new item.
        for way in listed:
            sort = bounded and adds(way)
            if number[sort] == MOST_CARRIED:
                self.cut = True
            elif not any(smaller <= way for smaller in kept):
                kept.append(way)
                number[sort] += 1
        return kept

    def _can_change(self, path: Path) -> bool:
        return path not in self.kept and _declared(self.subject, path).changeable

    def _can_add(self, path: Path) -> bool:
        kind = _declared(self.subject, path).kind
        return path not in self.whole and isinstance(kind, ItemsKind) and kind.growable


def _declared(subject: Noun, path: Path) -> FactSpec:
    """Return how the last fact of a path is declared, by the objects that stand on it."""
    # By the objects and not by the noun: an item may be of a caller's own class, with more facts.
    owner: Any = subject
    spec: FactSpec | None = None
    for step in path:
        if type(step) is str:
            spec = facts_declared(type(owner))[step]
        if spec is not None and isinstance(spec.kind, TableKind):
            break
        owner = getattr(owner, step) if type(step) is str else owner[step]
    assert spec is not None  # noqa: S101 - a path begins with a name
    return spec


def grown(way: Way, levers: Iterable[Lever], most_added: int) -> Iterator[Way]:
    """Yield a way with one more lever; of a collection that is added to, one more item."""
    for lever in levers:
        added = sum(one[:-1] == lever[:-1] for one in way) if is_added(lever) else 0
        if added < most_added and is_added(lever):
            yield way | {(*lever[:-1], lever[-1] + added)}  # type: ignore[operator]  # a number
        elif not is_added(lever) and lever not in way:
            yield way | {lever}
