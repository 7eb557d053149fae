"""A list, a part or a table that holds what decides is left blank, once for each rule."""

from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from testing.cases.small_plans import CLAUSE, by_library, plan_of, small_plan

import careplan as cp
from careplan import writing as w
from careplan.testing.cases.boundaries import boundary_cases, decisive_cases, fact_cases
from careplan.testing.cases.classes import class_cases, fact_class_cases
from careplan.testing.cases.pivots import Place

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
institution = cp.facts(cp.Institution)


TITLE = cp.Text(zh="净", en="clean")


class Toy(w.Labelled):
    """What stands in a box."""

    BALL = ("ball", "球", "ball")
    DOLL = ("doll", "娃娃", "doll")


@attrs.frozen(kw_only=True)
class Box(cp.Noun):
    """A box of toys in a room."""

    toys: Mapping[Toy, int] | None = w.table(Toy, "玩具")


@attrs.frozen(kw_only=True)
class Play(cp.Noun):
    """A place that has to say its boxes, which may be said to be locked only if there are any."""

    boxes: Any = w.items(Box, "箱子")
    locked: bool | None = w.flag("上锁")

    def contradictions(self) -> Any:
        """Yield that nothing can be locked."""
        if self.boxes is None and self.locked is not None:
            yield cp.Problem("locked", "own.locked", self.locked, message="没有箱子")


play, box = cp.facts(Play), cp.facts(Box)


def left_blank(**parts: Any) -> list[str]:
    """Return the paths of what is not stated as a whole, in the cases of a plan."""
    plan = plan_of(**parts)
    cases = decisive_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    known = {fact.path for fact in fact_cases(plan)}
    items = {Place.MIXED, Place.EMPTY}  # how many are so, which is stated
    added = [one for one in cases if one.path not in known and one.place not in items]
    assert all(one.place is Place.UNSTATED and one.value is None for one in added)
    assert all(one.expected is cp.Outcome.UNKNOWN for one in added)
    return [one.path for one in added]


@pytest.mark.parametrize(
    ("parts", "paths"),
    [
        ({"requires": cp.some(venue.rooms, room.clean)}, ["rooms"]),
        ({"requires": cp.every(venue.rooms, room.clean)}, ["rooms"]),
        # Two facts of rooms: they are left blank once.
        ({"requires": cp.some(venue.rooms, room.clean & (room.area_m2 >= 6))}, ["rooms"]),
        (
            {"requires": cp.some(venue.rooms, room.equipment[cp.Equipment.TABLE] >= 1)},
            ["rooms", "rooms[*].equipment"],
        ),
        ({"requires": institution.site.near_pipeline}, ["site"]),
        (
            {"requires": play.locked, "applies": cp.some(play.boxes, box.toys[Toy.BALL] >= 1)},
            ["boxes[*].toys"],
        ),
        ({"requires": venue.waiting_area}, []),
    ],
)
def test_what_holds_the_facts_is_left_blank_once(parts: Any, paths: list[str]) -> None:
    assert left_blank(**parts) == paths


def test_how_many_there_are_is_a_fact_of_its_own() -> None:
    # The cases of a count leave the rooms out already.
    plan = plan_of(requires=cp.count(venue.rooms, room.clean) >= 2)
    assert [case.path for case in decisive_cases(plan)].count("rooms") == 4


def test_rooms_left_blank_read_as_none_are_found() -> None:
    plan = plan_of(requires=cp.some(venue.rooms, room.clean))

    def none_where_none_is_stated(case: Any) -> object:
        rooms = () if case.subject.rooms is None else case.subject.rooms
        return case.answered(cp.assess(cp.Venue(rooms=rooms), plan))

    with pytest.raises(AssertionError, match=r"1\.a-rooms-unstated"):
        decisive_cases(plan).check(none_where_none_is_stated)


def test_terms_and_grades_leave_it_blank_as_well() -> None:
    some_clean = cp.some(venue.rooms, room.clean)
    term = w.Definition(clause=CLAUSE, part="term", term=TITLE, criterion=some_clean)
    grades = tuple(
        w.Grade(clause=CLAUSE, part=key, key=key, title=TITLE, criterion=criterion)
        for key, criterion in (("clean", some_clean), ("large", cp.count(venue.rooms) >= 2))
    )
    stars = w.Grading(clause=CLAUSE, key="stars", title=TITLE, grades=grades)
    plan = small_plan(definitions=(term,), gradings=[stars])
    blank = [case for case in class_cases(plan) if case.path == "rooms"]
    blank = [case for case in blank if case.place is Place.UNSTATED]
    blank = [case for case in blank if case.number != "1.a/large"]  # how many is a fact itself
    assert [type(case.cited) for case in blank] == [w.Definition, w.Grade]
    assert all(case.expected is cp.Truth.UNKNOWN is case.answer(plan) for case in blank)
    facts = [case for case in fact_class_cases(plan) if case.path == "rooms"]
    assert {case.number for case in facts} == {"1.a/large"}


def test_thresholds_alone_leave_nothing_blank() -> None:
    plan = plan_of(requires=cp.some(venue.rooms, room.area_m2 >= 6))
    assert {case.path for case in boundary_cases(plan)} == {"rooms[*].area_m2"}
