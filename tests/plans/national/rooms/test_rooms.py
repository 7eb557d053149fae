"""The guidance of 2016: which public places owe a room, and how large one generally is."""

import pytest

import careplan as cp

PLAN = cp.get_plan("national_rooms_2016")
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE


def place(
    area: float | None, visitors: int | None, *rooms: cp.Room, stay: bool | None = True
) -> cp.Venue:
    """Return a public place with these rooms."""
    return cp.Venue(
        building_area_m2=area, daily_visitors=visitors, mothers_and_infants_stay=stay, rooms=rooms
    )


# mb.area and mb.flow: > 10,000 each, and either will do.
TRIGGERS = [
    (10_000, 10_000, NOT_APPLICABLE),
    (10_000.01, 0, NOT_MET),
    (0, 10_001, NOT_MET),
    (10_001, 10_001, NOT_MET),
    (10_001, None, NOT_MET),
    (None, 10_001, NOT_MET),
    (None, 10_000, UNKNOWN),
    (10_000, None, UNKNOWN),
]


@pytest.mark.parametrize(("area", "visitors", "outcome"), TRIGGERS)
def test_a_large_or_busy_place_owes_a_room(
    area: float | None, visitors: int | None, outcome: cp.Outcome
) -> None:
    assert cp.assess(place(area, visitors), PLAN).outcome is outcome


def test_only_where_mothers_and_infants_stay() -> None:
    # By mb.area, "and mothers and infants often stay there"
    assert cp.assess(place(20_000, 20_000, stay=False), PLAN).outcome is NOT_APPLICABLE
    a = cp.assess(place(20_000, 20_000, stay=None), PLAN)
    assert (a.outcome, a.missing) == (UNKNOWN, ("mothers_and_infants_stay",))


def test_the_room_is_one_of_its_own() -> None:
    # mb.room is of 独立母婴室
    for independent, outcome in ((True, MET), (False, NOT_MET), (None, UNKNOWN)):
        room = cp.Room(independent=independent)
        assert cp.assess(place(20_000, 0, room), PLAN).outcome is outcome


# mb.room: at least 10, as advice
@pytest.mark.parametrize(("area", "outcome"), [(9.99, NOT_MET), (10, MET), (10.01, MET)])
def test_its_area_is_advice(area: float, outcome: cp.Outcome) -> None:
    a = cp.assess(place(20_000, 0, cp.Room(independent=True, usable_area_m2=area)), PLAN)
    assert a.outcome is MET
    found = a.finding("room")
    assert (found.outcome, found.force) == (outcome, cp.results.Force.ADVISORY)


def test_the_two_figures_stand_with_one_duty() -> None:
    assert PLAN.rules["place.area"] is PLAN.rules[0]
    assert [one.number for one in PLAN.rules[0].also] == ["place.flow"]
    assert PLAN.show("place.flow").known_from.facts == ("mb.flow",)
