"""All ways to state what is missing: against a second opinion, and what they cost."""

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import attrs
import pytest
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from own_documents import (
    FULL,
    HALF,
    Plot,
    TownApplicant,
    answer,
    county,
    ours,
    town,
)

import careplan as cp
from careplan.criteria import nodes
from careplan.criteria.regions.completions import MOST_COMPLETIONS, completions
from careplan.fields.declaring import flag

NON, FOR = cp.ProfitStatus

# --- all ways, against a second opinion -----------------------------------------------------

AREAS = (0, 0.5, 1, 1.5, 2, 2.5)
DAYS = tuple(date(2021, 1, number) for number in (1, 2, 3, 4))
GRID: dict[str, tuple[Any, ...]] = {
    "in_old_town": (True, False),
    "in_special_zone": (True, False),
    "profit_status": (NON, FOR),
    "site": tuple(Plot(area_m2=area) for area in AREAS),
    "staff": (0, 1, 2, 3),
    "opened_on": DAYS,
    "street": ("甲", "乙", "丙"),
    "service_modes": ((FULL,), (HALF,), (FULL, HALF), (cp.ServiceMode.OTHER,)),
}
PATHS = {**{name: name for name in GRID}, "site": "site.area_m2"}
LEAVES: list[Any] = [
    town.in_old_town == True,  # noqa: E712 - builds the criterion
    ours.in_special_zone == True,  # noqa: E712
    ours.profit_status == NON,
    cp.among(town.profit_status, {FOR}),
    *(town.site.area_m2 >= area for area in (1, 2)),
    town.site.area_m2 < 1,
    town.site.area_m2 == 2,
    town.staff > 1,
    cp.among(town.staff, {1, 2}),
    town.opened_on >= date(2021, 1, 2),
    town.opened_on != date(2021, 1, 3),
    town.street == "甲",
    cp.among(town.street, {"甲", "乙"}),
    cp.has(ours.service_modes, FULL),
    cp.has(town.service_modes, HALF),
]


def _joined(parts: Any) -> Any:
    """Join two or three; of nouns made of each other nothing checks that they are one."""
    joins = st.sampled_from([nodes.AllOf, nodes.AnyOf])
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.builds(lambda join, inner: join(inner), joins, several) | parts.map(nodes.Not)


def _of(noun: Any) -> Any:
    """Write criteria about one noun: those about ours are held for its own as well."""
    leaves = [leaf for leaf in LEAVES if leaf.noun is noun]
    return st.recursive(st.sampled_from(leaves), _joined, max_leaves=5)


CRITERIA = _of(TownApplicant) | _of(cp.Applicant)


def second_opinion(
    stated: dict[str, Any], conditions: list[Any], conflict: Any
) -> tuple[str, set[str]]:
    """Find paths and what narrows them by stating everything in all ways on a grid.

    DESIGN: the paths still possible are those of some way; a fact narrows if a value of it
    takes a path away, or changes the paths beside the others.
    """
    asked = {name.partition(".")[0] for one in (*conditions, conflict) for name in cp.facts_of(one)}
    grids = {n: (stated[n],) if n in stated else GRID[n] for n in GRID if n in asked}
    ways = {}
    for places in product(*(range(len(values)) for values in grids.values())):
        facts = {n: grids[n][place] for n, place in zip(grids, places, strict=True)}
        subject = TownApplicant(**facts)
        if cp.evaluate(conflict, subject).truth is cp.Truth.FALSE:
            truths = [cp.evaluate(one, subject).truth for one in conditions]
            ways[places] = {i for i, truth in enumerate(truths) if truth is cp.Truth.TRUE}
    everything = set().union(*ways.values())
    narrowing = set()
    for place, name in enumerate(grids):
        by_value: dict[int, set[int]] = {}
        beside: dict[Any, set[int]] = {}
        for way, routes in ways.items():
            by_value.setdefault(way[place], set()).update(routes)
            if beside.setdefault((*way[:place], *way[place + 1 :]), routes) != routes:
                narrowing.add(PATHS[name])
        if any(routes != everything for routes in by_value.values()):
            narrowing.add(PATHS[name])
    return "".join(str(route) for route in sorted(everything)), narrowing


@settings(deadline=None)
@given(
    st.lists(CRITERIA, min_size=1, max_size=3),
    CRITERIA | st.just(cp.any_of()),
    st.sampled_from([{}, {"in_old_town": True}, {"staff": 2, "street": "丙"}]),
)
def test_paths_are_those_of_all_ways_to_state_what_is_missing(
    conditions: list[Any], conflict: Any, stated: dict[str, Any]
) -> None:
    # A registration of criteria about ours alone is about ours.
    about_its_own = county(*conditions, town.in_old_town, conflict=conflict)
    paths, missing = answer(TownApplicant(**stated), about_its_own)
    expected = second_opinion(stated, [*conditions, LEAVES[0]], conflict)
    assert (paths, set(missing)) == expected


# --- many facts -----------------------------------------------------------------------------


def with_flags(size: int) -> Any:
    """Make a noun of so many yes-or-no facts: f0, f1, ..."""
    fields = {f"f{place}": flag(f"事实{place}", f"fact {place}") for place in range(size)}
    return attrs.make_class("Many", fields, bases=(cp.Noun,), frozen=True, kw_only=True)


