"""The cells of a table: each of its column's kind, in the one form it is kept in, and as text."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Self, assert_never

from careplan.base.errors import NotFound, Problem, inside
from careplan.base.exact import MAX_MAGNITUDE, NotExact, exact_of_sum
from careplan.base.messages import show
from careplan.base.text import Labelled, Text, is_text
from careplan.display.cells import Cell
from careplan.display.tables.columns import Column, ColumnKind
from careplan.fields.checking import entries_of, read, refuse
from careplan.fields.kinds import DayKind, FlagKind, TextKind

_A_MEMBER = Text(zh="枚举的一项，或其值", en="a member of an enum, or its value")
_A_ROW = Text(zh="列表，或以列代号为键的映射", en="a list, or a mapping by keys of columns")
_A_NUMBER = Text(zh="数", en="a number")


class Word(str):
    """A member's label, as a cell of a table: a text that knows the member's value.

    >>> Word("符合", "met") == "符合", Word("符合", "met").value
    (True, 'met')
    """

    __slots__ = ("value",)
    value: str

    def __new__(cls, label: str, value: str) -> Self:
        """Take the label, which it is, and the value of the member."""
        word = str.__new__(cls, label)
        word.value = value
        return word

    def __reduce__(self) -> tuple[type["Word"], tuple[str, str]]:
        return Word, (str(self), self.value)

    def __eq__(self, other: object) -> bool:
        same = not isinstance(other, Word) or self.value == other.value
        return same and str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    # Texts that are equal hash alike.
    __hash__ = str.__hash__


def read_row(
    columns: Sequence[Column], given: Any, path: str, language: str, problems: list[Problem]
) -> tuple[Cell, ...]:
    """Return a row as cells in the order of the columns; what is wrong is added to `problems`.

    A row is given by place, a cell for each column, or by key: what it lacks is then not stated.
    """
    if isinstance(given, Mapping):
        given = _by_place(columns, given, path, problems)
    elif not isinstance(given, list | tuple):
        refuse(problems, path, "wrong_type", given, expected=_A_ROW)
        return ()
    if len(given) != len(columns):
        sizes = {"cells": len(given), "columns": len(columns)}
        problems.append(Problem(path, "cells_of_row", None, sizes))
        return ()
    return tuple(
        cell if _is_kept(column.kind, cell) else _read(column, cell, path, language, problems)
        for column, cell in zip(columns, given, strict=True)
    )


def _by_place(
    columns: Sequence[Column], given: Mapping[Any, Any], path: str, problems: list[Problem]
) -> list[Any]:
    entries = dict(given) if type(given) is dict else dict(entries_of(given) or ())
    cells = [entries.pop(column.key, None) for column in columns]
    for key in entries:
        error = NotFound("column", key, [column.key for column in columns])
        problems.append(Problem(inside(path, key), "not_found", key, error.parameters()))
    return cells


# What most cells are kept as: tables have very many, and a quick look is enough for these.
_KEPT_AS: Mapping[ColumnKind, type] = {
    ColumnKind.TEXT: str,
    ColumnKind.MEMBER: Word,
    ColumnKind.DAY: date,
    ColumnKind.FLAG: bool,
    ColumnKind.WHOLE: int,
    ColumnKind.NUMBER: int,
}


def _is_kept(kind: ColumnKind, cell: object) -> bool:
    if cell is None:
        return True
    if type(cell) is not _KEPT_AS[kind]:
        return False
    return not isinstance(cell, int) or abs(cell) <= MAX_MAGNITUDE


def _read(column: Column, cell: object, path: str, language: str, problems: list[Problem]) -> Cell:
    """Return a cell in the form of its kind."""
    at = inside(path, column.key)
    taken: Cell
    match column.kind:
        case ColumnKind.TEXT:
            taken = read(TextKind(), cell, at, problems)
        case ColumnKind.DAY:
            taken = read(DayKind(), cell, at, problems)
        case ColumnKind.FLAG:
            taken = read(FlagKind(), cell, at, problems)
        case ColumnKind.MEMBER:
            taken = _word(cell, at, language, problems)
        case ColumnKind.WHOLE | ColumnKind.NUMBER:
            taken = _number(cell, at, problems, whole=column.kind is ColumnKind.WHOLE)
        case _:
            assert_never(column.kind)
    return taken


def _word(cell: object, path: str, language: str, problems: list[Problem]) -> Cell:
    match cell:
        case Labelled():
            return _word_of(cell, language)
        case str() if is_text(cell):
            return Word(cell, cell)
        case _:
            refuse(problems, path, "wrong_type", cell, expected=_A_MEMBER)
            return None


@lru_cache(maxsize=1024)  # a column has few members, and they stand in each row
def _word_of(member: Labelled, language: str) -> Word:
    return Word(member.label.get(language), str(member.value))


def _number(cell: object, path: str, problems: list[Problem], *, whole: bool) -> Cell:
    # Totals are sums, and may be larger than what anybody states.
    try:
        number = exact_of_sum(cell)
    except NotExact as reason:
        refuse(problems, path, reason.code, cell, expected=_A_NUMBER)
        return None
    if whole and not isinstance(number, int):
        problems.append(Problem(path, "not_whole", cell, {"expected": _A_NUMBER}))
    return number


def value_of(cell: Cell) -> Cell:
    """Return what a cell is for a program: of a member its value."""
    return cell.value if isinstance(cell, Word) else cell


def said_in(column: Column, cell: Cell, language: str) -> str:
    """Return what a reader sees of a cell: numbers in the unit of the column, None as a blank.

    A fraction without an end is said to be about so much; exact it stands in `figures_in`.
    """
    if cell is None:
        return ""
    return show(_printed(column, cell), language)


def figures_in(column: Column, cell: Cell, language: str) -> str:
    """Return a cell as a spreadsheet reads it: numbers as digits alone, days as in ISO 8601.

    A fraction without an end is a whole number and a rest, 13 2/3: a spreadsheet takes 2/3 for
    a day, and 0 2/3 for the number that it is.
    """
    match None if cell is None else _printed(column, cell):
        case Fraction() as number:
            whole, rest = divmod(abs(number), 1)
            return f"{'-' if number < 0 else ''}{whole} {rest}"
        case date() as day:
            return day.isoformat()
        case int() | Decimal() as number if not isinstance(number, bool):
            return format(number, "f" if isinstance(number, Decimal) else "d")
        case _:
            return said_in(column, cell, language)


def _printed(column: Column, cell: Cell) -> Cell:
    if isinstance(cell, bool) or not isinstance(cell, int | Decimal | Fraction):
        return cell
    return column.printed(cell)
