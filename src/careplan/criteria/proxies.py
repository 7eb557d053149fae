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
from typing import Any, Literal, NoReturn

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.errors import AmbiguousTruth, InvalidCriterion, Problem, UnknownFact
from careplan.base.quoting import quote, visible
from careplan.criteria.elapsing import read_period
from careplan.criteria.periods import MissingDay, Period
from careplan.criteria.signs import Op
from careplan.criteria.soundness import SINGLE, WANTED, fits, literal, misfit, written_about
from careplan.criteria.sums.writing import Adding, Sum, check_amount, compared
from careplan.fields.checking import elements, required, same_hash
from careplan.fields.declaring import Noun, facts_declared, made_of_all
from careplan.fields.paths import Path, dotted

LastOrNext = Literal["last", "next"]


class Fact(Adding):
    """A fact of a noun, to write criteria with; it holds no value and has no truth."""

    __slots__ = ("_kind", "_noun", "_path")

    def __init__(self, noun: type[Any], path: Path, kind: k.Kind) -> None:
        """Bind to a noun and a path; use `facts` to get the first one."""
        self._noun = noun
        self._path = path
        self._kind = kind

    def __getattr__(self, name: str) -> "Fact":
        if name.startswith("_"):
            raise AttributeError(name)
        if isinstance(self._kind, k.ItemsKind):
            raise InvalidCriterion(
                f"{self!r} is a collection: ask about its items with some(...) or every(...)"
            )
        kind = self._kind
        declared = facts_declared(kind.noun) if isinstance(kind, k.PartKind) else {}
        if name not in declared:
            raise UnknownFact("attribute", name, declared)
        return Fact(self._noun, (*self._path, name), declared[name].kind)

    def __dir__(self) -> list[str]:
        declared = facts_declared(self._kind.noun) if isinstance(self._kind, k.PartKind) else {}
        return [*object.__dir__(self), *declared]

    def __getitem__(self, key: object) -> "Fact":
        if not isinstance(self._kind, k.TableKind):
            raise InvalidCriterion(f"{self!r} is not a table; only a table is read by key")
        member = _literal(k.ChoiceKind(self._kind.enum), key, self)
        return Fact(self._noun, (*self._path, member), k.CountKind())

    def __eq__(self, other: object) -> n.Criterion:  # type: ignore[override]  # builds a criterion
        return _compare(self, Op.EQ, other)

    def __ne__(self, other: object) -> n.Criterion:  # type: ignore[override]
        return _compare(self, Op.NE, other)

    def __ge__(self, other: object) -> n.Criterion:
        return _compare(self, Op.GE, other)

    def __gt__(self, other: object) -> n.Criterion:
        return _compare(self, Op.GT, other)

    def __le__(self, other: object) -> n.Criterion:
        return _compare(self, Op.LE, other)

    def __lt__(self, other: object) -> n.Criterion:
        return _compare(self, Op.LT, other)

    def __and__(self, other: n.Given) -> n.AllOf:
        return NotImplemented if isinstance(other, n.Alternatives) else n.all_of(self, other)

    def __or__(self, other: n.Given) -> n.AnyOf:
        return NotImplemented if isinstance(other, n.Alternatives) else n.any_of(self, other)

    def __rand__(self, other: object) -> NoReturn:
        # `a > 50 & b == c` is `a > (50 & b) == c` to Python.
        raise InvalidCriterion(
            f"{quote(other)} is joined with {self!r}: put each comparison in brackets, "
            "(a > 50) & (b == c)"
        )

    __ror__ = __rand__

    def __invert__(self) -> n.Not:
        return n.not_(self)

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

    def __criterion__(self) -> n.Compare:
        """Read a boolean fact as the criterion that it is true."""
        if not isinstance(self._kind, k.FlagKind):
            raise InvalidCriterion(
                f"{self!r} is not a yes-or-no fact; compare it with something, and put each "
                "comparison that is joined in brackets: (a >= 1) & b"
            )
        return n.Compare(self._noun, self._path, Op.EQ, value=True)

    def __sum__(self) -> Sum:
        """Read a number or a count as a sum of one."""
        return Sum.of(self._noun, n.Term((), _number(self)))


def facts(noun: type[Noun]) -> Fact:
    """Return the proxy to write criteria about `noun` with.

    Raises InvalidCriterion if `noun` is not a noun class.

    >>> from careplan.nouns.facilities import Venue
    >>> facts(Venue).building_area_m2 >= 5_000
    Venue.building_area_m2 >= 5000
    """
    if not (isinstance(noun, type) and issubclass(noun, Noun)):
        raise InvalidCriterion(f"facts() takes a noun class such as Venue, got {quote(noun)}")
    if any("fact" in (getattr(one, "metadata", None) or ()) for one in vars(noun).values()):
        raise InvalidCriterion(
            f"{noun.__name__} declares facts and is no attrs class: "
            "put @attrs.frozen(kw_only=True) above it"
        )
    return Fact(noun, (), k.PartKind(noun))


