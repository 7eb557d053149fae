"""What is given for an item, read: a mark, what a room shows, and whether the item is for it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from careplan.base.errors import Problem
from careplan.base.exact import Exact, addend, exact
from careplan.criteria.compiling.functions import truth_of_node
from careplan.criteria.nodes import FALSE, TRUE, Criterion
from careplan.criteria.residuals import facts_of, left_by
from careplan.criteria.steps import Facts
from careplan.documents.encoded import pick
from careplan.documents.scales.sheets import Marking, SheetItem
from careplan.fields.checking import read
from careplan.fields.kinds import FlagKind, NumberKind
from careplan.verbs.scoring.items import ItemScore

_MARK = NumberKind(step=exact(0.5))
_YES = FlagKind()
Mark = Exact | bool | None


@attrs.frozen(eq=False)
class ItemAsked:
    """An item as it is read: for whom it is, and what it asks of a room; None if nothing.

    One that does not hold under the readings, or on the day, is for nobody. `is_plain` says that
    it brings points, and whoever the subject is.
    """

    item: SheetItem
    applies: Criterion
    shows: Criterion | None
    is_plain: bool

    @classmethod
    def of(cls, item: SheetItem, taken: Mapping[str, str], on: date | None) -> "ItemAsked":
        """Read an item."""
        applies = pick(item.applies, taken) if item.holds_under(taken, on) else FALSE
        shows = None if item.criterion is None else pick(item.criterion, taken)
        return cls(item, applies, shows, applies == TRUE and not item.yes_or_no)

    def condition(self, facts: Facts) -> Criterion:
        """Return what is left to ask of whether the item is for a subject."""
        return TRUE if self.is_plain else left_by(self.applies, facts)

    def set_by(self, facts: Facts) -> Mark:
        """Return the mark that the facts of a room set; None if they set none."""
        if self.shows is None:
            return None
        holds = truth_of_node(self.shows)(facts.subject, facts.on)
        if holds is None or self.item.yes_or_no:
            return holds
        return self.item.max_points if holds else 0

    def missing(self, facts: Facts) -> tuple[str, ...]:
        """Return the facts of a room that would set a mark."""
        return () if self.shows is None else facts_of(left_by(self.shows, facts))


def condition_of(item: SheetItem, facts: Facts, taken: Mapping[str, str]) -> Criterion:
    """Return what is left to ask of whether an item is for a subject; false if it does not hold."""
    return ItemAsked.of(item, taken, facts.on).condition(facts)  # without a subject: nothing stated


def shown_by(
    facts: Facts, item: SheetItem, taken: Mapping[str, str]
) -> tuple[Mark, tuple[str, ...]]:
    """Return the mark of an item that a room's facts set, or None and the facts that would."""
    asked = ItemAsked.of(item, taken, facts.on)
    mark = asked.set_by(facts)
    return mark, asked.missing(facts) if mark is None else ()


def missing_of(condition: Criterion, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the facts to state for an item: whether it applies, then what it shows."""
    return asked if condition is TRUE else tuple(dict.fromkeys((*facts_of(condition), *asked)))


@attrs.frozen
class Judge:
    """Turns a mark, or what a room shows, into the points of an item.

    `facts` are those of the room, of None if none is given.
    """

    marking: Marking
    facts: Facts
    taken: Mapping[str, str]
    problems: list[Problem]

    def score(self, item: SheetItem, given: object) -> ItemScore:
        """Return what an item brings by its mark or by the room; problems are collected."""
        return self.brought(ItemAsked.of(item, self.taken, self.facts.on), given)

    def brought(self, asked: ItemAsked, given: object) -> ItemScore:
        """Return the same of an item that is read."""
        item = asked.item
        # Most marks are plain numbers, and no facts of a room are set beside them.
        if asked.is_plain and type(given) is int and 0 <= given <= item.max_points:
            by_room = self.facts.subject is not None
            extreme = given in (0, item.max_points)
            if self.marking is Marking.ASSESSED or (extreme and not by_room):
                return ItemScore(item, given, given)
        path, before = f"marks.{item.key}", len(self.problems)
        condition = asked.condition(self.facts)
        mark: Mark = read(_YES if item.yes_or_no else _MARK, given, path, self.problems)
        if condition == FALSE:
            if mark is not None:
                self.problems.append(Problem(path, "item_not_for_it", mark))
            return ItemScore(item, 0, 0, condition=condition)
        by_room = self.facts.subject is not None and self.marking is not Marking.ASSESSED
        shown = asked.set_by(self.facts) if by_room else None
        if mark is not None and len(self.problems) == before:
            self._check(item, mark, shown, path)
        settled = shown if mark is None else mark
        missing = asked.missing(self.facts) if by_room and settled is None else ()
        return _scored(item, settled, condition, missing)

    def _check(self, item: SheetItem, mark: Any, shown: Mark, path: str) -> None:
        top = {"maximum": item.max_points}
        if not item.yes_or_no and addend(mark) > addend(item.max_points):
            self.problems.append(Problem(path, "too_large", mark, top))
        elif (
            self.marking is Marking.ALL_OR_NOTHING
            and not item.yes_or_no
            and mark not in (0, item.max_points)
        ):
            self.problems.append(Problem(path, "mark_not_allowed", mark, top))
        elif shown is not None and shown != mark:
            self.problems.append(Problem(path, "mark_against_room", mark, {"other": shown}))


def _scored(
    item: SheetItem, settled: Any, condition: Criterion, asked: tuple[str, ...]
) -> ItemScore:
    """Return what an item brings that may be for the subject: its mark, or all it could bring."""
    # A blank is not a zero: the item may bring anything up to its most.
    lacks_mark = settled is None and (item.max_points != 0 or item.yes_or_no)
    missing = missing_of(condition, asked if lacks_mark else ())
    if item.yes_or_no:
        return ItemScore(item, 0, 0, missing, condition, settled)
    if lacks_mark:
        return ItemScore(item, 0, item.max_points, missing, condition)
    points = 0 if settled is None else settled
    return ItemScore(item, points, points, missing, condition)
