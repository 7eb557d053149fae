"""How a collection is looked at item by item."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.truth import Truth
from careplan.criteria.evidence import Evidence
from careplan.criteria.looking.looks import TRUE, UNKNOWN, Look, Seen
from careplan.criteria.looking.several import SeveralLook
from careplan.criteria.steps import Facts, counts_to_day, placed, stated
from careplan.fields.paths import ON, Path, dotted

# Of how many items of a collection what is asked of them is kept, as it is written about them.
MOST_PLACED = 64


class ItemsLook(SeveralLook):
    """How a collection is looked at: what is asked of its items is told with the item's path."""

    __slots__ = ("_look_of", "_placed", "_where")
    node: n.Quantified

    def __init__(
        self, node: n.Quantified, where: Look, look_of: Callable[[n.Criterion], Look]
    ) -> None:
        """Take how an item is looked at, and what returns how another node is."""
        asks = node.where != n.TRUE
        super().__init__(node, dotted(node.path), has_few=asks and where.has_few)
        self._where = where if asks else None
        self._look_of = look_of
        self._placed: dict[tuple[type[Any], int], Look] = {}

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:
        """Look at the items of an object that stands at a path of the subject."""
        own, where = self.node.path, self._where
        items: Sequence[Any] | None = stated(item, own)
        if items is None:
            return UNKNOWN, (None, ())
        # Without items, or without a question about them, the collection is the evidence.
        if not items or where is None:
            return (TRUE if items else self._otherwise), (items, ())
        path, see = (*at, *own), where.see
        inner = tuple([see(one, facts, (*path, place)) for place, one in enumerate(items)])
        return self._joined(inner), ((), inner)

    def _pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        items, inner = seen[1]
        if not inner:
            return [self._made(seen[0], items, positive=positive)]
        if self._asks_all is positive:
            return self._all(seen, facts, positive=positive)
        deciding = self._deciding(seen, facts)
        parts = tuple([look.piece(one, facts, positive=positive) for look, one in deciding])
        return [self._made(seen[0], None, parts, positive=positive)]

    def _piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        return self._whole(seen[0], self.pieces(seen, facts, positive=positive), positive=positive)

    def _missing(self, seen: Seen, facts: Facts) -> Iterator[str]:
        """Yield the facts that the items wait for; the collection itself if it is not stated."""
        if seen[1][0] is not None:
            yield from super()._missing(seen, facts)
            return
        yield self.path
        if facts.day_asked() is None and counts_to_day(self.node.where):
            yield dotted(ON)

    def _inside(
        self, seen: Seen, facts: Facts, only: Truth | None = None
    ) -> Iterable[tuple[Look, Seen]]:
        noun = type(facts.subject)
        return [
            (self._placed.get((noun, place)) or self._placed_at(noun, place), one)
            for place, one in enumerate(seen[1][1])
            if only is None or one[0] is only
        ]

    def _placed_at(self, noun: type[Any], place: int) -> Look:
        """Return how what is asked of an item is told: as it is written about the subject."""
        node = self.node
        look = self._look_of(placed(node.where, noun, (*node.path, place)))
        if len(self._placed) < MOST_PLACED:
            self._placed[noun, place] = look
        return look
