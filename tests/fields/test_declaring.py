"""Facts: every kind of field, good and bad values, all problems at once, nothing else escaping."""

import decimal
import pickle
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, get_args

import attrs
import numpy as np
import pytest
from chinese_only import Stall
from hypothesis import given, settings
from hypothesis import strategies as st

import careplan
from careplan.base.errors import CareplanError, InvalidInput, Problem
from careplan.base.exact import Number
from careplan.base.frozenmap import FrozenMap
from careplan.base.messages import sentences, show
from careplan.base.sentences.denials import ASKED, SO, form
from careplan.base.text import Labelled, Text, Unordered
from careplan.documents.scales.milestones import Milestone
from careplan.fields.checking import read
from careplan.fields.declaring import (
    METRES,
    PERSONS,
    SQUARE_METRES,
    YUAN,
    Noun,
    choice,
    choices,
    count,
    day,
    facts_declared,
    flag,
    items,
    measure_of,
    noun_label,
    number,
    part,
    table,
    words,
)
from careplan.fields.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FactSpec,
    FlagKind,
    ItemsKind,
    Kind,
    NumberKind,
    PartKind,
    TableKind,
    TextKind,
)
from careplan.nouns.counts import Measurement
from careplan.nouns.facilities import (
    Employer,
    EmployerKind,
    Equipment,
    Grant,
    GrantRecipient,
    Room,
    RoomUse,
    Supply,
    Venue,
    VenueCategory,
)

A_DAY = date(2021, 12, 31)
A_MOMENT = datetime(2021, 12, 31, 8, 30, tzinfo=UTC)


class Colour(Labelled):
    """Two colours."""

    RED = ("red", "红色", "red colour")
    BLUE = ("blue", "蓝色", "blue colour")


@attrs.frozen(kw_only=True)
class Toy(Noun):
    """A noun that must be given a name and a count."""

    name: str = words("名称", "name", required=True)
    pieces: int = count("件数", "pieces", required=True)
    weight_kg: Number = number("重量", "weight", required=True)


@attrs.frozen(kw_only=True)
class Shelf(Noun):
    """A noun with a field of every kind, in the order of `Kind`."""

    width_m: Number | None = number("宽", "width", unit=METRES, step=0.10, minimum=1)
    storeys: int | None = count("层数", "storeys", minimum=2)
    fixed: bool | None = flag("固定", "fixed")
    colour: Colour | None = choice(Colour, "颜色", "colour")
    colours: AbstractSet[Colour] | Sequence[Colour] | None = choices(Colour, "各色", "colours")
    bought_on: date | None = day("购置日", "bought on")
    note: str | None = words("备注", "note")
    best: Toy | None = part(Toy, "最好的", "best")
    toys: Sequence[Toy] | None = items(Toy, "玩具", "toy", growable=True)
    stock: Mapping[Colour, int] | None = table(Colour, "库存", "stock")


BEAR = Toy(name="bear", pieces=1, weight_kg=1)


def _library_nouns() -> Iterator[type[Noun]]:
    for module in walk_packages(careplan.__path__, "careplan."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, Noun) and value is not Noun:
                yield value


NOUNS = (*sorted(set(_library_nouns()), key=lambda noun: noun.__name__), Toy, Shelf)
GIVEN: Mapping[type, object] = {TextKind: "bear", DayKind: A_DAY, CountKind: 1, NumberKind: 1}
# What a noun cannot be made without.
NEEDED: Mapping[type[Noun], Mapping[str, object]] = {
    noun: {
        name: GIVEN[type(spec.kind)] for name, spec in facts_declared(noun).items() if spec.required
    }
    for noun in NOUNS
}
FIELDS = [(noun, name) for noun in NOUNS for name in facts_declared(noun)]


def by_type(value: object) -> str:
    """Name a test case alike in every process: a repr may hold an address or an order."""
    return value if isinstance(value, str) else type(value).__name__


def make(noun: Callable[..., Noun], **facts: object) -> Noun:
    """Make a noun of facts of any type: the checks under test are those at run time."""
    return noun(**facts)


def placed(problem: Problem, noun: Any) -> str:
    """Return what the fact that a problem's path begins with is called, if it is known whose."""
    if not isinstance(noun, type):
        return ""
    name, _, key = problem.path.partition("[")
    spec = facts_declared(noun)[name]
    if isinstance(spec.kind, ItemsKind) and key:  # 第1间母婴室
        return f"第{int(key.partition(']')[0]) + 1}{measure_of(spec.kind.noun).zh}{spec.label.zh}"
    members = list(spec.kind.enum) if isinstance(spec.kind, TableKind) else []
    counted = [one.label.zh for one in members if f"{one.value}]" == key]
    label = spec.label.zh
    if isinstance(spec.kind, FlagKind):
        label = form(ASKED, form(SO, label, "zh"), "zh")
    return (
        f"{label}（{counted[0]}）"
        if counted and not label.endswith("数量")
        else (*counted, label)[0]
    )


def placed_in_english(problem: Problem, noun: Any) -> str:
    """Return the English label of the fact that a problem's path begins with."""
    name = problem.path.partition("[")[0]
    return show(facts_declared(noun)[name].label, "en") if isinstance(noun, type) else ""


def refused(noun: Callable[..., Noun], **facts: object) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        noun(**facts)
    error = caught.value
    assert error.problems
    for problem in error.problems:
        assert problem.code in sentences()
        zh, en = problem.text("zh"), problem.text("en")
        assert zh.startswith(placed(problem, noun))
        assert not zh.startswith(problem.path)
        assert en.startswith(placed_in_english(problem, noun))
        assert zh != en
        assert problem.located().startswith(f"{problem.path}: ")
        assert problem.located() in str(error)
    return error


def found(noun: Callable[..., Noun], **facts: object) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in refused(noun, **facts).problems]


