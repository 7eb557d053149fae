"""Entries: a clause, and with it what encodes it, which other clause does, or why nothing does."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, Union, overload

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.frozenmap import frozen
from careplan.base.nearness import nearest
from careplan.base.quoting import quote
from careplan.base.text import Text, Words, is_text, names_of, text_of
from careplan.documents.chapters.drafts import Draft, Names, several
from careplan.documents.clauses import Clause, Modality
from careplan.fields.checking import hint, listing

if TYPE_CHECKING:
    from careplan.documents.authorities.calendar import Deadline, Duty, Stage
    from careplan.documents.authorities.forms import Form
    from careplan.documents.authorities.routes import Oversight, Registration, Route, Step
    from careplan.documents.authorities.scopes import BusinessScope
    from careplan.documents.authorities.tasks import Council, Meeting, Task
    from careplan.documents.rules import Benefit, Consequence, Definition, Rule
    from careplan.documents.scales.grades import Grade, Grading
    from careplan.documents.scales.ladders import Ladder, Rung
    from careplan.documents.scales.ledgers import Ledger, LedgerRow
    from careplan.documents.scales.sheets import Band, Scorecard, SheetItem
    from careplan.documents.scales.targets import Target
    from careplan.documents.support import KnownFrom

    Outer: TypeAlias = (
        Rule
        | Ladder
        | Benefit
        | Grading
        | Scorecard
        | Target
        | Ledger
        | Registration
        | Task
        | Council
        | Stage
        | Deadline
        | Duty
        | Form
        | Definition
    )

    Part: TypeAlias = (
        Rung
        | Consequence
        | Grade
        | LedgerRow
        | SheetItem
        | Band
        | Task
        | Meeting
        | Route
        | Step
        | Oversight
        | BusinessScope
    )

# Every clause names one; an author writes w.MUST.
MUST, SHOULD, ENCOURAGED = Modality.MUST, Modality.SHOULD, Modality.ENCOURAGED
MAY, PROHIBITED, FACT = Modality.MAY, Modality.PROHIBITED, Modality.FACT
# The words of documents for it: each of a label that prints several, and what means the same.
_PRINTED = {
    **{word: one for one in Modality for word in one.label.zh.split("、")},
    **dict.fromkeys(("应", "须", "必须"), MUST),
    "可": MAY,
    **dict.fromkeys(("禁止", "严禁"), PROHIBITED),
}
_WORDS = {**_PRINTED, **names_of((Modality,))}

# What stands under a clause by itself: its class, the field of a plan that holds it, and where the
# class lives. By name: a class that no document has used need not be there.
_OUTER = (
    ("Rule", "rules", "rules"),
    ("Ladder", "ladders", "scales.ladders"),
    ("Benefit", "benefits", "rules"),
    ("Grading", "gradings", "scales.grades"),
    ("Scorecard", "scorecards", "scales.sheets"),
    ("Target", "targets", "scales.targets"),
    ("Ledger", "ledgers", "scales.ledgers"),
    ("Registration", "registration", "authorities.routes"),
    ("Task", "tasks", "authorities.tasks"),
    ("Council", "councils", "authorities.tasks"),
    ("Stage", "stages", "authorities.calendar"),
    ("Deadline", "deadlines", "authorities.calendar"),
    ("Duty", "duties", "authorities.calendar"),
    ("Form", "forms", "authorities.forms"),
    ("Definition", "definitions", "rules"),
)
OUTER: Mapping[str, str] = {name: field for name, field, _ in _OUTER}
LATE: Mapping[str, str] = {name: f"careplan.documents.{home}" for name, _, home in _OUTER}
# What stands inside another object.
PARTS = (
    "Rung", "Consequence", "Grade", "LedgerRow", "SheetItem", "Band", "Task", "Meeting", "Route",
    "Step", "Oversight", "BusinessScope",
)  # fmt: skip


def is_of(cls: type[Any], names: Collection[str]) -> bool:
    """Say whether a class is one of these of the documents; one made of it is none."""
    return cls.__name__ in names and cls.__module__.startswith("careplan.documents.")


@frozen
class Declined:
    """Why nothing encodes a clause."""

    reason: Text


@frozen
class EncodedWith:
    """The numbers of the clauses whose objects encode a clause as well."""

    numbers: tuple[str, ...]


@frozen
class Inside:
    """What encodes a clause as parts of the objects of another, by its number or their id."""

    of: str
    drafts: "tuple[Draft[Part], ...]"


Encoding = Union["Draft[Outer]", Inside, Declined, EncodedWith]


@frozen
class Entry:
    """A clause, and what its author wrote beneath it."""

    clause: Clause
    encoding: tuple[Encoding, ...]

    @property
    def drafts(self) -> "tuple[Draft[Outer], ...]":
        """The objects that stand with the clause, still to be made."""
        return tuple(one for one in self.encoding if isinstance(one, Draft))


@overload
def clause(
    number: str,
    locator: str,
    modality: Modality | str,
    zh: str,
    en: str | None = None,
    *encoding: Encoding,
    title: Words | None = None,
    known_from: "KnownFrom | None" = None,
) -> Entry: ...


@overload
def clause(
    number: str,
    locator: str,
    modality: Modality | str,
    zh: str,
    *encoding: Encoding,
    title: Words | None = None,
    known_from: "KnownFrom | None" = None,
) -> Entry: ...


def clause(
    number: str,
    locator: str,
    modality: Modality | str,
    zh: str,
    en: str | Encoding | None = None,
    *encoding: Encoding,
    title: Words | None = None,
    known_from: "KnownFrom | None" = None,
) -> Entry:
    """Register a clause with its summary in Chinese, and English if any, and what encodes it.

    `title` names the clause in a few words, where the summary is none for a list of tasks, and
    `known_from` says how it is known, where that is not from the document's own text.
    `modality` is a Modality, or the document's own word for it: "应当", "must". Without an
    encoding the clause is not encoded yet: `plan.coverage()` says so. Raises InvalidInput for a
    clause that is none, and for anything beneath it that encodes no clause.

    >>> one = clause("1", "一", Modality.FACT, "指导思想", "The guiding idea.",
    ...     declined("没有要求", "asks for nothing"))
    >>> one.clause.locator, one.encoding[0].reason.en
    ('一', 'asks for nothing')
    >>> clause("2", "二", "应当", "卫健局牵头", declined("另文规定")).clause.modality
    Modality.MUST
    """
    if en is not None and not isinstance(en, str):
        encoding, en = (en, *encoding), None
    at = number if isinstance(number, str) else quote(number)
    try:
        named = None if title is None else text_of(title)
        registered = Clause(
            number, locator, _modality(modality), Text(zh=zh, en=en), named, known_from
        )
    except InvalidInput as error:
        raise InvalidInput(located(error.inside(at), locator)) from None
    found = [
        problem
        for index, one in enumerate(encoding)
        for problem in _misplaced(one, number, f"{number}.encoding[{index}]")
    ]
    if found:
        raise InvalidInput(located(found, locator))
    return Entry(registered, encoding)


def _modality(word: Modality | str) -> Modality:
    """Return what a word says how strongly a clause speaks; what is no text is left as it is."""
    if not is_text(word):
        return word  # type: ignore[return-value]  # a Modality, or what the clause refuses
    if word not in _WORDS:
        near = nearest(word, _WORDS)
        meant = hint(None if near is None else near.label.zh)
        allowed = listing((*_PRINTED, *(str(one.value) for one in Modality)))
        said = {"options": allowed, "hint": meant}
        raise InvalidInput([Problem("modality", "not_a_member", word, said)])
    return Modality(_WORDS[word])


def declined(zh: str, en: str | None = None) -> Declined:
    """Say why nothing encodes the clause.

    >>> declined("附件只有标题", "an annex known by its title only").reason.zh
    '附件只有标题'
    """
    return Declined(Text(zh=zh, en=en))


def encoded_with(numbers: Names) -> EncodedWith:
    """Say which clauses encode this one as well, by number, apart by spaces.

    Objects of each of them must name this clause, in `also` or as a clause of their own.

    >>> encoded_with("4.2.c 4.2.d").numbers
    ('4.2.c', '4.2.d')
    """
    return EncodedWith(several(numbers, "encoded_with"))


def inside(of: str, *drafts: "Draft[Part]") -> Inside:
    """Say what encodes the clause inside the objects of another: a task of a stage, a route.

    `of` is the other clause's number, or the id "number/part" of one object under it. The
    parts stand behind those written there, in the order of their clauses.

    >>> from careplan.documents.chapters.working import task
    >>> inside("5.1", task(acting="各部门")).of
    '5.1'
    """
    check_type(of, str, "inside")
    return Inside(of, drafts)


def located(problems: Iterable[Problem], locator: object) -> list[Problem]:
    """Return problems that say where in the text their clause stands, unless they do already."""
    if not isinstance(locator, str):
        return list(problems)
    return [
        attrs.evolve(one, parameters={"locator": locator, **one.parameters}) for one in problems
    ]


def _misplaced(one: Any, number: str, path: str) -> Iterable[Problem]:
    match one:
        case Declined() | EncodedWith():
            pass
        case Inside(drafts=drafts):
            for index, inner in enumerate(drafts):
                yield from _no_draft(inner, PARTS, number, f"{path}.drafts[{index}]")
        case _:
            yield from _no_draft(one, OUTER, number, path)


def _no_draft(one: Any, classes: Collection[str], number: str, path: str) -> Iterable[Problem]:
    if isinstance(one, Draft) and not is_of(one.cls, classes) and is_of(one.cls, PARTS):
        expected = 'inside("...", ...)'
        yield Problem(path, "wrong_type", one.cls, {"expected": expected})
    elif not isinstance(one, Draft) or not is_of(one.cls, classes):
        expected = ", ".join(classes)
        shown = one.cls if isinstance(one, Draft) else one
        yield Problem(path, "wrong_type", shown, {"expected": f"draft of {expected}"})
    elif (own := one.fields.get("clause", number)) != number:
        other = {"other_field": "number", "other": number}
        yield Problem(f"{path}.clause", "contradiction", own, other)
