"""Plans: what is checked when one is made, and how it is found and asked."""

import copy
import pickle
from collections.abc import Callable, Mapping
from threading import Barrier, Thread
from typing import Any

import attrs
import numpy as np
import pytest
from goals import one_figure
from small_plans import clauses_of

import careplan as cp
from careplan.base.errors import InvalidInput, NotFound
from careplan.base.text import Text
from careplan.criteria.proxies import facts
from careplan.documents.clauses import Document, Interpretation, Modality, Option
from careplan.documents.encoded import ByReading
from careplan.documents.plan import MOST_KEPT, Plan
from careplan.documents.rules import Benefit, Rule
from careplan.documents.scales.sheets import Marking, Scorecard, SheetItem
from careplan.documents.scales.targets import Target
from careplan.nouns.counts import Measure
from careplan.nouns.facilities import Room, Venue
from careplan.plans import PLAN_IDS, get_plan, plan_ids
from careplan.verbs.assessing.eligibility import assess

venue, room = facts(Venue), facts(Room)
IS_CLEAN = room.clean

NAMED = Text(zh="名称", en="name")
DOCUMENT = Document(title=NAMED, issuer=NAMED)
ONE, TWO = clauses_of(
    ("1", "一", Modality.MUST, "甲", "a"),
    ("2", "二", Modality.MUST, "乙", "b"),
)
# The same number as ONE, another text: citing it is citing something else.
[OTHER_ONE] = clauses_of(("1", "一", Modality.MAY, "丙", "c"))
[NINE] = clauses_of(("9", "九", Modality.MUST, "丁", "d"))
AREA = Interpretation(
    id="area",
    clauses=("1", "2"),
    question=NAMED,
    options=(Option("usable", NAMED), Option("gross", NAMED)),
)


def make(**parts: Any) -> Plan:
    whole: dict[str, Any] = {
        "id": "own",
        "document": DOCUMENT,
        "clauses": (ONE, TWO),
        "interpretations": (AREA,),
    }
    return Plan(**{**whole, **parts})


def refused(**parts: Any) -> list[tuple[str, str, object]]:
    with pytest.raises(InvalidInput) as caught:
        make(**parts)
    for problem in caught.value.problems:
        assert problem.text("zh") != problem.text("en")
        assert problem.text("en").startswith(f"{problem.path}: ")
    return [(problem.path, problem.code, problem.value) for problem in caught.value.problems]


def rule(**parts: Any) -> Rule:
    return Rule(**{"clause": ONE, "requires": venue.waiting_area, **parts})


def item(**parts: Any) -> SheetItem:
    whole: dict[str, Any] = {
        "clause": ONE,
        "key": "clean",
        "label": NAMED,
        "max_points": 10,
        "criterion": IS_CLEAN,
    }
    return SheetItem(**{**whole, **parts})


def sheet(**parts: Any) -> Scorecard:
    whole: dict[str, Any] = {
        "clause": ONE,
        "key": "sheet",
        "title": NAMED,
        "items": (item(),),
        "pass_mark": 5,
    }
    return Scorecard(**{**whole, **parts})


def target(**parts: Any) -> Target:
    whole: dict[str, Any] = {
        "clause": ONE,
        "key": "goal",
        "title": NAMED,
        "measure": Measure.COUNT,
        "value": 1,
        "due": None,
    }
    return one_figure(**{**whole, **parts})


# --- a plan that is one ---------------------------------------------------------------------


def test_a_plan_keeps_its_parts() -> None:
    parts: dict[str, Any] = {
        "rules": (rule(), rule(clause=TWO, also=(ONE,), under=("area", "gross"))),
        "benefits": (Benefit(clause=TWO, condition=IS_CLEAN),),
        "scorecards": (sheet(),),
        "targets": (target(),),
    }
    plan = make(**parts)
    assert plan.scorecards == {"sheet": sheet()}  # by key
    assert plan.targets == {"goal": target()}
    assert plan.rules == parts["rules"]
    assert repr(plan) == "<Plan own: 2 clauses>"
    # Every cited object, and the items of a sheet with it.
    assert set(plan.encoded()) == {
        *parts["rules"],
        *parts["benefits"],
        sheet(),
        item(),
        target(),
    }


