"""Chapters 四（一）, 四（二） and 七（二）: who has a room, how large, and how it is kept."""

from careplan.criteria import all_of, among, any_of, every, facts, not_, some
from careplan.facilities import Employer, EmployerKind, Room, RoomUse, Venue, VenueCategory
from careplan.plans.shuangliao_2021.clauses import C
from careplan.sources import Text
from careplan.verdicts import ByReading, Rule

venue, room, employer = facts(Venue), facts(Room), facts(Employer)

LISTED = any_of(
    among(
        venue.category,
        {
            VenueCategory.TRANSPORT_HUB,
            VenueCategory.COMMERCIAL_CENTRE,
            VenueCategory.HOSPITAL,
            VenueCategory.INTEGRATED_PASSENGER_HUB,
            VenueCategory.CULTURAL_CENTRE,
            VenueCategory.COMMUNITY_SERVICE_CENTRE,
            VenueCategory.GOVERNMENT_SERVICE_CENTRE,
            VenueCategory.SCENIC_AREA,
            VenueCategory.AMUSEMENT_VENUE,
        },
    ),
    # Grade 1 is the highest, so "grade two or above" is a number of at most 2.
    all_of(
        venue.category == VenueCategory.COACH_STATION,
        venue.coach_station_grade <= 2,
    ),
)
# A coach station is listed with its grade, so the open list cannot bring in a lower one.
LISTED_OR_LIKE = any_of(
    LISTED, all_of(venue.category != VenueCategory.COACH_STATION, venue.treated_as_listed)
)
LOWER_TIER = all_of(venue.building_area_m2 >= 5_000, venue.building_area_m2 <= 10_000)
UPPER_TIER = venue.building_area_m2 > 10_000
HAS_ROOM_OF_6 = some(venue.rooms, all_of(room.independent, room.usable_area_m2 >= 6))
HAS_ROOM_OF_10 = some(venue.rooms, all_of(room.independent, room.usable_area_m2 >= 10))
HAS_EXISTING_ROOM = some(venue.rooms, room.existing)
HAS_ROOM_FOR_ITS_SIZE = any_of(
    all_of(LOWER_TIER, HAS_ROOM_OF_6), all_of(UPPER_TIER, HAS_ROOM_OF_10)
)
FOR_PASSENGERS = among(
    venue.category,
    {
        VenueCategory.TRANSPORT_HUB,
        VenueCategory.COACH_STATION,
        VenueCategory.INTEGRATED_PASSENGER_HUB,
    },
)

NO_AREA_RULE = Text(
    zh="五千平方米以下文件没有面积规定；这不等于免除",
    en="below 5,000 m2 the document has no area rule; that is not an exemption",
)

RULES = (
    Rule(
        clause=C["4.1.a"],
        applies=ByReading(
            "place_list",
            {
                "closed": all_of(LISTED, LOWER_TIER),
                "open": all_of(LISTED_OR_LIKE, LOWER_TIER),
            },
        ),
        requires=ByReading(
            "existing_rooms",
            {
                "bind": HAS_ROOM_OF_6,
                "improve": some(
                    venue.rooms,
                    all_of(room.independent, any_of(room.usable_area_m2 >= 6, room.existing)),
                ),
            },
        ),
        otherwise=NO_AREA_RULE,
    ),
    Rule(
        clause=C["4.1.b"],
        applies=ByReading(
            "place_list",
            {
                "closed": all_of(LISTED, UPPER_TIER),
                "open": all_of(LISTED_OR_LIKE, UPPER_TIER),
            },
        ),
        requires=ByReading(
            "existing_rooms",
            {
                "bind": HAS_ROOM_OF_10,
                "improve": some(
                    venue.rooms,
                    all_of(room.independent, any_of(room.usable_area_m2 >= 10, room.existing)),
                ),
            },
        ),
    ),
    # The yardstick of this sentence is area; equipment is measured by 4.2.d.
    Rule(
        clause=C["4.1.d"],
        under=("existing_rooms", "bind"),
        applies=all_of(LISTED, venue.building_area_m2 >= 5_000, HAS_EXISTING_ROOM),
        requires=HAS_ROOM_FOR_ITS_SIZE,
    ),
    Rule(
        clause=C["4.1.d"],
        under=("existing_rooms", "improve"),
        applies=all_of(LISTED, venue.building_area_m2 >= 5_000, HAS_EXISTING_ROOM),
        requires=HAS_ROOM_FOR_ITS_SIZE,
        advisory=Text(
            zh="按此读法，已建房间面积不足属待改善，不属违反",
            en="under this reading a small existing room is to be improved, not in breach",
        ),
    ),
    Rule(
        clause=C["4.1.e"],
        applies=all_of(
            among(
                employer.kind,
                {
                    EmployerKind.STATE_ORGAN,
                    EmployerKind.ENTERPRISE,
                    EmployerKind.PUBLIC_INSTITUTION,
                },
            ),
            employer.many_female_employees,
        ),
        requires=some(employer.rooms, room.use == RoomUse.REST_AND_LACTATION),
    ),
    Rule(
        clause=C["4.2.b"],
        applies=some(venue.rooms),
        requires=every(venue.rooms, room.direction_sign),
    ),
    Rule(
        clause=C["4.2.c"],
        applies=some(venue.rooms, not_(room.existing)),
        requires=every(venue.rooms, any_of(room.existing, room.meets_provincial_standard)),
    ),
    Rule(
        clause=C["4.2.d"],
        applies=some(venue.rooms, room.existing),
        requires=every(venue.rooms, any_of(not_(room.existing), room.meets_provincial_standard)),
    ),
    Rule(
        clause=C["4.2.e"],
        applies=FOR_PASSENGERS,
        requires=all_of(venue.waiting_area, venue.reserved_seats),
    ),
    # Grammar leaves open whether "encourage" still governs this half; so it is advice.
    Rule(clause=C["4.2.f"], applies=FOR_PASSENGERS, requires=venue.priority_boarding),
    Rule(
        clause=C["7.2.c"],
        applies=some(venue.rooms),
        requires=every(venue.rooms, all_of(room.clean, room.in_normal_use)),
    ),
)
