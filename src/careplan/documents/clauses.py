"""Where an answer comes from: documents, their clauses, and the readings an open text allows."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar
from unicodedata import normalize

import attrs

from careplan.base.errors import (
    InvalidInput,
    NotFound,
    Problem,
    all_unknown,
    check_type,
    look_up,
    not_found,
)
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text, Unordered, text_of
from careplan.base.truth import Truth
from careplan.display.cells import Row, member, text
from careplan.display.result import Shown
from careplan.documents.encoded import Encoded, duplicates, read_shape
from careplan.documents.periods import Validity, validity_of
from careplan.fields.checking import arguments
from careplan.fields.kinds import DayKind, PartKind
from careplan.fields.shapes import NAME, ListOf, kept, left_out

if TYPE_CHECKING:
    from careplan.documents.support import KnownFrom

# A document that was read from its own text has no need of what says how else it is known.
_LATE: Mapping[str, str] = {"KnownFrom": "careplan.documents.support"}


class Modality(Unordered):
    """How strongly a clause speaks, in the document's own word."""

    MUST = ("must", "应当", "must")
    SHOULD = ("should", "支持、引导、探索", "should")
    ENCOURAGED = ("encouraged", "鼓励", "encouraged")
    MAY = ("may", "可以", "may")
    PROHIBITED = ("prohibited", "不得", "must not")
    FACT = ("fact", "陈述", "statement")


class Force(Unordered):
    """Whether a rule binds. Only binding rules decide the outcome of an assessment."""

    BINDING = ("binding", "强制", "binding")
    ADVISORY = ("advisory", "建议", "advisory")


# As numbers of documents are printed, and as they are typed.
_BRACKETS = str.maketrans({**dict.fromkeys("〔【（(", "["), **dict.fromkeys("〕】）)", "]")})


def _plain(name: str) -> str:
    return "".join(normalize("NFKC", name).translate(_BRACKETS).split())


def _validity(given: Any) -> Any:
    return validity_of(given, "in_force")


@frozen(kw_only=True)
class Document(Encoded):
    """A policy document: title and issuer as printed; None where the text prints nothing.

    Title and issuer may be given as a pair (zh, en), or in Chinese alone. `in_force` is a
    `Validity`, or what stands for one: a period, a pair (since, until) of which one may be None,
    or a status such as `DRAFT`. `supersedes` names documents that it takes the place of, by
    number, title or the id of their plan, `parallels` those that speak of the same beside it.
    `known_from` says how its clauses are known that do not say so themselves; None is: from
    its own text.

    >>> Document(title="某县方案", issuer=("某县", "a county")).title
    Text(zh='某县方案', en=None)
    """

    __late__: ClassVar[Mapping[str, str]] = _LATE

    title: Text = attrs.field(converter=text_of)
    issuer: Text = attrs.field(converter=text_of)
    number: str | None = None
    issued_on: date | None = None
    in_force: Validity | None = attrs.field(default=None, converter=_validity, metadata=left_out())
    supersedes: tuple[str, ...] = attrs.field(default=(), metadata=left_out())
    parallels: tuple[str, ...] = attrs.field(default=(), repr=False, metadata=left_out())
    known_from: "KnownFrom | None" = attrs.field(default=None, repr=False, metadata=left_out())

    def holds_on(self, day: date) -> Truth:
        """Say whether the document is in force on a day; UNKNOWN where nothing says.

        Before the day it was issued it is not. Raises InvalidInput for anything but a date.
        """
        arguments(day=(DayKind(), day))
        if self.issued_on is not None and day < self.issued_on:
            return Truth.FALSE
        return Truth.UNKNOWN if self.in_force is None else self.in_force.holds_on(day)

    def begun_by(self, day: date) -> Truth:
        """Say whether the document has been in force on a day or before it."""
        if self.issued_on is not None and day < self.issued_on:
            return Truth.FALSE
        return Truth.UNKNOWN if self.in_force is None else self.in_force.begun_by(day)

    def goes_by(self, name: str) -> bool:
        """Say whether another document may name this one so: by its number or its title.

        Brackets of any kind are alike, and blanks count for nothing: 〔2019〕7号 is [2019] 7号.
        """
        own = (self.number, self.title.zh, self.title.en)
        return _plain(name) in {_plain(one) for one in own if one is not None}


