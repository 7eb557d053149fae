"""A plan asked of many subjects: each row says what `assess` says of the subject."""

import gc
from collections.abc import Iterator
from datetime import date, datetime
from itertools import count, islice, product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from in_force import DAY
from small_plans import MAY, MUST, TITLE
from two_rungs import LADDER, Steps, steps

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.base.truth import Outcome
from careplan.nouns.catalogue import NOUNS

PLANS = tuple(map(cp.get_plan, cp.plan_ids()))
TRUTHS = (True, False, None)


def row_of(subject: Any, plan: cp.Plan, **asked: Any) -> dict[str, Outcome]:
    """Return the row as `assess` has it, of a plan in which no number stands twice."""
    found = cp.assess(subject, plan, **asked)
    return {"outcome": found.outcome, **{one.number: one.outcome for one in found.findings}}


def agreed(subjects: list[Any], plan: cp.Plan, **asked: Any) -> None:
    rows = cp.outcomes(iter(subjects), plan, **asked)
    for subject, row in zip(subjects, rows, strict=True):
        expected = row_of(subject, plan, **asked)
        assert row == expected
        assert list(row) == list(expected)
        assert rows.headings(type(subject)) == tuple(expected)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
@given(st.data())
@settings(max_examples=20)
def test_rows_of_mixed_nouns_say_what_assess_says(plan: cp.Plan, data: st.DataObject) -> None:
    drawn = st.sampled_from(NOUNS).flatmap(testing.nouns)
    subjects = data.draw(st.lists(drawn, max_size=5))
    on = data.draw(st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1)))
    readings = {
        one.id: data.draw(st.sampled_from([option.id for option in one.options]))
        for one in plan.interpretations
    }
    agreed(subjects, plan, on=on, readings=data.draw(st.sampled_from([None, readings])))


@given(st.data())
@settings(max_examples=40)
def test_rows_by_drawn_plans_say_what_assess_says(data: st.DataObject) -> None:
    nouns = (cp.Venue, cp.Room, cp.Child)
    plan = data.draw(testing.plans(nouns=nouns))
    subjects = data.draw(st.lists(st.sampled_from(nouns).flatmap(testing.nouns), max_size=4))
    agreed(subjects, plan, on=data.draw(st.none() | st.dates()))


def plan_of(*rules: w.Rule, **parts: Any) -> cp.Plan:
    document = w.Document(title=TITLE, issuer=TITLE)
    return cp.Plan(id="x", document=document, clauses=(MUST, MAY), rules=rules, **parts)


def test_a_ladder_is_one_of_the_findings_in_every_case() -> None:
    # 3 to the power of 5: each fact is stated as yes, as no, or not at all.
    plan = plan_of(ladders=(LADDER,))
    names = [field.name for field in attrs.fields(Steps)]
    subjects = [
        Steps(**dict(zip(names, facts, strict=True))) for facts in product(TRUTHS, repeat=5)
    ]
    agreed(subjects, plan)
    rows = cp.outcomes(subjects, plan)
    assert rows.headings(Steps) == ("outcome", "1")
    assert {row["1"] for row in rows} == set(Outcome) - {Outcome.NOT_MEASURABLE}


def test_a_rule_in_every_case() -> None:
    two_of_three = cp.at_least(2, steps.a0, steps.a1, steps.r1)  # which is a sum
    rules = (
        w.Rule(clause=MUST, applies=steps.a0, requires=steps.r0),
        w.Rule(clause=MUST, part="b", requires=cp.not_(steps.r1)),
        w.Rule(clause=MUST, part="c", applies=cp.not_(two_of_three), requires=steps.r1),
        w.Rule(clause=MUST, part="d", applies=two_of_three, requires=cp.not_(two_of_three)),
    )
    facts = product(TRUTHS, repeat=4)
    agreed([Steps(a0=a0, r0=r0, a1=a1, r1=r1) for a0, r0, a1, r1 in facts], plan_of(*rules))


def test_advice_has_a_column_and_does_not_count() -> None:
    advice = w.Rule(clause=MAY, requires=steps.r1)
    plan = plan_of(w.Rule(clause=MUST, requires=steps.r0), advice)
    [row] = cp.outcomes([Steps(r0=True, r1=False)], plan)
    assert row == {"outcome": Outcome.MET, "1": Outcome.MET, "2": Outcome.NOT_MET}


