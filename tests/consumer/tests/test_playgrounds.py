"""The county's own noun and document: they work wherever careplan's do."""

import pytest
from county_desk.playgrounds import PLAN, Playground, PlaygroundKind
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import audit, testing


def test_what_cannot_be_together_is_refused() -> None:
    with pytest.raises(cp.InvalidInput, match="shaded_benches"):
        Playground(benches=2, shaded_benches=3)
    assert Playground(benches=2, shaded_benches=2).shaded_benches == 2


@given(st.from_type(Playground))
def test_any_playground_is_written_and_read(playground: Playground) -> None:
    text = cp.codec.dumps(playground)
    assert cp.codec.loads(text, Playground, nouns=[Playground]) == playground


@given(testing.nouns(Playground, near_boundary=PLAN))
def test_every_answer_explains_itself(playground: Playground) -> None:
    testing.assert_explained(cp.assess(playground, PLAN))


@given(testing.nouns(Playground, unknowns=False, kind=PlaygroundKind.PARK))
def test_a_playground_of_which_all_is_stated_has_an_answer(playground: Playground) -> None:
    rooms = [testing.make_room(usable_area_m2=6)]
    stated = testing.build(Playground, area_m2=playground.area_m2, rooms=rooms)
    # 一 asks for 6 m2 at the most, and nothing of a small place.
    assert cp.assess(stated, PLAN).finding("1").outcome is not cp.Outcome.NOT_MET


def test_half_of_the_benches_are_in_the_shade() -> None:
    # 二: not less than half (不少于 includes it): 2 of 4, and not 2 of 5.
    asked = [Playground(benches=benches, shaded_benches=2) for benches in (4, 5)]
    outcomes = [cp.assess(one, PLAN).finding("2").outcome for one in asked]
    assert outcomes == [cp.Outcome.MET, cp.Outcome.NOT_MET]


def test_the_document_is_sound_and_its_sheet_is_scored() -> None:
    assert list(audit.find_flaws(PLAN)) == []
    score = cp.score(PLAN.scorecards["acceptance"], {"safety": 50})
    # 80 of 100: 50 and an item of 40 that is open.
    assert (score.low, score.high, score.outcome) == (50, 90, cp.Outcome.UNKNOWN)
