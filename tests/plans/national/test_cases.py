"""The cases on care of the list of national facts, by their ids, as given there."""

from datetime import date, timedelta
from math import ceil
from typing import Any

import pytest

import careplan as cp
from careplan import writing as w

SETTING = cp.get_plan("national_setting_2019")
FILING = cp.get_plan("national_filing_2019")
HEALTH_CARE = cp.get_plan("national_health_care_2010")
KINDS = {one.value: one for one in cp.ClassKind}
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN


def of_class(kind: str, **stated: Any) -> cp.ClassGroup:
    """Return a class as a case states it."""
    return cp.ClassGroup(kind=KINDS[kind], **stated)


def owned_or_leased(owned: bool, *lease: date) -> cp.Institution:
    """Return an institution with premises as a case states them."""
    days: dict[str, Any] = dict(zip(("lease_from", "lease_until"), lease, strict=False))
    return cp.Institution(premises=cp.Premises(owned=owned, **days))


def head(**stated: Any) -> cp.StaffMember:
    """Return a head as a case states it."""
    return cp.StaffMember(role=cp.StaffRole.HEAD, **stated)


# What is given, which clause answers, and what is expected: the case's own words.
CASES = {
    "c02": (of_class("infant", children=11), "ss.19.infant.max", NOT_MET),
    "c03": (of_class("small", children=15), "ss.19.small.max", MET),
    "c04": (of_class("small", children=16), "ss.19.small.max", NOT_MET),
    "c06": (of_class("large", children=21), "ss.19.large.max", NOT_MET),
    "c07": (of_class("mixed", children=18, youngest_months=18), "ss.19.mixed.max", MET),
    "c07 (age)": (of_class("mixed", children=18, youngest_months=18), "ss.19.mixed.age", MET),
    "c08": (of_class("mixed", children=12, youngest_months=17), "ss.19.mixed.age", NOT_MET),
    "c10": (of_class("infant", children=9, carers=3), "ss.20.infant", MET),
    "c11": (of_class("infant", children=10, carers=3), "ss.20.infant", NOT_MET),
    "c14": (of_class("large", children=20, carers=2), "ss.20.large", NOT_MET),
    # A lease of 36 months: both days belong to it.
    "c16": (owned_or_leased(False, date(2024, 1, 1), date(2026, 12, 31)), "ss.11", MET),
    "c18": (owned_or_leased(True), "ss.11", MET),
    "c20": (
        head(diploma=cp.Diploma.BACHELOR, relevant_years=2, post_training_passed=True),
        "ss.18.years",
        NOT_MET,
    ),
    "c21": (head(diploma=cp.Diploma.COLLEGE, relevant_years=5), "ss.18.years", UNKNOWN),
    "c24": (cp.Institution(video_kept_days=89), "mr.32", NOT_MET),
}


@pytest.mark.parametrize(("subject", "clause", "expected"), CASES.values(), ids=CASES)
def test_case(subject: Any, clause: str, expected: cp.Outcome) -> None:
    assert cp.assess(subject, SETTING).finding(clause).outcome is expected


@pytest.mark.parametrize(
    ("kind", "children", "clause", "each"),
    [("small", 15, "ss.20.small", 5), ("large", 20, "ss.20.large", 7)],
    ids=["c12", "c13"],
)
def test_carers_needed(kind: str, children: int, clause: str, each: int) -> None:
    needed = [
        carers
        for carers in range(1, 6)
        if cp.assess(of_class(kind, children=children, carers=carers), SETTING)
        .finding(clause)
        .outcome
        is MET
    ]
    assert needed[0] == ceil(children / each) == 3


@pytest.mark.parametrize(
    ("back", "due"),
    [(date(2026, 4, 10), True), (date(2026, 4, 9), False)],
    ids=["c22", "c23"],
)
@pytest.mark.parametrize(("plan", "clause"), [(SETTING, "mr.11"), (HEALTH_CARE, "18")])
def test_a_new_health_check_is_due(plan: cp.Plan, clause: str, back: date, due: bool) -> None:
    # The last check was before it left: it counts for nothing.
    child = cp.Child(
        left_on=date(2026, 1, 10), returned_on=back, health_checked_on=date(2026, 1, 9)
    )
    outcome = cp.Outcome.NOT_MET if due else cp.Outcome.NOT_APPLICABLE
    assert cp.assess(child, plan).finding(clause).outcome is outcome


SUMMER = [date(2026, 6, 1) + timedelta(days) for days in range(61)]
# The cases say that there is no holiday in between: Saturdays and Sundays alone are off.
CALENDAR = cp.WorkCalendar(
    off=[day for day in SUMMER if day.weekday() >= 5], made_up=[], known=(SUMMER[0], SUMMER[-1])
)


@pytest.mark.parametrize(
    ("step", "received", "expected"),
    [
        ("receipt", date(2026, 6, 1), date(2026, 6, 8)),
        ("refuse", date(2026, 7, 1), date(2026, 7, 22)),
    ],
    ids=["c27", "c28"],
)
def test_the_last_day(step: str, received: date, expected: date) -> None:
    applicant = cp.Applicant(profit_status=cp.ProfitStatus.FOR_PROFIT)
    (path,) = cp.registration_paths(applicant, FILING).paths
    assert path.due(received, CALENDAR, done={"file": received})[step].day == expected
    # The duty has the same limit, counted from the same day.
    limit = FILING.rules[f"9.{step}"].limit
    assert isinstance(limit, w.Limit)
    assert cp.due_on(limit, received, CALENDAR).day == expected


def test_c30_below_150_part_time_is_enough() -> None:
    small = cp.Institution(
        children_in_care=149, full_time_health_workers=0, part_time_health_workers=1
    )
    assert cp.assess(small, HEALTH_CARE).finding("12.part").outcome is MET
    assert cp.assess(small, HEALTH_CARE).finding("12.full").outcome is cp.Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("readings", "expected"),
    [({}, UNKNOWN), ({"per_worker": "ratio"}, NOT_MET), ({"per_worker": "one"}, MET)],
)
def test_c31_the_reading_is_open(readings: dict[str, str], expected: cp.Outcome) -> None:
    large = cp.Institution(
        children_in_care=300, full_time_health_workers=1, part_time_health_workers=0
    )
    asked = cp.assess(large, HEALTH_CARE, readings=readings)
    assert asked.finding("12.full").outcome is expected
