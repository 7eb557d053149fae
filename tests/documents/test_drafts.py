"""What an author writes: each function makes, under its clause, what the constructor makes."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import attrs
import pytest
from goals import one_figure

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.base.text import Text
from careplan.criteria.nodes import TRUE, Criterion
from careplan.documents.chapters.drafts import Draft
from careplan.documents.chapters.entries import OUTER, PARTS
from careplan.documents.rules import Cited
from careplan.fields.shapes import fields_aside
from careplan.nouns.applicants import ToddlerClass

venue, applicant = cp.facts(cp.Venue), cp.facts(cp.Applicant)
A_ROOM = cp.some(venue.rooms)
LARGE: Criterion = venue.building_area_m2 > 10_000
MERGED = applicant.approval_powers_merged
JUNE = w.month(2021, 6)
TITLE = Text(zh="标题", en="title")
PAIR = ("标题", "title")
ONE = w.Clause("1", "一", w.MUST, Text(zh="甲", en="A."))
TWO = w.Clause("2", "二", w.FACT, Text(zh="乙", en="B."))
OFFICES = w.office_table(
    ("卫健局", cp.Body.HEALTH), ("教育局", cp.Body.EDUCATION), ("民政局", cp.Body.CIVIL_AFFAIRS)
)
HEALTH, EDUCATION, CIVIL = OFFICES.values()
QUESTION = w.Interpretation(
    id="list",
    clauses=("1",),
    question=Text(zh="是否限于所列", en="Is it closed?"),
    options=(
        w.Option("closed", Text(zh="限于所列", en="it is")),
        w.Option("open", Text(zh="不限于所列", en="it is not")),
    ),
)
DOCUMENT = w.Document(title=TITLE, issuer=TITLE)
LAST_DAY = date(2025, 12, 31)


def entries(*drafts: Draft[Cited]) -> tuple[object, ...]:
    """Register two clauses, the first with these drafts beneath it."""
    return (
        w.clause("1", "一", w.MUST, "甲", "A.", *drafts),  # type: ignore[arg-type]  # inner ones too
        w.clause("2", "二", w.FACT, "乙", "B."),
    )


def made(*drafts: Draft[Cited]) -> tuple[Cited, ...]:
    """Return the objects of a plan that holds these drafts under its first clause."""
    chapter = entries(*drafts)
    plan = w.Plan.of("own", DOCUMENT, chapter, questions=[QUESTION], offices=OFFICES)  # type: ignore[arg-type]
    return plan.encoded()


# Each draft says everything that its function can say; beside it the same, by the constructor.
PAIRS: list[tuple[Draft[Cited], Cited]] = [
    (
        w.duty(
            applies=LARGE,
            requires=A_ROOM,
            advisory=PAIR,
            otherwise=w.note(LARGE, "标题", "title"),
            also="2",
            part="a",
            under=("list", "open"),
        ),
        w.Rule(
            clause=ONE,
            also=(TWO,),
            part="a",
            under=("list", "open"),
            applies=LARGE,
            requires=A_ROOM,
            advisory=TITLE,
            otherwise=(w.Otherwise(when=LARGE, text=TITLE),),
        ),
    ),
    (
        w.duty(
            requires=A_ROOM,
            limit=w.limit(5, w.DAYS),
            consequences=w.consequence(
                PAIR,
                where=PAIR,
                order=PAIR,
                limit=w.limit(10, w.DAYS),
                fine_yuan=w.between(5, 10),
                imposed_by="卫健局",
                clause="2",
            ),
            within=(LAST_DAY, None),
        ),
        w.Rule(
            clause=ONE,
            requires=A_ROOM,
            limit=w.Limit(5, w.DAYS),
            consequences=(
                w.Consequence(
                    clause=TWO,
                    title=TITLE,
                    where=TITLE,
                    order=TITLE,
                    limit=w.Limit(10, w.DAYS),
                    fine_yuan=w.Between(5, 10),
                    imposed_by=(HEALTH,),
                ),
            ),
            within=w.Validity(since=LAST_DAY),
        ),
    ),
    (
        w.benefit(
            condition=venue.subsidy_secured,
            amount_yuan=w.between(5, below=False, high=10),
            per=PAIR,
            units=venue.daily_visitors,
        ),
        w.Benefit(
            clause=ONE,
            condition=venue.subsidy_secured,
            amount_yuan=w.Between(5, 10),
            per=TITLE,
            units="daily_visitors",
        ),
    ),
    (
        w.duty(requires=A_ROOM, otherwise=[w.note(LARGE, "标题", "title")]),
        w.Rule(clause=ONE, requires=A_ROOM, otherwise=(w.Otherwise(when=LARGE, text=TITLE),)),
    ),
    (
        w.ladder(
            w.rung(LARGE, A_ROOM, clause="1", part="low"),
            w.rung(LARGE, A_ROOM, clause="2", also="1", under=(QUESTION, "open")),
            who=venue.subsidy_secured,
            advisory=PAIR,
            otherwise=w.note(LARGE, "标题", "title"),
            part="rooms",
        ),
        w.Ladder(
            clause=ONE,
            part="rooms",
            who=venue.subsidy_secured,
            rungs=(
                w.Rung(clause=ONE, part="low", applies=LARGE, requires=A_ROOM),
                w.Rung(
                    clause=TWO, also=(ONE,), under=("list", "open"), applies=LARGE, requires=A_ROOM
                ),
            ),
            advisory=TITLE,
            otherwise=(w.Otherwise(when=LARGE, text=TITLE),),
        ),
    ),
    (
        w.grading(
            "stars",
            PAIR,
            w.grade("base", PAIR, LARGE, part="base"),
            w.grade("star", PAIR, w.choose(QUESTION, open=TRUE, closed=LARGE), clause="2"),
            exclusive=True,
        ),
        w.Grading(
            clause=ONE,
            key="stars",
            title=TITLE,
            grades=(
                w.Grade(clause=ONE, part="base", key="base", title=TITLE, criterion=LARGE),
                w.Grade(
                    clause=TWO,
                    key="star",
                    title=TITLE,
                    criterion=w.ByReading("list", {"closed": LARGE, "open": TRUE}),
                ),
            ),
            exclusive=True,
            questions=(QUESTION,),
        ),
    ),
    (
        w.benefit(
            condition=venue.subsidy_secured,
            owed_by="教育局 卫健局",
            amount_yuan=500,
            modality=w.MAY,
            under=(QUESTION, "closed"),
        ),
        w.Benefit(
            clause=ONE,
            under=("list", "closed"),
            condition=venue.subsidy_secured,
            owed_by=(EDUCATION, HEALTH),
            amount_yuan=500,
            modality=w.MAY,
        ),
    ),
    (
        w.term("标题", "title", criterion=w.choose(QUESTION, open=TRUE, closed=LARGE)),
        w.Definition(
            clause=ONE,
            term=TITLE,
            criterion=w.ByReading("list", {"closed": LARGE, "open": TRUE}),
        ),
    ),
    (
        w.target(
            "rate",
            PAIR,
            w.Measure.PERCENT,
            value=120,
            due=LAST_DAY,
            precision=w.Precision.YEAR,
            op=w.Op.GT,
            strength=w.Strength.EXPECTED,
            may_exceed_whole=True,
            acting="卫健局",
            under=(QUESTION, "open"),
        ),
        one_figure(
            clause=ONE,
            under=("list", "open"),
            question=QUESTION,
            key="rate",
            title=TITLE,
            measure=w.Measure.PERCENT,
            op=w.Op.GT,
            value=120,
            due=LAST_DAY,
            precision=w.Precision.YEAR,
            strength=w.Strength.EXPECTED,
            may_exceed_whole=True,
            acting=(HEALTH,),
        ),
    ),
    (
        w.target(
            "built",
            PAIR,
            w.Measure.COUNT,
            w.milestone(LAST_DAY, 10, scope=PAIR),
            w.milestone(None, w.Between(5, 8)),
            increments=True,
            base=3,
        ),
        w.Target(
            clause=ONE,
            key="built",
            title=TITLE,
            measure=w.Measure.COUNT,
            milestones=(
                w.Milestone(LAST_DAY, 10, scope=TITLE),
                w.Milestone(None, w.Between(5, 8)),
            ),
            increments=True,
            base=3,
        ),
    ),
    (
        w.target("words", PAIR, w.Measure.WORDS, value=None, due=None, under=("list", "open")),
        one_figure(
            clause=ONE,
            under=("list", "open"),
            key="words",
            title=TITLE,
            measure=w.Measure.WORDS,
            value=None,
            due=None,
            question=QUESTION,
        ),
    ),
    (
        w.ledger(
            "slots",
            TITLE,
            w.row("甲镇", w.Milestone(LAST_DAY, 20), clause="2"),
            w.row("乙镇", part="b"),
            precision=w.Precision.YEAR,
            totals=[w.Milestone(LAST_DAY, 50)],
            note=PAIR,
            acting="卫健局",
        ),
        w.Ledger(
            clause=ONE,
            key="slots",
            title=TITLE,
            rows=(
                w.LedgerRow(clause=TWO, locality="甲镇", milestones=(w.Milestone(LAST_DAY, 20),)),
                w.LedgerRow(clause=ONE, part="b", locality="乙镇", milestones=()),
            ),
            precision=w.Precision.YEAR,
            totals=(w.Milestone(LAST_DAY, 50),),
            note=TITLE,
            acting=(HEALTH,),
        ),
    ),
    (
        w.sheet(
            "rooms",
            PAIR,
            w.item("tidy", PAIR, 20, A_ROOM, applies=LARGE, least=5, clause="2"),
            w.item("fire", PAIR, 0, must_pass=True),
            pass_mark=w.choose(QUESTION, closed=10, open=w.percent(60)),
            bands=[w.band("poor", PAIR, 0), w.band("good", PAIR, 16, clause="2")],
            applies=LARGE,
            total_points=20,
            marking=w.choose(QUESTION, closed=w.Marking.ALL_OR_NOTHING, open=w.Marking.ASSESSED),
        ),
        w.Scorecard(
            clause=ONE,
            key="rooms",
            title=TITLE,
            applies=LARGE,
            items=(
                w.SheetItem(
                    clause=TWO,
                    key="tidy",
                    label=TITLE,
                    max_points=20,
                    criterion=A_ROOM,
                    applies=LARGE,
                    least=5,
                ),
                w.SheetItem(clause=ONE, key="fire", label=TITLE, max_points=0, must_pass=True),
            ),
            pass_mark=w.ByReading("list", {"closed": 10, "open": w.Share(Decimal("0.6"))}),
            bands=(
                w.Band(clause=ONE, key="poor", label=TITLE, least=0),
                w.Band(clause=TWO, key="good", label=TITLE, least=16),
            ),
            total_points=20,
            marking=w.ByReading(
                "list", {"closed": w.Marking.ALL_OR_NOTHING, "open": w.Marking.ASSESSED}
            ),
            questions=(QUESTION,),
        ),
    ),
    (
        w.form("filing", PAIR, w.FormField(key="name", label=TITLE)),
        w.Form(
            clause=ONE, key="filing", title=TITLE, fields=(w.FormField(key="name", label=TITLE),)
        ),
    ),
    (
        w.task(
            PAIR,
            lead="卫健局",
            support="教育局 民政局 等",
            acting="民政局",
            territorial="教育局",
            modality=w.SHOULD,
        ),
        w.Task(
            clause=ONE,
            title=TITLE,
            modality=w.SHOULD,
            lead=(HEALTH,),
            support=(EDUCATION, CIVIL),
            territorial=(EDUCATION,),
            acting=(CIVIL,),
            open_list=True,
        ),
    ),
    (
        w.council(
            "group",
            "协调组",
            w.meeting(
                "plenary",
                PAIR,
                chaired_by=PAIR,
                least_per_year=1,
                most_per_year=2,
                in_principle=True,
                clause="2",
            ),
            aliases="市组 组",
            convenor=PAIR,
            deputies=(PAIR, TITLE),
            lead="卫健局",
            members="教育局 民政局 等",
            members_under="2",
            office_at="卫健局",
            office_director=PAIR,
            liaison=PAIR,
            also="2",
        ),
        w.Council(
            clause=ONE,
            also=(TWO,),
            key="group",
            name="协调组",
            aliases=("市组", "组"),
            convenor=TITLE,
            deputies=(TITLE, TITLE),
            lead=HEALTH,
            members=(EDUCATION, CIVIL),
            members_under=TWO,
            open_list=True,
            office_at=HEALTH,
            office_director=TITLE,
            liaison=TITLE,
            meetings=(
                w.Meeting(
                    clause=TWO,
                    key="plenary",
                    title=TITLE,
                    chaired_by=TITLE,
                    least_per_year=1,
                    most_per_year=2,
                    in_principle=True,
                ),
            ),
        ),
    ),
    (
        w.stage("first", PAIR, JUNE, w.task(clause="2", acting="卫健局"), w.task(PAIR)),
        w.Stage(
            clause=ONE,
            key="first",
            title=TITLE,
            period=JUNE,
            tasks=(w.Task(clause=TWO, acting=(HEALTH,)), w.Task(clause=ONE, title=TITLE)),
        ),
    ),
    (
        w.deadline("plan", PAIR, JUNE, acting="教育局", recipient="卫健局"),
        w.Deadline(
            clause=ONE,
            key="plan",
            title=TITLE,
            period=JUNE,
            acting=(EDUCATION,),
            recipient=HEALTH,
        ),
    ),
    (
        w.regular(
            "table", PAIR, acting="教育局", recipient="卫健局", every=w.Interval(3), within=JUNE
        ),
        w.Duty(
            clause=ONE,
            key="table",
            title=TITLE,
            acting=(EDUCATION,),
            recipient=HEALTH,
            every=w.Interval(3),
            within=JUNE,
        ),
    ),
    (
        w.registration(
            routes=(w.route(cp.Body.CIVIL_AFFAIRS, cp.Level.COUNTY, MERGED, clause="2"),),
            steps=(
                w.step("register", PAIR, actor=cp.Party.INSTITUTION, before=cp.Party.REGISTRAR),
                w.step(
                    "file",
                    PAIR,
                    actor=cp.Party.INSTITUTION,
                    before=cp.Body.HEALTH,
                    level=cp.Level.COUNTY,
                    after="register",
                    promptly=True,
                    limit=w.limit(15, w.DAYS),
                ),
            ),
            scope=w.scope("托育服务", applies=MERGED, modes=None),
            oversight=(
                w.oversight(
                    ToddlerClass,
                    managed_by=cp.Body.EDUCATION,
                    supervised_by=cp.Body.EDUCATION,
                    guided_by=cp.Body.HEALTH,
                    guided_under="2",
                    also="2",
                ),
            ),
            conflict=applicant.in_special_zone,
            unassigned=(cp.Body.STAFFING,),
            filing_office=cp.Body.HEALTH,
            deferred_to="市管理办法",
        ),
        w.Registration(
            clause=ONE,
            routes=(
                w.Route(
                    clause=TWO,
                    registrar=cp.Body.CIVIL_AFFAIRS,
                    level=cp.Level.COUNTY,
                    condition=MERGED,
                ),
            ),
            steps=(
                w.Step(
                    clause=ONE,
                    key="register",
                    action=TITLE,
                    actor=cp.Party.INSTITUTION,
                    before=cp.Party.REGISTRAR,
                ),
                w.Step(
                    clause=ONE,
                    key="file",
                    action=TITLE,
                    actor=cp.Party.INSTITUTION,
                    before=cp.Body.HEALTH,
                    level=cp.Level.COUNTY,
                    after=("register",),
                    promptly=True,
                    limit=w.limit(15, w.DAYS),
                ),
            ),
            scope=w.BusinessScope(clause=ONE, applies=MERGED, base="托育服务", modes=None),
            oversight=(
                w.Oversight(
                    clause=ONE,
                    also=(TWO,),
                    noun=ToddlerClass,
                    managed_by=cp.Body.EDUCATION,
                    supervised_by=cp.Body.EDUCATION,
                    guided_by=cp.Body.HEALTH,
                    guided_under=TWO,
                ),
            ),
            conflict=applicant.in_special_zone,
            unassigned=(cp.Body.STAFFING,),
            filing_office=cp.Body.HEALTH,
            deferred_to="市管理办法",
        ),
    ),
]


@pytest.mark.parametrize(("draft", "expected"), PAIRS, ids=lambda one: type(one).__name__)
def test_a_draft_becomes_what_its_constructor_makes(draft: Draft[Cited], expected: Cited) -> None:
    assert draft.cls is type(expected)
    assert made(draft)[0] == expected


def all_drafts(value: object) -> Iterator[Draft[Cited]]:
    """Yield every draft that a value is or holds."""
    if isinstance(value, Draft):
        yield value
        yield from all_drafts(tuple(value.fields.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from all_drafts(one)


def test_every_object_of_a_plan_can_be_written_with_all_its_fields() -> None:
    # What a draft is cited by is said in keywords that all of them share.
    shared = {"clause", "also", "part", "under", "within"}
    said = {one.cls: shared | set(one.fields) for draft, _ in PAIRS for one in all_drafts(draft)}
    # What they are read by, which their plan knows.
    said[w.Scorecard].add("questions")
    said[w.Grading].add("questions")
    said[w.Target].add("question")
    # What stands aside, as the document they are of, is no part of them: nobody writes it.
    names = {cls: {field.name for field in attrs.fields(cls)} for cls in said}
    assert said == {cls: names[cls] - {*fields_aside(cls)} for cls in said}
    assert {cls.__name__ for cls in said} == {*OUTER, *PARTS}


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        # The Civil Code's contradictions are the constructor's own default.
        (w.registration(), w.Registration(clause=ONE)),
        (w.task(), w.Task(clause=ONE)),
        (w.council("g", "组"), w.Council(clause=ONE, key="g", name="组")),
        (w.duty(requires=A_ROOM), w.Rule(clause=ONE, requires=A_ROOM)),
        (w.term("标题", "title"), w.Definition(clause=ONE, term=TITLE)),
        (w.benefit(condition=LARGE), w.Benefit(clause=ONE, condition=LARGE)),
        (w.regular("t", PAIR), w.Duty(clause=ONE, key="t", title=TITLE)),
        (
            w.sheet("s", PAIR, w.item("i", PAIR, 1, LARGE), pass_mark=1),
            w.Scorecard(
                clause=ONE,
                key="s",
                title=TITLE,
                items=(
                    w.SheetItem(clause=ONE, key="i", label=TITLE, max_points=1, criterion=LARGE),
                ),
                pass_mark=1,
            ),
        ),
    ],
    ids=lambda one: type(one).__name__,
)
def test_what_an_author_leaves_out_is_what_the_constructor_takes_for_it(
    draft: Draft[Cited], expected: Cited
) -> None:
    assert made(draft)[0] == expected


def test_an_office_may_be_given_where_no_printed_name_stands_for_it() -> None:
    county = w.Office("卫健局", cp.Body.HEALTH, cp.Level.COUNTY)
    one, two = made(
        w.task(acting=(county, "教育局"), support=(county,)),
        w.deadline("d", PAIR, JUNE, recipient=county),
    )
    assert one == w.Task(clause=ONE, acting=(county, EDUCATION), support=(county,))
    assert two == w.Deadline(clause=ONE, key="d", title=TITLE, period=JUNE, recipient=county)


def test_a_draft_is_plain_and_frozen() -> None:
    draft = w.task(lead="卫健局", clause="2")
    assert (draft.fields["lead"], draft.fields["clause"]) == ("卫健局", "2")
    assert draft == w.task(lead="卫健局", clause="2")
    with pytest.raises(AttributeError):
        draft.cls = w.Task  # type: ignore[misc]
    with pytest.raises(TypeError):
        draft.fields["lead"] = ""  # type: ignore[index]


def test_a_field_that_is_none_is_refused_with_what_was_meant() -> None:
    # "aplies" is one letter short of a field of Rule, "colour" near none.
    with pytest.raises(TypeError, match=r"^Rule has no field 'aplies'; did you mean applies\?$"):
        w.duty(requires=A_ROOM, aplies=LARGE)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"^Task has no field 'colour'$"):
        w.task(colour="red")  # type: ignore[call-arg]
    # What stands one by one is given without its name; by name it would be lost.
    with pytest.raises(TypeError, match="meetings are written one by one"):
        w.council("group", "协调组", meetings=[])  # type: ignore[call-arg]


def test_an_option_is_checked_where_a_question_is_given() -> None:
    with pytest.raises(InvalidInput) as caught:
        w.task(under=(QUESTION, "opne"))
    # Two letters of "open" have changed places.
    assert str(caught.value) == "list: no option named 'opne'; did you mean open?"


# --- questions ------------------------------------------------------------------------------


def test_a_question_is_an_interpretation() -> None:
    asked = w.question(
        "list", "1", "是否限于所列", "Is it closed?",
        closed=("限于所列", "it is"), open=("不限于所列", "it is not"),
    )  # fmt: skip
    assert asked == QUESTION


def test_an_option_may_have_any_name() -> None:
    asked = w.question("q", "1 2", "问", "Q?", name=("甲", "a"), zh=("乙", "b"))
    assert [option.id for option in asked.options] == ["name", "zh"]
    assert asked.clauses == ("1", "2")


def test_every_option_that_is_no_text_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        w.question("q", "1", "问", "Q?", a=("甲",), b=("甲", 1), c=("甲", "a"), d=None, e="甲")  # type: ignore[arg-type]
    assert [problem.path for problem in caught.value.problems] == ["q.a", "q.b", "q.d"]


def test_a_question_in_chinese_alone() -> None:
    given = w.Text(zh="丙", en="c")
    asked = w.question("q", "1", "问", a="甲", b=("乙", "b"), c=given)
    assert asked.question == w.Text(zh="问")
    texts = [option.text for option in asked.options]
    assert texts == [w.Text(zh="甲"), w.Text(zh="乙", en="b"), given]


def test_a_question_needs_an_alternative() -> None:
    with pytest.raises(InvalidInput) as caught:
        w.question("q", "1", "问", "Q?", only=("甲", "a"))
    assert [problem.code for problem in caught.value.problems] == ["no_alternative"]


def test_what_is_chosen_stands_in_the_order_of_the_options() -> None:
    chosen = w.choose(QUESTION, open=A_ROOM, closed=LARGE)
    assert chosen == w.ByReading("list", {"closed": LARGE, "open": A_ROOM})
    assert list(chosen.options) == ["closed", "open"]


def test_wrong_and_missing_options_are_named_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        w.choose(QUESTION, opne=A_ROOM, other=LARGE)
    assert str(caught.value).splitlines() == [
        "list: no option named 'opne'; did you mean open?",
        "list: no option named 'other'; known: closed, open",
        "list.closed: must be stated",
        "list.open: must be stated",
    ]


def test_only_a_question_can_be_chosen_by() -> None:
    with pytest.raises(InvalidInput, match="expected Interpretation, got 'list'"):
        w.choose("list", closed=LARGE, open=A_ROOM)  # type: ignore[arg-type]


# --- what is a plain object at once ------------------------------------------------------------


def test_a_blank_is_a_field_of_a_form() -> None:
    assert w.blank("a", "标题", "title") == w.FormField(key="a", label=TITLE)
    chosen = w.blank("a", "标题", "title", w.FieldType.CHOICE, "x", "y", only_if=("b", "x"))
    assert chosen == w.FormField(
        key="a", label=TITLE, type=w.FieldType.CHOICE, options=("x", "y"), only_if=("b", "x")
    )
    summed = w.blank("a", "标题", "title", w.FieldType.COUNT, most=9, total_of="b c")
    assert summed == w.FormField(
        key="a", label=TITLE, type=w.FieldType.COUNT, most=9, total_of=("b", "c")
    )
    sealed = w.blank("a", "标题", "title", w.FieldType.FLAG, required=False, must_be_yes=True)
    assert sealed == w.FormField(
        key="a", label=TITLE, type=w.FieldType.FLAG, required=False, must_be_yes=True
    )
