"""A view as Markdown: headings, tables and lists, every text escaped, marks as √ × ？ —."""

from collections.abc import Iterable, Iterator
from typing import assert_never

import careplan.display.views.parts as p
from careplan.base.messages import say
from careplan.display.plain import begun, inner, markdown_table, nested, plain
from careplan.display.views.headings import headings
from careplan.display.views.words import Mark, Piece, Small, Strong, Tag, Words, as_text, pieces

UNSEEN = {p.Role.PICTURE}  # a picture holds nothing of its own


def markdown_of(view: p.View, language: str) -> str:
    """Return a view as Markdown."""
    return "\n\n".join(filter(None, _paragraphs(view, language))) + "\n"


def _paragraphs(view: p.View, language: str) -> Iterator[str]:
    yield f"### {inner(view.title)}"
    yield _said(view.source, language)
    if view.answer is not None:
        yield _answer(view.answer, language)
    for heading, one in zip(headings(view.parts, language), view.parts, strict=True):
        if heading:
            yield f"#### {inner(heading)}"
        for block in one.blocks:
            yield from _block(block, language)
    yield from notes(view.notes, language)
    yield "  \n".join(map(plain, view.made))


def _answer(answer: p.Answer, language: str) -> str:
    if answer.word:
        sign = inner(_with_sign(answer.mark, answer.word, language))
        word = f"**{sign}**"
    else:
        word = ""
    if not (word and answer.sentence):
        return word or plain(answer.sentence)
    return say("view.answer", language, word=word, sentence=inner(answer.sentence))


def notes(given: tuple[str, ...], language: str) -> Iterator[str]:
    """Yield notes: one behind its word, several numbered below it."""
    if len(given) == 1:
        yield plain(say("table.note", language, note=given[0]))
    elif given:
        yield plain(say("view.notes", language))
        yield _numbered(map(plain, given))


def _block(block: p.Block, language: str) -> Iterator[str]:
    match block:
        case p.Facts(pairs):
            told = (say("view.pair", language, label=one, value=value) for one, value in pairs)
            yield nested(told)
        case p.Paragraph(words):
            yield _said(words, language)
        case p.Listing(items, True):
            yield _numbered(_said(one, language) for one in items)
        case p.Listing(items):
            yield "\n".join(f"- {_said(one, language)}" for one in items)
        case p.Nested(lines):
            yield nested(lines)
        case p.Grid():
            yield plain("　".join(filter(None, (block.left, block.right))))
            yield _table(block, language)
        case p.Steps(steps):
            yield _numbered(_step(one, language) for one in steps)
        case p.Quotation(text, title):
            yield "\n>\n".join(f"> {plain(line)}" for line in f"{title}{text}".split("\n"))
        case p.Figure(picture, caption):
            yield plain(picture.alt)
            yield plain(caption)
        case p.Key() | p.Chips():
            return
        case _:
            assert_never(block)


def _numbered(items: Iterable[str]) -> str:
    return "\n".join(f"{index}. {item}" for index, item in enumerate(items, start=1))


def _step(step: p.Step, language: str) -> str:
    state = _with_sign(step.mark, step.state, language)
    first = say("view.pair", language, label=step.title, value=state)
    below = (f"   - {plain(one)}" for one in (step.who, step.remark) if one)
    return "\n".join((plain(first), *below))


def _table(grid: p.Grid, language: str) -> str:
    heads = [head for head in grid.heads if head.role not in UNSEEN]
    titles = (inner(_heading(head, language)) for head in heads)
    body = (list(_row(grid, one, language)) for one in (*grid.lines, *grid.foot))
    return markdown_table(titles, body, [head.role is p.Role.FIGURE for head in heads])


def _heading(head: p.Head, language: str) -> str:
    if head.label or not head.below:
        return head.called
    return as_text((head.called, Small(head.below)), language)


def _row(grid: p.Grid, one: p.Line, language: str) -> Iterator[str]:
    for head, entry in zip(grid.heads, one.cells, strict=True):
        if head.role in UNSEEN:
            continue
        if entry is None:
            yield ""
            continue
        listed = (f"{n}. {as_text(item, language)}" for n, item in enumerate(entry.listed, 1))
        below = say("view.joint", language).join(listed)
        yield " ".join(filter(None, (_inner(entry.words, language), inner(below))))


def _said(words: Words, language: str) -> str:
    """Return words that may begin a line."""
    return begun(_inner(words, language))


def _inner(words: Words, language: str) -> str:
    return "".join(_piece(one, language) for one in pieces(words))


def _piece(piece: Piece, language: str) -> str:
    match piece:
        case Tag(mark, word):
            return inner(_with_sign(mark, word, language)) + ("" if word else " ")
        case Strong(text) if text[:1].isalnum() and text[-1:].isalnum():
            # Beside punctuation the asterisks would be text to a reader of CommonMark.
            return f"**{inner(text)}**"
        case _:
            told = as_text(piece, language)
            before, after = (" " if end == " " else "" for end in (told[:1], told[-1:]))
            return f"{before}{inner(told)}{after}" if told.strip() else before


def _with_sign(mark: Mark | None, word: str, language: str) -> str:
    return word if mark is None else f"{mark.label.get(language)} {word}".rstrip()
