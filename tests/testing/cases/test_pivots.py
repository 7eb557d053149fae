"""Where a fact may stand, by its kind and by the sign, and what is then answered."""

from datetime import date
from typing import Any

import attrs
import pytest
from testing.cases.small_plans import by_library, plan_of

import careplan as cp
from careplan.fields.declaring import Noun, day
from careplan.testing.cases.boundaries import boundary_cases, decisive_cases
from careplan.testing.cases.pivots import Place, pivots

room, venue, institution = cp.facts(cp.Room), cp.facts(cp.Venue), cp.facts(cp.Institution)


@pytest.mark.parametrize(
    ("requires", "answers"),
    [
        (room.area_m2 >= 10, "NMM"),
        (room.area_m2 > 10, "NNM"),
        (room.area_m2 <= 10, "MMN"),
        (room.area_m2 < 10, "MNN"),
        (room.area_m2 == 10, "NMN"),
        (room.area_m2 != 10, "MNM"),
        (cp.not_(room.area_m2 >= 10), "MNN"),
        (cp.not_(cp.not_(room.area_m2 >= 10)), "NMM"),
        (cp.any_of(room.private, room.area_m2 >= 10), "NMM"),
        (cp.all_of(room.area_m2 >= 10, room.area_m2 < 11, room.private), "NMM"),
        (room.equipment[cp.Equipment.TABLE] >= 1, "NMM"),
    ],
)
def test_the_sign_says_what_holds_around_a_threshold(requires: Any, answers: str) -> None:
    names = {"M": cp.Outcome.MET, "N": cp.Outcome.NOT_MET}
    plan = plan_of(requires)
    cases = boundary_cases(plan)
    first = next(iter(cases)).leaf
    found = [case.expected for case in cases if case.leaf == first]
    assert found == [names[letter] for letter in answers]
    cases.check(by_library(plan))


def test_below_the_least_possible_value_there_is_no_case() -> None:
    plan = plan_of(requires=venue.coach_station_grade > 1)
    assert [case.place for case in boundary_cases(plan)] == [Place.AT, Place.ABOVE]


@attrs.frozen(kw_only=True)
class Permit(Noun):
    """A noun of a caller's own, with days."""

    granted_on: date | None = day("发证日期", "day of grant")
    asked_on: date | None = day("申请日期", "day of request", required=True)


def test_the_calendar_has_nothing_before_its_first_day_and_after_its_last() -> None:
    permit = cp.facts(Permit)
    after_first = boundary_cases(plan_of(requires=permit.asked_on > date.min))
    assert [(case.place, case.value, case.expected) for case in after_first] == [
        (Place.AT, date(1, 1, 1), cp.Outcome.NOT_MET),
        (Place.ABOVE, date(1, 1, 2), cp.Outcome.MET),
    ]
    before_last = boundary_cases(plan_of(requires=permit.asked_on < date.max))
    assert [(case.place, case.value, case.expected) for case in before_last] == [
        (Place.BELOW, date(9999, 12, 30), cp.Outcome.MET),
        (Place.AT, date(9999, 12, 31), cp.Outcome.NOT_MET),
    ]


def test_the_day_asked_decides_in_no_case() -> None:
    [granted] = pivots(cp.elapsed(cp.facts(Permit).granted_on, months=6))
    assert granted.fact == ("granted_on",)


def test_days_are_a_day_apart() -> None:
    permit = cp.facts(Permit)
    plan = plan_of(requires=permit.asked_on <= date(2024, 3, 1))
    assert [(case.value, case.expected.name) for case in boundary_cases(plan)] == [
        (date(2024, 2, 29), "MET"),
        (date(2024, 3, 1), "MET"),
        (date(2024, 3, 2), "NOT_MET"),
    ]
    # What must be stated cannot be left out, so that case is not made.
    places = {case.place for case in decisive_cases(plan)}
    assert places == {Place.BELOW, Place.AT, Place.ABOVE}
    # Nor is a subject made that lacks it: the kit states some day beside what decides.
    beside = boundary_cases(plan_of(requires=permit.granted_on <= date(2024, 3, 1)))
    assert beside.without == ()
    assert [(case.value, case.expected.name) for case in beside] == [
        (date(2024, 2, 29), "MET"),
        (date(2024, 3, 1), "MET"),
        (date(2024, 3, 2), "NOT_MET"),
    ]
    assert all(case.subject.asked_on is not None for case in beside)


def test_a_fact_of_a_part_decides() -> None:
    plan = plan_of(requires=cp.not_(institution.site.near_pipeline))
    cases = decisive_cases(plan)
    cases.check(by_library(plan))
    assert [(c.path, c.value, c.expected.name) for c in cases] == [
        ("site.near_pipeline", True, "NOT_MET"),
        ("site.near_pipeline", False, "MET"),
        ("site.near_pipeline", None, "UNKNOWN"),
        ("site", None, "UNKNOWN"),
    ]


def test_a_member_of_a_set_decides() -> None:
    modes = cp.facts(cp.Applicant).service_modes
    full, half = cp.ServiceMode.FULL_DAY, cp.ServiceMode.HALF_DAY
    plan = plan_of(requires=cp.all_of(cp.has(modes, full), cp.not_(cp.has(modes, half))))
    cases = decisive_cases(plan)
    cases.check(by_library(plan))
    # An applicant cannot list no mode at all, so another one stands in for the one asked for.
    assert {case.place for case in cases} == {Place.AS_ASKED, Place.OTHERWISE, Place.UNSTATED}


def test_text_is_not_listed_and_so_decides_nothing() -> None:
    locality = cp.facts(cp.SlotCount).locality
    assert decisive_cases(plan_of(requires=locality == "大洼街道")).without == ("1.a",)
    [pivot] = pivots(locality == "大洼街道")
    assert pivot.points(cp.SlotCount(locality="x", on=date(2024, 1, 1), slots=1)) == ()
