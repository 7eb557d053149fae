"""Two figures of one place or target: the newest is the one that counts, wherever it stands.

Both are fresh and one day apart, and only one of them reaches what is due. First the older one
that does stands first, then the older one that does not stands last.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import Any

import attrs

from careplan.base.exact import Exact
from careplan.base.truth import Outcome
from careplan.documents.plan import Plan
from careplan.documents.scales.milestones import Milestone
from careplan.fields.kinds import CountKind, Kind
from careplan.nouns.counts import Measure, Measurement
from careplan.testing.cases.days import DAY
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.wanted import Wanted
from careplan.testing.cases.figures.due import Reported, Series, reaches
from careplan.testing.cases.figures.ledgers import count_of, under
from careplan.testing.cases.figures.stands import MayBe, figures_around
from careplan.testing.cases.figures.targets import kind_of, may_be
from careplan.testing.cases.pivots import Place


@attrs.frozen
class _Two:
    """Two figures as they are given, the newest of them, and what is to be answered."""

    leaf: Milestone
    given: tuple[Reported, Reported]
    value: Exact
    on: date
    expected: Outcome


def newest_cases(plan: Plan, wanted: Wanted) -> Iterator[BoundaryCase]:
    """Yield two cases of the last milestone of each row, column and target that is asked for.

    >>> from careplan import get_plan
    >>> from careplan.testing.cases.boundaries import decisive_cases
    >>> cases = decisive_cases(get_plan("dawa_2023"), only="大洼街道")
    >>> [first, second] = [case for case in cases if case.place is Place.NEWEST]
    >>> [(str(one.on), one.number) for one in first.subject], first.expected
    ([('2025-12-31', 369), ('2026-01-01', 368)], Outcome.NOT_MET)
    >>> [(str(one.on), one.number) for one in second.subject], second.expected
    ([('2026-01-01', 369), ('2025-12-31', 368)], Outcome.MET)
    """
    for ledger in plan.ledgers.values():
        own: dict[str, Any] = {"plan_id": plan.id, "whole": ledger, "readings": under(ledger)}
        for row in (one for one in ledger.rows if wanted.takes(one, ledger)):
            for column in ledger.columns:
                series = Series(row.owed(column.key, increments=ledger.increments))
                for two in _both(series, CountKind(), lambda _: True):
                    counts = tuple(count_of(row, column, *one) for one in two.given)
                    yield _case(two, own, cited=row, path=column.key, subject=counts)
    for target in filter(wanted.takes, plan.targets.values()):
        own = {"plan_id": plan.id, "whole": target, "readings": under(target)}
        series = Series(target.owed, stays=target.measure is Measure.COUNT)
        for two in _both(series, kind_of(target), partial(may_be, target)):
            measured = tuple(Measurement(on=at, value=figure) for at, figure in two.given)
            yield _case(two, own, cited=target, path="value", subject=measured)


def _both(series: Series, kind: Kind, fits: MayBe) -> Iterator[_Two]:
    """Yield both orders, of what is due last, or else of what has no date."""
    dated = [one.due for one in series.milestones if one.due is not None]
    day = max(dated, default=DAY)
    for milestone in series.milestones and [series.deciding(day)]:
        figures = [one for _, one in figures_around(milestone, kind) if fits(one)]
        enough = [one for one in figures if reaches(milestone, one)]
        short = [one for one in figures if not reaches(milestone, one)]
        with suppress(OverflowError):  # the calendar ends on a last day
            on = day + timedelta(days=1)
            for high, low in zip(enough[:1], short[-1:], strict=False):
                for given in (((day, high), (on, low)), ((on, high), (day, low))):
                    newest = max(given)
                    expected = series.outcome(on, newest)
                    yield _Two(milestone, given, newest[1], on, expected)


def _case(two: _Two, own: dict[str, Any], **more: Any) -> BoundaryCase:
    return BoundaryCase(
        **own,
        **more,
        leaf=two.leaf,
        place=Place.NEWEST,
        value=two.value,
        on=two.on,
        expected=two.expected,
    )
