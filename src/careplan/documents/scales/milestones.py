"""Milestones: what is to be reached by when, how strongly, and which of several is due."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any

import attrs

from careplan.base.errors import Problem
from careplan.base.exact import Exact
from careplan.base.frozenmap import frozen
from careplan.base.text import Text, Unordered
from careplan.criteria.signs import Op
from careplan.documents.encoded import Encoded
from careplan.documents.periods import Precision
from careplan.documents.scales.between import Between
from careplan.documents.scales.sums import Ends
from careplan.fields.shapes import NAME, kept, left_out
from careplan.nouns.counts import SLOTS


class Strength(Unordered):
    """How strongly a document holds to a figure, the strongest first."""

    BINDING = ("binding", "约束性", "binding")
    STRIVEN_FOR = ("striven_for", "力争", "striven for")
    EXPECTED = ("expected", "预期", "expected")


_RANKS = {strength: place for place, strength in enumerate(Strength)}


@frozen
class Milestone(Encoded):
    """A figure to reach by a day. `derived`: ours, not printed.

    `value` is a number, which `op` stands with (>= includes it), or figures within bounds; None
    for a goal in words, which `words` say where the title does not. `due` is None where the text
    sets no date, `scope` says of what, where that differs from milestone to milestone. `of` is the
    key of the column it stands in, in a ledger of several.

    >>> goal = Milestone(date(2025, 12, 31), Between(40, 50), strength=Strength.EXPECTED)
    >>> goal.figures.holds(45), goal.strength
    (True, Strength.EXPECTED)
    """

    due: date | None
    value: Exact | Between | None
    derived: bool = False
    op: Op = attrs.field(default=Op.GE, kw_only=True, metadata=left_out())
    strength: Strength = attrs.field(default=Strength.BINDING, kw_only=True, metadata=left_out())
    scope: Text | None = attrs.field(default=None, kw_only=True)
    words: Text | None = attrs.field(default=None, kw_only=True)
    precision: Precision | None = attrs.field(default=None, kw_only=True)
    of: str = attrs.field(default=SLOTS, kw_only=True, metadata={**kept(NAME), **left_out()})

    def _contradictions(self) -> Iterable[Problem]:
        if self.op is Op.NE:
            options = ", ".join(str(one.value) for one in Op if one is not Op.NE)
            yield Problem("op", "not_an_option", self.op, {"options": options})
        elif self.op is not Op.GE and (self.value is None or isinstance(self.value, Between)):
            # A goal in words has no operator, and the ends of a band say their own.
            yield Problem("op", "contradiction", self.op, self._beside("value"))
        if self.words is not None and self.value is not None:
            yield Problem("words", "contradiction", self.words, self._beside("value"))

    def _beside(self, name: str) -> dict[str, object]:
        return {"other_field": name, "other": getattr(self, name)}

    @property
    def slots(self) -> Any:
        """The value, by the name it has in a ledger of slots."""
        return self.value

    @cached_property
    def figures(self) -> Between | None:
        """The figures that reach it; None for a goal in words."""
        if self.value is None or isinstance(self.value, Between):
            return self.value
        return Between.of(self.op, self.value)

    @cached_property
    def counted(self) -> Between | None:
        """The whole numbers that reach it, for what is counted; None if there is none."""
        return None if self.figures is None else self.figures.counted()

    @property
    def ends(self) -> tuple[Exact, ...]:
        """The numbers its figures begin and end with."""
        both = () if self.figures is None else (self.figures.low, self.figures.high)
        return tuple(end for end in both if end is not None)

    def stating(self, figures: Between) -> "Milestone":
        """Return the same with figures that the document does not print there."""
        value, op = stated_as(figures)
        return attrs.evolve(self, value=value, op=op, derived=True)


def stated_as(figures: Between) -> tuple[Exact | Between, Op]:
    """Return figures as a milestone states them: a number and its operator, or a band.

    >>> stated_as(Between(5)), stated_as(Between(5, 5))
    ((5, Op.GE), (5, Op.EQ))
    """
    match figures:
        case Between(low=low, high=None) if low is not None:
            return low, Op.GT if figures.above else Op.GE
        case Between(low=None, high=high) if high is not None:
            return high, Op.LT if figures.below else Op.LE
        case Between(low=low, high=high) if low is not None and low == high:
            return low, Op.EQ
        case _:
            return figures, Op.GE


def in_order(path: str, milestones: tuple[Milestone, ...]) -> Iterator[Problem]:
    """Yield a problem for milestones out of order: they are read as they stand.

    Those of one date differ in strength; a report does not say of what scope it is.
    """
    ordered = sorted(milestones, key=_day)  # a stable sort: those of one date keep their places
    if any(one is not other for one, other in zip(milestones, ordered, strict=True)):
        yield Problem(path, "out_of_order", tuple(one.due for one in milestones))
    seen: set[tuple[date | None, Strength, str]] = set()
    for index, one in enumerate(milestones):
        same = (one.due, one.strength, one.of)
        if same in seen:
            yield Problem(f"{path}[{index}]", "same_milestone", one.due)
        seen.add(same)


def added_alike(path: str, milestones: tuple[Milestone, ...]) -> Iterator[Problem]:
    """Yield a problem for increments of several strengths: nobody could add them up."""
    first: dict[str, tuple[int, Milestone]] = {}
    for index, one in enumerate(milestones):
        at, before = first.setdefault(one.of, (index, one))
        if one.strength is not before.strength:
            other = {"other_field": f"{path}[{at}].strength", "other": before.strength}
            yield Problem(f"{path}[{index}].strength", "contradiction", one.strength, other)


def _day(milestone: Milestone) -> date:
    # What has no date comes after all that has one.
    return date.max if milestone.due is None else milestone.due


def due_and_next(
    milestones: Iterable[Milestone], on: date
) -> tuple[Milestone | None, Milestone | None]:
    """Return what decides on a day, and what comes next.

    Of the milestones dated at most `on` the strongest kind decides, by the latest of them: a
    figure that is only expected takes nothing from one that binds. Next is the earliest after
    `on`, of several on one date the strongest.
    """
    last: Milestone | None = None
    first: Milestone | None = None
    decides = begins = (0, date.min)
    for one in milestones:
        due = one.due
        if due is None:
            continue
        if due <= on:
            at = (-rank(one), due)
            if last is None or at > decides:
                last, decides = one, at
        elif first is None or (due, rank(one)) < (begins[1], begins[0]):
            first, begins = one, (rank(one), due)
    return last, first


def rank(milestone: Milestone) -> int:
    """Return the place of a milestone's strength, the strongest first."""
    return _RANKS[milestone.strength]


def summed(
    milestones: Iterable[Milestone], base: Exact | None, *, whole: bool = False
) -> Iterator[Milestone]:
    """Yield what increments come to by each date, with what there was before, if that is known.

    Of what is counted `whole`, more than 5 and more than 5 are 12 at least.
    """
    ends = Ends() if base is None else Ends.of(Between(base, base))
    for one in milestones:
        own = one.counted if whole else one.figures
        ends = ends.plus(Ends.of(own))
        figures = ends.figures()
        yield one if figures is None or figures == own else one.stating(figures)
