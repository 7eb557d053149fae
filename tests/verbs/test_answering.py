"""A fact that one plan answers for others, by the caller's wish: what comes of it."""

import copy
import pickle
from datetime import date
from itertools import permutations
from typing import Any

import attrs
import pytest
from chained import FACT, NATIONAL, ONE, READ, SHIYAN, TWO, WISH, asked, county, nursery
from hypothesis import given, settings
from in_force import DAY
from refusing import refused

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.results import Answered
from careplan.verbs.advising.rereading import alternatives
from careplan.verbs.chaining.ordering import in_order

MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
NOT_APPLICABLE = cp.Outcome.NOT_APPLICABLE
SOLID, CORROBORATED = w.Support.SOLID, w.Support.CORROBORATED
READS = county("reads", (w.duty(requires=nursery.meets_national_standard),))


@pytest.mark.parametrize(
    ("facts", "outcome", "value", "locators", "support"),
    [
        # 9, 10: NATIONAL asks for 10 slots; of who is not registered nothing more.
        ({"slots": 9, "registered": False}, NOT_MET, False, ["第1条"], SOLID),
        ({"slots": 10, "registered": False}, MET, True, ["第1条"], SOLID),
        # Both clauses decide: the answer is known as its weaker one is.
        (
            {"slots": 10, "registered": True, "filed_with_health": True},
            MET,
            True,
            ["第1条", "第2条"],
            CORROBORATED,
        ),
        (
            {"slots": 11, "registered": True, "filed_with_health": False},
            NOT_MET,
            False,
            ["第2条"],
            CORROBORATED,
        ),
    ],
)
def test_the_fact_is_what_the_plan_comes_to(
    facts: Any, outcome: cp.Outcome, value: Any, locators: list[str], support: w.Support
) -> None:
    found = asked(SHIYAN, NATIONAL, **facts)
    assert found["national"].outcome is outcome
    finding = found["shiyan_2021"].finding(READ)
    assert finding.outcome is outcome  # Shiyan asks for nothing but the fact
    assert finding.missing == ()
    [one] = finding.answered
    assert (one.fact, one.value, one.plan_id, one.outcome) == (FACT, value, "national", outcome)
    assert (one.document, one.noun) == (NATIONAL.document.title, cp.Institution)
    assert [clause.locator for clause in one.clauses] == locators
    assert (one.support, one.missing) == (support, ())
    assert found["shiyan_2021"].answered == (one,)
    assert found["national"].answered == ()  # what it answers is for the others


def test_what_is_answered_is_nothing_that_was_stated() -> None:
    found = asked(SHIYAN, NATIONAL, slots=10)
    assert {one.subject for one in found} == {cp.Institution(slots=10)}
    others = {one.number for one in found["shiyan_2021"].found if one.answered}
    assert others == {READ}  # nothing else of Shiyan reads it


def test_what_the_plan_waits_for_is_missing_in_place_of_the_fact() -> None:
    found = asked(SHIYAN, NATIONAL, slots=10)
    [one] = found["shiyan_2021"].finding(READ).answered
    assert (one.value, one.outcome) == (None, UNKNOWN)
    # Of clause 2, who it is for and what it asks; clause 1 is settled.
    assert one.missing == ("registered", "filed_with_health")
    assert one.missing == found["national"].missing
    assert found["shiyan_2021"].finding(READ).missing == one.missing
    missing = found["shiyan_2021"].missing
    assert FACT not in missing
    assert missing == attrs.evolve(found["shiyan_2021"]).missing  # as its findings say
    assert len(missing) == len({*missing})


def test_a_plan_that_does_not_apply_answers_nothing_and_the_fact_stays_missing() -> None:
    idle = county("national", (w.duty(applies=nursery.registered, requires=nursery.inclusive),))
    finding = asked(SHIYAN, idle, registered=False)["shiyan_2021"].finding(READ)
    [one] = finding.answered
    assert (one.value, one.outcome, one.clauses) == (None, NOT_APPLICABLE, ())
    assert finding.missing == (FACT,)
    assert "《某办法》对此类对象不适用，未作回答" in finding.explain()
    assert "rules of national does not apply to it and does not say" in finding.explain("en")


