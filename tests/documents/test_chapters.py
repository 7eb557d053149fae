"""A plan made of chapters: clauses registered with what encodes them, names looked up."""

import pickle
from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.base.text import Text
from careplan.documents.chapters.drafts import Draft
from careplan.documents.chapters.entries import Entry
from careplan.documents.rules import Cited

venue, employer = cp.facts(cp.Venue), cp.facts(cp.Employer)
A_ROOM = cp.some(venue.rooms)
TITLE = Text(zh="标题", en="title")
PAIR = ("标题", "title")
DOCUMENT = w.Document(title=TITLE, issuer=TITLE)
OFFICES = w.office_table(("市卫健局", cp.Body.HEALTH), ("市教育局", cp.Body.EDUCATION))
QUESTION = w.question("list", "1.a", "问", "Q?", closed=("是", "yes"), open=("否", "no"))


def first(*encoding: Any) -> Entry:
    """Register the clause 1.a, at 一（一）, with what encodes it."""
    return w.clause("1.a", "一（一）", w.MUST, "甲", "A.", *encoding)


def second(*encoding: Any) -> Entry:
    """Register the clause 2.b, at 二（二）, with what encodes it."""
    return w.clause("2.b", "二（二）", w.FACT, "乙", "B.", *encoding)


def plan_of(*chapters: Any, **given: Any) -> w.Plan:
    """Make a plan of chapters, with two offices and a question."""
    return w.Plan.of(
        "own", DOCUMENT, chapters, **{"offices": OFFICES, "questions": [QUESTION], **given}
    )


def wrong(*chapters: Any, **given: Any) -> list[str]:
    """Return what is said of chapters that make no plan, line by line."""
    with pytest.raises(InvalidInput) as caught:
        plan_of(*chapters, **given)
    return str(caught.value).splitlines()


# --- a clause and what stands beneath it -------------------------------------------------------


def test_an_entry_is_plain_and_frozen() -> None:
    draft, reason = w.task(lead="市卫健局"), w.declined("无要求", "asks nothing")
    entry = first(draft, reason, w.encoded_with("2.b"))
    assert entry.clause == w.Clause("1.a", "一（一）", w.MUST, Text(zh="甲", en="A."))
    assert entry.encoding == (draft, reason, w.encoded_with("2.b"))
    assert entry.drafts == (draft,)
    with pytest.raises(AttributeError):
        entry.encoding = ()  # type: ignore[misc]


def test_the_words_of_modality_are_all_at_hand() -> None:
    assert list(w.Modality) == [w.MUST, w.SHOULD, w.ENCOURAGED, w.MAY, w.PROHIBITED, w.FACT]


def test_a_clause_that_is_none_is_refused_by_number_and_locator() -> None:
    with pytest.raises(InvalidInput) as caught:
        w.clause("1.a", "一（一）", w.MUST, 7, "A.")  # type: ignore[call-overload]
    # The summary is read first, and fails alone.
    assert [(p.path, p.parameters["locator"]) for p in caught.value.problems] == [
        ("1.a.zh", "一（一）")
    ]
    with pytest.raises(InvalidInput) as caught:
        w.clause("1.a", "一（一）", 7, "甲", "A.")  # type: ignore[call-overload]
    assert str(caught.value).startswith("1.a.modality (一（一）): expected a member of Modality")
    other: Any = w.Precision.DAY
    with pytest.raises(InvalidInput, match="expected a member of Modality, got Precision"):
        w.clause("1.a", "一（一）", other, "甲", "A.")


@pytest.mark.parametrize("word", ["must", "MUST", "应当"])
def test_a_modality_goes_by_its_value_its_name_and_its_label(word: str) -> None:
    assert w.clause("1.a", "一", word, "甲").clause.modality is w.MUST


@pytest.mark.parametrize("word", ["支持", "引导", "探索", "支持、引导、探索", "should"])
def test_a_label_of_several_words_goes_by_each(word: str) -> None:
    assert w.clause("1.a", "一", word, "甲").clause.modality is w.SHOULD


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("应当 应 须 必须 must", w.MUST),
        ("可以 可 may", w.MAY),
        ("不得 禁止 严禁 prohibited", w.PROHIBITED),
        ("鼓励 encouraged", w.ENCOURAGED),
        ("陈述 fact FACT", w.FACT),
    ],
)
def test_the_words_documents_have_for_how_strongly_they_speak(
    words: str, modality: w.Modality
) -> None:
    for word in words.split():
        assert w.clause("1.a", "一", word, "甲").clause.modality is modality


