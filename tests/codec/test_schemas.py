"""What a schema tells: titles, questions, units and labels, one spelling, where references lead."""

from functools import partial
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lots import Lot
from referring import references

import careplan as cp
from careplan.base.errors import InvalidInput
from careplan.base.text import Labelled, Unordered
from careplan.codec.schemas.told import SPELLINGS
from careplan.fields.declaring import facts_declared
from careplan.nouns.catalogue import NOUNS
from careplan.results import Assessment

codec = cp.codec


def properties(noun: type[cp.Noun], **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = codec.schema(noun, **asked)["$defs"][noun.__name__]["properties"]
    return found


@pytest.mark.parametrize("language", ["zh", "en", "zh-CN", "en-GB"])
@pytest.mark.parametrize("noun", [*NOUNS, Lot])
def test_each_fact_has_its_label_its_question_and_its_unit(
    noun: type[cp.Noun], language: str
) -> None:
    told = properties(noun, language=language, nouns=[noun])
    for name, spec in facts_declared(noun).items():
        assert told[name]["title"] == spec.label.get(language)
        assert told[name]["description"] == cp.fact_question(noun, name, language)
        unit = spec.unit and spec.unit.get(language)
        assert told[name].get("x-unit") == unit


def test_a_class_has_a_title() -> None:
    for language, room, assessment in (
        ("zh", "母婴室", "评估结果"),
        ("en", "mother-and-baby room", "Assessment"),
    ):
        made = codec.schema(cp.Venue, language=language)["$defs"]["Room"]
        assert made["title"] == room
        assert codec.schema(Assessment, language=language)["title"] == assessment


@pytest.mark.parametrize(
    ("spelling", "language", "const"),
    [
        *(("value", "zh", "hospital"), ("name", "en", "HOSPITAL")),
        *(("label", "zh", "医院"), ("label", "en", "hospital")),
    ],
)
def test_a_member_is_listed_once_with_its_label(spelling: str, language: str, const: str) -> None:
    [listed, nothing] = properties(cp.Venue, spelling=spelling, language=language)["category"][
        "anyOf"
    ]
    assert nothing == {"type": "null"}
    assert len(listed["oneOf"]) == len(cp.VenueCategory)
    hospital = cp.VenueCategory.HOSPITAL
    assert {"const": const, "title": hospital.label.get(language)} in listed["oneOf"]
    for one, member in zip(listed["oneOf"], cp.VenueCategory, strict=True):
        read = codec.structure({"category": one["const"]}, cp.Venue)
        assert read == cp.Venue(category=member)


def test_without_a_spelling_all_are_listed() -> None:
    listed = properties(cp.Venue)["category"]["anyOf"][0]["enum"]
    assert {"hospital", "HOSPITAL", "医院"} <= set(listed)


@pytest.mark.parametrize("spelling", [*SPELLINGS])
@pytest.mark.parametrize("cls", [cp.Venue, cp.Plan, cp.Criterion, Assessment])
def test_references_lead_where_the_caller_has_them(cls: Any, spelling: str) -> None:
    prefix = "#/components/schemas/"
    made = codec.schema(cls, ref_prefix=prefix, spelling=spelling)
    found = set(references(made))
    assert found
    assert found <= {f"{prefix}{name}" for name in made["$defs"]}
    assert set(references(codec.schema(cls))) <= {f"#/$defs/{name}" for name in made["$defs"]}


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ({"language": "fr"}, "language"),
        ({"spelling": "values"}, "spelling"),
        ({"spelling": None}, "spelling"),
    ],
)
def test_another_language_or_spelling_is_not_known(asked: dict[str, Any], kind: str) -> None:
    with pytest.raises(cp.NotFound) as caught:
        codec.schema(cp.Room, **asked)
    assert caught.value.kind == kind


def test_a_prefix_is_a_text() -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        codec.schema(cp.Room, ref_prefix=3)  # type: ignore[arg-type]  # that is tried
    assert [problem.path for problem in caught.value.problems] == ["ref_prefix"]


def test_a_form_is_described_by_the_names_it_posts() -> None:
    made = codec.schema(cp.Venue, form=True, spelling="value")
    assert made["properties"]["building_area_m2"]["title"] == "建筑面积"
    assert made["properties"]["building_area_m2"]["x-unit"] == "平方米"
    # How many rooms there are, and the facts of each.
    assert made["properties"]["rooms"]["description"] == cp.fact_question(cp.Venue, "rooms", "zh")
    rooms = [name for name in made["patternProperties"] if "usable_area_m2" in name]
    assert rooms == [r"^rooms\[(0|[1-9][0-9]{0,8})\]\.usable_area_m2" + "$(?!\n)"]
    assert list(references(made)) == []


@pytest.mark.parametrize("spelling", ["any", "value", "name", "label"])
def test_what_nothing_is_has_a_schema_that_refuses_all(spelling: str) -> None:
    # "oneOf" and "enum" list at least one: draft 2020-12 has no empty "oneOf".
    for base in (Labelled, Unordered):
        made = cp.codec.schema(base, spelling=spelling)
        Draft202012Validator.check_schema(made)
        assert not any(map(Draft202012Validator(made).is_valid, ("met", "", None, 3)))


@pytest.mark.parametrize("read", [cp.codec.schema, partial(cp.codec.structure, {})])
def test_a_class_that_was_not_made_to_be_read_is_refused(read: Any) -> None:
    # Its cells are numbers, texts, enums and days: no shape of a field.
    with pytest.raises(InvalidInput, match=r"^cls: expected a class that can be read, got <class"):
        read(cp.Table)


@pytest.mark.parametrize("cls", [cp.Noun, cp.Plan, tuple[cp.Noun, ...], int])
def test_what_no_form_is_about_is_told_what_is(cls: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        cp.codec.structure((), cls, form=True)
    (problem,) = caught.value.problems
    assert problem.path == "cls"
    assert "应为一类具体的对象（如场所）或其列表" in caught.value.text("zh")


@pytest.mark.parametrize("noun", [*NOUNS, Lot])
def test_a_form_has_a_field_for_each_fact_of_the_noun_and_of_what_it_holds(
    noun: type[cp.Noun],
) -> None:
    made = codec.schema(noun, form=True, nouns=[noun], language="en")
    names = [name.split(".")[0].split("[")[0] for name in made["properties"]]
    assert list(dict.fromkeys(names)) == list(facts_declared(noun))
    stated = [name for name, spec in facts_declared(noun).items() if spec.required]
    assert made.get("allOf", [{"required": []}])[0] == {"required": stated}


def test_a_form_about_several_has_the_fields_of_each() -> None:
    made = codec.schema(tuple[cp.SlotCount, ...], form=True)
    assert made["properties"] == {}
    assert len(made["patternProperties"]) == len(facts_declared(cp.SlotCount))
