"""A fictitious county's ladder of rooms by area or visitors, and its stars for rooms."""

import careplan as cp
from careplan import writing as w

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)


def room_of(square_metres: int) -> cp.Criterion:
    """Return that there is a room of a size."""
    return cp.some(venue.rooms, room.area_m2 >= square_metres)


LARGE = (venue.building_area_m2 >= 5_000) & (venue.building_area_m2 <= 10_000)
BUSY = (venue.daily_visitors >= 5_000) & (venue.daily_visitors <= 10_000)
LARGER, BUSIER = venue.building_area_m2 > 10_000, venue.daily_visitors > 10_000
LOW = w.rung(LARGE | BUSY, room_of(6), clause="1.a")
HIGH = w.rung(LARGER | BUSIER, room_of(10), clause="1.b")
BASE = w.grade("base", ("基本", "base"), room.clean)
FOUR = w.grade(
    "four_star", ("四星", "four stars"), room.independent & (room.area_m2 >= 16), part="four"
)
FIVE = w.grade("five_star", ("五星", "five stars"), room.existing, part="five")


def plan_of(*encoding: w.Draft[w.Ladder], stars: w.Draft[w.Grading]) -> cp.Plan:
    """Make a plan of a ladder beneath clause 1, and stars beneath clause 2."""
    chapter = (
        w.clause(
            "1", "一", "应当", "按面积或客流设母婴室", "Rooms by area or visitors.", *encoding
        ),
        w.clause("1.a", "一1", "应当", "五千至一万：6平方米", "6 m2.", w.encoded_with("1")),
        w.clause("1.b", "一2", "应当", "超过一万：10平方米", "10 m2.", w.encoded_with("1")),
        w.clause("2", "二", "可以", "母婴室评星", "Rooms may be given stars.", stars),
    )
    title, issuer = ("某县通知", "a county's notice"), ("某县", "a county")
    return cp.Plan.of("steps", title, chapter, issuer=issuer)


STEPS = plan_of(
    w.ladder(LOW, HIGH, who=venue.serves_passengers),
    stars=w.grading("stars", ("星级", "stars"), BASE, FOUR, FIVE),
)
STARS = STEPS.gradings["stars"]


def station(area: int | None, flow: int | None, *rooms: int) -> cp.Venue:
    """Make a place that serves passengers, with rooms of the areas given."""
    return cp.Venue(
        serves_passengers=True,
        building_area_m2=area,
        daily_visitors=flow,
        rooms=[cp.Room(area_m2=m2) for m2 in rooms],
    )
