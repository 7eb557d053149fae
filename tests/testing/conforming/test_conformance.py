"""The conformance files: fresh, plain, and answered alike by an evaluator of their own."""

import copy
import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import conformance_evaluator as evaluator
import pytest
from crews import Crew, cot, crew
from hypothesis import HealthCheck, given, settings
from small_plans import HALF_SEEN, MUST, plan_of
from steps_and_stars import STEPS
from testing.cases.small_plans import CLAUSE, small_plan

import careplan as cp
import careplan.criteria.nodes as n
from careplan import writing as w
from careplan.codec import structure, unstructure
from careplan.criteria.signs import Op
from careplan.testing.conforming.conformance import conformance
from careplan.testing.conforming.sums import minimums, settled_by_ends
from careplan.testing.drawing import plans
from careplan.verbs.assessing.duties import LadderAsked
from careplan.verbs.assessing.seeing import Questions

ROOT = Path(__file__).parents[3]
FILES = ROOT / "docs" / "conformance"
NODES = {cls.__name__ for cls in get_args(cp.Criterion)}


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


PLAIN = {"id": "1.a", "readings": {}, "clause": "1", "noun": "Venue"}
STRICT = {**PLAIN, "readings": {"which": "strict"}}


def one_file(*sections: dict[str, Any]) -> dict[str, Any]:
    """Return a file of one plan with duties, as the script reads them."""
    return {"plan": "own", "without": ["1.b"], "duties": list(sections), "readings": {"q": ["a"]}}


def case(area: int, expected: str, **more: object) -> dict[str, Any]:
    """Return a case of one fact."""
    return {"subject": {"area_m2": area}, "expected": expected, "fact": "area_m2", **more}


def test_the_answers_that_changed_are_listed_with_what_they_were() -> None:
    made = script()
    before = made.answers(
        [
            one_file(
                {**PLAIN, "cases": [case(9, "unknown"), case(10, "met"), case(11, "met")]},
                {**STRICT, "cases": [case(9, "not_met"), case(3, "not_met")]},
            )
        ]
    )
    file = one_file(
        # 9 and 11 are answered otherwise, 10 as before though at another place of a threshold.
        {**PLAIN, "cases": [case(9, "not_met"), case(10, "met", place="at"), case(11, "not_met")]},
        {**STRICT, "cases": [case(9, "not_met"), case(12, "met"), case(13, "met")]},
    )
    said = {made.digest(asked): asked for _, asked, _ in made.questions(file)}
    assert list(made.changes(before, made.answers([file]), said)) == [
        '- own duties 1.a: 1 × "not_met", was "met"; one is asked with {"subject":{"area_m2":11}}',
        (
            '- own duties 1.a: 1 × "not_met", was "unknown";'
            ' one is asked with {"subject":{"area_m2":9}}'
        ),
        '- own duties 1.a ({"which":"strict"}): 2 × new',
        '- own duties 1.a ({"which":"strict"}): 1 × no more asked',
    ]


def test_no_two_questions_of_ours_are_taken_for_one() -> None:
    made = script()
    files = [data_of(plan_id) for plan_id in cp.plan_ids()]
    asked = {(rule, stated) for data in files for rule, stated, _ in made.questions(data)}
    cases = sum(
        len(entry["cases"])
        for data in files
        for section in data.values()
        if isinstance(section, list)
        for entry in section
        if isinstance(entry, dict)
    )
    assert len({made.digest(stated) for _, stated in asked}) == len({one for _, one in asked})
    answered = {
        (rule, stated, said) for data in files for rule, stated, said in made.questions(data)
    }
    assert len(answered) == len(asked)  # none is answered in two ways
    assert cases - len(asked) < cases / 10  # one question at several thresholds is one


def test_the_kept_answers_of_a_release_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = script()
    monkeypatch.setattr(made, "RELEASED", tmp_path / "released" / "answers.json")
    assert "No answers of a release are kept yet" in made.since_release()[0]
    made.keep()
    assert made.since_release() == [f"No answer changed since {cp.__version__}."]
    kept = json.loads(made.RELEASED.read_text(encoding="utf-8"))
    rule = next(iter(kept["answers"]))
    question = next(iter(kept["answers"][rule]))
    kept["answers"][rule][question] = '"other"'
    made.RELEASED.write_text(json.dumps(kept), encoding="utf-8")
    first, *rest = made.since_release()
    assert first == f"Answers that changed since {cp.__version__}:"
    assert len(rest) == 1
    assert 'was "other"' in rest[0]


