"""Score a sheet: a missing mark makes a range, never a zero."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import ClassVar

import attrs

from careplan.base.errors import InvalidInput, Problem, UnknownInInput, check_type, not_found
from careplan.base.exact import Exact, exact, ratio, tidy
from careplan.base.messages import join, say
from careplan.base.quoting import quote
from careplan.base.truth import Outcome, Truth
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import FALSE, TRUE
from careplan.criteria.residuals import facts_of, residual
from careplan.criteria.wording import fact_label
from careplan.display.cells import Row, member, names, text
from careplan.display.phrases import INDENT, indented
from careplan.display.result import Result
from careplan.documents.clauses import Reading, read_as, readings_used
from careplan.documents.encoded import ByReading, pick
from careplan.documents.rules import interpretations_in
from careplan.documents.sheets import Marking, Scorecard, SheetItem
from careplan.documents.wording.citing import cited, reading_lines, readings
from careplan.fields.checking import read
from careplan.fields.declaring import Noun
from careplan.fields.kinds import NumberKind

_MARK = NumberKind(step=exact(0.5))


@attrs.frozen
class ItemScore:
    """The points of one item, from `low` to `high`; equal once the item is settled.

    Where the facts of a room set the marks, `missing` holds the paths of those that are
    not stated and would settle the item.
    """

    item: SheetItem
    low: Exact
    high: Exact
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Score(Result):
    """A sheet scored as far as marks are given: a range, and what is still needed to pass.

    `room` is what was given of the room; whether it set marks is `room_ignored`. `on` is the day
    asked, if it was given.
    """

    shown: ClassVar[str] = "item label_zh label_en low_points high_points max_points"

    sheet: Scorecard
    items: tuple[ItemScore, ...]
    readings: tuple[Reading, ...]
    room: Noun | None = None
    on: date | None = None

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
    def open_items(self) -> tuple[str, ...]:
        """The keys of the items without a mark."""
        return tuple(item.item.key for item in self.items if item.low != item.high)

    @property
    def missing_facts(self) -> tuple[str, ...]:
        """The facts of the room that would settle open items; of each item in `items`."""
        return tuple(dict.fromkeys(path for item in self.items for path in item.missing))

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the items without a mark, then the facts of the room that would set one."""
        return tuple(dict.fromkeys((*self.open_items, *self.missing_facts)))

    @property
    def marking(self) -> Marking:
        """How the points may be given under the readings taken."""
        taken: Marking = pick(self.sheet.marking, self.taken())
        return taken

    @property
    def room_ignored(self) -> bool:
        """Whether a room was given that set no mark: an assessor gives the marks, not its facts."""
        return self.room is not None and self.marking is not Marking.ALL_OR_NOTHING

    @property
    def room_counts_under(self) -> tuple[Mapping[str, str], ...]:
        """The readings under which the facts of a room set the marks, each to score with."""
        return tuple(_ways_to(self.sheet.marking, Marking.ALL_OR_NOTHING))

    def taken(self) -> dict[str, str]:
        """Return the option taken of every question of the sheet; the default of one not used."""
        said = {one.interpretation: one.option.id for one in self.readings}
        return {one.id: said.get(one, one.default) for one in self.sheet.questions}

    @property
    def needed(self) -> Exact | None:
        """What the open items must bring together; None once the pass mark is out of reach."""
        if self.outcome is Outcome.NOT_MET:
            return None
        return tidy(max(ratio(0), ratio(self.sheet.pass_mark) - ratio(self.low)))

    def _lines(self, language: str) -> Iterator[str]:
        yield say(
            "score" if self.low != self.high else "score.exact",
            language,
            title=self.sheet.title,
            low=self.low,
            high=self.high,
            pass_mark=self.sheet.pass_mark,
            locator=self.sheet.clause.locator,
            outcome=self.outcome,
        )
        for item in self.items:
            mark = item.low if item.low == item.high else say("score.open", language)
            yield INDENT + say(
                "score.item",
                language,
                locator=item.item.clause.locator,
                item=item.item.label,
                mark=mark,
                maximum=item.item.max_points,
            )
            yield from indented(indented(self._unsettled(item, language)))
        if self.needed is None:
            yield INDENT + say("score.out_of_reach", language)
        else:
            code = "score.needed" if self.needed != 0 else "score.enough"
            yield INDENT + say(code, language, needed=self.needed)
        yield from indented(self._room_ignored(language))
        yield from indented(reading_lines(self.readings, language))

    def _unsettled(self, item: ItemScore, language: str) -> Iterator[str]:
        """Name the facts of the room that would settle an item."""
        if item.missing:
            labels = {path: fact_label(type(self.room), path, language) for path in item.missing}
            named = (say("fact", language, label=labels[path], path=path) for path in labels)
            yield say("missing", language, facts=join(named, language))

    def _room_ignored(self, language: str) -> Iterator[str]:
        """Say that a room set no mark, and under which readings it would."""
        if not self.room_ignored:
            return
        yield say("score.room_ignored", language)
        questions = {question.id: question for question in self.sheet.questions}
        for taken in self.room_counts_under:
            texts = tuple(questions[name].option(option).text for name, option in taken.items())
            named = ", ".join(f"{name}={option}" for name, option in taken.items())
            yield say("score.room_counts", language, id=named, text=texts)

    def _rows(self) -> Iterator[Row]:
        whole: Row = {
            "total_low": self.low,
            "total_high": self.high,
            "pass_mark": self.sheet.pass_mark,
            **member("outcome", self.outcome),
            "room_ignored": self.room_ignored,
        }
        for scored in self.items:
            yield {
                "sheet": self.sheet.key,
                "item": scored.item.key,
                **cited(scored.item.clause),
                **text("label", scored.item.label),
                "max_points": scored.item.max_points,
                "low_points": scored.low,
                "high_points": scored.high,
                "open": scored.low != scored.high,
                "missing": names(scored.missing),
                **whole,
                "readings": readings(self.readings),
            }


