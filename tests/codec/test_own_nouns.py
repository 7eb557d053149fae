"""A caller's own nouns and enums: read where ours are, and never in the place of ours."""

from typing import Any

import attrs
import pytest
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.base.text import Labelled
from careplan.codec.known import known_names
from careplan.fields.declaring import Noun, choice, count, flag, items, part, words
from careplan.results import Assessment, Change

codec = cp.codec


class Sound(Labelled):
    """How loud a room is."""

    QUIET = ("quiet", "安静", "quiet")
    LOUD = ("loud", "吵闹", "loud")


@attrs.frozen(kw_only=True)
class OwnRoom(cp.Room):
    """A room with facts of a county's own."""

    sound: Sound | None = choice(Sound, "声音", "sound")
    lockers: int | None = count("储物格", "lockers")


@attrs.frozen(kw_only=True)
class Tower(Noun):
    """A noun that holds one of ours, and one of its own."""

    lobby: cp.Room | None = part(cp.Room, "大堂", "lobby")
    rooms: Any = items(cp.Room, "房间", "rooms")


@attrs.frozen(kw_only=True)
class Estate(Noun):
    """A noun that holds another of a caller's own."""

    hall: OwnRoom | None = part(OwnRoom, "大厅", "hall")


MALL = cp.Venue(
    building_area_m2=12_000,
    rooms=[cp.Room(area_m2=6), OwnRoom(area_m2=8.5, lockers=3, sound=Sound.QUIET)],
)


def test_a_room_of_a_callers_own_inside_a_venue_makes_the_round_trip() -> None:
    data = codec.unstructure(MALL)
    assert data["rooms"] == [
        {"area_m2": 6},
        {"type": "OwnRoom", "area_m2": "8.5", "lockers": 3, "sound": "quiet"},
    ]
    assert codec.loads(codec.dumps(MALL), cp.Venue, nouns=[OwnRoom]) == MALL
    tower = Tower(lobby=OwnRoom(lockers=1), rooms=MALL.rooms)
    assert codec.loads(codec.dumps(tower), Tower, nouns=[OwnRoom]) == tower


def test_what_a_noun_that_is_passed_holds_is_known_with_it() -> None:
    known = known_names([Estate])
    assert (known.nouns["OwnRoom"], known.enums["Sound"]) == (OwnRoom, Sound)
    criterion = cp.facts(OwnRoom).lockers > 3
    assert codec.loads(codec.dumps(criterion), cp.Criterion, nouns=[Estate]) == criterion


def test_it_has_to_be_passed() -> None:
    assert refused(codec.loads, codec.dumps(MALL), cp.Venue) == [("rooms[1].type", "not_a_member")]
    unlike = {"rooms": [{"type": "Tower"}, {"type": 3}, {"type": "Room", "area_m2": 3}]}
    assert refused(codec.structure, unlike, cp.Venue, nouns=[Tower, OwnRoom]) == [
        ("rooms[0].type", "not_a_member"),
        ("rooms[1].type", "not_a_member"),
    ]
    named = {"rooms": [{"type": "Room", "area_m2": 3}]}
    assert codec.structure(named, cp.Venue) == cp.Venue(rooms=[cp.Room(area_m2=3)])


def test_everything_wrong_with_it_is_found() -> None:
    data = {"rooms": [{"type": "OwnRoom", "lockers": -1, "sounds": 1}, {"lockers": 3}]}
    assert refused(codec.structure, data, cp.Venue, nouns=[OwnRoom]) == [
        ("rooms[0].sounds", "unknown_key"),
        ("rooms[0].lockers", "too_small"),
        ("rooms[1].lockers", "unknown_key"),
    ]


