"""A criterion or an object of a plan as a function: it answers as `evaluate` and `assess` do."""

import copy
import pickle
from collections.abc import Iterable
from datetime import date, datetime
from itertools import product
from typing import Any

import attrs
import pytest
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from in_force import DAY
from small_plans import MAY, MUST, TITLE
from two_rungs import LADDER, Steps, steps

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.base.truth import Outcome, Truth, truth_of
from careplan.criteria import nodes as n
from careplan.criteria.signs import Op
from careplan.criteria.soundness import MAX_DEPTH, sound
from careplan.nouns.catalogue import NOUNS
from careplan.verbs.compiled import Compiled

PLANS = tuple(map(cp.get_plan, cp.plan_ids()))
TRUTHS = (True, False, None)
# What a finding says where the function says no more than whether the duty is kept.
KEPT = {
    Outcome.MET: Truth.TRUE,
    Outcome.NOT_APPLICABLE: Truth.TRUE,
    Outcome.NOT_MET: Truth.FALSE,
    Outcome.UNKNOWN: Truth.UNKNOWN,
}
venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@given(st.data())
@settings(max_examples=10)
def test_a_criterion_answers_as_evaluate_does(noun: Any, data: st.DataObject) -> None:
    criterion = data.draw(testing.criteria(noun))
    on = data.draw(st.none() | st.dates())
    asked = cp.compiled(criterion, on=on)
    for _ in range(3):
        subject = data.draw(testing.nouns(noun))
        answer = asked(subject)
        assert answer is cp.evaluate(criterion, subject, on=on).truth


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
@given(st.data())
@settings(max_examples=10)
def test_an_object_of_a_plan_answers_as_assess_does(plan: cp.Plan, data: st.DataObject) -> None:
    taken = plan.read_as(
        {
            one.id: data.draw(st.sampled_from([option.id for option in one.options]))
            for one in plan.interpretations
        }
    )
    on = data.draw(st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1)))
    subject = data.draw(st.sampled_from(NOUNS).flatmap(testing.nouns))
    found = cp.assess(subject, plan, readings=taken, on=on)
    said = {
        **{(one.kind, one.number): KEPT[one.outcome] for one in found.findings},
        **{(one.kind, one.number): one.condition for one in found.benefits},
        **{(one.kind, one.number): one.falls_under for one in found.definitions},
    }
    sorts: dict[str, Iterable[Any]] = {
        "finding": plan.rules,
        "ladder": plan.ladders,
        "benefit": plan.benefits,
    }
    for (kind, number), expected in said.items():
        for one in sorts.get(kind, plan.definitions):
            if one.id == number and one.holds_under(taken, on):
                assert cp.compiled(one, readings=taken, on=on)(subject) is expected


def test_a_ladder_in_every_case() -> None:
    document = w.Document(title=TITLE, issuer=TITLE)
    plan = cp.Plan(id="x", document=document, clauses=(MUST,), ladders=(LADDER,))
    asked = cp.compiled(LADDER)
    for who, a0, a1, r0, r1 in product(TRUTHS, repeat=5):
        subject = Steps(who=who, a0=a0, a1=a1, r0=r0, r1=r1)
        assert asked(subject) is KEPT[cp.assess(subject, plan).findings[0].outcome]


def test_a_rule_in_every_case() -> None:
    asked = cp.compiled(w.Rule(clause=MUST, applies=steps.a0, requires=steps.r0))
    for applies, requires in product(TRUTHS, repeat=2):
        expected = ~truth_of(applies) | truth_of(requires)
        assert asked(Steps(a0=applies, r0=requires)) is expected


def test_a_boolean_fact_is_a_criterion() -> None:
    asked = cp.compiled(room.independent)
    assert [asked(cp.Room(independent=one)) for one in TRUTHS] == [*map(truth_of, TRUTHS)]


def test_a_day_is_asked_about_once_for_all() -> None:
    # A year from 1 May 2023 is complete on 1 May 2024.
    counted = cp.SlotCount(locality="甲镇", slots=1, on=date(2023, 5, 1))
    year = cp.elapsed(cp.facts(cp.SlotCount).on, years=1)
    for asked in (year, w.Rule(clause=MUST, requires=year)):
        answers = [cp.compiled(asked, on=on)(counted) for on in (date(2024, 4, 30), DAY, None)]
        assert answers == [Truth.FALSE, Truth.TRUE, Truth.UNKNOWN]


def test_what_reads_no_fact_is_asked_of_anything() -> None:
    assert cp.compiled(cp.all_of())(cp.Room()) is Truth.TRUE
    assert cp.compiled(cp.any_of())(cp.Venue()) is Truth.FALSE


