"""Where in a criterion one fact decides: a leaf, and what must hold beside it for that.

A part of a conjunction decides where the other parts hold, a part of an alternative where
the others fail, a denial turns the answer round, and a fact of items decides where all
items are alike. So whatever the leaf says is what the criterion says.
"""

from collections.abc import Callable, Iterator
from typing import Any, assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.base.text import Unordered
from careplan.criteria.signs import Op
from careplan.criteria.steps import leaf_holds, paths_asked, stated
from careplan.fields.declaring import Noun
from careplan.fields.kinds import ItemsKind, members
from careplan.fields.paths import ON, Path, dotted, kind_at
from careplan.testing.cases.several.items import (
    amount_set,
    bases,
    nothing_counts,
    stands,
    sums_aside,
)
from careplan.testing.cases.several.sums import compared, facts_of_sum
from careplan.testing.vocabulary import is_measured, near, restated


class Place(Unordered):
    """Where the deciding fact stands to what its clause asks, or a figure to its due day."""

    BELOW = ("below", "略低于界限", "just below the threshold")
    AT = ("at", "恰为界限", "at the threshold")
    ABOVE = ("above", "略高于界限", "just above the threshold")
    AS_ASKED = ("as_asked", "与所问相同", "as asked")
    OTHERWISE = ("otherwise", "与所问不同", "other than asked")
    UNSTATED = ("unstated", "未说明", "not stated")
    STALE = ("stale", "早于到期日的数", "a figure older than the due day")
    BEFORE = ("before", "到期日的前一日", "the day before the due day")
    AFTER = ("after", "到期日的次日", "the day after the due day")
    MIXED = ("mixed", "有的项是、有的项不是", "some items so, some not")
    EMPTY = ("empty", "一项也没有", "no items")
    NEWEST = ("newest", "另有较早的数", "beside an older figure")


# Whether a comparison holds below, at and above its number: the meaning of the six signs.
HOLDS = {
    Op.GE: (False, True, True),
    Op.GT: (False, False, True),
    Op.LE: (True, True, False),
    Op.LT: (True, False, False),
    Op.EQ: (False, True, False),
    Op.NE: (True, False, True),
}

# By how many steps away.
PLACES = {-1: Place.BELOW, 0: Place.AT, 1: Place.ABOVE}


