"""Readings: every choice of a few, and of very many one at a time, which is said."""

from typing import Any

import attrs
from testing.cases.small_plans import CLAUSE, by_library, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing.cases.boundaries import boundary_cases, decisive_cases

room = cp.facts(cp.Room)


def read_in(ways: int, *, under: tuple[str, str] | None = None) -> cp.Plan:
    """Make a plan of one rule whose parts are read in two ways each."""
    title = cp.Text(zh="方案", en="plan")
    options = (w.Option("a", title), w.Option("b", title))
    names = [f"q{n}" for n in range(ways)]
    asked: Any = room.private
    for name in names:  # one interpretation inside the option of another
        asked = w.ByReading(name, {"a": asked, "b": room.area_m2 >= 10 + int(name[1:])})
    return small_plan(
        interpretations=tuple(
            w.Interpretation(id=name, clauses=("1.a",), question=title, options=options)
            for name in names
        ),
        rules=(w.Rule(clause=CLAUSE, requires=asked, under=under),),
    )


def test_every_choice_of_a_few_readings_is_tried() -> None:
    # 2 ** 6 = 64 choices: the rule reads 7 different things, 6 of which have a threshold.
    cases = boundary_cases(read_in(6))
    assert {case.leaf for case in cases} == {room.area_m2 >= 10 + n for n in range(6)}
    assert cases.without == ()


def test_of_very_many_readings_one_at_a_time_is_tried_and_that_is_said() -> None:
    # 2 ** 7 = 128 choices: by default, and seven options beside the defaults.
    plan = read_in(7)
    cases = boundary_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    assert cases.without == ("1.a: q0 q1 q2 q3 q4 q5 q6",)
    others = [[name for name, one in case.readings.items() if one == "b"] for case in cases]
    assert all(len(names) == 1 for names in others)
    assert len(others) == 3 * 7  # below, at and above
    # A rule that stands under one option alone is tried under that one.
    alone = boundary_cases(read_in(7, under=("q6", "b")))
    assert {case.readings["q6"] for case in alone} == {"b"}


def test_a_rung_that_is_read_in_very_many_ways_is_named_by_its_own_id() -> None:
    plan = read_in(7)
    (rule,) = plan.rules
    rungs = tuple(
        w.Rung(clause=CLAUSE, part=part, applies=room.clean, requires=requires)
        for part, requires in (("low", cp.all_of()), ("high", rule.requires))
    )
    ladder = w.Ladder(clause=CLAUSE, part="ladder", rungs=rungs)
    cases = decisive_cases(attrs.evolve(plan, rules=(), ladders=(ladder,)))
    names = " ".join(f"q{n}" for n in range(7))
    # The low rung is superseded whenever it would apply: it has no case, and the high one has.
    assert cases.without == ("1.a/low", f"1.a/high: {names}")
