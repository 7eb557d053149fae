"""What a document demands or grants, as data.

A `Rule` is a duty of the subject; a `Benefit` is what others owe the subject; a
`Definition` says what a term means. Each cites its clause, and may hold under one reading
only or differ by reading.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

import attrs

from careplan.base.errors import InvalidCriterion, Problem
from careplan.base.exact import Exact
from careplan.base.text import Text
from careplan.criteria.nodes import TRUE, Criterion, noun_of, nouns_of
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Clause, Force, Interpretation, Modality, unread
from careplan.documents.encoded import ByReading, Encoded, given, pick
from careplan.fields.shapes import fields_of

Under = tuple[str, str]


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
                if isinstance(inner, (ByReading, Cited, tuple)):
                    yield from by_readings_in(inner)


def unread_by(cited: "Cited", known: Mapping[str, Interpretation]) -> "Iterator[Problem]":
    """Yield what is wrong with the readings an object depends on, given those that are known."""
    yield from unread(cited.under, known)
    for dependent in by_readings_in(cited):
        name = dependent.interpretation
        if name not in known:
            yield Problem("", "no_such_interpretation", name)
        elif set(dependent.options) != {option.id for option in known[name].options}:
            given_options = ", ".join(dependent.options)
            yield Problem("", "other_options", given_options, {"other": name})


def criteria_in(cited: "Cited") -> "Iterator[Criterion]":
    """Yield every criterion of an object, under every reading."""
    dependents = (option for one in by_readings_in(cited) for option in one.options.values())
    for value in (*cited.own_values(), *dependents):
        if isinstance(value, Criterion):
            yield value


def interpretations_in(value: object) -> frozenset[str]:
    """Return the ids of the interpretations a value, or anything inside it, depends on."""
    return frozenset(dependent.interpretation for dependent in by_readings_in(value))


@attrs.frozen(kw_only=True)
class Cited(Encoded):
    """What every object of a plan has: its clause, and the reading it holds under, if any.

    `part` tells several objects of one clause apart; the id is "number" or "number/part".
    `also` are clauses that say the same again and are encoded with it.
    """

    clause: Clause
    also: tuple[Clause, ...] = ()
    part: str = ""
    under: Under | None = None

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
        return tuple([getattr(self, field.name) for field in fields_of(type(self))])

    def with_parts(self) -> "Iterator[Cited]":
        """Yield the object and every cited object inside it."""
        yield self
        for value in self.own_values():
            if isinstance(value, Cited):
                yield from value.with_parts()
            elif type(value) is tuple:
                for inner in value:
                    if isinstance(inner, Cited):
                        yield from inner.with_parts()

    def interpretations(self) -> frozenset[str]:
        """Return the ids of all interpretations the object depends on."""
        inner = {one.under for one in self.with_parts() if one.under is not None}
        return frozenset(name for name, _ in inner) | interpretations_in(self)


class Read(Cited):
    """What holds criteria about one noun: it is read under the readings taken, then asked."""

    __slots__ = ()

    def read(self, readings: Mapping[str, str]) -> Self:
        """Return the object as it stands under `readings`."""
        # Most differ by no reading; a copy of each would be made for every question.
        named = ((field.name, getattr(self, field.name)) for field in fields_of(type(self)))
        taken = {name: pick(one, readings) for name, one in named if isinstance(one, ByReading)}
        return attrs.evolve(self, **taken) if taken else self

    def noun(self) -> type[Any] | None:
        """Return the noun the object is about; None if no fact says of whom it holds."""
        return next(iter(nouns_of(criteria_in(self))), None)


@attrs.frozen(kw_only=True)
class Otherwise(Encoded):
    """A note to give where `when` holds and the rule does not apply."""

    when: Criterion = attrs.field(converter=given)
    text: Text


def notes(value: "Otherwise | Iterable[Otherwise]") -> tuple[Otherwise, ...]:
    """Take one note as the only one; what is no list is refused when the rule is checked."""
    return (value,) if isinstance(value, Otherwise) else given(value)


def force_of(clause: Clause) -> Force:
    """Say whether a clause binds by its own word: must and must not do."""
    binding = clause.modality in {Modality.MUST, Modality.PROHIBITED}
    return Force.BINDING if binding else Force.ADVISORY


@attrs.frozen(kw_only=True)
class Rule(Read):
    """A duty of the subject: where `applies` holds, `requires` must hold.

    `advisory` is the reason why a clause that says must is taken as advice only;
    `otherwise` says what it means that the rule does not apply, where that is easily misread;
    of several notes the first that holds is given.
    """

    applies: Criterion | ByReading = attrs.field(default=TRUE, converter=given)
    requires: Criterion | ByReading = attrs.field(converter=given)
    advisory: Text | None = None
    otherwise: tuple[Otherwise, ...] = attrs.field(default=(), converter=notes)

    def _contradictions(self) -> Iterable[Problem]:
        # Halves that speak about different nouns: the first mistake anyone makes.
        nouns = {*nouns_in(self.applies), *nouns_in(self.requires)}
        nouns |= {noun for note in self.otherwise for noun in nouns_in(note.when)}
        if len(nouns) > 1:
            names = " and ".join(sorted(noun.__name__ for noun in nouns))
            raise InvalidCriterion(
                f"rule {self.id} speaks about {names}; a rule is about one noun: "
                "ask about the items of a collection with some(...) or every(...)"
            )
        return ()

    @property
    def force(self) -> Force:
        """Whether the rule binds: must and must not do, unless a reason is given."""
        return force_of(self.clause) if self.advisory is None else Force.ADVISORY


@attrs.frozen(kw_only=True)
class Benefit(Read):
    """What others owe or may give the subject if `condition` holds; never a duty of its own.

    `amount_yuan` is None where the text states no amount. `modality` is given where this
    part of the clause speaks less strongly than the whole. `owed_by` are the offices the text
    has give it, empty where it names nobody.
    """

    condition: Criterion | ByReading = attrs.field(converter=given)
    owed_by: tuple[Office, ...] = ()
    amount_yuan: Exact | None = None
    modality: Modality | None = None


@attrs.frozen(kw_only=True)
class Definition(Read):
    """What a document means by a term; `criterion` says who falls under it, if facts can."""

    term: Text
    criterion: Criterion | ByReading = attrs.field(default=TRUE, converter=given)


def nouns_in(value: Criterion | ByReading) -> tuple[type[Any], ...]:
    """Return the nouns a criterion is bound to, under any reading, each once."""
    if isinstance(value, ByReading):
        inner = (noun for option in value.options.values() for noun in nouns_in(option))
        return tuple(dict.fromkeys(inner))
    noun = noun_of(value)
    return () if noun is None else (noun,)
