"""What is written loosely is understood, and what is wrong is said so that it can be mended."""

import operator
import pickle
from datetime import date
from typing import Any

import pytest
from fields_said import fields_said

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.documents.chapters.entries import Entry
from careplan.documents.encoded import pick

venue, employer = cp.facts(cp.Venue), cp.facts(cp.Employer)
A_ROOM = cp.some(venue.rooms)
DOCUMENT = w.Document(title="标题", issuer="某县")
OFFICES = w.office_table(("市卫健局", cp.Body.HEALTH), ("市教育局", cp.Body.EDUCATION))
QUESTION = w.question("list", "1.a", "问", "Q?", closed=("是", "yes"), open=("否", "no"))
EARLY, LATE = date(2026, 12, 31), date(2027, 12, 31)
YEAR_END = w.Precision.YEAR_END


def first(*encoding: Any) -> Entry:
    """Register the clause 1.a, at 一（一）, with what encodes it."""
    return w.clause("1.a", "一（一）", w.MUST, "甲", *encoding)


def second(*encoding: Any) -> Entry:
    """Register the clause 2.b, at 二（二）, with what encodes it."""
    return w.clause("2.b", "二（二）", w.FACT, "乙", *encoding)


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


def test_a_clause_encoded_elsewhere_is_to_be_named_there() -> None:
    assert wrong(first(w.duty(requires=A_ROOM)), second(w.encoded_with("1.a"))) == [
        (
            "2.b.encoded_with (二（二）): nothing under clause '1.a' encodes this one: "
            'write also="2.b" for what stands there'
        )
    ]


def test_a_duty_about_two_nouns_says_which_and_what_to_write() -> None:
    room = cp.facts(cp.Room)
    note = w.note(employer.many_female_employees, "甲")
    for duty, nouns in (
        (w.duty(applies=A_ROOM, requires=room.area_m2 >= 6), "Room, Venue"),
        (w.duty(requires=A_ROOM, otherwise=note), "Employer, Venue"),
    ):
        assert wrong(first(duty)) == [
            (
                f"1.a (一（一）): one duty speaks about one noun, here about {nouns}: ask about "
                "the items of a collection with some(...) / every(...)"
            )
        ]


def test_a_question_is_to_be_listed() -> None:
    assert wrong(
        first(w.duty(requires=w.choose(QUESTION, closed=A_ROOM, open=~A_ROOM))), questions=[]
    ) == ["1.a (一（一）): there is no question 'list' among questions"]


@pytest.mark.parametrize("under", ["closed", ("list",), (3, "closed"), QUESTION, {}, "", ()])
def test_a_reading_is_a_question_and_an_option(under: Any) -> None:
    for write in (
        lambda: w.task(under=under),
        lambda: w.target("k", "名", w.Measure.COUNT, value=1, due=LATE, under=under),
    ):
        with pytest.raises(InvalidInput) as caught:
            write()
        assert str(caught.value).startswith("under: expected (question, option), got ")
    of_two_texts: Any = ["list", "closed"]
    assert plan_of(first(w.task(under=of_two_texts))).tasks[0].under == ("list", "closed")


def test_offices_may_be_apart_by_the_comma_of_a_list() -> None:
    made = plan_of(first(w.task(support="市卫健局、市教育局 等")))
    assert [one.name for one in made.tasks[0].support] == ["市卫健局", "市教育局"]
    assert made.tasks[0].open_list
    own = {"局、办": cp.Body.HEALTH}  # a name that has one in it is one name
    assert plan_of(first(w.task(lead="局、办")), offices=own).tasks[0].lead[0].name == "局、办"
    assert wrong(first(w.task(lead="市卫健局、市教体局"))) == [
        "1.a.lead (一（一）): no office named '市教体局'; did you mean 市教育局?"
    ]


@pytest.mark.parametrize("names", ["2.b 1.a", ["2.b", "1.a"], ("2.b", "1.a")])
def test_names_are_one_text_or_a_list(names: Any) -> None:
    assert w.encoded_with(names).numbers == ("2.b", "1.a")
    assert w.question("q", names, "问", a="甲", b="乙").clauses == ("2.b", "1.a")
    step = w.step("s", "办", actor=cp.Body.HEALTH, before=cp.Body.HEALTH, after=names)
    assert step.fields["after"] == ("2.b", "1.a")
    assert w.council("g", "组", aliases=names).fields["aliases"] == ("2.b", "1.a")
    assert w.blank("n", "数", w.FieldType.COUNT, total_of=names).total_of == ("2.b", "1.a")


