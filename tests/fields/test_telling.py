"""Objects that are quickly made: equal to those that are checked, and refused as those are."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, TypeVar

import attrs
import pytest
from counting import calls
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.fields.declaring import Noun
from careplan.nouns.catalogue import NOUNS

T = TypeVar("T")


class Colour(w.Labelled):
    """A colour."""

    RED = ("red", "红")


@attrs.frozen(kw_only=True)
class Cot(Noun):
    """A cot of a caller, with a fact of each kind that a glance tells."""

    name: str | None = w.words("名称")
    colour: Colour | None = w.choice(Colour, "颜色")
    made_on: date | None = w.day("日期")
    sound: bool | None = w.flag("完好")
    places: int | None = w.count("床位", minimum=1)
    length_m: w.Number | None = w.number("长度")
    colours: frozenset[Colour] | None = w.choices(Colour, "各色")
    room: cp.Room | None = w.part(cp.Room, "房间")
    rooms: tuple[cp.Room, ...] | None = w.items(cp.Room, "各房间")
    stock: Any = w.table(Colour, "库存")


@attrs.frozen(kw_only=True)
class Berth(Noun):
    """What must say how many places it has."""

    places: int = w.count("床位", required=True)
    taken: int | None = w.count("占用")

    def contradictions(self) -> Iterable[cp.Problem]:
        """No more are taken than there are."""
        if self.taken is not None and self.taken > self.places:
            yield cp.Problem("taken", "own.taken", self.taken, message="占用多于床位")


def checked(noun: type[T], **facts: Any) -> T:
    """Make an object as attrs does, each fact of it checked."""
    one = object.__new__(noun)
    noun.__init__.__wrapped__(one, **facts)  # type: ignore[attr-defined]  # it wraps what attrs wrote
    return one


def made(noun: Callable[..., T], **facts: Any) -> T:
    """Make an object for the third time: from the second on it is worth being quick."""
    for _ in range(2):
        noun(**{name: one for name, one in facts.items() if not isinstance(one, Iterator)})
    return noun(**facts)


def refusal(make: Callable[[], object]) -> tuple[type[Exception], str]:
    with pytest.raises((cp.InvalidInput, TypeError)) as caught:
        make()
    return caught.type, str(caught.value)


@pytest.mark.parametrize("noun", [*NOUNS, Cot], ids=lambda noun: noun.__name__)
@given(data=st.data())
def test_what_is_quickly_made_equals_what_is_checked(noun: Any, data: st.DataObject) -> None:
    drawn = data.draw(testing.nouns(noun))
    facts = {field.name: getattr(drawn, field.name) for field in attrs.fields(noun)}
    stated = {name: one for name, one in facts.items() if one is not None}
    for given_facts in (facts, stated):
        one = made(noun, **given_facts)
        assert type(one) is noun
        assert one == drawn == checked(noun, **given_facts)
        assert repr(one) == repr(drawn)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(one, next(iter(facts)), None)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("length_m", Decimal("1.20"), "Decimal('1.2')"),
        ("length_m", 1.5, "Decimal('1.5')"),
        ("places", 2.0, "2"),
        ("rooms", [], "()"),
        ("rooms", iter([cp.Room()]), repr((cp.Room(),))),
        ("colours", {Colour.RED}, "frozenset({Colour.RED})"),
        ("stock", {Colour.RED: 2}, "{Colour.RED: 2}"),
        ("name", "", "''"),
        ("sound", None, "None"),
    ],
)
def test_what_a_glance_does_not_tell_is_read(name: str, value: Any, kept: str) -> None:
    assert repr(getattr(made(Cot, **{name: value}), name)) == kept


@pytest.mark.parametrize(
    "facts",
    [
        {"places": 0},  # below the least
        {"places": True},
        {"length_m": -1},
        {"length_m": float("nan"), "sound": 1},
        {"name": 3, "colour": "red", "made_on": "2024"},
        {"rooms": [1, 2], "room": cp.Venue()},
        {"rooms": [None]},
        {"colours": ["red"]},
        {"stock": {"red": 1}},
        {"plaecs": 3},  # no such fact
        {"plaecs": None},
        {"sound": 3, "places": -1},
        {"places": -1, "sound": 3},
    ],
)
def test_what_is_wrong_is_said_as_before(facts: dict[str, Any]) -> None:
    first = refusal(lambda: attrs.make_class("Cot", {}, (Cot,), frozen=True)(**facts))
    made(Cot, places=1)
    assert refusal(lambda: Cot(**facts)) == first


def test_an_iterator_is_read_once() -> None:
    made(Cot, places=1)
    with pytest.raises(cp.InvalidInput) as caught:
        Cot(rooms=(one for one in [1, 2]), places=-1)  # type: ignore[arg-type]
    # As declared: the count stands before the list.
    assert [problem.path for problem in caught.value.problems] == ["places", "rooms[0]", "rooms[1]"]


def test_what_is_required_and_what_contradicts_is_asked_of_each_object() -> None:
    assert made(Berth, places=2, taken=2).taken == 2
    for facts in ({"places": 1, "taken": 2}, {"places": None}, {"taken": 1}, {}):
        assert refusal(lambda facts=facts: Berth(**facts)) == refusal(  # type: ignore[misc]
            lambda facts=facts: checked(Berth, **facts)  # type: ignore[misc]
        )
    assert "占用多于床位" in refusal(lambda: Berth(places=1, taken=2))[1]


def test_facts_by_place_are_taken_as_well() -> None:
    for _ in range(3):
        count = cp.SlotCount("甲", date(2024, 6, 30), 3)
        assert count == cp.SlotCount(locality="甲", on=date(2024, 6, 30), slots=3)


# --- what is made in a way of its own ---------------------------------------------------------


@attrs.frozen(kw_only=True)
class After(Noun):
    """Does something once it is made."""

    sound: bool | None = w.flag("完好")
    seen: list[int] = attrs.field(factory=list, eq=False)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self.seen.append(1)


@attrs.frozen(kw_only=True)
class Beside(Noun):
    """Has a field that is no fact."""

    sound: bool | None = w.flag("完好")
    note: str = attrs.field(default="x", converter=str)


@attrs.frozen(kw_only=True)
class Cached(Noun):
    """Works something out once."""

    sound: bool | None = w.flag("完好")

    @cached_property
    def twice(self) -> tuple[bool | None, bool | None]:
        """Twice the fact."""
        return (self.sound, self.sound)


@attrs.frozen(kw_only=True)
class Telling(Noun):
    """Tells what is made of it."""

    sound: bool | None = w.flag("完好")

    def __init_subclass__(cls) -> None:
        raise AssertionError("nothing is made of it")


@attrs.frozen(kw_only=True)
class Typed(Noun, Generic[T]):
    """Is generic."""

    sound: bool | None = w.flag("完好")


@attrs.define(slots=False, frozen=True, kw_only=True)
class Open(Noun):
    """Is laid out as a plain class is."""

    sound: bool | None = w.flag("完好")


class Undecorated(Cot):
    """Made of a noun without a decorator."""


@pytest.mark.parametrize("noun", [Beside, Cached, Telling, Typed, Open, Undecorated])
def test_a_noun_with_a_way_of_its_own_is_made_in_it(noun: Any) -> None:
    one = made(noun, sound=True)
    assert type(one) is noun
    assert one == noun(sound=True) != noun(sound=False)
    assert refusal(lambda: noun(sound=3))[1].startswith("sound: ")


def test_what_a_noun_does_of_its_own_is_done() -> None:
    assert made(After, sound=True).seen == [1]
    assert made(Cached, sound=True).twice == (True, True)
    assert made(Beside, note=7).note == "7"


def test_what_is_not_stated_costs_nothing() -> None:
    """Of 25 facts of a room four are stated: the others are not looked at."""
    facts: dict[str, Any] = {
        "independent": True,
        "existing": False,
        "direction_sign": True,
        "usable_area_m2": 10,
    }
    made(cp.Room, **facts)
    one = object.__new__(cp.Room)
    quick = calls(lambda: cp.Room(**facts))
    # Checked one by one, each of the 25 is asked for.
    assert quick * 2 <= calls(lambda: cp.Room.__init__.__wrapped__(one, **facts))  # type: ignore[attr-defined]
