"""A filled-in form: every value a text, what is blank is not stated; problems by its own names."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lots import Lot
from own_bodies import CountyBody, CountySite
from strategies import nouns

import careplan as cp
from careplan import writing as w
from careplan.base.text import Labelled
from careplan.codec.filled import MOST_ITEMS, NO, NONE, YES
from careplan.codec.text import MAX_VALUES
from careplan.fields.declaring import facts_declared
from careplan.nouns.catalogue import NOUNS

codec = cp.codec


def read(form: Any, cls: Any = cp.Venue) -> Any:
    return codec.structure(form, cls, form=True)


def refused(form: Any, cls: Any = cp.Venue, **classes: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(cp.InvalidInput) as caught:
        codec.structure(form, cls, form=True, **classes)
    found = caught.value.problems
    return [(one.path, one.code, one.text("zh").partition("：")[0]) for one in found]


def test_a_form_states_what_it_says_and_nothing_else() -> None:
    posted = [
        ("category", "医院"),
        ("building_area_m2", " 12000.50 "),
        ("daily_visitors", ""),
        ("waiting_area", "否"),
        ("rooms[0].use", "nursery"),
        ("rooms[0].use", "哺乳室"),
        ("rooms[0].equipment[table]", "2"),
        ("rooms[0].equipment[chair]", " "),
        ("rooms[0].clean", "\u3000"),
    ]
    room = cp.Room(
        use={cp.RoomUse.NURSERY, cp.RoomUse.LACTATION}, equipment={cp.Equipment.TABLE: 2}
    )
    venue = cp.Venue(
        category=cp.VenueCategory.HOSPITAL,
        building_area_m2=Decimal("12000.5"),
        waiting_area=False,
        rooms=[room],
    )
    assert read(posted) == venue
    # The same as a mapping: what is posted several times is a list.
    by_name: dict[str, Any] = {}
    for name, text in posted:
        by_name.setdefault(name, []).append(text)
    assert read(by_name) == venue


@pytest.mark.parametrize(
    "form", [{}, [], {"rooms": ""}, {"rooms[0].clean": " ", "rooms[3].use": ""}]
)
def test_a_blank_form_states_nothing(form: Any) -> None:
    assert read(form) == cp.Venue()


@pytest.mark.parametrize(("words", "flag"), [(YES, True), (NO, False)])
def test_yes_and_no_are_words(words: Iterable[str], flag: bool) -> None:
    for word in words:
        assert read({"waiting_area": word}) == cp.Venue(waiting_area=flag)
    assert read({"waiting_area": None}) == cp.Venue()


def test_what_a_field_may_hold_is_said_as_people_type_it() -> None:
    for form, zh, en in (
        ({"waiting_area": "2"}, "应为“是”或“否”", "expected yes or no"),
        ({"building_area_m2": "12,000"}, "应为数，", "expected a number, got the text"),
        ({"daily_visitors": "x"}, "应为整数", "expected a whole number"),
    ):
        with pytest.raises(cp.InvalidInput) as caught:
            read(form)
        assert zh in caught.value.text("zh")
        assert en in caught.value.text("en")
    # What JSON has for yes and no are other words.
    with pytest.raises(cp.InvalidInput) as caught:
        codec.structure({"waiting_area": "是"}, cp.Venue)
    assert "应为布尔值（不加引号的“true”或“false”）" in caught.value.text("zh")


def test_a_blank_type_is_not_stated() -> None:
    assert read({"type": "", "rooms[0].type": " "}) == cp.Venue()
    assert read({"type": "Venue", "rooms[0].type": "Room"}) == cp.Venue(rooms=[cp.Room()])


@pytest.mark.parametrize("word", ["maybe", "TRUE ?", "未", "2"])
def test_another_word_is_no_yes_and_no_no(word: str) -> None:
    assert refused({"waiting_area": word}) == [
        ("waiting_area", "wrong_type", "是否有母婴候乘厅（区）")
    ]


# --- how many ---------------------------------------------------------------------------------


def test_a_form_says_how_many_items_there_are() -> None:
    assert read({"rooms": "0"}).rooms == ()
    assert read({"rooms": "2", "rooms[1].clean": "是"}).rooms == (cp.Room(), cp.Room(clean=True))
    assert read({"rooms[4].clean": "是", "rooms[2].clean": "否"}).rooms == (
        cp.Room(clean=False),
        cp.Room(clean=True),
    )


def test_more_items_than_there_are_is_a_problem_of_the_item() -> None:
    assert refused({"rooms": "1", "rooms[1].clean": "是"}) == [
        ("rooms[1]", "beyond_number", "第2间母婴室")
    ]
    # A row that is left blank is no item.
    assert read({"rooms": "1", "rooms[1].clean": ""}).rooms == (cp.Room(),)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        *(("many", "text_as_number"), ("-1", "too_small"), ("1.5", "text_as_number")),
        (str(MOST_ITEMS + 1), "too_many"),
    ],
)
def test_a_number_of_items_that_is_none(number: str, code: str) -> None:
    assert refused({"rooms": number}) == [("rooms", code, "母婴室")]


def test_the_most_items_a_form_says() -> None:
    assert len(read({"rooms": str(MOST_ITEMS)}).rooms) == MOST_ITEMS
    assert read({f"rooms[{10**9 - 1}].clean": "是"}).rooms == (cp.Room(clean=True),)


def test_none_of_a_set_and_no_entry_of_a_table_are_said_by_a_word() -> None:
    for word in NONE:
        room = read({"supplies": word, "equipment": word}, cp.Room)
        assert room == cp.Room(supplies=(), equipment=dict.fromkeys(cp.Equipment, 0))
    assert refused([("supplies", "none"), ("supplies", "cleaning_cloths")], cp.Room) == [
        ("supplies", "not_a_member", "护理材料第1项")
    ]


class _Colour(Labelled):
    NONE = ("none", "无色", "no colour")
    RED = ("red", "红", "red")


class _Shelf(Labelled):
    """Members whose values and labels look like numbers, and like a pattern."""

    ONE = ("1", "一", "one")
    FIRST = ("01", "第一", "first")
    ODD = ("(x+", "怪", "odd")


@attrs.frozen(kw_only=True)
class _Cabinet(cp.Noun):
    shelves: Mapping[_Shelf, int] | None = w.table(_Shelf, "层板")


@attrs.frozen(kw_only=True)
class _Hall(cp.Noun):
    cabinets: tuple[_Cabinet, ...] | None = w.items(_Cabinet, "柜")


@pytest.mark.parametrize(
    ("key", "member"),
    [("1", _Shelf.ONE), ("01", _Shelf.FIRST), ("第一", _Shelf.FIRST), ("(x+", _Shelf.ODD)],
)
def test_an_entry_is_that_of_the_member_named(key: str, member: _Shelf) -> None:
    assert read({f"shelves[{key}]": "3"}, _Cabinet) == _Cabinet(shelves={member: 3})
    hall = read({f"cabinets[0].shelves[{key}]": "3"}, _Hall)
    assert hall == _Hall(cabinets=(_Cabinet(shelves={member: 3}),))


def test_the_schema_of_a_form_has_members_by_name_whatever_they_hold() -> None:
    names = codec.schema(_Hall, form=True)["patternProperties"]
    for member in _Shelf:
        name = f"cabinets[7].shelves[{member.value}]"
        assert [bool(re.search(pattern, name)) for pattern in names].count(True) == 1


def test_a_blank_entry_is_not_stated_beside_others_and_beside_none() -> None:
    posted = [("equipment[table]", "1"), ("equipment[桌子]", ""), ("equipment[chair]", " ")]
    assert read(posted, cp.Room) == cp.Room(equipment={cp.Equipment.TABLE: 1})
    nothing = {"equipment": "无", "equipment[table]": ""}
    assert read(nothing, cp.Room) == cp.Room(equipment=dict.fromkeys(cp.Equipment, 0))
    assert refused({"equipment[桌子]": "x"}, cp.Room) == [
        ("equipment[桌子]", "text_as_number", "桌子")
    ]


@attrs.frozen(kw_only=True)
class _Nursery(cp.Room):
    """A room of a caller's own, with facts of its own."""

    sea_view: bool | None = w.flag("看得见海")
    beds: int | None = w.count("床")


