"""What the marks of a sheet come to: a missing mark makes a range, never a zero."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

import attrs

from careplan.base.exact import Exact, tidy
from careplan.base.truth import Outcome, Truth
from careplan.criteria.nodes import TRUE
from careplan.criteria.steps import Facts
from careplan.display.result import Result
from careplan.documents.clauses import Reading
from careplan.documents.encoded import pick, ways
from careplan.documents.scales.sheets import Band, Line, Marking, Scorecard
from careplan.fields.declaring import Noun
from careplan.verbs.scoring.items import ItemScore
from careplan.verbs.scoring.marks import shown_by
from careplan.verbs.scoring.standing import Standing


@attrs.frozen(kw_only=True, repr=False)
class Marked(Result):
    """A sheet with marks, and what these come to; `Score` says it.

    Sums are over the items that apply, and as if any does where it may be that none does.
    `room` is what was given of the room; whether it set marks is `room_ignored`. `on` is the day
    asked, if it was given.
    """

    sheet: Scorecard
    items: tuple[ItemScore, ...]
    readings: tuple[Reading, ...]
    room: Noun | None = None
    on: date | None = None

    @cached_property
    def standing(self) -> Standing:
        """Where the marks stand: the sums they can come to."""
        return Standing.of(self.items)

    @property
    def low(self) -> Exact:
        """The points already certain."""
        return self.standing.low()

    @property
    def high(self) -> Exact:
        """The points still possible."""
        return self.standing.high()

    @property
    def possible(self) -> tuple[Exact, Exact]:
        """The least and the most points there are, over the items that apply."""
        return self.standing.possible()

    @property
    def pass_mark(self) -> Line | None:
        """The mark to pass under the readings taken: points, a share of what applies, or None."""
        taken: Line | None = pick(self.sheet.pass_mark, self.taken())
        return taken

    @cached_property
    def outcome(self) -> Outcome:
        """MET if the pass mark is reached whatever the open items bring, and so on.

        NOT_MET as soon as an item fails that must pass; NOT_MEASURABLE where that is settled and
        no mark to pass is known; NOT_APPLICABLE if no item is for the subject.
        """
        at, line = self.standing, self.pass_mark
        if at.applying.none_can:
            return Outcome.NOT_APPLICABLE
        if at.applying.may_be_none:
            return Outcome.UNKNOWN
        if not at.can_reach(line):
            return Outcome.NOT_MET
        if at.may_fail or not (line is None or at.surely(line)):
            return Outcome.UNKNOWN
        return Outcome.NOT_MEASURABLE if line is None else Outcome.MET

    @property
    def passed(self) -> bool | None:
        """The outcome as a fact to state, e.g. `Room(acceptance_passed=score.passed)`."""
        return {Outcome.MET: True, Outcome.NOT_MET: False}.get(self.outcome)

    @property
    def open_items(self) -> tuple[str, ...]:
        """The keys of the items without a mark."""
        return tuple(one.item.key for one in self.items if one.lacks_mark)

    @property
    def failed_items(self) -> tuple[str, ...]:
        """The keys of the items that apply and fail, so that no points can pass the sheet."""
        return self._passing(Truth.FALSE)

    @property
    def items_to_pass(self) -> tuple[str, ...]:
        """The keys of the items that must pass and may still do either."""
        return self._passing(Truth.UNKNOWN)

    def _passing(self, truth: Truth) -> tuple[str, ...]:
        return tuple(one.item.key for one in self.items if (~one.passed & one.applies) is ~truth)

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
        """Whether a room was given that set no mark: an assessor gives the marks, not its facts.

        A room that only says which items are for it, and shows none of them, is not ignored.
        """
        if self.room is None or self.marking is Marking.ALL_OR_NOTHING:
            return False
        items, facts, taken = self.sheet.items, Facts(self.room, self.on), self.taken()
        if all(item.applies == TRUE for item in items):
            return True
        return any(shown_by(facts, item, taken)[0] is not None for item in items)

    @property
    def room_counts_under(self) -> tuple[Mapping[str, str], ...]:
        """The readings under which the facts of a room set the marks, each to score with."""
        found = ways(self.sheet.marking)
        return tuple(taken for taken, one in found if one is Marking.ALL_OR_NOTHING)

    def taken(self) -> dict[str, str]:
        """Return the option taken of every question of the sheet; the default of one not used."""
        said = {one.interpretation: one.option.id for one in self.readings}
        return {one.id: said.get(one, one.default) for one in self.sheet.questions}

    @property
    def needed(self) -> Exact | None:
        """What the open items must bring together, whichever items apply.

        None once the sheet cannot pass, and where no mark to pass is known.
        """
        line = self.pass_mark
        if line is None or self.outcome in {Outcome.NOT_MET, Outcome.NOT_APPLICABLE}:
            return None
        return self._short_of(line)

    def _short_of(self, line: Line) -> Exact:
        short = self.standing.short_of(line)
        return tidy(max(short, Fraction(0)))

    @cached_property
    def _cuts(self) -> tuple[tuple[Band, Line], ...]:
        """The bands with where each begins; none where no cut point is known."""
        cuts = self.sheet.cuts(self.taken(), self.on)
        return tuple((band, least) for band, least in cuts if least is not None)

    def _reaching(self, reaches: Callable[[Line], bool]) -> int:
        """Return how many bands are reached: who reaches one reaches those below it."""
        return bisect_left(self._cuts, 1, key=lambda cut: int(not reaches(cut[1])))

    @property
    def low_band(self) -> Band | None:
        """The band that is certain at least; None if it may be that none is reached."""
        at = self.standing
        if at.may_fail or at.applying.may_be_none:
            return None
        reached = self._reaching(at.surely)
        return self._cuts[reached - 1][0] if reached else None

    @property
    def high_band(self) -> Band | None:
        """The highest band that is possible; None if none is, or an item failed that must pass."""
        at = self.standing
        reached = 0 if at.applying.none_can else self._reaching(at.can_reach)
        return self._cuts[reached - 1][0] if reached else None

    @property
    def band(self) -> Band | None:
        """The band, once it is settled that it is this one."""
        return self.low_band if self.low_band == self.high_band else None

    @property
    def possible_bands(self) -> tuple[Band, ...]:
        """The bands from the lowest to the highest that is possible."""
        bands = [band for band, _ in self._cuts]
        if self.high_band is None:
            return ()
        first = 0 if self.low_band is None else bands.index(self.low_band)
        return tuple(bands[first : bands.index(self.high_band) + 1])

    @property
    def next_band(self) -> Band | None:
        """The lowest band that is possible and not certain by the points."""
        following = self._next
        return None if following is None else following[0]

    @property
    def needed_for_next(self) -> Exact | None:
        """What the open items must bring together for the next band; None without one."""
        following = self._next
        return None if following is None else self._short_of(following[1])

    @property
    def _next(self) -> tuple[Band, Line] | None:
        at, cuts = self.standing, self._cuts
        certain = self._reaching(at.surely)
        if at.applying.none_can or certain == len(cuts) or not at.can_reach(cuts[certain][1]):
            return None
        return cuts[certain]
