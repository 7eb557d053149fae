"""Ladders and grades as JSON: what is written is read, and what does not fit is refused."""

import copy
import json
from typing import Any

import attrs
import pytest
from codec_samples import sample_results
from refusing import refused
from steps_and_stars import STEPS, station, venue

import careplan as cp
from careplan import writing as w
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.owing import Owed
from careplan.verbs.grading import Graded

codec = cp.codec
RESULTS = sample_results()


def test_a_plan_with_a_ladder_and_stars_is_read_as_it_was() -> None:
    text = codec.dumps(STEPS)
    assert codec.loads(text, cp.Plan) == STEPS
    data = json.loads(text)
    assert data["ladders"][0]["type"] == "Ladder"
    assert [rung["clause"]["number"] for rung in data["ladders"][0]["rungs"]] == ["1.a", "1.b"]
    assert [grade["key"] for grade in data["gradings"][0]["grades"]] == [
        "base",
        "four_star",
        "five_star",
    ]


def test_a_plan_without_them_is_written_as_before() -> None:
    assert not {"ladders", "gradings"} & set(json.loads(codec.dumps(cp.get_plan("baodi_2020"))))


def put(data: Any, value: object, *way: Any) -> Any:
    """Return data with another value at the end of a way."""
    changed = copy.deepcopy(data)
    holder = changed
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = value
    return changed


LADDER = codec.unstructure(RESULTS["ladder_finding"])
GRADED = codec.unstructure(RESULTS["graded"])
SETTLED = codec.unstructure(cp.assess(station(7_000, 0), STEPS).findings[0])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        # The rungs are those of the ladder, in its order.
        (put(LADDER, LADDER["rungs"][:1], "rungs"), ("rungs", "other_answer")),
        (put(LADDER, LADDER["rungs"][::-1], "rungs"), ("rungs", "other_answer")),
        (put(LADDER, ["waiting_area"], "missing"), ("missing", "not_an_option")),
        # A rung binds, so the ladder applies; none does, so it does not.
        (put({**SETTLED, "outcome": None}, "unknown", "applies"), ("applies", "other_answer")),
        (put(LADDER, "met", "outcome"), ("outcome", "other_answer")),
    ],
)
def test_a_ladder_that_says_what_its_rungs_do_not(data: Any, problem: tuple[str, str]) -> None:
    assert refused(codec.structure, data, LadderFinding) == [problem]


def test_none_of_the_rungs_binds() -> None:
    data = codec.unstructure(cp.assess(station(1, 1), STEPS).findings[0])
    wrong = put({**data, "outcome": None}, "true", "applies")
    assert refused(codec.structure, wrong, LadderFinding) == [("applies", "other_answer")]


def test_a_ladder_in_an_answer_is_one_that_was_read() -> None:
    question = w.question("who", "1", "谁", "Who?", any="任何", passengers="供乘客")
    differing = w.choose(question, any=cp.all_of(), passengers=venue.serves_passengers)
    open_ = w.Ladder(clause=STEPS.clause("1"), who=differing, rungs=STEPS.ladders[0].rungs)
    found = attrs.evolve(RESULTS["ladder_finding"], ladder=open_)
    assert refused(codec.unstructure, found) == [("ladder", "wrong_type")]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (put(GRADED, "true", "grades", 1, "has"), ("grades", "other_answer")),
        (put(GRADED, ["private"], "grades", 2, "missing"), ("grades", "other_answer")),
        (put(GRADED, None, "needed"), ("needed", "other_answer")),
        (put(GRADED, {"type": "Venue", "facts": {}}, "subject"), ("subject", "wrong_noun")),
    ],
)
def test_grades_that_the_subject_does_not_have(data: Any, problem: tuple[str, str]) -> None:
    assert refused(codec.structure, data, Graded) == [problem]


@pytest.mark.parametrize(("name", "cls"), [("owed", Owed), ("assessment_of_a_ladder", Assessment)])
def test_duties_are_about_the_subject(name: str, cls: type[Any]) -> None:
    data = put(codec.unstructure(RESULTS[name]), {"type": "Employer", "facts": {}}, "subject")
    wrong = refused(codec.structure, data, cls)
    assert {code for _, code in wrong} == {"wrong_noun"}


def test_a_remedy_of_a_ladder_names_its_facts() -> None:
    data = codec.unstructure(RESULTS["remedy_of_a_ladder"])
    wrong = put(data, "rooms[0].moon", "options", 0, "changes", 0, "path")
    assert refused(codec.structure, wrong, type(RESULTS["remedy_of_a_ladder"])) == [
        ("options[0].changes[0].path", "not_found")
    ]


def test_a_ladder_that_is_none_is_refused_where_it_stands() -> None:
    data = codec.unstructure(STEPS)
    one = put(data, data["ladders"][0]["rungs"][:1], "ladders", 0, "rungs")
    assert refused(codec.structure, one, cp.Plan) == [("ladders[0].rungs", "one_rung")]
    twice = put(data, data["gradings"] * 2, "gradings")
    assert refused(codec.structure, twice, cp.Plan) == [("gradings", "duplicate")]
