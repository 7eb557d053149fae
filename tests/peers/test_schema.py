"""JSON Schema: jsonschema says of a field what reading says, in both directions."""

import json
from datetime import date
from typing import Any

import attrs
import jsonschema
import pytest
from asking import CASES, plan
from codec_samples import PLANS, changed, sample_results
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lots import OPEN, Lot, Wing
from lots import PLAN as LOTS
from own_bodies import PLAN as COUNTY
from own_bodies import CountyBody, CountySite
from strategies import criteria, nouns

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput, Problem
from careplan.codec.schemas.whole import DIALECT
from careplan.documents.authorities.assignments import Assignment
from careplan.fields.declaring import count
from careplan.nouns.catalogue import NOUNS
from careplan.results import Change
from careplan.verbs.assessing.assessments import Assessment

codec = cp.codec
RESULTS = sample_results()

# What a schema does not say (see `codec.schema`). Keys that stand twice:
TWICE = {"duplicate_key"}
# sizes:
SIZES = {"too_deep", "too_long", "too_many", "out_of_range", "broken_text", "more_problems"}
SIZES |= {"one_rung", "one_grade"}  # there are two at least
# and what fields cannot be together: of nouns,
TOGETHER = {"contradiction", "one_of_two", "nothing_listed", "not_positive", "share_for_count"}
# of criteria (what may be said of a fact depends on the fact),
TOGETHER |= {"wrong_fact", "wrong_noun", "several_nouns", "no_order"}
# of plans and results.
TOGETHER |= {"uncited", "no_such_interpretation", "no_such_option", "other_options", "duplicate"}
TOGETHER |= {"out_of_order", "no_alternative", "other_answer", "too_large", "before_start"}
# What an answer says of paths, evidence and days has to fit what it holds.
TOGETHER |= {"not_found", "not_an_option", "not_one_fact", "after_on"}
TOGETHER |= {"no_such_code", "no_parameter", "not_in_order", "cycle", "same_hash"}
TOGETHER |= {"same_milestone", "base_of_some", "no_such_column", "not_whole", "no_figure"}
# No more can be claimed of a clause than its pages carry.
TOGETHER |= {"supersedes_itself", "no_group", "too_few_sources"}
# What has to be stated depends on where it stands, or on what else is: a milestone of a ledger has
# a date, what follows a breach says something, an amount for each says of what, a group that
# somebody states has a sum.
BESIDE_OTHERS = ("due", "title", "per", "low", "sum", "whole")
# In a criterion the path and the literal depend on the noun and the fact before them.
BY_FACT = ("path", "value", "values", "item", "observed")
# The end of a range is no less than its start, which is another field.
BY_START = ("high",)


def checker(cls: Any) -> jsonschema.Draft202012Validator:
    made = codec.schema(cls)
    jsonschema.Draft202012Validator.check_schema(made)
    formats = jsonschema.FormatChecker(["date"])
    return jsonschema.Draft202012Validator(made, format_checker=formats)


def is_beyond_a_schema(problem: Problem) -> bool:
    last = problem.path.rpartition(".")[2].partition("[")[0]
    lacks = problem.code == "required" and last in BESIDE_OTHERS
    return lacks or problem.code in TWICE | SIZES | TOGETHER or last in (*BY_FACT, *BY_START)


def agree(data: Any, cls: Any, validator: jsonschema.Draft202012Validator) -> None:
    """Ask both; they may differ only in what a schema cannot say."""
    data = json.loads(json.dumps(data))
    found = problems(data, cls)
    if validator.is_valid(data):
        assert all(map(is_beyond_a_schema, found)), (data, found)
    else:
        assert found, (data, next(validator.iter_errors(data)))


def problems(data: Any, cls: Any) -> tuple[Problem, ...]:
    try:
        codec.structure(data, cls)
    except InvalidInput as error:
        return error.problems
    return ()


CHECKERS = {noun: checker(noun) for noun in NOUNS}
PLAN = checker(cp.Plan)
CRITERION = checker(cp.Criterion)


@given(st.data())
@settings(max_examples=300)
def test_nouns_and_their_changes_get_the_same_answer(data: st.DataObject) -> None:
    noun = data.draw(st.sampled_from(NOUNS))
    subject = data.draw(nouns(noun))
    written = codec.unstructure(subject)
    assert CHECKERS[noun].is_valid(written)
    agree(data.draw(changed(written)), noun, CHECKERS[noun])


@given(st.data())
@settings(max_examples=200)
def test_criteria_and_their_changes_get_the_same_answer(data: st.DataObject) -> None:
    written = codec.unstructure(data.draw(st.sampled_from(NOUNS).flatmap(criteria)))
    assert CRITERION.is_valid(written)
    agree(data.draw(changed(written)), cp.Criterion, CRITERION)


@pytest.mark.parametrize("plan", PLANS, ids=cp.plan_ids())
def test_plans_are_valid(plan: cp.Plan) -> None:
    PLAN.validate(codec.unstructure(plan))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_changed_plan_gets_the_same_answer(data: st.DataObject) -> None:
    agree(data.draw(changed(codec.unstructure(data.draw(st.sampled_from(PLANS))))), cp.Plan, PLAN)


