"""What a document demands or grants, as data.

A `Rule` is a duty of the subject; a `Benefit` is what others owe the subject; a
`Definition` says what a term means. Each cites its clause, and may hold under one reading
only or differ by reading.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Self, TypeVar

import attrs

from careplan.base.errors import InvalidCriterion, Problem
from careplan.base.exact import Exact
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.criteria.nodes import TRUE, Criterion, noun_of, nouns_of
from careplan.criteria.steps import stated
from careplan.documents.authorities.limits import Limit
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Clause, Force, Interpretation, Modality, unread
from careplan.documents.encoded import ByReading, Encoded, given, pick, ways
from careplan.documents.periods import Validity, validity_of
from careplan.documents.scales.amounts import uncounted, yuan
from careplan.documents.scales.between import Between
from careplan.fields.declaring import Noun
from careplan.fields.paths import parse_path
from careplan.fields.shapes import fields_of, left_out
from careplan.fields.telling import made

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


def _within(given: Any) -> Any:
    return validity_of(given, "within")


@attrs.frozen(kw_only=True)
class Cited(Encoded):
    """What every object of a plan has: its clause, and the reading it holds under, if any.

    `part` tells several objects of one clause apart; the id is "number" or "number/part".
    `also` are clauses that say the same again and are encoded with it. `within` says from when
    until when it is in force, where that is not as long as the document is.
    """

    clause: Clause
    also: tuple[Clause, ...] = ()
    part: str = ""
    under: Under | None = None
    within: Validity | None = attrs.field(default=None, converter=_within, metadata=left_out())

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

    def holds_under(self, readings: Mapping[str, str], on: date | None = None) -> bool:
        """Say whether the object holds under `readings`, and may be in force on a day, if given."""
        return self.may_be_in_force(on) and (
            self.under is None or readings[self.under[0]] == self.under[1]
        )

    def may_be_in_force(self, on: date | None) -> bool:
        """Say whether the object may be in force on a day; yes, if none is given."""
        if on is None or self.within is None:
            return True
        return self.within.holds_on(on) is not Truth.FALSE

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

    def read(self, readings: Mapping[str, str], on: date | None = None) -> Self:  # noqa: ARG002 - parts may be in force by then or not
        """Return the object as it stands under `readings`, and on a day, if one is given."""
        # Most differ by no reading; a copy of each would be made for every question.
        named = ((field.name, getattr(self, field.name)) for field in fields_of(type(self)))
        taken = {name: pick(one, readings) for name, one in named if isinstance(one, ByReading)}
        return attrs.evolve(self, **taken) if taken else self

    def noun(self) -> type[Noun] | None:
        """Return the noun the object is about; None if no fact says of whom it holds."""
        return next(iter(nouns_of(criteria_in(self))), None)


made(Read)  # a base without fields of its own


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
    return Force.BINDING if clause.modality in _BINDING else Force.ADVISORY


_BINDING = frozenset({Modality.MUST, Modality.PROHIBITED})


@attrs.frozen(kw_only=True)
class Consequence(Cited):
    """What follows a duty that is not kept: an order first, a fine, or what `title` says.

    `order` is what is ordered before anything else follows, within `limit` if the text gives
    time; `where` says in words in which cases this follows. `fine_yuan` is a figure or a band.
    `imposed_by` are the offices the text names, empty where it names nobody.
    """

    title: Text | None = None
    where: Text | None = None
    order: Text | None = None
    limit: Limit | None = None
    fine_yuan: Exact | Between | None = None
    imposed_by: tuple[Office, ...] = ()

    def _contradictions(self) -> Iterable[Problem]:
        if self.title is None and self.order is None and self.fine_yuan is None:
            yield Problem("title", "required", None)
        if self.limit is not None and self.order is None:
            other = {"other_field": "order", "other": None}
            yield Problem("limit", "contradiction", self.limit.told("zh"), other)

    def told(self, language: str) -> str:
        """Say what follows: in which cases, what is ordered first, then what comes of it."""
        parts = [] if self.title is None else [self.title.get(language)]
        if self.fine_yuan is not None:
            parts.append(
                say("consequence.fine", language, amount=yuan(self.fine_yuan, None, language))
            )
        if self.order is not None:
            within = None if self.limit is None else self.limit.told(language)
            code = "consequence.order" if within is None else "consequence.order.within"
            parts.insert(0, say(code, language, order=self.order, within=within))
        said = say("consequence.joint", language).join(parts)
        if self.where is not None:
            # 情节严重 and 情节严重的 say the same: the sentence has its own 的.
            where = self.where.get(language).removesuffix("的")
            said = say("consequence.where", language, where=where, said=said)
        return said


_F = TypeVar("_F", bound=Read)


def following(duty: _F, readings: Mapping[str, str], on: date | None) -> _F:
    """Return a duty with those of its consequences that follow under `readings`, on a day."""
    listed: tuple[Consequence, ...] = duty.consequences  # type: ignore[attr-defined]  # duties have
    kept = tuple(one for one in listed if one.holds_under(readings, on))
    return duty if len(kept) == len(listed) else attrs.evolve(duty, consequences=kept)  # type: ignore[call-arg]  # as above


@attrs.frozen(kw_only=True)
class Rule(Read):
    """A duty of the subject: where `applies` holds, `requires` must hold.

    `advisory` is the reason why a clause that says must is taken as advice only;
    `otherwise` says what it means that the rule does not apply, where that is easily misread;
    of several notes the first that holds is given. `limit` is within what time the duty is to
    be done, and `consequences` what follows if it is not kept.
    """

    applies: Criterion | ByReading = attrs.field(default=TRUE, converter=given)
    requires: Criterion | ByReading = attrs.field(converter=given)
    advisory: Text | None = None
    otherwise: tuple[Otherwise, ...] = attrs.field(default=(), converter=notes)
    limit: Limit | None = attrs.field(default=None, metadata=left_out())
    consequences: tuple[Consequence, ...] = attrs.field(default=(), metadata=left_out())

    def read(self, readings: Mapping[str, str], on: date | None = None) -> Self:
        """Return the rule as it stands under `readings`, and on a day, if one is given."""
        return following(super().read(readings, on), readings, on)

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

    `amount_yuan` is a figure or a band, None where the text states no amount; `per` says for
    each of what it is (每个托位), and `units` is the path of the fact that counts these, where
    one does. `modality` is given where this part of the clause speaks less strongly than the
    whole. `owed_by` are the offices the text has give it, empty where it names nobody.
    """

    condition: Criterion | ByReading = attrs.field(converter=given)
    owed_by: tuple[Office, ...] = ()
    amount_yuan: Exact | Between | None = None
    per: Text | None = attrs.field(default=None, metadata=left_out())
    units: str | None = attrs.field(default=None, metadata=left_out())
    modality: Modality | None = None

    def _contradictions(self) -> Iterable[Problem]:
        if self.per is not None and self.amount_yuan is None:
            other = {"other_field": "amount_yuan", "other": None}
            yield Problem("per", "contradiction", self.per.zh, other)
        if self.units is not None and self.per is None:
            yield Problem("per", "required", None)
        if self.units is not None:
            # Under every reading somebody is asked, whose units are counted.
            asked = {next(iter(nouns_in(one)), None) for _, one in ways(self.condition)}
            found = (one for noun in asked for one in uncounted(self.units, noun))
            yield from dict.fromkeys(found)

    def counted(self, subject: Noun) -> Exact | None:
        """Return how many units a subject states; None if it states none, or none are counted."""
        if self.units is None:
            return None
        counted: Exact | None = stated(subject, parse_path(type(subject), self.units))
        return counted


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
