"""Regions: a criterion that some subject fulfils is never said to be impossible."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import criteria, nouns

from careplan.base.errors import InvalidInput
from careplan.base.exact import Number
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import FALSE, TRUE, AnyOf, Criterion, Not, all_of, any_of, not_
from careplan.criteria.proxies import among, every, facts, has, some
from careplan.criteria.regions import spaces
from careplan.criteria.regions.bounds import AnyTextBut, kind_of, natural
from careplan.criteria.regions.spaces import (
    EVERYTHING,
    MOST_REGIONS,
    MOST_TRIED,
    MOST_WAYS,
    Region,
    Space,
    together,
)
from careplan.criteria.regions.spans import ALL, INFINITY, NOTHING, Span, Spans
from careplan.criteria.regions.taken import Taken, can_hold, can_surely_hold
from careplan.criteria.residuals import residual
from careplan.fields.declaring import Noun, choice, count, day, items, number, part, words
from careplan.nouns.counts import SlotCount
from careplan.nouns.facilities import Equipment, Room, RoomUse, Supply, Venue, VenueCategory
from careplan.testing.cases.days import DAY


@attrs.frozen(kw_only=True)
class Visit(Noun):
    """A visit to a venue: a fictitious noun with a day, a text, a part and collections."""

    on: date | None = day("日期", "day")
    guide: str | None = words("讲解员", "guide")
    place: Room | None = part(Room, "地点", "place")
    seen: tuple[Room, ...] | None = items(Room, "所见", "room seen")
    also_seen: tuple[Room, ...] | None = items(Room, "另见", "room also seen")
    adults: int | None = count("成人数", "adults", minimum=1)
    temperature: Number | None = number("气温", "temperature", minimum=-50)


@attrs.frozen(kw_only=True)
class Booth(Room):
    """A room of one kind, whatever its uses are: of a choice and a set each."""

    kind: VenueCategory | None = choice(VenueCategory, "类型", "kind")


def space(criterion: Criterion, **flags: bool) -> Space:
    """Take a criterion apart."""
    return Taken().space(criterion, **flags)


@contextmanager
def capped(cap: int) -> Iterator[None]:
    """Take no more regions apart than this, for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spaces, "MOST_REGIONS", cap)
        yield


venue, room, visit, booth = facts(Venue), facts(Room), facts(Visit), facts(Booth)
NOUNS: tuple[type[Any], ...] = (Room, Venue, Visit)


@st.composite
def true_of_a_subject(draw: st.DrawFn) -> tuple[Criterion, Any]:
    """Draw a subject that states everything, and a criterion or its denial true of it."""
    noun = draw(st.sampled_from(NOUNS))
    criterion = draw(criteria(noun))
    subject = draw(nouns(noun, full=True))
    truth = evaluate(criterion, subject, on=DAY).truth
    assert truth is not Truth.UNKNOWN  # everything is stated
    return criterion if truth is Truth.TRUE else not_(criterion), subject


# --- never wrongly impossible ----------------------------------------------------------------


@given(true_of_a_subject())
def test_what_is_true_of_a_subject_can_hold(drawn: tuple[Criterion, Any]) -> None:
    criterion, _ = drawn
    assert can_hold(criterion)
    assert can_hold(not_(not_(criterion)))


@given(true_of_a_subject(), st.integers(1, 4))
def test_a_cap_never_makes_the_possible_impossible(drawn: tuple[Criterion, Any], cap: int) -> None:
    criterion, _ = drawn
    with capped(cap):
        assert can_hold(criterion)
        assert all(len(factor.regions) <= cap for factor in space(criterion).each())


@given(st.data())
def test_several_criteria_true_of_one_subject_can_hold_at_once(data: st.DataObject) -> None:
    noun = data.draw(st.sampled_from(NOUNS))
    subject = data.draw(nouns(noun, full=True))
    drawn = data.draw(st.lists(criteria(noun), min_size=2, max_size=4))
    true = [c if evaluate(c, subject, on=DAY).truth is Truth.TRUE else not_(c) for c in drawn]
    assert can_hold(all_of(*true))
    assert can_hold(not_(any_of(*map(not_, true))))


