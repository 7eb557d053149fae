"""The blocks of a part as HTML."""

from collections.abc import Iterable, Iterator
from typing import assert_never

import careplan.display.views.parts as p
from careplan.display.views.shapes import Picture
from careplan.display.views.words import Mark, Tag, Words, pieces
from careplan.display.written.drawing import colour, sign, svg
from careplan.display.written.grids import chips, grid
from careplan.display.written.markup import Html, classes, el, joined
from careplan.display.written.spoken import words


def block(given: p.Block, language: str) -> Html:
    """Return a block as HTML."""
    match given:
        case p.Facts(pairs):
            told = (el(tag, {}, text) for pair in pairs for tag, text in zip(DL, pair, strict=True))
            return el("dl", {"class": "facts"}, *told)
        case p.Paragraph(said, muted):
            return el("p", {"class": "mute" if muted else None}, words(said, language))
        case p.Listing(items, numbered):
            return _listing(items, language, numbered=numbered)
        case p.Nested(lines):
            return nested(lines)
        case p.Grid():
            return grid(given, language)
        case p.Steps(steps):
            return el("ol", {"class": "path"}, *(_step(one) for one in steps))
        case p.Quotation(text, title):
            return el("blockquote", {}, *_quoted(text, title))
        case p.Figure(picture, caption):
            return _figure(picture, caption)
        case p.Key(items):
            return _key((svg(one) if one.shapes else "", text) for one, text in items)
        case p.Chips(items):
            return _key((joined(chips(one)), f" {text}") for one, text in items)
        case _:
            assert_never(given)


DL = ("dt", "dd")


def _figure(picture: Picture, caption: str) -> Html:
    """Return a picture with its caption, and its sentence where a host takes pictures away.

    A screen reader is told it once, by the picture.
    """
    told = el("span", {"class": "vh", "aria-hidden": "true"}, picture.alt)
    return el("figure", {}, svg(picture), el("figcaption", {}, told, caption))


def _listing(items: tuple[Words, ...], language: str, *, numbered: bool) -> Html:
    told = (el("li", {}, words(one, language)) for one in items)
    if numbered:
        return el("ol", {"class": "num"}, *told)
    marked = all(isinstance(next(pieces(one), None), Tag) for one in items)
    return el("ul", {"class": None if marked else "dot"}, *told)


def nested(lines: Iterable[str]) -> Html:
    """Return lines as a list, each further in inside of the item above it.

    >>> nested(["a", "  b", "c"]).count("<ul")
    2
    """
    told = [(len(line) - len(line.lstrip(" ")), line.strip(" ")) for line in lines]
    return _nested(told)


def _nested(told: list[tuple[int, str]]) -> Html:
    """Return lines by how far they are in: one no further in than the first begins an item."""
    margin = told[0][0]
    starts = [index for index, (depth, _) in enumerate(told) if depth <= margin]
    ends = [*starts[1:], len(told)]
    items = (
        el("li", {}, told[start][1], _nested(told[start + 1 : end]) if end > start + 1 else "")
        for start, end in zip(starts, ends, strict=True)
    )
    return el("ul", {"class": "dot"}, *items)


def _step(step: p.Step) -> Html:
    look = colour(step.mark)
    below = (el("br"), step.who) if step.who else ()
    return el(
        "li",
        {"class": "on" if step.mark is Mark.DONE else None},
        el("span", {"class": classes("dot", look)}, sign(step.mark)),
        el("b", {}, step.title),
        "　",
        el("span", {"class": classes("b", look)}, step.state),
        *below,
        el("small", {}, step.remark) if step.remark else "",
    )


def _quoted(text: str, title: str) -> Iterator[Html]:
    first, *rest = text.split("\n")
    yield el("p", {}, el("b", {}, title) if title else "", first)
    yield from (el("p", {}, line) for line in rest)


def _key(items: Iterable[tuple[str, str]]) -> Html:
    return el("p", {"class": "key"}, *(el("span", {}, *one) for one in items))
