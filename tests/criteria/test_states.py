"""What criteria tell apart of a subject: what is left of each of them rests on it alone."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from own_documents import FULL, HALF, LARGE, Plot, TownApplicant, ours, town
from posts import DAYS, Post
from strategies import nouns

import careplan as cp
from careplan.criteria.regions.states import States
from careplan.criteria.residuals import left_by
from careplan.criteria.steps import Facts
from careplan.fields.declaring import facts_declared
from careplan.testing import criteria

NOUNS: tuple[type[Any], ...] = (cp.Room, cp.Venue, TownApplicant, Post)


def state(subject: Any, *asked: Any) -> Any:
    """Return the state of a subject."""
    return States.of(type(subject), asked, ()).read(Facts(subject))


@given(st.data())
def test_of_two_in_one_state_the_same_is_left(data: st.DataObject) -> None:
    noun = data.draw(st.sampled_from(NOUNS))
    asked = data.draw(st.lists(criteria(noun), min_size=1, max_size=3))
    one, other = data.draw(nouns(noun)), data.draw(nouns(noun))
    name = data.draw(st.sampled_from(sorted(facts_declared(noun))))
    try:  # most draws differ in everything, and say nothing
        other = attrs.evolve(one, **{name: getattr(other, name)})
    except cp.InvalidInput:
        other = one
    on, day = data.draw(st.sampled_from((None, *DAYS))), data.draw(st.sampled_from((None, *DAYS)))
    seen, also = Facts(one, on), Facts(other, day)
    states = States.of(noun, asked)
    alike = states.read(seen) == states.read(also)
    event(f"alike: {alike}, same: {one == other}")
    if alike:
        # As they are written, too: equal sums may stand in another order.
        assert [repr(left_by(each, seen)) for each in asked] == [
            repr(left_by(each, also)) for each in asked
        ]
    else:
        assert (one, on) != (other, day)


# Below, at and above the bound of LARGE, 100 m2; not stated is a state of its own.
@pytest.mark.parametrize(
    ("area", "alike"),
    [(None, "none"), (0, "small"), (99.9, "small"), (100, "large"), (5e3, "large")],
)
def test_numbers_are_told_apart_by_what_they_are_compared_with(area: Any, alike: str) -> None:
    known = {"none": None, "small": 1, "large": 1000}

    def of(area_m2: Any) -> Any:
        return state(TownApplicant(site=Plot(area_m2=area_m2)), LARGE)

    assert {name for name, one in known.items() if of(one) == of(area)} == {alike}


def test_facts_that_nothing_asks_for_tell_nothing_apart() -> None:
    asked = (ours.profit_status == cp.ProfitStatus.NON_PROFIT, town.staff > 3)
    one = TownApplicant(street="甲", opened_on=date(2021, 1, 1))
    assert state(one, *asked) == state(TownApplicant(), *asked)
    assert state(attrs.evolve(one, staff=0), *asked) != state(one, *asked)
    assert hash(state(one)) == hash(state(TownApplicant(staff=4)))


def test_facts_that_are_named_beside_are_told_apart_as_they_are() -> None:
    states = States.of(TownApplicant, (), [("service_modes",)])
    each = [states.read(Facts(TownApplicant(service_modes=modes))) for modes in ((FULL,), (HALF,))]
    assert each == [frozenset({FULL}), frozenset({HALF})]


def test_of_items_and_time_it_is_what_is_left() -> None:
    """Two plots of 5 m2 and 6 m2 come to what one of 11 m2 comes to, of which 10 are asked."""
    total = cp.total(town.places, cp.facts(Plot).area_m2) >= 10
    years = cp.elapsed(town.opened_on, years=2)
    many = TownApplicant(places=[Plot(area_m2=5), Plot(area_m2=6)])
    assert state(many, total, years) == state(
        TownApplicant(places=[Plot(area_m2=11)]), total, years
    )
    assert state(many, total) != state(TownApplicant(places=[Plot(area_m2=9)]), total)
    dated = attrs.evolve(many, opened_on=date(2021, 1, 1))
    assert state(dated, total, years) != state(many, total, years)
