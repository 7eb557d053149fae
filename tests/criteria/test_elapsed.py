"""Elapsed time against an oracle that walks the calendar day by day."""

from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from lots import LEASE, OPEN, WING, Lot, Wing, lot, wing
from posts import walked

import careplan as cp
from careplan.criteria.evidence import is_changeable
from careplan.criteria.nodes import FALSE, TRUE, Compare, Elapsed
from careplan.criteria.periods import MissingDay, Period
from careplan.criteria.regions.elapsing import ways_to_pass
from careplan.criteria.regions.taken import can_hold, can_surely_hold
from careplan.criteria.residuals import facts_of
from careplan.criteria.signs import Op
from careplan.criteria.soundness import sound
from careplan.testing.cases.solving import satisfying

TODAY = date(2024, 2, 29)
# Around the ends of months and of a leap year, where the rules differ.
DAYS = st.dates(date(2019, 1, 1), date(2025, 12, 31)) | st.sampled_from(
    [date(2020, 2, 29), date(2024, 2, 29), date(2023, 2, 28), date(2021, 3, 1), date(2021, 8, 31)]
)
PERIODS = st.builds(
    Period,
    months=st.integers(0, 26),
    days=st.integers(1, 40),
    both_days=st.booleans(),
    missing_day=st.sampled_from(list(MissingDay)),
) | st.builds(Period, months=st.integers(1, 26), both_days=st.booleans())


@given(PERIODS, DAYS)
def test_a_period_is_complete_where_walking_ends(period: Period, start: date) -> None:
    assert period.complete(start) == walked(period, start)


@given(PERIODS, DAYS)
def test_the_latest_start_is_the_last_from_which_it_is_complete(period: Period, end: date) -> None:
    found = period.latest_start(end)
    assert found is not None
    assert walked(period, found) <= end
    assert all(walked(period, found + timedelta(days=days)) > end for days in range(1, 5))


@pytest.mark.parametrize(
    ("start", "given", "complete"),
    [
        # The lease answers of the issue.
        (date(2022, 3, 1), {"months": 36, "both_days": True}, date(2025, 2, 28)),
        (date(2021, 3, 1), {"months": 36, "both_days": True}, date(2024, 2, 29)),
        (date(2024, 2, 29), {"months": 12, "both_days": True}, date(2025, 2, 28)),
        # Civil Code of 2020, article 202: without a corresponding day, the last of the month.
        (date(2024, 2, 29), {"months": 12}, date(2025, 2, 28)),
        (date(2024, 2, 29), {"months": 12, "missing_day": MissingDay.NEXT}, date(2025, 3, 1)),
        (date(2024, 2, 29), {"months": 48}, date(2028, 2, 29)),
        (date(2023, 8, 31), {"months": 6}, date(2024, 2, 29)),
        # A year and a month are one addition: 29 February is not clamped on the way.
        (date(2020, 2, 29), {"months": 13}, date(2021, 3, 29)),
        # Days come after the months.
        (date(2023, 1, 31), {"months": 1, "days": 1}, date(2023, 3, 1)),
        (date(2023, 1, 1), {"days": 1, "both_days": True}, date(2023, 1, 1)),
        # Beyond the calendar it is never complete.
        (date(9999, 6, 30), {"months": 6}, date(9999, 12, 30)),
        (date(9999, 7, 1), {"months": 6}, None),
        (date(9999, 12, 31), {"days": 1}, None),
    ],
)
def test_days_that_complete_a_period(start: date, given: Any, complete: date | None) -> None:
    assert Period(**given).complete(start) == complete


def test_what_no_start_completes_has_no_latest_start() -> None:
    assert Period(months=12).latest_start(date(1, 12, 31)) is None
    assert Period(months=12).latest_start(date(2, 1, 1)) == date(1, 1, 1)


@pytest.mark.parametrize(
    ("until", "truth"),
    [
        (date(2025, 2, 27), cp.Truth.FALSE),
        (date(2025, 2, 28), cp.Truth.TRUE),
        (date(2025, 3, 1), cp.Truth.TRUE),
        (None, cp.Truth.UNKNOWN),
    ],
)
def test_a_lease_of_three_years(until: date | None, truth: cp.Truth) -> None:
    subject = Lot(lease_from=date(2022, 3, 1), lease_until=until)
    assert cp.evaluate(LEASE, subject).truth is truth
    assert cp.evaluate(LEASE, subject, on=date(2000, 1, 1)).truth is truth


