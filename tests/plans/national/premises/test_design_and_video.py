"""The area of a class that sleeps where it plays, how long video is kept, and where none is."""

from datetime import date

import pytest

import careplan as cp

DESIGN, VIDEO = cp.get_plan("national_design_2019"), cp.get_plan("national_video_2025")
Kind = cp.ClassKind
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE


def lower_class(area: float | None, *, shared: bool | None = True) -> cp.ClassGroup:
    """Return a lower toddler class."""
    return cp.ClassGroup(kind=Kind.SMALL, sleeps_where_it_plays=shared, usable_area_m2=area)


# jgj.small.area: >= 50
AREAS = [(49.99, NOT_MET), (50, MET), (50.01, MET), (None, UNKNOWN)]


@pytest.mark.parametrize(("area", "outcome"), AREAS)
def test_the_area_of_a_class_that_sleeps_where_it_plays(
    area: float | None, outcome: cp.Outcome
) -> None:
    group = lower_class(area)
    assert cp.assess(group, DESIGN).outcome is outcome
    other = cp.ClassGroup(kind=Kind.LARGE)
    of_both = cp.Institution(classes=[other, group])
    assert cp.assess(of_both, DESIGN).outcome is outcome


def test_other_classes_are_not_asked() -> None:
    apart = lower_class(20, shared=False)
    large = cp.ClassGroup(kind=Kind.LARGE, sleeps_where_it_plays=True, usable_area_m2=20)
    for group in (apart, large):
        assert cp.assess(group, DESIGN).outcome is NOT_APPLICABLE
    assert cp.assess(cp.Institution(classes=[apart, large]), DESIGN).outcome is NOT_APPLICABLE
    assert cp.assess(lower_class(20, shared=None), DESIGN).outcome is UNKNOWN


# vid.keep: at least 30
@pytest.mark.parametrize(
    ("days", "outcome"), [(29, NOT_MET), (30, MET), (31, MET), (None, UNKNOWN)]
)
def test_video_is_kept_for_thirty_days(days: int | None, outcome: cp.Outcome) -> None:
    assert cp.assess(cp.Institution(video_kept_days=days), VIDEO).outcome is outcome


def test_article_9_lifts_the_days_from_places_that_are_not_listed() -> None:
    # By vid.keep, "not binding on places under art. 9"
    short = cp.Institution(video_kept_days=29)
    a = cp.assess(short, VIDEO, readings={"listed_place": "other"})
    assert a.outcome is NOT_APPLICABLE
    found = a.finding("17.keep")
    assert (found.outcome, found.force) == (NOT_MET, cp.results.Force.ADVISORY)
    assert [one.interpretation.id for one in cp.assess(short, VIDEO).readings] == ["listed_place"]


def test_no_camera_inside_a_room_for_nursing() -> None:
    # Article 8, third item, as the issue has it.
    for inside, outcome in ((True, NOT_MET), (False, MET), (None, UNKNOWN)):
        room = cp.Room(camera_inside=inside)
        assert cp.assess(room, VIDEO).outcome is outcome
        venue = cp.Venue(rooms=[cp.Room(camera_inside=False), room])
        assert cp.assess(venue, VIDEO).outcome is outcome
    assert cp.assess(cp.Venue(rooms=[]), VIDEO).outcome is NOT_APPLICABLE


def test_the_regulation_is_in_force_from_its_day_on() -> None:
    # vid.force: 2025-04-01
    assert cp.in_force([VIDEO], date(2025, 3, 31)) == ()
    assert cp.in_force([VIDEO], date(2025, 4, 1)) == (VIDEO,)
