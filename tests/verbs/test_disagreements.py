"""Two sources of one thing: what they state differently, what one states, and the laws of both."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import nouns

import careplan as cp
from careplan import results, testing
from careplan import writing as w
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import ItemsKind, PartKind, TableKind
from careplan.nouns.catalogue import NOUNS
from careplan.verbs.comparing.pairing import Pairing, paired

ROOM = cp.Room(area_m2=12, clean=True, equipment={cp.Equipment.TABLE: 1})


@attrs.frozen(kw_only=True)
class Deck(cp.Room):
    """A room of a ship."""

    level: int | None = w.count("层")


@attrs.frozen(kw_only=True)
class Cabin(cp.Room):
    """A room of a ship that says its level in words."""

    level: str | None = w.words("层")
    berths: int | None = w.count("铺位")


@attrs.frozen(kw_only=True)
class Ferry(cp.Venue):
    """A venue with a part of its own."""

    galley: cp.Room | None = w.part(cp.Room, "厨房", "galley")
    decks: int | None = w.count("甲板数", "decks")


def said(found: results.Disagreements) -> list[tuple[str, Any, Any]]:
    return [(one.path, one.a, one.b) for one in found]


def test_the_same_number_agrees_however_it_is_written() -> None:
    same = cp.disagreements(
        cp.Venue(building_area_m2=7.5), cp.Venue(building_area_m2=Decimal("7.50"))
    )
    assert same.agree
    assert len(same) == 0
    assert list(same) == []


def test_what_is_stated_differently_and_by_one_only() -> None:
    form = cp.Venue(building_area_m2=8, daily_visitors=0, waiting_area=False)
    visit = cp.Venue(building_area_m2=9, reserved_seats=False, waiting_area=True)
    found = cp.disagreements(form, visit)
    # In the order in which the facts are declared; 0 and False are stated, None is not.
    assert said(found) == [
        ("building_area_m2", 8, 9),
        ("daily_visitors", 0, None),
        ("waiting_area", False, True),
        ("reserved_seats", None, False),
    ]
    assert [one.stated_by.value for one in found] == ["both", "a", "both", "b"]
    assert [one.path for one in found.stated_differently] == ["building_area_m2", "waiting_area"]
    assert said(found)[1:2] == [(one.path, one.a, one.b) for one in found.only_a]
    assert [one.path for one in found.only_b] == ["reserved_seats"]
    first = found[0]
    assert first.label == cp.Text(zh="建筑面积", en="building area")
    assert first.unit == cp.Text(zh="平方米", en="m2")
    assert found[2].unit is None
    assert found[-1:] == (found[3],)
    assert first in found


def test_a_table_is_compared_key_by_key() -> None:
    table, sofa, cot = cp.Equipment.TABLE, cp.Equipment.SOFA, cp.Equipment.COT
    found = cp.disagreements(
        cp.Room(equipment={table: 1, sofa: 0}), cp.Room(equipment={table: 2, cot: 1, sofa: 0})
    )
    assert said(found) == [("equipment[table]", 1, 2), ("equipment[cot]", None, 1)]
    assert (found[0].label.zh, found[0].said_b) == ("桌子", cp.Text(zh="2张", en="2"))
    # A key that is not there is not stated, and so is none where there is no table.
    assert cp.disagreements(cp.Room(equipment={}), cp.Room()).agree
    assert said(cp.disagreements(cp.Room(equipment={sofa: 0}), cp.Room())) == [
        ("equipment[sofa]", 0, None)
    ]


def test_a_set_is_one_fact_and_an_empty_one_is_stated() -> None:
    cloths, wipes = cp.Supply.CLEANING_CLOTHS, cp.Supply.HAND_AND_MOUTH_WIPES
    found = cp.disagreements(cp.Room(supplies={cloths, wipes}), cp.Room(supplies={cloths}))
    assert said(found) == [("supplies", frozenset({cloths, wipes}), frozenset({cloths}))]
    assert found[0].said_a == cp.Text(
        zh="手口湿巾、清洁巾（仅此有：手口湿巾）",
        en="cleaning cloths, hand and mouth wipes (only here: hand and mouth wipes)",
    )
    assert found[0].said_b == cp.Text(zh="清洁巾", en="cleaning cloths")
    none = cp.disagreements(cp.Room(supplies=[]), cp.Room())
    assert said(none) == [("supplies", frozenset(), None)]
    assert none[0].stated_by is results.StatedBy.A
    assert none[0].said_a == cp.Text(zh="无", en="none")
    assert none[0].said_b is None


def test_a_room_that_moved_is_no_disagreement() -> None:
    other = cp.Room(area_m2=9)
    assert cp.disagreements(cp.Venue(rooms=[ROOM, other]), cp.Venue(rooms=[other, ROOM])).agree


def test_rooms_are_paired_by_what_is_stated_alike() -> None:
    small, large = cp.Room(area_m2=8, clean=True), cp.Room(area_m2=12, clean=True)
    dirty = attrs.evolve(small, clean=False)
    found = cp.disagreements(cp.Venue(rooms=[small, large]), cp.Venue(rooms=[ROOM, large, dirty]))
    # large is equal; small has its area in common with dirty, and with ROOM that it is clean:
    # one fact alike and one different each, so the nearer is taken, at the same place.
    assert said(found) == [
        ("rooms[0].area_m2", 8, 12),
        ("rooms[0].equipment[table]", None, 1),
        ("rooms[2]", None, dirty),
    ]
    assert found[2].is_item
    assert not found[0].is_item
    assert found[2].label == cp.Text(zh="第3间母婴室", en="room 3")
    assert found[2].said_a is None
    assert found[2].said_b is not None
    assert found[2].said_b.zh == "面积8平方米，不够整洁卫生"


def test_a_fact_of_an_item_says_where_each_source_has_it() -> None:
    form = cp.Venue(rooms=[cp.Room(clean=True, area_m2=8), cp.Room(area_m2=12)])
    visit = cp.Venue(rooms=[cp.Room(area_m2=12), cp.Room(clean=False, area_m2=8)])
    (one,) = cp.disagreements(form, visit)
    assert (one.path, one.path_in_b) == ("rooms[0].clean", "rooms[1].clean")
    assert one.label == cp.Text(zh="第1间母婴室：整洁卫生", en="room 1: clean and hygienic")
    assert one.noun is cp.Room


def test_a_list_that_is_not_stated_is_none_that_is_empty() -> None:
    assert said(cp.disagreements(cp.Venue(), cp.Venue(rooms=[]))) == [("rooms", None, ())]
    assert said(cp.disagreements(cp.Venue(rooms=[ROOM]), cp.Venue(rooms=[]))) == [
        ("rooms[0]", ROOM, None)
    ]
    (one,) = cp.disagreements(cp.Venue(rooms=[ROOM, ROOM]), cp.Venue())
    assert (one.path, one.a) == ("rooms", (ROOM, ROOM))
    assert not one.is_item
    assert one.said_a is not None
    assert one.said_a.zh.startswith("2间")


def test_a_part_is_compared_fact_by_fact_and_stands_alone_as_a_whole() -> None:
    form, visit = Ferry(galley=cp.Room(area_m2=8)), Ferry(galley=cp.Room(area_m2=9, clean=True))
    assert said(cp.disagreements(form, visit)) == [
        ("galley.area_m2", 8, 9),
        ("galley.clean", None, True),
    ]
    assert cp.disagreements(form, visit)[0].label.zh == "厨房的面积"
    (one,) = cp.disagreements(form, Ferry())
    assert (one.path, one.a, one.b, one.is_item) == ("galley", cp.Room(area_m2=8), None, False)
    assert one.said_a == cp.Text(zh="面积8平方米", en="area 8 m2")


def test_one_source_may_be_of_a_noun_that_is_made_of_the_others() -> None:
    found = cp.disagreements(cp.Venue(daily_visitors=1), Ferry(daily_visitors=2, decks=3))
    assert said(found) == [("daily_visitors", 1, 2), ("decks", None, 3)]
    assert found[1].noun is Ferry
    assert found[1].label == cp.Text(zh="甲板数", en="decks")
    back = cp.disagreements(Ferry(decks=3), cp.Venue())
    assert said(back) == [("decks", 3, None)]


def test_facts_of_one_name_of_two_own_nouns_are_two_facts() -> None:
    form, visit = cp.Venue(rooms=[Deck(level=3)]), cp.Venue(rooms=[Cabin(level="三", berths=2)])
    assert said(cp.disagreements(form, visit)) == [
        ("rooms[0].level", 3, None),
        ("rooms[0].level", None, "三"),
        ("rooms[0].berths", None, 2),
    ]


@pytest.mark.parametrize(
    ("made", "path"),
    [
        (lambda: cp.disagreements(cp.Venue(), cp.Room()), "b"),
        (lambda: cp.disagreements(Deck(), Cabin()), "b"),
        (lambda: cp.disagreements(None, cp.Room()), "a"),  # type: ignore[arg-type]  # no noun
        (lambda: cp.disagreements(cp.Room(), [cp.Room()]), "b"),  # type: ignore[arg-type]  # a list
        (lambda: cp.disagreements(cp.Room, cp.Room), "a"),  # type: ignore[arg-type]  # classes
        (lambda: cp.disagreements(ROOM, ROOM, names="甲乙"), "names"),  # type: ignore[arg-type]  # one
        (lambda: cp.disagreements(ROOM, ROOM, names={"甲", "乙"}), "names"),  # type: ignore[arg-type]  # no order
        (lambda: cp.disagreements(ROOM, ROOM, names=("甲",)), "names"),  # type: ignore[arg-type]  # one
        (lambda: cp.disagreements(ROOM, ROOM, names=("甲", 3)), "names[1]"),  # type: ignore[arg-type]  # 3
        (lambda: cp.disagreements(ROOM, ROOM, names=(" ", "乙")), "names[0]"),
    ],
)
def test_what_is_no_pair_of_sources_is_refused(made: Callable[[], object], path: str) -> None:
    with pytest.raises(cp.InvalidInput) as error:
        made()
    assert [one.path for one in error.value.problems] == [path]


def test_a_file_of_two_nouns_that_cannot_be_compared_is_refused() -> None:
    data = cp.codec.unstructure(cp.disagreements(ROOM, ROOM))
    data["b"] = cp.codec.unstructure(cp.disagreements(cp.Venue(), cp.Venue()))["a"]
    with pytest.raises(cp.InvalidInput) as error:
        cp.codec.structure(data, results.Disagreements)
    assert [one.path for one in error.value.problems] == ["b"]


def test_json_holds_the_sources_and_so_the_same_is_found() -> None:
    form = cp.disagreements(Ferry(decks=1), cp.Venue(rooms=[ROOM]), names=("甲", ("乙", "B")))
    read = cp.codec.loads(cp.codec.dumps(form), results.Disagreements, nouns=[Ferry])
    assert read == form
    assert read.found == form.found
    assert (read.called_a, read.called_b) == (cp.Text(zh="甲"), cp.Text(zh="乙", en="B"))


def test_very_many_items_are_paired_in_their_order() -> None:
    # 51 by 50 pairs of unequal rooms are more than are looked at: the first with the first.
    many = [cp.Room(area_m2=place) for place in range(51)]
    moved = [attrs.evolve(one, clean=True) for one in reversed(many[:50])]
    in_order = tuple((place, place) for place in range(50))
    assert paired(many, moved) == Pairing(in_order, only_a=(50,))
    # One less, and each is found again.
    assert paired(many[:50], moved).both == tuple((place, 49 - place) for place in range(50))
    thousands = [cp.Room(cleanings_per_day=place) for place in range(20_000)]
    assert paired(thousands, thousands[::-1]).both[0] == (0, 19_999)


# The laws, of every noun of ours and some of a caller's own.
EVERY = [*NOUNS, Ferry, Deck]


@st.composite
def two(draw: st.DrawFn) -> tuple[cp.Noun, cp.Noun]:
    """Draw two sources of one thing, the second often the first with a few facts changed."""
    noun = draw(st.sampled_from(EVERY))
    a: cp.Noun = draw(nouns(noun))
    if draw(st.booleans()):
        return a, draw(nouns(noun))
    name = draw(st.sampled_from(list(facts_declared(noun))))
    b: cp.Noun = draw(nouns(noun))
    facts = {one: getattr(a, one) for one in facts_declared(noun)} | {name: getattr(b, name)}
    return a, testing.agreeing.agreed(noun, facts, full=False)


@given(two())
def test_a_source_agrees_with_itself(sources: tuple[cp.Noun, cp.Noun]) -> None:
    for one in sources:
        assert cp.disagreements(one, one).agree


@given(two())
def test_the_other_way_round_the_same_is_found(sources: tuple[cp.Noun, cp.Noun]) -> None:
    a, b = sources
    there, back = cp.disagreements(a, b), cp.disagreements(b, a)
    assert {(one.path, one.path_in_b, one.a, one.b) for one in there} == {
        (one.path_in_b, one.path, one.b, one.a) for one in back
    }
    assert len(there) == len(back)


@given(two())
def test_what_the_second_states_applied_to_the_first_is_the_second(
    sources: tuple[cp.Noun, cp.Noun],
) -> None:
    a, b = sources
    found = cp.disagreements(a, b)
    made = applied(a, [(one.at_a.whole, one) for one in found])
    assert cp.disagreements(made, b).agree


@given(two())
def test_paths_name_facts_and_what_is_stated_there(sources: tuple[cp.Noun, cp.Noun]) -> None:
    a, b = sources
    for one in cp.disagreements(a, b):
        assert (
            cp.fact_spec(type(a), one.path).label
            == facts_declared(one.noun)[str(one.at_a.below[0])].label
        )
        assert cp.fact_label(type(a), one.path, "zh") == one.label.zh
        assert (one.a is None) <= (one.b is not None)
        assert one.a != one.b


def applied(a: Any, rows: Sequence[tuple[tuple[Any, ...], Any]]) -> Any:
    """Return a source with the facts of the other in the place of its own, by what was found."""
    facts = {name: getattr(a, name) for name in facts_declared(type(a))}
    for name in dict.fromkeys(path[0] for path, _ in rows):
        within = [(path[1:], one) for path, one in rows if path[0] == name]
        facts[name] = _changed(facts_declared(type(a))[name].kind, facts[name], within)
    return type(a)(**facts)


def _changed(kind: Any, value: Any, rows: list[tuple[tuple[Any, ...], Any]]) -> Any:
    if rows[0][0] == ():
        return rows[0][1].b
    match kind:
        case TableKind():
            return {**(value or {}), **{path[0]: one.b for path, one in rows}}
        case PartKind():
            return applied(value, rows)
        case ItemsKind():
            added = [one.b for path, one in rows if len(path) == 1 and one.a is None]
            gone = {path[0] for path, one in rows if len(path) == 1 and one.b is None}
            inner = {
                place: [(path[1:], one) for path, one in rows if path[0] == place and path[1:]]
                for place in range(len(value))
            }
            kept = [
                applied(item, inner[place]) if inner[place] else item
                for place, item in enumerate(value)
                if place not in gone
            ]
            return [*kept, *added]
        case _:
            raise AssertionError(kind)
