"""The rules on women workers: hours to nurse, and a room for it."""

import pytest

import careplan as cp

PLAN = cp.get_plan("national_women_2012")
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE


def nursing(infants: int | None, hours: float | None, months: int | None = 8) -> cp.NursingEmployee:
    """Return a woman who nurses."""
    return cp.NursingEmployee(
        infants_nursed=infants, infant_age_months=months, nursing_hours_a_day=hours
    )


def outcomes(worker: cp.NursingEmployee) -> set[cp.Outcome]:
    """Return the outcome for her, and for an employer of whom only she is known to nurse."""
    employer = cp.Employer(nursing_employees=[worker], many_female_employees=False)
    return {cp.assess(worker, PLAN).outcome, cp.assess(employer, PLAN).outcome}


# wom.break: 1 hour; wom.extra: 1 more for each further infant
HOURS = [
    (1, 0.99, NOT_MET), (1, 1, MET), (1, 1.01, MET),
    (2, 1.99, NOT_MET), (2, 2, MET), (2, 2.01, MET),
    (3, 2.99, NOT_MET), (3, 3, MET), (3, 3.01, MET),
    (2, None, UNKNOWN), (None, 1, UNKNOWN), (None, 0.5, NOT_MET),
]  # fmt: skip


@pytest.mark.parametrize(("infants", "hours", "outcome"), HOURS)
def test_as_many_hours_as_infants(
    infants: int | None, hours: float | None, outcome: cp.Outcome
) -> None:
    assert outcomes(nursing(infants, hours)) == {outcome}


def test_until_the_infant_is_one_year_old() -> None:
    # wom.break: 哺乳未满1周岁, and 不满 excludes the number (Civil Code 1259)
    for months, outcome in ((11, NOT_MET), (12, NOT_APPLICABLE), (13, NOT_APPLICABLE)):
        assert outcomes(nursing(1, 0, months)) == {outcome}
        assert outcomes(nursing(3, 1, months)) == {outcome}


def test_the_clause_of_a_multiple_birth_is_its_own() -> None:
    a = cp.assess(nursing(3, 1), PLAN)
    assert (a.finding("9.2.a").outcome, a.finding("9.2.b").outcome) == (MET, NOT_MET)
    alone = cp.assess(nursing(1, 1), PLAN)
    assert alone.finding("9.2.b").outcome is NOT_APPLICABLE


def test_an_employer_owes_each_of_them_her_own_hours() -> None:
    workers = [nursing(1, 1), nursing(2, 1), nursing(1, 0, months=14)]
    a = cp.assess(cp.Employer(nursing_employees=workers, many_female_employees=False), PLAN)
    assert a.finding("9.2.a/employer").outcome is MET
    assert a.finding("9.2.b/employer").outcome is NOT_MET
    assert "第2名哺乳期女职工" in a.explain("zh")


def test_nobody_who_nurses_is_nobody_to_ask_for() -> None:
    a = cp.assess(cp.Employer(nursing_employees=[], many_female_employees=False), PLAN)
    assert a.outcome is NOT_APPLICABLE


def test_many_women_have_a_room_for_nursing() -> None:
    # Article 10: 哺乳室等设施
    for use, outcome in ((cp.RoomUse.LACTATION, MET), (cp.RoomUse.NURSERY, NOT_MET)):
        employer = cp.Employer(
            many_female_employees=True, rooms=[cp.Room(use=use)], nursing_employees=[]
        )
        assert cp.assess(employer, PLAN).outcome is outcome
