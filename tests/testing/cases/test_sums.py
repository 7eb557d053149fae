"""Cases at what a sum makes of each of its facts, and what two evaluators answer."""

from fractions import Fraction
from typing import Any

import attrs
import pytest
from conformance_evaluator import disagreements, number_of_cases
from crews import Cot, Crew, cot, crew, is_so
from hypothesis import assume, given, settings
from small_plans import MUST, plan_of

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import Linear
from careplan.fields.declaring import flag, items, part
from careplan.testing import conformance
from careplan.testing.cases.boundaries import boundary_cases, decisive_cases, fact_cases
from careplan.testing.cases.face.collected import BoundaryCases
from careplan.testing.cases.pivots import Place, pivots
from careplan.testing.drawn.criteria import sums

PER_CARER = crew.children <= 3 * crew.carers
EITHER = cp.at_least(2, crew.yard, crew.hall, crew.area_m2 >= 60)


def plan_with(requires: Any, applies: Any = None) -> cp.Plan:
    """Make a plan of one rule."""
    who = {} if applies is None else {"applies": applies}
    return plan_of(w.Rule(clause=MUST, requires=requires, **who))


def told(cases: BoundaryCases) -> list[tuple[str, Place, Any, str]]:
    """Return where each case stands and what is expected; of items how many there are."""
    return [
        (one.path, one.place, len(one.value) if isinstance(one.value, tuple) else one.value,
         one.expected.name)
        for one in cases
    ]  # fmt: skip


# Three children for a carer: the first subject found has one carer, or three children.
AROUND = [
    ("children", Place.BELOW, 2, "MET"),
    ("children", Place.AT, 3, "MET"),
    ("children", Place.ABOVE, 4, "NOT_MET"),
    ("carers", Place.BELOW, 0, "NOT_MET"),
    ("carers", Place.AT, 1, "MET"),
    ("carers", Place.ABOVE, 2, "MET"),
]


def test_each_fact_of_a_ratio_stands_around_what_the_other_makes_of_it() -> None:
    found = told(boundary_cases(plan_with(PER_CARER)))
    assert [(path, place, answer) for path, place, _, answer in found] == [
        (path, place, answer) for path, place, _, answer in AROUND
    ]


def test_so_many_items_as_are_asked_for() -> None:
    plan = plan_with(cp.count(crew.cots, cot.firm) >= 2)
    # One cot that is not firm stands beside 1, 2 and 3 that are.
    assert told(boundary_cases(plan)) == [
        ("cots", Place.BELOW, 1 + 1, "NOT_MET"),
        ("cots", Place.AT, 1 + 2, "MET"),
        ("cots", Place.ABOVE, 1 + 3, "MET"),
    ]


