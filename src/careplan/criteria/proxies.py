"""Write a criterion: `venue = facts(Venue)`, then `venue.building_area_m2 > 10_000`.

A proxy stands for a fact of its noun. Names, operators and the types of literals are
checked here, when the expression is built, so that a criterion that exists can be
evaluated. The nodes they make are in `nodes`.

>>> from careplan.nouns.facilities import Room, Venue
>>> venue, room = facts(Venue), facts(Room)
>>> (venue.building_area_m2 > 10_000) & some(venue.rooms, room.usable_area_m2 >= 10)
all_of(Venue.building_area_m2 > 10000, some(Venue.rooms, Room.usable_area_m2 >= 10))
"""

from collections.abc import Iterable
from typing import Any, NoReturn

from careplan.base.errors import AmbiguousTruth, InvalidCriterion, Problem, UnknownFact
from careplan.base.quoting import quote, visible
from careplan.criteria.nodes import (
    TRUE,
    AllOf,
    Among,
    AnyOf,
    Compare,
    Criterion,
    Every,
    Has,
    Literal,
    Not,
    Op,
    Some,
    all_of,
    any_of,
    as_criterion,
    not_,
    noun_of,
)
from careplan.fields.checking import elements, read, same_hash
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FlagKind,
    ItemsKind,
    Kind,
    NumberKind,
    PartKind,
    TableKind,
    TextKind,
)
from careplan.fields.paths import Path, dotted

_ORDERED = (NumberKind, CountKind, DayKind)
_SINGLE = (*_ORDERED, FlagKind, ChoiceKind, TextKind)


class Fact:
    """A fact of a noun, to write criteria with; it holds no value and has no truth."""

    __slots__ = ("_kind", "_noun", "_path")

    def __init__(self, noun: type[Any], path: Path, kind: Kind) -> None:
        """Bind to a noun and a path; use `facts` to get the first one."""
        self._noun = noun
        self._path = path
        self._kind = kind

    def __getattr__(self, name: str) -> "Fact":
        if name.startswith("_"):
            raise AttributeError(name)
        if isinstance(self._kind, ItemsKind):
            raise InvalidCriterion(
                f"{self!r} is a collection: ask about its items with some(...) or every(...)"
            )
        kind = self._kind
        declared = facts_declared(kind.noun) if isinstance(kind, PartKind) else {}
        if name not in declared:
            raise UnknownFact("attribute", name, declared)
        return Fact(self._noun, (*self._path, name), declared[name].kind)

    def __getitem__(self, key: object) -> "Fact":
        if not isinstance(self._kind, TableKind):
            raise InvalidCriterion(f"{self!r} is not a table; only a table is read by key")
        member = _literal(ChoiceKind(self._kind.enum), key, self)
        return Fact(self._noun, (*self._path, member), CountKind())

    def __eq__(self, other: object) -> Compare:  # type: ignore[override]  # builds a criterion
        return _compare(self, Op.EQ, other)

    def __ne__(self, other: object) -> Compare:  # type: ignore[override]
        return _compare(self, Op.NE, other)

    def __ge__(self, other: object) -> Compare:
        return _compare(self, Op.GE, other)

    def __gt__(self, other: object) -> Compare:
        return _compare(self, Op.GT, other)

    def __le__(self, other: object) -> Compare:
        return _compare(self, Op.LE, other)

    def __lt__(self, other: object) -> Compare:
        return _compare(self, Op.LT, other)

    def __and__(self, other: object) -> AllOf:
        return all_of(self, other)

    def __or__(self, other: object) -> AnyOf:
        return any_of(self, other)

    def __invert__(self) -> Not:
        return not_(self)

    __hash__ = None  # type: ignore[assignment]  # == builds a criterion, so no hash can agree

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)

    def __iter__(self) -> NoReturn:
        raise InvalidCriterion(
            f"{self!r} cannot be iterated: use some(...), every(...) or has(...)"
        )

    def __contains__(self, item: object) -> NoReturn:
        raise InvalidCriterion(f"write has({self!r}, ...) instead of `in`")

    def __repr__(self) -> str:
        name = self._noun.__name__
        return visible(f"{name}.{dotted(self._path)}" if self._path else name)

    def __criterion__(self) -> Compare:
        """Read a boolean fact as the criterion that it is true."""
        if not isinstance(self._kind, FlagKind):
            raise InvalidCriterion(f"{self!r} is not a yes-or-no fact; compare it with something")
        return Compare(self._noun, self._path, Op.EQ, value=True)