def test_an_item_of_a_noun_made_of_ours_has_its_own_facts() -> None:
    form = {"rooms[0].type": "_Nursery", "rooms[0].sea_view": "是", "rooms[0].beds": "\uff13"}
    venue = codec.structure(form, cp.Venue, nouns=[_Nursery], form=True)
    assert venue.rooms == (_Nursery(sea_view=True, beds=3),)


@attrs.frozen(kw_only=True)
class _Wall(cp.Noun):
    colours: Iterable[_Colour] | None = w.choices(_Colour, "颜色", "colours")


def test_a_member_of_that_name_goes_before_the_word() -> None:
    assert read({"colours": "none"}, _Wall) == _Wall(colours={_Colour.NONE})
    assert read({"colours": "无"}, _Wall) == _Wall(colours=())


# --- problems ---------------------------------------------------------------------------------


def test_a_problem_has_the_name_that_the_form_has() -> None:
    form = {"rooms[3].usable_area_m2": "-8", "rooms[1].clean": "是", "rooms[5].romm": ""}
    assert refused(form) == [
        ("rooms[3].usable_area_m2", "too_small", "第4间母婴室的使用面积"),
        ("rooms[5].romm", "unknown_key", "第6间母婴室的“romm”"),
    ]


def test_what_is_posted_twice_and_what_is_no_text() -> None:
    assert refused([("category", "医院"), ("category", "hospital"), ("rooms", 3)]) == [
        ("rooms", "wrong_type", "母婴室"),
        ("category", "duplicate_key", "场所类型"),
    ]


