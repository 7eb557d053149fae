"""What is to be reached, by which dates: rates, counts and goals in words."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

import attrs

from careplan.base.errors import Problem
from careplan.base.exact import Exact, exact, ratio
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Document, Interpretation, unread
from careplan.documents.periods import Precision
from careplan.documents.rules import Cited
from careplan.documents.scales.milestones import Milestone, added_alike, in_order, summed
from careplan.fields.shapes import NAME, aside, at_least_one, kept, left_out
from careplan.nouns.counts import BASE, SLOTS, Measure, Measurement


@frozen(kw_only=True)
class Target(Cited):
    """Figures to reach, each by its date: a series of milestones in order, or a single one.

    The milestones are cumulative, unless they are `increments`: then each is what its period
    adds, and what is due by a date is the sum so far (`owed`) on top of `base`, what there was
    before. Where no base is stated, measurements are of what was added since the start, else of
    the whole. What stands without a date stands last.

    `question` is the interpretation whose option the target holds `under`. A percentage may pass
    100 only if `may_exceed_whole` is True: a gross or a completion rate may, coverage may not.
    `acting` are the offices the text has reach it, empty where it names nobody.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    measure: Measure
    milestones: tuple[Milestone, ...] = attrs.field(metadata=at_least_one(Milestone))
    increments: bool = attrs.field(default=False, metadata=left_out())
    base: Exact | None = None
    may_exceed_whole: bool | None = None
    question: Interpretation | None = None
    acting: tuple[Office, ...] = ()
    document: Document | None = aside()

    def _contradictions(self) -> Iterable[Problem]:
        measure = {"other_field": "measure", "other": self.measure}
        for index, one in enumerate(self.milestones):
            if one.figures is not None and self.measure is Measure.WORDS:
                yield Problem(f"milestones[{index}].value", "contradiction", one.value, measure)
            if one.of != SLOTS:  # a target has no columns
                yield Problem(f"milestones[{index}].of", "contradiction", one.of, measure)
        yield from in_order("milestones", self.milestones)
        yield from self._not_added() if self.increments else self._without_increments()
        for index, one in enumerate(self.owed):
            yield from self._too_large(f"milestones[{index}].value", *one.ends)
        if self.may_exceed_whole is True and self.measure is not Measure.PERCENT:
            yield Problem("may_exceed_whole", "contradiction", self.may_exceed_whole, measure)
        if self.question is not None:
            yield from unread(self.under, {self.question.id: self.question})

    def _not_added(self) -> Iterator[Problem]:
        """Yield why figures cannot be added up: words, or several strengths."""
        for index, one in enumerate(self.milestones):
            if one.value is None:
                words = {"other_field": f"milestones[{index}].value", "other": None}
                yield Problem("increments", "contradiction", self.increments, words)
        yield from added_alike("milestones", self.milestones)

    def _without_increments(self) -> Iterator[Problem]:
        if self.base is not None:
            other = {"other_field": "increments", "other": self.increments}
            yield Problem("base", "contradiction", self.base, other)

    def _too_large(self, path: str, *figures: Exact) -> Iterator[Problem]:
        whole = BASE[Measure.PERCENT]
        capped = self.measure is Measure.PERCENT and self.may_exceed_whole is not True
        over = [figure for figure in figures if capped and ratio(figure) > whole]
        if over:
            yield Problem(path, "too_large", over[-1], {"maximum": whole})

    @property
    def owed(self) -> tuple[Milestone, ...]:
        """What is to be reached by each date: as printed, or of increments the sum so far."""
        return self._owed

    @cached_property
    def _owed(self) -> tuple[Milestone, ...]:
        return tuple(summed(self.milestones, self.base)) if self.increments else self.milestones

    def dates(self) -> dict[date, Precision | None]:
        """Return each date on which something falls due, in order, and how exactly it is said."""
        dated = ((one.due, one.precision) for one in self.milestones if one.due is not None)
        return dict(dated)

    def misfits(self, report: "Measurement") -> Iterable[Problem]:
        """Yield why a measurement is none of this target: a share of a count, or more than all."""
        whole = BASE[self.measure]
        if report.value is not None:
            yield from self._too_large("value", exact(report.value))
        elif self.measure is Measure.COUNT:
            yield Problem("value", "share_for_count", report.part)
        elif self.may_exceed_whole is not True and ratio(report.figure(self.measure)) > whole:
            all_of_it = {"other_field": "whole", "other": report.whole}
            yield Problem("part", "contradiction", report.part, all_of_it)