@attrs.frozen
class Pivot:
    """A leaf that decides, or what is asked of items. `beside` takes a criterion in its place.

    `beside(TRUE)` is what must hold for the leaf to decide; `positive` says whether the
    criterion then says what the leaf says, or the opposite. `fact` is the leaf's own path; of
    a sum it is one of those that it asks for, and where it is an amount of the items of a
    collection, `amount` is how much of its end is a fact of the items: the last one's decides.
    """

    noun: type[Any]
    leaf: n.Asking
    path: Path
    name: str
    fact: Path
    amount: Path = ()
    positive: bool = True
    beside: Callable[[n.Criterion], n.Criterion] = lambda leaf: leaf

    def where(self, *others: n.Criterion) -> "Pivot":
        """Return the pivot with more to hold beside it."""
        inner = self.beside
        return attrs.evolve(self, beside=lambda leaf: n.AllOf((*others, inner(leaf))))

    def in_items(self, node: n.Quantified) -> "Pivot":
        """Return the pivot of an item as one of the collection: it decides where all are alike."""
        inner, noun, path = self.beside, node.noun, node.path

        def alike(leaf: n.Criterion) -> n.Criterion:
            where = inner(leaf)
            return n.AllOf((n.Some(noun, path, where), n.Every(noun, path, where)))

        name = f"{dotted(path)}[*].{self.name}"
        return attrs.evolve(self, noun=noun, path=(*path, *self.path), name=name, beside=alike)

    def is_threshold(self) -> bool:
        """Say whether the leaf compares a number, a count or a day; a sum, or items, too."""
        if self.of_items():
            return True
        measured = is_measured(kind_at(self.leaf.noun, self.fact))
        return measured and isinstance(self.leaf, n.Compare | n.Several)

    def of_items(self) -> bool:
        """Say whether the items of a collection decide a sum."""
        over = isinstance(self.leaf, n.Linear) and kind_at(self.leaf.noun, self._cut(self.fact))
        return isinstance(over, ItemsKind)

    def seeds(self) -> tuple[n.Criterion, ...]:
        """Return criteria about the subjects in which the fact may decide, to be tried in turn."""
        by_itself = self.beside(self.leaf), self.beside(n.Not(self.leaf))
        if not isinstance(self.leaf, n.Linear) or not self.of_items():
            return by_itself
        # What is made of the items is asked again, so it need not be so at first.
        idle = self.beside(nothing_counts(self.leaf, self._cut(self.fact)))
        return (*by_itself, idle, sums_aside(self.beside(n.TRUE)))

    def bases(self, subject: Any) -> Iterator[Any]:
        """Yield what is made of a subject so that the fact may decide: of most facts itself."""
        if not isinstance(self.leaf, n.Linear) or not self.of_items():
            yield subject
            return
        held_by, holder = self._held_by(), self._holder(subject)
        over = self._cut(self.fact)
        for made in bases(self.leaf, over, self.amount, holder) if holder is not None else ():
            yield restated(subject, held_by, _alike(made)) if held_by else made

    def collection(self) -> str:
        """Return the name of the items that it asks for."""
        return self.name.removesuffix(f"[*].{dotted(self.amount)}") if self.amount else self.name

    def changed(self, subject: Any, change: Callable[[Any], Any]) -> tuple[Any, Any]:
        """Return the subject with the fact changed, and its value.

        Raises InvalidInput if the subject cannot be so.
        """
        values = []

        def noted(held: Any) -> Any:
            values.append(change(held))
            return values[-1]

        made = restated(subject, self._cut(self.path), noted)
        return made, stated(values[0][-1], self.amount) if self.amount else values[0]

    def items(self, subject: Any) -> Any:
        """Return what stands in a subject where it is changed: a value, or a collection's items."""
        found = []

        def noted(held: Any) -> Any:
            found.append(held)
            return held

        restated(subject, self._cut(self.path), noted)
        return found[0]

    def unstated(self) -> Callable[[Any], Any]:
        """Return the change by which the fact is not stated."""
        return amount_set(self.amount, _set_to(None)) if self.amount else _set_to(None)

    def points(self, subject: Any) -> "tuple[Point, ...]":
        """Return the places that the fact may stand at in a subject."""
        if isinstance(self.leaf, n.Leaf):
            return points(self.leaf)
        holder = self._holder(subject)
        if not isinstance(holder, Noun):
            return ()
        if isinstance(self.leaf, n.Linear) and self.of_items():
            around = stands(self.leaf, self._cut(self.fact), self.amount, holder)
            return tuple((PLACES[step], holds, (change,)) for step, holds, change in around)
        return _of_several(self.leaf, self.fact, holder)

    def _cut(self, path: Path) -> Path:
        """Return the path of what is changed as a whole: of an amount the collection."""
        return path[: len(path) - len(self.amount)]

    def _held_by(self) -> Path:
        return self.path[: len(self.path) - len(self.fact)]

    def _holder(self, subject: Any) -> Any:
        """Return what the leaf is about: the subject, or the first of the items on the way."""
        holder = subject
        for step in self._held_by():
            holder = getattr(holder, str(step)) if holder is not None else None
            holder = holder[0] if isinstance(holder, tuple) and holder else holder
        return holder


def pivots(node: n.Criterion) -> Iterator[Pivot]:
    """Yield every leaf of a criterion with what must hold beside it."""
    return _inside(node, _of_facts)


def quantities(node: n.Criterion) -> Iterator[Pivot]:
    """Yield what a criterion asks of some or all items, with what must hold beside that."""
    return _inside(node, _of_quantity)


