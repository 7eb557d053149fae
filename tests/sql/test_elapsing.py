"""Time between two columns of days: equal to the calendar on every pair of days that matters."""

from datetime import date, timedelta

import attrs
import pytest
from sql_rows import both

import careplan as cp
from careplan import writing as w
from careplan.base.truth import Truth


@attrs.frozen(kw_only=True)
class Lease(w.Noun):
    """A lease from a day to a day."""

    since: date | None = w.day("起")
    until: date | None = w.day("止")


LEASE = cp.facts(Lease)
# Ends of months, of leap years and of years, and the ends of the calendar.
STARTS = [
    *(date(2020, 2, 28) + timedelta(days=one) for one in range(4)),
    *(date(2021, 1, 28) + timedelta(days=one) for one in range(5)),
    *(date(2021, 12, 30), date(1900, 2, 28), date(2000, 2, 29), date.min, date(9990, 12, 31)),
    date(9999, 12, 31),
]
PERIODS = [
    {"months": 1},
    {"years": 1},
    {"years": 3, "both_days": True},
    {"months": 1, "both_days": True},
    {"months": 1, "missing_day": "next"},
    {"days": 1},
    {"days": 365},
    {"days": 30, "both_days": True},
    {"months": 13, "days": 2},
    {"months": 1, "days": 1, "missing_day": "next"},
    {"years": 4, "days": 40, "both_days": True},
]


@pytest.mark.parametrize("period", PERIODS, ids=repr)
def test_each_period_is_complete_on_its_day(period: dict[str, object]) -> None:
    # The day the calendar says, the days beside it, and days that are not stated.
    criterion = cp.elapsed(LEASE.since, LEASE.until, **period)  # type: ignore[arg-type]  # a table
    leases = [Lease(), Lease(since=date(9999, 12, 31)), Lease(until=date.min)]
    for start in STARTS:
        complete = criterion.period.complete(start)  # type: ignore[union-attr]  # an Elapsed
        day = (complete or date.max).toordinal()
        near = range(max(1, day - 3), min(date.max.toordinal(), day + 3) + 1)
        leases += [Lease(since=start, until=date.fromordinal(one)) for one in near]
        leases.append(Lease(since=start))
    expected = [cp.evaluate(criterion, lease).truth for lease in leases]
    assert set(expected) == set(Truth)
    for database in both(Lease, leases):
        assert database.truths(criterion) == expected, database.name
        assert database.truths(~criterion) == [~truth for truth in expected], database.name


def test_the_day_asked_bounds_the_start_and_is_unknown_if_it_is_not_given() -> None:
    # Civil Code 202: six months before 2018-05-15 is 2017-11-15.
    criterion = cp.elapsed(LEASE.since, months=6)
    days = (date(2017, 11, 14), date(2017, 11, 15), date(2017, 11, 16))
    leases = [*(Lease(since=day) for day in days), Lease(), Lease(since=date(9999, 8, 1))]
    yes, no, open_ = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
    for database in both(Lease, leases):
        on_the_day = database.truths(criterion, on=date(2018, 5, 15))
        assert on_the_day == [yes, yes, no, open_, no]
        # What begins in August 9999 would end beyond the calendar, whatever the day is.
        assert database.truths(criterion) == [open_, open_, open_, open_, no]
        assert database.truths(~criterion) == [open_, open_, open_, open_, yes]


def test_what_no_calendar_completes_is_never_so() -> None:
    # The year 9999 is the last: no start has 9,999 years before it.
    criterion = cp.elapsed(LEASE.since, LEASE.until, years=9999)
    for database in both(Lease, [Lease(), Lease(since=date.min, until=date.max)]):
        assert database.truths(criterion) == [Truth.FALSE, Truth.FALSE]
        assert database.truths(~criterion) == [Truth.TRUE, Truth.TRUE]


def test_a_start_that_is_known_is_so_or_unknown() -> None:
    # What is left of a criterion once its start is stated: a day itself stands for the start.
    waits = cp.residual(cp.elapsed(LEASE.since, days=1), Lease(since=date(2020, 1, 1)))
    late = cp.residual(cp.elapsed(LEASE.since, days=1), Lease(since=date(9999, 12, 30)))
    for database in both(Lease, [Lease()]):
        assert database.truths(waits) == [Truth.UNKNOWN]
        assert database.truths(waits, on=date(2020, 1, 2)) == [Truth.TRUE]
        assert database.truths(waits, on=date(2020, 1, 1)) == [Truth.FALSE]
        assert database.truths(late) == [Truth.UNKNOWN]
