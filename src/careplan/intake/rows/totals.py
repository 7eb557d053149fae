"""Printed totals beside the sums of the rows, and rows of a place that stands twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs

from careplan.base.exact import Exact, ratio, tidy
from careplan.base.messages import LANGUAGES, join
from careplan.base.text import Text
from careplan.intake.heads.columns import Column
from careplan.intake.places import LOCALITY
from careplan.intake.problems import RowProblem
from careplan.intake.rows.row import Said
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

    A total is of all items. A subtotal is of the items above it, up to the subtotal before; where
    there are none, of those below it.
    """
    checks, problems = [], []
    beside = _beside(rows)
    sums = {column.place: _Sum.of(rows, column) for column in columns}
    for n, row in enumerate(rows):
        if row.kind not in {RowKind.TOTAL, RowKind.SUBTOTAL}:
            continue
        for column in columns:
            printed = row.said.numbers.get(column.place)
            if printed is None:
                continue
            total = row.kind is RowKind.TOTAL
            found = sums[column.place] if total else beside[n].sum_like(printed, column)
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
    code = "intake.total_unchecked" if check.missing else "intake.total_differs"
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


def not_the_sums(
    said: Said, sums: Mapping[int, tuple[int, ...]], headings: Sequence[str]
) -> Iterator[RowProblem]:
    """Yield a problem for each cell that is to be the sum of others, all stated, and is not."""
    for place, parts in sums.items():
        printed = said.numbers.get(place)
        figures = [said.numbers.get(part) for part in parts]
        stated = [ratio(figure) for figure in figures if figure is not None]
        summed = tidy(sum(stated, Fraction(0)))
        if printed is None or len(stated) < len(figures) or summed == printed:
            continue
        zh, en = (join([headings[part] for part in parts], language) for language in LANGUAGES)
        yield RowProblem(
            row=said.number,
            column=headings[place],
            value=printed,
            code="intake.sum_differs",
            parameters={"printed": printed, "parts": Text(zh=zh, en=en), "summed": summed},
        )


def places_again(
    items: Sequence[tuple[Said, Sequence[Any]]],
) -> tuple[Mapping[int, Said], list[RowProblem]]:
    """Return where a place stood before, by row, and a problem for each that stands twice.

    Of one place there is one count of a thing on a day.
    """
    first: dict[tuple[Any, ...], Said] = {}
    again: dict[int, Said] = {}
    problems = []
    for said, made in items:
        place = said.facts.get(LOCALITY)
        if not made or place is None:
            continue
        keys = {(place, getattr(one, "on", None), getattr(one, "of", None)) for one in made}
        earlier = min((first[key] for key in keys if key in first), key=_number, default=None)
        for key in keys:
            first.setdefault(key, said)
        if earlier is None:
            continue
        again[said.number] = earlier
        problems.append(
            RowProblem(
                row=said.number,
                column=None,
                value=place,
                code="intake.repeated_place",
                parameters={"place": place, "other": earlier.number},
            )
        )
    return again, problems


def _number(said: Said) -> int:
    return said.number