@pytest.mark.parametrize("name", RESULTS)
def test_results_and_their_changes_get_the_same_answer(name: str) -> None:
    result = RESULTS[name]
    validator, written = checker(type(result)), codec.unstructure(result)
    validator.validate(written)

    @given(st.data())
    @settings(max_examples=25, deadline=None)
    def try_changes(data: st.DataObject) -> None:
        agree(data.draw(changed(written)), type(result), validator)

    try_changes()


@pytest.mark.parametrize(
    ("cls", "data", "valid"),
    [
        (cp.Room, {"area_m2": 3.0}, True),
        (cp.Room, {"area_m2": "4.5"}, True),
        (cp.Room, {"area_m2": "-4.5"}, False),
        (cp.Room, {"area_m2": "-0.0"}, True),
        (cp.Room, {"area_m2": "4.5\n"}, False),
        (cp.Room, {"area_m2": True}, False),
        (cp.Room, {"use": "母婴室"}, True),
        (cp.Room, {"use": "NURSERY"}, True),
        (cp.Room, {"use": "Nursery"}, False),
        # One use, or a list of them (format 4).
        (cp.Room, {"use": ["nursery", "哺乳室"]}, True),
        (cp.Room, {"use": []}, True),
        (cp.Room, {"use": None}, True),
        (cp.Room, {"use": ["nursery", "x"]}, False),
        (cp.Room, {"use": [None]}, False),
        (cp.Room, {"use": 3}, False),
        (cp.Room, {"use": {}}, False),
        (cp.Room, {"supplies": "cleaning_cloths"}, False),  # a set of which one alone is none
        (cp.Room, {"equipment": {"桌子": None}}, True),
        (cp.Room, {"equipment": {"钢琴": 1}}, False),
        (cp.Institution, {"slots": 3.0}, True),
        (cp.Institution, {"slots": 3.9}, False),
        (cp.Institution, {"slots": "3"}, True),
        (cp.Institution, {"slots": "3.0"}, True),
        (cp.Institution, {"slots": "3.5"}, False),
        (cp.Institution, {"slots": "6/2"}, False),
        (cp.Institution, {"slots": "-3"}, False),
        (cp.Institution, {"slots": "-0"}, True),
        (cp.Venue, {"coach_station_grade": "0"}, False),
        (cp.Venue, {"coach_station_grade": "1.0"}, True),
        (cp.Room, {"area_m2": "8000"}, True),
        (cp.Room, {"type": "Room"}, True),
        (cp.Room, {"type": "Venue"}, False),
        (cp.SlotCount, {"locality": "甲", "on": "2024-02-29", "slots": 1}, True),
        (cp.SlotCount, {"locality": "甲", "on": "2023-02-29", "slots": 1}, False),
        (cp.SlotCount, {"locality": "甲", "on": "2024-02-29"}, False),
        (cp.SlotCount, {"locality": "甲", "on": "2024-02-29", "slots": None}, False),
        (tuple[cp.Room, ...], [{}], True),
        (tuple[cp.Room, ...], {}, False),
        (w.ByReading, {"type": "AllOf", "parts": []}, False),
    ],
)
def test_the_answer_of_both(cls: Any, data: Any, valid: bool) -> None:
    validator = checker(cls)
    assert validator.is_valid(data) is valid
    agree(data, cls, validator)


def test_what_a_schema_does_not_say() -> None:
    # The listed exceptions, each by an example.
    room, venue = CHECKERS[cp.Room], CHECKERS[cp.Employer]
    contradiction = {"female_employees": 1, "pregnant_or_nursing_employees": 2}
    both_names = {"equipment": {"table": 1, "桌子": 2}}
    many_digits = {"area_m2": "0." + "1" * 30}
    for validator, cls, data, code in (
        (venue, cp.Employer, contradiction, "contradiction"),
        (room, cp.Room, both_names, "duplicate_key"),
        (room, cp.Room, many_digits, "out_of_range"),
    ):
        assert validator.is_valid(data)
        with pytest.raises(InvalidInput) as caught:
            codec.structure(data, cls)
        assert [problem.code for problem in caught.value.problems] == [code]


@attrs.frozen(kw_only=True)
class OwnRoom(cp.Room):
    """A room with a fact of a county's own."""

    lockers: int | None = count("储物格", "lockers")


def test_a_callers_own_noun_is_described_where_it_is_named() -> None:
    own = jsonschema.Draft202012Validator(codec.schema(cp.Venue, nouns=[OwnRoom]))
    mall = codec.unstructure(cp.Venue(rooms=[cp.Room(area_m2=6), OwnRoom(lockers=3)]))
    assert own.is_valid(mall)
    assert not CHECKERS[cp.Venue].is_valid(mall)
    for room in ({"lockers": 3}, {"type": "OwnRoom", "locker": 3}, {"type": "Tower"}):
        assert not own.is_valid({"rooms": [room]})
        with pytest.raises(InvalidInput):
            codec.structure({"rooms": [room]}, cp.Venue, nouns=[OwnRoom])


