"""Columns that are to be the sums of others, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from careplan.base.exact import ratio, tidy
from careplan.fields.checking import listing
from careplan.intake.problems import RowProblem
from careplan.intake.rows.said import Said


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
        named = listing(headings[part] for part in parts)
        yield RowProblem(
            row=said.number,
            column=headings[place],
            value=printed,
            code="intake.sum_differs",
            parameters={"printed": printed, "parts": named, "summed": summed},
        )
