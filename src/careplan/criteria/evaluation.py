"""Evaluate a criterion about a subject, looking at everything once, and keep what decides.

A node never changes: how it is looked at is prepared once, and kept with it. What was seen of a
node is its truth, and what was observed of its fact, or seen inside. The truth is all that many
ask for; evidence, and what is still to be stated, is made of what was seen when it is asked for.
"""

import operator
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.text import Labelled
from careplan.base.truth import Truth, truth_of
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evidence import Evaluation, Evidence, exceptions
from careplan.criteria.residuals import facts_of, left_at, left_of_term
from careplan.criteria.signs import Op
from careplan.criteria.soundness import checked_about
from careplan.criteria.steps import Facts, counts_to_day, days_of, placed, stated
from careplan.criteria.sums.canonical import left_of_sum
from careplan.criteria.sums.tallies import tally_of
from careplan.fields.declaring import Noun
from careplan.fields.paths import ON, Path, dotted

# Of one node: its truth, and what was observed, or what was seen of each part.
Seen = tuple[Truth, Any]
_TRUE, _FALSE, _UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
_NOT_STATED: Seen = (_UNKNOWN, None)
_DENIED = {_TRUE: _FALSE, _FALSE: _TRUE, _UNKNOWN: _UNKNOWN}
# How many items of a collection each criterion about it is kept for, as it is written about them.
MOST_PLACED = 64


def evaluate(criterion: n.Given, subject: Noun, *, on: date | None = None) -> Evaluation:
    """Evaluate a criterion about `subject` in Kleene's logic, with evidence.

    `on` is the day asked, which criteria about elapsed time read. Raises InvalidInput if it is no
    day or a datetime, or if the subject is not of the criterion's noun.

    >>> from careplan.nouns.facilities import Venue
    >>> from careplan.criteria.proxies import facts
    >>> evaluate(facts(Venue).building_area_m2 > 10_000, Venue()).truth
    Truth.UNKNOWN
    """
    node = checked_about(criterion, subject)
    return looked_at(node, Facts(subject, None if on is None else day_asked(on)))


def looked_at(node: n.Criterion, facts: Facts) -> Evaluation:
    """Do the same for a criterion that is known to be sound and about the subject's noun.

    The subject itself is read: what another reader of it would hide is for `residuals`.
    """
    look = look_of(node)
    seen = look.at(facts)
    return Evaluation(seen[0], look.evidence(seen, facts))


def truth_by(node: n.Criterion, facts: Facts) -> Truth:
    """Return the truth alone, of a criterion known to be sound and about the subject's noun."""
    return look_of(node).at(facts)[0]


class Look(ABC):
    """How one node is looked at.

    `see` reads an object: the subject, or an item of it, which stands at a path. What was seen is
    told by the look of the node as it is written about the subject; where it is about an item that
    is another one, of the same shape (see `_ItemsLook`).
    """

    __slots__ = ("node", "path")
    node: n.Criterion
    path: str  # as evidence names it: empty of what is about several facts

    def __init__(self, node: n.Criterion) -> None:
        """Prepare it."""
        self.node = node
        self.path = ""

    def at(self, facts: Facts) -> Seen:
        """Look at the subject."""
        return self.see(facts.subject, facts, ())

    def evidence(self, seen: Seen, facts: Facts) -> tuple[Evidence, ...]:
        """Return what decides, of a criterion that was looked at; nothing if it asks nothing."""
        if n.noun_of(self.node) is None:
            return ()
        return tuple(self.pieces(seen, facts, positive=True))

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

    def _piece(self, truth: Truth, observed: Any, positive: bool, *groups: Any) -> Evidence:  # noqa: FBT001 - by place, it is asked most
        if positive:
            return Evidence(self.path, observed, self.node, truth, *groups)
        return Evidence(self.path, observed, n.Not(self.node), _DENIED[truth], *groups)


def look_of(node: n.Criterion) -> Look:
    """Return how a node is looked at; it is kept with the node."""
    look: Look | None = getattr(node, "_look", None)
    if look is None:
        object.__setattr__(node, "_look", look := _prepared(node))
    return look


def _prepared(node: n.Criterion) -> Look:
    match node:
        case n.Compare() | n.Among() | n.Has():
            return _LeafLook(node)
        case n.AllOf() | n.AnyOf():
            return _JoinLook(node)
        case n.Not():
            return _NotLook(node)
        case n.Some() | n.Every():
            return _ItemsLook(node)
        case n.Linear():
            return _SumLook(node)
        case n.Elapsed():
            return _ElapsedLook(node)
        case _:
            assert_never(node)


