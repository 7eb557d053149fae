"""A made-up list of what an ordinary mother-and-baby room has, and where one is to be.

Nobody's text: the figures are ours, for the general words of careplan that no document encoded here
asks for. It is written as a county's own project would write it.
"""

import careplan as cp
from careplan import writing as w

Kind, Fitting = cp.VenueCategory, cp.Equipment
venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)

LISTED = w.of_kinds(
    venue.category,
    {
        *(Kind.AIRPORT, Kind.RAILWAY_STATION, Kind.METRO_STATION, Kind.PASSENGER_PORT),
        *(Kind.SERVICE_AREA, Kind.UNIVERSITY, Kind.LIBRARY, Kind.MUSEUM, Kind.EXHIBITION_HALL),
        *(Kind.THEATRE, Kind.STADIUM, Kind.PARK),
    },
    venue.treated_as_listed,
)


def each(*fittings: cp.Equipment) -> cp.Criterion:
    """Return that a room has one of each of these at least."""
    return cp.all_of(*(room.equipment[one] >= 1 for one in fittings))


FITTED = each(
    *(Fitting.CHANGING_TABLE, Fitting.BASIN, Fitting.NURSING_SEAT, Fitting.LIDDED_BIN),
    *(Fitting.POWER_SOCKET, Fitting.CALL_DEVICE),
)
HOT_WATER = cp.any_of(
    *(room.equipment[one] >= 1 for one in (Fitting.HOT_WATER_TAP, Fitting.KETTLE))
)
PRIVATE = room.lockable | (room.equipment[Fitting.CURTAIN] >= 1)
KEPT = room.keeper_named & (room.cleanings_per_day >= 2)

CLAUSES = (
    w.clause("1", "一", "应当", "所列公共场所设母婴室，门口设标牌",
        w.duty(applies=LISTED, requires=cp.some(venue.rooms, room.nameplate))),
    w.clause("2", "二", "应当", "护理台、洗手盆、座椅、带盖垃圾桶、插座、呼叫设备各一，有热水",
        w.duty(requires=cp.every(venue.rooms, FITTED & HOT_WATER))),
    w.clause("3", "三", "应当", "门能上锁或设遮挡帘，地面防滑",
        w.duty(requires=cp.every(venue.rooms, PRIVATE & room.non_slip_floor))),
    w.clause("4", "四", "应当", "专人管理，每日清洁不少于两次",
        w.duty(requires=cp.every(venue.rooms, KEPT))),
    w.clause("5", "五", "鼓励", "日客流超过一万的配婴儿床和空调",
        w.duty(applies=venue.daily_visitors > 10_000,
            requires=cp.some(venue.rooms, each(Fitting.COT, Fitting.AIR_CONDITIONER)))),
)  # fmt: skip

PLAN = cp.Plan.of("basic_room", "母婴室基本配置（虚构）", CLAUSES, issuer="某市")