def score(
    sheet: Scorecard,
    marks: Mapping[str, object],
    *,
    room: Noun | None = None,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Score:
    """Score `marks` (item key: points; absent or None means open) on `sheet`.

    Under all-or-nothing marking a `room` settles each item whose criterion its stated
    facts decide, and `missing` names the facts that would settle the others. Where an
    assessor gives the marks a room sets none: the result then says so (`room_ignored`), and
    which reading takes it into account. `on` is the day asked, up to which elapsed time of the
    room is counted. Raises InvalidInput, all problems at once, for a mark
    that is no number or outside 0 to the item's maximum, a mark that disagrees with the room,
    or a room the sheet is not for; NotFound for an unknown item or reading.

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
    day = day_asked(on)
    taken = read_as(sheet.questions, readings)
    problems: list[Problem] = []
    known = {item.key: item for item in sheet.items}
    unknown = not_found("item", (key for key in marks if key not in known), known)
    problems += [
        Problem(f"marks.{quote(one.name)}", "not_found", one.name, one.parameters())
        for one in unknown
    ]
    if room is not None:
        noun = sheet.noun() or Noun
        if not isinstance(room, noun):
            problems.append(Problem("room", "wrong_type", room, {"expected": noun.__name__}))
            room = None
        elif evaluate(sheet.applies, room, on=day).truth is Truth.FALSE:
            problems.append(Problem("room", "not_on_sheet", room, {"value": sheet.title}))
    judge = _Judge(pick(sheet.marking, taken), room, taken, problems, day)
    items = tuple(judge.score(item, marks.get(item.key)) for item in sheet.items)
    if unknown:
        raise UnknownInInput(problems, unknown[0])
    if problems:
        raise InvalidInput(problems)
    readings_taken = readings_used(sheet.questions, questions_used(sheet, taken), taken)
    return Score(sheet=sheet, items=items, readings=readings_taken, room=room, on=day)


def questions_used(sheet: Scorecard, taken: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the questions a score depends on under the readings taken."""
    # What the items ask of a room matters only where the facts set the marks.
    if pick(sheet.marking, taken) is Marking.ALL_OR_NOTHING:
        return sheet.interpretations()
    return interpretations_in(sheet.marking)


def shown_by(
    room: Noun, item: SheetItem, taken: Mapping[str, str], on: date | None = None
) -> tuple[Exact | None, tuple[str, ...]]:
    """Return the points of an item that a room's facts set, or None and the facts that would."""
    if item.criterion is None:
        return None, ()
    left = residual(pick(item.criterion, taken), room, on=on)
    if left in (TRUE, FALSE):
        return (item.max_points if left == TRUE else 0), ()
    return None, facts_of(left)


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
    on: date | None

    def score(self, item: SheetItem, given: object) -> ItemScore:
        path = f"marks.{item.key}"
        before = len(self.problems)
        mark: Exact | None = read(_MARK, given, path, self.problems)
        shown, asked = self._shown(item)
        if mark is not None and len(self.problems) == before:
            self._check(item, mark, shown, path)
        settled = shown if mark is None else mark
        if settled is None and item.max_points != 0:
            # A blank is not a zero: the item may bring anything up to its most.
            return ItemScore(item, 0, item.max_points, asked)
        points = 0 if settled is None else settled
        return ItemScore(item, points, points)

    def _shown(self, item: SheetItem) -> tuple[Exact | None, tuple[str, ...]]:
        if self.room is None or self.marking is Marking.ASSESSED:
            return None, ()
        return shown_by(self.room, item, self.taken, self.on)

    def _check(self, item: SheetItem, mark: Exact, shown: Exact | None, path: str) -> None:
        top = {"maximum": item.max_points}
        if ratio(mark) > ratio(item.max_points):
            self.problems.append(Problem(path, "too_large", mark, top))
        elif self.marking is Marking.ALL_OR_NOTHING and mark not in (0, item.max_points):
            self.problems.append(Problem(path, "mark_not_allowed", mark, top))
        elif shown is not None and shown != mark:
            self.problems.append(Problem(path, "mark_against_room", mark, {"other": shown}))


def _ways_to(value: object, wanted: Marking) -> Iterator[dict[str, str]]:
    """Yield the readings under which a value that may differ by reading is the one wanted."""
    if not isinstance(value, ByReading):
        yield from [{}] if value is wanted else []
        return
    for option, inner in value.options.items():
        for rest in _ways_to(inner, wanted):
            if rest.get(value.interpretation, option) == option:
                yield {value.interpretation: option, **rest}


def _total(points: Iterable[Exact]) -> Exact:
    return tidy(sum(map(ratio, points), ratio(0)))
