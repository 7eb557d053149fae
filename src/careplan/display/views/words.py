"""Pieces of a sentence that are more than text: a mark with its word, what is strong or small."""

from collections.abc import Iterator

from careplan.base.frozenmap import frozen
from careplan.base.text import Unordered


class Mark(Unordered):
    """A drawn sign beside a word: shape and word say the same, so that colour never does alone.

    As text, where nothing can be drawn, a mark is of GB 2312: √ × ？ —.
    """

    BAD = ("bad", "×", "×")
    OPEN = ("open", "？", "?")
    GOOD = ("good", "√", "√")
    DONE = ("done", "√", "√")
    NOW = ("now", "○", "○")
    WAIT = ("wait", "…", "…")
    NONE = ("none", "—", "—")
    TIP = ("tip", "◇", "◇")


@frozen
class Tag:
    """A mark and the word it stands beside: × 不符合."""

    mark: Mark
    word: str


@frozen
class Strong:
    """A text that is to be seen first; `mark` gives it the colour of one."""

    text: str
    mark: Mark | None = None


@frozen
class Muted:
    """A text beside the point: a locator, a remark."""

    text: str


@frozen
class Small:
    """A remark in small print; on a line of its own below, or `beside` a figure, before it."""

    text: str
    beside: bool = False


@frozen
class Cited:
    """A text in the words of the document, Chinese in an English sentence as well."""

    text: str


Piece = str | Tag | Strong | Muted | Small | Cited
Words = Piece | tuple[Piece, ...]


def pieces(words: Words) -> Iterator[Piece]:
    """Yield the pieces of words, without those that say nothing."""
    listed = words if isinstance(words, tuple) else (words,)
    return (piece for piece in listed if piece != "")


def as_text(words: Words, language: str) -> str:
    """Return words without their marks, small print in brackets.

    >>> as_text(("由 ", Tag(Mark.BAD, "不符合"), " 变为待补充", Small("须先说明")), "zh")
    '由 不符合 变为待补充（须先说明）'
    """
    return "".join(_text_of(piece, language) for piece in pieces(words))


def _text_of(piece: Piece, language: str) -> str:
    match piece:
        case str():
            return piece
        case Tag(word=word):
            return word
        case Small(text=text, beside=True):
            return f"{text} "
        case Small(text=text) if text.startswith("（"):  # no brackets in brackets
            return f"：{text}"
        case Small(text=text):
            return f"（{text}）" if language == "zh" else f" ({text})"
        case _:
            return piece.text
