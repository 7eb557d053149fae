"""careplan's classes inside a caller's own, read by cattrs: as strict as alone."""

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, TypedDict

import attrs
import cattrs
import pytest

import careplan as cp
from careplan import results as r
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.base.exact import Exact
from careplan.codec.hosts.converting import is_ours

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


def test_which_classes_are_ours() -> None:
    ours = (cp.Venue, cp.Plan, w.Rule, cp.Text, cp.Outcome, cp.Criterion, type(cp.all_of()))
    assert all(map(is_ours, ours))
    assert is_ours(cp.Criterion | None)
    others = (int, Row, Exact, "Venue", None, cp.Venue | None, tuple[cp.Venue, ...])
    assert not any(map(is_ours, others))


def test_nouns_of_a_caller_are_passed_on() -> None:
    converter = cp.codec.converter(nouns=[cp.Venue])
    assert converter.structure({"rooms": []}, cp.Venue) == cp.Venue(rooms=[])