OPTIONS = {"strict": room.usable_area_m2 >= 10, "mild": room.usable_area_m2 >= 6}
BY_READING = w.ByReading("size", OPTIONS)
EIGHT = cp.Room(usable_area_m2=8)


@pytest.mark.parametrize(
    "asked",
    [
        BY_READING,
        w.Rule(clause=MUST, requires=BY_READING),
        w.Benefit(clause=MAY, condition=BY_READING),
        w.Definition(clause=MUST, term=TITLE, criterion=BY_READING),
        w.Ladder(
            clause=MUST,
            rungs=(
                w.Rung(clause=MUST, part="low", applies=n.FALSE, requires=n.FALSE),
                w.Rung(clause=MUST, part="high", applies=n.TRUE, requires=BY_READING),
            ),
        ),
    ],
    ids=lambda asked: type(asked).__name__,
)
def test_what_depends_on_a_reading_is_asked_under_one(asked: Any) -> None:
    # 8 square metres are 6 and more, and no 10. Readings of other questions are not looked at.
    for taken, expected in (("mild", Truth.TRUE), ("strict", Truth.FALSE)):
        assert cp.compiled(asked, readings={"size": taken, "other": "x"})(EIGHT) is expected
    for readings in (None, {}, {"other": "mild"}):
        with pytest.raises(cp.InvalidInput) as refused:
            cp.compiled(asked, readings=readings)
        [problem] = refused.value.problems
        assert (problem.path, problem.code) == ("readings.size", "required")
    wrong: tuple[Any, ...] = ("mildly", None, ["mild"])
    for option in wrong:
        with pytest.raises(cp.NotFound) as unknown:
            cp.compiled(asked, readings={"size": option})
        assert (unknown.value.kind, unknown.value.known) == ("option", ("strict", "mild"))
    with pytest.raises(cp.InvalidInput) as refused:
        cp.compiled(asked, readings=["size"])  # type: ignore[arg-type]  # what is refused
    assert [problem.path for problem in refused.value.problems] == ["readings"]


def test_what_does_not_hold_is_refused() -> None:
    # A misspelt option would else be asked as if nothing were owed.
    under = w.Rule(clause=MUST, requires=room.independent, under=("size", "mild"))
    dated = w.Benefit(clause=MAY, part="b", condition=room.independent, within=(DAY, None))
    assert cp.compiled(under, readings={"size": "mild"})(cp.Room()) is Truth.UNKNOWN
    assert cp.compiled(dated, on=DAY)(cp.Room(independent=True)) is Truth.TRUE
    for one, asked in (
        (under, {"readings": {"size": "mildly"}}),
        (dated, {"on": date(2024, 4, 30)}),
    ):
        with pytest.raises(cp.InvalidInput) as refused:
            cp.compiled(one, **asked)
        [problem] = refused.value.problems
        assert (problem.path, problem.code, problem.value) == ("criterion", "does_not_hold", one.id)
        assert problem.text("zh").endswith("未施行")


@pytest.mark.parametrize("given", [None, 7, "rooms", cp.Room(), room, [room.independent], w.MUST])
def test_what_is_no_criterion_is_refused(given: Any) -> None:
    with pytest.raises(cp.InvalidCriterion):
        cp.compiled(given)


def test_what_is_no_sound_criterion_is_refused_as_by_evaluate() -> None:
    for built in (
        n.Compare(cp.Room, ("no_such_fact",), Op.EQ, value=True),
        n.Compare(cp.Room, ("__class__",), Op.EQ, value="x"),
        n.Compare(cp.Room, ("independent); import os; (",), Op.EQ, value=True),
        n.AllOf((sound(room.area_m2 >= 1), sound(venue.daily_visitors >= 1))),
        w.ByReading("size", {"mild": 7}),
    ):
        with pytest.raises((cp.InvalidInput, cp.InvalidCriterion)):
            cp.compiled(built, readings={"size": "mild"})
    with pytest.raises(cp.InvalidInput):
        cp.compiled(room.area_m2 >= 1, on=datetime(2024, 5, 1))  # noqa: DTZ001 - refused for its time of day