class _LeafLook(Look):
    __slots__ = ("_has_few", "_holds", "_pieces", "_step", "_steps")

    def __init__(self, node: n.Leaf) -> None:
        super().__init__(node)
        self.path = dotted(node.path)
        self._steps = node.path
        # Mostly a fact of the object itself.
        self._step: Any = node.path[0] if len(node.path) == 1 else None
        self._holds = _test(node)
        self._has_few = _has_few_values(node)
        self._pieces: dict[Any, Evidence] = {}

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:  # noqa: ARG002 - others ask
        step = self._step
        observed = stated(item, self._steps) if step is None else getattr(item, step)
        if observed is None:
            return _NOT_STATED
        return (_TRUE if self._holds(observed) else _FALSE), observed

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:  # noqa: ARG002 - others ask
        truth, observed = seen
        if observed is not None and not self._has_few:
            return self._piece(truth, observed, positive)
        # What has few values says the same of each subject, and is made once.
        found = self._pieces.get((observed, positive))
        if found is None:
            found = self._pieces[observed, positive] = self._piece(truth, observed, positive)
        return found

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:  # noqa: ARG002 - others ask
        return (self.path,)


def _has_few_values(leaf: n.Leaf) -> bool:
    """Say whether a fact is yes or no, or a member of an enum."""
    if isinstance(leaf, n.Compare):
        return isinstance(leaf.value, bool | Labelled)
    return isinstance(leaf, n.Among) and all(isinstance(one, Labelled) for one in leaf.values)


def _test(leaf: n.Leaf) -> Callable[[Any], object]:
    """Return what says of a value that is stated whether it is as a leaf requires."""
    match leaf:
        case n.Compare(op=op, value=value):
            if isinstance(value, Labelled):
                return partial(_is_member if op is Op.EQ else _is_no_member, value)
            # The literal stands first: what is more than it, it is less than.
            return partial(_TURNED[op], value)
        case n.Among(values=values):
            return values.__contains__
        case n.Has(item=item):
            return lambda observed: item in observed
        case _:
            assert_never(leaf)


_TURNED: dict[Op, Callable[[Any, Any], Any]] = {
    Op.GE: operator.le,
    Op.GT: operator.lt,
    Op.LE: operator.ge,
    Op.LT: operator.gt,
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
}


def _is_member(member: Labelled, observed: object) -> bool:
    return observed is member or member == observed


def _is_no_member(member: Labelled, observed: object) -> bool:
    return observed is not member and member != observed


class _NotLook(Look):
    __slots__ = ("_denied",)
    node: n.Not

    def __init__(self, node: n.Not) -> None:
        super().__init__(node)
        self._denied = look_of(node.part)

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:
        seen = self._denied.see(item, facts, at)
        return _DENIED[seen[0]], seen

    def pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        return self._denied.pieces(seen[1], facts, positive=not positive)

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        return self._denied.piece(seen[1], facts, positive=not positive)

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:
        return self._denied.missing(seen[1], facts)


