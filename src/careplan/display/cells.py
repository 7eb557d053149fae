"""What a flat row is made of: plain cells, and how labels, texts and names become cells."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from unicodedata import normalize

from careplan.base.quoting import visible
from careplan.base.text import Labelled, Text
from careplan.criteria.evidence import Evidence, witnesses

Cell = str | bool | int | Decimal | Fraction | date | None
Row = dict[str, Cell]
PlainRow = dict[str, str | bool | int | None]  # what JSON holds as it is

# A spreadsheet runs a text that begins so, the full-width forms as well, and passes over what
# is blank before it: OWASP, CSV injection (https://owasp.org/www-community/attacks/CSV_Injection).
_RUN = frozenset("=+-@")
_BEFORE = frozenset("\t\r\n")


def safe_row(row: Row) -> Row:
    r"""Return a row in which no text is run by a spreadsheet, or breaks a line of its file.

    Such a text gets an apostrophe in front; numbers, days and truth values stay as they are.

    >>> safe_row({"locality": "=1+1", "note": "@a\nb", "short_by": -1})
    {'locality': "'=1+1", 'note': "'@a\\nb", 'short_by': -1}
    """
    return {key: safe_text(cell) if isinstance(cell, str) else cell for key, cell in row.items()}


def safe_text(text: str) -> str:
    """Return one text that no spreadsheet runs, on one line."""
    first = normalize("NFKC", text.lstrip()[:1])  # turns a full-width sign into the plain one
    run = first in _RUN or text[:1] in _BEFORE
    return f"'{visible(text)}" if run else visible(text)


def plain_row(row: Row) -> PlainRow:
    """Return a row that JSON holds as it is: of texts, whole numbers, truth values and None.

    A number that is not whole is its exact text, as JSON's readers make floats of numbers; a day
    is written as in ISO 8601.

    >>> plain_row({"pace": Fraction(41, 3), "mark": Decimal("18.5"), "on": date(2024, 9, 30)})
    {'pace': '41/3', 'mark': '18.5', 'on': '2024-09-30'}
    """
    return {key: _plain(cell) for key, cell in row.items()}


def _plain(cell: Cell) -> str | bool | int | None:
    match cell:
        case Fraction(denominator=1):
            return cell.numerator
        case Fraction():
            return str(cell)
        case Decimal():
            return format(cell, "f")
        case date():
            return cell.isoformat()
        case _:
            return cell


def written(rows: Iterable[Row], *, safe: bool, plain: bool) -> Iterator[Any]:
    """Yield rows as they are asked for; what `plain` writes of a number is no text to make safe."""
    for row in rows:
        cells = safe_row(row) if safe else row
        yield plain_row(cells) if plain else cells


def member(name: str, one: Labelled | None) -> Row:
    """Return an enum's member as its value, and as people read it."""
    if one is None:
        return {name: None, f"{name}_zh": None, f"{name}_en": None}
    return {name: str(one.value), **text(name, one.label)}


def text(name: str, said: Text | None) -> Row:
    """Return a text in both languages."""
    zh, en = (None, None) if said is None else (said.zh, said.en)
    return {f"{name}_zh": zh, f"{name}_en": en}


def empty(columns: str) -> Row:
    """Return columns, named in one text, without a value."""
    return dict.fromkeys(columns.split())


def names(several: Iterable[str]) -> str:
    """Return several names in one cell."""
    return ", ".join(several)


def paths_of(evidence: Iterable[Evidence]) -> str:
    """Return the paths looked at, each once."""
    return names(dict.fromkeys(path for piece in witnesses(evidence) for path in piece.facts))