@pytest.mark.parametrize(
    "asked", [steps.r0, cp.not_(steps.r0), LADDER], ids=["flag", "not", "ladder"]
)
def test_a_subject_of_another_noun_is_refused_as_by_evaluate(asked: Any) -> None:
    @attrs.frozen(kw_only=True)
    class Stairs(Steps):
        """A noun made of it, which is asked the same."""

    answer = cp.compiled(asked)
    assert answer(Stairs(r0=True, r1=True)) is answer(Steps(r0=True, r1=True))
    for subject in (cp.Room(), None, Steps, "r0", object()):
        with pytest.raises(cp.InvalidInput) as refused:
            answer(subject)  # type: ignore[arg-type]  # what is refused
        with pytest.raises(cp.InvalidInput) as expected:
            cp.evaluate(steps.r0, subject)  # type: ignore[arg-type]  # same
        assert refused.value.problems == expected.value.problems


@attrs.frozen(kw_only=True)
class Alike(w.Noun):
    """Another noun, which has the facts of steps by the same names."""

    who: bool | None = w.flag("对象")
    a0: bool | None = w.flag("适用一")
    a1: bool | None = w.flag("适用二")
    r0: bool | None = w.flag("符合一")
    r1: bool | None = w.flag("符合二")


@pytest.mark.parametrize("asked", [steps.r0, LADDER], ids=["flag", "ladder"])
def test_another_noun_is_refused_that_has_the_same_facts(asked: Any) -> None:
    # Each could be read of it; what they mean there the criterion does not know.
    subject: Any = Alike(who=True, a0=True, a1=True, r0=True, r1=True)
    with pytest.raises(cp.InvalidInput) as refused:
        cp.compiled(asked)(subject)
    assert [(one.path, one.code) for one in refused.value.problems] == [("subject", "wrong_noun")]


def test_a_duty_of_halves_as_deep_as_they_may_be() -> None:
    deep: Any = sound(room.independent)
    for _ in range(MAX_DEPTH - 1):
        deep = n.Not(deep)
    rule = w.Rule(clause=MUST, applies=deep, requires=deep)
    # Denied 99 times: not independent. Where it is not, the room ought to be so, and is.
    assert cp.compiled(rule)(cp.Room(independent=False)) is Truth.TRUE


def test_an_answer_is_one_call() -> None:
    facts = (room.independent, room.private, room.clean, room.usable_area_m2 >= 6)
    one = cp.any_of(cp.all_of(*facts), cp.not_(cp.any_of(*facts)))
    plain, counted = cp.compiled(one), cp.compiled(cp.any_of(one, cp.at_least(3, *facts)))
    within = cp.compiled(cp.some(venue.rooms, one))
    home = cp.Room(independent=True, private=True, clean=False, usable_area_m2=6)
    mall, idle = cp.Venue(rooms=[home] * 50), calls(lambda: None)
    assert calls(lambda: plain(home)) - idle == 1
    assert calls(lambda: counted(home)) - idle == 2  # a sum among other things is one by itself
    assert calls(lambda: within(mall)) - idle == 1  # however many rooms there are


def test_it_says_what_it_asks() -> None:
    large = cp.compiled(room.usable_area_m2 >= 6, on=DAY)
    ladder = cp.compiled(LADDER)
    assert isinstance(large, Compiled)
    assert (large.asked, large.on, large.noun) == (room.usable_area_m2 >= 6, DAY, cp.Room)
    assert (ladder.asked, ladder.on, ladder.noun) == (LADDER, None, Steps)
    assert (large.__name__, ladder.__name__) == ("Room", "1")
    assert cp.compiled(n.TRUE).__name__ == "always"
    assert repr(large) == "compiled(Room.usable_area_m2 >= 6)"
    assert repr(ladder) == "compiled(1)"
    assert str(large.__doc__).startswith("A function of a subject")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        large.on = None  # type: ignore[misc]  # what is refused


def test_two_that_ask_the_same_are_equal() -> None:
    one, same = (cp.compiled(room.usable_area_m2 >= 6, on=DAY) for _ in range(2))
    assert one == same
    assert len({one, same}) == 1
    assert one != cp.compiled(room.usable_area_m2 >= 6)
    assert one != cp.compiled(room.usable_area_m2 >= 7, on=DAY)
    assert one != sound(room.usable_area_m2 >= 6)


def test_it_goes_to_another_process() -> None:
    for asked, subject in ((room.usable_area_m2 >= 6, EIGHT), (LADDER, Steps(who=False))):
        one = cp.compiled(asked, on=DAY)
        for other in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one), copy.copy(one)):  # noqa: S301 - our own
            assert other == one
            assert other(subject) is one(subject) is Truth.TRUE


def test_one_that_is_made_by_its_class_answers_as_well() -> None:
    assert Compiled(asked=sound(room.usable_area_m2 >= 6))(EIGHT) is Truth.TRUE
