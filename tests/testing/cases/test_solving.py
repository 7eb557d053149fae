"""What stands beside a threshold: subjects that can be, so many of them, and no other."""

import attrs
import pytest
from testing.cases.small_plans import by_library, plan_of

import careplan as cp
from careplan.fields.declaring import Noun, count, items, words
from careplan.testing.cases import solving
from careplan.testing.cases.boundaries import boundary_cases, decisive_cases

employer, venue = cp.facts(cp.Employer), cp.facts(cp.Venue)


def test_facts_that_contradict_make_no_case() -> None:
    few, women = employer.pregnant_or_nursing_employees, employer.female_employees
    plan = plan_of(applies=few >= 5, requires=women >= 10)
    cases = boundary_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    # Five nursing among four women cannot be, whatever a rule asks.
    impossible = plan_of(applies=cp.all_of(few >= 5, women <= 4), requires=employer.eases_care)
    assert boundary_cases(impossible).without == ("1.a",)
    # One more of the few than of all is left out; the other places stay.
    tight = plan_of(applies=women == 5, requires=few >= 5)
    assert [case.value for case in boundary_cases(tight) if case.path != "female_employees"] == [
        4,
        5,
    ]


@attrs.frozen(kw_only=True)
class Plate(Noun):
    """A noun of a caller's own, with a text."""

    text: str | None = words("文字", "text")
    width: int | None = count("宽", "width")


def test_a_text_beside_a_threshold_is_stated_as_it_is_asked() -> None:
    plate = cp.facts(Plate)
    for asked, stated in ((plate.text == "母婴室", "母婴室"), (plate.text != "母婴室", "母婴室+")):
        cases = boundary_cases(plan_of(requires=cp.all_of(asked, plate.width >= 3)))
        assert cases.without == ()
        assert {case.subject.text for case in cases} == {stated}


def test_so_many_subjects_are_tried_of_a_fact() -> None:
    # Of (n visitors or n m2) for n = 0..8 only the largest numbers decide: for the others, all
    # eight subjects tried fail, and they are listed.
    parts = [cp.any_of(venue.daily_visitors > n, venue.building_area_m2 > n) for n in range(9)]
    plan = plan_of(requires=cp.all_of(*parts))
    cases = boundary_cases(plan)
    cases.check(by_library(plan), without=cases.without)
    assert {case.leaf for case in cases} == {venue.daily_visitors > 8, venue.building_area_m2 > 8}
    assert cases.without == ("1.a: daily_visitors", "1.a: building_area_m2")


# What an algebra says of a region is tried on the subject: one of which the criterion is
# unknown, as it is of a room of which nothing is stated, is not yielded.
def test_no_subject_is_taken_on_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = cp.facts(cp.Room).area_m2 >= 10
    assert list(solving.satisfying(cp.Room, asked)) == [cp.Room(area_m2=10)]
    monkeypatch.setattr(solving, "_subject", lambda noun, _: noun())
    assert list(solving.satisfying(cp.Room, asked)) == []


@attrs.frozen(kw_only=True)
class Trip(Noun):
    """A part of a caller's own noun, of which the number has to be stated."""

    number: int = count("航次", required=True)
    passengers: int | None = count("乘客")


@attrs.frozen(kw_only=True)
class Ferry(Noun):
    """A caller's own noun, of which the name has to be stated."""

    name: str = words("船名", required=True)
    seats: int | None = count("座位")
    trips: tuple[Trip, ...] | None = items(Trip, "航次")


def test_what_has_to_be_stated_is_stated_in_every_case() -> None:
    ferry, trip = cp.facts(Ferry), cp.facts(Trip)
    plan = plan_of(ferry.seats >= 10, applies=cp.some(ferry.trips, trip.passengers > 3))
    cases = boundary_cases(plan)
    assert cases.without == ()
    assert {(case.path, case.value) for case in cases} == {
        *(("seats", number) for number in (9, 10, 11)),
        *(("trips[*].passengers", number) for number in (2, 3, 4)),
    }
    cases.check(by_library(plan))
    decisive_cases(plan).check(by_library(plan))