def through_pickle(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


# --- what is declared -----------------------------------------------------------------------


def test_each_function_declares_its_kind() -> None:
    declared = facts_declared(Shelf)
    kinds: dict[str, Kind] = {
        # A step is kept as exactly as a value: 0.10 is Decimal("0.1").
        "width_m": NumberKind(Decimal("0.1"), 1),
        "storeys": CountKind(2),
        "fixed": FlagKind(),
        "colour": ChoiceKind(Colour),
        "colours": ChoicesKind(Colour),
        "bought_on": DayKind(),
        "note": TextKind(),
        "best": PartKind(Toy),
        "toys": ItemsKind(Toy, growable=True),
        "stock": TableKind(Colour),
    }
    assert {name: spec.kind for name, spec in declared.items()} == kinds
    assert list(declared) == list(kinds)  # in the order written
    assert declared["width_m"] == FactSpec(
        kinds["width_m"], Text(zh="宽", en="width"), unit=METRES, changeable=False, required=False
    )


def spec_of(declared: Any) -> FactSpec:
    """Return what a field says of its fact; a type checker takes the field for a value."""
    spec: FactSpec = declared.metadata["fact"]
    return spec


def test_what_is_not_said_of_a_fact_is_not_so() -> None:
    text = ("甲", "a")
    made: tuple[Any, ...] = (
        *(number(*text), count(*text), flag(*text), day(*text), words(*text), part(Toy, *text)),
        *(choice(Colour, *text), choices(Colour, *text), items(Toy, *text), table(Colour, *text)),
    )
    for declared in made:
        spec = declared.metadata["fact"]
        assert (spec.changeable, spec.required) == (False, False)
        assert declared._default is None  # noqa: SLF001 - attrs shows it no other way
        assert not getattr(spec.kind, "growable", False)
        assert not getattr(spec.kind, "or_one", False)
    assert not ItemsKind(Toy).growable


def test_a_fact_keeps_the_question_that_asks_for_it() -> None:
    both = ("{owner}亮吗？", "Is {owner} lit?")
    made = (
        *(number("甲", ask=both), count("甲", ask=both), flag("甲", ask=both)),
        *(day("甲", ask=both), words("甲", ask=both), part(Toy, "甲", ask=both)),
        *(choice(Colour, "甲", ask=both), choices(Colour, "甲", ask=both)),
        *(items(Toy, "甲", ask=both), table(Colour, "甲", ask=both)),
    )
    for declared in made:
        assert spec_of(declared).ask == Text(zh=both[0], en=both[1])
    assert spec_of(flag("甲", ask="亮吗？")).ask == Text(zh="亮吗？")
    assert spec_of(flag("甲", ask=Text(zh="{{亮}}？"))).ask == Text(zh="{{亮}}？")
    assert spec_of(flag("甲")).ask is None


@pytest.mark.parametrize("asked", ["{}", "{0}", "{name}", "{owner.zh}", "{owner!r}", "{owner:>9}"])
def test_a_question_fills_in_its_owner_and_nothing_else(asked: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        flag("甲", ask=(f"{asked}亮吗？", f"Is {asked} lit?"))
    assert [(one.path, one.code) for one in raised.value.problems] == [("ask", "placeholders")] * 2
    assert "{owner}" in raised.value.problems[0].text("zh")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        *(("{", "placeholders"), ("owner}", "placeholders"), ("{owner", "placeholders")),
        *((1, "wrong_type"), (("a",), "wrong_type"), (Colour.RED, "wrong_type")),
        *(("", "blank"), (" \u3000", "blank")),
    ],
)
def test_what_is_no_question_is_refused(asked: Any, code: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        flag("甲", ask=asked)
    assert [(one.path, one.code) for one in raised.value.problems] == [("ask", code)]


def test_what_is_declared_is_read_once() -> None:
    assert facts_declared(Shelf) is facts_declared(Shelf)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_fact_is_labelled_and_its_unit_is_in_its_name(noun: type[Noun]) -> None:
    units = {"_m2": SQUARE_METRES, "_m": METRES, "_yuan": YUAN}
    for name, spec in facts_declared(noun).items():
        assert spec.label.zh
        assert spec.label.en
        for ending, unit in units.items():
            assert (spec.unit == unit) is name.endswith(ending)  # DESIGN, idea 1: units in names


def test_persons_are_the_unit_of_head_counts() -> None:
    assert facts_declared(Venue)["daily_visitors"].unit == PERSONS
    assert facts_declared(Employer)["female_employees"].unit == PERSONS


@pytest.mark.parametrize("noun", NOUNS)
def test_not_stated_is_none_and_the_only_default(noun: type[Noun]) -> None:
    # DESIGN, idea 1: no field that a rule reads has a default other than None.
    required = {field.name for field in attrs.fields(noun) if field.default is attrs.NOTHING}
    assert {field.default for field in attrs.fields(noun)} <= {None, attrs.NOTHING}
    assert required == set(NEEDED[noun])


@pytest.mark.parametrize("noun", [Room, Venue, Employer, Grant, Shelf])
def test_a_blank_noun_states_nothing(noun: Callable[..., Noun]) -> None:
    blank = noun()
    names = facts_declared(type(blank))
    assert [getattr(blank, name) for name in names] == [None] * len(names)
    assert make(noun, **dict.fromkeys(names)) == blank


def test_zero_false_and_empty_are_facts() -> None:
    venue = Venue(building_area_m2=0, daily_visitors=0, waiting_area=False, rooms=[])
    assert (venue.building_area_m2, venue.daily_visitors) == (0, 0)
    assert venue.waiting_area is False
    assert venue.rooms == ()
    room = Room(supplies=[], equipment={})
    assert room.supplies == frozenset()
    assert room.equipment == {}
    assert room != Room()


@pytest.mark.parametrize(
    "kind", [spec.kind for spec in facts_declared(Shelf).values()], ids=by_type
)
def test_none_is_not_stated_for_every_kind(kind: Kind) -> None:
    problems: list[Problem] = []
    assert read(kind, None, "fact", problems) is None
    assert problems == []


# --- good values ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("width_m", 1, 1),
        ("width_m", 1.5, Decimal("1.5")),
        ("width_m", Decimal("1.50"), Decimal("1.5")),
        ("width_m", Fraction(4, 3), Fraction(4, 3)),
        ("width_m", np.float32(1.1), Decimal("1.1")),
        ("storeys", 2, 2),
        ("storeys", np.int64(3), 3),
        *(("storeys", three, 3) for three in (3.0, Decimal(3), Decimal("3.00"), Fraction(6, 2))),
        *(("storeys", three, 3) for three in (np.float64(3), np.float32(3))),
        *(("fixed", yes, True) for yes in (np.bool_(True), np.True_)),
        ("fixed", np.bool_(False), False),
        ("fixed", True, True),
        ("fixed", False, False),
        ("colour", Colour.RED, Colour.RED),
        ("colours", [Colour.RED, Colour.RED], frozenset({Colour.RED})),
        ("colours", (Colour.RED, Colour.BLUE), frozenset(Colour)),
        ("colours", {Colour.BLUE}, frozenset({Colour.BLUE})),
        ("colours", {Colour.BLUE: 1}.keys(), frozenset({Colour.BLUE})),
        ("colours", iter([Colour.BLUE]), frozenset({Colour.BLUE})),
        ("bought_on", A_DAY, A_DAY),
        ("note", "", ""),
        ("note", "红", "红"),
        ("best", BEAR, BEAR),
        ("toys", [BEAR, BEAR], (BEAR, BEAR)),
        ("toys", (), ()),
        ("toys", (toy for toy in [BEAR]), (BEAR,)),
        ("stock", {Colour.RED: 0, Colour.BLUE: np.int8(2)}, {Colour.RED: 0, Colour.BLUE: 2}),
        ("stock", {}, {}),
        # An entry of None says as much as no entry (DESIGN: an absent key is not stated).
        ("stock", {Colour.RED: None, Colour.BLUE: 1}, {Colour.BLUE: 1}),
        ("stock", FrozenMap({Colour.RED: 3}), {Colour.RED: 3}),
    ],
    ids=by_type,
)
def test_a_good_value_is_kept_in_its_one_form(field: str, value: object, expected: object) -> None:
    kept = getattr(make(Shelf, **{field: value}), field)
    assert kept == expected
    assert type(kept) is (FrozenMap if type(expected) is dict else type(expected))