@pytest.mark.parametrize(
    ("requires", "applies", "without"),
    [
        (PER_CARER, None, ()),
        (cp.not_(PER_CARER), None, ()),
        (crew.area_m2 >= 4.5 * crew.children, crew.children >= 5, ()),
        (crew.listed, PER_CARER, ()),
        (crew.children == 3 * crew.carers, None, ()),
        (cp.count(crew.cots, cot.firm) >= 2, None, ()),
        (cp.count(crew.cots, cot.firm) < 2, None, ()),
        (cp.any_of(crew.listed, cp.count(crew.cots) >= 3), None, ()),
        (EITHER, None, ()),
        (cp.not_(EITHER), None, ()),
        (cp.some(crew.cots, cot.size >= 2 * cot.warmth), None, ()),
        (cp.total(crew.cots, cot.size) >= 10, None, ()),
        (cp.all_of(crew.listed, cp.total(crew.cots, cot.size) >= 10), None, ()),
        (cp.count(crew.cots) >= cp.count(crew.beds), crew.listed, ()),
        (2 * cp.count(crew.cots) >= crew.children, None, ()),
        (crew.listed, cp.total(crew.cots, cot.size) >= 3 * crew.children, ()),
        (cp.not_(cp.total(crew.cots, cot.warmth, cot.firm) > 4), None, ()),
        (cp.count(crew.cots, cot.firm) + cp.count(crew.beds) >= 3, crew.listed, ()),
        (cp.count(crew.cots) + 2 * cp.count(crew.cots, cot.firm) >= 5, None, ()),
        # A cot that is asked for beside the sum stays, and does not count.
        (
            cp.all_of(cp.some(crew.cots, cot.size >= 6), cp.count(crew.cots, cot.firm) >= 2),
            None,
            (),
        ),
        (cp.total(crew.cots, cot.size) == 2 * cp.count(crew.cots), None, ()),
        (cp.count(crew.cots) == 3, None, ()),
        # No way is known to have just one cot: what is made of the items is asked again.
        (cp.all_of(cp.count(crew.cots) == 1, cp.total(crew.cots, cot.size) >= 10), None, ()),
        (cp.not_(cp.any_of(cp.count(crew.cots) != 1, cp.total(crew.cots, cot.size) < 9)), None, ()),
        # More items than anybody lists one by one; and items that are read, and not counted.
        (cp.any_of(crew.listed, cp.count(crew.cots) >= 100), None, ("1: cots",)),
        (cp.at_least(2, crew.yard, crew.hall, cp.some(crew.cots, cot.firm)), None, ("1: cots",)),
    ],
)
def test_every_case_is_answered_as_expected(requires: Any, applies: Any, without: Any) -> None:
    plan = plan_with(requires, applies)
    cases = decisive_cases(plan)
    assert cases.without == without
    cases.check(lambda case: case.answered(cp.assess(case.subject, plan)), without=without)
    boundaries = boundary_cases(plan)
    boundaries.check(
        lambda case: case.answered(cp.assess(case.subject, plan)), without=boundaries.without
    )
    # The second evaluator knows the files alone.
    data = conformance(plan)
    assert disagreements(data) == []
    assert number_of_cases(data)["duties"] == len(fact_cases(plan))


def sizes_of(requires: Any) -> list[tuple[str, Place, list[Any], str]]:
    """Return of each case the fact, where it stands, all sizes of cots, and what is expected."""
    return [
        (one.path, one.place, [each.size for each in one.subject.cots], one.expected.name)
        for one in boundary_cases(plan_with(requires))
    ]


def test_of_a_total_one_amount_stands_around_what_the_others_leave() -> None:
    # 5 + 4 = 9, 5 + 5 = 10, 5 + 6 = 11.
    assert sizes_of(cp.total(crew.cots, cot.size) >= 10) == [
        ("cots[*].size", Place.BELOW, [5, 4], "NOT_MET"),
        ("cots[*].size", Place.AT, [5, 5], "MET"),
        ("cots[*].size", Place.ABOVE, [5, 6], "MET"),
    ]
    # No cot is above 6. Three carry 16 as 5 + 5 + 6, but 7 there cannot be; so five do:
    # 4 * 3 + 3 = 15, 4 * 3 + 4 = 16, 4 * 3 + 5 = 17.
    small = cp.all_of(cp.every(crew.cots, cot.size <= 6), cp.total(crew.cots, cot.size) >= 16)
    assert sizes_of(small) == [
        ("cots[*].size", Place.BELOW, [3, 3, 3, 3, 3], "NOT_MET"),
        ("cots[*].size", Place.AT, [3, 3, 3, 3, 4], "MET"),
        ("cots[*].size", Place.ABOVE, [3, 3, 3, 3, 5], "MET"),
    ]


def test_an_amount_that_is_not_stated_leaves_the_rest_stated() -> None:
    *_, unstated, blank = decisive_cases(plan_with(cp.total(crew.cots, cot.size) >= 10))
    assert unstated.place is Place.UNSTATED
    assert unstated.value is None
    assert unstated.subject == Crew(cots=[Cot(size=5), Cot()])
    assert (blank.path, blank.place, blank.subject) == ("cots", Place.UNSTATED, Crew())


