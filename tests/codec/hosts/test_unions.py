"""Unions as fields of a caller's pydantic models: of nouns, and the one that a criterion is."""

import json
from typing import Annotated, Any

import attrs
import pytest
from jsonschema import Draft202012Validator
from lots import Lot
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

import careplan as cp
from careplan.fields.declaring import words

VENUE = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[cp.Room(area_m2=7.5)])


def lines(model: Any, data: object) -> list[Any]:
    """Return the lines of pydantic's error."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(model).validate_python(data)
    return list(caught.value.errors())


@pytest.mark.parametrize(
    ("union", "data", "places"),
    [
        (cp.Venue | Lot, {"x": 1}, [("Venue", "x"), ("Lot", "x")]),
        (cp.VenueCategory | int, "x", [("VenueCategory",), ("int",)]),
        (cp.Criterion, {"type": "Not"}, [("criterion", "part")]),
        (cp.Criterion | cp.Room, {"x": 1}, [("criterion", "type"), ("Room", "x")]),
    ],
)
def test_a_member_of_a_union_is_named_by_its_class(union: Any, data: Any, places: Any) -> None:
    assert [line["loc"] for line in lines(union, data)] == places


def test_no_name_of_a_union_says_where_something_is_in_memory() -> None:
    union: Any = dict[str, cp.Venue] | list[cp.Criterion] | tuple[cp.VenueCategory, ...]
    said = [str(line["loc"]) for line in lines(union, 3)]
    assert ["Venue" in one for one in said] == [True, False, True]
    assert not [one for one in said if "0x" in one or "partial" in one]


def test_a_criterion_read_as_one_type_is_refused_where_its_keys_are() -> None:
    held: Any = Annotated[cp.Criterion, cp.codec.Knowing()]
    data = {"type": "Not", "part": {"type": "Nothing"}}
    assert [line["loc"] for line in lines(held, data)] == [("part", "type")]


def test_a_noun_of_a_union_is_read_back_as_itself() -> None:
    kept: Any = TypeAdapter(cp.Venue | Lot)
    for noun in (cp.Venue(), Lot(), VENUE):
        assert kept.validate_json(kept.dump_json(noun)) == noun
    assert json.loads(kept.dump_json(Lot())) == {"type": "Lot"}
    said = [line["loc"] for line in lines(cp.Venue | Lot, {"type": "Lot", "x": 1})]
    assert said == [("Venue", "type"), ("Lot", "x")]


CHOSEN: Any = Annotated[cp.Venue | Lot, cp.codec.Knowing()]


@pytest.mark.parametrize(
    ("data", "places"),
    [
        ({"type": "Lot", "x": 1}, [("x",)]),
        ({"type": "Venue", "rooms": 3}, [("rooms",)]),
        ({"type": "Lott"}, [("type",)]),
        (
            {"listed": True},
            [("listed",)],
        ),  # as a venue, for it says no class
        (3, [()]),
        (None, [()]),
    ],
)
def test_a_union_that_knows_is_read_as_the_class_that_is_said(data: Any, places: Any) -> None:
    assert [line["loc"] for line in lines(CHOSEN, data)] == places
    assert not Draft202012Validator(TypeAdapter(CHOSEN).json_schema()).is_valid(data)


def test_a_union_that_knows_makes_the_round_trip() -> None:
    kept: Any = TypeAdapter(CHOSEN)
    described = Draft202012Validator(kept.json_schema())
    for noun in (cp.Venue(), VENUE, Lot(), Lot(listed=True)):
        written = json.loads(kept.dump_json(noun))
        assert kept.validate_python(written) == kept.validate_python(noun) == noun
        assert described.is_valid(written)
    assert kept.dump_json(Lot()) == b'{"type":"Lot"}'
    assert "Lot" in kept.json_schema()["$defs"]


def test_a_union_that_knows_may_hold_nothing() -> None:
    or_none: Any = TypeAdapter(Annotated[cp.Venue | Lot | None, cp.codec.Knowing()])
    assert or_none.validate_python(None) is None
    assert or_none.dump_json(None) == b"null"
    described = Draft202012Validator(or_none.json_schema())
    assert described.is_valid(None)
    assert described.is_valid({})
    assert not described.is_valid(3)


def test_a_noun_with_a_fact_called_type_stands_in_no_union() -> None:
    @attrs.frozen(kw_only=True)
    class Kind(cp.Noun):
        type: str | None = words("类型")

    kept: Any = TypeAdapter(Annotated[cp.Venue | Kind, cp.codec.Knowing()])
    with pytest.raises(PydanticSerializationError, match=r"'Kind' stands for another"):
        kept.dump_json(Kind(type="a"))
    assert kept.validate_json(kept.dump_json(Kind())) == Kind()
    # Without `Knowing` each member of the union is asked, and takes "type" for its own.
    alone: Any = TypeAdapter(cp.Venue | Kind)
    assert alone.validate_python({"type": "Kind"}) == Kind(type="Kind")
