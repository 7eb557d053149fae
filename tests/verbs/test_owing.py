"""What is owed now: duties that bind or may, rungs from the highest, and what would settle it."""

import pytest
from outside.chongqing_2017 import PLAN, Kind, Place
from small_plans import MAY, MUST, plan_of

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput, NotFound

employer = cp.facts(cp.Employer)


def hospital(area: int | None, flow: int | None) -> Place:
    """Make a hospital of a size, with visitors."""
    return Place(category=Kind.HOSPITAL, building_area_m2=area, daily_visitors=flow)


def test_the_rungs_that_may_bind_from_the_highest() -> None:
    # 7,000 m2 owes 6 square metres, and 10 if more than 10,000 come a day.
    found = cp.owed(hospital(7_000, None), PLAN)
    said = found.explain("zh").splitlines()
    assert said[:2] == ["待补充：可能适用的义务2项。", "依据：母婴室设置要求（本库概述）"]
    at = said.index("应尽义务")
    assert [said[at + 1], said[at + 3], said[at + 5]] == [
        "  一：待补充",
        "  一：待补充",
        "待补充情况（1项）",
    ]
    assert "至少1间母婴室面积不少于10平方米" in said[at + 2]
    assert "至少1间母婴室面积不少于6平方米" in said[at + 4]
    assert found.explain("zh", detail="short").splitlines() == said[:2]
    assert [(row["number"], row["binds"], row["missing"]) for row in found.records()] == [
        ("1.b", "unknown", "daily_visitors"),
        ("1.a", "unknown", "daily_visitors"),
    ]
    settled = cp.owed(hospital(7_000, 0), PLAN)
    assert [(one.number, one.applies) for one in settled.duties] == [("1.a", cp.Truth.TRUE)]
    assert settled.missing == ()


def test_nothing_binds() -> None:
    found = cp.owed(hospital(4_999, 4_999), PLAN)
    assert found.explain("en").splitlines()[0] == "Nothing: No duty binds."
    assert found.records() == []


def test_rules_are_owed_as_well_and_advice_is_not() -> None:
    large = employer.female_employees >= 100
    plan = plan_of(
        w.Rule(clause=MUST, part="large", applies=large, requires=cp.some(employer.rooms)),
        w.Rule(clause=MUST, part="small", applies=cp.not_(large), requires=cp.all_of()),
        w.Rule(clause=MAY, requires=cp.some(employer.rooms)),
    )
    assert [one.number for one in cp.owed(cp.Employer(female_employees=100), plan).duties] == [
        "1/large"
    ]
    # Nor does advice that stands first hide what is owed.
    first = plan_of(*reversed(plan.rules))
    assert [one.number for one in cp.owed(cp.Employer(female_employees=100), first).duties] == [
        "1/large"
    ]
    open_ = cp.owed(cp.Employer(), plan)
    assert [one.number for one in open_.duties] == ["1/large", "1/small"]
    assert open_.missing == ("female_employees",)


def test_a_subject_is_a_noun_and_a_reading_is_known() -> None:
    with pytest.raises(InvalidInput, match="subject"):
        cp.owed("医院", PLAN)  # type: ignore[type-var]  # on purpose
    with pytest.raises(NotFound):
        cp.owed(hospital(1, 1), PLAN, readings={"area": "usable"})
