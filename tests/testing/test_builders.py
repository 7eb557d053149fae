"""Builders state everything, break no rule, and change what they are told to."""

import re
from typing import Any

import pytest

import careplan as cp
from careplan import testing
from careplan.fields.declaring import facts_declared
from careplan.nouns.catalogue import NOUNS

UNTYPED: Any = testing  # to hand its functions what a type checker would refuse
# Each noun has a maker of its name.
MAKERS = {
    getattr(UNTYPED, "make_" + re.sub(r"(?<!^)(?=[A-Z])", "_", noun.__name__).lower()): noun
    for noun in NOUNS
}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_fact_is_stated(noun: type[cp.Noun]) -> None:
    built = testing.build(noun)
    open_facts = {name for name in facts_declared(noun) if getattr(built, name) is None}
    assert open_facts == ({"part", "whole"} if noun is cp.Measurement else set())


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_what_is_built_breaks_no_binding_rule(noun: type[cp.Noun], plan_id: str) -> None:
    assessment = cp.assess(testing.build(noun), cp.get_plan(plan_id))
    assert assessment.outcome in {cp.Outcome.MET, cp.Outcome.NOT_APPLICABLE}


def test_some_of_it_meets_something() -> None:
    assert cp.assess(testing.make_venue(), cp.get_plan("shuangliao_2021")).outcome is cp.Outcome.MET
    [path] = cp.registration_paths(testing.make_applicant(), cp.get_plan("shiyan_2021")).paths
    assert path.registrar is cp.Body.CIVIL_AFFAIRS
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    count = testing.make_slot_count()
    assert cp.track_progress(ledger, [count], on=count.on)[count.locality].outcome is (
        cp.Outcome.MET
    )


@pytest.mark.parametrize(("make", "noun"), MAKERS.items())
def test_each_maker_makes_its_noun(make: Any, noun: type[cp.Noun]) -> None:
    assert make() == testing.build(noun)
    name = next(iter(facts_declared(noun)))
    assert make(**{name: getattr(make(), name)}) == make()


# What the docstring of each maker says.
def test_the_plain_case_is_as_described() -> None:
    applicant, room, venue = testing.make_applicant(), testing.make_room(), testing.make_venue()
    assert applicant.profit_status is cp.ProfitStatus.NON_PROFIT
    assert applicant.service_modes == {cp.ServiceMode.FULL_DAY}
    assert testing.make_child().age_months == 30
    assert testing.make_employer().kind is cp.EmployerKind.ENTERPRISE
    assert testing.make_institution().site == testing.build(cp.Site, near_fuel_station=False)
    assert (room.use, room.usable_area_m2) == ({cp.RoomUse.MOTHER_AND_BABY}, 12)
    assert testing.make_slot_count().slots == 80
    assert testing.make_staff_member().qualified
    assert (venue.category, venue.building_area_m2) == (cp.VenueCategory.HOSPITAL, 12_000)
    assert venue.rooms == (room,)


def test_one_fact_decides_the_outcome() -> None:
    plan = cp.get_plan("shuangliao_2021")
    small = testing.make_venue(rooms=[testing.make_room(usable_area_m2=9.99)])
    assert cp.assess(small, plan).finding("4.1.b").outcome is cp.Outcome.NOT_MET
    unseen = testing.make_venue(rooms=None)
    assert cp.assess(unseen, plan).outcome is cp.Outcome.UNKNOWN


def test_what_is_not_given_gives_way_to_what_is() -> None:
    assert testing.make_employer(female_employees=3).pregnant_or_nursing_employees == 3
    assert testing.make_employer(pregnant_or_nursing_employees=500).female_employees == 500
    measured = testing.build(cp.Measurement, part=3, whole=4)
    assert (measured.value, measured.part, measured.whole) == (None, 3, 4)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: testing.make_venue(rom=[]), cp.NotFound, "did you mean rooms"),
        (
            lambda: testing.make_venue(rooms=3, building_area_m2="x"),
            cp.InvalidInput,
            "(?s)rooms.*area",
        ),
        (lambda: testing.make_slot_count(slots=None), cp.InvalidInput, "must be stated"),
        (
            lambda: testing.make_employer(female_employees=1, pregnant_or_nursing_employees=2),
            cp.InvalidInput,
            "contradicts",
        ),
        (lambda: UNTYPED.build(dict), cp.InvalidInput, "cls"),
    ],
)
def test_what_no_noun_can_hold_is_refused(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
