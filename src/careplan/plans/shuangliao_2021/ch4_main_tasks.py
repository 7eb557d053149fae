"""Chapter 四: who has a room, how large, how it is equipped, and how it is made known."""

from careplan import writing as w
from careplan.criteria.nodes import Criterion, all_of, any_of, not_
from careplan.criteria.proxies import among, every, facts, has, some
from careplan.documents.chapters import places
from careplan.nouns.facilities import Employer, EmployerKind, Room, RoomUse, Venue, VenueCategory

venue, room, employer = facts(Venue), facts(Room), facts(Employer)

EXISTING_ROOMS = w.question(
    "existing_rooms", "4.1.a 4.1.b 4.1.d",
    "面积下限是否也约束已建成的母婴室", "Does the minimum area bind rooms that were already built?",
    bind=("同样约束", "it binds them too"),
    improve=("已建成的母婴室面积不足只列为待改善", "an existing room that is too small is only to be improved"),
)  # fmt: skip
PLACE_LIST = w.question(
    "place_list", "4.1.a 4.1.b 4.1.c 4.1.d",
    "场所清单以“等”收尾，是否限于所列", "The list of places ends in 'and so on': is it closed?",
    closed=("限于所列", "only the kinds listed"),
    open=("未列场所由主管部门认定", "other places too, if the authority holds them to be of that kind"),
)  # fmt: skip
BY_REFERENCE = w.question(
    "by_reference", "4.1.e",
    "用人单位“参照标准”建设，是否也须符合该标准",
    "Employers build 'by reference to the standard': must their room meet it?",
    room=("设有休息哺乳室即可", "a rest and lactation room will do"),
    standard=("还须符合配置标准", "it also meets the standard"),
)  # fmt: skip
QUESTIONS = (EXISTING_ROOMS, PLACE_LIST, BY_REFERENCE)

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
AMONG_THEM = w.choose(PLACE_LIST, closed=LISTED, open=LISTED_OR_LIKE)
LOWER_TIER = all_of(venue.building_area_m2 >= 5_000, venue.building_area_m2 <= 10_000)
UPPER_TIER = venue.building_area_m2 > 10_000
NOT_AMONG_THEM = (
    w.Otherwise(when=among(venue.category, places.outside(LISTED_KINDS)), text=places.NOT_LISTED),
    w.note(
        all_of(venue.category == VenueCategory.COACH_STATION, venue.coach_station_grade > 2),
        "列入的是二级以上汽车客运站（等级数字越小等级越高），三级及以下不在其内",
        "coach stations are listed from grade two up, and grade 1 is the highest: this is lower",
    ),
)
BELOW_OR_NOT_AMONG_THEM = (
    w.note(
        venue.building_area_m2 < 5_000,
        "五千平方米以下文件没有面积规定；这不等于免除",
        "below 5,000 m2 the document has no area rule; that is not an exemption",
    ),
    *NOT_AMONG_THEM,
)
HAS_EXISTING_ROOM = some(venue.rooms, room.existing)


# A venue's rooms are mother-and-baby rooms by declaration (母婴室); a rest room for the staff
# stands among its employer's, where its use tells it apart.
def room_of(square_metres: int) -> Criterion:
    """Return that there is an independent room of a size."""
    return some(venue.rooms, all_of(room.independent, room.usable_area_m2 >= square_metres))


def owes_room_of(square_metres: int) -> w.ByReading:
    """Return what is owed: a room of a size, or by the other reading one that was there before."""
    or_existing = any_of(room.usable_area_m2 >= square_metres, room.existing)
    return w.choose(
        EXISTING_ROOMS,
        bind=room_of(square_metres),
        improve=some(venue.rooms, all_of(room.independent, or_existing)),
    )


# The yardstick of 4.1.d is area; equipment is measured by 4.2.d.
IMPROVED = tuple(
    w.duty(
        part=tier,
        under=(EXISTING_ROOMS, option),
        applies=AMONG_THEM & size & HAS_EXISTING_ROOM,
        # A place that has a room of the size owes no second one.
        requires=any_of(
            room_of(m2), every(venue.rooms, any_of(not_(room.existing), room.usable_area_m2 >= m2))
        ),
        otherwise=notes,
        advisory=advisory,
    )
    for tier, size, m2, notes in (
        ("lower", LOWER_TIER, 6, BELOW_OR_NOT_AMONG_THEM),
        ("upper", UPPER_TIER, 10, NOT_AMONG_THEM),
    )
    for option, advisory in (
        ("bind", None),
        ("improve", (
            "按此理解，已建成的母婴室面积不足属于待改善，不属于违反",
            "under this reading a small existing room is to be improved, not in breach",
        )),
    )
)  # fmt: skip

IS_REST_ROOM = has(room.use, RoomUse.REST_AND_LACTATION)
EMPLOYERS = {EmployerKind.STATE_ORGAN, EmployerKind.ENTERPRISE, EmployerKind.PUBLIC_INSTITUTION}

