"""Nanjing's union, November 2017: three grades of mummy huts, as a county's own project writes.

The facts are in our own words, by the city's press; this is not the text. Clause numbers and
locators are ours.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

import careplan as cp
from careplan import writing as w

Fitting = cp.Equipment


@attrs.frozen(kw_only=True)
class Hut(cp.Noun):
    """A mummy hut of an employer; it may be several rooms."""

    __label__ = "爱心妈咪小屋"
    rooms: Sequence[cp.Room] | None = w.items(cp.Room, "房间")
    separate: bool | None = w.flag("独立私密", changeable=True)
    own_water: bool | None = w.flag("独立水源", changeable=True)
    fittings: Mapping[cp.Equipment, int] | None = w.table(cp.Equipment, "设施数量", changeable=True)
    four_star_since: date | None = w.day("四星级小屋启用日期")


hut, room = cp.facts(Hut), cp.facts(cp.Room)
AREA_M2 = cp.total(hut.rooms, room.usable_area_m2)


def has(*fittings: Fitting) -> cp.Criterion:
    """Return that one of several fittings is there."""
    return cp.any_of(*(hut.fittings[one] >= 1 for one in fittings))


SEATED = has(Fitting.SOFA) | (has(Fitting.TABLE) & (hut.fittings[Fitting.CHAIR] >= 2))
BASE = (
    has(Fitting.REFRIGERATOR)
    & has(Fitting.AIR_CONDITIONER)
    & has(Fitting.KETTLE, Fitting.THERMOS)
    & has(Fitting.LIDDED_BIN)
    & SEATED
)
FOUR_STAR = hut.separate & hut.own_water & (AREA_M2 >= 16) & (hut.fittings[Fitting.CHAIR] >= 4)
# "Half a year" is six months by the calendar.
FIVE_STAR = cp.elapsed(hut.four_star_since, months=6)

CLAUSES = (
    w.clause(
        "1",
        "一",
        "应当",
        "小屋分基本、四星、五星三级，逐级提高",
        w.grading(
            "stars",
            "爱心妈咪小屋星级",
            w.grade("base", "基本", BASE, clause="1.a"),
            w.grade("four_star", "四星级", FOUR_STAR, clause="1.b"),
            w.grade("five_star", "五星级", FIVE_STAR, clause="1.c"),
        ),
    ),
    w.clause("1.a", "一", "应当", "冰箱、空调、热水、带盖垃圾桶和座位", w.encoded_with("1")),
    w.clause("1.b", "一", "应当", "独立房间和水源，共16平方米，椅子4把", w.encoded_with("1")),
    w.clause("1.c", "一", "应当", "四星级启用半年以上", w.encoded_with("1")),
)

PLAN = cp.Plan.of(
    "nanjing_stars_2017", "爱心妈咪小屋星级（本库概述）", CLAUSES, issuer="南京市总工会"
)
