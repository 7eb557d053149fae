"""What a document demands or grants, as data.

A `Rule` is a duty of the subject; a `Benefit` is what others owe the subject; a
`Definition` says what a term means. Each cites its clause, and may hold under one reading
only or differ by reading.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from careplan.errors import InvalidCriterion, InvalidInput, Problem, check_type
from careplan.exact import Exact, Number
from careplan.frozenmap import FrozenMap
from careplan.kinds import NumberKind
from careplan.nodes import TRUE, Criterion, as_criterion, noun_of
from careplan.reading import read
from careplan.sources import Clause, Force, Modality, Text

Under = tuple[str, str]


def _frozen(options: Mapping[str, Any]) -> Mapping[str, Any]:
    check_type(options, Mapping, "options")
    return FrozenMap(options)


@attrs.frozen
class ByReading:
    """A value that depends on the option taken of an interpretation, named by its id."""

    interpretation: str
    options: Mapping[str, Any] = attrs.field(converter=_frozen)

    def __attrs_post_init__(self) -> None:
        """Refuse a name that is none."""
        check_type(self.interpretation, str, "interpretation")


def pick(value: Any, readings: Mapping[str, str]) -> Any:
    """Return the value that holds under `readings` (interpretation id: option id)."""
    while isinstance(value, ByReading):
        value = value.options[readings[value.interpretation]]
    return value


def by_readings_in(value: object) -> "Iterator[ByReading]":
    """Yield everything in a value, or inside it, that depends on a reading."""
    match value:
        case ByReading(options=options):
            yield value
            yield from by_readings_in(tuple(options.values()))
        case Cited():
            yield from by_readings_in(value.own_values())
        case tuple():
            for inner in value:
                yield from by_readings_in(inner)


def criteria_in(cited: "Cited") -> "Iterator[Criterion]":
    """Yield every criterion of an object, under every reading."""
    dependents = (option for one in by_readings_in(cited) for option in one.options.values())
    for value in (*cited.own_values(), *dependents):
        if isinstance(value, Criterion):
            yield value


def interpretations_in(value: object) -> frozenset[str]:
    """Return the ids of the interpretations a value, or anything inside it, depends on."""
    return frozenset(dependent.interpretation for dependent in by_readings_in(value))


def to_criterion(value: object) -> Criterion | ByReading:
    """Take a criterion, a boolean fact, or one of these by reading."""
    if isinstance(value, ByReading):
        return ByReading(
            value.interpretation,
            {option: to_criterion(inner) for option, inner in value.options.items()},
        )
    return as_criterion(value)


def _check_clause(_: object, __: object, clause: Any) -> None:
    check_type(clause, Clause, "clause")


def _check_under(_: object, __: object, under: Any) -> None:
    pair = isinstance(under, tuple) and [type(name) for name in under] == [str, str]
    if under is not None and not pair:
        expected = {"expected": "(interpretation id, option id)"}
        raise InvalidInput([Problem("under", "wrong_type", under, expected)])


@attrs.frozen(kw_only=True)
class Cited:
    """What every object of a plan has: its clause, and the reading it holds under, if any.

    `part` tells several objects of one clause apart; the id is "number" or "number/part".
    `also` are clauses that say the same again and are encoded with it.
    """

    clause: Clause = attrs.field(validator=_check_clause)
    also: tuple[Clause, ...] = ()
    part: str = ""
    under: Under | None = attrs.field(default=None, validator=_check_under)

    @property
    def id(self) -> str:
        """The clause number, with the part behind a slash where there are several."""
        return f"{self.clause.number}/{self.part}" if self.part else self.clause.number

    @property
    def number(self) -> str:
        """The clause number."""
        return self.clause.number

    @property
    def numbers(self) -> tuple[str, ...]:
        """The id, and the numbers of the clauses that say the same again."""
        return (self.id, *(clause.number for clause in self.also))

    def holds_under(self, readings: Mapping[str, str]) -> bool:
        """Say whether the object holds under `readings`."""
        return self.under is None or readings[self.under[0]] == self.under[1]

    def own_values(self) -> tuple[Any, ...]:
        """Return the values of all fields."""
        return tuple(getattr(self, field.name) for field in attrs.fields(type(self)))

    def with_parts(self) -> "Iterator[Cited]":
        """Yield the object and every cited object inside it."""
        yield self
        for value in self.own_values():
            for inner in value if isinstance(value, tuple) else (value,):
                if isinstance(inner, Cited):
                    yield from inner.with_parts()

    def interpretations(self) -> frozenset[str]:
        """Return the ids of all interpretations the object depends on."""
        inner = {one.under for one in self.with_parts() if one.under is not None}
        return frozenset(name for name, _ in inner) | interpretations_in(self)


@attrs.frozen(kw_only=True)
class Otherwise:
    """A note to give where `when` holds and the rule does not apply."""

    when: Criterion = attrs.field(converter=as_criterion)
    text: Text


@attrs.frozen(kw_only=True)
class Rule(Cited):
    """A duty of the subject: where `applies` holds, `requires` must hold.

    `advisory` is the reason why a clause that says must is taken as advice only;
    `otherwise` says what it means that the rule does not apply, where that is easily misread.
    """

    applies: Criterion | ByReading = attrs.field(default=TRUE, converter=to_criterion)
    requires: Criterion | ByReading = attrs.field(converter=to_criterion)
    advisory: Text | None = None
    otherwise: Otherwise | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse halves that speak about different nouns: the first mistake anyone makes."""
        nouns = {*_nouns_in(self.applies), *_nouns_in(self.requires)}
        if len(nouns) > 1:
            names = " and ".join(sorted(noun.__name__ for noun in nouns))
            raise InvalidCriterion(
                f"rule {self.id} speaks about {names}; a rule is about one noun: "
                "ask about the items of a collection with some(...) or every(...)"
            )

    def read(self, readings: Mapping[str, str]) -> "Rule":
        """Return the rule as it stands under `readings`."""
        return attrs.evolve(
            self, applies=pick(self.applies, readings), requires=pick(self.requires, readings)
        )

    def noun(self) -> type[Any] | None:
        """Return the noun the rule is about."""
        return next(iter((*_nouns_in(self.applies), *_nouns_in(self.requires))), None)

    @property
    def force(self) -> Force:
        """Whether the rule binds: must and must not do, unless a reason is given."""
        binding = self.clause.modality in {Modality.MUST, Modality.PROHIBITED}
        return Force.BINDING if binding and self.advisory is None else Force.ADVISORY


