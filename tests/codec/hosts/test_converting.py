"""careplan's classes inside a caller's own, read by cattrs: as strict as alone."""

import json
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, TypedDict

import attrs
import cattrs
import pytest
from pydantic import TypeAdapter

import careplan as cp
from careplan import results as r
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.base.exact import Exact
from careplan.codec.hosts.converting import is_ours
from careplan.fields.declaring import count, words

READING = cp.codec.converter()


@attrs.frozen
class Row:
    """A class of a caller, for cattrs to read."""

    id: int
    venue: cp.Venue
    category: cp.VenueCategory | None = None
    demand: cp.Criterion = cp.all_of()
    other: cp.Criterion | None = None
    said: r.Assessment | None = None


@dataclass(frozen=True)
class Entry:
    """The same as a dataclass."""

    id: int
    venues: list[cp.Venue] = dataclass_field(default_factory=list)
    counts: dict[str, cp.SlotCount] = dataclass_field(default_factory=dict)
    row: Row | None = None

    def __post_init__(self) -> None:
        """Refuse what no entry has."""
        if self.id < 0:
            raise ValueError("编号小于零")


Wrapped = TypedDict("Wrapped", {"id": int, "a row": Row})


class Shelf(TypedDict):
    """A dictionary with a plan."""

    plan: cp.Plan


@attrs.frozen
class Tree:
    """What holds itself."""

    children: "list[Tree]" = attrs.field(factory=list)


class Pair(NamedTuple):
    """A tuple with names."""

    room: cp.Room
    floor: int


def problems(data: object, cls: Any) -> list[tuple[str, str]]:
    """Return the path and code of each problem of data that is no object of a class."""
    with pytest.raises(InvalidInput) as caught:
        READING.structure(data, cls)
    return [(one.path, one.code) for one in caught.value.problems]


def test_a_callers_class_makes_the_round_trip() -> None:
    said = cp.assess(cp.Venue(), cp.get_plan("shuangliao_2021"))
    room = cp.Room(area_m2=5.5)
    row = Row(7, cp.Venue(rooms=[room]), cp.VenueCategory.SHOP, said=said, other=cp.any_of())
    data = READING.unstructure(row)
    assert data["venue"] == {"rooms": [{"area_m2": "5.5"}]}
    assert data["category"] == "shop"
    assert READING.structure(data, Row) == row


def test_dataclasses_dictionaries_and_tuples_make_the_round_trip() -> None:
    count = cp.SlotCount("甲", date(2024, 6, 30), 1)
    entry = Entry(1, [cp.Venue(rooms=[])], {"a": count}, Row(2, cp.Venue()))
    assert READING.structure(READING.unstructure(entry), Entry) == entry
    shelf = Shelf(plan=cp.get_plan("baodi_2020"))
    assert READING.structure(READING.unstructure(shelf, Shelf), Shelf) == shelf
    pair = Pair(cp.Room(), 3)
    assert READING.structure(READING.unstructure(pair), Pair) == pair


def test_all_that_is_wrong_is_one_error_with_whole_paths() -> None:
    data = {
        "id": "x",
        "venues": [{"rooms": []}, {"rooms": [{"existing": "false"}], "romms": 1}],
        "counts": {"a b": {"locality": "甲", "on": "2024-06-30"}},
        "row": {"venue": {"category": "shed"}, "colour": "red"},
    }
    assert problems(data, Entry) == [
        ("id", "wrong_type"),
        ("venues[1].romms", "unknown_key"),
        ("venues[1].rooms[0].existing", "wrong_type"),
        ("counts['a b'].slots", "required"),
        ("row.colour", "unknown_key"),
        ("row.id", "required"),
        ("row.venue.category", "not_a_member"),
    ]


def test_what_a_class_of_the_caller_says_of_itself_is_kept() -> None:
    with pytest.raises(InvalidInput) as caught:
        READING.structure([{"id": -1}], list[Entry])
    [problem] = caught.value.problems
    assert (problem.path, problem.code, problem.value) == ("[0]", "own.ValueError", {"id": -1})
    assert problem.text("zh") == "第1项：编号小于零"


@pytest.mark.parametrize("data", [3, None, "text", [1], [["a", 1]]])
def test_what_is_no_object_is_refused_as_one(data: object) -> None:
    assert problems(data, Row) == [("", "wrong_type")]
    assert problems({"id": 1, "a row": data}, Wrapped) == [("['a row']", "wrong_type")]