def path_of(fact: Fact) -> str:
    """Return the dotted path of a fact.

    >>> from careplan.nouns.facilities import Venue
    >>> path_of(facts(Venue).building_area_m2)
    'building_area_m2'
    """
    return dotted(fact._path)


def noun_asked(fact: Fact) -> type[Any]:
    """Return the noun whose fact a proxy stands for.

    >>> from careplan.nouns.facilities import Venue
    >>> noun_asked(facts(Venue).building_area_m2).__name__
    'Venue'
    """
    return fact._noun


def fact_kind(fact: object) -> k.Kind:
    """Return the kind of what a proxy stands for; refuse what is none."""
    if not isinstance(fact, Fact):
        raise InvalidCriterion(f"expected a fact such as venue.category, got {quote(fact)}")
    return fact._kind


def among(fact: Fact, values: Iterable[object]) -> n.Among:
    """Write that a fact is one of `values`.

    >>> from careplan.nouns.facilities import Venue, VenueCategory
    >>> among(facts(Venue).category, {VenueCategory.HOSPITAL})
    among(Venue.category, {VenueCategory.HOSPITAL})
    """
    _expect(fact, n.Among, "among")
    problems: list[Problem] = []
    listed = elements(values, "values", problems)
    if problems and listed == []:
        raise InvalidCriterion(f"among() takes a collection of values, got {quote(values)}")
    literals = [_literal(fact._kind, value, fact) for value in listed]
    if not literals:
        raise InvalidCriterion(f"among({fact!r}, ...) needs at least one value")
    if same_hash(literals):
        raise InvalidCriterion(f"among({fact!r}, ...) got too many numbers of one hash for a set")
    return n.Among(fact._noun, fact._path, frozenset(literals))


def has(fact: Fact, item: object) -> n.Has:
    """Write that a set holds `item`.

    >>> from careplan.nouns.facilities import Room, Supply
    >>> has(facts(Room).supplies, Supply.CLEANING_CLOTHS)
    has(Room.supplies, Supply.CLEANING_CLOTHS)
    """
    _expect(fact, n.Has, "has")
    return n.Has(fact._noun, fact._path, _literal(fact._kind, item, fact))


def some(collection: Fact, where: n.Given = n.TRUE) -> n.Some:
    """Write that at least one item satisfies `where`; without it, that there is an item.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> some(facts(Venue).rooms, facts(Room).usable_area_m2 >= 10)
    some(Venue.rooms, Room.usable_area_m2 >= 10)
    """
    return n.Some(*_quantified(collection, where, "some"))


def every(collection: Fact, where: n.Given) -> n.Every:
    """Write that every item satisfies `where`; true where there are none.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> every(facts(Venue).rooms, facts(Room).direction_sign)
    every(Venue.rooms, Room.direction_sign == True)
    """
    return n.Every(*_quantified(collection, where, "every"))


def count(collection: Fact, where: n.Given = n.TRUE) -> Sum:
    """Write how many items satisfy `where`; without it, how many there are.

    Raises InvalidCriterion for what is no collection, or a criterion about other items.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> count(facts(Venue).rooms, facts(Room).independent) >= 2
    Venue: count(rooms, Room.independent == True) >= 2
    """
    noun, path, criterion = _quantified(collection, where, "count")
    return Sum.of(noun, n.Term(path, (), criterion))


def total(collection: Fact, fact: Fact, where: n.Given = n.TRUE) -> Sum:
    """Write what a number of the items comes to, of all of them or of those that are so.

    The total is in the unit of the fact. Raises InvalidCriterion for a fact that is no number
    or count, or one of other items, and for what `count` refuses.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> total(facts(Venue).rooms, facts(Room).usable_area_m2) >= 10
    Venue: total(rooms, usable_area_m2) >= 10
    """
    noun, path, criterion = _quantified(collection, where, "total")
    if not isinstance(fact, Fact):
        raise InvalidCriterion(f"total takes a fact such as facts(Room).area_m2, got {quote(fact)}")
    amount = _number(fact)
    items: Any = collection._kind
    _check_items(collection, items, fact._noun)
    check_amount(items.noun, amount)
    return Sum.of(noun, n.Term(path, amount, criterion))


