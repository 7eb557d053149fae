"""A sum while it is written: facts added up, times exact factors, until it is compared.

>>> from careplan.criteria.proxies import count, facts
>>> from careplan.nouns.facilities import Employer, Room, Venue
>>> employer, venue, room = facts(Employer), facts(Venue), facts(Room)
>>> employer.female_employees >= 10 * employer.pregnant_or_nursing_employees
Employer: female_employees + -10 * pregnant_or_nursing_employees >= 0
>>> count(venue.rooms, room.independent) >= 2
Venue: count(rooms, Room.independent == True) >= 2
"""

from fractions import Fraction
from typing import Any, NoReturn

import attrs

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.errors import AmbiguousTruth, InvalidCriterion, NotFound, Problem
from careplan.base.exact import NotExact, exact, ratio
from careplan.base.quoting import quote
from careplan.base.text import Text
from careplan.criteria.signs import Op
from careplan.criteria.soundness import written_about
from careplan.criteria.sums.canonical import linear
from careplan.criteria.sums.ends import amount_path
from careplan.fields.declaring import made_of_all
from careplan.fields.paths import Path, dotted, kind_at, spec_at

_A_NUMBER = Text(zh="数", en="a number")
_RATIO = "a ratio is written a <= 3 * b"


class Adding:
    """What adds up to a sum: a fact that is a number, or a sum; `__sum__` says it as one."""

    __slots__ = ()
    # numpy's numbers leave 0.5 * fact to the fact.
    __array_ufunc__ = None

    def __add__(self, other: object) -> "Sum":
        return _added(as_sum(self), as_sum(other))

    def __radd__(self, other: object) -> "Sum":
        return _added(as_sum(other), as_sum(self))

    def __sub__(self, other: object) -> "Sum":
        return _added(as_sum(self), as_sum(other).times(Fraction(-1), given=False))

    def __rsub__(self, other: object) -> "Sum":
        return _added(as_sum(other), as_sum(self).times(Fraction(-1), given=False))

    def __neg__(self) -> "Sum":
        return as_sum(self).times(Fraction(-1), given=False)

    def __mul__(self, other: object) -> "Sum":
        by = as_sum(other)
        if by.parts:
            raise InvalidCriterion(f"a product of two facts is no sum; {_RATIO}")
        return as_sum(self).times(by.constant, given=True)

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> "Sum":
        by = as_sum(other)
        if by.parts or not by.constant:
            raise InvalidCriterion(f"a sum is divided by a number other than 0 only; {_RATIO}")
        return as_sum(self).times(1 / by.constant, given=True)

    def __rtruediv__(self, other: object) -> NoReturn:
        raise InvalidCriterion(f"{quote(other)} cannot be divided by a fact; {_RATIO}")


@attrs.frozen(eq=False, repr=False)
class _Part:
    factor: Fraction
    term: n.Term
    # Whether a factor was written, which may turn one unit into another.
    given: bool = False


class Sum(Adding):
    """Terms with their factors, and a number; it has no value, no truth and no hash.

    Made by adding facts up, `count` and `total`; compared, it becomes a criterion.
    """

    __slots__ = ("constant", "noun", "parts")
    __hash__ = None  # type: ignore[assignment]  # == builds a criterion, so no hash can agree

    def __init__(
        self, noun: type[Any] | None, parts: tuple[_Part, ...], constant: Fraction = Fraction(0)
    ) -> None:
        """Hold what was added up so far."""
        self.noun = noun
        self.parts = parts
        self.constant = constant

    @classmethod
    def of(cls, noun: type[Any], term: n.Term) -> "Sum":
        """Return the sum of one term."""
        return cls(noun, (_Part(Fraction(1), term),))

    def __sum__(self) -> "Sum":
        return self

    def about(self, noun: type[Any] | None) -> tuple[_Part, ...]:
        """Return the terms as those of a noun, their own or one made of it."""
        if self.noun in {None, noun}:
            return self.parts
        return tuple(attrs.evolve(one, term=_asked_of(one.term, noun)) for one in self.parts)

    def times(self, factor: Fraction, *, given: bool) -> "Sum":
        """Return the sum times a number; `given` if somebody wrote it."""
        parts = (_Part(one.factor * factor, one.term, one.given or given) for one in self.parts)
        return Sum(self.noun, tuple(parts), self.constant * factor)

    def __eq__(self, other: object) -> n.Criterion:  # type: ignore[override]  # builds a criterion
        return compared(self, Op.EQ, other)

    def __ne__(self, other: object) -> n.Criterion:  # type: ignore[override]
        return compared(self, Op.NE, other)

    def __ge__(self, other: object) -> n.Criterion:
        return compared(self, Op.GE, other)

    def __gt__(self, other: object) -> n.Criterion:
        return compared(self, Op.GT, other)

    def __le__(self, other: object) -> n.Criterion:
        return compared(self, Op.LE, other)

    def __lt__(self, other: object) -> n.Criterion:
        return compared(self, Op.LT, other)

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)

    def __repr__(self) -> str:
        said = [f"{one.factor} * {one.term!r}" for one in self.parts]
        return " + ".join([*said, str(self.constant)])


