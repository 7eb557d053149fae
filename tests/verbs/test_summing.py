"""What would mend a sum, against every set of changes and every value they may then have."""

from collections.abc import Iterator
from itertools import chain, combinations, product
from typing import Any

import attrs
import pytest
from crews import Cot, Crew, cot, crew
from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from small_plans import MUST, plan_of

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import Criterion
from careplan.verbs.remedies.remedying import MOST_OPTIONS
from careplan.verbs.remedies.summing import MOST_UNIONS

Told = list[tuple[list[str], Criterion]]


def told(subject: Crew, asked: Criterion, applies: Any = None) -> Told:
    """Return of each option the paths it changes and what is needed."""
    who = {} if applies is None else {"applies": applies}
    plan = plan_of(w.Rule(clause=MUST, requires=asked, **who))
    return [
        ([change.path for change in option.changes], option.needed)
        for remedy in cp.remedies(cp.assess(subject, plan))
        for option in remedy.options
    ]


SMALL = Cot(size=2, firm=False)
EITHER = cp.at_least(2, crew.yard, crew.hall, crew.listed)


@pytest.mark.parametrize(
    ("asked", "subject", "options"),
    [
        # 10 children need 4 carers; children are not changed.
        (
            crew.children <= 3 * crew.carers,
            Crew(children=10, carers=3),
            [(["carers"], "carers >= 4")],
        ),
        # 4.5 m2 for each of 10.
        (
            crew.area_m2 >= 4.5 * crew.children,
            Crew(children=10, area_m2=40),
            [(["area_m2"], "area_m2 >= 45")],
        ),
        # Of three one cannot be brought about: both others are needed.
        (
            EITHER,
            Crew(yard=False, hall=False, listed=False),
            [(["hall", "yard"], "yard == True, hall == True")],
        ),
        (
            cp.count(crew.cots, cot.firm) >= 2,
            Crew(cots=[SMALL, Cot(firm=True)]),
            [
                (["cots[0].firm"], "cots[0].firm == True"),
                (["cots[2]"], "cots[2].firm == True"),
            ],
        ),
        # What is not stated may be so: it is asked for beside one change.
        (
            cp.count(crew.cots, cot.firm) >= 2,
            Crew(cots=[SMALL, Cot()]),
            [
                (["cots[0].firm"], "cots[0].firm == True, cots[1].firm == True"),
                (["cots[2]"], "cots[1].firm == True, cots[2].firm == True"),
            ],
        ),
        # 10 - 2 = 8, by enlarging or by another one.
        (
            cp.total(crew.cots, cot.size) >= 10,
            Crew(cots=[SMALL]),
            [(["cots[0].size"], "cots[0].size >= 10"), (["cots[1]"], "cots[1].size >= 8")],
        ),
        (
            cp.total(crew.beds, cot.size) <= 9,
            Crew(beds=[Cot(size=6), Cot(size=4)]),
            [(["beds[0].size"], "beds[0].size <= 5"), (["beds[1].size"], "beds[1].size <= 3")],
        ),
        # 12 new ones are needed, and they stand in the order of their numbers.
        (
            cp.count(crew.cots) >= 13,
            Crew(cots=[SMALL]),
            [([f"cots[{n}]" for n in range(1, 13)], "")],
        ),
        # What is not stated is asked for, and nothing to change; nobody changes children.
        (crew.children >= 2 + cp.count(crew.cots), Crew(children=1), []),
        # Nothing of it can be changed, or added.
        (cp.count(crew.beds) >= 2, Crew(beds=[]), []),
        (crew.children <= 1 * crew.staff, Crew(children=3, staff=2), []),
    ],
)
def test_what_would_mend_a_sum(asked: Criterion, subject: Crew, options: Any) -> None:
    found = told(subject, asked)
    assert [paths for paths, _ in found] == [paths for paths, _ in options]
    for (_, needed), (_, expected) in zip(found, options, strict=True):
        said = repr(needed).replace("Crew.", "")
        assert said in {expected, f"all_of({expected})"}


def test_what_is_not_stated_is_asked_for_beside_what_changes() -> None:
    """2 carers more than cots: 1 is too few whatever cots there are, and these stay open."""
    asked = crew.carers >= 2 + cp.count(crew.cots)
    assert told(Crew(carers=1), asked) == [(["carers"], asked)]


def test_what_decides_who_owes_it_stays() -> None:
    asked = crew.children <= 3 * crew.carers
    subject = Crew(children=10, carers=3)
    assert told(subject, asked, crew.carers >= 2) == []
    assert told(subject, asked, crew.children >= 2) != []


def test_where_not_all_unions_were_tried_the_remedy_says_so() -> None:
    cots = tuple(Cot(size=0, firm=False) for _ in range(30))
    # 30 cots and a new one make 31 levers of one, 465 of two: more than are tried.
    asked = cp.all_of(cp.count(crew.cots, cp.all_of(cot.firm, cot.size >= 3)) >= 90)
    [remedy] = cp.remedies(cp.assess(Crew(cots=cots), plan_of(w.Rule(clause=MUST, requires=asked))))
    assert remedy.options == ()
    assert remedy.cut
    assert MOST_UNIONS < 31 + 465


# --- against all changes -----------------------------------------------------------------------

