"""A criterion written out as a function answers as the one that is looked at, in every case.

The oracle is `evaluation.truth_by`, which other tests hold against plain arithmetic.
"""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from posts import DAYS, Post, Wing, asked, post

import careplan as cp
import careplan.criteria.nodes as n
from careplan import testing
from careplan.base.truth import Truth, truth_of
from careplan.criteria.compiling.functions import truth_of_node
from careplan.criteria.evaluation import truth_by
from careplan.criteria.signs import Op
from careplan.criteria.soundness import sound
from careplan.criteria.steps import Facts
from careplan.documents.rules import criteria_in
from careplan.documents.scales.ladders import Ladder
from careplan.fields.declaring import items
from careplan.nouns.catalogue import NOUNS

ON = st.none() | st.sampled_from(DAYS)
wing, some_post = cp.facts(Wing), cp.facts(Post)


def agreed(criterion: Any, subject: Any, on: date | None = None) -> Truth:
    """Return what both ways say, which is the same."""
    answer = truth_of_node(criterion)(subject, on)
    assert answer is None or type(answer) is bool
    assert truth_of(answer) is truth_by(criterion, Facts(subject, on))
    return truth_of(answer)


def criteria_of_plans() -> Iterator[n.Criterion]:
    """Yield every criterion of every plan, under every reading."""
    for plan in map(cp.get_plan, cp.plan_ids()):
        for cited in (*plan.rules, *plan.ladders, *plan.benefits, *plan.definitions):
            for part in cited.with_parts():
                yield from criteria_in(part)
            if isinstance(cited, Ladder):
                read = cited.read(plan.read_as())
                yield read.owed
                for rule in read.rules():
                    yield from criteria_in(rule)


OF_PLANS: dict[Any, dict[n.Criterion, None]] = {}
for one in criteria_of_plans():
    OF_PLANS.setdefault(n.noun_of(one), {})[one] = None


def test_there_are_criteria_of_plans_about_many_nouns() -> None:
    # The plans speak of homes, employers, institutions, venues and others.
    assert len(OF_PLANS) > 9
    assert sum(map(len, OF_PLANS.values())) > 140


@pytest.mark.parametrize("noun", [one for one in OF_PLANS if one], ids=lambda one: one.__name__)
@given(st.data())
@settings(max_examples=12)
def test_criteria_of_plans_answer_alike(noun: Any, data: st.DataObject) -> None:
    subject, on = data.draw(testing.nouns(noun)), data.draw(st.none() | st.dates())
    for criterion in OF_PLANS[noun]:
        agreed(criterion, subject, on)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda one: one.__name__)
@given(st.data())
@settings(max_examples=12)
def test_drawn_criteria_answer_alike(noun: Any, data: st.DataObject) -> None:
    criterion = data.draw(testing.criteria(noun, depth=3))
    for _ in range(4):
        agreed(criterion, data.draw(testing.nouns(noun)), data.draw(st.none() | st.dates()))