@pytest.mark.parametrize("names", [3, None, [3], {"2.b"}, w.MUST])
def test_what_are_no_names_is_refused(names: Any) -> None:
    for write, path in (
        (lambda: w.encoded_with(names), "encoded_with"),
        (lambda: w.question("q", names, "问", a="甲", b="乙"), "q.clauses"),
        (lambda: w.council("g", "组", aliases=names), "aliases"),
    ):
        with pytest.raises(InvalidInput) as caught:
            write()
        assert [(one.path, one.code) for one in caught.value.problems] == [(path, "wrong_type")]


def test_a_date_stands_for_a_day() -> None:
    on = date(2027, 9, 30)
    made = plan_of(first(w.deadline("survey", "摸底", on), w.stage("work", "实施", on)))
    assert made.deadlines[0].period == made.stages[0].period == w.one_day(on)
    no_day: Any = "九月底"
    said = wrong(first(w.deadline("survey", "摸底", no_day)))[0]
    assert said.startswith("1.a.period (一（一）): ")


# --- ledgers as they are printed -------------------------------------------------------------


def test_what_is_owed_by_the_end_of_years() -> None:
    made = plan_of(
        first(w.ledger("slots", "托位", {"甲镇": {2028: 30, 2027: 20}}, totals={2027: 20}))
    )
    ledger = made.ledgers["slots"]
    assert ledger.precision is YEAR_END
    assert ledger.rows[0].milestones == (w.Milestone(LATE, 20), w.Milestone(date(2028, 12, 31), 30))
    assert ledger.totals == (w.Milestone(LATE, 20),)


@pytest.mark.parametrize(
    "rows", [[{"甲镇": {LATE: 20}}], [{"甲镇": {}}], [w.row("甲镇")], [], [{}]]
)
def test_how_exact_other_days_are_is_for_the_author_to_say(rows: list[Any]) -> None:
    assert wrong(first(w.ledger("slots", "托位", *rows))) == [
        "1.a.precision (一（一）): must be stated"
    ]


def test_one_row_by_years_does_not_speak_for_another() -> None:
    rows: list[Any] = [{"甲镇": {2027: 20}}, w.row("乙镇", w.Milestone(EARLY, 20))]
    assert wrong(first(w.ledger("slots", "托位", *rows))) == [
        "1.a.precision (一（一）): must be stated"
    ]


