"""Where a target stands on a day: its newest figure beside what is due, and each milestone."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import assert_never

import attrs

from careplan.base.exact import Exact
from careplan.base.messages import say, show
from careplan.base.truth import Outcome
from careplan.display.cells import Row, member, text
from careplan.display.result import Result
from careplan.display.views.parts import (
    Answer,
    Detail,
    Grid,
    Head,
    Nested,
    Role,
    View,
    line,
    part,
)
from careplan.documents.clauses import Clause, Reading
from careplan.documents.scales.between import Between
from careplan.documents.scales.milestones import Milestone, Strength, due_and_next, rank
from careplan.documents.scales.targets import Target
from careplan.documents.wording.citing import cited, reading_lines, readings
from careplan.documents.wording.made import made_lines
from careplan.documents.wording.milestones import figure_text, joined, notes, words_text
from careplan.nouns.counts import Measure, Measurement
from careplan.verbs.tracking.milestones import end_cells
from careplan.verbs.tracking.shown.source import source
from careplan.verbs.tracking.shown.words import MARKS, due_name, sentence, state, state_word


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


@attrs.frozen(kw_only=True, repr=False)
class TargetProgress(Result):
    """Where a target stands on a day: the newest figure beside what is due.

    `due` decides: of the milestones whose date has come the strongest kind (binding, then striven
    for, then expected), by the latest of them. The rest are reported beside it, each with its own
    outcome (`standings`).
    """

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

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show the figure beside what is due, and of several milestones each."""
        title = show(self.target.title, language)
        said = sentence(self._clauses(language), language)
        parts = []
        if len(self.standings) > 1:
            parts.append(part("", self._grid(language)))
        if self.readings:
            lines = tuple(reading_lines(self.readings, language))
            parts.append(part(say("tracking.readings", language), Nested(lines)))
        return View(
            title=title,
            source=source(self.target.document, self.clause, language),
            answer=Answer(said, MARKS[self.outcome], state_word(self.outcome, language)),
            parts=tuple(parts),
            notes=tuple(sentence([one], language) for one in self._remarks(language)),
        )

    def _clauses(self, language: str) -> Iterator[str]:
        """Yield the newest figure, then what is due and how far it is off, and what comes next."""
        title, decides = self.target.title, self._deciding
        if self.measured is None:
            yield say("tracking.has_none", language, place=title)
        else:
            figure, on = self._figure(show(self.figure, language), language), self.measured.on
            yield say("tracking.target.figure", language, title=title, figure=figure, on=on)
        said = [self._asked(decides.milestone, language), *self._off(language)]
        yield say("tracking.comma", language).join(said)
        if self.due is not None and self.next is not None:
            yield self._asked(self.next, language)

    def _asked(self, milestone: Milestone, language: str) -> str:
        """Say what a milestone asks for, and by when."""
        due = due_name(milestone.due, milestone.precision, language)
        if milestone.figures is None:
            words = words_text(milestone, language)
            return say("tracking.target.words_by", language, due=due, words=words)
        figure = self._owed(milestone, language)
        if milestone.due is None:
            return say("tracking.target.undated", language, figure=figure)
        if milestone.due <= self.on:
            return say("tracking.due_by", language, due=due, figure=figure)
        return say("tracking.next_by", language, due=due, figure=figure)

    def _off(self, language: str) -> Iterator[str]:
        decides = self._deciding
        if decides.short_by:
            short = show(decides.short_by, language)
            if self.target.measure is Measure.PERCENT:
                short = say("tracking.target.points", language, number=short)
            yield say("tracking.target.off", language, figure=short)
        elif decides.outcome is Outcome.MET:
            yield say("tracking.reached", language)

    def _owed(self, milestone: Milestone, language: str) -> str:
        """Say a figure in the measure, or a goal in words, of what it is, and how it is meant."""
        figure = (
            words_text(milestone, language)
            if milestone.figures is None
            else self._figure(figure_text(milestone, language), language)
        )
        beside = joined(notes(milestone, language), language)
        return say("milestone", language, figure=figure, notes=beside) if beside else figure

    def _figure(self, figure: str, language: str) -> str:
        return say(f"tracking.measure.{self.target.measure.value}", language, figure=figure)

    def _grid(self, language: str) -> Grid:
        """Return each milestone with its own outcome."""
        return Grid(
            label=show(self.target.title, language),
            heads=(
                Head(say("tracking.head.when", language), Role.NAME),
                Head(say("tracking.head.due", language)),
                Head(say("tracking.head.state", language), Role.STATE),
            ),
            lines=tuple(
                line(
                    due_name(one.milestone.due, one.milestone.precision, language),
                    self._owed(one.milestone, language),
                    state(one.outcome, language),
                )
                for one in self.standings
            ),
            one_line=True,
        )

    def _remarks(self, language: str) -> Iterator[str]:
        """Yield why it is judged so, and what is to be known of the figures."""
        target, decides = self.target, self._deciding
        why = decides.why()
        if why is not None:
            yield say(why, language)
        if len(self.standings) == 1:
            yield from _beside(decides.milestone, language)
        if target.increments:
            code = "progress.added" if target.base is None else "progress.added_to_base"
            yield say(code, language, base=target.base)

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