@given(asked(), st.integers(0, 2**32))
@settings(max_examples=150)
def test_sums_and_elapsed_time_answer_alike(criterion: n.Criterion, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a seed that hypothesis drew, not a secret
    for _ in range(8):
        agreed(criterion, post(chance), chance.choice([None, *DAYS]))


# More than are asked again at each way out of a loop.
FLAGS = (
    *("young_workers_concentrated", "conditions_allow", "flexible_hours", "eases_care"),
    *("keeps_jobs", "breastfeeding_time", "offers_care", "care_is_inclusive", "care_on_site"),
    *("runs_care_institution", "subsidy_secured", "active_in_hut_work"),
)
ROOMS = n.Some(cp.Employer, ("rooms",), n.Compare(cp.Room, ("independent",), Op.EQ, value=True))


@pytest.mark.parametrize("open_one", [None, FLAGS[0], FLAGS[-1]])
@pytest.mark.parametrize(
    ("rooms", "found"),
    [
        ([cp.Room(independent=True)], Truth.TRUE),
        ([cp.Room(independent=False)], Truth.FALSE),
        ([cp.Room()], Truth.UNKNOWN),
        (None, Truth.UNKNOWN),
    ],
)
def test_many_facts_beside_a_loop(
    open_one: str | None, rooms: list[cp.Room] | None, found: Truth
) -> None:
    facts: dict[str, Any] = {name: None if name == open_one else True for name in FLAGS}
    stated: Any = [n.Compare(cp.Employer, (name,), Op.EQ, value=True) for name in FLAGS]
    every = n.AllOf((*stated, ROOMS))
    # Kleene's "and": the least of all, of which one may be open.
    least = found if open_one is None or found is Truth.FALSE else Truth.UNKNOWN
    assert agreed(every, cp.Employer(rooms=rooms, **facts)) is least
    # And his "or" of the contraries, by De Morgan.
    none = n.AnyOf((*map(n.Not, stated), n.Not(ROOMS)))
    assert agreed(none, cp.Employer(rooms=rooms, **facts)) is ~least


@given(asked(depth=1), asked(Wing, depth=1), st.integers(0, 2**32))
@settings(max_examples=80)
def test_loops_beside_and_inside_joins_answer_alike(
    outer: n.Criterion, inner: n.Criterion, seed: int
) -> None:
    # Loops that are last in a join, loops that are not, and joins of such in each other.
    kinds: list[n.Criterion] = [n.Some(Post, ("wings",), inner), n.Every(Post, ("wings",), inner)]
    other = n.Compare(Wing, ("beds",), Op.GE, 2)
    loops: list[n.Criterion] = [
        *kinds,
        n.Some(Post, ("wings",), other),
        n.Every(Post, ("wings",), other),
    ]
    chance = Random(seed)  # noqa: S311 - as above
    chance.shuffle(loops)
    joined = [
        n.AllOf((loops[0], outer, n.AnyOf((loops[1], n.AllOf((loops[2], loops[3])))))),
        n.AnyOf((loops[0], n.AllOf((loops[1], outer)), n.AllOf((loops[2], n.Not(loops[3]))))),
    ]
    for criterion in map(sound, joined):
        for _ in range(6):
            agreed(criterion, post(chance), chance.choice([None, *DAYS]))


YARD, WARM = (
    n.Compare(Post, ("yard",), Op.EQ, value=True),
    n.Compare(Wing, ("warm",), Op.EQ, value=True),
)
NAMES = ("staff", "children", "area_m2")
STAFF, CHILDREN, AREA = (n.Term(amount=(name,)) for name in NAMES)
# A sum that lies between two ends, of each sign: against the ends, beside them and between them.
OPEN = st.sampled_from(
    [
        ((1, n.Term(where=YARD)),),  # 0 to 1
        ((-2, n.Term(where=YARD)),),  # -2 to 0
        ((1, STAFF),),  # at least 1, which is declared
        ((-1, STAFF),),  # at most -1
        ((1, CHILDREN), (-1, STAFF)),
        ((2, n.Term(amount=("staff",), where=YARD)),),  # 0, or twice what is there
        ((-2, n.Term(amount=("area_m2",), where=YARD)),),
        ((1, n.Term(("wings",))),),
        ((-1, n.Term(("wings",), ("beds",))),),
        ((3, n.Term(("wings",), ("beds",), WARM)), (-3, n.Term(("wings",), (), WARM))),
        # What is left of both may be the same, and goes out.
        (
            (2, n.Term(where=YARD)),
            (-2, n.Term(where=n.AllOf((YARD, n.Compare(Post, ("staff",), Op.GE, 2))))),
        ),
        ((3, n.Term(where=YARD)), (6, n.Term(where=n.Compare(Post, ("staff",), Op.GE, 2)))),
    ]
)


@given(OPEN, st.sampled_from(list(Op)), st.integers(-4, 7), st.integers(0, 2**32))
@settings(max_examples=200)
def test_an_open_sum_is_settled_by_its_ends(terms: Any, op: Op, bound: int, seed: int) -> None:
    criterion = n.Linear(Post, terms, op, bound)
    agreed(criterion, Post())
    chance = Random(seed)  # noqa: S311 - as above
    for _ in range(5):
        agreed(criterion, post(chance))


@pytest.mark.parametrize(
    ("terms", "op", "bound", "expected"),
    [
        # 3 or 6 or 9 or nothing: no sum of multiples of 3 is 4, whatever is stated.
        (((3, n.Term(where=YARD)), (6, n.Term(("wings",)))), Op.EQ, 4, Truth.FALSE),
        (((3, n.Term(where=YARD)), (6, n.Term(("wings",)))), Op.NE, 4, Truth.TRUE),
        (((3, n.Term(where=YARD)), (6, n.Term(("wings",)))), Op.EQ, 6, Truth.UNKNOWN),
        # Staff are at least 1.
        (((1, STAFF),), Op.GE, 1, Truth.TRUE),
        (((1, STAFF),), Op.GT, 1, Truth.UNKNOWN),
        (((1, STAFF),), Op.LT, 1, Truth.FALSE),
        (((-1, STAFF),), Op.LE, -1, Truth.TRUE),
        (((-1, STAFF),), Op.GT, -1, Truth.FALSE),
        # 0 or 1: the ends belong to it.
        (((1, n.Term(where=YARD)),), Op.LE, 1, Truth.TRUE),
        (((1, n.Term(where=YARD)),), Op.LT, 1, Truth.UNKNOWN),
        (((1, n.Term(where=YARD)),), Op.EQ, 2, Truth.FALSE),
        (((1, n.Term(where=YARD)),), Op.NE, 2, Truth.TRUE),
    ],
)
def test_a_sum_of_which_nothing_is_stated(terms: Any, op: Op, bound: int, expected: Truth) -> None:
    assert agreed(n.Linear(Post, terms, op, bound), Post()) is expected


def test_what_cancels_is_settled_though_nothing_is_stated() -> None:
    # With two of staff, "yard" stands on both sides: 2 - 2 = 0 whether there is one or not.
    both = n.AllOf((YARD, n.Compare(Post, ("staff",), Op.GE, 2)))
    criterion = n.Linear(Post, ((2, n.Term(where=YARD)), (-2, n.Term(where=both))), Op.GE, 0)
    assert agreed(criterion, Post(staff=2)) is Truth.TRUE
    assert agreed(criterion, Post()) is Truth.UNKNOWN


@attrs.frozen(kw_only=True)
class Street(cp.Noun):
    """A subject whose items have items of their own."""

    posts: Any = items(Post, "岗亭", "posts")


@given(asked(Wing, depth=1), asked(depth=1), st.booleans(), st.integers(0, 2**32))
@settings(max_examples=80)
def test_items_of_items_answer_alike(
    inner: n.Criterion,
    beside: n.Criterion,
    every: bool,
    seed: int,
) -> None:
    kinds = (n.Every, n.Some) if every else (n.Some, n.Every)
    where = n.AllOf((kinds[0](Post, ("wings",), inner), n.Not(beside)))
    counted = n.Linear(
        Street, ((1, n.Term(("posts",), (), where)), (-1, n.Term(("posts",)))), Op.GE, -1
    )
    chance = Random(seed)  # noqa: S311 - as above
    for criterion in (sound(kinds[1](Street, ("posts",), where)), counted):
        for _ in range(6):
            posts = chance.choice([None, [], [post(chance)], [post(chance), post(chance)]])
            agreed(criterion, Street(posts=posts), chance.choice([None, *DAYS]))


def test_periods_are_counted_to_each_day_asked() -> None:
    # Six months from 15 November 2017 are complete on 15 May 2018.
    half_year = sound(cp.elapsed(some_post.lease_from, months=6))
    held = Post(lease_from=date(2017, 11, 15))
    days = (date(2018, 5, 14), date(2018, 5, 15), date(2018, 5, 14), None)
    expected = [Truth.FALSE, Truth.TRUE, Truth.FALSE, Truth.UNKNOWN]
    assert [agreed(half_year, held, day) for day in days] == expected
    # No calendar has a day half a year before the first one.
    assert agreed(half_year, Post(), date(1, 1, 1)) is Truth.FALSE
    assert agreed(half_year, Post(), date(2018, 5, 15)) is Truth.UNKNOWN
