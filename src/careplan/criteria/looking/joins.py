"""How a join is looked at part by part, and a denial."""

from collections.abc import Iterable
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.truth import Truth
from careplan.criteria.evidence import Evidence, exceptions
from careplan.criteria.looking.looks import DENIED, Look, Seen
from careplan.criteria.looking.several import SeveralLook
from careplan.criteria.steps import Facts
from careplan.fields.paths import Path


class NotLook(Look):
    """How a denial is looked at: as what it denies."""

    __slots__ = ("_denied",)

    def __init__(self, node: n.Not, denied: Look) -> None:
        """Take how what it denies is looked at."""
        super().__init__(node, has_few=denied.has_few)
        self._denied = denied

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:
        """Look at an object that stands at a path of the subject."""
        seen = self._denied.see(item, facts, at)
        return DENIED[seen[0]], seen

    def pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        """Return what decides as pieces all of which are asked for."""
        return self._denied.pieces(seen[1], facts, positive=not positive)

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        """Return what decides as one piece."""
        return self._denied.piece(seen[1], facts, positive=not positive)

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:
        """Return the facts that what it denies waits for."""
        return self._denied.missing(seen[1], facts)


class JoinLook(SeveralLook):
    """How a join is looked at: at each of its parts."""

    __slots__ = ("_fixed", "_looks", "_see_each")
    node: n.AllOf | n.AnyOf

    def __init__(self, node: n.AllOf | n.AnyOf, looks: tuple[Look, ...]) -> None:
        """Take how each part is looked at."""
        super().__init__(node, has_few=all(look.has_few for look in looks))
        self._looks = looks
        self._see_each = [look.see for look in looks]
        # Which parts nobody can bring about; it is reckoned when it is first asked.
        self._fixed: tuple[bool, ...] | None = None

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:
        """Look at an object that stands at a path of the subject."""
        inner = tuple([see(item, facts, at) for see in self._see_each])
        return self._joined(inner), inner

    def _pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        if not self._looks:  # what is always or never so
            return [self._made(seen[0], None, positive=positive)]
        if self._asks_all is positive or len(self._looks) == 1:
            return self._all(seen, facts, positive=positive)
        return [self._any(seen, facts, positive=positive)]

    def _piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        found = self.pieces(seen, facts, positive=positive)
        if len(self._looks) == 1 and len(found) == 1:
            return found[0]
        return self._whole(seen[0], found, positive=positive)

    def _inside(
        self,
        seen: Seen,
        facts: Facts,  # noqa: ARG002 - items ask
        only: Truth | None = None,
    ) -> Iterable[tuple[Look, Seen]]:
        each = zip(self._looks, seen[1], strict=True)
        return each if only is None else [pair for pair in each if pair[1][0] is only]

    def _any(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        """Return alternatives as one piece, those apart that nobody can bring about."""
        fixed = self._fixed
        if fixed is None:
            listed = exceptions(self.node.parts)
            fixed = tuple(any(part is one for one in listed) for part in self.node.parts)
            self._fixed = fixed
        parts, unless = [], []
        is_settled = seen[0] is self._decisive
        for look, one, is_fixed in zip(self._looks, seen[1], fixed, strict=True):
            if is_fixed:
                unless.append(look.piece(one, facts, positive=positive))
            elif not is_settled or one[0] is self._decisive:
                parts.append(look.piece(one, facts, positive=positive))
        return self._made(seen[0], None, tuple(parts), tuple(unless), positive=positive)
