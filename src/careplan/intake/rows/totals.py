"""Printed totals beside the sums of the rows: neither stands in for the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

import attrs

from careplan.base.exact import Exact, ratio, tidy
from careplan.intake.heads.columns import Column
from careplan.intake.problems import RowProblem
from careplan.intake.rows.said import Said
from careplan.intake.rows.sorting import RowKind


@attrs.frozen(kw_only=True)
class TotalCheck:
    """A printed total beside the sum of the rows: neither stands in for the other.

    `summed` is the sum of the `stated` rows; `missing` rows are not stated or were not read.
    """

    row: int
    column: str
    printed: Exact
    summed: Exact
    stated: int
    missing: int

    @property
    def agrees(self) -> bool:
        """Whether the two are equal; if rows are missing, nothing follows where they are not."""
        return self.printed == self.summed


@attrs.frozen(kw_only=True)
class Counted:
    """One row as it is added up: what kind it is, what it says, and where its place stood before.

    The same number of a place that stands twice is added once.
    """

    said: Said
    kind: RowKind
    earlier: Said | None = None

    def figure(self, place: int) -> Exact | None:
        """Return the number of a column; None: not stated."""
        figure: Exact | None = self.said.numbers.get(place)
        return figure

    def is_again(self, place: int) -> bool:
        """Say whether the same place says no more in a column than it said before."""
        figure = self.figure(place)
        return self.earlier is not None and figure in {None, self.earlier.numbers.get(place)}


def checked(
    rows: Sequence[Counted], columns: Sequence[Column]
) -> tuple[list[TotalCheck], list[RowProblem]]:
    """Compare each printed total with the rows it is of; what differs is a problem of its own.

    A total is of all items, or of those of its day if it says one; where there are several, it may
    be of the items since the one before. A subtotal is of the items above it, up to the subtotal
    before; where there are none, of those below it.
    """
    checks, problems = [], []
    parts = _Parts(rows)
    for n, row in enumerate(rows):
        if row.kind is RowKind.ITEM:
            continue
        for column in columns:
            if (printed := row.figure(column.place)) is None:
                continue
            found = parts.sum_of(n, printed, column)
            check = TotalCheck(
                row=row.said.number,
                column=column.heading,
                printed=printed,
                summed=tidy(found.summed),
                stated=found.stated,
                missing=found.missing,
            )
            checks.append(check)
            if not check.agrees:
                problems.append(_differs(check))
    return checks, problems


class _Parts:
    """The rows that each total of a table is of, and what they add up to, each sum made once."""

    def __init__(self, rows: Sequence[Counted]) -> None:
        self.rows = rows
        self.beside = _beside(rows)
        self.by_days: defaultdict[object, list[Counted]] = defaultdict(list)
        for row in rows:
            if row.kind is RowKind.ITEM:
                self.by_days[_days(row)].append(row)
        totals = [n for n, row in enumerate(rows) if row.kind is RowKind.TOTAL]
        self.since = {
            n: rows[before + 1 : n] for before, n in pairwise([-1, *totals]) if len(totals) > 1
        }
        self.sums: dict[tuple[object, int], _Sum] = {}

    def sum_of(self, n: int, printed: Exact, column: Column) -> "_Sum":
        """Return the sum of the rows that a total is of."""
        row = self.rows[n]
        if row.kind is RowKind.SUBTOTAL:
            return self.beside[n].sum_like(printed, column)
        if days := _days(row):
            return self._once(days, self.by_days[days], column)
        found = self._once(None, self.rows, column)
        since = _Sum.of(self.since.get(n, ()), column)
        return since if found.summed != printed == since.summed else found

    def _once(self, key: object, rows: Sequence[Counted], column: Column) -> "_Sum":
        at = (key, column.place)
        if at not in self.sums:
            self.sums[at] = _Sum.of(rows, column)
        return self.sums[at]


def _days(row: Counted) -> tuple[tuple[str, date], ...]:
    """Return the days that a row says."""
    facts = row.said.facts.items()
    return tuple((path, value) for path, value in facts if isinstance(value, date))


def _beside(rows: Sequence[Counted]) -> Mapping[int, "_Part"]:
    """Return by place of a subtotal the rows that it is of: those above it, or else below."""
    ends = [-1, *(n for n, row in enumerate(rows) if row.kind is not RowKind.ITEM), len(rows)]
    return {
        n: _Part(rows[before + 1 : n]) if before + 1 < n else _Part(rows[n + 1 : after], below=True)
        for before, n, after in zip(ends, ends[1:], ends[2:], strict=False)
        if rows[n].kind is RowKind.SUBTOTAL
    }


@attrs.frozen
class _Part:
    """The rows that a subtotal is of; if it stands above them, nothing says which is the last."""

    rows: Sequence[Counted]
    below: bool = False

    def sum_like(self, printed: Exact, column: Column) -> "_Sum":
        """Return the sum of them all, or of the first of them that come to what is printed."""
        if self.below:
            so_far = Fraction(0)
            for n, row in enumerate(self.rows, start=1):
                figure = row.figure(column.place)
                so_far += 0 if figure is None else ratio(figure)
                if so_far == printed and figure is not None:
                    return _Sum.of(self.rows[:n], column)
        return _Sum.of(self.rows, column)


@attrs.frozen
class _Sum:
    """What the items of some rows add up to in one column, and how many do not say."""

    summed: Fraction
    stated: int
    missing: int

    @classmethod
    def of(cls, rows: Iterable[Counted], column: Column) -> "_Sum":
        place = column.place
        items = (row for row in rows if row.kind is RowKind.ITEM and not row.is_again(place))
        figures = [row.figure(place) for row in items]
        stated = [ratio(figure) for figure in figures if figure is not None]
        return cls(sum(stated, Fraction(0)), len(stated), len(figures) - len(stated))


def _differs(check: TotalCheck) -> RowProblem:
    # What is not stated may bring what lacks, and takes nothing away.
    open_ = check.missing and check.summed < check.printed
    code = "intake.total_unchecked" if open_ else "intake.total_differs"
    return RowProblem(
        row=check.row,
        column=check.column,
        value=check.printed,
        code=code,
        parameters={
            "printed": check.printed,
            "summed": check.summed,
            "stated": check.stated,
            "missing": check.missing,
        },
    )
