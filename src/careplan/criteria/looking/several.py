"""How a join or a collection is looked at: one decisive part, or item, settles the whole."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.truth import Truth
from careplan.criteria.evidence import Evidence
from careplan.criteria.looking.looks import FALSE, TRUE, UNKNOWN, Look, Seen
from careplan.criteria.steps import Facts

# Of how many ways it can be seen what is said of it is kept.
MOST_KEPT = 64
_Key = tuple[type[Any], bool, Seen]


class SeveralLook(Look):
    """How a join or a collection is looked at: one decisive part, or item, settles the whole."""

    __slots__ = ("_as_one", "_as_pieces", "_asks_all", "_decisive", "_otherwise", "_waiting")

    def __init__(
        self, node: n.AllOf | n.AnyOf | n.Quantified, path: str = "", *, has_few: bool
    ) -> None:
        """Prepare what settles it."""
        super().__init__(node, path, has_few=has_few)
        self._as_one: dict[_Key, Evidence] = {}
        self._as_pieces: dict[_Key, list[Evidence]] = {}
        self._waiting: dict[_Key, tuple[str, ...]] = {}
        self._asks_all = isinstance(node, n.AllOf | n.Every)
        self._decisive = FALSE if self._asks_all else TRUE
        self._otherwise = TRUE if self._asks_all else FALSE

    def pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        """Return what decides as pieces all of which are asked for."""
        if not self.has_few:
            return self._pieces(seen, facts, positive=positive)
        # It says the same of each subject of which the same was seen.
        key = (type(facts.subject), positive, seen)
        found = self._as_pieces.get(key)
        if found is None:
            found = self._pieces(seen, facts, positive=positive)
            if len(self._as_pieces) < MOST_KEPT:
                self._as_pieces[key] = found
        return found

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        """Return what decides as one piece; of several things asked for it says all of them."""
        if not self.has_few:
            return self._piece(seen, facts, positive=positive)
        key = (type(facts.subject), positive, seen)
        found = self._as_one.get(key)
        if found is None:
            found = self._piece(seen, facts, positive=positive)
            if len(self._as_one) < MOST_KEPT:
                self._as_one[key] = found
        return found

    @abstractmethod
    def _pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        """Work out what decides as pieces."""

    @abstractmethod
    def _piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        """Work out what decides as one piece."""

    @abstractmethod
    def _inside(
        self, seen: Seen, facts: Facts, only: Truth | None = None
    ) -> Iterable[tuple[Look, Seen]]:
        """Return what was seen of each part, or item, or those of a truth, each with its look."""

    def _joined(self, inner: Iterable[Seen]) -> Truth:
        """Join as Kleene does."""
        joined, decisive = self._otherwise, self._decisive
        for truth, _ in inner:
            if truth is decisive:
                return decisive
            if truth is UNKNOWN:
                joined = UNKNOWN
        return joined

    def _deciding(self, seen: Seen, facts: Facts) -> Iterable[tuple[Look, Seen]]:
        """Return of what was seen inside that which settles the whole, or else all."""
        return self._inside(seen, facts, self._decisive if seen[0] is self._decisive else None)

    def _all(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        found: list[Evidence] = []
        for look, one in self._deciding(seen, facts):
            found += look.pieces(one, facts, positive=positive)
        return found

    def _whole(self, truth: Truth, found: list[Evidence], *, positive: bool) -> Evidence:
        """Return several pieces as one that asks for them all; one may say all of it already."""
        if len(found) == 1:
            said = found[0].required
            if not positive:
                said = said.part if isinstance(said, n.Not) else n.Not(self.node)
            if said is self.node or said == self.node:
                return found[0]
        return self._made(truth, None, tuple(found), positive=positive)

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:
        """Return the facts that the unknown parts wait for."""
        if not self.has_few:
            return self._missing(seen, facts)
        key = (type(facts.subject), True, seen)
        found = self._waiting.get(key)
        if found is None:
            found = tuple(self._missing(seen, facts))
            if len(self._waiting) < MOST_KEPT:
                self._waiting[key] = found
        return found

    def _missing(self, seen: Seen, facts: Facts) -> Iterator[str]:
        for look, one in self._inside(seen, facts, UNKNOWN):
            yield from look.missing(one, facts)
