"""Criteria that several chapters share."""

from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import facts, has
from careplan.documents.encoded import ByReading
from careplan.nouns.facilities import Employer, Grant, Room, RoomUse, Venue

room, employer, venue, grant = facts(Room), facts(Employer), facts(Venue), facts(Grant)

IS_HUT = has(room.use, RoomUse.MUMMY_HUT)
IS_CARE_ROOM = has(room.use, RoomUse.CARE_ROOM)
OF_EITHER_KIND = any_of(IS_HUT, IS_CARE_ROOM)
AREA_OF_10 = ByReading(
    "area_measure", {"plain": room.area_m2 >= 10, "usable": room.usable_area_m2 >= 10}
)
AREA_OF_20 = ByReading(
    "area_measure", {"plain": room.area_m2 >= 20, "usable": room.usable_area_m2 >= 20}
)
# A room that is both a hut and a care room is to be as large as a care room.
AREA_BY_KIND = ByReading(
    "area_measure",
    {
        "plain": all_of(room.area_m2 >= 10, any_of(not_(IS_CARE_ROOM), room.area_m2 >= 20)),
        "usable": all_of(
            room.usable_area_m2 >= 10, any_of(not_(IS_CARE_ROOM), room.usable_area_m2 >= 20)
        ),
    },
)
