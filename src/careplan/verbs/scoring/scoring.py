"""Score a sheet: marks, what a room shows, which items are for it, and what each must bring."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import attrs

from careplan.base.errors import InvalidInput, Problem, UnknownInInput, check_type, not_found
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.quoting import quote
from careplan.base.refusing.values import class_said
from careplan.base.truth import Truth
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evaluation import truth_by
from careplan.criteria.steps import Facts
from careplan.documents.clauses import Reading, read_as, readings_used
from careplan.documents.encoded import pick
from careplan.documents.rules import interpretations_in
from careplan.documents.scales.sheets import Line, Marking, Scorecard, SheetItem
from careplan.fields.declaring import Noun
from careplan.verbs.scoring.applying import Amount
from careplan.verbs.scoring.marks import ItemAsked, Judge
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
    asked, day = _asked(sheet, readings, on), day_asked(on)
    problems: list[Problem] = []
    strange = [key for key in marks if key not in asked.known]
    unknown = not_found("item", strange, asked.known) if strange else []
    problems += [
        Problem(f"marks.{quote(one.name)}", "not_found", one.name, one.parameters())
        for one in unknown
    ]
    judge = Judge(asked.marking, asked.facts_on(sheet, room, day, problems), asked.taken, problems)
    items = tuple([judge.brought(one, marks.get(one.item.key)) for one in asked.items])
    if unknown:
        raise UnknownInInput(problems, unknown[0])
    if problems:
        raise InvalidInput(problems)
    return Score(sheet=sheet, items=items, readings=asked.readings, room=room, on=day)


@attrs.frozen(eq=False)
class SheetAsked:
    """What of a sheet is the same for every room, under some readings on a day: it is kept.

    `known` are its items by key, `readings` those that a score depends on.
    """

    taken: Mapping[str, str]
    items: tuple[ItemAsked, ...]
    known: Mapping[str, SheetItem]
    marking: Marking
    readings: tuple[Reading, ...]
    noun: type[Noun]

    @classmethod
    def of(cls, sheet: Scorecard, taken: Mapping[str, str], on: date | None) -> "SheetAsked":
        """Read a sheet."""
        return cls(
            taken,
            tuple(ItemAsked.of(item, taken, on) for item in sheet.items),
            {item.key: item for item in sheet.items},
            pick(sheet.marking, taken),
            readings_used(sheet.questions, questions_used(sheet, taken), taken),
            sheet.noun() or Noun,
        )

    def facts_on(
        self, sheet: Scorecard, room: object, on: date | None, problems: list[Problem]
    ) -> Facts:
        """Return the facts of a room; one that a sheet is not for is a problem, and none of it."""
        if room is not None and not isinstance(room, self.noun):
            expected = {"expected": class_said(self.noun)}
            problems.append(Problem("room", "wrong_type", room, expected))
            return Facts(None, on)
        facts = Facts(room, on)
        if room is not None and truth_by(sheet.applies, facts) is Truth.FALSE:
            problems.append(Problem("room", "not_on_sheet", room, {"value": sheet.title}))
        return facts


def _asked(sheet: Scorecard, readings: Mapping[str, str] | None, on: date | None) -> SheetAsked:
    """Return what a sheet asks; it is read once."""
    if readings is None and on is None:  # as it mostly is
        return sheet.once(
            (SheetAsked,), lambda: SheetAsked.of(sheet, read_as(sheet.questions, None), None)
        )
    taken, day = read_as(sheet.questions, readings), day_asked(on)
    return sheet.once((SheetAsked, day, *taken.values()), lambda: SheetAsked.of(sheet, taken, day))


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
    asked, taken = (found := _asked(sheet, readings, on)).items, found.taken
    problems: list[Problem] = []
    # An assessor's marks, all of them open: what could be brought by whom the sheet is for.
    facts = found.facts_on(sheet, room, day_asked(on), problems)
    judge = Judge(Marking.ASSESSED, facts, taken, problems)
    at = Standing.of(tuple([judge.brought(one, None) for one in asked]))
    if problems:
        raise InvalidInput(problems)
    line: Line | None = pick(sheet.pass_mark, taken)
    # Without a line nothing is short of it.
    spare = at.spare(0 if line is None else line)
    whole = found.marking is Marking.ALL_OR_NOTHING
    marks = {
        one.item.key: _least(one.item, None if line is None else spare[index], whole=whole)
        for index, one in enumerate(at.items)
        if index in spare
    }
    return {key: mark for key, mark in marks.items() if mark is not None}


def _least(item: SheetItem, spare: Amount | None, *, whole: bool) -> Exact | None:
    """Return the least mark of an item, given what all points together have to spare."""
    most = ratio(item.max_points)
    short = Fraction(0) if spare is None else most - spare
    needed = max(Fraction(0), short, ratio(item.floor or 0))
    if needed > most:
        return None
    if item.yes_or_no:
        return True
    return item.max_points if whole and needed > 0 else tidy(needed)