def test_the_least_plan() -> None:
    plan = make(clauses=(), interpretations=())
    assert plan.encoded() == ()
    assert (plan.scorecards, plan.targets) == ({}, {})
    assert plan.read_as() == {}


def test_a_rule_may_stand_once_under_each_option() -> None:
    plan = make(
        rules=(rule(under=("area", "usable")), rule(under=("area", "gross")), rule(part="b"))
    )
    assert [one.id for one in plan.rules] == ["1", "1", "1/b"]


def test_a_rule_and_a_benefit_may_share_a_clause() -> None:
    plan = make(rules=(rule(),), benefits=(Benefit(clause=ONE, condition=IS_CLEAN),))
    assert len(plan.encoded()) == 2


# --- what is cited and not registered -------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"rules": (rule(clause=NINE),)}, "9"),
        ({"rules": (rule(also=(NINE,)),)}, "1"),
        ({"rules": (rule(clause=NINE, part="b"),)}, "9/b"),
        ({"benefits": (Benefit(clause=NINE, condition=IS_CLEAN),)}, "9"),
        ({"scorecards": (sheet(clause=NINE),)}, "9"),
        ({"scorecards": (sheet(items=(item(clause=NINE, part="i"),)),)}, "9/i"),
        ({"targets": (target(also=(NINE,)),)}, "1"),
    ],
)
def test_a_clause_that_is_not_registered(parts: Mapping[str, object], path: str) -> None:
    assert refused(**parts) == [(path, "uncited", "9")]


def test_a_clause_of_another_text_is_not_registered_by_its_number() -> None:
    assert refused(rules=(rule(clause=OTHER_ONE),)) == [("1", "uncited", "1")]


def test_an_interpretation_cites_registered_clauses() -> None:
    loose = attrs.evolve(AREA, clauses=("9", "1", "8"))
    # In the order of the numbers, so that the message never changes.
    assert refused(interpretations=(loose,)) == [
        ("area", "uncited", "8"),
        ("area", "uncited", "9"),
    ]


# --- readings that are not there ------------------------------------------------------------


def test_under_an_unknown_option() -> None:
    problems = refused(rules=(rule(under=("area", "net")),))
    assert problems == [("1", "no_such_option", "net")]


def test_under_an_unknown_interpretation() -> None:
    problems = refused(rules=(rule(under=("height", "net")),))
    assert problems == [("1", "no_such_interpretation", "height")]


def by_height(value: object) -> ByReading:
    return ByReading("height", {"tall": value, "small": value})


@pytest.mark.parametrize(
    "parts",
    [
        {"rules": (rule(applies=by_height(venue.waiting_area)),)},
        {"rules": (rule(requires=by_height(venue.waiting_area)),)},
        {
            "rules": (
                rule(
                    requires=ByReading(
                        "area",
                        {"usable": by_height(venue.waiting_area), "gross": venue.waiting_area},
                    )
                ),
            )
        },
        {"benefits": (Benefit(clause=ONE, condition=by_height(IS_CLEAN)),)},
    ],
    ids=["applies", "requires", "nested", "benefit"],
)
def test_a_value_by_an_unknown_interpretation(parts: Mapping[str, object]) -> None:
    problems = refused(**parts)
    assert set(problems) == {("1", "no_such_interpretation", "height")}


@pytest.mark.parametrize(
    "options",
    [
        {"usable": venue.waiting_area},
        {"usable": venue.waiting_area, "gross": venue.waiting_area, "net": venue.waiting_area},
        {"usable": venue.waiting_area, "net": venue.waiting_area},
    ],
    ids=["lacking", "too many", "misspelt"],
)
def test_a_value_by_other_options_than_the_interpretation_has(
    options: Mapping[str, object],
) -> None:
    with pytest.raises(InvalidInput):
        make(rules=(rule(requires=ByReading("area", options)),))


