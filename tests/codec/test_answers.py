"""An answer that is read can be shown: what a file says of it has to fit what it holds."""

import copy
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from codec_samples import JUNK, MALL, PLANS, changed, sample_results
from hypothesis import given, settings
from hypothesis import strategies as st

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.criteria.nodes import AllOf, Compare, Not
from careplan.criteria.signs import Op
from careplan.results import ItemScore, Score
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.remedies.remedy import Change, Remedy
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.targets import TargetProgress

codec = cp.codec
RESULTS = sample_results()


def problems(data: object, cls: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        codec.structure(data, cls)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def put(data: Any, path: str, value: object) -> Any:
    """Return data with another value at a path such as findings.0.missing."""
    data = copy.deepcopy(data)
    holder = data
    *way, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    for step in way:
        holder = holder[step]
    holder[last] = value
    return data


def show(answer: Any) -> None:
    """Show an answer in every way there is."""
    repr(answer)
    if hasattr(answer, "explain"):
        for language in ("zh", "en"):
            answer.explain(language)
        answer.records()
        answer._repr_html_()
        answer._repr_markdown_()


OFFICE = {"type": "Venue", "facts": {}}
EMPLOYER = {"type": "Employer", "facts": {}}
# Each as found from outside: accepted before, and a KeyError (or nonsense) when it was shown.
INCOHERENT = [
    ("assessment", "findings.0.missing", ["nope"], ("findings[0].missing", "not_an_option")),
    ("finding", "missing", ["nope"], ("missing", "not_an_option")),
    ("finding", "missing", ["rooms[7].area_m2"], ("missing", "not_an_option")),
    ("finding", "applies_evidence", [], ("applies_evidence", "nothing_listed")),
    ("finding", "requires_evidence", [], ("requires_evidence", "nothing_listed")),
    ("benefit_finding", "evidence", [], ("missing", "not_an_option")),
    ("benefit_finding", "missing", ["nope"], ("missing", "not_an_option")),
    ("definition_finding", "evidence", [], ("evidence", "nothing_listed")),
    ("definition_finding", "missing", ["nope"], ("missing", "not_an_option")),
    ("finding", "applies_evidence.0.path", "rooms", ("applies_evidence[0].path", "other_answer")),
    (
        "finding",
        "applies_evidence.0.truth",
        "unknown",
        ("applies_evidence[0].truth", "other_answer"),
    ),
    (
        "finding",
        "applies_evidence.0.observed",
        "x",
        ("applies_evidence[0].observed", "text_as_number"),
    ),
    (
        "finding",
        "applies_evidence.0.required",
        {"type": "AllOf", "parts": []},
        ("applies_evidence[0].required", "not_one_fact"),
    ),
    ("assessment", "subject", EMPLOYER, ("findings[0]", "wrong_noun")),
    ("remedy", "options.0.changes.0.path", "nope", ("options[0].changes[0].path", "not_found")),
    ("score", "items", [], ("items", "other_answer")),
    ("score", "items.0.low", 999, ("items[0].high", "too_small")),
    ("score", "items.1.high", 21, ("items[1].high", "too_large")),
    ("registration_path", "missing", ["nope"], ("missing[0]", "not_found")),
    ("registration_path", "steps.0.after", ["nope"], ("steps[0].after", "not_an_option")),
    ("registration_paths", "missing", ["nope"], ("missing[0]", "not_found")),
    ("target_progress", "on", "2020-01-01", ("measured", "after_on")),
    ("row_progress", "on", "2020-01-01", ("count.on", "after_on")),
    ("row_progress", "count.locality", "乙", ("count.locality", "other_answer")),
    ("total_progress", "rows", [], ("rows", "other_answer")),
    ("ledger_progress", "rows.3.on", "2024-10-01", ("rows[3].on", "other_answer")),
    ("ledger_progress", "outcome", "met", ("outcome", "other_answer")),
    ("form_check", "problems.0.path", "nope", ("problems", "not_an_option")),
    ("form_check", "problems.0.code", "nope", ("problems[0].code", "no_such_code")),
    ("form_check", "problems.1.parameters", {}, ("problems[1].parameters", "no_parameter")),
    ("agenda", "end", "2020-12-31", ("end", "before_start")),
]


GROUP = cp.assess(
    cp.Venue(rooms=[cp.Room(meets_provincial_standard=False)]), cp.get_plan("shuangliao_2021")
).finding("4.2.c")
ALL = {"type": "AllOf", "parts": []}
NOT_GROUPS = [
    ("path", "rooms", ("path", "other_answer")),
    ("observed", True, ("observed", "other_answer")),
    ("truth", "true", ("truth", "other_answer")),
    ("parts", [], ("truth", "other_answer")),
    ("required", ALL, ("unless", "not_one_fact")),
]


@pytest.mark.parametrize(("name", "value", "problem"), NOT_GROUPS)
def test_a_group_that_does_not_fit_is_refused(
    name: str, value: object, problem: tuple[str, str]
) -> None:
    data = put(codec.unstructure(GROUP), f"requires_evidence.0.{name}", value)
    path, code = problem
    if name == "parts":  # what is left is the exception, which nobody knows
        data = put(data, "requires_evidence.0.unless.0.truth", "false")
        path = "unless[0].truth"
    assert (f"requires_evidence[0].{path}", code) in problems(data, Finding)


def test_a_remedy_with_options_names_nothing_fixed_and_was_not_cut() -> None:
    data = codec.unstructure(RESULTS["remedy"])
    fixed = codec.unstructure(RESULTS["finding"])["applies_evidence"]
    for name, value in (("fixed", fixed), ("cut", True)):
        assert (name, "contradiction") in problems(put(data, name, value), Remedy)
    other = put(data, "options.0.ends", ["9.9"])
    assert ("options[0].ends", "not_an_option") in problems(other, Remedy)


def test_a_remedy_written_without_what_it_ends_is_shown() -> None:
    data = codec.unstructure(RESULTS["remedy"])
    for option in data["options"]:
        del option["ends"], option["all_ended"]
    made = codec.structure(data, Remedy)
    show(made)
    assert {row["all_ended_zh"] for row in made.records()} == {None}


def test_a_single_fact_is_no_group() -> None:
    data = codec.unstructure(GROUP)
    (group,) = data["requires_evidence"]
    (part,) = group["parts"]
    for beside in ({"parts": [part]}, {"unless": [part]}):
        one = {**part, **beside, "observed": None}
        wrong = put(data, "requires_evidence.0", one)
        assert ("requires_evidence[0].required", "not_one_fact") in problems(wrong, Finding)


def test_what_is_inside_a_group_is_about_its_noun() -> None:
    data = codec.unstructure(GROUP)
    employer = {"type": "Compare", "noun": "Employer", "path": "many_female_employees"}
    piece = {"path": "many_female_employees", "observed": False, "truth": "false"}
    piece["required"] = {**employer, "op": "==", "value": True}
    wrong = put(data, "requires_evidence.0.parts.0", piece)
    assert ("requires_evidence[0].parts[0].required", "wrong_noun") in problems(wrong, Finding)


@pytest.mark.parametrize(("name", "path", "value", "problem"), INCOHERENT)
def test_what_does_not_fit_is_refused(
    name: str, path: str, value: object, problem: tuple[str, str]
) -> None:
    answer = RESULTS[name]
    assert problem in problems(put(codec.unstructure(answer), path, value), type(answer))


SHEET = cp.get_plan("bda_2017").scorecards["care_room"]
CARE_ROOM = cp.Room(use=cp.RoomUse.CARE_ROOM, area_m2=20, clean=True)
BY_FACTS = cp.score(SHEET, {}, room=CARE_ROOM, readings={"marking": "all_or_nothing"})
BESIDE = cp.score(SHEET, {}, room=CARE_ROOM)
HUT, HALL = {"type": "Room", "facts": {"use": "mummy_hut"}}, {"type": "Venue", "facts": {}}


# An item that was marked is settled, whatever the room leaves open of it.
MARKED = cp.score(
    SHEET, {"cleanliness": 20}, room=CARE_ROOM, readings={"marking": "all_or_nothing"}
)


@pytest.mark.parametrize("answer", [BY_FACTS, BESIDE, MARKED])
def test_a_score_keeps_its_room(answer: Score) -> None:
    again = codec.loads(codec.dumps(answer), Score)
    assert again == answer
    assert (again.missing, again.room_ignored) == (answer.missing, answer.room_ignored)
    # What was read from JSON does not know the document: for the rest the words are the same.
    known = attrs.evolve(again, sheet=answer.sheet)
    assert known.explain("zh") == answer.explain("zh")


# The area of the room is stated and sets its mark; three facts of cleanliness are open. Beside a
# room that sets no mark no fact is missing, and what an assessor gives is what it is.
@pytest.mark.parametrize(
    ("answer", "path", "value", "problem"),
    [
        (BY_FACTS, "items.0.low", 0, ("items[0].low", "other_answer")),
        (BY_FACTS, "items.1.missing", ["clean"], ("items[1].missing", "other_answer")),
        (BY_FACTS, "items.0.missing", ["area_m2"], ("items[0].missing", "other_answer")),
        (BY_FACTS, "room", None, ("items[1].missing", "other_answer")),
        (BY_FACTS, "room", HALL, ("room", "wrong_noun")),
        (BY_FACTS, "room", HUT, ("room", "not_on_sheet")),
        (BY_FACTS, "room.facts.area_m2", 3, ("items[0].low", "other_answer")),
        (BY_FACTS, "room.facts.free_of_dust", False, ("items[1].low", "other_answer")),
        (BY_FACTS, "readings", [], ("readings", "other_answer")),
        (BESIDE, "readings", [], ("readings", "other_answer")),
        (BESIDE, "room", HUT, ("room", "not_on_sheet")),
        (BESIDE, "items.0.missing", ["area_m2"], ("items[0].missing", "other_answer")),
    ],
)
def test_a_score_and_its_room_agree(
    answer: Score, path: str, value: object, problem: tuple[str, str]
) -> None:
    data = codec.unstructure(answer)
    data["items"][0].setdefault("missing", [])
    assert problem in problems(put(data, path, value), Score)


def test_a_reading_of_another_question_is_not_the_sheets() -> None:
    data = codec.unstructure(BESIDE)
    (reading,) = data["readings"]
    for option in (*reading["interpretation"]["options"], reading["option"]):
        option["id"] += "_of_another"
    assert problems(data, Score) == [("readings", "other_answer")]


def test_an_item_that_is_not_the_sheets_is_refused_whatever_it_asks() -> None:
    data = codec.unstructure(BY_FACTS)
    del data["items"][0]["item"]["criterion"]["options"]["plain"]
    assert problems(data, Score) == [("items", "other_answer")]


@pytest.mark.parametrize("answer", [BY_FACTS, BESIDE])
def test_a_score_that_is_accepted_can_be_shown(answer: Score) -> None:
    written = codec.unstructure(answer)

    @given(changed(written, [*JUNK, "area_m2", "clean", "all_or_nothing", HUT, HALL]))
    @settings(max_examples=100)
    def try_changes(other: Any) -> None:
        try:
            made = codec.structure(other, Score)
        except InvalidInput:
            return
        show(made)
        assert codec.loads(codec.dumps(made), Score) == made

    try_changes()


def test_evidence_is_about_the_noun_of_its_rule() -> None:
    of_venue = codec.unstructure(RESULTS["finding"])
    of_employer = codec.unstructure(RESULTS["assessment_employer"])["findings"][0]
    assert ("applies_evidence[0].required", "wrong_noun") in problems(
        {**of_venue, "applies_evidence": of_employer["applies_evidence"]}, Finding
    )
    always = {"type": "AllOf", "parts": []}
    rule = {**of_venue["rule"], "applies": always, "requires": always}
    assert ("applies_evidence[0].required", "wrong_noun") in problems(
        {**of_venue, "rule": rule}, Finding
    )


def test_every_noun_of_an_assessment_is_the_subjects() -> None:
    data = codec.unstructure(RESULTS["assessment"])
    found = problems({**data, "findings": [], "subject": EMPLOYER}, Assessment)
    assert {code for _, code in found} == {"wrong_noun"}
    assert {path.partition("[")[0] for path, _ in found} == {"benefits", "definitions"}
    benefits = codec.unstructure(RESULTS["benefit_finding"])
    benefits = {key: value for key, value in benefits.items() if key != "format"}
    assert problems(
        {**data, "findings": [], "definitions": [], "benefits": [benefits]}, Assessment
    ) == [("benefits[0]", "wrong_noun")]


def test_a_rule_by_reading_is_of_no_single_criterion() -> None:
    rule = next(one for one in PLANS[-1].rules if isinstance(one.requires, w.ByReading))
    finding = attrs.evolve(RESULTS["finding"], rule=rule)
    assert codec.loads(codec.dumps(finding), Finding) == finding


def test_what_nobody_is_asked_cannot_be_mended() -> None:
    rule = w.Rule(clause=PLANS[-1].clauses[0], requires=cp.any_of())
    of_nothing = {"missing": (), "applies_evidence": (), "requires_evidence": ()}
    finding = attrs.evolve(RESULTS["finding"], rule=rule, **of_nothing)
    remedy = Remedy(finding=finding, options=(), fixed=())
    assert codec.loads(codec.dumps(remedy), Remedy) == remedy
    option = {
        "changes": [{"path": "rooms", "observed": None}],
        "needed": {"type": "AllOf", "parts": []},
    }
    assert problems({**codec.unstructure(remedy), "options": [option]}, Remedy) == [
        ("options[0].changes[0].path", "not_found")
    ]


def test_a_count_that_was_not_made_has_no_day() -> None:
    data = put(codec.unstructure(RESULTS["row_progress"]), "count", None)
    assert codec.structure({**data, "outcome": None}, RowProgress).reached is None
    data = put(codec.unstructure(RESULTS["target_progress"]), "measured", None)
    assert codec.structure({**data, "outcome": None}, TargetProgress).figure is None


def _values(data: Any) -> Iterator[Any]:
    if isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _values(inner)
    else:
        yield data


@pytest.mark.parametrize("name", RESULTS)
def test_what_is_accepted_can_be_shown_and_written(name: str) -> None:
    answer = RESULTS[name]
    written = codec.unstructure(answer)
    # Values of the answer itself, in the wrong place, are what is hardest to tell.
    own = list(dict.fromkeys(value for value in _values(written) if isinstance(value, str)))

    @given(st.data())
    @settings(max_examples=60)
    def try_changes(data: st.DataObject) -> None:
        other = data.draw(changed(written, [*JUNK, *own]))
        try:
            made = codec.structure(other, type(answer))
        except InvalidInput:
            return
        show(made)
        assert codec.loads(codec.dumps(made), type(answer)) == made

    try_changes()


# --- an answer made by hand -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "field", "value", "path"),
    [
        ("finding", "applies", "true", "applies"),
        ("finding", "missing", ["x"], None),
        ("finding", "missing", (3,), "missing[0]"),
        ("finding", "missing", ("nope",), "missing"),
        ("assessment", "plan_id", 3, "plan_id"),
        ("assessment", "subject", "a mall", "subject"),
        ("assessment", "findings", (RESULTS["benefit_finding"],), "findings[0]"),
        (
            "score",
            "items",
            (ItemScore(RESULTS["score"].items[0].item, -1, 3),),
            "items[0].low",
        ),
        ("agenda", "start", "2021-01-01", "start"),
    ],
)
def test_an_answer_that_could_not_be_read_is_not_written(
    name: str, field: str, value: object, path: str | None
) -> None:
    broken = attrs.evolve(RESULTS[name], **{field: value})
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(broken)
    paths = [problem.path for problem in caught.value.problems]
    assert path is None or path in paths