def test_the_evaluator_reads_nothing_of_careplan() -> None:
    text = (ROOT / "tests" / "conformance_evaluator.py").read_text(encoding="utf-8")
    assert not re.search(r"^\s*(from|import)\s+careplan", text, re.MULTILINE)


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_another_evaluator_reaches_the_same_answer_on_every_case(plan_id: str) -> None:
    assert evaluator.disagreements(data_of(plan_id)) == []


# What each document has: rules and terms in all, sheets at BDA, routes at Dawa and Shiyan, a ledger
# at Dawa, targets with a figure in all.
def test_no_file_is_empty_where_its_document_has_something() -> None:
    counted = {plan_id: evaluator.number_of_cases(data_of(plan_id)) for plan_id in cp.plan_ids()}
    filled = {plan_id: {name for name, n in c.items() if n} for plan_id, c in counted.items()}
    always = {"duties", "benefits", "targets", "terms"}
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
        for section in evaluator.sections(wrong, name):
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


def test_ladders_and_gradings_have_their_sections() -> None:
    data = json.loads(json.dumps(conformance(STEPS)))
    assert evaluator.disagreements(data) == []
    # 7,000 m2 or so: which rung, and what is had of stars.
    (ladder,), (stars,) = data["ladders"], data["gradings"]
    assert [rung["id"] for rung in ladder["rungs"]] == ["1.a", "1.b"]
    assert {case["expected"] for case in ladder["cases"]} == {
        "met",
        "not_met",
        "unknown",
        "not_applicable",
    }
    assert {case["expected"]["high"] for case in stars["cases"]} == {
        None,
        "base",
        "four_star",
        "five_star",
    }
    # Each rung is a duty by itself, and the whole is counted once beside them.
    assert [section["id"] for section in data["duties"]] == ["1.a", "1.b"]
    for name in ("ladders", "gradings"):
        for section in data[name]:
            for case in section["cases"]:
                case["expected"] = "something else"
    assert len(evaluator.disagreements(data)) == len(ladder["cases"]) + len(stars["cases"])


def test_a_plan_without_them_has_no_such_section() -> None:
    assert not {"ladders", "gradings"} & set(conformance(small_plan()))


def test_the_head_says_what_it_is() -> None:
    data = data_of("bda_2017")
    assert (data["format"], data["format_version"]) == ("careplan-conformance", 2)
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