@pytest.mark.parametrize(
    "parts",
    [{"items": (item(criterion=by_height(IS_CLEAN)),)}, {"marking": by_height(Marking.ASSESSED)}],
    ids=["sheet item", "marking"],
)
def test_a_sheet_brings_its_own_questions(parts: Mapping[str, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        sheet(**parts)
    assert [(p.path, p.code) for p in caught.value.problems] == [
        ("questions", "no_such_interpretation")
    ]


def test_a_value_by_all_options_can_be_read_under_each() -> None:
    by_area = ByReading("area", {"usable": venue.waiting_area, "gross": venue.reserved_seats})
    plan = make(rules=(rule(requires=by_area),))
    subject = Venue(waiting_area=True, reserved_seats=False)
    met, not_met = (
        assess(subject, plan, readings={"area": option}).outcome for option in ("usable", "gross")
    )
    assert (met.value, not_met.value) == ("met", "not_met")


# --- what stands twice ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"clauses": (ONE, TWO, ONE)}, "clause 1"),
        ({"clauses": (ONE, TWO, OTHER_ONE)}, "clause 1"),
        ({"interpretations": (AREA, AREA)}, "interpretation area"),
        ({"rules": (rule(), rule(requires=venue.reserved_seats))}, "Rule 1"),
        ({"rules": (rule(part="b"), rule(part="b"))}, "Rule 1/b"),
        (
            {"rules": (rule(under=("area", "gross")), rule(under=("area", "gross")))},
            "Rule 1",
        ),
        ({"benefits": (Benefit(clause=TWO, condition=IS_CLEAN),) * 2}, "Benefit 2"),
    ],
    ids=["clause", "clause number", "interpretation", "rule", "part", "under", "benefit"],
)
def test_an_id_that_stands_twice(parts: Mapping[str, object], path: str) -> None:
    [(found, code, _)] = refused(**parts)
    assert (found, code) == (path, "duplicate")


def test_what_stands_twice_is_named_as_it_is() -> None:
    assert refused(rules=(rule(), rule())) == [("Rule 1", "duplicate", "1")]


@pytest.mark.parametrize(
    "parts",
    [
        {"targets": (target(), target(value=2))},
        {"scorecards": (sheet(), sheet(pass_mark=6))},
    ],
    ids=["target", "sheet"],
)
def test_a_key_that_stands_twice(parts: Mapping[str, object]) -> None:
    with pytest.raises(InvalidInput):
        make(**parts)


def test_an_item_that_stands_twice_and_a_mark_out_of_reach() -> None:
    with pytest.raises(InvalidInput) as caught:
        sheet(items=(item(), item(part="b")), pass_mark=1_000)
    assert [p.code for p in caught.value.problems] == ["duplicate", "too_large"]


def test_all_problems_of_a_plan_are_listed_at_once() -> None:
    problems = refused(
        clauses=(ONE, TWO, TWO),
        interpretations=(attrs.evolve(AREA, clauses=("7",)),),
        rules=(
            rule(clause=NINE, under=("area", "net")),
            rule(requires=by_height(venue.waiting_area), part="b"),
        ),
        benefits=(Benefit(clause=NINE, condition=IS_CLEAN),),
    )
    assert problems == [
        ("9", "uncited", "9"),
        ("9", "uncited", "9"),
        ("area", "uncited", "7"),
        ("9", "no_such_option", "net"),
        ("1/b", "no_such_interpretation", "height"),
        ("clause 2", "duplicate", "2"),
    ]


# --- asking a plan --------------------------------------------------------------------------


def test_a_clause_is_found_by_number() -> None:
    plan = make()
    assert plan.clause("1") is ONE
    assert plan.clause("2") is TWO