# Once: a str subclass is kept as it is, so the form depends on the caller (numpy's prints
# as np.str_('bear')).
def test_a_text_is_kept_as_str() -> None:
    assert type(make(Shelf, note=np.str_("bear")).note) is str  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("use", "kept"),
    [
        # A member by itself is the only use (format 4); several are a set of them.
        (RoomUse.NURSERY, {RoomUse.NURSERY}),
        ([RoomUse.NURSERY], {RoomUse.NURSERY}),
        ({RoomUse.NURSERY, RoomUse.LACTATION}, {RoomUse.NURSERY, RoomUse.LACTATION}),
        ((RoomUse.NURSERY, RoomUse.LACTATION), {RoomUse.NURSERY, RoomUse.LACTATION}),
        ([RoomUse.NURSERY, RoomUse.NURSERY], {RoomUse.NURSERY}),
        (iter(RoomUse), set(RoomUse)),
        ((), set()),  # stated: it has no use that a document names
    ],
)
def test_a_room_has_one_use_or_several(use: Any, kept: set[RoomUse]) -> None:
    room = Room(use=use)
    assert room.use == kept
    assert type(room.use) is frozenset
    assert room == Room(use=frozenset(kept))
    assert hash(room) == hash(Room(use=frozenset(kept)))


@pytest.mark.parametrize(
    ("use", "problems"),
    [
        ("nursery", [("use", "wrong_type")]),  # a text is never a member
        (VenueCategory.HOSPITAL, [("use", "wrong_type")]),
        (3, [("use", "wrong_type")]),
        (b"nursery", [("use", "wrong_type")]),
        ({RoomUse.NURSERY: 1}, [("use", "wrong_type")]),
        ([RoomUse.NURSERY, "lactation"], [("use[1]", "wrong_type")]),
        ([RoomUse.NURSERY, VenueCategory.HOSPITAL], [("use[1]", "wrong_type")]),
        ([RoomUse.NURSERY, None], [("use[1]", "none_inside")]),
        ({"lactation"}, [("use['lactation']", "wrong_type")]),
    ],
    ids=by_type,
)
def test_what_is_no_use_is_refused(use: Any, problems: list[tuple[str, str]]) -> None:
    assert found(Room, use=use) == problems


def test_one_alone_is_taken_only_where_that_is_declared() -> None:
    assert facts_declared(Room)["use"].kind == ChoicesKind(RoomUse, or_one=True)
    assert facts_declared(Room)["supplies"].kind == ChoicesKind(Supply)
    assert found(Room, supplies=Supply.CLEANING_CLOTHS) == [("supplies", "wrong_type")]


def test_a_noun_keeps_its_own_copies() -> None:
    rooms, equipment, supplies = [Room()], {Equipment.TABLE: 1}, {Supply.CLEANING_CLOTHS}
    venue, room = Venue(rooms=rooms), Room(equipment=equipment, supplies=supplies)
    rooms.clear()
    equipment.clear()
    supplies.clear()
    assert venue.rooms == (Room(),)
    assert room.equipment == {Equipment.TABLE: 1}
    assert room.supplies == {Supply.CLEANING_CLOTHS}


# --- bad values -----------------------------------------------------------------------------

RED_OR = "colour", "wrong_type"


