"""Strategies for what is dated, limited and paid: of plans, for any test."""

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Interval
from careplan.documents.authorities.limits import Limit, TimeUnit
from careplan.documents.authorities.workdays import WorkCalendar
from careplan.documents.periods import Period, Precision, Status, Validity, month, one_day
from careplan.documents.scales.between import Between

_SATURDAY = 5  # as `date.weekday` counts
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
_WORDS = st.sampled_from([Text(zh="限期改正", en="put it right"), Text(zh="停止服务", en="stop")])


def validities() -> SearchStrategy[Validity]:
    """Draw from when until when something is in force: either end open, of any status."""
    days = st.tuples(DAYS, DAYS).map(sorted)
    spans = st.tuples(days, st.booleans(), st.booleans())
    return st.builds(
        lambda span, status, precision: Validity(
            since=span[0][0] if span[1] else None,
            until=span[0][1] if span[2] else None,
            status=status,
            precision=precision,
        ),
        spans,
        st.sampled_from(Status),
        st.sampled_from(Precision),
    )


def periods() -> SearchStrategy[Period]:
    """Draw a day, a month or several of a year, a quarter, a year, or a span of years."""
    years, numbers = st.integers(2017, 2030), st.integers(1, 12)
    return st.one_of(
        DAYS.map(one_day),
        st.builds(month, years, numbers),
        st.builds(lambda year, last: month(year, 1, until=last), years, numbers),
        st.builds(_quarter, years, st.integers(1, 4)),
        st.builds(
            lambda year, more, how: Period(date(year, 1, 1), date(year + more, 12, 31), how),
            years,
            st.integers(0, 3),
            st.sampled_from([Precision.YEAR, Precision.YEAR_END]),
        ),
    )


def _quarter(year: int, number: int) -> Period:
    months = month(year, 3 * number - 2, until=3 * number)
    return Period(months.start, months.end, Precision.QUARTER)


def intervals() -> SearchStrategy[Interval]:
    """Draw an interval: a month, a quarter, half a year, a year, or any other."""
    return st.builds(Interval, st.sampled_from([1, 3, 6, 12]) | st.integers(1, 60))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Draw the days off and made up of a few weeks."""
    first = draw(DAYS)
    days = [first + timedelta(days=place) for place in range(draw(st.integers(1, 40)))]
    chosen = draw(st.lists(st.sampled_from(days), unique=True, max_size=6))
    number = draw(st.integers(0, len(chosen)))
    made_up = [day for day in chosen[number:] if day.weekday() >= _SATURDAY]
    return WorkCalendar(off=chosen[:number], made_up=made_up, known=(days[0], days[-1]))


def limits() -> SearchStrategy[Limit]:
    """Draw a time limit of any unit, from something or not."""
    return st.builds(Limit, st.integers(1, 100), st.sampled_from(TimeUnit), st.none() | _WORDS)


def bands() -> SearchStrategy[Between]:
    """Draw figures within bounds: each end stated or not, and belonging or not."""
    return st.builds(
        lambda low, width, ends: Between(
            None if ends == "most" else low,
            None if ends == "least" else low + width,
            above=ends == "above",
            below=ends == "below",
        ),
        st.integers(0, 50_000),
        st.integers(1, 50_000),
        st.sampled_from(["both", "least", "most", "above", "below"]),
    )
