"""Where an answer comes from: documents, their clauses, and the readings an open text allows."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Self

import attrs

from careplan.errors import (
    InvalidInput,
    NotFound,
    Problem,
    all_unknown,
    check_language,
    check_type,
    look_up,
)


@attrs.frozen(kw_only=True)
class Text:
    """A short text in Chinese and English.

    >>> Text(zh="母婴室", en="mother-and-baby room").get("en")
    'mother-and-baby room'
    """

    zh: str
    en: str

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text."""
        check_type(self.zh, str, "zh")
        check_type(self.en, str, "en")

    def get(self, language: str) -> str:
        """Return the text in "zh" or "en"; any other language raises NotFound."""
        return self.zh if check_language(language) == "zh" else self.en


class Labelled(Enum):
    """An enum whose members carry a zh and en label and print as they are written in code."""

    label: Text

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        """Take (value, zh, en): the value identifies the member, the rest is its label.

        The defaults let type checkers accept a look-up by value alone.
        """
        member = object.__new__(cls)
        member._value_ = value
        member.label = Text(zh=zh, en=en)
        return member

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Modality(Labelled):
    """How strongly a clause speaks, in the document's own word."""

    MUST = ("must", "应当", "must")
    SHOULD = ("should", "支持、引导、探索", "should")
    ENCOURAGED = ("encouraged", "鼓励", "encouraged")
    MAY = ("may", "可以", "may")
    PROHIBITED = ("prohibited", "不得", "must not")
    FACT = ("fact", "陈述", "statement")


class Force(Labelled):
    """Whether a rule binds. Only binding rules decide the outcome of an assessment."""

    BINDING = ("binding", "强制", "binding")
    ADVISORY = ("advisory", "建议", "advisory")


@attrs.frozen(kw_only=True)
class Document:
    """A policy document: title and issuer as printed; None where the text prints nothing."""

    title: Text
    issuer: Text
    number: str | None = None
    issued_on: date | None = None


@attrs.frozen
class Clause:
    """One clause: its number, where it stands, how strongly it speaks, a summary of ours."""

    number: str
    locator: str
    modality: Modality
    summary: Text


@attrs.frozen
class Option:
    """One way to read an open text."""

    id: str
    text: Text


@attrs.frozen(kw_only=True)
class Interpretation:
    """A question the text leaves open: the reading taken comes first, then its alternatives."""

    id: str
    clauses: tuple[str, ...]
    question: Text
    options: tuple[Option, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse a question without an alternative."""
        if len(self.options) < len(("taken", "alternative")):
            raise InvalidInput([Problem("options", "no_alternative", self.id)])

    @property
    def default(self) -> str:
        """The id of the option taken unless a caller says otherwise."""
        return self.options[0].id

    def option(self, name: object) -> Option:
        """Return the option called `name`, or raise NotFound listing the known ones."""
        return look_up("option", name, {option.id: option for option in self.options})


@attrs.frozen
class Reading:
    """A reading taken: the open question and the option chosen."""

    interpretation: Interpretation
    option: Option


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
    unknown: list[NotFound] = []
    for name, option in readings.items():
        try:
            taken[name] = look_up("interpretation", name, known).option(option).id
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


def clause_table(*rows: tuple[str, str, Modality, str, str]) -> tuple[Clause, ...]:
    """Make clauses of rows (number, locator, modality, zh summary, en summary).

    Raises InvalidInput for a row of another shape.

    >>> clause_table(("1.a", "一", Modality.MUST, "甲", "A."))[0].locator
    '一'
    """
    for row in rows:
        whole = isinstance(row, tuple) and len(row) == len(attrs.fields(Clause)) + 1
        if not whole or not isinstance(row[2], Modality):
            expected = {"expected": "(number, locator, Modality, zh, en)"}
            raise InvalidInput([Problem("rows", "wrong_type", row, expected)])
    return tuple(
        Clause(number, locator, modality, Text(zh=zh, en=en))
        for number, locator, modality, zh, en in rows
    )


def by_number(clauses: Iterable[Clause]) -> dict[str, Clause]:
    """Return clauses by their number, for the objects of a plan to cite.

    Raises InvalidInput for a number that stands twice.

    >>> sorted(by_number(clause_table(("1.a", "一", Modality.MUST, "甲", "A."))))
    ['1.a']
    """
    known: dict[str, Clause] = {}
    for clause in clauses:
        if known.setdefault(clause.number, clause) is not clause:
            raise InvalidInput([Problem(clause.number, "duplicate", clause.number)])
    return known
