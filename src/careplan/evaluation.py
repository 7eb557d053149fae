"""Evaluate a criterion about a subject, looking at everything once, and keep what decides."""

from typing import Any, assert_never

from careplan.errors import InvalidInput, Problem
from careplan.evidence import Evaluation, Evidence, exceptions
from careplan.nodes import (
    TRUE,
    AllOf,
    Among,
    AnyOf,
    Compare,
    Criterion,
    Every,
    Has,
    Leaf,
    Not,
    Path,
    Some,
    dotted,
    noun_of,
)
from careplan.soundness import checked_depth, sound
from careplan.truth import Truth


def evaluate(criterion: object, subject: object) -> Evaluation:
    """Evaluate a criterion about `subject` in Kleene's logic, with evidence.

    Raises InvalidInput if the subject is not of the criterion's noun.

    >>> from careplan.facilities import Venue
    >>> from careplan.criteria import facts
    >>> evaluate(facts(Venue).building_area_m2 > 10_000, Venue()).truth
    Truth.UNKNOWN
    """
    return evaluated(checked_about(criterion, subject), subject)


def evaluated(node: Criterion, subject: object) -> Evaluation:
    """Do the same for a criterion that is known to be sound and about the subject's noun."""
    seen = _look(node, subject, ())
    return Evaluation(seen.truth, tuple(seen.pieces(type(subject), positive=True)))


def truth_about(node: Criterion, subject: object) -> Truth:
    """Return the truth alone, of a criterion known to be sound and about the subject's noun."""
    return _look(node, subject, ()).truth


def checked_about(criterion: object, subject: object) -> Criterion:
    """Return a criterion that is sound and about the subject's noun, or raise InvalidInput."""
    node: Criterion = criterion if checked_depth(criterion) else sound(criterion)  # type: ignore[assignment]  # checked
    noun = noun_of(node)
    if noun is not None and not isinstance(subject, noun):
        raise InvalidInput([Problem("subject", "wrong_noun", subject, {"expected": noun.__name__})])
    return node


def stated(subject: object, path: Path) -> Any:
    """Return the fact at `path`, or None if anything on the way is not stated."""
    value: Any = subject
    for step in path:
        if value is None:
            return None
        if type(step) is str:
            value = getattr(value, step)
        elif isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            value = value.get(step)
    return value


def leaf_holds(leaf: Leaf, observed: Any) -> bool:
    """Say whether an observed value is what a leaf requires."""
    match leaf:
        case Compare(op=op, value=value):
            return op.holds(observed, value)
        case Among(values=values):
            return observed in values
        case Has(item=item):
            return item in observed
        case _:
            assert_never(leaf)


def placed(node: Any, noun: type[Any], at: Path) -> Any:
    """Write a criterion about an item as one about the subject that holds the item."""
    if not at:
        return node
    match node:
        case Compare(path=path, op=op, value=value):
            return Compare(noun, at + path, op, value)
        case Among(path=path, values=values):
            return Among(noun, at + path, values)
        case Has(path=path, item=item):
            return Has(noun, at + path, item)
        case AllOf(parts) | AnyOf(parts):
            return type(node)(tuple(placed(part, noun, at) for part in parts))
        case Not(part):
            return Not(placed(part, noun, at))
        case Some(path=path, where=where) | Every(path=path, where=where):
            return type(node)(noun, at + path, where)
        case _:
            assert_never(node)


