"""Clauses that get in each other's way: found as by brute force, and at a bounded cost."""

from fractions import Fraction
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from large_plans import joined, of_items, of_three_facts, overlapping, plan_of, tiers

import careplan as cp
from careplan import writing as w
from careplan.audit import at_odds, find_flaws, meeting
from careplan.audit.flaws import Flaw, Severity
from careplan.audit.meeting import meetings
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import TRUE
from careplan.criteria.regions.bounds import Values
from careplan.criteria.regions.spans import Span, Spans

room, venue = cp.facts(cp.Room), cp.facts(cp.Venue)

# --- flaws as they are defined, by trying every room ---------------------------------------------

AREAS = range(6)
ROOMS = [
    cp.Room(area_m2=area, private=private, clean=clean)
    for area, private, clean in product(AREAS, (True, False), (True, False))
]
PARTS = [
    room.private,
    room.clean,
    cp.not_(room.private),
    *(room.area_m2 >= n for n in (1, 3)),
    *(room.area_m2 < n for n in (3, 5)),
]
HALVES = st.recursive(
    st.sampled_from(PARTS),
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: cp.all_of(*parts))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: cp.any_of(*parts))
    ),
    max_leaves=5,
)
RULES = st.lists(st.tuples(HALVES | st.just(TRUE), HALVES), min_size=1, max_size=4)


def holds(criterion: Any) -> list[cp.Room]:
    """Return the rooms of which a criterion is true."""
    whole = cp.all_of(criterion)
    return [one for one in ROOMS if evaluate(whole, one).truth is cp.Truth.TRUE]


def by_brute_force(rules: list[tuple[Any, Any]]) -> set[tuple[str, tuple[str, ...]]]:
    """Find by trying every room what can never be, and what is at odds."""
    found: set[tuple[str, tuple[str, ...]]] = set()
    for number, (applies, requires) in enumerate(rules):
        if not holds(applies):
            found.add(("never_applies", (str(number),)))
        elif not holds(cp.all_of(applies, requires)):
            found.add(("never_met", (str(number),)))
    for (one, first), (other, second) in combinations(enumerate(rules), 2):
        both = cp.all_of(first[0], second[0])
        ids = (str(one), str(other))
        sets = [holds(cp.all_of(both, half)) for half in (first[1], second[1])]
        if not all(sets):
            continue
        if not holds(cp.all_of(both, first[1], second[1])):
            found.add(("contradictory", ids))
        open_to_both = {one.area_m2 for one in holds(both)}
        areas = [{one.area_m2 for one in rooms} for rooms in sets]
        if areas[0] != areas[1] and open_to_both not in areas:
            found.add(("different_bounds", ids))
    return found


CODES = {"never_applies", "never_met", "contradictory", "different_bounds"}


@given(RULES)
def test_flaws_are_those_found_by_trying_every_room(rules: list[tuple[Any, Any]]) -> None:
    found = {(flaw.code, flaw.clauses) for flaw in find_flaws(plan_of(rules)) if flaw.code in CODES}
    assert found == by_brute_force(rules)


@given(RULES)
def test_what_one_reading_says_is_what_the_rule_alone_says(rules: list[tuple[Any, Any]]) -> None:
    # The first rule is read in two ways: the flaws are those of the two plans of one reading.
    options = (w.Option("a", cp.Text(zh="甲", en="a")), w.Option("b", cp.Text(zh="乙", en="b")))
    question = w.Interpretation(
        id="which", clauses=("0",), question=cp.Text(zh="问", en="q"), options=options
    )
    (applies, requires), *rest = rules
    other = cp.not_(requires)
    both = w.ByReading("which", {"a": requires, "b": other})
    found = find_flaws(plan_of([(applies, both), *rest], interpretations=(question,)))
    alone = [
        flaw
        for half in (requires, other)
        for flaw in find_flaws(plan_of([(applies, half), *rest]))
        if flaw.code in {*CODES, "gap"}
    ]
    said = {(flaw.code, flaw.clauses) for flaw in found if flaw.code in {*CODES, "gap"}}
    assert said == {(flaw.code, flaw.clauses) for flaw in alone}