@pytest.mark.parametrize(
    ("name", "path", "code"),
    [
        ("romms", "romms", "unknown_key"),
        ("", "['']", "unknown_key"),
        (".category", "['.category']", "unknown_key"),
        ("rooms[", "['rooms[']", "unknown_key"),
        ("rooms[0]clean", "['rooms[0]clean']", "unknown_key"),
        ("rooms[0]..clean", "['rooms[0]..clean']", "unknown_key"),
        ("[0].clean", "[0]", "unknown_key"),
        ("category.x", "category", "not_a_member"),
        ("daily_visitors[0]", "daily_visitors", "wrong_type"),
        ("rooms.clean", "rooms.clean", "no_item"),
        ("rooms[-1].clean", "rooms[-1]", "no_item"),
        ("rooms[01].clean", "rooms[01]", "no_item"),
        ("rooms[0]", "rooms[0]", "wrong_type"),
        ("rooms[0].equipment[piano]", "rooms[0].equipment[piano]", "not_a_member"),
        ("a" + "[0]" * 2_000, None, "unknown_key"),
        ("rooms[" + "9" * 400 + "].clean", None, "unknown_key"),
        ("a" + ".b" * 101, None, "unknown_key"),
    ],
)
def test_a_name_of_no_fact(name: str, path: str | None, code: str) -> None:
    [found] = refused({name: "1"})
    assert found[1] == code
    assert path is None or found[0] == path


def test_a_text_beside_what_it_holds() -> None:
    site = {"site": "x", "site.near_pipeline": "是"}
    assert refused(site, cp.Institution)[0] == ("site", "wrong_type", "选址")
    table = {"equipment": "x", "equipment[table]": "2"}
    assert refused(table, cp.Room) == [("equipment", "wrong_type", "设施数量")]
    assert refused({"equipment": "x"}, cp.Room) == [("equipment", "wrong_type", "设施数量")]


@pytest.mark.parametrize("form", ["x=1", b"x=1", 5, [1], [("a", "b", "c")], [(1, "b")], {1: "x"}])
def test_what_is_no_form(form: Any) -> None:
    assert refused(form) == [
        ("", "wrong_type", "应为按字段名列出的文本，给出的是" + form_said(form))
    ]


def form_said(form: Any) -> str:
    with pytest.raises(cp.InvalidInput) as caught:
        read(form)
    return caught.value.text("zh").partition("给出的是")[2]