class _Seen:
    """What was seen of one node: its truth, the value of its fact, or what was seen inside."""

    __slots__ = ("at", "inner", "node", "observed", "truth")

    def __init__(
        self,
        node: Criterion,
        at: Path,
        truth: Truth,
        observed: Any = None,
        inner: "list[_Seen] | None" = None,
    ) -> None:
        self.node = node
        self.at = at
        self.truth = truth
        self.observed = observed
        self.inner = inner

    def pieces(self, noun: type[Any], *, positive: bool) -> "list[Evidence]":
        """Return what decides as pieces all of which are asked for."""
        node, inner = self.node, self.inner
        if inner is None:
            return [self._written(noun, positive=positive)]
        if isinstance(node, Not):
            return inner[0].pieces(noun, positive=not positive)
        if len(inner) < len(("one", "other")) and isinstance(node, AllOf | AnyOf):
            return [piece for one in inner for piece in one.pieces(noun, positive=positive)]
        if isinstance(node, AllOf | Every) is positive:
            return self._inside(noun, positive=positive)
        return [self._any(noun, positive=positive)]

    def piece(self, noun: type[Any], *, positive: bool) -> Evidence:
        """Return what decides as one piece."""
        if isinstance(self.node, Not):
            assert self.inner is not None  # noqa: S101 - a denial looks at what it denies
            return self.inner[0].piece(noun, positive=not positive)
        found = self.pieces(noun, positive=positive)
        if len(found) == 1:
            return found[0]
        return self._written(noun, tuple(found), positive=positive)

    def _inside(self, noun: type[Any], *, positive: bool) -> "list[Evidence]":
        return [piece for one in self._deciding() for piece in one.pieces(noun, positive=positive)]

    def _any(self, noun: type[Any], *, positive: bool) -> Evidence:
        """Return alternatives as one piece, those apart that nobody can bring about."""
        unless = self._unless()
        rest = [one for one in self._deciding() if not any(one is guard for guard in unless)]
        parts, guards = (
            tuple(one.piece(noun, positive=positive) for one in several)
            for several in (rest, unless)
        )
        return self._written(noun, parts, guards, positive=positive)

    def _unless(self) -> "list[_Seen]":
        if not isinstance(self.node, AllOf | AnyOf):
            return []
        fixed = exceptions(self.node.parts)
        inner = zip(self.inner or [], self.node.parts, strict=True)
        return [one for one, part in inner if any(part is one_fixed for one_fixed in fixed)]

    def _written(
        self,
        noun: type[Any],
        parts: "tuple[Evidence, ...]" = (),
        unless: "tuple[Evidence, ...]" = (),
        *,
        positive: bool,
    ) -> Evidence:
        node = placed(self.node, noun, self.at)
        return Evidence(
            "" if isinstance(node, AllOf | AnyOf) else dotted(node.path),
            None if self.inner else self.observed,
            node if positive else Not(node),
            self.truth if positive else ~self.truth,
            parts,
            unless,
        )

    def _deciding(self) -> "list[_Seen]":
        """Return what decides: where something settles the whole, that alone."""
        inner = self.inner or []
        decisive = Truth.FALSE if isinstance(self.node, AllOf | Every) else Truth.TRUE
        if self.truth is not decisive:
            return inner
        return [one for one in inner if one.truth is decisive]


def _look(node: Criterion, subject: object, at: Path) -> _Seen:
    match node:
        case Compare() | Among() | Has():
            observed = stated(subject, at + node.path if at else node.path)
            if observed is None:
                return _Seen(node, at, Truth.UNKNOWN)
            truth = Truth.TRUE if leaf_holds(node, observed) else Truth.FALSE
            return _Seen(node, at, truth, observed)
        case AllOf(parts):
            inner = [_look(part, subject, at) for part in parts]
            return _Seen(node, at, _joined(inner, Truth.FALSE, Truth.TRUE), None, inner)
        case AnyOf(parts):
            inner = [_look(part, subject, at) for part in parts]
            return _Seen(node, at, _joined(inner, Truth.TRUE, Truth.FALSE), None, inner)
        case Not(part):
            denied = _look(part, subject, at)
            return _Seen(node, at, ~denied.truth, None, [denied])
        case Some() | Every():
            return _look_at_items(node, subject, at)
        case _:
            assert_never(node)


def _look_at_items(node: Some | Every, subject: object, at: Path) -> _Seen:
    path = at + node.path
    items = stated(subject, path)
    if items is None:
        return _Seen(node, at, Truth.UNKNOWN)
    is_some = isinstance(node, Some)
    decisive, otherwise = (Truth.TRUE, Truth.FALSE) if is_some else (Truth.FALSE, Truth.TRUE)
    # Without items, or without a question about them, the collection is the evidence.
    if not items or node.where == TRUE:
        return _Seen(node, at, Truth.TRUE if items else otherwise, items)
    inner = [_look(node.where, subject, (*path, index)) for index in range(len(items))]
    return _Seen(node, at, _joined(inner, decisive, otherwise), items, inner)


def _joined(inner: list[_Seen], decisive: Truth, otherwise: Truth) -> Truth:
    """Join as Kleene does: one decisive part settles the whole."""
    for one in inner:
        if one.truth is decisive:
            return decisive
        if one.truth is Truth.UNKNOWN:
            otherwise = Truth.UNKNOWN
    return otherwise