# --- which pairs can meet ------------------------------------------------------------------------


def _values(low: int, length: int) -> Spans:
    return Spans.of([Span(Fraction(low), Fraction(low + length), high_in=False)])


BOUNDS: st.SearchStrategy[dict[str, Values]] = st.fixed_dictionaries(
    {},
    optional={
        "size": st.builds(_values, st.integers(0, 30), st.integers(1, 8)),
        "kind": st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=2),
        "flag": st.frozensets(st.booleans(), min_size=1, max_size=1),
    },
)


@given(st.lists(BOUNDS, max_size=25))
def test_the_pairs_that_meet_are_found_without_trying_all(bounds: list[dict[str, Values]]) -> None:
    found = meetings([range(len(bounds))], bounds)
    assert found.complete
    assert found.pairs == {
        (one, other)
        for one, other in combinations(range(len(bounds)), 2)
        if all(
            bounds[one][name] & bounds[other][name]  # type: ignore[operator]  # of one fact
            not in (Spans(), frozenset())
            for name in bounds[one].keys() & bounds[other].keys()
        )
    }


def test_of_too_many_pairs_the_nearest_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "MOST_LOOKS", 5)
    found = meetings([range(4), range(4, 6)], [{}] * 6)
    # The small group whole, then of the large one the neighbours first: 1 + 3 + 1.
    assert found.pairs == {(4, 5), (0, 1), (1, 2), (2, 3), (0, 2)}
    assert not found.complete
    monkeypatch.setattr(meeting, "MOST_LOOKS", 7)
    assert meetings([range(4), range(4, 6)], [{}] * 6).complete  # 6 + 1 pairs


# --- what is not compared is said ----------------------------------------------------------------


def test_of_very_many_pairs_the_nearest_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    # Six rules make 15 pairs; of nine the first five are neighbours, then four are one apart.
    monkeypatch.setattr(at_odds, "MOST_PAIRS", 9)
    flaws = find_flaws(overlapping(6))
    compared = [f.clauses for f in flaws if f.code == "different_bounds"]
    neighbours = [(str(n), str(n + 1)) for n in range(5)]
    assert sorted(compared) == sorted([*neighbours, *((str(n), str(n + 2)) for n in range(4))])
    assert flaws[-1] == Flaw(Severity.NOTE, "not_compared", (), "9")
    assert "9" in flaws[-1].text("en")
    monkeypatch.setattr(at_odds, "MOST_PAIRS", 15)
    assert "not_compared" not in {flaw.code for flaw in find_flaws(overlapping(6))}


def test_that_looking_stopped_early_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "MOST_LOOKS", 3)
    [note] = [flaw for flaw in find_flaws(overlapping(6)) if flaw.code == "not_compared"]
    assert note.detail == "3"


def test_a_pair_of_many_alternatives_counts_for_several(monkeypatch: pytest.MonkeyPatch) -> None:
    # 8 x 8 = 64 pairs of alternatives count for 1 + 64 / 16 = 5 pairs of clauses.
    eight = [
        cp.any_of(*((room.area_m2 == n) & (room.usable_area_m2 == n + extra) for n in range(8)))
        for extra in (0, 1)
    ]
    plan = plan_of((TRUE, one) for one in eight)
    monkeypatch.setattr(at_odds, "MOST_PAIRS", 4)
    assert [flaw.code for flaw in find_flaws(plan)] == ["not_compared"]
    monkeypatch.setattr(at_odds, "MOST_PAIRS", 5)
    assert [flaw.code for flaw in find_flaws(plan)] == ["contradictory", "different_bounds"]


TOO_MANY = cp.all_of(*(cp.any_of(*of_three_facts(n)) for n in range(32)))


