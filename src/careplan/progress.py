"""Compare what was measured or counted with what was to be reached, on a day the caller names."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, overload

import attrs

from careplan.errors import (
    InvalidInput,
    Problem,
    UnknownInInput,
    beside,
    check_type,
    look_up,
    not_found,
)
from careplan.exact import Exact, ratio, tidy
from careplan.fields import Noun
from careplan.kinds import DayKind, ItemsKind, Kind
from careplan.nodes import Op
from careplan.reading import read
from careplan.sources import Clause, Reading
from careplan.targets import (
    Ledger,
    LedgerRow,
    Measure,
    Measurement,
    Milestone,
    SlotCount,
    Target,
    due_and_next,
)
from careplan.truth import Outcome
from careplan.verdicts import Result

# Operators of a figure to be reached: a count that has reached it is not undone by time.
_REACHED = (Op.GE, Op.GT)


@attrs.frozen(kw_only=True, repr=False)
class TargetProgress(Result):
    """Where a target stands on a day: the newest figure beside the one that is due."""

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


@attrs.frozen(kw_only=True, repr=False)
class RowProgress(Result):
    """Where one locality stands on a day. `count` is its newest count, None if it gave none."""

    row: LedgerRow
    on: date
    count: SlotCount | None

    @property
    def locality(self) -> str:
        """The locality's name as printed."""
        return self.row.locality

    @property
    def clause(self) -> Clause:
        """The clause of the row."""
        return self.row.clause

    @property
    def due(self) -> Milestone | None:
        """The latest milestone dated at most `on`."""
        return due_and_next(self.row.milestones, self.on)[0]

    @property
    def next(self) -> Milestone | None:
        """The earliest milestone after `on`."""
        return due_and_next(self.row.milestones, self.on)[1]

    @property
    def reached(self) -> int | None:
        """The slots of the newest count."""
        return None if self.count is None else self.count.slots

    @property
    def stale(self) -> bool:
        """Whether the newest count is older than the date that is due."""
        return self.count is not None and self.due is not None and self.count.on < self.due.due

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE if nothing is due, UNKNOWN without a count of the due date or later."""
        if self.due is None:
            return Outcome.NOT_APPLICABLE
        if self.reached is None or self.stale:
            return Outcome.UNKNOWN
        return Outcome.MET if self.reached >= self.due.slots else Outcome.NOT_MET

    @property
    def short_of_due(self) -> int | None:
        """The slots short of what is due; None without a count or a milestone."""
        return _short(self.due, self.reached)

    @property
    def short_of_next(self) -> int | None:
        """The slots short of the next milestone; None without a count or a milestone."""
        return _short(self.next, self.reached)

    @property
    def pace_per_month(self) -> Fraction | None:
        """The slots a month that reach the next milestone in time; 0 if nothing is short."""
        if self.next is None or self.short_of_next is None:
            return None
        return Fraction(self.short_of_next) / (position(self.next.due) - position(self.on))


@attrs.frozen(kw_only=True, repr=False)
class TotalProgress(Result):
    """All localities together: a range, because a locality that gave no count is unknown."""

    ledger: Ledger
    rows: tuple[RowProgress, ...]
    on: date

    @property
    def localities(self) -> int:
        """How many localities the ledger has."""
        return len(self.rows)

    @property
    def reported(self) -> int:
        """How many localities have a count that is not stale."""
        return len(self._counted())

    @property
    def stale(self) -> int:
        """How many localities have only a count older than the date that is due."""
        return sum(row.stale for row in self.rows)

    @property
    def low(self) -> int:
        """The slots certainly there: the sum of the counts that are not stale."""
        return sum(self._counted())

    @property
    def high(self) -> int | None:
        """The same sum once every locality has reported, else None: no upper bound is known."""
        return self.low if self.reported == self.localities else None

    @property
    def due(self) -> Milestone | None:
        """What all localities together owe by the latest date that is due."""
        return due_and_next(self._milestones(), self.on)[0]

    @property
    def next(self) -> Milestone | None:
        """What all localities together owe by the next date."""
        return due_and_next(self._milestones(), self.on)[1]

    @property
    def outcome(self) -> Outcome:
        """MET once the certain slots reach what is due, NOT_MET once no more can come."""
        if self.due is None:
            return Outcome.NOT_APPLICABLE
        if self.low >= self.due.slots:
            return Outcome.MET
        return Outcome.UNKNOWN if self.high is None else Outcome.NOT_MET

    def _counted(self) -> list[int]:
        return [row.reached for row in self.rows if row.reached is not None and not row.stale]

    def _milestones(self) -> Iterator[Milestone]:
        return (self.ledger.total(due) for due in self.ledger.dates())


@attrs.frozen(kw_only=True, repr=False)
class LedgerProgress(Result):
    """Where a ledger stands on a day: a row per locality, `report["name"]`, and the total."""

    ledger: Ledger
    on: date
    rows: tuple[RowProgress, ...]

    @property
    def total(self) -> TotalProgress:
        """All localities together."""
        return TotalProgress(ledger=self.ledger, rows=self.rows, on=self.on)

    def __iter__(self) -> Iterator[RowProgress]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, locality: object) -> bool:
        return isinstance(locality, str) and any(row.locality == locality for row in self.rows)

    def __getitem__(self, locality: str) -> RowProgress:
        return look_up("locality", locality, {row.locality: row for row in self.rows})


@overload
def track_progress(goal: Ledger, reports: Iterable[SlotCount], *, on: date) -> LedgerProgress: ...
@overload
def track_progress(goal: Target, reports: Iterable[Measurement], *, on: date) -> TargetProgress: ...
def track_progress(
    goal: Ledger | Target, reports: Iterable[SlotCount] | Iterable[Measurement], *, on: date
) -> LedgerProgress | TargetProgress:
    """Compare counts with a ledger, or measurements with a target, as of the day `on`.

    The newest report dated at most `on` counts; a fall is no error. Raises InvalidInput,
    all problems at once, for a report after `on`, two different figures of one day, or a
    locality the ledger does not have (then a NotFound as well, with a suggestion).

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
    day: date = _required(DayKind(), on, "on", problems)
    listed: tuple[Any, ...] = _required(ItemsKind(noun), reports, "reports", problems)
    if problems:
        raise InvalidInput(problems)
    if isinstance(goal, Ledger):
        counts: tuple[SlotCount, ...] = listed
        newest = _newest_counts(counts, goal, day)
        rows = tuple(
            RowProgress(row=row, on=day, count=newest.get(row.locality)) for row in goal.rows
        )
        return LedgerProgress(ledger=goal, on=day, rows=rows)
    measured = _newest_measurement(listed, goal, day)
    return TargetProgress(target=goal, on=day, measured=measured)