@pytest.mark.parametrize(
    ("facts", "answered"),
    [
        ({"slots": 9, FACT: False}, [False]),  # both say so
        ({"slots": 10, "registered": False, FACT: True}, [True]),
        ({FACT: True}, []),  # the plan does not know: what is stated holds
        ({FACT: False}, []),
    ],
)
def test_what_is_stated_holds_where_the_plan_does_not_say_otherwise(
    facts: Any, answered: list[bool]
) -> None:
    finding = asked(SHIYAN, NATIONAL, **facts)["shiyan_2021"].finding(READ)
    assert [one.value for one in finding.answered] == answered
    assert finding.outcome is (MET if facts[FACT] else NOT_MET)


def test_what_is_stated_and_answered_otherwise_is_refused() -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        asked(SHIYAN, NATIONAL, slots=9, **{FACT: True})
    [problem] = caught.value.problems
    assert (problem.path, problem.code, problem.value) == (FACT, "answered_otherwise", True)
    assert problem.text("zh") == (
        "符合国家设置标准和管理规范：所述为“是”，而《某办法》第1条得出“否”"
    )
    assert problem.text("en") == (
        "meets the national setting standard and management norm: "
        "stated True, but rules of national answers False by 第1条"
    )
    # Whether or not another reads it.
    assert refused(asked, NATIONAL, slots=10, registered=False, **{FACT: False}) == [
        (FACT, "answered_otherwise")
    ]


def test_all_that_is_answered_otherwise_is_said_at_once() -> None:
    wish = {FACT: "national", "inclusive": "reads"}
    facts = {"slots": 9, FACT: True, "inclusive": False}
    # READS goes by what is stated: it is met, and inclusive would be yes.
    assert refused(asked, NATIONAL, READS, wish=wish, **facts) == [
        (FACT, "answered_otherwise"),
        ("inclusive", "answered_otherwise"),
    ]


@pytest.mark.parametrize(
    ("wish", "problems"),
    [
        (
            {"meets_national_standart": "national"},
            [("answer.meets_national_standart", "not_found")],
        ),
        ({"slots": "national"}, [("answer.slots", "answers_no_flag")]),
        ({FACT: "nationel"}, [(f"answer.{FACT}", "not_found")]),
        ({FACT: "dawa_2023"}, [(f"answer.{FACT}", "not_found")]),  # known, but not asked
        ({FACT: NATIONAL}, [(f"answer.{FACT}", "wrong_type")]),
        ({3: "national"}, [("answer", "wrong_type")]),
        (
            {"slots": "nationel", "x": 1},
            [
                ("answer.x", "wrong_type"),
                ("answer.slots", "answers_no_flag"),
                ("answer.x", "not_found"),
                ("answer.slots", "not_found"),
            ],
        ),
        ([FACT], [("answer", "wrong_type")]),
        ("national", [("answer", "wrong_type")]),
    ],
)
def test_what_cannot_be_asked_for(wish: Any, problems: list[tuple[str, str]]) -> None:
    assert refused(asked, SHIYAN, NATIONAL, wish=wish) == problems


def test_a_misspelt_fact_or_plan_gets_a_suggestion() -> None:
    for wish, meant in (({FACT[:-1]: "national"}, FACT), ({FACT: "nationl"}, "national")):
        with pytest.raises(cp.InvalidInput, match=f"did you mean '?{meant}"):
            asked(SHIYAN, NATIONAL, wish=wish)


def test_one_plan_alone_answers_nothing() -> None:
    subject: Any = cp.Institution(slots=9)
    single: Any = NATIONAL
    for wish in (WISH, {}):
        assert refused(cp.assess, subject, single, answer=wish) == [("answer", "answers_of_one")]
    # As the only one of a list it is asked, and there is no other to answer for.
    assert cp.assess(subject, [NATIONAL], answer=WISH) == cp.assess(subject, [NATIONAL])


