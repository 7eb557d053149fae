"""Evaluate a criterion about a subject, looking at everything once, and keep what decides."""

from datetime import date
from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.truth import Truth, truth_of
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evidence import Evaluation, Evidence, exceptions
from careplan.criteria.residuals import left_of_term
from careplan.criteria.soundness import checked_about
from careplan.criteria.steps import Facts, days_of, leaf_holds, placed, stated
from careplan.criteria.sums.canonical import left_of_sum
from careplan.criteria.sums.tallies import tally_of
from careplan.fields.declaring import Noun
from careplan.fields.paths import Path, dotted


def evaluate(criterion: n.Given, subject: Noun, *, on: date | None = None) -> Evaluation:
    """Evaluate a criterion about `subject` in Kleene's logic, with evidence.

    `on` is the day asked, which criteria about elapsed time read. Raises InvalidInput if it is no
    day or a datetime, or if the subject is not of the criterion's noun.

    >>> from careplan.nouns.facilities import Venue
    >>> from careplan.criteria.proxies import facts
    >>> evaluate(facts(Venue).building_area_m2 > 10_000, Venue()).truth
    Truth.UNKNOWN
    """
    return looked_at(checked_about(criterion, subject), Facts(subject, day_asked(on)))


def looked_at(node: n.Criterion, facts: Facts) -> Evaluation:
    """Do the same for a criterion that is known to be sound and about the subject's noun.

    The subject itself is read: what another reader of it would hide is for `residuals`.
    """
    seen = _look(node, facts, ())
    if n.noun_of(node) is None:  # it looks at nothing
        return Evaluation(seen.truth, ())
    return Evaluation(seen.truth, tuple(seen.pieces(node, type(facts.subject), positive=True)))


def truth_by(node: n.Criterion, facts: Facts) -> Truth:
    """Return the truth alone, of a criterion known to be sound and about the subject's noun."""
    return _look(node, facts, ()).truth


# What is about several facts at once.
_WITHOUT_PATH = n.AllOf | n.AnyOf | n.Several


class _Seen:
    """What was seen of one node: its truth, the value of its fact, or what was seen inside.

    `written` is what the node asks about the subject: of one about an item, with the item's
    path. It is made for what decides only, and once for all that is inside an item.
    """

    __slots__ = ("inner", "node", "observed", "truth")

    def __init__(
        self,
        node: n.Criterion,
        truth: Truth,
        observed: Any = None,
        inner: "list[_Seen] | None" = None,
    ) -> None:
        self.node = node
        self.truth = truth
        self.observed = observed
        self.inner = inner

    def pieces(self, written: Any, noun: type[Any], *, positive: bool) -> "list[Evidence]":
        """Return what decides as pieces all of which are asked for."""
        node, inner = self.node, self.inner
        if not inner:  # a fact, or what is always or never so
            return [self._evidence(written, positive=positive)]
        if isinstance(node, n.Not):
            return inner[0].pieces(written.part, noun, positive=not positive)
        alone = isinstance(node, n.AllOf | n.AnyOf) and len(inner) < 2  # noqa: PLR2004 - no more than one
        if alone or isinstance(node, n.AllOf | n.Every) is positive:
            each = self._deciding(written, noun)
            return [piece for one, at in each for piece in one.pieces(at, noun, positive=positive)]
        return [self._any(written, noun, positive=positive)]

    def piece(self, written: Any, noun: type[Any], *, positive: bool) -> Evidence:
        """Return what decides as one piece; of several things asked for it says all of them."""
        seen = self
        while isinstance(seen.node, n.Not) and seen.inner is not None:
            seen, written, positive = seen.inner[0], written.part, not positive
        found = seen.pieces(written, noun, positive=positive)
        several = isinstance(seen.node, n.AllOf | n.AnyOf) and len(seen.inner or ()) != 1
        if len(found) == 1 and not (several or isinstance(seen.node, n.Some | n.Every)):
            return found[0]
        if len(found) == 1 and found[0].required == (written if positive else n.Not(written)):
            return found[0]  # it says all of it already
        return seen._evidence(written, tuple(found), positive=positive)  # noqa: SLF001 - its own

    def _any(self, written: Any, noun: type[Any], *, positive: bool) -> Evidence:
        """Return alternatives as one piece, those apart that nobody can bring about."""
        unless = []
        if isinstance(self.node, n.AllOf | n.AnyOf):
            fixed = exceptions(self.node.parts)
            inner = zip(self.inner or [], written.parts, strict=True)
            unless = [(one, at) for one, at in inner if any(one.node is part for part in fixed)]
        guards = {id(one) for one, _ in unless}
        rest = [pair for pair in self._deciding(written, noun) if id(pair[0]) not in guards]
        parts, exempt = (
            tuple(one.piece(at, noun, positive=positive) for one, at in several)
            for several in (rest, unless)
        )
        return self._evidence(written, parts, exempt, positive=positive)

    def _evidence(
        self,
        written: Any,
        parts: "tuple[Evidence, ...]" = (),
        unless: "tuple[Evidence, ...]" = (),
        *,
        positive: bool,
    ) -> Evidence:
        return Evidence(
            "" if isinstance(self.node, _WITHOUT_PATH) else dotted(written.path),
            None if self.inner else self.observed,
            written if positive else n.Not(written),
            self.truth if positive else ~self.truth,
            parts,
            unless,
        )

    def _deciding(self, written: Any, noun: type[Any]) -> "list[tuple[_Seen, Any]]":
        """Return what decides, each as it is written: what settles the whole, or else all."""
        node = self.node
        decisive = Truth.FALSE if isinstance(node, n.AllOf | n.Every) else Truth.TRUE
        settled = self.truth is decisive
        inner = enumerate(self.inner or [])
        kept = [(place, one) for place, one in inner if not settled or one.truth is decisive]
        if isinstance(node, n.Some | n.Every):
            path = written.path
            return [(one, placed(node.where, noun, (*path, place))) for place, one in kept]
        return [(one, written.parts[place]) for place, one in kept]


