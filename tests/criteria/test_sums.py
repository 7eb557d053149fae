"""The laws of sums, against plain arithmetic over every completion that matters."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from crews import Cot, Crew, completions, cot, crew, is_so
from hypothesis import assume, event, given
from hypothesis import strategies as st
from strategies import extensions, nouns

import careplan as cp
from careplan.criteria.nodes import FALSE, TRUE, Compare, Criterion, Linear, Not, Some, Term
from careplan.criteria.residuals import left_of
from careplan.criteria.signs import Op
from careplan.criteria.soundness import sound
from careplan.criteria.sums.canonical import linear
from careplan.fields.declaring import Noun, items
from careplan.testing.drawn.criteria import sums

YARD, HALL, FIRM = (Compare(noun, (fact,), Op.EQ, value=True) for noun, fact in (
    (Crew, "yard"), (Crew, "hall"), (Cot, "firm"),
))  # fmt: skip
# Terms by the facts they read, so that a sum of several shares nothing.
TERMS: dict[str, list[Term]] = {
    "children": [Term(amount=("children",))],
    "carers": [Term(amount=("carers",))],
    "staff": [Term(amount=("staff",))],
    "heat": [Term(amount=("heat",))],
    "area_m2 hall": [Term(amount=("area_m2",)), Term(amount=("area_m2",), where=HALL)],
    "yard": [Term(where=YARD), Term(where=Not(YARD))],
    "cots": [Term(("cots",)), Term(("cots",), (), FIRM)],
    "beds": [Term(("beds",), ("size",)), Term(("beds",), ("size",), FIRM)],
}
FACTORS = [Fraction(one) for one in (-4, -1, 1, 2, 3)] + [Fraction(1, 3), Fraction("4.5")]
BOUNDS = st.integers(-12, 24).map(Fraction) | st.sampled_from([Fraction(7, 3), Fraction("13.5")])
COTS = st.none() | st.lists(
    st.builds(Cot, size=st.none() | st.integers(0, 4), firm=st.none() | st.booleans()), max_size=2
)


@st.composite
def crews(draw: st.DrawFn) -> Crew:
    """Draw a crew some of whose facts are not stated."""
    small: dict[str, Any] = {
        "children": st.integers(0, 9),
        "carers": st.integers(0, 4),
        "staff": st.integers(1, 5),
        "heat": st.integers(-5, 5),
        "area_m2": st.integers(0, 40) | st.just(Decimal("13.5")),
        **dict.fromkeys(("yard", "hall"), st.booleans()),
    }
    stated = {name: draw(st.none() | value) for name, value in small.items()}
    return Crew(**stated, cots=draw(COTS), beds=draw(COTS))


@st.composite
def apart(draw: st.DrawFn) -> tuple[Criterion, frozenset[str]]:
    """Draw a sum whose terms share no fact, and the facts it reads."""
    chosen = draw(st.lists(st.sampled_from(sorted(TERMS)), min_size=1, max_size=3, unique=True))
    parts = [(draw(st.sampled_from(FACTORS)), draw(st.sampled_from(TERMS[one]))) for one in chosen]
    made = linear(Crew, parts, draw(st.sampled_from(list(Op))), draw(BOUNDS))
    return made, frozenset(" ".join(chosen).split())


def truths(node: Linear, subject: Crew, read: frozenset[str]) -> set[bool]:
    """Return what a sum is over all completions of what it reads."""
    return {is_so(node, one) for one in completions(subject, read)}


@given(apart(), crews())
def test_a_sum_is_settled_exactly_where_every_completion_says_the_same(
    drawn: tuple[Criterion, frozenset[str]], subject: Crew
) -> None:
    node, read = drawn
    assume(isinstance(node, Linear))
    assert isinstance(node, Linear)
    expected, truth = truths(node, subject, read), cp.evaluate(node, subject).truth
    event(f"{truth.value}, {len(expected)} truths")
    if truth is not cp.Truth.UNKNOWN:
        assert expected == {truth is cp.Truth.TRUE}
    elif node.op not in {Op.EQ, Op.NE}:  # of these it is sound only: some number is always left
        assert expected == {True, False}


@given(apart(), crews(), st.data())
def test_what_is_left_of_a_sum_is_so_where_the_sum_is(
    drawn: tuple[Criterion, frozenset[str]], subject: Crew, data: st.DataObject
) -> None:
    node, read = drawn
    assume(isinstance(node, Linear))
    assert isinstance(node, Linear)
    left = cp.residual(node, subject)
    whole = data.draw(st.sampled_from(list(completions(subject, read))[:200]))
    assert cp.evaluate(left, whole).truth is cp.evaluate(node, whole).truth
    assert (cp.evaluate(left, whole).truth is cp.Truth.TRUE) is is_so(node, whole)


@given(st.data())
def test_the_constructor_says_what_its_parts_say(data: st.DataObject) -> None:
    """Merging, settling, rounding, turning round and saying it more simply change no answer."""
    terms = st.sampled_from([one for several in TERMS.values() for one in several])
    parts = data.draw(st.lists(st.tuples(st.sampled_from(FACTORS), terms), min_size=1, max_size=4))
    op, bound = data.draw(st.sampled_from(list(Op))), data.draw(BOUNDS)
    subject = data.draw(nouns(Crew, full=True))
    plain = Linear(Crew, tuple(parts), op, bound)  # in no particular form
    made = linear(Crew, parts, op, bound)
    event(type(made).__name__)
    assert (cp.evaluate(made, subject).truth is cp.Truth.TRUE) is is_so(plain, subject)
    assert sound(plain) == made


@given(sums(Crew))
def test_what_is_made_has_its_form(made: Criterion) -> None:
    assert sound(made) is made
    if isinstance(made, Linear):
        parts = [(Fraction(factor), term) for factor, term in made.terms]
        again = linear(made.noun, parts, made.op, Fraction(made.bound))
        assert (again, repr(again)) == (made, repr(made))


TEN, THREE = Crew(children=10), Crew(carers=3)


@pytest.mark.parametrize(
    ("written", "subject", "left"),
    [
        # 10 children need 10 / 3 carers, and these are whole: 4. 3 carers are for 9 children.
        (crew.children <= 3 * crew.carers, TEN, crew.carers >= 4),
        (crew.children <= 3 * crew.carers, THREE, crew.children <= 9),
        (crew.children < 3 * crew.carers, THREE, crew.children < 9),
        (crew.children > 3 * crew.carers, TEN, crew.carers <= 3),
        (crew.children == 3 * crew.carers, TEN, FALSE),
        (crew.children != 3 * crew.carers, TEN, TRUE),
        (crew.children == 3 * crew.carers, THREE, crew.children == 9),
        # An area is no whole number: 10 children need 45 m2, 40 m2 are for 8 of them.
        (crew.area_m2 >= 4.5 * crew.children, TEN, crew.area_m2 >= 45),
        (crew.area_m2 >= 4.5 * crew.children, Crew(area_m2=40), crew.children <= 8),
        # At least 1 of the staff is there: the declared minimum decides.
        (crew.staff + crew.carers >= 2, Crew(carers=1), TRUE),
        (crew.staff + crew.carers >= 2, Crew(), crew.staff + crew.carers >= 2),
        # One cot of two is firm, and the other may be.
        (cp.count(crew.cots, cot.firm) >= 2, Crew(cots=[Cot(firm=True), Cot(firm=False)]), FALSE),
        (
            cp.count(crew.cots, cot.firm) >= 2,
            Crew(cots=[Cot(firm=True), Cot()]),
            Compare(Crew, ("cots", 1, "firm"), Op.EQ, value=True),
        ),
        (
            cp.total(crew.cots, cot.size) >= 10,
            Crew(cots=[Cot(size=6), Cot()]),
            Compare(Crew, ("cots", 1, "size"), Op.GE, 4),
        ),
        (
            cp.total(crew.cots, cot.size, cot.firm) >= 10,
            Crew(cots=[Cot(size=6, firm=True), Cot(firm=True), Cot(size=9, firm=False)]),
            Compare(Crew, ("cots", 1, "size"), Op.GE, 4),
        ),
        # What is not needed is not asked: 2 of 3 hold already.
        (cp.at_least(2, crew.yard, crew.hall, crew.listed), Crew(yard=True, hall=True), TRUE),
        (
            cp.at_least(2, crew.yard, crew.hall, crew.listed),
            Crew(yard=True),
            cp.any_of(crew.hall, crew.listed),
        ),
        (
            cp.at_least(2, crew.yard, crew.hall, crew.listed),
            Crew(yard=False),
            cp.all_of(crew.hall, crew.listed),
        ),
    ],
)
def test_what_is_left(written: Criterion, subject: Crew, left: Criterion) -> None:
    assert cp.residual(written, subject) == left


@pytest.mark.parametrize(
    ("written", "simply"),
    [
        (cp.count(crew.cots, cot.firm) >= 1, cp.some(crew.cots, cot.firm)),
        (cp.count(crew.cots, cot.firm) > 0, cp.some(crew.cots, cot.firm)),
        (cp.count(crew.cots) == 0, Not(Some(Crew, ("cots",), TRUE))),
        (cp.count(crew.cots) < 1, Not(Some(Crew, ("cots",), TRUE))),
        (2 * cp.count(crew.cots) >= 1, cp.some(crew.cots)),
        (cp.at_least(1, crew.yard, crew.hall), cp.any_of(crew.yard, crew.hall)),
        (cp.at_least(2, crew.yard, crew.hall), cp.all_of(crew.yard, crew.hall)),
        (2 * crew.children >= 7, crew.children >= 4),
        (crew.children + crew.children >= 7, crew.children >= 4),
        (3 * crew.children - crew.children > 6, crew.children > 3),
        (crew.area_m2 / 2 <= 7, crew.area_m2 <= 14),
        (-crew.children >= -3, crew.children <= 3),
        (5 - crew.children >= 2, crew.children <= 3),
    ],
)
def test_what_a_comparison_or_a_join_says_is_one(written: Criterion, simply: Criterion) -> None:
    assert written == simply


@pytest.mark.parametrize(
    ("op", "bound", "simply"),
    [
        # Of two criteria none, one, or both hold: how often each comparison is so.
        (Op.LE, 0, cp.not_(cp.any_of(crew.yard, crew.hall))),
        (Op.EQ, 0, cp.not_(cp.any_of(crew.yard, crew.hall))),
        (Op.LT, 2, cp.not_(cp.all_of(crew.yard, crew.hall))),
        (Op.NE, 2, cp.not_(cp.all_of(crew.yard, crew.hall))),
        (Op.NE, 0, cp.any_of(crew.yard, crew.hall)),
        (Op.EQ, 2, cp.all_of(crew.yard, crew.hall)),
        (Op.EQ, 3, FALSE),
        (Op.NE, 3, TRUE),
        (Op.GE, Fraction(3, 2), cp.all_of(crew.yard, crew.hall)),
    ],
)
def test_so_many_of_two_are_said_as_joins(op: Op, bound: Any, simply: Criterion) -> None:
    parts = [(Fraction(1), Term(where=YARD)), (Fraction(1), Term(where=HALL))]
    assert linear(Crew, parts, op, Fraction(bound)) == simply
    assert isinstance(linear(Crew, parts, Op.EQ, Fraction(1)), Linear)
    assert isinstance(linear(Crew, parts, Op.NE, Fraction(1)), Linear)


def test_a_sum_is_one_however_it_is_turned() -> None:
    ratio = crew.children <= 3 * crew.carers
    assert ratio == (3 * crew.carers >= crew.children)
    assert ratio == (3 * crew.carers - crew.children >= 0)
    assert ratio == (3 * crew.carers - crew.children >= 0)
    assert hash(ratio) == hash(3 * crew.carers >= crew.children)
    assert ratio != (crew.children < 3 * crew.carers)
    # Terms stay as they were written, and factors as the text has them.
    assert isinstance(ratio, Linear)
    assert [term.amount for _, term in ratio.terms] == [("children",), ("carers",)]
    assert (crew.area_m2 >= 4.5 * crew.children).terms[1][0] == Decimal("-4.5")  # type: ignore[union-attr]  # a sum


def test_no_number_is_too_large_for_exact_arithmetic() -> None:
    """10^15 children are the most a fact can state: 10 m2 for each is a bound no fact has."""
    left = cp.residual(crew.area_m2 >= 10 * crew.children, Crew(children=10**15))
    assert isinstance(left, Linear)
    assert left.bound == 10**16
    assert cp.evaluate(left, Crew(area_m2=10**15)).truth is cp.Truth.FALSE
    assert cp.residual(left, Crew(area_m2=7)) == FALSE
    # A float would be infinite here, and infinity less infinity is no number.
    several = [(Fraction(10**400), Term(amount=("heat",))), (Fraction(1), Term(amount=("staff",)))]
    huge = linear(Crew, several, Op.GE, Fraction(1, 10**400))
    assert left_of(huge, Crew(heat=1)) == TRUE
    assert left_of(huge, Crew(heat=-1, staff=1)) == FALSE


def test_an_amount_beside_a_criterion_is_not_forgotten() -> None:
    """0 and the least of the staff, 1, differ against 1: "and" would not say that 1 is reached."""
    given_hall = Term(amount=("staff",), where=HALL)
    left = linear(Crew, [(Fraction(1), given_hall)], Op.GE, Fraction(1))
    assert cp.residual(left, Crew(hall=True)) == TRUE
    assert cp.residual(left, Crew(hall=False)) == FALSE
    stricter = linear(Crew, [(Fraction(1), given_hall)], Op.GE, Fraction(2))
    assert stricter == cp.all_of(crew.hall, crew.staff >= 2)
    most = linear(Crew, [(Fraction(1), given_hall)], Op.LE, Fraction(2))
    assert most == cp.any_of(cp.not_(crew.hall), crew.staff <= 2)


def test_a_constant_among_the_terms_is_part_of_the_bound() -> None:
    one = Fraction(1)
    always, never, real = Term(where=TRUE), Term(where=FALSE), Term(amount=("children",))
    parts = [(one, always), (2 * one, never), (one, real)]
    assert linear(Crew, parts, Op.GE, Fraction(3)) == (crew.children >= 2)


@attrs.frozen(kw_only=True)
class Camp(Noun):
    """A noun whose items have items of their own."""

    crews: Any = items(Crew, "组", "crews")


def test_a_sum_over_the_items_of_an_item_is_about_that_item() -> None:
    camp = cp.facts(Camp)
    crowded = cp.some(camp.crews, cp.total(crew.cots, cot.size) >= 5)
    subject = Camp(crews=[Crew(cots=[Cot(size=4)]), Crew()])
    assert cp.evaluate(crowded, subject).truth is cp.Truth.UNKNOWN
    left = cp.residual(crowded, subject)
    assert cp.facts_of(left) == ("crews[1].cots",)
    # 4 is less than 5: what is left is asked of the second alone.
    later = Camp(crews=[Crew(cots=[Cot(size=4)]), Crew(cots=[Cot(size=2), Cot(size=3)])])
    assert cp.evaluate(left, later).truth is cp.Truth.TRUE
    assert "第2个组的婴儿床尺寸合计" in left.describe("zh")
    inner = cp.some(camp.crews, cp.every(crew.cots, cot.firm))
    blank = cp.residual(inner, Camp(crews=[Crew(cots=[Cot()])]))
    assert blank.describe("en") == "cots 1 of crews 1: firm"
    assert blank.describe("zh") == "第1个组的第1个婴儿床结实"


@given(sums(Crew), st.data())
def test_terms_may_ask_whatever_criteria_ask(made: Criterion, data: st.DataObject) -> None:
    """Whatever its terms share, a sum that is settled is so as plain arithmetic says."""
    if not isinstance(made, Linear):
        return
    subject = data.draw(nouns(Crew))
    truth = cp.evaluate(made, subject).truth
    event(truth.value)
    if truth is not cp.Truth.UNKNOWN:
        whole = data.draw(extensions(subject, full=True))
        assert is_so(made, whole) is (truth is cp.Truth.TRUE)