def test_an_unknown_clause_is_not_found() -> None:
    with pytest.raises(NotFound) as caught:
        get_plan("shuangliao_2021").clause("4.1.bb")
    error = caught.value
    assert (error.kind, error.name, error.suggestion) == ("clause", "4.1.bb", "4.1.b")
    assert "4.2.a" in error.known
    assert "没有名为“4.1.bb”的条款" in error.text("zh")


@pytest.mark.parametrize("number", [None, 1, 4.1, ["1"], {}, ONE], ids=lambda n: type(n).__name__)
def test_a_clause_is_numbered_by_text(number: object) -> None:
    with pytest.raises(NotFound) as caught:
        make().clause(number)
    assert caught.value.name is number


def test_a_clause_is_never_found_by_an_odd_equality() -> None:
    with pytest.raises(NotFound):
        make().clause(np.array(["1", "2"]))


def test_readings_of_a_plan() -> None:
    plan = make()
    assert plan.read_as() == {"area": "usable"}
    assert plan.read_as({"area": "gross"}) == {"area": "gross"}
    with pytest.raises(NotFound):
        plan.read_as({"areas": "gross"})
    with pytest.raises(InvalidInput):
        plan.read_as([("area", "gross")])  # type: ignore[arg-type]  # that is what is wrong


# --- the encoded documents ------------------------------------------------------------------


def test_the_plans_are_listed_by_id() -> None:
    assert plan_ids() == PLAN_IDS
    assert plan_ids() == tuple(sorted(plan_ids()))
    assert {"bda_2017", "shuangliao_2021"} <= set(plan_ids())


@pytest.mark.parametrize("plan_id", plan_ids())
def test_a_plan_is_found_by_its_id(plan_id: str) -> None:
    plan = get_plan(plan_id)
    assert plan.id == plan_id
    assert get_plan(plan_id) is plan
    assert repr(plan) == f"<Plan {plan_id}: {len(plan.clauses)} clauses>"
    for clause in plan.clauses:
        assert plan.clause(clause.number) is clause
    assert {cited.clause for cited in plan.encoded()} <= set(plan.clauses)


@pytest.mark.parametrize("plan_id", plan_ids())
def test_a_plan_is_frozen_hashable_and_picklable(plan_id: str) -> None:
    plan = get_plan(plan_id)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        plan.id = "other"  # type: ignore[misc]  # that is what is wrong
    again = pickle.loads(pickle.dumps(plan))  # noqa: S301 - our own bytes
    assert again == plan
    assert hash(again) == hash(plan)


@pytest.mark.parametrize("plan_id", plan_ids())
def test_a_plan_can_be_evolved(plan_id: str) -> None:
    plan = get_plan(plan_id)
    other = attrs.evolve(plan, id="other")
    assert other.id == "other"
    assert other.targets == plan.targets
    assert other.scorecards == plan.scorecards


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("bda_2071", "bda_2017"),
        ("shuangliao", "shuangliao_2021"),
        ("shuangliao_2021 ", "shuangliao_2021"),
        ("BDA_2017", "bda_2017"),
        # By words of the title or of the issuer, in either language.
        ("大洼", "dawa_2023"),
        (" 双辽市 ", "shuangliao_2021"),
        ("爱心妈咪小屋", "bda_2017"),
        ("baodi", "baodi_2020"),
        ("Dawa district", "dawa_2023"),
    ],
)
def test_an_unknown_plan_is_not_found_with_a_suggestion(name: str, suggestion: str) -> None:
    with pytest.raises(NotFound) as caught:
        get_plan(name)
    error = caught.value
    assert (error.kind, error.name, error.suggestion) == ("plan", name, suggestion)
    assert error.known == plan_ids()
    assert f"是否指“{suggestion}”？" in error.text("zh")


@pytest.mark.parametrize(
    "name", [None, 0, True, "", "?", b"bda_2017", ["bda_2017"], {}, Plan], ids=repr
)
def test_whatever_names_no_plan_is_not_found(name: Any) -> None:
    ask: Callable[[Any], Plan] = get_plan
    with pytest.raises(NotFound) as caught:
        ask(name)
    assert caught.value.suggestion is None
    for plan_id in plan_ids():
        assert plan_id in caught.value.text("en")


