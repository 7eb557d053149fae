"""careplan's classes as fields of a caller's pydantic models: read, written, refused, described."""

import json
import subprocess
import sys
from decimal import Decimal
from typing import Annotated, Any

import attrs
import pytest
from codec_samples import PLANS, changed, sample_results
from hypothesis import given, settings
from hypothesis import strategies as st
from lots import OPEN, Lot
from lots import PLAN as LOTS
from own_bodies import PLAN as COUNTY
from own_bodies import CountyBody, CountySite
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError
from referring import references
from strategies import nouns

import careplan as cp
from careplan import results as r
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.base.foreign import Hosted
from careplan.criteria.nodes import Among
from careplan.fields.declaring import words
from careplan.nouns.catalogue import NOUNS

VENUE = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[cp.Room(area_m2=7.5)])
RESULTS = sample_results()
AREA = cp.facts(cp.Venue).building_area_m2 >= 1_000
# What an answer holds that is no answer itself, and that a caller may keep by itself.
PARTS = (
    *(
        r.AgendaEntry,
        r.Answered,
        r.Assignment,
        r.Change,
        r.Evaluation,
        r.Evidence,
        r.GradeFound,
        r.GroupSum,
    ),
    *(r.ItemScore, r.NotAsked, r.PathStep, r.Range, r.RemedyOption, r.SplitPart, r.StepDue),
    r.Weight,
)


OF_LOTS = OPEN


class Record(BaseModel):
    """A record as a caller keeps it."""

    id: int
    venue: cp.Venue
    rooms: tuple[cp.Room, ...] = ()
    before: cp.Venue | None = None
    counts: dict[str, cp.SlotCount] = {}
    category: cp.VenueCategory | None = None
    kept: dict[cp.Equipment, int] = {}
    demand: cp.Criterion | None = None
    title: cp.Text | None = None


class County(BaseModel):
    """A county with nouns and bodies of its own."""

    site: CountySite
    body: CountyBody
    plan: Annotated[cp.Plan, cp.codec.Knowing(nouns=[CountySite], enums=[CountyBody])]
    site_or_not: Annotated[CountySite, cp.codec.Knowing(enums=[CountyBody])] | None = None
    about: Annotated[cp.Criterion, cp.codec.Knowing(nouns=[Lot])] | None = None


