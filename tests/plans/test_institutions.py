"""Rules on institutions: Shiyan 二（三）3 and 二（四）4, Dawa 三（四）2-5, Baodi 四（四）."""

from typing import Any

import pytest

import careplan as cp
from careplan.documents.clauses import Force

SHIYAN, DAWA, BAODI = map(cp.get_plan, ("shiyan_2021", "dawa_2023", "baodi_2020"))
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
NON, FOR = cp.ProfitStatus.NON_PROFIT, cp.ProfitStatus.FOR_PROFIT


def find(plan: cp.Plan, number: str, **facts: Any) -> cp.Outcome:
    """Return the outcome of one clause about an institution of these facts."""
    return cp.assess(cp.Institution(**facts), plan).finding(number).outcome


def test_charges_by_profit_status() -> None:
    # 二（四）4: for-profit by the market, marked and published; non-profit by guidance.
    assert find(SHIYAN, "2.4.4.a", profit_status=FOR, charges_set_fairly=True) is MET
    assert find(SHIYAN, "2.4.4.b", profit_status=FOR, charges_marked_and_published=False) is NOT_MET
    assert find(SHIYAN, "2.4.4.b", profit_status=NON) is NOT_APPLICABLE
    guided = cp.assess(
        cp.Institution(profit_status=NON, charges_follow_guidance=False), SHIYAN
    ).finding("2.4.4.c")
    assert (guided.outcome, guided.force) == (NOT_MET, Force.ADVISORY)  # guidance, no ceiling


def test_standard_filing_and_scope() -> None:
    assert find(SHIYAN, "2.3.3.f") is UNKNOWN  # another text: a declared fact
    assert find(SHIYAN, "2.3.3.f", meets_national_standard=True) is MET
    assert find(SHIYAN, "2.3.3.e", registered=True, filed_with_health=False) is NOT_MET
    assert find(SHIYAN, "2.3.3.e", registered=False) is NOT_APPLICABLE
    assert find(SHIYAN, "2.3.3.c", profit_status=FOR, scope_states_modes=False) is NOT_MET
    assert find(SHIYAN, "2.3.3.c", profit_status=NON) is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("number", "facts", "outcome"),
    [
        ("3.4.2.b", {"away_from_pollution": True}, MET),
        ("3.4.2.c", {"near_fuel_station": True}, NOT_MET),  # 不得临近
        ("3.4.2.c", {"near_fuel_station": False}, UNKNOWN),  # pipelines not stated
        ("3.4.2.c", {"near_fuel_station": False, "near_pipeline": False}, MET),
        ("3.4.2.d", {"crossed_by_power_corridor": True}, NOT_MET),  # 不得穿越
        ("3.4.2.a", {"good_conditions": False}, NOT_MET),
    ],
)
def test_dawa_site(number: str, facts: dict[str, bool], outcome: cp.Outcome) -> None:
    assert find(DAWA, number, site=cp.Site(**facts)) is outcome


def test_dawa_site_not_stated_at_all() -> None:
    found = cp.assess(cp.Institution(), DAWA).finding("3.4.2.c")
    assert found.missing == ("site.near_fuel_station", "site.near_pipeline")
    assert found.force is Force.BINDING  # prohibited binds


def test_dawa_premises() -> None:
    three = cp.Premises(room_groups=list(cp.RoomGroup))
    assert find(DAWA, "3.4.4.a", premises=three) is MET
    two = cp.Premises(room_groups={cp.RoomGroup.INFANT_LIVING, cp.RoomGroup.LOGISTICS})
    assert find(DAWA, "3.4.4.a", premises=two) is NOT_MET
    fitted = cp.Premises(evacuation_route=True, fire_equipment=True, cold_protection=False)
    assert find(DAWA, "3.4.5.a", premises=fitted) is MET
    assert find(DAWA, "3.4.5.b", premises=fitted) is NOT_MET
    assert find(DAWA, "3.4.3.b", newly_built_or_altered=False) is NOT_APPLICABLE
    assert find(DAWA, "3.4.4.b", premises=fitted) is UNKNOWN  # left to the province


def test_baodi_systems_and_publication() -> None:
    five = set(cp.HealthSystem) - {cp.HealthSystem.HEALTH_CARE}
    assert find(BAODI, "4.4.c", health_systems=five) is MET
    subject = cp.Institution(health_systems=five)
    six = cp.assess(subject, BAODI, readings={"health_systems": "two"})
    assert six.finding("4.4.c").outcome is NOT_MET
    assert find(BAODI, "4.4.d", published=list(cp.Disclosure)) is MET
    assert find(BAODI, "4.4.d", published={cp.Disclosure.CHARGES}) is NOT_MET
