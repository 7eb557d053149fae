"""A made-up county with words of its own throughout, written as a new user would.

Nothing here is anybody's text. Its places are a noun made of ours with kinds of its own, their
rooms a class made of ours with equipment of its own; boats are a noun from nothing, its offices
are bodies that careplan does not know, its applicants have service modes of the county's own. Each
contradiction is said in the county's own words.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import attrs

import careplan as cp
from careplan import writing as w


class PlaceKind(w.Labelled):
    """The county's kinds of public place."""

    FERRY_PIER = ("ferry_pier", "渡口", "ferry pier")
    HOT_SPRING = ("hot_spring", "温泉", "hot spring")
    HOSPITAL = ("hospital", "医院", "hospital")
    OTHER = ("other", "其他", "other place")


class Fitting(w.Labelled):
    """What the county counts in a room."""

    NURSING_SCREEN = ("nursing_screen", "哺乳屏风", "nursing screen")
    LIFE_VEST = ("life_vest", "婴儿救生衣", "infant life vest")


class Mode(w.Labelled):
    """How long the county's institutions look after children."""

    DAY = ("day", "日托", "day care")
    TIDE = ("tide", "渔汛托", "care in the fishing season")


class CountyBody(w.AnyBody):
    """Bodies that only this county has."""

    PIER_OFFICE = ("pier_office", "渡口管理所", "pier office")
    CARE_STATION = ("care_station", "托育服务站", "care station")


@attrs.frozen(kw_only=True)
class CabinRoom(cp.Room):
    """A room of the county, with its own equipment."""

    __label__ = cp.Text(zh="候船母婴室", en="cabin room")
    equipment: Mapping[Fitting, int] | None = w.table(  # type: ignore[assignment]  # words of its own
        Fitting, "设施数量", "fittings", changeable=True
    )
    sea_view: bool | None = w.flag("临海", "sea view")


