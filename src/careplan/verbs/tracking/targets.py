"""Where a target stands on a day: its newest figure beside what is due, and each milestone."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar, assert_never

import attrs

from careplan.base.exact import Exact
from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.display.cells import Row, member, text
from careplan.display.phrases import INDENT, indented
from careplan.display.result import Result
from careplan.documents.clauses import Clause, Reading
from careplan.documents.scales.between import Between
from careplan.documents.scales.milestones import Milestone, Strength, due_and_next, rank
from careplan.documents.scales.targets import Target
from careplan.documents.wording.citing import cited, clause_line, reading_lines, readings
from careplan.documents.wording.made import made_lines
from careplan.documents.wording.milestones import required_text
from careplan.nouns.counts import Measure, Measurement
from careplan.verbs.tracking.milestones import end_cells, noted


@attrs.frozen(kw_only=True)
class MilestoneStanding:
    """Where one milestone of a target stands on a day: the newest figure beside its own."""

    target: Target
    milestone: Milestone
    on: date
    measured: Measurement | None

    @property
    def figure(self) -> Exact | None:
        """The newest figure, in the target's measure."""
        return None if self.measured is None else self.measured.figure(self.target.measure)

    @property
    def is_due(self) -> bool:
        """Whether the milestone's date has come."""
        return self.milestone.due is not None and self.milestone.due <= self.on

    @property
    def is_older(self) -> bool:
        """Whether the newest figure is older than the date, which has come."""
        due, measured = self.milestone.due, self.measured
        return self.is_due and due is not None and measured is not None and measured.on < due

    @property
    def stale(self) -> bool:
        """Whether the newest figure is older than the date, and so says nothing of it.

        An older count that had reached its milestone is not: what was built by then is there.
        """
        figures = self.milestone.figures
        open_above = figures is not None and figures.high is None
        stays = self.target.measure is Measure.COUNT and open_above and self._holds
        return self.is_older and not stays

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE before the date, UNKNOWN without a figure that says how it stands then.

        Without a date it is MET once it is reached, and UNKNOWN until then; a goal in words is
        NOT_MEASURABLE.
        """
        if self.milestone.figures is None:
            return Outcome.NOT_MEASURABLE
        if self.milestone.due is None:
            return Outcome.MET if self._holds else Outcome.UNKNOWN
        if not self.is_due:
            return Outcome.NOT_APPLICABLE
        if self.figure is None or self.stale:
            return Outcome.UNKNOWN
        return Outcome.MET if self._holds else Outcome.NOT_MET

    @property
    def short_by(self) -> Exact | None:
        """How far the figure is off, 0 if it holds; None without one, or if it is stale."""
        figures = self.milestone.figures
        if self.figure is None or figures is None or self.stale:
            return None
        return figures.off(self.figure)

    @property
    def _holds(self) -> bool:
        figure, figures = self.figure, self.milestone.figures
        return figure is not None and figures is not None and figures.holds(figure)

    def why(self) -> str | None:
        """Return the sentence that explains the outcome beside the figures, if one has to."""
        if self.milestone.figures is None:
            return None
        if self.milestone.due is None:
            return "target.no_date"
        if not self.is_due:
            return "target.not_due"
        if self.measured is None:
            return "target.unmeasured"
        if self.is_older:
            return "target.stale" if self.stale else "target.stays"
        return None

    def told(self, language: str) -> str:
        """Say the milestone, with its operator and what stands beside it."""
        return noted(required_text(self.milestone, language), self.milestone, language)

    def line(self, language: str) -> str:
        """Say the milestone and its own outcome."""
        said = self.told(language)
        return say("target.milestone", language, milestone=said, outcome=self.outcome)


@attrs.frozen(kw_only=True, repr=False)
class TargetProgress(Result):
    """Where a target stands on a day: the newest figure beside what is due.

    `due` decides: of the milestones whose date has come the strongest kind (binding, then striven
    for, then expected), by the latest of them. The rest are reported beside it, each with its own
    outcome (`standings`).
    """

    shown: ClassVar[str] = "target figure op target_value due_on outcome short_by"

    target: Target
    on: date
    measured: Measurement | None

    @property
    def clause(self) -> Clause:
        """The clause that sets the target."""
        return self.target.clause

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The reading the target holds under, if it holds under one only."""
        question, under = self.target.question, self.target.under
        if question is None or under is None:
            return ()
        return (Reading(question, question.option(under[1])),)

    @property
    def figure(self) -> Exact | None:
        """The newest figure, in the target's measure."""
        return self._deciding.figure

    @property
    def due(self) -> Milestone | None:
        """What is due, and decides; None before the first date, and without dates."""
        return self._due_and_next[0]

    @property
    def next(self) -> Milestone | None:
        """What is due next; None after the last date, and without dates."""
        return self._due_and_next[1]

    @property
    def standings(self) -> tuple[MilestoneStanding, ...]:
        """Each milestone by itself, in order; of increments the sums so far."""
        return self._standings

    @property
    def is_due(self) -> bool:
        """Whether a date of the target has come."""
        return self.due is not None

    @property
    def is_older(self) -> bool:
        """Whether the newest figure is older than the date that is due."""
        return self._deciding.is_older

    @property
    def stale(self) -> bool:
        """Whether the newest figure is older than the date that is due, and so says nothing of it.

        An older count that had reached its target is not: what was built by then is there.
        """
        return self._deciding.stale

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE before the date, UNKNOWN without a figure that says how it stands then.

        A target without a date is MET once it is reached, and UNKNOWN until then; where words
        are due it is NOT_MEASURABLE.
        """
        return self._deciding.outcome

    @property
    def short_by(self) -> Exact | None:
        """How far the figure is from what is due, or else next; 0 if it holds.

        None without a figure, or if it is stale.
        """
        return self._deciding.short_by

    @cached_property
    def _due_and_next(self) -> tuple[Milestone | None, Milestone | None]:
        return due_and_next(self.target.owed, self.on)

    @cached_property
    def _standings(self) -> tuple[MilestoneStanding, ...]:
        return tuple(
            MilestoneStanding(target=self.target, milestone=one, on=self.on, measured=self.measured)
            for one in self.target.owed
        )

    @cached_property
    def _deciding(self) -> MilestoneStanding:
        """What the answer is by: what is due, else what comes next, else what has no date."""
        asked = self.due or self.next or min(self.target.owed, key=rank)
        return next(one for one in self.standings if one.milestone is asked)

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.target, on=self.on, readings=self.readings)

    def _lines(self, language: str) -> Iterator[str]:
        """Say where a target stands: of several milestones, each."""
        target, decides = self.target, self._deciding
        yield clause_line(target.clause, target.id, self.outcome, language)
        several = len(self.standings) > 1
        yield INDENT + (self._several(language) if several else self._single(language))
        why = decides.why()
        if why is not None:
            yield INDENT + say(why, language)
        one_by_one = (one.line(language) for one in self.standings)
        yield from indented(one_by_one if several else _beside(decides.milestone, language))
        if target.increments:
            code = "progress.added" if target.base is None else "progress.added_to_base"
            yield INDENT + say(code, language, base=target.base)
        yield from indented(reading_lines(self.readings, language))

    def _single(self, language: str) -> str:
        decides = self._deciding
        dated = decides.milestone.due is not None
        in_words = decides.milestone.figures is None
        return say(
            ("target.words" if dated else "target.words_undated")
            if in_words
            else ("target" if dated else "target.undated"),
            language,
            title=self.target.title,
            figure=self.figure,
            required=required_text(decides.milestone, language),
            measure=self.target.measure,
            due=decides.milestone.due,
        )

    def _several(self, language: str) -> str:
        told = {one.milestone: one.told(language) for one in self.standings}
        none = say("empty", language)
        return say(
            "target.several",
            language,
            title=self.target.title,
            figure=self.figure,
            measure=self.target.measure,
            due=none if self.due is None else told[self.due],
            next=none if self.next is None else told[self.next],
        )

    def _rows(self) -> Iterator[Row]:
        """Yield a row for each milestone, with its own outcome."""
        for one in self.standings:
            yield {**self._row_of(one), "decides": one is self._deciding}

    def _row_of(self, one: MilestoneStanding) -> Row:
        target, measured, milestone = self.target, self.measured, one.milestone
        band = isinstance(milestone.value, Between)
        return {
            "target": target.key,
            **cited(target.clause),
            **text("title", target.title),
            **member("measure", target.measure),
            "op": None if band else str(milestone.op.value),
            "target_value": None if isinstance(milestone.value, Between) else milestone.value,
            **end_cells("target", milestone),
            "due_on": milestone.due,
            **member("strength", milestone.strength),
            **text("scope", milestone.scope),
            "forecast": milestone.strength is Strength.EXPECTED,
            "on": self.on,
            "measured_on": None if measured is None else measured.on,
            "figure": self.figure,
            "stale": one.stale,
            **member("outcome", one.outcome),
            "short_by": one.short_by,
            "readings": readings(self.readings),
        }


def _beside(milestone: Milestone, language: str) -> Iterator[str]:
    """Yield what is to be known of the one figure of a target beside its date."""
    if milestone.words is not None:
        yield say("target.goal", language, words=milestone.words)
    if milestone.scope is not None:
        yield say("target.scope", language, scope=milestone.scope)
    match milestone.strength:
        case Strength.BINDING:
            return
        case Strength.STRIVEN_FOR:
            yield say("target.striven_for", language)
        case Strength.EXPECTED:
            yield say("target.forecast", language)
        case _:
            assert_never(milestone.strength)
