"""A fact of one item decides beside others: it is as asked, otherwise, and left blank."""

from typing import Any

import attrs
import pytest
from testing.cases.small_plans import CLAUSE, by_library, plan_of, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing import Place, class_cases, decisive_cases

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
UNKNOWN = cp.Outcome.UNKNOWN


def blank(plan: cp.Plan, path: str) -> list[Any]:
    """Return the cases in which a fact of rooms is left blank."""
    cases = decisive_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    return [case for case in cases if case.path == path and case.place is Place.UNSTATED]


# Beside one clean room too few, one of which nobody says whether it is clean.
@pytest.mark.parametrize("least", [2, 3])
def test_what_is_counted_is_left_blank_in_one(least: int) -> None:
    plan = plan_of(requires=cp.count(venue.rooms, room.clean) >= least)
    [case] = blank(plan, "rooms[*].clean")
    clean = [one.clean for one in case.subject.rooms]
    assert (clean.count(True), clean.count(None)) == (least - 1, 1)
    assert (case.value, case.expected) == (None, UNKNOWN)


# Of a total, too: whether the last room's area adds to 16 hangs on its being clean.
def test_what_a_total_counts_is_left_blank_once() -> None:
    plan = plan_of(requires=cp.total(venue.rooms, room.usable_area_m2, room.clean) >= 16)
    [case] = blank(plan, "rooms[*].clean")
    assert case.subject.rooms[-1].clean is None
    assert case.expected is UNKNOWN


# All rooms are existing or clean, where one is not existing: so a second one decides by either.
def test_a_fact_that_filters_decides_beside_another_room() -> None:
    plan = plan_of(
        applies=cp.some(venue.rooms, cp.not_(room.existing)),
        requires=cp.every(venue.rooms, cp.any_of(room.existing, room.clean)),
    )
    cases = [case for case in decisive_cases(plan) if case.path == "rooms[*].existing"]
    beside = [case for case in cases if len(case.subject.rooms) > 1]
    assert [(case.place, case.value, case.expected) for case in beside] == [
        (Place.AS_ASKED, True, cp.Outcome.MET),
        (Place.OTHERWISE, False, cp.Outcome.NOT_MET),
        (Place.UNSTATED, None, UNKNOWN),
    ]


def test_terms_have_them_as_well() -> None:
    title = cp.Text(zh="净", en="clean")
    criterion = cp.all_of(
        cp.some(venue.rooms, cp.not_(room.existing)),
        cp.every(venue.rooms, cp.any_of(room.existing, room.clean)),
    )
    several = cp.count(venue.rooms, room.independent) >= 2
    terms = tuple(
        w.Definition(clause=CLAUSE, part=part, term=title, criterion=one)
        for part, one in (("new", criterion), ("several", several))
    )
    plan = small_plan(definitions=terms)
    cases = class_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    paths = {case.path for case in cases if case.place is Place.UNSTATED}
    assert {"rooms[*].existing", "rooms[*].independent"} <= paths
    assert {Place.MIXED, Place.EMPTY} & {case.place for case in cases} == {Place.MIXED, Place.EMPTY}


@attrs.frozen(kw_only=True)
class Bed(cp.Noun):
    """A bed that is either new or old, and says which once it is let."""

    new: bool | None = w.flag("新")
    old: bool | None = w.flag("旧")

    def contradictions(self) -> Any:
        """Yield that a bed is new and old, or neither."""
        if self.new is not None and self.new is self.old:
            yield cp.Problem("old", "own.age", self.old, message="新旧不明")


@attrs.frozen(kw_only=True)
class Inn(cp.Noun):
    """A place with beds."""

    beds: Any = w.items(Bed, "床")


inn, bed = cp.facts(Inn), cp.facts(Bed)


# Neither fact can be changed without the other: what cannot be so is no case.
def test_what_an_item_cannot_be_is_no_case() -> None:
    counted = cp.count(inn.beds, cp.all_of(bed.new, cp.not_(bed.old))) >= 2
    assert not blank(plan_of(requires=counted), "beds[*].new")


@attrs.frozen(kw_only=True)
class Let(cp.Noun):
    """A bed that is let: of an old one it is said whether it is clean."""

    old: bool | None = w.flag("旧")
    clean: bool | None = w.flag("清洁")

    def contradictions(self) -> Any:
        """Yield that nobody says whether an old bed is clean."""
        if self.old and self.clean is None:
            yield cp.Problem("clean", "own.clean", None, message="未说明是否清洁")


@attrs.frozen(kw_only=True)
class House(cp.Noun):
    """A place with beds that are let."""

    beds: Any = w.items(Let, "床")


house, let = cp.facts(House), cp.facts(Let)


# That it is clean has to be stated; that it is old has not.
def test_what_has_to_be_stated_is_not_left_blank() -> None:
    plan = plan_of(requires=cp.count(house.beds, cp.all_of(let.old, let.clean)) >= 2)
    assert not blank(plan, "beds[*].clean")
    assert len(blank(plan, "beds[*].old")) == 1


# A room is clean or is not: stating which changes nothing, in one room or in all.
def test_what_never_decides_has_no_case() -> None:
    either = cp.any_of(room.clean, cp.not_(room.clean), room.existing)
    plan = plan_of(requires=cp.every(venue.rooms, either))
    assert not blank(plan, "rooms[*].clean")