def test_plans_that_wait_for_each_other_are_refused() -> None:
    other = county("other", (w.duty(requires=nursery.meets_provincial_rules),))
    wish = {FACT: "other", "meets_provincial_rules": "reads"}
    with pytest.raises(
        cp.InvalidInput, match="wait for each other's answers in a circle"
    ) as caught:
        asked(READS, other, wish=wish)
    assert [one.code for one in caught.value.problems] == ["answers_in_a_circle"]
    assert refused(asked, READS, other, wish=wish) == [("answer", "answers_in_a_circle")]


def test_what_a_plan_answers_itself_it_reads_as_it_is_stated() -> None:
    itself = county("national", (w.duty(requires=nursery.meets_national_standard),))
    found = asked(itself, READS)
    assert found["national"].missing == found["reads"].missing == (FACT,)
    assert asked(itself, READS, **{FACT: False})["reads"].outcome is NOT_MET


def test_an_answer_may_rest_on_another_and_is_known_as_the_weakest_of_them() -> None:
    # c answers for b, b for a: their order is found, whatever that of the plans.
    a = county("a", (w.duty(requires=nursery.meets_provincial_rules),))
    b = county("b", (w.duty(requires=nursery.meets_national_standard), TWO))
    c = county("c", (w.duty(requires=nursery.slots >= 10), ONE))
    wish = {"meets_provincial_rules": "b", FACT: "c"}
    found = asked(a, b, c, wish=wish, slots=9)
    assert [one.outcome for one in found] == [NOT_MET] * 3
    [second] = found["a"].finding("1").answered
    assert (second.plan_id, second.support) == ("b", CORROBORATED)
    assert [one.plan_id for one in found["b"].answered] == ["c"]
    # What c waits for, a waits for.
    assert [one.missing for one in asked(a, b, c, wish=wish)] == [("slots",)] * 3
    for plans in permutations((a, b, c)):
        again = asked(*plans, wish=wish, slots=9)
        assert [one.plan_id for one in again] == [plan.id for plan in plans]
        assert {one.plan_id: one for one in again} == {one.plan_id: one for one in found}
    assert in_order({"a": {"x"}, "b": {"y"}}, {"x": "b", "y": "gone"}) == ("b", "a")


def test_two_plans_may_answer_for_a_third_and_the_order_does_not_matter() -> None:
    third = county(
        "third",
        (w.duty(requires=nursery.meets_provincial_rules & nursery.meets_national_standard),),
    )
    other = county("other", (w.duty(requires=nursery.inclusive),))
    wish = {"meets_provincial_rules": "other", FACT: "national"}
    found = [
        asked(*plans, wish=wish, slots=9, inclusive=True)["third"]
        for plans in permutations((third, other, NATIONAL))
    ]
    assert len({*found}) == 1
    assert [one.plan_id for one in found[0].answered] == ["other", "national"]
    assert [one.value for one in found[0].finding("1").answered] == [True, False]
    assert found[0].outcome is NOT_MET


def test_one_plan_may_answer_several_facts() -> None:
    both = county(
        "both", (w.duty(requires=nursery.meets_provincial_rules & nursery.meets_national_standard),)
    )
    wish = {FACT: "national", "meets_provincial_rules": "national"}
    finding = asked(both, NATIONAL, wish=wish, slots=9)["both"].finding("1")
    assert {one.fact for one in finding.answered} == {*wish}
    assert finding.outcome is NOT_MET


def test_a_plan_that_is_not_in_force_on_the_day_answers_nothing() -> None:
    later = attrs.evolve(
        NATIONAL, document=attrs.evolve(NATIONAL.document, in_force=(date(2030, 1, 1), None))
    )
    subject = cp.Institution(slots=9)
    found = cp.assess(subject, [READS, later], answer=WISH, on=DAY)
    assert [one.plan_id for one in found.not_asked] == ["national"]
    assert (found["reads"].missing, found["reads"].answered) == ((FACT,), ())
    on = date(2030, 1, 1)
    assert cp.assess(subject, [READS, later], answer=WISH, on=on)["reads"].outcome is NOT_MET