@given(true_of_a_subject(), st.integers(1, 512))
def test_numbers_of_a_true_subject_are_allowed(drawn: tuple[Criterion, Any], cap: int) -> None:
    criterion, subject = drawn
    with capped(cap):
        found = space(criterion)
        for fact in found.bounded_facts():
            numbers = list(numbers_at(subject, fact))
            # Of a collection at least one item is as the criterion asks, if there are any.
            assert not numbers or any(one in found.allowed(fact) for one in numbers)
            if "[*]" not in fact:
                assert len(numbers) == 1


def numbers_at(subject: Any, fact: str) -> Iterator[Fraction]:
    """Read a fact as named by regions: rooms[*].area_m2, place.equipment[table]."""
    name, _, rest = fact.partition(".")
    name, _, key = name.removesuffix("]").partition("[")
    value = getattr(subject, name)
    if key == "*":
        for item in value:
            yield from numbers_at(item, rest)
    elif rest:
        yield from numbers_at(value, rest)
    elif key:
        yield Fraction(value[Equipment(key)])
    else:
        yield Fraction(value.toordinal() if isinstance(value, date) else value)


@given(st.data())
def test_a_cap_only_loosens(data: st.DataObject) -> None:
    criterion = data.draw(criteria(data.draw(st.sampled_from(NOUNS))))
    full = space(criterion)
    with capped(2):
        loose = space(criterion)
        for fact in full.bounded_facts():
            assert full.allowed(fact) & ~loose.allowed(fact) == NOTHING
    assert full.is_empty() or not loose.is_empty()


@given(st.data())
def test_no_region_is_empty(data: st.DataObject) -> None:
    found = space(data.draw(criteria(data.draw(st.sampled_from(NOUNS)))))
    assume(not found.is_empty())
    for region in (region for factor in found.each() for region in factor.regions):
        assert NOTHING not in region.values.values()
        assert frozenset() not in region.values.values()
        assert not any(asked.is_impossible() for asked in region.asked.values())
        assert region.held.isdisjoint(region.denied)


# --- against enumeration: every way a small subject can be --------------------------------------

AREAS = [Decimal(n) / 2 for n in range(9)]  # on and between the bounds of SMALL
SMALL = [
    booth.private,
    booth.kind == VenueCategory.SCENIC_AREA,
    booth.kind != VenueCategory.SCENIC_AREA,
    among(booth.kind, [VenueCategory.SCENIC_AREA, VenueCategory.HOSPITAL]),
    *(booth.area_m2 >= n for n in (1, 2, 3)),
    *(booth.area_m2 < n for n in (1, 2, 3)),
    booth.area_m2 == 2,
    has(booth.use, RoomUse.NURSERY),
    has(booth.supplies, Supply.CLEANING_CLOTHS),
]
ROOMS = [
    Booth(private=private, kind=kind, use=use, area_m2=area, supplies=supplies)
    for private in (True, False)
    for kind in (VenueCategory.SCENIC_AREA, VenueCategory.HOSPITAL, VenueCategory.STATION)
    for use in ((), RoomUse.NURSERY)
    for area in AREAS
    for supplies in ((), (Supply.CLEANING_CLOTHS,))
]
SMALL_CRITERIA = st.recursive(
    st.sampled_from(SMALL),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: all_of(*parts))
        | st.lists(inner, min_size=1, max_size=4).map(lambda parts: any_of(*parts))
        | inner.map(not_)
    ),
    max_leaves=8,
)


@given(SMALL_CRITERIA)
def test_what_can_hold_is_what_holds_of_some_room(criterion: Criterion) -> None:
    criterion = all_of(criterion)
    true = [one for one in ROOMS if evaluate(criterion, one).truth is Truth.TRUE]
    found = space(criterion)
    # These domains are enumerated, and nothing is too large to be taken apart: exactly so.
    assert can_hold(criterion) is bool(true)
    assert not found.is_loose
    held = {Fraction(one.area_m2) for one in true if one.area_m2 is not None}
    assert held == {
        area for area in map(Fraction, AREAS) if true and area in found.allowed("area_m2")
    }


