"""The strategies draw what they are asked for, and refuse what no noun can hold."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.criteria import nodes
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import PartKind
from careplan.nouns.catalogue import NOUNS
from careplan.testing.thresholds import near_milestones, near_thresholds

STRATEGIES = {
    "applicants": cp.Applicant,
    "children": cp.Child,
    "communities": cp.Community,
    "early_education_centres": cp.EarlyEducationCentre,
    "employers": cp.Employer,
    "grants": cp.Grant,
    "institutions": cp.Institution,
    "kindergartens": cp.Kindergarten,
    "land_plots": cp.LandPlot,
    "measurements": cp.Measurement,
    "medical_institutions": cp.MedicalInstitution,
    "premises": cp.Premises,
    "residential_areas": cp.ResidentialArea,
    "rooms": cp.Room,
    "sites": cp.Site,
    "slot_counts": cp.SlotCount,
    "staff_members": cp.StaffMember,
    "toddler_classes": cp.ToddlerClass,
    "venues": cp.Venue,
}
SHUANGLIAO, BDA = cp.get_plan("shuangliao_2021"), cp.get_plan("bda_2017")
LEDGER = cp.get_plan("dawa_2023").ledgers["slots"]


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


UNTYPED: Any = testing  # to hand its functions what a type checker would refuse
# 5,000 and 10,000 m2 of the rules; 0 of a definition, which asks that the fact be stated.
AROUND: list[Any] = [0, Decimal("0.01")]
AROUND += [Decimal("4999.99"), 5000, Decimal("5000.01")]
AROUND += [Decimal("9999.99"), 10000, Decimal("10000.01")]


@given(testing.venues(near_boundary=SHUANGLIAO, unknowns=False))
def test_numbers_are_drawn_at_the_thresholds_of_a_plan(venue: cp.Venue) -> None:
    assert venue.building_area_m2 in AROUND
    assert venue.coach_station_grade in (1, 2, 3)
    assert venue.rooms is not None
    near = {Decimal(n) for n in ("5.99", "6", "6.01", "9.99", "10", "10.01")}
    assert {room.usable_area_m2 for room in venue.rooms} <= near


@given(testing.rooms(near_boundary=BDA, unknowns=False))
def test_counts_of_a_table_are_drawn_at_the_thresholds(room: cp.Room) -> None:
    assert room.equipment is not None
    assert set(room.equipment.values()) <= {0, 1, 2}


def test_the_thresholds_of_a_plan() -> None:
    near = near_thresholds(BDA)
    assert near[cp.Employer, "female_employees"] == (99, 100, 101)
    assert near[cp.Room, "equipment"] == (0, 1, 2)
    assert near[cp.Measurement, "value"] == (Decimal("9.99"), 10, Decimal("10.01"))
    assert near[cp.Measurement, "on"] == (
        date(2017, 12, 30),
        date(2017, 12, 31),
        date(2018, 1, 1),
    )
    assert set(near_milestones(LEDGER)) == {(cp.SlotCount, "slots"), (cp.SlotCount, "on")}
    assert (cp.SlotCount, "slots") in near_thresholds(cp.get_plan("dawa_2023"))
    # Criteria of any depth are looked through.
    rooms, room = cp.facts(cp.Venue).rooms, cp.facts(cp.Room)
    clause = BDA.clauses[0]
    deep = cp.not_(cp.every(rooms, cp.any_of(room.private, room.area_m2 < 33)))
    title = BDA.document.title
    plan = cp.Plan(
        id="small",
        document=w.Document(title=title, issuer=title),
        clauses=(clause,),
        benefits=(w.Benefit(clause=clause, condition=deep),),
    )
    assert near_thresholds(plan) == {(cp.Room, "area_m2"): (Decimal("32.99"), 33, Decimal("33.01"))}


@given(testing.slot_counts(LEDGER))
def test_slot_counts_of_a_ledger(count: cp.SlotCount) -> None:
    row = LEDGER.row(count.locality)
    assert row.locality == count.locality
    assert min(abs((count.on - due).days) for due in LEDGER.dates()) <= 1
    cp.track_progress(LEDGER, [count], on=date(2026, 12, 31))


@given(testing.slot_counts(LEDGER, locality="大洼街道", slots=80))
def test_slot_counts_take_facts_as_well(count: cp.SlotCount) -> None:
    assert (count.locality, count.slots) == ("大洼街道", 80)


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


@given(st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_criteria_are_about_their_noun(data: st.DataObject) -> None:
    noun = data.draw(st.sampled_from(NOUNS))
    criterion = data.draw(testing.criteria(noun))
    subject = data.draw(testing.nouns(noun))
    assert cp.evaluate(criterion, subject).truth in cp.Truth
    assert cp.describe(criterion, "en")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(testing.plans(), st.data())
def test_plans_can_be_interpreted(plan: cp.Plan, data: st.DataObject) -> None:
    nouns = [noun for rule in plan.rules if (noun := rule.noun()) is not None]
    subject = data.draw(testing.nouns(nouns[0] if nouns else cp.Venue))
    testing.assert_explained(cp.assess(subject, plan))
    assert plan.coverage().missing == ()


PARTS = {"interpretations", "benefits", "scorecards", "targets", "ledgers"}


def test_plans_have_more_than_rules_at_times() -> None:
    seen: set[str] = set()

    @settings(database=None, suppress_health_check=list(HealthCheck), deadline=None)
    @given(testing.plans())
    def look(plan: cp.Plan) -> None:
        seen.update(part for part in PARTS if getattr(plan, part))

    look()
    assert seen == PARTS


@pytest.mark.parametrize(
    ("noun", "sort"),
    [
        (cp.Institution, lambda one: len(getattr(one, "path", ())) == 2),  # of a part
        (cp.Room, lambda one: getattr(one, "path", ("",))[0] == "equipment"),
        (cp.Room, lambda one: isinstance(one, nodes.Has)),
        (cp.Room, lambda one: isinstance(one, nodes.Among)),
        (cp.Room, lambda one: isinstance(one, nodes.Not)),
        (cp.Room, lambda one: one == nodes.TRUE),
        (cp.Room, lambda one: one == nodes.FALSE),
        (cp.Room, lambda one: getattr(one, "op", None) is w.Op.LT),
        (cp.Venue, lambda one: isinstance(one, nodes.Some)),
        (cp.Venue, lambda one: isinstance(one, nodes.Every)),
        (cp.Venue, lambda one: isinstance(one, nodes.AnyOf) and len(one.parts) > 1),
        (cp.Venue, lambda one: isinstance(one, nodes.AllOf) and len(one.parts) > 1),
    ],
)
def test_criteria_of_every_sort_are_drawn(noun: type[cp.Noun], sort: Any) -> None:
    once = settings(max_examples=5_000, phases=[Phase.generate], database=None)
    assert sort(find(testing.criteria(noun), sort, settings=once))


def test_a_whole_lot_of_venues_meets_both_answers_near_a_boundary() -> None:
    venues = testing.venues(
        near_boundary=SHUANGLIAO, unknowns=False, category=cp.VenueCategory.HOSPITAL
    )
    for outcome in (cp.Outcome.MET, cp.Outcome.NOT_MET):
        found = find(
            venues,
            lambda one, wanted=outcome: (  # type: ignore[misc]  # bound in the loop
                cp.assess(one, SHUANGLIAO).finding("4.1.b").outcome is wanted
            ),
        )
        assert found.building_area_m2 == Decimal("10000.01")
