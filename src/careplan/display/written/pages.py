"""A view as HTML: a fragment for a notebook, or a whole page that also prints."""

from collections.abc import Iterator

import careplan.display.views.parts as p
from careplan.base.messages import say
from careplan.display.views.headings import headings
from careplan.display.written.blocks import block
from careplan.display.written.drawing import colour
from careplan.display.written.markup import Html, classes, el, joined, sheet_of
from careplan.display.written.sheet import sheet
from careplan.display.written.spoken import TAGS, tag, words


def html_of(view: p.View, language: str, *, page: bool = False) -> str:
    """Return a view as HTML: a block under its style, or with `page` a whole page."""
    body = joined(_body(view, language, *(("h1", "h2") if page else ("h3", "h4"))))
    return framed(body, view.title, language, page=page)


def framed(body: Html, title: str, language: str, *, page: bool) -> str:
    """Return what stands in a block with its style; with `page` as a whole page of that title."""
    style = sheet_of(sheet(page=page))
    lang = TAGS[language]
    if not page:
        return joined((style, el("div", {"class": "careplan", "lang": lang}, body)))
    view = {"name": "viewport", "content": "width=device-width, initial-scale=1"}
    head = (
        el("meta", {"charset": "utf-8"}),
        el("meta", view),
        el("meta", {"name": "color-scheme", "content": "light dark"}),
        el("title", {}, title),
        style,
    )
    main = el("main", {"class": "careplan page", "lang": lang}, body)
    whole = el("html", {"lang": lang}, el("head", {}, *head), el("body", {}, main))
    return f"<!DOCTYPE html>\n{whole}\n"


def _body(view: p.View, language: str, title: str, heading: str) -> Iterator[str]:
    yield el(title, {"class": "title"}, view.title)
    if view.source:
        yield el("p", {"class": "doc"}, words(view.source, language))
    if view.answer is not None:
        yield _answer(view.answer)
    for above, one in zip(headings(view.parts, language), view.parts, strict=True):
        if above:
            yield el(heading, {"class": "head"}, above)
        yield from (block(inner, language) for inner in one.blocks)
    yield notes(view.notes, language)
    if view.made:
        yield el("p", {"class": "made"}, *_lines(view.made))


def _answer(answer: p.Answer) -> Html:
    if answer.mark is None:
        word: str = el("b", {}, answer.word) if answer.word else ""
    else:
        word = tag(answer.mark, answer.word)
    between = "　" if answer.word and answer.sentence else ""
    look = colour(answer.mark)
    band = classes("answer", "" if look == "mute" else look)
    return el("p", {"class": band}, word, between, answer.sentence)


def notes(given: tuple[str, ...], language: str) -> Html:
    """Return notes: one behind its word, several numbered below it."""
    if not given:
        return joined(())
    if len(given) == 1:
        return el("p", {"class": "note"}, say("table.note", language, note=given[0]))
    items = (el("li", {}, one) for one in given)
    above = el("p", {"class": "note"}, say("view.notes", language))
    return joined((above, el("ol", {"class": "num notes"}, *items)))


def _lines(several: tuple[str, ...]) -> Iterator[str]:
    first, *rest = several
    yield first
    for one in rest:
        yield el("br")
        yield one
