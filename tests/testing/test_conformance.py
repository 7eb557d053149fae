"""The conformance files: fresh, plain, and answered alike by an evaluator of their own."""

import copy
import importlib.util
import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import conformance_evaluator as evaluator
import pytest
from hypothesis import HealthCheck, given, settings

import careplan as cp
from careplan import writing as w
from careplan.base.errors import Problem
from careplan.fields.declaring import count, flag, words
from careplan.testing.conforming import conformance
from careplan.testing.drawing import plans
from careplan.testing.plain import plain, plain_criterion

ROOT = Path(__file__).parent.parent.parent
FILES = ROOT / "docs" / "conformance"


def script() -> ModuleType:
    """Load the script that writes the files."""
    spec = importlib.util.spec_from_file_location(
        "make_conformance", ROOT / "docs" / "make_conformance.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def data_of(plan_id: str) -> Any:
    """Read the file of a plan."""
    return json.loads((FILES / f"{plan_id}.json").read_text(encoding="utf-8"))


def test_the_files_are_fresh_and_there_is_one_for_each_plan() -> None:
    assert script().stale() == []
    assert {file.stem for file in FILES.glob("*.json")} == set(cp.plan_ids())


def test_the_evaluator_reads_nothing_of_careplan() -> None:
    text = (ROOT / "tests" / "conformance_evaluator.py").read_text(encoding="utf-8")
    assert not re.search(r"^\s*(from|import)\s+careplan", text, re.MULTILINE)


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_another_evaluator_reaches_the_same_answer_on_every_case(plan_id: str) -> None:
    assert evaluator.disagreements(data_of(plan_id)) == []


# What each document has: rules in all, sheets at BDA, routes at Dawa and Shiyan, a ledger
# at Dawa, targets with a figure in all.
def test_no_file_is_empty_where_its_document_has_something() -> None:
    counted = {plan_id: evaluator.number_of_cases(data_of(plan_id)) for plan_id in cp.plan_ids()}
    filled = {plan_id: {name for name, n in c.items() if n} for plan_id, c in counted.items()}
    always = {"duties", "benefits", "targets"}
    assert filled == {
        "baodi_2020": always,
        "bda_2017": always | {"scores"},
        "dawa_2023": always | {"registration", "ledgers"},
        "shiyan_2021": always | {"registration"},
        "shuangliao_2021": always,
    }


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_every_expected_answer_is_checked(plan_id: str) -> None:
    wrong = copy.deepcopy(data_of(plan_id))
    total = 0
    for name in evaluator.EVALUATORS:
        for section in wrong[name]:
            for case in section["cases"]:
                case["expected"] = "something else"
                total += 1
    assert total > 0
    assert len(evaluator.disagreements(wrong)) == total


def test_a_changed_criterion_is_noticed() -> None:
    data = data_of("shuangliao_2021")
    text = json.dumps(data).replace('"op": ">"', '"op": ">="')
    assert evaluator.disagreements(json.loads(text))


def assert_plain(value: Any) -> None:
    """Fail on anything a JSON reader of any language could not keep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            assert type(key) is str
            assert_plain(inner)
    elif isinstance(value, list):
        for inner in value:
            assert_plain(inner)
    else:
        assert value is None or type(value) in {str, int, bool}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
@given(plan=plans())
def test_any_plan_has_plain_data_that_another_evaluator_agrees_with(plan: cp.Plan) -> None:
    data = conformance(plan)
    assert_plain(data)
    again = json.loads(json.dumps(data, sort_keys=True))
    assert again == data
    assert evaluator.disagreements(again) == []


def test_the_head_says_what_it_is() -> None:
    data = data_of("bda_2017")
    assert (data["format"], data["format_version"]) == ("careplan-conformance", 1)
    assert data["plan"] == "bda_2017"
    assert data["readings"]["marking"] == ["assessor", "all_or_nothing"]
    with pytest.raises(cp.InvalidInput, match="plan"):
        conformance("bda_2017")  # type: ignore[arg-type]  # that is the question


# BDA annex 4: passes at 90; 88 certain and 10 open leaves 2 to bring.
def test_a_sheet_is_scored_around_its_pass_mark() -> None:
    sections = [s for s in data_of("bda_2017")["scores"] if s["sheet"] == "care_room"]
    assessed = next(s for s in sections if s["marking"] == "assessed")
    around = [case["expected"] for case in assessed["cases"]][-3:]
    assert [(one["low"], one["outcome"]) for one in around] == [
        ("89.5", "not_met"),
        (90, "met"),
        ("90.5", "met"),
    ]
    by_room = next(s for s in sections if s["marking"] == "all_or_nothing")
    rooms = [case for case in by_room["cases"] if case["room"] is not None]
    assert rooms[0]["expected"]["outcome"] == "met"


def test_a_subject_with_everything_is_plain() -> None:
    room = cp.Room(
        usable_area_m2=9.99,
        area_m2=7,
        equipment={cp.Equipment.TABLE: 2},
        supplies=list(cp.Supply),
    )
    assert plain(cp.Venue(rooms=[room], category=cp.VenueCategory.SHOP)) == {
        "category": "shop",
        "rooms": [
            {
                "usable_area_m2": "9.99",
                "area_m2": 7,
                "equipment": {"table": 2},
                "supplies": ["cleaning_cloths", "hand_and_mouth_wipes"],
            }
        ],
    }


def test_every_sort_of_criterion_is_plain() -> None:
    venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
    written = cp.all_of(
        cp.among(venue.category, [cp.VenueCategory.SHOP, cp.VenueCategory.HOSPITAL]),
        cp.every(venue.rooms, cp.not_(cp.has(room.supplies, cp.Supply.CLEANING_CLOTHS))),
        cp.some(venue.rooms, cp.any_of(room.equipment[cp.Equipment.CHAIR] >= 1)),
    )
    among, every, some = plain_criterion(written)["parts"]
    assert among == {
        "op": "among",
        "path": ["category"],
        "kind": "text",
        "values": ["hospital", "shop"],
    }
    assert every == {
        "op": "every",
        "path": ["rooms"],
        "where": {
            "op": "not",
            "part": {"op": "has", "path": ["supplies"], "item": "cleaning_cloths"},
        },
    }
    assert some["where"]["parts"] == [
        {"op": ">=", "path": ["equipment", "chair"], "kind": "number", "value": 1}
    ]


def small_plan(**more: Any) -> cp.Plan:
    """Make a plan that only has what is given."""
    title = cp.Text(zh="方案", en="plan")
    document = w.Document(title=title, issuer=title)
    return cp.Plan(id="small", document=document, clauses=(CLAUSE,), **more)


CLAUSE = w.Clause("1.a", "第一条", w.Modality.MUST, cp.Text(zh="条", en="clause"))


def test_a_sheet_that_asks_nothing_of_a_room_has_no_room() -> None:
    item = w.SheetItem(
        clause=CLAUSE,
        key="one",
        label=cp.Text(zh="项", en="item"),
        max_points=10,
        criterion=cp.all_of(),
    )
    sheet = w.Scorecard(
        clause=CLAUSE,
        key="sheet",
        title=cp.Text(zh="表", en="sheet"),
        items=(item,),
        pass_mark=5,
        marking=w.Marking.ALL_OR_NOTHING,
    )
    [section] = conformance(small_plan(scorecards=[sheet]))["scores"]
    assert [case["room"] for case in section["cases"]] == [None] * len(section["cases"])


def test_a_fact_that_cannot_be_listed_is_left_open_in_every_case() -> None:
    applicant = cp.facts(cp.Applicant)
    condition = cp.has(applicant.service_modes, cp.ServiceMode.FULL_DAY)
    route = w.Route(clause=CLAUSE, registrar=cp.Body.HEALTH, level=None, condition=condition)
    plan = small_plan(registration=w.Registration(clause=CLAUSE, routes=(route,)))
    data = conformance(plan)
    [section] = data["registration"]
    assert "service_modes" not in section["domains"]
    assert data["without"] == ["1.a: service_modes"]
    assert evaluator.disagreements(data) == []


@attrs.frozen(kw_only=True)
class TownApplicant(cp.Applicant):
    """A county's own applicant, of whom two facts cannot be together."""

    in_old_town: bool | None = flag("位于老城", "in the old town")
    on_the_hill: bool | None = flag("位于山上", "on the hill")
    staff: int | None = count("人数", "staff")
    street: str | None = words("街道", "street")

    def _contradictions(self) -> Iterable[Problem]:
        if self.in_old_town and self.on_the_hill:
            yield Problem("on_the_hill", "contradiction", value=True)


def test_routes_of_an_own_noun_are_tried_by_the_values_they_tell_apart() -> None:
    town = cp.facts(TownApplicant)
    small = cp.all_of(town.in_old_town, town.staff >= 3, town.staff < 4, town.street == "甲")
    none = cp.all_of(town.staff >= 3, town.staff < 3)
    routes = [
        w.Route(clause=CLAUSE, part=part, registrar=cp.Body.HEALTH, level=None, condition=one)
        for part, one in (("a", small), ("b", none), ("c", cp.not_(town.on_the_hill)))
    ]
    rules = w.Registration(clause=CLAUSE, routes=tuple(routes), conflict=cp.any_of())
    data = conformance(small_plan(registration=rules))
    [section] = data["registration"]
    # Each number named, and those around it; each text named, and another.
    assert list(section["domains"]) == ["in_old_town", "on_the_hill", "staff", "street"]
    assert section["domains"]["staff"] == [0, 2, 3, 4, 5]
    assert section["domains"]["street"] == ["甲", "甲+"]
    assert evaluator.disagreements(data) == []
    found = {tuple(case["expected"]["routes"]) for case in section["cases"]}
    assert found == {(), ("1.a/a",), ("1.a/c",), ("1.a/a", "1.a/c")}
    # Of the nine ways to (not) state the two places, the noun refuses one.
    assert len(section["cases"]) == (3 * 3 - 1) * 6 * 3
    assert data["without"] == []


def test_many_facts_of_an_applicant_are_not_all_tried() -> None:
    fields = {f"f{place}": flag("事实", "fact") for place in range(20)}
    noun = attrs.make_class("Many", fields, bases=(cp.Noun,), frozen=True, kw_only=True)
    flags = [getattr(cp.facts(noun), name) for name in fields]
    route = w.Route(
        clause=CLAUSE, registrar=cp.Body.HEALTH, level=None, condition=cp.all_of(*flags)
    )
    rules = w.Registration(clause=CLAUSE, routes=(route,), conflict=cp.any_of())
    data = conformance(small_plan(registration=rules))
    [section] = data["registration"]
    # 3 ** 7 = 2187 of at most 4096: yes, no, and not stated.
    assert (len(section["domains"]), len(section["cases"])) == (7, 3**7)
    assert data["without"] == [f"1.a: f{place}" for place in range(7, 20)]
    assert evaluator.disagreements(data) == []


def test_offices_without_a_route_have_no_case() -> None:
    plan = small_plan(registration=w.Registration(clause=CLAUSE))
    assert conformance(plan)["registration"] == []


def test_there_is_no_count_below_none() -> None:
    row = w.LedgerRow(
        clause=CLAUSE, locality="甲镇", milestones=(w.Milestone(date(2024, 12, 31), 0),)
    )
    ledger = w.Ledger(
        clause=CLAUSE,
        key="slots",
        title=cp.Text(zh="台账", en="ledger"),
        rows=(row,),
        precision=w.Precision.DAY,
    )
    data = conformance(small_plan(ledgers=[ledger]))
    [section] = data["ledgers"]
    slots = [count["slots"] for case in section["cases"] for count in case["counts"]]
    assert min(slots) == 0
    assert len(section["cases"]) == 5
    assert evaluator.disagreements(data) == []


def test_targets_without_a_date_of_counts_and_of_rates_that_pass_the_whole() -> None:
    title = cp.Text(zh="目标", en="target")
    stated: list[Any] = [
        {"measure": w.Measure.COUNT, "value": 1, "due": None},
        {"measure": w.Measure.COUNT, "value": 1, "due": date(2024, 12, 31)},
        {"measure": w.Measure.PERCENT, "value": 100, "due": date(2024, 12, 31)},
    ]
    targets = [
        w.Target(clause=CLAUSE, part=str(index), key=f"t{index}", title=title, **one)
        for index, one in enumerate(stated)
    ]
    gross = attrs.evolve(targets[2], part="gross", key="gross", may_exceed_whole=True)
    data = conformance(small_plan(targets=[*targets, gross]))
    undated, counted, capped, uncapped = data["targets"]
    assert evaluator.disagreements(data) == []
    assert {case["expected"]["outcome"] for case in undated["cases"]} == {"met", "unknown"}

    def older(section: Any) -> list[str]:
        """Return the outcomes on the due date for figures of the day before."""
        return [
            case["expected"]["outcome"]
            for case in section["cases"]
            if case["on"] == "2024-12-31"
            and [one["on"] for one in case["reports"]] == ["2024-12-30"]
        ]

    # One that was there the day before is there; below it, and for a rate, nothing is known.
    assert older(counted) == ["unknown", "met"]
    assert older(capped) == ["unknown", "unknown"]
    # More than all is tried only where the target allows it.
    figures = [
        [one["value"] for case in s["cases"] for one in case["reports"]] for s in (capped, uncapped)
    ]
    assert [max(map(float, tried)) > 100 for tried in figures] == [False, True]


def test_there_is_no_figure_below_none() -> None:
    title = cp.Text(zh="目标", en="target")
    none = w.Target(
        clause=CLAUSE,
        key="t",
        title=title,
        measure=w.Measure.COUNT,
        value=0,
        due=date(2024, 12, 31),
    )
    data = conformance(small_plan(targets=[none]))
    [section] = data["targets"]
    assert {one["value"] for case in section["cases"] for one in case["reports"]} == {0, 1}
    assert evaluator.disagreements(data) == []