@pytest.mark.parametrize(
    ("field", "value", "problems"),
    [
        # number, at least 1
        ("width_m", Decimal("0.999"), [("width_m", "too_small")]),
        ("width_m", -1, [("width_m", "too_small")]),
        ("width_m", float("nan"), [("width_m", "not_finite")]),
        ("width_m", float("inf"), [("width_m", "not_finite")]),
        ("width_m", Decimal("sNaN"), [("width_m", "not_finite")]),
        ("width_m", np.float32("nan"), [("width_m", "not_finite")]),
        ("width_m", True, [("width_m", "bool_as_number")]),
        ("width_m", np.bool_(True), [("width_m", "bool_as_number")]),
        ("width_m", "1.5", [("width_m", "text_as_number")]),
        ("width_m", b"1.5", [("width_m", "text_as_number")]),
        ("width_m", [1], [("width_m", "wrong_type")]),
        ("width_m", 1j, [("width_m", "wrong_type")]),
        ("width_m", Decimal("1e999999999"), [("width_m", "out_of_range")]),
        # count, at least 2
        ("storeys", 1, [("storeys", "too_small")]),
        ("storeys", -(10**15), [("storeys", "too_small")]),
        ("storeys", 3.9, [("storeys", "not_whole")]),
        ("storeys", Decimal("3.5"), [("storeys", "not_whole")]),
        ("storeys", Fraction(7, 2), [("storeys", "not_whole")]),
        ("storeys", 1.1 + 1.7 + 6.1 + 1.1, [("storeys", "computed")]),
        ("width_m", 1.1 + 1.7 + 6.1 + 1.1, [("width_m", "computed")]),
        ("storeys", True, [("storeys", "bool_as_number")]),
        ("storeys", "3", [("storeys", "text_as_number")]),
        ("storeys", 10**16, [("storeys", "out_of_range")]),
        ("storeys", object(), [("storeys", "wrong_type")]),
        # flag: neither 0 and 1 nor words for yes and no
        ("fixed", 1, [("fixed", "wrong_type")]),
        ("fixed", 0, [("fixed", "wrong_type")]),
        ("fixed", "false", [("fixed", "wrong_type")]),
        ("fixed", "否", [("fixed", "wrong_type")]),
        ("fixed", [], [("fixed", "wrong_type")]),
        # choice: a text is never a member
        ("colour", "red", [RED_OR]),
        ("colour", "RED", [RED_OR]),
        ("colour", RoomUse.CARE_ROOM, [RED_OR]),
        ("colour", 0, [RED_OR]),
        ("colour", [Colour.RED], [RED_OR]),
        # choices
        ("colours", "red", [("colours", "wrong_type")]),
        ("colours", b"red", [("colours", "wrong_type")]),
        ("colours", Colour.RED, [("colours", "wrong_type")]),
        ("colours", {Colour.RED: True}, [("colours", "wrong_type")]),
        ("colours", 5, [("colours", "wrong_type")]),
        ("colours", [Colour.RED, "blue"], [("colours[1]", "wrong_type")]),
        ("colours", {"blue"}, [("colours['blue']", "wrong_type")]),
        ("colours", [Colour.RED, None], [("colours[1]", "none_inside")]),
        ("colours", {None}, [("colours[0]", "none_inside")]),
        ("colours", [[]], [("colours[0]", "wrong_type")]),
        # day
        ("bought_on", A_MOMENT, [("bought_on", "datetime_for_date")]),
        ("bought_on", "2021-12-31", [("bought_on", "wrong_type")]),
        ("bought_on", 2021, [("bought_on", "wrong_type")]),
        ("bought_on", np.datetime64("2021-12-31"), [("bought_on", "wrong_type")]),
        # words
        ("note", 5, [("note", "wrong_type")]),
        ("note", b"text", [("note", "wrong_type")]),
        ("note", Text(zh="红", en="red"), [("note", "wrong_type")]),
        # part
        ("best", Room(), [("best", "wrong_type")]),
        ("best", Toy, [("best", "wrong_type")]),
        ("best", {"name": "bear"}, [("best", "wrong_type")]),
        # items
        ("toys", BEAR, [("toys", "wrong_type")]),
        ("toys", "bear", [("toys", "wrong_type")]),
        ("toys", {"bear": BEAR}, [("toys", "wrong_type")]),
        ("toys", 3, [("toys", "wrong_type")]),
        ("toys", [BEAR, "bear"], [("toys[1]", "wrong_type")]),
        ("toys", [BEAR, None], [("toys[1]", "none_inside")]),
        ("toys", (toy for toy in [BEAR, 1]), [("toys[1]", "wrong_type")]),
        ("toys", np.array(5), [("toys", "wrong_type")]),
        ("toys", np.array([5]), [("toys[0]", "wrong_type")]),
        # table
        ("stock", [(Colour.RED, 1)], [("stock", "wrong_type")]),
        ("stock", "red", [("stock", "wrong_type")]),
        ("stock", {Colour.RED: -1}, [("stock[red]", "too_small")]),
        ("stock", {Colour.RED: 1.5}, [("stock[red]", "not_whole")]),
        ("stock", {Colour.RED: True}, [("stock[red]", "bool_as_number")]),
        ("stock", {"red": 1}, [("stock['red']", "wrong_type")]),
        ("stock", {None: 1}, [("stock[None]", "wrong_type")]),
        (
            "stock",
            {"red": "1"},
            [("stock['red']", "wrong_type"), ("stock['red']", "text_as_number")],
        ),
    ],
    ids=by_type,
)
def test_a_bad_value_is_a_problem_with_path_and_code(
    field: str, value: object, problems: list[tuple[str, str]]
) -> None:
    assert found(Shelf, **{field: value}) == problems


@pytest.mark.parametrize("ending", [RuntimeError("no"), ValueError("no"), StopAsyncIteration()])
def test_an_iterator_that_fails_is_no_collection(ending: Exception) -> None:
    def failing() -> Iterator[object]:
        yield BEAR
        raise ending

    assert found(Shelf, toys=failing()) == [("toys", "wrong_type")]
    assert found(Shelf, colours=failing()) == [("colours", "wrong_type")]


