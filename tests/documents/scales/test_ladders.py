"""Ladders and rungs as data: what is refused, what a rung is as a rule, how they are said."""

from typing import Any

import pytest
from fields_said import fields_said
from refusing import refused
from small_plans import MAY, MUST

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import FALSE
from careplan.documents.clauses import Force

venue, room, employer = cp.facts(cp.Venue), cp.facts(cp.Room), cp.facts(cp.Employer)
SMALL, LARGE = venue.building_area_m2 >= 5_000, venue.building_area_m2 > 10_000
SIX, TEN = cp.some(venue.rooms, room.area_m2 >= 6), cp.some(venue.rooms, room.area_m2 >= 10)
LOW = w.Rung(clause=MUST, part="low", applies=SMALL, requires=SIX)
HIGH = w.Rung(clause=MUST, part="high", applies=LARGE, requires=TEN)
LADDER = w.Ladder(clause=MUST, who=venue.serves_passengers, rungs=(LOW, HIGH))
NOTE = w.Otherwise(when=employer.female_employees >= 12, text=cp.Text(zh="甲"))
QUESTION = w.question("list", "1", "甲", open="甲", closed="乙")


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"rungs": ()}, ("rungs", "nothing_listed")),
        ({"rungs": (LOW,)}, ("rungs", "one_rung")),
        ({"rungs": (LOW, LOW)}, ("rungs", "same_id")),
        # What a finding is asked by: the ladder may not be called as a rung is.
        ({"part": "low"}, ("rungs", "same_id")),
        (
            {"rungs": (LOW, w.Rung(clause=MAY, applies=LARGE, requires=TEN))},
            ("rungs", "several_forces"),
        ),
        ({"who": employer.female_employees >= 12}, ("rungs", "several_nouns")),
        ({"otherwise": NOTE}, ("rungs", "several_nouns")),
    ],
)
def test_what_is_no_ladder_is_refused(changed: dict[str, Any], problem: tuple[str, str]) -> None:
    given = {"clause": MUST, "rungs": (LOW, HIGH), **changed}
    (found,) = refused(lambda: w.Ladder(**given))
    assert found == problem


def test_rungs_of_two_forces_advise_where_a_reason_is_given() -> None:
    rungs = (LOW, w.Rung(clause=MAY, applies=LARGE, requires=TEN))
    reason = cp.Text(zh="上级文件未定稿")
    assert w.Ladder(clause=MUST, rungs=rungs, advisory=reason).force is Force.ADVISORY


def test_a_ladder_binds_as_its_rungs_do() -> None:
    assert LADDER.force is Force.BINDING
    spoken = [w.Rung(clause=MAY, part=one, applies=SMALL, requires=SIX) for one in "ab"]
    assert w.Ladder(clause=MUST, rungs=tuple(spoken)).force is Force.ADVISORY


def test_a_rung_is_the_rule_it_is_where_it_binds() -> None:
    low, high = LADDER.rules()
    # The highest that applies binds: the low one only where the high one does not.
    assert low.applies == cp.all_of(venue.serves_passengers, SMALL, cp.not_(LARGE))
    assert high.applies == cp.all_of(venue.serves_passengers, LARGE)
    assert (low.requires, high.requires) == (SIX, TEN)
    assert (low.id, high.id, low.force) == ("1/low", "1/high", Force.BINDING)
    assert LADDER.owed == cp.all_of(venue.serves_passengers, cp.any_of(SMALL, LARGE))


def test_the_noun_is_that_of_any_half() -> None:
    assert LADDER.noun() is cp.Venue
    nothing = [
        w.Rung(clause=MUST, part=one, applies=cp.all_of(), requires=cp.all_of()) for one in "ab"
    ]
    assert w.Ladder(clause=MUST, rungs=tuple(nothing)).noun() is None


def test_a_rung_that_does_not_hold_under_a_reading_applies_to_nobody() -> None:
    only = w.Rung(clause=MUST, part="high", under=("list", "open"), applies=LARGE, requires=TEN)
    differing = w.ByReading("list", {"open": SIX, "closed": TEN})
    low = w.Rung(clause=MUST, part="low", applies=SMALL, requires=differing)
    ladder = w.Ladder(clause=MUST, rungs=(low, only))
    assert ladder.interpretations() == {"list"}
    read = ladder.read({"list": "closed"})
    assert [one.applies for one in read.rungs] == [SMALL, FALSE]
    assert [one.requires for one in ladder.read({"list": "open"}).rungs] == [SIX, TEN]
    assert read.rungs[0].requires == TEN


def chapter(*encoding: Any) -> tuple[Any, ...]:
    """Return two clauses, the ladder under the first, a rung of its own under each."""
    return (
        w.clause("1", "一", "应当", "客运场所按面积设母婴室", *encoding),
        w.clause("1.a", "一", "应当", "五千平方米以上的不少于6平方米", w.encoded_with("1")),
        w.clause("1.b", "一", "应当", "超过一万的不少于10平方米", w.encoded_with("1")),
    )


RUNGS = (w.rung(SMALL, SIX, clause="1.a"), w.rung(LARGE, TEN, clause="1.b"))
PLAN = cp.Plan.of(
    "own", "通知", chapter(w.ladder(*RUNGS, who=venue.serves_passengers)), issuer="某县"
)


def test_each_rung_encodes_its_clause() -> None:
    (ladder,) = PLAN.ladders
    assert PLAN.ladders["1"] is ladder
    assert PLAN.encoded_by("1") == (ladder,)
    assert PLAN.encoded_by("1.b") == (ladder.rungs[1],)
    assert PLAN.coverage().complete


def test_a_rung_may_stand_under_its_own_clause() -> None:
    apart = (
        w.clause("1", "一", "应当", "按面积设母婴室", w.ladder(who=venue.serves_passengers)),
        w.clause("1.a", "一", "应当", "不少于6", w.inside("1", w.rung(SMALL, SIX))),
        w.clause("1.b", "一", "应当", "不少于10", w.inside("1", w.rung(LARGE, TEN))),
    )
    (ladder,) = cp.Plan.of("own", "通知", apart, issuer="某县").ladders
    (same,) = PLAN.ladders
    assert [one.applies for one in ladder.rungs] == [one.applies for one in same.rungs]
    assert [one.id for one in ladder.rungs] == ["1.a", "1.b"]


def test_a_page_says_a_ladder() -> None:
    assert fields_said(PLAN.show("1"), "zh") == [
        "分档义务",
        "  效力：强制",
        "  对象：公共场所",
        "  各档共同的对象：供乘客候乘、检票乘车",
        "  各档（由低到高，取所适用的最高一档）：",
        "    另见一：五千平方米以上的不少于6平方米",
        "    另见一：超过一万的不少于10平方米",
    ]
    assert fields_said(PLAN.show("1.b"), "en") == [
        "rung",
        "  about: public place",
        "  for whom: building area more than 10,000 m2",
        "  must have: at least one room: area at least 10 m2",
        "  part of: ladder of duties",
    ]


def test_everyone_is_said_where_all_rungs_ask_nothing_first() -> None:
    plan = cp.Plan.of("own", "通知", chapter(w.ladder(*RUNGS)), issuer="某县")
    assert "各档共同的对象：所有此类对象" in plan.show("1").explain("zh", detail="all")


def test_a_rule_and_a_rung_do_not_share_a_name() -> None:
    twice = chapter(w.ladder(*RUNGS), w.duty(requires=SIX, applies=SMALL))
    found = refused(lambda: cp.Plan.of("own", "通知", twice, issuer="某县"))
    assert [code for _, code in found] == ["duplicate"]