def criteria_in(data: Any) -> Iterator[Any]:
    """Yield the outermost criteria of a file."""
    if isinstance(data, dict) and data.get("type") in NODES:
        yield data
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from criteria_in(inner)


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_the_codec_reads_every_criterion_and_subject_and_would_write_them_so(plan_id: str) -> None:
    data = data_of(plan_id)
    criteria = list(criteria_in(data))
    assert all(unstructure(structure(one, cp.Criterion)) == one for one in criteria)
    for section in (*data["duties"], *data["benefits"]):
        noun = getattr(cp, section["noun"])
        for case in section["cases"]:
            assert unstructure(structure(case["subject"], noun)) == case["subject"]


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_a_file_holds_the_rules_as_they_are_read(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    rules = {rule.id: rule for rule in plan.rules}
    for section in data_of(plan_id)["duties"]:
        rule = rules[section["id"]].read(plan.read_as(section["readings"]))
        assert structure(section["applies"], cp.Criterion) == rule.applies
        assert structure(section["requires"], cp.Criterion) == rule.requires


# A subject of every sort of value, and one criterion of every node: what each says of the
# subject, by hand. The evaluator reads the form of the codec without the codec.
def test_the_evaluator_reads_every_node_and_value() -> None:
    venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
    small = cp.Room(
        usable_area_m2=9.99,
        area_m2=7,
        equipment={cp.Equipment.TABLE: 2},
        supplies=[cp.Supply.CLEANING_CLOTHS],
    )
    subject = unstructure(cp.Venue(rooms=[small], category=cp.VenueCategory.SHOP))
    cloths, wipes = cp.Supply.CLEANING_CLOTHS, cp.Supply.HAND_AND_MOUTH_WIPES
    answers = [
        (cp.among(venue.category, [cp.VenueCategory.SHOP, cp.VenueCategory.HOSPITAL]), True),
        (cp.among(venue.category, [cp.VenueCategory.HOSPITAL]), False),
        (venue.category != cp.VenueCategory.SHOP, False),
        (cp.every(venue.rooms, room.usable_area_m2 == 9.99), True),
        (cp.every(venue.rooms, cp.not_(cp.has(room.supplies, cloths))), False),
        (cp.some(venue.rooms, cp.any_of(cp.has(room.supplies, wipes), room.area_m2 < 8)), True),
        (cp.some(venue.rooms, room.equipment[cp.Equipment.TABLE] > 2), False),
        (cp.some(venue.rooms, room.equipment[cp.Equipment.CHAIR] >= 1), None),
        (cp.all_of(venue.daily_visitors <= 5, cp.some(venue.rooms, room.area_m2 > 9)), False),
    ]
    assert [evaluator.truth(unstructure(node), subject) for node, _ in answers] == [
        truth for _, truth in answers
    ]
    day = cp.facts(cp.Measurement).on
    measured = unstructure(cp.Measurement(on=date(2024, 6, 30), value=1))
    assert evaluator.truth(unstructure(day >= date(2024, 6, 30)), measured) is True
    assert evaluator.truth(unstructure(day < date(2024, 6, 30)), measured) is False


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


def test_an_item_without_a_criterion_is_open_to_the_evaluator_too() -> None:
    data = json.loads(json.dumps(conformance(HALF_SEEN)))
    (section,) = data["scores"]
    assert [item["criterion"] is None for item in section["items"]] == [False, True]
    with_room = [case for case in section["cases"] if case["room"] is not None]
    assert with_room
    for case in section["cases"]:
        assert evaluator.score(section, case) == case["expected"]


# Everything a sheet can ask: what must pass, a least mark, items for some, shares and bands.
ROOM = cp.facts(cp.Room)
LINE = w.question("line", "1", "分数线", plain="八十分", share="八成")


def every_sort(*, marking: w.Marking = w.Marking.ASSESSED, applies: Any = None) -> cp.Plan:
    by_reading = w.choose(LINE, plain=80, share=w.percent(80))
    wet = ROOM.independent if applies is None else applies
    return w.Plan.of(
        "own",
        "验收",
        [
            w.clause("1", "一", "应当", "百分制",
                w.sheet("s", "验收表",
                    w.item("fire", "消防", 0, ROOM.existing, must_pass=True),
                    w.item("hygiene", "卫生", 30, ROOM.free_of_dust, least=18),
                    w.item("sink", "盥洗", 20, ROOM.clean, applies=ROOM.independent),
                    w.item("bath", "浴室", 10, applies=wet),
                    w.item("care", "照护", 40, must_pass=True),
                    pass_mark=by_reading, marking=marking,
                    bands=[w.band("low", "低", 0), w.band("good", "好", 80)])),
            w.clause("2", "二", "应当", "分数线不详",
                w.sheet("t", "另表", w.item("x", "项", 10), w.item("y", "项", 0, must_pass=True),
                    pass_mark=None, bands=[w.band("a", "甲")])),
        ],
        issuer="某县",
        questions=[LINE],
    )  # fmt: skip


@pytest.mark.parametrize("marking", list(w.Marking))
def test_a_sheet_of_every_sort_is_answered_alike(marking: w.Marking) -> None:
    data = json.loads(json.dumps(conformance(every_sort(marking=marking))))
    assert evaluator.disagreements(data) == []
    plain, share, other = data["scores"]
    assert (plain["pass_mark"], share["pass_mark"], other["pass_mark"]) == (
        80,
        {"type": "Share", "value": "0.8"},
        None,
    )
    assert [one["key"] for one in plain["bands"]] == ["low", "good"]
    assert "bands" not in other  # no cut point is known
    items = {one["key"]: one for one in plain["items"]}
    assert (items["fire"]["must_pass"], items["hygiene"]["least"]) == (True, 18)
    assert "applies" in items["sink"]
    assert set(items["care"]) == {"key", "max_points", "criterion", "must_pass"}
    found = {case["expected"]["outcome"] for section in data["scores"] for case in section["cases"]}
    assert found == {"met", "not_met", "unknown", "not_measurable"}
    # Rooms it is for and rooms it is not for; without a room both sums are ranges.
    possible = {tuple(case["expected"]["possible"]) for case in plain["cases"]}
    assert possible == {(70, 100), (100, 100), (70, 70)}


def test_where_which_items_apply_takes_more_than_each_condition_there_is_no_case() -> None:
    # An item for rooms of their own and one for the others: one of both applies, never both.
    denied = every_sort(applies=cp.not_(ROOM.independent))
    data = json.loads(json.dumps(conformance(denied)))
    assert evaluator.disagreements(data) == []
    assert all(case["room"] is not None for case in data["scores"][0]["cases"])
    assert data["scores"][0]["cases"]
    assert data["without"] == ["s: independent"]


def test_a_least_mark_is_tried_just_below_and_at_it() -> None:
    data = conformance(every_sort())
    marks = [case["marks"].get("hygiene") for case in data["scores"][0]["cases"]]
    assert {"17.5", 18} <= set(marks)


def test_a_condition_that_settles_itself_is_said_to_have_no_case() -> None:
    # Independent or not: such an item always applies, which no condition alone says.
    always = every_sort(applies=ROOM.independent | cp.not_(ROOM.independent))
    assert conformance(always)["without"] == ["s: independent"]


def test_a_room_that_sets_a_mark_is_given_none() -> None:
    # An independent room without hooks: the item is for it, and it brings none of its points.
    plan = w.Plan.of(
        "own",
        "验收",
        [
            w.clause("1", "一", "应当", "百分制",
                w.sheet("s", "验收表",
                    w.item("own", "独立", 30, ROOM.independent == False, applies=ROOM.independent),  # noqa: E712
                    w.item("care", "照护", 40), pass_mark=40,
                    marking=w.Marking.ALL_OR_NOTHING)),
        ],
        issuer="某县",
    )  # fmt: skip
    data = json.loads(json.dumps(conformance(plan)))
    assert evaluator.disagreements(data) == []
    (section,) = data["scores"]
    seen = [
        (case["marks"], case["expected"]["low"], case["expected"]["outcome"])
        for case in section["cases"]
        if case["room"] is not None and case["room"].get("independent") and case["marks"]
    ]
    assert seen == [({"care": 40}, 40, "met")]


def test_of_very_many_readings_one_at_a_time_is_taken_and_that_is_said() -> None:
    # Seven questions of two options make 128 ways to read the sheet, of which 64 are the most.
    asked = [w.question(f"q{n}", "1", "问", one="甲", two="乙") for n in range(7)]
    items = [
        w.item(f"i{n}", "项", 10, applies=w.choose(one, one=ROOM.clean, two=ROOM.independent))
        for n, one in enumerate(asked)
    ]
    sheet = w.sheet("s", "验收表", *items, pass_mark=None)
    chapter = [w.clause("1", "一", "应当", "百分制", sheet)]
    plan = w.Plan.of("own", "验收", chapter, issuer="某县", questions=asked)
    data = json.loads(json.dumps(conformance(plan)))
    assert len(data["scores"]) == 1 + 7
    assert data["without"] == ["s: q0 q1 q2 q3 q4 q5 q6"]
    assert evaluator.disagreements(data) == []


def test_terms_have_their_section_and_what_no_fact_decides_is_said() -> None:
    which = w.question("size", "1", "几平方米", six="六", ten="十")
    size = w.choose(which, six=ROOM.area_m2 >= 6, ten=ROOM.area_m2 >= 10)
    plan = w.Plan.of(
        "own",
        "名词",
        [
            w.clause("1", "一", w.FACT, "室",
                w.term("室", criterion=size)),
            w.clause("2", "二", w.FACT, "设施", w.term("设施")),
            w.clause("3", "三", w.FACT, "无", w.term("无", criterion=ROOM.clean & ~ROOM.clean)),
        ],
        issuer="某县",
        questions=[which],
    )  # fmt: skip
    data = json.loads(json.dumps(conformance(plan)))
    assert evaluator.disagreements(data) == []
    answers = [
        (
            section["readings"]["size"],
            [(case["value"], case["expected"]) for case in section["cases"]],
        )
        for section in data["terms"]
    ]
    assert answers == [
        ("six", [("5.99", "false"), (6, "true"), ("6.01", "true"), (None, "unknown")]),
        ("ten", [("9.99", "false"), (10, "true"), ("10.01", "true"), (None, "unknown")]),
    ]
    # The second term asks no fact; of the third none decides.
    assert data["without"] == ["3"]


def test_a_sum_says_the_least_of_its_numbers() -> None:
    # Of staff there is 1 at least: beside 3 carers that is enough, whatever is not stated.
    asked = crew.staff + crew.carers >= 4
    data = json.loads(json.dumps(conformance(plan_of(w.Rule(clause=MUST, requires=asked)))))
    assert data["minimums"] == {"Crew.staff": 1}
    assert evaluator.disagreements(data) == []
    assert evaluator.number_of_cases(data)["duties"] > 0
    assert "minimums" not in conformance(cp.get_plan("shuangliao_2021"))
    of_items = cp.all_of(crew.yard, ~(cp.total(crew.cots, cot.warmth, ~cot.firm) >= 3))
    assert minimums({"criterion": [of_items]}) == {"Crew.cots[*].warmth": -5}
    assert minimums(cp.some(crew.cots, cot.size >= 2 * cot.warmth)) == {"Cot.warmth": -5}


def test_what_only_whole_numbers_settle_is_no_case() -> None:
    # Of children nothing is stated, and still 2 x children is not 3: no evaluator need know that.
    odd = 2 * crew.children + 2 * crew.carers != 3 * crew.staff
    plan = plan_of(w.Rule(clause=MUST, applies=crew.listed, requires=odd))
    data = json.loads(json.dumps(conformance(plan)))
    assert evaluator.disagreements(data) == []
    assert not settled_by_ends([odd], Crew(staff=1), None)
    assert settled_by_ends([odd], Crew(staff=2), None)  # as it is open
    assert settled_by_ends([odd], Crew(staff=2, children=1, carers=2), None)


def test_what_the_sum_of_a_rung_settles_as_a_whole_is_no_case() -> None:
    # 4.5 times the carers less 2 times the same, if there is no yard: never below nothing.
    yard = cp.not_(crew.yard)
    terms = ((Decimal("4.5"), n.Term((), ("carers",))), (-2, n.Term((), ("carers",), yard)))
    never_less = n.Linear(Crew, terms, Op.GE, Decimal("-3.5"))
    rungs = (
        w.Rung(clause=CLAUSE, part="few", applies=crew.staff >= 1, requires=crew.hall),
        w.Rung(clause=CLAUSE, part="many", applies=crew.staff >= 4, requires=never_less),
    )
    whole = w.Ladder(clause=CLAUSE, part="ladder", who=yard, rungs=rungs)
    plan = small_plan(ladders=(whole,))
    data = json.loads(json.dumps(conformance(plan)))
    assert evaluator.disagreements(data) == []
    assert data["ladders"][0]["cases"] != []
    # Of open carers the ends of the terms say nothing, and all of it is known.
    open_carers = Crew(staff=4, yard=False)
    assert cp.evaluate(never_less, open_carers).truth is cp.Truth.TRUE
    assert not settled_by_ends([never_less], open_carers, None)
    questions = Questions()
    ladder = LadderAsked.of(plan.ladders[0], (), questions.place)
    assert ladder.outcome(questions.asked_of(open_carers, None)) is cp.Outcome.MET
    tried = [case["subject"] for case in data["ladders"][0]["cases"]]
    assert unstructure(open_carers) not in tried