def test_six_months_since_opening_are_counted_to_the_day_asked() -> None:
    """Nanjing's five_star: open for half a year on the day asked."""
    subject = Lot(opened_on=date(2017, 11, 15))
    assert cp.evaluate(OPEN, subject, on=date(2018, 5, 15)).truth is cp.Truth.TRUE
    assert cp.evaluate(OPEN, subject, on=date(2018, 5, 14)).truth is cp.Truth.FALSE
    assert cp.evaluate(OPEN, subject).truth is cp.Truth.UNKNOWN
    assert facts_of(cp.residual(OPEN, subject)) == ("on",)
    assert facts_of(OPEN) == ("opened_on", "on")


def test_the_day_asked_is_not_the_fact_of_that_name() -> None:
    asked, own = cp.elapsed(wing.opened_on, months=6), cp.elapsed(wing.opened_on, wing.on, months=6)
    assert asked != own
    subject = Wing(opened_on=date(2017, 11, 15), on=date(2018, 5, 15))
    assert cp.evaluate(asked, subject).truth is cp.Truth.UNKNOWN
    assert cp.evaluate(own, subject).truth is cp.Truth.TRUE
    assert cp.evaluate(asked, subject, on=date(2018, 5, 14)).truth is cp.Truth.FALSE


def test_what_is_left() -> None:
    whole = Lot(lease_from=date(2022, 3, 1), opened_on=date(2017, 11, 15))
    bound = Compare(Lot, ("lease_until",), Op.GE, date(2025, 2, 28))
    assert cp.residual(LEASE, whole) == bound
    start = Compare(Lot, ("lease_from",), Op.LE, date(2022, 3, 1))
    assert cp.residual(LEASE, Lot(lease_until=date(2025, 2, 28))) == start
    assert cp.residual(LEASE, Lot()) == LEASE
    assert cp.residual(OPEN, whole) == attrs.evolve(OPEN, start=date(2017, 11, 15))
    opened = Compare(Lot, ("opened_on",), Op.LE, date(2017, 11, 15))
    assert cp.residual(OPEN, Lot(), on=date(2018, 5, 15)) == opened
    assert cp.residual(OPEN, whole, ["opened_on"], on=date(2018, 5, 15)) == opened
    assert cp.residual(OPEN, whole, ["on"], on=date(2018, 5, 15)) == cp.residual(OPEN, whole)
    # Beyond the calendar at either end.
    assert cp.residual(OPEN, Lot(opened_on=date.max)) == FALSE
    assert cp.residual(OPEN, Lot(), on=date.min) == FALSE
    late = attrs.evolve(OPEN, start=date(2017, 11, 15))
    assert cp.residual(late, Lot(), on=date(2018, 5, 15)) == TRUE
    in_wing = cp.residual(WING, Lot(wings=[Wing(opened_on=date(2017, 11, 15))]))
    assert (in_wing, facts_of(in_wing)) == (late, ("on",))
    in_wing = cp.residual(WING, Lot(wings=[Wing()]))
    assert facts_of(in_wing) == ("wings[0].opened_on", "on")


@st.composite
def asked(draw: st.DrawFn) -> tuple[Elapsed, Lot, date | None]:
    """Draw elapsed time, a subject that states some of its days, and perhaps a day asked."""
    days = st.none() | DAYS
    end = draw(st.sampled_from([None, ("lease_until",)]))
    node = Elapsed(Lot, ("lease_from",), draw(PERIODS), end)
    subject = Lot(lease_from=draw(days), lease_until=draw(days))
    return sound(node), subject, draw(days)  # type: ignore[return-value]  # elapsed time stays so


