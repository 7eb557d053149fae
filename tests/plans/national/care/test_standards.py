"""Health care, hygiene, family points and quality: each figure below, at and above, by its fact."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import careplan as cp
from careplan.audit import find_flaws

HEALTH_CARE, HYGIENE, FAMILY, QUALITY = map(
    cp.get_plan,
    (
        "national_health_care_2010",
        "national_hygiene_2022",
        "national_family_2023",
        "national_quality_2023",
    ),
)
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
ABSENT = cp.Outcome.NOT_APPLICABLE


def answered(subject: Any, plan: cp.Plan, clause: str, fact: str) -> cp.Outcome:
    """Say what a clause answers, which is known by this fact."""
    known = plan.clause(clause.partition("/")[0]).known_from
    assert known is not None
    assert fact in known.facts
    return cp.assess(subject, plan).finding(clause).outcome


@pytest.mark.parametrize(
    ("children", "part_time", "full_time", "part", "full"),
    [
        (149, 0, 0, NOT_MET, ABSENT),
        (149, 1, 0, MET, ABSENT),
        (149, 0, 1, MET, ABSENT),
        # 150以上 includes 150: part-time is not enough.
        (150, 1, 0, ABSENT, NOT_MET),
        (150, 0, 1, ABSENT, MET),
        # One to 151 is less than one to 150: the readings differ.
        (151, 0, 1, ABSENT, UNKNOWN),
        (300, 0, 2, ABSENT, MET),
        (301, 0, 2, ABSENT, UNKNOWN),
    ],
)
def test_health_workers(
    children: int, part_time: int, full_time: int, part: cp.Outcome, full: cp.Outcome
) -> None:
    institution = cp.Institution(
        children_in_care=children,
        part_time_health_workers=part_time,
        full_time_health_workers=full_time,
    )
    assert answered(institution, HEALTH_CARE, "12.part", "d76.part") is part
    assert answered(institution, HEALTH_CARE, "12.full", "d76.full") is full


@pytest.mark.parametrize(("accepted", "expected"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_what_the_health_authority_accepts_decides(
    accepted: bool | None, expected: cp.Outcome
) -> None:
    institution = cp.Institution(
        children_in_care=300, full_time_health_workers=1, health_workers_accepted=accepted
    )
    assert answered(institution, HEALTH_CARE, "12.full", "d76.full") is expected


@pytest.mark.parametrize(
    ("back", "expected"), [(date(2026, 4, 9), ABSENT), (date(2026, 4, 10), NOT_MET)]
)
def test_children_who_were_away(back: date, expected: cp.Outcome) -> None:
    child = cp.Child(
        left_on=date(2026, 1, 10), returned_on=back, health_checked_on=date(2025, 12, 1)
    )
    assert answered(child, HEALTH_CARE, "18", "d76.recheck") is expected
    institution = cp.Institution(returned_children=[child])
    assert answered(institution, HEALTH_CARE, "18/institution", "d76.recheck") is expected


@pytest.mark.parametrize(
    ("plan", "day"),
    # d76.force, ws.force
    [(HEALTH_CARE, date(2010, 11, 1)), (QUALITY, date(2024, 4, 1))],
)
def test_in_force_from_its_day_on(plan: cp.Plan, day: date) -> None:
    assert plan.document.holds_on(day) is cp.Truth.TRUE
    assert plan.document.holds_on(date(day.year, day.month - 1, 28)) is cp.Truth.FALSE


@pytest.mark.parametrize(("windows", "expected"), [("9.99", NOT_MET), ("10", MET), ("10.01", MET)])
@pytest.mark.parametrize(("plan", "fact"), [(HYGIENE, "he.window"), (QUALITY, "ws.window")])
def test_windows_are_a_fifth_of_the_floor(
    plan: cp.Plan, fact: str, windows: str, expected: cp.Outcome
) -> None:
    # 0.20 x 50 = 10
    premises = cp.Premises(window_area_m2=Decimal(windows), floor_area_m2=50)
    assert answered(cp.Institution(premises=premises), plan, "window", fact) is expected


def test_the_standard_of_quality_only_advises() -> None:
    dark = cp.Premises(window_area_m2=1, floor_area_m2=50)
    answer = cp.assess(cp.Institution(premises=dark, video_kept_days=1), QUALITY)
    assert (answer.finding("9.4.3").outcome, answer.outcome) == (NOT_MET, ABSENT)


@pytest.mark.parametrize(("days", "expected"), [(89, NOT_MET), (90, MET), (91, MET)])
def test_video(days: int, expected: cp.Outcome) -> None:
    institution, point = cp.Institution(video_kept_days=days), cp.FamilyPoint(video_kept_days=days)
    assert answered(institution, QUALITY, "9.4.3", "ws.video") is expected
    assert answered(point, FAMILY, "video", "fp.video") is expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [({}, UNKNOWN), ({"receipt_given": True}, MET), ({"refusal_notice_given": True}, MET)],
)
def test_the_check_on_the_spot(stated: dict[str, Any], expected: cp.Outcome) -> None:
    assert answered(cp.Filing(**stated), HYGIENE, "verify", "he.verify") is expected
    limit = HYGIENE.rules["verify"].limit
    assert limit is not None
    assert limit.told("en") == "within 15 working days of receipt of the filing materials"


@pytest.mark.parametrize(("children", "expected"), [(4, MET), (5, MET), (6, NOT_MET)])
def test_children_of_a_family_point(children: int, expected: cp.Outcome) -> None:
    assert answered(cp.FamilyPoint(children=children), FAMILY, "max", "fp.max") is expected


@pytest.mark.parametrize(
    ("children", "carers", "expected"), [(3, 1, MET), (4, 1, NOT_MET), (5, 2, MET)]
)
def test_carers_of_a_family_point(children: int, carers: int, expected: cp.Outcome) -> None:
    point = cp.FamilyPoint(children=children, carers=carers)
    assert answered(point, FAMILY, "ratio", "fp.ratio") is expected


@pytest.mark.parametrize(
    ("owned", "until", "expected"),
    [
        (True, None, MET),
        (False, None, UNKNOWN),
        (False, date(2026, 12, 30), NOT_MET),
        (False, date(2026, 12, 31), MET),
        (False, date(2027, 1, 1), MET),
    ],
)
def test_the_home_of_a_family_point(owned: bool, until: date | None, expected: cp.Outcome) -> None:
    point = cp.FamilyPoint(owned=owned, lease_from=date(2024, 1, 1), lease_until=until)
    assert answered(point, FAMILY, "lease", "fp.lease") is expected


CARE = (
    "national_setting_2019",
    "national_filing_2019",
    "national_health_care_2010",
    "national_hygiene_2022",
    "national_family_2023",
    "national_quality_2023",
)


@pytest.mark.parametrize("plan_id", CARE)
def test_each_plan_is_whole_and_says_how_each_clause_is_known(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    assert plan_id in cp.national_plan_ids()
    assert plan_id not in cp.plan_ids()
    assert plan.id == plan_id
    assert plan.coverage().complete
    assert all(clause.known_from is not None for clause in plan.clauses)
    assert {flaw.severity.value for flaw in find_flaws(plan)} <= {"warning", "note"}
    assert set(plan.document.parallels) <= set(cp.national_plan_ids())
