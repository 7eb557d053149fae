"""Sums in and out: terms, large numbers, and what was seen of a sum."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from crews import Cot, Crew, cot, crew
from hypothesis import given
from hypothesis import strategies as st
from small_plans import MUST, plan_of
from strategies import nouns

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.criteria.evidence import Evaluation, Evidence
from careplan.criteria.nodes import TRUE, Compare, Linear, Term
from careplan.criteria.signs import Op
from careplan.criteria.soundness import sound
from careplan.criteria.sums.tallies import Tallied, Tally
from careplan.testing.drawn.criteria import sums
from careplan.verbs.assessing.assessments import Assessment

codec = cp.codec
RATIO = crew.children <= 3 * crew.carers
FIRM = {"type": "Compare", "noun": "Cot", "path": "firm", "op": "==", "value": True}
WRITTEN: dict[str, Any] = {
    "type": "Linear", "noun": "Crew", "op": ">=", "bound": 2,
    "terms": [
        {"type": "Term", "factor": 1, "over": "cots", "amount": "size", "where": FIRM},
        {"type": "Term", "factor": "4.5", "amount": "area_m2"},
    ],
}  # fmt: skip


def read(data: object, cls: Any = cp.Criterion) -> Any:
    return codec.structure(data, cls, nouns=[Crew, Cot])


def problems(data: object, cls: Any = cp.Criterion) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        read(data, cls)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def changed(place: int, **changes: object) -> dict[str, Any]:
    """Return the sum as written with one of its terms changed."""
    terms = [dict(one) for one in WRITTEN["terms"]]
    terms[place] |= changes
    return {**WRITTEN, "terms": [{k: v for k, v in one.items() if v != "absent"} for one in terms]}


def test_how_a_sum_is_written() -> None:
    area: Any = cp.total(crew.cots, cot.size, cot.firm) + Fraction("4.5") * crew.area_m2
    assert codec.unstructure(area >= 2) == WRITTEN
    assert read(WRITTEN) == (area >= 2)
    # Null says no more than nothing.
    assert read(changed(1, over=None, where=None)) == read(WRITTEN)


@given(sums(Crew), st.data())
def test_sums_and_what_was_seen_of_them_make_the_round_trip(made: Any, data: st.DataObject) -> None:
    subject = data.draw(nouns(Crew))
    known = {"nouns": [Crew, Cot]}
    assert codec.loads(codec.dumps(made), cp.Criterion, **known) == made
    left, seen = cp.residual(made, subject), cp.evaluate(made, subject)
    assert codec.loads(codec.dumps(left), cp.Criterion, **known) == left
    assert codec.loads(codec.dumps(seen), Evaluation, **known) == seen


def test_an_assessment_by_a_sum_makes_the_round_trip() -> None:
    plan = plan_of(w.Rule(clause=MUST, requires=RATIO))
    for subject in (Crew(children=10), Crew(children=10, carers=3)):
        assessment = cp.assess(subject, plan)
        again = codec.loads(codec.dumps(assessment), Assessment, nouns=[Crew, Cot])
        assert again == assessment
        assert again.records() == assessment.records()
        assert repr(again) == repr(assessment)
        assert [one.explain("zh") for one in again.findings] == [
            one.explain("zh") for one in assessment.findings
        ]


def test_a_bound_that_no_fact_has_is_a_text() -> None:
    """10 m2 for each of 10^15 children: what is left asks for more than a fact can state."""
    left = cp.residual(crew.area_m2 >= 10 * crew.children, Crew(children=10**15))
    written = codec.unstructure(left)
    assert written["bound"] == str(10**16)
    assert read(written) == left
    assert problems({**written, "bound": 10**16}) == [("bound", "out_of_range")]
    assert problems({**written, "bound": str(10**61)}) == [("bound", "out_of_range")]
    for wrong in (float("inf"), None, "x", True, "1e9"):
        assert len(problems({**WRITTEN, "bound": wrong})) == 1
    too_large = Linear(Crew, ((1, Term(amount=("area_m2",))),), Op.GE, 10**61)
    with pytest.raises(InvalidInput):
        codec.dumps(too_large)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({**WRITTEN, "terms": []}, [("terms", "wrong_type")]),
        ({**WRITTEN, "terms": 3}, [("terms", "wrong_type")]),
        ({**WRITTEN, "terms": [3]}, [("terms[0]", "wrong_type")]),
        ({**WRITTEN, "op": "~"}, [("op", "not_a_member")]),
        ({**WRITTEN, "noun": "Nobody"}, [("noun", "not_a_member")]),
        (changed(0, type="Terms"), [("terms[0].type", "not_a_member")]),
        (changed(0, type="absent"), [("terms[0].type", "required")]),
        (changed(0, of=3), [("terms[0].of", "unknown_key")]),
        (changed(0, factor="absent"), [("terms[0].factor", "required")]),
        (changed(0, factor="x"), [("terms[0].factor", "text_as_number")]),
        (changed(0, over="beds[0]"), [("terms[0].over", "wrong_fact")]),
        (changed(0, over="nothing"), [("terms[0].over", "not_found")]),
        (changed(0, amount="firm"), [("terms[0].amount", "wrong_fact")]),
        (changed(0, amount="area_m2"), [("terms[0].amount", "not_found")]),
        (changed(1, amount="yard"), [("terms[1].amount", "wrong_fact")]),
        (changed(1, where=FIRM), [("terms[1].where", "wrong_noun")]),
        (
            changed(0, where={**FIRM, "noun": "Crew", "path": "yard"}),
            [("terms[0].where", "wrong_noun")],
        ),
        (changed(0, where={**FIRM, "path": "soft"}), [("terms[0].where.path", "not_found")]),
    ],
)
def test_what_is_no_sum_is_refused(data: Any, expected: list[tuple[str, str]]) -> None:
    assert problems(data) == expected


def test_a_sum_in_another_form_is_read_as_what_it_means() -> None:
    plain = {"type": "Term", "factor": 2, "amount": "children"}
    of_children = {**WRITTEN, "terms": [plain], "bound": 7}
    assert read(of_children) == (crew.children >= 4)
    assert read({**WRITTEN, "terms": [plain, plain], "bound": 15}) == (crew.children >= 4)
    assert read({**WRITTEN, "terms": [{**plain, "factor": 0}], "bound": 0}) == TRUE


TERM = Term(amount=("children",))


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Linear(int, ((1, TERM),), Op.GE, 2), [("noun", "wrong_type")]),
        (Linear(Crew, (), Op.GE, 2), [("terms", "wrong_type")]),
        (Linear(Crew, [(1, TERM)], Op.GE, 2), [("terms", "wrong_type")]),  # type: ignore[arg-type]  # wrong
        (Linear(Crew, ((1, TERM, 2),), Op.GE, 2), [("terms", "wrong_type")]),  # type: ignore[arg-type]  # wrong
        (Linear(Crew, ((1, "children"),), Op.GE, 2), [("terms", "wrong_type")]),  # type: ignore[arg-type]  # wrong
        (Linear(Crew, ((1, TERM),), ">=", 2), [("op", "wrong_type")]),  # type: ignore[arg-type]  # wrong
        (Linear(Crew, ((1, TERM),), Op.GE, None), [("bound", "wrong_type")]),  # type: ignore[arg-type]  # wrong
        (Linear(Crew, ((0.1 + 0.2, TERM),), Op.GE, 2), [("terms[0].factor", "computed")]),  # type: ignore[arg-type]  # wrong
        (
            Linear(Crew, ((1, Term(amount="children")),), Op.GE, 2),  # type: ignore[arg-type]  # wrong
            [("terms[0].amount", "wrong_type")],
        ),
        (
            Linear(Crew, ((1, Term(("children",), ("size",))),), Op.GE, 2),
            [("terms[0].over", "wrong_fact")],
        ),
        (
            Linear(Crew, ((1, Term(("cots",), ("weight",))),), Op.GE, 2),
            [("terms[0].amount", "not_found")],
        ),
        (
            Linear(Crew, ((1, Term(("nothing",))),), Op.GE, 2),
            [("terms[0].over", "not_found")],
        ),
        (
            Linear(Crew, ((1, Term(where=Compare(Cot, ("firm",), Op.EQ, value=True))),), Op.GE, 1),
            [("terms[0].where", "wrong_noun")],
        ),
    ],
)
def test_what_is_built_by_hand_is_checked(node: Linear, expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidInput) as caught:
        sound(node)
    assert [(one.path, one.code) for one in caught.value.problems] == expected


def test_numbers_of_a_sum_are_kept_in_their_one_form() -> None:
    """A half is the decimal 0.5, two halves of four are 2, whatever they were given as."""
    terms: Any = ((0.5, TERM), (Fraction(4, 2), Term(amount=("carers",))))
    made = sound(Linear(Crew, terms, Op.GE, Decimal("7.0")))
    assert isinstance(made, Linear)
    numbers = [*(factor for factor, _ in made.terms), made.bound]
    assert [type(number) for number in numbers] == [Decimal, int, int]
    assert sound(made) is made


def test_a_sum_deep_inside_counts_as_a_level() -> None:
    node: Any = crew.yard.__criterion__()
    for _ in range(60):
        two = Term(amount=("children",), where=node)
        node = Linear(Crew, ((1, two), (1, Term(amount=("carers",)))), Op.GE, 2)
    assert sound(node) == node
    for _ in range(60):
        node = Linear(Crew, ((1, Term(amount=("children",), where=node)), (1, TERM)), Op.GE, 2)
    with pytest.raises(InvalidInput) as caught:
        sound(node)
    assert {one.code for one in caught.value.problems} == {"too_deep"}


def evidence(**changes: object) -> Any:
    """Return what was seen of the ratio, as data, changed."""
    [piece] = cp.evaluate(RATIO, Crew(children=10, carers=3)).evidence
    data = codec.unstructure(piece)
    return {**data, **changes}


SEEN: dict[str, Any] = {
    "type": "tally", "terms": [[10, 10], [3, 3]], "facts": ["children", "carers"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (evidence(path="children"), [("path", "other_answer")]),
        (evidence(observed=None), [("observed", "wrong_type")]),
        (evidence(observed={**SEEN, "terms": [[10, 10]]}), [("observed", "wrong_type")]),
        (
            evidence(observed={**SEEN, "terms": [[10, 9], [3, 3]]}),
            [("observed.terms[0]", "too_small")],
        ),
        (
            evidence(observed={**SEEN, "terms": [[10], [3, 3]]}),
            [("observed.terms[0]", "wrong_type")],
        ),
        (
            evidence(observed={**SEEN, "facts": ["x", "carers"]}),
            [("observed.facts[0]", "not_found")],
        ),
        (evidence(truth="true"), [("truth", "other_answer")]),
        (evidence(observed={**SEEN, "terms": [[10, 10], [4, 4]]}), [("truth", "other_answer")]),
    ],
)
def test_what_was_seen_of_a_sum_fits_it(data: Any, expected: list[tuple[str, str]]) -> None:
    assert problems(data, Evidence) == expected


def test_an_end_that_is_no_number_is_not_written() -> None:
    [piece] = cp.evaluate(RATIO, Crew(children=10, carers=3)).evidence
    wrong = Tally((Tallied("x", None), Tallied(3, 3)), ("children", "carers"))  # type: ignore[arg-type]  # wrong
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(attrs.evolve(piece, observed=wrong))
    assert [(one.path, one.code) for one in caught.value.problems] == [
        ("observed", "text_as_number")
    ]


def test_what_the_ends_of_a_sum_leave_open_may_be_settled() -> None:
    open_ends = {**SEEN, "terms": [[0, None], [0, None]]}
    for truth in ("true", "false", "unknown"):
        assert read(evidence(observed=open_ends, truth=truth), Evidence).truth.value == truth
    denied: Any = attrs.evolve(
        read(evidence(), Evidence), required=cp.not_(RATIO), truth=cp.Truth.TRUE
    )
    assert read(codec.unstructure(denied), Evidence) == denied