def _look(node: n.Criterion, facts: Facts, at: Path) -> _Seen:
    match node:
        case n.Compare() | n.Among() | n.Has():
            # As `facts.get`, without a call for each: this is asked most.
            observed = stated(facts.subject, at + node.path if at else node.path)
            if observed is None:
                return _Seen(node, Truth.UNKNOWN)
            truth = Truth.TRUE if leaf_holds(node, observed) else Truth.FALSE
            return _Seen(node, truth, observed)
        case n.AllOf(parts):
            inner = [_look(part, facts, at) for part in parts]
            return _Seen(node, _joined(inner, Truth.FALSE, Truth.TRUE), None, inner)
        case n.AnyOf(parts):
            inner = [_look(part, facts, at) for part in parts]
            return _Seen(node, _joined(inner, Truth.TRUE, Truth.FALSE), None, inner)
        case n.Not(part):
            denied = _look(part, facts, at)
            return _Seen(node, ~denied.truth, None, [denied])
        case n.Some() | n.Every():
            return _look_at_items(node, facts, at)
        case n.Linear():
            return _look_at_terms(node, facts, at)
        case n.Elapsed(period=period):
            days = days_of(node, facts, at)
            passed = period.passed(*days)
            return _Seen(node, Truth.UNKNOWN if passed is None else truth_of(passed), days)
        case _:
            assert_never(node)


def _look_at_items(node: n.Some | n.Every, facts: Facts, at: Path) -> _Seen:
    path = at + node.path
    items = facts.get(path)
    if items is None:
        return _Seen(node, Truth.UNKNOWN)
    is_some = isinstance(node, n.Some)
    decisive, otherwise = (Truth.TRUE, Truth.FALSE) if is_some else (Truth.FALSE, Truth.TRUE)
    # Without items, or without a question about them, the collection is the evidence.
    if not items or node.where == n.TRUE:
        return _Seen(node, Truth.TRUE if items else otherwise, items)
    inner = [_look(node.where, facts, (*path, index)) for index in range(len(items))]
    return _Seen(node, _joined(inner, decisive, otherwise), items, inner)


def _look_at_terms(node: n.Linear, facts: Facts, at: Path) -> _Seen:
    """Look at a sum: it is true or false once nothing is left of it, and only then."""
    opened = [tuple(left_of_term(factor, term, facts, at)) for factor, term in node.terms]
    noun = type(facts.subject) if at else node.noun
    left = left_of_sum(node, noun, (part for term in opened for part in term))
    truth = Truth.TRUE if left == n.TRUE else Truth.FALSE if left == n.FALSE else Truth.UNKNOWN
    return _Seen(node, truth, tally_of(placed(node, noun, at), opened, left))


def _joined(inner: list[_Seen], decisive: Truth, otherwise: Truth) -> Truth:
    """Join as Kleene does: one decisive part settles the whole."""
    for one in inner:
        if one.truth is decisive:
            return decisive
        if one.truth is Truth.UNKNOWN:
            otherwise = Truth.UNKNOWN
    return otherwise
