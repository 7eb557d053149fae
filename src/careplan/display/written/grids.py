"""A grid as an HTML table, which becomes a card for each row where the block is narrow."""

from collections.abc import Iterator
from typing import assert_never
from unicodedata import east_asian_width

from careplan.display.views.parts import Entry, Form, Grid, Head, Line, Role
from careplan.display.views.words import Muted, Piece, Strong, Words, as_text, pieces
from careplan.display.written.drawing import svg
from careplan.display.written.markup import Html, classes, el, joined
from careplan.display.written.spoken import question, words

MOST_ON_A_SHEET = 12  # of rows that are kept on one page of paper
# Widths, a Chinese character being two wide.
SHORT, NAMELIKE, WIDE = 20, 24, 10

KINDS = {Role.NUMBER: ("no", "c"), Role.FIGURE: ("n",), Role.CHIP: ("v",)}
FORMS = {Form.LEDGER: "led", Form.MATRIX: "mx"}


def width(text: str) -> int:
    """Return how wide a text is, in Latin letters."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


def grid(given: Grid, language: str) -> Html:
    """Return a grid as a table with its caption, head, rows and totals."""
    looks = tuple(_looks(given, index, language) for index in range(len(given.heads)))
    body = (_row(given, one, looks, language) for one in given.lines)
    foot = (_row(given, one, looks, language, total=True) for one in given.foot)
    long = "long" if len(given.lines) > MOST_ON_A_SHEET else ""
    table = el(
        "table",
        {"class": classes(FORMS.get(given.form, ""), "stack", long)},
        _caption(given),
        el("thead", {}, el("tr", {}, *map(_heading, given.heads))),
        el("tbody", {}, *body),
        el("tfoot", {}, *foot) if given.foot else "",
    )
    # Bodies side by side may be wider than a window that is no phone's.
    return el("div", {"class": "scroll"}, table) if given.form is Form.MATRIX else table


def _caption(given: Grid) -> Html:
    if not (given.left or given.right):
        return el("caption", {"class": "vh"}, given.label) if given.label else joined(())
    corners = (el("span", {}, given.left), el("span", {}, given.right))
    label = el("span", {"class": "vh"}, given.label)
    return el("caption", {}, label, el("span", {"class": "unit"}, *corners))


def _heading(head: Head) -> Html:
    first, *rest = head.title.split("\n")  # a heading says where it breaks
    title = joined((first, *(piece for one in rest for piece in (el("br"), one))))
    return el(
        "th",
        {"scope": "col", "class": classes(*KINDS.get(head.role, ()))},
        el("span", {}, title) if head.role is Role.CHIP else title,
        el("small", {}, head.below) if head.below else "",
        svg(head.picture) if head.picture else "",
    )


def _looks(given: Grid, index: int, language: str) -> tuple[str, ...]:
    """Return the classes of the cells of a column, by its role and how long its texts are."""
    head = given.heads[index]
    match head.role:
        case Role.NAME:
            return _looks_of_names(given, index, language)
        case Role.FIGURE:
            wide = given.form is Form.LEDGER and width(head.called) > WIDE
            return ("n", "two") if wide else ("n",)
        case Role.WORDS:
            return ("w", "nb") if _widest(given, index, language) <= SHORT else ("w",)
        case Role.STATE:
            return ("s",)
        case Role.PICTURE:
            return ("bar",)
        case Role.NUMBER:
            return KINDS[Role.NUMBER]
        case Role.CHIP:
            return ()
        case _:
            assert_never(head.role)


def _looks_of_names(given: Grid, index: int, language: str) -> tuple[str, ...]:
    """Return how names look: a short one is bold and not broken, a sentence or question is not."""
    if given.form is Form.LEDGER:
        return ("name",)
    if given.form is Form.MATRIX:
        return ("r",)
    alone = "" if any(head.role is Role.STATE for head in given.heads) else "w"
    entries = (one.cells[index] for one in given.lines)
    asked = any(as_text(one.words, language).endswith(("？", "?")) for one in entries if one)
    if not asked and _widest(given, index, language) <= NAMELIKE:
        return ("nb", alone)
    return ("r", alone)


def _widest(given: Grid, index: int, language: str) -> int:
    """Return how wide the words of a column are at most; a list under them is never short."""
    entries = [one.cells[index] for one in (*given.lines, *given.foot)]
    told = (
        WIDE + NAMELIKE if entry.listed else width(as_text(entry.words, language))
        for entry in entries
        if entry is not None
    )
    return max(told, default=0)


def _row(
    given: Grid,
    one: Line,
    looks: tuple[tuple[str, ...], ...],
    language: str,
    *,
    total: bool = False,
) -> Html:
    named = False
    cells = []
    for head, look, entry in zip(given.heads, looks, one.cells, strict=True):
        if entry is None:
            continue
        row_name = head.role is Role.NAME and not named
        named = named or row_name
        cells.append(_cell(head, look, entry, language, named=row_name, total=total))
    return el("tr", {"class": "g" if one.divided else None}, *cells)


def _cell(
    head: Head,
    look: tuple[str, ...],
    entry: Entry,
    language: str,
    *,
    named: bool,
    total: bool,
) -> Html:
    asked = question(entry.words, language) if "nb" not in look else None
    told = joined(_inside(entry, head, language, total=total)) if asked is None else asked
    given = {
        "class": classes(*look, "" if asked is None else "q"),
        "rowspan": str(entry.down) if entry.down > 1 else None,
    }
    if named:
        return el("th", {"scope": "row" if entry.down == 1 else "rowgroup", **given}, told)
    labelled = told and head.role not in {Role.NUMBER, Role.NAME, Role.STATE, Role.PICTURE}
    return el("td", {**given, "data-l": head.called if labelled else None}, told)


def _inside(entry: Entry, head: Head, language: str, *, total: bool) -> Iterator[str]:
    if head.role is Role.CHIP and not total:
        yield from (chip(one) for one in pieces(entry.words))
    else:
        yield words(entry.words, language)
    if entry.listed:
        items = (el("li", {}, words(one, language)) for one in entry.listed)
        yield el("ol", {"class": "num"}, *items)
    if entry.picture is not None:
        yield svg(entry.picture)


def chip(piece: Piece, *, rest: bool = True) -> Html:
    """Return a chip: solid for what is strong, dotted for what is muted, else an outline.

    Its first character is seen, with the `rest` for screen readers and in cards.
    """
    text = as_text(piece, "zh")
    look = "lead" if isinstance(piece, Strong) else "terr" if isinstance(piece, Muted) else ""
    more = el("span", {"class": "vh"}, text[1:]) if rest and text[1:] else ""
    return el("span", {"class": classes("chip", look)}, text[:1], more)


def chips(given: Words) -> Iterator[Html]:
    """Yield chips alone, as what they mean stands beside them."""
    return (chip(one, rest=False) for one in pieces(given))
