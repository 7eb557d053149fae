"""A caller's Structs of msgspec that hold careplan's classes, on the codec's converter."""

import json
from typing import Any

import attrs
import msgspec
import pytest

import careplan as cp
from careplan import results as r
from careplan.base.errors import InvalidInput
from careplan.codec.hosts.structs import is_struct, is_struct_choice

READING = cp.codec.converter()
VENUE = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[cp.Room(area_m2=7.5)])


class Visit(msgspec.Struct, frozen=True):
    """A visit with what was seen and what it came to."""

    id: int
    venue: cp.Venue
    rooms: tuple[cp.Room, ...] = ()
    counts: dict[str, cp.SlotCount] = msgspec.field(default_factory=dict)
    before: cp.Venue | None = None
    said: r.Assessment | None = None
    demand: cp.Criterion | None = None


class Call(
    msgspec.Struct, frozen=True, rename="camel", tag_field="kind", tag="call", omit_defaults=True
):
    """A call about a visit: with other names in JSON, and a tag."""

    made_to: str
    last_visit: Visit | None = None
    rooms_seen: list[cp.Room] = msgspec.field(default_factory=list)
    number: int = msgspec.field(default=1, name="no")

    def __post_init__(self) -> None:
        """Refuse a call to nobody."""
        if not self.made_to:
            raise ValueError("nobody was called")


class Tree(msgspec.Struct):
    """What holds itself."""

    room: cp.Room
    children: "list[Tree]" = []


@attrs.frozen
class Log:
    """An attrs class that holds Structs."""

    calls: tuple[Call, ...]


def problems(data: object, cls: Any) -> list[tuple[str, str]]:
    """Return the path and code of each problem of data that is no object of a class."""
    with pytest.raises(InvalidInput) as caught:
        READING.structure(data, cls)
    return [(one.path, one.code) for one in caught.value.problems]


def test_a_struct_makes_the_round_trip_through_msgspecs_own_json() -> None:
    plan = cp.get_plan("shuangliao_2021")
    visit = Visit(1, VENUE, (cp.Room(),), said=cp.assess(VENUE, plan), demand=cp.all_of())
    log = Log((Call("甲", visit), Call("乙", rooms_seen=[cp.Room()])))
    text = msgspec.json.encode(READING.unstructure(log))
    assert READING.structure(msgspec.json.decode(text), Log) == log
    assert json.loads(text)["calls"][0]["lastVisit"]["venue"] == cp.codec.unstructure(VENUE)


def test_a_struct_is_written_by_the_names_and_the_tag_it_has_in_json() -> None:
    assert READING.unstructure(Call("甲", number=2)) == {"kind": "call", "madeTo": "甲", "no": 2}
    # As msgspec itself writes it.
    assert msgspec.to_builtins(Call("甲", number=2)) == READING.unstructure(Call("甲", number=2))
    assert READING.unstructure(Visit(1, VENUE)) == {
        "id": 1,
        "venue": cp.codec.unstructure(VENUE),
        "rooms": [],
        "counts": {},
        **dict.fromkeys(("before", "said", "demand")),
    }


def test_a_struct_may_hold_itself() -> None:
    tree = Tree(cp.Room(), [Tree(cp.Room(area_m2=3))])
    assert READING.structure(READING.unstructure(tree), Tree) == tree


def test_what_is_left_out_is_what_the_struct_says() -> None:
    assert READING.structure({"kind": "call", "madeTo": "甲"}, Call) == Call("甲")
    first, second = (READING.structure({"id": 1, "venue": {}}, Visit) for _ in "12")
    assert first.counts == {}
    assert first.counts is not second.counts


def test_all_that_is_wrong_is_one_error_with_whole_paths() -> None:
    call = {
        "kind": "visit",
        "made_to": "甲",
        "lastVisit": {"id": "x", "venue": {"romms": 1}, "rooms": [{"independent": "no"}]},
        "roomsSeen": 3,
    }
    assert problems({"calls": [call]}, Log) == [
        ("calls[0].made_to", "unknown_key"),
        ("calls[0].kind", "not_a_member"),
        ("calls[0].madeTo", "required"),
        ("calls[0].lastVisit.id", "wrong_type"),
        ("calls[0].lastVisit.venue.romms", "unknown_key"),
        ("calls[0].lastVisit.rooms[0].independent", "wrong_type"),
        ("calls[0].roomsSeen", "wrong_type"),
    ]


def test_what_a_struct_says_of_itself_is_kept() -> None:
    with pytest.raises(InvalidInput, match="nobody was called") as caught:
        READING.structure({"kind": "call", "madeTo": ""}, Call)
    assert [one.code for one in caught.value.problems] == ["own.ValueError"]