@pytest.mark.parametrize(
    ("word", "meant"), [("encourage", "; did you mean 鼓励?"), ("不予", ""), ("", "")]
)
def test_an_unknown_word_of_modality_is_refused_with_what_is_known(word: str, meant: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        w.clause("1.a", "一", word, "甲")
    [problem] = caught.value.problems
    assert (problem.path, problem.code, problem.value) == ("1.a.modality", "not_a_member", word)
    said = problem.text("en")
    assert "应当, 支持, 引导, 探索, 鼓励, 可以, 不得, 陈述, 应, 须, 必须" in said
    assert "must, should, encouraged, may, prohibited, fact" in said
    assert meant in said
    assert ("did you mean" in said) is bool(meant)


def test_a_clause_has_a_title_where_its_summary_heads_no_list() -> None:
    reason = w.declined("无要求")
    titled = w.clause("1.a", "一", w.MUST, "甲甲甲", reason, title=("甲", "A")).clause
    assert (titled.title, titled.heading) == (Text(zh="甲", en="A"), Text(zh="甲", en="A"))
    assert w.clause("1.a", "一", w.MUST, "甲", title="乙").clause.title == Text(zh="乙")
    plain = w.clause("1.a", "一", w.MUST, "甲甲甲").clause
    assert (plain.title, plain.heading) == (None, Text(zh="甲甲甲"))
    with pytest.raises(InvalidInput) as caught:
        w.clause("1.a", "一", w.MUST, "甲", title=7)  # type: ignore[call-overload]
    assert [one.path for one in caught.value.problems] == ["1.a.title"]


def test_a_clause_in_chinese_alone() -> None:
    reason = w.declined("无要求")
    alone = w.clause("1.a", "一", w.MUST, "甲", reason, w.encoded_with("2.b"))
    assert alone == w.clause("1.a", "一", w.MUST, "甲", None, reason, w.encoded_with("2.b"))
    assert alone.clause.summary == Text(zh="甲")
    assert alone.encoding == (reason, w.encoded_with("2.b"))
    assert reason.reason == Text(zh="无要求")
    bare = w.clause("1.a", "一", w.MUST, "甲")
    assert (bare.clause, bare.encoding) == (alone.clause, ())
    assert w.clause("1.a", "一", w.MUST, "甲", "A.", reason).encoding == (reason,)


def test_what_stands_in_the_place_of_the_english_and_is_none_encodes_nothing() -> None:
    seven: Any = 7
    with pytest.raises(InvalidInput) as caught:
        w.clause("1.a", "一", w.MUST, "甲", seven)
    assert [problem.path for problem in caught.value.problems] == ["1.a.encoding[0]"]


def test_a_number_or_locator_that_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        w.clause(4, None, w.MUST, "甲", "A.")  # type: ignore[call-overload]
    assert [problem.path for problem in caught.value.problems] == ["4.number", "4.locator"]
    assert all("locator" not in problem.parameters for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("beneath", "shown"),
    [
        # A route stands inside a registration, a rule has a clause already.
        (w.route(cp.Body.HEALTH, None, cp.facts(cp.Applicant).approval_powers_merged), "Route"),
        (w.Clause("1", "一", w.MUST, TITLE), "Clause"),
        ("卫健局牵头", "卫健局牵头"),
    ],
)
def test_what_encodes_no_clause_is_refused(beneath: object, shown: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        first(w.task(), beneath)
    [problem] = caught.value.problems
    assert (problem.path, problem.code) == ("1.a.encoding[1]", "wrong_type")
    assert problem.parameters["locator"] == "一（一）"
    assert shown in problem.text("en")


def test_what_stands_beneath_a_clause_names_no_other() -> None:
    assert plan_of(first(w.task(clause="1.a"))).tasks[0].number == "1.a"
    with pytest.raises(InvalidInput) as caught:
        first(w.task(clause="2.b"))
    assert str(caught.value) == (
        "1.a.encoding[0].clause (一（一）): '2.b' contradicts number (1.a)"
    )


# --- texts in Chinese alone ---------------------------------------------------------------------


def test_a_text_is_given_as_a_text_a_pair_or_chinese_alone() -> None:
    plan = plan_of(
        first(*(w.task(one, part=str(at)) for at, one in enumerate((TITLE, PAIR, "标题", None)))),
        second(w.council("g", "组", convenor="县长", deputies=("甲", ("乙", "B"), TITLE))),
    )
    assert [task.title for task in plan.tasks] == [TITLE, TITLE, Text(zh="标题"), None]
    [council] = plan.councils
    assert council.convenor == Text(zh="县长")
    assert council.deputies == (Text(zh="甲"), Text(zh="乙", en="B"), TITLE)


def test_what_is_no_text_is_refused_where_it_stands() -> None:
    assert wrong(first(w.task(w.MUST))) == [  # a member of an enum, though it equals a text
        "1.a.title.zh (一（一）): expected a text, got Modality.MUST"
    ]


def test_functions_that_make_texts_take_chinese_alone() -> None:
    assert w.note(A_ROOM, "另行规定").text == Text(zh="另行规定")
    made = plan_of(first(w.term("甲"), w.form("f", "表", w.blank("a", "名称"))))
    assert made.definitions[0].term == Text(zh="甲")
    assert made.forms["f"].fields[0].label == Text(zh="名称")
    assert made.forms["f"].title == Text(zh="表")


def test_a_blank_in_chinese_alone_still_says_what_it_takes() -> None:
    kind, count, text = w.FieldType.CHOICE, w.FieldType.COUNT, w.FieldType.TEXT
    for one, two in (
        (w.blank("a", "位", kind, "x", "y"), w.blank("a", "位", None, kind, "x", "y")),
        (w.blank("a", "位", count), w.blank("a", "位", None, count)),
        (w.blank("a", "位"), w.blank("a", "位", None, text)),
    ):
        assert one == two
        assert one.label == Text(zh="位")
    full = w.blank("a", "位", "where", kind, "x", required=False)
    assert (full.label, full.type) == (Text(zh="位", en="where"), kind)
    assert (full.options, full.required) == (("x",), False)
    total = w.blank("a", "位", count, total_of="b c", most=2.5)
    assert (total.total_of, str(total.most)) == (("b", "c"), "2.5")


def test_what_a_blank_takes_is_one_of_the_types() -> None:
    wrong_type: Any = "choice"
    with pytest.raises(InvalidInput, match="type: expected a member of FieldType"):
        w.blank("a", "位", "where", wrong_type)
    with pytest.raises(TypeError, match=r"[Dd]id you mean .?required"):
        w.blank("a", "位", requird=False)  # type: ignore[call-overload]


# --- a ledger of a mapping ----------------------------------------------------------------------

EARLY, LATE = date(2026, 12, 31), date(2027, 12, 31)
YEAR_END = w.Precision.YEAR_END


def test_a_mapping_stands_for_a_row_of_each_locality() -> None:
    def plan(*rows: Any) -> w.Plan:
        return plan_of(first(w.ledger("slots", "托位", *rows, precision=YEAR_END)))

    rows = [
        w.row("甲镇", w.Milestone(EARLY, 10), w.Milestone(LATE, 20), part="甲镇"),
        w.row("乙镇", w.Milestone(LATE, 30), part="乙镇"),
        w.row("丙镇", part="丙镇"),
    ]
    mapped = {"甲镇": {LATE: 20, EARLY: 10}, "乙镇": {LATE: 30}, "丙镇": {}}  # in no order
    made = plan(mapped)
    assert made == plan(*rows)
    assert [row.id for row in made.ledgers["slots"].rows] == ["1.a/甲镇", "1.a/乙镇", "1.a/丙镇"]
    some = {"乙镇": {LATE: 30}, "丙镇": {}}
    assert plan(rows[0], some) == made


@pytest.mark.parametrize(
    ("owed", "path", "code"),
    [
        ({"甲镇": 20}, "slots.甲镇", "wrong_type"),
        ({"甲镇": {LATE: -1}}, "slots.甲镇[2027-12-31].value", "too_small"),
        ({"甲镇": {LATE: None}}, "slots.甲镇[2027-12-31].value", "required"),
        ({"甲镇": {"2027": 1}}, "slots.甲镇['2027']", "wrong_type"),
        ({7: {LATE: 1}}, "slots[7]", "wrong_type"),
        ({None: {LATE: 1}}, "slots[None]", "required"),
    ],
)
def test_what_is_wrong_with_a_mapping_names_the_locality(owed: Any, path: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        w.ledger("slots", "托位", owed, precision=YEAR_END)
    assert (caught.value.problems[0].path, caught.value.problems[0].code) == (path, code)


def test_all_that_is_wrong_with_a_mapping_is_said_at_once() -> None:
    owed: Any = {"甲镇": {EARLY: "1", LATE: 2}, "乙镇": []}
    with pytest.raises(InvalidInput) as caught:
        w.ledger("slots", "托位", owed, precision=YEAR_END)
    paths = [problem.path for problem in caught.value.problems]
    assert paths == ["slots.甲镇[2026-12-31].value", "slots.乙镇"]


def test_a_locality_of_a_row_and_of_a_mapping_stands_twice() -> None:
    twice = w.ledger("slots", "托位", w.row("甲镇"), {"甲镇": {}}, precision=YEAR_END)
    assert wrong(first(twice)) == ["1.a.rows (一（一）): stands more than once: '甲镇'"]


# --- the plan -------------------------------------------------------------------------------


def test_a_plan_of_chapters_is_the_plan_of_the_constructor() -> None:
    one, two = first().clause, second().clause
    made = plan_of(
        (first(w.duty(requires=A_ROOM), w.task(lead="市卫健局")),),
        [(second(w.declined("无要求", "asks nothing")),)],
    )
    assert made == w.Plan(
        id="own",
        document=DOCUMENT,
        clauses=(one, two),
        interpretations=(QUESTION,),
        rules=(w.Rule(clause=one, requires=A_ROOM),),
        tasks=(w.Task(clause=one, lead=(OFFICES["市卫健局"],)),),
        offices=OFFICES,
        not_encoded={"2.b": Text(zh="无要求", en="asks nothing")},
    )


def test_a_plan_needs_neither_questions_nor_offices() -> None:
    plan = w.Plan.of("own", DOCUMENT, first(w.duty(requires=A_ROOM)))
    assert (plan.offices, plan.interpretations, len(plan.rules)) == ({}, (), 1)


def test_objects_stand_in_the_order_of_their_clauses() -> None:
    plan = plan_of(second(w.task(part="x"), w.task(part="y")), first(w.task()))
    assert [task.id for task in plan.tasks] == ["2.b/x", "2.b/y", "1.a"]


def test_a_clause_not_encoded_yet_is_missing_and_no_error() -> None:
    coverage = plan_of(first(w.task()), second()).coverage()
    assert (coverage.encoded, coverage.missing) == (("1.a",), ("2.b",))


def test_a_clause_may_be_encoded_with_another() -> None:
    by_also = plan_of(first(w.encoded_with("2.b")), second(w.term("甲", "a", also="1.a")))
    inner = w.stage("s", PAIR, w.month(2021, 6), w.task(clause="1.a"))
    by_part = plan_of(first(w.encoded_with("2.b")), second(inner))
    assert by_also.coverage().complete
    assert by_part.coverage().complete


def test_a_clause_may_be_encoded_with_a_part_that_stands_inside_another() -> None:
    def stage(also: str) -> Entry:
        return first(w.stage("s", PAIR, w.month(2021, 6), also=also))

    third = w.clause("3.c", "三（三）", w.MUST, "丙", "C.", w.encoded_with("2.b"))
    naming = second(w.inside("1.a", w.task(also="3.c")))
    assert plan_of(stage(""), naming, third).coverage().complete
    # That the stage around the part names 3.c does not make the part encode it.
    [said] = wrong(stage("3.c"), second(w.inside("1.a", w.task())), third)
    assert said.startswith("3.c.encoded_with (三（三）): nothing under clause '2.b' encodes")
    # Of a stage that could not be made nobody says what its parts would encode.
    [said] = wrong(stage("9"), naming, third)
    assert said.startswith("1.a.also (一（一）): no clause named '9'")


# --- parts under clauses of their own -----------------------------------------------------------


def test_a_part_stands_inside_an_object_of_another_clause() -> None:
    # Written before its stage, behind the task that stands with the stage.
    plan = plan_of(
        first(w.inside("2.b", w.task(lead="市卫健局", part="x"), w.task(part="y"))),
        second(w.stage("s", PAIR, w.month(2021, 6), w.task(acting="市教育局"))),
    )
    [stage] = plan.stages
    assert [task.id for task in stage.tasks] == ["2.b", "1.a/x", "1.a/y"]
    assert stage.tasks[1].lead == (OFFICES["市卫健局"],)
    assert plan.tasks == ()
    assert plan.coverage().complete


def test_a_part_stands_in_every_object_that_holds_its_kind_or_in_the_one_named() -> None:
    sheets = [
        w.sheet(key, PAIR, w.item("a", PAIR, 1, A_ROOM), part=key, pass_mark=1)
        for key in ("hut", "room")
    ]
    both = w.inside("2.b", w.item("b", PAIR, 2, A_ROOM))
    only = w.inside("2.b/room", w.item("c", PAIR, 3, A_ROOM))
    plan = plan_of(first(both, only), second(*sheets, w.task()))
    points = {key: sheet.max_points for key, sheet in plan.scorecards.items()}
    assert points == {"hut": 1 + 2, "room": 1 + 2 + 3}


def test_a_registration_is_written_clause_by_clause() -> None:
    step = w.step("file", PAIR, actor=cp.Party.INSTITUTION, before=cp.Body.HEALTH)
    merged = cp.facts(cp.Applicant).approval_powers_merged
    route = w.route(cp.Body.CIVIL_AFFAIRS, None, merged)
    scope = w.scope("托育服务", applies=merged, modes=None)
    watch = w.oversight(cp.ToddlerClass, managed_by=cp.Body.EDUCATION)
    plan = plan_of(
        first(w.inside("2.b", step, scope), w.inside("2.b", watch, route)), second(w.registration())
    )
    made = plan.registration
    assert made is not None
    assert made.scope is not None
    parts = (*made.routes, *made.steps, *made.oversight, made.scope)
    assert [(type(one), one.number) for one in parts] == [
        (w.Route, "1.a"), (w.Step, "1.a"), (w.Oversight, "1.a"), (w.BusinessScope, "1.a")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("of", "other", "said"),
    [
        ("2.B", [], "no clause named '2.B'; did you mean 2.b?"),
        ("2.b", [w.task()], "nothing under clause '2.b' has a place for it"),
        ("2.b/x", [w.registration(part="y")], "nothing under clause '2.b/x' has a place for it"),
        (
            "2.b",
            [w.registration(scope=w.scope("托", applies=A_ROOM, modes=None))],
            "stands more than once: 'scope'",
        ),
    ],
)
def test_a_part_that_has_no_place(of: str, other: list[Any], said: str) -> None:
    scope = w.scope("托育服务", applies=A_ROOM, modes=None)
    assert wrong(first(w.inside(of, scope)), second(*other))[0].startswith(
        f"1.a.inside (一（一）): {said}"
    )


def test_only_a_part_stands_inside() -> None:
    with pytest.raises(InvalidInput) as caught:
        first(w.inside("2.b", w.duty(requires=A_ROOM), w.task(clause="2.b")))  # type: ignore[arg-type]
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ("1.a.encoding[0].drafts[0]", "wrong_type"),
        ("1.a.encoding[0].drafts[1].clause", "contradiction"),
    ]


# --- what is wrong with it ------------------------------------------------------------------


def test_everything_wrong_is_said_at_once_with_clause_and_locator() -> None:
    assert wrong(
        first(
            w.duty(part="x", requires=None, also="2.B", advisory=PAIR),  # type: ignore[arg-type]
            w.task(lead="市卫建局", support="区税务局 等"),
        ),
        second(w.regular("k", ("标题", 7), every=3)),  # type: ignore[arg-type]
    ) == [
        "1.a/x.also (一（一）): no clause named '2.B'; did you mean 2.b?",
        "1.a/x.requires (一（一）): must be stated",
        "1.a.lead (一（一）): no office named '市卫建局'; did you mean 市卫健局?",
        "1.a.support (一（一）): no office named '区税务局'; known: 市卫健局, 市教育局",
        "2.b.title.en (二（二）): expected a text, got 7",
        "2.b.every (二（二）): expected Interval, got 3",
    ]


@pytest.mark.parametrize(
    ("encoding", "path", "code", "value"),
    [
        # Names of clauses, wherever one is named.
        ([w.task(also="1.a 3.c")], "1.a.also", "not_found", "3.c"),
        ([w.council("g", "组", members_under="3.c")], "1.a.members_under", "not_found", "3.c"),
        (
            [
                w.registration(
                    oversight=(
                        w.oversight(
                            cp.ToddlerClass, managed_by=cp.Body.EDUCATION, guided_under="3.c"
                        ),
                    )
                )
            ],
            "1.a.oversight[0].guided_under",
            "not_found",
            "3.c",
        ),
        (
            [w.stage("s", PAIR, w.month(2021, 6), w.task(clause="3.c"))],
            "1.a.tasks[0].clause",
            "not_found",
            "3.c",
        ),
        ([w.encoded_with("3.c")], "1.a.encoded_with", "not_found", "3.c"),
        # Names of offices: of one, and of several.
        ([w.council("g", "组", lead="卫健")], "1.a.lead", "not_found", "卫健"),
        ([w.benefit(condition=A_ROOM, owed_by="局")], "1.a.owed_by", "not_found", "局"),
        # What the constructors refuse: of a field, of a part of one, and of several together.
        ([w.duty(requires=7)], "1.a.requires", "wrong_type", 7),  # type: ignore[arg-type]
        ([w.task(("a",))], "1.a.title", "wrong_type", ("a",)),  # type: ignore[arg-type]
        (
            [w.sheet("s", PAIR, w.item("i", PAIR, -1, A_ROOM), pass_mark=0)],
            "1.a.items[0].max_points",
            "too_small",
            -1,
        ),
        (
            [w.council("g", "组", members_under="2.b")],
            "1.a.members_under",
            "not_an_option",
            "2.b",
        ),
        (
            [w.duty(part="p", applies=A_ROOM, requires=cp.some(employer.rooms))],
            "1.a/p",
            "nouns_together",
            None,
        ),
        # What stands inside an object and is none of its parts.
        (
            [w.stage("s", PAIR, w.month(2021, 6), w.term("甲", "a"))],  # type: ignore[arg-type]
            "1.a.tasks[0]",
            "wrong_type",
            None,
        ),
        # What several objects cannot be together.
        ([w.task(under=("lst", "open"))], "1.a", "no_such_question", "lst"),
        ([w.task(part="p", under=("list", "opne"))], "1.a/p", "no_such_option", "opne"),
        ([w.duty(requires=A_ROOM), w.duty(requires=A_ROOM)], "Rule 1.a", "duplicate", "1.a"),
        ([w.form("f", PAIR, w.FormField(key="a", label=TITLE))] * 2, "1.a.forms", "duplicate", "f"),
        ([w.registration(), w.registration()], "1.a.registration", "duplicate", "registration"),
    ],
)
def test_what_is_wrong_is_said_of_its_clause(
    encoding: list[Any], path: str, code: str, value: object
) -> None:
    with pytest.raises(InvalidInput) as caught:
        plan_of(first(*encoding), second())
    problem = caught.value.problems[0]
    assert (problem.path, problem.code) == (path, code)
    assert value is None or problem.value == value
    assert problem.parameters["locator"] == "一（一）"


def test_what_is_wrong_with_a_part_is_said_of_its_own_clause() -> None:
    inner = w.item("i", PAIR, -1, A_ROOM, clause="2.b", part="x")
    [said] = wrong(first(w.sheet("s", PAIR, inner, pass_mark=0)), second())
    assert said == "2.b/x.max_points (二（二）): must be at least 0, got -1"


def test_a_clause_said_to_be_encoded_where_it_is_not() -> None:
    # 2.b has a task, which does not name 1.a; and in the second plan it has none at all.
    for other in (second(w.task()), second()):
        [said] = wrong(first(w.encoded_with("2.b")), other)
        assert said.startswith("1.a.encoded_with (一（一）): nothing under clause '2.b' encodes")


def test_of_what_could_not_be_made_nobody_says_what_it_encodes() -> None:
    [said] = wrong(first(w.encoded_with("2.b")), second(w.task(also="1.a", lead="局")))
    assert said.startswith("2.b.lead (二（二）): no office named '局'")


def test_a_clause_registered_twice() -> None:
    assert wrong(first(w.task()), first()) == [
        "clause 1.a (一（一）): stands more than once: '1.a'"
    ]


def test_a_key_may_stand_once_in_a_plan_among_its_kind() -> None:
    fine = w.target("k", PAIR, w.Measure.WORDS, value=None, due=None)
    field = w.FormField(key="a", label=TITLE)
    assert len(plan_of(first(fine), second(w.form("k", PAIR, field))).targets) == 1
    assert wrong(first(fine), second(fine)) == [
        "2.b.targets (二（二）): stands more than once: 'k'"
    ]


def test_a_question_about_an_unknown_clause() -> None:
    asked = w.question("q", "1.A", "问", "Q?", a=("甲", "a"), b=("乙", "b"))
    assert wrong(first(), second(), questions=[asked]) == [
        "q.clauses: no clause named '1.A'; did you mean 1.a?"
    ]


def test_what_is_wrong_with_the_plan_itself_has_no_clause() -> None:
    assert wrong(first(), questions=[7]) == ["questions[0]: expected Interpretation, got 7"]


def test_a_chapter_holds_clauses_and_nothing_else() -> None:
    assert wrong((first(), w.task()), "第一章")[1:] == [
        "chapters[1]: expected clause(...), got '第一章'"
    ]
    assert wrong((first(), 7)) == ["chapters[0][1]: expected clause(...), got 7"]


def test_offices_are_offices_by_name() -> None:
    assert wrong(first(), offices={"局": "卫健局"})[0].startswith("offices")


def test_where_a_clause_stands_survives_pickling() -> None:
    with pytest.raises(InvalidInput) as caught:
        plan_of(first(w.task(lead="局")))
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert str(again) == str(caught.value)
    assert again.problems[0].parameters["locator"] == "一（一）"


# --- every document of ours ----------------------------------------------------------------------


def draft_of(one: Any, plan: w.Plan, *, inner: bool = True) -> Any:
    """Write an object as its author would: names for offices and clauses, pairs for texts."""
    match one:
        case Cited():
            fields = {
                field.name: draft_of(getattr(one, field.name), plan)
                for field in attrs.fields(type(one))
                if field.name != "clause"
            }
            return Draft(type(one), {**fields, **({"clause": one.number} if inner else {})})
        case w.Clause():
            return one.number
        case w.Office():
            return one.name if plan.offices.get(one.name) == one else one
        case w.Text():
            return (one.zh, one.en)
        case tuple():
            listed = tuple(draft_of(part, plan) for part in one)
            names = listed and all(isinstance(part, str) for part in listed)
            return " ".join(listed) if names and isinstance(one[0], w.Clause | w.Office) else listed
    return one


def chapters_of(plan: w.Plan) -> list[Entry]:
    """Write a plan clause by clause."""
    encoding: dict[str, list[Any]] = {clause.number: [] for clause in plan.clauses}
    for name in (field.name for field in attrs.fields(w.Plan)):
        value = getattr(plan, name)
        held = value.values() if isinstance(value, Mapping) else (value,)
        for one in value if isinstance(value, tuple) else held:
            if isinstance(one, Cited):
                encoding[one.number].append(draft_of(one, plan, inner=False))
    for number, reason in plan.not_encoded.items():
        encoding[number].append(w.declined(reason.zh, reason.en))
    return [
        w.clause(
            one.number, one.locator, one.modality, one.summary.zh, one.summary.en,
            *encoding[one.number], title=one.title,
        )
        for one in plan.clauses
    ]  # fmt: skip


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_what_our_documents_say_can_be_written_clause_by_clause(plan_id: str) -> None:
    plan = cp.get_plan(plan_id)
    chapters = chapters_of(plan)
    questions, offices = plan.interpretations, plan.offices
    made = w.Plan.of(plan.id, plan.document, chapters, questions=questions, offices=offices)
    order = [clause.number for clause in plan.clauses]
    for field in attrs.fields(w.Plan):
        expected, value = getattr(plan, field.name), getattr(made, field.name)
        if isinstance(expected, tuple) and isinstance(next(iter(expected), None), Cited):
            # The objects of a kind stand in the order of their clauses.
            expected = tuple(sorted(expected, key=lambda one: order.index(one.number)))
        assert value == expected, field.name
