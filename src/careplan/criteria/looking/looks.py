"""How a node of a criterion is looked at, and how what was seen of it is told.

A node never changes: how it is looked at is prepared once, and kept with it. What was seen of a
node is its truth, and what was observed of its fact, or seen inside. The truth is all that many
ask for; evidence, and what is still to be stated, is made of what was seen when it is asked for.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any

from careplan.base.truth import Truth
from careplan.criteria.evidence import Evidence
from careplan.criteria.nodes import Criterion, Not, noun_of
from careplan.criteria.steps import Facts
from careplan.fields.paths import Path

# Of one node: its truth, and what was observed, or what was seen of each part.
Seen = tuple[Truth, Any]
TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
DENIED = {TRUE: FALSE, FALSE: TRUE, UNKNOWN: UNKNOWN}


class Look(ABC):
    """How one node is looked at.

    `see` reads an object: the subject, or an item of it, which stands at a path. What was seen is
    told by the look of the node as it is written about the subject; where it is about an item that
    is another one, of the same shape (see `ItemsLook`).
    """

    __slots__ = ("_asks", "has_few", "node", "path")
    node: Criterion
    has_few: bool  # whether all that can be seen of it is of few values: yes, no, a member
    path: str  # as evidence names it: empty of what is about several facts

    def __init__(self, node: Criterion, path: str = "", *, has_few: bool = False) -> None:
        """Prepare it."""
        self.node = node
        self.has_few = has_few
        self.path = path
        self._asks = noun_of(node) is not None

    def at(self, facts: Facts) -> Seen:
        """Look at the subject."""
        return self.see(facts.subject, facts, ())

    def evidence(self, seen: Seen, facts: Facts) -> tuple[Evidence, ...]:
        """Return what decides, of a criterion that was looked at; nothing if it asks nothing."""
        return tuple(self.pieces(seen, facts, positive=True)) if self._asks else ()

    @abstractmethod
    def see(self, item: Any, facts: Facts, at: Path) -> Seen:
        """Look at an object that stands at a path of the subject."""

    def pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        """Return what decides as pieces all of which are asked for."""
        return [self.piece(seen, facts, positive=positive)]

    @abstractmethod
    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        """Return what decides as one piece; of several things asked for it says all of them."""

    @abstractmethod
    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:
        """Return the facts that what is unknown waits for, dotted, in order."""

    def _made(
        self,
        truth: Truth,
        observed: Any,
        parts: tuple[Evidence, ...] = (),
        unless: tuple[Evidence, ...] = (),
        *,
        positive: bool,
    ) -> Evidence:
        if positive:
            return Evidence(self.path, observed, self.node, truth, parts, unless)
        return Evidence(self.path, observed, Not(self.node), DENIED[truth], parts, unless)