def test_the_schema_of_an_assignment() -> None:
    validator = checker(Assignment)
    for parts, _ in CASES.values():
        for one in plan(**parts).assignments():
            data = codec.unstructure(one)
            assert validator.is_valid(data)
            assert not validator.is_valid({**data, "origin": "rumour"})


def test_a_schema_names_its_dialect_and_is_plain_json() -> None:
    made = codec.schema(cp.Plan)
    assert made["$schema"] == DIALECT == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    assert json.loads(json.dumps(made)) == made
    assert codec.schema(cp.Plan) == made  # the same each time
    assert made["properties"]["format"] == {"enum": [*range(1, codec.FORMAT + 1)]}
    assert codec.schema(Assessment)["properties"]["format"] == {"enum": [codec.FORMAT]}


def test_a_callers_own_bodies_are_described_where_a_body_is_asked_for() -> None:
    classes: dict[str, Any] = {"nouns": [CountySite], "enums": [CountyBody]}
    own = jsonschema.Draft202012Validator(codec.schema(cp.Plan, **classes))
    plan = codec.unstructure(COUNTY)
    assert own.is_valid(plan)
    assert not checker(cp.Plan).is_valid(plan)
    for body in ("market_ofice", "CountyBody", 3, None):
        wrong = {**plan, "offices": {"某办": {"name": "某办", "body": body}}}
        assert not own.is_valid(wrong)
        with pytest.raises(InvalidInput):
            codec.structure(wrong, cp.Plan, **classes)
    change = codec.unstructure(Change("body", CountyBody.ARCHIVE))
    assert jsonschema.Draft202012Validator(codec.schema(Change, **classes)).is_valid(change)
    assert not checker(Change).is_valid(change)


def test_elapsed_time_is_known_to_the_schema() -> None:
    nouns_of_lots = (Lot, Wing)
    made = codec.schema(cp.Plan, nouns=nouns_of_lots)
    validator = jsonschema.Draft202012Validator(made)
    # What is left of a period whose first day is known holds the day itself.
    left = attrs.evolve(
        LOTS.rules["2"], requires=cp.residual(OPEN, Lot(opened_on=date(2024, 2, 29)))
    )
    for one in (LOTS, attrs.evolve(LOTS, rules=[left])):
        data = codec.unstructure(one)
        validator.validate(data)
        assert codec.structure(data, cp.Plan, nouns=nouns_of_lots) == one
        data["rules"][0]["requires"] = {"type": "Elapsed", "noun": "Lot", "start": "opened_on"}
        assert not validator.is_valid(data)


# --- one spelling, and forms ------------------------------------------------------------------


@given(st.data())
@settings(max_examples=100)
def test_what_is_written_has_the_spelling_by_value(data: st.DataObject) -> None:
    noun = data.draw(st.sampled_from(NOUNS))
    written = codec.unstructure(data.draw(nouns(noun)))
    jsonschema.Draft202012Validator(codec.schema(noun, spelling="value")).validate(written)


def form_of(noun: type[cp.Noun]) -> jsonschema.Draft202012Validator:
    made = codec.schema(noun, form=True)
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


FORMS = {noun: form_of(noun) for noun in NOUNS}
# What people and machines type into fields.
WORDS = ["true", "否", "on", "none", "无", "医院", "hospital", "full_day", "nursery", "x"]
NUMBERS = ["", " ", "0", "1", "2", "-3", "4.5", " 12 ", "12,000", "41/3"]
TYPED = st.sampled_from([*WORDS, *NUMBERS, "2024-06-30", "2024-6-30"])


@st.composite
def filled_in(draw: st.DrawFn) -> tuple[type[cp.Noun], dict[str, Any]]:
    noun = draw(st.sampled_from(NOUNS))
    made = codec.schema(noun, form=True)
    names = [*made["properties"], "x", "rooms[0].x"]
    patterns = [one.removeprefix("^") for one in made.get("patternProperties", {})]
    names += [one.removesuffix("$(?!\n)").replace(INDEX, "[0]") for one in patterns]
    several = TYPED | st.lists(TYPED, max_size=2)
    form = draw(st.dictionaries(st.sampled_from(names), several, max_size=4))
    return noun, {name.replace("\\", ""): text for name, text in form.items()}


INDEX = "\\[(0|[1-9][0-9]{0,8})\\]"
# Of a form a schema does not say either: what fields cannot be together, of what there is one only.
OF_FORMS = {
    "duplicate_key",
    "beyond_number",
    "required",
    "contradiction",
    "one_of_two",
    "too_small",
    "nothing_listed",  # of an applicant's service modes, in whose class it is checked
}


@given(filled_in())
@settings(max_examples=400)
@example((cp.Venue, {"rooms": " 12 "}))
def test_forms_get_the_same_answer(form: tuple[type[cp.Noun], dict[str, Any]]) -> None:
    noun, posted = form
    try:
        codec.structure(posted, noun, form=True)
        found: set[str] = set()
    except InvalidInput as error:
        found = {problem.code for problem in error.problems}
    if FORMS[noun].is_valid(posted):
        assert found <= OF_FORMS, (posted, found)
    else:
        assert found or any(isinstance(one, list) for one in posted.values()), posted
