"""Milestones on the way: how far off they are, in counts and in months, and their cells."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from careplan.display.cells import Row, empty, text
from careplan.documents.scales.between import Between
from careplan.documents.scales.ledgers import Column
from careplan.documents.scales.milestones import Milestone, due_and_next, rank


def position(day: date) -> Fraction:
    """Return a day as months: twelve a year, and the part of its month that has passed.

    >>> position(date(2024, 12, 31)) - position(date(2024, 9, 30))
    Fraction(3, 1)
    """
    return 12 * day.year + day.month + Fraction(day.day, monthrange(day.year, day.month)[1])


def reaches(milestone: Milestone, reached: int) -> bool:
    """Say whether a count is one of the figures that reach a milestone of a ledger."""
    return milestone.counted is not None and milestone.counted.holds(reached)


def short_of(milestone: Milestone | None, reached: int | None) -> int | None:
    """Say how many lack of a milestone; None where it, or what is reached, is unknown."""
    figures = None if milestone is None else milestone.counted
    return None if figures is None or reached is None else int(figures.short(reached))


def over(milestone: Milestone | None, reached: int | None) -> int | None:
    """Say how many there are over the most that a milestone allows; None as `short_of`."""
    figures = None if milestone is None else milestone.counted
    return None if figures is None or reached is None else int(figures.over(reached))


def months_until(milestone: Milestone, on: date) -> Fraction:
    """Return how many months there are from a day to the date of a milestone that is to come."""
    return Fraction(0) if milestone.due is None else position(milestone.due) - position(on)


def is_before(day: date, milestone: Milestone | None) -> bool:
    """Say whether a day is older than the date of a milestone."""
    return milestone is not None and milestone.due is not None and day < milestone.due


def weaker(milestones: Iterable[Milestone], on: date) -> Iterator[Milestone]:
    """Yield what is due on a day beside what decides: of each weaker kind the latest."""
    listed = tuple(milestones)
    due, _ = due_and_next(listed, on)
    while due is not None:
        listed = tuple(one for one in listed if rank(one) > rank(due))
        due, _ = due_and_next(listed, on)
        if due is not None:
            yield due


def milestone_cells(name: str, milestone: Milestone | None) -> Row:
    """Return a milestone as cells, all empty where there is none.

    Its number, where it is a plain one, and the ends of the figures that reach it.
    """
    if milestone is None:
        return empty(f"{name}_on {name}_slots {name}_derived {name}_low {name}_high")
    return {
        f"{name}_on": milestone.due,
        f"{name}_slots": None if isinstance(milestone.value, Between) else milestone.value,
        f"{name}_derived": milestone.derived,
        **end_cells(name, milestone),
    }


def column_cells(column: Column) -> Row:
    """Return what is counted, by its key and as people read it."""
    return {"column": column.key, **text("column", column.label)}


def end_cells(name: str, milestone: Milestone) -> Row:
    """Return the ends of the figures that reach a milestone; an open one is empty."""
    figures = milestone.figures
    low, high = (None, None) if figures is None else (figures.low, figures.high)
    return {f"{name}_low": low, f"{name}_high": high}
