"""What a locality, or all of them together, owe and lack, as clauses of a sentence."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Protocol

from careplan.base.exact import ratio, tidy
from careplan.base.messages import say, show
from careplan.base.truth import Outcome
from careplan.display.ranges import Range
from careplan.documents.periods import Precision
from careplan.documents.scales.ledgers import Column
from careplan.documents.scales.milestones import Milestone
from careplan.documents.wording.milestones import figure_text
from careplan.verbs.tracking.milestones import weaker
from careplan.verbs.tracking.shown.words import due_name, owed_figure, so_many, state_word, whole

Off = Range | Fraction | int | None


class Standing(Protocol):
    """What the row of a locality and the total of a ledger share."""

    @property
    def on(self) -> date:
        """The day asked."""

    @property
    def column(self) -> Column:
        """What is counted."""

    @property
    def due(self) -> Milestone | None:
        """What is due."""

    @property
    def next(self) -> Milestone | None:
        """What comes next."""

    @property
    def short_of_due(self) -> Off:
        """How many are short of what is due."""

    @property
    def over_due(self) -> Off:
        """How many are over the most that is due."""

    @property
    def short_of_next(self) -> Off:
        """How many are short of what comes next."""

    @property
    def over_next(self) -> Off:
        """How many are over the most that comes next."""

    @property
    def pace_per_month(self) -> Off:
        """How many a month reach what comes next."""

    @property
    def owed(self) -> tuple[Milestone, ...]:
        """All that is owed."""

    def outcome_of(self, due: Milestone | None) -> Outcome:
        """Say how it stands with a milestone."""


def standing_texts(
    one: Standing, precision: Precision | None, language: str, *, silent: bool
) -> Iterator[str]:
    """Yield what is due, what is due beside it, and what comes next.

    Of what is `silent`, as nothing is reported, nothing can be said to lack.
    """
    if one.due is None:
        yield say("tracking.due_none", language)
    else:
        due = due_name(one.due.due, precision, language)
        figure = owed_figure(one.due, one.column, language)
        said = say("tracking.due_by", language, due=due, figure=figure)
        yield _joined([said, *([] if silent else _off(one, language))], language)
    for beside in weaker(one.owed, one.on):
        yield say(
            "tracking.weaker_by",
            language,
            due=due_name(beside.due, precision, language),
            strength=show(beside.strength, language),
            figure=so_many(figure_text(beside, language), one.column, language),
            state=state_word(one.outcome_of(beside), language),
        )
    yield _joined(_coming(one, precision, language, silent=silent), language)


def _joined(clauses: Iterable[str], language: str) -> str:
    return say("tracking.comma", language).join(clauses)


def _off(one: Standing, language: str) -> Iterator[str]:
    """Yield whether what is due is reached, and how far off it is."""
    short, over = ranged(one.short_of_due), ranged(one.over_due)
    if over is not None and over.low:
        yield _over(over, one.column, language)
    elif short is not None and short.high:
        yield _short(short, one.column, language)
    elif one.outcome_of(one.due) is Outcome.MET:
        yield say("tracking.reached", language)


def _over(over: Range, column: Column, language: str) -> str:
    code = "tracking.over_by" if over.low == over.high else "tracking.over_by_least"
    return say(code, language, figure=so_many(over.low, column, language))


def _short(short: Range, column: Column, language: str) -> str:
    figure = so_many(short.high, column, language)
    if short.low == short.high:
        return say("tracking.short", language, figure=figure)
    return say("tracking.short_most", language, figure=figure)


def _coming(
    one: Standing, precision: Precision | None, language: str, *, silent: bool
) -> Iterator[str]:
    if one.next is None:
        yield say("tracking.next_none", language)
        return
    due = due_name(one.next.due, precision, language)
    figure = owed_figure(one.next, one.column, language)
    yield say("tracking.next_by", language, due=due, figure=figure)
    short, pace = ranged(one.short_of_next), ranged(one.pace_per_month)
    if silent or short is None or pace is None or pace.high is None:
        return
    over = ranged(one.over_next)
    if over is not None and over.low:
        yield _over(over, one.column, language)
        return
    if not short.high:
        if over is None or over.high == 0:  # else what is still to be reported may be too many
            yield say("tracking.reached", language)
        return
    yield _short(short, one.column, language)
    a_month = so_many(whole(pace.high), one.column, language)
    if pace.low == pace.high:
        yield say("tracking.pace", language, figure=a_month)
    else:
        yield say("tracking.pace_most", language, figure=a_month)


def ranged(figure: Off) -> Range | None:
    """Return a figure as a range, that of one figure too."""
    if figure is None or isinstance(figure, Range):
        return figure
    return Range(tidy(ratio(figure)), tidy(ratio(figure)))
