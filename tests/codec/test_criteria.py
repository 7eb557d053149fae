"""Criteria in and out: as written in code, checked as code checks them."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import criteria, nouns

import careplan as cp
import careplan.criteria.proxies as c
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.criteria.evidence import Evaluation
from careplan.fields.declaring import Noun, count, flag, items, part
from careplan.nouns.catalogue import NOUNS

codec = cp.codec
venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
OURS = st.sampled_from(NOUNS)


def compare(**changes: object) -> dict[str, Any]:
    node = {
        "type": "Compare",
        "noun": "Venue",
        "path": "building_area_m2",
        "op": ">=",
        "value": "5000.5",
    }
    return {key: value for key, value in {**node, **changes}.items() if value != "absent"}


def problems(data: object, cls: Any = cp.Criterion) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        codec.structure(data, cls)
    return [(problem.path, problem.code) for problem in caught.value.problems]


@given(OURS.flatmap(criteria))
def test_a_criterion_makes_the_round_trip(criterion: Any) -> None:
    text = codec.dumps(criterion)
    again = codec.loads(text, cp.Criterion)
    assert again == criterion
    assert codec.dumps(again) == text
    assert codec.loads(text, type(criterion)) == criterion


@given(st.data())
def test_what_is_left_of_a_criterion_makes_the_round_trip(data: st.DataObject) -> None:
    # A residual names items of collections: rooms[0].usable_area_m2.
    noun = data.draw(OURS)
    criterion, subject = data.draw(criteria(noun)), data.draw(nouns(noun))
    left = cp.residual(criterion, subject)
    assert codec.loads(codec.dumps(left), cp.Criterion) == left
    found = cp.evaluate(criterion, subject)
    assert codec.loads(codec.dumps(found), Evaluation) == found


def test_a_literal_that_has_no_hash_is_refused_like_any() -> None:
    for number in (Decimal("sNaN"), Decimal("NaN")):
        data = {**codec.unstructure(venue.building_area_m2 > 1), "value": number}
        assert problems(data) == [("value", "not_finite")]


def test_how_a_criterion_is_written() -> None:
    criterion = c.some(venue.rooms, room.equipment[cp.Equipment.TABLE] >= 1)
    assert codec.unstructure(criterion) == {
        "type": "Some",
        "noun": "Venue",
        "path": "rooms",
        "where": {
            "type": "Compare",
            "noun": "Room",
            "path": "equipment[table]",
            "op": ">=",
            "value": 1,
        },
    }


def test_values_of_a_set_are_in_order() -> None:
    one = c.among(venue.building_area_m2, [10, 2, 0.5])
    assert codec.unstructure(one)["values"] == [2, 10, "0.5"]


@attrs.frozen(kw_only=True)
class Shelf(Noun):
    """A noun of a caller."""

    boxes: int | None = count("箱数", "boxes")


@attrs.frozen(kw_only=True)
class Cellar(Noun):
    """A noun of a caller, with a part and items."""

    dry: bool | None = flag("干燥", "dry")
    shelf: Shelf | None = part(Shelf, "架", "shelf")
    shelves: Any = items(Shelf, "架子", "shelves")


def test_a_callers_noun_has_to_be_passed() -> None:
    cellar = cp.facts(Cellar)
    criterion = (cellar.shelf.boxes > 1) & c.every(cellar.shelves, cp.facts(Shelf).boxes < 9)
    data = codec.unstructure(criterion)
    assert codec.structure(data, cp.Criterion, nouns=[Cellar, Shelf]) == criterion
    assert problems(data) == [
        ("parts[0].noun", "not_a_member"),
        ("parts[1].noun", "not_a_member"),
        ("parts[1].where.noun", "not_a_member"),
    ]
    with pytest.raises(InvalidInput) as caught:
        codec.structure({}, Cellar, nouns=["Cellar"])  # type: ignore[list-item]
    assert [(p.path, p.code) for p in caught.value.problems] == [("nouns[0]", "wrong_type")]


SOME = {"type": "Some", "noun": "Venue", "path": "rooms", "where": {"type": "AllOf", "parts": []}}
FLAG = compare(noun="Room", path="existing", op="==", value=True)


@pytest.mark.parametrize(
    ("data", "path", "code"),
    [
        ("x", "", "wrong_type"),
        (None, "", "required"),
        ({}, "type", "required"),
        ({"type": "Compar"}, "type", "not_a_member"),
        ({"type": []}, "type", "not_a_member"),
        (compare(type="Compare", pth=1), "pth", "unknown_key"),
        (compare(noun="absent"), "noun", "required"),
        (compare(noun="Venu"), "noun", "not_a_member"),
        (compare(noun=3), "noun", "not_a_member"),
        (compare(path="absent"), "path", "required"),
        (compare(path=3), "path", "not_found"),
        (compare(path=""), "path", "not_found"),
        (compare(path="bulding_area_m2"), "path", "not_found"),
        (compare(path="building_area_m2."), "path", "not_found"),
        (compare(path="rooms[" + "9" * 5_000 + "]"), "path", "not_found"),
        (compare(path="rooms[00].area_m2"), "path", "not_found"),
        (compare(path="rooms"), "path", "wrong_fact"),
        (compare(path="rooms[0]"), "path", "wrong_fact"),
        (compare(op="absent"), "op", "required"),
        (compare(op="=>"), "op", "not_a_member"),
        (compare(value="absent"), "value", "required"),
        (compare(value=None), "value", "required"),
        (compare(value=True), "value", "bool_as_number"),
        (compare(value=-1), "value", "too_small"),
        (compare(path="category", op=">="), "op", "no_order"),
        (compare(path="category", op="==", value="Hospital"), "value", "not_a_member"),
        (compare(path="waiting_area", op="==", value="yes"), "value", "wrong_type"),
        # A set since format 4; by itself a criterion does not say that it is older.
        (compare(noun="Room", path="use", op="==", value="nursery"), "path", "wrong_fact"),
        (
            {"type": "Among", "noun": "Room", "path": "use", "values": ["nursery"]},
            "path",
            "wrong_fact",
        ),
        ({**SOME, "path": "building_area_m2"}, "path", "wrong_fact"),
        ({**SOME, "where": None}, "where", "required"),
        ({**SOME, "where": compare()}, "where", "wrong_noun"),
        ({**SOME, "where": 3}, "where", "wrong_type"),
        ({"type": "Not"}, "part", "required"),
        ({"type": "Not", "part": []}, "part", "wrong_type"),
        ({"type": "AllOf"}, "parts", "required"),
        ({"type": "AllOf", "parts": {}}, "parts", "wrong_type"),
        ({"type": "AllOf", "parts": [FLAG, None]}, "parts[1]", "none_inside"),
        ({"type": "AnyOf", "parts": [FLAG, compare()]}, "parts", "several_nouns"),
    ],
)
def test_a_criterion_that_means_nothing_is_refused(data: object, path: str, code: str) -> None:
    if path == "op" and code == "no_order":
        assert problems(data)[0] == (path, code)
    else:
        assert problems(data) == [(path, code)]


@pytest.mark.parametrize(
    ("values", "path", "code"),
    [
        (None, "values", "required"),
        ([], "values", "wrong_type"),
        (5, "values", "wrong_type"),
        (["hospital", None], "values[1]", "none_inside"),
        (["hospital", "x"], "values[1]", "not_a_member"),
    ],
)
def test_among_needs_values_of_its_fact(values: object, path: str, code: str) -> None:
    data = {"type": "Among", "noun": "Venue", "path": "category", "values": values}
    assert problems(data) == [(path, code)]


def test_among_values_of_a_fact_that_is_none_are_not_read() -> None:
    data = {"type": "Among", "noun": "Venue", "path": "x", "values": [[]]}
    assert problems(data) == [("path", "not_found")]


def test_has_needs_an_item_of_its_set() -> None:
    data = {"type": "Has", "noun": "Room", "path": "supplies", "item": "cleaning_cloth"}
    assert problems(data) == [("item", "not_a_member")]


def test_a_key_of_a_node_that_stands_twice() -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.loads('{"type": "AllOf", "parts": [], "parts": []}', cp.Criterion)
    assert [(p.path, p.code) for p in caught.value.problems] == [("parts", "duplicate_key")]


def test_all_problems_of_a_criterion_are_listed_at_once() -> None:
    data = {"type": "AnyOf", "parts": [compare(op="x", value="y"), {**SOME, "where": compare()}]}
    assert problems(data) == [
        ("parts[0].op", "not_a_member"),
        ("parts[0].value", "text_as_number"),
        ("parts[1].where", "wrong_noun"),
    ]


CLAUSE = {"number": "1", "locator": "一", "modality": "must", "summary": {"zh": "甲", "en": "A."}}


def test_a_rule_that_differs_by_reading() -> None:
    by_reading = {
        "type": "ByReading",
        "interpretation": "scope",
        "options": {"wide": {"type": "AllOf", "parts": []}, "narrow": FLAG},
    }
    data = {"type": "Rule", "clause": CLAUSE, "requires": by_reading}
    rule = codec.structure(data, w.Rule)
    assert isinstance(rule.requires, w.ByReading)
    assert rule.requires.options["narrow"] == (room.existing == True)  # noqa: E712 - a proxy
    # What a rule leaves open is always: the same is written.
    assert codec.unstructure(rule) == {**data, "applies": {"type": "AllOf", "parts": []}}
    assert codec.structure(by_reading, w.ByReading) == rule.requires
    assert problems(FLAG, w.ByReading)[:2] == [("type", "not_a_member"), ("noun", "unknown_key")]
    broken = {**data, "requires": {**by_reading, "interpretation": 3, "option": 1}}
    assert problems(broken, w.Rule) == [
        ("requires.option", "unknown_key"),
        ("requires.interpretation", "wrong_type"),
    ]
    assert problems({**by_reading, "options": {"\ud800": FLAG}}, w.ByReading) == [
        ("options['\\ud800']", "broken_text")
    ]


def test_the_halves_of_a_rule_are_about_one_noun() -> None:
    data = {"type": "Rule", "clause": CLAUSE, "applies": compare(), "requires": FLAG}
    assert problems(data, w.Rule) == [("", "several_nouns")]


@pytest.mark.parametrize(
    ("data", "path", "code"),
    [
        ({"clause": CLAUSE, "requires": FLAG}, "type", "required"),
        ({"type": "Benefit", "clause": CLAUSE, "requires": FLAG}, "type", "not_a_member"),
        ({"type": "Rule", "clause": CLAUSE}, "requires", "required"),
        ({"type": "Rule", "clause": CLAUSE, "requires": None}, "requires", "required"),
        ({"type": "Rule", "clause": 3, "requires": FLAG}, "clause", "wrong_type"),
        (
            {"type": "Rule", "clause": CLAUSE, "requires": FLAG, "under": "ab"},
            "under",
            "wrong_type",
        ),
        (
            {"type": "Rule", "clause": CLAUSE, "requires": FLAG, "under": ["a", 1]},
            "under[1]",
            "wrong_type",
        ),
    ],
)
def test_a_rule_is_read_strictly(data: object, path: str, code: str) -> None:
    assert problems(data, w.Rule) == [(path, code)]