@frozen
class Clause(Encoded, Shown):
    """One clause: its number, where it stands, how strongly it speaks, a summary of ours.

    `title` names it in a few words where the summary is none to head a row with; `heading` is
    what does. What encodes it its plan knows: `plan.show("4.1.b")`. `known_from` says from which
    pages it is known, where that is not the document's own text.

    >>> said = Text(zh="各部门明确专门科室和专人")
    >>> Clause("5.1", "五（一）", Modality.MUST, said).heading is said
    True
    """

    __late__: ClassVar[Mapping[str, str]] = _LATE

    number: str = attrs.field(metadata=kept(NAME))
    locator: str
    modality: Modality
    summary: Text
    title: Text | None = attrs.field(default=None, metadata=left_out())
    known_from: "KnownFrom | None" = attrs.field(default=None, repr=False, metadata=left_out())

    @property
    def heading(self) -> Text:
        """What the clause is called in a list: its title, or else its summary."""
        return self.summary if self.title is None else self.title

    def _lines(self, language: str) -> Iterator[str]:
        yield say(
            "shown.head",
            language,
            locator=self.locator,
            number=self.number,
            modality=self.modality,
            summary=self.summary,
        )

    def _rows(self) -> Iterable[Row]:
        yield {
            "number": self.number,
            "locator": self.locator,
            **member("modality", self.modality),
            **text("summary", self.summary),
        }


@frozen
class Option(Encoded):
    """One way to read an open text."""

    id: str = attrs.field(metadata=kept(NAME))
    text: Text


@frozen(kw_only=True)
class Interpretation(Encoded):
    """A question the text leaves open: the reading taken comes first, then its alternatives."""

    id: str = attrs.field(metadata=kept(NAME))
    clauses: tuple[str, ...]
    question: Text
    options: tuple[Option, ...]

    def _contradictions(self) -> Iterable[Problem]:
        if len(self.options) < len(("taken", "alternative")):
            yield Problem("options", "no_alternative", self.id)
        yield from duplicates("options", (option.id for option in self.options))

    @property
    def default(self) -> str:
        """The id of the option taken unless a caller says otherwise."""
        return self.options[0].id

    def option(self, name: object) -> Option:
        """Return the option called `name`, or raise NotFound listing the known ones."""
        return look_up("option", name, {option.id: option for option in self.options})


def unread(under: tuple[str, str] | None, known: Mapping[str, Interpretation]) -> Iterable[Problem]:
    """Yield what is wrong with the reading an object holds under, given those that are known."""
    if under is not None:
        name, option = under
        if name not in known:
            yield Problem("under", "no_such_interpretation", name)
        elif option not in {one.id for one in known[name].options}:
            yield Problem("under", "no_such_option", option, {"other": name})


@frozen
class Reading(Encoded):
    """A reading taken: the open question and the option chosen."""

    interpretation: Interpretation
    option: Option

    def _contradictions(self) -> Iterable[Problem]:
        if self.option not in self.interpretation.options:
            other = {"other": self.interpretation.id}
            yield Problem("option", "no_such_option", self.option.id, other)


def read_as(
    interpretations: Iterable[Interpretation], readings: Mapping[str, str] | None
) -> dict[str, str]:
    """Return the option taken of every interpretation: `readings` over the defaults.

    Raises NotFound for unknown interpretations or options, all at once, InvalidInput if
    `readings` is not a mapping.
    """
    known = {interpretation.id: interpretation for interpretation in interpretations}
    taken = {name: interpretation.default for name, interpretation in known.items()}
    if readings is None:
        return taken
    check_type(readings, Mapping, "readings")
    asked = [name for name in readings if isinstance(name, str) and name in known]
    strange = (name for name in readings if not isinstance(name, str) or name not in known)
    unknown = not_found("interpretation", strange, known)
    for name in asked:
        try:
            taken[name] = known[name].option(readings[name]).id
        except NotFound as error:
            unknown.append(error)
    if unknown:
        raise all_unknown("readings", unknown)
    return taken


def readings_used(
    interpretations: Iterable[Interpretation], used: Iterable[str], taken: Mapping[str, str]
) -> tuple[Reading, ...]:
    """Return the readings taken of the interpretations whose ids are in `used`."""
    names = frozenset(used)
    return tuple(
        Reading(interpretation, interpretation.option(taken[interpretation.id]))
        for interpretation in interpretations
        if interpretation.id in names
    )


def by_number(clauses: Iterable[Clause]) -> dict[str, Clause]:
    """Return clauses by their number, for the objects of a plan to cite.

    Raises InvalidInput for a number that stands twice.

    >>> sorted(by_number([Clause("1.a", "一", Modality.MUST, Text(zh="甲"))]))
    ['1.a']
    """
    problems: list[Problem] = []
    listed = read_shape(ListOf(PartKind(Clause)), clauses, "clauses", problems)
    known = {} if problems else {clause.number: clause for clause in listed}
    if not problems and len(known) < len(listed):
        numbers = (clause.number for clause in dict.fromkeys(listed))
        problems += (attrs.evolve(one, path=str(one.value)) for one in duplicates("", numbers))
    if problems:
        raise InvalidInput(problems)
    return known
