"""Answer a criterion as far as the stated facts of a subject reach, and return what is left.

`residual` is the one operation behind "what is missing" and "what would it take".
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.criteria.evaluation import checked_about, leaf_holds, placed, stated
from careplan.fields.paths import Path, dotted


def residual(criterion: object, subject: object, free: Collection[str] = ()) -> n.Criterion:
    """Replace what `subject` states and return what is left of the criterion.

    Facts whose dotted paths are in `free` (or lie inside one that is) count as not stated:
    what is left is then what they would have to be. Raises NotFound for a free path the
    criterion does not read, InvalidInput if the subject is not of the criterion's noun.

    >>> from careplan.nouns.facilities import Venue
    >>> from careplan.criteria.proxies import facts
    >>> venue = facts(Venue)
    >>> crowded = (venue.building_area_m2 > 10_000) & (venue.daily_visitors > 5)
    >>> residual(crowded, Venue(daily_visitors=9))
    Venue.building_area_m2 > 10000
    """
    node = checked_about(criterion, subject)
    listed = isinstance(free, Collection) and not isinstance(free, str)
    if not listed or not all(isinstance(path, str) for path in free):
        raise InvalidInput([Problem("free", "wrong_type", free, {"expected": "[str]"})])
    if not free:
        return left_of(node, subject)
    # A misspelt path would silently free nothing, so what is free must be read.
    reader = _Reader(subject, frozenset(free))
    left = _residual(node, reader, ())
    # What lies inside something set free is read no more, but may be named beside it.
    known = {dotted(path) for path in reader.seen | paths_read(node, subject)}
    for path in sorted(reader.free):
        if path not in known:
            raise NotFound("path", path, sorted(known))
    return left


def left_of(node: n.Criterion, subject: object) -> n.Criterion:
    """Return what is left of a criterion that is known to be sound and about the subject's noun."""
    return left_by(node, Facts(subject))


def left_by(node: n.Criterion, facts: "Facts") -> n.Criterion:
    """Return what is left of a criterion once these facts are read."""
    return _residual(node, facts, ())


def facts_of(criterion: object) -> tuple[str, ...]:
    """Return the dotted paths of the facts a criterion asks for, each once, in order.

    A collection that is not stated is asked for as a whole.

    >>> from careplan.nouns.facilities import Venue
    >>> from careplan.criteria.proxies import facts, some
    >>> facts_of(some(facts(Venue).rooms))
    ('rooms',)
    """
    return tuple(dict.fromkeys(dotted(one.path) for one in n.reads(n.as_criterion(criterion))))


def paths_read(node: n.Criterion, subject: object) -> frozenset[Path]:
    """Return the paths of all facts a criterion looks at in `subject`, and of what holds them."""
    reader = _Reader(subject, frozenset())
    _residual(node, reader, ())
    return frozenset(reader.seen)


class Facts:
    """Reads the facts of a subject for a residual."""

    def __init__(self, subject: object) -> None:
        """Read what `subject` states."""
        self.subject = subject

    def get(self, path: Path) -> Any:
        """Return the fact at a path, or None if it is not stated."""
        return stated(self.subject, path)

    def places(self, node: n.Quantified, path: Path, items: Sequence[object]) -> Iterable[int]:  # noqa: ARG002 - for others to tell nodes apart
        """Return the numbers of the items that a criterion about them is asked of."""
        return range(len(items))


class _Reader(Facts):
    """Reads facts of a subject, hides the free ones, remembers what was asked."""

    def __init__(self, subject: object, free: frozenset[str]) -> None:
        super().__init__(subject)
        self.free = free
        self.seen: set[Path] = set()

    def get(self, path: Path) -> Any:
        held_by = [path[:end] for end in range(1, len(path) + 1)]
        self.seen.update(held_by)
        hidden = bool(self.free) and not self.free.isdisjoint(map(dotted, held_by))
        return None if hidden else stated(self.subject, path)


def _residual(node: n.Criterion, reader: Facts, at: Path) -> n.Criterion:
    match node:
        case n.Compare() | n.Among() | n.Has():
            observed = reader.get(at + node.path if at else node.path)
            if observed is None:
                left: n.Criterion = placed(node, type(reader.subject), at)
                return left
            return n.TRUE if leaf_holds(node, observed) else n.FALSE
        case n.AllOf(parts):
            return simplify_all([_residual(part, reader, at) for part in parts])
        case n.AnyOf(parts):
            return simplify_any([_residual(part, reader, at) for part in parts])
        case n.Not(part):
            return simplify_not(_residual(part, reader, at))
        case n.Some() | n.Every():
            path = at + node.path
            items: Sequence[object] | None = reader.get(path)
            if items is None:
                whole: n.Criterion = placed(node, type(reader.subject), at)
                return whole
            places = reader.places(node, path, items)
            lefts = [_residual(node.where, reader, (*path, i)) for i in places]
            return simplify_any(lefts) if isinstance(node, n.Some) else simplify_all(lefts)
        case _:
            assert_never(node)


def simplify_all(parts: Iterable[n.Criterion]) -> n.Criterion:
    """Join with settled parts taken out, nested joins flattened and repeats dropped."""
    return _simplify(tuple(parts), n.AllOf, n.FALSE)


def simplify_any(parts: Iterable[n.Criterion]) -> n.Criterion:
    """Do the same for alternatives."""
    return _simplify(tuple(parts), n.AnyOf, n.TRUE)


def _simplify(
    parts: tuple[n.Criterion, ...], join: Any, decisive: n.AllOf | n.AnyOf
) -> n.Criterion:
    # The decisive constant is the other join without parts: no alternative, or nothing asked.
    settled = (part for part in parts if isinstance(part, type(decisive)))
    if not all(part.parts for part in settled):
        return decisive
    kept = n.each_once(parts, join)
    whole: n.Criterion = kept[0] if len(kept) == 1 else join(kept)
    return whole


def simplify_not(part: n.Criterion) -> n.Criterion:
    """Deny a residual: constants flip, a double denial cancels."""
    if isinstance(part, n.AllOf | n.AnyOf) and not part.parts:
        return n.FALSE if isinstance(part, n.AllOf) else n.TRUE
    return part.part if isinstance(part, n.Not) else n.Not(part)
