"""Score a sheet: marks, what a room shows, which items are for it, and what each must bring."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from careplan.base.errors import InvalidInput, Problem, UnknownInInput, check_type, not_found
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.quoting import quote
from careplan.base.refusing.values import class_said
from careplan.base.truth import Truth
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evaluation import truth_by
from careplan.criteria.steps import Facts
from careplan.documents.clauses import read_as, readings_used
from careplan.documents.encoded import pick
from careplan.documents.rules import interpretations_in
from careplan.documents.scales.sheets import Line, Marking, Scorecard, SheetItem
from careplan.fields.declaring import Noun
from careplan.verbs.scoring.marks import Judge
from careplan.verbs.scoring.scores import Score
from careplan.verbs.scoring.standing import Standing


def score(
    sheet: Scorecard,
    marks: Mapping[str, object],
    *,
    room: Noun | None = None,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Score:
    """Score `marks` (item key: points; absent or None means open) on `sheet`.

    An item that must pass and has no points is marked True or False. Which items are for a
    subject only its facts say: `room` is a room, or whatever the sheet is about.
    Under all-or-nothing marking a `room` settles each item whose criterion its stated
    facts decide, and `missing` names the facts that would settle the others. Where an
    assessor gives the marks a room sets none: the result then says so (`room_ignored`), and
    which reading takes it into account. `on` is the day asked, up to which elapsed time of the
    room is counted: an item not in force on it is for nobody, a band reached by nobody, and whether
    the sheet is in force is not asked. Raises InvalidInput, all problems at once, for a mark
    that is no number or outside 0 to the item's maximum, a mark that disagrees with the room or
    of an item that is not for it, a room the sheet is not for, or an `on` that is
    no day; NotFound for an unknown item
    or reading.

    >>> import careplan as cp
    >>> sheet = cp.get_plan("bda_2017").scorecards["care_room"]
    >>> s = cp.score(sheet, {"area": 20, "cleanliness": 18, "equipment": 40, "management": 10})
    >>> s.low, s.high, s.needed
    (88, 98, 2)
    >>> room = cp.Room(use=cp.RoomUse.CARE_ROOM, area_m2=20)
    >>> s = cp.score(sheet, {}, room=room)
    >>> s.room_ignored, s.room_counts_under
    (True, ({'marking': 'all_or_nothing'},))
    >>> cp.score(sheet, {}, room=room, readings=s.room_counts_under[0]).items[1].missing
    ('clean', 'free_of_clutter', 'free_of_dust', 'free_of_odour')
    """
    check_type(sheet, Scorecard, "sheet")
    check_type(marks, Mapping, "marks")
    taken = read_as(sheet.questions, readings)
    problems: list[Problem] = []
    known = {item.key: item for item in sheet.items}
    unknown = not_found("item", (key for key in marks if key not in known), known)
    problems += [
        Problem(f"marks.{quote(one.name)}", "not_found", one.name, one.parameters())
        for one in unknown
    ]
    facts = facts_on(sheet, room, day_asked(on), problems)
    judge = Judge(pick(sheet.marking, taken), facts, taken, problems)
    items = tuple(judge.score(item, marks.get(item.key)) for item in sheet.items)
    if unknown:
        raise UnknownInInput(problems, unknown[0])
    if problems:
        raise InvalidInput(problems)
    readings_taken = readings_used(sheet.questions, questions_used(sheet, taken), taken)
    return Score(sheet=sheet, items=items, readings=readings_taken, room=room, on=facts.on)


def facts_on(sheet: Scorecard, room: object, on: date | None, problems: list[Problem]) -> Facts:
    """Return the facts of a room; one that a sheet is not for is a problem, and none of it."""
    noun = sheet.noun() or Noun
    if room is not None and not isinstance(room, noun):
        problems.append(Problem("room", "wrong_type", room, {"expected": class_said(noun)}))
        return Facts(None, on)
    facts = Facts(room, on)
    if room is not None and truth_by(sheet.applies, facts) is Truth.FALSE:
        problems.append(Problem("room", "not_on_sheet", room, {"value": sheet.title}))
    return facts


def questions_used(sheet: Scorecard, taken: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the questions a score depends on under the readings taken."""
    # What the items ask of a room matters only where the facts set the marks.
    if pick(sheet.marking, taken) is Marking.ALL_OR_NOTHING:
        return sheet.interpretations()
    cuts = tuple(band.least for band in sheet.bands)
    asked = tuple(item.applies for item in sheet.items)
    under = (one.under[0] for one in (*sheet.items, *sheet.bands) if one.under is not None)
    return interpretations_in((sheet.marking, sheet.pass_mark, cuts, asked)).union(under)


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