# At least 0 for areas and head counts, at least 1 for a grade (1 is the highest).
@pytest.mark.parametrize(
    ("noun", "field", "below", "at", "above"),
    [
        (Venue, "building_area_m2", Decimal("-0.01"), 0, Decimal("0.01")),
        (Venue, "daily_visitors", -1, 0, 1),
        (Venue, "coach_station_grade", 0, 1, 2),
        (Room, "usable_area_m2", -0.01, 0, 0.01),
        (Room, "area_m2", Fraction(-1, 3), 0, Fraction(1, 3)),
        (Employer, "female_employees", -1, 0, 1),
        (Grant, "amount_yuan", -1, 0, 1),
        (Shelf, "width_m", 0.99, 1, 1.01),
        (Shelf, "storeys", 1, 2, 3),
    ],
)
def test_the_least_value(
    noun: Callable[..., Noun], field: str, below: object, at: object, above: object
) -> None:
    [problem] = refused(noun, **{field: below}).problems
    assert (problem.path, problem.code, problem.value) == (field, "too_small", below)
    for value in (at, above):
        kept: Any = make(noun, **{field: value})
        assert Fraction(getattr(kept, field)) == Fraction(str(value))


def test_required_facts_are_stated() -> None:
    # None is "not stated" for every kind, and each of the three must be stated.
    expected = [("name", "required"), ("pieces", "required"), ("weight_kg", "required")]
    assert found(Toy, name=None, pieces=None, weight_kg=None) == expected
    assert found(Measurement, on=None, value=1) == [("on", "required")]
    assert facts_declared(Toy)["name"].required


def test_a_wrong_signature_is_pythons_own_error() -> None:
    for call in (
        lambda: make(Venue, no_such_fact=1),
        lambda: make(Measurement, value=1),  # `on` has no default
        lambda: Callable_venue(VenueCategory.HOSPITAL),
    ):
        with pytest.raises(TypeError):
            call()


Callable_venue: Any = Venue  # positional facts, which the type checker would refuse


def test_all_problems_are_listed_at_once() -> None:
    problems = found(
        Shelf,
        width_m=0,
        storeys=3.9,
        fixed="yes",
        colour="red",
        colours=[Colour.RED, "blue", None],
        bought_on=A_MOMENT,
        note=5,
        best="bear",
        toys=[None, 1],
        stock={"red": 1, Colour.BLUE: -1},
    )
    assert problems == [
        ("width_m", "too_small"),
        ("storeys", "not_whole"),
        ("fixed", "wrong_type"),
        ("colour", "wrong_type"),
        ("colours[2]", "none_inside"),
        ("colours[1]", "wrong_type"),
        ("bought_on", "datetime_for_date"),
        ("note", "wrong_type"),
        ("best", "wrong_type"),
        ("toys[0]", "none_inside"),
        ("toys[1]", "wrong_type"),
        ("stock['red']", "wrong_type"),
        ("stock[blue]", "too_small"),
    ]


def test_a_venue_lists_its_problems_with_paths() -> None:
    problems = found(
        Venue, category="hospital", building_area_m2=-1, rooms=[Room(), "room"], waiting_area="no"
    )
    assert problems == [
        ("category", "wrong_type"),
        ("building_area_m2", "too_small"),
        ("rooms[1]", "wrong_type"),
        ("waiting_area", "wrong_type"),
    ]


def test_problems_are_data() -> None:
    error = refused(Venue, building_area_m2=-1, category="hospital")
    category, area = error.problems
    assert (area.path, area.code, area.value) == ("building_area_m2", "too_small", -1)
    assert area.parameters == {"minimum": 0}
    assert category.value == "hospital"
    assert isinstance(error, CareplanError)
    assert isinstance(error, ValueError)


def test_problems_in_words() -> None:
    [problem] = refused(Venue, building_area_m2=-1).problems
    assert problem.text("en") == "building area: must be at least 0, got -1"
    assert problem.located() == "building_area_m2: must be at least 0, got -1"
    assert problem.text("zh") == "建筑面积：不得小于0，给出的是-1"


@pytest.mark.parametrize(
    ("noun", "facts", "meant"),
    [
        (Venue, {"category": "hospital"}, "VenueCategory.HOSPITAL"),
        (Venue, {"category": "HOSPITAL"}, "VenueCategory.HOSPITAL"),
        (Venue, {"category": "hospitl"}, "VenueCategory.HOSPITAL"),
        (Venue, {"category": "医院"}, "VenueCategory.HOSPITAL"),
        (Venue, {"category": "coach station"}, "VenueCategory.COACH_STATION"),
        (Room, {"supplies": ["cleaning_cloth"]}, "Supply.CLEANING_CLOTHS"),
        (Room, {"use": "care room"}, "RoomUse.CARE_ROOM"),
        (Room, {"use": ["育婴室"]}, "RoomUse.NURSERY"),
        (Room, {"equipment": {"冰箱": 1}}, "Equipment.REFRIGERATOR"),
        (Employer, {"kind": "enterprize"}, "EmployerKind.ENTERPRISE"),
        (Grant, {"recipient": "基层公会"}, "GrantRecipient.GRASSROOTS_UNION"),
    ],
)
def test_a_text_near_a_member_is_told_which(
    noun: type[Noun], facts: Mapping[str, object], meant: str
) -> None:
    [problem] = refused(noun, **facts).problems
    assert f"did you mean {meant}?" in problem.text("en")
    kind, _, name = meant.partition(".")
    label = getattr(careplan, kind)[name].label.zh
    assert f"是否指“{label}”？" in problem.text("zh")


@pytest.mark.parametrize("value", ["xylophone", "", 7, RoomUse.CARE_ROOM, None.__class__])
def test_what_is_near_no_member_gets_no_suggestion(value: object) -> None:
    [problem] = refused(Venue, category=value).problems
    assert "VenueCategory" in problem.text("en")
    assert "did you mean" not in problem.text("en")
    assert "是否指" not in problem.text("zh")


# --- contradictions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pregnant", "women", "contradicts"),
    [
        # Pregnant or nursing employees are some of the female employees, or all.
        (99, 100, False),
        (100, 100, False),
        (101, 100, True),
        (1, 0, True),
        (0, 0, False),
        (5, None, False),
        (None, 5, False),
        (None, None, False),
    ],
)
def test_a_part_of_the_employees_is_no_more_than_all(
    pregnant: int | None,
    women: int | None,
    contradicts: bool,
) -> None:
    def hire() -> Employer:
        return Employer(female_employees=women, pregnant_or_nursing_employees=pregnant)

    if not contradicts:
        assert hire().pregnant_or_nursing_employees == pregnant
        return
    [problem] = refused(hire).problems
    assert (problem.path, problem.code) == ("pregnant_or_nursing_employees", "contradiction")
    assert problem.parameters == {"other_field": "female_employees", "other": women}
    assert f"女职工人数（{women}）矛盾" in problem.text("zh")
    assert problem.value == pregnant


