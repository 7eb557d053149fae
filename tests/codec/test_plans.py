"""Plans and results in and out: equal when read, and the same verdicts; one format version."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from inspect import isabstract
from typing import Any

import attrs
import pytest
from codec_samples import MALL, PLANS, sample_results
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import nouns

import careplan as cp
from careplan import results
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.codec.known import FORMAT
from careplan.display.result import Shown
from careplan.documents.authorities.forms import FieldType
from careplan.documents.coverage import Coverage
from careplan.testing.drawing import plans
from careplan.verbs.agenda import Agenda
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.forms import FormCheck
from careplan.verbs.registering.paths import RegistrationPaths
from careplan.verbs.remedies.remedy import Change, Remedy

codec = cp.codec
RESULTS = sample_results()
NOUNS = [cp.Venue, cp.Room, cp.Employer, cp.Institution, cp.Grant]


def problems(data: object, cls: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        codec.structure(data, cls)
    return [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize("plan", PLANS, ids=cp.plan_ids())
def test_a_plan_makes_the_round_trip(plan: cp.Plan) -> None:
    text = codec.dumps(plan)
    again = codec.loads(text, cp.Plan)
    assert again == plan
    assert codec.dumps(again) == text
    assert codec.structure(codec.unstructure(plan), cp.Plan) == plan
    assert again.encoded() == plan.encoded()  # in the same order


@given(plans())
@settings(max_examples=50)
def test_any_plan_makes_the_round_trip(plan: cp.Plan) -> None:
    assert codec.loads(codec.dumps(plan), cp.Plan) == plan


@given(st.data())
@settings(max_examples=30)
def test_a_plan_that_was_read_gives_the_same_verdicts(data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(PLANS) - 1))
    subject = data.draw(st.sampled_from(NOUNS).flatmap(nouns))
    assessment = cp.assess(subject, PLANS[index])
    assert cp.assess(subject, AGAIN[index]) == assessment
    assert codec.loads(codec.dumps(assessment), Assessment) == assessment
    for remedy in cp.remedies(assessment):
        assert codec.loads(codec.dumps(remedy), Remedy) == remedy


AGAIN = [codec.loads(codec.dumps(plan), cp.Plan) for plan in PLANS]


@pytest.mark.parametrize("plan", PLANS, ids=cp.plan_ids())
def test_every_object_of_a_plan_makes_the_round_trip_alone(plan: cp.Plan) -> None:
    for one in (*plan.encoded(), *plan.clauses, *plan.interpretations, plan.document):
        data = codec.unstructure(one)
        assert codec.structure(data, type(one)) == one
        assert ("type" in data) == hasattr(one, "clause")


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_makes_the_round_trip(name: str) -> None:
    result = RESULTS[name]
    text = codec.dumps(result)
    again = codec.loads(text, type(result))
    assert again == result
    assert codec.dumps(again) == text
    assert repr(again) == repr(result)
    if isinstance(result, Shown):
        assert _kept(again) == _kept(result)
        # What is not in JSON (see docs/en/codec.md) is not said; all else is, in every detail.
        for language in ("zh", "en"):
            for detail in ("short", "normal", "all"):
                assert again.explain(language, detail=detail)
            assert again.to_html(language, page=True)


def _kept(result: Any) -> list[Any]:
    """Return the records of a result; of counted clauses, their number and state."""
    if isinstance(result, Coverage):
        return [(row["number"], row["state"]) for row in result.records()]
    return list(result.records())


def test_every_class_of_result_is_tried() -> None:
    public = [getattr(results, name) for name in results.__all__]
    verdicts = {
        one
        for one in public
        if isinstance(one, type) and issubclass(one, results.Result) and not isabstract(one)
    }
    tried = {cls for result in RESULTS.values() for cls in _classes(result)}
    assert {"Assessment", "DefinitionFinding"} <= {cls.__name__ for cls in verdicts}
    assert verdicts - tried == set()


def _classes(value: object) -> set[type]:
    found: set[type] = set()
    if attrs.has(type(value)):
        found.add(type(value))
        inner = [getattr(value, field.name) for field in attrs.fields(type(value))]  # type: ignore[arg-type]
        found |= {cls for one in inner for cls in _classes(one)}
    if isinstance(value, tuple):
        found |= {cls for one in value for cls in _classes(one)}
    return found


@given(st.sampled_from([cp.Applicant, cp.ToddlerClass, cp.EarlyEducationCentre]).flatmap(nouns))
@settings(max_examples=30)
def test_registration_makes_the_round_trip(subject: Any) -> None:
    for plan in PLANS:
        paths = cp.registration_paths(subject, plan)
        assert codec.loads(codec.dumps(paths), RegistrationPaths) == paths


def test_a_result_holds_its_rules_but_not_the_plan() -> None:
    data = codec.unstructure(RESULTS["assessment"])
    assert data["findings"][0]["rule"]["clause"]["number"] == "4.1.a"
    assert data["subject"] == {"type": "Venue", "facts": codec.unstructure(MALL)}
    assert "interpretations" not in data
    assert data["outcome"] == "not_met"
    assert data["findings"][0]["outcome"] == "not_applicable"
    benefit = codec.unstructure(RESULTS["benefit_finding"])
    assert benefit["availability"] == "unknown"


def test_a_result_that_says_another_outcome_is_refused() -> None:
    data = codec.unstructure(RESULTS["finding"])
    assert problems({**data, "outcome": "met"}, Finding) == [("outcome", "other_answer")]
    silent = {key: value for key, value in data.items() if key != "outcome"}
    assert codec.structure(silent, Finding) == RESULTS["finding"]


# --- the version of the format --------------------------------------------------------------


@pytest.mark.parametrize("result", [PLANS[0], *RESULTS.values()], ids=lambda r: type(r).__name__)
def test_plans_and_results_carry_the_version(result: Any) -> None:
    data = codec.unstructure(result)
    versioned = isinstance(result, cp.Plan | results.Result)
    assert data.get("format") == (FORMAT if versioned else None)


@pytest.mark.parametrize("version", [0, FORMAT + 1, "1", 1.5, True, [], "x"])
def test_another_version_is_refused_and_nothing_else_is_said(version: object) -> None:
    data = {**codec.unstructure(PLANS[0]), "format": version, "rules": "broken"}
    assert problems(data, cp.Plan) == [("format", "other_version")]


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 3.0, 5.0, Decimal("1.0")])
def test_a_version_is_a_whole_number_however_it_is_written(version: object) -> None:
    data = {**codec.unstructure(PLANS[0]), "format": version}
    assert codec.structure(data, cp.Plan) == PLANS[0]


def test_a_version_is_needed_at_the_top_and_only_there() -> None:
    data = codec.unstructure(PLANS[0])
    without = {key: value for key, value in data.items() if key != "format"}
    assert problems(without, cp.Plan) == [("format", "required")]
    assert problems([], cp.Plan) == [("", "wrong_type")]
    rule = codec.unstructure(PLANS[-1].rules[0])
    assert problems({**rule, "format": 1}, w.Rule) == [("format", "unknown_key")]
    inside = codec.unstructure(RESULTS["assessment"])
    inside["findings"][0]["format"] = 1
    assert problems(inside, Assessment) == [("findings[0].format", "unknown_key")]
    once = f'"format":{FORMAT}'
    twice = codec.dumps(PLANS[0]).replace(once, f"{once},{once}", 1)
    with pytest.raises(InvalidInput) as caught:
        codec.loads(twice, cp.Plan)
    assert [(p.path, p.code) for p in caught.value.problems] == [("format", "duplicate_key")]


# --- what a plan cannot be ------------------------------------------------------------------


def test_a_plan_is_checked_as_one_that_is_made() -> None:
    data = codec.unstructure(cp.get_plan("shuangliao_2021"))
    data["clauses"] = [one for one in data["clauses"] if one["number"] != "4.1.a"]
    assert ("4.1.a", "uncited") in problems(data, cp.Plan)


def test_all_problems_of_a_plan_are_listed_at_once() -> None:
    data = codec.unstructure(cp.get_plan("dawa_2023"))
    data["ledgers"][0]["rows"][2]["milestones"][0]["value"] = -1
    data["ledgers"][0]["precision"] = "yearly"
    data["clauses"][0]["modality"] = "shall"
    data["ledgers"][0]["rows"][1]["milestones"].reverse()
    data["registration"]["routes"] = 3
    data["offices"]["\ud800"] = None
    assert problems(data, cp.Plan) == [
        ("clauses[0].modality", "not_a_member"),
        ("ledgers[0].rows[1].milestones", "out_of_order"),
        ("ledgers[0].rows[2].milestones[0].value", "too_small"),
        ("ledgers[0].precision", "not_a_member"),
        ("registration.routes", "wrong_type"),
        ("offices['\\ud800']", "broken_text"),
        ("offices['\\ud800']", "required"),
    ]


def test_what_stands_twice_is_refused() -> None:
    data = codec.unstructure(cp.get_plan("dawa_2023"))
    data["ledgers"] *= 2
    assert problems(data, cp.Plan) == [("ledgers", "duplicate")]


def test_a_step_is_taken_by_a_body_or_a_party() -> None:
    data = codec.unstructure(cp.get_plan("shiyan_2021").registration)
    for written, actor in (
        ("institution", cp.Party.INSTITUTION),
        ("INSTITUTIONS", cp.Body.INSTITUTIONS),
        ("登记机关", cp.Party.REGISTRAR),
        ("health authority", cp.Body.HEALTH),
    ):
        data["steps"][0]["actor"] = written
        assert codec.structure(data, w.Registration).steps[0].actor is actor
    data["steps"][0]["actor"] = "托育机构"  # the label of one of either
    assert problems(data, w.Registration) == [("steps[0].actor", "not_a_member")]


@pytest.mark.parametrize("source", [3, {}, {"type": "Rule"}])
def test_an_entry_of_an_agenda_has_a_known_source(source: object) -> None:
    data = codec.unstructure(RESULTS["agenda"])
    data["entries"][0]["source"] = source
    [(path, _)] = problems(data, Agenda)
    assert path.startswith("entries[0].source")


@pytest.mark.parametrize(
    ("subject", "path", "code"),
    [
        (3, "subject", "wrong_type"),
        ({"type": "Venu", "facts": {}}, "subject.type", "not_a_member"),
        ({"type": "Venue"}, "subject.facts", "required"),
        ({"type": "Venue", "facts": {"rooms": 1}}, "subject.facts.rooms", "wrong_type"),
    ],
)
def test_a_subject_is_a_noun(subject: object, path: str, code: str) -> None:
    data = {**codec.unstructure(RESULTS["assessment"]), "subject": subject}
    assert problems(data, Assessment) == [(path, code)]


# --- values of any kind ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.5, "not_whole"),
        ([], "wrong_type"),
        ("\ud800", "broken_text"),
        ({}, "required"),
        ({"type": "numbr", "value": 1}, "not_a_member"),
        ({"type": "number"}, "required"),
        ({"type": "number", "value": "x"}, "text_as_number"),
        ({"type": "number", "value": "1.5", "unit": 1}, "unknown_key"),
        ({"type": "day", "value": "x"}, "wrong_type"),
        ({"type": "quoted", "value": 3}, "wrong_type"),
        ({"type": "both", "zh": "甲", "en": 3}, "wrong_type"),
        ({"type": "member", "enum": "Suply", "value": "x"}, "not_a_member"),
        ({"type": "member", "enum": "Supply", "value": "x"}, "not_a_member"),
        ({"type": "list", "items": 3}, "wrong_type"),
        ({"type": "set", "items": [1.5]}, "not_whole"),
        ({"type": "table", "entries": [1]}, "wrong_type"),
        ({"type": "table", "entries": [[1.5, 1]]}, "not_whole"),
        ({"type": "noun", "value": 3}, "wrong_type"),
        # What stands twice is not dropped silently.
        ({"type": "set", "items": [1, 2, 1]}, "duplicate"),
        ({"type": "table", "entries": [[1, 2], [1, 3]]}, "duplicate"),
    ],
)
def test_a_value_of_no_known_kind_is_refused(value: object, code: str) -> None:
    assert [found for _, found in problems({"path": "x", "observed": value}, Change)] == [code]


def test_a_key_of_a_value_that_stands_twice() -> None:
    text = (
        '{"path": "x", "observed": {"type": "day", "value": "2021-06-30", "value": "2021-06-30"}}'
    )
    with pytest.raises(InvalidInput) as caught:
        codec.loads(text, Change)
    assert [(p.path, p.code) for p in caught.value.problems] == [
        ("observed.value", "duplicate_key")
    ]


class _Odd:
    def __repr__(self) -> str:
        return "odd"


def test_an_answer_no_file_can_hold_is_written_as_it_looks() -> None:
    deep: Any = 1
    for _ in range(5_000):
        deep = (deep,)
    form = cp.get_plan("bda_2017").forms["mummy_hut"]
    values = [_Odd(), 1.5, 10**400, b"x", ["a"], "\ud800", "x" * 30_000, deep, float("nan")]
    for value in values:
        check = cp.check_form(form, {"established_on": value})
        assert codec.loads(codec.dumps(check), FormCheck) == check


@pytest.mark.parametrize("value", [_Odd(), 10**400, float("nan"), b"x", ["a"], 1.5, FieldType.DATE])
def test_a_value_that_could_not_be_read_back_is_not_written(value: Any) -> None:
    form = cp.get_plan("bda_2017").forms["mummy_hut"]
    problem = cp.Problem("established_on", "required", value)
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(FormCheck(form=form, problems=(problem,)))
    assert [p.path for p in caught.value.problems] == ["problems[0].value"]


def test_the_values_a_problem_holds() -> None:
    form = cp.get_plan("bda_2017").forms["mummy_hut"]
    parameters: Mapping[str, object] = {
        "a": cp.Text(zh="甲", en="a"),
        "b": frozenset({1, 2}),
        "c": (None, True, MALL.rooms),
    }
    value = cp.Room(equipment={cp.Equipment.TABLE: 1}).equipment
    problem = cp.Problem("established_on", "required", value, parameters)
    check = FormCheck(form=form, problems=(problem,))
    assert codec.loads(codec.dumps(check), FormCheck) == check
    assert json.loads(codec.dumps(check))["problems"][0]["value"] == {
        "type": "table",
        "entries": [[{"type": "member", "enum": "Equipment", "value": "table"}, 1]],
    }


def test_a_day_inside_a_value_is_written_as_one() -> None:
    change = Change("opened_on", date(2021, 6, 30))
    assert codec.unstructure(change)["observed"] == {"type": "day", "value": "2021-06-30"}
    assert codec.loads(codec.dumps(change), Change) == change
