"""What is written loosely is understood, and what is wrong is said so that it can be mended."""

import operator
from datetime import date
from typing import Any

import pytest

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


@pytest.mark.parametrize(
    "under", ["closed", ("list",), (3, "closed"), ["list", "closed"], QUESTION]
)
def test_a_reading_is_a_question_and_an_option(under: Any) -> None:
    if under == ["list", "closed"]:  # a list of two texts is as good as a pair
        assert w.task(under=under).fields["under"] == under
        return
    with pytest.raises(InvalidInput) as caught:
        w.task(under=under)
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
    [({LATE: -1}, "slots.totals[2027-12-31].slots"), ({"2027": 1}, "slots.totals['2027']")],
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
