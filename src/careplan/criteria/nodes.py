"""The nodes a criterion is made of: pure data, a small closed set.

A criterion is bound to a noun; inside `some` and `every` it is bound to the items.
Paths name facts from the noun down: attribute names, item numbers, table keys.
Criteria are written with the functions of `proxies`, which check what they build.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from typing import Any, ClassVar, Protocol

import attrs

from careplan.base.errors import AmbiguousTruth, InvalidCriterion
from careplan.base.exact import Exact
from careplan.base.foreign import Hosted
from careplan.base.quoting import quote, visible
from careplan.base.text import Labelled
from careplan.criteria.periods import Period
from careplan.criteria.signs import Op
from careplan.fields.declaring import made_of_all
from careplan.fields.paths import ON, Path, dotted
from careplan.fields.shapes import AnyCriterion
from careplan.fields.telling import made

Literal = bool | Exact | str | date | Labelled


class Alternatives:
    """What differs by how a text is read (`ByReading`), and joins itself with a criterion."""

    __slots__ = ()


class Node(Hosted):
    """What all nodes share: `&`, `|` and `~` join them, and none is true or false by itself.

    A node never changes, so what was found out about it is kept with it: `_depth` is how deep
    it goes, once it was checked (see `soundness`), `_members` the set of what it joins,
    `_bound_to` the noun it speaks about, `_changeable` whether a person can bring it about (see
    `evidence`), `_compiled` the function that answers it (see `compiling`), and `_look` how it is
    looked at (see `evaluation`).
    """

    __slots__ = ("_bound_to", "_changeable", "_compiled", "_depth", "_look", "_members")
    _bound_to: type[Any] | None
    _changeable: bool
    _compiled: Any
    _depth: int
    _look: Any
    _members: "frozenset[Criterion]"
    __shape__: ClassVar[AnyCriterion] = AnyCriterion()
    __attrs_init_subclass__ = classmethod(made)

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)

    def describe(self, language: str) -> str:
        """Say the criterion in "zh" or "en"; see `careplan.describe`."""
        # Words are made of nodes and stand above them: they are looked up once they are asked for.
        said: str = import_module("careplan.criteria.wording.criteria").describe(self, language)
        return said

    def __and__(self, other: "Given") -> "AllOf":
        return NotImplemented if isinstance(other, Alternatives) else all_of(self, other)

    def __or__(self, other: "Given") -> "AnyOf":
        return NotImplemented if isinstance(other, Alternatives) else any_of(self, other)

    def __invert__(self) -> "Not":
        return not_(self)


class Written(Protocol):
    """What is no criterion and is read as one: a fact that is yes or no."""

    def __criterion__(self) -> "Compare": ...


Given = Node | Written


@attrs.frozen
class Compare(Node):
    """A fact against a literal. A boolean fact by itself is a comparison with True."""

    noun: type[Any]
    path: Path
    op: Op
    value: Literal

    def __repr__(self) -> str:
        return f"{_written(self)} {self.op.value} {self.value!r}"


@attrs.frozen
class Among(Node):
    """A fact is one of several values."""

    noun: type[Any]
    path: Path
    values: frozenset[Literal]

    def __repr__(self) -> str:
        values = ", ".join(sorted(map(repr, self.values)))
        return f"among({_written(self)}, {{{values}}})"


@attrs.frozen
class Has(Node):
    """A stated set holds one item."""

    noun: type[Any]
    path: Path
    item: Labelled

    def __repr__(self) -> str:
        return f"has({_written(self)}, {self.item!r})"


@attrs.frozen
class AllOf(Node):
    """Every part holds; without parts, always true."""

    parts: "tuple[Criterion, ...]" = ()

    def __repr__(self) -> str:
        return f"all_of({', '.join(map(repr, self.parts))})"


@attrs.frozen
class AnyOf(Node):
    """At least one part holds; without parts, never true."""

    parts: "tuple[Criterion, ...]" = ()

    def __repr__(self) -> str:
        return f"any_of({', '.join(map(repr, self.parts))})"


@attrs.frozen
class Not(Node):
    """The part does not hold."""

    part: "Criterion"

    def __repr__(self) -> str:
        return f"not_({self.part!r})"


@attrs.frozen
class Some(Node):
    """At least one item of a collection satisfies `where`; false over an empty one."""

    noun: type[Any]
    path: Path
    where: "Criterion"

    def __repr__(self) -> str:
        return f"some({_written(self)}, {self.where!r})"


@attrs.frozen
class Every(Node):
    """All items of a collection satisfy `where`; true over an empty one."""

    noun: type[Any]
    path: Path
    where: "Criterion"

    def __repr__(self) -> str:
        return f"every({_written(self)}, {self.where!r})"


FEW = 4
TRUE = AllOf()
FALSE = AnyOf()


@attrs.frozen
class Term:
    """What a sum adds up: over the items at `over` the fact `amount`, wherever `where` holds.

    Without `over` it is about the subject itself; without `amount` each counts as 1. So it is a
    fact, a criterion as 0 or 1, a count of items, or a total of a fact of theirs; `amount` and
    `where` are those of the items.
    """

    over: Path = ()
    amount: Path = ()
    where: "Criterion" = TRUE

    def __repr__(self) -> str:
        over, amount = visible(dotted(self.over)), visible(dotted(self.amount))
        verb = ("total" if amount else "count") if over else "given" if amount else "holds"
        where = "" if self.where == TRUE else repr(self.where)
        if verb == "given" and not where:
            return amount
        return f"{verb}({', '.join(said for said in (over, amount, where) if said)})"


made(Term)  # a piece of a node


@attrs.frozen
class Linear(Node):
    """A sum of terms, each times an exact factor, against an exact bound.

    In the one form that `sums.canonical.linear` makes: each term once, as they were written
    (two that differ in that order only are equal), no factor 0, one of the two signs. Factors
    are never rescaled: the text's 4.5 is to be found again.
    """

    noun: type[Any]
    terms: tuple[tuple[Exact, Term], ...] = attrs.field(eq=frozenset)
    op: Op
    bound: Exact

    def __repr__(self) -> str:
        said = " + ".join(
            repr(term) if factor == 1 else f"{factor} * {term!r}" for factor, term in self.terms
        )
        return f"{self.noun.__name__}: {said} {self.op.value} {self.bound}"


@attrs.frozen
class Elapsed(Node):
    """At least a period has passed from a day to another, or to the day asked (no `end`).

    Of what is left once it is stated, `start` is the day itself, and the day asked is not known.
    """

    noun: type[Any]
    start: Path | date
    period: Period
    end: Path | None = None

    def __repr__(self) -> str:
        start = self.start if isinstance(self.start, date) else visible(dotted(self.start))
        return f"{self.noun.__name__}: {self.period} from {start} to {dotted(self.end or ON)}"


Leaf = Compare | Among | Has
Quantified = Some | Every
# What may ask for several facts at once, or for none.
Several = Linear | Elapsed
# What reads facts; the others join.
Asking = Leaf | Quantified | Several
Criterion = Compare | Among | Has | AllOf | AnyOf | Not | Some | Every | Linear | Elapsed


def all_of(*parts: Given) -> AllOf:
    """Join criteria (or boolean facts) of one noun: all must hold; without any, true.

    A join among the parts is taken apart, and equal parts merge. Raises InvalidCriterion for
    anything else, or criteria about several nouns.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Room
    >>> room = facts(Room)
    >>> all_of(room.independent, room.usable_area_m2 >= 6)
    all_of(Room.independent == True, Room.usable_area_m2 >= 6)
    """
    joined: AllOf = _joined(AllOf, parts)
    return joined


def any_of(*parts: Given) -> AnyOf:
    """Join criteria (or boolean facts) of one noun: one must hold; without any, false.

    Alternatives among the parts are taken apart, and equal parts merge. Raises
    InvalidCriterion for anything else, or criteria about several nouns.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Venue
    >>> venue = facts(Venue)
    >>> any_of(venue.waiting_area, venue.reserved_seats)
    any_of(Venue.waiting_area == True, Venue.reserved_seats == True)
    """
    joined: AnyOf = _joined(AnyOf, parts)
    return joined


def not_(part: Given) -> Not:
    """Deny a criterion (or a boolean fact); what is unknown stays unknown.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Room
    >>> not_(facts(Room).existing)
    not_(Room.existing == True)
    """
    return Not(as_criterion(part))


def as_criterion(value: object) -> Criterion:
    """Return a criterion as it is and a boolean fact as a comparison with True."""
    written = getattr(type(value), "__criterion__", None)
    node = written(value) if written is not None else value
    if not isinstance(node, Criterion):
        raise InvalidCriterion(f"expected a criterion or a boolean fact, got {quote(value)}")
    return node


def reads(criterion: Criterion) -> Iterator[Asking]:
    """Yield what a criterion reads of its noun, in order; not what it asks inside of items.

    What asks for several is one of them: see `steps.paths_asked`.
    """
    waiting = [criterion]
    while waiting:
        node = waiting.pop()
        if isinstance(node, AllOf | AnyOf):
            waiting += reversed(node.parts)
        elif isinstance(node, Not):
            waiting.append(node.part)
        else:
            yield node


def noun_of(criterion: Criterion) -> type[Any] | None:
    """Return the noun a criterion is bound to; None if it reads no fact."""
    if not isinstance(criterion, AllOf | AnyOf | Not):
        return criterion.noun
    if not hasattr(criterion, "_bound_to"):
        parts = (criterion.part,) if isinstance(criterion, Not) else criterion.parts
        nouns = (noun for part in parts if (noun := noun_of(part)) is not None)
        object.__setattr__(criterion, "_bound_to", next(nouns, None))
    return criterion._bound_to  # noqa: SLF001 - a node's memory is this module's own


def nouns_of(criteria: Iterable[Criterion]) -> tuple[type[Any], ...]:
    """Return the nouns that criteria are bound to, each once."""
    found = (noun_of(criterion) for criterion in criteria)
    return tuple(dict.fromkeys(noun for noun in found if noun is not None))


def _joined(join: Any, parts: tuple[object, ...]) -> Any:
    """Join parts to what the first one joins already, so that `c = c & x` adds to a flat list.

    The set of parts is kept with the join: it is copied, and no part is hashed again.
    """
    criteria = of_one_noun(parts)
    start: Any = criteria[0] if criteria and type(criteria[0]) is join else None
    if start is None:
        return join(each_once(criteria, join))
    members: frozenset[Any] = getattr(start, "_members", None) or frozenset(start.parts)
    added = [part for part in each_once(criteria[1:], join) if part not in members]
    if not added:
        return start
    object.__setattr__(joined := join((*start.parts, *added)), "_members", members.union(added))
    return joined


def each_once(criteria: Iterable[Any], join: Any) -> tuple[Criterion, ...]:
    """Return the parts in order, each once, those of an inner join of the same sort in place."""
    inner = [one for part in criteria for one in (part.parts if type(part) is join else (part,))]
    if len(inner) > FEW:
        return tuple(dict.fromkeys(inner))
    # Parts differ at the first look, mostly; a hash takes all of each.
    return tuple(one for place, one in enumerate(inner) if one not in inner[:place])


def of_one_noun(parts: tuple[object, ...]) -> tuple[Criterion, ...]:
    """Return criteria (or boolean facts) as such, all about one noun.

    Those about a noun and those about one made of it are about the latter. Raises
    InvalidCriterion for any others.
    """
    criteria = tuple(as_criterion(part) for part in parts)
    nouns = nouns_of(criteria)
    if len(nouns) < 2:  # noqa: PLR2004 - several
        return criteria
    if (noun := made_of_all(nouns)) is None:
        names = ", ".join(sorted(noun.__name__ for noun in nouns))
        raise InvalidCriterion(f"one criterion cannot speak about several nouns: {names}")
    # What may be said of a noun stands above the nodes: it is looked up once it is asked for.
    written_about: Any = import_module("careplan.criteria.soundness").written_about
    return tuple(written_about(one, noun) for one in criteria)


def _written(node: Leaf | Quantified) -> str:
    return visible(f"{node.noun.__name__}.{dotted(node.path)}")
