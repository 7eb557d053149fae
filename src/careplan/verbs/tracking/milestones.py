"""Milestones on the way: how far off they are, in slots and in months, and how they are said."""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from careplan.base.messages import say
from careplan.display.cells import Row, empty
from careplan.documents.scales.targets import Milestone


def position(day: date) -> Fraction:
    """Return a day as months: twelve a year, and the part of its month that has passed.

    >>> position(date(2024, 12, 31)) - position(date(2024, 9, 30))
    Fraction(3, 1)
    """
    return 12 * day.year + day.month + Fraction(day.day, monthrange(day.year, day.month)[1])


def short_of(milestone: Milestone | None, reached: int | None) -> int | None:
    """Say how many slots lack of a milestone; None where it, or what is reached, is unknown."""
    if milestone is None or reached is None:
        return None
    return max(0, milestone.slots - reached)


def milestone_text(milestone: Milestone | None, language: str) -> str:
    """Say a milestone: how many slots by when, and whether we derived it."""
    if milestone is None:
        return say("empty", language)
    code = "milestone.derived" if milestone.derived else "milestone"
    return say(code, language, slots=milestone.slots, due=milestone.due)


def milestone_cells(name: str, milestone: Milestone | None) -> Row:
    """Return a milestone as cells, all empty where there is none."""
    if milestone is None:
        return empty(f"{name}_on {name}_slots {name}_derived")
    return {
        f"{name}_on": milestone.due,
        f"{name}_slots": milestone.slots,
        f"{name}_derived": milestone.derived,
    }
