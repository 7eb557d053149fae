"""What pydantic is told of careplan's types: each is described once, whatever holds it."""

from typing import Annotated, Any

import pytest
from lots import Lot
from pydantic import TypeAdapter, create_model

import careplan as cp
from careplan.codec import schema
from careplan.codec.hosts import definitions
from careplan.codec.hosts.definitions import Asked
from careplan.results import Assessment


@pytest.fixture
def described(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return a list that grows by each type that is described."""
    made: list[Any] = []

    def counted(source: Any, **told: Any) -> Any:
        made.append(source)
        return schema(source, **told)

    definitions.description_of.cache_clear()
    monkeypatch.setattr(definitions, "schema", counted)
    return made


def model(of: Any, number: int = 40) -> Any:
    """Return a model that mentions a type so often."""
    fields: Any = {f"f{index}": (of, ...) for index in range(number)}
    return create_model("Model", **fields)


def test_a_type_is_described_once_however_often_it_is_mentioned(described: list[Any]) -> None:
    first = model(Assessment).model_json_schema()
    second = model(Assessment).model_json_schema()
    assert described == [Assessment]
    assert first == second
    # In the document as well there is one, to which each mention leads.
    assert {one["$ref"] for one in first["properties"].values()} == {"#/$defs/Assessment"}


def test_what_is_known_and_in_which_words_makes_another_description(described: list[Any]) -> None:
    knowing: list[Any] = [
        cp.codec.Knowing(),
        cp.codec.Knowing(nouns=[Lot]),
        cp.codec.Knowing(language="en"),
        cp.codec.Knowing(spelling="label"),
    ]
    for one in knowing * 2:
        TypeAdapter(Annotated[Assessment, one]).json_schema()
    assert described == [Assessment] * len(knowing)


def test_a_language_is_the_same_by_any_of_its_tags(described: list[Any]) -> None:
    tags = ("en", "en-GB")
    made = [TypeAdapter(Annotated[cp.Venue, cp.codec.Knowing(language=one)]) for one in tags]
    assert made[0].json_schema() == made[1].json_schema()
    assert described == [cp.Venue]


def test_a_union_in_another_order_is_described_as_another() -> None:
    # The two are equal to Python; what says no class is the first of each.
    venue, room = (
        Asked(cp.Venue | cp.Room, members, (), (), "zh", "value")
        for members in ((cp.Venue, cp.Room), (cp.Room, cp.Venue))
    )
    assert venue != room
    assert venue.schema()["anyOf"][0] == {"$ref": "#/$defs/Venue"}
    assert room.schema()["anyOf"][0] == {"$ref": "#/$defs/Room"}


def test_what_is_kept_is_not_changed_by_whoever_has_it() -> None:
    made = TypeAdapter(cp.Venue).json_schema()
    expected = TypeAdapter(cp.Venue).json_schema()
    made["$defs"].clear()
    made["properties"]["rooms"].clear()
    assert TypeAdapter(cp.Venue).json_schema() == expected