def lines(model: Any, data: object) -> list[Any]:
    """Return the lines of pydantic's error."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(model).validate_python(data)
    return list(caught.value.errors())


def named(reference: Any) -> str:
    """Return the name of the definition that is referred to: older releases wrap it."""
    return next(references(reference)).rpartition("/")[2]


# --- read and written -----------------------------------------------------------------------


def test_a_model_takes_objects_and_json_alike() -> None:
    made = Record(id=1, venue=VENUE, rooms=(cp.Room(),), demand=AREA, title=cp.Text(zh="甲"))
    made.category, made.kept = cp.VenueCategory.SHOP, {cp.Equipment.COT: 2}
    assert made.venue is VENUE
    text = made.model_dump_json()
    assert json.loads(text)["venue"] == cp.codec.unstructure(VENUE)
    assert Record.model_validate_json(text) == made
    assert Record.model_validate(made.model_dump()) == made
    assert Record.model_validate(made.model_dump(mode="json")) == made


def test_what_is_read_is_what_the_codec_reads() -> None:
    data = {"category": "医院", "building_area_m2": "41/3", "rooms": [{"area_m2": 8.1}]}
    read = Record.model_validate({"id": 1, "venue": data, "counts": {"a": ONE}}).venue
    assert read == cp.codec.structure(data, cp.Venue)
    assert Record.model_validate_json(json.dumps({"id": 1, "venue": data})).venue == read


@pytest.mark.parametrize("said", ["cot", "COT", "婴儿床", cp.Equipment.COT])
def test_a_member_is_read_by_value_name_or_label(said: str) -> None:
    data = {"id": 1, "venue": {}, "category": "医院", "kept": {said: 1}}
    read = Record.model_validate(data)
    assert (read.category, read.kept) == (cp.VenueCategory.HOSPITAL, {cp.Equipment.COT: 1})
    assert '"category":"hospital"' in read.model_dump_json()
    assert '"kept":{"cot":1}' in read.model_dump_json()
    [line] = lines(Record, {**data, "category": "shed"})
    assert (line["loc"], line["type"], line["input"]) == (("category",), "not_a_member", "shed")


ONE = {"locality": "甲", "on": "2024-06-30", "slots": 3}


@settings(max_examples=60)
@given(st.sampled_from(NOUNS).flatmap(nouns))
def test_every_noun_makes_the_round_trip(noun: cp.Noun) -> None:
    kept = TypeAdapter(type(noun))
    assert kept.validate_json(kept.dump_json(noun)) == noun
    assert kept.validate_python(noun) is noun


@pytest.mark.parametrize("name", RESULTS)
def test_every_answer_makes_the_round_trip(name: str) -> None:
    answer = RESULTS[name]
    kept = TypeAdapter(type(answer))
    assert kept.validate_json(kept.dump_json(answer)) == answer


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: str(plan.id))
def test_every_plan_makes_the_round_trip(plan: cp.Plan) -> None:
    kept = TypeAdapter(cp.Plan)
    assert kept.validate_json(kept.dump_json(plan)) == plan
    rules = TypeAdapter(tuple[w.Rule, ...])
    assert rules.validate_json(rules.dump_json(plan.rules)) == plan.rules


def test_what_an_answer_holds_is_a_field_by_itself() -> None:
    assert all(issubclass(one, Hosted) for one in PARTS)
    remedy = next(one for one in RESULTS.values() if type(one) is r.Remedy)
    kept = TypeAdapter(tuple[r.RemedyOption, ...])
    assert kept.validate_json(kept.dump_json(remedy.options)) == remedy.options


def test_an_own_noun_is_known_with_all_that_it_holds() -> None:
    site = CountySite(approved_by=CountyBody.ARCHIVE)
    made = County(site=site, body=CountyBody.ARCHIVE, plan=COUNTY, about=OF_LOTS)
    text = made.model_dump_json()
    assert json.loads(text)["site"] == {"approved_by": "archive"}
    assert County.model_validate_json(text) == made
    lots = TypeAdapter(Lot)
    assert lots.validate_json(lots.dump_json(Lot())) == Lot()


def test_a_plan_about_own_nouns_has_to_be_told_of_them() -> None:
    data = cp.codec.unstructure(LOTS)
    told = TypeAdapter(Annotated[cp.Plan, cp.codec.Knowing(nouns=[Lot])])
    assert told.validate_python(data) == LOTS
    assert {line["type"] for line in lines(cp.Plan, data)} >= {"not_a_member"}


@pytest.mark.parametrize(
    ("known", "error", "said"),
    [
        ({"nouns": [int]}, InvalidInput, "nouns"),
        ({"nouns": [[]]}, InvalidInput, "nouns"),
        ({"enums": [[]]}, InvalidInput, "enums"),
        ({"nouns": [Lot], "enums": [cp.Noun]}, InvalidInput, "enums"),
        ({"language": "fr"}, cp.NotFound, "language"),
        ({"language": ["zh"]}, cp.NotFound, "language"),
        ({"spelling": []}, cp.NotFound, "spelling"),
    ],
)
def test_what_cannot_be_known_is_refused_when_the_type_is_made(
    known: Any, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        TypeAdapter(Annotated[cp.Plan, cp.codec.Knowing(**known)])


def test_what_is_no_class_of_careplan_is_refused_at_once() -> None:
    with pytest.raises(InvalidInput, match=r"expected a class of careplan"):
        TypeAdapter(Annotated[cp.Plan | None, cp.codec.Knowing()])


def test_a_noun_made_of_another_says_its_name_in_its_place() -> None:
    knowing = cp.codec.Knowing(nouns=[CountySite], enums=[CountyBody])
    site = CountySite(approved_by=CountyBody.ARCHIVE)
    bases: tuple[Any, ...] = (cp.EarlyEducationCentre, cp.Noun)
    for base in bases:
        held: Any = Annotated[base, knowing]
        kept: Any = TypeAdapter(held)
        assert kept.validate_json(kept.dump_json(site)) == site
        assert json.loads(kept.dump_json(site))["type"] == "CountySite"
        assert "approved_by" in json.dumps(kept.json_schema())
    [line] = lines(cp.EarlyEducationCentre, {"type": "CountySite"})
    assert line["loc"] == ("type",)


def test_a_noun_whose_fact_would_be_its_name_is_not_written_there() -> None:
    @attrs.frozen(kw_only=True)
    class Typed(cp.Venue):
        type: str | None = words("类型")

    kept = TypeAdapter(cp.Venue)
    assert json.loads(kept.dump_json(Typed())) == {"type": "Typed"}
    with pytest.raises(PydanticSerializationError, match=r"InvalidInput"):
        kept.dump_json(Typed(type="a"))


@settings(max_examples=200)
@given(changed(cp.codec.unstructure(VENUE)))
def test_a_field_takes_and_refuses_what_the_codec_does(data: Any) -> None:
    try:
        expected: Any = cp.codec.structure(data, cp.Venue)
    except InvalidInput as error:
        said = [(one["code"], one["path"], one["value"], one["zh"]) for one in error.to_records()]
        found = lines(cp.Venue, data)
        assert [
            (one["type"], one["ctx"]["path"], one["input"], one["msg"]) for one in found
        ] == said
    else:
        assert TypeAdapter(cp.Venue).validate_python(data) == expected


def test_a_noun_that_is_called_as_ours_is_still_read() -> None:
    other: Any = type("Venue", (cp.Venue,), {})
    assert type(TypeAdapter(other).validate_python({"rooms": []})) is other


# --- refused --------------------------------------------------------------------------------


def test_every_problem_is_a_line_where_it_stands() -> None:
    bad = {
        "id": "x",
        "venue": {"romms": 1, "rooms": [{"independent": "false"}]},
        "counts": {"a": {**ONE, "slots": -1}},
        "rooms": [{}, {"area_m2": "big"}],
    }
    found = {line["loc"]: line["type"] for line in lines(Record, bad)}
    assert found == {
        ("id",): "int_parsing",
        ("venue", "romms"): "unknown_key",
        ("venue", "rooms", 0, "independent"): "wrong_type",
        ("rooms", 1, "area_m2"): "text_as_number",
        ("counts", "a", "slots"): "too_small",
    }


def test_a_line_says_it_in_chinese_and_holds_both_languages() -> None:
    data = {"rooms": [{"independent": "false"}]}
    [line] = lines(cp.Venue, data)
    with pytest.raises(InvalidInput) as caught:
        cp.codec.structure(data, cp.Venue)
    [said] = caught.value.to_records()
    assert line["msg"] == said["zh"]
    assert line["ctx"] == {key: said[key] for key in ("zh", "en", "path")}
    assert line["input"] == "false"


@pytest.mark.parametrize(
    "value",
    [float("nan"), 10**5_000, "\ud800", b"\xff", object(), {1, 2}, "x" * 100_000, [[[]]] * 500],
    ids=lambda value: type(value).__name__,
)
def test_what_was_given_is_shortened_to_what_json_can_hold(value: object) -> None:
    for data in (value, {"rooms": value}, {"building_area_m2": value}, {"category": value}):
        try:
            TypeAdapter(cp.Venue).validate_python(data)
        except ValidationError as error:
            found = [{**line, "ctx": line["ctx"]} for line in error.errors(include_url=False)]
            json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
        else:
            pytest.fail(f"taken: {data!r}")


def test_a_key_that_no_file_can_hold_is_shown() -> None:
    [line] = lines(cp.Venue, {"\ud800": 1})
    assert str(line["loc"]).encode()


def test_a_criterion_is_refused_once() -> None:
    said = {"type": "Not", "part": {"type": "Compare", "noun": "Venue", "path": "x"}}
    at = [line["loc"][-2:] for line in lines(cp.Criterion, said)]
    assert at == [("part", "op"), ("part", "value"), ("part", "path")]
    for bad in (3, None, {}, {"type": "Nothing"}, {"type": ["Not"]}):
        assert len(lines(cp.Criterion, bad)) == 1
    assert TypeAdapter(cp.Criterion).validate_python(AREA) is AREA


def test_a_criterion_of_one_sort_is_no_other() -> None:
    among = TypeAdapter(Among)
    for other in (cp.codec.unstructure(AREA), AREA):
        with pytest.raises(ValidationError):
            among.validate_python(other)


# --- described ------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize("model", [Record, County])
def test_each_reference_leads_to_a_definition_of_the_model(model: Any, mode: Any) -> None:
    schema = model.model_json_schema(mode=mode)
    made = {f"#/$defs/{name}" for name in schema["$defs"]}
    assert set(references(schema)) <= made
    assert all(schema["$defs"].values())
    used = (
        {f"#/$defs/{name}" for name in ("Venue", "Room", "VenueCategory")}
        if model is Record
        else set()
    )
    assert used <= made


@pytest.mark.parametrize("noun", NOUNS)
def test_a_definition_is_that_of_the_schema(noun: type[cp.Noun]) -> None:
    class Holder(BaseModel):
        held: noun  # type: ignore[valid-type]  # each of them

    own = cp.codec.schema(noun, spelling="value")["$defs"]
    schema = Holder.model_json_schema()
    assert named(schema["properties"]["held"]) == noun.__name__
    assert schema["$defs"][noun.__name__]["properties"] == own[noun.__name__]["properties"]


def test_a_whole_says_its_version_and_what_is_inside_does_not() -> None:
    class Holder(BaseModel):
        plan: cp.Plan
        answer: r.Assessment
        several: r.Assessments

    schema = Holder.model_json_schema()
    made = schema["$defs"]
    whole = [name for name, one in made.items() if "format" in one.get("required", ())]
    assert sorted(whole) == sorted(map(named, schema["properties"].values()))
    several = made[named(schema["properties"]["several"])]
    assert named(several["properties"]["assessments"]["items"]) not in whole


def test_a_schema_lists_values_and_speaks_the_language_asked_for() -> None:
    class Holder(BaseModel):
        use: cp.RoomUse
        english: Annotated[cp.RoomUse, cp.codec.Knowing(language="en", spelling="label")]

    made = Holder.model_json_schema()
    zh, en = (made["$defs"][named(one)]["oneOf"][0] for one in made["properties"].values())
    use = next(iter(cp.RoomUse))
    assert zh == {"const": use.value, "title": use.label.zh}
    assert en["const"] == use.label.en


def test_definitions_that_say_something_else_are_two() -> None:
    class Both(BaseModel):
        ours: cp.Plan
        county: Annotated[cp.Plan, cp.codec.Knowing(nouns=[CountySite], enums=[CountyBody])]

    made = Both.model_json_schema()
    ours, county = (named(made["properties"][name]) for name in ("ours", "county"))
    assert ours != county
    assert set(references(made)) <= {f"#/$defs/{name}" for name in made["$defs"]}


def test_careplan_is_imported_without_pydantic_and_msgspec() -> None:
    code = (
        "import sys, careplan as cp; cp.codec.converter().structure({}, cp.Venue);"
        "sys.exit(int(bool({'pydantic', 'pydantic_core', 'msgspec'} & set(sys.modules))))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own


def test_digits_that_the_parser_of_pydantic_drops_are_kept_in_a_text() -> None:
    # As a float 4999.9999999999999999 is 5000.0: pydantic has made one before a noun is asked.
    exact, kept = "4999.9999999999999999", TypeAdapter(cp.Venue)
    assert kept.validate_json(f'{{"building_area_m2":{exact}}}').building_area_m2 == 5000
    said = kept.validate_json(f'{{"building_area_m2":"{exact}"}}')
    assert said == cp.codec.loads(f'{{"building_area_m2":{exact}}}', cp.Venue)
    assert said.building_area_m2 == Decimal(exact)
