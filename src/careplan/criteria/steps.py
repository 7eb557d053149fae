"""The steps by which a criterion is answered: a fact is read, a leaf decided, what is left joined.

Both ways to answer take them: `evaluation`, which looks at everything, and `residuals`, which
keeps what is left.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.fields.paths import ON, Path


def stated(subject: object, path: Path) -> Any:
    """Return the fact at `path`, or None if anything on the way is not stated."""
    # The hot path of every answer: `type(step) is str`, since a key of a table is a text as well.
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


class Facts:
    """Reads the facts of a subject, and the day asked."""

    def __init__(self, subject: object, on: date | None = None) -> None:
        """Read what `subject` states; `on` is the day asked, None if it is not known."""
        self.subject: Any = subject
        self.on = on

    def day_asked(self) -> date | None:
        """Return the day asked, or None if it is not known."""
        return self.on

    def get(self, path: Path) -> Any:
        """Return the fact at a path, or None if it is not stated."""
        return stated(self.subject, path)

    def places(self, node: n.Quantified, path: Path, items: Sequence[object]) -> Iterable[int]:  # noqa: ARG002 - for others to tell nodes apart
        """Return the numbers of the items that a criterion about them is asked of."""
        return range(len(items))


def days_of(node: n.Elapsed, facts: Facts, at: Path) -> tuple[date | None, date | None]:
    """Return the days between which a period is to pass, of a subject or the item at a path."""
    start = node.start if isinstance(node.start, date) else facts.get(at + node.start)
    return start, facts.day_asked() if node.end is None else facts.get(at + node.end)


def paths_asked(one: n.Asking) -> Iterator[Path]:
    """Yield the path of each fact or collection that a part of a criterion asks for, or `ON`.

    What counts time inside of items to the day asked asks for it beside the items.
    """
    match one:
        case n.Compare() | n.Among() | n.Has():
            yield one.path
        case n.Some(path=path, where=where) | n.Every(path=path, where=where):
            yield path
            if counts_to_day(where):
                yield ON
        case n.Linear(terms=terms):
            for _, term in terms:
                yield from _asked_by_term(term)
        case n.Elapsed(start=start, end=end):
            yield from () if isinstance(start, date) else (start,)
            yield end or ON
        case _:
            assert_never(one)


def _asked_by_term(term: n.Term) -> Iterator[Path]:
    for inner in () if term.over else n.reads(term.where):
        yield from paths_asked(inner)
    if path := term.over or term.amount:
        yield path
    if term.over and counts_to_day(term.where):
        yield ON


def counts_to_day(node: n.Criterion) -> bool:
    """Say whether a criterion counts time to the day asked, be it inside of items."""
    match node:
        case n.Compare() | n.Among() | n.Has():
            return False
        case n.AllOf(parts) | n.AnyOf(parts):
            return any(map(counts_to_day, parts))
        case n.Not(part):
            return counts_to_day(part)
        case n.Some(where=where) | n.Every(where=where):
            return counts_to_day(where)
        case n.Linear(terms=terms):
            return any(counts_to_day(term.where) for _, term in terms)
        case n.Elapsed(end=end):
            return end is None
        case _:
            assert_never(node)


def leaf_holds(leaf: n.Leaf, observed: Any) -> bool:
    """Say whether an observed value is what a leaf requires."""
    match leaf:
        case n.Compare(op=op, value=value):
            return op.holds(observed, value)
        case n.Among(values=values):
            return observed in values
        case n.Has(item=item):
            return item in observed
        case _:
            assert_never(leaf)


def placed(node: Any, noun: type[Any], at: Path) -> Any:
    """Write a criterion about an item as one about the subject that holds the item."""
    return moved(node, noun, at) if at else node


def moved(node: Any, noun: type[Any], at: Path = ()) -> Any:
    """Write a criterion as one about `noun`, in which its facts stand at a path."""
    match node:
        case n.Compare(path=path, op=op, value=value):
            return n.Compare(noun, at + path, op, value)
        case n.Among(path=path, values=values):
            return n.Among(noun, at + path, values)
        case n.Has(path=path, item=item):
            return n.Has(noun, at + path, item)
        case n.AllOf(parts) | n.AnyOf(parts):
            return type(node)(tuple(moved(part, noun, at) for part in parts))
        case n.Not(part):
            return n.Not(moved(part, noun, at))
        case n.Some(path=path, where=where) | n.Every(path=path, where=where):
            return type(node)(noun, at + path, where)
        case n.Linear(terms=terms):
            shifted = tuple((factor, _term_moved(term, noun, at)) for factor, term in terms)
            return attrs.evolve(node, noun=noun, terms=shifted)
        case n.Elapsed(start=start, end=end):
            start = start if isinstance(start, date) else at + start
            return attrs.evolve(node, noun=noun, start=start, end=None if end is None else at + end)
        case _:
            assert_never(node)


def _term_moved(term: n.Term, noun: type[Any], at: Path) -> n.Term:
    if term.over:  # what is asked of items begins at the item
        return attrs.evolve(term, over=at + term.over)
    amount = at + term.amount if term.amount else ()
    return n.Term((), amount, moved(term.where, noun, at))


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
    other = type(decisive)
    for part in parts:
        if type(part) is other and not part.parts:
            return decisive
    kept = n.each_once(parts, join)
    whole: n.Criterion = kept[0] if len(kept) == 1 else join(kept)
    return whole


def simplify_not(part: n.Criterion) -> n.Criterion:
    """Deny a residual: constants flip, a double denial cancels."""
    if isinstance(part, n.AllOf | n.AnyOf) and not part.parts:
        return n.FALSE if isinstance(part, n.AllOf) else n.TRUE
    return part.part if isinstance(part, n.Not) else n.Not(part)
