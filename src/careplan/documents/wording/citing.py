"""How what a document says is cited: clauses and readings, as cells of a row and as lines."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from careplan.base.frozenmap import frozen
from careplan.base.messages import join, say
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.display.cells import Row, names, text
from careplan.documents.clauses import Clause, Document, Option, Reading

if TYPE_CHECKING:
    from careplan.display.views.parts import Part
    from careplan.documents.rules import Cited, Consequence


def cited(clause: Clause) -> Row:
    """Return where a row comes from."""
    return {"clause": clause.number, "locator": clause.locator}


def told(sentences: Iterable[str], language: str) -> str:
    """Return sentences one after the other."""
    return reduce(
        lambda first, then: say("view.common.then", language, first=first, then=then), sentences
    )


def source_of(document: Document | None, language: str, locator: str = "") -> str:
    """Say by which document an answer was made, and where in it that stands, if it is known."""
    if document is None:
        return locator and say("view.common.source", language, document=locator, locator="")
    at = say("view.common.source.at", language, locator=locator) if locator else ""
    if document.number is None:
        return say("view.common.source", language, document=document.title, locator=at)
    return say(
        "view.common.source.number",
        language,
        document=document.title,
        number=document.number,
        locator=at,
    )


@frozen
class Otherwise:
    """An option of a question that was not taken, and what it would change."""

    taken: Reading
    option: Option
    effect: str


def readings_part(listed: Iterable[Otherwise], language: str) -> "Iterator[Part]":
    """Yield the part of a display on readings: taken, the other, and what that would change."""
    from careplan.display.views.parts import Grid, Head, Role, line, part
    from careplan.display.views.words import Strong

    lines = tuple(
        line(
            each.taken.interpretation.question.get(language),
            Strong(each.taken.option.text.get(language)),
            each.option.text.get(language),
            each.effect,
        )
        for each in listed
    )
    if lines:
        heads = (
            Head(say("view.common.question.head", language), Role.NAME),
            Head(say("view.common.reading.taken", language)),
            Head(say("view.common.reading.other", language)),
            Head(say("view.common.reading.effect", language)),
        )
        title = say("view.common.readings", language)
        yield part(title, Grid(title, heads, lines))


def readings(taken: Iterable[Reading]) -> str:
    """Return the readings taken, as question=option."""
    return names(f"{one.interpretation.id}={one.option.id}" for one in taken)


def clause_line(clause: Clause, number: str, outcome: object, language: str) -> str:
    """Say a clause: where it stands, its number, our summary, and the outcome."""
    return say(
        "clause",
        language,
        locator=clause.locator,
        number=number,
        summary=clause.summary,
        outcome=outcome,
    )


def known_lines(clauses: Iterable[Clause], language: str) -> Iterator[str]:
    """Yield how clauses are known that are not known from their document's own text.

    Those that are known alike stand in one line; the pages are named where a clause is shown.
    """
    known: dict[str, dict[str, None]] = {}
    for clause in clauses:
        if clause.known_from is not None:
            told = clause.known_from.told(language)
            known.setdefault(told, {})[clause.locator] = None
    for told, locators in known.items():
        yield say("support.of", language, locators=join(locators, language), said=told)


def following_cells(following: Iterable["Consequence"]) -> Row:
    """Return what follows a breach in one cell, empty where nothing does."""
    listed = tuple(following)
    if not listed:
        return text("consequences", None)
    zh, en = ("; ".join(one.told(language) for one in listed) for language in ("zh", "en"))
    return text("consequences", Text(zh=zh, en=en))


def consequence_lines(following: Iterable["Consequence"], language: str) -> Iterator[str]:
    """Yield what follows a breach, each with the clause that says so."""
    for one in following:
        said = one.told(language)
        yield say("consequence", language, said=said, locator=one.clause.locator)


def within_lines(cited: "Cited", language: str) -> Iterator[str]:
    """Say from when until when something is in force, where it has a time of its own."""
    from careplan.display.phrases import INDENT

    if cited.within is not None:
        yield INDENT + say("finding.within", language, within=cited.within.told(language))


def in_force_lines(in_force: Truth | None, on: date | None, language: str) -> Iterator[str]:
    """Say of a document that it is not in force on the day asked, or that nobody knows."""
    from careplan.display.phrases import INDENT

    if in_force is Truth.FALSE or in_force is Truth.UNKNOWN:
        yield INDENT + say(f"in_force.{in_force.value}", language, on=on)


def reading_lines(readings: Iterable[Reading], language: str) -> Iterator[str]:
    """Yield each reading taken beside its alternatives."""
    for reading in readings:
        others = [o.text for o in reading.interpretation.options if o != reading.option]
        yield say(
            "reading",
            language,
            question=reading.interpretation.question,
            text=reading.option.text,
            others=tuple(others),
            id=f"{reading.interpretation.id}={reading.option.id}",
        )
