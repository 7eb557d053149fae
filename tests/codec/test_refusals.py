"""What is refused: each silent coercion of cattrs, all problems at once, and how they are said."""

import json
from decimal import Decimal
from typing import Any

import attrs
import cattrs
import pytest

import careplan as cp
from careplan.base.errors import InvalidInput, Problem

codec = cp.codec


def problems(data: object, cls: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        codec.structure(data, cls)
    return [(problem.path, problem.code) for problem in caught.value.problems]


@attrs.frozen
class _Loose:
    """The types of the fields below, for cattrs to read as it does by default."""

    independent: bool = False
    daily_visitors: int = 0
    locality: str = ""
    category: str = ""


# What cattrs makes of each by default: (class and key of ours, key of _Loose, value, its result).
COERCED = [
    (cp.Room, "independent", "independent", "false", True),
    (cp.Room, "independent", "independent", "否", True),
    (cp.Room, "independent", "independent", "unknown", True),
    (cp.Room, "independent", "independent", 0, False),
    (cp.Room, "independent", "independent", [], False),
    (cp.Venue, "daily_visitors", "daily_visitors", 3.9, 3),
    (cp.Venue, "daily_visitors", "daily_visitors", " 12 ", 12),
    (cp.Venue, "daily_visitors", "daily_visitors", True, 1),
    (cp.SlotCount, "locality", "locality", None, "None"),
    (cp.SlotCount, "locality", "locality", ["x"], "['x']"),
    (cp.SlotCount, "locality", "locality", 5, "5"),
]


@pytest.mark.parametrize(("cls", "key", "loose", "value", "coerced"), COERCED)
def test_what_cattrs_coerces_is_refused(
    cls: Any, key: str, loose: str, value: object, coerced: object
) -> None:
    default = getattr(cattrs.structure({loose: value}, _Loose), loose)
    assert (type(default), default) == (type(coerced), coerced)
    good = {"locality": "甲", "on": "2024-06-30", "slots": 1} if cls is cp.SlotCount else {}
    found = problems({**good, key: value}, cls)
    assert [path for path, _ in found] == [key]


def test_keys_that_cattrs_overlooks_are_refused() -> None:
    assert cattrs.structure({"romms": 1}, _Loose) == _Loose()
    assert problems({"romms": 1}, cp.Venue) == [("romms", "unknown_key")]


def test_a_flag_that_may_be_null_is_still_a_flag() -> None:
    converter = cattrs.Converter()
    assert converter.structure("false", bool | None) is True  # type: ignore[arg-type]  # the trap
    assert problems({"rooms": [{}, {"existing": "false"}]}, cp.Venue) == [
        ("rooms[1].existing", "wrong_type")
    ]


@pytest.mark.parametrize(
    ("cls", "data", "path", "code"),
    [
        (cp.Venue, [], "", "wrong_type"),
        (cp.Venue, "x", "", "wrong_type"),
        (cp.Venue, None, "", "required"),
        (cp.Venue, {1: 2}, "[1]", "unknown_key"),
        (cp.Venue, {"a b": 2}, "['a b']", "unknown_key"),
        (cp.Venue, {"category": "Hospital"}, "category", "not_a_member"),
        (cp.Venue, {"category": " 医院"}, "category", "not_a_member"),
        (cp.Venue, {"category": 3}, "category", "not_a_member"),
        (cp.Venue, {"category": []}, "category", "not_a_member"),
        (cp.Venue, {"category": "x" * 10_000}, "category", "not_a_member"),
        (cp.Venue, {"rooms": {}}, "rooms", "wrong_type"),
        (cp.Venue, {"rooms": "ab"}, "rooms", "wrong_type"),
        (cp.Venue, {"rooms": [None]}, "rooms[0]", "none_inside"),
        (cp.Venue, {"rooms": [{}, 3]}, "rooms[1]", "wrong_type"),
        (cp.Venue, {"coach_station_grade": 0}, "coach_station_grade", "too_small"),
        (cp.Venue, {"building_area_m2": True}, "building_area_m2", "bool_as_number"),
        (cp.Venue, {"building_area_m2": "4.5 "}, "building_area_m2", "text_as_number"),
        (cp.Venue, {"building_area_m2": "\u0664.\u0665"}, "building_area_m2", "text_as_number"),
        (cp.Venue, {"building_area_m2": "1/0"}, "building_area_m2", "text_as_number"),
        (cp.Venue, {"building_area_m2": "1e3"}, "building_area_m2", "text_as_number"),
        (cp.Venue, {"building_area_m2": "-4.5"}, "building_area_m2", "too_small"),
        (cp.Venue, {"building_area_m2": float("nan")}, "building_area_m2", "not_finite"),
        (cp.Venue, {"building_area_m2": []}, "building_area_m2", "wrong_type"),
        (cp.Venue, {"building_area_m2": "1." + "1" * 99}, "building_area_m2", "out_of_range"),
        (cp.Venue, {"daily_visitors": "4.5"}, "daily_visitors", "text_as_number"),
        (cp.Venue, {"daily_visitors": 10**16}, "daily_visitors", "out_of_range"),
        (cp.Venue, {"daily_visitors": float("inf")}, "daily_visitors", "not_finite"),
        (cp.Venue, {"daily_visitors": Decimal("sNaN")}, "daily_visitors", "not_finite"),
        (cp.Venue, {"daily_visitors": -1e300}, "daily_visitors", "out_of_range"),
        (cp.Venue, {"daily_visitors": float("nan")}, "daily_visitors", "not_finite"),
        (cp.Room, {"supplies": "cleaning_cloths"}, "supplies", "wrong_type"),
        (cp.Room, {"supplies": ["x"]}, "supplies[0]", "not_a_member"),
        (cp.Room, {"supplies": [{}]}, "supplies[0]", "not_a_member"),
        (cp.Room, {"equipment": []}, "equipment", "wrong_type"),
        (cp.Room, {"equipment": {"piano": 1}}, "equipment.piano", "not_a_member"),
        (cp.Room, {"equipment": {"table": "1.5"}}, "equipment[table]", "text_as_number"),
        (cp.Room, {"equipment": {"桌子": -1}}, "equipment[table]", "too_small"),
        (cp.Room, {"equipment": {"桌子": 1, "table": 1}}, "equipment[table]", "duplicate_key"),
        (cp.Institution, {"site": []}, "site", "wrong_type"),
        (cp.Institution, {"site": {"near_pipeline": 1}}, "site.near_pipeline", "wrong_type"),
        # What fields cannot be together is found once each is sound alone.
        (cp.Applicant, {"service_modes": []}, "service_modes", "nothing_listed"),
        (cp.Measurement, {"on": "2024-01-01"}, "value", "one_of_two"),
        (cp.Measurement, {"on": "2024-1-1", "value": 1}, "on", "wrong_type"),
        (cp.Measurement, {"on": "2024-02-30", "value": 1}, "on", "wrong_type"),
        (cp.Measurement, {"on": "2024-01-01T00:00", "value": 1}, "on", "wrong_type"),
        (cp.Measurement, {"on": 20240101, "value": 1}, "on", "wrong_type"),
        (cp.Measurement, {"on": None, "value": 1}, "on", "required"),
        (tuple[cp.Venue, ...], [{}, {"category": 1}], "[1].category", "not_a_member"),
        # One use stands for a set of one: a text is that use, anything else has to be a list.
        (tuple[cp.Room, ...], [{}, {"use": 1}], "[1].use", "wrong_type"),
        (cp.Room, {"use": {}}, "use", "wrong_type"),
        (cp.Room, {"use": "nurserie"}, "use", "not_a_member"),
        (cp.Room, {"use": ["nursery", "x"]}, "use[1]", "not_a_member"),
        (cp.Room, {"use": ["nursery", None]}, "use[1]", "none_inside"),
    ],
)
def test_nothing_is_guessed(cls: Any, data: object, path: str, code: str) -> None:
    assert problems(data, cls) == [(path, code)]


def test_every_problem_of_the_tree_is_listed_at_once() -> None:
    data = {
        "categry": "hospital",
        "daily_visitors": 3.9,
        "rooms": [{"independent": "否"}, {"usable_area_m2": True, "equipment": {"table": 1.5}}],
    }
    assert problems(data, cp.Venue) == [
        ("categry", "unknown_key"),
        ("daily_visitors", "not_whole"),
        ("rooms[0].independent", "wrong_type"),
        ("rooms[1].usable_area_m2", "bool_as_number"),
        ("rooms[1].equipment[table]", "not_whole"),
    ]
    assert problems({}, cp.SlotCount) == [
        ("locality", "required"),
        ("on", "required"),
        ("slots", "required"),
    ]


def test_a_contradiction_deep_inside_has_its_path() -> None:
    data = [{}, {"pregnant_or_nursing_employees": 2, "female_employees": 1}]
    assert problems(data, tuple[cp.Employer, ...]) == [
        ("[1].pregnant_or_nursing_employees", "contradiction")
    ]


def test_the_nearest_name_is_suggested_for_enums_and_keys() -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.structure({"categry": 1, "category": "hospitl"}, cp.Venue)
    key, member = caught.value.problems
    assert "did you mean category?" in key.text("en")
    assert "是否指“医院”？" in member.text("zh")
    assert "transport_hub" in member.text("en")  # and what is allowed


def test_to_records_is_plain_json() -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.loads('{"rooms": [{"independent": "false"}], "\\ud800": "x"}', cp.Venue)
    broken, flag = caught.value.to_records()
    assert flag == {
        "path": "rooms[0].independent",
        "code": "wrong_type",
        "value": "false",
        "zh": "第1间母婴室是否独立设置：应为布尔值（不加引号的“true”或“false”），给出的是“false”",
        "en": "room 1: independent: expected true or false, got 'false'",
    }
    assert (broken["path"], broken["value"]) == ("['\\ud800']", "'\\ud800'")
    assert json.dumps(caught.value.to_records(), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        (True, True),
        ("x", "x"),
        ("x" * 100, "'" + "x" * 58 + "…"),
        ("a\nb", "'a\\nb'"),
        (4.5, "4.5"),
        ([1], "[1]"),
    ],
)
def test_a_record_shows_a_value_in_short(value: object, shown: object) -> None:
    [record] = InvalidInput([Problem("x", "required", value)]).to_records()
    assert record["value"] == shown


@pytest.mark.parametrize(
    "cls", [3, "Venue", None, [], list, set[int], int | str, tuple[int, str], tuple[()], object()]
)
def test_a_class_that_is_none_of_ours_is_refused(cls: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.structure({}, cls)
    assert [(p.path, p.code) for p in caught.value.problems] == [("cls", "wrong_type")]


@pytest.mark.parametrize("value", [object(), {1}, [1], b"x", 1j])
def test_what_is_none_of_ours_is_not_written(value: object) -> None:
    with pytest.raises(InvalidInput):
        codec.dumps(value)
