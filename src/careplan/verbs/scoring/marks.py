"""What is given for an item, read: a mark, what a room shows, and whether the item is for it."""

from collections.abc import Mapping
from typing import Any

import attrs

from careplan.base.errors import Problem
from careplan.base.exact import Exact, exact, ratio
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


def condition_of(item: SheetItem, facts: Facts, taken: Mapping[str, str]) -> Criterion:
    """Return what is left to ask of whether an item is for a subject; false if it does not hold."""
    if not item.holds_under(taken, facts.on):
        return FALSE
    asked: Criterion = pick(item.applies, taken)
    return left_by(asked, facts)  # without a subject nothing is stated


def shown_by(
    facts: Facts, item: SheetItem, taken: Mapping[str, str]
) -> tuple[Mark, tuple[str, ...]]:
    """Return the mark of an item that a room's facts set, or None and the facts that would."""
    if item.criterion is None:
        return None, ()
    left = left_by(pick(item.criterion, taken), facts)
    if left not in {TRUE, FALSE}:
        return None, facts_of(left)
    if item.yes_or_no:
        return left == TRUE, ()
    return (item.max_points if left == TRUE else 0), ()


def missing_of(condition: Criterion, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the facts to state for an item: whether it applies, then what it shows."""
    return tuple(dict.fromkeys((*facts_of(condition), *asked)))


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
        path, before = f"marks.{item.key}", len(self.problems)
        condition = condition_of(item, self.facts, self.taken)
        mark: Mark = read(_YES if item.yes_or_no else _MARK, given, path, self.problems)
        if condition == FALSE:
            if mark is not None:
                self.problems.append(Problem(path, "item_not_for_it", mark))
            return ItemScore(item, 0, 0, condition=condition)
        shown, asked = self._shown(item)
        if mark is not None and len(self.problems) == before:
            self._check(item, mark, shown, path)
        settled = shown if mark is None else mark
        return _scored(item, settled, condition, asked)

    def _shown(self, item: SheetItem) -> tuple[Mark, tuple[str, ...]]:
        if self.facts.subject is None or self.marking is Marking.ASSESSED:
            return None, ()
        return shown_by(self.facts, item, self.taken)

    def _check(self, item: SheetItem, mark: Any, shown: Mark, path: str) -> None:
        top = {"maximum": item.max_points}
        if not item.yes_or_no and ratio(mark) > ratio(item.max_points):
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
