"""What is still to be stated, as questions: one for each fact, what most clauses wait for first."""

from collections.abc import Iterable, Iterator

import attrs

from careplan.base.messages import say
from careplan.criteria.evidence import witnesses
from careplan.criteria.steps import counts_to_day
from careplan.criteria.wording.asking import fact_question
from careplan.display.views.parts import Grid, Head, Line, Part, Role, line
from careplan.display.views.words import Cited, Mark, Tag
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.paths import ON, dotted
from careplan.verbs.advising.phrasing import begun, counted, nothing
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.assessing.ladders import LadderFinding


@attrs.frozen
class Waiting:
    """A place in a document that cannot be judged before some facts are stated.

    `to_day` says whether time may be counted there to the day asked.
    """

    missing: tuple[str, ...]
    locator: str
    to_day: bool = True


@attrs.frozen
class Question:
    """A fact to state, and where it is waited for."""

    path: str
    locators: tuple[str, ...]
    to_day: bool = True


def questions_of(waiting: Iterable[Waiting]) -> tuple[Question, ...]:
    """Return the facts waited for, that first for which most wait, then in the order they come."""
    served: dict[str, list[Waiting]] = {}
    for one in waiting:
        for path in one.missing:
            served.setdefault(path, []).append(one)
    asked = sorted(served.items(), key=lambda pair: -len(pair[1]))
    return tuple(
        Question(path, tuple(dict.fromkeys(one.locator for one in those)), _to_day(those))
        for path, those in asked
    )


def _to_day(waiting: Iterable[Waiting]) -> bool:
    return any(one.to_day for one in waiting)


def waits(finding: Finding | LadderFinding) -> Waiting:
    """Return where a duty waits, and for what."""
    return Waiting(finding.missing, finding.clause.locator, _counts_to_day(finding))


def _counts_to_day(finding: Finding | LadderFinding) -> bool:
    """Say of a duty that waits for the day asked, or a fact `on`, whether time is counted."""
    if dotted(ON) not in finding.missing:
        return False
    asked = (piece.required for piece in witnesses(finding.evidence) if dotted(ON) in piece.facts)
    waited_for = any(dotted(ON) in one.missing for one in finding.answered)
    return waited_for or any(map(counts_to_day, asked))


def ask_for(about: Noun | type[Noun], path: str, language: str, *, to_day: bool = True) -> str:
    """Return the question for a missing fact, of a subject or of a noun.

    A noun may have a fact `on` of its own: where that is stated the day asked is missing, and
    where it need not be stated it may be either, if time is counted `to_day`.
    """
    noun = about if isinstance(about, type) else type(about)
    own = facts_declared(noun).get(path) if path == dotted(ON) else None
    asked = fact_question(noun, path, language)
    if own is None:
        return asked
    day = fact_question(Noun, path, language)
    if own.required or getattr(about, path, None) is not None:
        return day
    return say("assessed.behind", language, question=asked, more=day) if to_day else asked


def ask_of(about: Noun, one: Question, language: str) -> str:
    """Return a question in words."""
    return ask_for(about, one.path, language, to_day=one.to_day)


def questions_part(about: Noun, questions: tuple[Question, ...], language: str) -> Part:
    """Return the questions as a table, with the places they serve."""
    title = say("assessed.asked", language)
    if not questions:
        return Part(title, (nothing(language),))
    heads = (
        Head(say("assessed.number", language), Role.NUMBER),
        Head(say("assessed.please", language), Role.NAME),
        Head(say("assessed.serves", language)),
    )
    lines = tuple(_lines(about, questions, language))
    return Part(counted(title, len(questions), language), (Grid(title, heads, lines),))


def _lines(about: Noun, questions: Iterable[Question], language: str) -> Iterator[Line]:
    for number, one in enumerate(questions, start=1):
        asked = (Tag(Mark.OPEN, ""), begun(ask_of(about, one, language), language))
        joint = say("list.joint", language)
        yield line(str(number), asked, Cited(joint.join(one.locators)))


def asked_beside(about: Noun, paths: Iterable[str], language: str) -> Iterator[str]:
    """Yield the questions of something that is no duty, to stand below it."""
    return (ask_for(about, path, language) for path in paths)
