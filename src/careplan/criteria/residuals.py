"""Answer a criterion as far as the stated facts of a subject reach, and return what is left.

`residual` is the one operation behind "what is missing" and "what would it take".
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.base.exact import Exact, ratio
from careplan.criteria.elapsing import day_asked, on_day
from careplan.criteria.signs import Op
from careplan.criteria.soundness import checked_about
from careplan.criteria.steps import (
    Facts,
    counts_to_day,
    days_of,
    leaf_holds,
    paths_asked,
    placed,
    simplify_all,
    simplify_any,
    simplify_not,
    stated,
)
from careplan.criteria.sums.canonical import left_of_sum
from careplan.fields.declaring import Noun
from careplan.fields.paths import ON, Path, dotted


def residual(
    criterion: n.Given, subject: Noun, free: Collection[str] = (), *, on: date | None = None
) -> n.Criterion:
    """Replace what `subject` states and return what is left of the criterion.

    `on` is the day asked, which criteria about elapsed time read; not known, it is left as well.
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
    day = day_asked(on)
    if not free:
        return left_of(node, subject, day)
    # A misspelt path would silently free nothing, so what is free must be read.
    reader = _Reader(subject, frozenset(free), day)
    left = left_at(node, reader, ())
    # What lies inside something set free is read no more, but may be named beside it.
    known = {dotted(path) for path in reader.seen | _read(node, subject)}
    for path in sorted(reader.free):
        if path not in known:
            raise NotFound("path", path, sorted(known))
    return left


def left_of(node: n.Criterion, subject: object, on: date | None = None) -> n.Criterion:
    """Return what is left of a criterion that is known to be sound and about the subject's noun."""
    return left_by(node, Facts(subject, on))


def left_by(node: n.Criterion, facts: "Facts") -> n.Criterion:
    """Return what is left of a criterion once these facts are read."""
    return left_at(node, facts, ())


def facts_of(criterion: n.Given) -> tuple[str, ...]:
    """Return the dotted paths of the facts a criterion asks for, each once, in order.

    A collection that is not stated is asked for as a whole.

    >>> from careplan.nouns.facilities import Venue
    >>> from careplan.criteria.proxies import facts, some
    >>> facts_of(some(facts(Venue).rooms))
    ('rooms',)
    """
    asked = (path for one in n.reads(n.as_criterion(criterion)) for path in paths_asked(one))
    return tuple(dict.fromkeys(map(dotted, asked)))


def paths_read(node: n.Criterion, subject: object) -> frozenset[Path]:
    """Return the paths of all facts a criterion looks at in `subject`, and of what holds them."""
    return _read(node, subject) - {ON}


def _read(node: n.Criterion, subject: object) -> frozenset[Path]:
    reader = _Reader(subject, frozenset())
    left_at(node, reader, ())
    return frozenset(reader.seen)


class _Reader(Facts):
    """Reads facts of a subject, hides the free ones, remembers what was asked."""

    def __init__(self, subject: object, free: frozenset[str], on: date | None = None) -> None:
        super().__init__(subject, on)
        self.free = free
        self.seen: set[Path] = set()

    def get(self, path: Path) -> Any:
        held_by = [path[:end] for end in range(1, len(path))] if len(path) > 1 else []
        held_by.append(path)
        self.seen.update(held_by)
        if self.free and not self.free.isdisjoint(map(dotted, held_by)):
            return None
        return stated(self.subject, path)

    def day_asked(self) -> date | None:
        self.seen.add(ON)
        return None if dotted(ON) in self.free else self.on


def left_at(node: n.Criterion, reader: Facts, at: Path) -> n.Criterion:
    """Return what is left of a criterion about the subject, or about the item of it at a path."""
    match node:
        case n.Compare() | n.Among() | n.Has():
            observed = reader.get(at + node.path if at else node.path)
            if observed is None:
                left: n.Criterion = placed(node, type(reader.subject), at)
                return left
            return n.TRUE if leaf_holds(node, observed) else n.FALSE
        case n.AllOf(parts):
            return simplify_all([left_at(part, reader, at) for part in parts])
        case n.AnyOf(parts):
            return simplify_any([left_at(part, reader, at) for part in parts])
        case n.Not(part):
            return simplify_not(left_at(part, reader, at))
        case n.Some() | n.Every():
            path = at + node.path
            items: Sequence[object] | None = reader.get(path)
            if items is None:
                asked = attrs.evolve(node, where=_on_the_day(node.where, reader))
                whole: n.Criterion = placed(asked, type(reader.subject), at)
                return whole
            places = reader.places(node, path, items)
            lefts = [left_at(node.where, reader, (*path, i)) for i in places]
            return simplify_any(lefts) if isinstance(node, n.Some) else simplify_all(lefts)
        case n.Linear(terms=terms):
            opened = (left_of_term(factor, term, reader, at) for factor, term in terms)
            noun = type(reader.subject) if at else node.noun
            return left_of_sum(node, noun, (part for one in opened for part in one))
        case n.Elapsed():
            return _left_of_elapsed(node, reader, at)
        case _:
            assert_never(node)


def _left_of_elapsed(node: n.Elapsed, reader: Facts, at: Path) -> n.Criterion:
    """Return what is left: a bound of the day that is not known, or the period with what is."""
    start, end = days_of(node, reader, at)
    passed = node.period.passed(start, end)
    if passed is not None:
        return n.TRUE if passed else n.FALSE
    whole: n.Elapsed = placed(node, type(reader.subject), at)
    if end is not None:
        assert not isinstance(whole.start, date)  # noqa: S101 - both days would be known
        return n.Compare(whole.noun, whole.start, Op.LE, _day(node.period.latest_start(end)))
    if start is None:
        return whole
    if whole.end is None:
        return attrs.evolve(whole, start=start)
    return n.Compare(whole.noun, whole.end, Op.GE, _day(node.period.complete(start)))


def _on_the_day(where: n.Criterion, reader: Facts) -> n.Criterion:
    """Return what is asked of items that are not stated, on the day asked once that is known."""
    day = reader.day_asked() if counts_to_day(where) else None
    return where if day is None else on_day(where, day)


def _day(day: date | None) -> date:
    assert day is not None  # noqa: S101 - `passed` would have settled it
    return day


def left_of_term(
    factor: Exact, term: n.Term, reader: Facts, at: Path
) -> Iterator[tuple[Fraction, n.Term | None]]:
    """Yield what a term of a sum comes to: numbers that are known, and what is left times each.

    A number that is known stands beside None.
    """
    share, places = ratio(factor), [at]
    if term.over:
        over = at + term.over
        items: Sequence[object] | None = reader.get(over)
        if items is None:
            yield share, n.Term(over, term.amount, _on_the_day(term.where, reader))
            return
        places = [(*over, index) for index in range(len(items))]
    for place in places:
        path = place + term.amount if term.amount else ()
        # Read even where nothing counts, so that a caller may set it free.
        value = reader.get(path) if path else 1
        where = left_at(term.where, reader, place)
        if where == n.FALSE:
            continue
        if value is None:
            yield share, n.Term((), path, where)
        else:
            yield share * ratio(value), None if where == n.TRUE else n.Term((), (), where)