class _OfOne(tuple[Any, ...]):
    """A tuple of another class."""

    __slots__ = ()


FINDING, SCORE = RESULTS["finding"], RESULTS["score"]
PIECES = FINDING.applies_evidence


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        (attrs.evolve(FINDING, missing=list(FINDING.missing)), "missing"),
        (
            attrs.evolve(FINDING, applies_evidence=iter(FINDING.applies_evidence)),
            "applies_evidence",
        ),
        (attrs.evolve(RESULTS["assessment"], findings=[FINDING]), "findings"),
        (attrs.evolve(FINDING, missing=_OfOne()), "missing"),
        # A part that is wrong is named, and what it is part of is not reckoned with.
        (attrs.evolve(SCORE, items=(attrs.evolve(SCORE.items[0], low="3"),)), "items[0].low"),
        (
            attrs.evolve(SCORE, items=(attrs.evolve(SCORE.items[0], low=Decimal("NaN")),)),
            "items[0].low",
        ),
        *(
            (
                attrs.evolve(
                    FINDING,
                    applies_evidence=(
                        attrs.evolve(FINDING.applies_evidence[0], required=required),
                    ),
                ),
                "applies_evidence[0].required",
            )
            for required in (None, 5, cp.facts(cp.Venue).waiting_area)
        ),
    ],
    ids=lambda _: "",
)
def test_an_answer_is_written_as_it_is_or_not_at_all(answer: Any, path: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(answer)
    assert [problem.path for problem in caught.value.problems] == [path]


@pytest.mark.parametrize(
    ("criterion", "path"),
    [
        (Compare(cp.Venue, ("nope",), Op.GE, 3), "path"),
        (Compare(cp.Venue, ("rooms", True, "area_m2"), Op.GE, 3), "path"),
        (Compare(cp.Venue, 5, ">", "x"), "path"),  # type: ignore[arg-type]  # that is tried
        (Not(5), "part"),  # type: ignore[arg-type]  # that is tried
        (AllOf(5), "parts"),  # type: ignore[arg-type]  # that is tried
        (w.ByReading("a", {"o": 3}), "options.o"),
        (w.ByReading("a", {"o": w.Marking.ASSESSED}), "options.o"),
    ],
    ids=lambda _: "",
)
def test_a_criterion_that_could_not_be_read_is_not_written(criterion: Any, path: str) -> None:
    for held, at in ((criterion, path), ((cp.all_of(), criterion), f"[1].{path}")):
        with pytest.raises(InvalidInput) as caught:
            codec.dumps(held)
        assert [problem.path for problem in caught.value.problems] == [at]


def test_a_literal_out_of_its_form_is_not_written_as_another() -> None:
    loose: Any = Compare(cp.Venue, ("building_area_m2",), Op.GT, 0.1)  # type: ignore[arg-type]  # a float
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(loose)
    [problem] = caught.value.problems
    assert problem.code == "other_answer"
    # The same number exactly is what a rule keeps, and is written.
    rule = w.Rule(clause=PLANS[0].clauses[0], requires=loose)
    assert codec.loads(codec.dumps(rule.requires), cp.Criterion) == rule.requires


def test_a_day_with_a_time_is_not_written_as_a_day() -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(datetime(2024, 1, 1, 5))  # noqa: DTZ001 - no zone
    assert [problem.code for problem in caught.value.problems] == ["datetime_for_date"]
    assert codec.loads(codec.dumps(date(2024, 1, 1)), date) == date(2024, 1, 1)


def test_a_class_made_of_ours_is_not_written_as_ours() -> None:
    @attrs.frozen(kw_only=True)
    class OwnRule(w.Rule):
        weight: int = 0

    plan = PLANS[-1]
    own = OwnRule(clause=plan.rules[0].clause, requires=cp.all_of())
    plan = attrs.evolve(plan, rules=(plan.rules[1], own))
    for held, path in ((own, ""), (plan, "rules[1]")):
        with pytest.raises(InvalidInput) as caught:
            codec.dumps(held)
        assert [problem.path for problem in caught.value.problems] == [path]


def test_a_change_may_hold_what_was_observed() -> None:
    for observed in (None, True, 3, "x", date(2024, 1, 1), MALL, MALL.rooms, frozenset({1, 2})):
        change = Change("x", observed)
        assert codec.loads(codec.dumps(change), Change) == change


@pytest.mark.parametrize("half", ["applies", "requires"])
def test_a_finding_whose_evidence_says_otherwise_is_refused(half: str) -> None:
    venue = cp.Venue(category=cp.VenueCategory.HOSPITAL, building_area_m2=12_000, rooms=[])
    data = codec.unstructure(cp.assess(venue, cp.get_plan("shuangliao_2021")))
    seen = 0
    for index, found in enumerate(data["findings"]):
        for other in {"true", "false", "unknown"} - {found[half]}:
            changed = copy.deepcopy(data)
            changed["findings"][index][half] = other
            with pytest.raises(cp.InvalidInput) as caught:
                codec.structure(changed, Assessment)
            places = {problem.path for problem in caught.value.problems}
            assert any(place.startswith(f"findings[{index}]") for place in places)
            seen += 1
    assert seen == 2 * len(data["findings"]) > 0
