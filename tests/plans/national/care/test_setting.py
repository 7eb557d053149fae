"""The setting standard and management norm: each figure below, at and above, by its fact's id."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import careplan as cp

PLAN = cp.get_plan("national_setting_2019")
KINDS = {one.value: one for one in cp.ClassKind}
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
ABSENT = cp.Outcome.NOT_APPLICABLE


def outcome(subject: Any, clause: str) -> cp.Outcome:
    """Say what one clause answers."""
    return cp.assess(subject, PLAN).finding(clause).outcome


def cites(clause: str, fact: str) -> bool:
    """Say whether a clause is known by a fact."""
    known = PLAN.clause(clause).known_from
    return known is not None and fact in known.facts


@pytest.mark.parametrize(
    ("kind", "most"), [("infant", 10), ("small", 15), ("large", 20), ("mixed", 18)]
)
def test_children_in_a_class(kind: str, most: int) -> None:
    fact = "ss.mixed.max" if kind == "mixed" else f"ss.class.{kind}.max"
    clause = f"ss.19.{kind}.max"
    assert cites(clause, fact)
    for children, expected in ((most - 1, MET), (most, MET), (most + 1, NOT_MET)):
        group = cp.ClassGroup(kind=KINDS[kind], children=children)
        assert outcome(group, clause) is expected
        assert outcome(cp.Institution(classes=[group]), f"{clause}/institution") is expected


@pytest.mark.parametrize(("kind", "each"), [("infant", 3), ("small", 5), ("large", 7)])
def test_children_for_each_carer(kind: str, each: int) -> None:
    clause = f"ss.20.{kind}"
    assert cites(clause, f"ss.ratio.{kind}")
    for children, expected in ((2 * each - 1, MET), (2 * each, MET), (2 * each + 1, NOT_MET)):
        group = cp.ClassGroup(kind=KINDS[kind], children=children, carers=2)
        assert outcome(group, clause) is expected
        assert outcome(cp.Institution(classes=[group]), f"{clause}/institution") is expected
    # Who cares for nobody needs nobody.
    assert outcome(cp.ClassGroup(kind=KINDS[kind], children=0, carers=0), clause) is MET


@pytest.mark.parametrize(("months", "expected"), [(17, NOT_MET), (18, MET), (19, MET)])
def test_the_youngest_of_a_mixed_class(months: int, expected: cp.Outcome) -> None:
    assert cites("ss.19.mixed.age", "ss.mixed.age_from")
    group = cp.ClassGroup(kind=cp.ClassKind.MIXED, youngest_months=months)
    assert outcome(group, "ss.19.mixed.age") is expected


@pytest.mark.parametrize(
    ("clause", "low", "high"),
    [("ss.19.infant.age", 6, 12), ("ss.19.small.age", 12, 24), ("ss.19.large.age", 24, 36)],
)
def test_the_ages_of_a_kind(clause: str, low: int, high: int) -> None:
    # ss.class.*.age_from and age_to: both edges belong to it.
    kind = clause.split(".")[2]
    assert cites(clause, f"ss.class.{kind}.age_from")
    assert cites(clause, f"ss.class.{kind}.age_to")
    (defined,) = (one for one in PLAN.definitions if one.clause.number == clause)
    for youngest, oldest, expected in (
        (low - 1, high, cp.Truth.FALSE),
        (low, high, cp.Truth.TRUE),
        (low, high + 1, cp.Truth.FALSE),
    ):
        group = cp.ClassGroup(youngest_months=youngest, oldest_months=oldest)
        assert isinstance(defined.criterion, cp.Criterion)
        assert cp.evaluate(defined.criterion, group).truth is expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2026, 12, 30), NOT_MET),
        (date(2026, 12, 31), MET),  # both days belong to a lease
        (date(2027, 1, 1), MET),
        (None, UNKNOWN),
    ],
)
def test_the_lease(until: date | None, expected: cp.Outcome) -> None:
    assert cites("ss.11", "ss.lease")
    premises = cp.Premises(owned=False, lease_from=date(2024, 1, 1), lease_until=until)
    assert outcome(cp.Institution(premises=premises), "ss.11") is expected


@pytest.mark.parametrize(
    ("diploma", "expected"),
    [
        (cp.Diploma.BELOW_COLLEGE, NOT_MET),
        (cp.Diploma.COLLEGE, MET),
        (cp.Diploma.BACHELOR, MET),
        (cp.Diploma.GRADUATE, MET),
        (None, UNKNOWN),
    ],
)
def test_the_diploma_of_the_head(diploma: cp.Diploma | None, expected: cp.Outcome) -> None:
    assert cites("ss.18.degree", "ss.head.degree")
    head = cp.StaffMember(role=cp.StaffRole.HEAD, diploma=diploma)
    assert outcome(head, "ss.18.degree") is expected
    assert outcome(cp.Institution(staff=[head]), "ss.18.degree/institution") is expected


@pytest.mark.parametrize(("years", "expected"), [(Decimal("2.9"), NOT_MET), (3, MET), (4, MET)])
def test_the_years_of_the_head(years: Any, expected: cp.Outcome) -> None:
    assert cites("ss.18.years", "ss.head.years")
    head = cp.StaffMember(role=cp.StaffRole.HEAD, relevant_years=years, post_training_passed=True)
    assert outcome(head, "ss.18.years") is expected


@pytest.mark.parametrize(("passed", "expected"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_the_training_has_to_be_passed(passed: bool | None, expected: cp.Outcome) -> None:
    # ss.head.years: the training for the post stands in the same sentence.
    head = cp.StaffMember(role=cp.StaffRole.HEAD, relevant_years=3, post_training_passed=passed)
    assert outcome(head, "ss.18.years") is expected


def test_nobody_has_a_certificate_of_what_was_not_passed() -> None:
    with pytest.raises(cp.InvalidInput):
        cp.StaffMember(post_training_passed=False, certified_on=date(2026, 3, 2))


def test_others_than_the_head_are_not_asked() -> None:
    carer = cp.StaffMember(role=cp.StaffRole.CARER)
    assert outcome(carer, "ss.18.degree") is ABSENT
    assert outcome(cp.Institution(staff=[carer]), "ss.18.degree/institution") is ABSENT


@pytest.mark.parametrize(
    ("checked", "expected"),
    [(date(2026, 1, 9), NOT_MET), (date(2026, 1, 10), MET), (None, UNKNOWN)],
)
def test_the_check_is_one_since_the_child_left(checked: date | None, expected: cp.Outcome) -> None:
    assert cites("mr.11", "mr.recheck")
    child = cp.Child(
        left_on=date(2026, 1, 10), returned_on=date(2026, 4, 10), health_checked_on=checked
    )
    assert outcome(child, "mr.11") is expected
    assert outcome(cp.Institution(returned_children=[child]), "mr.11/institution") is expected


@pytest.mark.parametrize(("days", "expected"), [(89, NOT_MET), (90, MET), (91, MET)])
def test_video(days: int, expected: cp.Outcome) -> None:
    assert cites("mr.32", "mr.video")
    assert outcome(cp.Institution(video_kept_days=days), "mr.32") is expected


@pytest.mark.parametrize(("hours", "expected"), [("1.9", NOT_MET), ("2", MET), ("2.1", MET)])
def test_time_outdoors_is_advice(hours: str, expected: cp.Outcome) -> None:
    assert cites("mr.18", "mr.outdoor")
    assert outcome(cp.Institution(outdoor_hours_a_day=Decimal(hours)), "mr.18") is expected
    assert PLAN.rules["mr.18"].force.value == "advisory"


def test_nothing_is_met_over_articles_that_nobody_checked() -> None:
    group = cp.ClassGroup(kind=cp.ClassKind.INFANT, children=10, carers=4)
    head = cp.StaffMember(
        role=cp.StaffRole.HEAD,
        diploma=cp.Diploma.COLLEGE,
        relevant_years=3,
        post_training_passed=True,
    )
    stated: dict[str, Any] = {
        "premises": cp.Premises(owned=True),
        "classes": [group],
        "staff": [head],
        "returned_children": [],
        "video_kept_days": 90,
        "outdoor_hours_a_day": 2,
    }
    answer = cp.assess(cp.Institution(**stated), PLAN)
    assert (answer.outcome, answer.missing) == (UNKNOWN, ("meets_other_national_rules",))
    whole = cp.Institution(**stated, meets_other_national_rules=True)
    assert cp.assess(whole, PLAN).outcome is MET
