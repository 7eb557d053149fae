"""How a criterion is looked at: what is kept with it, and what is told of what was seen."""

from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from posts import DAYS, asked, post

import careplan as cp
from careplan.criteria.evaluation import look_of, looked_at, truth_by
from careplan.criteria.looking import items, several
from careplan.criteria.nodes import Criterion
from careplan.criteria.residuals import facts_of, left_by
from careplan.criteria.steps import Facts

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)


@given(asked(), st.integers(0, 2**32))
def test_what_is_missing_is_what_is_left_asks_for(criterion: Criterion, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a seed that hypothesis drew, not a secret
    for _ in range(5):
        facts = Facts(post(chance), chance.choice(DAYS) if chance.random() < 1 / 2 else None)
        look = look_of(criterion)
        seen = look.at(facts)
        assert seen[0] is truth_by(criterion, facts) is looked_at(criterion, facts).truth
        if seen[0] is cp.Truth.UNKNOWN:
            missing = tuple(dict.fromkeys(look.missing(seen, facts)))
            assert missing == facts_of(left_by(criterion, facts))


def test_how_it_is_looked_at_is_kept_with_the_criterion_and_no_part_of_it() -> None:
    criterion = cp.all_of(venue.waiting_area, venue.building_area_m2 > 5)
    again = cp.all_of(venue.waiting_area, venue.building_area_m2 > 5)
    assert look_of(criterion) is look_of(criterion)
    assert criterion == again
    assert hash(criterion) == hash(again)
    assert repr(criterion) == repr(again)
    assert look_of(again) is not look_of(criterion)


def test_what_has_few_values_is_told_once_for_all_subjects() -> None:
    criterion = cp.any_of(venue.waiting_area, venue.reserved_seats)
    one, other = (cp.evaluate(criterion, cp.Venue(waiting_area=False)) for _ in range(2))
    assert one == other
    assert one.evidence[0] is other.evidence[0]
    # What was seen otherwise is told otherwise: the one that holds settles it.
    third = cp.evaluate(criterion, cp.Venue(waiting_area=False, reserved_seats=True)).evidence[0]
    assert one.evidence[0].truth is cp.Truth.UNKNOWN
    assert (third.truth, [part.path for part in third.parts]) == (cp.Truth.TRUE, ["reserved_seats"])


def test_numbers_are_told_anew_for_each_subject() -> None:
    criterion = cp.all_of(venue.building_area_m2 > 5)
    seen = [cp.evaluate(criterion, cp.Venue(building_area_m2=n)).evidence[0] for n in (1, 9)]
    assert [one.observed for one in seen] == [1, 9]


@pytest.mark.parametrize("past", [-1, 0, 1])
def test_beyond_so_many_items_each_is_still_named_by_its_place(past: int) -> None:
    # Below, at and above the number of items of which it is kept how they are told.
    size = items.MOST_PLACED + past
    criterion = cp.every(venue.rooms, room.usable_area_m2 >= 6)
    for _ in range(2):
        seen = cp.evaluate(criterion, cp.Venue(rooms=[cp.Room(usable_area_m2=7)] * size)).evidence
        assert [one.path for one in seen] == [f"rooms[{n}].usable_area_m2" for n in range(size)]


def test_of_more_ways_to_be_seen_than_are_kept_each_is_told_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(several, "MOST_KEPT", 8)
    criterion = cp.every(venue.rooms, cp.any_of(room.clean, room.in_normal_use))
    flags = (True, False, None)
    rooms = [cp.Room(clean=a, in_normal_use=b) for a in flags for b in flags]
    # 81 pairs of rooms, of which 8 are kept.
    pairs = [cp.Venue(rooms=[one, other]) for one in rooms for other in rooms]
    first, second = ([cp.evaluate(criterion, one) for one in pairs] for _ in range(2))
    assert first == second
    # As one piece among alternatives, and what they wait for.
    either = cp.any_of(venue.waiting_area, criterion)
    again = [cp.evaluate(either, one).evidence for one in (*pairs, *pairs)]
    assert again[: len(pairs)] == again[len(pairs) :]
    for one, seen in zip(pairs, first, strict=True):
        if seen.truth is cp.Truth.UNKNOWN:
            look, facts = look_of(criterion), Facts(one)
            missing = [tuple(look.missing(look.at(facts), facts)) for _ in range(2)]
            assert missing == [facts_of(cp.residual(criterion, one))] * 2
    assert [one.truth for one in first] == [
        cp.evaluate(cp.every(venue.rooms, cp.any_of(room.clean, room.in_normal_use)), one).truth
        for one in pairs
    ]


def test_what_was_seen_of_a_noun_is_not_told_of_one_made_of_it() -> None:
    @attrs.frozen(kw_only=True)
    class Hall(cp.Venue):
        """A venue of a caller's own."""

    criterion = cp.every(venue.rooms, room.clean)
    rooms = [cp.Room(clean=True)]
    named = [
        cp.evaluate(criterion, one).evidence[0].required
        for one in (cp.Venue(rooms=rooms), Hall(rooms=rooms))
    ]
    assert [one.noun for one in named] == [cp.Venue, Hall]  # type: ignore[union-attr]  # a comparison
