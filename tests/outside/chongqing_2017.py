"""Chongqing, October 2017: rooms by area or by visitors, written as a county's own project would.

The facts are in our own words, by a reprint of the city; this is not the text. Clause numbers and
locators are ours.
"""

import attrs

import careplan as cp
from careplan import writing as w

Kind = cp.VenueCategory


@attrs.frozen(kw_only=True)
class Place(cp.Venue):
    """A public place of the city; a scenic area has a grade, which ours does not ask for."""

    __label__ = cp.Text(zh="公共场所")
    scenic_grade: int | None = w.number("景区等级（A的个数）", step=1)


place, room = cp.facts(Place), cp.facts(cp.Room)

# Listed: hubs, commercial centres, hospitals, scenic areas of 5A, amusement venues.
LISTED = w.of_kinds(
    place.category,
    {Kind.TRANSPORT_HUB, Kind.COMMERCIAL_CENTRE, Kind.HOSPITAL, Kind.AMUSEMENT_VENUE},
    place.treated_as_listed,
    conditions={Kind.SCENIC_AREA: place.scenic_grade == 5},
)
LARGE = (place.building_area_m2 >= 5_000) & (place.building_area_m2 <= 10_000)
BUSY = (place.daily_visitors >= 5_000) & (place.daily_visitors <= 10_000)
LARGER = place.building_area_m2 > 10_000
BUSIER = place.daily_visitors > 10_000


def room_of(square_metres: int) -> cp.Criterion:
    """Return that there is a room of a size."""
    return cp.some(place.rooms, room.area_m2 >= square_metres)


CLAUSES = (
    w.clause(
        "1",
        "一",
        "应当",
        "所列公共场所按建筑面积或日客流量设母婴室，从高适用",
        w.ladder(
            w.rung(LARGE | BUSY, room_of(6), clause="1.a"),
            w.rung(LARGER | BUSIER, room_of(10), clause="1.b"),
            who=LISTED,
            otherwise=w.note(
                (place.building_area_m2 < 5_000) & (place.daily_visitors < 5_000),
                "面积和客流均不足五千的没有规定，不等于免除",
            ),
        ),
    ),
    w.clause(
        "1.a", "一", "应当", "五千至一万平方米或日客流五千至一万人次：6平方米", w.encoded_with("1")
    ),
    w.clause(
        "1.b", "一", "应当", "超过一万平方米或日客流超过一万人次：10平方米", w.encoded_with("1")
    ),
)

PLAN = cp.Plan.of("chongqing_2017", "母婴室设置要求（本库概述）", CLAUSES, issuer="重庆市")