@pytest.mark.parametrize(
    ("totals", "path"),
    [({LATE: -1}, "slots.totals[2027-12-31].value"), ({"2027": 1}, "slots.totals['2027']")],
)
def test_what_is_wrong_with_totals_is_said(totals: Any, path: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        w.ledger("slots", "托位", {"甲镇": {2027: 20}}, totals=totals)
    assert caught.value.problems[0].path == path


def test_totals_that_are_none_are_left_to_the_ledger() -> None:
    assert wrong(first(w.ledger("slots", "托位", {"甲镇": {2027: 20}}, totals=1)))[0].startswith(  # type: ignore[arg-type]
        "1.a.totals (一（一）): "
    )


# --- a plan without a Document, offices as bodies -----------------------------------------------


def test_a_title_and_an_issuer_stand_for_a_document() -> None:
    made = w.Plan.of("own", "通知", [first()], issuer=("某县", "a county"))
    assert made.document == w.Document(title="通知", issuer=("某县", "a county"))


def test_a_document_has_its_own_issuer() -> None:
    with pytest.raises(InvalidInput) as caught:
        w.Plan.of("own", DOCUMENT, [first()], issuer="某县")
    assert [(one.path, one.code) for one in caught.value.problems] == [("issuer", "contradiction")]
    with pytest.raises(InvalidInput) as caught:
        w.Plan.of("own", "通知", [first()])
    assert str(caught.value) == "document.issuer: must be stated"


def test_a_body_stands_for_the_office_of_its_name() -> None:
    offices: Any = {
        "卫健局": cp.Body.HEALTH,
        "县教育局": (cp.Body.EDUCATION, cp.Level.COUNTY),
        "财政局": w.Office("财政局", cp.Body.FINANCE),
    }
    made = plan_of(first(w.task(lead="卫健局")), offices=offices)
    assert made.offices == {
        "卫健局": w.Office("卫健局", cp.Body.HEALTH),
        "县教育局": w.Office("县教育局", cp.Body.EDUCATION, cp.Level.COUNTY),
        "财政局": w.Office("财政局", cp.Body.FINANCE),
    }


@pytest.mark.parametrize(
    ("offices", "found"),
    [
        (3, [("offices", "wrong_type")]),
        ({3: cp.Body.HEALTH}, [("offices", "wrong_type")]),
        ({"局": "health"}, [("offices.局.body", "wrong_type")]),
        ({"局": (cp.Body.HEALTH, "县级")}, [("offices.局.level", "wrong_type")]),
        ({"局": (cp.Body.HEALTH, cp.Level.CITY, True)}, [("offices.局", "wrong_type")]),
        ({" ": cp.Body.HEALTH}, [("offices[' '].name", "blank")]),
    ],
)
def test_what_is_no_office_is_refused(offices: Any, found: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidInput) as caught:
        plan_of(first(), offices=offices)
    assert [(one.path, one.code) for one in caught.value.problems] == found


# --- sheets know their questions ----------------------------------------------------------------


def test_a_sheet_keeps_the_questions_its_parts_are_chosen_by() -> None:
    other = w.question("other", "1.a", "另问", a="甲", b="乙")
    by_item = w.item("i", "项", 10, w.choose(QUESTION, closed=A_ROOM, open=~A_ROOM))
    held = w.item("j", "项", 10, A_ROOM, part="j", under=(other, "a"))
    for items, expected in (
        ([by_item], (QUESTION,)),
        ([held], (other,)),
        ([held, by_item], (QUESTION, other)),  # in the order of the plan
        ([w.item("i", "项", 10, A_ROOM)], ()),
    ):
        made = plan_of(first(w.sheet("s", "表", *items, pass_mark=5)), questions=[QUESTION, other])
        assert made.scorecards["s"].questions == expected


# --- what differs by reading is joined like a criterion -----------------------------------------

CLOSED, OPEN = venue.building_area_m2 > 10, venue.building_area_m2 > 20
BY_LIST = w.choose(QUESTION, closed=CLOSED, open=OPEN)
OTHER = w.question("other", "1.a", "另问", a="甲", b="乙")


@pytest.mark.parametrize(
    ("joined", "closed", "open_"),
    [
        (BY_LIST & A_ROOM, CLOSED & A_ROOM, OPEN & A_ROOM),
        (A_ROOM & BY_LIST, A_ROOM & CLOSED, A_ROOM & OPEN),
        (BY_LIST | A_ROOM, CLOSED | A_ROOM, OPEN | A_ROOM),
        (A_ROOM | BY_LIST, A_ROOM | CLOSED, A_ROOM | OPEN),
        # A yes-or-no fact is a criterion.
        (venue.waiting_area & BY_LIST, venue.waiting_area & CLOSED, venue.waiting_area & OPEN),
        (BY_LIST | venue.waiting_area, CLOSED | venue.waiting_area, OPEN | venue.waiting_area),
        (venue.waiting_area | BY_LIST, venue.waiting_area | CLOSED, venue.waiting_area | OPEN),
        (~BY_LIST, ~CLOSED, ~OPEN),
        # Two of one question are joined option by option.
        (BY_LIST & ~BY_LIST, CLOSED & ~CLOSED, OPEN & ~OPEN),
    ],
)
def test_each_option_is_joined(joined: Any, closed: Any, open_: Any) -> None:
    assert joined == w.ByReading("list", {"closed": closed, "open": open_})


@pytest.mark.parametrize("closed", ["closed", "open"])
@pytest.mark.parametrize("a", ["a", "b"])
def test_two_questions_are_joined_for_each_pair_of_options(closed: str, a: str) -> None:
    by_other = w.choose(OTHER, a=A_ROOM, b=~A_ROOM)
    readings = {"list": closed, "other": a}
    taken = {"closed": CLOSED, "open": OPEN}[closed], {"a": A_ROOM, "b": ~A_ROOM}[a]
    assert pick(BY_LIST & by_other, readings) == cp.all_of(*taken)
    assert pick(by_other | BY_LIST, readings) == cp.any_of(*reversed(taken))
    # Joined with itself inside: what holds under the readings is what both hold.
    again = pick((BY_LIST & by_other) & BY_LIST, readings)
    assert again == cp.all_of(cp.all_of(*taken), taken[0])


def test_one_question_has_the_same_options_in_both() -> None:
    with pytest.raises(InvalidInput) as caught:
        BY_LIST & w.ByReading("list", {"closed": A_ROOM})
    assert [one.code for one in caught.value.problems] == ["other_options"]


@pytest.mark.parametrize("odd", [5, "x", None])
def test_what_is_no_criterion_is_joined_with_nothing(odd: Any) -> None:
    for join in (operator.and_, operator.or_):
        for pair in ((BY_LIST, odd), (odd, BY_LIST)):
            with pytest.raises((TypeError, cp.InvalidCriterion)):
                join(*pair)


def test_what_differs_by_reading_is_not_true_by_itself() -> None:
    # `choose(...) and criterion` would be the criterion alone.
    for ask in (lambda: bool(BY_LIST), lambda: BY_LIST and A_ROOM, lambda: not BY_LIST):
        with pytest.raises(cp.AmbiguousTruth):
            ask()


def test_a_question_inside_another_is_answered_as_outside() -> None:
    by_other = w.choose(OTHER, a=A_ROOM, b=~A_ROOM)
    joined = BY_LIST & (by_other & BY_LIST)
    assert joined.options["closed"] == w.ByReading(
        "other", {"a": CLOSED & (A_ROOM & CLOSED), "b": CLOSED & (~A_ROOM & CLOSED)}
    )
    with pytest.raises(InvalidInput):
        BY_LIST & (by_other & w.ByReading("list", {"closed": A_ROOM, "shut": A_ROOM}))


def test_joins_of_two_questions_do_not_grow_with_each_other() -> None:
    by_other = w.choose(OTHER, a=A_ROOM, b=~A_ROOM)

    def leaves(value: Any) -> int:
        if not isinstance(value, w.ByReading):
            return 1
        return sum(map(leaves, value.options.values()))

    joined = BY_LIST
    for step in range(30):
        joined = (by_other if step % 2 else BY_LIST) & joined
    assert leaves(joined) == 4  # two questions of two options each


def test_a_yes_or_no_fact_is_kept_as_a_criterion() -> None:
    chosen = w.choose(QUESTION, closed=venue.waiting_area, open=venue.serves_passengers)
    again = w.choose(QUESTION, closed=venue.waiting_area, open=venue.serves_passengers)
    assert chosen == again
    assert hash(chosen) == hash(again)
    assert pickle.loads(pickle.dumps(chosen)) == chosen  # noqa: S301 - our own bytes
    entries = first(w.duty(requires=venue.waiting_area)), first(w.duty(requires=chosen))
    assert pickle.loads(pickle.dumps(entries)) == entries  # noqa: S301 - our own bytes
    with pytest.raises(cp.InvalidCriterion):
        w.choose(QUESTION, closed=venue.building_area_m2, open=A_ROOM)  # no yes-or-no fact


# --- what an author changes, or reads once, later ----------------------------------------------


def test_a_draft_does_not_change_and_is_read_more_than_once() -> None:
    also: Any = ["2.b"]
    duty = w.duty(requires=A_ROOM, also=also)
    also.append("9.z")
    assert duty.fields["also"] == ("2.b",)
    unassigned: Any = (body for body in [cp.Body.HEALTH])
    chapter = first(w.registration(unassigned=unassigned))
    assert plan_of(chapter) == plan_of(chapter)
    made = plan_of(chapter).registration
    assert made is not None
    assert made.unassigned == (cp.Body.HEALTH,)


def test_a_clause_is_named_once() -> None:
    said = wrong(first(w.duty(requires=A_ROOM, also="1.a 2.b 2.b")), second(w.encoded_with("1.a")))
    assert said[:2] == [
        "1.a.also (一（一）): stands more than once: '1.a'",
        "1.a.also (一（一）): stands more than once: '2.b'",
    ]


# --- what has no place, or is no part of a document --------------------------------------------


def test_chapters_are_any_lists_of_clauses_and_never_without_end() -> None:
    assert plan_of(one for one in (first(), second())) == plan_of(first(), second())
    endless: Any = []
    endless.append(endless)
    with pytest.raises(InvalidInput) as caught:
        plan_of(endless, questions=[])
    assert [one.code for one in caught.value.problems] == ["too_deep"]
    for odd in ("1", {"1": first()}, 5, None):
        assert wrong(odd)[0].startswith("chapters[0]: expected clause(...), got ")


@pytest.mark.parametrize("questions", [None, 5, [5], "list"])
def test_questions_are_questions(questions: Any) -> None:
    sheet = w.sheet("s", "表", w.item("i", "项", 5), pass_mark=3)
    assert wrong(first(sheet), questions=questions)[0].startswith("questions")


def test_one_question_may_stand_alone() -> None:
    assert plan_of(first(), questions=QUESTION) == plan_of(first())


@pytest.mark.parametrize("of", [5, None, (), ["a"], b"x"])
def test_a_part_stands_inside_a_clause(of: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        w.inside(of, w.task())
    assert [(one.path, one.code) for one in caught.value.problems] == [("inside", "wrong_type")]


def test_a_number_with_a_slash_is_a_number() -> None:
    scope = w.scope("托育服务", applies=cp.all_of(), modes=None)
    made = plan_of(
        w.clause("1/2", "一", "应当", "甲", w.registration()),
        second(w.inside("1/2", scope)),
        w.clause("1.a", "三", "陈述", "丙"),
    )
    assert made.registration is not None
    assert made.registration.scope is not None


@pytest.mark.parametrize("steps", [None, 5])
def test_a_part_joins_only_a_list(steps: Any) -> None:
    step = w.step("s", "办", actor=cp.Body.HEALTH, before=cp.Body.HEALTH)
    said = wrong(first(w.registration(steps=steps)), second(w.inside("1.a", step)))
    assert said[0].startswith("1.a.steps (一（一）): ")


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"otherwise": None}, "1.a.otherwise"),
        ({"otherwise": 5}, "1.a.otherwise"),
        ({"part": venue.waiting_area}, "1.a.part"),
        ({"part": venue.building_area_m2}, "1.a.part"),
        ({"requires": venue.building_area_m2}, "1.a.requires"),
        ({"advisory": venue.building_area_m2}, "1.a.advisory"),
    ],
)
def test_a_value_of_a_wrong_kind_is_refused_in_its_place(fields: Any, path: str) -> None:
    assert wrong(first(w.duty(**{"requires": A_ROOM, **fields})))[0].startswith(
        f"{path} (一（一）): "
    )


