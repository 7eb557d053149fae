"""What each item of a sheet must bring at least, if all others bring what they can."""

from collections.abc import Mapping

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.exact import Exact, ratio, tidy
from careplan.documents.clauses import read_as
from careplan.documents.encoded import pick
from careplan.documents.sheets import Line, Marking, Scorecard
from careplan.fields.declaring import Noun
from careplan.verbs.scoring.marks import Judge
from careplan.verbs.scoring.scoring import room_on
from careplan.verbs.scoring.standing import Standing


def minimum_marks(
    sheet: Scorecard,
    *,
    room: Noun | None = None,
    readings: Mapping[str, str] | None = None,
) -> dict[str, Exact]:
    """Return the least mark each item must bring if every other item brings its maximum.

    No item brings less than the least of its own, one that must pass all its points, and one
    that is passed or not True. A `room` says which items are for it: others are left out, as are
    those that cannot bring enough; whether any other item applies is taken for the best
    where it is not known. Under all-or-nothing marking a least mark is 0 or the maximum, and only
    the pass mark counts: what the room shows is not asked. Raises InvalidInput for a room the
    sheet is not for, NotFound for an unknown reading.

    >>> import careplan as cp
    >>> cp.minimum_marks(cp.get_plan("bda_2017").scorecards["mummy_hut"])["equipment"]
    30
    """
    check_type(sheet, Scorecard, "sheet")
    taken = read_as(sheet.questions, readings)
    problems: list[Problem] = []
    # An assessor's marks, all of them open: what could be brought by whom the sheet is for.
    judge = Judge(Marking.ASSESSED, room_on(sheet, room, problems), taken, problems)
    at = Standing.of(tuple(judge.score(item, None) for item in sheet.items))
    if problems:
        raise InvalidInput(problems)
    line: Line | None = pick(sheet.pass_mark, taken)
    whole = pick(sheet.marking, taken) is Marking.ALL_OR_NOTHING
    least: dict[str, Exact] = {}
    for index, one in enumerate(at.items):
        mark = _least(at, index, line, whole=whole)
        if at.applying.can(index) and mark is not None:
            least[one.item.key] = mark
    return least


def _least(at: Standing, index: int, line: Line | None, *, whole: bool) -> Exact | None:
    item, most = at.items[index].item, ratio(at.items[index].item.max_points)
    spare = None if line is None else at.margin(line, holding=index)
    short = ratio(0) if spare is None else most - spare
    needed = max(ratio(0), short, ratio(item.floor or 0))
    if needed > most:
        return None
    if item.yes_or_no:
        return True
    return item.max_points if whole and needed > 0 else tidy(needed)