@attrs.frozen(kw_only=True)
class Place(cp.Venue):
    """A public place of the county."""

    __label__ = cp.Text(zh="县内公共场所", en="place of the county")
    category: PlaceKind | None = w.choice(PlaceKind, "类别", "kind")  # type: ignore[assignment]  # words of its own
    rooms: Sequence[CabinRoom] | None = w.items(
        CabinRoom, "候船母婴室", "cabin room", growable=True
    )
    berths: int | None = w.count("泊位数", "berths")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Only a pier has berths."""
        yield from super().contradictions()
        if self.berths and self.category not in {None, PlaceKind.FERRY_PIER}:
            yield cp.Problem(
                "berths",
                "own.berths",
                self.berths,
                message=cp.Text(zh="只有渡口有泊位", en="only a ferry pier has berths"),
            )


@attrs.frozen(kw_only=True)
class Boat(cp.Noun):
    """A passenger boat: a noun from nothing."""

    __label__ = cp.Text(zh="客船", en="passenger boat")
    seats: int | None = w.count("座位数", "seats")
    nursing_seats: int | None = w.count("哺乳座位数", "nursing seats", changeable=True)
    vest_checked_on: date | None = w.day(
        "救生衣检验日", "day the vests were checked", changeable=True
    )

    def contradictions(self) -> Iterable[cp.Problem]:
        """No more nursing seats than seats."""
        yield from super().contradictions()
        seats, nursing = self.seats, self.nursing_seats
        if seats is not None and nursing is not None and nursing > seats:
            yield cp.Problem(
                "nursing_seats", "own.too_many_seats", nursing, message="哺乳座位多于座位总数"
            )


@attrs.frozen(kw_only=True)
class Founder(cp.Applicant):
    """Who founds an institution in the county."""

    __label__ = cp.Text(zh="举办人", en="founder")
    service_modes: AbstractSet[Mode] | Sequence[Mode] | None = w.choices(Mode, "服务方式", "modes")  # type: ignore[assignment]  # words of its own
    on_the_island: bool | None = w.flag("位于海岛", "on the island")


venue, place = cp.facts(cp.Venue), cp.facts(Place)
room, cabin = cp.facts(cp.Room), cp.facts(CabinRoom)
boat, founder = cp.facts(Boat), cp.facts(Founder)

# Facts of ours, asked of our noun, and facts of the county's own: one criterion.
BUSY = venue.daily_visitors >= 1_000
PIER = (place.category == PlaceKind.FERRY_PIER) & (place.berths >= 2)
SIGHT = w.question("sight", "1", "“临海”是否要求窗户，未说明", plain="不要求", window="要求")
FITTED = cp.some(place.rooms, (room.area_m2 >= 6) & (cabin.equipment[Fitting.NURSING_SCREEN] >= 1))

CLAUSES = (
    w.clause("1", "一", "应当", "大渡口设候船母婴室",
        w.duty(applies=BUSY & PIER, requires=w.choose(SIGHT,
            plain=FITTED, window=FITTED & cp.some(place.rooms, cabin.sea_view)))),
    w.clause("2", "二", "应当", "泊位多的母婴室更大",
        w.ladder(
            w.rung(place.berths >= 4, cp.some(place.rooms, room.area_m2 >= 8), part="4"),
            w.rung(place.berths >= 8, cp.some(place.rooms, room.area_m2 >= 12), part="8"),
            who=venue.mothers_and_infants_stay,
        )),
    w.clause("3", "三", "应当", "客船设哺乳座位，救生衣一年一检",
        w.duty(applies=boat.seats > 20, requires=(boat.nursing_seats >= 2)
            & ~cp.elapsed(boat.vest_checked_on, years=1))),
    w.clause("4", "四", "应当", "候船母婴室评星",
        w.grading("stars", "星级",
            w.grade("one", "一星", room.clean),
            w.grade("two", "二星", cabin.sea_view & (cabin.equipment[Fitting.LIFE_VEST] >= 2)))),
    w.clause("5", "五", "应当", "候船母婴室验收表，60分合格",
        w.sheet("acceptance", "验收表",
            w.item("screen", "哺乳屏风", 60, cabin.equipment[Fitting.NURSING_SCREEN] >= 1),
            w.item("clean", "整洁", 40, room.clean),
            pass_mark=60, marking=w.Marking.ALL_OR_NOTHING)),
    w.clause("6", "六", "应当", "到2027年底各乡托位",
        w.ledger("slots", "托位台账", {"东乡": {2027: 20}, "西乡": {2027: 30}}, acting="托育站")),
    w.clause("7", "七", "应当", "到2027年底大渡口全部设室",
        w.target("piers", "大渡口设室率", w.Measure.PERCENT, value=100, due=date(2027, 12, 31),
            acting="渡口所")),
    w.clause("8", "八", "应当", "岛上向渡口所登记，其余向托育站登记",
        w.registration(
            routes=(
                w.route(CountyBody.PIER_OFFICE, cp.Level.COUNTY,
                    founder.on_the_island, part="pier"),
                w.route(CountyBody.CARE_STATION, cp.Level.COUNTY,
                    ~founder.on_the_island, part="station"),
            ),
            steps=(
                w.step("register", "登记",
                    actor=cp.Party.INSTITUTION, before=cp.Party.REGISTRAR),
            ),
            scope=w.scope("托育服务", applies=cp.all_of(), modes=w.ModeWords(
                listed_in="service_modes",
                words=(("day", "日托"), ("tide", "渔汛托")),
                between="、",
                pattern="{base}（{modes}）")),
        )),
    w.clause("9", "九", "应当", "渡口所牵头，托育站配合", w.task(lead="渡口所", support="托育站")),
    w.clause("10", "十", "陈述", "渡船，指有哺乳座位的客船",
        w.term("渡船", criterion=boat.nursing_seats >= 1)),
    w.clause("11", "十一", "应当", "渡口所补助大渡口",
        w.benefit(condition=BUSY & PIER, owed_by="渡口所", amount_yuan=3_000)),
    w.clause("12", "十二", "应当", "申报表",
        w.form("application", "申报表", w.blank("pier", "渡口"),
            w.blank("berths", "泊位数", w.FieldType.COUNT))),
    w.clause("13", "十三", "应当", "每年九月底前报告",
        w.deadline("report", "报告", w.month(2027, 9), acting="渡口所")),
)  # fmt: skip

PLAN = cp.Plan.of(
    "own_county",
    "某县母婴设施和托育办法（虚构）",
    CLAUSES,
    issuer="某县",
    questions=[SIGHT],
    offices={
        "渡口所": (CountyBody.PIER_OFFICE, cp.Level.COUNTY),
        "托育站": (CountyBody.CARE_STATION, cp.Level.COUNTY),
    },
)
