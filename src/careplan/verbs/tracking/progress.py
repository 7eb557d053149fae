"""Compare what was measured or counted with what was to be reached, on a day the caller names."""

from collections.abc import Iterable
from datetime import date
from typing import Any, overload

import attrs

from careplan.base.errors import (
    InvalidInput,
    Problem,
    beside,
    check_type,
)
from careplan.documents.encoded import read_shape
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.scales.targets import Target
from careplan.fields.checking import required
from careplan.fields.kinds import DayKind
from careplan.fields.shapes import ListOf, OneOf
from careplan.nouns.counts import LedgerCount, Measurement, SlotCount
from careplan.verbs.tracking.counting import clashes, counted
from careplan.verbs.tracking.ledgers import LedgerProgress, as_of
from careplan.verbs.tracking.targets import TargetProgress

# What becomes of reports dated after the day asked about.
LATER = ("refuse", "ignore")


@overload
def track_progress(
    goal: Ledger, reports: Iterable[SlotCount | LedgerCount], *, on: date, later: str = "refuse"
) -> LedgerProgress: ...
@overload
def track_progress(
    goal: Target, reports: Iterable[Measurement], *, on: date, later: str = "refuse"
) -> TargetProgress: ...
def track_progress(
    goal: Ledger | Target,
    reports: Iterable[SlotCount | LedgerCount] | Iterable[Measurement],
    *,
    on: date,
    later: str = "refuse",
) -> LedgerProgress | TargetProgress:
    """Compare counts with a ledger, or measurements with a target, as of the day `on`.

    The newest report dated at most `on` counts; a fall is no error. What is to be reached is
    asked as it is handed in, in force on that day or not, and so is each row. Raises InvalidInput,
    all problems at once, for a report after `on` (unless `later` is "ignore", so that a whole
    history may be passed), two different figures of one day, or a locality or a column the
    ledger does not have (then a NotFound as well, with a suggestion). Where figures are
    increments, reports are of what was added since the start, or of the whole where the
    document states what there was before.

    >>> import careplan as cp
    >>> from datetime import date
    >>> ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    >>> counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
    >>> row = cp.track_progress(ledger, counts, on=date(2024, 9, 30))["大洼街道"]
    >>> row.outcome, row.short_of_next, row.pace_per_month
    (Outcome.MET, 41, Fraction(41, 3))
    """
    check_type(goal, (Ledger, Target), "goal")
    nouns = (SlotCount, LedgerCount) if isinstance(goal, Ledger) else (Measurement,)
    problems: list[Problem] = []
    day: date = required(DayKind(), on, "on", problems)
    if later not in LATER:
        problems.append(Problem("later", "not_an_option", later, {"options": ", ".join(LATER)}))
    listed: tuple[Any, ...] = read_shape(ListOf(OneOf(nouns)), reports, "reports", problems)
    if problems:
        raise InvalidInput(problems)
    if isinstance(goal, Ledger):
        found = counted(listed, goal, day, later)
        return as_of(goal, day, found.newest, found.counts)
    measured = _newest_measurement(listed, goal, day, later)
    return TargetProgress(target=goal, on=day, measured=measured)


def _newest_measurement(
    reports: tuple[Measurement, ...], target: Target, on: date, later: str
) -> Measurement | None:
    problems = [
        attrs.evolve(problem, path=beside(f"reports[{index}]", problem.path))
        for index, report in enumerate(reports)
        for problem in target.misfits(report)
    ]
    if not problems:
        figures = [(("", ""), one.on, one.figure(target.measure)) for one in reports]
        problems = clashes(figures, on, later)
    if problems:
        raise InvalidInput(problems)
    measured = (report for report in reports if report.on <= on)
    return max(measured, key=lambda report: report.on, default=None)
