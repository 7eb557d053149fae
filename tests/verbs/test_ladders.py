"""Ladders of duties: the answer by cases, what is missing, and how a ladder is found and said."""

from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outside.chongqing_2017 import PLAN as CHONGQING
from outside.chongqing_2017 import Place
from small_plans import MAY, MUST, TITLE
from strategies import extensions

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.base.errors import NotFound
from careplan.base.truth import truth_of
from careplan.documents.clauses import Force
from careplan.fields.declaring import Noun, flag
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.assessing.ladders import LadderFinding

MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
MOST = 3  # rungs that are tried in all ways
TRUTHS = (True, False, None)


@attrs.frozen(kw_only=True)
class Steps(Noun):
    """Whether each of three rungs applies and is kept, and whether anything is asked at all."""

    who: bool | None = flag("对象", "who")
    a0: bool | None = flag("适用一", "applies 1")
    a1: bool | None = flag("适用二", "applies 2")
    a2: bool | None = flag("适用三", "applies 3")
    r0: bool | None = flag("符合一", "kept 1", changeable=True)
    r1: bool | None = flag("符合二", "kept 2", changeable=True)
    r2: bool | None = flag("符合三", "kept 3", changeable=True)


steps = cp.facts(Steps)


def plan_of(*ladders: w.Ladder, rules: tuple[w.Rule, ...] = ()) -> cp.Plan:
    """Make a plan of ladders, and rules beside them."""
    document = w.Document(title=TITLE, issuer=TITLE)
    return cp.Plan(id="steps", document=document, clauses=(MUST, MAY), rules=rules, ladders=ladders)


def ladder_of(size: int, **own: Any) -> w.Ladder:
    """Make a ladder of the first rungs, the lowest first."""
    rungs = tuple(
        w.Rung(
            clause=MUST,
            part=str(n),
            applies=getattr(steps, f"a{n}"),
            requires=getattr(steps, f"r{n}"),
        )
        for n in range(size)
    )
    return w.Ladder(clause=MUST, rungs=rungs, **{"who": steps.who, **own})


PLANS = {size: plan_of(ladder_of(size)) for size in range(2, MOST + 1)}


def subjects(size: int) -> list[dict[str, bool | None]]:
    """Return every way to state or leave open who, and each half of the rungs."""
    names = ["who", *(f"{half}{n}" for n in range(size) for half in "ar")]
    return [dict(zip(names, one, strict=True)) for one in product(TRUTHS, repeat=len(names))]


def by_cases(facts: dict[str, bool | None], size: int) -> cp.Outcome:
    """Answer as a reader would: from the highest rung down, which may bind, and are they kept."""
    possible: list[bool | None] = []
    sure = False
    for n in reversed(range(size)):
        if facts["who"] is False or facts[f"a{n}"] is False:
            continue
        possible.append(facts[f"r{n}"])
        if facts[f"a{n}"] is True:
            sure = facts["who"] is True
            break  # nothing below it can bind
    if not possible:
        return NOT_APPLICABLE
    if all(one is True for one in possible):
        return MET
    return NOT_MET if sure and all(one is False for one in possible) else UNKNOWN


def completed(facts: dict[str, bool | None]) -> list[dict[str, bool | None]]:
    """Return every way to state what is open."""
    values = [TRUTHS[:2] if value is None else (value,) for value in facts.values()]
    return [dict(zip(facts, one, strict=True)) for one in product(*values)]


def settled(facts: dict[str, bool | None], size: int) -> cp.Outcome:
    """Answer where all is stated: the highest rung that applies decides."""
    for n in reversed(range(size)):
        if facts["who"] and facts[f"a{n}"]:
            return MET if facts[f"r{n}"] else NOT_MET
    return NOT_APPLICABLE


@pytest.mark.parametrize("size", PLANS)
def test_every_way_to_state_two_or_three_rungs(size: int) -> None:
    for facts in subjects(size):
        (found,) = cp.assess(Steps(**facts), PLANS[size]).findings
        assert found.outcome is by_cases(facts, size), facts
        # What is said holds in every completion: what may be is all that can come of it.
        ends = {settled(one, size) for one in completed(facts)}
        expected = {
            MET: {MET, NOT_APPLICABLE},
            NOT_MET: {NOT_MET},
            NOT_APPLICABLE: {NOT_APPLICABLE},
        }.get(found.outcome, ends)
        assert ends <= expected, facts
        # And nothing that is so in every completion is left unsaid.
        if found.outcome is UNKNOWN:
            assert NOT_MET in ends, facts
            assert len(ends) > 1, facts


def test_the_answer_of_two_rungs_both_broken_needs_the_last_pair() -> None:
    # "If the high one applies, what it asks, else what the low one asks" by itself is unknown here.
    facts = {"who": True, "a0": True, "a1": None, "r0": False, "r1": False}
    high, low = steps.a1, steps.r0
    plain = cp.all_of(
        cp.any_of(cp.not_(high), steps.r1), cp.any_of(high, low)
    )  # the formula without it
    assert cp.evaluate(plain, Steps(**facts)).truth is cp.Truth.UNKNOWN
    assert cp.assess(Steps(**facts), PLANS[2]).outcome is NOT_MET


