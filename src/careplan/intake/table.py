"""A table as it is handed in, brought into one shape: headings, and rows of as many cells."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import attrs

from careplan.base.characters import squeezed
from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.base.exact import marks_missing
from careplan.base.text import Text, is_text
from careplan.intake.heads.headings import heading_text, stacked
from careplan.intake.problems import RowProblem

MAX_ROWS = 1_000_000  # an iterator may never end
_EXPECTED = {
    "expected": Text(
        zh="由行组成的列表，每行是按栏名的映射表或单元格的列表",
        en="rows, each a mapping by heading or a list of cells",
    )
}
Headings = Sequence[Any] | int | None


@attrs.frozen(kw_only=True)
class Table:
    """Headings, numbered rows of as many cells, what of the rows did not fit, and lines above."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Any, ...]], ...]
    problems: tuple[RowProblem, ...]
    above: tuple[tuple[Any, ...], ...] = ()

    def is_filled(self, place: int) -> bool:
        """Say whether a column holds anything at all."""
        return any(not is_blank(cells[place]) for _, cells in self.rows)

    def raw(self, cells: Sequence[Any]) -> Mapping[str, Any]:
        """Return the cells of a row by heading; by heading and place where one stands twice."""
        found: dict[str, Any] = {}
        for place, (heading, cell) in enumerate(zip(self.headings, cells, strict=True)):
            found[heading if heading not in found else f"{heading}[{place}]"] = cell
        return found


def table_of(rows: Iterable[Any], headings: Headings, skip: int = 0) -> Table:
    """Return a table of rows that are mappings by heading, or lists.

    Headings of lists are given, or are the first row after `skip` lines, or so many first rows.
    Rows are numbered from 1 as they are handed in, lines above and headings with them, so that
    the number is that of the row in its sheet. Raises InvalidInput for what is no table.
    """
    if isinstance(rows, str | bytes | Mapping) or not isinstance(rows, Iterable):
        raise InvalidInput([Problem("rows", "wrong_type", rows, _EXPECTED)])
    try:
        listed = list(islice(rows, MAX_ROWS + 1))
    except Exception:  # noqa: BLE001 - a foreign iterator may raise anything
        raise InvalidInput([Problem("rows", "wrong_type", rows, _EXPECTED)]) from None
    if len(listed) > MAX_ROWS:
        raise InvalidInput([Problem("rows", "too_many", rows, {"maximum": MAX_ROWS})])
    if type(skip) is not int or not 0 <= skip <= len(listed):
        expected = Text(zh="行数", en="a number of rows")
        raise InvalidInput([Problem("skip", "wrong_type", skip, {"expected": expected})])
    above = tuple(tuple(row) for row in listed[:skip] if _is_list(row))
    if len(listed) > skip and all(isinstance(row, Mapping) for row in listed[skip:]):
        table = _of_mappings(listed, headings, skip)
    else:
        table = _of_lists(listed, headings, skip)
    return attrs.evolve(table, above=above)


def _of_mappings(listed: Sequence[Any], headings: Headings, skip: int) -> Table:
    keys: dict[Any, None] = {}
    rows: Sequence[Mapping[Any, Any]] = listed[skip:]
    for row in rows:
        keys.update(dict.fromkeys(row))
    beyond = keys.pop(None, _ABSENT) is None  # where the standard reader of csv puts more cells
    named = tuple(keys) if headings is None else _in_order(keys, headings)
    texts = tuple(map(heading_text, named))
    problems = [
        _more_cells(number, row[None])
        for number, row in enumerate(rows, start=skip + 1)
        if beyond and not is_blank(row.get(None))
    ]
    cells = tuple(
        (number, tuple(row.get(key) for key in named))
        for number, row in enumerate(rows, start=skip + 1)
    )
    return Table(headings=texts, rows=cells, problems=tuple(problems))


_ABSENT = object()


def _in_order(keys: Iterable[Any], headings: object) -> tuple[Any, ...]:
    """Return the headings of mappings as a caller lists them: all of theirs, so none is lost."""
    if not isinstance(headings, list | tuple):
        expected = {"expected": "Sequence[str]"}
        raise InvalidInput([Problem("headings", "wrong_type", headings, expected)])
    if unnamed := [key for key in keys if key not in headings]:
        listed = NotFound("column", unnamed[0], map(heading_text, headings))
        raise InvalidInput([Problem("headings", "not_found", unnamed[0], listed.parameters())])
    return tuple(headings)


def _of_lists(rows: list[Any], headings: Headings, skip: int) -> Table:
    texts, above = _headings(rows[skip:], headings)
    width, problems, cells = len(texts), [], []
    for number, row in enumerate(rows[skip + above :], start=skip + above + 1):
        if not _is_list(row):
            problems.append(_problem(number, "intake.no_row", row, {}))
            continue
        listed = tuple(row)
        if any(not is_blank(cell) for cell in listed[width:]):
            problems.append(_more_cells(number, listed[width:]))
        cells.append((number, (*listed[:width], *([None] * (width - len(listed))))))
    return Table(headings=texts, rows=tuple(cells), problems=tuple(problems))


def _headings(rows: Sequence[Any], headings: Headings) -> tuple[tuple[str, ...], int]:
    """Return the headings as texts, and how many first rows they are."""
    if isinstance(headings, int) and not isinstance(headings, bool) and headings > 0:
        first = headings
    elif headings is None:
        first = 1
    elif isinstance(headings, Sequence) and not isinstance(headings, str | bytes):
        # Frames have tuples for the levels of one heading; lists are levels of all.
        levels = [one for one in headings if isinstance(one, list)]
        if levels and len(levels) == len(headings):
            return stacked(levels), 0
        return tuple(map(heading_text, headings)), 0
    else:
        expected = {"expected": "Sequence[str] | int"}
        raise InvalidInput([Problem("headings", "wrong_type", headings, expected)])
    if not all(map(_is_list, rows[:first])):  # a table of no rows has no headings either
        raise InvalidInput([Problem("rows[0]", "wrong_type", rows[0], _EXPECTED)])
    return stacked(rows[:first]), first


def _is_list(row: object) -> bool:
    return isinstance(row, Sequence) and not isinstance(row, str | bytes)


def is_blank(cell: object) -> bool:
    """Say whether nothing stands in a cell."""
    if is_text(cell):
        return not squeezed(str(cell))
    return cell is None or (isinstance(cell, list) and not cell) or marks_missing(cell)


def _more_cells(number: int, cells: Any) -> RowProblem:
    count = len(cells) if isinstance(cells, list | tuple) else 1
    return _problem(number, "intake.more_cells", cells, {"count": count})


def _problem(number: int, code: str, value: object, parameters: Mapping[str, object]) -> RowProblem:
    return RowProblem(row=number, column=None, value=value, code=code, parameters=parameters)
