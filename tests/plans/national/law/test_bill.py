"""The childcare services law is a bill: not in force on any day, and without a rule."""

from datetime import date

import careplan as cp

PLAN = cp.get_plan("national_childcare_bill_2025")
LAW = cp.get_plan("national_population_law_2021")


def test_a_bill_is_in_force_on_no_day() -> None:
    # The issue: first reading 2025-12-22; not in force in September 2026, by the newest source
    for day in (date(2025, 12, 22), date(2026, 9, 1), date(2030, 1, 1)):
        assert cp.in_force([PLAN, LAW], day) == (LAW,)


def test_a_bill_has_no_rule() -> None:
    assert PLAN.encoded() == ()
    assert set(PLAN.not_encoded) == {one.number for one in PLAN.clauses}
    a = cp.assess(cp.Institution(), PLAN)
    assert a.outcome is cp.Outcome.NOT_APPLICABLE


def test_it_says_what_it_would_change() -> None:
    said = PLAN.show("licence").explain("zh")
    assert "准入许可" in said
    assert "草案，尚未施行" in said
    assert PLAN.show("licence").known_from.official