def flags_of(noun: Any) -> list[Any]:
    return [getattr(cp.facts(noun), field.name) for field in attrs.fields(noun)]


def _parity(flags: list[Any]) -> Any:
    """Ask whether an odd number holds: every fact decides, beside whatever the others are."""
    odd = flags[0] == True  # noqa: E712 - builds the criterion
    for one in flags[1:]:
        odd = (odd & cp.not_(one)) | (cp.not_(odd) & one)
    return odd


def _all(flags: list[Any]) -> Any:
    return cp.all_of(*flags)


@pytest.mark.parametrize("written", [_all, lambda flags: _parity(flags[:10])])
def test_twenty_facts_of_one_route(written: Callable[[list[Any]], Any]) -> None:
    """2 ** 20 ways are not tried, and none is lost."""
    noun = with_flags(20)
    flags = flags_of(noun)
    condition = written(flags)
    plan = county(condition, cp.not_(condition), conflict=cp.any_of())
    paths, missing = answer(noun(), plan)
    assert paths == "01"
    assert set(missing) == set(cp.facts_of(condition))
    # Of what is stated it is as exact as ever.
    stated = noun(**{f"f{place}": True for place in range(20)})
    assert answer(stated, plan) == ("0" if written is _all else "1", ())


def test_a_route_of_too_many_facts_may_stay_too_long_but_never_goes_too_early() -> None:
    """No facts are all so and one of them not: more than is tried, so the route stays."""
    for size, paths in ((10, ""), (20, "0")):
        noun = with_flags(size)
        flags = flags_of(noun)
        never = cp.all_of(*flags) & cp.not_(flags[-1])
        found = cp.registration_paths(noun(), county(never, conflict=cp.any_of()))
        assert "".join(path.route.part for path in found.paths) == paths
        assert len(found.missing) == (0 if paths == "" else len(flags))
    assert MOST_COMPLETIONS == 2**10


def test_a_contradiction_of_too_many_facts_is_seen_once_they_are_stated() -> None:
    noun = with_flags(20)
    flags = flags_of(noun)
    either = cp.any_of(*flags)
    plan = county(flags[0], flags[19], conflict=either & cp.not_(either))
    assert cp.registration_paths(noun(), plan).conflict is None
    # It never holds, but so many ways are not tried: what it asks for may decide.
    assert set(cp.registration_paths(noun(), plan).missing) == set(cp.facts_of(either))
    plan = county(flags[0], flags[19], conflict=cp.all_of(*flags))
    stated = noun(**{f"f{place}": True for place in range(20)})
    assert cp.registration_paths(stated, plan).conflict is not None


def _cost(size: int) -> int:
    noun = with_flags(size)
    plan = county(_all(flags_of(noun)), conflict=cp.any_of())
    return calls(lambda: cp.registration_paths(noun(), plan))


def test_what_many_facts_cost_is_bounded() -> None:
    """Each fact doubled the ways; beyond the bound it costs one more look in each."""
    bounded, doubled = _cost(20), _cost(40)
    assert doubled < 3 * bounded
    assert bounded < 4 * _cost(10)


def test_routes_that_ask_for_different_facts_do_not_multiply() -> None:
    def cost(size: int) -> int:
        noun = with_flags(size)
        plan = county(*flags_of(noun), conflict=cp.any_of())
        assert answer(noun(), plan)[1] == tuple(f"f{place}" for place in range(size))
        return calls(lambda: cp.registration_paths(noun(), plan))

    assert cost(40) < 3 * cost(20)


def test_two_questions_of_one_collection_are_two() -> None:
    small, large = (cp.some(town.places, cp.facts(Plot).area_m2 >= area) for area in (1, 100))
    found = completions(TownApplicant, cp.any_of(), cp.all_of(small, cp.not_(large)))
    assert len(found.questions) == 2
    assert len(found.ways) == 4  # yes or no to each
    assert found.can_hold


def test_as_many_ways_are_tried_as_the_limit_says() -> None:
    # Of twelve yes-or-no facts ten are tried: 2 ** 10 ways.
    noun = with_flags(12)
    found = completions(noun, cp.any_of(), cp.all_of(*flags_of(noun)))
    assert (len(found.questions), len(found.ways)) == (10, MOST_COMPLETIONS)
    assert not found.is_exact


def test_what_holds_in_all_ways_is_decided_by_none_of_them() -> None:
    # The contradiction of twelve facts is more than is tried, so not all is known of it.
    noun = with_flags(12)
    first, *_ = flags = flags_of(noun)
    found = completions(noun, cp.all_of(*flags), cp.any_of(first, cp.not_(first)))
    assert not found.is_exact
    assert found.deciding() == frozenset()


def test_the_second_day_there_is_has_a_day_before_it() -> None:
    from_then = town.opened_on >= date(1, 1, 2)
    found = completions(TownApplicant, cp.any_of(), cp.all_of(from_then))
    assert found.questions[0].answers == (date(1, 1, 1), date(1, 1, 2), date(1, 1, 3))
    assert found.truths == (False, True, True)


def test_numbers_are_told_apart_at_each_bound_and_beyond_the_last() -> None:
    area = town.site.area_m2
    found = completions(TownApplicant, cp.any_of(), cp.all_of(area >= 1, area >= 5, area > 9))
    # The least, each bound, what lies halfway between two, and one above all.
    assert found.questions[0].answers == (0, 0.5, 1, 3, 5, 7, 9, 10)