def test_words_of_several_titles_suggest_none_of_them() -> None:
    # Three documents are about care for under-threes.
    with pytest.raises(NotFound) as caught:
        get_plan("3岁以下婴幼儿照护")
    assert caught.value.suggestion is None


def test_a_suggestion_by_title_outlives_a_process() -> None:
    with pytest.raises(NotFound) as caught:
        get_plan("大洼")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert (again.suggestion, str(again)) == ("dawa_2023", str(caught.value))


@pytest.mark.parametrize("name", ["bda_2017.annex1", "../plans", "__init__", "careplan", "errors"])
def test_a_plan_id_is_never_a_module_path(name: str) -> None:
    with pytest.raises(NotFound):
        get_plan(name)


@pytest.mark.parametrize("under", [("area",), ("area", 1), ["area"], "area", 3])
def test_under_names_an_interpretation_and_an_option(under: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        rule(under=under)
    assert [(p.path, p.code) for p in caught.value.problems] == [("under", "wrong_type")]
    assert rule(under=["area", "net"]).under == ("area", "net")


def test_an_amount_is_not_negative() -> None:
    with pytest.raises(InvalidInput) as caught:
        Benefit(clause=rule().clause, condition=venue.waiting_area, amount_yuan=-1)
    assert [p.path for p in caught.value.problems] == ["amount_yuan"]


def test_objects_of_a_plan_are_looked_up_by_key() -> None:
    ledgers = get_plan("dawa_2023").ledgers
    assert "slots" in ledgers
    assert "rooms" not in ledgers
    assert ledgers.get("slots") is ledgers["slots"]
    assert ledgers.get("rooms") is None
    with pytest.raises(NotFound) as unknown:
        ledgers["slot"]
    assert unknown.value.suggestion == "slots"


def test_what_is_kept_beside_a_plan_is_bounded_and_the_oldest_goes_first() -> None:
    plan = copy.deepcopy(get_plan("shuangliao_2021"))
    made: list[int] = []

    def asked(key: int) -> int | None:
        def make() -> int | None:
            made.append(key)
            return None if key == 0 else -key

        return plan.once(("asked", key), make)

    assert [asked(key) for key in range(MOST_KEPT)] == [None, *range(-1, -MOST_KEPT, -1)]
    assert asked(0) is None  # kept, though it says nothing
    assert made == list(range(MOST_KEPT))
    asked(MOST_KEPT)  # one more than there is room for: the oldest goes, and no other
    made.clear()
    assert [asked(key) for key in (1, MOST_KEPT, 0)] == [-1, -MOST_KEPT, None]
    assert made == [0]


def test_what_is_kept_beside_a_plan_is_no_part_of_it() -> None:
    plan, other = (copy.deepcopy(get_plan("shuangliao_2021")) for _ in range(2))
    said = (hash(plan), repr(plan), plan.digest, pickle.dumps(plan), cp.codec.dumps(plan))
    for one in plan.clauses:
        plan.show(one.number)
    cp.assess(cp.Venue(), plan)
    plan.assignments()
    assert said == (hash(plan), repr(plan), plan.digest, pickle.dumps(plan), cp.codec.dumps(plan))
    assert plan == other
    assert not hasattr(plan, "__dict__")


# Three times as many as are kept, so that each thread makes room all the time.
KEYS = [*range(3 * MOST_KEPT)] * 20


def test_threads_that_ask_a_plan_at_once_fill_and_empty_what_is_kept() -> None:
    plan, barrier = copy.deepcopy(get_plan("shuangliao_2021")), Barrier(4)
    wrong: list[int] = []

    def ask() -> None:
        barrier.wait()
        found = [plan.once((key,), lambda key=key: -key) for key in KEYS]  # type: ignore[misc]  # a default
        wrong.extend(key for key, one in zip(KEYS, found, strict=True) if one != -key)

    threads = [Thread(target=ask) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []
