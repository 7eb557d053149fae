"""Compare what was measured with what was to be reached, on a day the caller names."""

from collections.abc import Iterable
from datetime import date

import attrs

from careplan.errors import InvalidInput, Problem, check_type
from careplan.exact import Exact, exact, ratio
from careplan.kinds import DayKind, ItemsKind
from careplan.reading import read
from careplan.sources import Clause
from careplan.targets import Measurement, Target
from careplan.truth import Outcome
from careplan.verdicts import Result


@attrs.frozen(kw_only=True)
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
    def figure(self) -> Exact | None:
        """The newest figure, in the target's measure."""
        return None if self.measured is None else self.measured.figure(self.target.measure)

    @property
    def is_due(self) -> bool:
        """Whether the target's date has come."""
        return self.target.due is not None and self.target.due <= self.on

    @property
    def stale(self) -> bool:
        """Whether the newest figure is older than the date that is due."""
        due = self.target.due
        return (
            self.is_due and due is not None and self.measured is not None and self.measured.on < due
        )

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE before the date, UNKNOWN without a figure of that date or later."""
        if self.target.value is None:
            return Outcome.NOT_MEASURABLE
        if not self.is_due:
            return Outcome.NOT_APPLICABLE
        if self.figure is None or self.stale:
            return Outcome.UNKNOWN
        met = self.target.op.holds(self.figure, self.target.value)
        return Outcome.MET if met else Outcome.NOT_MET

    @property
    def short_by(self) -> Exact | None:
        """How much the figure is short of the target, 0 if nothing; None without a figure."""
        if self.figure is None or self.target.value is None:
            return None
        return exact(max(ratio(0), ratio(self.target.value) - ratio(self.figure)))


def track_progress(target: Target, reports: Iterable[Measurement], *, on: date) -> TargetProgress:
    """Compare measurements with a target as of the day `on`.

    The newest measurement dated at most `on` counts. Raises InvalidInput, all problems
    at once, for a measurement after `on` or two different ones of one day.

    >>> import careplan as cp
    >>> from datetime import date
    >>> target = cp.get_plan("shuangliao_2021").targets["coverage"]
    >>> measured = cp.Measurement(on=date(2021, 12, 31), part=39, whole=40)
    >>> progress = cp.track_progress(target, [measured], on=date(2021, 12, 31))
    >>> progress.outcome, progress.figure, progress.short_by
    (Outcome.NOT_MET, Decimal('97.5'), Decimal('2.5'))
    """
    check_type(target, Target, "target")
    day = _day(on)
    newest = _newest(_measurements(reports), day, target)
    return TargetProgress(target=target, on=day, measured=newest)


def _day(on: object) -> date:
    problems: list[Problem] = []
    day = read(DayKind(), on, "on", problems)
    if on is None:
        problems.append(Problem("on", "required", on))
    if problems:
        raise InvalidInput(problems)
    checked: date = day
    return checked


def _measurements(reports: object) -> tuple[Measurement, ...]:
    problems: list[Problem] = []
    found = read(ItemsKind(Measurement), reports, "reports", problems)
    if reports is None:
        problems.append(Problem("reports", "required", reports))
    if problems:
        raise InvalidInput(problems)
    checked: tuple[Measurement, ...] = found
    return checked


def _newest(reports: tuple[Measurement, ...], on: date, target: Target) -> Measurement | None:
    problems: list[Problem] = []
    by_day: dict[date, Exact] = {}
    for index, report in enumerate(reports):
        path = f"reports[{index}]"
        if report.on > on:
            problems.append(Problem(f"{path}.on", "after_on", report.on, {"on": on}))
        figure = report.figure(target.measure)
        known = by_day.setdefault(report.on, figure)
        if known != figure:
            problems.append(Problem(path, "two_figures", figure, {"other": known, "at": report.on}))
    if problems:
        raise InvalidInput(problems)
    return max(reports, key=lambda report: report.on, default=None)