def _amount(given: Number | None) -> Exact | None:
    problems: list[Problem] = []
    amount: Exact | None = read(NumberKind(step=1), given, "amount_yuan", problems)
    if problems:
        raise InvalidInput(problems)
    return amount


@attrs.frozen(kw_only=True)
class Benefit(Cited):
    """What others owe or may give the subject if `condition` holds; never a duty of its own.

    `amount_yuan` is None where the text states no amount. `modality` is given where this
    part of the clause speaks less strongly than the whole.
    """

    condition: Criterion | ByReading = attrs.field(converter=to_criterion)
    amount_yuan: Exact | None = attrs.field(default=None, converter=_amount)
    modality: Modality | None = None

    def read(self, readings: Mapping[str, str]) -> "Benefit":
        """Return the benefit as it stands under `readings`."""
        return attrs.evolve(self, condition=pick(self.condition, readings))

    def noun(self) -> type[Any] | None:
        """Return the noun the benefit is about."""
        return next(iter(_nouns_in(self.condition)), None)


@attrs.frozen(kw_only=True)
class Definition(Cited):
    """What a document means by a term; `criterion` says who falls under it, if facts can."""

    term: Text
    criterion: Criterion | ByReading = attrs.field(default=TRUE, converter=to_criterion)

    def read(self, readings: Mapping[str, str]) -> "Definition":
        """Return the definition as it stands under `readings`."""
        return attrs.evolve(self, criterion=pick(self.criterion, readings))

    def noun(self) -> type[Any] | None:
        """Return the noun the definition is about; None if no fact says who falls under it."""
        return next(iter(_nouns_in(self.criterion)), None)


def _nouns_in(value: Criterion | ByReading) -> tuple[type[Any], ...]:
    options = value.options.values() if isinstance(value, ByReading) else ()
    if isinstance(value, ByReading):
        return tuple(dict.fromkeys(noun for inner in options for noun in _nouns_in(inner)))
    noun = noun_of(value)
    return () if noun is None else (noun,)
