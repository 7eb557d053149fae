"""The three tasks as a good programmer writes them by hand: None-aware, out at the first answer.

True, False, or None where what is stated does not decide. They read the same objects as careplan
does, and say nothing of why.
"""

from typing import Any

from careplan.nouns.facilities import (
    Employer,
    EmployerKind,
    Equipment,
    Room,
    Supply,
    Venue,
    VenueCategory,
)

LISTED = frozenset(
    {
        VenueCategory.AMUSEMENT_VENUE,
        VenueCategory.COMMERCIAL_CENTRE,
        VenueCategory.COMMUNITY_SERVICE_CENTRE,
        VenueCategory.CULTURAL_CENTRE,
        VenueCategory.GOVERNMENT_SERVICE_CENTRE,
        VenueCategory.HOSPITAL,
        VenueCategory.INTEGRATED_PASSENGER_HUB,
        VenueCategory.SCENIC_AREA,
        VenueCategory.TRANSPORT_HUB,
    }
)
OUTSIDE = frozenset(
    {
        VenueCategory.CHARACTERISTIC_PARK,
        VenueCategory.OTHER,
        VenueCategory.SERVICE_AREA,
        VenueCategory.UNIVERSITY,
    }
)
EMPLOYERS = frozenset(
    {EmployerKind.STATE_ORGAN, EmployerKind.ENTERPRISE, EmployerKind.PUBLIC_INSTITUTION}
)

MAY_LACK = 20  # points of a room that passes


def is_listed(venue: Venue) -> bool | None:
    """Say whether a place is among those that clause 4.1.c lists."""
    category = venue.category
    if category is None:
        return None
    if category in LISTED:
        return True
    if category is VenueCategory.COACH_STATION:
        grade = venue.coach_station_grade
        return None if grade is None else grade <= 2
    return False if category in OUTSIDE else venue.treated_as_listed


def has_room_of(venue: Venue, square_metres: int) -> bool | None:
    """Say whether a place has an independent room of a size."""
    rooms = venue.rooms
    if rooms is None:
        return None
    undecided = False
    for room in rooms:
        independent = room.independent
        if independent is False:
            continue
        area = room.usable_area_m2
        if area is None:
            undecided = True
        elif area >= square_metres:
            if independent:
                return True
            undecided = True
    return None if undecided else False


def keeps_area_rule(venue: Venue) -> bool | None:
    """Say whether a place has the room that it owes, if it owes one."""
    area = venue.building_area_m2
    if area is not None and area < 5_000:
        return True
    listed = is_listed(venue)
    if listed is False:
        return True
    if area is None:
        # Either rung may bind, or none: only the larger room settles it.
        return True if has_room_of(venue, 10) else None
    kept = has_room_of(venue, 6 if area <= 10_000 else 10)
    return None if kept is False and listed is None else kept


def keeps_ladder(place: Any) -> bool | None:
    """Say whether the largest room of a place is as large as it is to be, if it is to have one."""
    area = place.building_area_m2
    if area is not None and area < 5_000:
        return True
    listed = is_listed(place)
    if listed is False:
        return True
    largest = place.largest_room_m2
    if largest is None:
        return None
    if area is None:
        return True if largest >= 10 else None
    if largest >= (6 if area <= 10_000 else 10):
        return True
    return False if listed else None


def passes_sheet(room: Room) -> bool | None:  # noqa: PLR0915 - a statement an item, as quick as can be
    """Say whether a room brings 80 of 100 points, each item all or nothing."""
    lost = unknown = 0
    area = room.area_m2
    if area is None:
        unknown += 15
    elif area < 10:
        lost += 15
    flag = room.private
    if flag is None:
        unknown += 5
    elif not flag:
        lost += 5
    flag = room.clean
    if flag is None:
        unknown += 10
    elif not flag:
        lost += 10
    flag = room.free_of_clutter
    if flag is None:
        unknown += 5
    elif not flag:
        lost += 5
    flag = room.free_of_dust
    if flag is None:
        unknown += 5
    elif not flag:
        lost += 5
    flag = room.free_of_odour
    if flag is None:
        unknown += 5
    elif not flag:
        lost += 5
    if lost > MAY_LACK:
        return False
    equipment = room.equipment
    if equipment is None:
        unknown += 45
    else:
        tables, chairs = equipment.get(Equipment.TABLE), equipment.get(Equipment.CHAIR)
        if tables == 0 or chairs == 0:
            lost += 10
        elif tables is None or chairs is None:
            unknown += 10
        number = equipment.get(Equipment.POWER_SOCKET)
        if number is None:
            unknown += 5
        elif number == 0:
            lost += 5
        number = equipment.get(Equipment.REFRIGERATOR)
        if number is None:
            unknown += 10
        elif number == 0:
            lost += 10
        number = equipment.get(Equipment.MICROWAVE)
        if number is None:
            unknown += 5
        elif number == 0:
            lost += 5
        number = equipment.get(Equipment.WATER_DISPENSER)
        if number is None:
            unknown += 5
        elif number == 0:
            lost += 5
        number = equipment.get(Equipment.STORAGE_CABINET)
        if number is None:
            unknown += 5
        elif number == 0:
            lost += 5
        number = equipment.get(Equipment.DISINFECTION_CABINET)
        if number is None:
            unknown += 5
        elif number == 0:
            lost += 5
        if lost > MAY_LACK:
            return False
    supplies = room.supplies
    if supplies is None:
        unknown += 5
    elif Supply.HAND_AND_MOUTH_WIPES not in supplies or Supply.CLEANING_CLOTHS not in supplies:
        lost += 5
    registered, kept = room.use_register, room.ledger_kept
    if registered is False or kept is False:
        lost += 5
    elif registered is None or kept is None:
        unknown += 5
    if lost > MAY_LACK:
        return False
    return True if lost + unknown <= MAY_LACK else None


def owes_care(employer: Employer) -> bool | None:
    """Say whether the duty is an employer's."""
    kind = employer.kind
    if kind is not None and kind not in EMPLOYERS:
        return False
    allowed = employer.conditions_allow
    if allowed is False:
        return False
    women, pregnant = employer.female_employees, employer.pregnant_or_nursing_employees
    many = employer.many_female_employees
    if many or (women is not None and women >= 100) or (pregnant is not None and pregnant >= 5):
        return None if kind is None or allowed is None else True
    return None if many is None or women is None or pregnant is None else False


def cares(employer: Employer) -> bool | None:
    """Say whether an employer does what the duty asks."""
    flexible, keeps = employer.flexible_hours, employer.keeps_jobs
    if flexible is False or keeps is False:
        return False
    time = employer.breastfeeding_time
    eases, offers = employer.eases_care, employer.offers_care
    if time is False or (eases is False and offers is False):
        return False
    on_site, runs = employer.care_on_site, employer.runs_care_institution
    if on_site or runs:
        return True if flexible and keeps and time and (eases or offers) else None
    return False if on_site is False and runs is False else None


def keeps_twelve(employer: Employer) -> bool | None:
    """Say whether an employer keeps the duty of twelve facts, or does not have it."""
    owes = owes_care(employer)
    if owes is False:
        return True
    done = cares(employer)
    return None if done is False and owes is None else done
