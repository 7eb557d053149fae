"""What is still to be stated, as questions: one for each fact, what most clauses wait for first."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from careplan.base.messages import say
from careplan.criteria.asking import question
from careplan.display.views.parts import Grid, Head, Line, Part, Role, line
from careplan.display.views.words import Cited, Mark, Tag
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


def asked_in_words(noun: type[Any], questions: Iterable[Question], language: str) -> list[str]:
    """Return the questions alone."""
    return [question(noun, one.path, language) for one in questions]


def questions_part(noun: type[Any], questions: tuple[Question, ...], language: str) -> Part:
    """Return the questions as a table, with the places they serve."""
    title = say("assessed.asked", language)
    if not questions:
        return Part(title, (nothing(language),))
    heads = (
        Head(say("assessed.number", language), Role.NUMBER),
        Head(say("assessed.please", language), Role.NAME),
        Head(say("assessed.serves", language)),
    )
    lines = tuple(_lines(noun, questions, language))
    return Part(counted(title, len(questions), language), (Grid(title, heads, lines),))


def _lines(noun: type[Any], questions: Iterable[Question], language: str) -> Iterator[Line]:
    for number, one in enumerate(questions, start=1):
        asked = (Tag(Mark.OPEN, ""), begun(question(noun, one.path, language)))
        joint = say("list.joint", language)
        yield line(str(number), asked, Cited(joint.join(one.locators)))


def asked_beside(noun: type[Any], paths: Iterable[str], language: str) -> Iterator[str]:
    """Yield the questions of something that is no duty, to stand below it."""
    return (question(noun, path, language) for path in paths)