class _SeveralLook(Look):
    """How a join or a collection is looked at: one decisive part, or item, settles the whole."""

    __slots__ = ("_asks_all", "_decisive", "_otherwise")

    def __init__(self, node: n.AllOf | n.AnyOf | n.Quantified) -> None:
        super().__init__(node)
        self._asks_all = isinstance(node, n.AllOf | n.Every)
        self._decisive = _FALSE if self._asks_all else _TRUE
        self._otherwise = _TRUE if self._asks_all else _FALSE

    @abstractmethod
    def _inside(self, seen: Seen) -> Sequence[Seen]:
        """Return what was seen of each part, or item."""

    @abstractmethod
    def _told(self, place: int, facts: Facts) -> Look:
        """Return how a part, or item, is told."""

    def _joined(self, inner: Iterable[Seen]) -> Truth:
        """Join as Kleene does."""
        joined, decisive = self._otherwise, self._decisive
        for truth, _ in inner:
            if truth is decisive:
                return decisive
            if truth is _UNKNOWN:
                joined = _UNKNOWN
        return joined

    def _deciding(self, seen: Seen, facts: Facts) -> Iterator[tuple[Look, Seen]]:
        """Yield of what was seen inside that which settles the whole, or else all."""
        decisive = self._decisive
        is_settled = seen[0] is decisive
        for place, one in enumerate(self._inside(seen)):
            if not is_settled or one[0] is decisive:
                yield self._told(place, facts), one

    def _all(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        found: list[Evidence] = []
        for look, one in self._deciding(seen, facts):
            found += look.pieces(one, facts, positive=positive)
        return found

    def _whole(self, seen: Seen, found: list[Evidence], positive: bool) -> Evidence:  # noqa: FBT001 - by place
        """Return several pieces as one that asks for them all; one may say all of it already."""
        if len(found) == 1:
            own, said = self.node, found[0].required
            if positive and (said is own or said == own):
                return found[0]
            if not positive and isinstance(said, n.Not) and (said.part is own or said.part == own):
                return found[0]
        return self._piece(seen[0], None, positive, tuple(found))

    def missing(self, seen: Seen, facts: Facts) -> Iterator[str]:
        for place, one in enumerate(self._inside(seen)):
            if one[0] is _UNKNOWN:
                yield from self._told(place, facts).missing(one, facts)


class _JoinLook(_SeveralLook):
    __slots__ = ("_fixed", "_looks", "_see_each")
    node: n.AllOf | n.AnyOf

    def __init__(self, node: n.AllOf | n.AnyOf) -> None:
        super().__init__(node)
        self._looks = tuple(map(look_of, node.parts))
        self._see_each = tuple(look.see for look in self._looks)
        self._fixed: tuple[bool, ...] | None = None

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:
        inner = [see(item, facts, at) for see in self._see_each]
        return self._joined(inner), inner

    def pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        if not self._looks:  # what is always or never so
            return [self._piece(seen[0], None, positive)]
        if self._asks_all is positive or len(self._looks) == 1:
            return self._all(seen, facts, positive=positive)
        return [self._any(seen, facts, positive)]

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        found = self.pieces(seen, facts, positive=positive)
        if len(self._looks) == 1 and len(found) == 1:
            return found[0]
        return self._whole(seen, found, positive)

    def _inside(self, seen: Seen) -> Sequence[Seen]:
        inner: Sequence[Seen] = seen[1]
        return inner

    def _told(self, place: int, facts: Facts) -> Look:  # noqa: ARG002 - items are told apart
        return self._looks[place]

    def _any(self, seen: Seen, facts: Facts, positive: bool) -> Evidence:  # noqa: FBT001 - by place
        """Return alternatives as one piece, those apart that nobody can bring about."""
        fixed = self._fixed
        if fixed is None:
            listed = exceptions(self.node.parts)
            fixed = tuple(any(part is one for one in listed) for part in self.node.parts)
            self._fixed = fixed
        parts, unless = [], []
        settled = seen[0] is self._decisive
        for look, one, is_fixed in zip(self._looks, seen[1], fixed, strict=True):
            if is_fixed:
                unless.append(look.piece(one, facts, positive=positive))
            elif not settled or one[0] is self._decisive:
                parts.append(look.piece(one, facts, positive=positive))
        return self._piece(seen[0], None, positive, tuple(parts), tuple(unless))


class _ItemsLook(_SeveralLook):
    """How a collection is looked at: what is asked of its items is told with the item's path."""

    __slots__ = ("_asks", "_placed", "_where")
    node: n.Quantified

    def __init__(self, node: n.Quantified) -> None:
        super().__init__(node)
        self.path = dotted(node.path)
        self._asks = node.where != n.TRUE
        self._where = look_of(node.where)
        self._placed: dict[tuple[type[Any], int], Look] = {}

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:
        items: Sequence[Any] | None = stated(item, self.node.path)
        if items is None:
            return _UNKNOWN, (None, ())
        # Without items, or without a question about them, the collection is the evidence.
        if not items or not self._asks:
            return (_TRUE if items else self._otherwise), (items, ())
        path, see = at + self.node.path, self._where.see
        inner = [see(one, facts, (*path, index)) for index, one in enumerate(items)]
        return self._joined(inner), (items, inner)

    def pieces(self, seen: Seen, facts: Facts, *, positive: bool) -> list[Evidence]:
        items, inner = seen[1]
        if not inner:
            return [self._piece(seen[0], items, positive)]
        if self._asks_all is positive:
            return self._all(seen, facts, positive=positive)
        deciding = self._deciding(seen, facts)
        parts = tuple(look.piece(one, facts, positive=positive) for look, one in deciding)
        return [self._piece(seen[0], None, positive, parts)]

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:
        return self._whole(seen, self.pieces(seen, facts, positive=positive), positive)

    def missing(self, seen: Seen, facts: Facts) -> Iterator[str]:
        if seen[1][0] is not None:
            yield from super().missing(seen, facts)
            return
        yield self.path
        if facts.day_asked() is None and counts_to_day(self.node.where):
            yield dotted(ON)

    def _inside(self, seen: Seen) -> Sequence[Seen]:
        inner: Sequence[Seen] = seen[1][1]
        return inner

    def _told(self, place: int, facts: Facts) -> Look:
        noun = type(facts.subject)
        look = self._placed.get((noun, place))
        if look is None:
            look = look_of(placed(self.node.where, noun, (*self.node.path, place)))
            if len(self._placed) < MOST_PLACED:
                self._placed[noun, place] = look
        return look


class _SumLook(Look):
    """How a sum is looked at: it is true or false once nothing is left of it, and only then."""

    __slots__ = ()
    node: n.Linear

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:  # noqa: ARG002 - read by its path
        node = self.node
        opened = [tuple(left_of_term(factor, term, facts, at)) for factor, term in node.terms]
        noun = type(facts.subject) if at else node.noun
        left = left_of_sum(node, noun, (part for term in opened for part in term))
        truth = _TRUE if left == n.TRUE else _FALSE if left == n.FALSE else _UNKNOWN
        return truth, (opened, left)

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:  # noqa: ARG002 - others ask
        opened, left = seen[1]
        return self._piece(seen[0], tally_of(self.node, opened, left), positive)

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:  # noqa: ARG002 - others ask
        return facts_of(seen[1][1])


class _ElapsedLook(Look):
    __slots__ = ()
    node: n.Elapsed

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:  # noqa: ARG002 - read by its path
        days = days_of(self.node, facts, at)
        return truth_of(self.node.period.passed(*days)), days

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:  # noqa: ARG002 - others ask
        return self._piece(seen[0], seen[1], positive)

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:  # noqa: ARG002 - others ask
        return facts_of(left_at(self.node, facts, ()))