def as_sum(value: object) -> Sum:
    """Return a sum as it is, a number or a fact that is one as a sum; refuse anything else."""
    written = getattr(type(value), "__sum__", None)
    if written is not None:
        made: Sum = written(value)
        return made
    if value is None:
        raise InvalidCriterion("a sum takes no None: whether a fact is stated is never a criterion")
    try:
        return Sum(None, (), ratio(exact(value)))
    except NotExact as reason:
        wrong = Problem("", reason.code, value, {"expected": _A_NUMBER})
        raise InvalidCriterion(wrong.text("en")) from None


def compared(left: object, op: Op, right: object) -> n.Criterion:
    """Compare two sums, facts or numbers; refuse what is always so, or never."""
    both = as_sum(left) - right
    parts = ((one.factor, one.term) for one in both.parts)
    made = linear(both.noun or type(None), parts, op, -both.constant)
    if made in (n.TRUE, n.FALSE):
        how = "always" if made == n.TRUE else "never"
        raise InvalidCriterion(
            f"this sum is {how} so, whatever its facts are: their declared minimum decides it"
        )
    return made


def at_least(number: int, *criteria: n.Given) -> n.Criterion:
    """Write that so many of several criteria (or boolean facts) hold, or more.

    Raises InvalidCriterion for criteria about several nouns, one that is named twice, and a
    number that none, or any, of them reach.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Room
    >>> room = facts(Room)
    >>> two = at_least(2, room.independent, room.private, room.usable_area_m2 >= 10)
    >>> two.describe("en")
    'at least 2 of these 3: independent; private; usable area at least 10 m2'
    """
    nodes = n.of_one_noun(criteria)
    if len(set(nodes)) < len(nodes):
        raise InvalidCriterion("at_least(...) names one criterion twice")
    if type(number) is int and number > len(nodes):
        raise InvalidCriterion(f"at_least({number}, ...) is given {len(nodes)} criteria")
    noun = next(iter(n.nouns_of(nodes)), None)
    return Sum(noun, tuple(_Part(Fraction(1), n.Term(where=one)) for one in nodes)) >= number


def _added(one: Sum, other: Sum) -> Sum:
    nouns = [each.noun for each in (one, other) if each.noun is not None]
    noun = made_of_all(nouns)
    if noun is None and nouns:
        names = ", ".join(each.__name__ for each in nouns)
        raise InvalidCriterion(f"one sum cannot speak about several nouns: {names}")
    parts = one.about(noun) + other.about(noun)
    _check_units(noun, [part.term for part in parts if not part.given])
    return Sum(noun, parts, one.constant + other.constant)


def _asked_of(term: n.Term, noun: Any) -> n.Term:
    """Write a term as one of a noun made of its own, or of that noun's items."""
    about = kind_at(noun, term.over).noun if term.over else noun  # type: ignore[union-attr]  # items
    check_amount(about, term.amount)
    return attrs.evolve(term, where=written_about(term.where, about))


def check_amount(noun: Any, amount: Path) -> None:
    """Refuse a number of a base that a noun declares anew, as something else or with other keys."""
    try:
        number = not amount or isinstance(kind_at(noun, amount), k.NumberKind | k.CountKind)
    except NotFound:  # a key of a table
        number = False
    if not number:
        raise InvalidCriterion(
            f"{dotted(amount)} is no number of {noun.__name__}, which declares it anew"
        )


def _check_units(noun: Any, terms: list[n.Term]) -> None:
    """Refuse to add up what is measured in different units, unless a factor was written."""
    paths = [amount_path(term) for term in terms if term.amount]
    facts = [(spec_at(noun, path).unit, kind_at(noun, path)) for path in paths]
    units = list(dict.fromkeys(unit for unit, _ in facts if unit is not None))
    # A number of items or criteria is a count, and fits one whatever that is counted in.
    bare = len(paths) < len(terms) or any(unit is None for unit, _ in facts)
    measured = any(unit is not None and isinstance(kind, k.NumberKind) for unit, kind in facts)
    if len(units) > 1 or (bare and measured):
        said = ", ".join([str(unit.get("en")) for unit in units] + ["none"] * bare)
        raise InvalidCriterion(
            f"these are in different units ({said}): write the factor that turns one into the "
            "other, as in area_m2 >= 3 * children or children <= 1 * slots"
        )