def facts(noun: type[Noun]) -> Fact:
    """Return the proxy to write criteria about `noun` with.

    Raises InvalidCriterion if `noun` is not a noun class.

    >>> from careplan.nouns.facilities import Venue
    >>> facts(Venue).building_area_m2 >= 5_000
    Venue.building_area_m2 >= 5000
    """
    if not (isinstance(noun, type) and issubclass(noun, Noun)):
        raise InvalidCriterion(f"facts() takes a noun class such as Venue, got {quote(noun)}")
    return Fact(noun, (), PartKind(noun))


def among(fact: Fact, values: Iterable[object]) -> Among:
    """Write that a fact is one of `values`.

    >>> from careplan.nouns.facilities import Venue, VenueCategory
    >>> among(facts(Venue).category, {VenueCategory.HOSPITAL})
    among(Venue.category, {VenueCategory.HOSPITAL})
    """
    _expect(fact, _SINGLE, "among", "a single value")
    problems: list[Problem] = []
    listed = elements(values, "values", problems)
    if problems and listed == []:
        raise InvalidCriterion(f"among() takes a collection of values, got {quote(values)}")
    literals = [_literal(fact._kind, value, fact) for value in listed]
    if not literals:
        raise InvalidCriterion(f"among({fact!r}, ...) needs at least one value")
    if same_hash(literals):
        raise InvalidCriterion(f"among({fact!r}, ...) got too many numbers of one hash for a set")
    return Among(fact._noun, fact._path, frozenset(literals))


def has(fact: Fact, item: object) -> Has:
    """Write that a set holds `item`.

    >>> from careplan.nouns.facilities import Room, Supply
    >>> has(facts(Room).supplies, Supply.CLEANING_CLOTHS)
    has(Room.supplies, Supply.CLEANING_CLOTHS)
    """
    _expect(fact, (ChoicesKind,), "has", "a set")
    kind = fact._kind
    assert isinstance(kind, ChoicesKind)  # noqa: S101 - told to the type checker
    return Has(fact._noun, fact._path, _literal(ChoiceKind(kind.enum), item, fact))


def some(collection: Fact, where: object = TRUE) -> Some:
    """Write that at least one item satisfies `where`; without it, that there is an item.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> some(facts(Venue).rooms, facts(Room).usable_area_m2 >= 10)
    some(Venue.rooms, Room.usable_area_m2 >= 10)
    """
    return Some(*_quantified(collection, where, "some"))


def every(collection: Fact, where: object) -> Every:
    """Write that every item satisfies `where`; true where there are none.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> every(facts(Venue).rooms, facts(Room).direction_sign)
    every(Venue.rooms, Room.direction_sign == True)
    """
    return Every(*_quantified(collection, where, "every"))


def _quantified(collection: Fact, where: object, verb: str) -> tuple[type[Any], Path, Criterion]:
    _expect(collection, (ItemsKind,), verb, "a collection")
    kind = collection._kind
    criterion = as_criterion(where)
    noun = noun_of(criterion)
    if isinstance(kind, ItemsKind) and noun not in {None, kind.noun}:
        raise InvalidCriterion(
            f"the items of {collection!r} are {kind.noun.__name__}s; "
            f"the criterion speaks about {noun and noun.__name__}"
        )
    return collection._noun, collection._path, criterion


def _compare(fact: Fact, op: Op, value: object) -> Compare:
    _expect(fact, _SINGLE, op.value, "a single value (use some, every, has or a key)")
    if op not in {Op.EQ, Op.NE} and not isinstance(fact._kind, _ORDERED):
        raise InvalidCriterion(f"{fact!r} has no order; use ==, != or among(...)")
    return Compare(fact._noun, fact._path, op, _literal(fact._kind, value, fact))


def _expect(fact: object, kinds: tuple[type, ...], verb: str, wanted: str) -> None:
    if not isinstance(fact, Fact):
        raise InvalidCriterion(f"{verb} takes a fact such as facts(Venue).rooms, got {quote(fact)}")
    if not isinstance(fact._kind, kinds):
        several = isinstance(fact._kind, ChoicesKind) and kinds == _SINGLE
        advice = f"a set: write has({fact!r}, ...) for what it holds" if several else "another kind"
        joint = "is" if several else "is of"
        raise InvalidCriterion(f"{verb} needs {wanted}; {fact!r} {joint} {advice}")


def _literal(kind: Kind, value: object, fact: Fact) -> Any:
    if value is None:
        raise InvalidCriterion(
            f"{fact!r} cannot be compared with None: whether a fact is stated is never a criterion"
        )
    problems: list[Problem] = []
    literal: Literal = read(kind, value, repr(fact), problems)
    if problems:
        raise InvalidCriterion("; ".join(problem.text("en") for problem in problems))
    return literal
