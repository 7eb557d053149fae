"""Ids of cases: unique, in ASCII, the same whatever is asked for beside, and short."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from lots import lot
from testing.cases.documents import EVERY
from testing.cases.small_plans import plan_of, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing import BoundaryCases, boundary_cases, class_cases, decisive_cases

Make = Callable[..., BoundaryCases]
MAKES: list[Make] = [boundary_cases, decisive_cases, class_cases]
# What `pytest -k` takes as one word, beside what says how a case is read.
WORD = re.compile(r"[\w:+./-]+", re.ASCII)
room = cp.facts(cp.Room)


def ids(cases: BoundaryCases) -> list[str]:
    """List the ids of cases."""
    return [case.id for case in cases]


@pytest.mark.parametrize("plan", EVERY, ids=lambda plan: plan.id)
@pytest.mark.parametrize("make", MAKES)
def test_no_two_cases_of_a_collection_share_an_id(make: Make, plan: cp.Plan) -> None:
    found = ids(make(plan))
    assert len(set(found)) == len(found)
    assert all(WORD.fullmatch(one) for one in found)
    # The same from run to run: nothing of them hangs on what was made before.
    assert found == ids(make(plan))


# 四（一）: the rule of 4.1.b has one threshold of area, that of 4.1.a two, told apart by the value.
def test_an_id_says_what_decides_and_the_readings_where_these_tell_apart() -> None:
    plan = cp.get_plan("shuangliao_2021")
    found = ids(boundary_cases(plan))
    read = "+existing_rooms.bind+place_list.closed"
    assert f"4.1.b-building_area_m2-below{read}" in found
    assert f"4.1.a-building_area_m2-below-4999.99{read}" in found
    assert f"4.1.a-building_area_m2-below-9999.99{read}" in found
    table = "a1.1.1-equipment.table-at"  # 附件1一（一）1, in every reading the same: none is said
    assert table in ids(boundary_cases(cp.get_plan("bda_2017")))


@pytest.mark.parametrize("make", MAKES)
def test_a_case_has_the_same_id_whatever_else_is_asked_for(make: Make) -> None:
    plan = cp.get_plan("shiyan_2021")
    every = make(plan)
    for number in sorted({case.number for case in every})[:6]:
        some = make(plan, only=number)
        wanted = {case.number for case in some}
        assert number in wanted
        assert ids(some) == [case.id for case in every if case.number in wanted]


def test_a_case_reads_as_its_id() -> None:
    case = next(iter(boundary_cases(plan_of(requires=room.area_m2 >= 10))))
    assert str(case) == case.id == "1.a-area_m2-below"


def test_what_only_its_place_tells_apart_is_counted() -> None:
    # Clean and either of two, or clean twice over: each "clean" decides beside something else.
    both = cp.any_of(room.clean & room.private, room.clean & room.lockable)
    found = ids(decisive_cases(plan_of(requires=both)))
    assert {"1.a-clean-as_asked-true", "1.a-clean-as_asked-true:2"} <= set(found)
    assert {"1.a-clean-unstated", "1.a-clean-unstated:2"} <= set(found)


def test_what_a_clause_calls_itself_is_written_in_ascii() -> None:
    clause = w.Clause("第 1", "第一条", w.Modality.MUST, cp.Text(zh="条", en="clause"))
    rules = (w.Rule(clause=clause, requires=room.area_m2 >= 10),)
    plan = cp.Plan(
        id="own",
        document=small_plan().document,
        clauses=(clause,),
        rules=rules,
    )
    assert ids(boundary_cases(plan))[0] == "u7b2c_1-area_m2-below"  # 第 is U+7B2C


def test_values_stand_in_ids_as_they_are_said() -> None:
    place, kinds = cp.facts(cp.Venue), cp.VenueCategory
    asked = (place.category == kinds.AIRPORT) | (place.category == kinds.HOSPITAL)
    found = ids(decisive_cases(plan_of(requires=asked)))
    assert {"1.a-category-as_asked-airport", "1.a-category-as_asked-hospital"} <= set(found)
    within = cp.all_of(lot.lease_from >= date(2024, 3, 1), lot.lease_from <= date(2025, 3, 1))
    dated = ids(boundary_cases(plan_of(requires=within)))
    # A leap year has a day before the 1st of March that others have not.
    assert dated[0] == "1.a-lease_from-below-2024-02-29"
    assert dated[-1] == "1.a-lease_from-above-2025-03-02"