@pytest.mark.parametrize("size", PLANS)
def test_what_is_missing_settles_the_answer_and_nothing_else_does(size: int) -> None:
    for facts in subjects(size):
        a = cp.assess(Steps(**facts), PLANS[size])
        assert bool(a.missing) is (a.outcome is UNKNOWN), facts
        assert all(facts[path] is None for path in a.missing)
        for value in (True, False):
            stated = {name: value if name in a.missing else old for name, old in facts.items()}
            assert cp.assess(Steps(**stated), PLANS[size]).outcome is not UNKNOWN, facts


def test_what_a_higher_rung_supersedes_is_not_asked_for() -> None:
    a = cp.assess(Steps(who=True, a2=True), PLANS[3])
    assert a.missing == ("r2",)


@given(st.data())
def test_a_settled_answer_never_flips(data: st.DataObject) -> None:
    before = data.draw(testing.nouns(Steps))
    after = data.draw(extensions(before))
    first, second = (cp.assess(one, PLANS[3]).outcome for one in (before, after))
    if first is MET:  # that nothing is owed may still come out
        assert second in {MET, NOT_APPLICABLE}
    elif first is not UNKNOWN:
        assert second is first


@given(st.data())
def test_a_ladder_says_what_its_rungs_say(data: st.DataObject) -> None:
    subject = data.draw(testing.nouns(Steps))
    (found,) = cp.assess(subject, PLANS[3]).findings
    assert isinstance(found, LadderFinding)
    assert [one.clause for one in found.binding] == list(found.cited)
    for rung, rule in zip(found.rungs, found.ladder.rules(), strict=True):
        # A rung is found as its rule would be.
        assert rung.rule == rule
        (alone,) = cp.assess(subject, plan_of(rules=(rule,))).findings
        assert rung == alone
    sure = [one for one in found.rungs if one.applies is cp.Truth.TRUE]
    assert not sure or found.outcome is sure[0].outcome


def test_a_ladder_of_one_that_binds_and_one_that_does_not() -> None:
    a = cp.assess(Steps(who=True, a0=True, a1=False, r0=False), PLANS[2])
    (found,) = a.findings
    # The answer, where it stands, the rung that binds, and each rung with all that was seen.
    said = found.explain("zh").splitlines()
    assert said[:3] == ["不符合：不符合一", "条款：一", "适用的一档：甲"]
    assert [one for one in said if "甲：" in one] == ["一 甲：不符合", "一 甲：不适用"]
    rows = a.records()
    # A rung is a row, and no finding to be counted beside its ladder.
    assert [(row["kind"], row["number"], row["outcome"]) for row in rows] == [
        ("ladder", "1", "not_met"),
        ("rung", "1/0", "not_met"),
        ("rung", "1/1", "not_applicable"),
    ]


def test_a_ladder_has_the_evidence_of_its_rungs() -> None:
    (found,) = cp.assess(Steps(who=True, a0=True, a1=False, r0=False, r1=True), PLANS[2]).findings
    assert isinstance(found, LadderFinding)
    # Who, and that the low one applies and the high one does not; then what the low one asks.
    assert {piece.path for piece in found.applies_evidence} == {"who", "a0", "a1"}
    assert [piece.path for piece in found.requires_evidence] == ["r0"]
    assert {piece.path for piece in found.evidence} == {"who", "a0", "a1", "r0", "r1"}


def test_rungs_that_may_bind_are_said() -> None:
    (found,) = cp.assess(Steps(who=True, a0=True, r0=True), PLANS[2]).findings
    assert "rungs that may bind: A., A." in found.explain("en")
    assert "still to be stated: applies 2, kept 2" in found.explain("en")


def test_what_is_found_by_number() -> None:
    a = cp.assess(Steps(who=True, a0=True), PLANS[2])
    assert isinstance(a.finding("1"), LadderFinding)
    assert isinstance(a.finding("1/0"), Finding)
    with pytest.raises(NotFound, match="1/1"):
        a.finding("1/2")


def test_a_part_of_a_ladder_is_its_rungs() -> None:
    a = cp.assess(Place(category=cp.VenueCategory.HOSPITAL, building_area_m2=7_000), CHONGQING)
    assert [one.number for one in a.under("1").findings] == ["1"]
    assert [one.number for one in a.under("1.b").findings] == ["1.b"]
    with pytest.raises(NotFound, match=r"1\.a"):
        a.under("2")


def test_an_advisory_ladder_does_not_decide() -> None:
    plan = plan_of(ladder_of(2, advisory=cp.Text(zh="草案")))
    a = cp.assess(Steps(who=True, a0=True, a1=False, r0=False), plan)
    assert (a.findings[0].force, a.findings[0].outcome) == (Force.ADVISORY, NOT_MET)
    assert (a.outcome, a.missing, cp.remedies(a)) == (NOT_APPLICABLE, (), ())
    assert cp.owed(a.subject, plan).duties == ()