def test_no_heading_stands_twice() -> None:
    # A clause may be numbered as the whole is headed, and as a number that stands twice is.
    clauses = tuple(
        w.Clause(number, "一", w.MUST, TITLE) for number in ("outcome", "1", "1 (2)", "outcome (2)")
    )
    question = w.Interpretation(
        id="q",
        question=TITLE,
        clauses=("1",),
        options=(w.Option("x", TITLE), w.Option("y", TITLE)),
    )
    facts = (steps.r0, steps.r1, steps.a0, steps.a1)
    rules = [
        *(w.Rule(clause=one, requires=fact) for one, fact in zip(clauses, facts, strict=True)),
        w.Rule(clause=clauses[1], requires=steps.who, under=("q", "x")),
    ]
    plan = cp.Plan(
        id="x",
        document=w.Document(title=TITLE, issuer=TITLE),
        clauses=clauses,
        interpretations=(question,),
        rules=tuple(rules),
    )
    rows = cp.outcomes([Steps(r0=True, r1=False, a0=True, who=False)], plan)
    headings = ("outcome", "outcome (2)", "1", "1 (2)", "outcome (2) (2)", "1 (3)")
    assert rows.headings(Steps) == headings
    met, not_met, unknown = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
    # The facts in their order, behind the worst of them.
    assert list(next(rows).items()) == list(
        zip(headings, (not_met, met, not_met, met, unknown, not_met), strict=True)
    )


def test_what_is_not_in_force_has_no_column() -> None:
    rules = (
        w.Rule(clause=MUST, requires=steps.r0),
        w.Rule(clause=MUST, part="new", requires=steps.r1, within=(DAY, None)),
    )
    plan = plan_of(*rules)
    for on, headings in (
        (None, ("1", "1/new")),
        (date(2024, 4, 30), ("1",)),
        (DAY, ("1", "1/new")),
    ):
        rows = cp.outcomes([Steps()], plan, on=on)
        assert rows.headings(Steps) == ("outcome", *headings)
        agreed([Steps(r0=True), Steps(r1=False)], plan, on=on)


def test_a_noun_that_is_asked_nothing_has_one_column() -> None:
    plan = plan_of(w.Rule(clause=MUST, requires=steps.r0))
    rows = cp.outcomes([cp.Child()], plan)
    assert rows.headings(cp.Child) == ("outcome",)
    assert list(rows) == [{"outcome": Outcome.NOT_APPLICABLE}]


def test_a_row_is_made_when_it_is_asked_for() -> None:
    taken = []

    def endless() -> Iterator[Steps]:
        for number in count():
            taken.append(number)
            yield Steps(r0=number % 2 == 0)

    rows = cp.outcomes(endless(), plan_of(w.Rule(clause=MUST, requires=steps.r0)))
    assert iter(rows) is rows
    assert taken == []
    assert [row["1"] for row in islice(rows, 3)] == [Outcome.MET, Outcome.NOT_MET, Outcome.MET]
    assert taken == [0, 1, 2]
    # Nothing is kept of a subject or a row.
    gc.collect()
    before = sum(isinstance(one, Steps) for one in gc.get_objects())
    list(islice(rows, 1000))
    gc.collect()
    assert sum(isinstance(one, Steps) for one in gc.get_objects()) <= before + 1


def test_what_a_plan_asks_is_written_out_once() -> None:
    plan = plan_of(w.Rule(clause=MUST, requires=steps.r0))
    first, second = (cp.outcomes([Steps()], plan) for _ in range(2))
    assert next(first) == next(second)
    assert first._of(Steps) is second._of(Steps)  # noqa: SLF001 - what is kept is not to be seen


@pytest.mark.parametrize(
    ("subjects", "place"),
    [([7], 0), ([cp.Room(), cp.Venue(), None], 2), ([cp.Room(), cp.Room], 1), ("ab", 0)],
)
def test_what_is_no_noun_is_named_by_its_place(subjects: Any, place: int) -> None:
    rows = cp.outcomes(subjects, PLANS[0])
    for _ in range(place):
        next(rows)
    with pytest.raises(cp.InvalidInput) as refused:
        next(rows)
    assert [problem.path for problem in refused.value.problems] == [f"subjects[{place}]"]


def test_what_cannot_be_asked_is_refused_at_once() -> None:
    plan, room = PLANS[0], [cp.Room()]
    for subjects, asked, on, path in (
        (cp.Room(), plan, None, "subjects"),
        (None, plan, None, "subjects"),
        (room, "baodi_2020", None, "plan"),
        (room, [plan], None, "plan"),
        (room, plan, datetime(2024, 5, 1), "on"),  # noqa: DTZ001 - refused for its time of day
    ):
        with pytest.raises(cp.InvalidInput) as refused:
            cp.outcomes(subjects, asked, on=on)  # type: ignore[arg-type]  # what is refused
        assert [problem.path for problem in refused.value.problems] == [path]
    with pytest.raises(cp.NotFound):
        cp.outcomes(room, plan, readings={"no such question": "x"})
    for noun in (cp.Room(), int, "Room"):
        with pytest.raises(cp.InvalidInput) as refused:
            cp.outcomes(room, plan).headings(noun)  # type: ignore[arg-type]  # same
        assert [problem.path for problem in refused.value.problems] == ["noun"]