@pytest.mark.parametrize("data", [3, None, "text", [1, {}], [["id", 1]]])
def test_what_is_no_object_is_refused_as_one(data: object) -> None:
    assert problems(data, Visit) == [("", "wrong_type")]


def test_which_classes_are_structs() -> None:
    assert is_struct(Visit)
    assert not any(map(is_struct, (Log, cp.Venue, int, "Visit", None)))


def test_a_field_is_written_by_what_it_may_hold() -> None:
    class Mixed(msgspec.Struct, frozen=True):
        seen: cp.Venue | cp.Room
        others: list[cp.Venue | cp.Room]
        anything: object
        number: int | msgspec.UnsetType = msgspec.UNSET

    room = cp.Room(clean=True)
    data = READING.unstructure(Mixed(room, [cp.Venue(), room], room, 3))
    said = {"type": "Room", "clean": True}
    assert data == {"seen": said, "others": [{}, said], "anything": {"clean": True}, "number": 3}


class Room(msgspec.Struct, frozen=True, tag="room"):
    """One way to be seen."""

    seen: cp.Room
    number: int | msgspec.UnsetType = msgspec.UNSET


class Hall(msgspec.Struct, frozen=True, tag="hall"):
    """Another."""

    seen: cp.Venue | cp.Room | msgspec.UnsetType = msgspec.UNSET


class Sight(msgspec.Struct, frozen=True):
    """Either, or nothing."""

    what: Room | Hall
    then: Room | Hall | None = None
    last: Room | Hall | msgspec.UnsetType = msgspec.UNSET


@pytest.mark.parametrize(
    "sight",
    [
        Sight(Room(cp.Room(clean=True), 3)),
        Sight(Hall(cp.Room(clean=True)), Room(cp.Room())),
        Sight(Hall(), None, Hall(VENUE)),
    ],
)
def test_a_struct_in_a_union_is_known_by_its_tag(sight: Sight) -> None:
    data = READING.unstructure(sight)
    assert READING.structure(msgspec.json.decode(msgspec.json.encode(data)), Sight) == sight


def test_what_is_unset_is_not_written() -> None:
    # msgspec itself leaves it out of what it writes.
    assert READING.unstructure(Sight(Hall())) == {"what": {"type": "hall"}, "then": None}
    assert READING.structure({"what": {"type": "hall"}}, Sight).last is msgspec.UNSET
    assert READING.unstructure([Room(cp.Room())]) == [{"type": "room", "seen": {}}]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"type": "rom", "seen": {}}, ("what.type", "not_a_member")),
        ({"type": 10**5000}, ("what.type", "not_a_member")),
        ({"type": ["room"]}, ("what.type", "not_a_member")),
        ({"seen": {}}, ("what.type", "required")),
        ({"type": None}, ("what.type", "required")),
        ({"type": "room", "seen": {"clean": 3}}, ("what.seen.clean", "wrong_type")),
        ({"type": "room", "seen": {}, "number": None}, ("what.number", "wrong_type")),
        (3, ("what", "wrong_type")),
        (None, ("what", "required")),
    ],
)
def test_a_struct_of_a_union_is_refused_where_it_is_wrong(
    data: object, found: tuple[str, str]
) -> None:
    assert problems({"what": data}, Sight) == [found]


def test_a_tag_that_is_wrong_is_answered_with_the_right_one() -> None:
    with pytest.raises(InvalidInput, match=r"^kind: expected one of call; got 'Z'$"):
        READING.structure({"kind": "Z", "madeTo": "甲"}, Call)
    with pytest.raises(InvalidInput, match=r"^what\.type: .* room, hall; .* mean room\?$"):
        READING.structure({"what": {"type": "rom", "seen": {}}}, Sight)


def test_a_number_is_a_tag_as_well_and_true_is_none() -> None:
    class One(msgspec.Struct, frozen=True, tag=1):
        room: cp.Room

    class Two(msgspec.Struct, frozen=True, tag=2):
        room: cp.Room

    class Either(msgspec.Struct, frozen=True):
        what: One | Two

    assert READING.structure({"what": {"type": 2, "room": {}}}, Either) == Either(Two(cp.Room()))
    assert problems({"what": {"type": True, "room": {}}}, Either) == [("what.type", "not_a_member")]


def test_a_union_that_says_no_tag_is_no_choice() -> None:
    assert is_struct_choice(Room | Hall)
    assert not any(map(is_struct_choice, (Room | Visit, Room | Call, Room | None, Room | int, int)))