def test_a_ladder_stands_among_the_rules_where_its_clause_does() -> None:
    first = w.Rule(clause=MUST, part="rule", requires=steps.r0)
    last = w.Rule(clause=MAY, requires=steps.r1)
    a = cp.assess(Steps(), plan_of(ladder_of(2), rules=(last, first)))
    assert [one.number for one in a.findings] == ["1/rule", "1", "2"]


def test_a_note_says_what_it_means_that_nothing_is_owed() -> None:
    note = w.Otherwise(when=cp.not_(steps.a0), text=cp.Text(zh="不等于免除"))
    plan = plan_of(ladder_of(2, otherwise=note))
    (found,) = cp.assess(Steps(who=True, a0=False, a1=False), plan).findings
    assert found.note == note.text
    assert "不等于免除" in found.explain("zh")
    assert cp.assess(Steps(who=False), plan).findings[0].note is None
    assert cp.assess(Steps(who=True, a0=False), plan).findings[0].note is None


QUESTION = w.question("which", "1", "甲", high="甲", low="乙")


def test_a_rung_may_differ_by_reading() -> None:
    asked = w.ByReading("which", {"high": steps.r1, "low": steps.r0})
    rungs = (
        w.Rung(clause=MUST, part="0", applies=steps.a0, requires=steps.r0),
        w.Rung(clause=MUST, part="1", applies=steps.a1, requires=asked),
    )
    document = w.Document(title=TITLE, issuer=TITLE)
    plan = cp.Plan(
        id="read",
        document=document,
        clauses=(MUST,),
        interpretations=(QUESTION,),
        ladders=(w.Ladder(clause=MUST, rungs=rungs),),
    )
    subject = Steps(a1=True, r0=True, r1=False)
    found = cp.assess(subject, plan)
    assert (found.outcome, [one.option.id for one in found.readings]) == (NOT_MET, ["high"])
    assert cp.assess(subject, plan, readings={"which": "low"}).outcome is MET
    duties = cp.owed(subject, plan, readings={"which": "low"})
    assert [one.option.id for one in duties.readings] == ["low"]
    assert "reading" not in duties.explain("en")
    assert "Taken: 乙 [zh]" in duties.explain("en", detail="all")


def test_a_rung_of_another_reading_is_read_as_well() -> None:
    # What the rung asks is left open by a second question, though it does not hold by default.
    other = w.question("what", "1", "甲", one="甲", two="乙")
    asked = w.ByReading("what", {"one": steps.r1, "two": steps.r2})
    rungs = (
        w.Rung(clause=MUST, part="0", applies=steps.a0, requires=steps.r0),
        w.Rung(clause=MUST, part="1", applies=steps.a1, requires=asked, under=("which", "low")),
    )
    plan = cp.Plan(
        id="read",
        document=w.Document(title=TITLE, issuer=TITLE),
        clauses=(MUST,),
        interpretations=(QUESTION, other),
        ladders=(w.Ladder(clause=MUST, rungs=rungs),),
    )
    subject = Steps(a1=True, r1=True, r2=False)
    outcomes = {
        (which, what): cp.assess(subject, plan, readings={"which": which, "what": what}).outcome
        for which in ("high", "low")
        for what in ("one", "two")
    }
    # Without the rung it is open whether the lower one applies.
    assert outcomes == {
        ("high", "one"): UNKNOWN,
        ("high", "two"): UNKNOWN,
        ("low", "one"): MET,
        ("low", "two"): NOT_MET,
    }


@given(st.data())
def test_a_remedy_keeps_every_rung_that_may_bind(data: st.DataObject) -> None:
    subject = data.draw(testing.nouns(Steps))
    a = cp.assess(subject, PLANS[3])
    for remedy in cp.remedies(a):
        assert a.outcome is NOT_MET
        for option in remedy.options:
            changed = {change.path: True for change in option.changes}  # what is kept is a flag
            after = cp.assess(attrs.evolve(subject, **changed), PLANS[3])
            assert after.outcome is MET


def test_a_remedy_of_an_open_rung_names_the_ladder() -> None:
    a = cp.assess(Steps(who=True, a0=True, r0=False, r1=False), PLANS[2])
    (remedy,) = cp.remedies(a)
    (option,) = remedy.options
    assert (remedy.finding.number, option.ends) == ("1", ("1",))
    assert [change.path for change in option.changes] == ["r0", "r1"]
    # Settled: the rung that binds.
    a = cp.assess(Steps(who=True, a0=True, a1=False, r0=False, r1=False), PLANS[2])
    (remedy,) = cp.remedies(a)
    assert (remedy.finding.number, [one.path for one in remedy.options[0].changes]) == (
        "1/0",
        ["r0"],
    )


def test_truths_of_halves_are_facts() -> None:
    # The oracle above states halves as facts: a fact's truth is what is stated.
    for value in TRUTHS:
        assert cp.evaluate(cp.all_of(steps.a0), Steps(a0=value)).truth is truth_of(value)
