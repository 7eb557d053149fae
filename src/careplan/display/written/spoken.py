"""Words as HTML: pieces of a sentence, each with the look of what it is."""

from typing import assert_never

from careplan.display.views.words import (
    Cited,
    Mark,
    Muted,
    Piece,
    Small,
    Strong,
    Tag,
    Words,
    pieces,
)
from careplan.display.written.drawing import colour, sign
from careplan.display.written.markup import Html, classes, el, joined

TAGS = {"zh": "zh-CN", "en": "en"}  # a language as HTML names it
CHINESE = TAGS["zh"]
LONGEST = 16  # of a state, in characters, to be kept on a line


def words(given: Words, language: str) -> Html:
    """Return words as HTML."""
    return joined(_piece(one, language) for one in pieces(given))


def question(given: Words, language: str) -> Html | None:
    """Return words behind a mark that stands for no state, so that they stay beside it, or None.

    It is a mark without a word, or one whose word is itself a question.
    """
    first, *rest = (*pieces(given), "")
    match first:
        case Tag(word="") if any(rest):
            return joined((words(first, language), el("span", {}, words(tuple(rest), language))))
        case Tag(mark, word) if word.endswith(("？", "?")):
            return joined((tag(mark, ""), el("span", {}, word, words(tuple(rest), language))))
        case _:
            return None


def tag(mark: Mark, word: str) -> Html:
    """Return a mark beside its word."""
    said = "said" if len(word) > LONGEST else ""  # a sentence, which wraps as one
    return el("span", {"class": classes("tag", colour(mark), said)}, sign(mark), word)


def _piece(piece: Piece, language: str) -> Html:
    match piece:
        case str():
            return joined((piece,))
        case Tag(mark, word):
            return tag(mark, word)
        case Strong(text, mark):
            return el("b", {"class": classes(colour(mark))}, text)
        case Muted(text):
            return el("span", {"class": "mute"}, text)
        case Small(text, beside):
            return el("small", {"class": "in" if beside else None}, text)
        case Cited(text):
            return joined((text,)) if language == "zh" else el("span", {"lang": CHINESE}, text)
        case _:
            assert_never(piece)
