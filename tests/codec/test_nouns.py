"""Nouns in and out: every noun round trips, and each kind is read in the forms it may have."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import nouns

import careplan as cp
from careplan.base.exact import MAX_MAGNITUDE
from careplan.base.text import Labelled, names_of
from careplan.codec.known import own_names
from careplan.codec.text import MAX_TEXT
from careplan.fields.declaring import Noun, day, number, words
from careplan.nouns.catalogue import NOUNS

codec = cp.codec
OURS = st.sampled_from(NOUNS).flatmap(nouns)


@given(OURS)
def test_a_noun_makes_the_round_trip(subject: Any) -> None:
    data = codec.unstructure(subject)
    assert codec.structure(data, type(subject)) == subject
    text = codec.dumps(subject)
    assert codec.loads(text, type(subject)) == subject
    assert json.loads(text) == data  # nothing but JSON's own types


@given(OURS)
def test_the_text_is_canonical(subject: Any) -> None:
    text = codec.dumps(subject)
    assert codec.dumps(codec.loads(text, type(subject))) == text
    pretty = json.dumps(json.loads(text), indent=4)  # other spaces, escapes for Chinese
    assert codec.dumps(codec.loads(pretty, type(subject))) == text


def test_every_noun_of_the_package_is_known() -> None:
    public = [getattr(cp, name) for name in cp.__all__]
    declared = {one for one in public if isinstance(one, type) and issubclass(one, Noun)}
    assert set(NOUNS) == declared - {Noun}
    # Nothing is added by looking into what their facts hold.
    assert set(own_names().nouns.values()) == set(NOUNS)


def test_only_what_is_stated_is_written() -> None:
    assert codec.dumps(cp.Venue()) == "{}"
    assert (
        codec.dumps(cp.Venue(rooms=[], building_area_m2=0)) == '{"building_area_m2":0,"rooms":[]}'
    )
    assert codec.dumps(cp.Room(equipment={})) == '{"equipment":{}}'


def test_keys_are_sorted_and_sets_ordered() -> None:
    room = cp.Room(
        supplies=set(cp.Supply), equipment={cp.Equipment.TABLE: 1, cp.Equipment.CHAIR: 2}
    )
    assert codec.dumps(room) == (
        '{"equipment":{"chair":2,"table":1},"supplies":["cleaning_cloths","hand_and_mouth_wipes"]}'
    )


def test_null_is_not_stated() -> None:
    text = '{"category": null, "rooms": null, "building_area_m2": null}'
    assert codec.loads(text, cp.Venue) == cp.Venue()
    assert codec.loads('{"equipment": {"table": null}}', cp.Room) == cp.Room(equipment={})


@pytest.mark.parametrize("enum", sorted(own_names().enums.values(), key=str))
def test_a_member_is_written_four_ways_and_no_other(enum: Any) -> None:
    names = names_of((enum,))
    for member in enum:
        ways = {str(member.value), member.name, member.label.zh, member.label.en}
        assert all(names[way] is member for way in ways)
        assert member.name.title() not in names


def test_a_label_of_two_members_names_none() -> None:
    class Twins(Labelled):
        ONE = ("one", "同", "first")
        TWO = ("two", "同", "one")  # a label that is another's value
        BARE = ("bare", "", "")

    names = names_of((Twins,))
    assert set(names) == {"one", "ONE", "first", "two", "TWO", "bare", "BARE"}
    assert names["one"] is Twins("one")


@pytest.mark.parametrize(
    ("written", "area"),
    [
        ("12", 12),
        ("12.0", 12),
        ("1.2e1", 12),
        ("7.50", Decimal("7.5")),
        ('"7.50"', Decimal("7.5")),
        ('"12.0"', 12),
        ('"-0.0"', 0),
        ('"41/3"', Fraction(41, 3)),
        ('"6/4"', Decimal("1.5")),
        # More digits than a float holds: read as written.
        ("0.12345678901234567891", Decimal("0.12345678901234567891")),
    ],
)
def test_a_number_is_read_exactly(written: str, area: object) -> None:
    room = codec.loads(f'{{"usable_area_m2": {written}}}', cp.Room)
    assert room.usable_area_m2 == area
    assert type(room.usable_area_m2) is type(area)


def test_a_float_in_data_counts_as_it_prints() -> None:
    assert codec.structure({"area_m2": 7.1}, cp.Room) == cp.Room(area_m2=Decimal("7.1"))
    assert codec.structure({"slots": 3.0}, cp.Institution) == cp.Institution(slots=3)


def test_data_may_hold_what_nouns_take_themselves() -> None:
    data = {"locality": "甲", "on": date(2024, 6, 30), "slots": 3}
    assert codec.structure(data, cp.SlotCount) == cp.SlotCount("甲", date(2024, 6, 30), 3)
    found = codec.structure({"use": cp.RoomUse.NURSERY, "area_m2": Fraction(1, 3)}, cp.Room)
    assert found == cp.Room(use=cp.RoomUse.NURSERY, area_m2=Fraction(1, 3))


@pytest.mark.parametrize("written", ["nursery", "NURSERY", "育婴室", "nursery room"])
def test_one_use_alone_is_the_set_of_it(written: str) -> None:
    """As a file of format 3 has it, and as Python takes it."""
    alone, listed = (codec.structure({"use": use}, cp.Room) for use in (written, [written]))
    assert alone == listed == cp.Room(use=cp.RoomUse.NURSERY) == cp.Room(use=[cp.RoomUse.NURSERY])
    assert codec.dumps(alone) == '{"use":["nursery"]}'  # a set is a sorted list


def test_several_uses_are_a_sorted_list() -> None:
    room = cp.Room(use=[cp.RoomUse.NURSERY, cp.RoomUse.LACTATION])
    assert codec.dumps(room) == '{"use":["lactation","nursery"]}'
    twice = codec.loads('{"use": ["nursery", "哺乳室", "nursery"]}', cp.Room)
    assert twice == room  # a member that stands twice is in the set


def test_several_objects_at_once() -> None:
    rooms = codec.loads('[{}, {"area_m2": 5}]', tuple[cp.Room, ...])
    assert rooms == (cp.Room(), cp.Room(area_m2=5))
    assert codec.dumps(rooms) == '[{},{"area_m2":5}]'


@attrs.frozen(kw_only=True)
class Garden(Noun):
    """A noun of a caller."""

    name: str = words("名称", "name", required=True)
    depth_m: Any = number("深度", "depth", minimum=-MAX_MAGNITUDE)
    opened_on: date | None = day("开放日期", "opened on")


def test_a_callers_noun_is_read_like_any_other() -> None:
    garden = Garden(name="x" * MAX_TEXT, depth_m=Decimal("-1.5"), opened_on=date(2020, 2, 29))
    assert codec.loads(codec.dumps(garden), Garden) == garden


def test_a_callers_own_class_may_hold_nouns() -> None:
    @attrs.frozen
    class Row:
        venue: cp.Venue
        tags: tuple[str, ...] = ()

    row = Row(cp.Venue(rooms=[]), ("a",))
    assert codec.unstructure(row) == {"venue": {"rooms": []}, "tags": ["a"]}