@given(SMALL_CRITERIA)
def test_a_criterion_and_its_denial_cover_everything(criterion: Criterion) -> None:
    criterion = all_of(criterion)
    both = space(criterion), space(criterion, positive=False)
    for one in ROOMS:
        found = [any(_lies_in(one, region) for region in half.regions()) for half in both]
        assert any(found)
        # and where it lies in one of them alone, that one is the truth
        truth = evaluate(criterion, one).truth is Truth.TRUE
        assert found[0] or not truth
        assert found[1] or truth


def _lies_in(one: Room, region: Region) -> bool:
    """Say by the definition of a region whether a room lies in it."""
    for fact, values in region.values.items():
        stated = getattr(one, fact)
        if (Fraction(stated) if isinstance(values, Spans) else stated) not in values:
            return False
    return all(evaluate(c, one).truth is Truth.TRUE for c in region.held) and all(
        evaluate(c, one).truth is Truth.FALSE for c in region.denied
    )


@given(SMALL_CRITERIA)
def test_some_of_many_ways_are_all_true(criterion: Criterion) -> None:
    criterion = all_of(criterion)
    found = Taken(some_of_many=True).space(criterion)
    assert found.is_empty() is not can_hold(criterion)
    regions = [] if found.is_empty() else list(found.regions())
    for region in regions:
        inside = [one for one in ROOMS if _lies_in(one, region)]
        assert inside
        assert all(evaluate(criterion, one).truth is Truth.TRUE for one in inside)


# --- the cap, at its value -------------------------------------------------------------------

# One alternative fewer than the cap, as many, and more.
SIZES = [MOST_REGIONS - 1, MOST_REGIONS, MOST_REGIONS + 1]