def elapsed(
    start: Fact,
    end: Fact | None = None,
    *,
    years: int = 0,
    months: int = 0,
    days: int = 0,
    both_days: bool = False,
    missing_day: LastOrNext | None = None,
) -> n.Elapsed:
    """Write that at least so much time has passed from a day to another, or to the day asked.

    Years and months are one addition, days come after. `both_days` says that the first and the
    last day belong to it, as to a lease: 2022-03-01 to 2025-02-28 is three years. Otherwise a
    day that the last month does not have is its last ("last", Civil Code of 2020, article 202)
    or the first of the next month ("next").

    >>> from careplan.nouns.counts import SlotCount
    >>> elapsed(facts(SlotCount).on, months=6).describe("en")
    'at least 6 months from day to the day asked'
    """
    nouns = [_day(start)] if end is None else [_day(start), _day(end)]
    noun = made_of_all(nouns)
    if noun is None:
        names = ", ".join(one.__name__ for one in nouns)
        raise InvalidCriterion(f"one criterion cannot speak about several nouns: {names}")
    if both_days is True and missing_day is not None:
        raise InvalidCriterion("where both days belong to a period, a missing day is no question")
    problems: list[Problem] = []
    given = {"years": years, "months": months, "days": days}
    amounts = {name: required(k.CountKind(), one, name, problems) for name, one in given.items()}
    asked = MissingDay.LAST if missing_day is None else missing_day
    last: Any = next((one for one in MissingDay if one == asked), asked)  # by its value, too
    if not problems and not any(amounts.values()):
        raise InvalidCriterion("elapsed(...) needs an amount of time: years=, months= or days=")
    if not problems:
        all_months = amounts["years"] * 12 + amounts["months"]
        period = read_period(
            Period(all_months, amounts["days"], both_days, last), "elapsed", problems
        )
    if problems:
        raise InvalidCriterion("; ".join(problem.text("en") for problem in problems))
    return n.Elapsed(noun, start._path, period, None if end is None else end._path)


def _day(fact: Fact) -> type[Any]:
    """Return the noun of a fact that is a day; refuse any other."""
    _expect(fact, n.Elapsed, "elapsed")
    return fact._noun


def _number(fact: Fact) -> Path:
    """Return the path of a fact that adds up; refuse any other."""
    if isinstance(fact._kind, k.NumberKind | k.CountKind):
        return fact._path
    instead = ""
    if isinstance(fact._kind, k.ItemsKind):
        instead = f"; how many items there are is count({fact!r})"
    elif isinstance(fact._kind, k.FlagKind):
        instead = "; how many criteria hold is asked with at_least(...)"
    elif isinstance(fact._kind, k.DayKind):
        instead = "; how much time lies between two days is asked with elapsed(...)"
    raise InvalidCriterion(
        f"{fact!r} is no number: only numbers and counts add up or are compared with each other"
        f"{instead}"
    )


def _check_items(collection: Fact, kind: Any, noun: type[Any]) -> None:
    """Refuse what is about another noun than that of the items."""
    if issubclass(kind.noun, noun):
        return
    derived = issubclass(noun, kind.noun)
    # A noun's items are of the class it declares, so that a fact of theirs is never missing.
    path = dotted(collection._path)
    advice = f"; declare {path} anew with items({noun.__name__}, ...)" if derived else ""
    raise InvalidCriterion(
        f"the items of {collection!r} are {kind.noun.__name__}s; "
        f"the criterion speaks about {noun.__name__}{advice}"
    )


def _quantified(collection: Fact, where: n.Given, verb: str) -> tuple[type[Any], Path, n.Criterion]:
    kind = _expect(collection, n.Some, verb)
    criterion = n.as_criterion(where)
    if (noun := misfit(kind, criterion)) is not None:
        _check_items(collection, kind, noun)
    return collection._noun, collection._path, written_about(criterion, kind.noun)


def _compare(fact: Fact, op: Op, value: object) -> n.Criterion:
    if isinstance(value, Adding):
        return compared(fact, op, value)
    _expect(fact, n.Compare, op.value, " (use some, every, has or a key)")
    if not fits(op, fact._kind):
        raise InvalidCriterion(f"{fact!r} has no order; use ==, != or among(...)")
    return n.Compare(fact._noun, fact._path, op, _literal(fact._kind, value, fact))


def _expect(fact: object, node: type[Any], verb: str, instead: str = "") -> Any:
    """Return the kind of a fact that a node of a class can speak of; refuse any other."""
    if not isinstance(fact, Fact):
        raise InvalidCriterion(f"{verb} takes a fact such as facts(Venue).rooms, got {quote(fact)}")
    kinds, wanted = WANTED[node]
    if not isinstance(fact._kind, kinds):
        several = isinstance(fact._kind, k.ChoicesKind) and kinds == SINGLE
        advice = f"a set: write has({fact!r}, ...) for what it holds" if several else "another kind"
        joint = "is" if several else "is of"
        needs = f"{wanted.get('en')}{instead}"
        raise InvalidCriterion(f"{verb} needs {needs}; {fact!r} {joint} {advice}")
    return fact._kind


def _literal(kind: k.Kind, value: object, fact: Fact) -> Any:
    if value is None:
        raise InvalidCriterion(
            f"{fact!r} cannot be compared with None: whether a fact is stated is never a criterion"
        )
    problems: list[Problem] = []
    kept: n.Literal = literal(kind, value, repr(fact), problems)
    if problems:
        raise InvalidCriterion("; ".join(problem.text("en") for problem in problems))
    return kept