# 四（二） names no kinds, but where passengers wait and where they board or show tickets.
PASSENGER_KINDS = places.surely(
    {
        VenueCategory.TRANSPORT_HUB,
        VenueCategory.STATION,
        VenueCategory.AIRPORT,
        VenueCategory.PASSENGER_PORT,
    }
)
# A place that no list names may be such a place; at a service area some change coaches.
MAY_HAVE_PASSENGERS = {VenueCategory.OTHER, VenueCategory.SERVICE_AREA}
WITHOUT_PASSENGERS = places.outside(PASSENGER_KINDS) - MAY_HAVE_PASSENGERS
FOR_PASSENGERS = any_of(
    among(venue.category, PASSENGER_KINDS),
    all_of(not_(among(venue.category, WITHOUT_PASSENGERS)), venue.serves_passengers),
)
NO_PASSENGERS = w.note(
    among(venue.category, WITHOUT_PASSENGERS),
    "这一类场所不是旅客候乘、检票的地方",
    "this kind of place is none where passengers wait and board",
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("4.1.a", "四（一）", w.MUST, "建筑面积5000至10000平方米的公共场所，应有使用面积不少于6平方米的独立母婴室",
        "A listed public place whose building area lies between 5000 and 10000 m2 must have an independent room with at least 6 m2 of usable area.",
        w.duty(applies=AMONG_THEM & LOWER_TIER, requires=owes_room_of(6), otherwise=BELOW_OR_NOT_AMONG_THEM)),
    w.clause("4.1.b", "四（一）", w.MUST, "建筑面积超过10000平方米的公共场所，应有使用面积不少于10平方米的独立母婴室",
        "A listed public place above 10000 m2 must have an independent room with at least 10 m2 of usable area.",
        w.duty(applies=AMONG_THEM & UPPER_TIER, requires=owes_room_of(10), otherwise=NOT_AMONG_THEM)),
    w.clause("4.1.c", "四（一）", w.FACT, "面积规定所列的公共场所",
        "Enumerates the kinds of public place the area rule covers.",
        w.term("四（一）所列公共场所", "public places that the area rule lists", criterion=AMONG_THEM)),
    w.clause("4.1.d", "四（一）", w.MUST, "已建成的母婴室须改造完善",
        "Rooms already built have to be renovated and completed.",
        *IMPROVED),
    w.clause("4.1.e", "四（一）", w.MUST, "女职工较多的单位比照标准设休息哺乳室",
        "State organs, enterprises and institutions with many female employees build rest and lactation rooms by reference to the same standard.",
        w.duty(
            applies=all_of(among(employer.kind, EMPLOYERS), employer.many_female_employees),
            requires=w.choose(BY_REFERENCE,
                room=some(employer.rooms, IS_REST_ROOM),
                standard=some(employer.rooms, all_of(IS_REST_ROOM, room.meets_provincial_standard)))),
        # The duty says what an employer has to have; that it is to build is its task.
        w.task(acting="用人单位"), title=("比照标准设女职工休息哺乳室", "rest and lactation rooms for staff")),

    # It names the standard that new rooms are built to and existing ones measured by.
    w.clause("4.2.a", "四（二）", w.MUST, "配置以吉林省试行管理规定为准",
        "Room equipment must follow the provincial trial regulation on mother-infant facilities in public places.",
        w.encoded_with("4.2.c 4.2.d")),
    w.clause("4.2.b", "四（二）", w.MUST, "在醒目位置设导向标志",
        "Direction signs have to be placed where they are easily seen.",
        w.duty(applies=some(venue.rooms), requires=every(venue.rooms, room.direction_sign))),
    w.clause("4.2.c", "四（二）", w.MUST, "新建母婴室按标准建设",
        "New rooms are built in line with the standard.",
        w.duty(also="4.2.a",
            applies=some(venue.rooms, not_(room.existing)),
            requires=every(venue.rooms, any_of(room.existing, room.meets_provincial_standard)))),
    w.clause("4.2.d", "四（二）", w.MUST, "已有母婴室对照标准改善",
        "Existing rooms are measured against the standard and improved.",
        w.duty(also="4.2.a",
            applies=some(venue.rooms, room.existing),
            requires=every(venue.rooms, any_of(not_(room.existing), room.meets_provincial_standard)))),
    w.clause("4.2.e", "四（二）", w.ENCOURAGED, "鼓励设置母婴候乘区和专座",
        "Encourages waiting halls or areas and reserved seats for mothers and infants where local conditions suit.",
        w.duty(applies=FOR_PASSENGERS, requires=all_of(venue.waiting_area, venue.reserved_seats), otherwise=NO_PASSENGERS)),
    # Grammar leaves open whether "encourage" still governs this half; so it is advice.
    w.clause("4.2.f", "四（二）", w.ENCOURAGED, "乘车、检票口为母婴旅客开设绿色通道",
        "Green channels or easier service at boarding and ticket gates for pregnant or lactating women and passengers carrying infants.",
        w.duty(applies=FOR_PASSENGERS, requires=venue.priority_boarding, otherwise=NO_PASSENGERS)),

    w.clause("4.3.a", "四（三）", w.MUST, "多渠道宣传设施的建设和维护，未写由谁承担",
        "Why mother-infant facilities are needed and kept up is publicised by newspapers, the internet, television and public-service advertising; nobody is named for it.",
        w.task(("多渠道宣传设施建设与维护（未写由谁承担）",
            "why facilities are built and kept up is publicised (nobody is named for it)"))),
    w.clause("4.3.b", "四（三）", w.MUST, "普及母乳喂养和安全使用知识，未写由谁承担",
        "Knowledge of breastfeeding and of safe use of the facilities is spread; nobody is named for it.",
        w.task(("普及母乳喂养和安全使用知识（未写由谁承担）",
            "knowledge of breastfeeding and safe use is spread (nobody is named for it)"))),
    w.clause("4.3.c", "四（三）", w.FACT, "对母婴室品质的期望",
        "Describes the wished quality of the room: safe, comfortable, hygienic, private.",
        w.declined("对房间的期望；有约束力的是七（二）的整洁卫生、正常使用",
            "a wish for the room; what binds is clean, hygienic and in use, in 七（二）")),
)
# fmt: on
