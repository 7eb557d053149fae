"""The score of a sheet: a missing mark makes a range, never a zero."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

import attrs

from careplan.base.exact import Exact, tidy
from careplan.base.messages import say
from careplan.base.truth import Outcome, Truth
from careplan.criteria.nodes import TRUE
from careplan.criteria.steps import Facts
from careplan.display.cells import Row, member
from careplan.display.phrases import indented
from careplan.display.result import Result
from careplan.documents.clauses import Reading
from careplan.documents.encoded import pick, ways
from careplan.documents.scales.sheets import Band, Line, Marking, Scorecard, Share
from careplan.documents.wording.citing import reading_lines, readings
from careplan.documents.wording.made import made_lines
from careplan.fields.declaring import Noun
from careplan.verbs.scoring.items import ItemScore
from careplan.verbs.scoring.marks import shown_by
from careplan.verbs.scoring.standing import Standing


@attrs.frozen(kw_only=True, repr=False)
class Score(Result):
    """A sheet scored as far as marks are given: a range, and what is still needed to pass.

    Sums are over the items that apply, and as if any does where it may be that none does.
    `room` is what was given of the room; whether it set marks is `room_ignored`. `on` is the day
    asked, if it was given.
    """

    shown: ClassVar[str] = "item label_zh label_en low_points high_points max_points"

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

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.sheet, on=self.on, readings=self.readings)

    def _lines(self, language: str) -> Iterator[str]:
        yield say(
            "score",
            language,
            title=self.sheet.title,
            locator=self.sheet.clause.locator,
            points=self._points(language),
            line=_line(self.pass_mark, language),
            outcome=self.outcome,
        )
        for item in self.items:
            yield from indented(item.lines(self.sheet.noun(), language))
        yield from indented(self._standing_lines(language))
        yield from indented(self._band_lines(language))
        yield from indented(self._room_ignored(language))
        yield from indented(reading_lines(self.readings, language))

    def _points(self, language: str) -> str:
        points = _span("score.points", self.low, self.high, language)
        for_all = all(item.applies == TRUE for item in self.sheet.items)
        if for_all and not isinstance(self.pass_mark, Share):
            return points
        of = _span("score.points", *self.possible, language)
        return say("score.points_of", language, points=points, possible=of)

    def _standing_lines(self, language: str) -> Iterator[str]:
        """Say what is needed to pass, and what no points can mend."""
        by_key = {one.item.key: one.item.label for one in self.items}
        if self.failed_items:
            failed = tuple(by_key[key] for key in self.failed_items)
            yield say("score.vetoed", language, items=failed)
        elif self.outcome is Outcome.NOT_MET:
            yield say("score.out_of_reach", language)
        if self.needed is not None:
            code = "score.needed" if self.needed != 0 else "score.enough"
            yield say(code, language, needed=self.needed)

    def _band_lines(self, language: str) -> Iterator[str]:
        """Say which bands are possible, and what the next one needs."""
        if not self.sheet.bands:
            return
        if not self._cuts:
            bands = tuple(band.label for band in self.sheet.bands)
            yield say("score.no_cuts", language, bands=bands)
        elif self.high_band is None:
            yield say("score.no_band", language)
        elif self.band is not None:
            yield say("score.band", language, band=self.band.label)
        else:
            bands = tuple(band.label for band in self.possible_bands)
            code = "score.bands_or_none" if self.low_band is None else "score.bands"
            yield say(code, language, bands=bands)
        if self.next_band is not None:
            needed = self.needed_for_next
            yield say("score.next_band", language, band=self.next_band.label, needed=needed)

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
        line, (least, most) = self.pass_mark, self.possible
        low_band, high_band = self.low_band, self.high_band
        whole: Row = {
            "total_low": self.low,
            "total_high": self.high,
            "pass_mark": None if isinstance(line, Share) else line,
            **member("outcome", self.outcome),
            "room_ignored": self.room_ignored,
            "possible_low": least,
            "possible_high": most,
            "pass_share": line.value if isinstance(line, Share) else None,
            "low_band": None if low_band is None else low_band.key,
            "high_band": None if high_band is None else high_band.key,
        }
        for scored in self.items:
            yield {
                "sheet": self.sheet.key,
                **scored.cells(),
                **whole,
                "readings": readings(self.readings),
            }


def _line(line: Line | None, language: str) -> str:
    """Say the mark to pass."""
    match line:
        case None:
            return say("score.no_line", language)
        case Share():
            return say("score.line.share", language, share=line.told(language))
        case _:
            return say("score.line", language, pass_mark=line)


def _span(code: str, low: Exact, high: Exact, language: str) -> str:
    """Say points that are known within bounds."""
    return say(code if low != high else f"{code}.exact", language, low=low, high=high)