def test_an_answer_about_it_makes_the_round_trip() -> None:
    plan = cp.get_plan("shuangliao_2021")
    found = cp.assess(MALL, plan)
    assert codec.loads(codec.dumps(found), Assessment, nouns=[OwnRoom]) == found
    change = Change("rooms", MALL.rooms)
    assert codec.loads(codec.dumps(change), Change, nouns=[OwnRoom]) == change
    member = Change("sound", Sound.LOUD)
    assert codec.loads(codec.dumps(member), Change, nouns=[OwnRoom]) == member
    assert refused(codec.loads, codec.dumps(member), Change) == [("observed.enum", "not_a_member")]


# --- names that are taken -------------------------------------------------------------------


def _named_like_ours() -> tuple[type[Noun], type[Noun], type[Labelled]]:
    class RoomUse(Labelled):
        NAP = ("nap", "午睡", "nap")

    @attrs.frozen(kw_only=True)
    class Venue(Noun):
        """Not the venue of careplan."""

        open_air: bool | None = flag("露天", "open air")

    @attrs.frozen(kw_only=True)
    class Hall(Noun):
        """A noun with an enum named like one of ours."""

        use: RoomUse | None = choice(RoomUse, "用途", "use")

    return Venue, Hall, RoomUse


def test_a_name_of_ours_is_not_replaced() -> None:
    venue, hall, _ = _named_like_ours()
    for taken, name in ((venue, "Venue"), (hall, "RoomUse")):
        for use in (
            lambda taken=taken: codec.structure({}, taken, nouns=[taken]),
            lambda taken=taken: codec.loads("{}", cp.Venue, nouns=[taken]),
            lambda taken=taken: codec.schema(cp.Venue, nouns=[taken]),
            lambda taken=taken: codec.converter(nouns=[taken]).structure({}, cp.Venue),
        ):
            with pytest.raises(InvalidInput) as caught:
                use()
            assert [(p.path, p.code) for p in caught.value.problems] == [("nouns", "shadows")]
            assert name in caught.value.problems[0].text("zh")


def test_two_of_a_callers_own_share_no_name_either() -> None:
    @attrs.frozen(kw_only=True)
    class OwnRoom(Noun):
        """Another one."""

    other = OwnRoom
    assert refused(known_names, [other, globals()["OwnRoom"]]) == [("nouns", "shadows")]
    assert known_names([globals()["OwnRoom"]] * 2).nouns["OwnRoom"] is globals()["OwnRoom"]


def test_nothing_is_written_that_would_be_read_as_ours() -> None:
    venue, _, use = _named_like_ours()
    criterion = cp.facts(venue).open_air == True  # noqa: E712 - a proxy
    assert refused(codec.dumps, criterion) == [("", "shadows")]
    assert refused(codec.dumps, Change("x", venue())) == [("observed", "shadows")]
    assert refused(codec.dumps, Change("x", use("nap"))) == [("observed", "shadows")]
    assert refused(codec.dumps, Change("x", w.Measure.COUNT)) == [("observed", "wrong_type")]


def test_a_fact_named_type_leaves_no_room_for_a_name() -> None:
    @attrs.frozen(kw_only=True)
    class Typed(cp.Room):
        """A room with a fact that is called type."""

        type: str | None = words("类型", "type")

    room = Typed(type="Room")
    assert codec.loads(codec.dumps(room), Typed) == room
    assert refused(codec.dumps, cp.Venue(rooms=[room])) == [("rooms[0]", "shadows")]
    assert "const" not in codec.schema(Typed)["$defs"]["Typed"]["properties"]["type"]


def test_what_is_no_noun_is_refused() -> None:
    odd: list[list[Any]] = [[3], ["Venue"], [int], [cp.Plan], [[]], [{}]]
    for nouns in odd:
        wrong = [("nouns[0]", "wrong_type")]
        assert refused(codec.structure, {}, cp.Venue, nouns=nouns) == wrong
        assert refused(codec.schema, cp.Venue, nouns=nouns) == wrong
        assert refused(codec.converter, nouns=nouns) == wrong
    assert refused(codec.structure, {}, cp.Venue, nouns=3) == [("nouns", "wrong_type")]
    assert refused(codec.converter, nouns=3) == [("nouns", "wrong_type")]
