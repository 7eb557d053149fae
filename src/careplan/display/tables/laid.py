"""Rows of records laid out as a table for one reader: in one language, without what is empty."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from careplan.base.messages import LANGUAGES, in_language, say
from careplan.base.text import Labelled, Text
from careplan.display.cells import Cell, Row
from careplan.display.tables.columns import Column, ColumnKind
from careplan.display.tables.named import heading_of, kind_of, unit_of, word_of
from careplan.display.tables.table import Table
from careplan.display.tables.typed import Word


def laid_out(rows: Iterable[Row], language: str, notes: Iterable[Text] = ()) -> Table:
    """Return rows of records as a table in "zh" or "en".

    Of a text in both languages, and of a member with its labels, one column is left: the text's
    by its key in `records()`, `title_zh`, the member's by that of its value. A text that nobody
    wrote in English is given in Chinese, and marked. A column in which nothing stands is left out.

    >>> table = laid_out([{"kind": "total", "low": 3, "high": None}], "en")
    >>> [column.title("en") for column in table.columns], table.rows
    (['kind', 'at least'], (('total', 3),))
    """
    listed = list(rows)
    keys = dict.fromkeys(key for row in listed for key in row)
    laid = (_column(key, keys, listed, language) for key in keys)
    filled = [one for one in laid if one is not None and any(map(_is_said, one[1]))]
    return Table(
        columns=tuple(column for column, _ in filled),
        rows=tuple(zip(*(cells for _, cells in filled), strict=True)),
        notes=(*notes, *_on_blanks(cells for _, cells in filled)),
        language=language,
    )


def noted(code: str, **parameters: object) -> Text:
    """Return a sentence for the reader of a table in both languages."""
    zh, en = (say(code, language, **parameters) for language in LANGUAGES)
    return Text(zh=zh, en=en)


def _column(
    key: str, keys: Mapping[str, None], rows: Sequence[Row], language: str
) -> tuple[Column, list[Any]] | None:
    """Return a column and its cells; None for one that stands in another of the table."""
    stem, _, ending = key.rpartition("_")
    if ending in LANGUAGES and {f"{stem}_{one}" for one in LANGUAGES} <= keys.keys():
        if stem in keys or ending != language:
            return None
        cells = [_in(language, stem, row) for row in rows]
        return Column(key, heading_of(stem)), cells
    cells = [row.get(key) for row in rows]
    kind = kind_of(key, cells)
    if {f"{key}_{one}" for one in LANGUAGES} <= keys.keys():
        kind, cells = ColumnKind.MEMBER, [_labelled(key, row, language) for row in rows]
    elif kind is ColumnKind.MEMBER:
        cells = [_word(key, cell, language) for cell in cells]
    return Column(key, heading_of(key), kind, unit=unit_of(key)), cells


def _in(language: str, stem: str, row: Row) -> Cell:
    zh, en = (row.get(f"{stem}_{one}") for one in LANGUAGES)
    if not isinstance(zh, str):
        return None
    return in_language(Text(zh=zh, en=en if isinstance(en, str) else None), language)


def _labelled(key: str, row: Row, language: str) -> Any:
    value, label = row.get(key), _in(language, key, row)
    return Word(label, value) if isinstance(value, str) and isinstance(label, str) else value


def _word(key: str, cell: Any, language: str) -> Any:
    if isinstance(cell, Labelled) or not isinstance(cell, str):
        return cell
    return Word(word_of(key, cell, language), cell)


def _is_said(cell: object) -> bool:
    return cell is not None and cell != ""


def _on_blanks(columns: Iterable[Iterable[Cell]]) -> Iterator[Text]:
    if not all(map(_is_said, chain.from_iterable(columns))):
        yield noted("table.blank")
