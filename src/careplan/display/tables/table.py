"""A table as a value: columns with headings, rows of typed cells, and notes for its reader."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal, overload

import attrs

from careplan.base.errors import InvalidInput, Problem, check_language
from careplan.base.frozenmap import frozen
from careplan.base.text import Text, text_of
from careplan.display.cells import Cell, PlainRow, Row, written
from careplan.display.plain import inner, markdown_table, nested
from careplan.display.tables.columns import Column, ColumnKind
from careplan.display.tables.paged import html_of_table
from careplan.display.tables.separated import separated
from careplan.display.tables.typed import read_row, said_in, value_of
from careplan.fields.checking import elements, read_instance

FIGURES = {ColumnKind.WHOLE, ColumnKind.NUMBER}


def _given(value: Any) -> Any:
    """Return what a caller gives, for the class to read: any list will do."""
    return value


@frozen(kw_only=True, repr=False)
class Table:
    """Columns, rows and notes, in one of the languages "zh" and "en".

    A row is given as a list, a cell for each column, or as a mapping by the columns' keys. A cell
    is of its column's kind, exact, or None: not stated, never 0. Of a member the cell is its
    label in the language of the table, whose `value` is the member's; it is given as the
    member, or as a text. Rows of totals stand last. A note is a `Text`, a pair or Chinese alone.

    Raises InvalidInput, all problems at once, each with its row and column.

    >>> import careplan as cp
    >>> table = cp.Table(
    ...     columns=[
    ...         cp.Column("town", "镇", cp.ColumnKind.TEXT),
    ...         cp.Column("outcome", ("结果", "outcome"), cp.ColumnKind.MEMBER),
    ...     ],
    ...     rows=[["甲镇", cp.Outcome.MET], {"town": "乙镇"}],
    ... )
    >>> table.rows
    (('甲镇', '符合'), ('乙镇', None))
    >>> table.rows[0][1].value, table.records()[1]
    ('met', {'town': '乙镇', 'outcome': None})
    """

    columns: tuple[Column, ...] = attrs.field(converter=_given)
    rows: tuple[tuple[Cell, ...], ...] = attrs.field(converter=_given)
    notes: tuple[Text, ...] = attrs.field(default=(), converter=_given)
    language: str = "zh"

    def __attrs_post_init__(self) -> None:
        """Bring everything into its form, or refuse it."""
        check_language(self.language)
        found: list[Problem] = []
        columns = _columns(self.columns, found)
        rows: tuple[tuple[Cell, ...], ...] = ()
        if not found:  # a row is read by its columns
            rows = _rows(columns, self.rows, self.language, found)
        notes = _notes(self.notes, found)
        if found:
            raise InvalidInput(found)
        for name, value in (("columns", columns), ("rows", rows), ("notes", notes)):
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        return f"<Table: {len(self.columns)} columns, {len(self.rows)} rows>"

    @overload
    def records(self, *, safe: bool = False, plain: Literal[False] = False) -> list[Row]: ...
    @overload
    def records(self, *, safe: bool = False, plain: Literal[True]) -> list[PlainRow]: ...
    def records(self, *, safe: bool = False, plain: bool = False) -> list[Any]:
        """Return the rows as dicts by the columns' keys, of a member its value.

        `safe` and `plain` are as in `records` of a result: for spreadsheets, and for JSON.
        """
        keys = [column.key for column in self.columns]
        rows = (dict(zip(keys, map(value_of, row), strict=True)) for row in self.rows)
        return list(written(rows, safe=safe, plain=plain))

    def to_csv(self, *, bom: bool = False, separator: str = ",", notes: bool = False) -> str:
        r"""Return separated values (RFC 4180) as a text that is safe to open in a spreadsheet.

        One line of headings, whose levels are joined by "/", then a line a row; with `notes` these
        follow in lines of their own. Lines end in CR and LF. Numbers are digits in the unit of
        their column, a fraction without an end is 13 2/3, days are as in ISO 8601, yes and no in
        the language of the table, and None is blank. A text that a spreadsheet would run gets an
        apostrophe in front, as in `records(safe=True)`. `bom` puts the mark in front by which
        Excel knows UTF-8: write the text as UTF-8, its line ends as they are.

        Raises InvalidInput for a separator other than a comma, a semicolon or a tab.

        >>> import careplan as cp
        >>> town = cp.Column("town", ["地区", "镇"])
        >>> yuan = cp.Column("yuan", "补贴", cp.ColumnKind.NUMBER, unit="万元", per_unit=10_000)
        >>> table = cp.Table(columns=[town, yuan], rows=[["=1+1", 4_200], ["乙,丙", None]])
        >>> print(table.to_csv().replace("\r", ""), end="")
        地区/镇,补贴（万元）
        '=1+1,0.42
        "乙,丙",
        """
        told = self.notes if notes else ()
        text = separated(self.columns, self.rows, told, self.language, separator)
        return f"\ufeff{text}" if bom else text

    def to_markdown(self) -> str:
        r"""Return the table as Markdown, every text escaped, and its notes as a list below it.

        >>> import careplan as cp
        >>> table = cp.Table(columns=[cp.Column("town", "镇")], rows=[["甲*"]], notes=["初步统计"])
        >>> print(table.to_markdown(), end="")
        | 镇 |
        | --- |
        | 甲\* |
        <BLANKLINE>
        - 初步统计
        """
        head = [inner(column.title(self.language)) for column in self.columns]
        body = (map(inner, row) for row in self._said())
        figures = [column.kind in FIGURES for column in self.columns]
        parts = (
            markdown_table(head, body, figures) if head else "",
            nested(note.get(self.language) for note in self.notes),
        )
        return "\n\n".join(filter(None, parts)) + "\n"

    def _repr_markdown_(self) -> str:
        """Show it where Markdown is read."""
        return self.to_markdown()

    def to_html(self, *, title: str = "", page: bool = False) -> str:
        r"""Return the table as HTML: a fragment with its style, or with `page` a whole page.

        Levels of headings stand over the columns that share them, `title` above the table, notes
        below it. Every text is escaped; there is no script, no id, and nothing from elsewhere.

        >>> import careplan as cp
        >>> table = cp.Table(columns=[cp.Column("town", "镇")], rows=[["<甲>"]])
        >>> "&lt;甲&gt;</td>" in table.to_html()
        True
        """
        heads = [(column.lines(self.language), column.kind in FIGURES) for column in self.columns]
        told = tuple(note.get(self.language) for note in self.notes)
        return html_of_table(heads, tuple(self._said()), told, self.language, title, page=page)

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        return self.to_html()

    def _said(self) -> Iterator[list[str]]:
        for row in self.rows:
            cells = zip(self.columns, row, strict=True)
            yield [said_in(column, cell, self.language) for column, cell in cells]


def _notes(given: Any, found: list[Problem]) -> tuple[Text, ...]:
    listed = elements(given, "notes", found)
    notes = [text_of(_given(note)) for note in listed if note is not None]
    for index, note in enumerate(notes):
        read_instance(note, Text, f"notes[{index}]", found)
    return tuple(notes)


def _columns(given: Any, found: list[Problem]) -> tuple[Column, ...]:
    listed = elements(given, "columns", found)
    for index, one in enumerate(listed):
        if one is not None:
            read_instance(one, Column, f"columns[{index}]", found)
    columns = tuple(one for one in listed if isinstance(one, Column))
    times = Counter(column.key for column in columns)
    found += (Problem("columns", "duplicate", key) for key, n in times.items() if n > 1)
    return columns


def _rows(
    columns: tuple[Column, ...], given: Any, language: str, found: list[Problem]
) -> tuple[tuple[Cell, ...], ...]:
    listed = elements(given, "rows", found)
    return tuple(
        read_row(columns, row, f"rows[{index}]", language, found)
        for index, row in enumerate(listed)
        if row is not None
    )