def pairs_of(size: int) -> AnyOf:
    """Make alternatives that do not merge: each bounds two facts."""
    return any_of(
        *(all_of(venue.daily_visitors == n, venue.building_area_m2 == n) for n in range(size))
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_last_of_many_alternatives_is_not_forgotten(size: int) -> None:
    many = pairs_of(size)
    last = venue.daily_visitors == size - 1
    assert can_hold(many & last)
    assert can_hold(last & many)
    assert can_hold(not_(not_(many) | not_(last)))  # the same by De Morgan


@pytest.mark.parametrize("size", SIZES)
def test_beyond_the_cap_nothing_is_excluded_but_the_denial(size: int) -> None:
    many = pairs_of(size)
    taken_apart = size <= MOST_REGIONS
    beyond = venue.daily_visitors == size  # in none of the alternatives
    assert can_hold(many & beyond) is not taken_apart
    assert space(many).is_loose is not taken_apart
    assert space(many).is_loose_about("daily_visitors") is not taken_apart
    assert not space(many).is_loose_about("waiting_area")
    assert space(many).allowed("daily_visitors") == (
        # A count n stands for [n, n + 1): together they are [0, size).
        Spans((Span(0, size, high_in=False),)) if taken_apart else ALL
    )


def test_alternatives_about_one_fact_are_one_region_however_many() -> None:
    many = any_of(*(venue.daily_visitors == n for n in range(10 * MOST_REGIONS)))
    assert not space(many).is_loose
    assert not can_hold(many & (venue.daily_visitors == 10 * MOST_REGIONS))
    # A denial is one region however many alternatives it denies, so it is taken apart.
    assert not can_hold(not_(many) & (venue.daily_visitors == 0))
    kinds = any_of(*(venue.category == one for one in ALL_CATEGORIES[1:]))
    assert [len(factor.regions) for factor in space(kinds).each()] == [1]
    assert not can_hold(kinds & (venue.category == ALL_CATEGORIES[0]))


def test_alternatives_about_different_facts_add_up() -> None:
    # Each pair shares no fact with the others: 2 + 2 + 2 regions, not 2 * 2 * 2.
    facts_of_room = [room.private, room.clean, room.free_of_dust, room.free_of_odour]
    pairs = [any_of(facts_of_room[n], facts_of_room[n + 1]) for n in (0, 2)]
    found = space(all_of(*pairs, room.area_m2 >= 10))
    assert [len(factor.regions) for factor in found.each()] == [2, 2, 1]
    assert len(list(found.regions())) == 4


def test_a_join_beyond_the_cap_leaves_the_part_that_multiplies() -> None:
    # Two tables of n pairs that share a third fact: n * n combinations, more than the cap.
    size = 12  # 144 > 128
    one, other = (
        any_of(*(all_of(fact == n, venue.coach_station_grade >= 1 + n) for n in range(size)))
        for fact in (venue.building_area_m2, venue.daily_visitors)
    )
    found = space(one & other)
    assert found.is_loose
    assert found.allowed("daily_visitors") == ALL
    # What the cut left out is still possible.
    assert can_hold(all_of(one, other, venue.daily_visitors == size - 1))
    assert can_hold(all_of(one, other, venue.building_area_m2 == size - 1))
    # 11 x 11 = 121 are taken apart: a count in none of them is impossible.
    fewer = [any_of(*part.parts[:-1]) for part in (one, other)]
    assert not space(all_of(*fewer)).is_loose
    assert not can_hold(all_of(*fewer, venue.daily_visitors == size - 1))


def test_so_many_pairs_of_regions_are_tried() -> None:
    # 60 x 60 = 3,600 pairs, of which 60 share an area: more than the 2,048 that are tried.
    sizes = range(1, 61)
    one, other = (
        any_of(*(all_of(venue.building_area_m2 == n, fact == n) for n in sizes))
        for fact in (venue.daily_visitors, venue.coach_station_grade)
    )
    assert MOST_TRIED == 2_048
    assert space(one & other).is_loose
    assert can_hold(all_of(one, other, venue.building_area_m2 == 60))


def test_what_lies_in_another_alternative_is_dropped() -> None:
    some_clean = some(venue.rooms, room.clean)
    wider = any_of(venue.waiting_area, some_clean)
    narrower = any_of(
        all_of(venue.waiting_area, venue.reserved_seats),
        venue.waiting_area,
        all_of(some_clean, venue.reserved_seats),
        some_clean,
    )
    for alternatives in (wider, narrower):
        [factor] = space(alternatives).each()
        assert len(factor.regions) == 2
    assert space(any_of(TRUE, venue.waiting_area)).allowed("waiting_area") == ALL


def test_a_criterion_looser_inside_of_items_is_loose() -> None:
    many = any_of(
        *(all_of(room.area_m2 == n, room.usable_area_m2 == n) for n in range(MOST_REGIONS + 1))
    )
    assert space(some(venue.rooms, many)).is_loose
    assert space(every(venue.rooms, many)).is_loose
    assert not space(some(venue.rooms, room.clean)).is_loose


def test_of_some_ways_another_is_tried_if_none_lasts() -> None:
    # 5 x 5 = 25 ways of the first two parts, of which 16 are carried on: the last part, and it
    # has two ways itself, wants the last of them.
    visits, grade = venue.daily_visitors, venue.coach_station_grade
    areas = any_of(*(all_of(venue.building_area_m2 == n, visits >= n) for n in range(5)))
    grades = any_of(*(all_of(grade == n + 1, visits >= n) for n in range(5)))
    asked = [all_of(venue.building_area_m2 == 4, grade == 5, visits == n) for n in (9, 10)]
    last = any_of(*asked)
    found = Taken(some_of_many=True).space(all_of(areas, grades, last))
    assert MOST_WAYS < 5 * 5
    assert not found.is_empty()
    assert {region.values["daily_visitors"] for region in found.regions()} == {
        span(9, 10, high_in=False),
        span(10, 11, high_in=False),
    }


# --- what is impossible is found -------------------------------------------------------------

FIRST = date(2021, 6, 1)
TABLES = room.equipment[Equipment.TABLE]
ALL_CATEGORIES = list(VenueCategory)

IMPOSSIBLE = {
    "number below and at least": all_of(venue.building_area_m2 < 10, venue.building_area_m2 >= 10),
    "number between 10 and 10": all_of(venue.building_area_m2 > 10, venue.building_area_m2 <= 10),
    "number apart": all_of(venue.building_area_m2 <= 9.99, venue.building_area_m2 >= 10),
    "number is two": all_of(venue.building_area_m2 == 1, venue.building_area_m2 == 2),
    "number is and is not": all_of(venue.building_area_m2 == 1, venue.building_area_m2 != 1),
    "number below its least value": venue.building_area_m2 < 0,
    "number not from its least value on": not_(venue.building_area_m2 >= 0),
    "number among others": all_of(
        among(venue.building_area_m2, [1, 2]), venue.building_area_m2 == 3
    ),
    "count between 99 and 100": all_of(venue.daily_visitors > 99, venue.daily_visitors < 100),
    "count denied both sides": all_of(
        not_(venue.daily_visitors >= 100), not_(venue.daily_visitors <= 99)
    ),
    "count between by denial": all_of(venue.daily_visitors > 99, not_(venue.daily_visitors >= 100)),
    "count among the rest": all_of(
        among(venue.daily_visitors, [3, 5]), venue.daily_visitors > 3, venue.daily_visitors < 5
    ),
    "count below its least value": venue.coach_station_grade < 1,
    "count in a table": all_of(TABLES >= 2, TABLES < 2),
    "enum is two": all_of(
        venue.category == VenueCategory.HOSPITAL, venue.category == VenueCategory.SHOP
    ),
    "enum is none": not_(among(venue.category, ALL_CATEGORIES)),
    "enum is not any": all_of(*(venue.category != one for one in ALL_CATEGORIES)),
    "enum among others": all_of(
        among(venue.category, [VenueCategory.HOSPITAL]), venue.category == VenueCategory.SHOP
    ),
    "flag yes and no": all_of(venue.waiting_area, not_(venue.waiting_area)),
    "flag neither": all_of(venue.waiting_area != True, venue.waiting_area != False),  # noqa: E712
    "day in no time": all_of(visit.on > FIRST, visit.on < FIRST + timedelta(days=1)),
    "day before and from": all_of(visit.on < FIRST, visit.on >= FIRST),
    "day after the last": visit.on > date.max,
    "text and its denial": all_of(visit.guide == "a", not_(visit.guide == "a")),
    "texts and their denial": all_of(among(visit.guide, ["a", "b"]), not_(
        among(visit.guide, ["b", "a"])
    )),
    "set with and without": all_of(
        has(room.supplies, Supply.CLEANING_CLOTHS), not_(has(room.supplies, Supply.CLEANING_CLOTHS))
    ),
    "a part's number": all_of(visit.place.area_m2 > 5, visit.place.area_m2 < 5),
    "some item that cannot be": some(
        venue.rooms, all_of(room.area_m2 > 10, room.area_m2 < 10)
    ),
    "not every item as every item is": not_(every(venue.rooms, any_of(room.clean, not_(
        room.clean
    )))),
    "some item where none is": all_of(some(venue.rooms), not_(some(venue.rooms))),
    "some item against every item": all_of(
        some(venue.rooms, room.area_m2 < 10), every(venue.rooms, room.area_m2 >= 10)
    ),
    "some item where every item is impossible": all_of(
        some(venue.rooms, room.clean), every(venue.rooms, FALSE)
    ),
    "a condition and its denial, deep": all_of(
        any_of(venue.waiting_area, venue.reserved_seats),
        not_(any_of(venue.waiting_area, venue.reserved_seats)),
    ),
    "never": FALSE,
    "not always": not_(TRUE),
}  # fmt: skip


@pytest.mark.parametrize("criterion", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_contradiction_cannot_hold_and_its_denial_can(criterion: Criterion) -> None:
    assert not can_hold(criterion)
    assert can_hold(not_(criterion))
    assert not can_hold(any_of(criterion, not_(TRUE)))


# The sound twins: one step beside each contradiction.
POSSIBLE = {
    "number at the bound": all_of(venue.building_area_m2 <= 10, venue.building_area_m2 >= 10),
    "number between 9.99 and 10": all_of(
        venue.building_area_m2 > Decimal("9.99"), venue.building_area_m2 < 10
    ),
    "number at its least value": venue.building_area_m2 <= 0,
    "number below zero where allowed": visit.temperature < 0,  # from -50
    "count between 99 and 101": all_of(venue.daily_visitors > 99, venue.daily_visitors < 101),
    "count at its least value": venue.coach_station_grade <= 1,
    "enum is one": among(venue.category, ALL_CATEGORIES),
    "enum but one": all_of(*(venue.category != one for one in ALL_CATEGORIES[1:])),
    "flag not yes": venue.waiting_area != True,  # noqa: E712
    "day in one day": all_of(visit.on > FIRST, visit.on < FIRST + timedelta(days=2)),
    "day at the last": visit.on >= date.max,
    # Two items may differ, and an empty collection satisfies every "every".
    "two items": all_of(some(venue.rooms, room.area_m2 < 5), some(venue.rooms, room.area_m2 > 10)),
    "one item of two uses": some(
        venue.rooms, all_of(has(room.use, RoomUse.NURSERY), has(room.use, RoomUse.LACTATION))
    ),
    "no items": all_of(
        every(venue.rooms, room.area_m2 >= 10), every(venue.rooms, room.area_m2 < 10)
    ),
    "each item its own": all_of(
        every(venue.rooms, any_of(room.clean, room.private)),
        some(venue.rooms, not_(room.clean)),
        some(venue.rooms, not_(room.private)),
    ),
    "two collections": all_of(
        some(visit.seen, room.area_m2 < 10), every(visit.also_seen, room.area_m2 >= 10)
    ),
    "a number of an item and of the whole": all_of(
        visit.place.area_m2 < 10, some(visit.seen, room.area_m2 >= 10)
    ),
}  # fmt: skip


@pytest.mark.parametrize("criterion", POSSIBLE.values(), ids=POSSIBLE)
def test_a_neighbour_of_a_contradiction_can_hold(criterion: Criterion) -> None:
    assert can_hold(criterion)


# --- what numbers are allowed ----------------------------------------------------------------


def span(low: object, high: object = INFINITY, **flags: bool) -> Spans:
    """Write a set of numbers of one piece."""
    bounds: Any = (low, high)
    return Spans.of([Span(*bounds, **flags)])


AREA, VISITORS = "building_area_m2", "daily_visitors"


@pytest.mark.parametrize(
    ("criterion", "fact", "numbers"),
    [
        (venue.building_area_m2 >= 10, AREA, span(10)),
        (venue.building_area_m2 > 10, AREA, span(10, low_in=False)),
        (venue.building_area_m2 < 10, AREA, span(0, 10, high_in=False)),  # from the least value
        (venue.building_area_m2 == 10, AREA, span(10, 10)),
        (among(venue.building_area_m2, [1, 2]), AREA, span(1, 1) | span(2, 2)),
        (not_(venue.building_area_m2 >= 10), AREA, span(0, 10, high_in=False)),
        # A count n fills [n, n + 1).
        (venue.daily_visitors > 99, VISITORS, span(100)),
        (venue.daily_visitors <= 99, VISITORS, span(0, 100, high_in=False)),
        (venue.daily_visitors == 99, VISITORS, span(99, 100, high_in=False)),
        (
            venue.daily_visitors != 99,
            VISITORS,
            span(0, 99, high_in=False) | span(100),
        ),
        (visit.on >= date(1, 1, 3), "on", span(3, 3652060, high_in=False)),  # 9999-12-31: 3652059
        # Joined and alternative bounds; an alternative that says nothing opens the fact.
        (all_of(venue.building_area_m2 >= 1, venue.building_area_m2 < 2), AREA,
         span(1, 2, high_in=False)),
        (any_of(venue.building_area_m2 < 1, venue.building_area_m2 >= 2), AREA,
         span(0, 1, high_in=False) | span(2)),
        (any_of(venue.building_area_m2 < 1, venue.waiting_area), AREA, ALL),
        (all_of(venue.waiting_area), "waiting_area", ALL),  # no number
        (TRUE, AREA, ALL),
        (FALSE, AREA, NOTHING),
        # Items: those that are bound; another item that is not asked for its area opens nothing.
        (some(venue.rooms, room.area_m2 >= 10), "rooms[*].area_m2", span(10)),
        (all_of(some(venue.rooms), some(venue.rooms, room.area_m2 >= 10)), "rooms[*].area_m2",
         span(10)),
        (every(venue.rooms, room.area_m2 >= 10), "rooms[*].area_m2", span(10)),
        (not_(some(venue.rooms, room.area_m2 >= 10)), "rooms[*].area_m2",
         span(0, 10, high_in=False)),
        (all_of(some(venue.rooms, room.area_m2 < 20), every(venue.rooms, room.area_m2 >= 10)),
         "rooms[*].area_m2", span(10, 20, high_in=False)),
        (some(venue.rooms, room.clean), "rooms[*].area_m2", ALL),
        (some(venue.rooms, room.area_m2 >= 10), "waiting_area", ALL),
    ],
)  # fmt: skip
def test_the_numbers_allowed(criterion: Criterion, fact: str, numbers: Spans) -> None:
    assert space(criterion).allowed(fact) == numbers


def test_what_is_left_of_a_criterion_names_its_items() -> None:
    # A residual speaks of the first and the second room, which may differ.
    asked = all_of(some(venue.rooms, room.area_m2 < 10), every(venue.rooms, room.area_m2 <= 20))
    left = residual(asked, Venue(rooms=[Room(), Room(area_m2=15)]))
    assert space(left).allowed("rooms[0].area_m2") == span(0, 10, high_in=False)
    assert space(left).allowed("rooms[1].area_m2") == ALL  # stated, so not asked
    assert not can_hold(all_of(left, left, not_(left)))


def test_the_facts_bounded() -> None:
    criterion = all_of(
        any_of(venue.daily_visitors > 5, venue.building_area_m2 > 5),
        some(venue.rooms, room.equipment[Equipment.TABLE] >= 1),
        venue.building_area_m2 < 50,
        venue.waiting_area,
    )
    # In the order they are met, each once; a flag is no number.
    assert list(space(criterion).bounded_facts()) == [
        VISITORS,
        AREA,
        "rooms[*].equipment[table]",
    ]


@pytest.mark.parametrize(
    ("noun", "fact", "least"),
    [
        (Venue, AREA, 0),
        (Venue, "coach_station_grade", 1),
        (Venue, "rooms[*].area_m2", 0),
        (Room, "equipment[table]", 0),
        (Visit, "seen[*].equipment[table]", 0),
        (Visit, "place.area_m2", 0),
        (Visit, "temperature", -50),
        (Visit, "on", 1),  # 0001-01-01 is day 1
    ],
)
def test_the_numbers_a_fact_may_have_at_all(noun: type[Any], fact: str, least: int) -> None:
    numbers = natural(kind_of(noun, fact))
    assert (least - 1 in numbers, least in numbers, least + 1 in numbers) == (False, True, True)


def test_a_noun_refuses_what_lies_below_the_least_value() -> None:
    # Regions may call `temperature < -50` impossible because no subject can state it.
    assert Visit(temperature=-50).temperature == -50
    assert not can_hold(visit.temperature < -50)
    with pytest.raises(InvalidInput):
        Visit(temperature=Decimal("-50.01"))


def test_the_space_of_everything() -> None:
    assert space(TRUE) == EVERYTHING
    assert not EVERYTHING.is_empty()
    assert list(EVERYTHING.regions()) == [Region()]
    assert space(FALSE).is_empty()


def test_texts_are_told_apart() -> None:
    """A locality has one name: two are never asked of it together, and any other may be."""
    count = facts(SlotCount)
    assert "丙镇" in AnyTextBut(frozenset({"甲镇"}))
    assert "甲镇" not in AnyTextBut(frozenset({"甲镇"}))
    one, other = count.locality == "甲镇", count.locality == "乙镇"
    assert not can_hold(all_of(one, other))
    assert not can_surely_hold(all_of(one, other))
    assert can_hold(all_of(one, not_(other)))
    assert can_hold(all_of(not_(one), not_(other)))
    assert not can_hold(all_of(one, not_(any_of(one, other))))
    assert not can_hold(all_of(among(count.locality, ["甲镇", "乙镇"]), not_(one), not_(other)))
    assert can_hold(all_of(any_of(not_(one), not_(other)), one))
    # Whoever is not the one or not the other is anybody.
    assert can_hold(all_of(any_of(not_(one), not_(other)), not_(any_of(not_(one), one)))) is False


def test_a_node_is_taken_apart_once() -> None:
    taken, criterion = Taken(), any_of(venue.waiting_area, venue.daily_visitors > 5)
    assert taken.space(criterion) is taken.space(criterion)


def test_a_contradiction_is_found_in_either_half_of_many_bounds() -> None:
    area = venue.building_area_m2
    assert not can_hold(all_of(area > 10, area < 5, area > 1, area > 2))
    assert not can_hold(all_of(area > 1, area > 2, area > 10, area < 5))


def test_as_many_regions_as_the_cap_allows_are_taken_apart() -> None:
    # 8 x 16 = 128, the cap; each pair shares a grade.
    assert MOST_REGIONS == 128
    one, other = (
        any_of(*(all_of(fact == n, venue.coach_station_grade >= 1 + n) for n in range(size)))
        for fact, size in ((venue.building_area_m2, 8), (venue.daily_visitors, 16))
    )
    assert not space(one & other).is_loose
    assert not can_hold(all_of(one, other, venue.daily_visitors == 16))


def test_an_alternative_of_too_many_ways_is_cut_though_the_other_is_one() -> None:
    # 8 x 17 = 136 ways, of which 128 are looked at; the other alternative lies in the first.
    bounded = [
        any_of(*(all_of(fact == n, also == n) for n in range(size)))
        for fact, also, size in (
            (room.area_m2, room.usable_area_m2, 8),
            (room.equipment[Equipment.TABLE], room.equipment[Equipment.CHAIR], 17),
        )
    ]
    first = [room.area_m2 == 0, room.usable_area_m2 == 0]
    first += [room.equipment[one] == 0 for one in (Equipment.TABLE, Equipment.CHAIR)]
    either = any_of(all_of(*bounded), all_of(*first, room.clean))
    assert space(either).is_loose
    # The last way is not forgotten.
    assert can_hold(all_of(either, room.area_m2 == 7, room.equipment[Equipment.TABLE] == 16))


def test_what_is_joined_is_left_whole_unless_some_ways_will_do() -> None:
    # 12 x 12 = 144 pairs, more than the cap: all of them stay possible, or 16 are found.
    parts = [
        space(any_of(*(all_of(fact == n, venue.coach_station_grade >= 1 + n) for n in range(12))))
        for fact in (venue.building_area_m2, venue.daily_visitors)
    ]
    assert together(parts).allowed("daily_visitors") == ALL
    assert together(parts, some_of_many=True).allowed("daily_visitors") != ALL


def test_what_is_denied_is_denied_of_both() -> None:
    wipes = not_(has(room.supplies, Supply.HAND_AND_MOUTH_WIPES))
    other = not_(has(room.supplies, Supply.CLEANING_CLOTHS))
    one_fact, two_facts = all_of(wipes, other), all_of(wipes, not_(has(room.use, RoomUse.NURSERY)))
    for both in (one_fact, two_facts):
        (region,) = space(both).regions()
        assert region.denied == {part.part for part in both.parts if isinstance(part, Not)}
        for one in both.parts:  # what each denies can be no more
            assert isinstance(one, Not)
            assert not can_hold(all_of(both, one.part))


def test_alternatives_beside_what_contradicts_itself() -> None:
    either = any_of(
        all_of(visit.adults == 1, visit.temperature == 1),
        all_of(visit.adults == 3, visit.temperature == 2),
    )
    asked = all_of(visit.adults == 1, visit.adults == 2, either)
    assert not can_hold(asked)
    assert not can_surely_hold(asked)