@given(asked(), DAYS, DAYS, DAYS)
def test_what_is_left_says_what_the_whole_says_and_settled_never_flips(
    drawn: tuple[Elapsed, Lot, date | None], first: date, last: date, day: date
) -> None:
    node, subject, on = drawn
    truth, left = cp.evaluate(node, subject, on=on).truth, cp.residual(node, subject, on=on)
    full = Lot(lease_from=subject.lease_from or first, lease_until=subject.lease_until or last)
    end = full.lease_until if node.end else (on or day)
    assert full.lease_from is not None
    assert end is not None
    so = walked(node.period, full.lease_from) <= end
    event(truth.value)
    assert (left in (TRUE, FALSE)) is (truth is not cp.Truth.UNKNOWN)
    if truth is not cp.Truth.UNKNOWN:
        assert (truth is cp.Truth.TRUE) is so
    for one in (node, left):
        assert (cp.evaluate(one, full, on=on or day).truth is cp.Truth.TRUE) is so
    # What is missing is enough.
    missing = facts_of(left)
    stated = {name: getattr(full, name) for name in missing if name != "on"}
    enough = attrs.evolve(subject, **stated)
    known = (on or day) if "on" in missing else on
    assert cp.evaluate(node, enough, on=known).truth is not cp.Truth.UNKNOWN


def test_it_is_said() -> None:
    assert LEASE.describe("zh") == "自租期开始日至租期结束日满3年（首尾两日均计）"
    assert (
        LEASE.describe("en") == "at least 3 years from lease start to lease end (both days count)"
    )
    assert (~OPEN).describe("zh") == "自启用日期至所问之日不满6个月"
    assert (~OPEN).describe("en") == "less than 6 months from opening day to the day asked"
    rolled = cp.elapsed(lot.opened_on, years=1, days=1, missing_day="next")
    assert rolled.describe("zh") == "自启用日期至所问之日满1年零1日（无对应日的，以次月1日为准）"
    left = cp.residual(cp.elapsed(lot.opened_on, months=1), Lot(opened_on=date(2024, 2, 29)))
    assert left.describe("en") == "at least 1 month from 29 February 2024 to the day asked"
    assert repr(OPEN).endswith("from opened_on to on")
    assert cp.fact_label(Lot, "on", "en") == "the day asked"
    assert cp.fact_label(Wing, "on", "en") == "day of record"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "years=, months= or days="),
        ({"years": -1}, "years"),
        ({"months": 1.5}, "months"),
        ({"days": None}, "days"),
        ({"years": 10_000}, "at most"),
        ({"years": 1, "missing_day": "first"}, "missing_day"),
        ({"years": 1, "both_days": True, "missing_day": "last"}, "no question"),
    ],
)
def test_what_is_no_period_is_refused_when_it_is_written(given: Any, said: str) -> None:
    with pytest.raises(cp.InvalidCriterion, match=said):
        cp.elapsed(lot.opened_on, **given)


def test_what_is_no_day_and_what_is_of_two_nouns_is_refused() -> None:
    with pytest.raises(cp.InvalidCriterion, match="a day"):
        cp.elapsed(lot.listed, months=6)
    with pytest.raises(cp.InvalidCriterion, match="a day"):
        cp.elapsed(lot.opened_on, lot.listed, months=6)
    with pytest.raises(cp.InvalidCriterion, match="several nouns: Lot, Wing"):
        cp.elapsed(lot.opened_on, wing.opened_on, months=6)
    with pytest.raises(cp.InvalidCriterion, match="takes a fact"):
        cp.elapsed(date(2020, 1, 1), months=6)  # type: ignore[arg-type]
    with pytest.raises(cp.InvalidCriterion, match="is asked with elapsed"):
        _ = lot.lease_until - lot.lease_from >= 1825


@pytest.mark.parametrize(
    ("changed", "path", "code"),
    [
        ({"noun": int}, "noun", "wrong_type"),
        ({"start": "opened_on"}, "start", "wrong_type"),
        ({"start": ("wings",)}, "start", "wrong_fact"),
        ({"start": ("nothing",)}, "start", "not_found"),
        ({"start": datetime(2020, 1, 1)}, "start", "wrong_type"),  # noqa: DTZ001 - the class is at stake
        ({"start": TODAY, "end": ("lease_until",)}, "start", "wrong_type"),
        ({"end": ("listed",)}, "end", "wrong_fact"),
        ({"period": 6}, "period", "wrong_type"),
        ({"period": Period()}, "period", "too_small"),
        ({"period": Period(months=-1)}, "period.months", "too_small"),
        ({"period": Period(days=None)}, "period", "required"),  # type: ignore[arg-type]
        ({"period": Period(months=10**6)}, "period.months", "too_large"),
        ({"period": Period(months=1, both_days=1)}, "period.both_days", "wrong_type"),  # type: ignore[arg-type]
    ],
)
def test_what_was_built_by_hand_is_checked(changed: Any, path: str, code: str) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        sound(attrs.evolve(OPEN, **changed))
    assert [(one.path, one.code) for one in caught.value.problems] == [(path, code)]


