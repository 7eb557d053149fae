"""The periods that tables are made by: months, quarters, half-years and years, one after another.

The years are always said: nothing here knows what year it is.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date
from itertools import pairwise

from careplan.base.errors import InvalidInput, Problem
from careplan.documents.encoded import read_shape
from careplan.documents.periods import MONTHS_A_YEAR, Period, Precision
from careplan.fields.kinds import CountKind


def months(first: int, last: int | None = None) -> tuple[Period, ...]:
    """Return the twelve months of a year, or of the years from `first` to `last`, in order.

    Raises InvalidInput for what is no year, or out of order; so do the other three.

    >>> [period.told("en") for period in months(2024)][:2]
    ['January 2024', 'February 2024']
    """
    return tuple(_spans(first, last, 1, Precision.MONTH))


def quarters(first: int, last: int | None = None) -> tuple[Period, ...]:
    """Return the four quarters of a year, or of the years from `first` to `last`, in order.

    >>> [period.told("zh") for period in quarters(2024)][:2]
    ['2024年第一季度', '2024年第二季度']
    """
    return tuple(_spans(first, last, 3, Precision.QUARTER))


def half_years(first: int, last: int | None = None) -> tuple[Period, ...]:
    """Return the halves of a year, or of the years from `first` to `last`, each as its months.

    >>> [period.told("en") for period in half_years(2024)]
    ['January to June 2024', 'July to December 2024']
    """
    return tuple(_spans(first, last, 6, Precision.MONTH))


def years(first: int, last: int | None = None) -> tuple[Period, ...]:
    """Return a year, or the years from `first` to `last`, both included.

    >>> [period.end.isoformat() for period in years(2023, 2025)]
    ['2023-12-31', '2024-12-31', '2025-12-31']
    """
    return tuple(_spans(first, last, MONTHS_A_YEAR, Precision.YEAR))


def _spans(first: int, last: int | None, length: int, precision: Precision) -> Iterator[Period]:
    """Yield the periods of so many months of the years asked for."""
    problems: list[Problem] = []
    ends = {"first": first, "last": first if last is None else last}
    for name, value in ends.items():
        before = len(problems)
        ends[name] = read_shape(CountKind(minimum=1), value, name, problems)
        if len(problems) == before and ends[name] > MAXYEAR:
            problems.append(Problem(name, "too_large", value, {"maximum": MAXYEAR}))
    if not problems and ends["last"] < ends["first"]:
        problems.append(Problem("last", "not_in_order", last, {"other": first}))
    if problems:
        raise InvalidInput(problems)
    for year in range(ends["first"], ends["last"] + 1):
        for month in range(length, MONTHS_A_YEAR + 1, length):
            end = date(year, month, monthrange(year, month)[1])
            yield Period(date(year, month - length + 1, 1), end, precision)


def overlapping(periods: tuple[Period, ...]) -> Iterator[Problem]:
    """Yield a problem for each period that begins before the one listed before it has ended."""
    for index, (one, after) in enumerate(pairwise(periods), start=1):
        if after.start <= one.end:
            yield Problem(
                f"periods[{index}].start", "not_after_period", after.start, {"other": one.end}
            )
