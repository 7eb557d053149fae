"""Classes of 2019: so many children to a carer, an age by the calendar, a lease of three years.

The expected numbers are the ratios' arithmetic: 10 children at 3 to a carer need 4 carers (3 are
enough for 9). Ages and leases are counted by the calendar: 1 March 2022 to 28 February 2025 is
three years, as both days belong to a lease.
"""

from datetime import date
from typing import Any

import pytest
from outside.national_classes_2019 import PLAN, Class, ClassSort, Lot, Toddler

import careplan as cp
from careplan.audit import find_flaws
from careplan.testing import assert_explained, boundary_cases, class_cases, decisive_cases

MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
INFANT, TODDLER = ClassSort.INFANT, ClassSort.TODDLER
OLDER, MIXED = ClassSort.OLDER_TODDLER, ClassSort.MIXED


@pytest.mark.parametrize(
    ("kind", "children", "carers"),
    [
        (INFANT, 10, 4),  # 3 carers are enough for 9
        (INFANT, 9, 3),
        (TODDLER, 11, 3),  # 2 for 10
        (TODDLER, 10, 2),
        (OLDER, 20, 3),  # 2 for 14
        (OLDER, 14, 2),
    ],
)
def test_carers_needed(kind: ClassSort, children: int, carers: int) -> None:
    number = f"{kind.value}/carers"
    for there, outcome in ((carers - 1, NOT_MET), (carers, MET), (carers + 1, MET)):
        a = cp.assess(Class(kind=kind, children=children, carers=there), PLAN)
        assert a.finding(number).outcome is outcome
        assert_explained(a)
    # What is said of too few is the number needed.
    a = cp.assess(Class(kind=kind, children=children, carers=carers - 1), PLAN)
    assert f"将保育人员数由{carers - 1}增至{carers}以上（含）" in a.explain("zh")
    (remedy,) = cp.remedies(a)
    assert [option.needed.describe("zh") for option in remedy.options] == [
        # As many children as the carers that are there can have.
        f"幼儿数不超过{(carers - 1) * {INFANT: 3, TODDLER: 5, OLDER: 7}[kind]}",
        f"保育人员数不少于{carers}",
    ]


def test_too_many_children_whatever_the_carers() -> None:
    a = cp.assess(Class(kind=OLDER, children=21), PLAN)
    assert a.outcome is NOT_MET
    assert a.finding("older_toddler/size").outcome is NOT_MET
    assert cp.assess(Class(kind=OLDER, children=20, carers=3), PLAN).outcome is MET


@pytest.mark.parametrize(
    ("given", "missing", "needed"),
    [
        ({"children": 10}, "carers", "carers >= 4"),
        ({"carers": 3}, "children", "children <= 9"),  # 3 x 3
    ],
)
def test_one_that_is_not_stated(given: dict[str, int], missing: str, needed: str) -> None:
    subject = Class(kind=INFANT, **given)
    found = cp.assess(subject, PLAN).finding("infant/carers")
    assert (found.outcome, found.missing) == (UNKNOWN, (missing,))
    asked: Any = found.rule.requires  # type: ignore[union-attr]  # no ladder
    assert repr(cp.residual(asked, subject)) == f"Class.{needed}"


@pytest.mark.parametrize(
    ("readings", "outcome"),
    [({}, NOT_MET), ({"mixed_ratio": "five"}, NOT_MET), ({"mixed_ratio": "six"}, MET)],
)
def test_the_mixed_ratio_is_a_reading(readings: dict[str, str], outcome: cp.Outcome) -> None:
    # 18 children and 3 carers: 6 to each, which is more than 5.
    a = cp.assess(Class(kind=MIXED, children=18, carers=3), PLAN, readings=readings)
    assert a.finding("mixed/carers").outcome is outcome
    (reading,) = a.finding("mixed/carers").readings
    assert reading.interpretation.id == "mixed_ratio"


YEAR_OLD = date(2024, 6, 10)


@pytest.mark.parametrize(
    ("on", "older", "younger"),
    [
        (date(2025, 6, 9), "infant", "infant"),
        (date(2025, 6, 10), "toddler", "infant"),  # exactly 12 months
        (date(2025, 6, 11), "toddler", "toddler"),
        (date(2026, 6, 10), "older_toddler", "toddler"),  # exactly 24
        (date(2026, 6, 11), "older_toddler", "older_toddler"),
        (date(2024, 12, 9), None, None),  # a day short of 6 months
        (date(2024, 12, 10), "infant", "infant"),
        (date(2027, 6, 10), None, None),  # 36 months
    ],
)
def test_the_class_of_a_child(on: date, older: str | None, younger: str | None) -> None:
    for option, expected in (("older", older), ("younger", younger)):
        a = cp.assess(Toddler(born_on=YEAR_OLD), PLAN, readings={"birthday": option}, on=on)
        found = [
            one.number.partition("/")[0]
            for one in a.definitions
            if one.falls_under is cp.Truth.TRUE and not one.number.startswith("mixed")
        ]
        assert found == ([] if expected is None else [expected])


def test_without_the_day_asked_an_age_is_open() -> None:
    a = cp.assess(Toddler(born_on=YEAR_OLD), PLAN)
    assert {one.falls_under for one in a.definitions} == {cp.Truth.UNKNOWN}
    assert {one.missing for one in a.definitions} == {("on",)}


@pytest.mark.parametrize(
    ("until", "outcome"), [(date(2025, 2, 28), MET), (date(2025, 2, 27), NOT_MET), (None, UNKNOWN)]
)
def test_a_lease_of_three_years(until: date | None, outcome: cp.Outcome) -> None:
    lot = Lot(owned=False, lease_from=date(2022, 3, 1), lease_until=until)
    a = cp.assess(lot, PLAN)
    assert a.outcome is outcome
    assert a.missing == (() if until else ("lease_until",))
    if outcome is NOT_MET:
        (remedy,) = cp.remedies(a)
        assert [option.needed.describe("zh") for option in remedy.options] == [
            "租期止不早于2025年2月28日"
        ]


def test_own_premises_need_no_lease() -> None:
    assert cp.assess(Lot(owned=True), PLAN).outcome is MET


def test_cases_and_audit() -> None:
    for made in (boundary_cases(PLAN), decisive_cases(PLAN), class_cases(PLAN)):
        made.check(lambda case: case.answer(PLAN), without=made.without)
        assert len(made) > 20
    assert find_flaws(PLAN) == ()
    assert PLAN.coverage().complete
    nouns, enums = [Class, Toddler, Lot], [ClassSort]
    assert cp.codec.loads(cp.codec.dumps(PLAN), cp.Plan, nouns=nouns, enums=enums) == PLAN
