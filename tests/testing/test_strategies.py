"""The strategies draw what they are asked for, and refuse what no noun can hold."""

from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

import careplan as cp
from careplan import testing
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import PartKind
from careplan.nouns.catalogue import NOUNS

LEDGER = cp.get_plan("dawa_2023").ledgers["slots"]
UNTYPED: Any = testing  # to hand its functions what a type checker would refuse
STRATEGIES = {
    "applicants": cp.Applicant,
    "children": cp.Child,
    "class_groups": cp.ClassGroup,
    "communities": cp.Community,
    "early_education_centres": cp.EarlyEducationCentre,
    "employers": cp.Employer,
    "family_points": cp.FamilyPoint,
    "filings": cp.Filing,
    "grants": cp.Grant,
    "institutions": cp.Institution,
    "kindergartens": cp.Kindergarten,
    "land_plots": cp.LandPlot,
    "measurements": cp.Measurement,
    "medical_institutions": cp.MedicalInstitution,
    "nursing_employees": cp.NursingEmployee,
    "premises": cp.Premises,
    "residential_areas": cp.ResidentialArea,
    "rooms": cp.Room,
    "sites": cp.Site,
    "slot_counts": cp.SlotCount,
    "ledger_counts": cp.LedgerCount,
    "staff_members": cp.StaffMember,
    "toddler_classes": cp.ToddlerClass,
    "venues": cp.Venue,
}


def has_gap(subject: Any) -> bool:
    """Say whether a fact is not stated, here or in an object inside."""
    for name, spec in facts_declared(type(subject)).items():
        value = getattr(subject, name)
        inside = value if isinstance(value, tuple) else (value,)
        if value is None or any(has_gap(one) for one in inside if isinstance(one, cp.Noun)):
            return True
        assert not isinstance(spec.kind, PartKind) or isinstance(value, spec.kind.noun)
    return False


def test_there_is_a_strategy_for_every_noun() -> None:
    assert set(STRATEGIES.values()) == set(NOUNS)
    public = {getattr(cp, name) for name in cp.__all__}
    assert set(NOUNS) == {
        one for one in public if isinstance(one, type) and issubclass(one, cp.Noun)
    } - {cp.Noun}


@pytest.mark.parametrize("name", STRATEGIES)
@given(data=st.data())
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_each_draws_its_noun(name: str, data: st.DataObject) -> None:
    strategy = getattr(testing, name)
    assert type(data.draw(strategy())) is STRATEGIES[name]
    full = data.draw(strategy(unknowns=False))
    if name != "measurements":  # a value, or a part and a whole: never all of them
        assert not has_gap(full)


def test_facts_are_left_out_unless_told_otherwise() -> None:
    assert find(testing.venues(), lambda venue: venue.rooms is None).rooms is None
    assert find(testing.venues(), lambda venue: bool(venue.rooms)).rooms


@given(
    testing.venues(
        category=cp.VenueCategory.HOSPITAL,
        building_area_m2=st.integers(1, 3),
        rooms=st.lists(testing.rooms(private=True), min_size=1, max_size=2),
        daily_visitors=None,
    )
)
def test_facts_are_given_as_values_or_strategies(venue: cp.Venue) -> None:
    assert venue.category is cp.VenueCategory.HOSPITAL
    assert venue.building_area_m2 in (1, 2, 3)
    assert venue.rooms
    assert all(room.private for room in venue.rooms)
    assert venue.daily_visitors is None


@given(
    testing.employers(pregnant_or_nursing_employees=50),
    testing.employers(female_employees=50),
    testing.employers(
        pregnant_or_nursing_employees=st.integers(0, 5), female_employees=st.integers(5, 9)
    ),
)
def test_counts_that_are_given_stay_and_others_give_way(
    one: cp.Employer, other: cp.Employer, both: cp.Employer
) -> None:
    assert one.pregnant_or_nursing_employees == 50
    assert one.female_employees is None or one.female_employees >= 50
    assert other.female_employees == 50
    few, women = both.pregnant_or_nursing_employees, both.female_employees
    assert few is not None
    assert women is not None
    assert few <= 5 <= women


def test_strategies_that_contradict_each_other_are_the_callers_error() -> None:
    both = testing.employers(pregnant_or_nursing_employees=st.just(9), female_employees=st.just(5))
    with pytest.raises(cp.InvalidInput, match="contradicts"):
        find(both, lambda _: True)


@pytest.mark.parametrize(
    ("facts", "shape"),
    [
        ({"value": 7}, {(True, False, False)}),
        ({"part": 7}, {(False, True, True)}),
        ({"whole": 7}, {(False, True, True)}),
        ({"part": 7, "whole": 9}, {(False, True, True)}),
        ({"value": None}, {(False, True, True)}),
        ({"part": None}, {(True, False, False)}),
        ({"whole": None}, {(True, False, False)}),
        ({}, {(True, False, False), (False, True, True)}),
    ],
)
@given(data=st.data())
def test_a_measurement_has_a_value_or_a_part_and_a_whole(
    facts: dict[str, Any], shape: set[Any], data: st.DataObject
) -> None:
    drawn = data.draw(testing.measurements(**facts))
    stated = tuple(one is not None for one in (drawn.value, drawn.part, drawn.whole))
    assert stated in shape
    assert all(getattr(drawn, name) == value for name, value in facts.items())


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: testing.venues(rom=[]), "rom.*did you mean rooms"),
        (lambda: testing.venues(rom=[], categry=None), "(?s)rom.*categry"),
        (lambda: testing.nouns(cp.Venue, nonsense=1), "nonsense"),
        (lambda: testing.slot_counts(LEDGER, place="x"), "place"),
    ],
)
def test_an_unknown_fact_is_not_found(call: Any, message: str) -> None:
    with pytest.raises(cp.NotFound, match=message):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: UNTYPED.venues(building_area_m2="5000"), "building_area_m2"),
        (lambda: UNTYPED.venues(building_area_m2=-1, rooms=3), "(?s)building_area_m2.*rooms"),
        (lambda: UNTYPED.venues(unknowns=1), "unknowns"),
        (lambda: UNTYPED.venues(near_boundary="bda_2017"), "near_boundary"),
        (lambda: UNTYPED.nouns("Venue"), "cls"),
        (lambda: UNTYPED.nouns(int), "cls"),
        (lambda: UNTYPED.slot_counts("slots"), "ledger"),
        (lambda: UNTYPED.slot_counts(slots=None), "slots: must be stated"),
        (
            lambda: UNTYPED.employers(female_employees=1, pregnant_or_nursing_employees=2),
            "contradicts",
        ),
        (lambda: UNTYPED.applicants(service_modes=[]), "at least one"),
        (lambda: UNTYPED.criteria("Venue"), "cls"),
        (lambda: UNTYPED.criteria(cp.Venue, depth="2"), "depth"),
        (lambda: find(UNTYPED.plans(depth=None), lambda _: True), "depth"),
    ],
)
def test_an_argument_of_another_sort_is_refused_at_once(call: Any, message: str) -> None:
    with pytest.raises(cp.InvalidInput, match=message):
        call()