@pytest.mark.parametrize(
    ("data", "path", "text"),
    [
        ({"id": "x"}, "id", "id: expected int, got 'x'"),
        ({"id": 1, "venues": 3}, "venues", "venues: expected list, got 3"),
        ({"id": None}, "id", "id: expected int, got None"),
    ],
)
def test_what_cattrs_refuses_is_said_with_what_was_given(data: Any, path: str, text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        READING.structure(data, Entry)
    assert [(one.path, one.located()) for one in caught.value.problems] == [(path, text)]


def test_a_class_of_careplans_is_refused_as_alone() -> None:
    assert problems({"rooms": 3}, cp.Venue) == [("rooms", "wrong_type")]


def test_what_has_no_order_has_places_as_well() -> None:
    assert problems({"id": 1, "venues": {3}}, Entry) == [("venues[0]", "wrong_type")]


def test_what_goes_too_deep_is_refused() -> None:
    data: Any = {"children": []}
    for _ in range(2_000):
        data = {"children": [data]}
    assert {code for _, code in problems(data, Tree)} == {"too_deep"}


def test_a_type_that_cattrs_does_not_read_is_the_programs_mistake() -> None:
    @attrs.frozen
    class Odd:
        venue: cp.Venue
        either: int | dict[str, int]

    for cls in (Odd, list[Odd]):
        with pytest.raises(cattrs.errors.StructureHandlerNotFoundError):
            READING.structure([{"venue": {}, "either": 1}], cls)


@attrs.frozen
class Call:
    """A class of a caller with days and a moment."""

    received_on: date
    answered_on: date | None = None
    venue: cp.Venue = cp.Venue()


def test_a_day_of_a_caller_is_read_and_written_as_ours() -> None:
    call = Call(date(2024, 6, 30), venue=cp.Venue(rooms=[]))
    data: Any = {"received_on": "2024-06-30", "answered_on": None, "venue": {"rooms": []}}
    assert READING.unstructure(call) == data
    assert READING.structure(data, Call) == call
    wrong = {"received_on": "2024-06-31", "answered_on": "2024-06-30T08:00"}
    assert problems(wrong, Call) == [("received_on", "wrong_type"), ("answered_on", "wrong_type")]


def test_a_moment_is_left_to_the_caller() -> None:
    moment = datetime(2024, 6, 30, 8, tzinfo=UTC)
    assert READING.unstructure({"at": moment}) == {"at": moment}
    with pytest.raises(cattrs.errors.StructureHandlerNotFoundError):
        READING.structure("2024-06-30T08:00", datetime)


class HallKind(w.Labelled):
    """An enum of a caller."""

    NIGHT = ("night", "夜间市场", "night market")
    DAY = ("day", "日间市场", "day market")


@attrs.frozen(kw_only=True)
class Hall(cp.Noun):
    """A noun of a caller, without enums."""

    name: str | None = words("名称")


@attrs.frozen(kw_only=True)
class Mall(cp.Venue):
    """A noun of a caller made of one of ours."""

    floors: int | None = count("层数")


@attrs.frozen(kw_only=True)
class Typed(Hall):
    """A noun of a caller that has a fact by the name under which a noun says its class."""

    type: str | None = words("类型")


@dataclass
class Survey:
    """What holds an enum, keys that are members, and one of several nouns."""

    kind: HallKind | None = None
    by: dict[cp.VenueCategory, int] = dataclass_field(default_factory=dict)
    numbers: dict[int, int] = dataclass_field(default_factory=dict)
    seen: cp.Venue | Hall | None = None
    halls: list[Hall | cp.Venue] = dataclass_field(default_factory=list)
    venue: cp.Venue | None = None


@pytest.mark.parametrize("said", ["night", "NIGHT", "夜间市场", "night market", HallKind.NIGHT])
def test_a_member_of_a_callers_enum_is_read_by_value_name_or_label(said: str) -> None:
    assert READING.structure({"kind": said}, Survey).kind is HallKind.NIGHT
    assert READING.structure([said], list[HallKind]) == [HallKind.NIGHT]
    assert READING.unstructure(Survey(kind=HallKind.NIGHT))["kind"] == "night"


@pytest.mark.parametrize("said", ["hospital", "HOSPITAL", "医院"])
def test_a_key_is_read_as_a_member_is(said: str) -> None:
    made = READING.structure({"by": {said: 1}}, Survey)
    assert made.by == {cp.VenueCategory.HOSPITAL: 1}
    assert READING.unstructure(made)["by"] == {"hospital": 1}


@pytest.mark.parametrize(
    ("data", "path", "code", "value", "end"),
    [
        ({"kind": "nigth"}, "kind", "not_a_member", "nigth", "did you mean night?"),
        ({"kind": 3}, "kind", "not_a_member", 3, "expected one of night, day; got 3"),
        ({"by": {"hospitol": 1}}, "by.hospitol", "not_a_member", "hospitol", "mean hospital?"),
        ({"by": {"医院": "x"}}, "by.医院", "wrong_type", "x", "expected int, got 'x'"),
        ({"numbers": {"a": 1}}, "numbers.a", "wrong_type", "a", "expected int, got 'a'"),
        ({"seen": {"name": "甲"}}, "seen.name", "unknown_key", "name", ""),
        ({"seen": {"type": "Hal"}}, "seen.type", "not_a_member", "Hal", "did you mean Hall?"),
        ({"seen": {"type": ["Hall"]}}, "seen.type", "not_a_member", ["Hall"], ""),
        ({"seen": {"type": "Hall", "rooms": []}}, "seen.rooms", "unknown_key", "rooms", ""),
        ({"seen": 3}, "seen", "wrong_type", 3, "expected an object, got 3"),
        ({"halls": [{}, None]}, "halls[1]", "required", None, "must be stated"),
        ({"halls": [{"rooms": []}]}, "halls[0].rooms", "unknown_key", "rooms", "known: name"),
    ],
)
def test_what_is_wrong_with_members_keys_and_unions_is_said_of_what_is_wrong(
    data: object, path: str, code: str, value: object, end: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        READING.structure(data, Survey)
    [problem] = caught.value.problems
    assert (problem.path, problem.code) == (path, code)
    assert code == "unknown_key" or problem.value == value
    assert problem.located().endswith(end)


def test_none_is_no_part_of_what_was_expected() -> None:
    @dataclass
    class Optional:
        id: int | None = None

    with pytest.raises(InvalidInput, match=r"^id: expected int, got 'x'$"):
        READING.structure({"id": "x"}, Optional)


def test_a_noun_in_a_union_is_the_first_or_says_its_class() -> None:
    survey = Survey(seen=Hall(name="甲"), halls=[Hall(name="乙"), cp.Venue(rooms=[])])
    data = READING.unstructure(survey)
    assert data["seen"] == {"type": "Hall", "name": "甲"}
    assert data["halls"] == [{"name": "乙"}, {"type": "Venue", "rooms": []}]
    assert READING.structure(data, Survey) == survey
    first = Survey(seen=cp.Venue(rooms=[]))
    assert READING.unstructure(first)["seen"] == {"rooms": []}
    for one in (first, Survey()):
        assert READING.structure(READING.unstructure(one), Survey) == one


def test_a_union_is_written_by_a_converter_as_by_pydantic() -> None:
    survey = Survey(seen=Hall(name="甲"), halls=[Hall(name="乙"), cp.Venue(rooms=[])])
    kept: Any = TypeAdapter(Survey)
    written = json.loads(kept.dump_json(survey))
    assert written == READING.unstructure(survey)
    assert kept.validate_python(written) == survey


def test_a_noun_made_of_another_says_its_name_in_its_place() -> None:
    converter = cp.codec.converter(nouns=[Mall])
    survey = Survey(venue=Mall(floors=3), seen=Mall(floors=4))
    data = converter.unstructure(survey)
    assert data["venue"] == {"type": "Mall", "floors": 3}
    assert converter.structure(data, Survey) == survey
    assert [at for at, _ in problems(data, Survey)] == ["seen.type", "venue.type"]
    assert converter.unstructure(Mall(floors=3)) == {"floors": 3}


def test_a_noun_whose_fact_would_be_its_name_is_not_written_there() -> None:
    with pytest.raises(InvalidInput, match=r"Typed"):
        READING.unstructure(Survey(seen=Typed(type="a")))


def test_what_may_be_anything_is_written_as_what_it_is() -> None:
    @attrs.frozen
    class Anything:
        one: object
        several: tuple[object, ...] = ()

    bare = object()
    data = READING.unstructure(Anything(cp.Venue(rooms=[]), (Hall(name="甲"), 3, bare)))
    assert data == {"one": {"rooms": []}, "several": [{"name": "甲"}, 3, bare]}


def test_any_noun_says_its_class_and_its_facts() -> None:
    @attrs.frozen
    class Seen:
        noun: cp.Noun

    seen = Seen(cp.Venue(rooms=[]))
    data = READING.unstructure(seen)
    assert data == {"noun": {"type": "Venue", "facts": {"rooms": []}}}
    assert READING.structure(data, Seen) == seen


def test_which_classes_are_ours() -> None:
    ours = (cp.Venue, cp.Plan, w.Rule, cp.Text, cp.Outcome, cp.Criterion, type(cp.all_of()))
    assert all(map(is_ours, ours))
    assert is_ours(cp.Criterion | None)
    others = (int, Row, Exact, "Venue", None, cp.Venue | None, tuple[cp.Venue, ...])
    assert not any(map(is_ours, others))


def test_nouns_of_a_caller_are_passed_on() -> None:
    converter = cp.codec.converter(nouns=[cp.Venue])
    assert converter.structure({"rooms": []}, cp.Venue) == cp.Venue(rooms=[])
