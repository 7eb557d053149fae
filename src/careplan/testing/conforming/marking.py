"""Marks and rooms to try a sheet with: around its lines, what must pass, and who it is for."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import islice
from typing import Any

from careplan.base.exact import Exact, exact, ratio, tidy
from careplan.criteria.nodes import FALSE, TRUE, AllOf, Criterion, Not, noun_of
from careplan.criteria.steps import Facts
from careplan.documents.encoded import pick
from careplan.documents.scales.sheets import Line, Marking, Scorecard, Share, SheetItem
from careplan.testing.cases.days import DAY, on_day
from careplan.testing.cases.solving import satisfying
from careplan.verbs.scoring.marks import condition_of, shown_by

_STEP = ratio(exact(0.5))  # marks are given in half points
Marks = Mapping[str, Exact]


def scored_marks(
    sheet: Scorecard, taken: Mapping[str, str], lines: Iterable[Line | None]
) -> Iterator[dict[str, Exact]]:
    """Yield marks: none, all, each item open or without points, and around every line.

    What is for nobody takes no mark.
    """
    items = [item for item in sheet.items if condition_of(item, Facts(None, DAY), taken) != FALSE]
    full = _full(items)
    yield {}
    yield full
    for item in items:
        yield {name: most for name, most in full.items() if name != item.key}
        yield {**full, item.key: False if item.yes_or_no else 0}
    if pick(sheet.marking, taken) is not Marking.ASSESSED:
        return
    for item in items:
        if item.floor:
            for given in (ratio(item.floor) - _STEP, ratio(item.floor)):
                yield {**full, item.key: tidy(max(Fraction(0), given))}
    for line in lines:
        if line is not None:
            share = ratio(line.value) * ratio(sheet.max_points) if isinstance(line, Share) else line
            for aim in (-_STEP, Fraction(0), _STEP):
                yield _adding_up_to(full, ratio(share) + aim)


def _full(items: Iterable[SheetItem]) -> dict[str, Exact]:
    """Return all points of each item; of one without points that it is passed."""
    return {item.key: True if item.yes_or_no else item.max_points for item in items}


def _adding_up_to(full: Marks, points: Fraction) -> dict[str, Exact]:
    """Give the first items as much as they can have until the points are given out."""
    marks: dict[str, Exact] = {}
    for key, most in full.items():
        if most is True:
            marks[key] = True
            continue
        given = max(Fraction(0), min(ratio(most), points))
        marks[key] = tidy(given)
        points -= given
    return marks


def rooms_tried(sheet: Scorecard, taken: Mapping[str, str]) -> Iterator[Any]:
    """Yield a room that shows all that facts decide, and for each item of these one without."""
    asked = (pick(item.criterion, taken) for item in sheet.items)
    every = tuple(on_day(one, DAY) for one in asked if one is not None)
    yield from _rooms(sheet, every)


def rooms_told_apart(sheet: Scorecard, taken: Mapping[str, str]) -> Iterator[tuple[Marks, Any]]:
    """Yield a room for which all items are, and for each that is for some only one it is not for.

    With all points of the items that are surely for it, and whose mark it does not set itself.
    """
    by_room = pick(sheet.marking, taken) is Marking.ALL_OR_NOTHING
    applies = [condition_of(item, Facts(None, DAY), taken) for item in sheet.items]
    some = tuple(dict.fromkeys(one for one in applies if one not in {TRUE, FALSE}))
    for room in _rooms(sheet, some) if some else ():
        facts = Facts(room, DAY)
        surely = [one for one in sheet.items if condition_of(one, facts, taken) == TRUE]
        shown = [one for one in surely if by_room and shown_by(facts, one, taken)[0] is not None]
        yield _full(one for one in surely if one not in shown), room


def _rooms(sheet: Scorecard, every: tuple[Criterion, ...]) -> Iterator[Any]:
    applies = on_day(sheet.applies, DAY)
    noun = next((found for one in (applies, *every) if (found := noun_of(one))), None)
    if noun is None:  # no item asks anything of a room
        return
    wanted: tuple[Criterion, ...] = (AllOf(every), *(Not(one) for one in every))
    for criterion in wanted:
        yield from islice(satisfying(noun, AllOf((applies, criterion))), 1)
