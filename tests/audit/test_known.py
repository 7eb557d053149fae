"""Binding duties that rest on less than a solid source are named, and no others."""

from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.audit import Severity, find_flaws

VENUE = cp.facts(cp.Venue)
WEAK = w.known_from(w.Support.CORROBORATED, "甲网", also=["某标准"])
SOLID = w.known_from(w.Support.SOLID, "甲网", "乙网")


def plan_of(modality: w.Modality, known: w.KnownFrom | None, *encoding: Any) -> cp.Plan:
    clause = w.clause("1", "一", modality, "应建母婴室", "A room.", *encoding, known_from=known)
    return w.Plan.of("known", w.Document(title="某标准", issuer="某部"), (clause,))


@pytest.mark.parametrize(
    ("modality", "known", "found"),
    [
        (w.MUST, WEAK, ("1",)),
        (w.PROHIBITED, WEAK, ("1",)),
        (w.SHOULD, WEAK, ()),
        (w.MUST, w.known_from(w.Support.UNSEEN), ("1",)),
        (w.MUST, SOLID, ()),
        (w.MUST, None, ()),
    ],
)
def test_what_binds_and_is_not_solid_is_named(
    modality: w.Modality, known: w.KnownFrom | None, found: tuple[str, ...]
) -> None:
    plan = plan_of(modality, known, w.duty(requires=VENUE.daily_visitors > 3))
    flaws = [flaw for flaw in find_flaws(plan) if flaw.code == "not_solid"]
    assert tuple(flaw.clauses[0] for flaw in flaws) == found
    for flaw in flaws:
        assert flaw.severity is Severity.WARNING
        assert "未见" in flaw.text("zh")
        assert "was not seen" in flaw.text("en")


def test_a_ladder_is_named_rung_by_rung() -> None:
    rungs = [
        w.rung(part=part, applies=VENUE.building_area_m2 >= area, requires=cp.some(VENUE.rooms))
        for part, area in (("low", 5_000), ("high", 10_000))
    ]
    plan = plan_of(w.MUST, WEAK, w.ladder(*rungs))
    assert [flaw.clauses for flaw in find_flaws(plan) if flaw.code == "not_solid"] == [
        ("1/low",),
        ("1/high",),
    ]


def test_routes_are_named_as_well() -> None:
    applicant = cp.facts(cp.Applicant)
    route = w.route(cp.Body.CIVIL_AFFAIRS, None, applicant.in_special_zone, part="office")
    plan = plan_of(w.MUST, WEAK, w.registration(part="registration", routes=(route,)))
    assert [flaw.clauses for flaw in find_flaws(plan) if flaw.code == "not_solid"] == [
        ("1/office",)
    ]
