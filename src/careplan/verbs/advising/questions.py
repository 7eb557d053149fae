"""What is still to be stated, as questions: one for each fact, what most clauses wait for first."""

from collections.abc import Iterable, Iterator

import attrs

from careplan.base.messages import say
from careplan.criteria.asking import question
from careplan.display.views.parts import Grid, Head, Line, Part, Role, line
from careplan.display.views.words import Cited, Mark, Tag
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.paths import ON, dotted
from careplan.verbs.advising.phrasing import begun, counted, nothing


@attrs.frozen
class Waiting:
    """A place in a document that cannot be judged before some facts are stated."""

    missing: tuple[str, ...]
    locator: str


@attrs.frozen
class Question:
    """A fact to state, and where it is waited for."""

    path: str
    locators: tuple[str, ...]


def questions_of(waiting: Iterable[Waiting]) -> tuple[Question, ...]:
    """Return the facts waited for, that first for which most wait, then in the order they come."""
    served: dict[str, list[str]] = {}
    for one in waiting:
        for path in one.missing:
            served.setdefault(path, []).append(one.locator)
    asked = sorted(served.items(), key=lambda pair: -len(pair[1]))
    return tuple(Question(path, tuple(dict.fromkeys(places))) for path, places in asked)


def ask_for(about: Noun | type[Noun], path: str, language: str) -> str:
    """Return the question for a missing fact, of a subject or of a noun.

    A noun may have a fact `on` of its own: where that is stated the day asked is missing.
    """
    noun = about if isinstance(about, type) else type(about)
    own = facts_declared(noun).get(path) if path == dotted(ON) else None
    if own is not None and (own.required or getattr(about, path, None) is not None):
        return question(Noun, path, language)
    return question(noun, path, language)


def questions_part(
    about: Noun | type[Noun], questions: tuple[Question, ...], language: str
) -> Part:
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


def _lines(
    about: Noun | type[Noun], questions: Iterable[Question], language: str
) -> Iterator[Line]:
    for number, one in enumerate(questions, start=1):
        asked = (Tag(Mark.OPEN, ""), begun(ask_for(about, one.path, language)))
        joint = say("list.joint", language)
        yield line(str(number), asked, Cited(joint.join(one.locators)))


def asked_beside(about: Noun | type[Noun], paths: Iterable[str], language: str) -> Iterator[str]:
    """Yield the questions of something that is no duty, to stand below it."""
    return (ask_for(about, path, language) for path in paths)
