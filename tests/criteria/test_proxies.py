"""Criteria are checked when they are written, and refuse to be read as yes or no."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careplan.base.errors import AmbiguousTruth, InvalidCriterion, NotFound, UnknownFact
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import FALSE, TRUE, Compare, all_of, any_of, not_, noun_of
from careplan.criteria.proxies import among, every, facts, has, some
from careplan.criteria.residuals import facts_of
from careplan.criteria.signs import Op
from careplan.fields.declaring import Noun, count, day, part, words
from careplan.fields.paths import dotted
from careplan.nouns.facilities import (
    Employer,
    Equipment,
    Room,
    RoomUse,
    Supply,
    Venue,
    VenueCategory,
)


@attrs.frozen(kw_only=True)
class Visit(Noun):
    """A noun with the kinds the facilities do not use: a day, a text and a part."""

    on: date | None = day("日期", "day")
    by: str | None = words("人员", "by")
    venue: Venue | None = part(Venue, "场所", "venue")


venue, room, employer, visit = facts(Venue), facts(Room), facts(Employer), facts(Visit)


def test_a_comparison_stores_its_operator_with_an_exact_number() -> None:
    assert (venue.building_area_m2 > 10_000) == Compare(Venue, ("building_area_m2",), Op.GT, 10_000)
    assert (room.area_m2 >= 9.99) == Compare(Room, ("area_m2",), Op.GE, Decimal("9.99"))
    assert (room.area_m2 >= 10) == (room.area_m2 >= 10)
    assert (room.area_m2 <= 10) == Compare(Room, ("area_m2",), Op.LE, 10)
    assert (room.area_m2 < 10) == Compare(Room, ("area_m2",), Op.LT, 10)
    kept_out = VenueCategory.HOSPITAL
    assert (venue.category != kept_out) == Compare(Venue, ("category",), Op.NE, kept_out)


# What each operator says of a smaller, an equal and a larger number: the definition of its sign.
COMPARED = {
    Op.GE: (False, True, True),
    Op.GT: (False, False, True),
    Op.LE: (True, True, False),
    Op.LT: (True, False, False),
    Op.EQ: (False, True, False),
    Op.NE: (True, False, True),
}
# In ascending order; the equal ones of each row are written in every exact form there is.
IN_ORDER: tuple[tuple[Any, ...], ...] = (
    (0, Fraction(0)),
    (Decimal("9.99"), Fraction(999, 100)),
    (10, Decimal(10), Fraction(10)),
    (Fraction(31, 3),),
)
DAYS = ((date(2021, 5, 31),), (date(2021, 6, 1),), (date(2021, 6, 2),))


@pytest.mark.parametrize("op", Op)
@pytest.mark.parametrize("ascending", [IN_ORDER, DAYS], ids=["numbers", "days"])
def test_the_denial_of_an_operator_holds_where_it_does_not(
    op: Op, ascending: tuple[tuple[Any, ...], ...]
) -> None:
    values = [(place, value) for place, row in enumerate(ascending) for value in row]
    for (one, observed), (other, required) in product(values, repeat=2):
        # -1, 0 or 1 and one more: the column of smaller, equal and larger.
        expected = COMPARED[op][(one > other) - (one < other) + 1]
        assert op.holds(observed, required) is expected
        assert (~op).holds(observed, required) is not expected
    assert ~~op is op


def test_a_boolean_fact_is_a_criterion() -> None:
    assert not_(room.clean) == not_(room.clean == True)  # noqa: E712 - builds the comparison
    assert all_of(room.clean) == all_of(room.clean == True)  # noqa: E712


def test_operators_join_like_the_functions() -> None:
    one, other = room.clean, room.private
    assert (one & other) == all_of(one, other)
    assert (one | other) == any_of(one, other)
    assert ~one == not_(one)
    assert (all_of(one) & other) == all_of(all_of(one), other)
    assert (all_of(one) | other) == any_of(all_of(one), other)
    assert ~all_of(one) == not_(all_of(one))


def test_paths_lead_through_parts_and_tables() -> None:
    assert facts_of(visit.venue.building_area_m2 > 5) == ("venue.building_area_m2",)
    assert facts_of(room.equipment[Equipment.TABLE] >= 1) == ("equipment[table]",)
    assert facts_of(visit.on >= date(2021, 6, 1)) == ("on",)
    assert facts_of(visit.by == "甲") == ("by",)
    assert dotted(("rooms", 0, "equipment", Equipment.TABLE)) == "rooms[0].equipment[table]"


def test_constants_are_the_empty_joins() -> None:
    assert all_of() == TRUE
    assert any_of() == FALSE
    assert noun_of(all_of(TRUE, not_(FALSE))) is None
    assert noun_of(all_of(TRUE, not_(room.clean))) is Room
    assert facts_of(TRUE) == ()


def test_facts_are_listed_once_in_reading_order() -> None:
    both = all_of(room.clean, any_of(room.area_m2 >= 10, room.clean), not_(room.private))
    assert facts_of(both) == ("clean", "area_m2", "private")


WRONG: dict[str, Callable[[], Any]] = {
    "compared with None": lambda: venue.building_area_m2 == None,  # noqa: E711 - the mistake
    "None in among": lambda: among(venue.category, [None]),
    "order on an enum": lambda: venue.category > VenueCategory.HOSPITAL,
    "order on a flag": lambda: room.clean >= True,
    "order on a text": lambda: visit.by < "b",
    "text for a number": lambda: venue.building_area_m2 > "10000",
    "bool for a number": lambda: venue.building_area_m2 > True,
    "NaN": lambda: venue.building_area_m2 > float("nan"),  # noqa: PLW0177 - the mistake
    "part of a person": lambda: employer.female_employees >= 99.5,
    "text for an enum": lambda: venue.category == "hospital",
    "member of another enum": lambda: venue.category == RoomUse.CARE_ROOM,
    "number for a flag": lambda: room.clean == 1,
    "datetime for a date": lambda: visit.on == datetime(2021, 6, 1),  # noqa: DTZ001 - refused
    "fact against a fact of another noun": lambda: room.area_m2 >= venue.building_area_m2,
    "through a collection": lambda: venue.rooms.usable_area_m2,
    "comparing a collection": lambda: venue.rooms == (),
    "comparing a set": lambda: room.supplies == frozenset(),
    "comparing a table": lambda: room.equipment >= 1,
    "comparing a part": lambda: visit.venue == Venue(),
    "comparing the noun": lambda: room >= 10,
    "key of what is no table": lambda: room.supplies[Supply.CLEANING_CLOTHS],
    "unknown key": lambda: room.equipment["table"],
    "in": lambda: Supply.CLEANING_CLOTHS in room.supplies,
    "iterating": lambda: list(venue.rooms),
    "a fact that is no flag as criterion": lambda: not_(room.area_m2),
    "a number as criterion": lambda: all_of(1),  # type: ignore[arg-type]  # that is refused
    "two nouns in one criterion": lambda: all_of(room.clean, venue.daily_visitors > 5),
    "items of another noun": lambda: some(venue.rooms, employer.female_employees > 5),
    "some over no collection": lambda: some(venue.category),
    "every over a set": lambda: every(room.supplies, room.clean),
    "some over a value": lambda: some([Room()], room.clean),  # type: ignore[arg-type]
    "has of a number": lambda: has(room.area_m2, 10),
    "has of another enum": lambda: has(room.supplies, Equipment.TABLE),
    "among of a collection": lambda: among(venue.rooms, [Room()]),
    "among a text": lambda: among(visit.by, "甲乙"),
    "among a number": lambda: among(room.area_m2, 5),  # type: ignore[arg-type]
    "among nothing": lambda: among(venue.category, []),
    "facts of an instance": lambda: facts(Venue()),  # type: ignore[arg-type]
    "facts of another class": lambda: facts(int),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("mistake", WRONG)
def test_mistakes_are_refused_when_written(mistake: str) -> None:
    with pytest.raises(InvalidCriterion) as error:
        WRONG[mistake]()
    assert len(str(error.value)) > 10  # it says something


@pytest.mark.parametrize(
    ("verb", "write"),
    [
        ("==", lambda: room.use == RoomUse.NURSERY),
        ("!=", lambda: room.use != RoomUse.NURSERY),
        (">=", lambda: room.use >= RoomUse.NURSERY),
        ("among", lambda: among(room.use, {RoomUse.NURSERY, RoomUse.LACTATION})),
    ],
)
def test_what_a_room_is_for_is_asked_with_has(verb: str, write: Callable[[], Any]) -> None:
    # A room may serve several uses (format 4): "is it this one" has no single answer.
    with pytest.raises(InvalidCriterion) as error:
        write()
    said = str(error.value)
    assert said.startswith(f"{verb} needs a single value")
    assert said.endswith("Room.use is a set: write has(Room.use, ...) for what it holds")


def test_advice_fits_the_fact() -> None:
    # What is no set is not to be asked with has(...), and has(...) is not advised to has(...).
    writings: tuple[Callable[[], object], ...] = (
        lambda: has(room.area_m2, 10),
        lambda: room.equipment == 1,
    )
    for write in writings:
        with pytest.raises(InvalidCriterion) as error:
            write()
        assert str(error.value).endswith(" is of another kind")


@given(st.sets(st.sampled_from(RoomUse)), st.sampled_from(RoomUse))
def test_a_room_has_the_uses_in_its_set_and_no_other(uses: set[RoomUse], use: RoomUse) -> None:
    # By the definition of has: the set is complete, so what is not in it is not so.
    expected = Truth.TRUE if use in uses else Truth.FALSE
    assert evaluate(has(room.use, use), Room(use=uses)).truth is expected
    assert evaluate(not_(has(room.use, use)), Room(use=uses)).truth is ~expected
    assert evaluate(has(room.use, use), Room()).truth is Truth.UNKNOWN  # not stated


def test_an_unknown_fact_is_named_with_a_suggestion() -> None:
    with pytest.raises(UnknownFact) as error:
        venue.bulding_area_m2  # noqa: B018 - the access raises
    assert error.value.suggestion == "building_area_m2"
    assert isinstance(error.value, NotFound)
    with pytest.raises(UnknownFact):
        room.clean.really  # noqa: B018 - a flag has no facts of its own
    assert not hasattr(venue, "bulding_area_m2")
    assert not hasattr(venue, "__wrapped__")


def test_nothing_but_a_verb_has_a_truth() -> None:
    for one in (venue, venue.daily_visitors, venue.daily_visitors > 5, TRUE, some(venue.rooms)):
        with pytest.raises(AmbiguousTruth):
            bool(one)
    with pytest.raises(AmbiguousTruth):
        5_000 <= venue.building_area_m2 <= 10_000  # noqa: B015 - a chain calls bool()


def test_a_proxy_is_unhashable_and_a_criterion_hashable() -> None:
    with pytest.raises(TypeError):
        hash(venue.daily_visitors)
    assert len({venue.daily_visitors > 5, venue.daily_visitors > 5}) == 1


def test_criteria_print_as_they_are_written() -> None:
    written = all_of(
        among(venue.category, {VenueCategory.HOSPITAL}),
        any_of(
            not_(venue.waiting_area), every(venue.rooms, has(room.supplies, Supply.CLEANING_CLOTHS))
        ),
    )
    assert repr(written) == (
        "all_of(among(Venue.category, {VenueCategory.HOSPITAL}), "
        "any_of(not_(Venue.waiting_area == True), "
        "every(Venue.rooms, has(Room.supplies, Supply.CLEANING_CLOTHS))))"
    )
    assert repr(venue) == "Venue"


def test_a_proxy_lists_its_facts_for_completion() -> None:
    venue = facts(Venue)
    assert {"building_area_m2", "rooms"} <= set(dir(venue))
    # What follows these is an operator, a key or a function, never a fact.
    for fact in (venue.rooms, venue.building_area_m2):
        assert set(dir(fact)) == set(object.__dir__(fact))


def test_no_values_are_a_collection_all_the_same() -> None:
    with pytest.raises(InvalidCriterion, match="needs at least one value"):
        among(venue.category, [])
    with pytest.raises(InvalidCriterion, match="takes a collection of values"):
        among(room.area_m2, 5)  # type: ignore[arg-type]  # that is tried
    with pytest.raises(InvalidCriterion, match="None"):
        among(venue.category, [VenueCategory.HOSPITAL, None])


def test_a_noun_without_its_decorator_is_told_what_is_missing() -> None:
    class Hall(Noun):
        stalls: int | None = count("摊位数", "stalls")

    class Large(Venue):
        stalls: int | None = count("摊位数", "stalls")

    for noun in (Hall, Large):
        with pytest.raises(InvalidCriterion) as caught:
            facts(noun)
        assert str(caught.value) == (
            f"{noun.__name__} declares facts and is no attrs class: "
            "put @attrs.frozen(kw_only=True) above it"
        )


def test_comparisons_without_brackets_are_told_to_have_them() -> None:
    told = "put each comparison in brackets"
    with pytest.raises(InvalidCriterion, match=told):
        venue.building_area_m2 > 5 & venue.daily_visitors  # noqa: B015 - it raises
    with pytest.raises(InvalidCriterion, match=told):
        venue.building_area_m2 > 5 | venue.daily_visitors  # noqa: B015 - it raises


def test_items_of_a_class_made_of_ours_are_to_be_declared() -> None:
    @attrs.frozen(kw_only=True)
    class OwnRoom(Room):
        changing_tables: int | None = count("护理台数", "changing tables")

    with pytest.raises(InvalidCriterion) as caught:
        some(venue.rooms, facts(OwnRoom).changing_tables >= 1)
    assert str(caught.value) == (
        "the items of Venue.rooms are Rooms; the criterion speaks about OwnRoom; "
        "declare rooms anew with items(OwnRoom, ...)"
    )
    with pytest.raises(InvalidCriterion) as other:
        some(venue.rooms, venue.waiting_area)
    assert str(other.value).endswith("the criterion speaks about Venue")
