"""Criteria about a noun beside those about one made of it: all are about the latter."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidCriterion, InvalidInput
from careplan.base.truth import Truth
from careplan.criteria.nodes import noun_of, reads
from careplan.criteria.soundness import written_about
from careplan.fields.declaring import made_of_all
from careplan.testing import criteria, nouns


class Kit(w.Labelled):
    """What is counted in an own room."""

    SCREEN = ("screen", "屏风", "screen")


@attrs.frozen(kw_only=True)
class OwnRoom(cp.Room):
    """A room with a fact more, and with words of its own for its equipment."""

    sea_view: bool | None = w.flag("临海", "sea view")
    doors: int | None = w.count("门", "doors")
    equipment: Mapping[Kit, int] | None = w.table(Kit, "设施数量", "kit")  # type: ignore[assignment]  # other words


@attrs.frozen(kw_only=True)
class Pier(cp.Venue):
    """A venue with a fact more, and such rooms."""

    berths: int | None = w.count("泊位", "berths")
    opened: date | None = w.day("启用日", "opened")
    rooms: Sequence[OwnRoom] | None = w.items(OwnRoom, "母婴室", "room")


@attrs.frozen(kw_only=True)
class BigPier(Pier):
    """A pier with a fact more."""

    closed: date | None = w.day("停用日", "closed")


venue, pier, big = cp.facts(cp.Venue), cp.facts(Pier), cp.facts(BigPier)
room, own = cp.facts(cp.Room), cp.facts(OwnRoom)
BUSY, BERTHS = venue.daily_visitors >= 100, pier.berths >= 2


def nouns_read(criterion: Any) -> set[type[Any]]:
    return {one.noun for one in reads(criterion)}


def test_the_noun_made_of_all() -> None:
    assert made_of_all([cp.Venue, BigPier, Pier]) is BigPier
    assert made_of_all([cp.Venue, cp.Room]) is None
    assert made_of_all([]) is None


@pytest.mark.parametrize(
    "joined",
    [
        BUSY & BERTHS,
        BERTHS & BUSY,
        BERTHS | ~BUSY,
        ~BUSY | BERTHS,
        cp.all_of(venue.waiting_area, BERTHS, BUSY),
        cp.any_of(BUSY & BERTHS, venue.waiting_area),
        cp.at_least(2, BUSY, BERTHS, venue.waiting_area),
        venue.daily_visitors >= 100 * pier.berths,
        pier.berths + venue.daily_visitors >= 3,
        cp.count(venue.rooms, room.clean) >= 2 * pier.berths,
        cp.some(venue.rooms, room.clean) & BERTHS,
        cp.among(venue.category, {cp.VenueCategory.STATION}) & BERTHS,
    ],
    ids=repr,
)
def test_all_of_it_is_about_the_noun_made_of_the_other(joined: Any) -> None:
    assert noun_of(joined) is Pier
    assert nouns_read(joined) == {Pier}
    # It is asked of piers only, and goes through JSON.
    with pytest.raises(InvalidInput):
        cp.evaluate(joined, cp.Venue())
    assert cp.evaluate(joined, Pier()).truth is Truth.UNKNOWN
    assert cp.codec.loads(cp.codec.dumps(joined), cp.Criterion, nouns=[Pier]) == joined


def test_three_of_a_line() -> None:
    three = BUSY & BERTHS & cp.elapsed(pier.opened, big.closed, months=6)
    assert nouns_read(three) == {BigPier}
    stated = BigPier(daily_visitors=100, berths=2, opened=date(2024, 1, 1), closed=date(2024, 7, 1))
    assert cp.evaluate(three, stated).truth is Truth.TRUE
    one_day_less = attrs.evolve(stated, closed=date(2024, 6, 30))
    assert cp.evaluate(three, one_day_less).truth is Truth.FALSE


def test_what_is_asked_of_items_is_about_the_items_there_are() -> None:
    both = cp.some(pier.rooms, (room.area_m2 >= 6) & own.sea_view)
    plain = cp.some(pier.rooms, room.area_m2 >= 6)
    assert (noun_of(both.where), noun_of(plain.where)) == (OwnRoom, OwnRoom)
    of_ours = cp.some(venue.rooms, room.area_m2 >= 6)
    assert noun_of(of_ours.where) is cp.Room
    # Joined with what is about piers its items are theirs, too.
    moved = (of_ours & BERTHS).parts[0]
    assert moved == plain
    counted = cp.count(venue.rooms, room.clean) >= 2 * pier.berths
    assert {noun_of(term.where) for _, term in counted.terms if term.over} == {OwnRoom}  # type: ignore[union-attr]  # a sum


@given(criteria(cp.Venue, depth=1).filter(noun_of), nouns(Pier))
def test_it_means_what_it_meant(criterion: Any, subject: Pier) -> None:
    # A criterion about venues says of a pier what it says once it is about piers; one about
    # equipment of rooms, for which an own room has other words, is refused.
    on = date(2024, 1, 1)
    before = cp.evaluate(criterion, subject, on=on).truth
    if "equipment[" in repr(criterion):
        with pytest.raises(InvalidCriterion):
            written_about(criterion, Pier)
    else:
        now = written_about(criterion, Pier)
        assert nouns_read(now) == {Pier}
        assert cp.evaluate(now, subject, on=on).truth is before


@pytest.mark.parametrize(
    "write",
    [
        lambda: BUSY & room.clean,
        lambda: cp.at_least(1, BUSY, room.clean),
        lambda: venue.daily_visitors + room.area_m2 >= 3,
        lambda: cp.elapsed(pier.opened, cp.facts(cp.SlotCount).on, days=1),
        lambda: cp.some(venue.rooms, own.sea_view),
    ],
)
def test_nouns_of_no_line_stay_apart(write: Any) -> None:
    with pytest.raises(InvalidCriterion, match=r"several nouns|declare rooms anew"):
        write()


@pytest.mark.parametrize(
    "write",
    [
        lambda: cp.some(pier.rooms, room.equipment[cp.Equipment.TABLE] >= 1),
        lambda: cp.some(venue.rooms, room.equipment[cp.Equipment.TABLE] >= 1) & BERTHS,
        lambda: (room.equipment[cp.Equipment.TABLE] >= 1) & own.sea_view,
        lambda: room.equipment[cp.Equipment.TABLE] + own.doors >= 2,
        lambda: cp.total(pier.rooms, room.equipment[cp.Equipment.TABLE]) >= 2,
    ],
)
def test_words_that_a_noun_replaced_cannot_be_asked_of_it(write: Any) -> None:
    # Otherwise it would stay unknown for ever: no own room can state a table.
    with pytest.raises(InvalidCriterion, match=r"anew|TABLE|table"):
        write()