def position(day: date) -> Fraction:
    """Return a day as months: twelve a year, and the part of its month that has passed.

    >>> position(date(2024, 12, 31)) - position(date(2024, 9, 30))
    Fraction(3, 1)
    """
    return 12 * day.year + day.month + Fraction(day.day, monthrange(day.year, day.month)[1])


def _short(milestone: Milestone | None, reached: int | None) -> int | None:
    if milestone is None or reached is None:
        return None
    return max(0, milestone.slots - reached)


def _required(kind: Kind, given: object, name: str, problems: list[Problem]) -> Any:
    if given is None:
        problems.append(Problem(name, "required", given))
    return read(kind, given, name, problems)


def _newest_counts(
    counts: tuple[SlotCount, ...], ledger: Ledger, on: date
) -> Mapping[str, SlotCount]:
    names = {row.locality: row for row in ledger.rows}
    strange = [index for index, count in enumerate(counts) if count.locality not in names]
    unknown = not_found("locality", (counts[index].locality for index in strange), names)
    problems = [
        Problem(f"reports[{index}].locality", "not_found", one.name, one.parameters())
        for index, one in zip(strange, unknown, strict=True)
    ]
    problems += _clashes([(count.locality, count.on, count.slots) for count in counts], on)
    if unknown:
        raise UnknownInInput(problems, unknown[0])
    if problems:
        raise InvalidInput(problems)
    return {count.locality: count for count in sorted(counts, key=lambda count: count.on)}


def _newest_measurement(
    reports: tuple[Measurement, ...], target: Target, on: date
) -> Measurement | None:
    problems = [
        attrs.evolve(problem, path=beside(f"reports[{index}]", problem.path))
        for index, report in enumerate(reports)
        for problem in target.misfits(report)
    ]
    if not problems:
        problems = _clashes([("", one.on, one.figure(target.measure)) for one in reports], on)
    if problems:
        raise InvalidInput(problems)
    return max(reports, key=lambda report: report.on, default=None)


def _clashes(figures: list[tuple[str, date, Exact]], on: date) -> list[Problem]:
    """Find figures dated after `on`, and different ones of one place and day."""
    problems = []
    known: dict[tuple[str, date], Exact] = {}
    for index, (place, day, figure) in enumerate(figures):
        path = f"reports[{index}]"
        if day > on:
            problems.append(Problem(f"{path}.on", "after_on", day, {"on": on}))
        first = known.setdefault((place, day), figure)
        if first != figure:
            problems.append(Problem(path, "two_figures", figure, {"other": first, "at": day}))
    return problems
