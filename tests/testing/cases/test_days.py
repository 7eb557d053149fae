"""Cases where time is counted: the day before a period is complete, the day, and the day after."""

from datetime import date, timedelta
from fractions import Fraction

import attrs
import conformance_evaluator as evaluator
import pytest
from hypothesis import find, given
from lots import LEASE, OPEN, PLAN, Lot, lot
from strategies import nouns
from testing.cases.small_plans import CLAUSE, small_plan

import careplan as cp
from careplan import codec
from careplan import writing as w
from careplan.criteria.nodes import Criterion, Elapsed, Term
from careplan.criteria.signs import Op
from careplan.criteria.sums.canonical import linear
from careplan.testing import boundary_cases, conformance, criteria, decisive_cases
from careplan.testing.cases.days import DAY, on_day
from careplan.testing.cases.pivots import Place
from careplan.testing.cases.solving import satisfying
from careplan.testing.conforming.sums import settled_by_ends

ONE = timedelta(days=1)
PLACED = {Place.BELOW, Place.AT, Place.ABOVE}


def test_every_case_is_answered_as_expected_on_its_day() -> None:
    cases = decisive_cases(PLAN)
    assert cases.without == ()
    for case in cases:
        found = cp.assess(case.subject, PLAN, readings=case.readings, on=case.on)
        assert case.answered(found) is case.expected
        # The lease counts to no day asked.
        assert case.on == (None if case.number == "1" else DAY)


@pytest.mark.parametrize("number", ["2", "3"])
def test_a_threshold_is_the_last_day_of_opening_that_is_enough(number: str) -> None:
    """Six months before 30 June 2025 is 30 December 2024; 31 December is too: June has no 31st."""
    cases = [one for one in boundary_cases(PLAN) if one.number == number]
    last = date(2024, 12, 31)
    assert [(one.value, one.expected) for one in cases] == [
        (last - ONE, cp.Outcome.MET),
        (last, cp.Outcome.MET),
        (last + ONE, cp.Outcome.NOT_MET),
    ]


def test_a_lease_is_tried_at_both_of_its_days() -> None:
    paths = {one.path for one in boundary_cases(PLAN) if one.number == "1"}
    assert paths == {"lease_from", "lease_until"}


# Three years up to the day before 1 January 2023 begin on 1 January 2020: both days belong to them.
def test_days_of_cases_are_such_as_a_database_holds() -> None:
    cases = [one for one in decisive_cases(PLAN) if one.number == "1" and one.place in PLACED]
    days = [(one.subject.lease_from, one.subject.lease_until) for one in cases]
    first, last = date(2020, 1, 1), date(2022, 12, 31)
    assert days[:6] == [
        *((day, last) for day in (first - ONE, first, first + ONE)),
        *((first, day) for day in (last - ONE, last, last + ONE)),
    ]
    # What has to be before a day is on the last one that may be; any day on the day asked.
    for asked, stated in (
        (lot.opened_on <= date(2019, 5, 1), date(2019, 5, 1)),
        (lot.opened_on < date(2019, 5, 1), date(2019, 4, 30)),
        (lot.opened_on <= date(2030, 1, 1), DAY),
        (lot.opened_on >= date(2030, 1, 1), date(2030, 1, 1)),
        (lot.opened_on <= date.min, date.min),
    ):
        assert next(satisfying(Lot, asked)).opened_on == stated


def test_a_second_evaluator_counts_alike() -> None:
    data = conformance(PLAN)
    assert evaluator.disagreements(data) == []
    assert {case.get("on") for case in data["duties"][1]["cases"]} == {"2025-06-30"}
    assert all("on" not in case for case in data["duties"][0]["cases"])


@given(criteria(Lot, depth=1), nouns(Lot))
def test_a_second_evaluator_agrees_on_drawn_criteria(node: Criterion, subject: Lot) -> None:
    for on in (None, DAY):
        said = evaluator.truth(
            codec.unstructure(node),
            codec.unstructure(subject),
            None if on is None else on.isoformat(),
        )
        truths = {True: cp.Truth.TRUE, False: cp.Truth.FALSE, None: cp.Truth.UNKNOWN}
        found = cp.evaluate(node, subject, on=on).truth
        # What only whole numbers settle, or what terms share, it need not know: no case asks it.
        beyond = said is None and not settled_by_ends([node], subject, on)
        assert found is truths[said] or beyond


@given(criteria(Lot), nouns(Lot))
def test_a_criterion_on_a_day_is_the_criterion_asked_on_that_day(
    node: Criterion, subject: Lot
) -> None:
    on = on_day(node, DAY)
    assert cp.evaluate(on, subject).truth is cp.evaluate(node, subject, on=DAY).truth


def test_what_counts_to_no_day_stays_the_object_it_is() -> None:
    for node in (LEASE, LEASE & lot.listed, None):
        assert on_day(node, DAY) is node
    terms = [(Fraction(2), Term(where=OPEN)), (Fraction(1), Term(where=lot.listed & LEASE))]
    counted = linear(Lot, terms, Op.GE, Fraction(2))
    assert on_day(counted, DAY) != counted


def test_elapsed_time_is_drawn() -> None:
    drawn = find(criteria(Lot), lambda one: isinstance(one, Elapsed) and one.end is None)
    assert isinstance(drawn, Elapsed)


def test_a_sheet_is_scored_on_the_day_of_its_case() -> None:
    document = w.Document(title=("表", "sheets"), issuer=("某县", "a county"))
    item = w.item("open", ("启用满半年", "open"), 5, OPEN)
    sheet = w.sheet(
        "stars",
        ("评分表", "sheet"),
        item,
        applies=lot.listed,
        pass_mark=5,
        marking=w.Marking.ALL_OR_NOTHING,
    )
    clause = w.clause("1", "一", w.FACT, "评分表", "A sheet.", sheet)
    grant = w.clause("2", "二", w.MAY, "启用满半年可申请", "Open.", w.benefit(condition=OPEN))
    data = conformance(w.Plan.of("sheets", document, (clause, grant)))
    assert evaluator.disagreements(data) == []
    [section] = data["scores"]
    rooms = [one for one in section["cases"] if one["room"]]
    assert {one["expected"]["outcome"] for one in rooms} == {"met", "not_met"}
    assert {one["on"] for one in rooms} == {"2025-06-30"}
    [offered] = data["benefits"]
    assert {one["expected"] for one in offered["cases"]} == {"open", "not_open", "unknown"}


# The cases ask on 30 June 2025; nobody answers for a rule by a day on which it is not in force.
@pytest.mark.parametrize(
    ("within", "without"),
    [
        (None, ()),
        (("2025-06-30", None), ()),
        (("2025-07-01", None), ("1.a",)),
        ((None, "2025-06-29"), ("1.a",)),
    ],
)
def test_what_is_not_in_force_on_the_day_asked_has_no_case(
    within: tuple[str | None, str | None] | None, without: tuple[str, ...]
) -> None:
    days = (
        None
        if within is None
        else [None if one is None else date.fromisoformat(one) for one in within]
    )
    validity = None if days is None else w.Validity(since=days[0], until=days[1])
    rule = w.Rule(clause=CLAUSE, requires=OPEN, within=validity)
    plan = small_plan(rules=(rule,))
    cases = decisive_cases(plan)
    assert cases.without == without
    cases.check(lambda case: case.answer(plan), without=without)
    # Where no day is asked, it is not asked whether the rule is in force.
    undated = attrs.evolve(plan, rules=(attrs.evolve(rule, requires=LEASE),))
    assert decisive_cases(undated).without == ()
