"""Rules as the desk's older programs have them: plain functions, careplan their judge in tests.

None is "not stated"; what is not stated leaves an answer open unless it cannot matter.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import careplan as cp
from careplan import writing as w
from county_desk.playgrounds import Playground

CATEGORY = cp.VenueCategory
# Shuangliao 四: the places that the list names, and those that no listed place may be.
LISTED = {
    *(CATEGORY.TRANSPORT_HUB, CATEGORY.COMMERCIAL_CENTRE, CATEGORY.HOSPITAL),
    *(CATEGORY.INTEGRATED_PASSENGER_HUB, CATEGORY.CULTURAL_CENTRE, CATEGORY.SCENIC_AREA),
    *(CATEGORY.COMMUNITY_SERVICE_CENTRE, CATEGORY.GOVERNMENT_SERVICE_CENTRE),
    CATEGORY.AMUSEMENT_VENUE,
}
OTHERS = {CATEGORY.CHARACTERISTIC_PARK, CATEGORY.OTHER, CATEGORY.SERVICE_AREA, CATEGORY.UNIVERSITY}
# Beijing, annex 1: what each item may bring, and what passes.
FULL_MARKS = {
    "area": 20,
    "cleanliness": 20,
    "equipment": 40,
    "care_materials": 10,
    "management": 10,
}
PASS_MARK = 90
Mark = int | Decimal | None


def both(*said: bool | None) -> bool | None:
    """Say whether all are so: one that is not settles it, else one not known leaves it open."""
    if False in said:
        return False
    return None if None in said else True


def either(*said: bool | None) -> bool | None:
    """Say whether one is so: one that is settles it, else one not known leaves it open."""
    if True in said:
        return True
    return None if None in said else False


def outcome(applies: bool | None, requires: bool | None) -> cp.Outcome:
    """Say what a duty comes to: it holds for nobody, is kept or broken, or nobody knows yet."""
    if applies is False:
        return cp.Outcome.NOT_APPLICABLE
    if requires is True:
        return cp.Outcome.MET
    return cp.Outcome.UNKNOWN if None in (applies, requires) else cp.Outcome.NOT_MET


def is_listed(venue: cp.Venue, readings: Mapping[str, str]) -> bool | None:
    """Say whether Shuangliao's list names a place, or it is treated as if it did."""
    if venue.category is None:
        return None
    if venue.category in LISTED:
        return True
    if venue.category is CATEGORY.COACH_STATION:
        return None if venue.coach_station_grade is None else venue.coach_station_grade <= 2
    if venue.category in OTHERS and readings["place_list"] == "closed":
        return False
    return venue.treated_as_listed


def is_large(room: cp.Room, readings: Mapping[str, str]) -> bool | None:
    """Say whether a room is independent and of 10 m2; one that stands may be improved instead."""
    area = None if room.usable_area_m2 is None else room.usable_area_m2 >= 10
    if readings["existing_rooms"] == "improve":
        area = either(area, room.existing)
    return both(room.independent, area)


def large_room(venue: cp.Venue, readings: Mapping[str, str]) -> cp.Outcome:
    """Answer Shuangliao 四（一）: above 10,000 m2 (超过: not at it) an independent room of 10."""
    above = None if venue.building_area_m2 is None else venue.building_area_m2 > 10_000
    rooms = None
    if venue.rooms is not None:
        rooms = either(*(is_large(room, readings) for room in venue.rooms))
    return outcome(both(is_listed(venue, readings), above), rooms)


def playground_room(playground: Playground) -> cp.Outcome:
    """Answer the county's own 一: above 3,000 m2 (超过, so not at it) a room of 6 m2."""
    above = None if playground.area_m2 is None else playground.area_m2 > 3_000
    rooms = None
    if playground.rooms is not None:
        areas = (room.usable_area_m2 for room in playground.rooms)
        rooms = either(*(None if area is None else area >= 6 for area in areas))
    return outcome(above, rooms)


def sheet_passed(marks: Mapping[str, Mark]) -> cp.Outcome:
    """Answer Beijing's annex 1: 90 of 100 points; a mark not given may still bring its points."""
    given = {item: marks.get(item) for item in FULL_MARKS}
    low = sum(mark for mark in given.values() if mark is not None)
    open_yet = sum(FULL_MARKS[item] for item, mark in given.items() if mark is None)
    if low >= PASS_MARK:
        return cp.Outcome.MET
    return cp.Outcome.UNKNOWN if low + open_yet >= PASS_MARK else cp.Outcome.NOT_MET


def due_slots(row: w.LedgerRow, on: date) -> tuple[date, int] | None:
    """Return the newest of a row's milestones that is due on a day, and its slots."""
    due = [
        (one.due, one.value)
        for one in row.milestones
        if one.due is not None and one.due <= on and isinstance(one.value, int)
    ]
    return max(due, default=None)


def slots_reached(row: w.LedgerRow, counts: Iterable[cp.SlotCount], on: date) -> cp.Outcome:
    """Answer Dawa's annex 2: the newest count against what is due; an older one says none."""
    due = due_slots(row, on)
    if due is None:
        return cp.Outcome.NOT_APPLICABLE
    known = [(one.on, one.slots) for one in counts if one.locality == row.locality and one.on <= on]
    newest = max(known, default=None)
    if newest is None or newest[0] < due[0]:
        return cp.Outcome.UNKNOWN
    return cp.Outcome.MET if newest[1] >= due[1] else cp.Outcome.NOT_MET