def test_the_clause_of_a_part_is_named_by_a_text() -> None:
    number: Any = ["1"]
    route = w.route(cp.Body.HEALTH, None, A_ROOM, clause=number)
    with pytest.raises(InvalidInput) as caught:
        plan_of(first(w.registration(routes=(route,))))
    assert [one.code for one in caught.value.problems] == ["not_found"]


def test_names_of_clauses_are_apart_by_spaces() -> None:
    # A comma of a list is understood between offices, whose printed lists have it.
    assert wrong(first(w.duty(requires=A_ROOM, also="2.b、3.c")), second()) == [
        "1.a.also (一（一）): no clause named '2.b、3.c'; did you mean 2.b?"
    ]


def test_of_many_unknown_names_the_first_are_suggested() -> None:
    said = wrong(first(*(w.task(part=str(n), lead="市卫键局") for n in range(30))))
    assert len(said) == 30
    assert sum("did you mean 市卫健局?" in one for one in said) == 20


# --- readings of sheets, targets and parts ------------------------------------------------------


def test_a_sheet_may_hold_under_an_option() -> None:
    sheet = w.sheet("s", "表", w.item("i", "项", 5), pass_mark=3, under=(QUESTION, "closed"))
    made = plan_of(first(sheet)).scorecards["s"]
    assert (made.under, made.questions) == (("list", "closed"), (QUESTION,))
    assert wrong(first(sheet), questions=[]) == [
        "1.a.questions (一（一）): there is no question 'list' among questions"
    ]


@pytest.mark.parametrize("under", [("list", "closed"), (QUESTION, "closed")])
def test_a_target_keeps_the_question_of_its_plan(under: Any) -> None:
    target = w.target("k", "名", w.Measure.COUNT, value=1, due=LATE, under=under)
    assert plan_of(first(target)).targets["k"].question == QUESTION


def test_a_part_of_what_holds_under_an_option_says_so() -> None:
    task = w.task("摸底", lead="市卫健局", clause="2.b")
    stage = w.stage("s", "阶段", LATE, task, under=(QUESTION, "open"))
    shown = plan_of(first(stage), second(w.encoded_with("1.a"))).show("2.b")
    assert [one.id for one in shown.questions] == ["list"]
    assert fields_said(shown, "zh") == [
        "任务",
        "  事项：摸底",
        "  牵头单位：市卫健局",
        "  属于：阶段",
        "  仅在理解为“否”时",
    ]


def test_totals_by_a_day_leave_how_exact_they_are_to_the_author() -> None:
    totals = {date(2027, 6, 30): 20}
    assert wrong(first(w.ledger("slots", "托位", {"甲镇": {2027: 20}}, totals=totals))) == [
        "1.a.precision (一（一）): must be stated"
    ]
