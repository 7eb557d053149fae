"""Score a sheet: a missing mark makes a range, never a zero."""

from collections.abc import Iterable, Mapping

import attrs

from careplan.errors import (
    InvalidInput,
    NotFound,
    Problem,
    UnknownInInput,
    check_type,
)
from careplan.evaluation import evaluate
from careplan.exact import Exact, exact, ratio, tidy
from careplan.fields import Noun
from careplan.kinds import NumberKind
from careplan.nodes import noun_of
from careplan.quoting import quote
from careplan.reading import read
from careplan.sheets import Marking, Scorecard, SheetItem
from careplan.sources import Reading, read_as, readings_used
from careplan.truth import Outcome, Truth
from careplan.verdicts import Result, interpretations_in, pick

_MARK = NumberKind(step=exact(0.5))


@attrs.frozen
class ItemScore:
    """The points of one item, from `low` to `high`; equal once the item is settled."""

    item: SheetItem
    low: Exact
    high: Exact


@attrs.frozen(kw_only=True, repr=False)
class Score(Result):
    """A sheet scored as far as marks are given: a range, and what is still needed to pass."""

    sheet: Scorecard
    items: tuple[ItemScore, ...]
    readings: tuple[Reading, ...]

    @property
    def low(self) -> Exact:
        """The points already certain."""
        return _total(item.low for item in self.items)

    @property
    def high(self) -> Exact:
        """The points still possible."""
        return _total(item.high for item in self.items)

    @property
    def outcome(self) -> Outcome:
        """MET if the pass mark is reached whatever the open items bring, and so on."""
        if ratio(self.low) >= ratio(self.sheet.pass_mark):
            return Outcome.MET
        out_of_reach = ratio(self.high) < ratio(self.sheet.pass_mark)
        return Outcome.NOT_MET if out_of_reach else Outcome.UNKNOWN

    @property
    def passed(self) -> bool | None:
        """The outcome as a fact to state, e.g. `Room(acceptance_passed=score.passed)`."""
        return {Outcome.MET: True, Outcome.NOT_MET: False}.get(self.outcome)

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the items without a mark."""
        return tuple(item.item.key for item in self.items if item.low != item.high)

    @property
    def needed(self) -> Exact | None:
        """What the open items must bring together; None once the pass mark is out of reach."""
        if self.outcome is Outcome.NOT_MET:
            return None
        return tidy(max(ratio(0), ratio(self.sheet.pass_mark) - ratio(self.low)))


def score(
    sheet: Scorecard,
    marks: Mapping[str, object],
    *,
    room: Noun | None = None,
    readings: Mapping[str, str] | None = None,
) -> Score:
    """Score `marks` (item key: points; absent or None means open) on `sheet`.

    Under all-or-nothing marking a `room` settles each item whose criterion its stated
    facts decide. Raises InvalidInput, all problems at once, for a mark that is no number
    or outside 0 to the item's maximum, a mark that disagrees with the room, or a room
    the sheet is not for; NotFound for an unknown item or reading.

    >>> import careplan as cp
    >>> sheet = cp.get_plan("bda_2017").scorecards["care_room"]
    >>> s = cp.score(sheet, {"area": 20, "cleanliness": 18, "equipment": 40, "management": 10})
    >>> s.low, s.high, s.needed
    (88, 98, 2)
    """
    check_type(sheet, Scorecard, "sheet")
    check_type(marks, Mapping, "marks")
    taken = read_as(sheet.questions, readings)
    problems: list[Problem] = []
    known = [item.key for item in sheet.items]
    unknown = [NotFound("item", key, known) for key in marks if key not in known]
    problems += [
        Problem(f"marks.{quote(one.name)}", "not_found", one.name, one.parameters())
        for one in unknown
    ]
    if room is not None:
        check_type(room, noun_of(sheet.applies) or Noun, "room")
        if evaluate(sheet.applies, room).truth is Truth.FALSE:
            problems.append(Problem("room", "not_on_sheet", room, {"value": sheet.title}))
    judge = _Judge(pick(sheet.marking, taken), room, taken, problems)
    items = tuple(judge.score(item, marks.get(item.key)) for item in sheet.items)
    if unknown:
        raise UnknownInInput(problems, unknown[0])
    if problems:
        raise InvalidInput(problems)
    # What the items ask of a room matters only where the facts set the marks.
    asked = judge.marking is Marking.ALL_OR_NOTHING
    used = sheet.interpretations() if asked else interpretations_in(sheet.marking)
    readings_taken = readings_used(sheet.questions, used, taken)
    return Score(sheet=sheet, items=items, readings=readings_taken)


def minimum_marks(
    sheet: Scorecard, *, readings: Mapping[str, str] | None = None
) -> dict[str, Exact]:
    """Return the least mark each item must bring if every other item brings its maximum.

    Under all-or-nothing marking that is 0 or the maximum.

    >>> import careplan as cp
    >>> cp.minimum_marks(cp.get_plan("bda_2017").scorecards["mummy_hut"])["equipment"]
    30
    """
    check_type(sheet, Scorecard, "sheet")
    marking = pick(sheet.marking, read_as(sheet.questions, readings))
    least: dict[str, Exact] = {}
    for item in sheet.items:
        others = ratio(sheet.max_points) - ratio(item.max_points)
        short = max(ratio(0), ratio(sheet.pass_mark) - others)
        whole = marking is Marking.ALL_OR_NOTHING and short > 0
        least[item.key] = item.max_points if whole else tidy(short)
    return least


@attrs.frozen
class _Judge:
    """Turns a mark, or what a room shows, into the points of an item."""

    marking: Marking
    room: Noun | None
    taken: Mapping[str, str]
    problems: list[Problem]

    def score(self, item: SheetItem, given: object) -> ItemScore:
        path = f"marks.{item.key}"
        before = len(self.problems)
        mark: Exact | None = read(_MARK, given, path, self.problems)
        shown = self._shown(item)
        if mark is not None and len(self.problems) == before:
            self._check(item, mark, shown, path)
        settled = shown if mark is None else mark
        if settled is None:
            return ItemScore(item, 0, item.max_points)
        return ItemScore(item, settled, settled)

    def _shown(self, item: SheetItem) -> Exact | None:
        if self.room is None or self.marking is Marking.ASSESSED:
            return None
        truth = evaluate(pick(item.criterion, self.taken), self.room).truth
        return {Truth.TRUE: item.max_points, Truth.FALSE: 0}.get(truth)

    def _check(self, item: SheetItem, mark: Exact, shown: Exact | None, path: str) -> None:
        top = {"maximum": item.max_points}
        if ratio(mark) > ratio(item.max_points):
            self.problems.append(Problem(path, "too_large", mark, top))
        elif self.marking is Marking.ALL_OR_NOTHING and mark not in (0, item.max_points):
            self.problems.append(Problem(path, "mark_not_allowed", mark, top))
        elif shown is not None and shown != mark:
            self.problems.append(Problem(path, "mark_against_room", mark, {"other": shown}))


def _total(points: Iterable[Exact]) -> Exact:
    return tidy(sum(map(ratio, points), ratio(0)))
