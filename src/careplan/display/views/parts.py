"""The parts of a display: an answer, then facts, tables, lists, steps, figures and notes."""

from careplan.base.frozenmap import frozen
from careplan.base.text import Unordered
from careplan.display.views.shapes import Picture
from careplan.display.views.words import Mark, Words


class Detail(Unordered):
    """How much is said: the answer alone, what matters, or all that was looked at."""

    SHORT = ("short", "结论", "the answer")
    NORMAL = ("normal", "要点", "what matters")
    ALL = ("all", "全部", "all of it")


class Role(Unordered):
    """What a column of a grid holds: it decides the side, and how a card shows it."""

    NUMBER = ("number", "序号", "running number")
    NAME = ("name", "名称", "what the row is about")
    FIGURE = ("figure", "数字", "figure")
    WORDS = ("words", "文字", "words")
    STATE = ("state", "状态", "state")
    PICTURE = ("picture", "图", "picture")
    CHIP = ("chip", "标记", "short sign under a long name that stands upright")


class Form(Unordered):
    """The look of a grid: a plain table, a ledger with bars, a matrix with upright headings."""

    PLAIN = ("plain", "表格", "table")
    LEDGER = ("ledger", "台账", "ledger")
    MATRIX = ("matrix", "分工表", "matrix")


@frozen
class Answer:
    """The one sentence that answers, behind its mark and word, where there is one."""

    sentence: str
    mark: Mark | None = None
    word: str = ""


@frozen
class Head:
    """The heading of a column; `label` names its cells in a card, where the heading is short.

    A title may say by a line break where it is broken.
    """

    title: str
    role: Role = Role.WORDS
    below: str = ""
    label: str = ""
    picture: Picture | None = None

    @property
    def called(self) -> str:
        """What a cell below it is called, on one line."""
        return self.label or self.title.replace("\n", " " if self.title.isascii() else "")


@frozen
class Entry:
    """A cell: words, a numbered list under them, and a picture; `down` rows high."""

    words: Words = ""
    listed: tuple[Words, ...] = ()
    picture: Picture | None = None
    down: int = 1


@frozen
class Line:
    """A row of a grid: a cell for each column, None below one that reaches down over it."""

    cells: tuple[Entry | None, ...]
    divided: bool = False  # a stronger rule above it


@frozen
class Facts:
    """What was stated, as pairs of a label and a value."""

    pairs: tuple[tuple[str, str], ...]


@frozen
class Paragraph:
    """A sentence by itself."""

    words: Words
    muted: bool = False


@frozen
class Listing:
    """Items below each other, with numbers where they are referred to."""

    items: tuple[Words, ...]
    numbered: bool = False


@frozen
class Nested:
    """Lines of text, each further in by two blanks where it is part of the one above."""

    lines: tuple[str, ...]


@frozen
class Grid:
    """A table: what it is called, its columns, rows, and a total row by name below them.

    `left` and `right` stand over its corners: the day, the unit. `one_line` says each row in one
    line where only text can be written.
    """

    label: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    foot: tuple[Line, ...] = ()
    left: str = ""
    right: str = ""
    form: Form = Form.PLAIN
    one_line: bool = False


@frozen
class Step:
    """A step on a path: how it stands, what is done, by whom and within what time."""

    mark: Mark
    title: str
    state: str
    who: str = ""
    remark: str = ""


@frozen
class Steps:
    """Steps one after the other."""

    steps: tuple[Step, ...]


@frozen
class Quotation:
    """The text of a document, word for word."""

    text: str
    title: str = ""


@frozen
class Figure:
    """A picture that stands alone, with what is to be known to read it."""

    picture: Picture
    caption: str = ""


@frozen
class Key:
    """What the signs of a picture mean."""

    items: tuple[tuple[Picture, str], ...]


@frozen
class Chips:
    """What the chips of a matrix mean: the sign, and what it stands for."""

    items: tuple[tuple[Words, str], ...]


Block = Facts | Paragraph | Listing | Nested | Grid | Steps | Quotation | Figure | Key | Chips


@frozen
class Part:
    """A part of a display under its heading; without one it stands right below the answer."""

    title: str
    blocks: tuple[Block, ...]


@frozen
class View:
    """A display in one language: what it is, on what it stands, the answer, its parts, notes.

    `made` says by what it was made: it stands last, in small print.
    """

    title: str
    source: Words = ""
    answer: Answer | None = None
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    made: tuple[str, ...] = ()


def part(title: str, *blocks: Block | None) -> Part:
    """Return a part of the blocks that are there."""
    return Part(title, tuple(block for block in blocks if block is not None))


def cell(words: Words = "", *, picture: Picture | None = None, down: int = 1) -> Entry:
    """Return a cell of words."""
    return Entry(words, picture=picture, down=down)


def line(*cells: Words | Entry | None, divided: bool = False) -> Line:
    """Return a row; words stand for a cell of them."""
    return Line(tuple(_entry(one) for one in cells), divided)


def _entry(given: Words | Entry | None) -> Entry | None:
    return given if given is None or isinstance(given, Entry) else Entry(given)
