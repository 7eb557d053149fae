"""The desk's own rules against the kit: the right ones pass, and each planted fault is found."""

from collections.abc import Callable, Mapping

import pytest
from county_desk import playgrounds, rules
from county_desk.playgrounds import Playground

import careplan as cp
from careplan import testing

SHUANGLIAO = cp.get_plan("shuangliao_2021")
# Readings and the fact itself: every fact that decides about 四（一）, and about the county's own.
LARGE_ROOM = testing.decisive_cases(SHUANGLIAO, only="4.1.b")
OWN_ROOM = testing.decisive_cases(playgrounds.PLAN, only="1")

VenueRule = Callable[[cp.Venue, Mapping[str, str]], cp.Outcome]
PlaygroundRule = Callable[[Playground], cp.Outcome]


def of_venues(rule: VenueRule) -> Callable[[testing.BoundaryCase], cp.Outcome]:
    """Ask a rule about venues as a case says."""

    def answer(case: testing.BoundaryCase) -> cp.Outcome:
        assert isinstance(case.subject, cp.Venue)
        return rule(case.subject, case.readings)

    return answer


def of_playgrounds(rule: PlaygroundRule) -> Callable[[testing.BoundaryCase], cp.Outcome]:
    """Ask a rule about playgrounds as a case says."""

    def answer(case: testing.BoundaryCase) -> cp.Outcome:
        assert isinstance(case.subject, Playground)
        return rule(case.subject)

    return answer


def from_10_000(venue: cp.Venue, readings: Mapping[str, str]) -> cp.Outcome:
    """Answer 四（一） with 超过 read as 以上."""
    above = None if venue.building_area_m2 is None else venue.building_area_m2 >= 10_000
    rooms = None
    if venue.rooms is not None:
        rooms = rules.either(*(rules.is_large(room, readings) for room in venue.rooms))
    return rules.outcome(rules.both(rules.is_listed(venue, readings), above), rooms)


def blank_is_no(venue: cp.Venue, readings: Mapping[str, str]) -> cp.Outcome:
    """Answer 四（一） with what is not stated read as no."""
    above = venue.building_area_m2 is not None and venue.building_area_m2 > 10_000
    large = any(rules.is_large(room, readings) is True for room in venue.rooms or ())
    return rules.outcome(rules.is_listed(venue, readings) is True and above, large)


def from_3_000(playground: Playground) -> cp.Outcome:
    """Answer the county's own 一 with 超过 read as 以上."""
    if playground.area_m2 == 3_000:
        return rules.playground_room(Playground(area_m2=3_001, rooms=playground.rooms))
    return rules.playground_room(playground)


@pytest.mark.parametrize("case", LARGE_ROOM, ids=lambda case: case.id)
def test_the_large_room_of_shuangliao(case: testing.BoundaryCase) -> None:
    assert of_venues(rules.large_room)(case) is case.expected


@pytest.mark.parametrize("case", OWN_ROOM, ids=lambda case: case.id)
def test_the_countys_own_room(case: testing.BoundaryCase) -> None:
    assert of_playgrounds(rules.playground_room)(case) is case.expected


def test_the_right_rules_pass() -> None:
    LARGE_ROOM.check(of_venues(rules.large_room))
    OWN_ROOM.check(of_playgrounds(rules.playground_room))
    testing.boundary_cases(SHUANGLIAO, only="4.1.b").check(of_venues(rules.large_room))
    testing.boundary_cases(playgrounds.PLAN, only="1").check(of_playgrounds(rules.playground_room))


@pytest.mark.parametrize("rule", [from_10_000, blank_is_no])
def test_a_fault_of_a_rule_about_venues_is_found(rule: VenueRule) -> None:
    with pytest.raises(AssertionError, match=r"4\.1\.b.*四（一）"):
        LARGE_ROOM.check(of_venues(rule))


@pytest.mark.parametrize("rule", [from_3_000])
def test_a_fault_of_the_countys_own_rule_is_found(rule: PlaygroundRule) -> None:
    with pytest.raises(AssertionError, match=r"\b1\b.*一"):
        OWN_ROOM.check(of_playgrounds(rule))
