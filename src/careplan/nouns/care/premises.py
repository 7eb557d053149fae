"""Where an institution stands, and the building it is in: the facts the documents' clauses read."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from careplan.base.errors import Problem
from careplan.base.exact import Number
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.fields.declaring import (
    SQUARE_METRES,
    Noun,
    choices,
    count,
    day,
    flag,
    number,
)
from careplan.nouns.care.people import reversed_days

# Ratings count down: 1 is the best, 4 the lowest (GB 50016).
LOWEST_RATING = 4


class RoomGroup(Labelled):
    """The three parts of premises."""

    INFANT_LIVING = ("infant_living", "婴幼儿生活用房", "rooms infants live in")
    SERVICE_MANAGEMENT = ("service_management", "服务管理用房", "rooms for service and management")
    LOGISTICS = ("logistics", "后勤保障用房", "rooms for logistics")


class PremisesRoom(Labelled):
    """Rooms and areas of premises; lists of them are open, so a building may have others too."""

    DINING = ("dining", "用餐区", "dining area")
    SLEEPING = ("sleeping", "睡眠区", "sleeping area")
    BREASTFEEDING = ("breastfeeding", "母乳喂养区", "breastfeeding area")
    PLAY = ("play", "游戏区", "play area")
    WASHING = ("washing", "盥洗区", "washing area")
    STORAGE = ("storage", "储物区", "storage area")
    HEALTH_ROOM = ("health_room", "保健室", "health room")
    OFFICE = ("office", "办公室", "office")
    SECURITY_ROOM = ("security_room", "安保室", "security room")
    KITCHEN = ("kitchen", "厨房", "kitchen")
    STOREROOM = ("storeroom", "库房", "storeroom")
    DISINFECTION_ROOM = ("disinfection_room", "消毒房", "disinfection room")


@frozen(kw_only=True)
class Site(Noun):
    """Where an institution stands. The texts give no distances: each is a declared fact."""

    __label__ = Text(zh="选址", en="site")
    __measure__ = "处"

    # fmt: off
    good_conditions: bool | None = flag("条件较好", "good conditions",
        ask=("{owner}的条件是否较好？", "Are conditions at {owner} good?"))
    suitable_environment: bool | None = flag("环境适宜", "suitable environment",
        ask=("{owner}的环境是否适宜？", "Is the environment of {owner} suitable?"))
    convenient_transport: bool | None = flag("交通便利", "convenient transport",
        ask=("{owner}的交通是否便利？", "Is {owner} easy to reach?"))
    residents_concentrated: bool | None = flag("居民相对集中", "residents live close together",
        ask=("{owner}附近的居民是否相对集中？", "Do residents live close together around {owner}?"))
    good_public_order: bool | None = flag("周边治安良好", "good public order around",
        ask=("{owner}周边的治安是否良好？", "Is public order around {owner} good?"))
    away_from_pollution: bool | None = flag("远离污染源", "away from sources of pollution",
        ask=("{owner}是否远离污染源？", "Is {owner} away from sources of pollution?"))
    near_fuel_station: bool | None = flag("临近加油（气）站", "adjoins a fuel or gas station",
        ask=("{owner}是否临近加油（气）站？", "Does {owner} adjoin a fuel or gas station?"))
    near_pipeline: bool | None = flag("临近输油输气管道", "adjoins an oil or gas pipeline",
        ask=("{owner}是否临近输油输气管道？", "Does {owner} adjoin an oil or gas pipeline?"))
    crossed_by_power_corridor: bool | None = flag(
        "高压供电走廊穿越", "crossed by a high-voltage corridor",
        ask=("是否有高压供电走廊穿越{owner}？", "Does a high-voltage corridor cross {owner}?"))
    # fmt: on


@frozen(kw_only=True)
class Premises(Noun):
    """The building of an institution and what it is fitted with."""

    __label__ = Text(zh="场所设施", en="premises")
    __measure__ = "处"

    # fmt: off
    safety_first_design: bool | None = flag(
        "设计以安全为先", "design puts safety first", changeable=True,
        ask=("{owner}的设计是否以安全为先？", "Does the design of {owner} put safety first?"))
    meets_nursery_design_code: bool | None = flag(
        "符合《托儿所、幼儿园建筑设计规范》",
        "meets the nursery design code JGJ39", changeable=True,
        ask=("{owner}是否符合《托儿所、幼儿园建筑设计规范》？",
            "Do {owner} meet the nursery design code JGJ39?"))
    meets_seismic_standard: bool | None = flag(
        "符合抗震标准", "meets seismic standards", changeable=True,
        ask=("{owner}是否符合抗震标准？", "Do {owner} meet the seismic standards?"))
    meets_fire_standard: bool | None = flag("符合消防标准", "meets fire standards", changeable=True,
        ask=("{owner}是否符合消防标准？", "Do {owner} meet the fire standards?"))
    room_groups: AbstractSet[RoomGroup] | Sequence[RoomGroup] | None = choices(
        RoomGroup, "用房组成", "groups of rooms", changeable=True,
        ask=("{owner}由哪几类用房组成？", "Which groups of rooms do {owner} have?"))
    rooms_or_areas: AbstractSet[PremisesRoom] | Sequence[PremisesRoom] | None = choices(
        PremisesRoom, "所设房间和区域", "rooms and areas", changeable=True,
        ask=("{owner}设有哪些房间和区域？", "Which rooms and areas do {owner} have?"))
    meets_provincial_area_rules: bool | None = flag(
        "面积符合省级规定", "area meets the provincial rules", changeable=True,
        ask=("{owner}的面积是否符合省级规定？",
            "Does the area of {owner} meet the provincial rules?"))
    evacuation_route: bool | None = flag("安全疏散通道", "evacuation route", changeable=True,
        ask=("{owner}是否设有安全疏散通道？", "Do {owner} have an evacuation route?"))
    fire_equipment: bool | None = flag("消防设施器材", "fire equipment", changeable=True,
        ask=("{owner}是否配有消防设施器材？", "Do {owner} have fire equipment?"))
    cold_protection: bool | None = flag("防寒保暖设施", "protection against cold", changeable=True,
        ask=("{owner}是否有防寒保暖设施？", "Are {owner} protected against cold?"))
    heat_protection: bool | None = flag("防暑降温设施", "protection against heat", changeable=True,
        ask=("{owner}是否有防暑降温设施？", "Are {owner} protected against heat?"))
    owned: bool | None = flag("自有场地", "owned",
        ask=("{owner}是否为自有？", "Are {owner} owned by the institution?"))
    lease_from: date | None = day("租赁起始日", "first day of the lease",
        ask=("{owner}的租期从哪一天开始？", "On which day does the lease of {owner} begin?"))
    lease_until: date | None = day("租赁到期日", "last day of the lease", changeable=True,
        ask=("{owner}的租期到哪一天为止？", "On which day does the lease of {owner} end?"))
    highest_floor: int | None = count(
        "婴幼儿用房所在的最高楼层", "highest floor of the children's rooms", minimum=1,
        changeable=True,
        ask=("{owner}的婴幼儿用房最高在第几层？",
            "On which floor is the highest of the children's rooms of {owner}?"))
    below_ground: bool | None = flag(
        "有婴幼儿用房设在地下或半地下", "has children's rooms in a basement or half-basement",
        changeable=True,
        ask=("{owner}是否有婴幼儿用房设在地下或半地下？",
            "Are any of the children's rooms of {owner} in a basement or half-basement?"))
    fire_rating: int | None = count("建筑耐火等级", "fire rating of the building", minimum=1,
        ask=("{owner}所在建筑的耐火等级是几级？",
            "What fire rating (1 is the best) does the building of {owner} have?"))
    window_area_m2: Number | None = number(
        "需冬季日照的生活用房窗洞面积",
        "area of the windows of living rooms that need winter sun",
        unit=SQUARE_METRES, changeable=True,
        ask=("{owner}的需冬季日照的生活用房窗洞面积共多少平方米？",
            "How many m2 of windows do those living rooms of {owner} have that need winter sun?"))
    floor_area_m2: Number | None = number(
        "需冬季日照的生活用房地面面积",
        "floor area of living rooms that need winter sun",
        unit=SQUARE_METRES, changeable=True,
        ask=("{owner}的需冬季日照的生活用房地面面积共多少平方米？",
            "How many m2 of floor do those living rooms of {owner} have that need winter sun?"))
    # fmt: on

    def contradictions(self) -> Iterable[Problem]:
        """No lease ends before it begins, and there are four fire ratings."""
        yield from reversed_days(self, "lease_from", "lease_until")
        if self.fire_rating is not None and self.fire_rating > LOWEST_RATING:
            yield Problem("fire_rating", "too_large", self.fire_rating, {"maximum": LOWEST_RATING})