def test_counts_and_a_fact_stand_around_each_other() -> None:
    # Two for each cot: one child takes 1 cot (2 >= 1), and one cot is enough for 2 children.
    assert told(boundary_cases(plan_with(2 * cp.count(crew.cots) >= crew.children))) == [
        ("cots", Place.BELOW, 0, "NOT_MET"),
        ("cots", Place.AT, 1, "MET"),
        ("cots", Place.ABOVE, 2, "MET"),
        ("children", Place.BELOW, 1, "MET"),
        ("children", Place.AT, 2, "MET"),
        ("children", Place.ABOVE, 3, "NOT_MET"),
    ]
    # One child: beside a cot of 1 there are 2 missing to 3. Of one cot of 3 just 1 child.
    area = boundary_cases(plan_with(cp.total(crew.cots, cot.size) >= 3 * crew.children))
    assert told(area) == [
        ("cots[*].size", Place.BELOW, 1, "NOT_MET"),
        ("cots[*].size", Place.AT, 2, "MET"),
        ("cots[*].size", Place.ABOVE, 3, "MET"),
        ("children", Place.BELOW, 0, "MET"),
        ("children", Place.AT, 1, "MET"),
        ("children", Place.ABOVE, 2, "NOT_MET"),
    ]


def test_two_counts_are_added_up() -> None:
    both = cp.count(crew.cots, cot.firm) + cp.count(crew.beds) >= 3
    # Beside a bed, 1 + 1, 1 + 2 and 1 + 3; one cot more that is not firm does not count.
    assert [
        (len(one.subject.cots), len(one.subject.beds), one.expected.name)
        for one in boundary_cases(plan_with(both))
        if one.path == "cots"
    ] == [(1 + 1, 1, "NOT_MET"), (1 + 2, 1, "MET"), (1 + 3, 1, "MET")]
    # A firm cot counts 1 + 2 = 3: one is 3, two are 6, three are 9.
    twice = cp.count(crew.cots) + 2 * cp.count(crew.cots, cot.firm) >= 5
    assert told(boundary_cases(plan_with(twice))) == [
        ("cots", Place.BELOW, 1, "NOT_MET"),
        ("cots", Place.AT, 2, "MET"),
        ("cots", Place.ABOVE, 3, "MET"),
    ]


def test_of_a_share_of_all_items_others_stand_beside_those_that_count() -> None:
    # At least half are firm. Two are not, so of 1, 2 and 3 that are 3, 4 and 5 are all:
    # 2 * 1 < 3, 2 * 2 = 4, 2 * 3 > 5.
    half = 2 * cp.count(crew.cots, cot.firm) >= cp.count(crew.cots)
    assert told(boundary_cases(plan_with(half))) == [
        ("cots", Place.BELOW, 3, "NOT_MET"),
        ("cots", Place.AT, 4, "MET"),
        ("cots", Place.ABOVE, 5, "MET"),
    ]


@attrs.frozen(kw_only=True)
class Hall(cp.Noun):
    """A noun that holds crews, one of them as its own part."""

    crews: Any = items(Crew, "各组", "crews")
    first: Crew | None = part(Crew, "一组", "first crew")
    ready: bool | None = flag("就绪", "ready")


hall = cp.facts(Hall)