def _inside(node: n.Criterion, own: "Callable[[n.Asking], Iterator[Pivot]]") -> Iterator[Pivot]:
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            # The same objects stand beside each part, so they are looked at once.
            aside = tuple(map(n.Not, parts)) if isinstance(node, n.AnyOf) else parts
            for index, part in enumerate(parts):
                others = (*aside[:index], *aside[index + 1 :])
                yield from (inner.where(*others) for inner in _inside(part, own))
        case n.Not(part):
            for inner in _inside(part, own):
                yield attrs.evolve(inner, positive=not inner.positive)
        case n.Some(where=where) | n.Every(where=where):
            yield from own(node)
            yield from (inner.in_items(node) for inner in _inside(where, own))
        case _:
            yield from own(node)


def _of_quantity(node: n.Asking) -> Iterator[Pivot]:
    if isinstance(node, n.Quantified):
        yield Pivot(node.noun, node, node.path, dotted(node.path), node.path)


def _of_facts(node: n.Asking) -> Iterator[Pivot]:
    match node:
        case n.Compare() | n.Among() | n.Has():
            yield Pivot(node.noun, node, node.path, dotted(node.path), node.path)
        case n.Linear():
            for fact, amount in facts_of_sum(node):
                over = dotted(fact[: len(fact) - len(amount)])
                name = f"{over}[*].{dotted(amount)}" if amount else over
                yield Pivot(node.noun, node, fact, name, fact, amount)
        case n.Elapsed():  # the day asked is given beside a case, and decides in none
            for fact in paths_asked(node):
                if fact != ON:
                    yield Pivot(node.noun, node, fact, dotted(fact), fact)
        case n.Some() | n.Every():  # the facts of its items decide
            pass
        case _:
            assert_never(node)


# A place a fact may stand at, what the leaf then says, and ways to bring the fact there.
Point = tuple[Place, bool, tuple[Callable[[Any], Any], ...]]


def points(leaf: n.Leaf) -> tuple[Point, ...]:
    """Return the places the fact of a leaf may stand at; nothing where they cannot be listed."""
    kind = kind_at(leaf.noun, leaf.path)
    match leaf:
        case n.Compare(op=op, value=value) if is_measured(kind):
            # Below, at and above stand in this order: one step back is the first.
            return tuple(
                (PLACES[steps], HOLDS[op][steps + 1], (_set_to(one),))
                for steps, one in near(kind, value)
            )
        case n.Has(item=item):
            others = [()] + [(member,) for member in type(item) if member is not item]
            held = (lambda stated: frozenset(stated) | {item},)
            lacking = tuple(_without(item, *other) for other in others)
            return (Place.AS_ASKED, True, held), (Place.OTHERWISE, False, lacking)
        case _:
            ways: dict[bool, list[Any]] = {True: [], False: []}
            for member in members(kind):
                ways[leaf_holds(leaf, member)].append(_set_to(member))
            asked = ((Place.AS_ASKED, True), (Place.OTHERWISE, False))
            return tuple(
                (place, holds, tuple(ways[holds])) for place, holds in asked if ways[holds]
            )


def _of_several(node: n.Asking, fact: Path, subject: Any) -> tuple[Point, ...]:
    """Return the places of what decides a sum, or a period, beside all else that is stated."""
    asked = compared(node, fact, subject)
    if asked is None:
        return ()
    leaf, positive = asked
    return tuple((place, holds is positive, ways) for place, holds, ways in points(leaf))


def _alike(made: Any) -> Callable[[Any], Any]:
    """Return how something stands where a part stood, or as the only one of the items there."""
    return lambda held: (made,) if isinstance(held, tuple) else made


def _set_to(value: Any) -> Callable[[Any], Any]:
    return lambda _: value


def _without(item: Any, *others: Any) -> Callable[[Any], Any]:
    return lambda stated: frozenset(stated).union(others) - {item}
