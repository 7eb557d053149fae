"""Chapters 四（一）, 四（二） and 七（二）: who has a room, how large, and how it is kept."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import among, every, facts, has, some
from careplan.documents import places
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Otherwise, Rule
from careplan.nouns.facilities import Employer, EmployerKind, Room, RoomUse, Venue, VenueCategory
from careplan.plans.shuangliao_2021.clauses import C

venue, room, employer = facts(Venue), facts(Room), facts(Employer)

LISTED_KINDS = frozenset(
    {
        VenueCategory.TRANSPORT_HUB,
        VenueCategory.COMMERCIAL_CENTRE,
        VenueCategory.HOSPITAL,
        VenueCategory.COACH_STATION,
        VenueCategory.INTEGRATED_PASSENGER_HUB,
        VenueCategory.CULTURAL_CENTRE,
        VenueCategory.COMMUNITY_SERVICE_CENTRE,
        VenueCategory.GOVERNMENT_SERVICE_CENTRE,
        VenueCategory.SCENIC_AREA,
        VenueCategory.AMUSEMENT_VENUE,
    }
)
# Grade 1 is the highest, so "grade two or above" is a number of at most 2. It is listed with
# its grade, so that neither a declared fact nor the open list brings in a lower one.
HIGH_GRADE = {VenueCategory.COACH_STATION: venue.coach_station_grade <= 2}
LISTED = places.of_kinds(
    venue.category, LISTED_KINDS, venue.treated_as_listed, conditions=HIGH_GRADE
)
LISTED_OR_LIKE = places.of_kinds(
    venue.category, LISTED_KINDS, venue.treated_as_listed, conditions=HIGH_GRADE, open_list=True
)
LOWER_TIER = all_of(venue.building_area_m2 >= 5_000, venue.building_area_m2 <= 10_000)
UPPER_TIER = venue.building_area_m2 > 10_000
# A venue's rooms are mother-and-baby rooms by declaration (母婴室); a rest room for the staff
# stands among its employer's, where its use tells it apart.
HAS_ROOM_OF_6 = some(venue.rooms, all_of(room.independent, room.usable_area_m2 >= 6))
HAS_ROOM_OF_10 = some(venue.rooms, all_of(room.independent, room.usable_area_m2 >= 10))
HAS_EXISTING_ROOM = some(venue.rooms, room.existing)
IS_REST_ROOM = has(room.use, RoomUse.REST_AND_LACTATION)
# 四（二） names no kinds, but where passengers wait and where they board or show tickets.
PASSENGER_KINDS = frozenset(
    {
        VenueCategory.TRANSPORT_HUB,
        VenueCategory.COACH_STATION,
        VenueCategory.INTEGRATED_PASSENGER_HUB,
        VenueCategory.STATION,
    }
)
# A place that no list names may be such a place: an airport, a port.
WITHOUT_PASSENGERS = places.outside(PASSENGER_KINDS) - {VenueCategory.OTHER}
FOR_PASSENGERS = any_of(
    among(venue.category, PASSENGER_KINDS),
    all_of(not_(among(venue.category, WITHOUT_PASSENGERS)), venue.serves_passengers),
)

TO_BE_IMPROVED = Text(
    zh="按此读法，已建房间面积不足属待改善，不属违反",
    en="under this reading a small existing room is to be improved, not in breach",
)
NO_AREA_RULE = Text(
    zh="五千平方米以下文件没有面积规定；这不等于免除",
    en="below 5,000 m2 the document has no area rule; that is not an exemption",
)
LOW_GRADE = Text(
    zh="列入的是二级以上汽车客运站（等级数字越小等级越高），三级及以下不在其内",
    en="coach stations are listed from grade two up, and grade 1 is the highest: this is lower",
)
NO_PASSENGERS = Otherwise(
    when=among(venue.category, WITHOUT_PASSENGERS),
    text=Text(
        zh="这一类场所不是旅客候乘、检票的地方",
        en="this kind of place is none where passengers wait and board",
    ),
)
NOT_AMONG_THEM = (
    Otherwise(
        when=among(venue.category, places.outside(LISTED_KINDS)),
        text=places.NOT_LISTED,
    ),
    Otherwise(
        when=all_of(venue.category == VenueCategory.COACH_STATION, venue.coach_station_grade > 2),
        text=LOW_GRADE,
    ),
)
BELOW_OR_NOT_AMONG_THEM = (
    Otherwise(when=venue.building_area_m2 < 5_000, text=NO_AREA_RULE),
    *NOT_AMONG_THEM,
)

# The yardstick of this sentence is area; equipment is measured by 4.2.d.
EXISTING_ROOM_RULES = tuple(
    Rule(
        clause=C["4.1.d"],
        part=tier,
        under=("existing_rooms", option),
        applies=ByReading(
            "place_list",
            {
                "closed": all_of(LISTED, size, HAS_EXISTING_ROOM),
                "open": all_of(LISTED_OR_LIKE, size, HAS_EXISTING_ROOM),
            },
        ),
        # A place that has a room of the size owes no second one.
        requires=any_of(
            large_enough,
            every(venue.rooms, any_of(not_(room.existing), room.usable_area_m2 >= square_metres)),
        ),
        otherwise=notes,
        advisory=advisory,
    )
    for tier, size, square_metres, large_enough, notes in (
        ("lower", LOWER_TIER, 6, HAS_ROOM_OF_6, BELOW_OR_NOT_AMONG_THEM),
        ("upper", UPPER_TIER, 10, HAS_ROOM_OF_10, NOT_AMONG_THEM),
    )
    for option, advisory in (("bind", None), ("improve", TO_BE_IMPROVED))
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
        otherwise=BELOW_OR_NOT_AMONG_THEM,
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
        otherwise=NOT_AMONG_THEM,
    ),
    *EXISTING_ROOM_RULES,
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
        requires=ByReading(
            "by_reference",
            {
                "room": some(employer.rooms, IS_REST_ROOM),
                "standard": some(
                    employer.rooms, all_of(IS_REST_ROOM, room.meets_provincial_standard)
                ),
            },
        ),
    ),
    Rule(
        clause=C["4.2.b"],
        applies=some(venue.rooms),
        requires=every(venue.rooms, room.direction_sign),
    ),
    # 4.2.a names the standard that new rooms are built to and existing ones measured by.
    Rule(
        clause=C["4.2.c"],
        also=(C["4.2.a"],),
        applies=some(venue.rooms, not_(room.existing)),
        requires=every(venue.rooms, any_of(room.existing, room.meets_provincial_standard)),
    ),
    Rule(
        clause=C["4.2.d"],
        also=(C["4.2.a"],),
        applies=some(venue.rooms, room.existing),
        requires=every(venue.rooms, any_of(not_(room.existing), room.meets_provincial_standard)),
    ),
    Rule(
        clause=C["4.2.e"],
        applies=FOR_PASSENGERS,
        requires=all_of(venue.waiting_area, venue.reserved_seats),
        otherwise=NO_PASSENGERS,
    ),
    # Grammar leaves open whether "encourage" still governs this half; so it is advice.
    Rule(
        clause=C["4.2.f"],
        applies=FOR_PASSENGERS,
        requires=venue.priority_boarding,
        otherwise=NO_PASSENGERS,
    ),
    Rule(
        clause=C["7.2.c"],
        applies=some(venue.rooms),
        requires=every(venue.rooms, all_of(room.clean, room.in_normal_use)),
    ),
    Rule(
        clause=C["7.2.c"],
        part="employer",
        applies=some(employer.rooms),
        requires=every(employer.rooms, all_of(room.clean, room.in_normal_use)),
    ),
)