@pytest.mark.parametrize(
    ("requires", "applies", "names"),
    [
        (
            cp.every(hall.crews, cp.total(crew.cots, cot.size) >= 10),
            None,
            ["crews[*].cots[*].size", "crews", "crews[*].cots"],
        ),
        (
            cp.some(hall.crews, cp.count(crew.cots, cot.firm) + cp.count(crew.beds) >= 3),
            None,
            ["crews[*].cots", "crews", "crews[*].cots[*].firm", "crews[*].beds"],
        ),
        (
            cp.total(hall.first.cots, cot.size) >= 10,
            hall.ready,
            ["ready", "first.cots[*].size", "first", "first.cots"],
        ),
        # The first crew is not stated where the crews are, and is not made for them.
        (
            cp.total(hall.first.cots, cot.size) + cp.total(hall.crews, crew.children) >= 10,
            None,
            ["first.cots[*].size", "first", "first.cots", "crews[*].children", "crews"],
        ),
        (
            hall.ready,
            cp.total(hall.crews, crew.children) >= 10,
            ["crews[*].children", "crews", "ready"],
        ),
    ],
)
def test_items_decide_inside_of_items_and_parts(requires: Any, applies: Any, names: Any) -> None:
    plan = plan_with(requires, applies)
    cases = decisive_cases(plan)
    assert list(dict.fromkeys(case.path for case in cases)) == names
    cases.check(lambda case: case.answered(cp.assess(case.subject, plan)))
    assert disagreements(conformance(plan)) == []


@pytest.mark.parametrize(
    ("requires", "without"),
    [
        # Three cots more or less never make a third; nor do cots at all where none counts.
        (
            cp.total(crew.beds, cot.warmth, cot.firm) + 3 * cp.count(crew.cots) == Fraction(1, 3),
            ("1: cots",),
        ),
        # 10^24 is beyond what a fact may be.
        (Fraction(1, 10**12) * cp.total(crew.beds, cot.warmth) >= 10**12, ("1",)),
        # What counts only where it is nothing comes to nothing.
        (cp.total(crew.cots, cot.size, cot.size <= 0) >= 5, ("1",)),
    ],
)
def test_what_no_items_decide_has_no_case(requires: Any, without: Any) -> None:
    plan = plan_with(requires)
    cases = decisive_cases(plan)
    assert cases.without == without
    cases.check(lambda case: case.answered(cp.assess(case.subject, plan)), without=without)


@settings(deadline=None)
@given(sums(Crew))
def test_every_case_of_a_drawn_sum_is_right_by_plain_arithmetic(node: Any) -> None:
    assume(isinstance(node, Linear))
    plan = plan_with(node)
    cases = decisive_cases(plan)
    cases.check(lambda case: case.answered(cp.assess(case.subject, plan)), without=cases.without)
    for case in cases:
        if case.place is Place.UNSTATED:
            assert case.expected is cp.Outcome.UNKNOWN
        else:
            met = is_so(node, case.subject)
            assert case.expected is (cp.Outcome.MET if met else cp.Outcome.NOT_MET)


@settings(deadline=None)
@given(sums(Crew))
def test_cases_of_a_drawn_sum_differ_in_what_decides_only(node: Any) -> None:
    assume(isinstance(node, Linear))
    rests: dict[str, set[Any]] = {}
    for case in decisive_cases(plan_with(node)):
        name, of_items, _ = case.path.partition("[*]")
        # Of a total all but the last of the items stay as they are.
        left = getattr(case.subject, name)[:-1] if of_items else None
        rests.setdefault(case.path, set()).add(attrs.evolve(case.subject, **{name: left}))
    assert all(len(alike) == 1 for alike in rests.values())


def test_a_sum_inside_a_part_that_is_not_stated_has_no_place() -> None:
    [children, carers] = pivots(PER_CARER)
    assert (children.path, carers.path) == (("children",), ("carers",))
    assert children.points(Crew(carers=1))
    assert not children.points(Crew())  # without carers no number of children decides
    assert children.points(Crew(carers=1))[1][0] is Place.AT
    inside = next(pivots(cp.every(hall.crews, PER_CARER)))
    assert inside.points(Hall(crews=[Crew(carers=1)]))
    assert not inside.points(Hall(crews=[]))
    assert not inside.points(Hall())


def test_without_items_none_of_them_decides() -> None:
    [cots] = pivots(cp.count(crew.cots, cot.firm) >= 2)
    assert len(cots.points(Crew(cots=[Cot(firm=True)]))) == len(
        (Place.BELOW, Place.AT, Place.ABOVE)
    )
    assert not cots.points(Crew(cots=[]))
    assert not cots.points(Crew())
