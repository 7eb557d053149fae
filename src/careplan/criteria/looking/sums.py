"""How what is about several facts at once is looked at: a sum, and elapsed time."""

from collections.abc import Iterable
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.truth import truth_of
from careplan.criteria.evidence import Evidence
from careplan.criteria.looking.looks import FALSE, TRUE, UNKNOWN, Look, Seen
from careplan.criteria.residuals import facts_of, left_at, left_of_term
from careplan.criteria.steps import Facts, days_of
from careplan.criteria.sums.canonical import left_of_sum
from careplan.criteria.sums.tallies import tally_of
from careplan.fields.paths import Path


class SumLook(Look):
    """How a sum is looked at: it is true or false once nothing is left of it, and only then."""

    __slots__ = ()
    node: n.Linear

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:  # noqa: ARG002 - read by its path
        """Look at an object that stands at a path of the subject."""
        node = self.node
        opened = [tuple(left_of_term(factor, term, facts, at)) for factor, term in node.terms]
        noun = type(facts.subject) if at else node.noun
        left = left_of_sum(node, noun, (part for term in opened for part in term))
        truth = TRUE if left == n.TRUE else FALSE if left == n.FALSE else UNKNOWN
        return truth, (opened, left)

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:  # noqa: ARG002 - others ask
        """Return what was seen as one piece."""
        opened, left = seen[1]
        return self._made(seen[0], tally_of(self.node, opened, left), positive=positive)

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:  # noqa: ARG002 - others ask
        """Return the facts that it waits for."""
        return facts_of(seen[1][1])


class ElapsedLook(Look):
    """How elapsed time is looked at: by the days between which it passes."""

    __slots__ = ()
    node: n.Elapsed

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:  # noqa: ARG002 - read by its path
        """Look at an object that stands at a path of the subject."""
        days = days_of(self.node, facts, at)
        return truth_of(self.node.period.passed(*days)), days

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:  # noqa: ARG002 - others ask
        """Return what was seen as one piece."""
        return self._made(seen[0], seen[1], positive=positive)

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:  # noqa: ARG002 - others ask
        """Return the facts that it waits for."""
        return facts_of(left_at(self.node, facts, ()))