def test_a_period_has_one_form() -> None:
    by_hand = attrs.evolve(LEASE, period=Period(months=36, both_days=True))
    assert sound(by_hand) == LEASE
    assert sound(LEASE) is LEASE


@pytest.mark.parametrize("on", ["tomorrow", datetime(2018, 5, 15), 20180515])  # noqa: DTZ001 - refused
def test_what_is_no_day_is_not_asked(on: Any) -> None:
    for ask in (
        lambda: cp.evaluate(OPEN, Lot(), on=on),
        lambda: cp.residual(OPEN, Lot(), on=on),
    ):
        with pytest.raises(cp.InvalidInput) as caught:
            ask()
        assert [one.path for one in caught.value.problems] == ["on"]


def test_nobody_brings_about_the_day_asked() -> None:
    assert is_changeable(LEASE)  # its end
    assert not is_changeable(OPEN)
    assert is_changeable(cp.elapsed(wing.opened_on, months=6))


@pytest.mark.parametrize("node", [LEASE, OPEN, WING, cp.residual(OPEN, Lot(opened_on=TODAY))])
def test_regions_are_never_wrong(node: Any) -> None:
    assert can_hold(node)
    assert can_hold(~node)
    assert not can_hold(node & ~node)
    assert not can_surely_hold(node & ~node)
    assert can_surely_hold(node)


def test_ways_to_pass_are_ways() -> None:
    for positive in (True, False):
        for way in ways_to_pass(LEASE, positive=positive):
            for subject in subjects_of(way):
                expected = cp.Truth.TRUE if positive else cp.Truth.FALSE
                assert cp.evaluate(LEASE, subject).truth is expected
    endless = cp.elapsed(lot.lease_from, lot.lease_until, years=9999)
    assert can_surely_hold(~endless)
    assert not can_surely_hold(endless)


def subjects_of(way: Any) -> list[Any]:
    """Return subjects of which a criterion is true."""
    found = list(satisfying(Lot, way))
    assert found
    return found


# Items of which nothing is stated, that count time to the day asked in every place they can stand.
OF_ITEMS = {
    "some": WING,
    "every": cp.every(lot.wings, cp.elapsed(wing.opened_on, months=6)),
    "count": cp.count(lot.wings, cp.elapsed(wing.opened_on, months=6)) >= 2,
    "joined": WING & lot.listed | ~WING,
    "of several": cp.some(
        lot.wings,
        ~cp.at_least(
            2, wing.opened_on >= TODAY, cp.elapsed(wing.opened_on, months=6), wing.on >= TODAY
        )
        & ((wing.on == TODAY) | cp.elapsed(wing.opened_on, wing.on, days=1)),
    ),
}


@pytest.mark.parametrize("name", OF_ITEMS)
def test_of_items_not_stated_the_day_asked_is_put_in(name: str) -> None:
    """Once it is known nothing asks for it again; until then it is missing beside the items."""
    node = OF_ITEMS[name]
    assert "on" in facts_of(cp.residual(node, Lot()))
    left = cp.residual(node, Lot(), on=TODAY)
    assert "on" not in facts_of(left)
    early, late = Wing(opened_on=date(2023, 8, 29), on=TODAY), Wing(opened_on=TODAY)
    for wings in ((), (early,), (late,), (early, late), (early, early)):
        subject = Lot(wings=wings, listed=True)
        assert cp.evaluate(left, subject).truth is cp.evaluate(node, subject, on=TODAY).truth
    assert cp.residual(node, Lot(), ["on"], on=TODAY) == cp.residual(node, Lot())


def test_six_months_before_29_february_is_31_august() -> None:
    """From 31 August six months end on a day that February does not have: on its last."""
    assert cp.residual(WING, Lot(), on=TODAY) == cp.some(
        lot.wings, wing.opened_on <= date(2023, 8, 31)
    )
