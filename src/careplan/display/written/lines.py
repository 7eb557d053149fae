"""A view as lines of text: first the answer, then each part under its heading."""

from collections.abc import Iterable, Iterator
from typing import assert_never

import careplan.display.views.parts as p
from careplan.base.messages import say
from careplan.display.views.headings import headings
from careplan.display.views.words import Words, as_text

INDENT = "  "


def lines_of(view: p.View, language: str) -> Iterator[str]:
    """Yield a view line by line; pictures are left out, as they hold nothing of their own."""
    yield answer_line(view, language)
    if view.answer is not None and (source := as_text(view.source, language)):
        yield source
    for heading, one in zip(headings(view.parts, language), view.parts, strict=True):
        inner = (text for block in one.blocks for text in _block(block, language))
        if heading:
            yield heading
            yield from _further(inner)
        else:
            yield from inner
    yield from _notes(view.notes, language)
    yield from view.made


def answer_line(view: p.View, language: str) -> str:
    """Return the sentence that answers, behind its word; what has no answer, by its title."""
    if view.answer is None:
        return view.title
    word, sentence = view.answer.word, view.answer.sentence
    if not (word and sentence):
        return word or sentence
    return say("view.answer", language, word=word, sentence=sentence)


def _notes(notes: tuple[str, ...], language: str) -> Iterator[str]:
    if len(notes) == 1:
        yield say("table.note", language, note=notes[0])
    elif notes:
        yield say("view.notes", language)
        yield from _further(_items(notes, language, numbered=True))


def _further(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line for line in lines)


def _block(block: p.Block, language: str) -> Iterator[str]:
    match block:
        case p.Facts(pairs):
            for label, value in pairs:
                yield say("view.pair", language, label=label, value=value)
        case p.Paragraph(words):
            yield as_text(words, language)
        case p.Listing(items, numbered):
            yield from _items(items, language, numbered=numbered)
        case p.Nested(lines):
            yield from lines
        case p.Grid():
            yield from _grid(block, language)
        case p.Steps(steps):
            for one in steps:
                yield say("view.pair", language, label=one.title, value=one.state)
                yield from _further(filter(None, (one.who, one.remark)))
        case p.Quotation(text, title):
            yield from f"{title}{text}".split("\n")
        case p.Figure(picture, caption):
            yield picture.alt
            yield from filter(None, (caption,))
        case p.Key() | p.Chips():
            return
        case _:
            assert_never(block)


def _items(items: Iterable[Words], language: str, *, numbered: bool) -> Iterator[str]:
    for index, item in enumerate(items, start=1):
        yield f"{index}. {as_text(item, language)}" if numbered else as_text(item, language)


def _grid(grid: p.Grid, language: str) -> Iterator[str]:
    over = "　".join(filter(None, (grid.left, grid.right)))
    if over:
        yield over
    for one in (*grid.lines, *grid.foot):
        first, rest = _row(grid.heads, one, language)
        if not first:  # it goes on below the row that is named
            yield from _further((say("view.joint", language).join(rest),))
        elif grid.one_line:
            yield _run_on((first, *rest), language)
        else:
            yield first
            yield from _further(rest)


def _row(heads: tuple[p.Head, ...], one: p.Line, language: str) -> tuple[str, list[str]]:
    """Return what a row is about and how it stands, and each other cell behind its heading."""
    name, state, rest = "", "", []
    for head, entry in zip(heads, one.cells, strict=True):
        if entry is None or head.role in {p.Role.NUMBER, p.Role.PICTURE}:
            continue
        said = as_text(entry.words, language)
        if head.role is p.Role.NAME and not name:
            name = said
        elif head.role is p.Role.STATE and not state:
            state = said
        elif said or entry.listed:
            rest.append(_labelled(head.called, said, language))
        rest += _further(_items(entry.listed, language, numbered=True))
    if name and state:
        return say("view.pair", language, label=name, value=state), rest
    return name or state, rest


def _labelled(label: str, said: str, language: str) -> str:
    """Say a cell behind its heading; below a heading alone stands what the cell lists."""
    return say("view.pair", language, label=label, value=said).rstrip()


def _run_on(said: Iterable[str], language: str) -> str:
    """Join the cells of a row in one line; a question has its own stop."""
    line, joint = "", say("view.joint", language)
    for one in said:
        between = joint[1:] if line.endswith(("？", "?")) else joint
        line = f"{line}{between}{one}" if line else one
    return line
