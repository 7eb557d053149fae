"""Amounts in bands and for each unit, and what follows a breach: as found about a subject."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from small_plans import MUST, TITLE, clauses_of, plan_of

import careplan as cp
from careplan import writing as w
from careplan.documents.scales.amounts import ends, times
from careplan.results import BenefitFinding, Finding, LadderFinding

institution = cp.facts(cp.Institution)
# Asked of everybody under one reading, whose slots nobody could count.
OF_ONE_READING = w.ByReading("who", {"all": cp.all_of(), "some": institution.inclusive})
EACH = w.Text(zh="每个托位", en="per slot")


def benefit(**said: Any) -> w.Benefit:
    made = {"condition": institution.inclusive, "per": EACH, "units": "slots", **said}
    return w.Benefit(clause=MUST, **made)


def found(one: w.Benefit, **facts: Any) -> BenefitFinding:
    return cp.assess(cp.Institution(**facts), plan_of(benefits=(one,))).benefits[0]


@pytest.mark.parametrize(
    ("amount", "slots", "total", "low", "high"),
    [
        (10_000, 80, 800_000, 800_000, 800_000),
        (10_000, 0, 0, 0, 0),
        (Decimal("0.1"), 3, Decimal("0.3"), Decimal("0.3"), Decimal("0.3")),
        (w.Between(5_000, 8_000), 3, w.Between(15_000, 24_000), 15_000, 24_000),
        (w.Between(high=8_000), 3, w.Between(high=24_000), None, 24_000),
        (w.Between(5_000, above=True), 3, w.Between(15_000, above=True), 15_000, None),
        (w.Between(5_000, above=True), 0, 0, 0, 0),  # of none there is nothing
        (10_000, None, None, None, None),
    ],
)
def test_so_much_for_each(amount: Any, slots: Any, total: Any, low: Any, high: Any) -> None:
    one = found(benefit(amount_yuan=amount), inclusive=True, slots=slots)
    assert (one.total_yuan, ends(one.total_yuan)) == (total, (low, high))
    row = one.records()[0]
    # The amount as the text states it, and what it comes to.
    assert (row["amount_low_yuan"], row["amount_high_yuan"]) == ends(amount)
    assert row["amount_yuan"] == (None if isinstance(amount, w.Between) else amount)
    assert (row["per_zh"], row["total_low_yuan"], row["total_high_yuan"]) == (EACH.zh, low, high)


@pytest.mark.parametrize(
    ("facts", "missing", "units"),
    [
        ({"inclusive": True}, (), ("slots",)),
        ({}, ("inclusive",), ("slots",)),
        ({"inclusive": False}, (), ()),  # not open: nobody needs to know how much
        ({"inclusive": True, "slots": 5}, (), ()),
    ],
)
def test_what_it_takes_to_know_the_amount(
    facts: Any, missing: tuple[str, ...], units: tuple[str, ...]
) -> None:
    one = found(benefit(amount_yuan=10_000), **facts)
    assert (one.missing, one.missing_units) == (missing, units)


def test_words() -> None:
    one = found(benefit(amount_yuan=w.Between(5_000, 8_000)), inclusive=True, slots=3)
    assert "金额：每个托位5000元至8000元" in one.explain("zh")
    assert "总额：15000元至24000元（按托位数3计）" in one.explain("zh")
    closed = found(benefit(amount_yuan=10_000), inclusive=False, slots=3)
    assert "总额" not in closed.explain("zh")  # nobody gets it
    assert "amount: 5,000 yuan to 8,000 yuan per slot" in one.explain("en")
    open_still = found(benefit(amount_yuan=10_000), inclusive=True)
    assert "总额待定，待补充：托位数" in open_still.explain("zh")
    # Of how many nobody said: there is no sum to be told.
    assert [line.strip() for line in open_still.told("zh") if "总额" in line] == [
        "总额待定，待补充：托位数"
    ]
    plain = found(benefit(amount_yuan=10_000, per=None, units=None), inclusive=True)
    assert (plain.total_yuan, plain.missing_units) == (10_000, ())
    assert "金额：10000元" in plain.explain("zh")


def test_how_many_stays_open_in_json() -> None:
    # JSON leaves out how many there are where nobody said: that is not none.
    one = found(benefit(amount_yuan=10_000), inclusive=True)
    assert "units" not in cp.codec.unstructure(one)
    read = cp.codec.loads(cp.codec.dumps(one), BenefitFinding)
    assert (read, read.total_yuan, read.missing_units) == (one, None, ("slots",))


def test_each_of_what_no_fact_counts() -> None:
    one = found(benefit(amount_yuan=10_000, units=None), inclusive=True, slots=5)
    assert (one.total_yuan, one.missing_units) == (None, ())


@pytest.mark.parametrize(
    ("said", "paths"),
    [
        ({"amount_yuan": None, "units": None}, ["per"]),
        ({"amount_yuan": 5, "per": None}, ["per"]),
        ({"amount_yuan": 5, "units": "slotz"}, ["units"]),
        ({"amount_yuan": 5, "units": "inclusive"}, ["units"]),
        ({"amount_yuan": 5, "condition": cp.all_of()}, ["units"]),  # of no noun
        ({"amount_yuan": 5, "condition": OF_ONE_READING}, ["units"]),  # under one reading
        ({"amount_yuan": -5}, ["amount_yuan"]),
        ({"amount_yuan": "5"}, ["amount_yuan"]),
    ],
)
def test_refused_amounts(said: Any, paths: list[str]) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        benefit(**said)
    assert [problem.path for problem in refused.value.problems] == paths


def test_an_amount_of_thirds_stays_exact() -> None:
    assert times(Fraction(1, 3), 3) == 1
    assert times(w.Between(Fraction(1, 3), 1), 3) == w.Between(1, 3)


def test_json_of_a_benefit() -> None:
    one = found(benefit(amount_yuan=w.Between(5_000, 8_000)), inclusive=True, slots=3)
    assert cp.codec.loads(cp.codec.dumps(one), BenefitFinding) == one
    plan = plan_of(benefits=(benefit(amount_yuan=5),))
    assessment = cp.assess(cp.Institution(inclusive=True, slots=3), plan)
    data = cp.codec.unstructure(assessment)
    data["benefits"][0]["units"] = 4  # the subject states 3
    with pytest.raises(cp.InvalidInput):
        cp.codec.structure(data, cp.results.Assessment)


# --- what follows a breach --------------------------------------------------------------------

ONE, TWO = clauses_of(
    ("1", "第一条", w.Modality.MUST, "甲", "A."), ("2", "第二条", w.Modality.MUST, "乙", "B.")
)
room = cp.facts(cp.Room)
FINE = w.Consequence(
    clause=TWO,
    part="fine",
    order=w.Text(zh="责令限期改正", en="an order to put it right"),
    limit=w.limit(30, w.DAYS),
    fine_yuan=w.Between(10_000, 30_000),
    imposed_by=(w.Office("卫健局", cp.Body.HEALTH),),
)
STOP = w.Consequence(
    clause=TWO,
    part="stop",
    title=w.Text(zh="责令停止托育服务", en="an order to stop"),
    where=w.Text(zh="情节严重", en="it is grave"),
)


def judged(rule: Any, **facts: Any) -> Any:
    rules = {"rules": (rule,)} if isinstance(rule, w.Rule) else {"ladders": (rule,)}
    plan = cp.Plan(
        id="x", document=w.Document(title=TITLE, issuer=TITLE), clauses=(ONE, TWO), **rules
    )
    return cp.assess(cp.Room(**facts), plan).findings[0]


RULE = w.Rule(
    clause=ONE, requires=room.clean, limit=w.limit(10, w.WORKING_DAYS), consequences=(FINE, STOP)
)


@pytest.mark.parametrize(("clean", "following"), [(False, (FINE, STOP)), (True, ()), (None, ())])
def test_what_follows_is_said_of_a_breach(clean: bool | None, following: Any) -> None:
    finding = judged(RULE, clean=clean)
    assert finding.consequences == following
    assert ("后果" in finding.explain("zh")) is bool(following)
    assert "时限：10个工作日内" in finding.explain("zh")
    assert any("时限：10个工作日内" in line for line in finding.told("zh"))
    # Nobody says when the ten days began.
    assert ("未计期限是否届满" in finding.explain("zh")) is bool(following)
    told = "; ".join(one.told("en") for one in following)
    assert finding.records()[0]["consequences_en"] == (told or None)


def test_words_of_consequences() -> None:
    said = judged(RULE, clean=False).explain("zh")
    assert "后果：先责令限期改正（30日内）；处10000元至30000元罚款（第二条）" in said
    assert "后果：情节严重的，责令停止托育服务（第二条）" in said
    assert FINE.told("en") == (
        "first: an order to put it right (within 30 days); a fine of 10,000 yuan to 30,000 yuan"
    )
    assert attrs.evolve(STOP, where=w.Text(zh="情节严重的")).told("zh") == STOP.told("zh")
    ordered = w.Consequence(clause=TWO, order=w.Text(zh="责令改正"))
    assert ordered.told("zh") == "先责令改正"
    idle = w.Rule(clause=ONE, applies=room.existing, requires=room.clean, limit=w.limit(10, w.DAYS))
    assert "时限" not in judged(idle, existing=False).explain("zh")


def test_a_ladder_says_what_follows_once() -> None:
    ladder = w.Ladder(
        clause=ONE,
        rungs=(
            w.Rung(clause=ONE, part="a", applies=room.existing, requires=room.clean),
            w.Rung(clause=ONE, part="b", applies=room.independent, requires=room.clean),
        ),
        consequences=(FINE,),
    )
    broken = judged(ladder, existing=True, clean=False)
    assert broken.consequences == (FINE,)
    assert broken.explain("zh").count("后果") == 1
    assert judged(ladder, existing=True, clean=True).consequences == ()
    assert cp.codec.loads(cp.codec.dumps(broken), LadderFinding) == broken


def test_under_a_reading_and_within_a_time() -> None:
    which = w.question("q", "1", "何读", "Which?", one=("甲", "one"), other=("乙", "other"))
    fine = w.consequence(fine_yuan=5, part="f", under=(which, "other"))
    late = w.consequence("停业", part="s", within=w.DRAFT)
    chapter = (
        w.clause("1", "一", w.MUST, "甲", w.duty(requires=room.clean, consequences=[fine, late])),
    )
    plan = cp.Plan.of("own", "办法", chapter, issuer="某县", questions=which)
    broken = cp.Room(clean=False)
    ids = {
        (option, day): [
            one.id
            for one in cp.assess(broken, plan, readings={"q": option}, on=day)
            .findings[0]
            .consequences
        ]
        for option in ("one", "other")
        for day in (None, w.month(2024, 1).start)
    }
    assert list(ids.values()) == [["1/s"], [], ["1/f", "1/s"], ["1/f"]]


@pytest.mark.parametrize(
    ("said", "path"),
    [({}, "title"), ({"fine_yuan": 5, "limit": w.limit(5, w.DAYS)}, "limit")],
)
def test_refused_consequences(said: Any, path: str) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        w.Consequence(clause=TWO, **said)
    assert [problem.path for problem in refused.value.problems] == [path]


def test_what_follows_is_asked_of_whoever_imposes_it() -> None:
    plan = cp.Plan(
        id="x", document=w.Document(title=TITLE, issuer=TITLE), clauses=(ONE, TWO), rules=(RULE,)
    )
    (asked,) = plan.tasks_of(cp.Body.HEALTH)
    assert (asked.number, asked.origin.value, asked.title.zh) == (
        "2",
        "consequence",
        "先责令限期改正（30日内）；处10000元至30000元罚款",
    )


def test_a_consequence_encodes_its_own_clause() -> None:
    fined = w.clause(
        "9", "第九条", w.MUST, "罚款", w.inside("1", w.consequence(fine_yuan=w.between(1, 5)))
    )
    chapter = (w.clause("1", "一", w.MUST, "甲", w.duty(requires=room.clean)), fined)
    plan = cp.Plan.of("own", "办法", chapter, issuer="某县")
    assert plan.coverage().complete
    assert "罚款（元）：1至5" in plan.show("9").explain("zh", detail="all")
    assert plan.rules[0].consequences[0].clause.number == "9"
    finding = judged(RULE, clean=False)
    assert cp.codec.loads(cp.codec.dumps(finding), Finding) == finding
