"""Compare what was measured or counted with what was to be reached, on a day the caller names."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, overload

import attrs

from careplan.base.errors import (
    InvalidInput,
    Problem,
    UnknownInInput,
    beside,
    check_type,
    not_found,
)
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.messages import say
from careplan.base.truth import Outcome
from careplan.criteria.nodes import Op
from careplan.display.cells import Row, member, text
from careplan.display.phrases import INDENT, indented
from careplan.display.result import Result
from careplan.documents.clauses import Clause, Reading
from careplan.documents.scales.targets import Ledger, Target
from careplan.documents.wording.citing import cited, clause_line, reading_lines, readings
from careplan.fields.checking import required
from careplan.fields.declaring import Noun
from careplan.fields.kinds import DayKind, ItemsKind
from careplan.nouns.counts import Measure, Measurement, SlotCount
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.localities import RowProgress

# Operators of a figure to be reached: a count that has reached it is not undone by time.
_REACHED = (Op.GE, Op.GT)


@attrs.frozen(kw_only=True, repr=False)
class TargetProgress(Result):
    """Where a target stands on a day: the newest figure beside the one that is due."""

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
        return None if self.measured is None else self.measured.figure(self.target.measure)

    @property
    def is_due(self) -> bool:
        """Whether the target's date has come."""
        return self.target.due is not None and self.target.due <= self.on

    @property
    def is_older(self) -> bool:
        """Whether the newest figure is older than the date that is due."""
        due, measured = self.target.due, self.measured
        return self.is_due and due is not None and measured is not None and measured.on < due

    @property
    def stale(self) -> bool:
        """Whether the newest figure is older than the date that is due, and so says nothing of it.

        An older count that had reached its target is not: what was built by then is there.
        """
        stays = self.target.measure is Measure.COUNT and self.target.op in _REACHED
        return self.is_older and not (stays and self._holds)

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE before the date, UNKNOWN without a figure that says how it stands then.

        A target without a date is MET once it is reached, and UNKNOWN until then.
        """
        if self.target.value is None:
            return Outcome.NOT_MEASURABLE
        if self.target.due is None:
            return Outcome.MET if self._holds else Outcome.UNKNOWN
        if not self.is_due:
            return Outcome.NOT_APPLICABLE
        if self.figure is None or self.stale:
            return Outcome.UNKNOWN
        return Outcome.MET if self._holds else Outcome.NOT_MET

    @property
    def short_by(self) -> Exact | None:
        """How far the figure is from the target, 0 if it holds; None without one, or if stale."""
        if self.figure is None or self.target.value is None or self.stale:
            return None
        if self._holds:
            return 0
        return tidy(abs(ratio(self.target.value) - ratio(self.figure)))

    @property
    def _holds(self) -> bool:
        figure, value = self.figure, self.target.value
        return figure is not None and value is not None and self.target.op.holds(figure, value)

    def _lines(self, language: str) -> Iterator[str]:
        """Say where a target stands."""
        target = self.target
        yield clause_line(target.clause, target.id, self.outcome, language)
        yield INDENT + say(
            ("target" if target.due is not None else "target.undated")
            if target.value is not None
            else ("target.words" if target.due is not None else "target.words_undated"),
            language,
            title=target.title,
            figure=self.figure,
            op=target.op,
            value=target.value,
            measure=target.measure,
            due=target.due,
        )
        why = self._why()
        if why is not None:
            yield INDENT + say(why, language)
        if target.forecast:
            yield INDENT + say("target.forecast", language)
        yield from indented(reading_lines(self.readings, language))

    def _why(self) -> str | None:
        """Return what explains an outcome beside the figures: dates, or that there is no figure."""
        if self.target.value is None:
            return None
        if self.target.due is None:
            return "target.no_date"
        if not self.is_due:
            return "target.not_due"
        if self.measured is None:
            return "target.unmeasured"
        if self.is_older:
            return "target.stale" if self.stale else "target.stays"
        return None

    def row(self) -> Row:
        """Return where the target stands as one flat row."""
        target, measured = self.target, self.measured
        return {
            "target": target.key,
            **cited(target.clause),
            **text("title", target.title),
            **member("measure", target.measure),
            "op": str(target.op.value),
            "target_value": target.value,
            "due_on": target.due,
            "forecast": target.forecast,
            "on": self.on,
            "measured_on": None if measured is None else measured.on,
            "figure": self.figure,
            "stale": self.stale,
            **member("outcome", self.outcome),
            "short_by": self.short_by,
            "readings": readings(self.readings),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.row()


# What becomes of reports dated after the day asked about.
LATER = ("refuse", "ignore")


@overload
def track_progress(
    goal: Ledger, reports: Iterable[SlotCount], *, on: date, later: str = "refuse"
) -> LedgerProgress: ...
@overload
def track_progress(
    goal: Target, reports: Iterable[Measurement], *, on: date, later: str = "refuse"
) -> TargetProgress: ...
def track_progress(
    goal: Ledger | Target,
    reports: Iterable[SlotCount] | Iterable[Measurement],
    *,
    on: date,
    later: str = "refuse",
) -> LedgerProgress | TargetProgress:
    """Compare counts with a ledger, or measurements with a target, as of the day `on`.

    The newest report dated at most `on` counts; a fall is no error. Raises InvalidInput,
    all problems at once, for a report after `on` (unless `later` is "ignore", so that a whole
    history may be passed), two different figures of one day, or a locality the ledger does
    not have (then a NotFound as well, with a suggestion).

    >>> import careplan as cp
    >>> from datetime import date
    >>> ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    >>> counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
    >>> row = cp.track_progress(ledger, counts, on=date(2024, 9, 30))["大洼街道"]
    >>> row.outcome, row.short_of_next, row.pace_per_month
    (Outcome.MET, 41, Fraction(41, 3))
    """
    check_type(goal, (Ledger, Target), "goal")
    noun: type[Noun] = SlotCount if isinstance(goal, Ledger) else Measurement
    problems: list[Problem] = []
    day: date = required(DayKind(), on, "on", problems)
    if later not in LATER:
        problems.append(Problem("later", "not_an_option", later, {"options": ", ".join(LATER)}))
    listed: tuple[Any, ...] = required(ItemsKind(noun), reports, "reports", problems)
    if problems:
        raise InvalidInput(problems)
    if isinstance(goal, Ledger):
        counts: tuple[SlotCount, ...] = listed
        newest = _newest_counts(counts, goal, day, later)
        rows = tuple(
            RowProgress(row=row, on=day, count=newest.get(row.locality)) for row in goal.rows
        )
        return LedgerProgress(ledger=goal, on=day, rows=rows)
    measured = _newest_measurement(listed, goal, day, later)
    return TargetProgress(target=goal, on=day, measured=measured)


def _newest_counts(
    counts: tuple[SlotCount, ...], ledger: Ledger, on: date, later: str
) -> Mapping[str, SlotCount]:
    names = {row.locality: row for row in ledger.rows}
    strange = [index for index, count in enumerate(counts) if count.locality not in names]
    unknown = not_found("locality", (counts[index].locality for index in strange), names)
    problems = [
        Problem(f"reports[{index}].locality", "not_found", one.name, one.parameters())
        for index, one in zip(strange, unknown, strict=False)  # no more are listed
    ]
    figures: list[tuple[str, date, Exact]] = [(one.locality, one.on, one.slots) for one in counts]
    problems += _clashes(figures, on, later)
    if unknown:
        raise UnknownInInput(problems, unknown[0])
    if problems:
        raise InvalidInput(problems)
    counted = (count for count in counts if count.on <= on)
    return {count.locality: count for count in sorted(counted, key=lambda count: count.on)}


def _newest_measurement(
    reports: tuple[Measurement, ...], target: Target, on: date, later: str
) -> Measurement | None:
    problems = [
        attrs.evolve(problem, path=beside(f"reports[{index}]", problem.path))
        for index, report in enumerate(reports)
        for problem in target.misfits(report)
    ]
    if not problems:
        figures = [("", one.on, one.figure(target.measure)) for one in reports]
        problems = _clashes(figures, on, later)
    if problems:
        raise InvalidInput(problems)
    measured = (report for report in reports if report.on <= on)
    return max(measured, key=lambda report: report.on, default=None)


def _clashes(figures: list[tuple[str, date, Exact]], on: date, later: str) -> list[Problem]:
    """Find figures dated after `on` that are refused, and different ones of one place and day."""
    problems = []
    known: dict[tuple[str, date], Exact] = {}
    for index, (place, day, figure) in enumerate(figures):
        path = f"reports[{index}]"
        if day > on and later == "refuse":
            problems.append(Problem(f"{path}.on", "after_on", day, {"on": on}))
        first = known.setdefault((place, day), figure)
        if first != figure:
            problems.append(Problem(path, "two_figures", figure, {"other": first, "at": day}))
    return problems