def test_contradictions_are_asked_of_good_values_only() -> None:
    problems = found(Employer, female_employees=1, pregnant_or_nursing_employees="2")
    assert problems == [("pregnant_or_nursing_employees", "text_as_number")]


# --- what a noun is -------------------------------------------------------------------------

EXAMPLES: tuple[Noun, ...] = (
    Room(
        use=RoomUse.MUMMY_HUT,
        usable_area_m2=7.5,
        equipment={Equipment.TABLE: 1},
        supplies={Supply.CLEANING_CLOTHS},
    ),
    Venue(category=VenueCategory.HOSPITAL, building_area_m2=10_000, rooms=[Room()]),
    Employer(kind=EmployerKind.ENTERPRISE, female_employees=100),
    Grant(recipient=GrantRecipient.GRASSROOTS_UNION, amount_yuan=10_000),
    Measurement(on=A_DAY, part=37, whole=40),
    Shelf(width_m=Fraction(4, 3), best=BEAR, toys=[BEAR], stock={Colour.RED: 1}),
)


@pytest.mark.parametrize("noun", EXAMPLES, ids=by_type)
def test_a_noun_is_frozen_hashable_and_picklable(noun: Noun) -> None:
    name = next(iter(facts_declared(type(noun))))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(noun, name, None)
    with pytest.raises(AttributeError):
        setattr(noun, "no_such_fact", None)  # noqa: B010 - the name is what is wrong
    again = through_pickle(noun)
    assert again == noun
    assert hash(again) == hash(noun)
    assert repr(again) == repr(noun)
    assert {noun: 1}[again] == 1
    assert attrs.evolve(noun) == noun


@pytest.mark.parametrize(
    "value", [10, 10.0, Decimal("10.00"), Fraction(20, 2), np.int64(10), np.float32(10)]
)
def test_nouns_are_equal_across_number_types(value: Number) -> None:
    plain, other = Room(usable_area_m2=10), Room(usable_area_m2=value)
    assert other == plain
    assert hash(other) == hash(plain)
    assert repr(other) == repr(plain)


def test_order_matters_in_a_list_and_not_in_a_set_or_table() -> None:
    small, large = Room(usable_area_m2=6), Room(usable_area_m2=10)
    assert Venue(rooms=[small, large]) != Venue(rooms=[large, small])
    wipes, cloths = Supply.HAND_AND_MOUTH_WIPES, Supply.CLEANING_CLOTHS
    assert Room(supplies=[wipes, cloths]) == Room(supplies=[cloths, wipes])
    one = Room(equipment={Equipment.TABLE: 1, Equipment.CHAIR: 2})
    other = Room(equipment={Equipment.CHAIR: 2, Equipment.TABLE: 1})
    assert one == other
    assert hash(one) == hash(other)


def test_the_callers_decimal_context_changes_no_fact() -> None:
    context = decimal.Context(prec=1, Emin=-1, Emax=1, traps=[decimal.Inexact, decimal.Rounded])
    with decimal.localcontext(context):
        room = Room(usable_area_m2=Decimal("12345.678"), area_m2=10.25)
        [problem] = refused(Room, area_m2=Decimal("-12345.678")).problems
    assert room.usable_area_m2 == Decimal("12345.678")
    assert room.area_m2 == Decimal("10.25")
    assert "-12345.678" in problem.text("zh")


# --- FrozenMap ------------------------------------------------------------------------------


def test_a_frozen_map_reads_like_a_mapping() -> None:
    source = {Colour.BLUE: 2, Colour.RED: 1}
    frozen = FrozenMap(source)
    source[Colour.RED] = 9
    assert frozen[Colour.RED] == 1  # a copy
    assert list(frozen) == [Colour.BLUE, Colour.RED]  # in the order given
    assert len(frozen) == 2
    assert frozen.get(Colour.RED) == 1
    assert Colour.BLUE in frozen
    assert repr(frozen) == "{Colour.BLUE: 2, Colour.RED: 1}"
    with pytest.raises(KeyError):
        FrozenMap[Colour, int]({})[Colour.RED]


def test_a_frozen_map_is_equal_to_any_mapping_with_the_same_items() -> None:
    one = FrozenMap({Colour.RED: 1, Colour.BLUE: 2})
    other = FrozenMap({Colour.BLUE: 2, Colour.RED: 1})
    assert one == other == {Colour.RED: 1, Colour.BLUE: 2}
    assert hash(one) == hash(other)
    assert one != FrozenMap({Colour.RED: 1})
    assert one != {Colour.RED: 1, Colour.BLUE: 3}
    a_list: object = [Colour.RED, Colour.BLUE]
    assert one != a_list


def test_a_frozen_map_is_frozen_and_picklable() -> None:
    frozen: Any = FrozenMap({Colour.RED: 1})
    with pytest.raises(TypeError):
        frozen[Colour.RED] = 2
    with pytest.raises(TypeError):
        del frozen[Colour.RED]
    with pytest.raises(AttributeError):
        frozen.other = 1
    again = through_pickle(frozen)
    assert again == frozen
    assert type(again) is FrozenMap
    assert hash(again) == hash(frozen)


@given(st.dictionaries(st.sampled_from(Colour), st.integers(0, 9)))
def test_a_frozen_map_hashes_by_its_items(data: dict[Colour, int]) -> None:
    backwards = dict(reversed(data.items()))
    assert hash(FrozenMap(data)) == hash(FrozenMap(backwards))
    assert FrozenMap(data) == backwards


# --- errors travel --------------------------------------------------------------------------


