"""Floors of children's rooms: the fire code by its rating, and the fire guide whatever it is."""

import pytest

import careplan as cp

CODE, GUIDE = cp.get_plan("national_fire_code_2018"), cp.get_plan("national_fire_guide_2022")
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE

# gb.floor.1, gb.floor.2, gb.floor.3 and gb.floor.4: the highest floor by the fire rating.
HIGHEST = {1: 3, 2: 3, 3: 2, 4: 1}


def stands(floor: int | None, rating: int | None, *, below: bool | None = False) -> cp.Institution:
    """Return an institution that is on such a floor of such a building."""
    premises = cp.Premises(highest_floor=floor, fire_rating=rating, below_ground=below)
    return cp.Institution(premises=premises)


@pytest.mark.parametrize("rating", HIGHEST)
def test_a_rating_has_a_highest_floor(rating: int) -> None:
    highest = HIGHEST[rating]
    for floor in range(1, 6):
        a = cp.assess(stands(floor, rating), CODE)
        assert a.outcome is (MET if floor <= highest else NOT_MET), floor
        own = a.finding(f"5.4.4.{rating}")
        assert own.outcome is a.outcome
        others = {a.finding(f"5.4.4.{other}").outcome for other in HIGHEST if other != rating}
        assert others == {NOT_APPLICABLE}


def test_without_a_rating_the_lowest_highest_floor_decides() -> None:
    # Floor 1 is in order at every rating, floor 4 at none of the four.
    assert cp.assess(stands(1, None), CODE).outcome is MET
    for floor in (2, 3, 4):
        a = cp.assess(stands(floor, None), CODE)
        assert (a.outcome, a.missing) == (UNKNOWN, ("premises.fire_rating",))


def test_there_is_no_rating_beyond_the_four() -> None:
    with pytest.raises(cp.InvalidInput, match="must be at most 4"):
        stands(1, 5)


@pytest.mark.parametrize(("plan", "number"), [(CODE, "5.4.4.below"), (GUIDE, "floor")])
def test_no_basement(plan: cp.Plan, number: str) -> None:
    # gb.floor.*: "never basement or half-basement"; fs.floor: "basement and half-basement barred"
    for below, outcome in ((True, NOT_MET), (False, MET), (None, UNKNOWN)):
        assert cp.assess(stands(1, 1, below=below), plan).finding(number).outcome is outcome


def test_the_guide_has_one_floor_for_all() -> None:
    for floor in (1, 2, 3):  # fs.floor: <= 3
        assert cp.assess(stands(floor, 4), GUIDE).outcome is MET
    assert cp.assess(stands(4, 1), GUIDE).outcome is NOT_MET  # "four and above"
    # It asks for no rating, and the code's is not read into it.
    assert cp.assess(stands(2, None), GUIDE).outcome is MET
    assert cp.assess(stands(2, 4), CODE).outcome is NOT_MET


def test_an_institution_without_premises_is_asked_for_them() -> None:
    for plan in (CODE, GUIDE):
        a = cp.assess(cp.Institution(), plan)
        assert a.outcome is UNKNOWN
        assert "premises.highest_floor" in a.missing


def test_the_guide_is_known_less_well_than_the_code() -> None:
    assert CODE.show("5.4.4.1").known_from.told("zh") == "据两份以上相互一致的副本，未见原件"
    assert GUIDE.show("floor").known_from.told("en") == (
        "by one copy, and the same stands elsewhere; the original was not seen"
    )