VALUES: dict[str, tuple[Any, ...]] = {
    "carers": tuple(range(8)), "area_m2": (0, 7, 13, 20, 40), "yard": (True, False),
    "hall": (True, False), "size": (0, 2, 4, 7, 12), "firm": (True, False),
}  # fmt: skip
HALF_FIRM = 2 * cp.count(crew.cots, cot.firm) >= cp.count(crew.cots)
ASKED: list[Any] = [
    crew.children <= 2 * crew.carers,
    crew.area_m2 >= 3 * crew.children,
    crew.area_m2 + 3 * crew.carers >= 20,
    cp.count(crew.cots, cot.firm) >= 2,
    cp.count(crew.cots, cot.firm) == 1,
    cp.total(crew.cots, cot.size) >= 7,
    cp.total(crew.cots, cot.size, cot.firm) >= 7,
    HALF_FIRM,
    cp.at_least(2, crew.yard, crew.hall, crew.listed),
    cp.at_least(2, crew.yard, crew.listed, crew.area_m2 >= 13),
]


def settings_of(subject: Crew, levers: tuple[str, ...], added: int) -> Iterator[Crew]:
    """Yield the subject with every value that its levers may have, and every kind of new cot."""
    choices = [[(lever, value) for value in VALUES[lever.rpartition(".")[2]]] for lever in levers]
    new = product([Cot(size=s, firm=f) for s in (0, 7) for f in (True, False)], repeat=added)
    for more in new:
        for picked in product(*choices):
            stated = dict(picked)
            cots = [
                attrs.evolve(
                    one,
                    size=stated.pop(f"cots[{place}].size", one.size),
                    firm=stated.pop(f"cots[{place}].firm", one.firm),
                )
                for place, one in enumerate(subject.cots)
            ]
            yield attrs.evolve(subject, cots=[*cots, *more], **stated)


def all_smallest(subject: Crew, asked: Criterion) -> set[frozenset[str]]:
    """Return every smallest set of levers with which a criterion can hold, by trying all."""
    there = len(subject.cots)
    plain = ["carers", "area_m2", "yard", "hall"]
    inner = [f"cots[{n}].{name}" for n in range(there) for name in ("size", "firm")]
    read = {path.partition("[")[0] for path in cp.facts_of(asked)}
    levers = [one for one in (*plain, *inner) if one.partition("[")[0] in read]
    most = 3 if "cots" in read else 0  # as many as a way may hold
    sets = chain.from_iterable(combinations(levers, size) for size in range(4))
    ways = [
        (frozenset((*several, *(f"cots[{there + n}]" for n in range(added)))), several, added)
        for several in sets
        for added in range(most + 1)
    ]
    found: list[frozenset[str]] = []
    for way, several, added in sorted(ways, key=lambda one: len(one[0])):
        if len(way) > 3 or any(smaller <= way for smaller in found):
            continue
        tried = settings_of(subject, several, added)
        if any(cp.evaluate(asked, one).truth is cp.Truth.TRUE for one in tried):
            found.append(way)
    return set(found)


@st.composite
def crews(draw: st.DrawFn) -> Crew:
    """Draw a crew all of whose facts are stated."""
    yes, size = st.booleans(), st.sampled_from((0, 2, 4))
    cots = [Cot(size=draw(size), firm=draw(yes)) for _ in range(draw(st.integers(0, 2)))]
    return Crew(
        children=draw(st.integers(0, 9)), carers=draw(st.integers(0, 4)),
        area_m2=draw(st.sampled_from((0, 7, 13, 20))), yard=draw(yes), hall=draw(yes),
        listed=draw(yes), cots=cots,
    )  # fmt: skip


@settings(max_examples=60)  # each tries every subject there is
@given(crews(), st.sampled_from(ASKED), st.booleans())
# Less than half are to be firm, of two that are: with three more that are not it is two of five.
@example(subject=Crew(cots=[Cot(size=0, firm=True)] * 2), asked=HALF_FIRM, positive=False)
def test_every_smallest_way_is_found_and_no_other(
    subject: Crew,
    asked: Criterion,
    positive: bool,
) -> None:
    wanted = asked if positive else cp.not_(asked)
    if cp.evaluate(wanted, subject).truth is not cp.Truth.FALSE:
        return
    found = {frozenset(paths) for paths, _ in told(subject, wanted)}
    expected = all_smallest(subject, wanted)
    event(f"{len(expected)} ways")
    if len(expected) < MOST_OPTIONS:
        assert {one for one in found if len(one) <= 3} == expected


@settings(max_examples=60)
@given(crews(), st.sampled_from(ASKED), st.sampled_from(ASKED))
def test_what_is_needed_ends_the_breach(subject: Crew, asked: Criterion, other: Criterion) -> None:
    """Of two sums that share facts as well: what an option needs is so of some subject."""
    wanted = cp.all_of(asked, other)
    if cp.evaluate(wanted, subject).truth is not cp.Truth.FALSE:
        return
    for paths, needed in told(subject, wanted):
        levers = tuple(path for path in paths if not path.endswith("]"))
        tried = settings_of(subject, levers, len(paths) - len(levers))
        met = [one for one in tried if cp.evaluate(needed, one).truth is cp.Truth.TRUE]
        assert all(cp.evaluate(wanted, one).truth is cp.Truth.TRUE for one in met)
