"""A plan as it shows itself: the document, how much of it is encoded, and all its clauses."""

from collections.abc import Iterator, Sequence

import attrs

import careplan.display.views.parts as p
from careplan.base.messages import join, say, show
from careplan.display.views.parts import line, part
from careplan.display.views.words import Mark, Tag, Words
from careplan.documents.clauses import Document
from careplan.documents.coverage import Coverage, counted_by_support
from careplan.documents.wording.labels import KINDS
from careplan.documents.wording.shown import ClauseShown


def plan_view(
    document: Document, found: Coverage, clauses: Sequence[ClauseShown], language: str
) -> p.View:
    """Return the display of a plan; what is not encoded yet stands first."""
    missing = [one for one in clauses if not one.encoding and one.reason is None]
    parts = [part("", p.Facts(tuple(_facts(document, language))))]
    if missing:
        title = say("view.plan.missing", language, count=len(missing))
        parts.append(part(title, _grid(missing, language)))
    title = say("view.plan.clauses", language, count=len(clauses))
    parts.append(part(title, _grid(clauses, language)))
    return p.View(
        title=document.title.get(language),
        answer=attrs.evolve(found.answer(language), sentence=_told(document, found, language)),
        parts=tuple(parts),
        notes=(
            *counted_by_support((one.clause for one in clauses), document, language),
            say("view.plan.note", language),
        ),
    )


def _told(document: Document, found: Coverage, language: str) -> str:
    said = found.answer(language).sentence
    return say("view.plan.answer", language, title=document.title, said=said)


def _facts(document: Document, language: str) -> Iterator[tuple[str, str]]:
    yield say("view.plan.issuer", language), document.issuer.get(language)
    number = document.number
    yield say("view.plan.number", language), number or say("view.plan.unprinted", language)
    issued = document.issued_on
    said = say("view.plan.unprinted", language) if issued is None else show(issued, language)
    yield say("view.plan.issued", language), said
    held = document.in_force
    told = say("view.plan.unprinted", language) if held is None else held.told(language)
    yield say("view.plan.validity", language), told
    if document.supersedes:
        yield say("view.plan.supersedes", language), join(document.supersedes, language)
    if document.parallels:
        yield say("view.plan.parallels", language), join(document.parallels, language)


def _grid(clauses: Sequence[ClauseShown], language: str) -> p.Grid:
    heads = (
        p.Head(say("view.common.number", language), p.Role.NUMBER),
        p.Head(say("view.plan.head.clause", language), p.Role.NAME),
        p.Head(say("view.plan.head.modality", language)),
        p.Head(say("view.plan.head.summary", language)),
        p.Head(say("view.plan.head.encoded", language)),
    )
    lines = tuple(
        line(
            str(number),
            one.clause.locator,
            one.clause.modality.label.get(language),
            one.clause.summary.get(language),
            _encoded(one, language),
        )
        for number, one in enumerate(clauses, start=1)
    )
    return p.Grid(say("view.plan.head.summary", language), heads, lines, one_line=True)


def _encoded(one: ClauseShown, language: str) -> Words:
    if one.encoding:
        kinds = dict.fromkeys(type(each).__name__ for each in one.encoding)
        return join((KINDS[kind].get(language) for kind in kinds), language)
    if one.reason is not None:
        return say("view.plan.declined", language, reason=one.reason)
    return Tag(Mark.OPEN, say("view.clause.missing.word", language))
