"""Sums in words, and what was seen of them. The words are those of the documents to come."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from crews import Cot, Crew, cot, crew
from small_plans import MUST, plan_of

import careplan as cp
from careplan import writing as w
from careplan.criteria.evidence import is_changeable, witnesses
from careplan.criteria.nodes import Compare, Criterion, Linear, Not, Term
from careplan.criteria.signs import Op
from careplan.criteria.sums.tallies import Tallied, Tally
from careplan.fields.declaring import Noun, count

SO_MANY = "要求：幼儿数不多于托育人员数×3，即托育人员数不少于4人）"
EITHER = cp.at_least(2, crew.yard, crew.hall, crew.area_m2 >= 60)


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        (
            crew.area_m2 >= 4.5 * crew.children,
            "使用面积不少于幼儿数×4.5平方米",
            "usable area at least 4.5 m2 × children",
        ),
        # The subject of a ratio is the side with the smaller factor, however it is turned.
        (
            4.5 * crew.children <= crew.area_m2,
            "使用面积不少于幼儿数×4.5平方米",
            "usable area at least 4.5 m2 × children",
        ),
        (
            crew.children <= 3 * crew.carers,
            "幼儿数不多于托育人员数×3",
            "children at most 3 × carers",
        ),
        (crew.children < crew.carers, "幼儿数少于托育人员数", "children less than carers"),
        (crew.children > crew.carers, "幼儿数多于托育人员数", "children more than carers"),
        (crew.children == crew.carers, "幼儿数等于托育人员数", "children equal to carers"),
        (crew.children != crew.carers, "幼儿数不等于托育人员数", "children not equal to carers"),
        (crew.children <= 1 * crew.staff, "幼儿数不多于职工数", "children at most staff"),
        (
            cp.not_(crew.area_m2 >= 4.5 * crew.children),
            "使用面积少于幼儿数×4.5平方米",
            "usable area less than 4.5 m2 × children",
        ),
        (
            crew.children + crew.carers <= 30,
            "幼儿数+托育人员数不多于30人",
            "children + carers at most 30 persons",
        ),
        (
            crew.children - 3 * crew.carers <= 2,
            "幼儿数不多于托育人员数×3+2人",
            "children at most 3 × carers + 2 persons",
        ),
        (
            crew.children - 3 * crew.carers <= -2,
            "幼儿数+2人不多于托育人员数×3",
            "children + 2 persons at most 3 × carers",
        ),
        (
            crew.area_m2 >= 20 + 2 * crew.children,
            "使用面积不少于幼儿数×2+20",
            "usable area at least 2 × children + 20",
        ),
        (
            crew.children + crew.carers <= 3 * crew.staff,
            "幼儿数+托育人员数不多于职工数×3",
            "children + carers at most 3 × staff",
        ),
        (cp.count(crew.cots) >= 2, "至少2个婴儿床", "at least 2 cots"),
        (
            cp.count(crew.cots, cot.firm) >= 2,
            "至少2个结实的婴儿床",
            "at least 2 cots (firm)",
        ),
        # What joins several criteria stands in brackets of its own.
        (
            cp.count(crew.cots, cp.all_of(cot.firm, cot.size >= 3)) >= 2,
            "至少2个满足（结实且尺寸不少于3）的婴儿床",
            "at least 2 cots with (firm and size at least 3)",
        ),
        (
            cp.total(crew.cots, cot.size, cp.any_of(cot.firm, cot.size >= 3)) >= 10,
            "满足（结实或尺寸不少于3）的婴儿床尺寸合计不少于10",
            "total size of cots with (firm or size at least 3) at least 10",
        ),
        (
            cp.count(crew.cots, cot.size >= 3) < 2,
            "少于2个尺寸不少于3的婴儿床",
            "fewer than 2 cots (size at least 3)",
        ),
        (
            cp.total(crew.cots, cot.size, cot.firm) >= 10,
            "结实的婴儿床尺寸合计不少于10",
            "total size of cots (firm) at least 10",
        ),
        (
            2 * cp.count(crew.cots, cot.firm) >= cp.count(crew.cots),
            "结实的婴儿床数不少于婴儿床数×0.5",
            "number of cots (firm) at least 0.5 × number of cots",
        ),
        (
            cp.count(crew.cots) <= 2 * cp.count(crew.cots, cot.firm),
            "结实的婴儿床数不少于婴儿床数×0.5",
            "number of cots (firm) at least 0.5 × number of cots",
        ),
        (
            cp.count(crew.cots) >= crew.children,
            "婴儿床数不少于幼儿数",
            "number of cots at least children",
        ),
        (
            EITHER,
            "以下3项中至少2项：院子；门厅；使用面积不少于60平方米",
            "at least 2 of these 3: yard; hall; usable area at least 60 m2",
        ),
        (
            cp.not_(EITHER),
            "以下3项中少于2项：院子；门厅；使用面积不少于60平方米",
            "fewer than 2 of these 3: yard; hall; usable area at least 60 m2",
        ),
        # A listing ends where its brackets do.
        (
            cp.all_of(EITHER, crew.listed),
            "（以下3项中至少2项：院子；门厅；使用面积不少于60平方米）；在册",
            "(at least 2 of these 3: yard; hall; usable area at least 60 m2); listed",
        ),
        (
            cp.any_of(crew.children <= 3 * crew.carers, crew.listed),
            "幼儿数不多于托育人员数×3或在册",
            "children at most 3 × carers or listed",
        ),
        # What is left of a sum may ask for an amount only if something holds, or count a criterion.
        (
            cp.residual(cp.total(crew.cots, cot.size, cot.firm) == 10, Crew(cots=[Cot()])),
            "第1个婴儿床的尺寸（以第1个婴儿床结实为限）等于10",
            "size of cots 1 (if cots 1: firm) equal to 10",
        ),
        (
            cp.residual(
                cp.total(crew.cots, cot.size, cot.firm) == 10, Crew(cots=[Cot(size=3), Cot(size=7)])
            ),
            "（第1个婴儿床结实）×3+（第2个婴儿床结实）×7等于10",
            "3 × (cots 1: firm) + 7 × (cots 2: firm) equal to 10",
        ),
    ],
)
def test_words(written: Criterion, zh: str, en: str) -> None:
    assert (cp.describe(written, "zh"), cp.describe(written, "en")) == (zh, en)


def seen(written: Criterion, subject: Crew) -> Tally:
    """Return what was seen of a sum."""
    [piece] = cp.evaluate(written, subject).evidence
    assert isinstance(piece.observed, Tally)
    return piece.observed


def test_of_each_term_is_seen_what_it_comes_to() -> None:
    # 5 is known, and 3 more if the second is firm; of the third nothing but that it is firm.
    cots = [Cot(size=5, firm=True), Cot(size=3), Cot(firm=False, size=9)]
    of_firm = cp.total(crew.cots, cot.size, cot.firm) >= crew.staff
    tally = seen(of_firm, Crew(cots=cots, staff=2))
    assert tally.terms == (Tallied(5, 8), Tallied(2, 2))
    assert tally.facts == ("cots", "staff")
    open_ended = seen(of_firm, Crew(cots=[*cots, Cot(firm=True)]))
    # Nothing bounds the size of the last, and of the staff there is 1 at least.
    assert open_ended.terms == (Tallied(5, None), Tallied(1, None))
    assert open_ended.facts == (
        "cots", "staff", "cots[1].firm", "cots[3].size",
    )  # fmt: skip
    assert seen(of_firm, Crew()).terms == (Tallied(0, None), Tallied(1, None))
    assert seen(EITHER, Crew(yard=True)).terms == (Tallied(1, 1), Tallied(0, 1), Tallied(0, 1))
    # The least of one warmth is -5; nothing bounds what many come to.
    warm = cp.total(crew.cots, cot.warmth) >= crew.heat
    assert seen(warm, Crew()).terms == (Tallied(None, None), Tallied(-5, None))
    assert seen(warm, Crew(cots=[Cot(), Cot(warmth=1)])).terms[0] == Tallied(-4, None)


def test_a_piece_about_a_sum_has_the_facts_of_its_terms() -> None:
    evaluation = cp.evaluate(crew.children <= 3 * crew.carers, Crew(children=10))
    [piece] = witnesses(evaluation.evidence)
    assert (piece.path, piece.facts) == ("", ("children", "carers"))
    assert piece.truth is cp.Truth.UNKNOWN
    [denied] = cp.evaluate(cp.not_(crew.children <= 3 * crew.carers), Crew(children=0)).evidence
    assert isinstance(denied.required, Not)
    assert denied.truth is cp.Truth.FALSE


def test_a_piece_about_a_sum_of_an_item_is_about_that_item() -> None:
    warm = cp.some(crew.cots, cot.size <= 2 * cot.warmth)
    subject = Crew(cots=[Cot(size=3), Cot(size=3, warmth=1)])
    [one] = cp.evaluate(warm, subject).evidence
    assert [piece.facts for piece in one.parts] == [
        ("cots[0].size", "cots[0].warmth"),
        ("cots[1].size", "cots[1].warmth"),
    ]
    assert [piece.truth for piece in one.parts] == [cp.Truth.UNKNOWN, cp.Truth.FALSE]
    # Each piece is a question about the subject itself.
    for piece in one.parts:
        assert cp.evaluate(piece.required, subject).truth is piece.truth
    # 3 <= 2 * warmth: of a number with decimals 1.5 is enough.
    assert cp.residual(warm, subject) == Compare(Crew, ("cots", 0, "warmth"), Op.GE, Decimal("1.5"))


@pytest.mark.parametrize(
    ("subject", "outcome", "zh", "en"),
    [
        (
            Crew(children=10, carers=3),
            "not_met",
            "× 幼儿数：10人；托育人员数：3人（" + SO_MANY,
            (
                "× children: 10 persons; carers: 3 persons "
                "(required: children at most 3 × carers, so carers at least 4 persons)"
            ),
        ),
        (
            Crew(children=9, carers=3),
            "met",
            "√ 幼儿数：9人；托育人员数：3人（要求：幼儿数不多于托育人员数×3）",
            "√ children: 9 persons; carers: 3 persons (required: children at most 3 × carers)",
        ),
        (
            Crew(children=10),
            "unknown",
            "？ 幼儿数：10人；托育人员数：未说明（" + SO_MANY,
            (
                "? children: 10 persons; carers: not stated "
                "(required: children at most 3 × carers, so carers at least 4 persons)"
            ),
        ),
    ],
)
def test_an_assessment_says_what_was_seen(subject: Crew, outcome: str, zh: str, en: str) -> None:
    plan = plan_of(w.Rule(clause=MUST, requires=crew.children <= 3 * crew.carers))
    assessment = cp.assess(subject, plan)
    assert assessment.outcome.value == outcome
    assert zh in assessment.explain("zh", detail="all")
    assert en in assessment.explain("en", detail="all")
    asked = "待补充：托育人员数"
    assert (asked in assessment.explain("zh", detail="all")) is (outcome == "unknown")
    # What matters asks for it as a question, made of the label and the unit of the fact.
    question = "托育人员数是多少人？"
    assert (question in assessment.explain("zh")) is (outcome == "unknown")
    assert assessment.missing == (("carers",) if outcome == "unknown" else ())


@pytest.mark.parametrize(
    ("written", "subject", "en"),
    [
        (
            EITHER,
            Crew(yard=True, area_m2=5),
            "yard; hall: not stated; usable area less than 60 m2",
        ),
        (
            cp.count(crew.cots, cot.firm) >= 2,
            Crew(cots=[Cot(firm=True), Cot()]),
            "number of cots (firm): 1 to 2",
        ),
        (
            cp.total(crew.cots, cot.size) >= 9,
            Crew(cots=[Cot(size=5), Cot()]),
            "total size of cots: at least 5",
        ),
        (cp.total(crew.cots, cot.size) >= 9, Crew(), "total size of cots: not stated"),
    ],
)
def test_what_terms_come_to_is_said(written: Criterion, subject: Crew, en: str) -> None:
    plan = plan_of(w.Rule(clause=MUST, requires=written))
    assert en in cp.assess(subject, plan).explain("en", detail="all")


def test_who_can_change_a_sum() -> None:
    """Carers, areas and cots can be changed, cots added; nobody changes children or beds."""
    assert is_changeable(crew.children <= 3 * crew.carers)
    assert is_changeable(cp.count(crew.cots) >= 2)
    assert is_changeable(cp.total(crew.beds, cot.size) >= 2)
    assert is_changeable(cp.count(crew.beds, cot.firm) >= 2)
    assert not is_changeable(crew.children + crew.heat * 1 <= 1 * crew.staff)
    assert not is_changeable(cp.count(crew.beds) >= 2)
    of_listed: Any = Term(amount=("children",), where=crew.listed.__criterion__())
    assert not is_changeable(Linear(Crew, ((1, of_listed), (1, of_listed)), Op.GE, 2))


@pytest.mark.parametrize(
    ("written", "subject", "so"),
    [
        # 10 children, 3 for each carer, and 4.5 m2 for each.
        (
            crew.children <= 3 * crew.carers,
            Crew(children=10, carers=3),
            "so carers at least 4 persons)",
        ),
        (crew.children <= 3 * crew.carers, Crew(carers=3), "so children at most 9 persons)"),
        (crew.area_m2 >= 4.5 * crew.children, Crew(children=10), "so usable area at least 45 m2)"),
        (
            cp.not_(crew.children > 3 * crew.carers),
            Crew(children=10),
            "so carers at least 4 persons)",
        ),
        # Two open facts, two that can be changed, or none: there is no one to speak of.
        (crew.children <= 3 * crew.carers, Crew(), None),
        (crew.area_m2 + 2 * crew.carers >= 9, Crew(area_m2=1, carers=1), None),
        (crew.children <= 1 * crew.staff, Crew(children=3, staff=2), None),
        # Of items, and of criteria, it is said what is seen.
        (cp.count(crew.cots) >= crew.children, Crew(children=3), None),
        (EITHER, Crew(yard=False, hall=False), None),
        # Whatever the other fact is, it cannot be: nothing is asked of it.
        (crew.staff + crew.carers < 3, Crew(carers=2), None),
    ],
)
def test_what_a_sum_comes_to_for_one_fact_is_said(
    written: Criterion, subject: Crew, so: str | None
) -> None:
    plan = plan_of(w.Rule(clause=MUST, requires=written))
    said = cp.assess(subject, plan).explain("en", detail="all")
    assert (so or "required") in said
    assert (", so " in said) is (so is not None)


@attrs.frozen(kw_only=True)
class Band(Noun):
    """Numbers all of which a person can change."""

    players: int | None = count("乐手数", "players", changeable=True)
    stands: int | None = count("谱架数", "stands", changeable=True)
    lamps: int | None = count("灯数", "lamps", changeable=True)


@pytest.mark.parametrize(
    ("asks", "band", "so"),
    [
        # 5 players at 2 to a stand need 3 stands: what is to be more, not the players that are.
        ("few", Band(players=5, stands=2), "即谱架数不少于3"),
        ("same", Band(players=5, stands=2), "即谱架数不少于3"),  # written the other way round
        # 5 players are more than 4: of a denial too it is the side to be more.
        ("many", Band(players=4, stands=2), "即乐手数超过4"),
        # Either could be more, or none: nothing is said of one.
        ("two", Band(players=5, stands=1, lamps=1), None),
        ("none", Band(players=1, stands=1), None),
        # Two are open: what one is to be depends on the other.
        ("two", Band(players=5), None),
    ],
)
def test_of_several_that_can_change_the_one_to_be_more_is_said(
    asks: str, band: Band, so: str | None
) -> None:
    one = cp.facts(Band)
    criteria = {
        "few": one.players <= 2 * one.stands,
        "same": 2 * one.stands >= one.players,
        "many": ~(one.players <= 2 * one.stands),
        "two": one.stands + one.lamps >= one.players,
        "none": one.stands + one.players <= 1,
    }
    plan = plan_of(w.Rule(clause=MUST, requires=criteria[asks]))
    said = cp.assess(band, plan).explain("zh", detail="all")
    assert ("，即" in said) is (so is not None)
    assert so is None or so in said
