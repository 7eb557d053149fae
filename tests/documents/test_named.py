"""What a plan lists is found by place, by id, and by the number of its clause."""

import pickle
from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput, NotFound
from careplan.documents.named import Listed

PLAN = cp.get_plan("shuangliao_2021")


def test_by_the_number_of_a_clause() -> None:
    rule = PLAN.rules["4.1.b"]
    assert isinstance(rule, w.Rule)
    assert rule.clause.number == "4.1.b"
    assert PLAN.tasks["7.1.b"].lead[0].name == "市卫生健康局"


def test_by_id_where_a_clause_has_several() -> None:
    # 4.1.d has a duty for each tier, each under two options of one question.
    assert PLAN.rules["4.1.d/lower"].under == ("existing_rooms", "bind")
    with pytest.raises(NotFound) as caught:
        PLAN.rules["4.1.d"]
    assert caught.value.known == ("4.1.d/lower", "4.1.d/upper")
    assert caught.value.suggestion is None


def test_by_a_clause_that_says_the_same_again() -> None:
    # 4.2.a is encoded with the duties of 4.2.c and 4.2.d.
    with pytest.raises(NotFound) as caught:
        PLAN.rules["4.2.a"]
    assert caught.value.known == ("4.2.c", "4.2.d")


def test_a_number_that_is_nothing_s_id_finds_the_only_one_that_encodes_it() -> None:
    clauses = [
        w.clause("1", "一", "应当", "甲", w.task("摸底", part="survey", also="2")),
        w.clause("2", "二", "应当", "同上", w.encoded_with("1")),
    ]
    tasks = w.Plan.of("own", "通知", clauses, issuer="某县").tasks
    assert tasks["1"] is tasks["2"] is tasks["1/survey"] is tasks[0]


def test_a_question_by_its_id() -> None:
    assert PLAN.interpretations["place_list"].default == "closed"
    with pytest.raises(NotFound) as caught:
        PLAN.interpretations["place_lists"]
    assert caught.value.suggestion == "place_list"


def test_what_none_goes_by_is_not_found() -> None:
    with pytest.raises(NotFound) as caught:
        PLAN.rules["4.1.d/lowr"]
    assert caught.value.suggestion == "4.1.d/lower"
    with pytest.raises(NotFound):
        PLAN.rules[""]
    with pytest.raises(TypeError):
        PLAN.rules[None]  # type: ignore[call-overload]  # what is no name


def test_a_listing_is_a_tuple() -> None:
    rules = PLAN.rules
    assert rules == tuple(rules)
    assert rules[0] is next(iter(rules))
    assert rules[-1:] == (rules[-1],)
    assert type(rules) is Listed
    assert type(pickle.loads(pickle.dumps(rules))) is Listed  # noqa: S301 - our own bytes
    assert hash(rules) == hash(tuple(rules))


def test_a_list_of_a_plan_is_read_as_one() -> None:
    again = cp.Plan(
        id="own", document=PLAN.document, clauses=PLAN.clauses,
        interpretations=list(PLAN.interpretations), rules=list(PLAN.rules),
    )  # fmt: skip
    assert again.rules == PLAN.rules
    assert again.rules["4.1.b"] is PLAN.rules["4.1.b"]
    with pytest.raises(InvalidInput):
        cp.Plan(id="own", document=PLAN.document, clauses=PLAN.clauses, rules={PLAN.rules[0]})


def test_a_directory_has_no_default_for_what_is_no_name() -> None:
    ledgers: Any = cp.get_plan("dawa_2023").ledgers
    assert ledgers.get(["slots"], 3) == ledgers.get("slot", 3) == 3
    assert ledgers.get("slots") is ledgers["slots"]


def test_of_several_of_one_id_the_first_is_found() -> None:
    clause = w.clause("1", "一", "应当", "甲", w.task("甲"), w.task("乙"))
    tasks = w.Plan.of("own", "通知", [clause], issuer="某县").tasks
    assert tasks["1"] is tasks[0]


def test_names_are_looked_up_once() -> None:
    # What a listing knows of its names it keeps, or n questions would cost n times n.
    asked = []

    class Asked:
        @property
        def id(self) -> str:
            asked.append(self)
            return "甲"

    listed = Listed([Asked()] * 100)
    for _ in range(100):
        assert listed["甲"] is listed[0]
    assert len(asked) <= 2 * len(listed)  # not for each question anew
