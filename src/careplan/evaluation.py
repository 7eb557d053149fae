"""Evaluate a criterion on a subject, with evidence, or as far as its stated facts reach.

`residual` is the one operation behind "what is missing" and "what would it take":
it replaces what is stated and returns what is left.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, assert_never

import attrs

from careplan.errors import AmbiguousTruth, InvalidInput, NotFound, Problem
from careplan.nodes import (
    FALSE,
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
    Quantified,
    Some,
    as_criterion,
    dotted,
    flat,
    noun_of,
    reads,
)
from careplan.soundness import checked_depth, sound
from careplan.truth import Truth, truth_of, truth_of_all, truth_of_any


@attrs.frozen
class Evidence:
    """One thing looked at: what was observed at `path`, beside what is required there.

    `observed` is None if not stated; for a collection that settles a question by
    being empty it is (). `truth` is whether what was observed is as required.
    """

    path: str
    observed: object
    required: Criterion
    truth: Truth


@attrs.frozen
class Evaluation:
    """The truth of a criterion about a subject, and what decides it, in reading order.

    Alternatives that failed are left out where another one held, and parts that held
    are left out where another one failed.
    """

    truth: Truth
    evidence: tuple[Evidence, ...]

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)


def evaluate(criterion: object, subject: object) -> Evaluation:
    """Evaluate a criterion about `subject` in Kleene's logic, with evidence.

    Raises InvalidInput if the subject is not of the criterion's noun.

    >>> from careplan.facilities import Venue
    >>> from careplan.criteria import facts
    >>> evaluate(facts(Venue).building_area_m2 > 10_000, Venue()).truth
    Truth.UNKNOWN
    """
    node = _checked(criterion, subject)
    evidence = tuple(_evidence(node, subject, (), positive=True))
    return Evaluation(_truth(node, subject, ()), evidence)


def residual(criterion: object, subject: object, free: Collection[str] = ()) -> Criterion:
    """Replace what `subject` states and return what is left of the criterion.

    Facts whose dotted paths are in `free` (or lie inside one that is) count as not stated:
    what is left is then what they would have to be. Raises NotFound for a free path the
    criterion does not read, InvalidInput if the subject is not of the criterion's noun.

    >>> from careplan.facilities import Venue
    >>> from careplan.criteria import facts
    >>> venue = facts(Venue)
    >>> crowded = (venue.building_area_m2 > 10_000) & (venue.daily_visitors > 5)
    >>> residual(crowded, Venue(daily_visitors=9))
    Venue.building_area_m2 > 10000
    """
    node = _checked(criterion, subject)
    listed = isinstance(free, Collection) and not isinstance(free, str)
    if not listed or not all(isinstance(path, str) for path in free):
        raise InvalidInput([Problem("free", "wrong_type", free, {"expected": "[str]"})])
    reader = _Reader(subject, frozenset(free))
    left = _residual(node, reader, ())
    # What lies inside something set free is read no more, but may be named beside it.
    known = reader.seen | facts_read(node, subject)
    for path in sorted(reader.free):
        if path not in known:
            raise NotFound("path", path, sorted(known))
    return left


def facts_of(criterion: object) -> tuple[str, ...]:
    """Return the dotted paths of the facts a criterion asks for, each once, in order.

    A collection that is not stated is asked for as a whole.

    >>> from careplan.facilities import Venue
    >>> from careplan.criteria import facts, some
    >>> facts_of(some(facts(Venue).rooms))
    ('rooms',)
    """
    return tuple(dict.fromkeys(dotted(one.path) for one in reads(as_criterion(criterion))))


def facts_read(criterion: object, subject: object) -> frozenset[str]:
    """Return the dotted paths of all facts a criterion looks at in `subject`."""
    reader = _Reader(subject, frozenset())
    _residual(as_criterion(criterion), reader, ())
    return frozenset(reader.seen)


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


def _checked(criterion: object, subject: object) -> Criterion:
    node: Criterion = criterion if checked_depth(criterion) else sound(criterion)  # type: ignore[assignment]  # checked
    noun = noun_of(node)
    if noun is not None and not isinstance(subject, noun):
        raise InvalidInput([Problem("subject", "wrong_noun", subject, {"expected": noun.__name__})])
    return node


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


def _truth(node: Criterion, subject: object, at: Path) -> Truth:
    match node:
        case Compare() | Among() | Has():
            observed = stated(subject, at + node.path)
            return truth_of(None if observed is None else leaf_holds(node, observed))
        case AllOf(parts):
            return truth_of_all(_truth(part, subject, at) for part in parts)
        case AnyOf(parts):
            return truth_of_any(_truth(part, subject, at) for part in parts)
        case Not(part):
            return ~_truth(part, subject, at)
        case Some() | Every():
            path = at + node.path
            items: Sequence[object] | None = stated(subject, path)
            if items is None:
                return Truth.UNKNOWN
            truths = [_truth(node.where, subject, (*path, i)) for i in range(len(items))]
            return truth_of_any(truths) if isinstance(node, Some) else truth_of_all(truths)
        case _:
            assert_never(node)


def _evidence(node: Criterion, subject: object, at: Path, *, positive: bool) -> Iterator[Evidence]:
    match node:
        case Compare() | Among() | Has():
            observed = stated(subject, at + node.path)
            yield _witness(node, subject, at, observed, positive=positive)
        case AllOf(parts) | AnyOf(parts):
            truths = [_truth(part, subject, at) for part in parts]
            for index in _deciding(truths, isinstance(node, AllOf)):
                yield from _evidence(parts[index], subject, at, positive=positive)
        case Not(part):
            yield from _evidence(part, subject, at, positive=not positive)
        case Some() | Every():
            path = at + node.path
            items: Sequence[object] | None = stated(subject, path)
            # Without items, or without a question about them, the collection is the evidence.
            if not items or node.where == TRUE:
                yield _witness(node, subject, at, items, positive=positive)
                return
            truths = [_truth(node.where, subject, (*path, i)) for i in range(len(items))]
            for index in _deciding(truths, isinstance(node, Every)):
                yield from _evidence(node.where, subject, (*path, index), positive=positive)
        case _:
            assert_never(node)


def _deciding(truths: Sequence[Truth], joint: bool) -> Iterator[int]:  # noqa: FBT001 - private
    """Yield the numbers of the parts that decide a joint (or an alternative)."""
    decisive = Truth.FALSE if joint else Truth.TRUE
    settled = decisive in truths
    return (i for i, truth in enumerate(truths) if truth is decisive or not settled)


def _witness(
    node: Leaf | Quantified, subject: object, at: Path, observed: object, *, positive: bool
) -> Evidence:
    truth = _truth(node, subject, at)
    placed = _placed(node, type(subject), at)
    required: Criterion = placed if positive else Not(placed)
    return Evidence(dotted(placed.path), observed, required, truth if positive else ~truth)


def _placed(node: Any, noun: type[Any], at: Path) -> Any:
    """Write a node about an item as a node about the subject that holds the item."""
    return attrs.evolve(node, noun=noun, path=at + node.path) if at else node


class _Reader:
    """Reads facts of a subject, hides the free ones, remembers what was asked."""

    def __init__(self, subject: object, free: frozenset[str]) -> None:
        self.subject = subject
        self.free = free
        self.seen: set[str] = set()

    def get(self, path: Path) -> Any:
        names = [dotted(path[: length + 1]) for length in range(len(path))]
        self.seen.update(names)
        return None if self.free.intersection(names) else stated(self.subject, path)


def _residual(node: Criterion, reader: _Reader, at: Path) -> Criterion:
    match node:
        case Compare() | Among() | Has():
            observed = reader.get(at + node.path)
            if observed is None:
                left: Criterion = _placed(node, type(reader.subject), at)
                return left
            return TRUE if leaf_holds(node, observed) else FALSE
        case AllOf(parts):
            return simplify_all(_residual(part, reader, at) for part in parts)
        case AnyOf(parts):
            return simplify_any(_residual(part, reader, at) for part in parts)
        case Not(part):
            return simplify_not(_residual(part, reader, at))
        case Some() | Every():
            path = at + node.path
            items: Sequence[object] | None = reader.get(path)
            if items is None:
                whole: Criterion = _placed(node, type(reader.subject), at)
                return whole
            lefts = [_residual(node.where, reader, (*path, i)) for i in range(len(items))]
            return simplify_any(lefts) if isinstance(node, Some) else simplify_all(lefts)
        case _:
            assert_never(node)


def simplify_all(parts: Iterable[Criterion]) -> Criterion:
    """Join with settled parts taken out, nested joins flattened and repeats dropped."""
    kept = flat(parts, AllOf)
    if FALSE in kept:
        return FALSE
    return next(iter(kept)) if len(kept) == 1 else AllOf(tuple(kept))


def simplify_any(parts: Iterable[Criterion]) -> Criterion:
    """Do the same for alternatives."""
    kept = flat(parts, AnyOf)
    if TRUE in kept:
        return TRUE
    return next(iter(kept)) if len(kept) == 1 else AnyOf(tuple(kept))


def simplify_not(part: Criterion) -> Criterion:
    """Deny a residual: constants flip, a double denial cancels."""
    if part in (TRUE, FALSE):
        return FALSE if part == TRUE else TRUE
    return part.part if isinstance(part, Not) else Not(part)
