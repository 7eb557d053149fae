"""What assess finds: its truth at once, what explains it on first look, and as ever otherwise."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread
from typing import Any

import attrs
import pytest
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from in_force import MONEY, NEW, OLD, PLANS
from outside.chongqing_2017 import PLAN as CHONGQING
from outside.chongqing_2017 import Place
from small_plans import MUST, plan_of

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.criteria.nodes import any_of, not_
from careplan.criteria.residuals import facts_of
from careplan.display.lazily import source_of
from careplan.documents.encoded import pick
from careplan.fields.declaring import Noun
from careplan.plans import get_plan
from careplan.results import Assessment, BenefitFinding, DefinitionFinding, Finding, LadderFinding
from careplan.verbs.assessing import asking
from careplan.verbs.assessing.seeing import BEFORE_COMPILED

SHUANGLIAO = get_plan("shuangliao_2021")
MALL = cp.Venue(
    category=cp.VenueCategory.COMMERCIAL_CENTRE,
    building_area_m2=12_000,
    rooms=[cp.Room(independent=True, usable_area_m2=8)],
)
LATER = {
    Finding: {"applies_evidence", "requires_evidence", "missing", "answered"},
    LadderFinding: {"missing"},
    BenefitFinding: {"evidence", "missing", "answered"},
    DefinitionFinding: {"evidence", "missing", "answered"},
    Assessment: {"findings", "benefits", "definitions", "answered"},
}


def is_set(answer: Any, name: str) -> bool:
    """Say whether a field is there without a look."""
    try:
        object.__getattribute__(answer, name)
    except AttributeError:
        return False
    return True


def unset(answer: Any) -> set[str]:
    """Return the fields that are left for later."""
    return {field.name for field in attrs.fields(type(answer)) if not is_set(answer, field.name)}


def by_hand(found: Any, subject: Noun, on: date | None = None) -> Any:
    """Make what assess finds by hand, of what evaluate and residual say of its criteria."""
    readings = found.readings
    match found:
        case LadderFinding():
            rungs = tuple(by_hand(one, subject, on) for one in found.rungs)
            owed = cp.evaluate(found.ladder.owed, subject, on=on).truth
            return LadderFinding(
                ladder=found.ladder,
                applies=owed,
                rungs=rungs,
                missing=found.missing,  # what is left of a ladder is for test_ladders
                readings=readings,
                note=noted(found.ladder, owed, subject, on),
            )
        case Finding(rule=rule):
            applies, requires = pick(rule.applies, {}), pick(rule.requires, {})
            who, what = (cp.evaluate(one, subject, on=on) for one in (applies, requires))
            return Finding(
                rule=rule,
                applies=who.truth,
                requires=what.truth,
                applies_evidence=who.evidence,
                requires_evidence=what.evidence,
                missing=missing(any_of(not_(applies), requires), subject, on),
                readings=readings,
                note=noted(rule, who.truth, subject, on),
            )
        case BenefitFinding(benefit=benefit):
            seen = cp.evaluate(pick(benefit.condition, {}), subject, on=on)
            return BenefitFinding(
                benefit=benefit,
                condition=seen.truth,
                evidence=seen.evidence,
                missing=missing(pick(benefit.condition, {}), subject, on),
                readings=readings,
                units=benefit.counted(subject),
            )
        case DefinitionFinding(definition=term):
            seen = cp.evaluate(pick(term.criterion, {}), subject, on=on)
            return DefinitionFinding(
                definition=term,
                falls_under=seen.truth,
                evidence=seen.evidence,
                missing=missing(pick(term.criterion, {}), subject, on),
                readings=readings,
            )


def missing(criterion: Any, subject: Noun, on: date | None) -> tuple[str, ...]:
    """Return the facts that what is left asks for."""
    return facts_of(cp.residual(criterion, subject, on=on))


def noted(duty: Any, applies: cp.Truth, subject: Noun, on: date | None) -> Any:
    """Return the first note that holds of a duty that does not apply."""
    if applies is not cp.Truth.FALSE:
        return None
    holds = cp.Truth.TRUE
    return next(
        (
            one.text
            for one in duty.otherwise
            if cp.evaluate(one.when, subject, on=on).truth is holds
        ),
        None,
    )


ASKED = [
    (plan, noun)
    for plan in (*map(get_plan, cp.plan_ids()), CHONGQING, MONEY)
    for noun in dict.fromkeys(
        one.noun() for one in (*plan.rules, *plan.ladders, *plan.benefits, *plan.definitions)
    )
    if noun is not None
]


@pytest.mark.parametrize(
    ("plan", "noun"), ASKED, ids=lambda one: one.id if isinstance(one, cp.Plan) else one.__name__
)
@settings(max_examples=12)
@given(st.data())
def test_findings_are_what_evaluate_and_residual_say(
    plan: cp.Plan, noun: type[Noun], data: st.DataObject
) -> None:
    subject = data.draw(testing.nouns(noun))
    on = data.draw(st.none() | st.dates(date(2018, 1, 1), date(2026, 1, 1)))
    assessment = cp.assess(subject, plan, on=on)
    outcome = assessment.outcome
    expected = [by_hand(one, subject, on) for one in cp.assess(subject, plan, on=on).found]
    assert [unset(one) - LATER[type(one)] for one in assessment.found] == [set()] * len(expected)
    assert list(assessment.found) == expected
    assert outcome is attrs.evolve(assessment).outcome


def test_the_outcome_works_out_no_finding_and_no_evidence() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    assert found.outcome is cp.Outcome.NOT_MET  # 4.1.b: a room of 8 m2 where 10 are asked for
    assert unset(found) == LATER[Assessment]


def test_what_is_missing_is_told_without_a_finding_and_is_what_the_findings_say() -> None:
    for subject, plan in [(MALL, SHUANGLIAO), (cp.Venue(), SHUANGLIAO), (Place(), CHONGQING)]:
        found = cp.assess(subject, plan)
        missing = found.missing
        assert unset(found) == LATER[Assessment]
        assert missing == attrs.evolve(found).missing != ()


def test_findings_know_their_truth_and_leave_the_rest() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    duty = found.finding("4.1.b")
    assert isinstance(duty, Finding)
    assert (duty.applies, duty.requires) == (cp.Truth.TRUE, cp.Truth.FALSE)
    assert duty.outcome is cp.Outcome.NOT_MET
    assert duty.missing == ()  # it is settled
    assert unset(duty) == {"applies_evidence", "requires_evidence", "answered"}
    assert unset(found) == {"benefits", "definitions", "answered"}


def test_what_is_missing_is_told_without_the_evidence_and_that_comes_with_it() -> None:
    one, other = (cp.assess(MALL, SHUANGLIAO).finding("4.2.b") for _ in range(2))
    assert one.missing == ("rooms[0].direction_sign",)
    assert unset(one) == {"applies_evidence", "requires_evidence", "answered"}
    assert [piece.path for piece in other.requires_evidence] == ["rooms[0].direction_sign"]
    assert unset(other) == set()
    assert source_of(other) is None
    assert one == other


def test_an_outcome_costs_a_part_of_what_all_of_it_costs() -> None:
    for _ in range(BEFORE_COMPILED + 1):
        cp.assess(MALL, SHUANGLIAO)

    def whole() -> None:
        for one in cp.assess(MALL, SHUANGLIAO).found:
            attrs.asdict(one, recurse=False)

    whole()
    outcome = calls(lambda: cp.assess(MALL, SHUANGLIAO).outcome)
    # 24 criteria, 10 outcomes and some thirty calls beside.
    assert outcome < 150
    assert calls(whole) > 4 * outcome


@pytest.mark.parametrize("times", [1, BEFORE_COMPILED - 1, BEFORE_COMPILED, BEFORE_COMPILED + 1])
def test_it_is_the_same_before_and_after_its_criteria_are_compiled(times: int) -> None:
    venue = cp.facts(cp.Venue)
    plan = plan_of(
        w.Rule(clause=MUST, applies=venue.waiting_area, requires=venue.building_area_m2 > 5)
    )
    subjects = [
        cp.Venue(waiting_area=flag, building_area_m2=area)
        for flag in (True, False, None)
        for area in (5, 6, None)
    ]
    for _ in range(times - 1):
        cp.assess(subjects[0], plan)
    met, not_met = cp.Outcome.MET, cp.Outcome.NOT_MET
    unknown, idle = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
    # Area 5 is not more than 5, 6 is; where nobody knows whether it applies, only 6 settles it.
    expected = [not_met, met, unknown, idle, idle, idle, unknown, met, unknown]
    assert [cp.assess(one, plan).outcome for one in subjects] == expected


def answers() -> list[Any]:
    """Return an assessment and findings of each sort, none of them looked at."""
    child = cp.Institution(inclusive=True, slots=20)
    ladder = cp.assess(Place(), CHONGQING)
    return [
        cp.assess(MALL, SHUANGLIAO),
        *cp.assess(MALL, SHUANGLIAO).found,
        *ladder.findings,
        *cp.assess(child, MONEY).found,
    ]


PLACES = range(len(answers()))


@pytest.mark.parametrize("place", PLACES)
def test_before_a_look_it_is_as_one_made_by_hand(place: int) -> None:
    def fresh() -> Any:
        return answers()[place]

    looked = attrs.evolve(fresh())
    assert unset(looked) == set()
    assert source_of(looked) is None
    assert fresh() == looked
    assert looked == fresh()
    assert hash(fresh()) == hash(looked)
    assert repr(fresh()) == repr(looked)
    assert attrs.asdict(fresh()) == attrs.asdict(looked)
    assert pickle.loads(pickle.dumps(fresh())) == looked  # noqa: S301 - our own bytes
    assert copy.copy(fresh()) == copy.deepcopy(fresh()) == looked
    assert cp.codec.dumps(fresh()) == cp.codec.dumps(looked)
    again = cp.codec.loads(cp.codec.dumps(fresh()), type(looked), nouns=[Place])
    assert again == looked
    assert fresh().explain("en", detail="all") == looked.explain("en", detail="all")
    assert fresh().records() == looked.records()


def test_what_was_read_from_json_holds_what_it_was_given() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    again = cp.codec.loads(cp.codec.dumps(found), Assessment)
    assert source_of(again) is None
    assert all(source_of(one) is None for one in again.found)
    assert again.outcome is found.outcome is cp.Outcome.NOT_MET
    assert again.missing == found.missing


def test_the_outcome_is_that_of_the_findings_it_has() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    # 4.2.b waits for a sign; without 4.1.b nothing is broken.
    assert found.under("4.2.b").outcome is cp.Outcome.UNKNOWN
    assert found.under("4.1.b").outcome is cp.Outcome.NOT_MET
    assert attrs.evolve(found, findings=()).outcome is cp.Outcome.NOT_APPLICABLE
    assert found.outcome is cp.Outcome.NOT_MET


def test_several_plans_are_left_for_later_one_by_one() -> None:
    found = cp.assess(cp.Room(clean=True, direction_sign=False), PLANS, on=date(2025, 1, 1))
    assert found.outcome is cp.Outcome.NOT_MET
    assert [unset(one) for one in found.assessments] == [LATER[Assessment]] * 2
    superseded = cp.assess(cp.Room(), [OLD, NEW], on=date(2025, 1, 1))
    assert [one.plan_id for one in superseded.assessments] == ["new"]


@pytest.mark.parametrize(
    ("subject", "plan", "given"),
    [
        ("mall", SHUANGLIAO, {}),
        (MALL, "plan", {}),
        (MALL, [], {}),
        (MALL, [SHUANGLIAO, SHUANGLIAO], {}),
        (MALL, SHUANGLIAO, {"on": "2024"}),
        (MALL, SHUANGLIAO, {"readings": 5}),
        (MALL, SHUANGLIAO, {"readings": {"nothing": "a"}}),
        (MALL, SHUANGLIAO, {"readings": {"existing_rooms": "nothing"}}),
        (MALL, [SHUANGLIAO], {"readings": {"nothing": "a"}}),
    ],
)
def test_what_is_wrong_is_said_by_assess(subject: Any, plan: Any, given: dict[str, Any]) -> None:
    with pytest.raises((cp.InvalidInput, cp.NotFound)):
        cp.assess(subject, plan, **given)


def together(work: Callable[[], object]) -> list[object]:
    """Do a piece of work in four threads at once."""
    barrier, found = Barrier(4), []

    def one() -> None:
        barrier.wait()
        found.append(work())

    threads = [Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_threads_that_look_at_once_find_the_same() -> None:
    expected = attrs.evolve(cp.assess(MALL, SHUANGLIAO)).found
    for _ in range(20):
        found = cp.assess(MALL, SHUANGLIAO)
        assert together(lambda found=found: found.found) == [expected] * 4  # type: ignore[misc]  # a default
        assert attrs.asdict(found, recurse=False)["findings"] == found.findings


def test_a_plan_may_be_copied_and_asked_in_several_threads() -> None:
    plan = copy.deepcopy(SHUANGLIAO)
    expected = cp.assess(MALL, SHUANGLIAO)

    def work() -> bool:
        again = copy.deepcopy(plan)
        asked = [cp.assess(MALL, one) for one in (plan, again, plan)]
        return all(one == expected for one in asked) and again == plan

    assert together(work) == [True] * 4
    assert hash(plan) == hash(SHUANGLIAO)
    assert pickle.loads(pickle.dumps(plan)) == SHUANGLIAO  # noqa: S301 - our own bytes


def test_what_is_asked_is_prepared_once_for_a_noun_and_its_readings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Any] = []
    prepared = asking._prepared  # noqa: SLF001 - it is counted

    def counted(*given: Any) -> Any:
        made.append(given)
        return prepared(*given)

    monkeypatch.setattr(asking, "_prepared", counted)
    plan = copy.deepcopy(SHUANGLIAO)
    for _ in range(3):
        cp.assess(MALL, plan)
        cp.assess(cp.Venue(), plan, readings=plan.read_as())
        cp.assess(MALL, plan, on=date(2024, 1, 1))  # what it asks of venues has no time of its own
    assert len(made) == 1
    cp.assess(cp.Room(), plan)
    cp.assess(MALL, plan, readings={"existing_rooms": "improve"})