def test_what_is_not_taken_apart_is_said_and_nothing_wrong_beside() -> None:
    note = Flaw(Severity.NOTE, "not_taken_apart", ("0",))
    for plan in (joined(32, of_three_facts), joined(16, of_items), plan_of([(TOO_MANY, TRUE)])):
        assert find_flaws(plan) == (note,)
    # Facts that the many alternatives do not touch are compared all the same.
    asked = [cp.some(venue.rooms, room.area_m2 >= n) for n in (10, 20)]
    two = plan_of([(TRUE, cp.all_of(TOO_MANY, asked[0])), (TRUE, asked[1])])
    assert [(flaw.code, flaw.clauses) for flaw in find_flaws(two)] == [
        ("not_taken_apart", ("0",)),
        ("different_bounds", ("0", "1")),
    ]


def test_a_benefit_that_is_not_taken_apart_is_said() -> None:
    clause = w.Clause("0", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))
    title = cp.Text(zh="甲", en="A.")
    plan = cp.Plan(
        id="own",
        document=w.Document(title=title, issuer=title),
        clauses=(clause,),
        benefits=(w.Benefit(clause=clause, condition=TOO_MANY),),
    )
    assert find_flaws(plan) == (Flaw(Severity.NOTE, "not_taken_apart", ("0",)),)


def test_two_that_are_only_together_too_many_are_said() -> None:
    # 12 x 12 = 144 pairs of alternatives about three facts, more than 128.
    pairs = [
        cp.any_of(*((fact == n) & (venue.coach_station_grade >= 1 + n) for n in range(12)))
        for fact in (venue.building_area_m2, venue.daily_visitors)
    ]
    plan = plan_of((TRUE, one) for one in pairs)
    assert find_flaws(plan) == (Flaw(Severity.NOTE, "not_taken_apart", ("0", "1")),)


def test_no_hole_is_said_where_a_tier_was_not_taken_apart() -> None:
    # The first tier is from 100 on; the second, of which the size is lost, might be what is below.
    asked = room.private
    large, other = room.area_m2 >= 100, room.area_m2 < 50
    size = cp.any_of(*((room.area_m2 == n) & (room.usable_area_m2 == n) for n in range(200)))
    assert [f.code for f in find_flaws(plan_of([(large, asked), (other, asked)]))] == ["gap"]
    found = find_flaws(plan_of([(large, asked), (other, asked), (size, asked)]))
    assert [flaw.code for flaw in found] == ["not_taken_apart"]


def test_rules_that_do_not_touch_have_no_flaw() -> None:
    # Areas begin with 0 and tiers end at 400: the rest is the only thing said.
    assert [(f.code, f.detail) for f in find_flaws(tiers(40))] == [
        ("gap", "building_area_m2 [400, ∞)")
    ]


def test_a_tier_that_moves_under_another_reading_leaves_its_hole() -> None:
    # Read as usable area the tiers meet at 50; read as gross the second begins at 60.
    title = cp.Text(zh="甲", en="A.")
    options = (w.Option("usable", title), w.Option("gross", title))
    question = w.Interpretation(id="area", clauses=("1",), question=title, options=options)
    above = {"usable": room.area_m2 >= 50, "gross": room.area_m2 >= 60}
    halves = [(room.area_m2 < 50, room.private), (w.ByReading("area", above), room.private)]
    found = find_flaws(plan_of(halves, interpretations=(question,)))
    assert found == (Flaw(Severity.NOTE, "gap", ("0", "1"), "area_m2 [50, 60)"),)


def test_a_benefit_is_looked_at_under_the_reading_it_stands_under() -> None:
    title = cp.Text(zh="甲", en="A.")
    options = (w.Option("usable", title), w.Option("gross", title))
    question = w.Interpretation(id="area", clauses=("0",), question=title, options=options)
    clause = w.Clause("0", "一", w.Modality.MUST, title)
    never = cp.all_of(room.area_m2 < 5, room.area_m2 > 10)
    plan = cp.Plan(
        id="own",
        document=w.Document(title=title, issuer=title),
        clauses=(clause,),
        interpretations=(question,),
        benefits=(
            w.Benefit(clause=clause, condition=never, part="a", under=("area", "gross")),
            w.Benefit(clause=clause, condition=room.private, part="b", under=("area", "usable")),
        ),
    )
    assert find_flaws(plan) == (Flaw(Severity.ERROR, "never_open", ("0/a",)),)