def test_invalid_input_is_picklable() -> None:
    error = refused(
        Shelf, width_m=Decimal("sNaN"), storeys=10**5000, colour="red", toys=[None], stock={"x": 1}
    )
    again = through_pickle(error)
    assert type(again) is InvalidInput
    assert str(again) == str(error)
    for copied, problem in zip(again.problems, error.problems, strict=True):
        assert (copied.path, copied.code) == (problem.path, problem.code)
        assert copied.text("zh") == problem.text("zh")


# Once: a problem keeps the caller's value, and an error about a value that cannot be pickled
# cannot be either; multiprocessing and pytest-xdist then lose the error.
@pytest.mark.parametrize(
    "value",
    [(toy for toy in [None]), lambda: None, threading.Lock(), iter([None])],
    ids=by_type,
)
def test_invalid_input_is_picklable_whatever_was_given(value: object) -> None:
    error = refused(Shelf, toys=value)
    assert str(through_pickle(error)) == str(error)


# Once: a problem is frozen data but cannot be hashed, because its parameters are a dict.
def test_a_problem_is_hashable() -> None:
    one, other = (refused(Venue, building_area_m2=-1).problems[0] for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)


# --- hostile values -------------------------------------------------------------------------


class _Hostile:
    """Raises from every method that a reader could think of calling."""

    def __repr__(self) -> str:
        raise RuntimeError("no repr")

    def __str__(self) -> str:
        raise RuntimeError("no str")

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no eq")

    def __hash__(self) -> int:
        raise RuntimeError("no hash")

    def __bool__(self) -> bool:
        raise RuntimeError("no bool")

    def __len__(self) -> int:
        raise RuntimeError("no len")

    def __getattr__(self, name: str) -> object:
        raise RuntimeError("no attributes")


class _HostileIterable(_Hostile):
    """The same, and iterable by its type."""

    def __iter__(self) -> Iterator[object]:
        raise RuntimeError("no iter")


class _HostileText(str):
    """A text with no order, equality or hash."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no eq")

    def __hash__(self) -> int:
        raise RuntimeError("no hash")


class _Unhashable:
    """Equal to everything, so that no hash can agree."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


class _HostileIndex:
    """A whole number by protocol that fails to be one."""

    def __index__(self) -> int:
        raise RuntimeError("no index")


class _HostileMapping(Mapping[object, object]):
    """A mapping by type that fails to list its items."""

    def __getitem__(self, key: object) -> object:
        raise RuntimeError("no getitem")

    def __iter__(self) -> Iterator[object]:
        raise RuntimeError("no iter")

    def __len__(self) -> int:
        return 1


class _UnhashableKeys(_HostileMapping):
    """A mapping whose keys cannot be kept in another one."""

    def items(self) -> Any:
        return [([], 1)]


def check_alone(noun: type[Noun], field: str, value: object) -> None:
    """Give one field a value: the noun is refused with problems there, or is a noun like others."""
    facts = {**NEEDED[noun], field: value}
    try:
        made = noun(**facts)
    except InvalidInput as error:
        given = error
    else:
        assert through_pickle(made) == made
        assert hash(made) == hash(attrs.evolve(made))
        assert repr(made).startswith(noun.__name__)
        return
    assert given.problems
    for problem in given.problems:
        # Of one bad value the path is its own; a contradiction may be told at another fact.
        assert problem.path.startswith((field, *facts_declared(noun)))
        assert problem.text("zh")
        assert problem.text("en")


@pytest.mark.parametrize(("noun", "field"), FIELDS)
@pytest.mark.parametrize("value", [_Hostile(), _HostileIterable(), _Unhashable()], ids=by_type)
def test_a_hostile_value_is_a_problem(noun: type[Noun], field: str, value: object) -> None:
    assert found(noun, **{**NEEDED[noun], field: value}) == [(field, "wrong_type")]


@pytest.mark.parametrize("field", ["colour", "colours", "fixed", "toys", "best", "stock"])
def test_a_hostile_text_is_a_problem(field: str) -> None:
    assert found(Shelf, **{field: _HostileText("red")}) == [(field, "wrong_type")]


@pytest.mark.parametrize("field", ["colours", "toys"])
@pytest.mark.parametrize("value", [_Hostile(), _Unhashable(), _HostileText("red")], ids=by_type)
def test_a_hostile_element_is_a_problem(field: str, value: object) -> None:
    assert found(Shelf, **{field: [value]}) == [(f"{field}[0]", "wrong_type")]


# Once: what `__index__` of a foreign type raises escapes from numbers, counts and tables.
@pytest.mark.parametrize(("noun", "field"), FIELDS)
def test_a_hostile_index_is_a_problem(noun: type[Noun], field: str) -> None:
    given: dict[str, object] = {**NEEDED[noun], field: _HostileIndex()}
    assert found(noun, **given) == [(field, "wrong_type")]


# Once: the same for a count inside a table.
def test_a_hostile_count_in_a_table_is_a_problem() -> None:
    assert found(Shelf, stock={Colour.RED: _HostileIndex()}) == [("stock[red]", "wrong_type")]


# Once: what a foreign mapping raises escapes, and so does the TypeError of a key without hash.
@pytest.mark.parametrize("value", [_HostileMapping(), _UnhashableKeys()], ids=by_type)
def test_a_hostile_mapping_is_a_problem(value: object) -> None:
    problems = refused(Shelf, stock=value).problems
    assert all(problem.path.startswith("stock") for problem in problems)