def test_a_form_that_is_too_large() -> None:
    pairs = [("category", "")] * (MAX_VALUES + 1)
    assert [one[1] for one in refused(pairs)] == ["too_many"]


@pytest.mark.parametrize("cls", [cp.Plan, cp.Outcome, tuple[cp.Plan, ...], cp.Criterion])
def test_a_form_is_about_a_noun(cls: Any) -> None:
    for ask in (lambda: read({}, cls), lambda: codec.schema(cls, form=True)):
        with pytest.raises(cp.InvalidInput) as caught:
            ask()
        assert [(one.path, one.code) for one in caught.value.problems] == [("cls", "wrong_type")]


# --- many, and a caller's own -------------------------------------------------------------------


def test_a_form_about_several() -> None:
    form = {"[0].locality": "大洼街道", "[0].on": "2024-06-30", "[0].slots": "\uff18\uff10"}
    several = tuple[cp.SlotCount, ...]
    assert [one.slots for one in read(form, several)] == [80]
    assert read({}, several) == ()
    assert refused({**form, "[2].slots": "1"}, several) == [
        ("[2].locality", "required", "第3条托位统计的镇街"),
        ("[2].on", "required", "第3条托位统计的日期"),
    ]


def test_raised_digits_are_no_digits() -> None:
    # NFKC would make 2611 of it.
    assert refused({"building_area_m2": "261¹"}) == [
        ("building_area_m2", "text_as_number", "建筑面积")
    ]


def test_a_noun_and_members_of_a_callers_own() -> None:
    lot = read({"opened_on": "2024-02-29"}, Lot)
    assert type(lot) is Lot
    site = codec.structure(
        {"type": "CountySite"}, CountySite, nouns=[CountySite], enums=[CountyBody], form=True
    )
    assert site == CountySite()


# --- laws -------------------------------------------------------------------------------------


def posted(noun: Any, name: str = "") -> Iterable[tuple[str, str]]:
    """Fill a form in with all that a noun states; what is not stated stays blank."""
    for fact in facts_declared(type(noun)):
        yield from _posted(getattr(noun, fact), f"{name}.{fact}" if name else fact)


def _posted(value: Any, name: str) -> Iterable[tuple[str, str]]:
    match value:
        case cp.Noun():
            yield from posted(value, name)
        case tuple():
            yield name, str(len(value))
            for index, item in enumerate(value):
                yield from posted(item, f"{name}[{index}]")
        case frozenset():
            yield from ((name, one.value) for one in value)
            yield name, "" if value else "none"
        case Mapping():
            yield from ((f"{name}[{key.value}]", str(one)) for key, one in value.items())
            yield name, ""
        case None:
            yield name, ""
        case bool():
            yield name, "true" if value else "false"
        case _:
            yield name, str(value.value) if isinstance(value, Labelled) else str(value)


def is_in_form(noun: Any) -> bool:
    """Say whether a form can say it: no blank at an end of a text, no part without a fact."""
    for fact, spec in facts_declared(type(noun)).items():
        value = getattr(noun, fact)
        if isinstance(value, str) and not isinstance(value, Labelled) and value.strip() != value:
            return False
        if value in ("", {}):  # of no entry a form says what of no table
            return False
        if isinstance(value, cp.Noun) and (value == type(value)() or not is_in_form(value)):
            return False
        if isinstance(value, tuple) and not all(map(is_in_form, value)):
            return False
        assert spec
    return True


@given(st.sampled_from(NOUNS).flatmap(nouns))
def test_what_a_noun_states_is_posted_and_read(noun: Any) -> None:
    if is_in_form(noun):
        assert read(list(posted(noun)), type(noun)) == noun


@given(
    st.lists(
        st.tuples(
            st.text(max_size=12) | st.sampled_from(["rooms", "rooms[0].use"]), st.text(max_size=4)
        )
    )
)
def test_whatever_is_posted_is_read_or_refused(pairs: list[tuple[str, str]]) -> None:
    try:
        assert isinstance(read(pairs), cp.Venue)
    except cp.InvalidInput as error:
        said = (error.to_records(), error.text("zh"), error.text("en"))
    else:
        return
    assert all(said)