def test_without_a_wish_nothing_is_chained() -> None:
    plans = [SHIYAN, NATIONAL]
    found = cp.assess(cp.Institution(slots=9), plans)
    assert found["shiyan_2021"].finding(READ).missing == (FACT,)
    assert found == cp.assess(cp.Institution(slots=9), plans, answer={})
    assert found["shiyan_2021"] == cp.assess(cp.Institution(slots=9), SHIYAN)
    assert '"answered"' not in cp.codec.dumps(found)
    assert not any("answered_zh" in row for row in found.records())


@settings(max_examples=15, deadline=None)
@given(testing.nouns(cp.Institution))
def test_it_is_as_if_the_subject_stated_what_the_plan_comes_to(drawn: cp.Institution) -> None:
    subject = attrs.evolve(drawn, meets_national_standard=None)
    found = cp.assess(subject, [SHIYAN, NATIONAL], answer=WISH)
    value = {MET: True, NOT_MET: False}.get(cp.assess(subject, NATIONAL).outcome)
    stated = cp.assess(attrs.evolve(subject, meets_national_standard=value), SHIYAN)
    assert found["national"] == cp.assess(subject, [NATIONAL])["national"]
    assert found["shiyan_2021"].outcome is stated.outcome
    for one, other in zip(found["shiyan_2021"].findings, stated.findings, strict=True):
        assert (one.outcome, one.evidence) == (other.outcome, other.evidence)
        if FACT not in other.missing:
            assert one.missing == other.missing
        else:
            assert {*one.missing} == {*other.missing, *found["national"].missing} - {FACT}
    again = cp.assess(subject, [NATIONAL, SHIYAN], answer=WISH)
    assert {*again} == {*found}


def test_the_other_readings_are_tried_with_what_was_answered() -> None:
    # Only by the second reading does the rule ask for the fact, and that is answered: no.
    width = w.question("width", "1", "须符合何种标准", slots="有托位", national="符合国家标准")
    clause = w.clause(
        *("1", "一", w.MUST, "须符合标准", "Meets the standard."),
        w.duty(
            requires=w.choose(
                width, slots=nursery.slots >= 1, national=nursery.meets_national_standard
            )
        ),
    )
    plan = cp.Plan.of("read", ("某办法", "rules"), [clause], issuer="某县", questions=[width])
    found = asked(plan, NATIONAL, slots=9)["read"]
    assert (found.outcome, found.finding("1").answered) == (MET, ())
    assert [one.fact for one in found.answered] == [FACT]
    [other] = alternatives(found)
    assert other.after is NOT_MET


def test_copies_are_alike() -> None:
    found = asked(SHIYAN, NATIONAL, slots=9)
    for again in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found), attrs.evolve(found)):  # noqa: S301 - our own
        assert again == found
        assert hash(again) == hash(found)
    assert found != asked(SHIYAN, NATIONAL, slots=10)
    [one] = found["shiyan_2021"].answered
    assert repr(one).startswith("Answered(noun=")
    assert isinstance(one, Answered)


@pytest.mark.parametrize(
    ("days", "outcome", "locators"),
    [
        # 管理规范 第三十二条: video is kept for 90 days at least.
        (89, NOT_MET, "管理规范 第三十二条"),
        (90, UNKNOWN, None),
        (91, UNKNOWN, None),
    ],
)
def test_the_national_standard_answers_for_a_county(
    days: int, outcome: cp.Outcome, locators: str | None
) -> None:
    national = cp.get_plan("national_setting_2019")
    subject = cp.Institution(video_kept_days=days)
    found = cp.assess(subject, [SHIYAN, national], answer={FACT: national.id})
    finding = found["shiyan_2021"].finding(READ)
    [one] = finding.answered
    assert (finding.outcome, one.outcome) == (outcome, outcome)
    # What keeps more than 90 days waits for the articles that nobody saw, too.
    assert one.support is (CORROBORATED if locators else w.Support.UNSEEN)
    if locators is None:
        assert finding.missing == one.missing == found[national.id].missing != ()
    else:
        assert one.locators("zh") == locators
    testing.assert_explained(found["shiyan_2021"])
