"""A schema is whole in itself and names what is written; tests/peers asks jsonschema for more."""

import re
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from codec_samples import PLANS, sample_results

import careplan as cp
from careplan.documents.authorities.assignments import Assignment
from careplan.fields.declaring import count, facts_declared
from careplan.nouns.catalogue import NOUNS

codec = cp.codec
RESULTS = sample_results()
CLASSES = [*NOUNS, cp.Plan, cp.Criterion, Assignment, *dict.fromkeys(map(type, RESULTS.values()))]


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield all objects inside a schema, itself first."""
    if isinstance(schema, dict):
        yield schema
    inner = schema.values() if isinstance(schema, dict) else schema
    for one in inner if isinstance(schema, dict | list) else ():
        yield from parts(one)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: getattr(cls, "__name__", "Criterion"))
def test_a_schema_is_whole_and_closed(cls: Any) -> None:
    schema = codec.schema(cls)
    for part in parts(schema):
        if isinstance(reference := part.get("$ref"), str):
            assert reference.removeprefix("#/$defs/") in schema["$defs"]
        if isinstance(keys := part.get("properties"), dict) and "required" in part:
            # No key may stand there that reading would refuse as unknown.
            assert part["additionalProperties"] is False
            assert set(part["required"]) <= set(keys)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_has_its_facts_and_its_name(noun: Any) -> None:
    described = codec.schema(noun)["$defs"][noun.__name__]["properties"]
    assert set(described) - {"type"} == set(facts_declared(noun))
    assert described["type"] == {"const": noun.__name__}


def test_a_fact_is_described_by_the_question_for_it() -> None:
    asked = {
        "zh": "是已建成的，还是新建的？",
        "en": "Was the mother-and-baby room already there, or is it new?",
    }
    for language, question in asked.items():
        described = codec.schema(cp.Venue, language=language)["$defs"]
        assert described["Room"]["properties"]["existing"]["description"] == question
    # One that has none of its own, of a noun of somebody else's.
    whole = codec.schema(cp.Venue, nouns=[OwnRoom])["$defs"]
    [tagged] = [whole[name] for name in whole if name.startswith("OwnRoom")]
    own = next(name for name in facts_declared(OwnRoom) if name not in facts_declared(cp.Room))
    assert tagged["properties"][own]["description"]
    # What says which noun it is asks nothing.
    assert "description" not in tagged["properties"]["type"]


@pytest.mark.parametrize("one", [PLANS[0], *RESULTS.values()], ids=lambda one: type(one).__name__)
def test_every_key_that_is_written_is_described(one: Any) -> None:
    written = codec.unstructure(one)
    described = codec.schema(type(one))["$defs"][type(one).__name__]["properties"]
    assert set(written) - {"format"} <= set(described)


@pytest.mark.parametrize(
    ("noun", "name", "fits", "does_not"),
    [
        # An area is not negative, and a text that is one has no line behind it.
        (cp.Room, "area_m2", ["4.5", "41/3", "-0.0"], ["-4.5", "4.5\n", "four"]),
        # A count is a whole number.
        (cp.Institution, "slots", ["3", "-0"], ["3.5", "-3"]),
        # Grade 1 to 3 of JT/T 200: no grade is 0.
        (cp.Venue, "coach_station_grade", ["1.0", "3"], ["0", "-0", "0.0"]),
    ],
)
def test_a_number_may_be_a_text(noun: Any, name: str, fits: list[str], does_not: list[str]) -> None:
    described = codec.schema(noun)["$defs"][noun.__name__]["properties"][name]
    [pattern] = {part["pattern"] for part in parts(described) if "pattern" in part}
    assert [text for text in fits if not re.search(pattern, text)] == []
    assert [text for text in does_not if re.search(pattern, text)] == []


@attrs.frozen(kw_only=True)
class OwnRoom(cp.Room):
    """A room with a fact of a county's own."""

    lockers: int | None = count("储物格", "lockers")


def test_a_noun_made_of_ours_says_its_name() -> None:
    described = codec.schema(cp.Venue, nouns=[OwnRoom])["$defs"]
    assert described["OwnRoom.tagged"]["required"] == ["type"]
    assert "lockers" in described["OwnRoom.tagged"]["properties"]
    assert "OwnRoom.tagged" not in codec.schema(cp.Venue)["$defs"]
