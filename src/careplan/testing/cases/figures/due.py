"""What is due on a day, and whether figures reach it: reckoned from the milestones alone."""

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from careplan.base.exact import Exact, ratio
from careplan.base.truth import Outcome
from careplan.criteria.signs import Op
from careplan.documents.scales.between import Between
from careplan.documents.scales.milestones import Milestone, Strength
from careplan.testing.cases.pivots import HOLDS

Reported = tuple[date, Exact]  # when it was counted or measured, and how much it was
_BOUNDED = {Op.LE, Op.LT, Op.EQ}


@attrs.frozen
class Series:
    """Milestones, of which the strongest kind decides, by the latest whose day has come.

    `stays`: what was built by a day is there later, so that an older figure that reaches what has
    no upper end is not stale.
    """

    milestones: Sequence[Milestone]
    stays: bool = False

    def due(self, on: date) -> Milestone | None:
        """Return what decides on a day; None before the first date."""
        past = [one for one in self._dated() if self._day(one) <= on]
        return max(_strongest(past), key=self._day, default=None)

    def deciding(self, on: date) -> Milestone:
        """Return what decides, or else what comes next, or else what has no date."""
        due = self.due(on)
        if due is not None:
            return due
        if dated := self._dated():
            first = min(map(self._day, dated))
            return _strongest(one for one in dated if one.due == first)[0]
        return _strongest(self.milestones)[0]

    def outcome(self, on: date, reported: Reported | None) -> Outcome:
        """Return how one figure stands on a day with what decides."""
        asked = self.deciding(on)
        if asked.value is None:
            return Outcome.NOT_MEASURABLE
        reached = reported is not None and reaches(asked, reported[1])
        if asked.due is None:
            return Outcome.MET if reached else Outcome.UNKNOWN
        if asked.due > on:
            return Outcome.NOT_APPLICABLE
        if reported is None or not self._counts(asked, asked.due, reported):
            return Outcome.UNKNOWN
        return Outcome.MET if reached else Outcome.NOT_MET

    def together(self, on: date, reported: Iterable[Reported | None]) -> Outcome:
        """Return how several figures stand together; what is lacking, or older, may be any."""
        asked = self.due(on)
        if asked is None or asked.due is None:
            return Outcome.NOT_APPLICABLE
        listed = list(reported)
        fresh = [one[1] for one in listed if one is not None and one[0] >= asked.due]
        total = sum(map(ratio, fresh))
        if len(fresh) == len(listed):
            return Outcome.MET if reaches(asked, total) else Outcome.NOT_MET
        if not is_bounded(asked) and reaches(asked, total):
            return Outcome.MET
        return Outcome.NOT_MET if is_over(asked, total) else Outcome.UNKNOWN

    def _counts(self, asked: Milestone, due: date, reported: Reported) -> bool:
        at, figure = reported
        return at >= due or (self.stays and not is_bounded(asked) and reaches(asked, figure))

    def _dated(self) -> list[Milestone]:
        return [one for one in self.milestones if one.due is not None]

    def _day(self, milestone: Milestone) -> date:
        return date.max if milestone.due is None else milestone.due


def _strongest(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return those of the strongest kind that there is."""
    listed = list(milestones)
    each = ([one for one in listed if one.strength is strength] for strength in Strength)
    return next((found for found in each if found), [])


def reaches(milestone: Milestone, figure: Exact) -> bool:
    """Say whether a figure reaches a milestone, which is none in words."""
    match milestone.value:
        case Between(low=low, high=high, above=above, below=below):
            enough = low is None or _holds(Op.GT if above else Op.GE, figure, low)
            return enough and (high is None or _holds(Op.LT if below else Op.LE, figure, high))
        case None:
            return False
        case value:
            return _holds(milestone.op, figure, value)


def is_bounded(milestone: Milestone) -> bool:
    """Say whether a figure can be too large for a milestone."""
    if isinstance(milestone.value, Between):
        return milestone.value.high is not None
    return milestone.op in _BOUNDED


def is_over(milestone: Milestone, figure: Exact) -> bool:
    """Say whether neither a figure nor a larger one reaches a milestone."""
    if not is_bounded(milestone) or reaches(milestone, figure):
        return False
    return ratio(figure) >= ratio(milestone.ends[-1])


def _holds(op: Op, figure: Exact, value: Exact) -> bool:
    beside = ratio(figure) - ratio(value)
    return HOLDS[op][(beside > 0) - (beside < 0) + 1]