atoms: st.SearchStrategy[object] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(0, 9),
    st.just(10**30),  # Hypothesis prints what it draws, and Python no longer number
    st.floats(),
    st.decimals(),
    st.sampled_from([Decimal("sNaN"), Decimal("1e999999"), Decimal("-1e-999999")]),
    st.fractions(),
    st.complex_numbers(),
    st.text(max_size=9),
    st.binary(max_size=9),
    st.dates(),
    st.datetimes(),
    st.timedeltas(),
    st.sampled_from([*Colour, *RoomUse, *Supply, *Equipment, *EmployerKind, *VenueCategory]),
    st.sampled_from([Room, Venue, Colour, Supply, int, len, ..., NotImplemented]),
    st.sampled_from([Room(), Venue(), BEAR, EXAMPLES[0], EXAMPLES[-1]]),
    st.builds(_Unhashable),
    st.builds(np.int64, st.integers(-(2**63), 2**63 - 1)),
    st.builds(np.float32, st.floats(width=32)),
    st.builds(np.float64, st.floats()),
    st.builds(np.bool_, st.booleans()),
    st.builds(np.array, st.lists(st.integers(0, 9), max_size=3)),
    st.builds(object),
)
hashable = st.one_of(st.integers(0, 9), st.text(max_size=3), st.sampled_from([*Colour, *Equipment]))
junk: st.SearchStrategy[object] = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.frozensets(hashable, max_size=3),
        st.dictionaries(hashable, inner, max_size=3),
        st.lists(inner, max_size=3).map(iter),
        st.lists(inner, max_size=3).map(lambda values: (value for value in values)),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize(("noun", "field"), FIELDS)
@settings(max_examples=40)
@given(value=junk)
def test_junk_is_refused_with_problems_or_accepted(
    noun: type[Noun], field: str, value: object
) -> None:
    check_alone(noun, field, value)


@given(noun=st.sampled_from(NOUNS), data=st.data())
def test_junk_in_every_field_at_once(noun: type[Noun], data: st.DataObject) -> None:
    facts = {name: data.draw(junk, label=name) for name in facts_declared(noun)}
    try:
        made = noun(**facts)
    except InvalidInput as error:
        problems = error.problems
    else:
        assert made == through_pickle(made)
        return
    names = tuple(facts)
    assert all(problem.path.startswith(names) for problem in problems)
    assert all(problem.text("zh") and problem.text("en") for problem in problems)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        # Python 3.13 says it by itself, in words of its own.
        (lambda: Venue(catgory=None), r"'catgory'.*id you mean '?category'?\?$"),  # type: ignore[call-arg]
        (lambda: Venue(building_area=5), r"'building_area'"),  # type: ignore[call-arg]
        # Objects of documents are advised by the same rule.
        (lambda: Milestone(due=date(2023, 12, 31), valu=1), r"'valu'.*id you mean '?value'?\?$"),  # type: ignore[call-arg]
    ],
)
def test_a_misspelt_keyword_gets_a_suggestion(make: Callable[[], object], says: str) -> None:
    with pytest.raises(TypeError, match=says) as caught:
        make()
    assert str(caught.value).count("id you mean") <= 1


def test_other_type_errors_are_pythons_own() -> None:
    with pytest.raises(TypeError, match=r"missing .* 'value'$"):
        Milestone(date(2023, 12, 31))  # type: ignore[call-arg]


class Foreign(Room):
    """A subclass whose own constructor may fail by itself."""

    def __init__(self, side: Any, **more: Any) -> None:
        super().__init__(area_m2=side * side, **more)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Foreign("x"), r"^can't multiply sequence by non-int of type 'str'$"),
        (
            lambda: Foreign(2, usable_are_m2=1),
            r"'usable_are_m2'.*id you mean '?usable_area_m2'?\?$",
        ),
    ],
)
def test_a_constructor_of_a_callers_own_fails_in_its_own_words(
    make: Callable[[], object], says: str
) -> None:
    with pytest.raises(TypeError, match=says) as caught:
        make()
    assert str(caught.value).count("id you mean") <= 1


@pytest.mark.parametrize("step", ["x", None, 0.1 + 0.2])
def test_a_step_that_is_no_number_is_invalid_input(step: Any) -> None:
    with pytest.raises(InvalidInput, match=r"^step: "):
        number("长度", "length", step=step)


@pytest.mark.parametrize("declare", [choice, choices, table])
@pytest.mark.parametrize("base", [Labelled, Unordered])
def test_no_fact_is_a_choice_of_an_enum_without_members(declare: Any, base: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        declare(base, "部门", "body")
    assert [(one.path, one.code) for one in caught.value.problems] == [("enum", "nothing_listed")]


# --- labels in Chinese alone ----------------------------------------------------------------


def test_every_kind_of_fact_may_have_a_chinese_label_alone() -> None:
    facts = facts_declared(Stall)
    assert len({type(spec.kind) for spec in facts.values()}) == len(get_args(Kind))
    assert all(spec.label.en is None and spec.label.zh for spec in facts.values())
    assert facts["clean"].changeable


def test_a_unit_is_a_text_a_pair_or_chinese_alone() -> None:
    for unit, taken in (
        (METRES, METRES),
        (("米", "m"), METRES),
        ("米", Text(zh="米")),
    ):
        assert spec_of(number("长度", unit=unit)).unit == taken
    for odd in (3, ("米",), ("米", 3)):
        with pytest.raises(InvalidInput) as caught:
            count("长度", unit=odd)  # type: ignore[arg-type]
        assert [(one.path, one.code) for one in caught.value.problems] == [("unit", "wrong_type")]


def test_a_noun_is_called_what_it_says_or_by_its_class() -> None:
    @attrs.frozen(kw_only=True)
    class Stand(Noun):
        __label__ = "摊位"

    @attrs.frozen(kw_only=True)
    class Bare(Noun):
        pass

    assert noun_label(Stand) == Text(zh="摊位")
    assert noun_label(Bare) == Text(zh="Bare", en="Bare")
    assert [facts_declared(one) for one in (Stand, Bare)] == [{}, {}]


def test_a_noun_is_counted_by_the_word_it_names() -> None:
    @attrs.frozen(kw_only=True)
    class Stand(Noun):
        __measure__ = Text(zh="处", en="never said")

    @attrs.frozen(kw_only=True)
    class Bare(Noun):
        pass

    assert measure_of(Stand) == Text(zh="处", en="")  # English counts without
    assert measure_of(Bare) == Text(zh="个", en="")
    # What is counted in a table says so itself, or not at all.
    assert [measure_of(one).zh for one in (Colour.RED, Equipment.REFRIGERATOR)] == ["个", "台"]
