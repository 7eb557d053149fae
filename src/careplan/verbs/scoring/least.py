"""What each item of a sheet must bring at least, if all others bring what they can."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.exact import Exact, ratio, tidy
from careplan.criteria.elapsing import day_asked
from careplan.documents.clauses import read_as
from careplan.documents.encoded import pick
from careplan.documents.scales.sheets import Line, Marking, Scorecard, SheetItem
from careplan.fields.declaring import Noun
from careplan.verbs.scoring.marks import Judge
from careplan.verbs.scoring.scoring import facts_on
from careplan.verbs.scoring.standing import Standing


def minimum_marks(
    sheet: Scorecard,
    *,
    room: Noun | None = None,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> dict[str, Exact]:
    """Return the least mark each item must bring if every other item brings its maximum.

    No item brings less than the least of its own, one that must pass all its points, and one
    that is passed or not True. A `room` says which items are for it: others are left out, as are
    those that cannot bring enough; `on` is the day asked, up to which elapsed time of the room is
    counted, and an item not in force on it is left out. Whether any other item applies is taken
    for the best where it is not known. Under all-or-nothing marking a least mark is 0 or the
    maximum, and only the pass mark counts: what the room shows is not asked. Raises InvalidInput
    for a room the sheet is not for or an `on` that is no day, NotFound for an unknown reading.

    >>> import careplan as cp
    >>> cp.minimum_marks(cp.get_plan("bda_2017").scorecards["mummy_hut"])["equipment"]
    30
    """
    check_type(sheet, Scorecard, "sheet")
    taken = read_as(sheet.questions, readings)
    problems: list[Problem] = []
    # An assessor's marks, all of them open: what could be brought by whom the sheet is for.
    facts = facts_on(sheet, room, day_asked(on), problems)
    judge = Judge(Marking.ASSESSED, facts, taken, problems)
    at = Standing.of(tuple(judge.score(item, None) for item in sheet.items))
    if problems:
        raise InvalidInput(problems)
    line: Line | None = pick(sheet.pass_mark, taken)
    # Without a line nothing is short of it.
    spare = at.spare(0 if line is None else line)
    whole = pick(sheet.marking, taken) is Marking.ALL_OR_NOTHING
    marks = {
        one.item.key: _least(one.item, None if line is None else spare[index], whole=whole)
        for index, one in enumerate(at.items)
        if index in spare
    }
    return {key: mark for key, mark in marks.items() if mark is not None}


def _least(item: SheetItem, spare: Fraction | None, *, whole: bool) -> Exact | None:
    """Return the least mark of an item, given what all points together have to spare."""
    most = ratio(item.max_points)
    short = Fraction(0) if spare is None else most - spare
    needed = max(Fraction(0), short, ratio(item.floor or 0))
    if needed > most:
        return None
    if item.yes_or_no:
        return True
    return item.max_points if whole and needed > 0 else tidy(needed)
